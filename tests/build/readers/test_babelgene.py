"""Babelgene: orthologs of HCOP and the Alliance."""

import pytest

from ilkit.build.readers import babelgene
from ilkit.errors import SourceFormatError

HCOP = (
    "human_symbol\thuman_entrez\thuman_ensembl\ttaxon_id\tsymbol\tentrez\tensembl\tsupport\tsupport_n\n"
    "AAA1\t1\tENSG00000000001\t10090\tAaa1\t101\tENSMUSG00000000001\tEggNOG|HGNC|OMA\t3\n"
    "AAA1\t1\tENSG00000000001\t10116\tAaa1\t\t\tOMA|Panther\t2\n"
)
ALLIANCE = "human_symbol\tspecies_symbol\tspecies_name\nAAA1\tAaa1\tMus musculus\nAAA1\tAaa1\tRattus norvegicus\n"


def read(make_source, hcop=HCOP, alliance=ALLIANCE):
    files = {"orthologs_mouse_rat.tsv": hcop, "agr_orthologs_mouse_rat.tsv": alliance}
    return babelgene.read(make_source("babelgene_hcop", **files))


def test_the_databases_of_a_pair_are_a_list_and_ids_may_be_missing(make_source):
    hcop = read(make_source)["hcop"]
    assert hcop["support"].tolist() == [("EggNOG", "HGNC", "OMA"), ("OMA", "Panther")]
    assert hcop["entrez"].isna().tolist() == [False, True]
    assert hcop["ensembl"].isna().tolist() == [False, True]


def test_the_alliance_has_symbols_only(make_source):
    assert read(make_source)["alliance"]["species_name"].tolist() == ["Mus musculus", "Rattus norvegicus"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("\t10116\t", "\t9606\t", "line 3, column 'taxon_id': expected one of '10090', '10116'"),
        ("\t3\n", "\t1\n", "line 2, column 'support_n': expected a whole number of at least 2"),
        ("ENSMUSG00000000001", "ENSG00000000001", "line 2, column 'ensembl': expected an Ensembl id of a mouse or rat gene"),
    ],
)
def test_a_malformed_cell_is_a_fault(make_source, old, new, says):
    with pytest.raises(SourceFormatError, match=says):
        read(make_source, hcop=HCOP.replace(old, new, 1))


def test_another_species_is_a_fault(make_source):
    with pytest.raises(SourceFormatError, match="line 2, column 'species_name'"):
        read(make_source, alliance=ALLIANCE.replace("Mus musculus", "Danio rerio"))


def test_the_real_files_count_the_databases_of_each_pair(real_source):
    frames = babelgene.read(real_source("babelgene_hcop"))
    assert (len(frames["hcop"]), len(frames["alliance"])) == (237, 232)
    assert (frames["hcop"]["support"].map(len) == frames["hcop"]["support_n"]).all()
    assert not frames["hcop"].duplicated(["human_symbol", "taxon_id", "symbol"]).any()
