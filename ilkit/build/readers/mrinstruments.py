"""MRInstruments: GWAS Catalog associations of 2017 with harmonised effect alleles and standard errors.

Layout: a TSV with a header, written from an R data frame, missing values empty. ``beta`` is the natural logarithm of
an odds ratio where ``units`` is empty, and an effect in those units elsewhere, negative for a decrease; where either
of ``beta`` and ``se`` is missing, both are. Traits and their addresses are lists separated by ``, ``, positions are on
GRCh38. ``Phenotype`` is ``Phenotype_simple`` with ``units`` and ``Phenotype_info`` appended.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import between, integer, listed, matching, number, optional, positive, text
from ilkit.build.readers.identifiers import RSID, STUDY
from ilkit.build.readers.source import Source

SOURCES = ("mrinstruments_gwas_catalog_2017",)

ALLELE = optional(matching(r"[ACGT]+", "an allele such as A"))

COLUMNS = {
    "Phenotype_simple": text,
    "MAPPED_TRAIT_EFO": optional(text),
    "MAPPED_TRAIT_EFO_URI": optional(
        matching(r"https?://[^\s,]+(, https?://[^\s,]+)*", "addresses such as http://www.ebi.ac.uk/efo/EFO_0003894")
    ),
    "STUDY.ACCESSION": optional(STUDY),
    "Phenotype": text,
    "Phenotype_info": optional(text),
    "PubmedID": positive,
    "Year": between(2000, 2100, integer),
    "SNP": RSID,
    "chr": optional(matching(r"\d{1,2}|X|Y|MT", "a chromosome such as 22")),
    "bp_ens_GRCh38": optional(positive),
    "Region": optional(text),
    "gene": optional(text),
    "Gene_ens": listed(","),
    "effect_allele": ALLELE,
    "other_allele": ALLELE,
    "beta": optional(number),
    "se": optional(between(0)),
    "pval": between(0, 1),
    "units": optional(text),
    "eaf": optional(between(0, 1)),
}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``associations``: one row per variant and phenotype of a study."""
    return {"associations": read_delimited(source.file("gwas_catalog*.tsv*"), COLUMNS, quoted=False)}
