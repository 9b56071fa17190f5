"""The tests themselves: each asserts something, itself or through a helper."""

import ast
from collections.abc import Collection

import pytest

from .conftest import PROJECT

TREES = {path: ast.parse(path.read_text("utf-8")) for path in sorted((PROJECT / "tests").rglob("*.py"))}
FUNCTIONS = [(path, node) for path, tree in TREES.items() for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
RAISING = ("raises", "warns", "fail")


def called(node: ast.AST) -> set[str]:
    """Return the names of the functions that are called in a piece of code, without what stands before the dot."""
    calls = [call.func for call in ast.walk(node) if isinstance(call, ast.Call)]
    return {func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "") for func in calls}


def asserts(node: ast.AST, helpers: Collection[str] = ()) -> bool:
    """Tell whether a piece of code asserts something, or calls what does or what raises where something is wrong."""
    if any(isinstance(part, ast.Assert) and not isinstance(part.test, ast.Constant) for part in ast.walk(node)):
        return True
    return any(name in RAISING or name in helpers or name.startswith(("assert_", "check_")) for name in called(node))


HELPERS = {node.name for _, node in FUNCTIONS if not node.name.startswith("test_") and asserts(node)}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("assert x", True),
        ("with pytest.raises(KeyError): x", True),
        ("pd.testing.assert_frame_equal(x, y)", True),
        ("helper(x)", True),
        ("x.load('genes')", False),
        ("assert True", False),
        ("'assert x'", False),
    ],
)
def test_what_counts_as_an_assertion(code, expected):
    assert asserts(ast.parse(code), {"helper"}) is expected


def test_no_test_asserts_nothing():
    tests = [(path, node) for path, node in FUNCTIONS if node.name.startswith("test_")]
    assert len(tests) > 1_000
    assert [f"{path.name}::{node.name}" for path, node in tests if not asserts(node, HELPERS)] == []
