#!/bin/sh
# Records samples/back-ends: the canonical customers as real back ends serialize them. Needs Debian, as root or with sudo, and Node.
#
#   sh tools/record-back-ends/run.sh              every back end
#   sh tools/record-back-ends/run.sh php go       only these
set -eu
cd "$(dirname "$0")/../.."
samples=samples/back-ends
back_ends="${*:-bson django-rest-framework express fastapi flask go gson jackson jackson-java-time json-lib lua marshmallow php protobuf protobufjs python-json sequelize typeorm}"

packages='default-jdk-headless golang-go libgoogle-gson-java libjackson2-databind-java libjson-java libprotobuf-dev libspring-web-java lua-cjson lua5.1 php-cli php-sqlite3 protobuf-compiler python3-venv'
# shellcheck disable=SC2086
if ! dpkg-query --show $packages >/dev/null 2>&1; then
    as_root=
    [ "$(id -u)" = 0 ] || as_root=sudo
    $as_root apt-get update -q
    $as_root apt-get install -qy --no-install-recommends $packages
fi
sh tools/setup-node.sh tools/record-back-ends
cd tools/record-back-ends
if ! [ .venv/done -nt requirements.txt ]; then
    /usr/bin/python3 -m venv --clear .venv
    .venv/bin/pip install -q -r requirements.txt
    touch .venv/done
fi

for back_end in $back_ends; do
    echo "Recording $back_end"
    rm -rf "../../$samples/$back_end"
    case $back_end in
        php) php php.php ;;
        go) go run go.go ;;
        lua) lua5.1 lua.lua ;;
        gson | jackson | jackson-java-time | json-lib) sh java/run.sh "$back_end" ;;
        bson | express | protobufjs | sequelize | typeorm) node "$back_end.mjs" ;;
        *) .venv/bin/python "record_$(echo "$back_end" | tr - _).py" ;;
    esac
done
.venv/bin/python index.py
