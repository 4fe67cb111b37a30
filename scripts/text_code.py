#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""text_code.py BULK > store/text_code_table.cc: works out the code of stored texts (store/text_code.h).

BULK holds NAME.jsonl, the bulk corpora below.  How often a byte follows another is counted in each,
and weighted, so that no script is without a code and English has the best.  None of the corpora by
which sizes are measured is among them.  Raise the format version when the table changes.
"""
import collections
import json
import pathlib
import sys

LENGTH_MAX = 10  # Bits of a code.
ESCAPE = 256  # What has no code of its own follows in 8 bits.
PROBABILITY_MIN = 2**-11
PAIRS_MIN = 200  # Of 10 million: contexts with fewer share one code.
ASCII_LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
VOWELS = frozenset(b"aeiouyAEIOUY")
PLACES = 3  # Of a letter: after a letter that is no vowel, the first of a word, after a vowel.

# Weight, bytes of text, and one article of how many.
CORPORA = {
    "wikinews-2019-2020-en": (2, 3_000_000, 1),
    "digitalgov-news-en": (2, 3_000_000, 1),
    "novels100-en": (2, 3_000_000, 5),
    "masakhanews-fra": (1, 3_000_000, 1),
    "eltec-deu": (1, 3_000_000, 5),
    "eltec-rus": (1.5, 3_000_000, 5),
    "kaznerd-kk": (1, 3_000_000, 1),
    "crud-news-zh-part": (1, 3_000_000, 1),
    "uyghur-essays-ug": (0.5, 3_000_000, 1),
    "masakhanews-amh": (0.5, 3_000_000, 1),
    "sib200-multi": (1.5, 6_000_000, 9),
    "wmt-multi": (1, 6_000_000, 1),
}


def place(before, byte):
    """The place of a letter of ASCII; other bytes have but one."""
    if byte not in ASCII_LETTERS:
        return 0
    if before in VOWELS:
        return 2
    return 0 if before in ASCII_LETTERS or before >= 0x80 else 1


PLACE = [[place(before, byte) for byte in range(256)] for before in range(256)]


def count_pairs(path, bytes_max, step):
    """How often a byte follows a context in the paragraphs of a corpus: the byte before it, and the
    place of that; a paragraph begins after 0."""
    pairs = collections.Counter()
    size = 0
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file):
            if number % step != 0:
                continue
            text = (json.loads(line).get("text") or "").encode()
            for paragraph in filter(None, text.split(b"\n")):
                places = (PLACE[before][byte] for before, byte in zip(b"\0\0" + paragraph, b"\0" + paragraph))
                pairs.update(zip(zip(places, b"\0" + paragraph), paragraph))
            size += len(text)
            if size > bytes_max:
                break
    return pairs


def code_lengths(weights):
    """Lengths of the best prefix code with LENGTH_MAX bits, by the package-merge algorithm."""
    single = [(weight, (symbol,)) for symbol, weight in sorted(weights.items())]
    if len(single) == 1:
        return {single[0][1][0]: 1}
    packages = []
    for _ in range(LENGTH_MAX):
        merged = sorted(single + packages, key=lambda package: package[0])
        packages = [(a[0] + b[0], a[1] + b[1]) for a, b in zip(merged[::2], merged[1::2])]
    lengths = collections.Counter()
    for _, symbols in merged[: 2 * len(single) - 2]:
        lengths.update(symbols)
    return lengths


def code_of(followers):
    total = sum(followers.values())
    kept = {byte: count for byte, count in followers.items() if count >= total * PROBABILITY_MIN}
    kept[ESCAPE] = max(total - sum(kept.values()), total * PROBABILITY_MIN)
    return code_lengths(kept)


def encoded(context, lengths):
    """The place and the byte of the context, the number of codes of each length, the length of the escape, and the bytes in
    the order of their codes."""
    counts = collections.Counter(lengths.values())
    symbols = sorted((length, symbol) for symbol, length in lengths.items() if symbol != ESCAPE)
    return bytes([*context, *(counts[length] for length in range(1, LENGTH_MAX + 1)), lengths[ESCAPE],
                  *(symbol for _, symbol in symbols)])


def main():
    followers = collections.defaultdict(collections.Counter)
    for name, (weight, bytes_max, step) in CORPORA.items():
        pairs = count_pairs(pathlib.Path(sys.argv[1]) / f"{name}.jsonl", bytes_max, step)
        total = sum(pairs.values())
        for (first, second), count in sorted(pairs.items()):
            followers[first][second] += count * weight * 10_000_000 / total
    everywhere = collections.Counter()
    for counts in followers.values():
        everywhere.update(counts)
    table = encoded((0, 0), code_of(everywhere))
    for context, counts in sorted(followers.items()):
        if sum(counts.values()) >= PAIRS_MIN:
            table += encoded(context, code_of(counts))
    print("// SPDX-License-Identifier: GPL-2.0-or-later")
    print("// Made by scripts/text_code.py.")
    print('#include "store/text_code.h"\n')
    print("namespace pilcrow {\n")
    print("const std::string_view text_code_table =")
    digits = table.hex()
    lines = [f'    "{digits[at:at + 92]}"' for at in range(0, len(digits), 92)]
    print("\n".join(lines) + ";\n")
    print("}  // namespace pilcrow")


main()
