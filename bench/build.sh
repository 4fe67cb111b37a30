#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# bench/build.sh [RUNS]: how long it takes to build an index of reuters21578-en and eltec-eng, by
# both builders of Pilcrow and by the obvious Xapian program, in turn, over the same passages.  Reads
# the bulk corpora below PILCROW_DATA and the programs of the preset "dev".
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

# Prints "wall-seconds processor-seconds peak-MiB index-MiB" of a command that builds the index $1.
measure() {
  local index=$1
  shift
  rm -rf "$index"
  /usr/bin/time -f '%e %U %S %M' -o "$work/time" "$@" >/dev/null
  awk -v size="$(du -sm "$index" | cut -f1)" '{ printf "%.1f %.1f %.0f %d\n", $1, $2 + $3, $4 / 1024, size }' \
    "$work/time"
}

# The median of field $1 of the measurements of program $2.
median() {
  cut -d' ' -f"$1" "$work/$2.times" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

row='%-10s %8s %10s %9s %9s\n'
printf "$row" program seconds processor peak_MiB index_MiB
for ((run = 0; run < runs; ++run)); do
  for builder in sealed api; do
    measure "$work/$builder" $bin/indexer/pilcrow-indexer --db "$work/$builder" \
      --builder $builder "${files[@]}" |
      tee -a "$work/$builder.times" | xargs printf "$row" $builder
  done
  measure "$work/obvious" $bin/bench/obvious_indexer "$work/obvious" "${files[@]}" |
    tee -a "$work/obvious.times" | xargs printf "$row" obvious
done
for builder in sealed api; do
  awk -v builder=$builder -v a="$(median 1 obvious)" -v b="$(median 1 $builder)" \
    -v c="$(median 2 obvious)" -v d="$(median 2 $builder)" \
    'BEGIN { printf "medians: %s %.1f times faster than obvious, %.1f times less work\n",
             builder, a / b, c / d }'
done
