"""A column of names as codes and distinct names."""

import numpy as np
import pandas as pd
import pytest

from ilkit.encoding import categories


@pytest.mark.parametrize("number", [1, 127, 128, 129, 255, 256, 257, 32_767, 32_768])
@pytest.mark.parametrize("with_null", [False, True])
def test_the_codes_of_a_category_stand_for_its_names_whatever_their_number(number: int, with_null: bool) -> None:
    names = [f"n{place}" for place in range(number)]
    column = pd.Categorical([*reversed(names), *([None] if with_null else [])], categories=names)
    codes, distinct = categories(column)
    assert [distinct[code] for code in codes] == [None if name is np.nan else name for name in column]


def test_a_category_that_no_row_has_is_no_name() -> None:
    _, distinct = categories(pd.Categorical(["IL6"], categories=["TP53", "IL6"]))
    assert distinct == [None, "IL6", None]
