#!/bin/sh
# Installs the wasm-bindgen CLI in exactly the library's version in Cargo.lock: other versions cannot read the program.
set -eu
cd "$(dirname "$0")/.."
. tools/install-tool.sh

wanted=$(awk '$0 == "name = \"wasm-bindgen\"" { getline; gsub(/"/, ""); print $3 }' Cargo.lock)
[ -n "$wanted" ] || { echo "Cargo.lock names no wasm-bindgen." >&2; exit 1; }

is_wanted() {
    [ "$("$1" --version 2>/dev/null | awk '{ print $2 }')" = "$wanted" ]
}

ready() {
    is_wanted wasm-bindgen && is_wanted wasm-bindgen-test-runner
}

if ! ready; then
    install_tool wasm-bindgen-cli "$wanted"
    ready || {
        echo "wasm-bindgen $wanted is installed, but PATH leads to another one: $(command -v wasm-bindgen)" >&2
        exit 1
    }
fi
