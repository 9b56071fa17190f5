"""What holds of the orthologs as released."""

import pytest

import ilkit

WITHOUT = ["CXCL8", "IFNL4", "IL17REL", "IL26", "IL32", "IL37"]


@pytest.fixture(scope="module")
def orthologs():
    return ilkit.load("orthologs")


def symbols(orthologs, symbol, species):
    return sorted(orthologs.loc[(orthologs["symbol"] == symbol) & (orthologs["species"] == species), "ortholog_symbol"])


def test_il6_has_one_ortholog_in_each_species(orthologs):
    il6 = orthologs[orthologs["symbol"] == "IL6"].set_index("species")
    assert il6["ortholog_id"].to_dict() == {"mouse": "MGI:96559", "rat": "RGD:2901"}
    assert il6["ncbi_gene_id"].to_dict() == {"mouse": 16193, "rat": 24498}
    assert il6["ensembl_gene_id"].to_dict() == {"mouse": "ENSMUSG00000025746", "rat": "ENSRNOG00000010278"}
    assert (il6["relation"] == "one_to_one").all()


@pytest.mark.parametrize("species", ["mouse", "rat"])
def test_all_genes_but_those_without_a_counterpart_have_an_ortholog(orthologs, tables, species):
    having = set(orthologs.loc[orthologs["species"] == species, "symbol"])
    assert sorted(set(tables["genes"]["symbol"]) - having) == WITHOUT


@pytest.mark.parametrize(
    ("human", "mouse"),
    [
        ("IL22", ["Il22", "Il22b"]),
        ("IL11RA", ["Il11ra1", "Il11ra2", "Il11ra3"]),
        ("CSF2RB", ["Csf2rb", "Csf2rb2"]),
        ("IFNL1", ["Ifnl2", "Ifnl3"]),
        ("IFNL2", ["Ifnl2", "Ifnl3"]),
        ("IFNL3", ["Ifnl2", "Ifnl3"]),
    ],
)
def test_a_human_gene_may_have_several_mouse_orthologs(orthologs, human, mouse):
    assert symbols(orthologs, human, "mouse") == mouse


@pytest.mark.parametrize(
    ("human", "species", "paralog"),
    [
        ("CXCR1", "mouse", "Cxcr2"),
        ("IL1RAPL1", "mouse", "Il1rapl2"),
        ("IL1RAPL2", "mouse", "Il1rapl1"),
        ("IL2RG", "mouse", "Gm20489"),
        ("IL13RA1", "rat", "Il13ra1-ps1"),
        ("CXCL8", "mouse", "Cxcl15"),
    ],
)
def test_paralogs_and_pseudogenes_do_not_pose_as_orthologs(orthologs, human, species, paralog):
    assert paralog not in symbols(orthologs, human, species)


@pytest.mark.parametrize(
    ("human", "mouse"),
    [("IL4R", "Il4ra"), ("IL6R", "Il6ra"), ("C17orf99", "6030468B19Rik"), ("JAK1", "Jak1"), ("IL1F10", "Il1f10")],
)
def test_mouse_genes_have_the_symbols_of_mouse_nomenclature(orthologs, human, mouse):
    assert symbols(orthologs, human, "mouse") == [mouse]


def test_a_gene_has_the_same_symbol_and_ids_in_every_row(orthologs):
    by_gene = orthologs.groupby("ortholog_id")[["ortholog_symbol", "ncbi_gene_id", "ensembl_gene_id", "species"]]
    assert (by_gene.nunique(dropna=False) == 1).all(axis=None)
    for column in ("ortholog_symbol", "ncbi_gene_id", "ensembl_gene_id"):
        known = orthologs.dropna(subset=[column]).drop_duplicates(["species", "ortholog_id"])
        assert not known.duplicated(["species", column]).any()


def test_ids_fit_the_species(orthologs):
    mouse = orthologs["species"] == "mouse"
    assert orthologs["ortholog_id"].str.startswith("MGI:").eq(mouse).all()
    assert orthologs["taxon_id"].eq(mouse.map({True: 10090, False: 10116})).all()
    known = orthologs["ensembl_gene_id"].notna()
    assert orthologs.loc[known, "ensembl_gene_id"].str.startswith("ENSMUSG").eq(mouse[known]).all()


def test_the_relation_fits_the_rows(orthologs):
    many = orthologs.groupby(["hgnc_id", "species"], observed=True)["ortholog_id"].transform("size") > 1
    assert orthologs["relation"].str.endswith("_to_many").eq(many).all()


def test_what_hgnc_does_not_list_is_called_predicted(orthologs):
    assert orthologs["in_hgnc"].eq(orthologs["evidence"] == "curated").all()
    assert orthologs["in_mgi"].isna().eq(orthologs["species"] == "rat")[~orthologs["in_alliance"].isna()].all()
    assert orthologs["evidence"].value_counts().to_dict() == {"curated": 260, "predicted": 2}


def test_the_orthologs_of_a_molecule_are_those_of_its_chains():
    il12 = ilkit.load("orthologs", interleukin="IL-12")
    assert set(il12["ortholog_symbol"]) == {"Il12a", "Il12b"}
    assert set(il12["attribution"]) == {"shared"}
