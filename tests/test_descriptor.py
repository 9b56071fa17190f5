"""Descriptors of builds of one's own: what is read from them is there and of its kind, or an IntegrityError says what is not."""

import json
import random

import pytest

import ilkit
from ilkit.catalog import find_versions
from ilkit.descriptor import misfit
from ilkit.errors import IntegrityError

from .conftest import RELEASED

OWN = "2030.1.0"
OTHERS = [1, -1, 2.5, True, None, "", "\ud800", [], {}, [[]], "a" * 300, {"name": []}, 10**400]


def places(content):
    """Return (holder, key) of every value below an object or a list."""
    for key, value in list(content.items() if isinstance(content, dict) else enumerate(content)):
        yield content, key
        if isinstance(value, dict | list):
            yield from places(value)


@pytest.fixture
def own(copied_release):
    """Return the descriptor of a copied version that the package does not know, and a function that writes it anew."""
    folder = (copied_release / ilkit.DEFAULT_VERSION).rename(copied_release / OWN)
    path = folder / "datapackage.json"
    text = path.read_text("utf-8").replace(f'"{ilkit.DEFAULT_VERSION}"', f'"{OWN}"', 1)

    def write(descriptor):
        path.write_text(json.dumps(descriptor), "utf-8")
        return copied_release

    return text, write


@pytest.mark.parametrize("version", find_versions(RELEASED))
def test_nothing_is_wrong_with_the_released_descriptors(version):
    assert misfit(json.loads((RELEASED / version / "datapackage.json").read_text("utf-8"))) is None


def test_three_hundred_values_of_another_kind_or_left_out_give_clear_errors_or_the_right_rows(own):
    text, write = own
    chance, genes = random.Random(20261125), ilkit.load("genes")
    noticed = 0
    for number in range(300):
        descriptor = json.loads(text)
        holder, key = chance.choice(list(places(descriptor)))
        if number % 3:
            holder[key] = chance.choice(OTHERS)
        else:
            del holder[key]
        try:
            data = ilkit.Dataset(OWN, root=write(descriptor))
            assert data.tables()["rows"].sum() > 0 and not data.columns("genes").empty
            assert OWN in repr(data) and OWN in data._repr_html_() and OWN in data.pin()
            assert data.load("genes").equals(genes), (number, key)
            if number % 20 == 0:
                data.verify()
        except IntegrityError:
            noticed += 1
    assert noticed > 150


@pytest.mark.parametrize(("key", "value"), [("title", None), ("created", "x"), ("created", "2026-13-01"), ("created", "2026")])
def test_a_descriptor_without_a_title_or_a_date_is_refused(own, key, value):
    text, write = own
    descriptor = json.loads(text) | {key: value}
    with pytest.raises(IntegrityError, match=key):
        ilkit.Dataset(OWN, root=write(descriptor))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda fields: fields[0].update(dtype="strr"), "dtype does not match"),
        (lambda fields: fields[0].update(description=5), "description is no text"),
        (lambda fields: fields[0]["constraints"].update(required="yes"), "required is no bool"),
        (lambda fields: fields[0]["constraints"].update(pattern="("), "has a pattern for 'il_id' that is none"),
        (lambda fields: fields[0].update(refers_to="interleukins.id"), "has columns that refer to what is not there: il_id"),
        (
            lambda fields: fields[2].update(label_of="nothing -> genes.symbol"),
            "has columns that refer to what is not there: symbol",
        ),
        (lambda fields: fields[1].update(name="il_id"), "names a column twice"),
        (lambda fields: fields[0].update(dtype="category"), "has no vocabulary for 'il_id'"),
        (lambda fields: fields.clear(), "schema.fields is empty"),
    ],
)
def test_what_is_wrong_with_a_field_is_said(own, change, says):
    text, write = own
    descriptor = json.loads(text)
    change(next(entry for entry in descriptor["resources"] if entry["name"] == "chains")["schema"]["fields"])
    with pytest.raises(IntegrityError) as caught:
        ilkit.Dataset(OWN, root=write(descriptor))
    assert says in str(caught.value)
