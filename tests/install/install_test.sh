#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# install_test.sh static|shared SOURCE_DIR WORK_DIR BUILD_DIR: installs into a folder of its own, and
# builds and runs the example against what was installed: the static library that was built with the
# tests, or a shared one that is built for this, as fast as it can be: not optimised, by clang if it is
# there, and several files as one unless they have a name in common.
set -euo pipefail
kind=$1
source_dir=$2
work=$3
built=$4
prefix=$work/prefix
examples=$source_dir/examples

rm -rf "$prefix" "$work/consumer" "$work/notes"*
if [ "$kind" = shared ]; then
  built=$work/build
  cmake -S "$source_dir" -B "$built" -G Ninja -DCMAKE_CXX_COMPILER="$(command -v clang++ c++ | head -1)" \
    -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG= -DPILCROW_BUILD_TESTS=OFF \
    -DBUILD_SHARED_LIBS=ON -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=16 >/dev/null
  if ! cmake --build "$built" >"$work/build.log"; then
    cmake "$built" -DCMAKE_UNITY_BUILD=OFF >/dev/null
    cmake --build "$built" | tail -1
  fi
fi
cmake --install "$built" --prefix "$prefix" >/dev/null
libraries=$(dirname "$(dirname "$(find "$prefix" -name pilcrow.pc)")")
# Programs find the library beside them, wherever the prefix lies.
export LD_LIBRARY_PATH=$libraries

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
  -DCMAKE_PREFIX_PATH="$prefix" -DEXAMPLES="$examples" >/dev/null
cmake --build "$work/consumer" >/dev/null
check "$work/consumer/search_notes" cmake
answer=$("$work/consumer/search_threads" "$work/notes-cmake" harvest glacier | tail -1)
if [ "$answer" != "glacier: note-1#1" ]; then
  echo "search_threads printed: $answer" >&2
  exit 1
fi

export PKG_CONFIG_PATH=$libraries/pkgconfig
# shellcheck disable=SC2046  # Flags are meant to be split.
g++ -std=c++20 "$examples/search_notes.cc" -o "$work/notes_by_pkg_config" \
  $(pkg-config --define-variable=prefix="$prefix" --cflags --libs pilcrow)
check "$work/notes_by_pkg_config" pkg-config

"$prefix/bin/pilcrow-indexer" --version
"$prefix/bin/pilcrow-searcher" --db "$work/notes-cmake" -n 1 harvest

# Only what the headers promise may be visible: nothing of ours outside the namespace, no helper.
if [ "$kind" = shared ]; then
  extra=$(nm -D --defined-only "$libraries/libpilcrow.so" | cut -d' ' -f3- |
    grep -vE '^_ZN?K?St' | c++filt |
    grep -vE '^(typeinfo|vtable|VTT|guard|construction|std::|void std::|bool std::|non-virtual|.* std::|char const \(&std::|operator)' |
    grep -vE '^pilcrow::(Error|Analyzer|ArticleReader|Indexer|QueryReader|Searcher|SearcherPool|SourceWalker|SourceWatcher)::|^pilcrow::(to_string|cite|compare|evaluate|mean|read_judgments|read_queries|read_run|check_index|index_info|plan_sources|detect_language|guess_language|passage_language|open_source|read_source|source_text|split_paragraphs|paragraph_kinds|parse_passage_id|version|version_details)(\[abi:cxx11\])?\(' || true)
  if [ -n "$extra" ]; then
    printf 'symbols that no header declares:\n%s\n' "$extra" >&2
    exit 1
  fi
fi
