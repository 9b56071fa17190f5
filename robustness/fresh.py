"""A pytest plugin for `robustness.mutants`: what an earlier test opened is forgotten, so that mutants are seen at work."""

from __future__ import annotations

import os

import hypothesis
import pytest

from ilkit import api

hypothesis.settings.register_profile("mutants", max_examples=15, deadline=None, derandomize=True, database=None)


def pytest_sessionstart() -> None:
    """Forget the versions that the process opened before it was forked."""
    api._dataset.cache_clear()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """While it is recorded which test calls which function, open the version anew in each test."""
    if os.environ.get("MUTANT_UNDER_TEST") == "stats":
        api._dataset.cache_clear()
