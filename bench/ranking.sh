#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# bench/ranking.sh [COLLECTION...]: indexes each collection below PILCROW_DATA/collections, runs all of
# its queries through the installed programs' command line, and prints the measures. Uses the programs
# of the preset "dev".
set -euo pipefail
cd "$(dirname "$0")/.."
bin=build/dev

if [ ! -d "${PILCROW_DATA:-}/collections" ]; then
  echo "skipped: set PILCROW_DATA to the folder that holds collections/*.tar.zst" >&2
  exit 0
fi
if [ ! -x $bin/bench/evaluate_run ]; then
  echo "build first: cmake --preset dev && cmake --build --preset dev" >&2
  exit 2
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ $# -eq 0 ]; then
  for archive in "$PILCROW_DATA"/collections/*.tar.zst; do
    set -- "$@" "$(basename "$archive" .tar.zst)"
  done
fi

printf '%-16s %6s %6s %6s %6s %6s %7s\n' collection queries nDCG10 MAP MRR10 R100 ms/query
for name in "$@"; do
  tar --zstd -xf "$PILCROW_DATA/collections/$name.tar.zst" -C "$work"
  data=$work/$name
  $bin/indexer/pilcrow-indexer --db "$data/index" "$data/docs.jsonl" >/dev/null 2>&1 || [ $? = 1 ]
  begin=$(date +%s%N)
  $bin/searcher/pilcrow-searcher --db "$data/index" --unit article --format trec -n 100 --jobs 1 \
    --queries "$data/queries.tsv" >"$data/run" 2>/dev/null
  ms=$((($(date +%s%N) - begin) / 1000))
  read -r queries measures < <($bin/bench/evaluate_run "$data/run" "$data/qrels.txt")
  printf '%-16s %6s %s %7.2f\n' "$name" "$queries" "$measures" \
    "$(awk -v us=$ms -v n="$(wc -l <"$data/queries.tsv")" 'BEGIN { print us / 1000 / n }')"
done
