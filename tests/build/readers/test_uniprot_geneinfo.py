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
