"""Statements about the released data: known truths, and what must never be there."""

import pandas as pd
import pytest

import ilkit


def linked(gene: str, disease: str, evidence: str) -> bool:
    rows = ilkit.load("disease_associations", gene=gene, disease=disease)
    return evidence in set(rows["evidence"])


@pytest.mark.parametrize(
    ("gene", "disease", "evidence"),
    [
        ("IL10RA", "inflammatory bowel disease", "mendelian"),
        ("IL10RB", "inflammatory bowel disease", "mendelian"),
        ("IL36RN", "pustular psoriasis", "mendelian"),
        ("IL1RN", "sterile multifocal osteomyelitis with periostitis and pustulosis", "mendelian"),
        ("IL2RG", "severe combined immunodeficiency", "mendelian"),
        ("IL7R", "severe combined immunodeficiency", "mendelian"),
        ("IL12RB1", "inherited susceptibility to mycobacterial diseases", "mendelian"),
        ("IL17RA", "chronic mucocutaneous candidiasis", "mendelian"),
        ("CSF2RB", "pulmonary alveolar proteinosis", "mendelian"),
        ("IL11RA", "craniosynostosis and dental anomalies", "mendelian"),
        ("IL23R", "Crohn disease", "gwas"),
        ("IL23R", "psoriasis", "gwas"),
        ("IL23R", "ankylosing spondylitis", "gwas"),
        ("IL2RA", "type 1 diabetes", "gwas"),
        ("IL7R", "multiple sclerosis", "gwas"),
        ("IL33", "asthma", "gwas"),
        ("TSLP", "asthma", "gwas"),
        ("IL23R", "ulcerative colitis", "genetic_association"),
        ("IL6R", "rheumatoid arthritis", "curated_knowledge"),
    ],
)
def test_known_links_are_found(gene, disease, evidence):
    assert linked(gene, disease, evidence)


@pytest.mark.parametrize(
    ("il_id", "symbols", "family", "status"),
    [
        ("IL-12", {"IL12A", "IL12B"}, "IL-12", "established"),
        ("IL-23", {"IL23A", "IL12B"}, "IL-12", "established"),
        ("IL-27", {"IL27", "EBI3"}, "IL-12", "established"),
        ("IL-35", {"IL12A", "EBI3"}, "IL-12", "established"),
        ("IL-39", {"IL23A", "EBI3"}, "IL-12", "provisional"),
        ("IL-17AF", {"IL17A", "IL17F"}, "IL-17", "established"),
        ("IL-8", {"CXCL8"}, "chemokine", "established"),
        ("IL-14", {"TXLNA"}, "unassigned", "retired"),
        ("IL-30", {"IL27"}, "IL-12", "retired"),
        ("IL-25", {"IL25"}, "IL-17", "established"),
        ("IL-28A", {"IFNL2"}, "type III interferon", "established"),
        ("IL-28B", {"IFNL3"}, "type III interferon", "established"),
        ("IL-29", {"IFNL1"}, "type III interferon", "established"),
        ("IL-38", {"IL1F10"}, "IL-1", "established"),
        ("IL-40", {"C17orf99"}, "unassigned", "provisional"),
        ("IL-41", {"METRNL"}, "unassigned", "provisional"),
        ("IL-2", {"IL2"}, "common γ chain", "established"),
        ("IL-5", {"IL5"}, "haematopoietic βc", "established"),
        ("IL-22", {"IL22"}, "IL-20 subfamily", "established"),
        ("IL-10", {"IL10"}, "IL-10", "established"),
        ("IL-6", {"IL6"}, "IL-6/gp130", "established"),
    ],
)
def test_molecules_have_their_chains_family_and_status(il_id, symbols, family, status, tables):
    molecule = tables["interleukins"].set_index("il_id").loc[il_id]
    assert set(ilkit.load("chains", interleukin=il_id)["symbol"]) == symbols
    assert (molecule["family"], molecule["status"]) == (family, status)


def test_every_designation_from_1_to_41_is_there_in_natural_order(tables):
    ids = tables["interleukins"]["il_id"]
    assert len(ids) == 52
    numbers = ids.str.extract(r"IL-(\d+)")[0].astype(int)
    assert set(numbers) == set(range(1, 42))
    assert numbers.is_monotonic_increasing


def test_a_reference_is_given_for_every_row_that_claims_one(tables):
    molecules = tables["interleukins"]
    textbook = molecules["evidence"] == "textbook"
    assert molecules.loc[textbook, "reference"].isna().all()
    assert molecules.loc[~textbook, "reference"].notna().all()


def test_genes_have_coordinates_length_and_mass_where_known(tables):
    genes = tables["genes"].set_index("symbol")
    assert len(genes) >= 105
    assert genes.loc["IL6", ["chromosome", "start", "end", "strand", "length_aa"]].tolist() == ["7", 22725884, 22732002, 1, 212]
    assert genes.loc["IL6", "mass_da"] == pytest.approx(23718, abs=1)
    without = genes[genes["start"].isna()]
    assert set(without["role"]) == {"regulator"}
    assert genes["length_aa"].notna().all()


def test_pseudoautosomal_genes_are_placed_once(tables):
    genes = tables["genes"].set_index("symbol")
    assert genes.loc[["IL3RA", "CSF2RA", "CRLF2", "IL9R"], "chromosome"].tolist() == ["X"] * 4


def test_collisions_of_names_are_kept_and_marked(tables):
    aliases = tables["aliases"]
    genes = aliases[aliases["entity_type"] == "gene"]
    assert len(genes) >= 1500
    holders = genes[genes["alias"] == "IL-27"]
    assert set(holders["entity_name"]) == {"IL27", "IL17D"}
    assert holders["ambiguous"].all()
    assert genes.loc[genes["alias"] == "HGF", "blocked_by"].notna().all()


def test_functions_carry_evidence_references_and_marks(tables):
    functions = tables["functions"]
    assert len(functions) >= 3000
    assert functions["reference"].fillna("").str.startswith("PMID:").mean() >= 0.5
    assert "GO:0005515" not in set(functions["term_id"])
    assert not functions["qualifier"].astype("object").fillna("").str.contains("NOT").any()
    assert functions.loc[functions["evidence"] == "unknown", "source_id"].eq("goa_human_2025").all()
    assert functions["withdrawn"].sum() > 0
    newest = functions[functions["symbol"].isin(["IL4", "IL10", "STAT3"]) & functions["withdrawn"].eq(False)]
    assert set(newest["source_id"]) == {"quickgo_2025_2026"}
    gone = functions[(functions["symbol"] == "IL4") & functions["withdrawn"].fillna(False)]
    assert set(gone["source_id"]) == {"ncbi_gene2go_2020"}


@pytest.mark.parametrize(("symbol", "term"), [("IL6", "GO:0051092"), ("IL10", "GO:1903659"), ("STAT1", "GO:0043542")])
def test_a_negated_annotation_is_no_function(symbol, term, tables):
    functions = tables["functions"]
    rows = functions[(functions["symbol"] == symbol) & (functions["term_id"] == term)]
    assert rows.empty


def test_keywords_and_the_explosion_are_not_there(tables):
    links, variants = tables["disease_associations"], tables["variants"]
    assert not links["disease_name"].isin(["cancer", "neoplasm", "disease", "human disease"]).any()
    assert not any(
        "PMID:23251661" in set(tables[name]["reference"]) for name in ("disease_associations", "variants", "publications")
    )
    assert "PMID:23251661" not in set(variants["study_id"])


def test_gwas_rows_say_that_genes_are_named_by_position(tables):
    links = tables["disease_associations"]
    assert set(links.loc[links["evidence"] == "gwas", "gene_mapping"]) == {"by_position", "by_known_variant"}
    assert set(links.loc[links["evidence"] == "mendelian", "gene_mapping"]) == {"asserted"}
    assert links["score"].between(0, 1).all()
    assert links["raw_value"].notna().all()


def test_effects_are_odds_ratio_or_beta_and_p_is_finite(tables):
    variants = tables["variants"]
    assert not (variants["odds_ratio"].notna() & variants["beta"].notna()).any()
    assert variants["beta_unit"].notna().eq(variants["beta"].notna()).all()
    assert variants["neg_log10_p"].dropna().lt(1000).all()
    assert variants["neg_log10_p"].isna().sum() == 2
    crohn = variants[
        (variants["rsid"] == "rs11209026") & (variants["symbol"] == "IL23R") & (variants["disease_name"] == "Crohn disease")
    ]
    assert 2.66 in crohn["odds_ratio"].round(2).tolist()


def test_a_study_of_treatment_is_no_link_to_the_disease(tables):
    variants = tables["variants"]
    rows = variants[variants["reference"] == "PMID:19684573"]
    assert rows["disease_id"].isna().all()
    assert rows["trait"].eq(rows["reported_trait"]).all()


def test_one_p_value_of_several_diseases_together_is_no_link_to_each(tables):
    links, variants = tables["disease_associations"], tables["variants"]
    together = "PMID:26974007"
    assert together not in set(links.loc[links["evidence"] == "gwas", "reference"])
    assert variants.loc[variants["reference"] == together, "disease_id"].isna().all()


def test_a_seronegative_arthritis_is_no_rheumatoid_arthritis(tables):
    above = tables["disease_ancestors"]
    children = set(above.loc[above["ancestor_name"] == "rheumatoid arthritis", "disease_name"])
    assert not children & {"ankylosing spondylitis", "psoriatic arthritis"}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("MS", "multiple sclerosis"),
        ("UC", "ulcerative colitis"),
        ("CVID", "common variable immunodeficiency"),
        ("coeliac disease", "celiac disease"),
        ("Behçet's disease", "Behcet disease"),
        ("Crohn's disease", "Crohn disease"),
        ("OMIM:152700", "systemic lupus erythematosus"),
        ("EFO_0000270", "asthma"),
        ("MESH:D011565", "psoriasis"),
    ],
)
def test_a_disease_is_found_by_abbreviation_synonym_and_identifier(written, name):
    assert name in set(ilkit.load("diseases", disease=written)["name"])


def test_mondo_comes_first_and_skin_disease_holds_psoriasis(tables):
    diseases = tables["diseases"]
    assert diseases["disease_id"].str.startswith("MONDO:").mean() > 0.95
    above = tables["disease_ancestors"]
    psoriasis = above[above["disease_name"] == "psoriasis"]
    assert {"skin disorder", "integumentary system disorder"} <= set(psoriasis["ancestor_name"])
    assert diseases.set_index("name").loc["psoriasis", ["disease_id", "doid", "category"]].tolist() == [
        *("MONDO:0005083", "DOID:8893", "integumentary system disorder")
    ]


def test_publications_say_which_years_are_estimated(tables):
    publications = tables["publications"]
    assert publications["year_estimated"].isna().eq(publications["year"].isna()).all()
    assert publications.loc[publications["title"].notna(), "year_estimated"].eq(False).all()
    assert publications["year"].dropna().between(1950, 2026).all()


def test_every_row_names_its_source(tables):
    known = set(tables["sources"]["source_id"])
    for name, frame in tables.items():
        assert frame["source_id"].notna().all()
        assert set(frame["source_id"]) <= known, name


def test_what_is_doubtful_about_a_source_is_said(tables):
    sources = tables["sources"].set_index("source_id")
    assert not sources.loc["hgnc", "citation_verified"]
    assert not sources.loc["opentargets_autoimmune_2025", "version_verified"]
    assert sources.loc["disease_ontology_2026-07-31", "version_verified"]
    assert sources["licence"].notna().all()


def test_parquet_reads_the_same_with_pandas_alone(tables):
    for name in ("genes", "variants", "aliases"):
        pd.testing.assert_frame_equal(pd.read_parquet(ilkit.path(name)), tables[name])


def test_duckdb_and_polars_read_the_file(tables):
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed (extra: engines)")
    polars = pytest.importorskip("polars", reason="polars is not installed (extra: engines)")
    path = str(ilkit.path("genes"))
    assert duckdb.sql(f"SELECT hgnc_id FROM '{path}' WHERE symbol = 'IL6'").fetchall() == [("HGNC:6018",)]
    assert polars.read_parquet(path).height == len(tables["genes"])
