"""Rules of the tables, each on a few invented rows."""

import pandas as pd
import pytest

from ilkit.build.ledger import Ledger
from ilkit.build.tables import diseases, functions, variants
from ilkit.build.tables.chains import attribution
from ilkit.build.tables.disease_associations import from_variants, release_date, with_scores
from ilkit.build.tables.disease_mapping import current_mondo
from ilkit.build.tables.disease_scope import Scope
from ilkit.build.tables.genes import average_mass, coordinates, reviewed
from ilkit.build.tables.hierarchy import ancestors
from ilkit.build.tables.interleukins import complex_ids
from ilkit.build.tables.mendelian_rows import evidence, from_monarch
from ilkit.build.tables.publications import estimated_year
from ilkit.build.tables.sources import doubtful, short_version
from ilkit.errors import CheckError

NO_CORRECTIONS = pd.DataFrame(columns=["source_id", "column", "value", "reason"])


def test_only_another_established_molecule_makes_a_chain_shared():
    chains = pd.DataFrame([("A", "G1"), ("A", "G2"), ("B", "G1"), ("C", "G2")], columns=["il_id", "hgnc_id"])
    status = pd.Series({"A": "established", "B": "established", "C": "provisional"})
    assert attribution(chains, status) == ["shared", "unique", "shared", "shared"]


def test_complexes_are_known_by_their_recommended_name():
    names = pd.DataFrame(
        [
            ("Interleukin-17A-F complex", "complexportal:CPX-1", "rdfs:label"),
            ("Interleukin-5 receptor complex", "complexportal:CPX-2", "rdfs:label"),
            ("Interleukin-5 complex", "complexportal:CPX-3", "oboInOwl:hasRelatedSynonym"),
        ],
        columns=["text", "curie", "predicate"],
    )
    assert complex_ids(names) == {"IL-17AF": "CPX-1"}


def test_alternative_haplotypes_place_no_gene():
    rows = pd.DataFrame(
        [("ENSG1", "CHR_HG1", 5, 9, 1), ("ENSG1", "19", 50, 90, -1)], columns=["ensgene", "chr", "start", "end", "strand"]
    )
    assert coordinates(rows).loc["ENSG1"].tolist() == ["19", 50, 90, -1]


def test_the_accession_is_the_only_reviewed_one():
    entries = pd.Index(["P1", "P2"])
    assert reviewed(("A0", "P1"), entries) == "P1"
    assert reviewed(("P1", "P2"), entries) is None
    assert reviewed((), entries) is None


def test_masses_are_those_that_uniprot_computes(sources):
    """UniProt's flat files state the mass of the canonical sequence, rounded to 1 Da."""
    from ilkit.build.readers import uniprot_fasta
    from ilkit.build.readers.source import open_source

    stated = pd.read_csv(sources / "uniprot_flatfiles_2025_2026" / "parsed_entries.tsv", sep="\t").set_index("accession")["mass"]
    sequences = uniprot_fasta.read(open_source(sources / "uniprot_secreted_fasta"))["sequences"].set_index("accession")["sequence"]
    changed_since = ["P35225"]  # IL13: residue 144 of the canonical sequence was Arg in 2024 and is Gln in 2026
    both = stated.index.intersection(sequences.index).drop(changed_since)
    assert len(both) >= 8
    for accession in both:
        assert average_mass(sequences[accession]) == pytest.approx(stated[accession], abs=1.0)


def test_a_retired_mondo_id_gives_way_to_its_last_successor():
    nodes = pd.DataFrame(
        [("M:1", False, None), ("M:2", True, "M:1"), ("M:3", True, "M:2"), ("M:4", True, None), ("M:5", True, "HP:1")],
        columns=["id", "deprecated", "replaced_by"],
    )
    assert current_mondo(nodes) == {"M:1": "M:1", "M:2": "M:1", "M:3": "M:1"}


def test_ancestors_carry_the_shortest_distance_even_where_the_hierarchy_turns():
    parents = {"a": ["b", "c"], "b": ["d"], "c": ["b"], "d": ["a"]}
    assert ancestors("a", lambda term: parents.get(term, [])) == {"b": 1, "c": 1, "d": 2}


def test_the_best_ranked_class_gives_the_category():
    closure = pd.DataFrame([("x", "skin"), ("x", "immune"), ("skin", None)], columns=["disease_id", "ancestor_id"])
    ranked = pd.DataFrame(
        [("immune", "2", "immune system"), ("skin", "1", "skin diseases")], columns=["class_id", "rank", "category"]
    )
    assert diseases.categories(closure, ranked) == {"x": "skin diseases", "skin": "skin diseases"}


def test_an_identifier_that_is_not_the_only_one_or_was_overruled_is_null():
    rows = [("m1", "DOID:1"), ("m1", "DOID:2"), ("m2", "DOID:3"), ("m3", "DOID:4")]
    mappings = pd.DataFrame(rows, columns=["subject_id", "object_id"]).assign(mapping_set="mondo_exactmatch_doid")
    assert diseases.identifiers(mappings, {"DOID:4"})["doid"].dropna().to_dict() == {"m2": "DOID:3"}


def test_a_pair_that_the_newest_file_lacks_is_withdrawn_and_unknown_where_it_cannot_be_told():
    rows = pd.DataFrame([("G1", "T1"), ("G1", "T2"), ("G1", "T3"), ("G2", "T1")], columns=["hgnc_id", "term_id"])
    newest = pd.DataFrame([("G1", "T1")], columns=["hgnc_id", "term_id"])
    assert functions.withdrawn(rows, newest, merged={"T3"}).tolist() == [False, True, pd.NA, pd.NA]


def test_not_rows_never_become_functions_and_newer_evidence_replaces_older():
    columns = ["GeneID", "GO_ID", "Category", "Qualifier", "Evidence", "PubMed"]
    rows = [
        (1, "GO:1", "Process", "NOT", "IDA", (5,)),
        (1, "GO:2", "Process", None, "IDA", (6, 7)),
        (1, "GO:2", "Process", None, "IEA", ()),
        (1, "GO:3", "Process", None, "IDA", (8,)),
    ]
    pairs = pd.DataFrame({"hgnc_id": ["G1", "G1"], "term_id": ["GO:2", "GO:3"]})
    ledger = Ledger(NO_CORRECTIONS)
    parts = {"human": pd.DataFrame(rows, columns=columns)}
    kept = functions.from_gene2go(parts, pd.Series({1: "G1"}), pairs.tail(1), pairs, set(), ledger)
    assert kept["reference"].tolist() == ["PMID:6", "PMID:7"]
    assert kept["withdrawn"].tolist() == [False, False]
    assert ledger.entries[0]["dropped"] == {
        functions.NOT_REASON: 1,
        functions.OUTDONE_REASON: 1,
        "QuickGO has the gene and term with newer evidence": 1,
    }


def test_genes_are_named_by_the_authors_by_place_or_both():
    rows = pd.DataFrame({"reported_genes": [["IL8", "XYZ"], []], "mapped_genes": [["CXCL8", "IL6"], ["ABC"]]})
    found = variants.gene_mappings(rows, {"IL8": "G8", "CXCL8": "G8", "IL6": "G6"})
    assert found == [[("G6", "mapped"), ("G8", "reported_and_mapped")], []]


def test_a_mapped_trait_counts_only_where_it_is_the_one_that_the_result_is_about():
    rows = pd.DataFrame(
        {
            "reported_trait": ["Asthma", "Graves or Hashimoto", "Response to asthma therapy", "Asthma (age of onset)", None],
            "traits": [[("E:1", "asthma")], [("E:2", "a"), ("E:3", "b")], [("E:1", "asthma")], [("E:1", "asthma")], []],
        }
    )
    assert variants.told_apart(rows).tolist() == [[("E:1", "asthma")], [], [], [], []]


RULES = pd.DataFrame(
    [
        ("classification", "Definitive", None, 1.0, "high", "mendelian"),
        ("inheritance", "*", None, 0.9, "high", "mendelian"),
        ("stars", None, 3.5, None, "high", None),
        ("stars", None, 0.0, None, "low", None),
    ],
    columns=["raw_kind", "raw_value", "minimum", "score", "confidence", "evidence"],
)


def test_scores_follow_the_curated_rules():
    rows = pd.DataFrame([("classification", "Definitive"), ("inheritance", "AR"), ("stars", "5"), ("stars", "1.067")])
    scored = with_scores(rows.set_axis(["raw_kind", "raw_value"], axis=1), RULES)
    assert scored["score"].tolist() == [1.0, 0.9, 1.0, 0.2134]
    assert scored["confidence"].tolist() == ["high", "high", "high", "low"]


def test_a_class_without_a_rule_stops_the_build():
    rows = pd.DataFrame({"raw_kind": ["classification"], "raw_value": ["Supportive"]})
    with pytest.raises(CheckError, match="'Supportive'"):
        evidence(rows, RULES)


def test_a_link_that_monarch_denies_is_left_out():
    negated = pd.array([True, False, None], dtype="boolean")
    rows = pd.DataFrame({"subject": ["G1", "G2", "G3"], "object": "MONDO:1", "predicate": "biolink:causes", "negated": negated})
    mapping = pd.DataFrame({"disease_id": ["MONDO:1"]}, index=["MONDO:1"])
    ledger = Ledger(NO_CORRECTIONS)
    scope = Scope(pd.DataFrame({"hgnc_id": ["G1", "G2", "G3"]}), mapping, ledger)
    known = pd.DataFrame(columns=["hgnc_id", "disease_id"])
    assert from_monarch(rows, known, scope)["hgnc_id"].tolist() == ["G2", "G3"]
    assert ledger.entries[0]["dropped"] == {"the source denies the link": 1}


def test_gwas_links_take_the_strongest_variant_and_count_them():
    columns = ["hgnc_id", "disease_id", "source_id", "reference", "rsid", "neg_log10_p", "gene_mapping"]
    rows = [
        ("G", "D", "s", "PMID:1", "rs1", 8.0, "mapped"),
        ("G", "D", "t", "PMID:1", "rs2", 20.0, "reported"),
        ("G", "D", "u", "PMID:1", "rs4", 90.0, "by_known_variant"),
        ("G", None, "s", "PMID:1", "rs3", 50.0, "mapped"),
        ("G", "D", "u", "PMID:2", "rs4", 9.0, "by_known_variant"),
        ("G", "D", "u", "PMID:3", "rs4", None, "by_known_variant"),
    ]
    links = from_variants(pd.DataFrame(rows, columns=columns))
    assert links[["reference", "source_id", "raw_value", "n_variants", "gene_mapping"]].to_numpy().tolist() == [
        ["PMID:1", "t", "20", 3, "by_position"],
        ["PMID:2", "u", "9", 1, "by_known_variant"],
    ]


def test_a_year_is_the_median_of_the_neighbours_and_unknown_for_the_oldest_ids():
    years = pd.Series({number: 2000 + number // 1000 % 100 for number in range(20_000_000, 20_050_000, 500)})
    assert estimated_year(20_010_250, years) == 2010
    assert estimated_year(999_999, years) is None


@pytest.mark.parametrize(
    ("version", "date"), [("2025-01-09 (README), committed by 2025-08-25", "2025-01-09"), ("2022", "2022"), ("v3.62", None)]
)
def test_the_date_of_a_source_is_the_first_in_its_version(version, date):
    assert release_date(version) == date


def test_a_doubt_of_the_notes_is_carried_over():
    facts = {"citation_note": "citation and licence_url written from memory", "version": "2024-10-18"}
    assert doubtful(facts, "citation", "citation_note")
    assert doubtful(facts, "licence_note", "citation_note", about="licen")
    assert not doubtful(facts, "version", "version_evidence")
    assert short_version("2020 (no date inside; old)") == "2020"
