"""What ilkit never does: reach for the network, run code that it reads, or start a program."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import PROJECT

MODULES = sorted((PROJECT / "ilkit").rglob("*.py"))
FORBIDDEN_MODULES = {
    "pickle",
    "marshal",
    "shelve",
    "dill",
    "cloudpickle",
    "joblib",
    "subprocess",
    "pty",
    "telnetlib",
    "ftplib",
    "smtplib",
}
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__", "os.system", "os.popen", "pd.eval", "pd.read_pickle"}
FORBIDDEN_METHODS = {"query", "eval", "to_pickle", "read_pickle"}
NETWORK = {"socket", "urllib.request", "http.client", "requests", "pooch"}
MAY_FETCH = {"fetching.py", "mirror.py"}

OFFLINE = """
import socket

def refuse(*args, **kwargs):
    raise AssertionError("the network was asked")

socket.socket.connect = socket.socket.connect_ex = socket.create_connection = socket.getaddrinfo = refuse

import pandas as pd
import ilkit

frame = pd.DataFrame({"gene": ["IL8", "interleukin 17", "TP53"]})
assert ilkit.annotate(frame)["il_id"].tolist()[:2] == ["IL-8", "IL-17A"]
assert ilkit.resolve("P05231")["symbol"].item() == "IL6"
assert len(ilkit.load("functions", interleukin="IL-23", term="immune response"))
assert ilkit.validate(ilkit.load("genes"), "genes").empty
assert set(ilkit.verify()["result"]) == {"ok"}
assert len(ilkit.diff("2026.11.0", "2026.11.1"))
assert "IL12B" in str(ilkit.profile("IL-23")) and ilkit.profile("IL-23")._repr_html_()
assert ilkit.cite("functions") and len(ilkit.cascade("IL-6"))
print("offline")
"""


def test_nothing_that_is_not_asked_to_fetch_reaches_for_the_network():
    done = subprocess.run([sys.executable, "-c", OFFLINE], capture_output=True, text=True, cwd=PROJECT)
    assert done.stdout.strip().endswith("offline"), done.stderr


def imported(tree: ast.AST) -> set[str]:
    """Return the modules that a module imports, wherever in it."""
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return names | {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}


def called(tree: ast.AST) -> set[str]:
    """Return what a module calls, by its name with dots."""
    return {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_no_module_unpickles_evaluates_or_starts_anything(path: Path):
    tree = ast.parse(path.read_text("utf-8"))
    assert not {name.split(".")[0] for name in imported(tree)} & FORBIDDEN_MODULES
    calls = called(tree)
    assert not calls & FORBIDDEN_CALLS
    frames = {name for name in calls if name.split(".")[-1] in FORBIDDEN_METHODS and not name.endswith("relation.query")}
    assert not frames, "pandas evaluates the text that query() is given"


@pytest.mark.parametrize("path", [path for path in MODULES if path.name not in MAY_FETCH], ids=lambda path: path.name)
def test_only_fetch_knows_the_network(path: Path):
    assert not imported(ast.parse(path.read_text("utf-8"))) & NETWORK


def test_the_search_for_forbidden_calls_finds_them():
    tree = ast.parse("import pickle\nfrom urllib.request import urlopen\neval('1')\nframe.query('a > 1')\n")
    assert imported(tree) == {"pickle", "urllib.request"}
    assert called(tree) == {"eval", "frame.query"}
