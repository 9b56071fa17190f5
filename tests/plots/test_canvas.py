"""What holds for every picture."""

import subprocess
import sys
from itertools import pairwise

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.text import Text

import ilkit
from ilkit.errors import FilterError, MissingExtraError, UnknownColumnError, UnknownNameError
from ilkit.plots import alt_text

from ..conftest import PROJECT

OKABE_ITO = {"#0072b2", "#d55e00", "#e69f00", "#56b4e9", "#cc79a7", "#8c8c8c", "#009e73", "#f0e442", "#000000"}
TAKING_FRAMES = ("timeline", "families", "receptors", "effects", "diseases", "drugs", "expression", "variants")


def written(ax):
    """Return every text that is seen, title and legend included."""
    outside = {
        label
        for axis in (ax.xaxis, ax.yaxis)
        for place, label in zip(axis.get_majorticklocs(), axis.get_ticklabels(), strict=True)
        if not min(axis.get_view_interval()) <= place <= max(axis.get_view_interval())
    }
    texts = [text for text in ax.findobj(Text) if text.get_visible() and text.get_text().strip() and text not in outside]
    return [text for text in texts if text.get_window_extent().width > 0]


def test_a_picture_is_an_axes_of_a_new_figure_where_none_is_given(draw):
    ax = draw()
    assert ax.get_figure().number in plt.get_fignums()


def test_a_given_axes_is_drawn_on_and_returned_and_no_figure_is_opened(draw):
    given = Figure(figsize=(9, 9)).add_subplot()
    assert draw(ax=given) is given
    assert given.get_children()
    assert plt.get_fignums() == []


def test_the_settings_of_matplotlib_stay_as_they_were(draw):
    before = dict(mpl.rcParams)
    draw()
    assert dict(mpl.rcParams) == before


def test_no_text_is_cut_at_the_edge_of_the_figure(draw):
    ax = draw()
    ax.get_figure().draw_without_rendering()
    width, height = ax.get_figure().bbox.size
    cut = [
        text.get_text()
        for text in written(ax)
        if (box := text.get_window_extent()).x0 < -1 or box.y0 < -1 or box.x1 > width + 1 or box.y1 > height + 1
    ]
    assert cut == []


def test_no_two_texts_lie_over_each_other(draw):
    ax = draw()
    ax.get_figure().draw_without_rendering()
    boxes = [(text.get_text(), text.get_window_extent()) for text in written(ax)]
    over = [
        (one, other)
        for place, (one, box) in enumerate(boxes)
        for other, next_box in boxes[place + 1 :]
        if min(box.x1, next_box.x1) - max(box.x0, next_box.x0) > 1.5 and min(box.y1, next_box.y1) - max(box.y0, next_box.y0) > 2.5
    ]
    assert over == []


def test_the_axes_of_a_picture_are_read_from_left_to_right_without_overlap(draw):
    ax = draw()
    ax.get_figure().draw_without_rendering()
    columns = [label.get_window_extent() for label in ax.get_xticklabels() if label.get_text()]
    assert all(left.x1 <= right.x0 + 0.5 for left, right in pairwise(columns))


def test_marks_and_bars_have_colours_that_the_colour_blind_tell_apart(draw):
    ax = draw()
    marks = [line for line in ax.lines if line.get_marker() not in ("None", None, "")]
    colours = {to_hex(line.get_markeredgecolor()) for line in marks} - {"#ffffff"}
    bars = [patch for container in ax.containers for patch in container]
    assert colours | {to_hex(bar.get_facecolor()) for bar in bars} <= OKABE_ITO


def test_a_picture_is_the_same_each_time_it_is_drawn(draw):
    first, second = draw().get_figure(), draw().get_figure()
    for figure in (first, second):
        figure.canvas.draw()
    assert bytes(first.canvas.buffer_rgba()) == bytes(second.canvas.buffer_rgba())


def test_a_picture_is_drawn_in_a_dark_theme_with_its_text_light(draw):
    with plt.style.context("dark_background"):
        ax = draw()
    assert to_hex(ax.title.get_color()) == "#ffffff"


def test_the_text_for_the_blind_is_one_or_more_sentences_with_numbers(draw):
    text = alt_text(draw())
    assert text.endswith(".")
    assert any(letter.isdigit() for letter in text)


def test_the_last_line_names_version_source_and_licence():
    notes = ilkit.plots.expression("IL-6").texts[-1].get_text().replace("\n", " ")
    assert notes.endswith("Source: ilkit 2026.11.1, expression; Human Protein Atlas; CC-BY-SA-4.0")


def test_the_version_of_a_frame_is_not_claimed():
    mine = ilkit.load("interleukins", interleukin="IL-6")
    assert "ilkit, interleukins" in ilkit.plots.timeline(mine).texts[-1].get_text()
    assert "ilkit 2026.11.0, interleukins" in ilkit.plots.timeline(mine, version="2026.11.0").texts[-1].get_text()


def test_a_dataset_is_as_good_as_its_version():
    ax = ilkit.plots.timeline("IL-6", version=ilkit.Dataset("2026.11.0"))
    assert "ilkit 2026.11.0" in ax.texts[-1].get_text()


def test_an_axes_without_a_picture_has_no_text_for_the_blind():
    with pytest.raises(FilterError, match=r"holds no picture of ilkit\.plots"):
        alt_text(Figure().add_subplot())


def test_something_else_than_an_axes_is_refused():
    with pytest.raises(FilterError, match=r"expected a matplotlib Axes, .* found Figure"):
        ilkit.plots.timeline(ax=Figure())


@pytest.mark.parametrize("name", TAKING_FRAMES)
def test_a_frame_of_something_else_is_told_what_the_picture_needs(name):
    with pytest.raises(
        UnknownColumnError, match=r"The frame has no column .* The picture needs .* as ilkit.load\('\w+'\) returns them"
    ):
        getattr(ilkit.plots, name)(pd.DataFrame({"gene": ["IL6"]}))


@pytest.mark.parametrize("name", TAKING_FRAMES)
def test_a_frame_without_rows_is_told_to_be_empty(name):
    table = {"timeline": "interleukins", "families": "interleukins", "receptors": "binding", "diseases": "disease_associations"}
    empty = ilkit.load({**table, "drugs": "drug_targets"}.get(name, name)).head(0)
    with pytest.raises(FilterError, match="There is nothing to draw: the frame has no rows"):
        getattr(ilkit.plots, name)(empty)


@pytest.mark.parametrize("name", [*TAKING_FRAMES, "network"])
def test_a_name_that_stands_for_nothing_is_told_so(name):
    with pytest.raises(UnknownNameError, match="IL-99"):
        getattr(ilkit.plots, name)("IL-99")


def test_names_may_come_from_a_generator():
    for draw in (ilkit.plots.drugs, ilkit.plots.timeline):
        assert alt_text(draw(name for name in ["IL-5", "IL-6"])) == alt_text(draw(["IL-5", "IL-6"]))


def rows_of_ones_own() -> dict:
    diseases, effects = (ilkit.load(table, interleukin="IL-2") for table in ("disease_associations", "effects"))
    expression = ilkit.load("expression", interleukin="IL-2").query("unit == 'NX'")
    return {
        "an unknown molecule in a tree": ("families", pd.DataFrame({"il_id": ["IL-99"]})),
        "an unknown molecule with effects": ("effects", effects.assign(il_id="IL-99")),
        "an unknown molecule with diseases": ("diseases", diseases.assign(il_id="IL-99")),
        "disputed rows": ("diseases", diseases.assign(confidence="disputed")),
        "unknown diseases": ("diseases", diseases.assign(disease_id="mine")),
        "no value": ("expression", expression.assign(value=float("nan"))),
    }


@pytest.mark.parametrize("case", rows_of_ones_own())
def test_rows_of_ones_own_that_give_no_picture_are_told_so(case):
    name, rows = rows_of_ones_own()[case]
    with pytest.raises(FilterError, match="There is nothing to draw: "):
        getattr(ilkit.plots, name)(rows)


def test_rows_of_genes_need_no_molecule_and_one_without_values_is_drawn_as_not_measured():
    effects = ilkit.load("effects", interleukin="IL-2")
    assert alt_text(ilkit.plots.effects(effects.drop(columns="il_id"))) == alt_text(ilkit.plots.effects("IL-2"))
    expression = ilkit.load("expression", interleukin=["IL-2", "IL-10"]).query("unit == 'NX'")
    expression.loc[expression["symbol"] == "IL2", "value"] = float("nan")
    ax = ilkit.plots.expression(expression)
    assert [label.get_text() for label in ax.get_xticklabels()] == ["IL2", "IL10"]


@pytest.mark.parametrize(("name", "argument"), [("variants", "measure"), ("expression", "unit")])
@pytest.mark.parametrize("given", [["beta"], {}, 5])
def test_a_choice_of_another_kind_is_refused(name, argument, given):
    with pytest.raises(FilterError, match=argument):
        getattr(ilkit.plots, name)("IL-23", **{argument: given})


def test_rows_of_an_unknown_source_are_drawn_without_its_title():
    rows = ilkit.load("interleukins", interleukin=["IL-2", "IL-6"]).assign(source_id="mine")
    said = [text.get_text().replace("\n", " ") for text in written(ilkit.plots.timeline(rows))]
    assert "Source: ilkit, interleukins; CC-BY-4.0" in said


def test_a_name_without_rows_is_told_which_table_has_none():
    with pytest.raises(FilterError, match="the table 'effects' has no rows for 'IL-14'"):
        ilkit.plots.effects("IL-14")


def test_without_matplotlib_the_error_names_what_to_install():
    code = (
        "import sys; sys.modules['matplotlib'] = None\n"
        "import ilkit\n"
        "try: ilkit.plots\n"
        "except ilkit.errors.MissingExtraError as error: print(isinstance(error, ImportError), error)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PROJECT).stdout
    assert issubclass(MissingExtraError, ImportError)
    assert said.strip() == (
        "True This needs the package 'matplotlib', which is not installed. Install it with: pip install 'ilkit[plots]'"
    )


def test_importing_ilkit_imports_no_pictures():
    code = "import sys, ilkit; print([name for name in ('matplotlib', 'networkx', 'ilkit.plots') if name in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PROJECT).stdout.strip() == "[]"
    )


def test_the_package_has_no_other_names_than_it_says():
    with pytest.raises(AttributeError, match="has no attribute 'pictures'"):
        ilkit.pictures  # noqa: B018
