"""Receptors and what binds them: the rules by which sources are read, on invented rows."""

import pandas as pd
import pytest

from ilkit.build.ledger import Ledger
from ilkit.build.tables import receptor_complexes, receptor_cross_check
from ilkit.build.tables.binding import from_curated
from ilkit.build.tables.binding_rows import from_interactions, from_pairs, references, supportable
from ilkit.build.tables.receptor_subunits import copies
from ilkit.build.tables.receptors import best_complex
from ilkit.errors import CheckError

LIGANDS = {frozenset({"HGNC:1"}): "IL-1A", frozenset({"HGNC:1", "HGNC:2"}): "IL-12", frozenset({"HGNC:3"}): "CCC"}
RECEPTORS = {frozenset({"HGNC:7", "HGNC:8"}): "R7_R8", frozenset({"HGNC:7"}): "R7"}
SUBUNITS = pd.DataFrame({"receptor_id": ["R7_R8", "R7_R8", "R7"], "hgnc_id": ["HGNC:7", "HGNC:8", "HGNC:7"]})
GENES = pd.DataFrame(
    {
        "hgnc_id": [f"HGNC:{number}" for number in (1, 2, 3, 7, 8, 9)],
        "symbol": ["L1", "L2", "CCC", "R7", "R8", "JAK"],
        "uniprot_id": ["P1", "P2", "P3", "P7", "P8", "P9"],
        "role": ["ligand", "ligand", "ligand", "receptor", "receptor", "regulator"],
    }
)
CHAINS = pd.DataFrame(
    {
        "il_id": ["IL-1A", "IL-12", "IL-12", "IL-30"],
        "hgnc_id": ["HGNC:1", "HGNC:1", "HGNC:2", "HGNC:2"],
        "attribution": ["shared", "shared", "unique", "unique"],
    }
)
INTERLEUKINS = pd.DataFrame({"il_id": ["IL-1A", "IL-12", "IL-30"], "status": ["established", "established", "retired"]})
CURATED = pd.DataFrame(
    {
        "il_id": ["IL-1A", "IL-12", None],
        "ligand_symbol": [None, None, "CCC"],
        "receptor_id": ["R7_R8", "R7_R8", "R7"],
    }
)
NO_CORRECTIONS = pd.DataFrame(columns=["source_id", "column", "value", "reason"])


@pytest.fixture
def ledger() -> Ledger:
    return Ledger(NO_CORRECTIONS)


def participants(**complexes: str) -> dict[str, pd.DataFrame]:
    rows = [
        (name, f"Invented {'sIL ' if 'soluble' in name else ''}complex", accession, None, copies, "ECO:0000353")
        for name, members in complexes.items()
        for accession, copies in (member.split(":") for member in members.split())
    ]
    frame = pd.DataFrame(
        rows, columns=["complex_ac", "recommended_name", "uniprot_accession", "chain_or_isoform", "stoichiometry", "eco"]
    )
    return {"participants": frame.assign(stoichiometry=pd.to_numeric(frame["stoichiometry"]).astype("Int64"))}


def complexes(ledger: Ledger, **given: str) -> pd.DataFrame:
    return receptor_complexes.build(participants(**given), SUBUNITS, CURATED, CHAINS, INTERLEUKINS, GENES, ledger)


def test_a_complex_is_read_as_ligand_and_receptor_by_its_genes(ledger):
    rows = complexes(ledger, CPX1="P1:1 P2:1 P7:1 P8:2", CPX2="P3:2 P7:1")
    assert rows.drop_duplicates("complex_ac")[["ligand", "receptor_id"]].to_numpy().tolist() == [["IL-12", "R7_R8"], ["CCC", "R7"]]
    assert rows.set_index(["complex_ac", "hgnc_id"])["copies"].to_dict()[("CPX1", "HGNC:8")] == 2


def test_kinases_do_not_count_and_foreign_or_one_sided_complexes_are_left_out_with_a_reason(ledger):
    rows = complexes(ledger, CPX1="P1:1 P7:1 P8:1 P9:1", CPX2="P1:1 P7:1 P99:1", CPX3="P1:2", CPX4="P7:1 P8:1")
    assert set(rows["complex_ac"]) == {"CPX1"}
    assert rows["receptor_id"].unique().tolist() == ["R7_R8"]
    (entry,) = ledger.entries
    assert entry["dropped"] == {
        "the complex has a participant that is not in scope": 3,
        "kinases and adaptors are no part of the receptor": 1,
        "the complex holds no receptor": 1,
        "the complex holds no ligand": 2,
    }
    assert entry["read"] == entry["kept"] + sum(entry["dropped"].values())


@pytest.mark.parametrize(("members", "what"), [("P2:1 P7:1", "ligand"), ("P1:1 P8:1", "receptor")])
def test_a_composition_that_no_curated_row_holds_stops_the_build(ledger, members, what):
    with pytest.raises(CheckError, match=f"CPX1 has a {what} of HGNC:.*corrections.csv"):
        complexes(ledger, CPX1=members)


def test_copies_stand_only_where_all_complexes_agree():
    rows = pd.DataFrame(
        {
            "receptor_id": ["R7_R8"] * 5,
            "hgnc_id": ["HGNC:7", "HGNC:7", "HGNC:7", "HGNC:8", "HGNC:8"],
            "copies": pd.array([1, 1, None, 1, 2], dtype="Int64"),
        }
    )
    assert copies(rows).to_numpy().tolist() == [["R7_R8", "HGNC:7", 1]]


def test_a_membrane_bound_complex_with_physical_evidence_stands_for_the_receptor():
    rows = pd.DataFrame(
        {
            "receptor_id": ["A", "A", "A", "B", "B"],
            "complex_ac": ["CPX-1", "CPX-20", "CPX-3", "CPX-12", "CPX-9"],
            "evidence": ["complex", "complex", "complex_inferred", "complex_inferred", "complex_inferred"],
            "soluble": [True, False, False, False, False],
        }
    )
    assert best_complex(rows)["complex_ac"].to_dict() == {"A": "CPX-20", "B": "CPX-9"}


def interactions(*rows: tuple[str, str, str]) -> dict[str, pd.DataFrame]:
    named = {"complex_name": ["whole", "half"], "uniprot_1": ["P7", "P8"], "uniprot_2": ["P8", None]}
    frame = pd.DataFrame(rows, columns=["partner_a", "partner_b", "source"])
    return {
        "complexes": pd.DataFrame(named),
        "interactions": frame.assign(interactors=frame["partner_a"] + "-" + frame["partner_b"]),
    }


def test_an_interaction_names_the_whole_receptor_by_complex_or_accession(ledger):
    parts = interactions(("P1", "whole", "PMID:5"), ("P3", "P7", "uniprot"), ("P1", "P99", "PMID:6"), ("P99", "whole", "PMID:6"))
    rows = from_interactions(parts, LIGANDS, RECEPTORS, GENES, ledger)
    assert rows[["ligand", "receptor_id"]].to_numpy().tolist() == [["IL-1A", "R7_R8"], ["CCC", "R7"]]
    assert rows["reference"].tolist()[0] == "PMID:5"
    assert pd.isna(rows["reference"].tolist()[1])


def test_an_interaction_with_part_of_a_receptor_stops_the_build(ledger):
    with pytest.raises(CheckError, match="P1-half: no curated receptor is made of these subunits"):
        from_interactions(interactions(("P1", "half", "uniprot")), LIGANDS, RECEPTORS, GENES, ledger)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("PDB:4nkq", ["pdb:4nkq"]),
        ("PMID:29100073;PMID:34966732", ["PMID:29100073", "PMID:34966732"]),
        ("PDB:1j7v_partially", []),
        ("3dgPDB:$4", []),
        ("1irPDB_partially", []),
        ("uniprot", []),
        ("DOI_10.1038ncomms14937", []),
    ],
)
def test_only_plain_references_are_taken_from_the_mixed_cell(source, found):
    assert references(source) == found


def accepted(*rows: tuple[str, str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["ligand", "receptor_id", "effect", "status"])


def links(*rows: tuple[str, str, str, str]) -> set[tuple[str, str, str, str]]:
    members = [("IL-1A", "HGNC:1", "shared"), ("IL-12", "HGNC:1", "shared"), ("IL-12", "HGNC:2", "unique")]
    chains = pd.DataFrame(members, columns=["ligand", "ligand_hgnc_id", "attribution"])
    found = supportable(accepted(*rows), chains, SUBUNITS)
    return set(found[["ligand", "receptor_id", "ligand_hgnc_id", "subunit_hgnc_id"]].itertuples(index=False, name=None))


def test_a_pair_that_the_agonist_receptor_explains_says_nothing_of_a_decoy_with_the_same_subunit():
    both = links(("IL-1A", "R7_R8", "agonist", "established"), ("IL-1A", "R7", "decoy", "established"))
    assert both == {("IL-1A", "R7_R8", "HGNC:1", "HGNC:7"), ("IL-1A", "R7_R8", "HGNC:1", "HGNC:8")}
    assert links(("IL-1A", "R7", "decoy", "established")) == {("IL-1A", "R7", "HGNC:1", "HGNC:7")}


def test_a_pair_speaks_for_a_provisional_receptor_only_where_it_is_the_whole_of_it():
    assert links(("IL-1A", "R7_R8", "agonist", "provisional"), ("IL-12", "R7", "agonist", "provisional")) == set()
    assert links(("IL-1A", "R7", "agonist", "provisional")) == {("IL-1A", "R7", "HGNC:1", "HGNC:7")}


def test_a_pair_gives_one_row_per_molecule_and_paper_and_tells_shared_chains(ledger):
    pairs = pd.DataFrame(
        {
            "Ligand gene symbol": ["L1", "L9"],
            "Ligand HGNC ID": ["HGNC:1", "HGNC:99"],
            "Receptor gene symbol": ["R7", "R7"],
            "Receptor HGNC ID": ["HGNC:7", "HGNC:7"],
            "PMID support": [(11, 12, 11), (13,)],
        }
    )
    chains = pd.DataFrame(
        {"ligand": ["IL-1A", "IL-12"], "ligand_hgnc_id": ["HGNC:1", "HGNC:1"], "attribution": ["shared", "shared"]}
    )
    stated = accepted(("IL-1A", "R7_R8", "agonist", "established"), ("IL-12", "R7_R8", "agonist", "established"))
    rows = from_pairs(pairs, supportable(stated, chains, SUBUNITS), ledger)
    assert rows[["ligand", "reference", "attribution"]].to_numpy().tolist() == [
        ["IL-1A", "PMID:11", "shared"],
        ["IL-12", "PMID:11", "shared"],
        ["IL-1A", "PMID:12", "shared"],
        ["IL-12", "PMID:12", "shared"],
    ]
    assert ledger.entries[0]["dropped"] == {"the ligand or the receptor is not in scope": 1}
    assert ledger.entries[1]["dropped"] == {"the pair names the paper twice": 1}


def test_a_curated_statement_without_reference_gives_way_to_a_source_with_the_whole_receptor(ledger):
    curated = pd.DataFrame(
        {
            "ligand": ["IL-1A", "IL-12", "CCC"],
            "receptor_id": ["R7_R8", "R7_R8", "R7"],
            "evidence": ["textbook", "review", "textbook"],
            "reference": [None, "PMID:9", None],
        }
    )
    sources = pd.DataFrame(
        {
            "ligand": ["IL-1A", "IL-12", "CCC"],
            "receptor_id": ["R7_R8", "R7_R8", "R7"],
            "subunit_hgnc_id": [None, None, "HGNC:7"],
        }
    )
    assert from_curated(curated, sources, ledger)["ligand"].tolist() == ["IL-12", "CCC"]


def cross_check(ledger: Ledger, *receptor: tuple[str, ...]) -> pd.DataFrame:
    rows = pd.DataFrame({"name": ["one", "none", "other"], "gene": [("L1",), ("L1",), ("X1",)]})
    rows = {"cytokines": rows.assign(**{"receptor gene": [receptor, (), (("X2",),)]})}
    return receptor_cross_check.build(rows, CURATED, SUBUNITS, CHAINS, INTERLEUKINS, GENES, ledger)


def test_the_cross_check_accepts_any_order_of_the_subunits_and_keeps_no_row(ledger):
    assert cross_check(ledger, ("R8", "R7")).to_numpy().tolist() == [["IL-1A", "R7_R8"]]
    assert ledger.entries[0]["kept"] == 0


def test_the_cross_check_stops_the_build_at_a_receptor_that_is_not_curated(ledger):
    with pytest.raises(CheckError, match="huCIRA gives IL-1A the receptor R7, which"):
        cross_check(ledger, ("R8", "R7"), ("R7",))
