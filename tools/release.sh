#!/bin/sh
# Packs what a server needs into target/customer-profile-VERSION.tar.gz: the release build in dist/, deploy/ with a
# check-config for Linux on x86_64 and aarch64 (static: it runs on any distribution), the npm package for hosts, and the documents.
set -eu
umask 022

# What the build says of itself: the version, and the commit where there is one.
version=$(sed -n 's/.*<meta name="version" content="\([^"]*\)".*/\1/p' dist/index.html)
[ -n "$version" ] || { echo "dist/index.html does not say which version it is" >&2; exit 1; }
name=customer-profile-$version
target=${CARGO_TARGET_DIR:-target}
pack=$target/$name

rm -rf "$pack"
mkdir -p "$pack"
cp -R dist deploy CHANGELOG.md docs "$pack/"
rm -rf "$pack/docs/screenshots" "$pack/deploy/check-config."*
chmod -R u=rwX,go=rX "$pack"
npm pack --silent --pack-destination "$pack" ./embed >/dev/null

for machine in x86_64 aarch64; do
    triple=$machine-unknown-linux-musl
    ls "$(rustc --print target-libdir --target "$triple")"/libcore-*.rlib >/dev/null 2>&1 || rustup target add "$triple"
    # Rust's own linker: one for another processor would have to be installed.
    linker=CARGO_TARGET_$(echo "$triple" | tr 'a-z-' 'A-Z_')_LINKER
    env "$linker=rust-lld" cargo build --locked --profile check-config --bin check-config --target "$triple"
    cp "$target/$triple/check-config/check-config" "$pack/deploy/check-config.Linux-$machine"
done

tar -C "$target" -czf "$target/$name.tar.gz" "$name"
rm -rf "$pack"
echo "$target/$name.tar.gz"
