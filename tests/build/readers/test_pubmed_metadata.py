"""PubMed: year, journal, DOI and title of publications."""

import pytest

from ilkit.build.readers import pubmed_metadata
from ilkit.errors import SourceFormatError

SOURCE = "pubmed_metadata_2026"
CONTENT = (
    "pmid\tyear\tjournal\tdoi\ttitle\n"
    "101\t1976\tJ Invented\t\tA first invented title.\n"
    '102\t2001\tJ Invented\t10.1002/(SICI)1:1<2::AID-3>3.0.CO;2-#\t"An ""odd"" title."\n'
    "103\t2026\t\t10.1000/x.1\t[A title of Müller].\n"
)
NAME = "pubmed_metadata.tsv.gz"


def test_a_publication_may_lack_journal_and_doi(make_source):
    publications = pubmed_metadata.read(make_source(SOURCE, **{NAME: CONTENT}))["publications"]
    assert publications["doi"].isna().tolist() == [True, False, False]
    assert publications["journal"].isna().tolist() == [False, False, True]
    assert publications.loc[3, "doi"] == "10.1002/(SICI)1:1<2::AID-3>3.0.CO;2-#"


def test_quotes_that_are_doubled_in_a_title_stand_for_one(make_source):
    publications = pubmed_metadata.read(make_source(SOURCE, **{NAME: CONTENT}))["publications"]
    assert publications.loc[3, "title"] == 'An "odd" title.'
    assert publications.loc[4, "title"] == "[A title of Müller]."


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("10.1000/x.1", "doi:10.1000/x.1", "line 4, column 'doi': expected a DOI"),
        ("1976", "Spring", "line 2, column 'year': expected a whole number between 1800 and 2100"),
        ("\n103\t", "\nPMID:103\t", "line 4, column 'pmid': expected a whole number"),
        ("A first invented title.", "", "line 2, column 'title': expected a text"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, old, new, place):
    with pytest.raises(SourceFormatError, match=f"file {SOURCE}/{NAME}, {place}"):
        pubmed_metadata.read(make_source(SOURCE, **{NAME: CONTENT.replace(old, new)}))


def test_the_real_file_holds_every_publication_once(real_source):
    publications = pubmed_metadata.read(real_source(SOURCE))["publications"]
    assert len(publications) == 13_485
    assert publications["pmid"].is_unique
    assert publications["doi"].isna().sum() == 331
    assert not publications["doi"].dropna().str.lower().duplicated().any()
    assert not publications["title"].str.contains('""').any()
    assert publications.set_index("pmid").loc[12345, ["year", "journal"]].tolist() == [1976, "J Pharm Pharmacol"]
