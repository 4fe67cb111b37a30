#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# All that must hold before a change lands: installs what is missing, checks the format, builds with
# warnings as errors and clang-tidy, and runs all tests, first with sanitizers, then without.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n== %s\n' "$*"; }

step "packages"
scripts/install_packages.sh --dev

step "format"
git ls-files '*.cc' '*.h' | xargs clang-format --dry-run --Werror

step "build and test with sanitizers"
cmake --preset asan
cmake --build --preset asan
ctest --preset asan -LE 'tidy|install' -j "$(nproc)"

step "build with warnings as errors"
cmake --preset dev
cmake --build --preset dev
cmake --build --preset dev --target all_verify_interface_header_sets

# Without precompiled headers, which clang can't share with GCC.
step "clang-tidy"
cmake --preset dev -B build/tidy -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON
git ls-files '*.cc' | grep -v '^examples/' |
  xargs -P "$(nproc)" -n 4 clang-tidy --quiet -p build/tidy

step "test"
ctest --preset dev -j "$(nproc)"
