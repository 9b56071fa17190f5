"""Cell Ontology: cell types, their parents, and axioms about cytokines and receptors."""

import pytest

from ilkit.build.readers import cell_ontology
from ilkit.errors import SourceFormatError

SOURCE = "cell_ontology_immune"
TERMS_FILE, AXIOMS_FILE = "cl_terms.tsv.gz", "cl_cytokine_axioms.tsv"
TERMS = (
    "\t".join(cell_ontology.TERMS)
    + "\n"
    + "CL:0000001\tinvented cell\t\t\tFalse\t\n"
    + 'CL:0000002\tinvented "T" cell\tEXACT:iT cell|RELATED:T\tCL:0000001|CL:0000003\tFalse\t\n'
    + "CL:0000004\t\t\t\tTrue\tCL:0000002\n"
)
AXIOMS = (
    "\t".join(cell_ontology.AXIOMS)
    + "\n"
    + "CL:0000002\tinvented T cell\tRO_0002215\tGO:0032633\t\tPMID:1|PMID:22\n"
    + "CL:0000002\tinvented T cell\tCL_4030046\tPR:000001869\tIL7R\t\n"
)


def read(make_source, terms=TERMS, axioms=AXIOMS):
    return cell_ontology.read(make_source(SOURCE, **{TERMS_FILE: terms, AXIOMS_FILE: axioms}))


def test_a_term_has_its_parents_and_its_synonyms_with_their_scope(make_source):
    terms = read(make_source)["terms"].set_index("cl_id")
    assert terms.loc["CL:0000002", "parents"] == ("CL:0000001", "CL:0000003")
    assert terms.loc["CL:0000002", "synonyms"] == ("EXACT:iT cell", "RELATED:T")
    assert terms.loc["CL:0000002", "label"] == 'invented "T" cell'
    assert terms.loc["CL:0000001", "parents"] == ()


def test_a_merged_term_has_no_label_and_tells_what_it_was_merged_into(make_source):
    terms = read(make_source)["terms"].set_index("cl_id")
    assert terms["label"].isna().tolist() == [False, False, True]
    assert terms["deprecated"].tolist() == [False, False, True]
    assert terms.loc["CL:0000004", "replaced_by"] == "CL:0000002"


def test_an_axiom_has_its_property_and_the_references_of_the_definition(make_source):
    axioms = read(make_source)["axioms"]
    assert axioms["property"].tolist() == ["RO_0002215", "CL_4030046"]
    assert axioms["definition_pmids"].tolist() == [("PMID:1", "PMID:22"), ()]
    assert axioms["filler_gene"].isna().tolist() == [True, False]


@pytest.mark.parametrize(
    ("old", "new", "column", "expected"),
    [
        ("CL:0000002\tinv", "CL:2\tinv", "cl_id", "a Cell Ontology id such as CL:0000084"),
        ("EXACT:iT", "iT", "synonyms", "a '|'-separated list of: a synonym with its scope"),
        ("|CL:0000003", "|UBERON:0000003", "parents", "a '|'-separated list of: a Cell Ontology id"),
        ("CL:0000003\tFalse", "CL:0000003\tno", "deprecated", "True or False"),
        ("False\t\nCL:0000004", "False\tgone\nCL:0000004", "replaced_by", "an id such as CL:0000084"),
    ],
)
def test_a_malformed_term_is_reported_with_file_line_and_column(make_source, old, new, column, expected):
    with pytest.raises(SourceFormatError) as error:
        read(make_source, terms=TERMS.replace(old, new))
    assert f"file {SOURCE}/{TERMS_FILE}, line 3, column '{column}': expected {expected}" in str(error.value)


@pytest.mark.parametrize(
    ("old", "new", "column", "expected"),
    [
        ("RO_0002215", "RO_0000001", "property", "one of 'RO_0002215'"),
        ("GO:0032633", "IL-4", "filler", "a GO term or a protein"),
        ("PMID:1|", "1|", "definition_pmids", "a '|'-separated list of: a PubMed id"),
    ],
)
def test_a_malformed_axiom_is_reported_with_file_line_and_column(make_source, old, new, column, expected):
    with pytest.raises(SourceFormatError) as error:
        read(make_source, axioms=AXIOMS.replace(old, new))
    assert f"file {SOURCE}/{AXIOMS_FILE}, line 2, column '{column}': expected {expected}" in str(error.value)


def test_an_id_that_stands_twice_is_reported(make_source):
    with pytest.raises(SourceFormatError, match="expected each value once, found 'CL:0000001'"):
        read(make_source, terms=TERMS + "CL:0000001\tagain\t\t\tFalse\t\n")


def test_the_real_file_holds_3021_living_cell_types_without_a_lost_parent(real_source):
    terms = cell_ontology.read(real_source(SOURCE))["terms"]
    living = terms[~terms["deprecated"] & terms["label"].notna()]
    assert len(terms) == 3313
    assert len(living) == 3021
    assert set(living["parents"].explode().dropna()) <= set(living["cl_id"])
    assert living["label"].is_unique


def test_the_real_axioms_that_lack_something_are_about_proteins_on_the_cell(real_source):
    axioms = cell_ontology.read(real_source(SOURCE))["axioms"]
    lacking = axioms[axioms["property"] == "CL_4030046"]
    assert len(axioms) == 225
    assert len(lacking) == 75
    assert lacking["filler"].str.startswith("PR:").all()
