"""What the released expression values say, and which traps of the sources they must not fall into."""

import pytest

MONACO, BLOOD, FANTOM5 = "hpa_monaco_v22_filtered", "hpa_blood_v20_filtered", "fantom5_lr_expression"


@pytest.fixture(scope="module")
def levels(tables):
    """Return source → gene × sample."""
    rows = tables["expression"]
    return {str(name): own.pivot(index="symbol", columns="sample", values="value") for name, own in rows.groupby("source_id")}


def test_each_source_has_its_samples_and_genes(levels):
    assert levels[MONACO].shape == (129, 30)
    assert levels[FANTOM5].shape == (88, 144)
    assert levels[BLOOD].shape == (129, 19 + 54)


def test_each_source_has_one_unit(tables):
    rows = tables["expression"]
    kinds = rows[["source_id", "unit", "evidence"]].astype(str).drop_duplicates()
    assert sorted(kinds.itertuples(index=False, name=None)) == [
        (FANTOM5, "CAGE TPM", "cage"),
        (BLOOD, "NX", "consensus"),
        (BLOOD, "NX", "rna_seq"),
        (MONACO, "pTPM", "rna_seq"),
    ]


def test_naive_t_cells_carry_the_receptor_of_il_7(levels):
    il7r = levels[MONACO].loc["IL7R"]
    assert il7r["naive CD4 T-cell"] > 100
    assert il7r["naive CD4 T-cell"] > 20 * il7r["neutrophil"]
    assert levels[MONACO].loc["IL6ST", "naive CD4 T-cell"] > levels[MONACO].loc["IL6ST", "neutrophil"]


def test_regulatory_t_cells_carry_the_alpha_chain_of_the_il_2_receptor(levels):
    assert levels[MONACO].loc["IL2RA"].idxmax() == "T-reg"
    assert levels[BLOOD].loc["IL2RA", "T_reg"] > 10 * levels[BLOOD].loc["IL2RA", "naive_CD8_T_cell"]


def test_neutrophils_and_monocytes_lead_in_cxcl8(levels):
    assert levels[MONACO].loc["CXCL8"].nlargest(2).index.tolist() == ["neutrophil", "classical monocyte"]
    assert levels[MONACO].loc["CXCL8", "neutrophil"] == 15258.3


def test_basophils_express_il_4_at_rest(levels):
    assert levels[MONACO].loc["IL4"].idxmax() == "basophil"
    assert levels[BLOOD].loc["IL4"].idxmax() == "basophil"


def test_resting_blood_has_no_il_17a_or_il_22(levels, tables):
    assert levels[MONACO].loc[["IL17A", "IL22"]].max().max() < 10
    rows = tables["expression"]
    assert set(rows.loc[rows["source_id"] == MONACO, "condition"].astype(str)) == {"resting"}


def test_stimulated_mast_cells_stand_beside_resting_ones(levels, tables):
    mast = levels[FANTOM5][["Mast cells", "Mast cells stimulated"]]
    assert mast.loc["IL3", "Mast cells stimulated"] > 5000 > 10 > mast.loc["IL3", "Mast cells"]
    rows = tables["expression"]
    stimulated = rows[rows["condition"] == "stimulated"]
    assert set(stimulated["sample"]) == {"Mast cells stimulated"}
    assert set(stimulated["cell_name"]) == {"mast cell"}


def test_a_gene_that_a_source_lacks_has_no_rows_rather_than_zeros(levels):
    absent = ["IL2", "IL17C", "IL17F", "IL18BP", "IL21", "IL22", "IL25", "IL32", "IL33", "IL36G", "IL36RN", "IL37", "IFNL2"]
    assert not set(absent) & set(levels[FANTOM5].index)
    assert not {"IFNL4", "KIT", "CNTFR", "IL17REL"} & set(levels[MONACO].index)


def test_a_value_that_the_atlas_does_not_have_has_no_row(levels):
    assert levels[BLOOD].loc[["IL2", "IL22"], ["thymus", "tongue", "retina"]].isna().all(axis=None)
    assert levels[BLOOD].loc["IL2", "tonsil"] >= 0


def test_old_symbols_are_those_of_today(levels):
    assert {"CXCL8", "ACKR1"} <= set(levels[FANTOM5].index)
    assert not {"IL8", "DARC"} & set(levels[FANTOM5].index)


def test_blood_cells_are_not_repeated_among_the_tissues(tables):
    rows = tables["expression"]
    assert not rows["sample"].isin(["T_cells", "B_cells", "NK_cells", "monocytes", "granulocytes", "dendritic_cells"]).any()
    tissue = rows[rows["sample_type"] == "tissue"]
    assert tissue["cell_id"].isna().all()
    assert tissue.loc[tissue["tissue_id"].isna(), "sample"].unique().tolist() == ["olfactory_region", "pons_and_medulla"]


def test_only_tissues_have_a_uberon_id_and_each_id_has_one_name(tables):
    rows = tables["expression"]
    assert rows.loc[rows["sample_type"] != "tissue", "tissue_id"].isna().all()
    named = rows.dropna(subset=["tissue_id"])[["tissue_id", "tissue_name"]].drop_duplicates()
    assert named["tissue_id"].is_unique
    assert named["tissue_name"].is_unique


def test_a_label_that_fits_no_cell_type_has_none(tables):
    cell = tables["expression"].drop_duplicates(["source_id", "sample"]).set_index(["source_id", "sample"])["cell_name"]
    assert cell[[(MONACO, "Memory CD4 T-cell Th1/Th17"), (FANTOM5, "Meningeal")]].isna().all()
    assert cell[(MONACO, "Exhausted memory B-cell")] == "double negative memory B cell"
    assert cell[(MONACO, "Non-Vd2 gdTCR")] == cell[(MONACO, "Vd2 gdTCR")] == "gamma-delta T cell"
    assert cell[(MONACO, "myeloid DC")] == "myeloid dendritic cell"


def test_the_two_atlas_sources_agree_on_which_cells_express_a_gene_most(levels):
    pairs = {
        "neutrophil": "neutrophil",
        "basophil": "basophil",
        "T-reg": "T_reg",
        "NK-cell": "NK_cell",
        "naive B-cell": "naive_B_cell",
    }
    pairs |= {
        "naive CD4 T-cell": "naive_CD4_T_cell",
        "classical monocyte": "classical_monocyte",
        "plasmacytoid DC": "plasmacytoid_DC",
    }
    monaco = levels[MONACO][list(pairs)].T.reset_index(drop=True)
    blood = levels[BLOOD][list(pairs.values())].T.reset_index(drop=True)
    expressed = monaco.columns[(monaco.max() > 20) & (blood[monaco.columns].max() > 5)]
    correlations = monaco[expressed].rank().corrwith(blood[expressed].rank())
    assert len(expressed) > 40
    assert correlations.median() > 0.6


def test_each_data_set_cites_its_paper(tables):
    rows = tables["expression"]
    cells = rows[rows["sample_type"] != "tissue"]
    assert cells.groupby("source_id")["reference"].agg(set).to_dict() == {
        MONACO: {"PMID:30726743"},
        BLOOD: {"PMID:31857451"},
        FANTOM5: {"PMID:26198319"},
    }


def test_what_was_not_verified_of_the_sources_is_said(tables):
    sources = tables["sources"].set_index("source_id")
    assert not sources.loc[[MONACO, BLOOD], "licence_verified"].any()
    assert sources.loc[[MONACO, BLOOD], "share_alike"].all()
    assert sources["download_url"].isna()[FANTOM5]
