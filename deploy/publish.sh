#!/bin/sh
# Puts a release build where a server serves it from, so that nobody ever misses a file: the new files beside the old
# ones first, index.html last and in one step. Run it again for every new build, or for a new configuration.
#
#   sh deploy/publish.sh dist /var/www/customer-profile [configuration.json]
#
# Without a configuration the one of the page in force is kept. The page before stays as index.html.before:
#
#   cd /var/www/customer-profile && mv index.html.before index.html     # back to the version before
set -eu
umask 022
export LC_ALL=C

if [ $# -lt 2 ] || [ $# -gt 3 ] || [ ! -f "$1/index.html" ]; then
    echo "usage: $0 <folder with a release build> <folder that is served> [configuration.json]" >&2
    exit 2
fi
build=$1 folder=$2 configuration=${3:-}

mkdir -p "$folder"
new=$(mktemp -d "$folder/.publish.XXXXXX")
trap 'rm -rf "$new"' EXIT

# The configuration: what stands between the tags of the block #config.
if [ -n "$configuration" ]; then
    cat "$configuration" > "$new/config"
else
    page=$build/index.html
    [ ! -f "$folder/index.html" ] || page=$folder/index.html
    awk '
        { page = page $0 "\n" }
        END {
            if (!match(page, /<script[^>]*id="?config"?[^>]*>/)) exit 1
            page = substr(page, RSTART + RLENGTH)
            printf "%s", substr(page, 1, index(page, "</script>") - 1)
        }' "$page" > "$new/config" || { echo "$page has no configuration block" >&2; exit 1; }
fi
if grep -q '<' "$new/config"; then
    echo "the configuration contains <, which could end its block; write \\u003c" >&2
    exit 1
fi

# The page with its configuration, and with leave to reach an API that the configuration puts on another origin.
awk -v file="$new/config" '
    { page = page $0 "\n" }
    END {
        while ((getline line < file) > 0) config = config (config == "" ? "" : "\n") line
        if (!match(page, /<script[^>]*id="?config"?[^>]*>/)) exit 1
        start = RSTART + RLENGTH
        rest = substr(page, start)
        page = substr(page, 1, start - 1) config substr(rest, index(rest, "</script>"))
        if (match(config, /"apiBase"[ \t\r\n]*:[ \t\r\n]*"https?:\/\/[^\/?#" ;,]+/)) {
            origin = substr(config, RSTART, RLENGTH)
            sub(/^.*"/, "", origin)
            if (match(page, /connect-src [^;"]*/))
                page = substr(page, 1, RSTART - 1) "connect-src \047self\047 " origin substr(page, RSTART + RLENGTH)
        }
        printf "%s", page
    }' "$build/index.html" > "$new/index.html" || { echo "$build/index.html has no configuration block" >&2; exit 1; }

for file in "$build"/*; do
    name=${file##*/}
    [ "$name" != index.html ] || continue
    # A file that is there already is the same one, by the hash in its name; it counts as new again.
    if cmp -s "$file" "$folder/$name"; then
        touch "$folder/$name"
    else
        cp "$file" "$new/$name"
        mv "$new/$name" "$folder/$name"
    fi
done

if [ -f "$folder/index.html" ] && ! cmp -s "$new/index.html" "$folder/index.html"; then
    cp -p "$folder/index.html" "$folder/index.html.before"
fi
mv "$new/index.html" "$folder/index.html"

# The files of older versions, which neither this page nor the one before names, once they are a month old.
find "$folder" -maxdepth 1 -type f -name 'customer-profile-*' -mtime +30 | while read -r file; do
    name=${file##*/}
    name=${name%.br}
    name=${name%.gz}
    cat "$folder"/index.html* | grep -qF "$name" || rm -- "$file"
done
