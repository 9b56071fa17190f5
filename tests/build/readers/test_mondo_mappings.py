"""Mondo: mappings to other vocabularies."""

import pytest

from ilkit.build.readers import mondo_mappings
from ilkit.errors import SourceFormatError

SOURCE = "mondo_2026-08-04"
NAME = "mondo_exactmatch_{}.sssom.tsv"
VERSION = "# mapping_set_version: http://purl.obolibrary.org/obo/mondo/releases/2026-08-04/mappings/invented.sssom.tsv\n"
HEADER = "# curie_map:\n#   X: http://example.org/\n" + VERSION
DOID = (
    HEADER + "subject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\tmapping_justification\n"
    "MONDO:0000002\tinvented fever\tskos:exactMatch\tDOID:1\tfever, invented\tsemapv:ManualMappingCuration\n"
    "MONDO:0000003\t\tskos:exactMatch\tDOID:2\t\tsemapv:ManualMappingCuration\n"
)
MESH = (
    HEADER + "subject_id\tsubject_label\tpredicate_id\tobject_id\tmapping_justification\n"
    "MONDO:0000002\tinvented fever\tskos:exactMatch\tmesh:D000001\tsemapv:ManualMappingCuration\n"
)


def test_mapping_sets_are_put_together_with_their_names(make_source):
    source = make_source(SOURCE, **{NAME.format("doid"): DOID, NAME.format("mesh") + ".gz": MESH})
    mappings = mondo_mappings.read(source)["mappings"]
    assert mappings["mapping_set"].tolist() == ["mondo_exactmatch_doid", "mondo_exactmatch_doid", "mondo_exactmatch_mesh"]
    assert mappings["object_id"].tolist() == ["DOID:1", "DOID:2", "mesh:D000001"]
    assert mappings.index.tolist() == [5, 6, 5]


def test_labels_that_a_set_does_not_give_are_null(make_source):
    source = make_source(SOURCE, **{NAME.format("doid"): DOID, NAME.format("mesh"): MESH})
    mappings = mondo_mappings.read(source)["mappings"]
    assert mappings["object_label"].isna().tolist() == [False, True, True]
    assert mappings["subject_label"].isna().tolist() == [False, True, False]


def test_a_predicate_that_sssom_does_not_know_is_reported(make_source):
    source = make_source(SOURCE, **{NAME.format("doid"): DOID.replace("skos:exactMatch", "sameAs", 1)})
    with pytest.raises(SourceFormatError, match=r"mondo_exactmatch_doid.sssom.tsv, line 5, column 'predicate_id': expected one of"):
        mondo_mappings.read(source)


def test_sets_of_different_releases_are_reported(make_source):
    source = make_source(SOURCE, **{NAME.format("doid"): DOID, NAME.format("mesh"): MESH.replace("2026-08-04", "2026-07-01")})
    expected = r"mondo_exactmatch_mesh.sssom.tsv, line 3, column 'mapping_set_version': expected the release 2026-08-04"
    with pytest.raises(SourceFormatError, match=expected):
        mondo_mappings.read(source)


@pytest.mark.parametrize("version", ["", "# mapping_set_version: newest\n"])
def test_a_set_without_its_release_is_reported(make_source, version):
    source = make_source(SOURCE, **{NAME.format("doid"): DOID.replace(VERSION, version)})
    with pytest.raises(SourceFormatError, match=r"mondo_exactmatch_doid.sssom.tsv, line \d, column 'mapping_set_version'"):
        mondo_mappings.read(source)


def test_the_real_files_hold_sixteen_sets(real_source):
    mappings = mondo_mappings.read(real_source(SOURCE))["mappings"]
    assert len(mappings) == 113_697
    assert mappings["mapping_set"].nunique() == 16
    efo = mappings[mappings["mapping_set"] == "mondo_exactmatch_efo"]
    assert len(efo) == 2_399 and efo["object_label"].isna().all()
