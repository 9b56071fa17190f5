"""Variants and disease associations: protein QTLs, Mendelian randomisation, the complete GWAS Catalog of 2020-03."""

import pytest

import ilkit

SCALLOP = "scallop_inf_2024"
PAPER = "DOI:10.1038/s41590-023-01588-w"
COMPLETE = "gwas_catalog_2020-03-08_genoppi"


def one(frame, **wanted):
    for column, value in wanted.items():
        frame = frame[frame[column] == value]
    assert len(frame) == 1
    return frame.iloc[0]


def test_a_variant_of_il12b_changes_the_level_of_its_protein(tables):
    row = one(tables["variants"], rsid="rs10076557", symbol="IL12B", source_id=SCALLOP)
    assert row["gene_mapping"] == "measured_protein_cis"
    assert (row["effect_allele"], row["other_allele"], row["beta"], row["se"]) == ("C", "G", -0.4921, 0.0121)
    assert row["neg_log10_p"] == 363.45
    assert (row["beta_unit"], row["trait"], row["reference"]) == ("SD", "IL-12B level in plasma", PAPER)


def test_the_il6_receptor_variant_is_trans_for_il6_and_stands_at_il6r(tables):
    variants = tables["variants"]
    rows = variants[(variants["rsid"] == "rs2228145") & (variants["evidence"] == "pqtl")]
    assert dict(zip(rows["symbol"], rows["gene_mapping"], strict=True)) == {
        "IL6": "measured_protein_trans",
        "IL6R": "by_known_variant",
    }
    assert (rows["effect_allele"].eq("A") & rows["beta"].lt(0)).all()


def test_il18_has_one_protein_qtl_at_its_gene_and_one_elsewhere(tables):
    rows = ilkit.load("variants", gene="IL18")
    rows = rows[rows["trait"] == "IL-18 level in plasma"].set_index("rsid")
    assert rows["gene_mapping"].to_dict() == {"rs5744249": "measured_protein_cis", "rs385076": "measured_protein_trans"}
    assert rows["chromosome"].to_dict() == {"rs5744249": "11", "rs385076": "2"}


def test_il8_is_named_by_its_gene_symbol_of_today(tables):
    assert one(tables["variants"], rsid="rs6446951", source_id=SCALLOP)["symbol"] == "CXCL8"


def test_protein_qtls_have_effects_and_no_position_of_another_assembly(tables):
    rows = tables["variants"][tables["variants"]["evidence"] == "pqtl"]
    assert len(rows) == 42
    assert set(rows["source_id"]) == {SCALLOP} and set(rows["study_id"]) == set(rows["reference"]) == {PAPER}
    assert rows["position"].isna().all() and rows["chromosome"].notna().all()
    assert rows[["effect_allele", "beta", "se", "effect_allele_frequency"]].notna().all(axis=None)
    assert rows["odds_ratio"].isna().all() and rows["disease_id"].isna().all()
    assert rows.loc[rows["neg_log10_p"].isna(), "rsid"].tolist() == ["rs6543126"]


def test_a_gene_is_measured_at_or_away_from_the_variant(tables):
    variants = tables["variants"]
    places = tables["genes"].set_index("hgnc_id")["chromosome"]
    measured = variants["gene_mapping"].astype(str).str.startswith("measured_protein")
    assert variants.loc[measured, "evidence"].eq("pqtl").all()
    cis = variants[variants["gene_mapping"] == "measured_protein_cis"]
    trans = variants[variants["gene_mapping"] == "measured_protein_trans"]
    assert cis["chromosome"].tolist() == cis["hgnc_id"].map(places).tolist()
    assert (len(cis), len(trans)) == (17, 18)
    assert (trans["chromosome"] != trans["hgnc_id"].map(places)).all()


def test_the_complete_catalog_adds_marked_results_without_effects(tables):
    variants = tables["variants"]
    rows = variants[variants["source_id"] == COMPLETE]
    assert len(rows) >= 450
    assert set(rows["gene_mapping"]) == {"by_known_variant"}
    assert rows[["effect_allele", "odds_ratio", "beta", "se", "chromosome", "position"]].isna().all(axis=None)
    assert rows["study_id"].str.startswith("GCST").all() and rows["reference"].str.startswith("PMID:").all()
    assert rows["neg_log10_p"].max() == 300


def test_the_complete_catalog_only_speaks_of_variants_that_another_source_places_there(tables):
    variants = tables["variants"]
    placed = variants[variants["gene_mapping"].isin(["reported", "mapped", "reported_and_mapped"])]
    pairs = set(zip(placed["rsid"], placed["hgnc_id"], strict=True))
    borrowed = variants[variants["gene_mapping"] == "by_known_variant"]
    assert set(zip(borrowed["rsid"], borrowed["hgnc_id"], strict=True)) <= pairs
    assert set(borrowed["source_id"]) == {COMPLETE, SCALLOP}


def test_no_result_stands_twice(tables):
    variants = tables["variants"]
    complete = variants[variants["source_id"] == COMPLETE]
    others = variants[variants["source_id"] != COMPLETE]
    for key in (["rsid", "hgnc_id", "reference", "trait"], ["rsid", "hgnc_id", "reference", "disease_id"]):
        both = complete.dropna(subset=key).merge(others.dropna(subset=key), on=key)
        assert both.empty
    assert not variants.duplicated(["rsid", "hgnc_id", "trait", "study_id"]).any()


def test_a_result_that_was_renamed_is_linked_to_the_disease_only_under_its_newer_name(tables):
    """The catalog of 2020 calls "Type 1 diabetes" what that of 2015 calls "Type 1 diabetes autoantibodies"."""
    rows = tables["variants"][tables["variants"]["reference"] == "PMID:21829393"]
    linked = rows["disease_id"].notna()
    assert linked.equals(rows["reported_trait"] == "Type 1 diabetes")
    assert set(rows.loc[linked, "source_id"]) == {"gwas_catalog_2020_sample", COMPLETE}
    assert {"IL10", "IL2", "IL27", "IL2RA", "IL2RB"} <= set(rows.loc[linked, "symbol"])


def test_age_of_onset_is_not_the_disease(tables):
    rows = tables["variants"][tables["variants"]["reported_trait"] == "Asthma (age of onset)"]
    assert COMPLETE in set(rows["source_id"])
    assert rows["disease_id"].isna().all()


def test_a_gene_of_another_chromosome_is_not_at_the_variant(tables):
    hair = tables["variants"][tables["variants"]["rsid"] == "rs67093094"]
    assert hair["symbol"].tolist() == ["IL16"]


@pytest.mark.parametrize(
    ("symbol", "disease", "direction", "effect"),
    [
        ("IL12B", "inflammatory bowel disease", "raises_risk", 0.324353),
        ("IL12B", "Crohn disease", "raises_risk", 0.34231),
        ("IL12B", "ulcerative colitis", "raises_risk", 0.325671),
        ("IL18R1", "atopic eczema", "raises_risk", 0.142476),
        ("IL18R1", "Crohn disease", "raises_risk", 0.0947867),
        ("IL15RA", "type 1 diabetes mellitus", "raises_risk", 0.140026),
    ],
)
def test_the_level_of_a_protein_changes_the_risk_of_a_disease(symbol, disease, direction, effect, tables):
    row = one(tables["disease_associations"], symbol=symbol, disease_name=disease, evidence="protein_mr")
    assert (row["effect_direction"], row["log_odds_ratio"]) == (direction, effect)
    assert (row["gene_mapping"], row["source_id"], row["reference"]) == ("by_genetic_instrument", SCALLOP, PAPER)


def test_only_significant_mendelian_randomisation_is_there(tables):
    links = tables["disease_associations"]
    rows = links[links["evidence"] == "protein_mr"]
    assert len(rows) == 6
    assert rows["raw_value"].astype(float).ge(1.301).all() and rows["score"].ge(0.5).all()
    assert rows["log_odds_ratio"].abs().gt(3 * rows["log_odds_ratio_se"]).all()
    assert rows["n_variants"].ge(5).all()
    assert links.loc[links["evidence"] != "protein_mr", ["log_odds_ratio", "effect_direction"]].isna().all(axis=None)


def test_a_study_gene_and_disease_stand_on_one_row(tables):
    links = tables["disease_associations"]
    gwas = links[(links["evidence"] == "gwas") & links["reference"].notna()]
    assert not gwas.duplicated(["hgnc_id", "disease_id", "reference"]).any()
    assert set(gwas["gene_mapping"]) == {"by_position", "by_known_variant"}
    assert set(gwas.loc[gwas["gene_mapping"] == "by_known_variant", "source_id"]) == {COMPLETE}
    assert set(gwas.loc[gwas["source_id"] == COMPLETE, "gene_mapping"]) == {"by_known_variant"}


def test_links_of_the_complete_catalog_bear_the_date_of_its_release(tables):
    links = tables["disease_associations"]
    assert set(links.loc[links["source_id"] == COMPLETE, "as_of"]) == {"2020-03-08"}
    assert len(links[links["source_id"] == COMPLETE]) >= 180


def test_a_large_asthma_study_is_found_at_its_genes(tables):
    links = tables["disease_associations"]
    rows = links[(links["reference"] == "PMID:30929738") & (links["disease_name"] == "asthma")]
    assert {"TSLP", "IL33", "IL1RL1", "IL4R"} <= set(rows["symbol"])


def test_the_exploded_study_is_in_no_source(tables):
    for name in ("variants", "disease_associations"):
        assert "PMID:23251661" not in set(tables[name]["reference"])


def test_the_sources_are_described(tables):
    sources = tables["sources"].set_index("source_id")
    assert sources.loc[SCALLOP, ["licence", "version"]].tolist() == ["CC-BY-4.0", "2024-04-10"]
    assert sources.loc[COMPLETE, "licence"] == "LicenseRef-EMBL-EBI-terms"
    assert not sources.loc[[SCALLOP, COMPLETE], "share_alike"].any()
