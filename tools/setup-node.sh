#!/bin/sh
# Installs the npm packages of the folder named as argument, unless that was done since its lockfile last changed.
set -eu
cd "$1"

[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-audit --no-fund
