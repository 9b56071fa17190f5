"""CellPhoneDB: four files whose keys lead from one to the other."""

import pandas as pd
import pytest

import ilkit

FILES = "gene_input", "protein_input", "complex_input", "interaction_input"


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict:
    folder = ilkit.export.cellphonedb(tmp_path_factory.mktemp("export") / "cellphonedb")
    assert sorted(path.stem for path in folder.iterdir()) == sorted(["README", *FILES])
    return {name: pd.read_csv(folder / f"{name}.csv") for name in FILES}


def accessions(complexes: pd.DataFrame) -> pd.DataFrame:
    return complexes.set_index("complex_name")[[f"uniprot_{place}" for place in range(1, 6)]]


def test_partners_are_proteins_or_complexes_and_these_are_made_of_proteins_with_a_gene(files):
    proteins, complexes = set(files["protein_input"]["uniprot"]), set(files["complex_input"]["complex_name"])
    partners = pd.concat([files["interaction_input"]["partner_a"], files["interaction_input"]["partner_b"]])
    assert set(partners) <= proteins | complexes
    assert complexes <= set(partners)
    assert set(accessions(files["complex_input"]).stack().dropna()) <= proteins
    assert set(files["gene_input"]["uniprot"]) == proteins
    for name in FILES[:3]:
        assert files[name].iloc[:, 0].is_unique


def test_interactions_are_the_pairs_that_liana_gets(files):
    frame = ilkit.export.liana()
    written = (frame["ligand"] + "-" + frame["receptor"]).str.replace("_", "+")
    assert files["interaction_input"]["interactors"].tolist() == written.tolist()


def test_a_complex_holds_the_accessions_of_its_chains(files):
    assert set(accessions(files["complex_input"]).loc["IL6R_IL6ST"].dropna()) == {"P08887", "P40189"}
    assert set(accessions(files["complex_input"]).loc["IL12A_IL12B"].dropna()) == {"P29459", "P29460"}


def test_no_column_of_accessions_is_empty_since_cellphonedb_cannot_read_one_that_is(files):
    assert accessions(files["complex_input"]).notna().any().all()


def test_flags_tell_ligands_from_receptors_and_soluble_from_membrane_proteins(files):
    flags = files["protein_input"].set_index("protein_name")[["secreted", "receptor", "transmembrane"]]
    assert flags.loc["IL6_HUMAN"].tolist() == [True, False, False]
    assert flags.loc["IL2RG_HUMAN"].tolist() == [False, True, True]


def test_a_decoy_that_is_not_in_the_membrane_is_not_called_a_membrane_protein(tmp_path):
    folder = ilkit.export.cellphonedb(tmp_path / "out", effects=["decoy"])
    flags = pd.read_csv(folder / "protein_input.csv").set_index("protein_name")
    assert not flags.loc["I22R2_HUMAN", "transmembrane"]
    assert not flags.loc["I18BP_HUMAN", "transmembrane"]
    assert flags.loc["I13R2_HUMAN", "transmembrane"]


def test_antagonists_which_bind_single_proteins_give_a_set_without_complexes(tmp_path):
    folder = ilkit.export.cellphonedb(tmp_path / "out", effects=["antagonist"])
    assert pd.read_csv(folder / "complex_input.csv").empty
    assert len(pd.read_csv(folder / "interaction_input.csv")) == 2


def test_columns_are_those_of_cellphonedb_5(files, sources):
    for name in FILES:
        assert files[name].columns.tolist() == pd.read_csv(sources / "cellphonedb_v5" / f"{name}.csv", nrows=1).columns.tolist()
