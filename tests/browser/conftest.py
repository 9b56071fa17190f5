"""A JupyterLab and a Chromium for the tests of this folder, which `make test-browser` runs."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from ..conftest import PROJECT
from . import notebook, server

CHROMIUM = "chromium"
ARTIFACTS = PROJECT / "browser-artifacts"
TUTORIALS = ("01_quickstart", "02_what_is_in_it")
MOLECULES = ("IL-2", "IL-6", "IL-12", "IL-23", "IL-35")
ATTACK = "<script>window.{flag} = true</script><img src=x onerror='window.{flag} = true'>"
HOSTILE = ATTACK.format(flag="attacked")
HOSTILE_CELLS = (
    """\
import ilkit

data = ilkit.Dataset()
frame = data._frame("interleukins")
data._frames["interleukins"] = frame.assign(name=HOSTILE, full_name=HOSTILE, family=HOSTILE)
data.profile("IL-23")""",
    """\
try:
    data.profile(HOSTILE)
except ilkit.errors.UnknownNameError as error:
    print(error)""",
    'data.load("interleukins", ["il_id", "name"]).head(2)',
    f"""\
from IPython.display import HTML

HTML({ATTACK.format(flag="unescaped")!r})""",
)


@pytest.fixture(scope="session")
def home(tmp_path_factory) -> Path:
    """Return the folder that JupyterLab and Chromium take for the user's own."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def notebooks(tmp_path_factory) -> Path:
    """Return the folder of notebooks that JupyterLab shows."""
    folder = tmp_path_factory.mktemp("notebooks")
    for name in TUTORIALS:
        notebook.write_unrun(PROJECT / "notebooks" / f"{name}.ipynb", folder / f"{name}.ipynb")
    cards = [f'ilkit.profile("{name}")' for name in MOLECULES]
    notebook.write(folder / "cards.ipynb", "import ilkit\nimport ilkit.plots", *cards, 'ilkit.plots.network("IL-23");')
    notebook.write(folder / "hostile.ipynb", f"HOSTILE = {HOSTILE!r}", *HOSTILE_CELLS)
    notebook.write_stored(folder / "stored.ipynb", "IL-23", "IL-35")
    return folder


@pytest.fixture(scope="session")
def lab(notebooks, home):
    """Return a running JupyterLab, or skip where it is not installed."""
    pytest.importorskip("jupyterlab", reason="JupyterLab is not installed: pip install 'ilkit[browser]'")
    with server.running(notebooks, home) as running:
        yield running


@pytest.fixture(scope="session")
def browser(home):
    """Return Debian's Chromium, headless, or skip where it is not there."""
    driver = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install 'ilkit[browser]'")
    path = shutil.which(CHROMIUM)
    if path is None:
        pytest.skip(f"there is no {CHROMIUM} on this machine: apt-get install {CHROMIUM}")
    with driver.sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=path, chromium_sandbox=os.geteuid() != 0, env={**os.environ, "HOME": str(home)}
        )
        try:
            yield launched
        finally:
            launched.close()


@pytest.fixture(scope="session")
def asked() -> list[str]:
    """Return the addresses that the pages of all tests asked for."""
    return []


@pytest.fixture(scope="session")
def context(browser, asked):
    """Return a window as high as a card."""
    window = browser.new_context(viewport={"width": 1280, "height": 2200}, locale="en-GB")
    window.set_default_timeout(20_000)
    window.on("request", lambda request: asked.append(request.url))
    yield window
    window.close()


@pytest.fixture(scope="module")
def cards(context, lab):
    """Return the page of a notebook that shows five cards and a plot, run."""
    page = notebook.opened(context, lab, "cards")
    notebook.run_all(page)
    yield page
    page.close()


@pytest.fixture(scope="module")
def hostile(context, lab):
    """Return the page of a notebook with data that attack, run."""
    page = notebook.opened(context, lab, "hostile")
    notebook.run_all(page)
    yield page
    page.close()


@pytest.fixture(scope="module", params=TUTORIALS)
def tutorial(request, context, lab):
    """Return the page of a tutorial, run, and its file."""
    page = notebook.opened(context, lab, request.param)
    notebook.run_all(page)
    yield page, PROJECT / "notebooks" / f"{request.param}.ipynb"
    page.close()


@pytest.fixture
def keep():
    """Return a function that keeps a picture of a page or of a part of it for a human to look at."""

    def kept(seen, name: str) -> None:
        seen.screenshot(path=ARTIFACTS / f"{name}.png")

    return kept
