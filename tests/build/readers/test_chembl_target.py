"""ChEMBL targets: which proteins they are made of."""

import pytest

from ilkit.build.readers import chembl_target
from ilkit.errors import SourceFormatError

SOURCE = "chembl_target_36"
NAME = "chembl.target.obo"
CONTENT = """format-version: 1.4

[Typedef]
id: RO:0002180
name: has component

[Term]
id: chembl.target:CHEMBL1
name: Invented protein
property_value: skos:exactMatch uniprot:P00001
is_a: single-protein
relationship: RO:0002162 NCBITaxon:9606 ! in taxon Homo sapiens

[Term]
id: chembl.target:CHEMBL2
name: Invented: complex
property_value: RO:0002180 uniprot:P00001
property_value: RO:0002180 uniprot:P00002
is_a: protein-complex
relationship: RO:0002162 NCBITaxon:9606 ! in taxon Homo sapiens

[Term]
id: chembl.target:CHEMBL3
name: Invented organism
is_a: organism
relationship: RO:0002162 NCBITaxon:562 ! in taxon Escherichia coli

[Term]
id: single-protein
name: single protein
is_a: protein
"""


def read(make_source, content):
    return chembl_target.read(make_source(SOURCE, **{NAME: content}))["components"]


def test_a_complex_has_a_row_for_each_chain_and_a_target_without_protein_none(make_source):
    components = read(make_source, CONTENT)
    assert components.index.tolist() == [10, 17, 18]
    assert components["target_chembl_id"].tolist() == ["CHEMBL1", "CHEMBL2", "CHEMBL2"]
    assert components.loc[18].tolist() == ["CHEMBL2", "Invented: complex", "protein-complex", "9606", "P00002"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("RO:0002180 uniprot:P00002", "RO:0002180 uniprot:2", "line 18, column 'property_value': expected a component such as"),
        ("RO:0002180 uniprot:P00002", "RO:9 uniprot:P00002", "line 18, column 'property_value': expected a component such as"),
        (
            "is_a: protein-complex\n",
            "",
            "line 14, column 'is_a': expected a target with proteins to have a name, a type",
        ),
        ("relationship: RO:0002162 NCBITaxon:9606", "relationship: RO:1", "column 'RO:0002162': expected a target with proteins"),
    ],
)
def test_a_malformed_target_is_reported_with_file_and_line(make_source, old, new, message):
    with pytest.raises(SourceFormatError) as error:
        read(make_source, CONTENT.replace(old, new))
    assert f"file {SOURCE}/{NAME}, " in str(error.value)
    assert message in str(error.value)


def test_a_file_without_targets_is_a_fault(make_source):
    with pytest.raises(SourceFormatError, match="expected at least one target with a protein"):
        read(make_source, "format-version: 1.4\n")


def test_the_real_file_tells_complexes_and_species(real_source):
    components = chembl_target.read(real_source(SOURCE))["components"]
    assert len(components) == 14755
    il23 = components[components["target_chembl_id"] == "CHEMBL2364154"]
    assert (il23["type"].unique(), set(il23["uniprot_accession"])) == (["protein-complex"], {"P29460", "Q9NPF7"})
    jak2 = components[components["name"] == "Tyrosine-protein kinase JAK2"]
    assert {"9606", "10090", "10116"} <= set(jak2["taxon"])
