"""Loads at once, from threads and from processes, give what one load gives."""

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd
import pytest

import ilkit

from .conftest import PROJECT

TABLES = ["functions", "aliases", "drugs", "variants", "interleukins"]
LOADS, THREADS, PROCESSES = 200, 16, 8
SHARE = LOADS // PROCESSES

LOAD = f"""
import hashlib, sys
from concurrent.futures import ThreadPoolExecutor
import pandas as pd
import ilkit

tables = {TABLES!r}

def load(number):
    table = tables[number % len(tables)]
    frame = ilkit.load(table) if number % 2 else ilkit.Dataset().load(table)
    return table, hashlib.sha256(pd.util.hash_pandas_object(frame.astype("str")).values.tobytes()).hexdigest()

with ThreadPoolExecutor({THREADS}) as threads:
    for table, digest in threads.map(load, range({SHARE})):
        print(table, digest)
"""

FORKED = """
import multiprocessing, threading, sys
import pandas as pd
import ilkit

data = ilkit.Dataset()
reader = threading.Thread(target=lambda: [data.load(table) for table in data.tables()["table"]])

def child():
    data.load("functions")
    sys.stdout.write(data.annotate(pd.DataFrame({"gene": data.resolve("IL8")["symbol"]}))["il_id"].item() + "\\n")

context = multiprocessing.get_context("fork")
children = [context.Process(target=child) for _ in range(6)]
reader.start()
reader.join()
for process in children:
    process.start()
for process in children:
    process.join(60)
    process.kill()
"""


def digest(frame: pd.DataFrame) -> str:
    return hashlib.sha256(pd.util.hash_pandas_object(frame.astype("str")).to_numpy().tobytes()).hexdigest()


def test_two_hundred_loads_from_sixteen_threads_in_each_of_eight_processes_give_equal_frames():
    at_once = [
        subprocess.Popen([sys.executable, "-c", LOAD], stdout=subprocess.PIPE, text=True, cwd=PROJECT) for _ in range(PROCESSES)
    ]
    lines = [line.split() for process in at_once for line in process.communicate(timeout=120)[0].splitlines()]
    assert [process.returncode for process in at_once] == [0] * PROCESSES
    assert len(lines) == LOADS
    expected = {table: digest(ilkit.load(table)) for table in TABLES}
    assert {tuple(line) for line in lines} == set(expected.items())


def test_two_hundred_loads_from_threads_of_one_dataset_give_equal_frames_that_are_each_ones_own():
    data = ilkit.Dataset()
    with ThreadPoolExecutor(THREADS) as threads:
        frames = list(threads.map(lambda number: data.load(TABLES[number % len(TABLES)]), range(LOADS)))
    assert all(frame.equals(frames[number % len(TABLES)]) for number, frame in enumerate(frames))
    assert len({id(frame) for frame in frames}) == LOADS
    frames[0].iloc[:, 0] = "changed"
    assert "changed" not in set(frames[len(TABLES)].iloc[:, 0])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_processes_that_are_forked_after_a_thread_has_read_load_resolve_and_annotate():
    lines = subprocess.run([sys.executable, "-c", FORKED], capture_output=True, text=True, cwd=PROJECT, timeout=120)
    assert (lines.returncode, lines.stdout.split()) == (0, ["IL-8"] * 6), lines.stderr


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="this system does not list the open files of a process")
def test_threads_leave_no_file_open():
    data = ilkit.Dataset()
    data.resolve("IL8")
    before = len(list(Path("/proc/self/fd").iterdir()))
    with ThreadPoolExecutor(THREADS) as threads:
        assert set(threads.map(lambda _: len(ilkit.Dataset().load("interleukins")), range(64))) == {len(data.load("interleukins"))}
    assert len(list(Path("/proc/self/fd").iterdir())) <= before
