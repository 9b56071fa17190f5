"""SCALLOP-INF: protein QTLs of the Olink Inflammation panel, and Mendelian randomisation from its proteins to diseases.

Upstream layout: the folder ``rsid/10-4-2024`` and ``doc`` of the repository, where some of the files carry no extension.
``INF1.merge.cis.vs.trans`` (comma-separated) has one row per protein and locus, ``INF1.jma-rsid`` (tabs) one per independent
signal of a locus, as GCTA-COJO writes them: ``refA`` is the effect allele, ``b``, ``se`` and ``p`` are those of the
meta-analysis (standard deviations of the rank-normalised level), ``SNPID`` is the lead variant of the locus, whose row is the only
one that the first file describes too. ``p`` underflows to 0; ``log10p`` (negative) does not. Positions are on GRCh37.
Proteins are named twice: ``prot`` is an R name (``IL.12B``, ``IL.8``), ``target.short`` the label of the panel (``IL-12B``), which
``gsmr-efo-reduce-more`` calls ``protein``. There, ``bxy`` is the change of the logarithm of the odds per standard deviation of the
protein by its cis variants, ``fdr`` is adjusted over all rows of the file, ``id`` is the id of the outcome in OpenGWAS, and
``qtl`` and what follows belong to the disease. The ``*.il.*`` files beside them are excerpts, and are not read.
"""

from __future__ import annotations

import pandas as pd

from ilkit.build.readers.delimited import read_delimited
from ilkit.build.readers.fields import between, matching, number, one_of, positive, text
from ilkit.build.readers.identifiers import ACCESSION, RSID
from ilkit.build.readers.source import Source

SOURCES = ("scallop_inf_2024",)

PROTEIN = matching(r"[A-Za-z0-9]+(\.[A-Za-z0-9]+)*", "a protein as an R name, such as IL.12B")
CHROMOSOME = matching(r"[1-9]|1\d|2[0-2]|X", "a chromosome such as 12")
ERROR = between(0)

LOCI = {
    "uniprot": ACCESSION,
    "prot": PROTEIN,
    "Chr": CHROMOSOME,
    "bp": positive,
    "SNP": matching(r"chr[\dX]+:\d+_[ACGT]+_[ACGT]+", "a variant with its alleles such as chr6:32586222_A_G"),
    "log10p": between(-100_000, 0),
    "p.target": text,
    "p.target.short": text,
    "cis.trans": one_of("cis", "trans"),
}
SIGNALS = {
    "prot": PROTEIN,
    "SNPID": RSID,
    "Chr": CHROMOSOME,
    "SNP": RSID,
    "bp": positive,
    "refA": matching(r"[ACGT]+", "an allele such as A"),
    "freq": between(0, 1),
    "b": number,
    "se": ERROR,
    "p": between(0, 1),
}
OUTCOMES = {
    "protein": text,
    "Disease": text,
    "id": matching(r"[a-z]+-[a-z]-\w+|GCST\d+", "an id of OpenGWAS or a study accession such as ieu-a-833"),
    "nsnp": positive,
    "fdr": between(0, 1),
    "bxy": number,
    "se": ERROR,
}
PANEL = {"target.short": text, "uniprot": ACCESSION}


def read(source: Source) -> dict[str, pd.DataFrame]:
    """Return ``loci``, ``signals``, ``outcomes`` (protein × disease) and ``panel`` (label × UniProt accession)."""
    return {
        "loci": read_delimited(source.file("INF1.merge.cis.vs.trans*"), LOCI, separator=","),
        "signals": read_delimited(source.file("INF1.jma-rsid*"), SIGNALS, quoted=False),
        "outcomes": read_delimited(source.file("gsmr-efo-reduce-more*"), OUTCOMES, quoted=False),
        "panel": read_delimited(source.file("olink.inf.panel.annot.tsv"), PANEL, quoted=False, unique="target.short"),
    }
