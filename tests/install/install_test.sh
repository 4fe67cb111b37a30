#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# install_test.sh static|shared SOURCE_DIR WORK_DIR: builds, installs into a folder of its own, and
# builds and runs the example against what was installed.
set -euo pipefail
kind=$1
source_dir=$2
work=$3
prefix=$work/prefix
example=$source_dir/examples/search_notes.cc
shared=$([ "$kind" = shared ] && echo ON || echo OFF)

rm -rf "$prefix" "$work/consumer" "$work/notes"*
cmake -S "$source_dir" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DPILCROW_BUILD_TESTS=OFF \
  -DBUILD_SHARED_LIBS="$shared" -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_INSTALL_LIBDIR=lib >/dev/null
cmake --build "$work/build" | tail -1
cmake --install "$work/build" >/dev/null
# Programs find the library beside them, wherever the prefix lies.
export LD_LIBRARY_PATH=$prefix/lib

expected="note-1#1: The glacier has retreated by a mile."
check() {
  local output
  output=$("$1" "$work/notes-$2" | head -1)
  if [ "$output" != "$expected" ]; then
    echo "$1 printed: $output" >&2
    exit 1
  fi
}

cmake -S "$source_dir/tests/install/consumer" -B "$work/consumer" -G Ninja \
  -DCMAKE_PREFIX_PATH="$prefix" -DEXAMPLE="$example" >/dev/null
cmake --build "$work/consumer" >/dev/null
check "$work/consumer/search_notes" cmake

export PKG_CONFIG_PATH=$prefix/lib/pkgconfig
# shellcheck disable=SC2046  # Flags are meant to be split.
g++ -std=c++20 "$example" -o "$work/notes_by_pkg_config" $(pkg-config --cflags --libs pilcrow)
check "$work/notes_by_pkg_config" pkg-config

"$prefix/bin/pilcrow-indexer" --version
"$prefix/bin/pilcrow-searcher" --db "$work/notes-cmake" -n 1 harvest

# Only what the headers promise may be visible: nothing of ours outside the namespace, no helper.
if [ "$kind" = shared ]; then
  extra=$(nm -DC --defined-only "$prefix/lib/libpilcrow.so" | cut -d' ' -f3- |
    grep -vE '^(typeinfo|vtable|VTT|guard|construction|std::|void std::|bool std::|non-virtual|.* std::|operator)' |
    grep -vE '^pilcrow::(Error|Analyzer|ArticleReader|Indexer|Searcher|SourceWalker|SourceWatcher)::|^pilcrow::(to_string|cite|compare|evaluate|mean|read_judgments|read_queries|read_run|check_index|index_info|plan_sources|detect_language|guess_language|passage_language|open_source|read_source|source_text|split_paragraphs|paragraph_kinds|parse_passage_id|version|version_details)(\[abi:cxx11\])?\(' || true)
  if [ -n "$extra" ]; then
    printf 'symbols that no header declares:\n%s\n' "$extra" >&2
    exit 1
  fi
fi
