"""Monarch: associations of genes with diseases."""

import pytest

from ilkit.build.readers import monarch
from ilkit.errors import SourceFormatError

HEADER = (
    "subject\tsubject_label\tsubject_category\tsubject_taxon\tsubject_taxon_label\tnegated\tpredicate\tobject\tobject_label\t"
    "object_category\tqualifiers\tpublications\thas_evidence\tprimary_knowledge_source\taggregator_knowledge_source\n"
)
ROW = (
    "HGNC:1\tAAA1\tbiolink:Gene\tNCBITaxon:9606\tHomo sapiens\t{}\tbiolink:causes\tMONDO:0000002\tinvented fever\t"
    "biolink:Disease\t\t{}\t\tinfores:orphanet\t['infores:monarchinitiative']\n"
)
NAME = "monarch_gene_disease_orphanet.il.tsv"


def test_publications_become_a_tuple_and_negation_a_truth_or_null(make_source):
    content = HEADER + ROW.format("", "") + ROW.format("True", "PMID:1|PMID:2")
    associations = monarch.read(make_source("monarch_2025", **{NAME: content}))["associations"]
    assert associations["publications"].tolist() == [(), ("PMID:1", "PMID:2")]
    assert associations["negated"].isna().tolist() == [True, False]
    assert associations["negated"].dtype == "boolean" and associations.loc[3, "negated"]


def test_a_gene_that_is_not_in_hgnc_is_reported(make_source):
    source = make_source("monarch_2025", **{NAME: HEADER + ROW.format("", "").replace("HGNC:1", "NCBIGene:1")})
    with pytest.raises(SourceFormatError, match=rf"{NAME}, line 2, column 'subject': expected an HGNC id"):
        monarch.read(source)


def test_the_real_file_holds_what_orphanet_says_without_publications(real_source):
    associations = monarch.read(real_source("monarch_2025"))["associations"]
    assert len(associations) == 47
    assert set(associations["primary_knowledge_source"]) == {"infores:orphanet"}
    assert set(associations["publications"]) == {()} and associations["negated"].isna().all()
    behcet = associations[associations["object"] == "MONDO:0007191"]
    assert len(behcet) == 4 and "IL12A-AS1" in set(behcet["subject_label"])
