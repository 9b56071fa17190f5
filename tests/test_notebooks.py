"""Notebooks: every code cell was run, in order, without an error, and no output shows a path of a machine.

nbval, which runs with the tests, executes them again and compares the outputs; it passes cells that were never run,
hence these checks.
"""

import json
import re
from pathlib import Path

import pytest

import ilkit

from .conftest import PROJECT

NOTEBOOKS = sorted((PROJECT / "notebooks").glob("*.ipynb"))


def code_cells(path: Path) -> list[dict]:
    notebook = json.loads(path.read_text("utf-8"))
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def test_there_are_ten_notebooks():
    assert [path.name[:3] for path in NOTEBOOKS] == [f"{number:02d}_" for number in range(1, 11)]


def test_every_kind_of_picture_is_in_a_notebook():
    sources = "".join("".join(cell["source"]) for path in NOTEBOOKS for cell in code_cells(path))
    missing = [name for name in ilkit.plots.__all__ if name != "alt_text" and f"ilkit.plots.{name}(" not in sources]
    assert not missing


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_every_code_cell_was_run_in_order(path):
    counts = [cell["execution_count"] for cell in code_cells(path)]
    assert counts == list(range(1, len(counts) + 1))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_every_code_cell_shows_something_and_none_an_error(path):
    for cell in code_cells(path):
        assert cell["outputs"], cell["source"]
        assert not [output for output in cell["outputs"] if output["output_type"] == "error"]
        assert "".join(cell["source"]).strip()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_no_output_shows_a_path_of_a_machine_or_a_time_and_no_cell_escapes_the_comparison(path):
    for cell in code_cells(path):
        text = json.dumps(cell["outputs"])
        assert not re.search(r"/(?:home|root|tmp|work|Users)/|(?<![A-Za-z])[A-Z]:\\\\", text)
        assert not re.search(r"\b\d{2}:\d{2}:\d{2}\b", re.sub(r'"image/png": "[^"]*"', "", text)), "a time of day"
        assert not re.search(r"NBVAL_(?:IGNORE_OUTPUT|SKIP)", "".join(cell["source"]))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_the_notebook_is_pinned_to_a_version(path):
    sources = ["".join(cell["source"]) for cell in code_cells(path)]
    assert any(re.search(r'Dataset\("\d{4}\.\d+\.\d+"', source) for source in sources)
