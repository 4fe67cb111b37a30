#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# bench/ranking_lucene.sh [FOLDER [COLLECTION...]]: what Lucene reaches on each collection below
# FOLDER/collections (default: PILCROW_DATA), as rows of bench/ranking_references.tsv.  Needs Java and
# the Debian packages liblucene8-java and default-jdk-headless.
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/collections.sh
data=${1:-${PILCROW_DATA:-}}
shift $(($# > 0))

require_collections "$data"
classes=$(printf '%s:' /usr/share/java/lucene-{core,analyzers-common,analyzers-smartcn}-[0-9]*.jar)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
javac -cp "$classes" -d "$work" bench/LuceneRanking.java

names=("$@")
[ $# -gt 0 ] || mapfile -t names < <(collection_names "$data")
for name in "${names[@]}"; do
  folder=$(unpacked "$data" "$name" "$work")
  language=$(language_of "$folder")
  analyzers=("$language")
  [ "$language" != zh ] || analyzers+=(zh-smart)
  for analyzer in "${analyzers[@]}"; do
    for setting in "0.9 0.4" "1.2 0.75"; do
      # shellcheck disable=SC2086  # Two arguments.
      java -cp "$classes$work" LuceneRanking "$folder/docs.jsonl" "$folder/queries.tsv" \
        "$analyzer" $setting >"$work/run"
      measures=$($searcher evaluate --run "$work/run" --qrels "$folder/qrels.txt" | measures_of mean)
      printf '%s\tlucene %s %s\t%s\n' "$name" "$analyzer" "$setting" "${measures// /$'\t'}"
    done
  done
done
