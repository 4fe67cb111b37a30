#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# All that must hold before a change lands: installs what is missing, checks the format, builds with
# warnings as errors and clang-tidy, and runs all tests, first with sanitizers, then without.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n== %s (after %s s)\n' "$*" "$SECONDS"; }

# build PRESET FLAG...: several files at a time are compiled as one, which takes half of the time.
# Where two of them have a name in common, each is compiled on its own after all: only that tells
# whether something is wrong with one.
build() {
  local preset=$1
  shift
  cmake --preset "$preset" -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=16 "$@"
  if ! cmake --build --preset "$preset"; then
    step "build again, every file on its own"
    cmake --preset "$preset" -DCMAKE_UNITY_BUILD=OFF
    cmake --build --preset "$preset"
  fi
}

step "packages"
scripts/install_packages.sh --dev

step "format"
git ls-files '*.cc' '*.h' | xargs clang-format --dry-run --Werror

step "build and test with sanitizers"
build asan
ctest --preset asan -LE 'tidy|install' -j "$(nproc)"

# Nobody debugs what is built here, and full debug information takes a third of the time.
step "build with warnings as errors"
build dev -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O2 -DNDEBUG"
cmake --build --preset dev --target all_verify_interface_header_sets

step "clang-tidy"
scripts/tidy.sh

step "test"
ctest --preset dev -j "$(nproc)"

step "done"
