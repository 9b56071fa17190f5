"""The pictures at their defaults, drawn off screen and closed after each test."""

import matplotlib as mpl
import pytest

import ilkit

mpl.use("Agg")

PSORIASIS = {"interleukin": "IL-23", "disease": "psoriasis"}
PICTURES = {
    "timeline": lambda **how: ilkit.plots.timeline(**how),
    "families": lambda **how: ilkit.plots.families(**how),
    "receptors": lambda **how: ilkit.plots.receptors(**how),
    "receptors of a few": lambda **how: ilkit.plots.receptors(["IL-2", "IL-35", "IL-1RA"], **how),
    "effects": lambda **how: ilkit.plots.effects(**how),
    "effects of one": lambda **how: ilkit.plots.effects("IL-6", **how),
    "diseases": lambda **how: ilkit.plots.diseases(**how),
    "diseases of a gene": lambda **how: ilkit.plots.diseases("IL12B", **how),
    "drugs": lambda **how: ilkit.plots.drugs(**how),
    "drugs of a few": lambda **how: ilkit.plots.drugs(["IL-2", "IL-6"], **how),
    "expression": lambda **how: ilkit.plots.expression(["IL-2", "IL-6", "IL-23", "IL-35"], **how),
    "network": lambda **how: ilkit.plots.network("IL-6", **how),
    "network of a complex": lambda **how: ilkit.plots.network("IL-23", **how),
    "variants": lambda **how: ilkit.plots.variants(ilkit.load("variants", **PSORIASIS), **how),
    "variants of one": lambda **how: ilkit.plots.variants("IL-2", **how),
}


@pytest.fixture(params=sorted(PICTURES))
def draw(request):
    return PICTURES[request.param]


@pytest.fixture(autouse=True)
def _close_figures():
    import matplotlib.pyplot as plt

    yield
    plt.close("all")
