"""What the released table of missense variants says."""

from ilkit.build.tables.protein_variants import ONE_LETTER

PATHOGENIC = "likely pathogenic or pathogenic"


def test_the_first_variant_of_pustular_psoriasis_is_there(tables):
    variants = tables["protein_variants"]
    row = variants[(variants["symbol"] == "IL36RN") & (variants["change"] == "p.Ser113Leu")].iloc[0]
    assert row["disease_name"] == "psoriasis 14, pustular"
    assert row["classification"] == PATHOGENIC
    assert row["rsid"] == "rs144478519"
    assert (row["reference_aa"], row["position"], row["variant_aa"]) == ("S", 113, "L")


def test_most_variants_of_a_mendelian_disease_are_those_of_the_common_gamma_chain(tables):
    variants = tables["protein_variants"]
    diseased = variants.dropna(subset=["disease_id"])
    assert diseased["symbol"].value_counts().index[0] == "IL2RG"
    assert (diseased["disease_id"] == "MONDO:0010315").sum() == 31


def test_every_disease_with_a_number_of_the_source_is_mapped(tables):
    variants = tables["protein_variants"]
    unmapped = variants[variants["disease_id"].isna() & variants["source_disease"].notna()]
    assert sorted(unmapped["source_disease"]) == ["A breast cancer sample", "A colorectal cancer sample"]


def test_every_pathogenic_variant_names_its_disease_and_no_benign_one_does(tables):
    variants = tables["protein_variants"]
    assert variants.loc[variants["classification"] == PATHOGENIC, "disease_id"].notna().all()
    assert variants.loc[variants["classification"] == "likely benign or benign", "source_disease"].isna().all()


def test_the_letters_say_what_the_change_says(tables):
    variants = tables["protein_variants"]
    three = {one: code for code, one in ONE_LETTER.items()}
    spelt = (
        "p."
        + variants["reference_aa"].map(three)
        + variants["position"].astype("string").astype("object")
        + variants["variant_aa"].map(three)
    )
    assert (spelt == variants["change"]).all()
    assert (variants["reference_aa"] != variants["variant_aa"]).all()


def test_the_reference_residue_agrees_with_the_sequence_but_for_one_known_change(tables):
    """IL13 has Gln144 in the listing of 2026 and Arg144 in the sequences of 2024: both occur, rs20541."""
    variants = tables["protein_variants"]
    assert (variants["agrees_with_sequence"] == True).sum() == 147  # noqa: E712
    wrong = variants[variants["agrees_with_sequence"] == False]  # noqa: E712
    assert wrong[["symbol", "change", "rsid"]].to_numpy().tolist() == [["IL13", "p.Gln144Arg", "rs20541"]]


def test_no_position_lies_beyond_the_protein(tables):
    lengths = tables["genes"].set_index("hgnc_id")["length_aa"]
    variants = tables["protein_variants"]
    assert (variants["position"] <= variants["hgnc_id"].map(lengths)).all()


def test_accessions_are_those_of_the_genes(tables):
    accessions = tables["genes"].set_index("hgnc_id")["uniprot_id"]
    variants = tables["protein_variants"]
    assert (variants["uniprot_id"] == variants["hgnc_id"].map(accessions)).all()


def test_a_variant_that_studies_report_lies_at_the_same_gene_or_acts_in_trans(tables):
    """IL10RA p.Ser159Gly raises or lowers the level of IL-10 in plasma, whose gene lies elsewhere."""
    proteins = tables["protein_variants"][["rsid", "hgnc_id"]].dropna().drop_duplicates()
    studies = tables["variants"][["rsid", "hgnc_id", "symbol", "gene_mapping"]]
    both = set(proteins["rsid"]) & set(studies["rsid"])
    assert {"rs2228145", "rs20541"} <= both
    elsewhere = both - set(proteins.merge(studies, on=["rsid", "hgnc_id"])["rsid"])
    rows = studies[studies["rsid"].isin(elsewhere)]
    assert rows[["rsid", "symbol"]].to_numpy().tolist() == [["rs3135932", "IL10"]]
    assert set(rows["gene_mapping"].astype(str)) == {"measured_protein_trans"}


def test_most_genes_with_a_pathogenic_variant_are_known_to_cause_disease(tables):
    variants = tables["protein_variants"]
    causing = set(variants.loc[variants["classification"] == PATHOGENIC, "symbol"])
    links = tables["disease_associations"]
    mendelian = set(links.loc[links["evidence"] == "mendelian", "symbol"])
    assert len(causing) >= 17
    assert len(causing - mendelian) <= 3
