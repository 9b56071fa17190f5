"""A look at ilkit from wherever it is installed: every kind of call once, with an answer that is known.

python robustness/look.py
"""

from __future__ import annotations

import sys

import pandas as pd

import ilkit


def look() -> None:
    """Make one call of each kind, and stop at the first answer that is wrong."""
    answers = {
        "load": ilkit.load("chains", interleukin="IL-23")["symbol"].tolist() == ["IL23A", "IL12B"],
        "resolve": ilkit.resolve("IL8")["symbol"].tolist() == ["CXCL8"],
        "annotate": ilkit.annotate(pd.DataFrame({"gene": ["IL8"]}))["il_id"].tolist() == ["IL-8"],
        "validate": ilkit.validate(ilkit.load("genes"), "genes").empty,
        "verify": set(ilkit.verify()["result"]) == {"ok"},
        "diff": "changed" in set(ilkit.diff("2026.11.0", "2026.11.1")["status"]),
        "profile": "IL12B" in str(ilkit.profile("IL-23")),
        "cascade": len(ilkit.cascade("IL-1B", steps=1)) > 0,
        "cite": "ilkit" in ilkit.cite(),
        "plots": bool(ilkit.plots.alt_text(ilkit.plots.timeline())),
    }
    wrong = [call for call, right in answers.items() if not right]
    if wrong:
        sys.exit(f"wrong answers: {', '.join(wrong)}")
    print(f"ilkit {ilkit.__version__}: {len(answers)} kinds of calls answered as known")


def refused_from_zip() -> None:
    """Ask for data from a zipped package, which must be refused with a clear error, since Parquet files are read from disk."""
    try:
        ilkit.load("genes")
    except ilkit.errors.UnknownVersionError as refused:
        print(f"zip: refused, {refused}")
        return
    sys.exit("zip: data were loaded")


if __name__ == "__main__":
    refused_from_zip() if "--from-zip" in sys.argv else look()
