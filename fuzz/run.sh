#!/bin/sh
# Fuzzes the decoding of responses, for an hour by default: sh fuzz/run.sh [seconds]
set -eu
cd "$(dirname "$0")/.."
mkdir -p fuzz/corpus/answer
# The dictionary, with the keys and constants of the API's document.
dictionary=fuzz/corpus/answer.dict
cat fuzz/json.dict > "$dictionary"
sed -n 's/^| `\([A-Za-z_]*\)` |.*/"\\"\1\\""/p' docs/api.md >> "$dictionary"
# New inputs go into the first folder; the others are only read.
exec cargo +nightly fuzz run answer fuzz/corpus/answer fuzz/seeds samples -- \
  -dict="$dictionary" -max_len=4096 -timeout=10 -max_total_time="${1:-3600}" -print_final_stats=1
