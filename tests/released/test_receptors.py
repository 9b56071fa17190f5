"""What the released tables say of receptors, and what they must not say."""

import csv

import pandas as pd
import pytest

import ilkit
from tests.conftest import PROJECT


def curated(name: str) -> pd.DataFrame:
    with (PROJECT / "data" / "curated" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return pd.DataFrame(csv.DictReader(file))


def of(tables, ligand: str, effect: str = "agonist", status: str = "established") -> set[str]:
    binding = tables["binding"]
    rows = binding[(binding["il_id"] == ligand) | (binding["il_id"].isna() & (binding["ligand_symbol"] == ligand))]
    return set(rows.loc[(rows["effect"] == effect) & (rows["status"] == status), "receptor_id"])


AGONISTS = {
    "IL-1A": {"IL1R1_IL1RAP"},
    "IL-1B": {"IL1R1_IL1RAP"},
    "IL-2": {"IL2RA_IL2RB_IL2RG", "IL2RB_IL2RG"},
    "IL-3": {"IL3RA_CSF2RB"},
    "IL-4": {"IL4R_IL2RG", "IL4R_IL13RA1"},
    "IL-5": {"IL5RA_CSF2RB"},
    "IL-6": {"IL6R_IL6ST"},
    "IL-7": {"IL7R_IL2RG"},
    "IL-8": {"CXCR1", "CXCR2"},
    "IL-9": {"IL9R_IL2RG"},
    "IL-10": {"IL10RA_IL10RB"},
    "IL-11": {"IL11RA_IL6ST"},
    "IL-12": {"IL12RB1_IL12RB2"},
    "IL-13": {"IL4R_IL13RA1"},
    "IL-15": {"IL15RA_IL2RB_IL2RG", "IL2RB_IL2RG"},
    "IL-16": {"CD4"},
    "IL-17A": {"IL17RA_IL17RC"},
    "IL-17AF": {"IL17RA_IL17RC"},
    "IL-17B": {"IL17RA_IL17RB"},
    "IL-17C": {"IL17RA_IL17RE"},
    "IL-17F": {"IL17RA_IL17RC"},
    "IL-18": {"IL18R1_IL18RAP"},
    "IL-19": {"IL20RA_IL20RB"},
    "IL-20": {"IL20RA_IL20RB", "IL22RA1_IL20RB"},
    "IL-21": {"IL21R_IL2RG"},
    "IL-22": {"IL10RB_IL22RA1"},
    "IL-23": {"IL12RB1_IL23R"},
    "IL-24": {"IL20RA_IL20RB", "IL22RA1_IL20RB"},
    "IL-25": {"IL17RA_IL17RB"},
    "IL-26": {"IL20RA_IL10RB"},
    "IL-27": {"IL27RA_IL6ST"},
    "IL-28A": {"IFNLR1_IL10RB"},
    "IL-28B": {"IFNLR1_IL10RB"},
    "IL-29": {"IFNLR1_IL10RB"},
    "IL-31": {"IL31RA_OSMR"},
    "IL-33": {"IL1RL1_IL1RAP"},
    "IL-34": {"CSF1R"},
    "IL-35": {"IL12RB2_IL6ST"},
    "IL-36A": {"IL1RL2_IL1RAP"},
    "IL-36B": {"IL1RL2_IL1RAP"},
    "IL-36G": {"IL1RL2_IL1RAP"},
    "IL-37": {"IL18R1_SIGIRR"},
    "TSLP": {"CRLF2_IL7R"},
    "LIF": {"LIFR_IL6ST"},
    "OSM": {"LIFR_IL6ST", "OSMR_IL6ST"},
    "CNTF": {"CNTFR_LIFR_IL6ST"},
    "CLCF1": {"CNTFR_LIFR_IL6ST"},
    "CRLF1": {"CNTFR_LIFR_IL6ST"},
    "CTF1": {"LIFR_IL6ST"},
    "CSF1": {"CSF1R"},
    "CSF2": {"CSF2RA_CSF2RB"},
    "IFNL4": {"IFNLR1_IL10RB"},
}


@pytest.mark.parametrize(("ligand", "receptors"), AGONISTS.items())
def test_each_ligand_signals_by_its_established_receptors_and_no_other(tables, ligand, receptors):
    assert of(tables, ligand) == receptors


def test_decoys_and_antagonists_are_told_from_agonists(tables):
    binding = tables["binding"]
    others = binding[binding["effect"].isin(["decoy", "antagonist"])]
    found = others.groupby([others["effect"].astype(str), "il_id"])["receptor_id"].agg(set).to_dict()
    assert found == {
        ("decoy", "IL-1A"): {"IL1R2", "IL1R2_IL1RAP"},
        ("decoy", "IL-1B"): {"IL1R2", "IL1R2_IL1RAP"},
        ("decoy", "IL-8"): {"ACKR1"},
        ("decoy", "IL-13"): {"IL13RA2"},
        ("decoy", "IL-18"): {"IL18BP"},
        ("decoy", "IL-22"): {"IL22RA2"},
        ("decoy", "IL-33"): {"IL1RL1"},
        ("antagonist", "IL-1RA"): {"IL1R1"},
        ("antagonist", "IL-36RA"): {"IL1RL2"},
        ("antagonist", "IL-38"): {"IL1RL2"},
    }


def test_every_interleukin_has_a_receptor_or_a_reason(tables):
    exempt = curated("exemptions")
    exempt = exempt[exempt["check"] == "has_receptor"]
    bound = set(tables["binding"]["il_id"].dropna())
    assert set(tables["interleukins"]["il_id"]) - bound == set(exempt["entity_id"])
    assert (exempt["reason"].str.len() > 20).all()


def test_every_ligand_gene_has_a_receptor_of_its_own_or_through_its_molecule(tables):
    chains, genes, binding = tables["chains"], tables["genes"], tables["binding"]
    bound = set(binding["ligand_hgnc_id"].dropna()) | set(chains.loc[chains["il_id"].isin(binding["il_id"]), "hgnc_id"])
    without = genes[(genes["role"] == "ligand") & ~genes["hgnc_id"].isin(bound)]
    assert set(without["symbol"]) == {"IL17D", "IL32", "C17orf99", "TXLNA"}


def test_every_receptor_gene_is_a_subunit_but_for_two_without_a_ligand(tables):
    genes, subunits = tables["genes"], tables["receptor_subunits"]
    without = genes[(genes["role"] == "receptor") & ~genes["hgnc_id"].isin(subunits["hgnc_id"])]
    assert set(without["symbol"]) == {"IL1RAPL2", "IL17REL"}


def test_the_id_of_a_receptor_joins_the_symbols_of_its_subunits(tables):
    subunits = tables["receptor_subunits"].groupby("receptor_id")["symbol"].agg(set)
    receptors = tables["receptors"].set_index("receptor_id")
    assert subunits.to_dict() == {receptor: set(receptor.split("_")) for receptor in receptors.index}
    assert receptors["n_subunits"].to_dict() == subunits.map(len).to_dict()
    assert not subunits.map(frozenset).duplicated().any()
    assert receptors["name"].is_unique


def test_every_receptor_has_a_ligand(tables):
    assert set(tables["receptors"]["receptor_id"]) == set(tables["binding"]["receptor_id"])


def test_what_signals_has_an_agonist_and_what_does_not_has_none(tables):
    signals = tables["receptors"].set_index("receptor_id")["signals"]
    binding = tables["binding"].assign(signals=tables["binding"]["receptor_id"].map(signals))
    agonist = binding["effect"] == "agonist"
    assert not (binding["signals"].eq(False) & agonist).any()
    assert set(signals[signals.fillna(False)].index) <= set(binding.loc[agonist, "receptor_id"])
    assert set(binding.loc[binding["effect"] == "decoy", "signals"]) == {False}


def test_a_receptor_has_one_effect_and_status_for_a_ligand(tables):
    key = ["ligand_name", "receptor_id"]
    said = tables["binding"][[*key, "effect", "status"]].drop_duplicates()
    assert not said.duplicated(key).any()


def test_decoy_subunits_are_in_receptors_that_do_not_signal(tables):
    subunits, receptors = tables["receptor_subunits"], tables["receptors"].set_index("receptor_id")
    decoys = subunits[subunits["role"] == "decoy"]
    assert set(decoys["symbol"]) == {"ACKR1", "IL1R2", "IL1RL1", "IL13RA2", "IL18BP", "IL22RA2"}
    assert not receptors.loc[decoys["receptor_id"], "signals"].any()


@pytest.mark.parametrize(
    ("symbol", "receptors"),
    [
        ("IL2RG", {"IL2RA_IL2RB_IL2RG", "IL2RB_IL2RG", "IL15RA_IL2RB_IL2RG"} | {f"IL{n}R_IL2RG" for n in (4, 7, 9, 21)}),
        ("CSF2RB", {"IL3RA_CSF2RB", "IL5RA_CSF2RB", "CSF2RA_CSF2RB"}),
        ("IL10RB", {"IL10RA_IL10RB", "IL10RB_IL22RA1", "IL20RA_IL10RB", "IFNLR1_IL10RB"}),
        ("IL1RAP", {"IL1R1_IL1RAP", "IL1R2_IL1RAP", "IL1RL1_IL1RAP", "IL1RL2_IL1RAP"}),
    ],
)
def test_shared_chains_are_in_all_their_receptors(tables, symbol, receptors):
    subunits = tables["receptor_subunits"]
    assert set(subunits.loc[subunits["symbol"] == symbol, "receptor_id"]) == receptors
    assert subunits.loc[subunits["symbol"] == symbol, "shared"].all()


def test_copies_are_those_of_the_complex_with_the_ligand(tables):
    copies = tables["receptor_subunits"].set_index(["receptor_id", "symbol"])["copies"]
    assert copies["IL6R_IL6ST"].to_dict() == {"IL6R": 2, "IL6ST": 2}
    assert copies["IL2RA_IL2RB_IL2RG"].to_dict() == {"IL2RA": 1, "IL2RB": 1, "IL2RG": 1}
    assert copies["IL20RA_IL10RB"].isna().all()


def test_a_row_of_a_gene_level_pair_names_a_chain_of_the_ligand_and_a_subunit_of_the_receptor(tables):
    binding = tables["binding"]
    pairs = binding[binding["evidence"] == "ligand_receptor_pair"]
    assert len(pairs) > 200
    assert pairs["reference"].str.startswith("PMID:").all()
    assert pairs[["ligand_hgnc_id", "subunit_hgnc_id", "attribution"]].notna().all(axis=None)
    chains = set(tables["chains"][["il_id", "hgnc_id"]].itertuples(index=False, name=None))
    molecules = pairs.dropna(subset=["il_id"])
    assert set(molecules[["il_id", "ligand_hgnc_id"]].itertuples(index=False, name=None)) <= chains
    subunits = set(tables["receptor_subunits"][["receptor_id", "hgnc_id"]].itertuples(index=False, name=None))
    assert set(pairs[["receptor_id", "subunit_hgnc_id"]].itertuples(index=False, name=None)) <= subunits
    assert binding.loc[binding["evidence"] != "ligand_receptor_pair", "subunit_hgnc_id"].isna().all()


def test_a_pair_about_a_shared_chain_says_so(tables):
    pairs = tables["binding"].dropna(subset=["attribution"])
    p40 = pairs[pairs["ligand_symbol"] == "IL12B"]
    assert set(p40["il_id"]) == {"IL-12", "IL-23"}
    assert set(p40["attribution"]) == {"shared"}
    assert set(pairs.loc[pairs["ligand_symbol"] == "IL23A", "attribution"]) == {"unique"}


def test_no_paper_on_a_chain_of_its_own_is_older_than_the_molecule(tables):
    years = tables["publications"].set_index("reference")["year"]
    first = tables["interleukins"].set_index("il_id")["first_described_year"]
    binding = tables["binding"]
    own = binding[binding["il_id"].notna() & (binding["attribution"].astype("object") != "shared")]
    early = own["reference"].map(years) < own["il_id"].map(first) - 1
    assert own[early.fillna(False)].empty


def test_a_composition_rests_on_more_than_hearsay(tables):
    receptors, binding = tables["receptors"], tables["binding"]
    assert "textbook" not in set(receptors["evidence"])
    assert (receptors["reference"].notna()).all()
    assert (binding["evidence"] == "textbook").sum() <= 1


def test_structures_hold_the_ligand_and_all_subunits_of_the_receptor(tables, sources):
    rows = tables["binding"]
    rows = rows[rows["reference"].str.startswith("pdb:", na=False)]
    path = sources / "sifts_pdb_2020" / "pdb_chain_uniprot.il_entries.tsv"
    sifts = pd.read_csv(path, sep="\t", comment="#").groupby("PDB")["SP_PRIMARY"].agg(set)
    accession = tables["genes"].set_index("symbol")["uniprot_id"]
    assert len(rows) == 10
    for receptor, reference in zip(rows["receptor_id"], rows["reference"], strict=True):
        assert set(accession[receptor.split("_")]) < sifts[reference.removeprefix("pdb:")], reference


@pytest.mark.parametrize(
    "wrong",
    [
        ("IL-15", "IL15RA_IL2RB"),
        ("IL-26", "IL20RA_IL20RB"),
        ("IL-1RA", "IL1R1_IL1RAP"),
        ("IL-1RA", "IL1R2_IL1RAP"),
        ("IL-36RA", "IL1RL2_IL1RAP"),
        ("IL-38", "IL1RL2_IL1RAP"),
        ("IL-29", "IFNLR1"),
        ("IL-22", "IL10RA_IL10RB"),
    ],
)
def test_known_errors_of_the_sources_are_not_released(tables, wrong):
    binding = tables["binding"]
    assert wrong not in set(binding[["il_id", "receptor_id"]].itertuples(index=False, name=None))


@pytest.mark.parametrize("pubmed_id", ["PMID:58985", "PMID:62193", "PMID:943050", "PMID:9208871", "PMID:28280243"])
def test_papers_that_are_on_something_else_are_not_cited(tables, pubmed_id):
    assert pubmed_id not in set(tables["binding"]["reference"])


def test_complexes_of_soluble_receptors_do_not_pass_for_signalling_ones(tables):
    cited = set(tables["binding"]["reference"])
    assert not cited & {f"complexportal:CPX-{number}" for number in (8969, 9801, 8830, 9128, 9166)}
    assert tables["receptors"].set_index("receptor_id").loc["IL6R_IL6ST", "complex_id"] == "CPX-623"


def test_provisional_binding_is_marked(tables):
    assert of(tables, "IL-41", status="provisional") == {"KIT"}
    assert of(tables, "IL-35", status="provisional") == {"IL12RB2_IL27RA", "IL12RB2", "IL6ST"}
    assert of(tables, "IL-34", status="provisional") == {"PTPRZ1"}
    unclear = tables["binding"][tables["binding"]["effect"].isna()]
    assert unclear[["il_id", "receptor_id"]].to_numpy().tolist() == [["IL-38", "IL1RAPL1"]]


def test_filters_lead_from_a_molecule_to_its_receptors():
    assert set(ilkit.load("receptors", interleukin="IL-15")["receptor_id"]) == {"IL15RA_IL2RB_IL2RG", "IL2RB_IL2RG"}
    assert set(ilkit.load("receptor_subunits", interleukin="IL-31")["symbol"]) == {"IL31RA", "OSMR"}
    assert set(ilkit.load("binding", interleukin="IL-18")["receptor_id"]) == {"IL18R1_IL18RAP", "IL18BP"}
    assert "IL15RA_IL2RB_IL2RG" in set(ilkit.load("receptors", gene="IL2RG")["receptor_id"])


def test_curated_receptor_files_agree_with_each_other():
    receptors, subunits, binding = curated("receptors"), curated("receptor_subunits"), curated("binding")
    assert set(receptors["receptor_id"]) == set(subunits["receptor_id"]) == set(binding["receptor_id"])
    genes = curated("genes").set_index("hgnc_id")["symbol"]
    assert subunits["symbol"].tolist() == subunits["hgnc_id"].map(genes).tolist()
    order = subunits.groupby("receptor_id", sort=False)["symbol"].agg("_".join)
    assert order.index.tolist() == order.tolist()
    looked_up = binding["evidence"] != "textbook"
    assert (looked_up == (binding["reference"] != "")).all()
