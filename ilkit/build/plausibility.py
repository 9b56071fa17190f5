"""Which numbers can be: what no definition of a single column says."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pandas as pd

from ilkit.build.failure import Failure, failing
from ilkit.build.tables.provenance import pmid
from ilkit.evidence import truth

LONGEST_CHROMOSOME = 248_956_422
"""Bases of chromosome 1 of GRCh38."""
YEARS = (1900, 2100)


def plausibility_failures(tables: dict[str, pd.DataFrame]) -> Iterator[Failure]:
    """Find numbers that cannot be, in the tables that a version has."""
    for name, check in PLAUSIBLE.items():
        if name in tables:
            yield from check(tables[name])
    for name, frame in tables.items():
        yield from year_failures(name, frame)
        yield from order_failures(name, frame)


def year_failures(name: str, frame: pd.DataFrame) -> Iterator[Failure]:
    """Find years that are none of modern science."""
    for column in (column for column in frame.columns if column == "year" or column.endswith("_year")):
        yield from failing(name, f"{column} is no year from {YEARS[0]} to {YEARS[1]}", frame[_outside(frame[column], *YEARS)])


def order_failures(name: str, frame: pd.DataFrame) -> Iterator[Failure]:
    """Find starts behind their ends, and places below 1."""
    for start, end in (
        ("start", "end"),
        ("aligned_start", "aligned_end"),
        ("profile_start", "profile_end"),
        ("chain_start", "chain_end"),
    ):
        if start in frame and end in frame:
            wrong = (frame[start] > frame[end]) | (frame[start] < 1)
            yield from failing(name, f"{start} lies behind {end}, or below 1", frame[truth(wrong)])


def domain_failures(domains: pd.DataFrame) -> Iterator[Failure]:
    """Find alignments outside their domain or their profile."""
    outside = (domains["aligned_start"] < domains["start"]) | (domains["aligned_end"] > domains["end"])
    yield from failing("domains", "the alignment lies outside the domain", domains[outside])
    beyond = domains["profile_end"] > domains["profile_length"]
    yield from failing("domains", "the alignment lies outside the profile", domains[beyond])


def structure_failures(structures: pd.DataFrame) -> Iterator[Failure]:
    """Find segments that are of another length in the chain than in the protein: residues may be inserted or deleted, not many."""
    lengths = (structures["chain_end"] - structures["chain_start"]) - (structures["end"] - structures["start"])
    yield from failing("structures", "the segment is far longer in chain or protein", structures[_outside(lengths, -100, 100)])


def protein_variant_failures(variants: pd.DataFrame) -> Iterator[Failure]:
    """Find positions that are not those of the change."""
    said = variants["change"].str.extract(r"(\d+)", expand=False).astype("Int64")
    wrong = truth(said != variants["position"], True)
    yield from failing("protein_variants", "position is not that of the change", variants[wrong])


def gene_failures(genes: pd.DataFrame) -> Iterator[Failure]:
    """Find genes that are too long, and masses that do not fit lengths."""
    long = truth(genes["end"] - genes["start"] > 3_000_000)
    yield from failing("genes", "the gene spans over 3 Mb", genes[long])
    mass = _outside(genes["mass_da"] / genes["length_aa"], 95, 130)
    yield from failing("genes", "mass per residue is not that of a protein", genes[mass])


def effect_size_failures(variants: pd.DataFrame) -> Iterator[Failure]:
    """Find effects of two kinds on one row, and effects outside their interval."""
    both = variants["odds_ratio"].notna() & variants["beta"].notna()
    yield from failing("variants", "odds ratio and beta on one row", variants[both])
    effect = variants["odds_ratio"].fillna(variants["beta"])
    low, high, slack = variants["ci_lower"], variants["ci_upper"], 0.02 + effect.abs() * 0.05
    yield from failing("variants", "the confidence interval is upside down", variants[low > high])
    far = _outside(variants["position"], 1, LONGEST_CHROMOSOME)
    yield from failing("variants", "no chromosome has that position", variants[far])
    off = (effect < low - slack) | (effect > high + slack)
    yield from failing("variants", "the effect lies outside its confidence interval", variants[off])


def direction_failures(links: pd.DataFrame) -> Iterator[Failure]:
    """Find directions that contradict the effect, and effects of what is no Mendelian randomisation."""
    if "effect_direction" not in links:
        return
    ratio, direction = links["log_odds_ratio"], links["effect_direction"]
    agrees = ((direction == "raises_risk") & (ratio > 0)) | ((direction == "lowers_risk") & (ratio < 0))
    measured = links["evidence"] == "protein_mr"
    yield from failing("disease_associations", "the direction contradicts the effect", links[measured & ~agrees])
    stray = ~measured & (ratio.notna() | direction.notna())
    yield from failing("disease_associations", "an effect on a row that is no Mendelian randomisation", links[stray])


def publication_failures(publications: pd.DataFrame) -> Iterator[Failure]:
    """Find publications whose reference and number differ."""
    wrong = publications["reference"] != pmid(publications["pmid"])
    yield from failing("publications", "reference and pmid disagree", publications[wrong])


PLAUSIBLE: dict[str, Callable[[pd.DataFrame], Iterator[Failure]]] = {
    "domains": domain_failures,
    "genes": gene_failures,
    "protein_variants": protein_variant_failures,
    "structures": structure_failures,
    "variants": effect_size_failures,
    "disease_associations": direction_failures,
    "publications": publication_failures,
}


def _outside(values: pd.Series, low: float, high: float) -> pd.Series:
    return truth((values < low) | (values > high))
