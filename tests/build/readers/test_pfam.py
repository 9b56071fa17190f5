"""Pfam: regions of proteins that match a family."""

import pytest

from ilkit.build.readers import pfam
from ilkit.errors import SourceFormatError

ROW = "P00001\t12\t90\t10\t95\tPF00001\tAAA\tDomain\t2\t80\t81\t133.1\t3.4e-35\tCL0001\n"
REGIONS = "#Pfam-A regions\n#Total\n#<seq id> <alignment start>\n" + ROW
CLANS = "identifier\tname\tdefinition\nCL0001\tEGF\t\n"


def read(make_source, regions=REGIONS, clans=CLANS):
    return pfam.read(make_source("pfam", **{"9606.tsv": regions, "pfam.clan.tsv": clans}))


def test_the_comments_hold_no_row_and_no_clan_is_null(make_source):
    regions = read(make_source, REGIONS + ROW.replace("CL0001", "No_clan").replace("P00001", "P00002"))["regions"]
    assert regions.index.tolist() == [4, 5]
    assert regions["clan"].isna().tolist() == [False, True]
    assert regions.loc[4, ["alignment start", "alignment end", "envelope start", "envelope end"]].tolist() == [12, 90, 10, 95]
    assert regions.loc[4, "E-value"] == 3.4e-35


def test_clans_have_names(make_source):
    assert read(make_source)["clans"].set_index("identifier")["name"].to_dict() == {"CL0001": "EGF"}


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("P00001", "AAA1", "seq id"),
        ("\t12\t", "\t0\t", "alignment start"),
        ("PF00001", "PB00001", "hmm acc"),
        ("Domain", "Fold", "type"),
        ("3.4e-35", "-1", "E-value"),
        ("133.1", "inf", "bit score"),
        ("CL0001\n", "No clan\n", "clan"),
    ],
)
def test_a_malformed_cell_is_a_fault(make_source, old, new, column):
    with pytest.raises(SourceFormatError, match=f"line 4, column '{column}'"):
        read(make_source, REGIONS.replace(old, new))


def test_the_real_file_has_the_one_domain_of_il6(real_source):
    frames = pfam.read(real_source("pfam"))
    assert (len(frames["regions"]), len(frames["clans"])) == (163, 796)
    il6 = frames["regions"][frames["regions"]["seq id"] == "P05231"]
    assert il6[["hmm acc", "hmm name", "envelope start", "envelope end"]].to_numpy().tolist() == [["PF00489", "IL6", 27, 212]]
    assert (frames["regions"]["envelope start"] <= frames["regions"]["alignment start"]).all()
