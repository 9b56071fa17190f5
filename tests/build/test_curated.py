"""Curated tables: there are some, and each row says why it is there."""

import pytest

from ilkit.build.curated import read_curated
from ilkit.errors import SourceFormatError


def test_a_folder_without_curated_tables_is_refused(tmp_path):
    with pytest.raises(SourceFormatError, match="No curated tables in"):
        read_curated(tmp_path)


def test_a_curated_table_without_reasons_is_refused(tmp_path):
    (tmp_path / "names.csv").write_text("name\nx\n", "utf-8")
    with pytest.raises(SourceFormatError, match="a column named 'reason'"):
        read_curated(tmp_path)
