#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# tidy.sh [FILE...]: runs clang-tidy over FILE..., by default over all files that are compiled.
# Every file on its own, and with no header precompiled but those of GoogleTest, so that a file that
# forgets an include is found.
set -euo pipefail
cd "$(dirname "$0")/.."
build=build/tidy
plugin=$build/own_code_only.so

cmake --preset dev -B $build -DCMAKE_CXX_COMPILER=clang++ -DPILCROW_PRECOMPILE_STANDARD=OFF >/dev/null
# By their commands, since ninja would first build all that their targets need.
sed -n 's/^ *"command": "\(.*cmake_pch\.hxx\.cxx\)",*$/\1/p' $build/compile_commands.json |
  sed 's/\\\(.\)/\1/g' | while IFS= read -r command; do
  precompiled=$build/$(sed 's/.* -o \([^ ]*\) .*/\1/' <<<"$command")
  if [ cmake/pilcrow_layer.cmake -nt "$precompiled" ] || [ tests/CMakeLists.txt -nt "$precompiled" ]; then
    printf '%s\n' "$command"
  fi
done | (cd $build && xargs -r -d '\n' -P "$(nproc)" -n 1 sh -c)
if [ scripts/tidy/own_code_only.cc -nt $plugin ]; then
  # shellcheck disable=SC2046  # Flags are meant to be split.
  g++ $(llvm-config-14 --cxxflags) -shared -fPIC scripts/tidy/own_code_only.cc -o $plugin
fi
if [ $# = 0 ]; then
  mapfile -t files < <(comm -12 <(git ls-files '*.cc' | sort) \
    <(sed -n "s|^ *\"file\": \"$PWD/\(.*\)\".*|\1|p" $build/compile_commands.json | sort -u))
  set -- "${files[@]}"
fi
printf '%s\n' "$@" | xargs -P "$(nproc)" -n 4 clang-tidy --quiet --load=$plugin -p $build
