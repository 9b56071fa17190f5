"""The package: what it exports, what importing it costs, what travels in it."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import ilkit

from .conftest import PROJECT


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PROJECT).stdout


def test_the_public_names_are_these():
    assert sorted(ilkit.__all__) == [
        "DEFAULT_VERSION",
        "Dataset",
        "__version__",
        "annotate",
        "cascade",
        "cite",
        "columns",
        "diff",
        "errors",
        "fetch",
        "load",
        "path",
        "profile",
        "resolve",
        "tables",
        "validate",
        "verify",
        "versions",
    ]


ENGINES = "polars", "duckdb", "dask", "distributed", "pyspark", "py4j"
HEAVY = (
    *ENGINES,
    "narwhals",
    "pandera",
    "matplotlib",
    "ilkit.build",
    "ilkit.schemas",
    "openpyxl",
    "tqdm",
    "networkx",
    "ilkit.export",
    "pooch",
    "filelock",
    "requests",
    "urllib3",
)


def test_importing_and_loading_leave_heavy_packages_alone():
    loaded = run(f"import sys, ilkit; ilkit.load('genes', gene='IL6'); print([name for name in {HEAVY} if name in sys.modules])")
    assert loaded.strip() == "[]"


def test_annotating_imports_no_engine_but_the_one_of_the_frame():
    code = (
        "import sys, ilkit, pandas, pyarrow\n"
        "mine = pandas.DataFrame({'gene': ['IL6']})\n"
        "print(ilkit.annotate(mine)['il_id'].item(), ilkit.annotate(pyarrow.Table.from_pandas(mine)).num_rows)\n"
        f"print([name for name in {ENGINES} if name in sys.modules])"
    )
    assert run(code).splitlines() == ["IL-6 1", "[]"]


def test_importing_and_loading_open_no_connection():
    code = (
        "import sys\n"
        "def refuse(event, arguments):\n"
        "    if event in ('socket.connect', 'socket.getaddrinfo'): raise RuntimeError(event)\n"
        "sys.addaudithook(refuse)\n"
        "import ilkit\n"
        "print(len(ilkit.load('functions', interleukin='IL-6')) > 0)"
    )
    assert run(code).strip() == "True"


def test_help_works_without_the_packages_of_the_pictures():
    code = "import sys; sys.modules['matplotlib'] = None; import ilkit, pydoc; "
    plots, length = run(code + "print('plots' in dir(ilkit), len(pydoc.render_doc(ilkit)))").split()
    assert plots == "False" and int(length) > 1000


def test_importing_reads_no_data():
    assert run("import sys, ilkit; print('pyarrow.parquet' in sys.modules)").strip() == "False"


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="this system does not list the threads of a process")
def test_loading_starts_no_thread_that_could_outlive_python():
    code = (
        "import os, pandas, pyarrow.parquet, ilkit\n"
        "before = len(os.listdir('/proc/self/task'))\n"
        "for table in ilkit.tables()['table']: ilkit.load(table)\n"
        "print(len(os.listdir('/proc/self/task')) - before)"
    )
    assert run(code).strip() == "0"


NO_SOURCES = "the sources of ilkit are not beside these tests"


@pytest.mark.skipif(not (PROJECT / "ilkit").is_dir(), reason=NO_SOURCES)
def test_wheel_and_sdist_carry_the_data(tmp_path):
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", tmp_path, PROJECT], check=True, capture_output=True, text=True
    )
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as archive:
        wheel = archive.namelist()
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as source:
        sdist = source.getnames()
    released = [path.relative_to(PROJECT).as_posix() for path in (PROJECT / "data" / "parquet").rglob("*") if path.is_file()]
    assert {f"ilkit/{name}" for name in released} <= set(wheel)
    assert all(any(entry.endswith(f"/{name}") for entry in sdist) for name in released)
    assert "ilkit/py.typed" in wheel
    tutorials = [path.name for path in (PROJECT / "notebooks").glob("*.ipynb")]
    assert {f"ilkit/notebooks/{name}" for name in tutorials} <= set(wheel)
    assert not [name for name in wheel if name.startswith(("tests", "notebooks"))]
