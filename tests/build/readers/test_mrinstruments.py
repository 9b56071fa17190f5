"""MRInstruments: GWAS Catalog associations with effect alleles."""

import pytest

from ilkit.build.readers import mrinstruments
from ilkit.errors import SourceFormatError

SOURCE = "mrinstruments_gwas_catalog_2017"
NAME = "gwas_catalog_2017-03-20.il.tsv.gz"
COLUMNS = list(mrinstruments.COLUMNS)
ROW = dict(
    zip(
        COLUMNS,
        [
            *(
                "Invented fever",
                "fever",
                "http://www.ebi.ac.uk/efo/EFO_0000001, http://www.orpha.net/ORDO/Orphanet_2",
                "GCST000001",
            ),
            *("Invented fever (unit decrease)", "", "101", "2014", "rs1", "X", "100", "Xp1", "AAA1", "AAA1,BBB1"),
            *("T", "C", "-0.17", "0.03", "4e-06", "unit decrease", "0.1"),
        ],
        strict=True,
    )
)


def table(*rows: dict[str, str]) -> str:
    return "".join("\t".join(cells) + "\n" for cells in [COLUMNS, *(row.values() for row in rows)])


def test_effects_are_numbers_and_mapped_genes_a_tuple(make_source):
    associations = mrinstruments.read(make_source(SOURCE, **{NAME: table(ROW)}))["associations"]
    row = associations.loc[2]
    assert (row["beta"], row["se"], row["pval"], row["units"]) == (-0.17, 0.03, 4e-06, "unit decrease")
    assert row["Gene_ens"] == ("AAA1", "BBB1")
    assert row["MAPPED_TRAIT_EFO_URI"].count("http") == 2


def test_what_the_study_did_not_report_is_null(make_source):
    row = ROW | dict.fromkeys(["effect_allele", "other_allele", "beta", "se", "units", "eaf"], "")
    associations = mrinstruments.read(make_source(SOURCE, **{NAME: table(row)}))["associations"]
    assert associations[["effect_allele", "other_allele", "beta", "se", "units", "eaf"]].isna().all(axis=None)


@pytest.mark.parametrize(("column", "cell"), [("effect_allele", "R"), ("eaf", "1.2"), ("SNP", "chr1:100"), ("beta", "inf")])
def test_a_malformed_cell_is_reported(make_source, column, cell):
    source = make_source(SOURCE, **{NAME: table(ROW, ROW | {column: cell})})
    with pytest.raises(SourceFormatError, match=rf"il.tsv.gz, line 3, column '{column}': expected .* found '{cell}'"):
        mrinstruments.read(source)


def test_in_the_real_file_an_effect_without_units_is_a_log_odds_ratio(real_source):
    associations = mrinstruments.read(real_source(SOURCE))["associations"]
    assert len(associations) == 541
    assert associations["beta"].isna().equals(associations["se"].isna()) and associations["beta"].notna().sum() == 333
    unitless = associations[associations["units"].isna() & associations["beta"].notna()]
    assert len(unitless) == 243 and (unitless["beta"] > 0).all()
    decreases = associations[associations["units"].str.contains("decrease", na=False)]
    assert (decreases["beta"] < 0).all()
