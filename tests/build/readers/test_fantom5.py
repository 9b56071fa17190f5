"""FANTOM5: ligands and receptors in primary cells, with symbols of 2014."""

import pytest

from ilkit.build.readers import fantom5
from ilkit.errors import SourceFormatError

SOURCE = "fantom5_lr_expression"
VALUES = "ApprovedSymbol\tMast cells\tMast cells stimulated\nOLD1\t0\t5550.8367\nBBB1\t2.5\t1e-3\n"
GENES = "ApprovedSymbol\tApprovedName\tClass\tHGNCID\nOLD1\tan old symbol\tligand\t6025\nBBB1\tanother\treceptor\t12\n"


def read(make_source, values=VALUES, genes=GENES):
    return fantom5.read(make_source(SOURCE, **{"LR.expr.txt.gz": values, "LR.genes.txt": genes}))


def test_each_cell_type_becomes_a_row(make_source):
    values = read(make_source)["values"]
    assert values.set_index(["ApprovedSymbol", "sample"])["value"].to_dict() == {
        ("OLD1", "Mast cells"): 0.0,
        ("OLD1", "Mast cells stimulated"): 5550.8367,
        ("BBB1", "Mast cells"): 2.5,
        ("BBB1", "Mast cells stimulated"): 0.001,
    }


def test_an_old_symbol_has_its_number(make_source):
    assert read(make_source)["genes"].set_index("ApprovedSymbol")["HGNCID"].to_dict() == {"OLD1": 6025, "BBB1": 12}


@pytest.mark.parametrize(
    ("part", "name", "old", "new", "place"),
    [
        ("values", "LR.expr.txt.gz", "1e-3", "", "line 3, column 'Mast cells stimulated': expected a finite number of at least 0"),
        ("values", "LR.expr.txt.gz", "1e-3", "NaN", "line 3, column 'Mast cells stimulated': expected a finite number"),
        ("genes", "LR.genes.txt", "\t12", "\tHGNC:12", "line 3, column 'HGNCID': expected a whole number of at least 1"),
        ("genes", "LR.genes.txt", "BBB1", "OLD1", "line 3, column 'ApprovedSymbol': expected each value once"),
    ],
)
def test_a_malformed_cell_is_reported_with_file_line_and_column(make_source, part, name, old, new, place):
    given = {"values": VALUES, "genes": GENES}
    with pytest.raises(SourceFormatError) as error:
        read(make_source, **{part: given[part].replace(old, new)})
    assert f"file {SOURCE}/{name}, {place}" in str(error.value)


def test_the_real_file_holds_1253_genes_in_144_cell_types(real_source):
    parts = fantom5.read(real_source(SOURCE))
    assert len(parts["values"]) == 1253 * 144
    assert parts["values"]["sample"].nunique() == 144
    assert set(parts["values"]["ApprovedSymbol"]) <= set(parts["genes"]["ApprovedSymbol"])
    assert parts["genes"].set_index("ApprovedSymbol")["HGNCID"][["IL8", "DARC"]].tolist() == [6025, 4035]
