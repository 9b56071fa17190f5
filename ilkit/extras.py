"""Packages that ilkit needs for some tasks only."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from ilkit.errors import MissingExtraError


def require(module: str, extra: str) -> ModuleType:
    """Return a module of an optional package, or say which extra of ilkit brings it."""
    try:
        return import_module(module)
    except ImportError as missing:
        raise MissingExtraError(
            f"This needs the package {module.split('.')[0]!r}, which is not installed. "
            f"Install it with: pip install 'ilkit[{extra}]'"
        ) from missing
