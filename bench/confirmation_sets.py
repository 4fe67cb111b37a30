#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""confirmation_sets.py BULK OUT: known-item collections from the bulk corpora, which nothing was tuned on.

BULK holds NAME.jsonl or NAME.jsonl.zst.  Each set becomes OUT/collections/NAME, as bench/ranking.sh
reads it.  What a query looks for is known by how it was made: a headline looks for the article
(or the passages of the article) that it was taken from, the first sentence for the rest (or for the
passages, which have the headline as their title), a translation for another translation.  The sets of
`choose` may decide a setting, those of `confirm`
only whether it stays.
"""
import hashlib
import json
import pathlib
import re
import subprocess
import sys

QUERIES_MAX = 300
SENTENCE_END = re.compile(r"(?<=[.!?।።])\s+|(?<=[。！？])(?![”」』])")


def read(bulk, name):
    plain = bulk / f"{name}.jsonl"
    if plain.exists():
        text = plain.read_text(encoding="utf-8")
    else:
        packed = subprocess.run(["zstd", "-dcq", plain.with_suffix(".jsonl.zst")], check=True, stdout=subprocess.PIPE)
        text = packed.stdout.decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def sampled(items, most, key):
    """The same few for ever, wherever they stand."""
    return sorted(items, key=lambda item: hashlib.sha256(key(item).encode()).digest())[:most]


def paragraphs(text):
    return [part.strip() for part in text.split("\n\n") if part.strip()]


def sentences(text):
    return [part.strip() for part in SENTENCE_END.split(text) if part.strip()]


def one_line(text):
    return " ".join(text.split())


class Collection:
    def __init__(self, name, language):
        self.name, self.language = name, language
        self.documents, self.queries = [], []

    def add_document(self, identifier, text, title=""):
        self.documents.append({"id": identifier, "title": title, "text": text})

    def add_query(self, text, relevant):
        self.queries.append((one_line(text), relevant))

    def write(self, out):
        folder = out / "collections" / self.name
        folder.mkdir(parents=True, exist_ok=True)
        kept = sampled(self.queries, QUERIES_MAX, lambda query: query[0])
        with open(folder / "docs.jsonl", "w", encoding="utf-8") as file:
            for document in self.documents:
                print(json.dumps(document, ensure_ascii=False), file=file)
        with open(folder / "queries.tsv", "w", encoding="utf-8") as queries, open(folder / "qrels.txt", "w", encoding="utf-8") as judgments:
            for number, (text, relevant) in enumerate(kept, 1):
                print(number, text, sep="\t", file=queries)
                for identifier in relevant:
                    print(number, 0, identifier, 1, file=judgments)
        (folder / "language").write_text(self.language + "\n")
        print(f"{self.name}: {len(self.documents)} documents, {len(kept)} queries")


def headlines(bulk, source, name, language, as_passages, most=100000):
    """A headline looks for its article, which has lost it; or for the article's paragraphs."""
    made = Collection(name, language)
    for number, article in enumerate(sampled(read(bulk, source), most, lambda each: each["id"])):
        title = one_line(article["title"])
        parts = [part for part in paragraphs(article["text"]) if one_line(part) != title]
        if not parts:
            continue
        identifiers = [f"{number}.{part}" for part in range(len(parts))] if as_passages else [f"{number}"]
        for identifier, text in zip(identifiers, parts if as_passages else ["\n\n".join(parts)]):
            made.add_document(identifier, text)
        if len(title.split()) >= 3 or (language == "zh" and len(title) > 5):
            made.add_query(title, identifiers)
    return made


def leads(bulk, source, name, language, most):
    """The first sentence looks for the rest of its article."""
    made = Collection(name, language)
    for number, article in enumerate(sampled(read(bulk, source), most, lambda each: each["id"])):
        first, *others = sentences(article["text"])
        if len(others) >= 3 and len(first) < 200:
            made.add_document(str(number), " ".join(others))
            made.add_query(first, [str(number)])
    return made


def titled(bulk, source, name, language, most=100000):
    """The first sentence looks for the other paragraphs of its article, each with the headline."""
    made = Collection(name, language)
    for number, article in enumerate(sampled(read(bulk, source), most, lambda each: each["id"])):
        title = one_line(article["title"])
        first, *others = [part for part in paragraphs(article["text"]) if one_line(part) != title] or [""]
        identifiers = [f"{number}.{part}" for part in range(len(others))]
        for identifier, text in zip(identifiers, others):
            made.add_document(identifier, text, title)
        if others and title and len(first) > 25:
            made.add_query(sentences(first)[0][:300], identifiers)
    return made


def translations(bulk, name, language, wanted, asked):
    """A sentence of one translation looks for another translation of the same text."""
    made = Collection(name, language)
    articles = {article["id"]: article["text"] for article in read(bulk, "wmt-multi")}
    number = 0
    for identifier, text in articles.items():
        if not identifier.endswith(f":{language}:{wanted}"):
            continue
        made.add_document(str(number), text)
        other = articles.get(identifier.removesuffix(wanted) + asked)
        for sentence in sentences(other) if other else []:
            if 25 <= len(sentence) * (2 if language == "zh" else 1) <= 300:
                made.add_query(sentence, [str(number)])
        number += 1
    return made


def remembered(bulk, source, name, language, every):
    """What somebody remembers of a sentence, one word of four, looks for its passage."""
    made = Collection(name, language)
    parts = [part for article in read(bulk, source) for part in paragraphs(article["text"])]
    for number, part in enumerate(parts[::every]):
        made.add_document(str(number), part)
        longest = max(sentences(part), key=len).split()
        if 12 <= len(longest) <= 40:
            made.add_query(" ".join(word for at, word in enumerate(longest) if at % 4 == 1), [str(number)])
    return made


def sets(bulk):
    yield "choose", headlines(bulk, "digitalgov-news-en", "digitalgov-articles", "en", False)
    yield "choose", headlines(bulk, "wikinews-2019-2020-en", "wikinews-passages", "en", True)
    yield "choose", headlines(bulk, "masakhanews-fra", "masakhanews-fra", "fr", False)
    yield "choose", translations(bulk, "wmt-en", "en", "refA", "refB")
    yield "choose", leads(bulk, "crud-news-zh-part", "crud-news-zh", "zh", 3000)
    yield "choose", remembered(bulk, "kaznerd-kk", "kaznerd", "kk", 2)
    yield "choose", titled(bulk, "wikinews-2019-2020-en", "wikinews-titled", "en")
    yield "confirm", titled(bulk, "digitalgov-news-en", "digitalgov-titled", "en")
    yield "confirm", titled(bulk, "reuters21578-en", "reuters-titled", "en", 8000)
    yield "confirm", headlines(bulk, "digitalgov-news-en", "digitalgov-passages", "en", True)
    yield "confirm", headlines(bulk, "wikinews-2019-2020-en", "wikinews-articles", "en", False)
    yield "confirm", headlines(bulk, "reuters21578-en", "reuters", "en", False, 8000)
    yield "confirm", headlines(bulk, "masakhanews-amh", "masakhanews-amh", "am", False)
    yield "confirm", translations(bulk, "wmt-hr", "hr", "refA", "refstud")
    yield "confirm", translations(bulk, "wmt-zh", "zh", "refA", "refB")
    yield "confirm", headlines(bulk, "uyghur-essays-ug", "uyghur-essays", "ug", False)
    yield "confirm", remembered(bulk, "eltec-deu", "eltec-deu", "de", 12)


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: confirmation_sets.py BULK OUT")
    bulk, out = map(pathlib.Path, sys.argv[1:])
    for half, made in sets(bulk):
        made.write(out / half)


if __name__ == "__main__":
    main()
