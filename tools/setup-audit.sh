#!/bin/sh
# Installs cargo-deny for `make audit`, if it is missing.
set -eu
. tools/install-tool.sh

version=0.20.2

cargo deny --version >/dev/null 2>&1 || install_tool cargo-deny "$version"
