#!/bin/sh
# Installs the missing browsers for `make test-browsers`: Firefox with geckodriver, WebKitGTK with its driver and Xvfb.
set -eu
. tools/install-tool.sh

geckodriver=0.37.1
missing=''

# need PACKAGE COMMAND: the package is missing if there is no such command.
need() {
    command -v "$2" >/dev/null || missing="$missing $1"
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

need firefox-esr firefox-esr
need webkit2gtk-driver WebKitWebDriver
need xvfb xvfb-run
need xauth xauth

if [ -n "$missing" ]; then
    if ! command -v apt-get >/dev/null; then
        echo "Please install, by the names they have on this system:$missing" >&2
        exit 1
    fi
    echo "Installing with apt-get:$missing"
    as_root apt-get --quiet update || echo "The package lists could not be refreshed: going on with the old ones." >&2
    # shellcheck disable=SC2086 # a list of packages
    as_root env DEBIAN_FRONTEND=noninteractive apt-get --quiet --yes --no-install-recommends \
        -o DPkg::Lock::Timeout=300 install $missing
fi

# Not in Debian.
command -v geckodriver >/dev/null || install_tool geckodriver "$geckodriver"
