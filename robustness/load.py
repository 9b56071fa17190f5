"""Many threads in many processes, and very many rows: whether answers stay right, memory constant and files closed.

    python -m robustness.load --seconds 120     # 16 threads in each of 8 processes, forked, then spawned
    python -m robustness.load --rows 50e6       # annotate a frame of that many rows, of texts and of categories
    python -m robustness.load --forks 60        # fork that many processes, one by one, while threads use ilkit

It fails where an answer is wrong, a process hangs, grows by more than 10 MB once it is warm, or keeps a file open.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import resource
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from typing import Any

import numpy as np
import pandas as pd
import psutil

import ilkit

MB = 1 << 20
ALLOWED_GROWTH = 10 * MB
CHUNK = 5_000_000
MINE = pd.DataFrame({"gene": ["IL8", "TP53", None, "IL-23", "IL12B", "interleukin-1 β"] * 50})
CALLS = {
    "load": lambda data: data.load("chains", ["symbol"], interleukin="IL-23")["symbol"].tolist() == ["IL23A", "IL12B"],
    "load whole": lambda data: len(data.load("effects")) == data.tables().set_index("table").loc["effects", "rows"],
    "open": lambda data: len(ilkit.Dataset(data.version).load("interleukins")) == len(data.load("interleukins")),
    "resolve": lambda data: data.resolve(["IL8", "P05231", "no name"])["symbol"].tolist()[:2] == ["CXCL8", "IL6"],
    "annotate": lambda data: data.annotate(MINE)["il_id"].dropna().tolist() == ["IL-8", "IL-23", "IL-1B"] * 50,
}


def worked(data: ilkit.Dataset, seconds: float, threads: int) -> Counter[str]:
    """Make calls of every kind from all threads until the time is over, and count them and the wrong ones."""
    end = time.monotonic() + seconds

    def work(number: int) -> Counter[str]:
        counted: Counter[str] = Counter()
        while time.monotonic() < end:
            kind = list(CALLS)[(number + counted.total()) % len(CALLS)]
            try:
                counted[kind if CALLS[kind](data) else f"wrong {kind}"] += 1
            except Exception as error:
                counted[f"wrong {kind}: {error!r}"] += 1
        return counted

    with ThreadPoolExecutor(threads) as pool:
        return sum(pool.map(work, range(threads)), Counter())


def state() -> tuple[int, int]:
    """Return the memory of this process in bytes and the number of its open files."""
    gc.collect()
    process = psutil.Process()
    return process.memory_info().rss, process.num_fds()


def process(data: ilkit.Dataset, seconds: float, threads: int, answer: Connection) -> None:
    """Work a quarter of the time to be warm, then the time itself; send the counts and both states."""
    worked(data, seconds / 4, threads)
    before = state()
    counted = worked(data, seconds, threads)
    answer.send((counted, before, state()))


def under_load(method: str, seconds: float, threads: int, processes: int) -> list[tuple[Any, ...]]:
    """Return what each process sent; one that hung sends nothing.

    They share a dataset whose tables were read by threads that have ended: a process is not to be forked while one reads.
    """
    context = multiprocessing.get_context(method)
    data = ilkit.Dataset()
    worked(data, 1, threads)
    started = []
    for _ in range(processes):
        own, theirs = context.Pipe(duplex=False)
        each = context.Process(target=process, args=(data, seconds, threads, theirs))
        each.start()
        theirs.close()
        started.append((each, own))
    end = time.monotonic() + 2 * seconds + 60
    sent = [own.recv() for _, own in started if own.poll(max(0, end - time.monotonic()))]
    for each, _ in started:
        each.join(5)
        each.kill()
    return sent


def report(method: str, sent: list[tuple[Any, ...]], seconds: float, processes: int) -> bool:
    """Print what the processes did, and tell whether all is well."""
    calls = sum((counted for counted, _, _ in sent), Counter())
    wrong = {kind: number for kind, number in calls.items() if kind.startswith("wrong")}
    memory = [(before[0], after[0]) for _, before, after in sent]
    files = [(before[1], after[1]) for _, before, after in sent]
    growth = [after - before for before, after in memory]
    print(f"{method}: {len(sent)} of {processes} processes answered")
    print(f"  calls {calls.total():,}, {calls.total() / seconds:,.0f} per second, errors {sum(wrong.values())} {wrong or ''}")
    print(f"  calls by kind: {dict(sorted(calls.items()))}")
    print(f"  memory of a process when warm and at the end, MB: {[(b // MB, a // MB) for b, a in memory]}")
    print(f"  growth, MB: {[round(each / MB, 1) for each in growth]}")
    print(f"  open files when warm and at the end: {files}", flush=True)
    grown = any(each > ALLOWED_GROWTH for each in growth) or any(after > before for before, after in files)
    return len(sent) == processes and not wrong and not grown


def forked(number: int) -> int:
    """Return how many of the processes hung that were forked while three threads load, or make every call."""
    context, hung = multiprocessing.get_context("fork"), 0
    for kinds in (["open"], list(CALLS)):
        over = threading.Event()

        def use(kinds: list[str] = kinds, over: threading.Event = over) -> None:
            while not over.is_set():
                data = ilkit.Dataset()
                for kind in kinds:
                    CALLS[kind](data)

        threads = [threading.Thread(target=use) for _ in range(3)]
        for thread in threads:
            thread.start()
        left = 0
        for _ in range(number):
            child = context.Process(target=lambda: [call(ilkit.Dataset()) for call in CALLS.values()])
            child.start()
            child.join(20)
            left += child.is_alive() or child.exitcode != 0
            child.kill()
        over.set()
        for thread in threads:
            thread.join()
        print(f"forked while threads {'load' if kinds == ['open'] else 'make every call'}: {left} of {number} hung", flush=True)
        hung += left
    return hung


def chunks(kind: str, rows: int) -> Iterator[pd.Series]:
    """Yield a column of names, of which many are unknown and some null, as texts or categories."""
    known = ilkit.load("aliases").query("entity_type == 'gene' and blocked_by.isna()")["alias"].unique()
    names = pd.Index([*known, *(f"unknown {number}" for number in range(5_000))])
    chance = np.random.default_rng(7)
    for start in range(0, rows, CHUNK):
        codes = chance.integers(-1, len(names), min(CHUNK, rows - start), dtype=np.int32)
        column = pd.Series(pd.Categorical.from_codes(codes, names))
        yield column if kind == "category" else column.astype("str").where(column.notna(), None)


def annotate_rows(kind: str, rows: int) -> bool:
    """Annotate a frame of that many rows once, print time and peak memory, and compare 1,000 rows with `resolve`."""
    frame = pd.concat(chunks(kind, rows), ignore_index=True).to_frame("gene")
    held = psutil.Process().memory_info().rss
    start = time.perf_counter()
    found = ilkit.annotate(frame, on_ambiguous="first")
    took = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    some = found.iloc[np.linspace(0, rows - 1, 1_000, dtype=int)]
    expected = ilkit.resolve(some["gene"]).drop_duplicates("position")
    same = some["il_id"].astype("object").fillna("").tolist() == expected["il_id"].fillna("").tolist()
    right = same and len(found) == rows and found.index.equals(frame.index)
    print(f"{rows:,} rows of {kind} ({frame['gene'].dtype}): {took:.1f} s, {held // MB:,} MB before, peak {peak // MB:,} MB")
    print(f"  rows, index and 1,000 answers are {'right' if right else 'WRONG'}", flush=True)
    return right


def main() -> int:
    """Run what was asked for; return 1 where something is not well."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--threads", type=int, default=16)
    parser.add_argument("--processes", type=int, default=8)
    parser.add_argument("--rows", type=float, help="annotate a frame of that many rows instead")
    parser.add_argument("--forks", type=int, help="fork that many processes while threads use ilkit instead")
    given = parser.parse_args()
    if given.forks:
        return int(forked(given.forks) > 0)
    if given.rows:
        right = [annotate_rows(kind, int(given.rows)) for kind in ("category", "str")]
        return int(not all(right))
    well = []
    for method in ("fork", "spawn"):
        sent = under_load(method, given.seconds, given.threads, given.processes)
        well.append(report(method, sent, given.seconds, given.processes))
    return int(not all(well))


if __name__ == "__main__":
    sys.exit(main())
