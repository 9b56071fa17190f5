"""How to cite: the version, the sources behind tables and rows, and what their licences ask for."""

import json
import re
import warnings

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import ilkit
from ilkit.bibliography import FORMATS, LICENCE_TEXTS, Cited, bibtex
from ilkit.errors import FilterError, UnknownColumnError, UnknownNameError, UnknownTableError

VERSIONS = ilkit.versions()["version"].tolist()
SHARE_ALIKE = "Share-alike: derived data must carry this licence or a later version of it."


def one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def bibtex_entries(text: str) -> dict:
    bibtexparser = pytest.importorskip("bibtexparser", reason="bibtexparser, of the extra dev, is not installed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        decode = bibtexparser.middlewares.LatexDecodingMiddleware()
        library = bibtexparser.parse_string(text, append_middleware=[decode])
    assert not library.failed_blocks
    return {entry.key: {field.key: str(field.value) for field in entry.fields} for entry in library.entries}


def test_the_version_is_cited_with_date_and_digest():
    text = ilkit.cite()
    assert text.startswith("The ilkit authors (2026). ilkit: reference tables of human interleukins. Dataset, version 2026.11.1,")
    assert "released 2026-11-25" in text and ilkit.Dataset().digest in text
    assert 'cite("functions")' in text and "doi" not in text.casefold()


def test_every_table_stands_under_its_licence():
    text = one_line(ilkit.cite())
    for licence, tables in ilkit.tables().groupby("licence")["table"]:
        assert f"- {licence} ({LICENCE_TEXTS[licence]}): {', '.join(tables)}." in text


@pytest.mark.parametrize("version", VERSIONS)
def test_a_table_is_cited_with_all_sources_that_its_rows_name(version):
    data = ilkit.Dataset(version)
    for table in data.tables()["table"].drop(data.tables().index[data.tables()["table"] == "sources"]):
        keys = {item["id"] for item in json.loads(data.cite(table, format="csl-json"))}
        assert {f"ilkit-{source_id}" for source_id in data.load(table, ["source_id"])["source_id"]} < keys


def test_each_source_is_named_with_title_page_citation_and_licence(tables):
    sources = tables["sources"]
    text = one_line(ilkit.cite(sources))
    for source in sources.fillna("").to_dict("records"):
        assert f"{source['title']}. Version: {source['version']}." in text
        assert f"{source['citation'].rstrip('.')}. Licence: {source['licence']}" in text
        assert source["url"] in text and (source["licence_url"] in text or source["licence"] in LICENCE_TEXTS)


def test_what_was_noted_from_memory_is_marked_and_nothing_else_is(tables):
    sources = tables["sources"]
    text = ilkit.cite(sources)
    assert one_line(text).count("(noted from memory: check it)") == (~sources["citation_verified"]).sum()
    assert one_line(text).count("Noted from memory or inferred: see") == (~sources["licence_verified"]).sum()


def test_share_alike_is_said_of_the_tables_and_sources_that_ask_for_it_and_of_no_others(tables):
    sources = tables["sources"]
    assert one_line(ilkit.cite(sources)).count(SHARE_ALIKE) == sources["share_alike"].sum()
    assert one_line(ilkit.cite("regulators")).count(SHARE_ALIKE) == 2
    assert SHARE_ALIKE not in one_line(ilkit.cite("functions"))


@pytest.mark.parametrize("format", ["bibtex", "csl-json"])
def test_the_licences_of_the_tables_stand_in_the_entry_of_the_dataset(format):
    noted = "Tables used: drugs (CC-BY-SA-4.0), functions (CC-BY-4.0)."
    assert noted in ilkit.cite(["functions", "drugs"], format=format).replace("\\_", "_")
    assert "Tables used" not in ilkit.cite(format=format)


def test_licences_that_ask_for_attribution_have_a_text_and_changes_are_indicated(tables):
    licences = set(tables["sources"]["licence"])
    assert {name for name in licences if not name.startswith("LicenseRef")} <= set(LICENCE_TEXTS)
    assert "Facts were extracted and changed" in ilkit.cite("functions")


def test_a_frame_is_cited_with_just_the_sources_of_its_rows():
    rows = ilkit.load("functions", interleukin="IL-6")
    cited = json.loads(ilkit.cite(rows, format="csl-json"))
    assert [item["id"] for item in cited[1:]] == sorted(f"ilkit-{source_id}" for source_id in rows["source_id"].unique())
    assert "Tables" not in ilkit.cite(rows)


def test_frames_of_every_engine_in_memory_are_cited_alike():
    frame = ilkit.load("drugs")
    with_null = frame.astype({"source_id": "object"}).reindex([*frame.index, -1])
    others = pl.from_pandas(frame), pa.Table.from_pandas(frame), frame.astype({"source_id": "category"}), with_null
    assert {ilkit.cite(other) for other in others} == {ilkit.cite(frame)}


def test_a_frame_without_rows_names_no_source():
    assert len(json.loads(ilkit.cite(ilkit.load("genes")[:0], format="csl-json"))) == 1


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_call_gives_the_same_text_whatever_the_order(format):
    assert ilkit.cite(["drugs", "expression", "drugs"], format=format) == ilkit.cite({"expression", "drugs"}, format=format)
    rows = ilkit.load("variants")
    assert ilkit.cite(rows, format=format) == ilkit.cite(rows[::-1], format=format)


@pytest.mark.parametrize("version", VERSIONS)
def test_bibtex_is_read_back_as_it_was_meant(version):
    data = ilkit.Dataset(version)
    sources = data.load("sources")
    entries = bibtex_entries(data.cite(sources, format="bibtex"))
    assert next(iter(entries)) == f"ilkit-{version}" and len(entries) == len(sources) + 1
    for source in sources.to_dict("records"):
        entry = entries[f"ilkit-{source['source_id']}"]
        assert entry["title"].strip("{}") == source["title"]
        assert source["citation"].rstrip(".") in entry["note"]


def test_signs_that_tex_reads_are_escaped():
    strange = r"100% A&B_c #1 ${x}$ ~ \ β"
    source = dict.fromkeys(["source_id", "title", "version", "licence", "citation"], "a_b") | {
        "title": strange,
        "url": "https://example.org/{a}_b%20c",
        **dict.fromkeys(["licence_url", "share_alike", "licence_verified", "citation_verified"]),
    }
    descriptor = {"created": "2030-01-01T00:00:00Z", "version": "2030.1.0", "title": strange, "digest": "sha256:0"}
    entry = bibtex_entries(bibtex(Cited(descriptor, [], [source])))["ilkit-a_b"]
    assert entry["title"].removeprefix("{").removesuffix("}") == strange
    assert "https://example.org/%7Ba%7D_b%20c" in bibtex(Cited(descriptor, [], [source]))


def test_keys_are_ascii_and_unique(tables):
    keys = [item["id"] for item in json.loads(ilkit.cite(tables["sources"], format="csl-json"))]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"ilkit-[A-Za-z0-9._-]+", key) for key in keys)


def test_csl_items_have_no_properties_but_those_of_the_standard_and_null_nowhere(tables):
    items = json.loads(ilkit.cite(tables["sources"], format="csl-json"))
    allowed = {"id", "type", "title", "author", "issued", "version", "URL", "note", "custom"}
    assert all(set(item) <= allowed and None not in item.values() and item["type"] == "dataset" for item in items)
    assert items[0]["issued"] == {"date-parts": [[2026, 11, 25]]}
    assert items[0]["author"] == [{"literal": "The ilkit authors"}]


def test_citeproc_renders_the_csl_items():
    citeproc = pytest.importorskip("citeproc", reason="citeproc-py, of the extra dev, is not installed")
    from citeproc.source.json import CiteProcJSON

    items = json.loads(ilkit.cite("regulators", format="csl-json"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        source = CiteProcJSON(items)
        style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.plain)
        for item in items:
            bibliography.register(citeproc.Citation([citeproc.CitationItem(item["id"])]))
        rendered = " ".join(str(entry) for entry in bibliography.bibliography())
    assert "The ilkit authors (2026)" in rendered and "TRRUST v2" in rendered


def test_a_table_a_source_or_a_format_that_does_not_exist_is_an_error_that_says_what_does():
    with pytest.raises(UnknownTableError, match="Did you mean 'drugs'"):
        ilkit.cite("drug")
    with pytest.raises(UnknownNameError, match=r"There is no source 'hgncs' in version .* Did you mean 'hgnc'"):
        ilkit.cite(pd.DataFrame({"source_id": ["hgncs"]}))
    with pytest.raises(UnknownNameError, match="nor 1 more that the frame names"):
        ilkit.cite(pd.DataFrame({"source_id": ["x", 7]}))
    with pytest.raises(FilterError, match="Allowed: text, bibtex, csl-json"):
        ilkit.cite(format="ris")


def test_a_frame_without_source_id_is_an_error_that_says_what_to_do():
    with pytest.raises(UnknownColumnError, match="keep it when columns are chosen"):
        ilkit.cite(ilkit.load("genes", ["symbol"]))


@pytest.mark.parametrize(
    "given", [3, [], [3], [["genes"]], {"genes": 1}, pd.Series(["genes"]), pl.LazyFrame({"source_id": ["hgnc"]})], ids=str
)
def test_anything_else_is_refused(given):
    with pytest.raises(FilterError, match="expected a table, a list of tables, or a frame"):
        ilkit.cite(given)


def test_another_version_is_cited_as_such():
    assert "version 2026.11.0" in ilkit.cite(version="2026.11.0")
    assert "version 2026.11.0" in ilkit.cite("genes", version="2026.11.0")
