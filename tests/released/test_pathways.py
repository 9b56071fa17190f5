"""What the released tables say of pathways, and what they must not say."""

import pytest

import ilkit


def members(tables, pathway_id: str) -> set[str]:
    rows = tables["pathway_members"]
    return set(rows.loc[rows["pathway_id"] == pathway_id, "symbol"])


@pytest.mark.parametrize(
    ("pathway_id", "name", "known"),
    [
        ("Reactome:R-HSA-449147", "Signaling by Interleukins", {"IL6", "IL2", "IL17A", "JAK1", "STAT3", "MYD88"}),
        ("Reactome:R-HSA-1059683", "Interleukin-6 signaling", {"IL6", "IL6R", "IL6ST", "JAK1", "JAK2", "TYK2", "STAT3", "SOCS3"}),
        ("Reactome:R-HSA-448424", "Interleukin-17 signaling", {"IL17A", "IL17RA", "IL17RC", "IL25", "IL17RB"}),
        ("Reactome:R-HSA-8984722", "Interleukin-35 Signalling", {"EBI3", "IL12A", "IL12RB2", "IL6ST", "STAT4"}),
        ("wikipathways:WP22", "IL9 signaling", {"IL9", "IL9R", "IL2RG", "JAK1", "JAK3"}),
        ("wikipathways:WP364", "IL6 signaling", {"IL6", "IL6R", "IL6ST"}),
    ],
)
def test_a_known_pathway_has_its_name_and_its_known_members(tables, pathway_id, name, known):
    pathways = tables["pathways"].set_index("pathway_id")
    assert pathways.loc[pathway_id, "name"] == name
    assert known <= members(tables, pathway_id)


def test_the_numbers_of_members_are_those_of_the_table_of_members(tables):
    pathways, rows = tables["pathways"].set_index("pathway_id"), tables["pathway_members"]
    counted = rows.groupby("pathway_id")["in_scope"].agg(["size", "sum"]).reindex(pathways.index)
    assert (counted["size"] == pathways["n_members"]).all()
    assert (counted["sum"] == pathways["n_in_scope"]).all()


def test_in_scope_means_in_the_table_of_genes_with_the_same_symbol(tables):
    rows, genes = tables["pathway_members"], tables["genes"].set_index("hgnc_id")["symbol"]
    assert (rows["in_scope"] == rows["hgnc_id"].isin(genes.index)).all()
    own = rows[rows["in_scope"]]
    assert (own["symbol"] == own["hgnc_id"].map(genes)).all()
    assert (rows.groupby("hgnc_id")["symbol"].nunique() == 1).all()
    assert (rows.groupby("symbol")["hgnc_id"].nunique() == 1).all()


def test_the_floors_hold(tables):
    by_database = tables["pathways"]["database"].value_counts()
    assert by_database["Reactome"] >= 295
    assert by_database["WikiPathways"] >= 250
    assert len(tables["pathway_members"]) >= 64_000
    assert len(tables["pathway_ancestors"]) >= 900
    assert len(tables["pathway_references"]) >= 3_700


def test_every_interleukin_of_the_reactome_signalling_pathway_is_found_by_its_name(tables):
    held = members(tables, "Reactome:R-HSA-449147")
    chains, molecules = tables["chains"], tables["interleukins"].set_index("il_id")
    ids = [il_id for il_id in molecules.index if set(chains.loc[chains["il_id"] == il_id, "symbol"]) & held]
    assert len(ids) > 45
    found = ilkit.load("pathways", interleukin=ids)
    assert set(ids) == set(found.loc[found["pathway_id"] == "Reactome:R-HSA-449147", "il_id"])


@pytest.mark.parametrize("symbol", ["XK", "PNP", "BLOC1S6", "CD46", "PCSK1", "PCSK2", "DUT", "DBP", "IRS1"])
def test_microbial_proteins_do_not_stand_for_human_genes_of_the_same_name_in_infection(tables, symbol):
    assert symbol not in members(tables, "Reactome:R-HSA-5663205")


@pytest.mark.parametrize("symbol", ["TRIM21", "RO60"])
def test_heat_shock_proteins_of_candida_do_not_stand_for_human_genes(tables, symbol):
    defence = tables["pathways"]["name"].eq("Antimicrobial peptides")
    for pathway_id in tables["pathways"].loc[defence, "pathway_id"]:
        assert symbol not in members(tables, pathway_id)


def test_the_viral_serpin_crma_is_no_member(tables):
    assert not tables["pathway_members"]["symbol"].eq("CRMA").any()


def test_cxcl8_stands_once_though_the_source_has_it_as_il8_too(tables):
    rows = tables["pathway_members"]
    assert "IL8" not in set(rows["symbol"])
    assert rows.loc[rows["pathway_id"] == "Reactome:R-HSA-6783783", "symbol"].eq("CXCL8").sum() == 1


def test_il4i1_is_a_member_and_no_interleukin(tables):
    rows = tables["pathway_members"]
    il4i1 = rows[rows["symbol"] == "IL4I1"]
    assert len(il4i1) > 0
    assert not il4i1["in_scope"].any()


@pytest.mark.parametrize(
    ("pathway_id", "meant", "mistaken"),
    [
        ("wikipathways:WP127", "IL5", "IL2"),
        ("wikipathways:WP4747", "IL6", "RLF"),
        ("wikipathways:WP5473", "IL17RE", None),
        ("wikipathways:WP15", "IL10", None),
        ("wikipathways:WP304", "MTOR", "MAPT"),
    ],
)
def test_a_wrong_identifier_in_wikipathways_makes_no_member_and_its_label_does(tables, pathway_id, meant, mistaken):
    rows = tables["pathway_members"]
    assert mistaken not in members(tables, pathway_id)
    assert rows.loc[(rows["pathway_id"] == pathway_id) & (rows["symbol"] == meant), "matched_by"].tolist() == ["label"]


def test_an_alias_on_a_label_does_not_outdo_the_identifier(tables):
    assert "TIRAP" in members(tables, "wikipathways:WP3851")
    assert "MAL" not in members(tables, "wikipathways:WP3851")


def test_a_whole_holds_the_members_of_its_parts(tables):
    held = tables["pathway_members"].groupby("pathway_id")["hgnc_id"].agg(set)
    for part, whole in tables["pathway_ancestors"][["pathway_id", "ancestor_id"]].itertuples(index=False):
        assert held[part] <= held[whole], (part, whole)


def test_ancestors_are_transitive_and_end_at_the_top_levels(tables):
    table = tables["pathway_ancestors"]
    pairs = set(table[["pathway_id", "ancestor_id"]].itertuples(index=False, name=None))
    above = table.groupby("pathway_id")["ancestor_id"].agg(set)
    assert all((part, top) in pairs for part, whole in pairs for top in above.get(whole, ()))
    assert not any((whole, part) in pairs for part, whole in pairs)
    names = tables["pathways"].set_index("pathway_id")["name"]
    tops = set(names[sorted(set(table["ancestor_id"]) - set(table["pathway_id"]))])
    assert {"Immune System", "Signal Transduction", "Disease", "Hemostasis"} <= tops
    assert len(tops) == 13


def test_every_reactome_pathway_but_the_top_levels_is_part_of_another(tables):
    table, pathways = tables["pathway_ancestors"], tables["pathways"]
    alone = set(pathways.loc[pathways["database"] == "Reactome", "pathway_id"]) - set(table["pathway_id"])
    assert alone <= set(table["ancestor_id"])
    assert len(alone) == 13


def test_references_belong_to_wikipathways_and_are_publications(tables):
    rows = tables["pathway_references"]
    assert rows["pathway_id"].str.startswith("wikipathways:").all()
    assert rows["reference"].str.match(r"(PMID|DOI):").all()
    assert "PMID:20067622" in set(rows.loc[rows["pathway_id"] == "wikipathways:WP127", "reference"])


def test_names_have_no_broken_encoding(tables):
    assert not tables["pathways"]["name"].str.contains("Ã|â€|Â|�").any()


@pytest.mark.parametrize("pathway_id", ["wikipathways:WP474", "wikipathways:WP4808"])
def test_a_label_that_is_a_slip_makes_no_member(tables, pathway_id):
    assert "TGFBI" not in members(tables, pathway_id)
