#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# run_case.sh CASE BIN_DIR...: runs a case in a folder of its own and compares its whole output, both
# streams, with the .expected file beside it; UPDATE=1 writes that file instead.
#
# In a case, corpus/sample is there as `sample`, and `run COMMAND...` prints the command, its output
# and its exit status.  Times, cursors and the folder's path are replaced, since they differ from run
# to run.
set -uo pipefail

case_file=$(realpath "$1")
shift
source_dir=$(realpath "$(dirname "$case_file")/../..")
expected=${case_file%.case}.expected
for dir in "$@"; do
  PATH=$(realpath "$dir"):$PATH
done
export PATH LC_ALL=C.UTF-8
unset PILCROW_DB NO_COLOR

work=$(mktemp -d)
work=$(realpath "$work")
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
cp -r "$source_dir/corpus/sample" sample

run() {
  printf '$ %s\n' "$*"
  "$@" 2>&1
  printf 'exit %d\n' $?
}

# shellcheck disable=SC1090  # The case is the point.
actual=$(source "$case_file" 2>&1 | sed -E "s|$work|WORK|g; s/ in [0-9.]+ s$/ in TIME/; s/\"seconds\": [0-9.e-]+/\"seconds\": TIME/; s/(\"next_cursor\": ?)\"[0-9a-f]+\"/\1\"CURSOR\"/")

if [ "${UPDATE:-}" = 1 ]; then
  printf '%s\n' "$actual" >"$expected"
fi
diff -u "$expected" <(printf '%s\n' "$actual")
