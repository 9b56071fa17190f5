"""The card of one interleukin, gene or receptor: what it says, and that it is safe to show."""

import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ilkit
from ilkit.card.html import as_html
from ilkit.card.links import PATTERNS, url
from ilkit.card.markup import element
from ilkit.card.text import as_text
from ilkit.errors import AmbiguousNameError, FilterError, UnknownNameError

DATA = ilkit.Dataset()
FIRST = ilkit.Dataset("2026.11.0")
MOLECULES = DATA.load("interleukins")["il_id"].tolist()
GENES = DATA.load("genes")["hgnc_id"].tolist()
RECEPTORS = DATA.load("receptors")["name"].tolist()
ALL = [*MOLECULES, *GENES, *RECEPTORS]
HOSTILE = "<script>alert('1')</script>\"&amp;<img src=x onerror=alert(2)>"
VOID = {"br", "img", "input", "meta", "link", "hr"}
ELEMENTS = {"div", "style", "span", "b", "a", "details", "summary", "svg", "title", "text", "rect", "line", "path"}


class Elements(HTMLParser):
    """The elements of a page, as a browser reads them."""

    def __init__(self, page):
        super().__init__()
        self.names, self.attributes, self.open, self.words = set(), [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.names.add(tag)
        self.attributes += attributes
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.names.add(tag)
        self.attributes += attributes

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def assert_safe(page):
    read = Elements(page)
    assert read.open == []
    assert read.names <= ELEMENTS
    assert not [name for name, _ in read.attributes if name.startswith("on") or name in {"src", "style"}]
    assert all(value.startswith("https://") for name, value in read.attributes if name == "href")
    return read


def facts(name, data=DATA):
    return data.profile(name).to_dict()


def signal(receptor):
    return [part["symbol"] for part in receptor["subunits"]], {part["symbol"] for part in receptor["transducers"]}


def drugs(name):
    return {drug["drug_id"]: drug for drug in facts(name)["drugs"]}


def test_il_2_signals_through_three_chains_and_stat5():
    high, intermediate = facts("IL-2")["receptors"]
    assert signal(high) == (["IL2RA", "IL2RB", "IL2RG"], {"JAK1", "JAK3", "STAT5A", "STAT5B"})
    assert signal(intermediate) == (["IL2RB", "IL2RG"], {"JAK1", "JAK3", "STAT5A", "STAT5B"})
    assert [part["symbol"] for part in high["subunits"] if part["shared"]] == ["IL2RB", "IL2RG"]
    assert intermediate["other_ligands"] == ["IL-15"]


def test_il_2_has_aldesleukin_and_basiliximab_and_what_il_15_shares_is_marked():
    found = drugs("IL-2")
    assert {found[name]["status"] for name in ("aldesleukin", "basiliximab", "denileukin diftitox")} == {"authorised"}
    assert found["daclizumab"]["status"] == "withdrawn"
    assert (found["basiliximab"]["target"], found["basiliximab"]["symbols"]) == ("receptor", ["IL2RA"])
    assert found["nogapendekin alfa inbakicept"]["attribution"] == "shared"


def test_il_6_signals_through_gp130_and_is_met_by_drugs_on_itself_and_on_its_receptor():
    [receptor] = facts("IL-6")["receptors"]
    assert signal(receptor) == (["IL6R", "IL6ST"], {"JAK1", "JAK2", "TYK2", "STAT1", "STAT3"})
    found = drugs("IL-6")
    assert {name: found[name]["target"] for name in ("tocilizumab", "sarilumab", "siltuximab")} == {
        "tocilizumab": "receptor",
        "sarilumab": "receptor",
        "siltuximab": "molecule",
    }


def test_il_23_is_p19_and_p40_which_il_12_shares():
    found = facts("interleukin 23")
    assert [(chain["chain_name"], chain["attribution"], chain["shared_with"]) for chain in found["chains"]] == [
        ("p19", "unique", []),
        ("p40", "shared", ["IL-12"]),
    ]
    [receptor] = found["receptors"]
    assert signal(receptor) == (["IL23R", "IL12RB1"], {"JAK2", "TYK2", "STAT3", "STAT4"})


def test_drugs_on_p40_are_shared_and_those_on_p19_are_not():
    attribution = {name: drug["attribution"] for name, drug in drugs("IL-23").items() if drug["status"] == "authorised"}
    p19 = {"guselkumab", "risankizumab", "tildrakizumab", "mirikizumab"}
    assert {name for name, kind in attribution.items() if kind == "unique"} == p19
    assert attribution["ustekinumab"] == "shared"


def test_il_12_and_il_35_have_their_chains_and_receptors():
    assert [chain["symbol"] for chain in facts("IL-12")["chains"]] == ["IL12A", "IL12B"]
    assert [part["symbol"] for part in facts("IL-12")["receptors"][0]["subunits"]] == ["IL12RB1", "IL12RB2"]
    il_35 = facts("IL-35")
    assert [chain["chain_name"] for chain in il_35["chains"]] == ["EBI3", "p35"]
    assert {chain["attribution"] for chain in il_35["chains"]} == {"shared"}
    assert [receptor["status"] for receptor in il_35["receptors"]] == ["established", *["provisional"] * 3]


def test_antagonists_and_decoys_stand_apart_and_lead_to_no_signal():
    [blocked] = facts("IL-1RA")["receptors"]
    assert (blocked["effect"], blocked["transducers"]) == ("antagonist", [])
    assert [receptor["effect"] for receptor in facts("IL-1B")["receptors"]] == ["agonist", "decoy", "decoy"]
    assert "IL-13 is caught by IL13RA2" in str(DATA.profile("IL-13"))
    assert "decoy: no signal" in DATA.profile("IL-13")._repr_html_()


def test_facts_that_rest_on_shared_chains_are_marked_and_the_mark_is_explained():
    card = DATA.profile("IL-23")
    mycobacteria = next(disease for part in card.to_dict()["diseases"] for disease in part["diseases"])
    assert (mycobacteria["symbols"], mycobacteria["attribution"]) == (["IL12B"], "shared")
    for shown in (str(card), card._repr_html_()):
        assert "complete IL12B" in shown and "◇" in shown
        assert "IL12B shared with IL-12" in shown


def test_kinases_that_are_alternatives_are_told_from_the_others():
    assert "JAK1, TYK2 (or JAK2, JAK3) → STAT1, STAT3" in str(DATA.profile("IL-19"))
    assert 'stroke-dasharray="2 3"' in DATA.profile("IL-19")._repr_html_()


def test_a_gene_of_several_molecules_says_which():
    found = facts("IL12B")
    assert (found["kind"], [molecule["il_id"] for molecule in found["molecules"]]) == ("gene", ["IL-12", "IL-23"])
    assert {ligand for receptor in found["receptors"] for ligand in receptor["ligands"]} == {"IL-12", "IL-23"}
    assert "ustekinumab" in drugs("IL12B") and "guselkumab" not in drugs("IL12B")


def test_the_gene_of_one_molecule_stands_for_the_molecule():
    assert (facts("CXCL8")["kind"], facts("CXCL8")["id"]) == ("interleukin", "IL-8")
    assert facts("HGNC:6018")["id"] == facts(3569)["id"] == "IL-6"


def test_a_receptor_gene_shows_receptors_ligands_and_drugs():
    found = facts("IL2RG")
    assert {"IL-2", "IL-4", "IL-7", "IL-9", "IL-15", "IL-21"} == {
        ligand for receptor in found["receptors"] for ligand in receptor["ligands"]
    }
    assert "T-B+ severe combined immunodeficiency due to gamma chain deficiency" in str(DATA.profile("IL2RG"))
    assert "tocilizumab" in drugs("IL6R")


def test_a_transducer_shows_the_receptors_that_use_it():
    receptors = {receptor["receptor_id"] for receptor in facts("STAT3")["receptors"]}
    assert {"IL6R_IL6ST", "IL10RA_IL10RB", "IL12RB1_IL23R"} <= receptors
    assert "<svg" not in DATA.profile("STAT3")._repr_html_()


@pytest.mark.parametrize("name", ["IL6R_IL6ST", "IL-6 receptor", "interleukin 6 receptor"])
def test_a_receptor_is_found_by_id_and_name(name):
    found = facts(name)
    assert (found["kind"], found["id"]) == ("receptor", "IL6R_IL6ST")
    assert [chain["symbol"] for chain in found["chains"]] == ["IL6R", "IL6ST"]
    assert [receptor["ligands"] for receptor in found["receptors"]] == [["IL-6"]]


def test_approved_symbols_beat_receptors():
    assert facts("CSF1R")["kind"] == facts("IL6ST")["kind"] == "gene"


@pytest.mark.parametrize(("name", "status"), [("IL-14", "retired"), ("IL-30", "retired"), ("IL-39", "provisional")])
def test_retired_and_provisional_molecules_say_so_and_name_their_blanks(name, status):
    card = DATA.profile(name)
    assert card.to_dict()["status"] == status
    for shown in (str(card), card._repr_html_()):
        assert status in shown
        assert "not in this dataset version" in shown


def test_withdrawn_annotations_are_left_out_of_the_card_and_kept_in_the_tables():
    card = DATA.profile("IL-1RA")
    withdrawn = card.tables["regulates"]["withdrawn"].fillna(False)
    assert withdrawn.any()
    assert {fact["il_id"] for fact in card.to_dict()["regulates"]} <= set(card.tables["regulates"].loc[~withdrawn, "il_id"])


def test_contradicted_effects_are_called_disputed():
    assert any(fact["contradicted"] for fact in facts("IL-23")["regulates"])
    assert "disputed: another annotation states the opposite" in str(DATA.profile("IL-23"))


def test_obsolete_terms_are_no_functions():
    assert not [fact for name in MOLECULES for fact in facts(name)["functions"] if fact["term_name"].startswith("obsolete")]


def test_functions_count_distinct_references_of_experiments():
    top = facts("IL-23")["functions"][0]
    rows = DATA.load("functions", interleukin="IL-23", term=top["term_id"])
    rows = rows[(rows["term_id"] == top["term_id"]) & (rows["evidence_class"] == "experimental")]
    assert top["experimental"] == rows["reference"].nunique() == 5


def test_diseases_begin_with_those_that_the_gene_causes():
    order = list(DATA.load("disease_associations")["evidence"].cat.categories)
    for name in ("IL10RA", "IL-23", "STAT3"):
        places = [order.index(part["diseases"][0]["evidence"]) for part in facts(name)["diseases"]]
        assert places == sorted(places)
        assert places[0] == order.index("mendelian")


def test_the_papers_of_a_disease_are_those_of_its_strongest_evidence():
    crohn = next(
        disease for part in facts("IL12B")["diseases"] for disease in part["diseases"] if "Crohn" in disease["disease_name"]
    )
    rows = DATA.load("disease_associations", gene="IL12B", disease=crohn["disease_id"])
    rows = rows[(rows["disease_id"] == crohn["disease_id"]) & (rows["evidence"] == "gwas")]
    assert (crohn["evidence"], crohn["references"]) == ("gwas", rows["reference"].nunique())
    assert {"genetic_association", "protein_mr"} <= set(crohn["kinds"])


def test_variants_begin_with_the_lowest_p():
    found = facts("IL-6")["variants"]
    assert found["variants"] == DATA.load("variants", interleukin="IL-6")["rsid"].nunique()
    levels = [row["neg_log10_p"] for row in found["best"]]
    assert levels == sorted(levels, reverse=True)


def test_the_card_ends_with_version_digest_and_licences():
    card = DATA.profile("IL-6")
    for shown in (str(card), card._repr_html_()):
        assert f"ilkit dataset {DATA.version}, {DATA.digest}" in shown
        assert "production, drugs, drug_targets under CC-BY-SA-4.0 (share-alike)" in shown


@pytest.mark.parametrize("name", ALL)
def test_every_card_parses_fits_100_columns_and_is_json(name):
    card = DATA.profile(name)
    page, text = card._repr_html_(), str(card)
    assert_safe(page)
    assert ElementTree.fromstring(page).tag == "div"
    assert max(map(len, text.splitlines())) <= 100
    assert json.loads(json.dumps(card.to_dict(), allow_nan=False)) == card.to_dict()


@pytest.mark.parametrize("name", MOLECULES)
def test_the_drawing_is_an_image_with_a_title_and_stays_within_its_frame(name):
    svg = re.search(r"<svg.*</svg>", DATA.profile(name)._repr_html_())
    assert (svg is None) == (facts(name)["receptors"] == [])
    if svg:
        image = ElementTree.fromstring(svg[0])
        width, height = map(float, image.attrib["viewBox"].split()[2:])
        assert image.attrib["role"] == "img"
        assert image[0].text.startswith("Receptors of ") and image.attrib["aria-label"] == image[0].text
        for box in image.iter("{http://www.w3.org/2000/svg}rect"):
            assert float(box.attrib["x"]) >= 0 and float(box.attrib["x"]) + float(box.attrib["width"]) <= width
            assert float(box.attrib["y"]) >= 0 and float(box.attrib["y"]) + float(box.attrib["height"]) <= height


def test_the_card_needs_nothing_from_outside():
    page = DATA.profile("IL-23")._repr_html_()
    assert not re.search(r"url\(|@import|<link|<script|src=", page)


@pytest.mark.parametrize("name", ["IL-23", "IL-14", "IL12B", "IL6R", "STAT3"])
def test_the_first_version_gives_cards_that_name_the_tables_it_lacks(name):
    card = FIRST.profile(name)
    found = card.to_dict()
    assert {"binding", "effects", "drugs"} <= set(found["lacking_tables"])
    assert found["receptors"] is None and found["drugs"] is None
    assert "which has no table &#x27;binding&#x27;" in card._repr_html_()
    assert "which has no table 'drugs'" in str(card)
    assert_safe(card._repr_html_())


def test_the_first_version_knows_no_receptors():
    with pytest.raises(UnknownNameError):
        FIRST.profile("IL6R_IL6ST")


def test_tables_hold_the_rows_with_molecule_and_attribution():
    tables = DATA.profile("IL-23").tables
    for table in ("effects", "functions", "disease_associations", "variants"):
        assert set(tables[table]["il_id"]) == {"IL-23"}
        assert tables[table].set_index("symbol")["attribution"].astype("object").to_dict() == {"IL12B": "shared", "IL23A": "unique"}
        pd.testing.assert_frame_equal(
            tables[table][DATA.load(table).columns].sort_values(["symbol", "source_id", "reference"], ignore_index=True),
            DATA.load(table, interleukin="IL-23")[DATA.load(table).columns].sort_values(
                ["symbol", "source_id", "reference"], ignore_index=True
            ),
        )
    assert set(tables["drugs"]["drug_id"]) == set(DATA.load("drugs", interleukin="IL-23")["drug_id"])


def test_tables_and_facts_are_the_callers_own():
    card = DATA.profile("IL-6")
    genes = card.tables["genes"]
    genes.loc[:, "symbol"] = "mine"
    card.to_dict()["chains"].clear()
    assert card.tables["genes"]["symbol"].tolist() == ["IL6"]
    assert card.tables["genes"].index.tolist() == [0]
    assert card.to_dict()["chains"] and DATA.profile("IL-6").to_dict()["chains"]


def test_an_ambiguous_name_lists_what_it_may_mean():
    with pytest.raises(AmbiguousNameError, match="IL-36A, IL-36B, IL-36G"):
        ilkit.profile("IL-36")


@pytest.mark.parametrize("name", ["interleukin 99", "<script>alert(1)</script>", "IL6R_IL2RA"])
def test_an_unknown_name_is_refused(name):
    with pytest.raises(UnknownNameError, match="knows no interleukin, gene or receptor named"):
        ilkit.profile(name)


@pytest.mark.parametrize("name", [None, "", " ", ["IL-6"], True, 1.5, b"IL-6"])
def test_what_is_no_name_is_refused(name):
    with pytest.raises(FilterError, match="expected one name"):
        ilkit.profile(name)


LABELS = {
    "interleukins": ("name", "full_name", "family", "structural_class", "form"),
    "chains": ("chain_name",),
    "genes": ("name", "location", "uniprot_id", "ensembl_gene_id"),
    "receptors": ("name", "receptor_class"),
    "receptor_subunits": ("symbol",),
    "binding": ("ligand_name",),
    "signaling": ("symbol",),
    "effects": ("cell_name",),
    "functions": ("term_name",),
    "production": ("cell_name",),
    "regulation": ("regulator_symbol", "il_name"),
    "diseases": ("category",),
    "disease_associations": ("disease_name",),
    "variants": ("rsid", "trait", "symbol", "beta_unit", "effect_allele"),
    "drugs": ("name", "modality"),
    "drug_targets": ("symbol", "action"),
}


@pytest.mark.parametrize("name", ["IL-2", "IL-23", "IL12B", "IL2RG", "STAT3", "IL6R_IL6ST"])
def test_hostile_names_in_the_data_stay_text(name):
    hostile = ilkit.Dataset()
    hostile.profile("IL-6")
    for table, labels in LABELS.items():
        hostile._frames[table] = hostile._frame(table).assign(**dict.fromkeys(labels, HOSTILE))
    card = hostile.profile(name)
    read = assert_safe(card._repr_html_())
    assert any(HOSTILE in words for words in read.words)
    assert HOSTILE in card.to_dict()["full_name"] or card.to_dict()["kind"] == "receptor"


def hostile_copy(value, text):
    """Return facts with every text that is no word of a vocabulary replaced."""
    words = {"kind", "direction", "effect", "role", "evidence", "status", "attribution", "target", "kinds", "confidence", "aspect"}
    if isinstance(value, dict):
        return {key: part if key in words else hostile_copy(part, text) for key, part in value.items()}
    if isinstance(value, list):
        return [hostile_copy(part, text) for part in value]
    return text if isinstance(value, str) else value


@settings(max_examples=60, deadline=None)
@given(st.text() | st.sampled_from([HOSTILE, "javascript:alert(1)", 'PMID:"><script>', "a\nb", "]]>", "</style><script>"]))
def test_no_text_whatever_gets_out_of_its_place(text):
    changed = hostile_copy(facts("IL-23"), text)
    assert_safe(as_html(changed))
    assert max(map(len, as_text(changed).split("\n"))) <= 100


@settings(max_examples=60, deadline=None)
@given(st.text(), st.text())
def test_an_element_reads_back_as_its_text_and_attribute(text, value):
    read = Elements(element("a", text, href=value))
    assert read.attributes == [("href", value)]
    assert "".join(read.words) == text


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_a_link_never_leaves_the_site_of_its_prefix(identifier):
    for prefix, pattern in PATTERNS.items():
        address = url(f"{prefix}:{identifier}")
        assert address.startswith(pattern.partition("{}")[0])
        assert not re.search(r"[\s<>\"']", address)
    assert url(f"javascript:{identifier}") is None
