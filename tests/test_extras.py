"""Optional packages."""

import json

import pytest

from ilkit.errors import MissingExtraError
from ilkit.extras import require


def test_a_package_that_is_there_is_returned():
    assert require("json", "export") is json


def test_a_package_that_is_not_there_is_an_import_error_that_says_what_to_run():
    with pytest.raises(MissingExtraError, match=r"pip install 'ilkit\[export\]'") as caught:
        require("no_such_package", "export")
    assert isinstance(caught.value, ImportError)
