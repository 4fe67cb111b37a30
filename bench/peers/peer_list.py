# SPDX-License-Identifier: GPL-2.0-or-later
"""The peers: how each builds an index and searches it."""

import dataclasses
import pathlib
import shutil
import subprocess
import typing

import corpus

HERE = pathlib.Path(__file__).parent
JARS = pathlib.Path("/usr/share/java")
INDEX_SCRIPT = "id : field\ntext : field index\n"


@dataclasses.dataclass
class Peer:
    name: str
    index: str  # A folder in the work folder.
    build: typing.Optional[list] = None
    search: typing.Optional[typing.Callable] = None  # (queries, threads, passes) -> command
    standard_input: typing.Optional[pathlib.Path] = None
    threads: bool = True
    needs_folder: bool = False
    prepare: typing.Optional[typing.Callable] = None  # Makes the input that this peer alone reads.


def command(*words):
    return [str(word) for word in words]


def searcher(*words):
    return lambda *arguments: command(*words, *arguments)


def pilcrow(files, bin):
    program = bin / "bench/peers/pilcrow_search"

    def indexer(jobs):
        return command(bin / "indexer/pilcrow-indexer", "--db", files.work / f"pilcrow{jobs}",
                       "--jobs", jobs, "--progress", "never", files.articles)

    index = files.work / "pilcrow2"
    return [Peer("Pilcrow, 1 thread", "pilcrow1", indexer(1)),
            Peer("Pilcrow, 2 threads", "pilcrow2", indexer(2),
                 searcher(program, "bare", index)),
            Peer("Pilcrow, full default search", "pilcrow2",
                 search=searcher(program, "full", index))]


def lucene(files, bin):
    jars = [jar for part in ("core", "analyzers-common", "queryparser")
            for jar in JARS.glob(f"lucene-{part}-8*.jar")]
    if not shutil.which("javac") or not jars:
        return []
    subprocess.run(command("javac", "-cp", ":".join(map(str, jars)), "-d", files.work,
                           HERE / "LucenePeer.java"), check=True)
    java = ["java", "-cp", ":".join(map(str, [files.work, *jars])), "LucenePeer"]

    def build(threads):
        return command(*java, "build", files.work / f"lucene{threads}", files.passages, threads)

    return [Peer("Lucene, 1 thread", "lucene1", build(1)),
            Peer("Lucene, 2 threads", "lucene2", build(2),
                 searcher(*java, "search", files.work / "lucene2"))]


def sqlite(files, bin):
    program = bin / "bench/peers/sqlite_peer"
    if not program.exists():
        return []
    index = files.work / "sqlite/db"
    return [Peer("SQLite FTS5", "sqlite", command(program, "build", index, files.passages),
                 searcher(program, "search", index), needs_folder=True)]


def term_generator(files, bin):
    index = files.work / "xapian"
    return [Peer("Xapian, TermGenerator", "xapian",
                 command(bin / "bench/obvious_indexer", index, files.articles),
                 searcher(bin / "bench/peers/xapian_search", index))]


def omega(files, bin):
    if not shutil.which("scriptindex"):
        return []
    script = files.work / "index.script"
    script.write_text(INDEX_SCRIPT)
    index = files.work / "omega"
    return [Peer("Xapian, Omega's scriptindex", "omega",
                 command("scriptindex", "--overwrite", index, script, files.scriptindex),
                 searcher(bin / "bench/peers/xapian_search", index),
                 prepare=lambda: corpus.write_scriptindex(files.passages, files.scriptindex))]


def groonga(files, bin):
    if not shutil.which("groonga"):
        return []
    index = files.work / "groonga/db"
    return [Peer("Groonga", "groonga", command("groonga", "-n", index),
                 searcher(HERE / "groonga_search.py", index), standard_input=files.groonga,
                 threads=False, needs_folder=True,
                 prepare=lambda: corpus.write_groonga(files.passages, files.groonga))]


def find_peers(files, bin):
    """The peers that are here, and the names of those that are not."""
    found = pilcrow(files, bin)
    absent = []
    for name, peer in [("Lucene", lucene), ("SQLite FTS5", sqlite),
                       ("TermGenerator", term_generator), ("Omega", omega),
                       ("Groonga", groonga)]:
        peers = peer(files, bin)
        found += peers
        if not peers:
            absent.append(name)
    return found, absent
