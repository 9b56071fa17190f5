"""Orphanet through GARD: genes of rare diseases, the diseases, and their cross-references."""

import pytest

from ilkit.build.readers import orphanet
from ilkit.errors import SourceFormatError

SOURCE = "orphanet_gard_2024"
GENES = [
    "GardID,DataSource,SourceID,SourceLabelID,GeneCount,GeneSymbol,GeneSynonym,GeneTitle,GeneType,Locus,AssociationType,"
    "AssociationStatus,Reference,OMIM,Ensembl,IUPHAR,SwissProt,Reactome,GeneIdentifier",
    'GARD:0000001,Orphanet,11,ORPHA:11,2,AAA1,"[A-1, ONE]",invented gene 1,gene with protein product,1p1,Factor in,'
    'Assessed,"[PMID:101, PMID:102]",600001,ENSG00000000001,,P00001,P00001,HGNC:1',
    "GARD:0000001,Orphanet,11,ORPHA:11,2,BBB1,,invented gene 2,Non-coding RNA,1p2,Factor in,"
    "Not yet assessed,,,ENSG00000000002,,,,HGNC:2",
    "GARD:0000002,Orphanet+OMIM,700001,OMIM:700001,1,CCC1,,invented gene 3,gene with protein product,1p3,Basis of,"
    "Unknown,[PMID:103],,ENSG00000000003,,,,HGNC:3",
]
FILES = {
    "GARD_genes.csv": "\n".join(GENES) + "\n",
    "GARD.csv.gz": (
        "GardID,DataSource,SourceID,ClassificationLevel,DisorderType,Name,Synonym\n"
        'GARD:0000001,Orphanet,ORPHA:11,Disorder,Disease,"Fever, invented",FI|Odd fever\n'
        "GARD:0000002,Orphanet,ORPHA:12,Group of disorders,Category,Odd rash,\n"
    ),
    "GARD_xrefs.csv.gz": (
        "GardID,XrefSource,SourceID,MapRelationship\nGARD:0000001,ICD-10,E88.8,NTBT\nGARD:0000001,SNOMED-CT,1,NA\n"
    ),
}


def test_references_become_a_tuple_of_pubmed_ids(make_source):
    genes = orphanet.read(make_source(SOURCE, **FILES))["genes"]
    assert genes["Reference"].tolist() == [(101, 102), (), (103,)]
    assert genes["SwissProt"].isna().tolist() == [False, True, True]


def test_a_subset_of_the_genes_is_a_tsv_with_the_same_columns(make_source):
    tsv = {"GARD_genes.il.tsv": "\n".join([GENES[0].replace(",", "\t"), GENES[2].replace(",", "\t"), ""])}
    others = {name: content for name, content in FILES.items() if name != "GARD_genes.csv"}
    assert orphanet.read(make_source(SOURCE, **tsv, **others))["genes"]["GeneSymbol"].tolist() == ["BBB1"]


def test_diseases_have_their_synonyms_as_a_tuple(make_source):
    diseases = orphanet.read(make_source(SOURCE, **FILES))["diseases"]
    assert diseases["Synonym"].tolist() == [("FI", "Odd fever"), ()]
    assert diseases.loc[2, "Name"] == "Fever, invented"


def test_the_relation_na_is_null(make_source):
    xrefs = orphanet.read(make_source(SOURCE, **FILES))["xrefs"]
    assert xrefs["MapRelationship"].isna().tolist() == [False, True]


@pytest.mark.parametrize("reference", ["PMID:103", "[103]", "[PMID:103; PMID:104]"])
def test_references_in_another_layout_are_reported(make_source, reference):
    files = FILES | {"GARD_genes.csv": FILES["GARD_genes.csv"].replace("[PMID:103]", reference)}
    with pytest.raises(SourceFormatError, match=r"GARD_genes.csv, line 4, column 'Reference': expected a list of references"):
        orphanet.read(make_source(SOURCE, **files))


def test_the_real_files_hold_every_orphanet_disease(real_source):
    parts = orphanet.read(real_source(SOURCE))
    assert {name: len(part) for name, part in parts.items()} == {"genes": 43, "diseases": 9_369, "xrefs": 40_493}
    genes = parts["genes"].set_index(["GeneSymbol", "SourceLabelID"])
    assert genes.loc[("IL10", "ORPHA:117"), "Reference"] == (20622878, 26015771)
    assert parts["diseases"]["GardID"].is_unique
