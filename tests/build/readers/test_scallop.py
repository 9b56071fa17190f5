"""SCALLOP-INF: loci, independent signals, effects on diseases and labels of proteins."""

import pytest

from ilkit.build.readers import scallop
from ilkit.errors import SourceFormatError

SOURCE = "scallop_inf_2024"
LOCI = "INF1.merge.cis.vs.trans.csv"
SIGNALS = "INF1.jma-rsid.tsv"
OUTCOMES = "gsmr-efo-reduce-more.tsv"
PANEL = "olink.inf.panel.annot.tsv"
FILES = {
    LOCI: ",".join(scallop.LOCI) + '\nP00001,AA.1B,5,100,chr5:100_A_G,-363.45,"Invented protein 1, beta (AA-1B)",AA-1B,cis\n',
    SIGNALS: "\t".join(scallop.SIGNALS)
    + "\nAA.1B\trs1\t5\trs1\t100\tA\t0.3\t-0.49\t0.01\t0\nAA.1B\trs1\t5\trs2\t150\tCTT\t0.1\t0.2\t0.02\t3e-9\n",
    OUTCOMES: "\t".join(scallop.OUTCOMES) + "\nAA-1B\tInvented disease\tebi-a-GCST000001\t24\t8e-28\t0.32\t0.03\n",
    PANEL: "\t".join(scallop.PANEL) + "\nAA-1B\tP00001\n",
}


def read(make_source, **changed):
    return scallop.read(make_source(SOURCE, **(FILES | changed)))


def test_both_names_of_a_protein_and_the_class_of_its_locus_are_kept(make_source):
    loci = read(make_source)["loci"]
    assert loci.loc[2, ["prot", "p.target.short", "cis.trans", "log10p"]].tolist() == ["AA.1B", "AA-1B", "cis", -363.45]
    assert loci.loc[2, "p.target"] == "Invented protein 1, beta (AA-1B)"


def test_a_locus_may_have_several_signals_and_p_may_underflow(make_source):
    signals = read(make_source)["signals"]
    assert signals["SNPID"].tolist() == ["rs1", "rs1"]
    assert signals["SNP"].tolist() == ["rs1", "rs2"]
    assert signals["p"].tolist() == [0, 3e-9]
    assert signals["refA"].tolist() == ["A", "CTT"]


def test_outcomes_and_labels_are_read(make_source):
    tables = read(make_source)
    assert tables["outcomes"].loc[2, ["protein", "id", "bxy"]].tolist() == ["AA-1B", "ebi-a-GCST000001", 0.32]
    assert tables["panel"].loc[2].tolist() == ["AA-1B", "P00001"]


@pytest.mark.parametrize(
    ("name", "old", "new", "column"),
    [
        (LOCI, "-363.45", "363.45", "log10p"),
        (LOCI, ",cis\n", ",both\n", "cis.trans"),
        (LOCI, "_A_G", "", "SNP"),
        (LOCI, "P00001", "IL12B", "uniprot"),
        (SIGNALS, "\t0.3\t", "\t1.3\t", "freq"),
        (SIGNALS, "AA.1B\trs1\t5\trs1", "AA.1B\trs1\t5\t5:100", "SNP"),
        (SIGNALS, "\t0\n", "\tNA\n", "p"),
        (OUTCOMES, "ebi-a-GCST000001", "asthma", "id"),
        (OUTCOMES, "8e-28", "-1", "fdr"),
        (PANEL, "P00001", "NA", "uniprot"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, name, old, new, column):
    with pytest.raises(SourceFormatError) as error:
        read(make_source, **{name: FILES[name].replace(old, new, 1)})
    assert f"file {SOURCE}/{name}, line 2, column '{column}': expected " in str(error.value)


def test_a_label_stands_for_one_protein(make_source):
    with pytest.raises(SourceFormatError, match="each value once"):
        read(make_source, **{PANEL: FILES[PANEL] + "AA-1B\tP00002\n"})


def test_the_real_files_hold_180_loci_with_227_signals(real_source):
    tables = scallop.read(real_source(SOURCE))
    assert {name: len(rows) for name, rows in tables.items()} == {"loci": 180, "signals": 227, "outcomes": 555, "panel": 92}
    assert tables["loci"]["cis.trans"].value_counts().to_dict() == {"trans": 121, "cis": 59}
    assert set(tables["loci"]["prot"]) == set(tables["signals"]["prot"])


def test_in_the_real_files_p_underflows_but_not_its_logarithm(real_source):
    tables = scallop.read(real_source(SOURCE))
    assert (tables["signals"]["p"] == 0).sum() == 13
    assert tables["loci"]["log10p"].min() < -900
    assert tables["outcomes"]["protein"].isin(tables["panel"]["target.short"]).all()
