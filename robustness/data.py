"""Two hundred random wrong edits of the released tables, and which of them the checks of a release catch.

    python -m robustness.data                # about five minutes
    python -m robustness.data --edits 50

Each edit changes a whole dataset version in one place and is put to the checks that a release must pass. Run from the root of
the repository, which has the curated exemptions.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pandas as pd
from tqdm import tqdm

import ilkit
from ilkit.build import curated
from ilkit.build.checks import check_tables
from ilkit.build.describe import fields
from ilkit.definition import foreign_keys, labels, primary_key
from ilkit.errors import CheckError

SEED = 20261125
CURATED = Path("data/curated")
IDS = ("hgnc_id", "uniprot_id", "ensembl_gene_id", "ncbi_gene_id", "disease_id", "term_id", "cell_id", "receptor_id", "il_id")


class Edit(NamedTuple):
    """A wrong edit: what was done, where, and the table as it is after it."""

    kind: str
    where: str
    table: str
    frame: pd.DataFrame


Tables = dict[str, pd.DataFrame]
Maker = Callable[[Tables, random.Random], Edit | None]


def swapped_ids(tables: Tables, chance: random.Random) -> Edit | None:
    """Exchange an id between two rows that have different ones."""
    table, column = chance.choice([(name, column) for name in tables for column in tables[name] if column in IDS])
    frame = tables[table].copy()
    present = frame.index[frame[column].notna()]
    first, second = chance.choice(present), chance.choice(present)
    if frame.loc[first, column] == frame.loc[second, column]:
        return None
    frame.loc[[first, second], column] = frame.loc[[second, first], column].to_numpy()
    return Edit("swapped id", f"{table}.{column}", table, frame)


def other_label(tables: Tables, chance: random.Random) -> Edit | None:
    """Put the label of another row in place of one."""
    table, label = chance.choice([(name, label) for name in tables for label, *_ in labels(fields(name))])
    frame = tables[table].copy()
    row, other = chance.choice(frame.index), chance.choice(frame.index)
    if pd.isna(frame.loc[row, label]) or pd.isna(frame.loc[other, label]) or frame.loc[row, label] == frame.loc[other, label]:
        return None
    frame.loc[row, label] = frame.loc[other, label]
    return Edit("label that disagrees", f"{table}.{label}", table, frame)


def broken_key(tables: Tables, chance: random.Random) -> Edit | None:
    """Add a sign to a foreign key, so that it points at nothing."""
    table, column, (other, there) = chance.choice([(name, key, to) for name in tables for key, *to in foreign_keys(fields(name))])
    frame = tables[table].copy()
    row = chance.choice(frame.index)
    value = frame.loc[row, column]
    wrong = f"{value}7"
    if pd.isna(value) or wrong in set(tables[other][there]) or isinstance(frame[column].dtype, pd.CategoricalDtype):
        return None
    frame.loc[row, column] = wrong
    return Edit("broken foreign key", f"{table}.{column}", table, frame)


def doubled_row(tables: Tables, chance: random.Random) -> Edit | None:
    """Repeat a row with its key."""
    table = chance.choice([name for name in tables if primary_key(fields(name))])
    frame = tables[table]
    again = frame.loc[[chance.choice(frame.index)]]
    return Edit("duplicated key", table, table, pd.concat([frame, again], ignore_index=True))


def off_by_a_thousand(tables: Tables, chance: random.Random) -> Edit | None:
    """Multiply or divide a number that has a unit by 1,000, in one row or in all."""
    columns = [(name, field["name"]) for name in tables for field in fields(name) if field.get("unit")]
    table, column = chance.choice(columns)
    frame = tables[table].copy()
    rows = frame.index[frame[column].notna() & (frame[column] != 0)]
    if chance.random() < 0.5:
        rows = [chance.choice(rows)]
    factor = chance.choice([1000, 0.001])
    changed = frame[column].astype("Float64")
    changed.loc[rows] = changed.loc[rows] * factor
    whole = pd.api.types.is_integer_dtype(frame[column].dtype)
    frame[column] = (changed.round() if whole else changed).astype(frame[column].dtype)
    return Edit("unit off by 1,000", f"{table}.{column}, {'one row' if len(rows) == 1 else 'all rows'}", table, frame)


def impossible_place(tables: Tables, chance: random.Random) -> Edit | None:
    """Put a coordinate where it cannot be: before the start, behind the end of the chromosome or of the protein, below 1."""
    places = [(name, column) for name in tables for column in ("start", "end", "position") if column in tables[name]]
    table, column = chance.choice(places)
    frame = tables[table].copy()
    row = chance.choice(frame.index[frame[column].notna()])
    frame.loc[row, column] = chance.choice([0, -5, 3_000_000_000])
    return Edit("impossible coordinate", f"{table}.{column}", table, frame)


KINDS: list[Maker] = [swapped_ids, other_label, broken_key, doubled_row, off_by_a_thousand, impossible_place]


def edits(tables: Tables, number: int) -> list[Edit]:
    """Return so many wrong edits, the kinds in turn."""
    chance = random.Random(SEED)
    made: list[Edit] = []
    while len(made) < number:
        edit = KINDS[len(made) % len(KINDS)](tables, chance)
        made += [edit] if edit else []
    return made


def caught(edit: Edit, tables: Tables, exemptions: pd.DataFrame) -> bool:
    """Tell whether the checks of a release refuse the edited tables."""
    try:
        check_tables({**tables, edit.table: edit.frame}, exemptions)
    except CheckError:
        return True
    return False


def main() -> None:
    """Make the edits, put them to the checks, and print how many of each kind were caught and which were not."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--edits", type=int, default=200)
    number = parser.parse_args().edits
    tables = {name: ilkit.load(name) for name in ilkit.tables()["table"]}
    exemptions = curated.read_curated(CURATED)["exemptions"]
    check_tables(tables, exemptions)
    made = edits(tables, number)
    found = [caught(edit, tables, exemptions) for edit in tqdm(made, unit="edit", file=sys.stderr)]
    results = pd.DataFrame({"kind": [edit.kind for edit in made], "caught": found})
    print(results.groupby("kind", sort=False)["caught"].agg(["size", "sum"]).set_axis(["edits", "caught"], axis=1).to_string())
    print(f"\n{sum(found)} of {len(made)} edits caught ({sum(found) / len(made):.1%}). Not caught:")
    for edit in (edit for edit, hit in zip(made, found, strict=True) if not hit):
        print(f"  {edit.kind}: {edit.where}")


if __name__ == "__main__":
    main()
