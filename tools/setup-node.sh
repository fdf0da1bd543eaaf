#!/bin/sh
# Installs the npm packages of a folder, unless its lockfile has not changed since the last time.
set -eu
cd "$1"

[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-audit --no-fund
