"""Cards, plots and tutorials as a reader sees them: in JupyterLab, in a real browser."""

from pathlib import Path
from urllib.parse import urlsplit

import nbformat
import pytest

import ilkit

from .conftest import HOSTILE, MOLECULES
from .notebook import FAULTS, opened, output_of, set_theme
from .server import HOST

CONTRAST = (Path(__file__).parent / "contrast.js").read_text("utf-8")
LEGIBLE = 3.0
PLAIN = "IL-23 receptor: IL-23 → IL23R + IL12RB1 ◇ → JAK2, TYK2 → STAT3, STAT4"
CHAINS = {
    "IL-2": ["IL2"],
    "IL-6": ["IL6"],
    "IL-12": ["IL12A (p35)", "IL12B (p40)"],
    "IL-23": ["IL23A (p19)", "IL12B (p40)"],
    "IL-35": ["EBI3 (EBI3)", "IL12A (p35)"],
}
RECEPTORS = {
    "IL-2": {"IL2RA", "IL2RB", "IL2RG"},
    "IL-6": {"IL6R", "IL6ST"},
    "IL-12": {"IL12RB1", "IL12RB2"},
    "IL-23": {"IL23R", "IL12RB1"},
    "IL-35": {"IL12RB2", "IL6ST", "IL27RA"},
}
SUBUNITS = set(ilkit.load("receptor_subunits")["symbol"])
DRUGS = {
    "IL-2": {"Aldesleukin", "Basiliximab", "Denileukin diftitox"},
    "IL-6": {"Tocilizumab", "Sarilumab", "Satralizumab", "Siltuximab"},
    "IL-12": {"Ustekinumab"},
    "IL-23": {"Guselkumab", "Mirikizumab", "Risankizumab", "Tildrakizumab", "Ustekinumab"},
    "IL-35": set(),
}


def card_of(page, name):
    return output_of(page, f'ilkit.profile("{name}")').locator(".ilkit-card")


def part_of(card, title):
    """Return the part of a card under this heading."""
    return card.locator(".part").filter(has=card.page.locator(".head b").get_by_text(title, exact=True))


def keys_of(part):
    """Return what stands at the left of each row, folded ones included."""
    return [key.replace("◇", "").strip() for key in part.locator(".fact .key").all_text_contents()]


def test_the_tutorial_runs_without_an_error_or_a_warning(tutorial, keep):
    page, path = tutorial
    code = [cell for cell in nbformat.read(path, nbformat.NO_CONVERT).cells if cell.cell_type == "code"]
    keep(page, path.stem)
    prompts = page.locator(".jp-CodeCell .jp-InputPrompt").all_text_contents()
    assert prompts == [f"[{count}]:" for count in range(1, len(code) + 1)]
    assert page.locator(FAULTS).count() == 0


DRAWN = "outputs => outputs.some(output => output.innerText.trim() || output.querySelector('img, svg'))"
"""JupyterLab draws an output a moment after it has come into view."""


def test_every_code_cell_of_the_tutorial_shows_an_output(tutorial):
    page, _ = tutorial
    for cell in page.locator(".jp-CodeCell").all():
        cell.scroll_into_view_if_needed()
        shown = cell.locator(".jp-OutputArea-output")
        assert shown.count() > 0
        assert all(output.bounding_box()["height"] > 0 for output in shown.all())
        page.wait_for_function(DRAWN, arg=shown.element_handles())
        assert "".join(shown.all_inner_texts()).strip() or shown.locator("img, svg").count()


@pytest.mark.parametrize("name", MOLECULES)
def test_the_card_shows_the_chains(cards, name):
    assert keys_of(part_of(card_of(cards, name), "Chains")) == CHAINS[name]


@pytest.mark.parametrize("name", MOLECULES)
def test_the_card_draws_the_receptor_and_its_title_names_it(cards, name):
    drawing = card_of(cards, name).locator("svg")
    drawn = {text.split()[0] for text in drawing.locator("text").all_text_contents()}
    assert drawn & SUBUNITS == RECEPTORS[name]
    title = drawing.locator("title").text_content()
    assert title.startswith(f"Receptors of {name}: {name} → ")
    assert all(symbol in title for symbol in RECEPTORS[name])
    box = drawing.bounding_box()
    assert box["width"] > 400 and box["height"] > 50


@pytest.mark.parametrize("name", MOLECULES)
def test_the_card_lists_the_drugs(cards, name):
    found = keys_of(part_of(card_of(cards, name), "Drugs"))
    assert DRUGS[name] <= set(found)
    assert found == [drug["name"] for drug in ilkit.profile(name).to_dict()["drugs"]]


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_every_text_of_the_cards_is_legible_in_both_themes(cards, theme, keep):
    set_theme(cards, theme)
    for name in MOLECULES:
        card = card_of(cards, name)
        card.evaluate("card => card.scrollIntoView()")
        keep(card, f"{name}-{theme.lower()}")
        contrasts = card.evaluate(CONTRAST)
        assert len(contrasts) > 50
        assert [(text, contrast) for text, contrast in contrasts if contrast < LEGIBLE] == []


def test_the_words_for_readers_without_the_style_are_hidden_beside_the_drawing(cards):
    assert not card_of(cards, "IL-23").get_by_text(PLAIN).is_visible()
    assert card_of(cards, "IL-23").locator(".drawing svg").is_visible()


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_the_plot_is_a_picture(cards, theme, keep):
    set_theme(cards, theme)
    picture = output_of(cards, 'ilkit.plots.network("IL-23");').locator("img")
    picture.scroll_into_view_if_needed()
    keep(picture, f"network-{theme.lower()}")
    width, height = picture.evaluate("picture => [picture.naturalWidth, picture.naturalHeight]")
    assert width > 600 and height > 300


def test_the_cards_run_without_an_error_or_a_warning(cards):
    assert cards.locator(FAULTS).count() == 0


def test_a_script_that_nobody_escapes_would_run_here(hostile):
    assert hostile.evaluate("window.unescaped") is True


def test_hostile_names_stay_text_and_nothing_of_them_runs(hostile, keep):
    keep(hostile, "hostile")
    card = hostile.locator(".ilkit-card")
    assert card.locator(".name").inner_text() == HOSTILE
    assert card.locator("script, img").count() == 0
    assert hostile.evaluate("window.attacked") is None


def test_a_hostile_query_stays_text_in_the_error(hostile):
    [message] = hostile.locator("[data-mime-type='application/vnd.jupyter.stdout']").all_inner_texts()
    assert "<script>window.attacked = true</script>" in message
    assert hostile.locator(FAULTS).count() == 0


def test_a_card_of_a_notebook_that_is_not_trusted_has_no_drawing_and_is_readable(context, lab, keep):
    page = opened(context, lab, "stored")
    keep(page, "not-trusted")
    card = page.locator(".ilkit-card").first
    assert card.locator("svg, style").count() == 0
    lines = card.inner_text().splitlines()
    assert lines[0] == "IL-23 · interleukin-23 · interleukin · established"
    assert "IL23A (p19): HGNC 15488 · NCBI Gene 51561 · Ensembl ENSG00000110944 · UniProt Q9NPF7 · 12q13.3 · 189 aa" in lines
    assert PLAIN in lines
    assert "Guselkumab: IL23A molecule · monoclonal antibody · inhibitor · authorised 2017" in lines
    other = page.locator(".ilkit-card").last.inner_text()
    assert "IL-35 receptor of B cells (provisional): IL-35 → IL12RB2 ◇ + IL27RA ◇ → JAK1, JAK2 → STAT1, STAT3" in other
    page.close()


def test_nothing_was_asked_of_any_other_machine(asked, cards):
    addresses = [urlsplit(address) for address in asked]
    assert {address.hostname for address in addresses if address.scheme not in ("data", "blob")} == {HOST}
