# SPDX-License-Identifier: GPL-2.0-or-later
# What the scripts that measure ranking share: the collections below DATA/collections, each a folder
# or NAME.tar.zst with docs.jsonl, queries.tsv and qrels.txt; and the programs of the preset "dev".
# shellcheck shell=bash
bin=${PILCROW_BIN:-build/dev}
indexer=$bin/indexer/pilcrow-indexer
searcher=$bin/searcher/pilcrow-searcher

# Ends the script where there is nothing to measure, or nothing to measure with.
require_collections() {
  if [ ! -d "${1:-}/collections" ]; then
    echo "skipped: set PILCROW_DATA to the folder that holds collections/" >&2
    exit 0
  fi
  if [ ! -x "$searcher" ]; then
    echo "build first: cmake --preset dev && cmake --build --preset dev" >&2
    exit 2
  fi
}

collection_names() {
  find "$1/collections" -mindepth 1 -maxdepth 1 \( -name '*.tar.zst' -o -type d \) -printf '%f\n' |
    sed 's/\.tar\.zst$//' | sort -u
}

# The folder of collection $2, which is unpacked below $3 where it has to be.
unpacked() {
  if [ -d "$1/collections/$2" ]; then
    echo "$1/collections/$2"
  else
    tar --zstd -xf "$1/collections/$2.tar.zst" -C "$3"
    echo "$3/$2"
  fi
}

# xquad-de and cmrc2018-dev-zh have their language in their names, other sets in a file.
language_of() {
  local name
  name=$(basename "$1")
  if [ -f "$1/language" ]; then
    cat "$1/language"
  elif [[ $name =~ -(ar|de|el|es|hi|ro|ru|th|tr|vi|zh)$ ]]; then
    echo "${BASH_REMATCH[1]}"
  else
    echo en
  fi
}

# The numbers of row $1 of what `evaluate` prints.
measures_of() { awk -v row="$1" '$1 == row { print $2, $3, $4, $5 }'; }
