#!/bin/sh
# Builds the pages in e2e/hosts, in which the end-to-end tests show <customer-profile>, unless that was done since they last
# changed.
set -eu
sh tools/setup-node.sh e2e/hosts
cd e2e/hosts

if [ ! -e dist/.built ] || [ -n "$(find . ../../embed -newer dist/.built -type f -not -path './node_modules/*' -not -path './dist/*')" ]; then
    # From the package as a release has it. Not in package-lock.json: its hash changes with each of its lines.
    tarball=$(npm pack --silent --pack-destination node_modules ../../embed)
    mkdir -p node_modules/customer-profile-embed
    tar -xzf "node_modules/$tarball" --strip-components 1 -C node_modules/customer-profile-embed
    npm run --silent build
    touch dist/.built
fi
