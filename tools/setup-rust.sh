#!/bin/sh
# Adds what the active Rust toolchain lacks: rustfmt, clippy, the wasm32 target. Never updates the toolchain.
set -eu

target=wasm32-unknown-unknown

cargo fmt --version >/dev/null 2>&1 || rustup component add rustfmt
cargo clippy --version >/dev/null 2>&1 || rustup component add clippy

# Asks the compiler, not rustup: a distribution's Rust brings its own standard library for wasm32.
libraries=$(rustc --print target-libdir --target "$target")
ls "$libraries"/libcore-*.rlib >/dev/null 2>&1 || rustup target add "$target"
