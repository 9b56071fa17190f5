"""LIANA+ takes the pairs as its resource."""

import pytest

import ilkit

from .conftest import INSTALL

pytestmark = pytest.mark.filterwarnings("ignore")


def test_liana_ranks_il6_to_its_receptor_complex_from_monocytes_to_t_cells(cells):
    liana = pytest.importorskip("liana", reason=f"liana {INSTALL}")
    liana.mt.rank_aggregate(cells, groupby="cell", resource=ilkit.export.liana(), use_raw=False, n_perms=20, seed=1)
    found = cells.uns["liana_res"].sort_values("magnitude_rank")
    ends = ["source", "target", "ligand_complex", "receptor_complex"]
    first = {tuple(row) for row in found[ends].head(2).itertuples(index=False)}
    assert first == {
        ("monocyte", "T cell", "IL6", "IL6R_IL6ST"),
        ("monocyte", "T cell", "IL12A_IL12B", "IL12RB1_IL12RB2"),
    }


def test_liana_finds_every_pair_whose_genes_are_measured(cells):
    liana = pytest.importorskip("liana", reason=f"liana {INSTALL}")
    pairs, measured = ilkit.export.liana(), set(cells.var_names)
    expected = {
        (row.ligand, row.receptor) for row in pairs.itertuples() if set(f"{row.ligand}_{row.receptor}".split("_")) <= measured
    }
    found = liana.mt.cellphonedb(cells, groupby="cell", resource=pairs, use_raw=False, n_perms=20, expr_prop=0, inplace=False)
    assert set(zip(found["ligand_complex"], found["receptor_complex"], strict=True)) == expected
