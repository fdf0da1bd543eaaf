#!/bin/sh
# Packs target/customer-profile-VERSION.tar.gz for servers: the release build in dist/, deploy/ with a statically linked
# check-config for Linux on x86_64 and aarch64, the npm package for host pages, and the documents.
set -eu
umask 022

# The version that the build has written into index.html.
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
    # rust-lld links for any architecture.
    linker=CARGO_TARGET_$(echo "$triple" | tr 'a-z-' 'A-Z_')_LINKER
    env "$linker=rust-lld" cargo build --locked --profile check-config --bin check-config --target "$triple"
    cp "$target/$triple/check-config/check-config" "$pack/deploy/check-config.Linux-$machine"
done

tar -C "$target" -czf "$target/$name.tar.gz" "$name"
rm -rf "$pack"
echo "$target/$name.tar.gz"
