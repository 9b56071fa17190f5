"""EFO: labels, parents, cross-references and synonyms."""

import pytest

from ilkit.build.readers import efo
from ilkit.errors import SourceFormatError

SOURCE = "efo_3.62.0"
FILES = {
    "efo_labels.tsv": (
        "Subject\tObject\tIRI\tDiseaseLocation\tDirect\tInherited\n"
        "EFO:0000001\tinvented fever\thttp://www.ebi.ac.uk/efo/EFO_0000001\t\t0\t1\n"
        'ORDO:2\t"""Rash """"en rouge"""""""\thttp://www.orpha.net/ORDO/Orphanet_2\tUBERON:0000014\t0\t0\n'
    ),
    "efo_edges.tsv": "Subject\tObject\nORDO:2\tEFO:0000001\nNCIT:C3\tHP:0000001\n",
    "efo_dbxrefs.tsv": "Subject\tObject\nEFO:0000001\tSNOMEDCT: 11\nEFO:0000001\tMESH:D000001\n",
    "efo_synonyms.tsv": "Subject\tObject\nEFO:0000001\tfever, invented\n",
}


def test_each_table_is_a_part(make_source):
    parts = efo.read(make_source(SOURCE, **FILES))
    assert {name: len(part) for name, part in parts.items()} == {"labels": 2, "edges": 2, "xrefs": 2, "synonyms": 1}
    assert list(parts["labels"].columns) == ["Subject", "Object", "IRI"]
    assert parts["edges"].loc[3, "Subject"] == "NCIT:C3"


def test_a_quotation_keeps_the_outer_quotes_of_upstream(make_source):
    assert efo.read(make_source(SOURCE, **FILES))["labels"].loc[3, "Object"] == '"Rash ""en rouge"""'


def test_cross_references_stay_as_upstream_spells_them(make_source):
    assert efo.read(make_source(SOURCE, **FILES))["xrefs"]["Object"].tolist() == ["SNOMEDCT: 11", "MESH:D000001"]


def test_the_files_of_the_disease_branch_are_read_alike(make_source):
    branch = {name.replace(".tsv", ".disease.tsv.gz"): content for name, content in FILES.items()}
    assert len(efo.read(make_source(SOURCE, **branch))["labels"]) == 2


def test_a_parent_that_is_no_id_is_reported(make_source):
    files = FILES | {"efo_edges.tsv": "Subject\tObject\nORDO:2\tinvented fever\n"}
    with pytest.raises(SourceFormatError, match=r"efo_edges.tsv, line 2, column 'Object': expected a term id"):
        efo.read(make_source(SOURCE, **files))


def test_the_real_files_hold_the_disease_branch(real_source):
    parts = efo.read(real_source(SOURCE))
    sizes = {name: len(part) for name, part in parts.items()}
    assert sizes == {"labels": 15_409, "edges": 25_681, "xrefs": 74_848, "synonyms": 57_853}
    assert parts["labels"]["Subject"].is_unique
    assert parts["labels"].set_index("Subject").loc["EFO:0000384", "Object"] == "Crohn's disease"
