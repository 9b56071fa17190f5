"""What holds of signal peptides, domains and structures as released."""

import pytest

import ilkit
from ilkit.build.readers import uniprot_fasta, uniprot_flatfile, uniprot_signal_peptides
from ilkit.build.readers.source import open_source
from ilkit.build.tables.genes import newest


@pytest.fixture(scope="module")
def genes():
    return ilkit.load("genes").set_index("symbol")


@pytest.fixture(scope="module")
def structures():
    return ilkit.load("structures")


@pytest.mark.parametrize(
    ("symbol", "end"),
    [("IL2", 20), ("IL6", 29), ("IL10", 18), ("IL4", 24), ("CXCL8", 20), ("IL15", 29), ("IL1RN", 25), ("IL12B", 22)],
)
def test_secreted_interleukins_have_a_signal_peptide(genes, symbol, end):
    assert genes.loc[symbol, ["signal_peptide_start", "signal_peptide_end"]].tolist() == [1, end]


@pytest.mark.parametrize(
    "symbol", ["IL1A", "IL1B", "IL18", "IL33", "IL16", "IL36A", "IL36B", "IL36G", "IL36RN", "IL37", "IL1F10", "JAK1"]
)
def test_cytokines_that_leave_the_cell_another_way_have_none(genes, symbol):
    assert genes.loc[symbol, ["signal_peptide_start", "signal_peptide_end"]].isna().all()


@pytest.mark.parametrize(
    ("symbol", "start", "end"), [("IL4", 25, 153), ("IL15", 49, 162), ("IL36RN", 2, 155), ("IL2RA", 22, 272), ("STAT3", 2, 770)]
)
def test_mature_chains_are_those_of_the_entries(genes, symbol, start, end):
    assert genes.loc[symbol, ["mature_start", "mature_end"]].tolist() == [start, end]


def test_the_mature_chain_is_not_guessed_from_the_signal_peptide(genes):
    assert genes["mature_start"].notna().sum() == 15
    assert genes.loc[["IL1B", "IL18", "IL2", "IL6"], "mature_start"].isna().all()


def test_signal_peptides_lie_before_the_mature_chain_and_both_within_the_protein(genes):
    both = genes.dropna(subset=["signal_peptide_end", "mature_start"])
    assert len(both) == 10
    assert (both["signal_peptide_end"] < both["mature_start"]).all()
    peptides = genes.dropna(subset=["signal_peptide_end"])
    assert (peptides["signal_peptide_start"] == 1).all()
    assert peptides["signal_peptide_end"].between(10, 60).all()
    assert len(peptides) == 98
    chains = genes.dropna(subset=["mature_start"])
    assert (chains["mature_end"] <= chains["length_aa"]).all()
    assert genes["mature_start"].isna().eq(genes["mature_end"].isna()).all()


def test_the_mass_of_il13_is_that_of_the_newest_sequence(genes):
    assert genes.loc["IL13", "mass_da"] == pytest.approx(15788, abs=1)
    assert genes.loc["JAK1", "mass_da"] == pytest.approx(133277, abs=1)
    assert genes["mass_da"].notna().sum() == 84


def test_two_versions_of_uniprot_agree_on_the_signal_peptides(sources):
    features = uniprot_flatfile.read(open_source(sources / "uniprot_flatfiles_2025_2026"))["features"]
    older = uniprot_signal_peptides.read(open_source(sources / "uniprot_signal_peptides_2021"))["peptides"]
    both = features[features["type"] == "SIGNAL"].merge(older, on="accession", suffixes=("", "_2021"))
    assert len(both) == 10
    assert (both["end"] == both["end_2021"]).all()


def test_sequences_are_as_long_as_the_table_says(genes, sources):
    entries = uniprot_flatfile.read(open_source(sources / "uniprot_flatfiles_2025_2026"))["entries"]
    older = uniprot_fasta.read(open_source(sources / "uniprot_secreted_fasta"))["sequences"]
    lengths = genes["uniprot_id"].map(newest(entries, older).str.len()).dropna()
    assert (lengths == genes.loc[lengths.index, "length_aa"]).all()


def test_domains_lie_within_the_protein(tables, genes):
    domains = tables["domains"]
    length = domains["symbol"].map(genes["length_aa"])
    assert (domains["start"] <= domains["aligned_start"]).all()
    assert (domains["aligned_start"] < domains["aligned_end"]).all()
    assert (domains["aligned_end"] <= domains["end"]).all()
    assert (domains["end"] <= length).all()
    assert (domains["profile_end"] <= domains["profile_length"]).all()


@pytest.mark.parametrize(
    ("symbol", "names"),
    [
        ("IL6", ["IL6"]),
        ("IL1B", ["IL1", "IL1_propep"]),
        ("IL16", ["PDZ"]),
        ("IL17RA", ["IL17R_fnIII_D1", "IL17R_fnIII_D2", "SEFIR"]),
        ("IL33", ["IL33_bt"]),
        ("CXCL8", ["IL8"]),
    ],
)
def test_families_are_those_that_pfam_finds(tables, symbol, names):
    domains = tables["domains"]
    assert sorted(set(domains.loc[domains["symbol"] == symbol, "domain_name"])) == names


def test_interleukins_of_a_fold_share_their_clan(tables):
    clans = tables["domains"].drop_duplicates(["symbol", "clan_id"]).groupby("clan_name")["symbol"].agg(set)
    assert {"IL2", "IL4", "IL6", "IL10", "IL13", "IFNL1"} <= clans["4H_Cytokine"]
    assert {"IL1A", "IL1B", "IL1RN", "IL18", "IL33", "IL36A", "IL37"} <= clans["Trefoil"]
    assert {"IL17A", "IL17B", "IL17C", "IL17D", "IL17F", "IL25"} <= clans["Cystine-knot"]
    assert tables["domains"]["clan_id"].isna().eq(tables["domains"]["clan_name"].isna()).all()


def test_weak_hits_are_kept_with_their_e_value(tables):
    domains = tables["domains"]
    sushi = domains[(domains["symbol"] == "IL2RA") & (domains["domain_name"] == "Sushi")]
    assert sushi["e_value"].max() == 5.8
    assert 0 < domains["e_value"].min() < 1e-100


def test_1alu_is_il6_and_1p9m_is_il6_with_both_receptor_chains(structures):
    assert structures.loc[structures["pdb_id"] == "pdb:1alu", ["symbol", "pdb_chain", "start", "end"]].to_numpy().tolist() == [
        ["IL6", "A", 28, 212]
    ]
    complexed = structures[structures["pdb_id"] == "pdb:1p9m"]
    assert set(complexed["symbol"]) == {"IL6", "IL6R", "IL6ST"}
    assert (complexed["n_genes"] == 3).all()


def test_segments_lie_within_the_protein_and_do_not_overlap(structures, genes):
    assert (structures["start"] <= structures["end"]).all()
    assert (structures["end"] <= structures["symbol"].map(genes["length_aa"])).all()
    ordered = structures.sort_values(["pdb_id", "pdb_chain", "hgnc_id", "chain_start"])
    before = ordered.groupby(["pdb_id", "pdb_chain"])["chain_end"].shift()
    assert (ordered["chain_start"] > before)[before.notna() & (ordered["n_segments"] > 1) & ~ordered["chimera"]].all()
    counted = structures.groupby(["pdb_id", "pdb_chain", "hgnc_id"])["start"].transform("size")
    assert (counted == structures["n_segments"]).all()


def test_ids_of_chains_keep_their_case(structures):
    assert structures["pdb_chain"].str.islower().sum() == 10
    assert (structures["reference"] == structures["pdb_id"]).all()


def test_a_fusion_of_two_interleukins_is_called_a_chimera(structures):
    chimera = structures[structures["pdb_id"] == "pdb:4p0k"]
    assert set(chimera["symbol"]) == {"IL36RN", "IL36G"}
    assert chimera["chimera"].all()
    assert not structures.loc[structures["pdb_id"] == "pdb:1alu", "chimera"].any()


def test_structures_cover_the_interleukins_that_had_one_in_2020(structures):
    assert len(structures) == 1167
    assert structures["pdb_id"].nunique() == 586
    assert structures["hgnc_id"].nunique() == 91
    assert set(ilkit.load("structures", interleukin=["IL-2", "IL-23"])["il_id"]) == {"IL-2", "IL-23"}


@pytest.mark.parametrize("table", ["domains", "structures"])
def test_numbering_is_of_the_protein_of_the_gene(tables, genes, table):
    assert tables[table]["uniprot_id"].eq(tables[table]["symbol"].map(genes["uniprot_id"])).all()
