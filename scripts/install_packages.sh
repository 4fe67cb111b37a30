#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Installs the Debian 12 packages that are missing: those to build, and with --dev those to test.
set -eu

packages="g++ cmake ninja-build pkg-config libxapian-dev libicu-dev libcld2-dev libcli11-dev
  nlohmann-json3-dev libxxhash-dev libxml2-dev libarchive-dev libmd4c-dev libedit-dev zlib1g-dev
  less poppler-utils"
if [ "${1:-}" = --dev ]; then
  packages="$packages libgtest-dev libgmock-dev clang libclang-rt-14-dev clang-format clang-tidy
    libclang-14-dev llvm-14-dev libsqlite3-dev git procps xapian-tools"
fi

missing=""
for package in $packages; do
  if ! dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed'; then
    missing="$missing $package"
  fi
done
if [ -z "$missing" ]; then
  exit 0
fi

as_root=""
if [ "$(id -u)" != 0 ]; then
  as_root=sudo
fi
echo "installing:$missing" >&2
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
# shellcheck disable=SC2086  # The list is meant to be split.
$as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
