#!/bin/sh
# Fuzzes the decoding of answers, for an hour unless told otherwise: sh fuzz/run.sh [seconds]
set -eu
cd "$(dirname "$0")/.."
mkdir -p fuzz/corpus/answer
# What is found goes into the first folder; the others are only read.
exec cargo +nightly fuzz run answer fuzz/corpus/answer fuzz/seeds samples -- \
  -dict=fuzz/json.dict -max_len=4096 -timeout=10 -max_total_time="${1:-3600}" -print_final_stats=1
