"""GWAS Catalog associations, versions 1.0.1 (2015) and 1.0.2 (2020).

Upstream layout: a TSV with a header, quotes are plain characters. The two versions name the sample columns differently,
write dates and P-values differently (``04-Dec-2012`` and ``2E-6`` against ``2012-12-04`` and ``2e-06``), give genes as
Entrez or as Ensembl ids, and only 1.0.2 has a study accession. Version 1.0.1 has one row per mapped trait and
per region, where 1.0.2 lists the traits in one cell, separated by ``, ``, as are its genes. P-values that are too small
for a float read 0; their exponent is in ``PVALUE_MLOG``. ``OR or BETA`` holds an odds ratio or an effect size, which only
the text of the confidence interval tells apart. Studies of several variants at once list them with `` x `` or ``;``.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import Field, between, integer, matching, number, one_of, optional, positive, text
from ilkit.build.readers.identifiers import ENSEMBL, STUDY
from ilkit.build.readers.source import Source

SOURCES = ("gwas_catalog_2015", "gwas_catalog_2020_sample")

AND = r"( ?[;x] ?|, )"


def several(pattern: str, expected: str) -> Field:
    """Return a nullable field for one value or several, joined by ``;``, ``, `` or ``x``; the text is kept."""
    return optional(matching(rf"({pattern})({AND}({pattern}))*", f"{expected}, or several"))


GENE_ID = several(rf"{ENSEMBL}|\d+", "an Entrez or Ensembl gene id")
FLAG = optional(between(0, 1, integer))

COLUMNS = {
    "PUBMEDID": positive,
    "FIRST AUTHOR": text,
    "DATE": matching(r"\d{4}-\d\d-\d\d|\d\d-[A-Z][a-z]{2}-\d{4}", "a date such as 2012-12-04 or 04-Dec-2012"),
    "STUDY": optional(text),
    "JOURNAL": text,
    "DISEASE/TRAIT": text,
    "REGION": optional(text),
    "CHR_ID": several(r"\d{1,2}|X|Y|MT", "a chromosome such as 22"),
    "CHR_POS": several(r"\d+", "a position"),
    "REPORTED GENE(S)": optional(text),
    "MAPPED_GENE": optional(text),
    "UPSTREAM_GENE_ID": GENE_ID,
    "DOWNSTREAM_GENE_ID": GENE_ID,
    "SNP_GENE_IDS": GENE_ID,
    "STRONGEST SNP-RISK ALLELE": optional(text),
    "SNPS": optional(text),
    "MERGED": FLAG,
    "SNP_ID_CURRENT": optional(text),
    "CONTEXT": optional(text),
    "INTERGENIC": FLAG,
    "RISK ALLELE FREQUENCY": optional(text),
    "P-VALUE": optional(between(0, 1)),
    "PVALUE_MLOG": optional(between(0)),
    "P-VALUE (TEXT)": optional(text),
    "OR or BETA": optional(number),
    "95% CI (TEXT)": optional(text),
    "CNV": one_of("N", "Y"),
    "MAPPED_TRAIT": optional(text),
    "MAPPED_TRAIT_URI": several(r"https?://[^\s,]+", "the address of a trait such as http://www.ebi.ac.uk/efo/EFO_0000384"),
    "STUDY ACCESSION": optional(STUDY),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``associations``: the rows of every file, with its name in ``file``."""
    frames = [
        read_delimited(path, COLUMNS, quoted=False, may_lack={"STUDY ACCESSION": 36}).assign(file=path.name)
        for path in source.files("gwas_catalog_v1.0*.tsv*")
    ]
    return {"associations": pd.concat(frames).astype({"file": "str"})}
