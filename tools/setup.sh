#!/bin/sh
# Installs everything that `make test` needs. Debian and npm packages install while tools from crates.io compile.
set -eu
cd "$(dirname "$0")"

(
    sh setup-browser.sh
    for folder in . e2e; do (cd .. && sh tools/setup-node.sh "$folder"); done
    (cd .. && sh tools/setup-host.sh)
) &
packages=$!
sh setup-rust.sh
sh setup-wasm-bindgen.sh
(cd .. && sh tools/setup-trunk.sh)
wait "$packages"
