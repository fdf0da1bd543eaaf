#!/bin/sh
# Adds missing parts of the active Rust toolchain: rustfmt, clippy, the wasm32 target. Never updates the toolchain.
set -eu

target=wasm32-unknown-unknown

cargo fmt --version >/dev/null 2>&1 || rustup component add rustfmt
cargo clippy --version >/dev/null 2>&1 || rustup component add clippy

# Asks the compiler, not rustup: a distribution's Rust has its own wasm32 standard library.
libraries=$(rustc --print target-libdir --target "$target")
ls "$libraries"/libcore-*.rlib >/dev/null 2>&1 || rustup target add "$target"
