"""Pictures of the dataset: each function takes names or a tidy frame, draws on a matplotlib Axes and returns it.

>>> import ilkit
>>> ax = ilkit.plots.timeline(["IL-1B", "IL-2", "IL-30"])
>>> ilkit.plots.alt_text(ax)
'Timeline of 3 interleukin designations, first described from 1976 to 2002: 2 established, 1 retired.'

The first argument of each is what to draw: names that `ilkit.load` takes, or rows of the table that the function names,
as `ilkit.load` returns them, so that rows can be left out beforehand. ``ax`` is the Axes to draw on; without one, a figure
of fitting size is made. A figure of one's own has room for all texts with ``layout="constrained"``. ``version`` is the
dataset version that names are looked up in.
"""

from ilkit.extras import require

require("matplotlib", "plots")

from ilkit.plots.canvas import alt_text  # noqa: E402
from ilkit.plots.diseases import diseases  # noqa: E402
from ilkit.plots.drugs import drugs  # noqa: E402
from ilkit.plots.effects import effects  # noqa: E402
from ilkit.plots.expression import expression  # noqa: E402
from ilkit.plots.families import families  # noqa: E402
from ilkit.plots.network import network  # noqa: E402
from ilkit.plots.receptors import receptors  # noqa: E402
from ilkit.plots.timeline import timeline  # noqa: E402
from ilkit.plots.variants import variants  # noqa: E402

__all__ = ["alt_text", "diseases", "drugs", "effects", "expression", "families", "network", "receptors", "timeline", "variants"]
