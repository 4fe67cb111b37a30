# SPDX-License-Identifier: GPL-2.0-or-later
"""The passages that peers are compared over, and the queries drawn from them."""

import json
import pathlib
import random
import re
import subprocess

BULK = ["reuters21578-en", "eltec-eng", "novels100-en", "digitalgov-news-en",
        "wikinews-2019-2020-en"]
# What no query of content words is made of.
FUNCTION_WORDS = set(
    "about after again against also although always among another because been before being below "
    "between both cannot could does doing done down during each either else ever every from further "
    "have having hence here hers herself himself his however into itself just least less like made "
    "many might more most much must myself neither never none nor not nothing now off once only other "
    "others our ours out over own perhaps rather said same shall should since some still such than "
    "that the their theirs them themselves then there therefore these they this those though through "
    "thus together too toward towards under until upon very was well were what whatever when where "
    "whether which while who whom whose why will with within without would yet you your yours".split())


def articles(folder):
    """All articles of the English bulk corpora; when they end, again with the words of each
    paragraph in another order, so that no passage comes twice."""
    shuffled = None
    turn = 0
    while True:
        for name in BULK:
            lines = subprocess.Popen(["zstd", "-dcq", folder / f"{name}.jsonl.zst"],
                                     stdout=subprocess.PIPE)
            with lines.stdout as stream:
                for line in stream:
                    article = json.loads(line)
                    paragraphs = [" ".join(paragraph.split())
                                  for paragraph in re.split(r"\n\s*\n", article["text"])]
                    if turn > 0:
                        article["id"] += f"~{turn}"
                        paragraphs = [reordered(paragraph, shuffled) for paragraph in paragraphs]
                    yield article["id"], article.get("title", ""), [p for p in paragraphs if p]
            lines.wait()
        turn += 1
        shuffled = random.Random(turn)


def reordered(paragraph, generator):
    words = paragraph.split(" ")
    generator.shuffle(words)
    return " ".join(words)


def write_articles(folder, paths):
    """For each size, to its path, the first articles with so many paragraphs altogether, as JSON
    Lines for Pilcrow.  All sizes begin alike, so articles are read once."""
    files = {size: path.open("w") for size, path in paths.items()}
    written = 0
    for name, title, paragraphs in articles(pathlib.Path(folder)) if files else []:
        for size, file in list(files.items()):
            part = paragraphs[:size - written]
            if part:
                json.dump({"id": name, "title": title, "text": "\n\n".join(part)}, file,
                          ensure_ascii=False)
                file.write("\n")
            if written + len(part) == size:
                files.pop(size).close()
        written += len(paragraphs)
        if not files:
            return


def write_scriptindex(passages, path):
    with passages.open() as lines, path.open("w") as file:
        for line in lines:
            name, text = line.rstrip("\n").split("\t", 1)
            file.write(f"id={name}\ntext={text}\n\n")


def write_groonga(passages, path):
    """Groonga's commands for a table of passages and, last, the index over it."""
    with passages.open() as lines, path.open("w") as file:
        file.write("table_create Passages TABLE_NO_KEY\n"
                   "column_create Passages id COLUMN_SCALAR ShortText\n"
                   "column_create Passages text COLUMN_SCALAR Text\n"
                   'load --table Passages\n[["id", "text"]')
        for line in lines:
            file.write(",\n" + json.dumps(line.rstrip("\n").split("\t", 1), ensure_ascii=False))
        file.write("\n]\n"
                   "table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram "
                   "--normalizer NormalizerAuto\n"
                   "column_create Terms passages COLUMN_INDEX|WITH_POSITION Passages text\n")


def write_queries(passages, path, count):
    """`count` queries of each kind: of 1 to 5 content words of one passage, all (and) or any (or);
    phrases of 2 or 3 words as they stand, common ones included; phrases with one of two words."""
    generator = random.Random(20)
    texts = [line.split("\t", 1)[1] for line in passages.read_text().splitlines()]
    queries = []
    while len(queries) < 4 * count:
        text = generator.choice(texts)
        plain = re.findall(r"(?<![\w'-])[A-Za-z]+(?: [A-Za-z]+){1,2}(?![\w'-])", text)
        content = sorted({word.lower() for word in re.findall(r"\b[A-Za-z]{4,}\b", text)}
                         - FUNCTION_WORDS)
        if len(content) < 7 or not plain:
            continue
        words = generator.sample(content, generator.randint(1, 5))
        phrase = generator.choice(plain).lower()
        one, other = generator.sample(content, 2)
        queries += [f"or\t{' OR '.join(words)}", f"and\t{' AND '.join(words)}",
                    f'phrase\t"{phrase}"', f'mixed\t"{phrase}" AND ({one} OR {other})']
    path.write_text("".join(f"{query}\n" for query in sorted(queries)))
