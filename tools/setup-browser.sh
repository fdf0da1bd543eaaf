#!/bin/sh
# Installs missing Debian packages for the tests: Chromium, ChromeDriver, nginx with Brotli, Caddy, a Chinese font.
set -eu

missing=''

# need PACKAGE COMMAND...: the package is missing if the command fails.
need() {
    package=$1
    shift
    "$@" >/dev/null 2>&1 || missing="$missing $package"
}

# nginx_has_brotli static
nginx_has_brotli() {
    [ -e "/usr/lib/nginx/modules/ngx_http_brotli_$1_module.so" ] || nginx -V 2>&1 | grep -q brotli
}

chinese_glyphs() {
    fc-list :lang=zh-cn | grep -q .
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

need chromium command -v chromium
need chromium-driver command -v chromedriver
need nginx command -v nginx
need libnginx-mod-http-brotli-filter nginx_has_brotli filter
need libnginx-mod-http-brotli-static nginx_has_brotli static
need brotli command -v brotli
need caddy command -v caddy
need fontconfig command -v fc-list
need fonts-noto-cjk chinese_glyphs

[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "Please install, by the names they have on this system:$missing" >&2
    exit 1
fi

echo "Installing with apt-get:$missing"
as_root apt-get --quiet update || echo "The package lists could not be refreshed: going on with the old ones." >&2
# shellcheck disable=SC2086 # a list of packages
as_root env DEBIAN_FRONTEND=noninteractive apt-get --quiet --yes --no-install-recommends \
    -o DPkg::Lock::Timeout=300 install $missing

# Disables the packages' services on port 80: the tests start their own servers.
for server in nginx caddy; do
    case "$missing " in
    *" $server "*) [ ! -d /run/systemd/system ] || as_root systemctl disable --now "$server" ;;
    esac
done
