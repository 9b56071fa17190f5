"""Notebooks of the tests, and what a reader does with one in the browser."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
from nbformat.v4 import new_code_cell, new_notebook, new_output

import ilkit

from .server import Lab

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Locator, Page

PYTHON = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
RUNS_WITHIN = 60_000
ALL_RUN = (
    r"() => [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].every(prompt => /\[\d+\]/.test(prompt.textContent))"
)
FAULTS = (
    ".jp-OutputArea-output:is([data-mime-type='application/vnd.jupyter.error'], [data-mime-type='application/vnd.jupyter.stderr'])"
)


def write(path: Path, *sources: str) -> None:
    """Write a notebook of code cells that were not run."""
    nbformat.write(new_notebook(cells=[new_code_cell(source) for source in sources], metadata=PYTHON), path)


def write_stored(path: Path, *names: str) -> None:
    """Write a notebook of cards as someone else has run it: with outputs, and not trusted here."""
    cells = []
    for count, name in enumerate(names, start=1):
        card = ilkit.profile(name)
        shown = {"text/html": card._repr_html_(), "text/plain": str(card)}
        output = new_output("execute_result", shown, execution_count=count)
        cells.append(new_code_cell(f'ilkit.profile("{name}")', execution_count=count, outputs=[output]))
    nbformat.write(new_notebook(cells=cells, metadata=PYTHON), path)


def write_unrun(source: Path, path: Path) -> None:
    """Copy a notebook without its outputs, so that every output seen later was made in the browser."""
    notebook = nbformat.read(source, nbformat.NO_CONVERT)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.update(outputs=[], execution_count=None)
    nbformat.write(notebook, path)


def opened(context: BrowserContext, lab: Lab, name: str) -> Page:
    """Open a notebook in a workspace of its own and wait for its kernel."""
    page = context.new_page()
    page.goto(f"{lab.url}lab/workspaces/{name}/tree/{name}.ipynb?token={lab.token}")
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    page.get_by_text(re.compile(r"\| Idle$")).wait_for()
    return page


def run_all(page: Page) -> None:
    """Run all cells by the menu and wait until each has run."""
    choose(page, "Run", "Run All Cells")
    page.wait_for_function(ALL_RUN, timeout=RUNS_WITHIN)
    page.get_by_text(re.compile(r"\| Idle$")).wait_for()


def choose(page: Page, menu: str, *path: str) -> None:
    """Choose an entry of a menu."""
    page.get_by_role("menuitem", name=menu, exact=True).click()
    for name in path:
        page.locator(".lm-Menu-itemLabel").get_by_text(name, exact=True).click()


def set_theme(page: Page, theme: str) -> None:
    """Choose the theme of JupyterLab: Light or Dark."""
    choose(page, "Settings", "Theme", f"JupyterLab {theme}")
    light = str(theme == "Light").lower()
    page.locator(f"body[data-jp-theme-light='{light}'][data-jp-theme-name='JupyterLab {theme}']").wait_for(state="attached")


def output_of(page: Page, source: str) -> Locator:
    """Return the outputs of the code cell with this source."""
    cells = page.locator(".jp-CodeCell")
    return cells.filter(has=page.locator(".jp-InputArea").get_by_text(source, exact=True)).locator(".jp-OutputArea-output")
