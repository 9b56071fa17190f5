"""Every environment that ilkit says it supports: ``nox`` runs them all, ``nox -s installed`` those of one kind.

Python 3.11, 3.12 and 3.13 must be on the machine. Spark and Dask are left to ``make test``, which has them.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import nox

PROJECT = Path(__file__).resolve().parent
PYTHONS = ["3.11", "3.12", "3.13"]
EXTRAS = "build,engines,export,fetch,plots"
TOOLS = ["pytest>=8.3", "hypothesis>=6.100", "nbformat", "hatchling>=1.26", "build>=1.2", "bibtexparser>=2.1"]
OLDEST = ["pandas==2.2.*", "pandera==0.24.*", "narwhals==2.8.*", "polars==1.25.*", "duckdb==2.0.*", "openpyxl==3.1.*"]
OLDER = ["numpy<2.3", "pyarrow==17.*", "matplotlib==3.9.*", "pyparsing<3.2", "networkx==3.3"]
OLDEST_FOR = {"3.11": [*OLDEST, *OLDER], "3.12": [*OLDEST, *OLDER], "3.13": [*OLDEST, "pyarrow==18.*"]}
"""By Python; PyArrow 18 is the first for 3.13."""
SUITE = ["-p", "no:nbval", "-q", "--no-header", "--doctest-modules"]
FAST = [f"tests/test_{name}.py" for name in ("names", "dataset", "catalog", "annotation", "engines", "validation", "verification")]
BESIDE = ["tests", "data", "docs", "notebooks", "examples", "benchmarks", "robustness", ".ci"]
nox.options.default_venv_backend = "venv"
nox.options.error_on_missing_interpreters = True
nox.options.sessions = ["suite", "installed", "odd"]


@nox.session(python=PYTHONS)
@nox.parametrize("versions", ["oldest", "newest"])
def suite(session: nox.Session, versions: str) -> None:
    """Run the tests with the oldest supported and the newest versions of what ilkit needs, from the built wheel."""
    session.install(f"{wheel(session)}[{EXTRAS}]", *TOOLS, *(OLDEST_FOR[str(session.python)] if versions == "oldest" else []))
    run_suite(session, "tests")


@nox.session(python=PYTHONS)
def fast(session: nox.Session) -> None:
    """Run what CI has the time for: the heart of the tests, the oldest versions under 3.11 and the newest under 3.12 and 3.13."""
    session.install(f"{wheel(session)}[engines]", *TOOLS, *(OLDEST_FOR["3.11"] if session.python == "3.11" else []))
    run_suite(session, *FAST)


@nox.session(python="3.11")
@nox.parametrize("kind", ["wheel", "sdist", "editable", "checkout"])
def installed(session: nox.Session, kind: str) -> None:
    """Run the tests on ilkit as it comes by each way of installing it, and from a plain checkout."""
    given = {
        "wheel": lambda: wheel(session),
        "sdist": lambda: sdist(session),
        "editable": lambda: PROJECT,
        "checkout": lambda: PROJECT,
    }
    editable = ["--editable"] if kind == "editable" else []
    session.install(*TOOLS, *editable, f"{given[kind]()}[{EXTRAS}]")
    if kind == "checkout":
        session.run("python", "-m", "pip", "uninstall", "--yes", "ilkit", silent=True)
        run_suite(session, "tests", PYTHONPATH=str(PROJECT))
    else:
        run_suite(session, "tests")


@nox.session(python="3.11")
@nox.parametrize("place", ["read-only", "ä path with spaces", "optimised", "warnings are errors", "zip"])
def odd(session: nox.Session, place: str) -> None:
    """Use ilkit where it may not be expected to work: a look at the data from each place."""
    session.install(f"{wheel(session)}[plots]")
    look = ["python", str(PROJECT / "robustness" / "look.py")]
    here = Path(session.create_tmp())
    if place == "read-only":
        site = session.run("python", "-c", "import ilkit, pathlib; print(pathlib.Path(ilkit.__file__).parent)", silent=True)
        made_read_only(Path(str(site).strip()))
        session.run(*look)
    elif place == "ä path with spaces":
        target = here / place
        session.install("--no-deps", "--target", str(target), str(wheel(session)))
        session.run(*look, env={"PYTHONPATH": str(target)})
    elif place == "optimised":
        session.run(*look, env={"PYTHONOPTIMIZE": "2"})
    elif place == "warnings are errors":
        session.run(look[0], "-W", "error", look[1])
    else:
        packed = shutil.make_archive(str(here / "ilkit"), "zip", PROJECT, "ilkit")
        session.run(*look, "--from-zip", env={"PYTHONPATH": packed})


def made_read_only(folder: Path) -> None:
    """Take away every right to write below a folder."""
    for path in [folder, *folder.rglob("*")]:
        path.chmod(path.stat().st_mode & ~0o222)


def wheel(session: nox.Session) -> Path:
    """Return the built wheel, made once per run."""
    return built(session, "whl")


def sdist(session: nox.Session) -> Path:
    """Return the built source distribution."""
    return built(session, "tar.gz")


def built(session: nox.Session, ending: str) -> Path:
    """Return a distribution, which is built once per run of nox."""
    dist = Path(session.cache_dir) / f"dist-{os.getpid()}"
    if not dist.exists():
        session.install("build", "hatchling")
        session.run("python", "-m", "build", "--no-isolation", "--outdir", str(dist), str(PROJECT), silent=True)
    return next(dist.glob(f"*.{ending}"))


def run_suite(session: nox.Session, *tests: str, **environment: str) -> None:
    """Run tests in a folder that holds them and not the package, so that the installed one is tested."""
    here = Path(session.create_tmp()).resolve() / "project"
    shutil.rmtree(here, ignore_errors=True)
    here.mkdir(parents=True)
    for name in BESIDE:
        shutil.copytree(PROJECT / name, here / name, ignore=shutil.ignore_patterns("_site", "generated", "__pycache__"))
    for path in PROJECT.iterdir():
        if path.is_file():
            shutil.copy(path, here)
    (here.parent / "shared").unlink(missing_ok=True)
    if (PROJECT.parent / "shared").is_dir():
        (here.parent / "shared").symlink_to(PROJECT.parent / "shared")
    session.chdir(here)
    session.run("python", "-P", "-m", "pytest", *SUITE, *tests, *session.posargs, env=environment)
