"""gseapy and decoupler read the gene sets."""

import pandas as pd
import pytest

import ilkit

from .conftest import INSTALL

pytestmark = pytest.mark.filterwarnings("ignore")
SIGNATURE = "DASU_IL6_SIGNALING_UP"


@pytest.fixture
def written(tmp_path):
    """Return the sets and the GMT file with them."""
    return ilkit.export.gmt(tmp_path / "ilkit.gmt"), tmp_path / "ilkit.gmt"


def members(sets: pd.DataFrame, name: str) -> list:
    return sets.loc[sets["set"] == name, "gene"].tolist()


def test_gseapy_reads_the_sets_that_were_written(written):
    gseapy = pytest.importorskip("gseapy", reason=f"gseapy {INSTALL}")
    sets, path = written
    expected = {name: sorted(genes) for name, genes in sets.groupby("set")["gene"]}
    assert {name: sorted(genes) for name, genes in gseapy.read_gmt(str(path)).items()} == expected


def test_gseapy_finds_the_signature_whose_genes_are_given_first(written):
    gseapy = pytest.importorskip("gseapy", reason=f"gseapy {INSTALL}")
    sets, path = written
    genes = members(sets, SIGNATURE)
    enriched = gseapy.enrich(gene_list=genes, gene_sets=str(path), background=20_000, outdir=None).results
    assert enriched.sort_values("Adjusted P-value")["Term"].iloc[0] == SIGNATURE
    others = sorted(set(sets["gene"]) - set(genes))
    ranked = pd.Series([float(-place) for place in range(len(genes) + len(others))], index=[*genes, *others])
    prerank = gseapy.prerank(rnk=ranked, gene_sets=str(path), min_size=5, permutation_num=50, seed=1, outdir=None, threads=1)
    assert prerank.res2d.sort_values("NES", ascending=False, key=lambda scores: scores.astype(float))["Term"].iloc[0] == SIGNATURE


def test_decoupler_reads_the_sets_and_scores_the_signature_highest_where_its_genes_are(written):
    decoupler = pytest.importorskip("decoupler", reason=f"decoupler {INSTALL}")
    sets, path = written
    network = decoupler.pp.read_gmt(path)
    expected = sets.rename(columns={"set": "source", "gene": "target"})[["source", "target"]]
    assert set(zip(network["source"], network["target"], strict=True)) == set(expected.itertuples(index=False, name=None))
    measured = sorted(set(sets["gene"]))
    counts = pd.DataFrame(0.0, index=["with", "without"], columns=measured)
    counts.loc["with", members(sets, SIGNATURE)] = 5.0
    counts.loc["without", members(sets, "ZHENG_IL22_SIGNALING_UP")] = 5.0
    scores, _ = decoupler.mt.ulm(counts, expected, tmin=5)
    assert scores.idxmax(axis=1).to_dict() == {"with": SIGNATURE, "without": "ZHENG_IL22_SIGNALING_UP"}
