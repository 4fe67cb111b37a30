#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# tidy.sh [FILE...]: runs clang-tidy over FILE..., by default over all files that are compiled.
# Without precompiled headers, so that a file that forgets an include is found.
set -euo pipefail
cd "$(dirname "$0")/.."
build=build/tidy
plugin=$build/own_code_only.so

cmake --preset dev -B $build -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON >/dev/null
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
