"""The commands: each prints its answer and returns an exit code."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

import pandas as pd

import ilkit
from ilkit.cli import tutorials
from ilkit.cli.output import print_json, print_table
from ilkit.dataset import Dataset
from ilkit.errors import AmbiguousNameError, IntegrityError, UnknownNameError

YES, NO = 0, 1
FILTERS = "interleukin", "gene", "disease", "term", "cell", "drug"
CITATIONS = "text", "bibtex", "csl-json"
EXPORTS = "csv", "duckdb", "sqlite", "xlsx", "cellphonedb", "liana", "gmt", "graphml"


def tables(options: Namespace) -> int:
    """List the tables of a version."""
    return _show(_open(options).tables(), options)


def versions(options: Namespace) -> int:
    """List the versions at hand."""
    return _show(ilkit.versions(root=options.root), options)


def columns(options: Namespace) -> int:
    """Describe the columns of a table."""
    return _show(_open(options).columns(options.table), options)


def show(options: Namespace) -> int:
    """Print the card of one molecule, gene or receptor."""
    data = _open(options)
    try:
        card = data.profile(options.name)
    except (UnknownNameError, AmbiguousNameError) as problem:
        return _no(problem)
    if options.json:
        print_json(card.to_dict())
    else:
        print(card)
    return YES


def find(options: Namespace) -> int:
    """Tell what names stand for."""
    found = _open(options).resolve(options.names, species=options.species)
    _show(found, options)
    return YES if (found["status"] == "matched").all() else NO


def load(options: Namespace) -> int:
    """Print the rows of a table."""
    filters = {name: getattr(options, name) for name in FILTERS}
    wanted = None if options.columns is None else [name.strip() for name in options.columns.split(",")]
    return _show(_open(options).load(options.table, wanted, **filters), options)


def verify(options: Namespace) -> int:
    """Check a version; print the report, of failures too."""
    try:
        report = _open(options).verify()
    except IntegrityError as problem:
        if getattr(problem, "report", None) is not None:
            _show(problem.report, options)
        return _no(problem)
    return _show(report, options)


def pin(options: Namespace) -> int:
    """Print the line that pins a version."""
    print(_open(options).pin())
    return YES


def diff(options: Namespace) -> int:
    """Print what differs between two versions."""
    old, new = (Dataset(version, root=options.root) for version in (options.old, options.new))
    changes = ilkit.diff(old, new, options.table)
    _show(changes, options)
    equal = changes.empty if options.table else (changes["status"] == "equal").all()
    return YES if equal else NO


def cite(options: Namespace) -> int:
    """Print a citation."""
    print(_open(options).cite(options.tables or None, format=options.format))
    return YES


def export(options: Namespace) -> int:
    """Write a version for another program."""
    from ilkit import export
    from ilkit.export.target import new_file

    data = _open(options)
    if options.form == "liana":
        with new_file(options.target, options.force) as file:
            export.liana(version=data).to_csv(file, index=False, lineterminator="\n")
    else:
        getattr(export, options.form)(options.target, overwrite=options.force, version=data)
    print(options.target)
    return YES


def notebooks(options: Namespace) -> int:
    """Copy the tutorials."""
    done = tutorials.copy(Path(options.target), replace=options.force)
    for name, what in done.items():
        print(f"{what}\t{name}")
    kept = [name for name, what in done.items() if what == tutorials.KEPT]
    if kept:
        return _no(f"{len(kept)} of your files differ from the tutorials and were kept: {', '.join(kept)}. --force replaces them.")
    return YES


def _open(options: Namespace) -> Dataset:
    return Dataset(options.dataset, root=options.root)


def _show(frame: pd.DataFrame, options: Namespace) -> int:
    print_table(frame, as_json=options.json, as_csv=options.csv)
    return YES


def _no(reason: object) -> int:
    print(f"ilkit: {reason}", file=sys.stderr)
    return NO
