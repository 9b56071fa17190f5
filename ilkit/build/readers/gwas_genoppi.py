"""GWAS Catalog of 2020-03-08: all associations, five columns, as the package Genoppi carries them.

Upstream layout: the data frame ``gwas_table`` of the package, written as a TSV. ``SNP`` is upstream's ``SNPS``, which may also be
an HLA allele, a position or several variants; ``P.VALUE`` reads 0 where it is too small for a float. There is no gene, no effect,
no allele and no ontology id. Two excerpts lie beside the table, with genes that are not upstream's; they are not read.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import between, positive, text
from ilkit.build.readers.identifiers import STUDY
from ilkit.build.readers.source import Source

SOURCES = ("gwas_catalog_2020-03-08_genoppi",)

COLUMNS = {
    "PUBMEDID": positive,
    "DISEASE.TRAIT": text,
    "SNP": text,
    "P.VALUE": between(0, 1),
    "STUDY.ACCESSION": STUDY,
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``associations``: one row per variant, trait, study and p-value."""
    return {"associations": read_delimited(source.file("gwas_table.tsv*"), COLUMNS, quoted=False)}
