"""Missense variants of the proteins in scope, from the listing humsavar of UniProt."""

from __future__ import annotations

import pandas as pd

from ilkit.build.ledger import Ledger
from ilkit.build.tables.provenance import by_accession, finish
from ilkit.schemas.protein_variants import CLASSES, ProteinVariants

SOURCE_ID = "uniprot_humsavar_2026_03"
CLASSIFICATION = dict(zip(("LP/P", "LB/B", "US"), CLASSES, strict=True))
CHANGE = r"p\.(?P<reference>[A-Z][a-z]{2})(?P<position>\d+)(?P<variant>[A-Z][a-z]{2})"
DISEASE = r"(?P<source_disease>.+?)(?: \[MIM:(?P<number>\d+)\])?"
THREE_LETTER = "Ala Arg Asn Asp Cys Gln Glu Gly His Ile Leu Lys Met Phe Pro Sec Ser Thr Trp Tyr Val"
ONE_LETTER = dict(zip(THREE_LETTER.split(), "ARNDCQEGHILKMFPUSTWYV", strict=True))


def build(
    uniprot_humsavar_2026_03: dict[str, pd.DataFrame],
    uniprot_secreted_fasta: dict[str, pd.DataFrame],
    genes: pd.DataFrame,
    disease_mapping: pd.DataFrame,
    ledger: Ledger,
) -> pd.DataFrame:
    """Build `protein_variants`."""
    selection = ledger.select("protein_variants", SOURCE_ID, uniprot_humsavar_2026_03["variants"], "variants")
    proteins = by_accession(genes)
    selection.drop(~selection.rows["Swiss-Prot AC"].isin(proteins.index), "the protein is not that of a gene in scope")
    rows = selection.rows
    parts = rows["AA change"].str.extract(f"^{CHANGE}$")
    disease = rows["Disease name"].str.extract(f"^{DISEASE}$")
    meaning = ("OMIM:" + disease["number"]).map(disease_mapping["disease_id"])
    rows = rows.assign(
        hgnc_id=rows["Swiss-Prot AC"].map(proteins["hgnc_id"]),
        symbol=rows["Swiss-Prot AC"].map(proteins["symbol"]),
        uniprot_id=rows["Swiss-Prot AC"],
        variant_id=rows["FTId"],
        change=rows["AA change"],
        position=parts["position"].astype("Int64"),
        reference_aa=parts["reference"].map(ONE_LETTER),
        variant_aa=parts["variant"].map(ONE_LETTER),
        rsid=rows["dbSNP"],
        classification=rows["Variant category"].map(CLASSIFICATION),
        source_disease=disease["source_disease"],
        disease_id=meaning,
        disease_name=meaning.map(dict(zip(disease_mapping["disease_id"], disease_mapping["disease_name"], strict=True))),
        evidence="curated_literature",
        source_id=SOURCE_ID,
        reference=None,
    )
    sequences = uniprot_secreted_fasta["sequences"].set_index("accession")["sequence"]
    return finish(rows.assign(agrees_with_sequence=agreement(rows, sequences)), ProteinVariants)


def agreement(rows: pd.DataFrame, sequences: pd.Series) -> pd.Series:
    """Tell whether the sequence of the protein has the reference amino acid at the position; null without a sequence."""
    found = [
        None if not isinstance(sequence, str) else sequence[position - 1 : position] == residue
        for sequence, position, residue in zip(
            rows["uniprot_id"].map(sequences), rows["position"], rows["reference_aa"], strict=True
        )
    ]
    return pd.Series(found, index=rows.index, dtype="boolean")
