#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""groonga_search.py INDEX QUERIES 1 PASSES: asks groonga, which says itself how long each query took.
Prints what the other search programs print."""

import json
import pathlib
import subprocess
import sys

index, queries, _, passes = sys.argv[1:]
asked = [line.split("\t") for line in pathlib.Path(queries).read_text().splitlines()]
# Groonga's AND is a space.
commands = "".join(
    "select Passages --match_columns text --output_columns text --limit 10 --sort_keys -_score "
    f"--query '{text.replace(' AND ', ' ')}'\n" for _, text in asked) * int(passes)
answers = subprocess.run(["groonga", index], input=commands, check=True, text=True,
                         capture_output=True).stdout.splitlines()[-len(asked):]
total = 0
for (kind, _), answer in zip(asked, answers):
    (status, _, seconds, *_), result = json.loads(answer)
    assert status == 0, answer
    total += seconds
    # Behind the count of matches and the names of columns.
    print(kind, seconds * 1e6, len(result[0]) - 2, sep="\t")
print("total", total, sep="\t")
