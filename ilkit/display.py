"""A dataset as HTML: in itself complete, escaped, and in the colours of the page around it."""

from __future__ import annotations

from html import escape

import pandas as pd

NUMBERS = ("rows", "bytes")
CELL = "padding:.15em .8em .15em 0;text-align:{side};vertical-align:top;border-bottom:1px solid rgba(128,128,128,.25)"


def dataset_html(version: str, digest: str, pin: str, tables: pd.DataFrame) -> str:
    """Return a dataset version as HTML: what it is, the line that pins it, and its tables."""
    rows, size = int(tables["rows"].sum()), int(tables["bytes"].sum())
    return (
        "<div style='color:inherit;background:transparent'>"
        f"<p style='margin:.2em 0'><b>ilkit dataset {escape(version)}</b>: {len(tables)} tables, {rows:,} rows, "
        f"{size / 1e6:.2f} MB<br><span style='opacity:.75'>{escape(digest)}</span></p>"
        f"<p style='margin:.2em 0'>Pin it: <code style='color:inherit;background:transparent'>{escape(pin)}</code></p>"
        f"<details><summary>Tables</summary>{table_html(tables)}</details></div>"
    )


def table_html(rows: pd.DataFrame) -> str:
    """Return a frame as an HTML table, numbers to the right."""
    names = [str(name) for name in rows.columns]
    head = "".join(f"<th style='{_style(name)}'>{escape(name.replace('_', ' '))}</th>" for name in names)
    body = "".join(f"<tr>{_cells(names, row)}</tr>" for row in rows.itertuples(index=False, name=None))
    return f"<table style='border-collapse:collapse;color:inherit'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cells(names: list[str], row: tuple[object, ...]) -> str:
    return "".join(f"<td style='{_style(name)}'>{_shown(value)}</td>" for name, value in zip(names, row, strict=True))


def _style(name: str) -> str:
    return CELL.format(side="right" if name in NUMBERS else "left")


def _shown(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else escape(str(value))
