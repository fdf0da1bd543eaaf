#!/bin/sh
# Installs Trunk with any installed Rust toolchain that is new enough. (The project itself needs an older one.)
set -eu
. tools/install-tool.sh

wanted=0.22.1
compiler=1.96.1    # what Trunk $wanted needs
fallback=0.21.14   # the newest Trunk that older compilers can build

# at_least 0.22.1 0.21.14: is the first version the second one or newer?
at_least() {
    [ "$(printf '%s\n' "$1" "$2" | sort -V | tail -n 1)" = "$1" ]
}

# version rustc +nightly: the version a program reports; nothing if it does not run.
version() {
    "$@" --version 2>/dev/null | awk '{ print $2 }'
}

# check 0.22.1: exits successfully if the Trunk on PATH has that version or a newer one.
check() {
    ! at_least "$(version trunk)" "$1" || exit 0
}

check "$wanted"

# The active toolchain first (no argument), then the other installed ones.
for toolchain in '' $(rustup toolchain list 2>/dev/null | awk '{ print "+" $1 }'); do
    if at_least "$(version rustc $toolchain)" "$compiler"; then
        install_tool trunk "$wanted" "$toolchain"
        check "$wanted"
        echo "Trunk $wanted is installed, but PATH leads to another one: $(command -v trunk)" >&2
        exit 1
    fi
done

cat >&2 <<END
Trunk $wanted needs Rust $compiler or newer, which no installed toolchain has: using Trunk $fallback.
It is good enough for development. Make the build you deploy with $wanted (\`rustup update stable\`, then
\`make setup-trunk\` again), because $fallback can give two different files the same name, which browser caches mix up.
END
check "$fallback"
install_tool trunk "$fallback"
check "$fallback"
echo "Trunk $fallback is installed, but PATH leads to another one: $(command -v trunk)" >&2
exit 1
