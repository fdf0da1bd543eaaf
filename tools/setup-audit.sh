#!/bin/sh
# Installs cargo-deny, which `make audit` runs, where it is missing.
set -eu

version=0.20.2

cargo deny --version >/dev/null 2>&1 || {
    echo "Installing cargo-deny $version (some ten minutes)"
    cargo install cargo-deny --version "$version" --locked
}
