#!/bin/sh
# Builds the host pages in e2e/hosts, unless they have not changed since the last build.
set -eu
sh tools/setup-node.sh e2e/hosts
cd e2e/hosts

if [ ! -e dist/.built ] || [ -n "$(find . ../../embed -newer dist/.built -type f -not -path './node_modules/*' -not -path './dist/*')" ]; then
    # The package as in a release. It is not in package-lock.json, because its hash would change with every edit.
    tarball=$(npm pack --silent --pack-destination node_modules ../../embed)
    mkdir -p node_modules/customer-profile-embed
    tar -xzf "node_modules/$tarball" --strip-components 1 -C node_modules/customer-profile-embed
    npm run --silent build
    touch dist/.built
fi
