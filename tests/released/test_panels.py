"""What holds of the proteomics panels as released."""

import pytest

import ilkit


@pytest.fixture(scope="module")
def panels():
    return ilkit.load("panels")


def assays(panels, platform, symbol):
    return panels[(panels["platform"] == platform) & (panels["symbol"] == symbol)]


def test_every_platform_measures_il6(panels):
    assert set(panels.loc[panels["il_id"] == "IL-6", "platform"]) == set(panels["platform"].cat.categories)
    assert assays(panels, "Olink Explore HT", "IL6")["assay_id"].tolist() == ["OID43856"]


def test_explore_3072_has_il6_on_four_panels(panels):
    expected = ["Cardiometabolic", "Inflammation", "Neurology", "Oncology"]
    assert sorted(assays(panels, "Olink Explore 3072", "IL6")["panel"]) == expected


def test_an_assay_of_a_complex_has_a_row_for_each_chain_and_measures_the_molecule(panels):
    il12 = panels[panels["assay_id"] == "OID43842"]
    assert il12["symbol"].tolist() == ["IL12A", "IL12B"]
    assert set(il12["il_id"]) == {"IL-12"}
    assert set(il12["attribution"]) == {"unique"}
    complexes = panels[panels["n_chains"] > 1]
    per_assay = complexes.groupby(["platform", "panel", "assay_id", "assay"], observed=True, dropna=False)
    assert per_assay["symbol"].nunique().eq(per_assay["n_chains"].first()).all()


def test_the_p40_chain_alone_is_shared_between_il12_and_il23(panels):
    p40 = panels[panels["assay_id"] == "OID43843"]
    assert p40["il_id"].tolist() == ["IL-12", "IL-23"]
    assert set(p40["attribution"]) == {"shared"}


def test_il23_as_a_whole_is_measured_by_somascan_only():
    il23 = ilkit.load("panels", interleukin="IL-23")
    assert set(il23.loc[il23["attribution"] == "unique", "platform"]) == {"SomaScan 7k", "SomaScan 11k"}
    assert "IL-12" not in set(il23["il_id"])


def test_il6_on_its_receptor_is_no_interleukin(panels):
    trans = panels[panels["assay_id"] == "21946-79"]
    assert set(trans["symbol"]) == {"IL6", "IL6R"}
    assert trans["il_id"].isna().all()


@pytest.mark.parametrize(
    ("assay_id", "il_id"),
    [("10365-132", "IL-23"), ("20533-39", "IL-35"), ("26327-6", "IL-39"), ("21897-4", "IL-17AF"), ("2829-19", "IL-27")],
)
def test_complexes_that_somascan_measures(panels, assay_id, il_id):
    assert set(panels.loc[panels["assay_id"] == assay_id, "il_id"]) == {il_id}


def test_several_aptamers_measure_one_protein(panels):
    assert sorted(assays(panels, "SomaScan 11k", "IL6R")["assay_id"].unique()) == ["15602-43", "21946-79", "4139-71", "8092-29"]


def test_il33_is_on_olink_and_not_on_somascan(panels):
    platforms = set(panels.loc[panels["il_id"] == "IL-33", "platform"])
    assert "Olink Explore HT" in platforms
    assert not {"SomaScan 7k", "SomaScan 11k"} & platforms


def test_explore_ht_lacks_what_its_list_lacks(panels):
    measured = set(panels.loc[panels["platform"] == "Olink Explore HT", "symbol"])
    assert not {"IL21", "IL23A", "IL26", "IL37", "IL36RN", "IL1F10"} & measured


def test_retired_designations_are_not_measured(panels):
    assert not {"IL-14", "IL-30"} & set(panels["il_id"])
    assert "TXLNA" in set(panels["symbol"])


def test_ids_are_those_of_the_maker(panels):
    olink = panels["platform"].str.startswith("Olink")
    assert panels.loc[panels["platform"] == "Olink Explore HT", "assay_id"].str.startswith("OID").all()
    assert panels.loc[~olink, "assay_id"].notna().all()
    assert panels["panel"].notna().eq(panels["platform"].str.contains("96|3072|1536")).all()


def test_receptors_are_there_and_measure_no_interleukin(panels, tables):
    receptors = set(tables["genes"].loc[tables["genes"]["role"] == "receptor", "symbol"])
    rows = panels[panels["symbol"].isin(receptors)]
    assert rows["symbol"].nunique() > 40
    assert rows["il_id"].isna().all()


def test_lists_are_complete(panels):
    genes = panels.groupby("platform", observed=True)["hgnc_id"].nunique()
    assert genes.to_dict() == {
        "Olink Explore HT": 101,
        "Olink Explore 3072": 92,
        "Olink Explore 1536": 71,
        "Olink Target 96": 64,
        "Olink Target 96 qPCR": 58,
        "SomaScan 11k": 125,
        "SomaScan 7k": 116,
    }
