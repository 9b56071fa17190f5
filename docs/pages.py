"""Write the pages that are made from the data: the data dictionary, a page per interleukin, and copies of the notebooks.

    python docs/pages.py

They go to docs/generated, which is not committed. Nothing is written by hand there, so that a table is described once.
"""

from __future__ import annotations

import html
import shutil
from collections.abc import Iterable
from pathlib import Path

import pandas as pd
from tqdm import tqdm

import ilkit

DOCS = Path(__file__).resolve().parent
PROJECT = DOCS.parent
GENERATED = DOCS / "generated"
COPIED = ("CHANGELOG.md", "DATA_LICENSES.md")


def main() -> None:
    """Write all pages anew."""
    shutil.rmtree(GENERATED, ignore_errors=True)
    write_tables(ilkit.tables())
    write_interleukins(ilkit.load("interleukins"))
    copy_notebooks(sorted((PROJECT / "notebooks").glob("*.ipynb")))
    for name in COPIED:
        text = (PROJECT / name).read_text("utf-8").replace("](docs/", "](../")
        (GENERATED / name.lower()).write_text(text, "utf-8")


def write_tables(tables: pd.DataFrame) -> None:
    """Write the data dictionary: an overview, and one page per table with its columns."""
    for row in tqdm(tables.itertuples(), total=len(tables), desc="tables", unit="page"):
        columns = ilkit.columns(row.table).astype("object")
        columns["refers_to"] = columns["refers_to"].map(link_to_table, na_action="ignore")
        columns["nullable"] = columns["nullable"].map({True: "yes", False: ""})
        page = [
            f"# {row.table}",
            f"{row.description}",
            f":One row per: {row.one_row_per}\n:Rows: {row.rows:,}\n:Licence: {row.licence}",
            f"```python\nilkit.load({row.table!r})\n```",
            markdown_table(columns.drop(columns="key").fillna("")),
            key_sentence(row.table, columns),
        ]
        write(f"tables/{row.table}.md", page)
    listed = tables.astype("object").assign(table=[f"[{name}]({name}.md)" for name in tables["table"]])
    listed["rows"] = listed["rows"].map("{:,}".format)
    contents = toctree(tables["table"])
    write("tables/index.md", ["# Data dictionary", f"Version {ilkit.DEFAULT_VERSION}.", markdown_table(listed), contents])


def link_to_table(target: str) -> str:
    """Return ``table.column`` as a link to the page of the table."""
    return f"[{target}]({target.split('.')[0]}.md)"


def key_sentence(table: str, columns: pd.DataFrame) -> str:
    """Return what the primary key of a table is."""
    keys = [f"`{name}`" for name in columns.loc[columns["key"] == "primary", "column"]]
    return f"Key: {', '.join(keys)}." if keys else f"`{table}` has no key."


def write_interleukins(molecules: pd.DataFrame) -> None:
    """Write a page per interleukin, which is its card, and a list of them."""
    for il_id in tqdm(molecules["il_id"], desc="interleukins", unit="page"):
        card = ilkit.profile(il_id)._repr_html_()
        write(f"interleukins/{il_id}.md", [f"# {molecule_title(molecules, il_id)}", "```{raw} html", card, "```"], "\n")
    listed = molecules[["il_id", "full_name", "family", "status", "first_described_year"]].astype("object").fillna("")
    listed["il_id"] = [f"[{il_id}]({il_id}.md)" for il_id in listed["il_id"]]
    write("interleukins/index.md", ["# Interleukins", markdown_table(listed), toctree(molecules["il_id"])])


def molecule_title(molecules: pd.DataFrame, il_id: str) -> str:
    """Return the printed name of a molecule with its full name."""
    row = molecules.set_index("il_id").loc[il_id]
    return f"{row['name']}: {row['full_name']}" if isinstance(row["full_name"], str) else str(row["name"])


def copy_notebooks(paths: list[Path]) -> None:
    """Copy the notebooks as they were run, with a list of them."""
    target = GENERATED / "notebooks"
    target.mkdir(parents=True)
    for path in paths:
        shutil.copy(path, target)
    contents = toctree(path.stem for path in paths)
    write("notebooks/index.md", ["# Tutorials", "Each is a notebook that was run as it stands.", contents])


def markdown_table(rows: pd.DataFrame) -> str:
    """Return a frame as a table in Markdown."""
    header = f"| {' | '.join(name.replace('_', ' ') for name in rows.columns)} |"
    lines = [f"| {' | '.join(cell(value) for value in row)} |" for row in rows.itertuples(index=False)]
    return "\n".join([header, "|" + "---|" * rows.shape[1], *lines])


def cell(value: object) -> str:
    """Return a value as a cell: links stay, signs that mean something in Markdown or HTML do not."""
    text = " ".join(str(value).split())
    if text.startswith("["):
        return text
    text = html.escape(text, quote=False)
    return "".join(f"\\{sign}" if sign in "|*_`[]$~^{}\\" else sign for sign in text)


def toctree(names: Iterable[str]) -> str:
    """Return a hidden table of contents."""
    return "\n".join(["```{toctree}", ":hidden:", ":maxdepth: 1", "", *names, "```"])


def write(name: str, parts: list[str], between: str = "\n\n") -> None:
    """Write a page below the generated folder."""
    path = GENERATED / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(between.join(parts) + "\n", "utf-8")


if __name__ == "__main__":
    main()
