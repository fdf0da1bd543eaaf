#!/bin/sh
# Records samples/back-ends: the canonical customers as real back ends serialize them. Needs Debian or Ubuntu, as root or with sudo.
#
#   sh tools/record-back-ends/run.sh              every back end
#   sh tools/record-back-ends/run.sh php go       only these
set -eu
cd "$(dirname "$0")"
samples=../../samples/back-ends
back_ends="${*:-bson django-rest-framework express fastapi flask go gson jackson jackson-java-time json-lib marshmallow php protobuf protobufjs python-json sequelize typeorm}"

packages='default-jdk-headless golang-go libgoogle-gson-java libjackson2-databind-java libjson-java php-cli php-sqlite3 python3-venv'
for package in $packages; do
    dpkg-query --show "$package" >/dev/null 2>&1 && continue
    as_root=; [ "$(id -u)" = 0 ] || as_root=sudo
    $as_root apt-get update -q
    # shellcheck disable=SC2086
    $as_root apt-get install -qy --no-install-recommends $packages
    break
done
[ .venv/done -nt requirements.txt ] || { /usr/bin/python3 -m venv .venv && .venv/bin/pip install -q -r requirements.txt && touch .venv/done; }
sh ../setup-node.sh tools/record-back-ends

for back_end in $back_ends; do
    echo "Recording $back_end"
    rm -rf "${samples:?}/$back_end"
    case $back_end in
        php) php php.php ;;
        go) go run go.go ;;
        gson | jackson | json-lib) sh java.sh "$back_end" /usr/share/java ;;
        jackson-java-time) sh java.sh "$back_end" .venv/lib/python3*/site-packages/openapi_generator_cli ;;
        bson | express | protobufjs | sequelize | typeorm) node "$back_end.mjs" ;;
        *) .venv/bin/python "$(echo "$back_end" | tr - _).py" ;;
    esac
done
.venv/bin/python index.py
