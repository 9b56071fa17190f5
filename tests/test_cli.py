"""The command: what each prints, how it exits, and that a user's mistake is one line on stderr."""

import csv
import io
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

import ilkit
from ilkit.cli import main, tutorials
from ilkit.cli.commands import CITATIONS, EXPORTS
from ilkit.cli.output import fitted

from .conftest import PROJECT, RELEASED

TUTORIALS = sorted(path.name for path in (PROJECT / "notebooks").glob("*.ipynb"))
NEEDS = {"duckdb": "duckdb", "xlsx": "openpyxl", "graphml": "networkx"}


def run(capsys, *arguments: object) -> tuple[int, str, str]:
    """Return exit code, stdout and stderr of a command."""
    try:
        code = main([str(argument) for argument in arguments])
    except SystemExit as stopped:
        code = stopped.code
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def ask(capsys, *arguments: object) -> str:
    """Return what a command prints that succeeds and warns of nothing."""
    code, out, err = run(capsys, *arguments)
    assert (code, err) == (0, "")
    return out


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "ilkit", *arguments]
    return subprocess.run(command, capture_output=True, check=False, cwd=PROJECT, env=os.environ | environment, timeout=120)


def rows_of(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.splitlines()]


def nulls_as_none(frame: pd.DataFrame) -> list[dict]:
    return frame.astype(object).where(frame.notna(), None).to_dict("records")


def test_tables_in_a_pipe_are_one_line_a_row_with_tabs(capsys):
    header, *rows = rows_of(ask(capsys, "tables"))
    listed = ilkit.tables()
    assert header == list(listed.columns)
    assert [row[0] for row in rows] == listed["table"].tolist()
    assert {len(row) for row in rows} == {len(header)}


def test_versions_as_json_are_those_of_the_package(capsys):
    assert json.loads(ask(capsys, "versions", "--json")) == nulls_as_none(ilkit.versions())


def test_columns_as_json_have_null_for_a_unit_that_there_is_not(capsys):
    described = {entry["column"]: entry for entry in json.loads(ask(capsys, "columns", "genes", "--json"))}
    assert described["mass_da"]["unit"] == "Da"
    assert described["symbol"]["unit"] is None
    assert described["symbol"]["nullable"] is False


def test_find_tells_what_all_names_stand_for_and_exits_with_0(capsys):
    found = json.loads(ask(capsys, "find", "IL8", "P05231", "--json"))
    assert [(entry["query"], entry["il_id"], entry["symbol"]) for entry in found] == [
        ("IL8", "IL-8", "CXCL8"),
        ("P05231", "IL-6", "IL6"),
    ]


@pytest.mark.parametrize(("name", "status"), [("no such thing", "unmatched"), ("IL-36", "ambiguous"), ("", "unmatched")])
def test_find_exits_with_1_where_a_name_stands_for_nothing_or_for_several_things(capsys, name, status):
    code, out, err = run(capsys, "find", "IL6", name, "--json")
    assert (code, err) == (1, "")
    assert {entry["status"] for entry in json.loads(out)} == {"matched", status}


def test_find_takes_names_of_mouse(capsys):
    assert "IL6R" in ask(capsys, "find", "Il6ra", "--species", "mouse")


@pytest.mark.parametrize("table", ["chains", "genes", "variants", "drug_targets"])
def test_load_as_json_has_every_value_of_the_table_to_the_last_digit(capsys, table):
    assert json.loads(ask(capsys, "load", table, "--json")) == nulls_as_none(ilkit.load(table))


def test_load_takes_several_filters_and_columns(capsys):
    printed = ask(
        capsys, "load", "chains", "--interleukin", "IL-12", "--interleukin", "IL-23", "--gene=IL12B", "--columns=il_id, symbol"
    )
    assert rows_of(printed) == [["il_id", "symbol"], ["IL-12", "IL12B"], ["IL-23", "IL12B"]]


def test_load_as_csv_is_read_back_as_it_was(capsys):
    read = list(csv.reader(io.StringIO(ask(capsys, "load", "sources", "--csv"))))
    known = ilkit.load("sources")
    assert read[0] == list(known.columns)
    assert [row[0] for row in read[1:]] == known[read[0][0]].tolist()


def test_a_table_without_rows_is_its_header_or_an_empty_list(capsys):
    nothing = "load", "drugs", "--gene", "IL12B", "--drug", "tocilizumab"
    assert len(rows_of(ask(capsys, *nothing))) == 1
    assert json.loads(ask(capsys, *nothing, "--json")) == []


def test_the_dataset_version_is_chosen_before_or_after_the_command(capsys):
    old = ask(capsys, "tables", "--dataset", "2026.11.0")
    assert old == ask(capsys, "--dataset", "2026.11.0", "tables")
    assert len(rows_of(old)) == 1 + len(ilkit.tables(version="2026.11.0"))


def test_the_folder_of_versions_is_chosen_before_or_after_the_command(capsys, copied_release):
    listed = ask(capsys, "versions", "--root", copied_release)
    assert listed == ask(capsys, "--root", copied_release, "versions")
    assert [row[0] for row in rows_of(listed)] == ["version", ilkit.DEFAULT_VERSION]
    assert ask(capsys, "tables", "--root", copied_release) == ask(capsys, "tables")


def test_the_versions_of_package_and_dataset_are_printed(capsys):
    for option in ("-V", "--version"):
        assert ask(capsys, option) == f"ilkit {ilkit.__version__}, dataset {ilkit.DEFAULT_VERSION}\n"


def test_help_names_every_command_and_exit_code(capsys):
    printed = ask(capsys, "--help")
    commands = "tables", "versions", "columns", "show", "find", "load", "verify", "pin", "diff", "cite", "export", "notebooks"
    for command in commands:
        assert f"    {command} " in printed
        assert ask(capsys, command, "--help").startswith(f"usage: ilkit {command} ")
    for code in (0, 1, 2, 130):
        assert f"\n  {code}" in printed


@pytest.mark.parametrize("arguments", [[], ["--dataset", "2026.11.0"]])
def test_no_command_is_answered_with_the_help_on_stderr(capsys, arguments):
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("usage: ilkit ")


@pytest.mark.parametrize("name", ["IL-6", "IL6R", "interleukin 8"])
def test_show_prints_the_card(capsys, name):
    assert ask(capsys, "show", name) == f"{ilkit.profile(name)}\n"
    assert json.loads(ask(capsys, "show", name, "--json")) == json.loads(json.dumps(ilkit.profile(name).to_dict()))


@pytest.mark.parametrize("name", ["no such thing", "IL-36"])
def test_show_exits_with_1_where_a_name_stands_for_nothing_or_for_several_things(capsys, name):
    code, out, err = run(capsys, "show", name)
    assert (code, out) == (1, "")
    assert err.startswith("ilkit: ")
    assert name in err


def test_verify_reports_that_all_is_whole(capsys):
    reported = json.loads(ask(capsys, "verify", "2026.11.0", "--json"))
    assert {entry["table"] for entry in reported} >= set(ilkit.tables(version="2026.11.0")["table"])
    assert reported == nulls_as_none(ilkit.verify("2026.11.0"))


def test_verify_reports_a_damaged_file_and_exits_with_1(capsys, copied_release):
    file = copied_release / ilkit.DEFAULT_VERSION / "chains.parquet"
    file.write_bytes(file.read_bytes()[:-1])
    code, out, err = run(capsys, "verify", "--root", copied_release)
    assert code == 1
    assert "chains" in out
    assert err.startswith("ilkit: ")


def test_verify_exits_with_1_where_the_descriptor_is_damaged(capsys, copied_release):
    (copied_release / ilkit.DEFAULT_VERSION / "datapackage.json").write_text("{", "utf-8")
    code, _, err = run(capsys, "verify", "--root", copied_release)
    assert code == 1
    assert "datapackage.json" in err


def test_pin_prints_the_line_with_version_and_digest(capsys):
    data = ilkit.Dataset("2026.11.0")
    assert data.digest in data.pin()
    for chosen in (["2026.11.0"], ["--dataset", "2026.11.0"]):
        assert ask(capsys, "pin", *chosen) == f"{data.pin()}\n"


def test_diff_exits_with_1_where_the_versions_differ(capsys):
    code, out, err = run(capsys, "diff", "2026.11.0", "2026.11.1")
    assert (code, err) == (1, "")
    assert rows_of(out)[0] == list(ilkit.diff("2026.11.0", "2026.11.1").columns)


@pytest.mark.parametrize("table", ["sources", "genes", "drugs"])
def test_diff_lists_the_changes_of_one_table(capsys, table):
    code, out, err = run(capsys, "diff", "2026.11.0", "2026.11.1", table, "--json")
    assert (code, err) == (1, "")
    assert json.loads(out) == nulls_as_none(ilkit.diff("2026.11.0", "2026.11.1", table)) != []


@pytest.mark.parametrize("table", [[], ["chains"]])
def test_diff_exits_with_0_where_nothing_differs(capsys, table):
    assert ask(capsys, "diff", "2026.11.0", "2026.11.0", *table) != ""


@pytest.mark.parametrize("form", CITATIONS)
def test_cite_prints_each_form_of_a_citation(capsys, form):
    assert ask(capsys, "cite", "--format", form) == f"{ilkit.cite(format=form)}\n"
    assert ask(capsys, "cite", "chains", "drugs", "--format", form) == f"{ilkit.cite(['chains', 'drugs'], format=form)}\n"


def test_cite_as_csl_json_can_be_parsed(capsys):
    assert json.loads(ask(capsys, "cite", "chains", "--format", "csl-json"))


@pytest.mark.parametrize("form", EXPORTS)
def test_export_writes_its_target_and_a_second_time_only_by_force(capsys, tmp_path, form):
    if form in NEEDS:
        pytest.importorskip(NEEDS[form], reason=f"{NEEDS[form]} is not installed, which --to {form} needs")
    target = tmp_path / f"exported.{form}"
    version = "2026.11.0" if form in ("csv", "duckdb", "sqlite", "xlsx") else "2026.11.1"
    export = "export", "--to", form, target, "--dataset", version
    assert ask(capsys, *export) == f"{target}\n"
    written = {path: path.stat().st_mtime_ns for path in [target, *target.glob("*")]}
    code, out, err = run(capsys, *export)
    assert (code, out) == (2, "")
    assert str(target) in err
    assert {path: path.stat().st_mtime_ns for path in [target, *target.glob("*")]} == written
    assert ask(capsys, *export, "--force") == f"{target}\n"
    assert list(tmp_path.iterdir()) == [target]


def test_export_for_liana_is_the_table_of_pairs(capsys, tmp_path):
    ask(capsys, "export", "--to", "liana", tmp_path / "pairs.csv")
    assert pd.read_csv(tmp_path / "pairs.csv", usecols=["ligand", "receptor"]).equals(ilkit.export.liana()[["ligand", "receptor"]])


def test_notebooks_are_copied_once(capsys, tmp_path):
    folder = tmp_path / "new" / "tutorials"
    assert rows_of(ask(capsys, "notebooks", folder)) == [["copied", name] for name in TUTORIALS]
    assert sorted(path.name for path in folder.iterdir()) == TUTORIALS
    assert all((folder / name).read_bytes() == (PROJECT / "notebooks" / name).read_bytes() for name in TUTORIALS)
    assert rows_of(ask(capsys, "notebooks", folder)) == [["same", name] for name in TUTORIALS]


def test_a_notebook_that_the_user_changed_is_kept_but_by_force(capsys, tmp_path):
    mine = tmp_path / TUTORIALS[0]
    mine.write_text("mine", "utf-8")
    code, out, err = run(capsys, "notebooks", tmp_path)
    assert (code, mine.read_text("utf-8")) == (1, "mine")
    assert rows_of(out)[:2] == [["kept", TUTORIALS[0]], ["copied", TUTORIALS[1]]]
    assert TUTORIALS[0] in err
    assert rows_of(ask(capsys, "notebooks", tmp_path, "--force"))[:2] == [["replaced", TUTORIALS[0]], ["same", TUTORIALS[1]]]
    assert mine.read_bytes() == (PROJECT / "notebooks" / TUTORIALS[0]).read_bytes()


def test_a_copy_that_fails_leaves_the_old_file_and_nothing_half_made(capsys, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    (tmp_path / TUTORIALS[0]).write_text("mine", "utf-8")
    monkeypatch.setattr(Path, "replace", full)
    code, _, err = run(capsys, "notebooks", tmp_path, "--force")
    assert code == 2
    assert "No space left on device" in err
    assert [path.name for path in tmp_path.iterdir()] == [TUTORIALS[0]]
    assert (tmp_path / TUTORIALS[0]).read_text("utf-8") == "mine"


def test_a_package_without_tutorials_says_so(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr(tutorials, "folder", lambda: tmp_path / "none")
    code, _, err = run(capsys, "notebooks", tmp_path / "mine")
    assert code == 2
    assert "reinstall ilkit" in err


LONG = "x" * 100_000
MISTAKES = {
    "command": [["tabels"], ["TABLES"], ["tab"], [""], ["ил-6"], [LONG], ["--jsn"], ["--dataset"]],
    "arguments": [
        ["tables", "genes"],
        ["columns"],
        ["columns", "genes", "chains"],
        ["show"],
        ["show", "IL-6", "--csv"],
        ["find"],
        ["load"],
        ["diff", "2026.11.0"],
        ["export", "somewhere"],
        ["export", "--to", "csv"],
        ["notebooks"],
        ["tables", "--json", "--csv"],
        ["versions", "--dataset", "2026.11.0"],
        ["--dataset", "2026.11.0", "versions"],
        ["--dataset", "", "versions"],
        ["--json", "cite"],
        ["tables", "--vers"],
    ],
    "table": [
        ["columns", "gene"],
        ["columns", ""],
        ["columns", "génes"],
        ["columns", LONG],
        ["load", "Chains"],
        ["load", "../genes"],
        ["load", "drugs", "--dataset", "2026.11.0"],
    ],
    "version": [
        ["tables", "--dataset", "2026.11"],
        ["tables", "--dataset", ""],
        ["tables", "--dataset", ".."],
        ["tables", "--dataset", LONG],
        ["verify", "2025.1.0"],
        ["pin", "latest"],
        ["diff", "2026.11.0", "2026.11.9"],
        ["cite", "--dataset", "2026.11.9"],
        ["show", "IL-6", "--dataset", "2026.11.9"],
        ["export", "--to", "csv", "out", "--dataset", "2026.11.9"],
    ],
    "root": [
        ["versions", "--root", "no/such/folder"],
        ["tables", "--root", ""],
        ["--root", LONG[:300], "tables"],
        ["tables", "--root", "tests"],
    ],
    "column": [
        ["load", "genes", "--columns", "symbl"],
        ["load", "genes", "--columns", ""],
        ["load", "genes", "--columns", "symbol,,name"],
    ],
    "name": [
        ["load", "genes", "--gene", "IL-6666"],
        ["load", "genes", "--gene", ""],
        ["load", "chains", "--interleukin", "IL-36"],
        ["load", "genes", "--gene", LONG],
        ["load", "terms", "--drug", "tocilizumab"],
        ["load", "drugs", "--drug", "тоцилизумаб"],
        ["find", "IL6", "--species", "martian"],
    ],
    "form": [["cite", "--format", "apa"], ["export", "--to", "cvs", "out"], ["export", "--to", "csv", ""], ["notebooks", ""]],
}


@pytest.mark.parametrize(
    "arguments", [given for kind in MISTAKES.values() for given in kind], ids=lambda given: " ".join(given)[:60]
)
def test_a_mistake_is_told_on_stderr_and_exits_with_2(capsys, arguments):
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("ilkit: ")
    assert "Traceback" not in err
    assert len(err) < 5_000


@pytest.mark.parametrize(
    "arguments", [["load", "gene"], ["columns", "gene"], ["cite", "gene"], ["diff", "2026.11.0", "2026.11.1", "gene"]]
)
def test_a_mistyped_table_is_answered_with_the_closest(capsys, arguments):
    code, _, err = run(capsys, *arguments)
    assert code == 2
    assert "'genes'" in err


def test_a_mistyped_command_is_answered_with_the_closest(capsys):
    assert "Did you mean 'tables'?" in run(capsys, "tabels")[2]


@pytest.mark.parametrize("command", [["notebooks"], ["export", "--to", "sqlite"], ["export", "--to", "csv"]])
def test_a_target_that_is_in_the_way_is_left_alone(capsys, tmp_path, command):
    (tmp_path / "taken").write_text("mine", "utf-8")
    code, out, err = run(capsys, *command, tmp_path / "taken")
    assert (code, out) == (2, "")
    assert "taken" in err
    assert (tmp_path / "taken").read_text("utf-8") == "mine"


def test_a_bug_shows_its_traceback_and_an_interrupt_none(capsys, monkeypatch):
    def fail(error):
        def tables(_):
            raise error

        monkeypatch.setattr(ilkit.Dataset, "tables", tables)

    fail(ZeroDivisionError("a bug"))
    with pytest.raises(ZeroDivisionError):
        main(["tables"])
    fail(KeyboardInterrupt())
    assert run(capsys, "tables") == (130, "", "")


def test_on_a_terminal_a_table_fits_its_width_with_nothing_left_out(capsys, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "100")
    printed = ask(capsys, "columns", "genes")
    assert max(map(len, printed.splitlines())) <= 100
    words = "".join(printed.split())
    assert all(name in words for name in ilkit.columns("genes")["column"])
    assert printed.startswith("column  ")


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_a_fitted_table_holds_every_letter_at_any_width(width):
    frame = ilkit.load("genes", ["symbol", "name", "mass_da", "mature_start"], gene=["IL6", "IL12B"])
    printed = fitted(frame, width)
    assert max(map(len, printed.splitlines())) <= max(width, 26)
    cells = "".join(
        text for row in [frame.columns, *frame.fillna({"mature_start": 0}).values.tolist()] for text in map(str, row) if text != "0"
    )
    assert Counter(cells) - Counter(printed) - Counter(" ") == Counter()


def test_a_table_of_too_many_columns_for_the_terminal_is_written_row_by_row():
    frame = ilkit.load("genes", gene=["IL6", "IL12B"])
    printed = fitted(frame, 60)
    first, second = printed.split("\n\n")
    assert [line.split()[0] for line in first.splitlines() if not line.startswith(" ")] == list(frame.columns)
    assert "IL12B" in first + second


def test_the_module_is_the_command_and_prints_utf_8_whatever_the_locale():
    for environment in ({"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}):
        done = process("tables", **environment)
        assert (done.returncode, done.stderr) == (0, b"")
        assert "molecule × gene" in done.stdout.decode("utf-8")


def test_a_mistake_in_any_script_is_told_in_an_ascii_locale():
    done = process("load", "ил-6", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "ил-6" in done.stderr.decode("utf-8")


def test_a_reader_that_goes_away_is_no_error():
    command = [sys.executable, "-m", "ilkit", "load", "expression"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=PROJECT) as running:
        assert running.stdout.readline().startswith(b"hgnc_id")
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(timeout=120) == 141


HEAVY = (
    "pandera",
    "matplotlib",
    "networkx",
    "duckdb",
    "pooch",
    "openpyxl",
    "ilkit.schemas",
    "ilkit.build",
    "ilkit.export",
    "ilkit.card",
)


def test_listing_the_versions_imports_nothing_heavy():
    code = f"import sys; from ilkit.cli import main; main(['versions']); print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PROJECT, timeout=120)
    assert done.stdout.splitlines()[-1] == "[]"
    assert len(done.stdout.splitlines()) == 2 + len(list(RELEASED.glob("*/datapackage.json")))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--json", "tables", "--csv"], "--json or --csv"),
        (["pin", "2026.11.0", "--dataset", "2026.11.1"], "2026.11.0 and --dataset 2026.11.1"),
        (["--dataset", "2026.11.1", "verify", "2026.11.0"], "2026.11.0 and --dataset 2026.11.1"),
    ],
)
def test_two_answers_to_one_question_are_refused(capsys, arguments, says):
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "") and says in err


def test_the_same_version_may_be_given_twice(capsys):
    assert ask(capsys, "pin", "2026.11.0", "--dataset", "2026.11.0") == ask(capsys, "pin", "2026.11.0")
