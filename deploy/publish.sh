#!/bin/sh
# Puts a release build and its configuration where a server serves them from, so that nobody ever misses a file: the new
# files beside the old ones first, index.html last and in one step. A configuration that the page would complain about is
# refused, and changes nothing.
#
#   publish.sh BUILD FOLDER [CONFIGURATION]     a build; without a configuration, that in force stays
#   publish.sh --configure FOLDER CONFIGURATION a configuration alone, for the version in force
#   publish.sh --check CONFIGURATION            only says whether it is right: 0 if so, else 1
#   publish.sh --list FOLDER                    what there is to go back to; * is in force
#   publish.sh --roll-back version FOLDER [NAME]
#   publish.sh --roll-back configuration FOLDER [NAME]
#   publish.sh --roll-back both FOLDER          to the one before, or to one of the list
#
# In FOLDER: public/ is what is served; versions/ and configurations/ hold what was published last, each with its order.
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

# The rules are the page's own: a program made from the same source, and kept with each version.
checker=$(dirname "$0")/check-config.$(uname -s)-$(uname -m)
need_checker() {
    [ -x "$checker" ] || fail "$checker is missing: \`make build\` makes it for this machine, \`make release\` for servers"
}

# Sets what every command in FOLDER needs, for one of them at a time.
open_folder() {
    folder=$1
    public=$folder/public
    mkdir -p "$public" "$folder/versions" "$folder/configurations"
    mkdir "$folder/.lock" 2>/dev/null || fail "another publish.sh is at work in $folder (if not: rmdir $folder/.lock)"
    trap 'rm -rf "$folder/.new"; rmdir "$folder/.lock"' EXIT
    trap 'exit 1' HUP INT TERM
    rm -rf "$folder/.new"
    mkdir "$folder/.new"
}

# current KIND: the name of the version or configuration in force, if there is one.
current() {
    cat "$folder/$1/current" 2>/dev/null || true
}

# order KIND: the names, in the order in which they came into force.
order() {
    cat "$folder/$1/order" 2>/dev/null || true
}

# set_current KIND NAME
set_current() {
    echo "$2" > "$folder/.new/current"
    mv "$folder/.new/current" "$folder/$1/current"
}

# append KIND NAME KEEP: makes it the last one, after the one in force, and forgets the first ones.
append() {
    {
        order "$1" | awk -v new="$2" -v old="$(current "$1")" '$0 != new && $0 != old'
        current "$1" | awk -v new="$2" '$0 != new'
        echo "$2"
    } > "$folder/.new/all"
    tail -n "$3" "$folder/.new/all" > "$folder/.new/order"
    mv "$folder/.new/order" "$folder/$1/order"
    set_current "$1" "$2"
    awk -v keep="$3" '{ all[NR] = $0 } END { for (i = 1; i <= NR - keep; i++) print all[i] }' "$folder/.new/all" |
        while read -r name; do rm -rf "${folder:?}/$1/${name:?}"; done
}

# before KIND: the one that was in force before the one that is.
before() {
    name=$(order "$1" | awk -v current="$(current "$1")" '$0 == current { print last; exit } { last = $0 }')
    [ -n "$name" ] || fail "there is nothing before $(current "$1") in $folder/$1: publish.sh --list $folder"
    echo "$name"
}

# compose BUILD CHECKER CONFIGURATION: the build's page with that configuration, as .new/index.html, if it is right.
compose() {
    sources=$("$2" "$3") || return 1
    # The block ends at the first `</script`, and JSON can spell a `<` otherwise.
    sed 's/</\\u003c/g' "$3" > "$folder/.new/block" || return 1
    # With leave to reach an API that the configuration puts on another origin.
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
        }' "$1/index.html" > "$folder/.new/index.html" && return
    echo "$1/index.html has no configuration block or no policy: it is no release build" >&2
    return 1
}

# compose_kept VERSION CONFIGURATION: the same, of what is kept here.
compose_kept() {
    compose "$folder/versions/$1" "$folder/versions/$1/check-config" "$folder/configurations/$2"
}

# serve VERSION: its files into public/, then the composed page.
serve() {
    for file in "$folder/versions/$1"/*; do
        name=${file##*/}
        case $name in index.html | check-config) continue ;; esac
        # A file that is there already is the same one, by the hash in its name; it counts as new again.
        if cmp -s "$file" "$public/$name"; then
            touch "$public/$name"
        else
            cp "$file" "$folder/.new/$name"
            mv "$folder/.new/$name" "$public/$name"
        fi
    done
    # Servers make a page's ETag of its time, in seconds, and its length: no two pages may share the time.
    now=$(date +%s)
    last=$(stat -c %Y "$public/index.html" 2>/dev/null || echo 0)
    [ "$now" -gt "$last" ] || now=$((last + 1))
    touch -d "@$now" "$folder/.new/index.html"
    mv "$folder/.new/index.html" "$public/index.html"
}

# The files of versions that are gone, once they are a month old: a cache may hold a page that names them.
sweep() {
    find "$public" -type f -name 'customer-profile-*' -mtime +30 | while read -r file; do
        name=${file##*/}
        name=${name%.br}
        name=${name%.gz}
        cat "$folder"/versions/*/index.html | grep -qF "$name" || rm -- "$file"
    done
}

say() {
    echo "in force: version $(current versions), configuration $(current configurations)"
}

# version_of PAGE: the version that it names, in characters that a file's name can have.
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

# keep_version BUILD: a copy of it with its rules among the versions, under the name that this prints.
keep_version() {
    version=$(version_of "$1/index.html")
    version=${version:-unnamed}
    name=$version
    number=1
    while [ -d "$folder/versions/$name" ]; do
        if cmp -s "$1/index.html" "$folder/versions/$name/index.html"; then
            cp "$checker" "$folder/.new/check-config"
            mv "$folder/.new/check-config" "$folder/versions/$name/check-config"
            echo "$name"
            return
        fi
        number=$((number + 1))
        name=$version-$number
    done
    mkdir "$folder/.new/version"
    for file in "$1"/*; do
        cp "$file" "$folder/.new/version/"
    done
    cp "$checker" "$folder/.new/version/check-config"
    mv "$folder/.new/version" "$folder/versions/$name"
    echo "$name"
}

# keep_configuration FILE: a copy of it among the configurations, under the name that this prints.
keep_configuration() {
    name=$(current configurations)
    if [ -n "$name" ] && cmp -s "$1" "$folder/configurations/$name"; then
        echo "$name"
        return
    fi
    time=$(date +%Y%m%d-%H%M%S)
    name=$time.json
    number=1
    while [ -e "$folder/configurations/$name" ]; do
        number=$((number + 1))
        name=$time-$number.json
    done
    cp "$1" "$folder/configurations/$name"
    echo "$name"
}

publish() {
    build=$1 given=${3:-}
    [ -f "$build/index.html" ] || fail "$build has no index.html: it is no release build"
    need_checker
    # Before anything is made.
    [ -z "$given" ] || "$checker" "$given" >/dev/null || exit 1
    open_folder "$2"
    if [ -z "$given" ] && [ -n "$(current configurations)" ]; then
        # What somebody has written into the page itself would be lost without a word.
        compose_kept "$(current versions)" "$(current configurations)"
        cmp -s "$folder/.new/index.html" "$public/index.html" ||
            fail "$public/index.html is not as it was published: give the configuration that is to hold"
        given=$folder/configurations/$(current configurations)
    elif [ -z "$given" ]; then
        given=$folder/.new/given.json
        echo '{}' > "$given"
    fi
    compose "$build" "$checker" "$given" || exit 1
    version=$(keep_version "$build")
    configuration=$(keep_configuration "$given")
    serve "$version"
    append versions "$version" "$keep_versions"
    append configurations "$configuration" "$keep_configurations"
    sweep
    say
}

need_published() {
    [ -f "$1/versions/current" ] || fail "nothing was published into $1"
}

configure() {
    need_published "$1"
    version=$(cat "$1/versions/current")
    # Before anything is made.
    "$1/versions/$version/check-config" "$2" >/dev/null || exit 1
    open_folder "$1"
    configuration=$(keep_configuration "$2")
    compose_kept "$version" "$configuration"
    serve "$version"
    append configurations "$configuration" "$keep_configurations"
    say
}

# roll_back version|configuration|both FOLDER [NAME]
roll_back() {
    what=$1
    need_published "$2"
    open_folder "$2"
    version=$(current versions) configuration=$(current configurations)
    case $what in version | both) version=${3:-$(before versions)} ;; esac
    case $what in configuration | both) configuration=${3:-$(before configurations)} ;; esac
    [ -d "$folder/versions/$version" ] || fail "there is no version $version: publish.sh --list $folder"
    [ -f "$folder/configurations/$configuration" ] || fail "there is no configuration $configuration: publish.sh --list $folder"
    compose_kept "$version" "$configuration" ||
        fail "version $version does not take configuration $configuration: roll back the other one too (both)"
    serve "$version"
    set_current versions "$version"
    set_current configurations "$configuration"
    say
}

list() {
    folder=$1
    for kind in versions configurations; do
        echo "$kind:"
        order "$kind" | awk -v current="$(current "$kind")" '{ print ($0 == current ? "* " : "  ") $0 }'
    done
}

case ${1:-} in
--check)
    [ $# -eq 2 ] || usage
    need_checker
    "$checker" "$2" >/dev/null
    echo "$2: right"
    ;;
--configure)
    [ $# -eq 3 ] || usage
    configure "$2" "$3"
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
