#!/bin/sh
# Builds the CRM that the end-to-end tests show the page in (e2e/host), unless that was done since it last changed.
set -eu
sh tools/setup-node.sh e2e/host
cd e2e/host

built=dist/index.html
if [ ! -e "$built" ] || [ -n "$(find index.html vite.config.mjs package-lock.json src -newer "$built")" ]; then
    npm run --silent build -- --logLevel warn
fi
