"""Checks: whole tables pass, and each kind of wrong edit is found and named."""

import json

import pandas as pd
import pytest

import ilkit
from ilkit.build import checks, cross_checks, curated
from ilkit.build.describe import fields
from ilkit.build.failure import Failure
from ilkit.errors import CheckError
from ilkit.schemas import model

from ..conftest import PROJECT, RELEASED

EXEMPTIONS = curated.read_curated(PROJECT / "data" / "curated")["exemptions"]


@pytest.fixture
def edited(tables):
    """Return a function that changes one table and returns the message of the checks, or None where they pass."""

    def check(table: str | None = None, edit=None) -> str | None:
        changed = dict(tables)
        if table is not None:
            changed[table] = edit(tables[table].copy())
        try:
            checks.check_tables(changed, EXEMPTIONS)
        except CheckError as failed:
            return str(failed)
        return None

    return check


def put(column, value, row=0):
    def edit(frame):
        frame.loc[row, column] = value
        return frame

    return edit


def in_cis(variants):
    return variants["gene_mapping"] == "measured_protein_cis"


def turn_effects(links):
    return links.assign(log_odds_ratio=-links["log_odds_ratio"])


def test_the_released_tables_pass(edited):
    assert edited() is None


@pytest.mark.parametrize("version", sorted(path.name for path in RELEASED.iterdir() if (path / "datapackage.json").is_file()))
def test_every_released_version_passes_by_its_own_definitions(version):
    data = ilkit.Dataset(version, root=RELEASED)
    resources = json.loads((RELEASED / version / "datapackage.json").read_text("utf-8"))["resources"]
    definitions = {entry["name"]: entry["schema"]["fields"] for entry in resources}
    checks.check_tables({name: data.load(name) for name in definitions}, EXEMPTIONS, definitions)


@pytest.mark.parametrize(
    ("table", "edit", "says"),
    [
        ("functions", put("hgnc_id", "HGNC:999999"), "column 'hgnc_id' breaks 'refers to a row of genes.hgnc_id'"),
        ("functions", put("symbol", "IL6"), "column 'symbol' breaks 'is genes.symbol of hgnc_id'"),
        ("functions", put("term_name", "another term"), "column 'term_name' breaks 'is terms.term_name"),
        ("functions", put("reference", "12345"), "column 'reference' breaks"),
        ("functions", put("reference", "PMID:999999999"), "reference is not among the publications"),
        ("functions", put("source_id", "nowhere"), "column 'source_id' breaks 'refers to a row of sources.source_id'"),
        ("functions", lambda frame: pd.concat([frame, frame.head(1)], ignore_index=True), "occurs once"),
        ("functions", lambda frame: frame.drop(columns="evidence"), "evidence"),
        ("functions", lambda frame: frame.assign(extra=1), "extra"),
        ("functions", lambda frame: frame.head(100), "expected at least 3000 rows, found 100"),
        ("functions", lambda frame: frame[frame["symbol"] != "IL6"], "an interleukin gene has no function and no reason for it"),
        ("interleukins", put("family", None), "family"),
        ("interleukins", put("n_chains", 3), "n_chains disagrees with the table chains"),
        ("interleukins", put("first_described_year", 1492), "first_described_year"),
        ("interleukins", lambda frame: frame.iloc[1:], "column 'il_id' breaks 'refers to a row of interleukins.il_id'"),
        ("genes", put("symbol", None), "symbol"),
        ("genes", put("uniprot_id", "P0523"), "column 'uniprot_id' breaks"),
        ("genes", put("end", 1, row=20), "start lies behind end"),
        ("expression", put("value", -0.1), "column 'value' breaks"),
        ("genes", lambda frame: frame.assign(mass_da=frame["mass_da"] / 1000), "mass_da"),
        ("genes", lambda frame: frame.assign(length_aa=frame["length_aa"] * 10), "mass per residue"),
        ("diseases", put("name", "another name", row=100), "is diseases.name of disease_id"),
        ("diseases", put("disease_id", "psoriasis"), "column 'disease_id' breaks"),
        ("disease_associations", put("score", 12.0), "score"),
        (
            "disease_associations",
            put("disease_id", "MONDO:9999999"),
            "refers to a row of diseases.disease_id",
        ),
        ("variants", put("neg_log10_p", float("inf")), "neg_log10_p"),
        ("variants", put("rsid", "11209026"), "column 'rsid' breaks"),
        ("variants", lambda frame: frame.assign(beta=1.0, odds_ratio=1.0), "odds ratio and beta on one row"),
        ("variants", lambda frame: frame.assign(ci_lower=frame["ci_upper"] + 1), "upside down"),
        ("variants", lambda frame: frame.assign(odds_ratio=frame["odds_ratio"] * 1000), "outside its confidence interval"),
        ("variants", lambda frame: frame.assign(chromosome=frame["chromosome"].mask(in_cis(frame), "Y")), "on another chromosome"),
        ("disease_associations", turn_effects, "the direction contradicts the effect"),
        ("disease_associations", lambda frame: frame.assign(log_odds_ratio=0.5), "an effect on a row that is no Mendelian"),
        ("aliases", put("entity_id", "HGNC:1"), "entity_id is not among"),
        ("aliases", put("entity_name", "another name"), "entity_name is not"),
        ("domains", lambda frame: frame.assign(start=frame["end"] + 1), "start lies behind end"),
        ("domains", lambda frame: frame.assign(aligned_end=frame["end"] + 1), "outside the domain"),
        ("domains", lambda frame: frame.assign(profile_length=1), "outside the profile"),
        ("domains", lambda frame: frame.assign(end=5000), "end lies behind genes.length_aa"),
        ("domains", put("uniprot_id", "P05231"), "uniprot_id is not genes.uniprot_id"),
        ("structures", lambda frame: frame.assign(chain_end=frame["chain_end"] + 999), "far longer"),
        ("protein_variants", lambda frame: frame.assign(position=frame["position"] + 1), "position is not that of the change"),
        ("variants", put("position", 250_000_000), "no chromosome has that position"),
        (
            "variants",
            lambda frame: frame.assign(position=frame["position"].where(frame["position"].isna(), 1)),
            "bases from genes.start",
        ),
        ("genes", put("ncbi_gene_id", 1), "ncbi_gene_id is not among the aliases"),
        ("genes", put("ensembl_gene_id", "ENSG00000136244"), "ensembl_gene_id is not among the aliases"),
        ("interleukins", lambda frame: frame.assign(first_described_year=frame["first_described_year"] * 1000), "no year"),
        ("publications", put("pmid", 1), "reference and pmid disagree"),
        ("publications", put("doi", "10.1038/x"), "column 'doi' breaks"),
    ],
)
def test_a_wrong_edit_is_found_and_named(edited, table, edit, says):
    message = edited(table, edit)
    assert message is not None
    assert says in message
    rules = [block.split("\n")[0] for block in message.split("\n\n")[1:]]
    assert rules
    assert all(rule.startswith(f"{table}: ") or f"{table}." in rule for rule in rules), rules


def test_a_cycle_in_a_hierarchy_is_found(edited):
    def turn(frame):
        first = frame.iloc[0]
        back = {"term_id": first["ancestor_id"], "ancestor_id": first["term_id"]}
        back |= {"term_name": first["ancestor_name"], "ancestor_name": first["term_name"]}
        return pd.concat([frame, pd.DataFrame([{**first.to_dict(), **back}])], ignore_index=True).astype(frame.dtypes)

    assert "ancestors of each other" in edited("term_ancestors", turn)


def test_a_failure_lists_twenty_rows_with_their_source(edited):
    message = edited("functions", lambda frame: frame.assign(hgnc_id="HGNC:999999"))
    assert f"… and {len(ilkit.load('functions')) - 20} more" in message
    assert "quickgo_2025_2026" in message or "ncbi_gene2go_2020" in message


def test_a_curated_reason_excuses_a_gene_without_functions(tables):
    without = tables | {"functions": tables["functions"][tables["functions"]["symbol"] != "IL6"].reset_index(drop=True)}
    with pytest.raises(CheckError, match="no function"):
        checks.check_tables(without)
    excused = pd.DataFrame([{"check": "has_function", "entity_id": "HGNC:6018", "reason": "for the test"}])
    checks.check_tables(without, pd.concat([EXEMPTIONS, excused]))


@pytest.fixture
def receptor_tables():
    """Return small tables of receptors, signalling, binding and drugs that agree with each other."""
    return {
        "interleukins": pd.DataFrame({"il_id": ["IL-1", "IL-2", "IL-3"], "status": ["established", "retired", "established"]}),
        "binding": pd.DataFrame({"il_id": ["IL-1", None], "receptor_id": ["A_B", "C"]}),
        "receptors": pd.DataFrame({"receptor_id": ["A_B", "C"], "signals": [True, False], "n_subunits": [2, 1]}).astype(
            {"signals": "boolean", "n_subunits": "Int64"}
        ),
        "receptor_subunits": pd.DataFrame({"receptor_id": ["A_B", "A_B", "C"], "symbol": ["B", "A", "C"]}),
        "signaling": pd.DataFrame({"receptor_id": ["A_B"], "hgnc_id": ["HGNC:1"]}),
        "drugs": pd.DataFrame({"drug_id": ["x", "y"]}),
        "drug_targets": pd.DataFrame({"drug_id": ["x", "y"]}),
    }


REASON = pd.DataFrame([{"check": "has_receptor", "entity_id": "IL-3", "reason": "for the test"}])


def rules(tables, exemptions=REASON):
    """Return the rules that small tables break, their size apart."""
    found = [failure.rule for failure in cross_checks.cross_failures(tables, exemptions)]
    return [rule for rule in found if not rule.startswith("expected at least")]


def test_receptors_signalling_and_drugs_that_agree_pass(receptor_tables):
    assert rules(receptor_tables) == []


@pytest.mark.parametrize(
    ("table", "edit", "says"),
    [
        ("binding", lambda frame: frame.tail(1), "an established interleukin binds no receptor and has no reason for it"),
        ("receptors", lambda frame: frame.assign(signals=[False, True]), "the receptor does not signal"),
        ("receptors", lambda frame: frame.assign(signals=pd.array([None, True], "boolean")), "the receptor does not signal"),
        ("receptors", lambda frame: frame.assign(n_subunits=2), "n_subunits disagrees with the table receptor_subunits"),
        ("receptor_subunits", lambda frame: frame.assign(symbol=["B", "D", "C"]), "receptor_id is not made of the symbols"),
        ("receptor_subunits", lambda frame: frame.head(2), "receptor_id is not made of the symbols"),
        ("drug_targets", lambda frame: frame.head(1), "the drug has no target"),
    ],
)
def test_tables_that_disagree_are_found(receptor_tables, table, edit, says):
    found = rules(receptor_tables | {table: edit(receptor_tables[table])})
    assert any(rule.startswith(says) for rule in found)


def test_an_interleukin_without_receptor_needs_a_reason(receptor_tables):
    assert rules(receptor_tables, None) == ["an established interleukin binds no receptor and has no reason for it"]


@pytest.mark.parametrize(
    "table", ["interleukins", "binding", "receptors", "receptor_subunits", "signaling", "drugs", "drug_targets"]
)
def test_a_version_that_lacks_a_table_or_its_columns_is_not_asked_for_it(receptor_tables, table):
    absent = {name: frame for name, frame in receptor_tables.items() if name != table}
    assert rules(absent) == []
    assert rules(absent | {table: pd.DataFrame({"source_id": ["s"]})}) == []


@pytest.mark.parametrize(("table", "floor"), [("effects", 250), ("regulation", 600)])
def test_a_table_has_a_floor(table, floor):
    enough, few = pd.DataFrame(index=range(floor)), pd.DataFrame(index=range(floor - 1))
    assert list(cross_checks.floor_failures({table: enough})) == []
    assert [failure.rule for failure in cross_checks.floor_failures({table: few})] == [
        f"expected at least {floor} rows, found {floor - 1}"
    ]


@pytest.fixture
def few(tables):
    """Return three small tables that agree with each other: sources, terms and some of their ancestors."""
    return {"sources": tables["sources"], "terms": tables["terms"], "term_ancestors": tables["term_ancestors"].head(30)}


def refused(tables, exemptions=None, released=None):
    """Return the message with which tables are refused."""
    with pytest.raises(CheckError) as failed:
        checks.check_tables(tables, exemptions, released)
    return str(failed.value)


def test_few_tables_that_agree_pass(few):
    assert checks.check_tables(few) is None
    assert checks.check_tables({}) is None


def test_the_message_counts_the_broken_rules_and_lists_each_with_its_rows(few):
    sources = few["sources"].assign(title=few["sources"]["title"].mask(few["sources"].index == 2))
    terms = few["terms"].assign(source_id=few["terms"]["source_id"].mask(few["terms"].index == 3, "nowhere"))
    expected = [
        Failure("sources", "column 'title' breaks 'is not null'", sources.loc[[2]]),
        Failure("terms", "column 'source_id' breaks 'refers to a row of sources.source_id'", terms.loc[[3]]),
    ]
    said = refused(few | {"sources": sources, "terms": terms})
    assert said == "2 checks failed; nothing was written.\n\n" + "\n\n".join(map(str, expected))


def test_a_rule_of_several_columns_names_each_of_them(few):
    twice = pd.concat([few["term_ancestors"], few["term_ancestors"].head(1)], ignore_index=True)
    found = list(checks.definition_failures("term_ancestors", few | {"term_ancestors": twice}, *definition("term_ancestors")))
    assert [(failure.table, failure.rule) for failure in found] == [
        ("term_ancestors", "column 'term_id', 'ancestor_id' breaks 'primary key term_id, ancestor_id occurs once'")
    ]
    assert found[0].rows.index.tolist() == [0, 30]


def test_a_rule_about_a_whole_column_lists_no_row(few):
    without = few["sources"].drop(columns="title")
    found = list(checks.definition_failures("sources", {"sources": without}, *definition("sources")))
    assert [(failure.table, failure.rule, len(failure.rows)) for failure in found] == [
        ("sources", "column 'title' breaks 'column is missing'", 0)
    ]


def definition(name):
    """Return the columns and the schema of a table as they are defined now."""
    return fields(name), model(name).to_schema()


def test_a_released_version_is_checked_by_its_own_definitions_and_not_by_those_of_today(few):
    older = {"sources": few["sources"].drop(columns="n_files")}
    columns = [field for field in fields("sources") if field["name"] != "n_files"]
    assert checks.check_tables(older, None, {"sources": columns}) is None
    assert "column 'n_files' breaks" in refused(older)
    assert "column 'n_files' breaks" in refused(few, None, {name: fields(name) for name in few} | {"sources": columns})


def test_an_entity_is_neither_its_own_ancestor_nor_that_of_its_ancestor():
    hierarchy = pd.DataFrame(
        {"term_id": ["a", "b", "c", "d", "e"], "ancestor_id": ["b", "a", "c", "a", "f"], "distance": [1, 2, 3, 4, 5]}
    )
    found = list(checks.cycle_failures("term_ancestors", hierarchy))
    assert [(failure.table, failure.rule) for failure in found] == [
        ("term_ancestors", "an entity is its own ancestor"),
        ("term_ancestors", "two entities are ancestors of each other"),
    ]
    assert found[0].rows["child"].tolist() == ["c"]
    assert found[1].rows[["child", "ancestor_id", "child_back", "ancestor_id_back"]].to_numpy().tolist() == [
        ["a", "b", "b", "a"],
        ["b", "a", "a", "b"],
        ["c", "c", "c", "c"],
    ]
    assert list(checks.cycle_failures("term_ancestors", hierarchy.tail(2))) == []


def test_the_hierarchies_are_searched_for_cycles_and_no_other_table(few):
    turned = few["term_ancestors"].head(1).rename(columns={"term_id": "ancestor_id", "ancestor_id": "term_id"})
    turned = turned.rename(columns={"term_name": "ancestor_name", "ancestor_name": "term_name"})
    both = pd.concat([few["term_ancestors"], turned[few["term_ancestors"].columns]], ignore_index=True)
    said = refused(few | {"term_ancestors": both})
    assert said.startswith("1 checks failed")
    assert "term_ancestors: two entities are ancestors of each other (2 rows)" in said


def test_numbers_that_cannot_be_and_tables_that_disagree_are_looked_for_too(few, monkeypatch):
    asked = []
    monkeypatch.setattr(checks, "plausibility_failures", lambda tables: [Failure("terms", "cannot be", tables["terms"].head(0))])
    monkeypatch.setattr(
        checks,
        "cross_failures",
        lambda tables, reasons: asked.append((tables, reasons)) or [Failure("terms", "disagrees", tables["terms"].head(0))],
    )
    said = refused(few, REASON)
    assert [block.split(" (")[0] for block in said.split("\n\n")] == [
        "2 checks failed; nothing was written.",
        "terms: cannot be",
        "terms: disagrees",
    ]
    assert len(asked) == 1
    assert asked[0][0] is few and asked[0][1] is REASON
