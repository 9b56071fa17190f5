"""Rules of the table of signalling: what a complex, an edge and a curated row say, and what they do not."""

import pandas as pd
import pytest

from ilkit.build.ledger import Ledger
from ilkit.build.tables import signaling, signaling_complexes, signaling_edges
from ilkit.errors import CheckError

NONE = pd.DataFrame(columns=["source_id", "column", "value", "reason"])
SYMBOLS = ["IL0", "RA", "RB", "JAK1", "JAK2", "TYK2", "STAT3", "IL9X", "RC"]
GENES = pd.DataFrame(
    {
        "hgnc_id": [f"HGNC:{number}" for number in range(1, 10)],
        "symbol": SYMBOLS,
        "uniprot_id": [f"P{number:05}" for number in range(1, 10)],
        "role": ["ligand", "receptor", "receptor", "regulator", "regulator", "regulator", "regulator", "ligand", "receptor"],
    }
)
ID = GENES.set_index("symbol")["hgnc_id"]
TRANSDUCERS = pd.DataFrame(
    {
        "hgnc_id": ID[["JAK1", "JAK2", "TYK2", "STAT3"]].tolist(),
        "symbol": ["JAK1", "JAK2", "TYK2", "STAT3"],
        "role": ["JAK"] * 3 + ["STAT"],
    }
)
PARTS = pd.DataFrame(
    {
        "signals": [True, False],
        "subunits": [frozenset(ID[["RA", "RB"]]), frozenset(ID[["RC"]])],
        "ligands": [frozenset(ID[["IL0"]]), frozenset(ID[["IL0"]])],
    },
    index=pd.Index(["RA_RB", "RC"], name="receptor_id"),
)


def complexes(*rows):
    """Make complexes out of (number, symbols, PubMed ids)."""
    accession = GENES.set_index("symbol")["uniprot_id"]
    return pd.DataFrame(
        [
            (f"R-HSA-{number}", "name", tuple(f"uniprot:{accession.get(symbol, symbol)}" for symbol in symbols.split()), pmids)
            for number, symbols, pmids in rows
        ],
        columns=["identifier", "name", "participants", "pubMedIdentifiers"],
    )


def from_complexes(*rows, corrections=NONE):
    book = Ledger(corrections)
    return signaling_complexes.build({"complexes": complexes(*rows)}, GENES, PARTS, TRANSDUCERS, book), book


def test_the_smallest_complex_of_receptor_ligand_and_kinase_gives_the_publications():
    rows, book = from_complexes(
        (20, "IL0 RA RB JAK1", (5, 6)), (10, "IL0 RA RB JAK1", (6,)), (30, "IL0 RA RB JAK1 STAT3 X99999", (7,))
    )
    table = rows[["hgnc_id", "reference", "complex_id"]].sort_values(["hgnc_id", "reference"]).to_numpy().tolist()
    assert table == [
        [ID["JAK1"], "PMID:5", "Reactome:R-HSA-20"],
        [ID["JAK1"], "PMID:6", "Reactome:R-HSA-10"],
        [ID["STAT3"], "PMID:7", "Reactome:R-HSA-30"],
    ]
    for entry in book.entries:
        assert entry["read"] == entry["kept"] + sum(entry["dropped"].values())


def test_a_pair_without_publication_refers_to_the_complex():
    rows, _ = from_complexes((10, "IL0 RA RB JAK1", ()), (11, "IL0 RA RB JAK2", ()), (12, "IL0 RA RB JAK2", (4,)))
    assert sorted(rows["reference"]) == ["PMID:4", "Reactome:R-HSA-10"]


def test_a_complex_says_nothing_without_ligand_or_of_a_part_of_a_receptor_or_of_a_decoy():
    rows, book = from_complexes(
        (1, "RA RB JAK1", ()), (2, "IL0 RA JAK1", ()), (3, "IL0 IL9X RA RB JAK1", ()), (4, "IL0 RC JAK1", ())
    )
    assert rows.empty
    assert set(book.entries[0]["dropped"]) == {
        "no ligand is in the complex",
        "the receptor genes of the complex make up no receptor",
        signaling_complexes.FOREIGN,
    }
    assert set(book.entries[1]["dropped"]) == {"the receptor gives no signal by itself"}


def test_the_seat_of_a_kinase_is_told_by_a_complex_with_one_subunit_and_only_where_it_is_one():
    rows, _ = from_complexes((1, "RA JAK1", ()), (2, "RA JAK2", ()), (3, "RB JAK2 TYK2", ()), (4, "IL0 RA RB JAK1 JAK2 TYK2", ()))
    seats = rows.set_index("hgnc_id")["subunit_hgnc_id"]
    assert seats[ID["JAK1"]] == ID["RA"]
    assert pd.isna(seats[ID["JAK2"]])
    assert seats[ID["TYK2"]] == ID["RB"]
    assert rows["alternative"].tolist() == [True, True, True]


def test_a_correction_takes_out_one_statement():
    wrong = pd.DataFrame([("reactome_complexes", "statement", "JAK2 at RA_RB", "wrong")], columns=NONE.columns)
    rows, _ = from_complexes((1, "IL0 RA RB JAK1 JAK2", (3,)), corrections=wrong)
    assert rows["hgnc_id"].tolist() == [ID["JAK1"]]
    assert rows["alternative"].tolist() == [False]


def from_edges(*edges, drawn="IL0 RA RB JAK1 STAT3"):
    """Build from (source, target, arrow) of a pathway that draws the genes named."""
    frame = pd.DataFrame(edges, columns=["source", "target", "arrow"]).assign(wpid="WP1")
    labels = drawn.split()
    nodes = pd.DataFrame({"wpid": "WP1", "Label": labels, "genes": [(label,) for label in labels]})
    symbols = GENES.set_index("symbol", drop=False)[["hgnc_id", "symbol"]]
    rows = pd.DataFrame({"pathway_id": "wikipathways:WP1", "database": "WikiPathways", "hgnc_id": ID[labels].tolist()})
    return signaling_edges.build({"edges": frame}, nodes, symbols, rows, PARTS, TRANSDUCERS, Ledger(NONE))


def test_an_edge_speaks_of_the_receptor_that_the_pathway_draws_with_a_ligand():
    rows = from_edges(("RA ", "GROUP:JAK1+STAT3", "Arrow"))
    assert rows[["receptor_id", "hgnc_id", "subunit_hgnc_id", "reference"]].to_numpy().tolist() == [
        ["RA_RB", ID["JAK1"], ID["RA"], "wikipathways:WP1"],
        ["RA_RB", ID["STAT3"], ID["RA"], "wikipathways:WP1"],
    ]
    assert from_edges(("RA", "JAK1", "Arrow"), drawn="RA RB JAK1").empty
    assert from_edges(("RA", "JAK1", "Arrow"), drawn="IL0 RA JAK1").empty


def test_a_kinase_may_point_at_the_receptor_and_a_stat_may_not():
    assert from_edges(("JAK1", "RA", "mim-modification"), ("STAT3", "RA", "Arrow"))["hgnc_id"].tolist() == [ID["JAK1"]]


def test_inhibition_and_transcription_are_no_signalling():
    assert from_edges(("RA", "JAK1", "TBar"), ("RA", "JAK1", "mim-transcription-translation"), ("RA", "JAK1", None)).empty


def test_edges_from_two_subunits_leave_open_which_it_is():
    rows = from_edges(("RA", "JAK1", "Arrow"), ("RB", "JAK1", "Arrow"))
    assert len(rows) == 1
    assert rows["subunit_hgnc_id"].isna().all()


def curated(*rows):
    columns = ["receptor_id", "symbol", "subunit_symbol", "evidence", "reference", "reason"]
    return pd.DataFrame(rows, columns=columns, index=pd.RangeIndex(2, 2 + len(rows), name="line"))


def from_curated(*rows, found=()):
    known = pd.DataFrame([(receptor, ID[symbol]) for receptor, symbol in found], columns=["receptor_id", "hgnc_id"])
    receptors = pd.DataFrame({"receptor_id": ["RA_RB", "RC"]})
    return signaling.from_curated(curated(*rows), known, receptors, ID, Ledger(NONE))


def test_what_was_not_looked_up_stands_only_where_nothing_else_does():
    rows = from_curated(
        ("RA_RB", "JAK1", None, "textbook", None, "taught"),
        ("RA_RB", "JAK2", "RA", "textbook", None, "taught"),
        ("RA_RB", "TYK2", None, "textbook", None, "taught"),
        ("RA_RB", "TYK2", None, "review", "PMID:1", "read"),
        found=[("RA_RB", "JAK1")],
    )
    assert rows[["hgnc_id", "subunit_hgnc_id", "evidence"]].astype("object").fillna("").to_numpy().tolist() == [
        [ID["JAK2"], ID["RA"], "textbook"],
        [ID["TYK2"], "", "review"],
    ]


@pytest.mark.parametrize("row", [("RA", "JAK1", None), ("RA_RB", "JAK9", None), ("RA_RB", "JAK1", "RC")])
def test_a_curated_row_that_names_what_there_is_not_is_an_error(row):
    with pytest.raises(CheckError, match=r"signaling.csv, line 2: expected a receptor_id"):
        from_curated((*row, "textbook", None, "taught"))
