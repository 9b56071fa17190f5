"""UniProt: lengths of reviewed proteins."""

import pytest

from ilkit.build.readers import uniprot_reviewed
from ilkit.errors import SourceFormatError

HEADER = "Entry\tLength\tGene Names (primary)\n"
NAME = "uniprotkb_invented.tsv.gz"


def test_genes_are_listed_and_may_be_missing(make_source):
    source = make_source("uniprot_reviewed_human", **{NAME: HEADER + "P00001\t10\tAAA1; AAA2\nA0A000AAA0\t20\t\n"})
    entries = uniprot_reviewed.read(source)["entries"]
    assert [tuple(name.strip() for name in names) for names in entries["Gene Names (primary)"]] == [("AAA1", "AAA2"), ()]
    assert entries["Length"].tolist() == [10, 20]


@pytest.mark.parametrize(("row", "column"), [("X1\t10\tA", "Entry"), ("P00001\t0\tA", "Length"), ("P00001\tten\tA", "Length")])
def test_a_malformed_entry_is_a_fault(make_source, row, column):
    source = make_source("uniprot_reviewed_human", **{NAME: HEADER + row + "\n"})
    with pytest.raises(SourceFormatError, match=f"line 2, column '{column}': expected"):
        uniprot_reviewed.read(source)


def test_a_cut_archive_is_a_fault(make_source):
    source = make_source("uniprot_reviewed_human", **{NAME: HEADER + "P00001\t10\tA\n"})
    path = source.folder / NAME
    source.facts["sha256"].clear()
    path.write_bytes(path.read_bytes()[:-9])
    import hashlib

    source.facts["sha256"][NAME] = hashlib.sha256(path.read_bytes()).hexdigest()
    with pytest.raises(SourceFormatError, match="expected a whole gzip file"):
        uniprot_reviewed.read(source)


def test_the_real_file_holds_all_reviewed_proteins(real_source):
    entries = uniprot_reviewed.read(real_source("uniprot_reviewed_human"))["entries"]
    assert len(entries) == 20_436
    assert entries.set_index("Entry").loc["P05231", "Length"] == 212


def test_the_real_file_has_proteins_of_no_gene_and_of_many(real_source):
    entries = uniprot_reviewed.read(real_source("uniprot_reviewed_human"))["entries"].set_index("Entry")
    assert entries.index.is_unique
    assert (entries["Gene Names (primary)"] == ()).sum() == 156
    assert entries.loc["P69905", "Gene Names (primary)"] == ("HBA1", "HBA2")
