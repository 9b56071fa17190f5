"""Intermediate frame: protein QTLs of SCALLOP in the layout of `association_rows`, each with the gene of its protein."""

from __future__ import annotations

import pandas as pd

from ilkit.build.tables.association_rows import neg_log10
from ilkit.build.tables.provenance import by_accession

SOURCE = "scallop_inf_2024"
PAPER = "DOI:10.1038/s41590-023-01588-w"


def build(scallop_inf_2024: dict[str, pd.DataFrame], genes: pd.DataFrame) -> pd.DataFrame:
    """Return one row per independent signal; ``gene_mapping`` says whether it lies at the gene (cis) or elsewhere (trans).

    The lead signal of a locus has both alleles and its p-value as a logarithm; the others have the effect allele only, and
    no p-value where it underflowed. Positions are left out, since they are on GRCh37.
    """
    rows = with_locus(scallop_inf_2024["signals"], scallop_inf_2024["loci"])
    gene_of = by_accession(genes)["hgnc_id"]
    alleles = rows["alleles"].str.split("_")
    other = [
        None if not isinstance(pair, list) else next(allele for allele in pair if allele != effect)
        for pair, effect in zip(alleles, rows["refA"], strict=True)
    ]
    measured = zip(rows["uniprot"].map(gene_of), "measured_protein_" + rows["cis.trans"], strict=True)
    return pd.DataFrame(
        {
            "source_id": SOURCE,
            "study_id": PAPER,
            "rsid": rows["SNP"],
            "reported_trait": rows["p.target"],
            "traits": [[(None, f"{name} level in plasma")] for name in rows["p.target.short"]],
            "ratio_stated": False,
            "gene_mapping": [[pair] if isinstance(pair[0], str) else [] for pair in measured],
            "effect_allele": rows["refA"],
            "other_allele": other,
            "effect_allele_frequency": rows["freq"].astype(float),
            "beta": rows["b"].astype(float),
            "beta_unit": "SD",
            "se": rows["se"].astype(float),
            "neg_log10_p": neg_log10(-rows["log10p"], rows["p"]),
            "chromosome": rows["Chr"],
        }
    ).reset_index(drop=True)


def with_locus(signals: pd.DataFrame, loci: pd.DataFrame) -> pd.DataFrame:
    """Return the signals with the protein and the class of their locus; ``log10p`` and alleles belong to its lead signal alone."""
    place = ["prot", "Chr", "bp"]
    leads = loci.merge(signals[[*place, "SNPID"]], on=place, validate="one_to_one")
    loci_by_lead = leads[["prot", "SNPID", "uniprot", "p.target", "p.target.short", "cis.trans"]]
    own = leads[[*place, "log10p"]].assign(alleles=leads["SNP"].str.extract(r"_([ACGT]+_[ACGT]+)$")[0])
    return signals.merge(loci_by_lead, on=["prot", "SNPID"], how="left", validate="many_to_one").merge(own, on=place, how="left")
