"""What the tests of the notebooks need of the machine: Spark, in one of them, needs Java."""

import shutil

NEEDS_JAVA = "09_beyond_pandas.ipynb"
collect_ignore = [] if shutil.which("java") else [NEEDS_JAVA]


def pytest_report_header() -> str:
    """Say what is left out."""
    return f"notebook {NEEDS_JAVA}: " + ("skipped, there is no Java on this machine" if collect_ignore else "Java is there")
