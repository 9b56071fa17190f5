"""Disease Ontology: terms with their parents, and cross-references."""

import pytest

from ilkit.build.readers import disease_ontology
from ilkit.errors import SourceFormatError

SOURCE = "disease_ontology_2026-07-31"
TERMS = (
    "id\tlabel\tsubClassOf\n"
    '"DOID:1"\t"invented fever"\t"disease"\n'
    '"DOID:2"\t"invented rash, ""red"""\t"invented fever"\n'
    '"DOID:2"\t"invented rash, ""red"""\t"skin oddity"\n'
    '"DOID:3"\t"skin oddity"\t"disease"\n'
)
XREFS = 'id\tlabel\txref\n"DOID:1"\t"invented fever"\t"SNOMEDCT_US_2025_09_01:11"\n"DOID:1"\t"invented fever"\t"MESH:D000001"\n'


def test_a_term_with_two_parents_is_one_row(make_source):
    terms = disease_ontology.read(make_source(SOURCE, **{"HumanDO.tsv": TERMS, "allXREFinDO.tsv": XREFS}))["terms"]
    assert terms["id"].tolist() == ["DOID:1", "DOID:2", "DOID:3"]
    assert terms.index.tolist() == [2, 3, 5]
    assert terms.loc[3, "label"] == 'invented rash, "red"'
    assert terms.loc[3, "subClassOf"] == ("invented fever", "skin oddity")


def test_cross_references_keep_the_prefix_of_upstream(make_source):
    xrefs = disease_ontology.read(make_source(SOURCE, **{"HumanDO.tsv.gz": TERMS, "allXREFinDO.tsv.gz": XREFS}))["xrefs"]
    assert xrefs["xref"].tolist() == ["SNOMEDCT_US_2025_09_01:11", "MESH:D000001"]


def test_a_cross_reference_without_a_prefix_is_reported(make_source):
    source = make_source(SOURCE, **{"HumanDO.tsv": TERMS, "allXREFinDO.tsv": XREFS.replace("MESH:", "")})
    with pytest.raises(SourceFormatError, match=r"allXREFinDO.tsv, line 3, column 'xref': expected a cross-reference"):
        disease_ontology.read(source)


def test_a_term_with_two_labels_is_reported(make_source):
    terms = TERMS + '"DOID:3"\t"another oddity"\t"invented fever"\n'
    source = make_source(SOURCE, **{"HumanDO.tsv": terms, "allXREFinDO.tsv": XREFS})
    with pytest.raises(SourceFormatError, match=r"HumanDO.tsv, line 6, column 'label': expected the one label 'skin oddity'"):
        disease_ontology.read(source)


def test_the_real_files_give_every_term_once(real_source):
    parts = disease_ontology.read(real_source(SOURCE))
    assert len(parts["terms"]) == 12_246 and parts["terms"]["id"].is_unique
    assert len(parts["xrefs"]) == 39_264
    assert parts["terms"].set_index("id").loc["DOID:13241", "subClassOf"] == ("autoimmune disease", "vasculitis")
    assert (parts["terms"]["subClassOf"].str.len() > 1).sum() == 49
