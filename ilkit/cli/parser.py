"""What can be typed after ``ilkit``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

import ilkit
from ilkit.cli import commands
from ilkit.errors import unknown

DESCRIPTION = (
    "Versioned, referenced tables of human interleukins, offline. On a terminal, tables are fitted to its width; in a pipe, \
they are tab-separated UTF-8 with one header line."
)
EPILOG = """\
exit codes:
  0    done; for find, verify and diff: all found, all whole, no difference
  1    the answer is no: a name stands for nothing or for several things (find, show), the files are not
       those of the release (verify), the versions differ (diff), a file in the way was kept (notebooks)
  2    no answer: wrong usage, an unknown table, column or version, a damaged file, a missing extra
  130  interrupted;  141  the reader of the output went away

examples:
  ilkit show IL-6
  ilkit find IL8 P05231 CXCL8 --json
  ilkit load disease_associations --interleukin IL-23 --disease psoriasis --csv > il23.csv
  ilkit verify && ilkit diff 2026.11.0 2026.11.1
"""


class Parser(argparse.ArgumentParser):
    """A parser that names the closest match and says what is wrong in one message."""

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            raise argparse.ArgumentError(None, unknown(action.dest, value, action.choices))

    def error(self, message: str) -> NoReturn:
        """Exit with 2 and the message."""
        self.exit(2, f"ilkit: {message.removesuffix('.')}. See {self.prog} --help.\n")


def _path(given: str) -> str:
    if not given:
        raise argparse.ArgumentTypeError("expected a path, found an empty text")
    return given


OPTIONS: dict[str, dict[str, Any]] = {
    "dataset": {"metavar": "VERSION", "help": f"dataset version to read (default: {ilkit.DEFAULT_VERSION})"},
    "root": {"metavar": "DIR", "type": _path, "help": "folder of versions to read (default: $ILKIT_DATA, else the package's own)"},
    "json": {"action": "store_true", "help": "print JSON, with null for what is unknown"},
    "csv": {"action": "store_true", "help": "print CSV"},
}
DATA = "dataset", "root"
ROWS = "json", "csv"


def read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return what was typed; ``run`` is the command to call with it."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.command is None:
        parser.print_help(sys.stderr)
        parser.exit(2)
    for name in ("dataset", "root", "json"):
        if getattr(options, name) not in (None, False) and name not in options.takes:
            parser.error(f"The command {options.command!r} takes no --{name}.")
    if options.json and options.csv:
        parser.error("The rows are printed in one form, --json or --csv, and both were given.")
    if options.version is not None:
        if options.dataset not in (None, options.version):
            parser.error(f"Two versions were given, {options.version} and --dataset {options.dataset}: give one.")
        options.dataset = options.version
    return options


def _parser() -> Parser:
    parser = Parser(
        prog="ilkit",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    about = f"ilkit {ilkit.__version__}, dataset {ilkit.DEFAULT_VERSION}"
    parser.add_argument("-V", "--version", action="version", version=about, help="print the versions of package and dataset")
    for name in ("dataset", "root", "json"):
        parser.add_argument(f"--{name}", **OPTIONS[name])
    parser.set_defaults(csv=False, version=None)
    listed = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")

    def command(name: str, run: Callable[[argparse.Namespace], int], *options: str, about: str) -> Parser:
        added = listed.add_parser(name, help=about, description=f"{about[0].upper()}{about[1:]}.", allow_abbrev=False)
        forms = added.add_mutually_exclusive_group() if set(ROWS) <= set(options) else added
        for option in options:
            (forms if option in ROWS else added).add_argument(f"--{option}", **OPTIONS[option] | {"default": argparse.SUPPRESS})
        added.set_defaults(run=run, takes=options)
        return added

    _add_looking_up(command)
    _add_checking(command)
    _add_taking_elsewhere(command)
    return parser


def _add_looking_up(command: Callable[..., Parser]) -> None:
    command("tables", commands.tables, *DATA, *ROWS, about="list the tables of a version")
    command("versions", commands.versions, "root", *ROWS, about="list the dataset versions at hand")
    command("columns", commands.columns, *DATA, *ROWS, about="describe the columns of a table").add_argument(
        "table", metavar="TABLE"
    )
    show = command("show", commands.show, *DATA, "json", about="show what is known of one interleukin, gene or receptor")
    show.add_argument("name", metavar="NAME", help="any of its names or ids")
    find = command("find", commands.find, *DATA, *ROWS, about="tell which interleukins and genes names stand for")
    find.add_argument("names", metavar="NAME", nargs="+")
    find.add_argument("--species", default="human", help="human (default), mouse or rat: whose genes the names are of")
    load = command("load", commands.load, *DATA, *ROWS, about="print the rows of a table")
    load.add_argument("table", metavar="TABLE")
    load.add_argument("--columns", metavar="A,B,…", help="columns to print, in this order")
    for name in commands.FILTERS:
        load.add_argument(f"--{name}", metavar="NAME", action="append", help=f"only rows about this {name}; may be repeated")


def _add_checking(command: Callable[..., Parser]) -> None:
    version: dict[str, Any] = {"metavar": "VERSION", "nargs": "?", "default": argparse.SUPPRESS, "help": "the same as --dataset"}
    verify = command("verify", commands.verify, *DATA, *ROWS, about="check files, keys and definitions of a version")
    verify.add_argument("version", **version)
    pin = command("pin", commands.pin, *DATA, about="print the line of Python that pins a version to its digest")
    pin.add_argument("version", **version)
    diff = command("diff", commands.diff, "root", *ROWS, about="tell in what two versions differ")
    diff.add_argument("old", metavar="OLD")
    diff.add_argument("new", metavar="NEW")
    diff.add_argument("table", metavar="TABLE", nargs="?", help="list the changes in the rows of this table")


def _add_taking_elsewhere(command: Callable[..., Parser]) -> None:
    cite = command("cite", commands.cite, *DATA, about="print how to cite a version and the sources behind its tables")
    cite.add_argument("tables", metavar="TABLE", nargs="*", help="cite the sources of these tables only")
    cite.add_argument("--format", default="text", choices=commands.CITATIONS, help="%(choices)s (default: text)")
    export = command("export", commands.export, *DATA, about="write a version in the form that another program reads")
    export.add_argument("--to", dest="form", metavar="FORM", required=True, choices=commands.EXPORTS, help="%(choices)s")
    export.add_argument("target", metavar="TARGET", type=_path, help="file or folder to write")
    export.add_argument("--force", action="store_true", help="replace what an earlier export wrote there")
    notebooks = command("notebooks", commands.notebooks, about="copy the tutorial notebooks into a folder")
    notebooks.add_argument("target", metavar="DIR", type=_path, help="folder to copy into; made where it is missing")
    notebooks.add_argument("--force", action="store_true", help="replace files that differ from the tutorials")
