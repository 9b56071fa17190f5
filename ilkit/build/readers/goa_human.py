"""GOA human of 2025: which protein is annotated with which GO term, without evidence, reference or qualifier.

Upstream layout: ``goa_human.gaf.gz``, one row per annotation. The files read here are narrowed from it: a JSON object
``{accession: [GO ids]}`` per namespace, limited to the accessions of ``uniprot_to_gene.tsv``. They have no
qualifier; the pairs that gene2go or QuickGO negate are not in them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from ilkit.build.readers.delimited import fault, read_delimited, read_text
from ilkit.build.readers.fields import Field, positive, text
from ilkit.build.readers.identifiers import ACCESSION, GO_TERM
from ilkit.build.readers.source import Source

SOURCES = ("goa_human_2025",)

NAMESPACES = ("BP", "MF", "CC")

COLUMNS = {"uniprot": ACCESSION, "gene_id": positive, "symbol": text}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``pairs`` (accession, go_id, namespace), indexed by the place in the namespace's file, and ``accessions``."""
    frames = [_read_pairs(source.file(f"associations_{namespace}.json*"), namespace) for namespace in NAMESPACES]
    return {
        "pairs": pd.concat(frames),
        "accessions": read_delimited(source.file("uniprot_to_gene.tsv*"), COLUMNS, quoted=False),
    }


def _read_pairs(path: Path, namespace: str) -> pd.DataFrame:
    pairs = list(_pairs(path))
    if not pairs:
        raise fault(path, "at least one accession with a GO id", 1, got="none")
    index = pd.RangeIndex(1, len(pairs) + 1, name="line")
    return pd.DataFrame(pairs, index=index, columns=["accession", "go_id"], dtype="str").assign(
        namespace=pd.Series([namespace] * len(pairs), index=index, dtype="str")
    )


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Yield each accession with each of its terms, in the order of the file."""
    content = read_text(path, ended=False)
    for accession, terms in _load(path, content):
        if not _fits(accession, ACCESSION):
            raise fault(path, ACCESSION.expected, _line(content, accession), "accession", accession)
        if not isinstance(terms, list):
            raise fault(path, "a list of GO ids", _line(content, accession), accession, terms)
        for term in terms:
            if not _fits(term, GO_TERM):
                raise fault(path, GO_TERM.expected, _line(content, term if isinstance(term, str) else accession), accession, term)
            yield accession, term


def _load(path: Path, content: str) -> list[tuple[str, Any]]:
    """Return the accessions with what stands after them; an accession that is there twice is returned twice."""
    try:
        loaded = json.loads(content, object_pairs_hook=tuple)
    except json.JSONDecodeError as broken:
        raise fault(path, "well-formed JSON", broken.lineno, got=broken.msg) from broken
    except (ValueError, RecursionError) as broken:
        raise fault(path, "well-formed JSON", got=str(broken)) from broken
    if not isinstance(loaded, tuple):
        raise fault(path, "an object {accession: [GO ids]}", 1, got=loaded)
    accessions = [accession for accession, _ in loaded]
    twice = next((accession for accession in accessions if accessions.count(accession) > 1), None)
    if twice is not None:
        raise fault(path, "accessions that occur once", _line(content, twice), "accession", twice)
    return list(loaded)


def _fits(value: object, field: Field) -> bool:
    try:
        return isinstance(value, str) and field.parse(value) == value
    except ValueError:
        return False


def _line(content: str, value: str) -> int | None:
    """Return the first line on which `value` is written, unless it is written with escapes."""
    place = content.find(json.dumps(value, ensure_ascii=False))
    return content.count("\n", 0, place) + 1 if place >= 0 else None
