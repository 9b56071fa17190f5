"""CellPhoneDB makes its database from the input files and analyses cells with it."""

import pandas as pd
import pytest

import ilkit

from .conftest import INSTALL

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture
def database(tmp_path):
    utils = pytest.importorskip("cellphonedb.utils.db_utils", reason=f"cellphonedb {INSTALL}")
    folder = ilkit.export.cellphonedb(tmp_path / "input")
    utils.create_db(str(folder))
    return next(folder.glob("cellphonedb_*.zip"))


def test_cellphonedb_reads_every_interaction_protein_and_complex(database, capsys):
    from cellphonedb.utils import db_utils

    interactions, genes, _, complexes, *_ = db_utils.get_interactions_genes_complex(str(database))
    pairs = ilkit.export.liana()
    sides = [*pairs["ligand"], *pairs["receptor"]]
    assert len(interactions) == len(pairs)
    assert set(genes["hgnc_symbol"]) == set("_".join(sides).split("_"))
    assert set(complexes["name"]) == {side for side in sides if "_" in side}
    assert "WARNING" not in capsys.readouterr().out


def test_cellphonedb_finds_il6_to_its_receptor_complex_from_monocytes_to_t_cells(database, cells, tmp_path):
    from cellphonedb.src.core.methods import cpdb_analysis_method

    cells.write_h5ad(tmp_path / "counts.h5ad")
    meta = pd.DataFrame({"Cell": cells.obs_names, "cell_type": cells.obs["cell"].to_numpy()})
    meta.to_csv(tmp_path / "meta.tsv", sep="\t", index=False)
    found = cpdb_analysis_method.call(
        cpdb_file_path=str(database),
        meta_file_path=str(tmp_path / "meta.tsv"),
        counts_file_path=str(tmp_path / "counts.h5ad"),
        counts_data="hgnc_symbol",
        output_path=str(tmp_path),
    )["means_result"].set_index("interacting_pair")
    directions = found.loc["IL6_IL6R_IL6ST", ["monocyte|T cell", "T cell|monocyte", "T cell|T cell", "monocyte|monocyte"]]
    assert directions.astype(float).idxmax() == "monocyte|T cell"
