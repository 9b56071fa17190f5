"""What the released cell types, producers and receptor-bearing cells say."""

import pandas as pd
import pytest

import ilkit

SHARE_ALIKE = "CC-BY-SA-4.0"


def producers(tables, il_id, produces=True):
    rows = tables["production"]
    return set(rows.loc[(rows["il_id"] == il_id) & (rows["produces"] == produces), "cell_name"])


def ancestors(tables, name):
    rows = tables["cell_ancestors"]
    return rows.loc[rows["cell_name"] == name].set_index("ancestor_name")["distance"].to_dict()


def test_every_cell_but_the_root_has_a_parent_that_is_among_its_direct_ancestors(tables):
    cells, above = tables["cells"], tables["cell_ancestors"]
    assert cells.loc[cells["parent_id"].isna(), "cell_id"].tolist() == ["CL:0000000"]
    direct = above[above["distance"] == 1]
    pairs = set(zip(direct["cell_id"], direct["ancestor_id"], strict=True))
    children = cells.dropna(subset=["parent_id"])
    assert set(zip(children["cell_id"], children["parent_id"], strict=True)) <= pairs
    assert children["n_parents"].tolist() == children["cell_id"].map(direct["cell_id"].value_counts()).tolist()


def test_every_cell_descends_from_cell(tables):
    above = tables["cell_ancestors"]
    under = set(above.loc[above["ancestor_id"] == "CL:0000000", "cell_id"])
    assert set(tables["cells"]["cell_id"]) - under == {"CL:0000000"}


def test_a_regulatory_t_cell_is_a_lymphocyte_and_a_mast_cell_is_myeloid(tables):
    assert {"T cell", "lymphocyte", "leukocyte"} <= set(ancestors(tables, "regulatory T cell"))
    assert {"myeloid leukocyte", "leukocyte"} <= set(ancestors(tables, "mast cell"))
    assert "lymphocyte" not in ancestors(tables, "mast cell")


def test_a_mast_cell_is_shown_under_the_more_specific_of_its_two_parents(tables):
    mast = tables["cells"].set_index("name").loc["mast cell"]
    assert mast["n_parents"] == 2
    assert mast["parent_name"] == "myeloid leukocyte"


def test_no_cell_is_deprecated_and_names_are_unique(tables):
    assert tables["cells"]["name"].is_unique
    assert not tables["cells"]["name"].str.startswith("obsolete").any()


@pytest.mark.parametrize(
    ("il_id", "cell"),
    [
        ("IL-17A", "T-helper 17 cell"),
        ("IL-17F", "T-helper 17 cell"),
        ("IL-26", "T-helper 17 cell"),
        ("IL-4", "T-helper 2 cell"),
        ("IL-5", "T-helper 2 cell"),
        ("IL-13", "T-helper 2 cell"),
        ("IL-5", "group 2 innate lymphoid cell"),
        ("IL-13", "group 2 innate lymphoid cell"),
        ("IL-22", "group 3 innate lymphoid cell"),
        ("IL-22", "T-helper 22 cell"),
        ("IL-21", "T follicular helper cell"),
        ("IL-9", "T-helper 9 cell"),
        ("IL-33", "endothelial cell"),
        ("IL-33", "epithelial cell"),
        ("IL-12", "dendritic cell"),
        ("IL-23", "dendritic cell"),
        ("IL-2", "activated CD4-positive, alpha-beta T cell"),
        ("IL-10", "regulatory T cell"),
        ("IL-10", "Tr1 cell"),
        ("IL-35", "regulatory T cell"),
        ("IL-8", "neutrophil"),
        ("IL-4", "basophil"),
        ("IL-3", "mast cell"),
        ("IL-1B", "classical monocyte"),
    ],
)
def test_the_producers_that_textbooks_name_are_there(tables, il_id, cell):
    assert cell in producers(tables, il_id)


def test_every_interleukin_in_use_but_one_has_a_producer(tables):
    molecules, rows = tables["interleukins"], tables["production"]
    without = molecules[~molecules["il_id"].isin(rows.loc[rows["produces"], "il_id"])]
    assert sorted(without["il_id"]) == ["IL-14", "IL-17D", "IL-30"]
    assert set(without.loc[without["status"] == "retired", "il_id"]) == {"IL-14", "IL-30"}


def test_negatives_are_statements_and_none_comes_from_a_low_level_or_from_an_axiom_about_receptors(tables):
    rows = tables["production"]
    negative = rows[~rows["produces"]]
    assert set(negative["evidence"].astype(str)) == {"primary", "textbook"}
    assert "regulatory T cell" in producers(tables, "IL-2", produces=False)
    assert "T-helper 22 cell" in producers(tables, "IL-17A", produces=False)


def test_nothing_is_both_made_and_not_made_by_the_same_cells(tables):
    rows = tables["production"]
    assert rows.groupby(["il_id", "cell_id"])["produces"].nunique().max() == 1


def test_curated_rows_cite_what_was_looked_up_and_textbook_rows_cite_nothing(tables):
    rows = tables["production"]
    own = rows[rows["source_id"] == "ilkit_curated"]
    assert (own["reference"].isna() == (own["evidence"] == "textbook")).all()


def test_the_axioms_name_one_interleukin_each_and_are_not_about_mouse_cells(tables):
    rows = tables["production"]
    axioms = rows[rows["evidence"] == "ontology_axiom"]
    assert len(axioms[["il_id", "cell_id"]].drop_duplicates()) == 27
    assert axioms["produces"].all()
    assert axioms[["hgnc_id", "value", "attribution"]].isna().all(axis=None)
    assert not axioms["cell_name"].str.endswith(", mouse").any()


def test_expression_counts_from_ten_on_and_only_of_a_whole_molecule(tables):
    rows, chains = tables["production"], tables["chains"]
    levels = rows[rows["evidence"] == "expression"]
    assert levels["value"].min() >= 10
    assert levels[["hgnc_id", "sample", "unit", "attribution"]].notna().all(axis=None)
    shown = levels.groupby(["il_id", "source_id", "sample"])["hgnc_id"].nunique()
    needed = chains["il_id"].value_counts()
    assert (shown == needed[shown.index.get_level_values("il_id")].to_numpy()).all()


def test_each_level_of_production_is_that_of_expression(tables):
    key = ["hgnc_id", "sample", "source_id"]
    rows = tables["production"].dropna(subset=["value"])
    both = rows.merge(tables["expression"], on=key, how="left", suffixes=("", "_there"), validate="many_to_one")
    for column in ("value", "unit", "condition", "cell_id"):
        assert (both[column].astype("object") == both[f"{column}_there"].astype("object")).all()


def test_resting_cells_show_no_il_17a_although_th17_cells_make_it(tables):
    rows = tables["production"]
    il17a = rows[(rows["il_id"] == "IL-17A") & rows["produces"]]
    assert "expression" not in set(il17a["evidence"].astype(str))


def test_retired_molecules_have_no_producer(tables):
    retired = tables["interleukins"].loc[tables["interleukins"]["status"] == "retired", "il_id"]
    assert not tables["production"]["il_id"].isin(retired).any()


def test_cells_that_lack_a_receptor_are_told_from_those_that_carry_it(tables):
    rows = tables["cell_receptors"]
    of = {symbol: group.set_index("cell_name")["present"] for symbol, group in rows.groupby("symbol")}
    assert of["IL2RA"]["CD4-positive, CD25-positive, alpha-beta regulatory T cell"].all()
    assert of["CXCR2"]["mature neutrophil"].all()
    assert (~rows["present"]).sum() >= 80
    assert rows.groupby(["cell_id", "hgnc_id"])["present"].nunique().max() == 1


def test_regulatory_t_cells_carry_little_il_7_receptor(tables):
    rows = tables["cell_receptors"]
    treg = rows[(rows["cell_id"] == "CL:0000792") & (rows["symbol"] == "IL7R")]
    assert set(treg["amount"].astype(str)) == {"low"}
    assert treg["present"].all()


def test_the_lacking_of_a_receptor_has_no_amount(tables):
    rows = tables["cell_receptors"]
    assert rows.loc[~rows["present"], "amount"].isna().all()


def test_what_is_made_from_the_protein_atlas_is_share_alike_and_the_cell_types_are_not(tables):
    licences = ilkit.tables().set_index("table")["licence"]
    assert licences[["expression", "production"]].tolist() == [SHARE_ALIKE] * 2
    assert licences[["cells", "cell_ancestors", "cell_receptors"]].tolist() == ["CC-BY-4.0"] * 3


def test_cells_are_pulled_in_by_what_refers_to_them(tables):
    used = pd.concat([tables[name]["cell_id"].dropna() for name in ("production", "expression", "cell_receptors")])
    assert set(used) <= set(tables["cells"]["cell_id"])
