"""UniProt: names of proteins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ilkit.build.readers import uniprot_geneinfo
from ilkit.build.readers.uniprot_geneinfo import protein_names
from ilkit.errors import SourceFormatError

HEADER = "EntryID.uniprot\tSymbol\tSynonym\tReviewed\tEntryName\tProteinName\tKeywords\tLocation\tAntibodyName\n"
ROW = "P00001\tAAA1\tA1 A2\treviewed\tAAA1_HUMAN\tInvented (Inv)\tCytokine;Secreted\tinvented\t\n"


def test_synonyms_and_keywords_are_lists(make_source):
    entry = uniprot_geneinfo.read(make_source("uniprot_cellchat_geneinfo", **{"CellChatDB.human.geneInfo.tsv": HEADER + ROW}))[
        "entries"
    ]
    assert entry.loc[2, "Synonym"] == ("A1", "A2")
    assert entry.loc[2, "Keywords"] == ("Cytokine", "Secreted")


def test_a_missing_column_is_a_fault_that_names_it(make_source):
    text = (HEADER + ROW).replace("ProteinName", "Protein name")
    source = make_source("uniprot_cellchat_geneinfo", **{"CellChatDB.human.geneInfo.tsv": text})
    with pytest.raises(
        SourceFormatError, match="column 'ProteinName': expected a column named 'ProteinName', found 'Protein name'"
    ):
        uniprot_geneinfo.read(source)


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("Interleukin-6", ["Interleukin-6"]),
        ("Interleukin-6 (IL-6) (BSF-2)", ["Interleukin-6", "IL-6", "BSF-2"]),
        ("A (C (x) d 8) [Cleaved into: B (b); C]", ["A", "C (x) d 8"]),
        ("A (EC 2.7.10.2) (B)", ["A", "B"]),
        ("Pro-interleukin-16 [Cleaved into: Interleukin-16 (IL-16)]", ["Pro-interleukin-16"]),
        ("A (B", ["A (B"]),
    ],
)
def test_names_of_a_protein_are_told_apart(raw, names):
    assert protein_names(raw) == names


@given(st.text())
def test_any_text_has_names_without_an_error(raw):
    assert isinstance(protein_names(raw), list)


def test_the_real_file_names_il38(real_source):
    entries = uniprot_geneinfo.read(real_source("uniprot_cellchat_geneinfo"))["entries"].set_index("Symbol")
    assert len(entries) == 118
    assert "Interleukin-38" in protein_names(entries.loc["IL1F10", "ProteinName"])


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("A B)", ["A B)"]),
        ("A (B ((x)y))", ["A", "B ((x)y)"]),
        ("A (x) 1 (A1)", ["A (x) 1", "A1"]),
        ("A(s) 1 (A1)", ["A(s) 1", "A1"]),
        ("A (ECF)", ["A", "ECF"]),
        ("A (B) (Fragment)", ["A", "B"]),
        ("A (B) [Includes: C (c); D] [Cleaved into: E]", ["A", "B"]),
        ("A [x] y (B)", ["A [x] y", "B"]),
    ],
)
def test_parentheses_within_a_name_do_not_divide_it(raw, names):
    assert protein_names(raw) == names


@pytest.mark.parametrize(
    ("old", "new", "column", "expected"),
    [
        ("P00001", "AAA1", "EntryID.uniprot", "a UniProt accession"),
        ("\treviewed", "\tyes", "Reviewed", "one of 'reviewed', 'unreviewed'"),
        ("AAA1_HUMAN", "AAA1_MOUSE", "EntryName", "an entry name such as IL6_HUMAN"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, old, new, column, expected):
    source = make_source("uniprot_cellchat_geneinfo", **{"CellChatDB.human.geneInfo.tsv": HEADER + ROW + ROW.replace(old, new)})
    place = "file uniprot_cellchat_geneinfo/CellChatDB.human.geneInfo.tsv, line 3"
    with pytest.raises(SourceFormatError, match=f"{place}, column '{column}': expected {expected}"):
        uniprot_geneinfo.read(source)


def test_the_real_file_holds_one_reviewed_entry_per_symbol(real_source):
    entries = uniprot_geneinfo.read(real_source("uniprot_cellchat_geneinfo"))["entries"]
    assert entries["EntryID.uniprot"].is_unique and entries["Symbol"].is_unique
    assert set(entries["Reviewed"]) == {"reviewed"}


def test_the_real_names_leave_out_enzyme_numbers_and_chains(real_source):
    entries = uniprot_geneinfo.read(real_source("uniprot_cellchat_geneinfo"))["entries"].set_index("Symbol")
    names = entries["ProteinName"].map(protein_names)
    assert "Chemokine (C-X-C motif) ligand 8" in names["CXCL8"]
    assert names["IL16"] == ["Pro-interleukin-16"]
    assert not names.explode().str.contains(r"^EC \d|\[|\]").any()
