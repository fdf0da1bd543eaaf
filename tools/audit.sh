#!/bin/sh
# Checks the dependencies: licences, sources, duplicates and known vulnerabilities of crates, vulnerabilities of npm packages.
# OFFLINE=1 skips checks that need the network. Otherwise a check that cannot run is a failure.
set -eu
cd "$(dirname "$0")/.."

problems=''
unchecked=''

title() {
    printf '\n== %s\n' "$1"
}

# Crates, offline: from Cargo.lock and the crates themselves.
title 'crates: licences, duplicates, sources'
cargo deny --locked check licenses bans sources || problems="$problems crates"

# RustSec's database is a GitHub repository. Fetching it is a separate step, to tell a network failure from a finding.
title 'crates: known vulnerabilities, yanked versions'
if [ -n "${OFFLINE:-}" ]; then
    unchecked="$unchecked crates"
elif ! cargo deny --locked fetch db; then
    unchecked="$unchecked crates"
else
    cargo deny --locked check advisories || problems="$problems crates'-vulnerabilities"
fi

# npm packages are only used to build and test, so minor findings can wait for the next update. npm has the same exit
# status for findings and for network failures, but only a report has `auditReportVersion`.
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
    [ -n "${OFFLINE:-}" ] || echo "(Their database could not be reached. \`make audit OFFLINE=1\` skips these checks.)"
fi
[ -n "$problems$unchecked" ] || echo 'Nothing found.'
[ -z "$problems" ] && { [ -z "$unchecked" ] || [ -n "${OFFLINE:-}" ]; }
