#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# bench/ranking.sh [--record DIR] [--against DIR] [--references FILE] [--option OPTION]... [COLLECTION...]
# Indexes the collections below PILCROW_DATA/collections, asks all of their queries by the programs'
# command line, two collections at a time, and prints how good the rankings are beside what Lucene
# and Xapian reach (FILE, default bench/ranking_references.tsv).  --record keeps the runs in DIR;
# --against compares with runs kept there: p is the probability of so large a difference of nDCG@10,
# were both rankings the same (paired randomisation test).  PILCROW_BIN: a build folder other than
# build/dev.
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/collections.sh

record="" against="" references=bench/ranking_references.tsv options=()
while [[ ${1:-} == --* ]]; do
  case $1 in
    --record) record=$2 ;;
    --against) against=$2 ;;
    --references) references=$2 ;;
    --option) options+=("$2") ;;
    *)
      sed -n '3p' "$0" >&2
      exit 2
      ;;
  esac
  shift 2
done
data=${PILCROW_DATA:-}
require_collections "$data"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# TREC's runs are 1000 deep; where queries are many, each looks for one passage, and a hundred say
# as much.
depth_of() { [ "$(wc -l <"$1/queries.tsv")" -gt 500 ] && echo 100 || echo 1000; }

# Writes what the table says of a collection to its own file.
measure() {
  local name=$1 folder begin ms judged measures
  folder=$(unpacked "$data" "$name" "$work")
  $indexer --db "$work/$name.index" "$folder/docs.jsonl" >/dev/null 2>&1 || [ $? = 1 ]
  begin=$(date +%s%N)
  $searcher --db "$work/$name.index" --unit article --format trec -n "$(depth_of "$folder")" \
    "${options[@]}" --queries "$folder/queries.tsv" >"$work/$name.run" 2>/dev/null || [ $? = 1 ]
  ms=$((($(date +%s%N) - begin) / 1000000))
  rm -rf "$work/$name.index"
  judged=$($searcher evaluate --run "$work/$name.run" --qrels "$folder/qrels.txt")
  measures=$(measures_of mean <<<"$judged")
  printf '%s\t%s\t%s\t%s' "$name" "${judged%% *}" "${measures// /$'\t'}" \
    "$(awk -v ms=$ms -v n="$(wc -l <"$folder/queries.tsv")" 'BEGIN { printf "%.1f", ms / n }')"
  if [ -f "$against/$name.run" ]; then
    $searcher evaluate --measure ndcg@10 --run "$against/$name.run" --compare "$work/$name.run" \
      --qrels "$folder/qrels.txt" |
      awk '$1 == "difference" { d = $2 } $1 == "p" { printf "\t%+.4f\t%s", d, $2 }'
  fi
  echo
}

print_table() {
  awk -F '\t' -v references="$references" '
    BEGIN {
      while ((getline line < references) > 0) {
        split(line, r, "\t")
        if (r[2] ~ /^lucene/ && r[3] > lucene[r[1]]) lucene[r[1]] = r[3]
        if (r[2] == "xapian") xapian[r[1]] = r[3]
      }
      print "| collection | queries | nDCG@10 | MAP | MRR@10 | R@100 | Lucene nDCG@10 | gain | Xapian | ms | since | p |"
      print "|---|---|---|---|---|---|---|---|---|---|---|---|"
    }
    {
      known = ($1 in lucene)
      reached = known ? lucene[$1] : "-"
      gain = known ? sprintf("%+.1f %%", 100 * ($3 / lucene[$1] - 1)) : "-"
      of_xapian = ($1 in xapian) ? xapian[$1] : "-"
      since = NF > 7 ? $8 : "-"
      p = NF > 7 ? $9 : "-"
      printf("| %s | %d | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |\n", $1, $2, $3, $4, $5, $6,
        reached, gain, of_xapian, $7, since, p)
      if (known) { ++n; sum += $3; of_lucene += lucene[$1]; ratios += $3 / lucene[$1] }
    }
    END {
      if (n > 0)
        printf "mean of %d: %.4f, Lucene %.4f; the mean gain is %+.1f %%\n", n, sum / n, of_lucene / n,
          100 * (ratios / n - 1)
    }'
}

names=("$@")
[ $# -gt 0 ] || mapfile -t names < <(collection_names "$data")
running=0
for name in "${names[@]}"; do
  [ $running -lt 2 ] || { wait -n && running=1; }
  measure "$name" >"$work/$name.row" &
  running=$((running + 1))
done
for ((; running > 0; --running)); do wait -n; done

if [ -n "$record" ]; then
  mkdir -p "$record"
  cp "$work"/*.run "$record"
fi
(cd "$work" && cat "${names[@]/%/.row}") | print_table
