#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# bench/build.sh [RUNS]: how long it takes to build an index of reuters21578-en and eltec-eng, by
# Pilcrow and by the obvious Xapian program, in turn, over the same passages.  Reads the bulk
# corpora below PILCROW_DATA and the programs of the preset "dev".
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-3}
bin=build/dev

if [ ! -d "${PILCROW_DATA:-}/bulk" ]; then
  echo "skipped: set PILCROW_DATA to the folder that holds bulk/*.jsonl.zst" >&2
  exit 0
fi
if [ ! -x $bin/bench/obvious_indexer ]; then
  echo "build first: cmake --preset dev && cmake --build --preset dev" >&2
  exit 2
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
files=()
for name in reuters21578-en eltec-eng; do
  zstd -dq "$PILCROW_DATA/bulk/$name.jsonl.zst" -o "$work/$name.jsonl"
  files+=("$work/$name.jsonl")
done

# Prints "wall-seconds peak-MiB index-MiB" of a command that builds the index $1.
measure() {
  local index=$1
  shift
  rm -rf "$index"
  /usr/bin/time -f '%e %M' -o "$work/time" "$@" >/dev/null
  awk -v size="$(du -sm "$index" | cut -f1)" '{ printf "%.1f %.0f %d\n", $1, $2 / 1024, size }' \
    "$work/time"
}

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

printf '%-10s %8s %9s %9s\n' program seconds peak_MiB index_MiB
for ((run = 0; run < runs; ++run)); do
  measure "$work/pilcrow" $bin/indexer/pilcrow-indexer --db "$work/pilcrow" "${files[@]}" |
    tee -a "$work/pilcrow.times" | xargs printf '%-10s %8s %9s %9s\n' pilcrow
  measure "$work/obvious" $bin/bench/obvious_indexer "$work/obvious" "${files[@]}" |
    tee -a "$work/obvious.times" | xargs printf '%-10s %8s %9s %9s\n' obvious
done
awk -v a="$(median <"$work/obvious.times")" -v b="$(median <"$work/pilcrow.times")" \
  'BEGIN { printf "medians: obvious %.1f s, pilcrow %.1f s, %.2f times faster\n", a, b, a / b }'
