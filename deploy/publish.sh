#!/bin/sh
# Publishes a release build and its configuration into the folder that the web server serves.
#
#   publish.sh BUILD FOLDER [CONFIGURATION]      publishes a build; without a configuration, keeps the current one
#   publish.sh --configure FOLDER CONFIGURATION  publishes a configuration for the current version
#   publish.sh --check CONFIGURATION             validates a configuration; exits with 0 or 1
#   publish.sh --files BUILD FOLDER              copies a build's files without its page: docs/operations.md, several servers
#   publish.sh --list FOLDER                     lists what can be rolled back to; * is current
#   publish.sh --roll-back version FOLDER [NAME]
#   publish.sh --roll-back configuration FOLDER [NAME]
#   publish.sh --roll-back both FOLDER           rolls back to the previous one, or to NAME
#
# FOLDER/public/ is served. FOLDER/versions/ and FOLDER/configurations/ hold what was published last; their `order` files
# list it, oldest first.
#
# The last line of public/index.html names the version and configuration of the page, and the hash of the lines above it. No
# other file says what is current, so replacing the page by a rename publishes atomically. Steps before it only add files,
# steps after it only remove files: after an interruption, run the command again.
set -eu
umask 022
export LC_ALL=C

keep_versions=5
keep_configurations=20

usage() {
    sed -n 's/^#   //p' "$0" >&2
    exit 2
}

fail() {
    echo "$*" >&2
    exit 1
}

# check-config applies the page's own rules: it is compiled from the same source, and kept with each version.
checker=$(dirname "$0")/check-config.$(uname -s)-$(uname -m)
need_checker() {
    [ -x "$checker" ] || fail "$checker is missing: \`make build\` makes it for this machine, \`make release\` for servers"
}

# need_file CONFIGURATION: it is read more than once, so it cannot be a pipe.
need_file() {
    [ -f "$1" ] || fail "$1 is not a file"
}

set_folder() {
    folder=$1
    public=$folder/public
}

# Prepares FOLDER for changes, and locks it until this script ends.
open_folder() {
    { mkdir -p "$public" "$folder/versions" "$folder/configurations" && (: >> "$folder/.lock"); } ||
        fail "cannot write to $folder: run publish.sh as the owner of that folder or as root"
    command -v flock >/dev/null || fail "flock is missing: install util-linux"
    exec 9>> "$folder/.lock"
    flock -n 9 || fail "another publish.sh is running in $folder"
    trap 'rm -rf "$folder/.new"' EXIT
    trap 'exit 1' HUP INT TERM
    # Left by an interrupted run.
    rm -rf "$folder/.new"
    rm -f "$public/.part" "$folder/configurations/.part" "$folder/versions/.part" "$folder"/versions/*/.part
    mkdir "$folder/.new"
    chmod 755 "$public" "$folder/versions" "$folder/configurations"
}

# put FILE TARGET: copies a file and its time unless the target is identical. Atomic: readers see the old file or the new one.
put() {
    if ! cmp -s "$1" "$2"; then
        # Not `cp`, which keeps the mode of the file; and in the same folder, which may be on another disk.
        part=${2%/*}/.part
        cat "$1" > "$part"
        touch -r "$1" "$part"
        cmp -s "$1" "$part" || fail "$part differs from what was written to it: is the disk full or failing?"
        mv -f "$part" "$2"
    fi
    chmod 644 "$2"
}

# files_of BUILD: the names in its manifest.
files_of() {
    sed 's/^[0-9a-f]*  //' "$1/manifest.sha256"
}

# program_of PAGE: the name of the WebAssembly file that it loads.
program_of() {
    grep -oE 'customer-profile-[0-9a-f]+_bg\.wasm' "$1" | head -n 1
}

# verify BUILD: fails unless the build is complete and unchanged.
verify() {
    [ -f "$1/index.html" ] || fail "$1 has no index.html: it is not a release build"
    [ -f "$1/manifest.sha256" ] || fail "$1 has no manifest.sha256: it is not a release build, or an incomplete copy"
    ! grep -qvE '^[0-9a-f]{64}  [A-Za-z0-9._+-]+$' "$1/manifest.sha256" || fail "$1/manifest.sha256 is damaged: copy the build again"
    report=$(cd "$1" && sha256sum -c manifest.sha256 2>&1) ||
        fail "$1 is incomplete or was changed: copy or build it again
$(echo "$report" | grep -v ': OK$')"
    program=$(program_of "$1/index.html")
    for name in index.html embed.js "${program:-a program}" "$program.gz" "$program.br"; do
        files_of "$1" | grep -qxF -- "$name" || fail "$1 is incomplete: its manifest does not name $name"
    done
    for name in $(files_of "$1"); do
        case $name in
        *.gz) tool=gzip ;;
        *.br) tool=brotli ;;
        *) continue ;;
        esac
        # The build checks both. Few servers have `brotli`.
        command -v "$tool" >/dev/null || continue
        "$tool" -dc < "$1/$name" 2>/dev/null | cmp -s - "$1/${name%.*}" || fail "$1/$name does not decompress to ${name%.*}"
    done
}

# current KIND: the version or configuration that the served page names, if there is one.
current() {
    case $1 in versions) field=3 ;; configurations) field=4 ;; esac
    [ ! -f "$public/index.html" ] ||
        awk -v field="$field" '/^<!-- publish\.sh: .* -->$/ { name = $field } END { if (name != "") print name }' "$public/index.html"
}

# Whether the served page is as it was published, by the hash in its last line.
is_unchanged() {
    hash=$(sed '$d' "$public/index.html" | sha256sum)
    tail -n 1 "$public/index.html" | grep -qF " ${hash%% *} -->"
}

# order KIND: the names, in the order in which they were published.
order() {
    [ ! -f "$folder/$1/order" ] || cat "$folder/$1/order"
}

is_kept() {
    order "$1" | grep -qxF -- "$2"
}

# append KIND NAME KEEP: moves NAME to the end of the order, after the current one, and keeps the last KEEP names.
append() {
    {
        order "$1" | awk -v new="$2" -v old="$(current "$1")" '$0 != new && $0 != old'
        current "$1" | awk -v new="$2" '$0 != new'
        echo "$2"
    } | tail -n "$3" > "$folder/.new/order"
    put "$folder/.new/order" "$folder/$1/order"
}

# forget KIND: removes versions or configurations that are no longer in the order.
forget() {
    for kept in "$folder/$1"/*; do
        name=${kept##*/}
        if [ "$name" != order ] && [ "$name" != "$(current "$1")" ] && ! is_kept "$1" "$name"; then
            # Renamed first: a partly removed version could be taken for a complete one.
            mv "$kept" "$folder/.new/forgotten"
            rm -rf "$folder/.new/forgotten"
        fi
    done
}

# previous KIND: the name before the current one.
previous() {
    name=$(order "$1" | awk -v current="$(current "$1")" '$0 == current { print last; exit } { last = $0 }')
    [ -n "$name" ] || fail "there is nothing before $(current "$1") in $folder/$1: publish.sh --list $folder"
    echo "$name"
}

# compose BUILD CHECKER FILE: the build's page with that configuration, as .new/index.html, if it is valid. The page also
# names $version and $configuration.
compose() {
    sources=$("$2" "$3") || return 1
    # The block ends at the first `</script`, and JSON has another spelling for `<`.
    sed 's/</\\u003c/g' "$3" > "$folder/.new/block" || return 1
    # The policy has to allow an API on another origin.
    awk -v file="$folder/.new/block" -v sources="$sources" '
        { page = page $0 "\n" }
        END {
            while ((getline line < file) > 0) config = config (config == "" ? "" : "\n") line
            if (!match(page, /<script[^>]*id="?config"?[^>]*>/)) exit 1
            start = RSTART + RLENGTH
            rest = substr(page, start)
            page = substr(page, 1, start - 1) config substr(rest, index(rest, "</script>"))
            if (!match(page, /connect-src [^;"]*/)) exit 1
            printf "%s", substr(page, 1, RSTART - 1) "connect-src " sources substr(page, RSTART + RLENGTH)
        }' "$1/index.html" > "$folder/.new/index.html" && {
        hash=$(sha256sum < "$folder/.new/index.html")
        echo "<!-- publish.sh: $version $configuration ${hash%% *} -->" >> "$folder/.new/index.html"
        return
    }
    echo "$1/index.html has no configuration block or no policy: it is not a release build" >&2
    return 1
}

# Composes the page from $version and $configuration, which are kept in FOLDER.
compose_kept() {
    compose "$folder/versions/$version" "$folder/versions/$version/check-config" "$folder/configurations/$configuration"
}

# put_files BUILD: copies everything but the page into public/.
put_files() {
    for name in $(files_of "$1"); do
        [ "$name" != index.html ] || continue
        put "$1/$name" "$public/$name"
        # `sweep` goes by the time of the last publishing.
        touch "$public/$name"
    done
}

# Replaces the served page by .new/index.html.
put_page() {
    # nginx makes an ETag from a page's time in seconds and its length: no two pages may have the same time.
    now=$(date +%s)
    last=$(stat -c %Y "$public/index.html" 2>/dev/null || echo 0)
    [ "$now" -gt "$last" ] || now=$((last + 1))
    touch -d "@$now" "$folder/.new/index.html"
    put "$folder/.new/index.html" "$public/index.html"
}

# Reads back what is served now.
read_back() {
    cmp -s "$folder/.new/index.html" "$public/index.html" || fail "$public/index.html is not the page that was written"
    for name in $(files_of "$folder/versions/$version"); do
        [ "$name" = index.html ] || cmp -s "$folder/versions/$version/$name" "$public/$name" ||
            fail "$public/$name is not the file that was written"
    done
}

# Removes the programs of versions that are no longer kept, a month after they were last published: a cache may still hold
# a page that names them. Scripts for host pages stay, because a host may name one of them with its hash.
sweep() {
    find "$public/" -maxdepth 1 -type f -name 'customer-profile-*' -mtime +30 | while read -r file; do
        sed 's/^[0-9a-f]*  //' "$folder"/versions/*/manifest.sha256 | grep -qxF -- "${file##*/}" || rm -- "$file"
    done
}

say() {
    echo "current: version $(current versions), configuration $(current configurations)"
}

# version_of PAGE: the version that it names, in characters that are safe in a file name.
version_of() {
    awk '
        { page = page $0 "\n" }
        END {
            if (!match(page, /<meta[^>]*name="?version"?[^>]*>/)) exit
            tag = substr(page, RSTART, RLENGTH)
            if (match(tag, /content="?[^" >]+/)) {
                version = substr(tag, RSTART + 8, RLENGTH - 8)
                gsub(/[^A-Za-z0-9.+_-]/, "", version)
                print version
            }
        }' "$1"
}

# name_version BUILD: sets $version to its name among the versions. The same manifest is the same version.
name_version() {
    first=$(version_of "$1/index.html")
    first=${first:-unnamed}
    version=$first
    number=1
    while [ -e "$folder/versions/$version" ] && ! cmp -s "$1/manifest.sha256" "$folder/versions/$version/manifest.sha256"; do
        number=$((number + 1))
        version=$first-$number
    done
}

# keep_version BUILD: copies it to its name; where it is kept already, replaces the files that differ.
keep_version() {
    into=$folder/versions/$version
    [ -d "$into" ] || {
        into=$folder/.new/version
        mkdir "$into"
    }
    for name in $(files_of "$1") manifest.sha256; do
        put "$1/$name" "$into/$name"
    done
    keep_checker "$into"
    [ "$into" = "$folder/versions/$version" ] || mv "$into" "$folder/versions/$version"
}

# keep_checker FOLDER: check-config for a version, stored once for all versions that have the same one.
keep_checker() {
    ! cmp -s "$checker" "$1/check-config" || return 0
    for same in "$folder"/versions/*/check-config; do
        cmp -s "$checker" "$same" && ln "$same" "$1/.part" 2>/dev/null && break
    done
    [ -e "$1/.part" ] || cat "$checker" > "$1/.part"
    chmod 755 "$1/.part"
    mv -f "$1/.part" "$1/check-config"
}

# name_configuration FILE: sets $configuration to its name among the configurations.
name_configuration() {
    configuration=$(current configurations)
    if [ -n "$configuration" ] && cmp -s "$1" "$folder/configurations/$configuration"; then
        return
    fi
    time=$(date +%Y%m%d-%H%M%S)
    configuration=$time.json
    number=1
    while [ -e "$folder/configurations/$configuration" ]; do
        number=$((number + 1))
        configuration=$time-$number.json
    done
}

publish() {
    build=$1 given=${3:-}
    verify "$build"
    need_checker
    if [ -n "$given" ]; then
        need_file "$given"
        "$checker" "$given" >/dev/null || exit 1
    fi
    set_folder "$2"
    open_folder
    version=$(current versions)
    configuration=$(current configurations)
    if [ -z "$given" ] && [ -n "$configuration" ]; then
        # Replacing a page that was edited by hand would lose the change.
        is_unchanged ||
            fail "$public/index.html was changed after it was published: give the configuration that is to be used"
        given=$folder/configurations/$configuration
    elif [ -z "$given" ] && [ -f "$public/index.html" ]; then
        fail "$public/index.html does not name its configuration: give the one that is to be used"
    elif [ -z "$given" ]; then
        # After an interrupted first run, its configuration.
        given=$folder/configurations/$(order configurations | tail -n 1)
        if [ ! -f "$given" ]; then
            given=$folder/.new/given.json
            echo '{}' > "$given"
        fi
    fi
    name_version "$build"
    name_configuration "$given"
    compose "$build" "$checker" "$given" || exit 1
    keep_version "$build"
    put "$given" "$folder/configurations/$configuration"
    put_files "$build"
    append versions "$version" "$keep_versions"
    append configurations "$configuration" "$keep_configurations"
    put_page
    read_back
    forget versions
    forget configurations
    sweep
    say
}

need_published() {
    version=$(current versions)
    configuration=$(current configurations)
    [ -n "$version" ] || fail "nothing is published in $folder"
}

configure() {
    set_folder "$1"
    need_published
    need_file "$2"
    "$folder/versions/$version/check-config" "$2" >/dev/null || exit 1
    verify "$folder/versions/$version"
    open_folder
    name_configuration "$2"
    compose "$folder/versions/$version" "$folder/versions/$version/check-config" "$2" || exit 1
    put "$2" "$folder/configurations/$configuration"
    put_files "$folder/versions/$version"
    append configurations "$configuration" "$keep_configurations"
    put_page
    read_back
    forget configurations
    say
}

# roll_back version|configuration|both FOLDER [NAME]
roll_back() {
    set_folder "$2"
    need_published
    open_folder
    case $1 in version | both) version=${3:-$(previous versions)} ;; esac
    case $1 in configuration | both) configuration=${3:-$(previous configurations)} ;; esac
    is_kept versions "$version" || fail "there is no version $version: publish.sh --list $folder"
    is_kept configurations "$configuration" || fail "there is no configuration $configuration: publish.sh --list $folder"
    verify "$folder/versions/$version"
    compose_kept || fail "version $version refuses configuration $configuration: roll back both"
    put_files "$folder/versions/$version"
    put_page
    read_back
    say
}

list() {
    set_folder "$1"
    for kind in versions configurations; do
        echo "$kind:"
        order "$kind" | awk -v current="$(current "$kind")" '{ print ($0 == current ? "* " : "  ") $0 }'
    done
}

files() {
    verify "$1"
    set_folder "$2"
    open_folder
    put_files "$1"
    echo "copied the files of version $(version_of "$1/index.html"); the page is still $(current versions)"
}

case ${1:-} in
--check)
    [ $# -eq 2 ] || usage
    need_checker
    "$checker" "$2" >/dev/null
    echo "$2: valid"
    ;;
--configure)
    [ $# -eq 3 ] || usage
    configure "$2" "$3"
    ;;
--files)
    [ $# -eq 3 ] || usage
    files "$2" "$3"
    ;;
--list)
    [ $# -eq 2 ] || usage
    list "$2"
    ;;
--roll-back)
    case ${2:-} in version | configuration) [ $# -eq 3 ] || [ $# -eq 4 ] || usage ;; both) [ $# -eq 3 ] || usage ;; *) usage ;; esac
    roll_back "$2" "$3" "${4:-}"
    ;;
-*) usage ;;
*)
    [ $# -eq 2 ] || [ $# -eq 3 ] || usage
    publish "$@"
    ;;
esac
