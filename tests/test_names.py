"""Names: spelling does not matter, better kinds of names win, nothing is guessed."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ilkit
from ilkit.errors import AmbiguousNameError, FilterError, UnknownNameError
from ilkit.names import MATCH, Resolver, alias_rows, as_name, index_names, ortholog_rows, resolve
from ilkit.spelling import normalise, parts_of


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("IL-17A", "il 17a"),
        ("IL‑17A", "IL17A"),
        ("ＩＬ６", "IL6"),
        ("IL-1β", "IL-1 beta"),
        ("ENSG00000136244.12", "ENSG00000136244"),
        ("UniProt:P05231", "p05231"),
        ("ensembl:ENSG00000136244.12", "ENSG00000136244"),
        ("UniProtKB:P05231-2", "P05231"),
        ("A0A087WXL8.1", "A0A087WXL8"),
        ("GeneID:3569", "3569"),
        ("NCBI Gene: 3569", "3569"),
        ("3569.0", "3569"),
        ("IL-1ß", "IL-1β"),
        ("IL−6", "IL-6"),
    ],
)
def test_spelling_does_not_matter(written, same):
    assert normalise(written) == normalise(same)


@given(st.text())
def test_normalising_twice_changes_nothing_more(name):
    assert normalise(normalise(name)) == normalise(name)


@given(st.text(alphabet="ilIL-_ 0123456789abα", min_size=1), st.sampled_from([" ", "-", "_", "–"]))
def test_separators_at_the_end_do_not_matter(name, separator):
    assert normalise(name + separator) == normalise(name)


def test_an_approved_symbol_beats_a_previous_one_and_that_an_alias():
    index = index_names("gene", [("X", "G1", "alias"), ("x", "G2", "previous"), ("Y", "G1", "alias"), ("y", "G3", "approved")])
    assert index.one("X") == "G2"
    assert index.one("Y") == "G3"


def test_two_entities_of_the_same_kind_are_ambiguous():
    index = index_names("gene", [("X", "G1", "alias"), ("X", "G2", "alias")])
    with pytest.raises(AmbiguousNameError, match="'X' stands for 2: G1, G2"):
        index.one("X")


def test_an_unknown_name_comes_with_the_closest_ones():
    index = index_names("gene", [("CXCL8", "G1", "approved")])
    with pytest.raises(UnknownNameError, match=r"no gene named 'CXCL9'\. Did you mean 'CXCL8'"):
        index.one("CXCL9")


@pytest.mark.parametrize(
    ("query", "il_id", "symbol"),
    [
        ("IL8", "IL-8", "CXCL8"),
        ("interleukin 8", "IL-8", "CXCL8"),
        ("interleukin 17", "IL-17A", "IL17A"),
        ("Interleukin-1 receptor antagonist", "IL-1RA", "IL1RN"),
        ("P05231", "IL-6", "IL6"),
        ("ENSG00000136244.5", "IL-6", "IL6"),
        ("NCBIGene:3569", "IL-6", "IL6"),
        ("HGNC:6018", "IL-6", "IL6"),
        ("IL-17", "IL-17A", "IL17A"),
        ("IL-17A/F", "IL-17AF", None),
        ("IL28B", "IL-28B", "IFNL3"),
        ("IL-23", "IL-23", None),
        ("IL-1ra", "IL-1RA", "IL1RN"),
        ("IL-1 alpha", "IL-1A", "IL1A"),
        ("IL-12p70", "IL-12", None),
        ("IL-38", "IL-38", "IL1F10"),
        ("IL-41", "IL-41", "METRNL"),
    ],
)
def test_designations_and_identifiers_lead_to_the_molecule(query, il_id, symbol):
    row = ilkit.resolve(query)
    assert row["status"].tolist() == ["matched"]
    assert row["il_id"].item() == il_id
    assert (row["symbol"].item() if row["symbol"].notna().item() else None) == symbol


def test_a_chain_of_several_molecules_is_a_gene_and_no_molecule():
    row = ilkit.resolve("IL12B").iloc[0]
    assert row["entity_type"] == "gene"
    assert row["symbol"] == "IL12B"
    assert row[["il_id"]].isna().all()


def test_a_collective_name_is_ambiguous_with_all_candidates():
    rows = ilkit.resolve("IL-36")
    assert rows["il_id"].tolist() == ["IL-36A", "IL-36B", "IL-36G"]
    assert set(rows["status"]) == {"ambiguous"}


@pytest.mark.parametrize("symbol", ["HGF", "CLC", "TIFA", "TP53", "nonsense", "-"])
def test_a_name_of_another_human_gene_or_of_none_is_not_matched(symbol):
    assert ilkit.resolve(symbol)["status"].tolist() == ["unmatched"]


def test_rows_come_in_the_order_of_the_queries():
    rows = ilkit.resolve(["P05231", "no such name", "IL-28", "IL8"])
    assert rows["position"].tolist() == [0, 1, 2, 2, 3]
    assert rows["status"].tolist() == ["matched", "unmatched", "ambiguous", "ambiguous", "matched"]


@pytest.mark.parametrize("number", ["3.569", "3,569", "35-69", "3 569", 3.569, 35.69, float("inf"), "-", "."])
def test_a_number_that_is_not_whole_is_no_gene_id(number):
    assert ilkit.resolve([number])["status"].tolist() == ["unmatched"]


@pytest.mark.parametrize(
    ("label", "il_id", "symbol"),
    [
        ("IL-12(p70)", "IL-12", None),
        ("IL-12 (p40)", None, "IL12B"),
        ("IL-12/IL-23p40", None, "IL12B"),
        ("IL-12/23 p40", None, "IL12B"),
        ("IL-18 BPa", None, "IL18BP"),
        ("IL-22 R alpha1", None, "IL22RA1"),
        ("IL-10 R beta", None, "IL10RB"),
        ("IL-10 Ra:ECD", None, "IL10RA"),
        ("IL-2 R alpha", None, "IL2RA"),
        ("IL-2 sRa", None, "IL2RA"),
        ("sIL-6R", None, "IL6R"),
        ("ST2", None, "IL1RL1"),
        ("IL-1RI", None, "IL1R1"),
        ("IL-36 beta/IL-1F8", "IL-36B", "IL36B"),
        ("IL-8/CXCL8", "IL-8", "CXCL8"),
        ("IL-28A/IFN-lambda 2", "IL-28A", "IFNL2"),
        ("IFN-λ4", None, "IFNL4"),
        ("IL-17A/IL-17F", "IL-17AF", None),
        ("IL12A_IL12B", "IL-12", None),
        ("P29459_P29460", "IL-12", None),
        ("EBI3_IL27", "IL-27", None),
        ("IL12A | EBI3", "IL-35", None),
        ("Interleukin-12 subunit beta (IL-12B)", None, "IL12B"),
        ("Interleukin-1 alpha (IL-1 alpha)", "IL-1A", "IL1A"),
        ("Interleukin-20 receptor subunit alpha (IL-2oRA)", None, "IL20RA"),
        ("P05231-2", "IL-6", "IL6"),
        ("sp|P05231|IL6_HUMAN", "IL-6", "IL6"),
    ],
)
def test_labels_of_assays_lead_to_what_they_measure(label, il_id, symbol):
    row = ilkit.resolve(label)
    assert row["status"].tolist() == ["matched"]
    assert row.astype("object").where(row.notna(), None)[["il_id", "symbol"]].iloc[0].tolist() == [il_id, symbol]


@pytest.mark.parametrize("label", ["IL-4/IL-13", "IL6|IL6R", "IL-6 (serum)", "IL6/TP53", "IL-6_1", "IL12A/IL12B/p40", "//", "()"])
def test_a_label_of_two_things_is_not_matched(label):
    assert ilkit.resolve(label)["status"].tolist() == ["unmatched"]


def test_a_label_of_two_names_says_both_and_the_weaker_kind():
    row = ilkit.resolve("IL-8 (NAP-1)").iloc[0]
    assert row[["matched_by", "alias"]].tolist() == ["alias", "IL-8 / NAP-1"]
    assert ilkit.resolve("IL-1 (IL-1B)")["il_id"].tolist() == ["IL-1B"]


def test_filters_take_the_labels_that_resolve_knows():
    assert ilkit.load("interleukins", interleukin=["IL12A_IL12B", "IL-36 beta/IL-1F8"])["il_id"].tolist() == ["IL-12", "IL-36B"]
    assert ilkit.load("genes", gene="Interleukin-12 subunit beta (IL-12B)")["symbol"].tolist() == ["IL12B"]
    with pytest.raises(UnknownNameError, match="IL-4/IL-13"):
        ilkit.load("interleukins", interleukin="IL-4/IL-13")


@given(st.text())
def test_the_parts_of_a_label_are_in_it(label):
    assert all(part in label for part in parts_of(label))


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("IL-1", ["IL-1A", "IL-1B"]),
        ("IL-28", ["IL-28A", "IL-28B"]),
        ("IL-28A/B", ["IL-28A", "IL-28B"]),
        ("LAF", ["IL-1A", "IL-1B"]),
        ("p40", ["IL12B", "IL9"]),
        ("IL-13R", ["IL13RA1", "IL13RA2"]),
        ("STAT5", ["STAT5A", "STAT5B"]),
        ("IL-1R8", ["IL1RAPL1", "SIGIRR"]),
        ("FIL1", ["IL36A", "IL36B", "IL36RN", "IL37"]),
    ],
)
def test_a_name_of_several_is_ambiguous_with_all_of_them(name, candidates):
    rows = ilkit.resolve(name)
    assert set(rows["status"]) == {"ambiguous"}
    found = rows["il_id"] if set(rows["entity_type"]) == {"interleukin"} else rows["symbol"]
    assert sorted(found) == candidates


@pytest.mark.parametrize(
    ("name", "il_id"),
    [
        ("IL1RA", "IL-1RA"),
        ("IL-20", "IL-20"),
        ("IL-21", "IL-21"),
        ("IL-27", "IL-27"),
        ("IL-23", "IL-23"),
        ("CLMF", "IL-12"),
        ("IL12", "IL-12"),
    ],
)
def test_the_name_of_a_molecule_beats_former_symbols_and_aliases_of_genes(name, il_id):
    rows = ilkit.resolve(name)
    assert rows["status"].tolist() == ["matched"]
    assert rows["il_id"].tolist() == [il_id]


def test_every_molecule_resolves_to_itself_by_each_of_its_names():
    molecules = ilkit.load("interleukins")
    for column in ("il_id", "name", "full_name"):
        rows = ilkit.resolve(molecules[column])
        assert rows["il_id"].tolist() == molecules["il_id"].tolist()


def test_every_gene_resolves_to_itself_by_each_of_its_ids():
    genes = ilkit.load("genes")
    assert ilkit.resolve(genes["hgnc_id"])["hgnc_id"].tolist() == genes["hgnc_id"].tolist()
    for column in ("ncbi_gene_id", "ensembl_gene_id", "uniprot_id"):
        known = genes.dropna(subset=[column])
        assert ilkit.resolve(known[column])["hgnc_id"].tolist() == known["hgnc_id"].tolist()
    numbers = genes["ncbi_gene_id"].astype("float64").where(genes["symbol"] != "IL6")
    assert ilkit.resolve(numbers)["hgnc_id"].isna().sum() == 1


def test_every_assay_of_the_panels_leads_to_its_gene_or_molecule():
    panels = ilkit.load("panels")
    one = panels[(panels["n_chains"] == 1) & panels["symbol"].isin(ilkit.load("genes")["symbol"])]
    rows = ilkit.resolve(one["symbol"])
    assert rows["hgnc_id"].tolist() == one["hgnc_id"].tolist()


LISTS = [
    ("olink_target_96.il.tsv", "Protein", "symbols_added"),
    ("olink_target_96_qpcr.il.tsv", "Target", "gene"),
    ("olink_explore_3072.il.tsv", "Protein.name", "Gene.name"),
    ("olink_explore_ht.il.tsv", "Protein.name", "Gene.name"),
    ("somascan_11k.il.tsv", "Full.Name", "Entrez.Gene.Name"),
    ("somascan_11k.il.tsv", "Target.Name", "Entrez.Gene.Name"),
    ("somascan_v4.1_7k.il.tsv", "Human.Target.or.Analyte", "GeneID"),
]
UNRESOLVED = {"IL-6/IL-6 sRa Complex", "IL-6/ IL-6 sRa Complex", "IL4I1", "OXLA", "L-amino-acid oxidase"}


@pytest.mark.parametrize(("file", "label", "gene"), LISTS)
def test_the_labels_that_vendors_print_mean_the_genes_that_they_state(sources, file, label, gene):
    listed = pd.read_csv(sources / "proteomics_panels" / file, sep="\t", dtype="object")[[label, gene]].dropna()
    labels, genes = ilkit.resolve(listed[label]), ilkit.resolve(listed[gene])
    assert set(labels.loc[labels["status"] == "unmatched", "query"]) <= UNRESOLVED
    entities = [rows["il_id"].astype("object").fillna(rows["hgnc_id"]).tolist() for rows in (labels, genes)]
    assert [pair for pair in zip(listed[label], *entities, strict=True) if pair[1] != pair[2] and pair[1] == pair[1]] == []


def test_the_labels_of_scallop_mean_the_genes_that_it_states(sources):
    listed = pd.read_csv(sources / "scallop_inf_2024" / "olink.inf.panel.annot.tsv", sep="\t", dtype="object")
    listed = listed[ilkit.resolve(listed["hgnc_symbol"]).drop_duplicates("position")["status"].eq("matched").to_numpy()]
    stated = ilkit.resolve(listed["hgnc_symbol"])["hgnc_id"].tolist()
    assert len(listed) >= 25
    for column in ("target", "target.short", "uniprot"):
        assert ilkit.resolve(listed[column])["hgnc_id"].tolist() == stated


@pytest.mark.parametrize(
    "many",
    [
        ["IL6", "IL8"],
        ("IL6", "IL8"),
        {"IL6": 1, "IL8": 2}.keys(),
        pd.Series(["IL6", "IL8"], index=[7, 7]),
        pd.Series(["IL6", "IL8"], dtype="category"),
        pd.Index(["IL6", "IL8"]),
        np.array(["IL6", "IL8"]),
        [3569, 3576],
        pd.array([3569, 3576], dtype="Int64"),
        np.array([3569.0, 3576.0]),
    ],
    ids=lambda many: type(many).__name__,
)
def test_names_come_in_any_kind_of_list(many):
    assert ilkit.resolve(many)["il_id"].tolist() == ["IL-6", "IL-8"]


def test_names_come_from_a_generator():
    assert ilkit.resolve(name for name in ("IL6", "IL8"))["il_id"].tolist() == ["IL-6", "IL-8"]


@pytest.mark.parametrize("one", ["IL6", 3569, 3569.0, np.int64(3569)])
def test_a_single_name_is_a_list_of_one(one):
    assert ilkit.resolve(one)["il_id"].tolist() == ["IL-6"]


@pytest.mark.parametrize("null", [None, float("nan"), pd.NA])
def test_a_null_is_unmatched(null):
    for rows in (ilkit.resolve(null), ilkit.resolve([null]), ilkit.resolve(pd.Series([null], dtype="object"))):
        assert rows["status"].tolist() == ["unmatched"]
        assert rows["query"].isna().all()


def test_nothing_gives_nothing():
    assert ilkit.resolve([]).shape == (0, 9)


@pytest.mark.parametrize("given", [[["IL6"]], [{"IL6": 1}]])
def test_a_list_within_the_list_is_refused(given):
    with pytest.raises(FilterError, match="a list within the list"):
        ilkit.resolve(given)


@pytest.mark.parametrize("given", [b"IL6", {"IL6": 1}, pd.DataFrame({"a": ["IL6"]}), object(), np.array([["IL6"]])])
def test_something_else_than_names_is_refused(given):
    with pytest.raises(FilterError, match="expected a name or a flat list of names"):
        ilkit.resolve(given)


KNOWN = sorted(set(ilkit.load("aliases").query("entity_type in ['gene', 'interleukin']")["alias"]))
ANY_NAME = st.none() | st.text(max_size=30) | st.sampled_from(KNOWN) | st.integers() | st.floats()


@given(st.lists(ANY_NAME, max_size=12), st.sampled_from(["human", "mouse", "rat"]))
def test_any_text_has_an_answer_in_its_place(names, species):
    rows = ilkit.resolve(names, species=species)
    first = rows.drop_duplicates("position")
    assert first["position"].tolist() == list(range(len(names)))
    assert rows["position"].is_monotonic_increasing
    texts = [name for name in names if isinstance(name, str)]
    assert [query for name, query in zip(names, first["query"], strict=True) if isinstance(name, str)] == texts
    several = rows["position"].duplicated(keep=False)
    assert (rows.loc[several, "status"] == "ambiguous").all()
    assert (rows.loc[~several, "status"] != "ambiguous").all()
    assert (rows["entity_type"].isna() == (rows["status"] == "unmatched")).all()


def entities(rows):
    """Return the molecules of matches, or their genes where there is none."""
    return set(rows["il_id"].astype("object").fillna(rows["hgnc_id"]).dropna())


SPELLED = {normalise(name) for name in KNOWN}


@given(st.sampled_from(KNOWN), st.sampled_from(KNOWN), st.sampled_from(["{}/{}", "{} | {}", "{};{}", "{}_{}", "{} ({})"]))
def test_two_names_together_mean_what_both_mean_or_the_molecule_of_both_chains(one, other, pattern):
    label = pattern.format(one, other)
    if normalise(label) in SPELLED or [part.strip() for part in parts_of(label)] != [one, other]:
        return
    together, apart = ilkit.resolve(label), [ilkit.resolve(one), ilkit.resolve(other)]
    common = entities(apart[0]) & entities(apart[1])
    if common:
        assert entities(together) == common
    elif set(together["status"]) == {"matched"}:
        chains = ilkit.load("chains", interleukin=together["il_id"].item())["hgnc_id"]
        assert set(chains) == {*apart[0]["hgnc_id"], *apart[1]["hgnc_id"]}


@given(st.sampled_from(KNOWN), st.sampled_from([str.upper, str.lower, "  {}\t".format, lambda name: name.replace("-", "–")]))
def test_case_dashes_and_blanks_around_do_not_matter(name, respelled):
    assert ilkit.resolve(respelled(name)).drop(columns="query").equals(ilkit.resolve(name).drop(columns="query"))


def test_a_resolved_symbol_resolves_to_itself():
    rows = ilkit.resolve(KNOWN).dropna(subset=["symbol"])
    again = ilkit.resolve(rows["symbol"].unique())
    assert again["symbol"].tolist() == rows["symbol"].unique().tolist()


@pytest.mark.parametrize(
    ("query", "il_id", "symbol"),
    [
        ("Il6", "IL-6", "IL6"),
        ("IL-6", "IL-6", "IL6"),
        ("MGI:96559", "IL-6", "IL6"),
        ("ENSMUSG00000025746.12", "IL-6", "IL6"),
        (16193, "IL-6", "IL6"),
        (16193.0, "IL-6", "IL6"),
        ("Il6ra", None, "IL6R"),
        ("Il12b", None, "IL12B"),
        ("IL-12p40", None, "IL12B"),
        ("IL-12", "IL-12", None),
        ("Il11ra1", None, "IL11RA"),
        ("Il11ra2", None, "IL11RA"),
        ("Csf2rb2", None, "CSF2RB"),
    ],
)
def test_names_of_the_mouse_lead_to_the_human_gene(query, il_id, symbol):
    row = ilkit.resolve(query, species="mouse")
    assert row["status"].tolist() == ["matched"]
    assert row.astype("object").where(row.notna(), None)[["il_id", "symbol"]].iloc[0].tolist() == [il_id, symbol]


def test_a_mouse_gene_of_several_human_ones_is_ambiguous():
    rows = ilkit.resolve("Ifnl2", species="mouse")
    assert set(rows["status"]) == {"ambiguous"}
    assert rows["symbol"].tolist() == ["IFNL1", "IFNL2", "IFNL3"]


@pytest.mark.parametrize(
    "name", ["Cxcl8", "IL-8", "Il26", "IL-32", "Il37", "Ifnl4", "Tp53", "HGNC:6018", "ENSG00000136244", "3569", "CD25"]
)
def test_what_the_mouse_does_not_have_is_unmatched_there(name):
    assert ilkit.resolve(name, species="mouse")["status"].tolist() == ["unmatched"]


def test_every_ortholog_leads_to_its_human_genes():
    for species, orthologs in ilkit.load("orthologs").groupby("species", observed=True):
        for column in ("ortholog_symbol", "ortholog_id", "ensembl_gene_id", "ncbi_gene_id"):
            known = orthologs.dropna(subset=[column])
            rows = ilkit.resolve(known[column], species=species)
            found = rows.groupby("position")["hgnc_id"].agg(set)
            lost = [own for own, genes in zip(known["hgnc_id"], found, strict=True) if own not in genes]
            assert lost == []


def test_rat_names_are_not_those_of_the_mouse():
    assert ilkit.resolve("RGD:2901", species="rat")["il_id"].tolist() == ["IL-6"]
    assert ilkit.resolve("RGD:2901", species="mouse")["status"].tolist() == ["unmatched"]


@pytest.mark.parametrize("species", ["cow", "Mouse", None, 7])
def test_an_unknown_species_is_refused_with_the_allowed_ones(species):
    with pytest.raises(FilterError, match="Allowed: human, mouse, rat"):
        ilkit.resolve("Il6", species=species)


def test_a_version_without_orthologs_says_so():
    with pytest.raises(FilterError, match=r"Version 2026\.11\.0 has no table 'orthologs'"):
        ilkit.resolve("Il6", species="mouse", version="2026.11.0")


def test_names_that_belong_to_genes_outside_are_blocked_without_the_raw_file():
    aliases = ilkit.load("aliases")
    names = aliases[aliases["blocked_by"].notna()]
    assert {"HGF", "CLC", "TIFa", "MGF", "TGIF"} <= set(names["alias"])
    assert set(ilkit.resolve(names["alias"].unique())["status"]) == {"unmatched"}
    assert not names["blocked_by"].isin(ilkit.load("genes")["hgnc_id"]).any()
    assert set(names["kind"]) <= {"alias", "name", "identifier"}


def test_a_null_keeps_its_place_and_is_not_matched():
    rows = ilkit.resolve(["IL6", None, float("nan"), "IL6"])
    assert rows["position"].tolist() == [0, 1, 2, 3]
    assert rows["status"].tolist() == ["matched", "unmatched", "unmatched", "matched"]
    assert rows["query"].isna().tolist() == [False, True, True, False]


def test_no_approved_symbol_of_the_whole_hgnc_file_resolves_to_another_gene(sources):
    from ilkit.build.readers import hgnc
    from ilkit.build.readers.source import open_source

    genes = hgnc.read(open_source(sources / "hgnc"))["genes"]
    rows = ilkit.resolve(genes["symbol"].tolist())
    own = dict(zip(genes["symbol"], genes["hgnc_id"], strict=True))
    matched = rows.dropna(subset=["hgnc_id"])
    wrong = matched[matched["hgnc_id"] != matched["query"].map(own)]
    assert wrong[["query", "symbol"]].to_numpy().tolist() == []
    assert set(matched["query"]) == set(ilkit.load("genes")["symbol"])


def test_no_former_symbol_of_another_gene_resolves_but_where_it_is_a_better_name_here(sources):
    from ilkit.build.readers import hgnc
    from ilkit.build.readers.source import open_source

    genes = hgnc.read(open_source(sources / "hgnc"))["genes"]
    others = genes[~genes["hgnc_id"].isin(ilkit.load("genes")["hgnc_id"])]
    rows = ilkit.resolve(others["prev_symbol"].explode().dropna().unique())
    assert len(rows) > 15_000
    matched = rows[rows["status"] != "unmatched"]
    assert set(matched["matched_by"]) <= {"approved", "designation", "previous"}
    assert matched["query"].tolist() == ["IL27"]


def test_no_designation_is_the_symbol_of_another_gene(sources):
    from ilkit.build.readers import hgnc
    from ilkit.build.readers.source import open_source

    genes = hgnc.read(open_source(sources / "hgnc"))["genes"]
    scope = ilkit.load("genes")["hgnc_id"]
    others = set(genes.loc[~genes["hgnc_id"].isin(scope), "symbol"].map(normalise))
    aliases = ilkit.load("aliases").query("kind in ['approved', 'designation'] and entity_type in ['gene', 'interleukin']")
    assert aliases.loc[aliases["alias"].map(normalise).isin(others), "alias"].tolist() == []


@pytest.fixture
def resolver():
    """Return a resolver of four molecules: one of one gene, two that share a chain, and a retired one."""
    interleukins = [("IL-1", "IL-1", "designation"), ("IL-2", "IL-2", "designation"), ("IL-3", "IL-3", "designation")]
    interleukins += [("IL-9", "IL-9", "designation"), ("both", "IL-1", "alias"), ("both", "IL-3", "alias")]
    genes = [(f"S{number}", f"G{number}", "approved") for number in range(1, 7)]
    genes += [("p40", "G6", "alias"), ("p40", "G3", "alias"), ("p40", "G1", "alias"), ("old one", "G1", "previous")]
    pairs = [("IL-1", "G1"), ("IL-2", "G2"), ("IL-2", "G3"), ("IL-3", "G3"), ("IL-3", "G4"), ("IL-9", "G5")]
    return Resolver(
        index_names("interleukin", interleukins),
        index_names("gene", genes),
        pd.DataFrame(pairs, columns=["il_id", "hgnc_id"]),
        {"IL-1": "established", "IL-2": "established", "IL-3": "established", "IL-9": "retired"},
        {f"G{number}": f"S{number}" for number in range(1, 7)},
    )


@pytest.mark.parametrize(("name", "il_id"), [("il1", "IL-1"), ("S1", "IL-1"), ("old one", "IL-1"), ("s4", "IL-3"), ("S5", "IL-9")])
def test_a_molecule_is_found_by_its_name_or_that_of_its_gene(resolver, name, il_id):
    assert resolver.interleukin(name) == il_id


@pytest.mark.parametrize(
    ("name", "error", "message"),
    [
        (
            "both",
            AmbiguousNameError,
            "The interleukin name 'both' stands for 2: IL-1, IL-3. Give one of these ids, or several as a list.",
        ),
        (
            "p40",
            AmbiguousNameError,
            "'p40' is a name of several genes: S1 (IL-1), S3 (IL-2/IL-3), S6 (no interleukin). Give the interleukin that is meant.",
        ),
        (
            "S3",
            AmbiguousNameError,
            "'S3' is the gene S3, a chain of IL-2, IL-3. Give one of these, or filter by gene='S3'.",
        ),
        (
            "S6",
            UnknownNameError,
            "This dataset knows no interleukin named 'S6'. "
            "Allowed are the ids and names in load('aliases') and in the table of interleukins.",
        ),
        (
            "IL-22",
            UnknownNameError,
            "This dataset knows no interleukin named 'IL-22'. Did you mean 'IL-2' or 'IL-9' or 'IL-3'? "
            "Allowed are the ids and names in load('aliases') and in the table of interleukins.",
        ),
        (
            "?" * 200,
            UnknownNameError,
            f"This dataset knows no interleukin named {'?' * 80!r}. "
            "Allowed are the ids and names in load('aliases') and in the table of interleukins.",
        ),
    ],
)
def test_a_name_of_no_molecule_or_of_several_is_refused_with_what_to_give_instead(resolver, name, error, message):
    with pytest.raises(error) as failed:
        resolver.interleukin(name)
    assert str(failed.value) == message


ROWS = {
    "il1": ["interleukin", "IL-1", "G1", "S1", "designation", "IL-1"],
    "IL-2": ["interleukin", "IL-2", None, None, "designation", "IL-2"],
    "old one": ["gene", "IL-1", "G1", "S1", "previous", "old one"],
    "S3": ["gene", None, "G3", "S3", "approved", "S3"],
    "S6": ["gene", None, "G6", "S6", "approved", "S6"],
    "nothing": [None] * 6,
    "S4/S3": ["interleukin", "IL-3", None, None, "approved", "S4 / S3"],
    "old one (IL-1)": ["interleukin", "IL-1", "G1", "S1", "previous", "old one / IL-1"],
    "S1/S2": [None] * 6,
    "S1/nothing": [None] * 6,
}


@pytest.mark.parametrize("query", ROWS)
def test_a_match_says_what_was_found_and_by_which_name(resolver, query):
    assert [list(row.values()) for row in resolver.rows(query)] == [ROWS[query]]
    assert list(resolver.rows(query)[0]) == MATCH


def test_a_name_of_several_molecules_or_genes_gives_a_row_for_each_in_the_order_of_their_ids(resolver):
    assert [list(row.values()) for row in resolver.rows("both")] == [
        ["interleukin", "IL-1", "G1", "S1", "alias", "both"],
        ["interleukin", "IL-3", None, None, "alias", "both"],
    ]
    assert [(row["entity_type"], row["il_id"], row["hgnc_id"]) for row in resolver.rows("p40")] == [
        ("gene", "IL-1", "G1"),
        ("gene", None, "G3"),
        ("gene", None, "G6"),
    ]
    assert resolver.rows("p40/p40") == [row | {"alias": "p40"} for row in resolver.rows("p40")]


def test_a_label_of_two_names_becomes_the_id_of_what_both_stand_for_and_any_other_stays_as_it_is(resolver):
    assert resolver.untangled("S1 (old one)", "hgnc_id") == "G1"
    assert resolver.untangled("S2/S3", "il_id") == "IL-2"
    assert resolver.untangled("S2/S3", "hgnc_id") == "S2/S3"
    for label in ("S1", "nothing", "S1/S2", "p40/p40"):
        assert resolver.untangled(label, "hgnc_id") == label


def test_the_answer_holds_each_query_as_often_as_it_is_asked_and_has_matches(resolver):
    found = resolve(resolver, pd.Series(["S1", None, "both", "S1", "x"], dtype="object"))
    assert found.columns.tolist() == ["position", "query", "status", *MATCH]
    assert found["position"].tolist() == [0, 1, 2, 2, 3, 4]
    assert found["query"].astype("object").where(found["query"].notna(), None).tolist() == ["S1", None, "both", "both", "S1", "x"]
    assert found["status"].tolist() == ["matched", "unmatched", "ambiguous", "ambiguous", "matched", "unmatched"]
    assert found["il_id"].dropna().tolist() == ["IL-1", "IL-1", "IL-3", "IL-1"]
    assert found.index.tolist() == [0, 1, 2, 3, 4, 5]
    single = resolve(resolver, pd.Series(["S1", None, "S1", "x"], dtype="object"))
    assert single["position"].tolist() == [0, 1, 2, 3]
    assert single["hgnc_id"].isna().tolist() == [False, True, False, True]


def test_a_refused_query_is_told_what_was_given_and_what_is_expected(resolver):
    with pytest.raises(FilterError) as nested:
        resolve(resolver, pd.Series([["IL-6"]], dtype="object"))
    assert str(nested.value) == (
        f"resolve() was given a list within the list ({nested.value.__cause__}): expected names as text, such as 'IL-6'."
    )
    with pytest.raises(FilterError) as mapping:
        ilkit.resolve({"IL6": 1})
    assert str(mapping.value) == "resolve() was given dict: expected a name or a flat list of names, such as ['IL-6']."


@pytest.mark.parametrize(("value", "text"), [(3569.0, "3569"), (35.5, "35.5"), (3569, "3569"), ("3.0", "3.0"), (True, "True")])
def test_a_query_becomes_text_and_a_whole_float_a_whole_number(value, text):
    assert as_name(value) == text


def test_of_two_spellings_of_one_entity_the_better_kind_counts_and_of_equal_kinds_the_first():
    rows = [("il x", "G1", "alias"), ("IL-X", "G1", "approved"), ("ILX", "G1", "approved"), ("-", "G2", "alias")]
    index = index_names("gene", rows)
    assert index.entity_type == "gene"
    assert index.names == {"ilx": {"G1": ("approved", "IL-X")}}
    assert index.spellings == ["IL-X"]
    assert index.candidates("unknown") == {}


def test_names_of_another_kind_of_entity_and_blocked_ones_are_left_out():
    aliases = pd.DataFrame(
        {
            "entity_type": ["gene", "gene", "receptor"],
            "alias": ["a", "b", "c"],
            "entity_id": ["G1", "G2", "R1"],
            "kind": pd.Categorical(["alias", "alias", "name"]),
            "blocked_by": [None, "HGNC:1", None],
        }
    )
    assert list(alias_rows(aliases, "gene")) == [("a", "G1", "alias")]
    assert list(alias_rows(aliases, "receptor")) == [("c", "R1", "name")]


def test_an_ortholog_is_known_by_its_symbol_and_its_three_ids():
    orthologs = pd.DataFrame(
        {
            "hgnc_id": ["G1", "G2"],
            "ortholog_symbol": ["Il6", None],
            "ortholog_id": ["MGI:1", "MGI:2"],
            "ensembl_gene_id": [None, "ENSMUSG2"],
            "ncbi_gene_id": pd.array([16193, None], dtype="Int64"),
        }
    )
    assert list(ortholog_rows(orthologs)) == [
        ("Il6", "G1", "approved"),
        ("MGI:1", "G1", "identifier"),
        ("MGI:2", "G2", "identifier"),
        ("ENSMUSG2", "G2", "identifier"),
        ("NCBIGene:16193", "G1", "identifier"),
    ]


def test_half_of_a_sign_is_refused_and_shown():
    with pytest.raises(FilterError, match=r"'\\ud800' was given as a name, half of a sign"):
        as_name("\ud800")
