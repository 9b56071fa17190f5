"""The command ``ilkit``: the verbs of the package for a shell.

>>> from ilkit.cli import main
>>> main(["load", "chains", "--interleukin", "IL-23", "--columns", "il_id,symbol,chain_name", "--csv"])
il_id,symbol,chain_name
IL-23,IL23A,p19
IL-23,IL12B,p40
0
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from ilkit.cli.output import speak_any_text
from ilkit.cli.parser import read_arguments
from ilkit.errors import IlkitError

WRONG, INTERRUPTED, PIPE_CLOSED = 2, 130, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code: 0 done, 1 the answer is no, 2 it could not be answered.

    Raises
    ------
    SystemExit
        The arguments are wrong (2), or ask for help or the version (0).
    """
    speak_any_text(sys.stdout, sys.stderr)
    try:
        options = read_arguments(arguments)
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_the_rest()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except (IlkitError, OSError) as problem:
        print(f"ilkit: {problem}", file=sys.stderr)
        return WRONG
    return code


def _discard_the_rest() -> None:
    """Let Python flush at its exit what nobody reads any more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
