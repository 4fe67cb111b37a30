#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# From a fresh clone to a first search: installs what is missing, builds, indexes corpus/sample and
# searches it.
set -eu
cd "$(dirname "$0")/.."

scripts/install_packages.sh
# Several files are compiled as one, which takes less than half as long.
cmake --preset release -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=16 >/dev/null
cmake --build --preset release
bin=build/release

index=build/sample.index
echo
echo "$ pilcrow-indexer --db $index corpus/sample"
"$bin/indexer/pilcrow-indexer" --db "$index" corpus/sample
echo
echo "$ pilcrow-searcher --db $index -n 3 'railway to Ürümqi'"
"$bin/searcher/pilcrow-searcher" --db "$index" -n 3 'railway to Ürümqi'
echo
echo "The programs are in $bin/indexer and $bin/searcher; 'cmake --install $bin' installs them."
