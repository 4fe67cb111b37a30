#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Pilcrow beside other search libraries: builds and searches the same passages with each in turn,
several times, in one run; prints tables and writes JSON.

  PILCROW_DATA=... bench/peers/run.py --passages 100000
  PILCROW_DATA=... bench/peers/run.py --growth 50000,100000,200000,400000,800000 --queries 200 \\
      --only 'Pilcrow|Lucene|SQLite'

Needs the programs of the preset "dev".  A peer that this machine lacks is named and left out:
SQLite FTS5 (libsqlite3-dev when building), Lucene (liblucene8-java and a JDK), Omega (xapian-omega),
Groonga (groonga-bin).
"""

import argparse
import json
import multiprocessing
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import corpus
from peer_list import find_peers

KINDS = ["or", "and", "phrase", "mixed"]
MIB = 1 << 20


def size_on_disk(folder):
    # Blocks, since Groonga's files have holes.
    return sum(file.stat().st_blocks * 512 for file in folder.rglob("*") if file.is_file())


def measure(command, **options):
    """Runs a command; its wall and processor seconds and its peak memory."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))}: failed with {status}")
    return {"seconds": seconds, "cpu": usage.ru_utime + usage.ru_stime,
            "peak_mib": usage.ru_maxrss / 1024}


def build(peer, work):
    index = work / peer.index
    shutil.rmtree(index, ignore_errors=True)
    if peer.needs_folder:
        index.mkdir()
    source = peer.standard_input
    result = measure(peer.build, stdin=source.open() if source else subprocess.DEVNULL)
    result["index_mib"] = size_on_disk(index) / MIB
    return result


def searched(peer, queries, threads, passes):
    """Microseconds of each query by kind, and seconds in all."""
    output = subprocess.run(peer.search(queries, threads, passes), check=True, text=True,
                            capture_output=True).stdout
    times = {}
    hits = {}
    total = 0
    for line in output.splitlines():
        kind, *values = line.split("\t")
        if kind == "total":
            total = float(values[0])
        else:
            times.setdefault(kind, []).append(float(values[0]))
            hits[kind] = hits.get(kind, 0) + int(values[1])
    return times, hits, total


def search(peer, files):
    times, hits, seconds = searched(peer, files.queries, 1, 2)
    result = {"times": times, "hits": hits,
              "per_second": {"1": sum(map(len, times.values())) / seconds}}
    if peer.threads:
        _, _, seconds = searched(peer, files.queries, 2, 2)
        result["per_second"]["2"] = sum(map(len, times.values())) / seconds
    begin = time.perf_counter()
    searched(peer, files.first_query, 1, 1)
    result["cold_ms"] = (time.perf_counter() - begin) * 1e3
    return result


def percentile(times, part):
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def median(runs, *path):
    values = []
    for run in runs:
        for key in path:
            run = run.get(key, {})
        if run != {}:
            values.append(run)
    return statistics.median(values) if values else None


def summary_of_builds(runs):
    return {key: median(runs, key) for key in runs[0]}


def summary_of_searches(runs):
    result = {"per_second": {n: median(runs, "per_second", n) for n in ("1", "2")},
              "cold_ms": median(runs, "cold_ms")}
    for kind in KINDS:
        result[kind] = {
            "mean_ms": statistics.median(statistics.mean(run["times"][kind]) for run in runs) / 1e3,
            "p50_ms": statistics.median(percentile(run["times"][kind], .5) for run in runs) / 1e3,
            "p99_ms": statistics.median(percentile(run["times"][kind], .99) for run in runs) / 1e3,
            "hits": runs[0]["hits"][kind]}
    return result


def figure(value, digits):
    return "-" if value is None else f"{value:.{digits}f}"


def print_builds(builds, text_mib):
    print("\n| build | seconds | processor seconds | peak MiB | index MiB | index / text |")
    print("|---|---|---|---|---|---|")
    for name, run in builds.items():
        print(f"| {name} | {figure(run['seconds'], 1)} | {figure(run['cpu'], 1)} | "
              f"{figure(run['peak_mib'], 0)} | {figure(run['index_mib'], 0)} | "
              f"{figure(run['index_mib'] / text_mib, 2)} |")


def print_searches(searches):
    print("\n| top 10; ms: mean / p50 / p99 | OR | AND | phrase | mixed | queries/s, 1 thread "
          "| 2 threads | first answer of a new process, ms |")
    print("|---|---|---|---|---|---|---|---|")
    for name, run in searches.items():
        kinds = " | ".join(" / ".join(figure(run[kind][part], 2)
                                      for part in ("mean_ms", "p50_ms", "p99_ms"))
                           for kind in KINDS)
        print(f"| {name.removesuffix(', 2 threads')} | {kinds} | {figure(run['per_second']['1'], 0)} | "
              f"{figure(run['per_second']['2'], 0)} | {figure(run['cold_ms'], 0)} |")


def print_growth(sizes):
    """Of each build its seconds and its peak memory, and of the searches the mean of OR, by size."""
    print("\n| seconds / peak MiB / OR ms | " +
          " | ".join(str(size["passages"]) for size in sizes) + " |")
    print("|---" * (len(sizes) + 1) + "|")
    for name in sizes[0]["build"]:
        cells = [f"{size['build'][name]['seconds']:.1f} / {size['build'][name]['peak_mib']:.0f} / " +
                 figure(size["search"].get(name, {}).get("or", {}).get("mean_ms"), 2)
                 for size in sizes]
        print(f"| {name} | {' | '.join(cells)} |")


def machine():
    model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    return {"processors": os.cpu_count(), "model": model.group(1) if model else "",
            "system": platform.platform(), "date": time.strftime("%Y-%m-%d")}


def compare(files, options):
    files.prepare(options.queries)
    peers, absent = find_peers(files, options.bin)
    if options.only:
        peers = [peer for peer in peers if re.search(options.only, peer.name)]
    for peer in peers:
        if peer.prepare:
            peer.prepare()
    text_mib = files.passages.stat().st_size / MIB
    print(f"\n{files.count} passages, {text_mib:.1f} MiB; medians of {options.runs} runs by turns")
    for name in absent:
        print(f"left out: {name}")
    built = {}
    found = {}
    for _ in range(options.runs):
        for peer in peers:
            if peer.build:
                built.setdefault(peer.name, []).append(build(peer, files.work))
    for _ in range(options.runs if options.queries else 0):
        for peer in peers:
            if peer.search:
                found.setdefault(peer.name, []).append(search(peer, files))
    builds = {name: summary_of_builds(runs) for name, runs in built.items()}
    searches = {name: summary_of_searches(runs) for name, runs in found.items()}
    print_builds(builds, text_mib)
    if searches:
        print_searches(searches)
    sys.stdout.flush()
    return {"passages": files.count, "text_mib": text_mib, "absent": absent, "build": builds,
            "search": searches}


class Files:
    """What all peers read."""

    def __init__(self, work, bin, articles):
        self.work = work
        self.bin = bin
        self.articles = articles
        self.passages = work / "passages.tsv"
        self.scriptindex = work / "scriptindex.txt"
        self.groonga = work / "groonga.txt"
        self.queries = work / "queries.tsv"
        self.first_query = work / "first_query.tsv"
        self.count = 0

    def prepare(self, queries):
        with self.passages.open("w") as file:
            subprocess.run([self.bin / "bench/peers/list_passages", self.articles], check=True,
                           stdout=file)
        with self.passages.open() as file:
            self.count = sum(1 for _ in file)
        if queries:
            # In a process of its own: the memory that it takes, all passages, would count as that
            # of every program that is run after it.
            apart = multiprocessing.Process(target=corpus.write_queries,
                                            args=(self.passages, self.queries, queries))
            apart.start()
            apart.join()
            if apart.exitcode != 0:
                sys.exit("the queries could not be written")
            lines = self.queries.read_text().splitlines()
            self.first_query.write_text(next(line for line in lines if line[:3] == "or\t") + "\n")


def write_corpora(data, folder, sizes):
    """Files of the articles of each size, which may be there from another run."""
    folder.mkdir(parents=True, exist_ok=True)
    articles = {size: folder / f"articles-{size}.jsonl" for size in sizes}
    made = {size: path.with_suffix(".new") for size, path in articles.items() if not path.exists()}
    corpus.write_articles(pathlib.Path(data) / "bulk", made)
    for size, path in made.items():
        path.rename(articles[size])
    return articles


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, default=100000, help="how many (default 100000)")
    parser.add_argument("--growth", help="sizes; compares builds and searches at each, once")
    parser.add_argument("--queries", type=int, default=1000, help="of each kind (default 1000)")
    parser.add_argument("--runs", type=int, default=3, help="of each peer, by turns (default 3)")
    parser.add_argument("--only", help="a regular expression: peers to run")
    parser.add_argument("--json", type=pathlib.Path, default="peers.json",
                        help="where the figures go (default peers.json)")
    parser.add_argument("--bin", type=pathlib.Path, default="build/dev",
                        help="where the programs are (default build/dev)")
    parser.add_argument("--work", help="folder for indexes (default: a temporary one)")
    parser.add_argument("--corpora", type=pathlib.Path,
                        help="folder that keeps the corpora for the next run (default: none)")
    options = parser.parse_args()
    options.data = os.environ.get("PILCROW_DATA", "")
    if not os.path.isdir(os.path.join(options.data, "bulk")):
        print("skipped: set PILCROW_DATA to the folder that holds bulk/*.jsonl.zst",
              file=sys.stderr)
        return
    if not (options.bin / "bench/peers/list_passages").exists():
        sys.exit("build first: cmake --preset dev && cmake --build --preset dev")
    sizes = [options.passages]
    if options.growth:
        sizes = [int(size) for size in options.growth.split(",")]
        options.runs = 1
    results = {"machine": machine(), "runs": options.runs, "sizes": []}
    with tempfile.TemporaryDirectory(dir=options.work) as temporary:
        corpora = options.corpora or pathlib.Path(temporary)
        articles = write_corpora(options.data, corpora, sizes)
        for size in sizes:
            with tempfile.TemporaryDirectory(dir=options.work) as work:
                files = Files(pathlib.Path(work), options.bin, articles[size])
                results["sizes"].append(compare(files, options))
            options.json.write_text(json.dumps(results, indent=1) + "\n")
    if options.growth:
        print_growth(results["sizes"])


if __name__ == "__main__":
    main()
