"""CellPhoneDB: complexes and interactions."""

import pytest

from ilkit.build.readers import cellphonedb
from ilkit.errors import SourceFormatError

SOURCE = "cellphonedb_v5"
COMPLEXES = (
    "complex_name,uniprot_1,uniprot_2,uniprot_3,uniprot_4,uniprot_5,receptor,comments_complex\n"
    'AAA_receptor,P00001,P00002,,,,TRUE,"invented, with a comma"\n'
    "BBB_receptor,P00003,HLAA,,,,TRUE,\n"
)
INTERACTIONS = (
    "partner_a,partner_b,source,interactors,directionality,modulatory_effect\n"
    "P00009,AAA_receptor,PMID:1;2abc_partially,AAA-AAAR1+AAAR2,Ligand-Receptor,\n"
    "P00008,P00003,uniprot,BBB-BBBR,Ligand-Receptor,Inhibitory\n"
)


def read(make_source, complexes=COMPLEXES, interactions=INTERACTIONS):
    return cellphonedb.read(make_source(SOURCE, **{"complex_input.csv": complexes, "interaction_input.csv": interactions}))


def test_a_complex_has_its_subunits_in_columns(make_source):
    complexes = read(make_source)["complexes"].set_index("complex_name")
    assert complexes.loc["AAA_receptor"].dropna().tolist() == ["P00001", "P00002"]
    assert complexes.loc["BBB_receptor", "uniprot_2"] == "HLAA"


def test_an_interaction_keeps_its_mixed_source_as_text(make_source):
    interactions = read(make_source)["interactions"]
    assert interactions.loc[2, ["partner_b", "source"]].tolist() == ["AAA_receptor", "PMID:1;2abc_partially"]
    assert interactions["modulatory_effect"].isna().tolist() == [True, False]


@pytest.mark.parametrize(
    ("old", "new", "name", "column", "expected"),
    [
        ("P00003,HLAA", "p3,HLAA", "complex_input.csv", "uniprot_1", "an accession of a protein"),
        ("BBB_receptor", "AAA_receptor", "complex_input.csv", "complex_name", "each value once"),
        ("Ligand-Receptor,Inh", "Ligand,Inh", "interaction_input.csv", "directionality", "one of 'Ligand-Receptor'"),
        ("Inhibitory", "none", "interaction_input.csv", "modulatory_effect", "one of 'Inhibitory'"),
        ("BBB-BBBR", "BBB BBBR", "interaction_input.csv", "interactors", "two partners in symbols"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, old, new, name, column, expected):
    with pytest.raises(SourceFormatError) as error:
        read(make_source, COMPLEXES.replace(old, new), INTERACTIONS.replace(old, new))
    assert f"file {SOURCE}/{name}, line 3, column '{column}': expected {expected}" in str(error.value)


def test_the_real_files_hold_362_complexes_and_2911_interactions(real_source):
    parts = cellphonedb.read(real_source(SOURCE))
    assert {part: len(rows) for part, rows in parts.items()} == {"complexes": 362, "interactions": 2911}
    assert parts["interactions"]["modulatory_effect"].notna().sum() == 135


def test_the_real_il15_receptor_lacks_the_common_gamma_chain(real_source):
    complexes = cellphonedb.read(real_source(SOURCE))["complexes"].set_index("complex_name")
    assert complexes.loc["IL15_receptor"].dropna().tolist() == ["Q13261", "P14784"]
