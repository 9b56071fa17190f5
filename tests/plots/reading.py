"""What the tests read from a picture."""


def labels(axis):
    return [label.get_text() for label in axis.get_ticklabels()]


def marks(ax):
    return [line for line in ax.lines if line.get_marker() in ("o", "s", "D", "v", "^")]
