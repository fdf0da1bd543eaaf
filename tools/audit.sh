#!/bin/sh
# Checks what others have written: the crates' licences, sources and duplicates, their known vulnerabilities, and those of the
# npm packages. With OFFLINE=1 it leaves out what needs the network; otherwise a check that could not be made is a failure,
# because nobody reads the output of a success.
set -eu
cd "$(dirname "$0")/.."

problems=''
unchecked=''

title() {
    printf '\n== %s\n' "$1"
}

# The crates. All of this is in Cargo.lock and in the crates themselves.
title 'crates: licences, duplicates, sources'
cargo deny --locked check licenses bans sources || problems="$problems crates"

# RustSec's database is a repository on GitHub; whether it can be had is one question, what it says another.
title 'crates: known vulnerabilities, yanked versions'
if [ -n "${OFFLINE:-}" ]; then
    unchecked="$unchecked crates"
elif ! cargo deny --locked fetch db; then
    unchecked="$unchecked crates"
else
    cargo deny --locked check advisories || problems="$problems crates'-vulnerabilities"
fi

# npm's packages build and test the page, none of them is in it: the lesser findings can wait for the next update.
# npm fails in one way whether it has found something or was told nothing; only an answer has a version.
for folder in . e2e; do
    title "npm packages of $folder: known vulnerabilities"
    if [ -n "${OFFLINE:-}" ]; then
        unchecked="$unchecked npm:$folder"
        continue
    fi
    answer=$(cd "$folder" && npm audit --json --package-lock-only --audit-level=high) || :
    case $answer in
    *'"auditReportVersion"'*)
        (cd "$folder" && npm audit --package-lock-only --audit-level=high) || problems="$problems npm:$folder"
        ;;
    *) unchecked="$unchecked npm:$folder" ;;
    esac
done

title 'result'
[ -z "$problems" ] || echo "Found something, see above:$problems"
if [ -n "$unchecked" ]; then
    echo "NOT checked for known vulnerabilities:$unchecked"
    [ -n "${OFFLINE:-}" ] || echo "(Their database could not be reached. \`make audit OFFLINE=1\` does without, knowingly.)"
fi
[ -n "$problems$unchecked" ] || echo 'Nothing found.'
[ -z "$problems" ] && { [ -z "$unchecked" ] || [ -n "${OFFLINE:-}" ]; }
