"""A JupyterLab of the tests: its own settings, one folder, 127.0.0.1 only, and nothing of it left when it is stopped."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import psutil

HOST = "127.0.0.1"
STARTS_WITHIN, STOPS_WITHIN = 40, 10
SETTINGS = {
    "notification": {"fetchNews": "false", "checkForUpdates": False},
}


class Lab(NamedTuple):
    """A running JupyterLab."""

    url: str
    token: str
    process: psutil.Process


@contextmanager
def running(notebooks: Path, home: Path) -> Iterator[Lab]:
    """Start JupyterLab on a free port and stop it with its kernels, whatever happens in between."""
    _write_settings(home / "settings" / "@jupyterlab" / "apputils-extension")
    token = secrets.token_urlsafe()
    options = {"ip": HOST, "port": 0, "open_browser": False, "root_dir": notebooks, "allow_root": True}
    command = [sys.executable, "-m", "jupyterlab", *(f"--ServerApp.{name}={value}" for name, value in options.items())]
    with (
        (home / "server.log").open("wb") as log,
        subprocess.Popen(command, env=_environment(home, token), stdout=log, stderr=log, stdin=subprocess.DEVNULL) as server,
    ):
        process = psutil.Process(server.pid)
        try:
            yield Lab(_address(home, process), token, process)
        finally:
            stop(process)


def stop(process: psutil.Process) -> None:
    """End a process and all that it has started, politely first."""
    family = [process, *process.children(recursive=True)]
    process.terminate()
    _, stubborn = psutil.wait_procs(family, timeout=STOPS_WITHIN)
    for member in stubborn:
        member.kill()
    psutil.wait_procs(stubborn, timeout=STOPS_WITHIN)


def _environment(home: Path, token: str) -> dict[str, str]:
    """Return the environment without the user's Jupyter in it; the token is not on the command line, where others see it."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "ILKIT"))}
    folders = {"CONFIG_DIR": "config", "DATA_DIR": "data", "RUNTIME_DIR": "runtime"}
    lab = {"SETTINGS_DIR": "settings", "WORKSPACES_DIR": "workspaces"}
    return {
        **inherited,
        **{f"JUPYTER_{name}": str(home / folder) for name, folder in folders.items()},
        **{f"JUPYTERLAB_{name}": str(home / folder) for name, folder in lab.items()},
        "JUPYTER_TOKEN": token,
        "IPYTHONDIR": str(home / "ipython"),
        "HOME": str(home),
    }


def _write_settings(folder: Path) -> None:
    folder.mkdir(parents=True)
    for plugin, settings in SETTINGS.items():
        (folder / f"{plugin}.jupyterlab-settings").write_text(json.dumps(settings), "utf-8")


def _address(home: Path, process: psutil.Process) -> str:
    """Return where the server listens, as it wrote it down."""
    note = home / "runtime" / f"jpserver-{process.pid}.json"
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end and process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
        if note.is_file() and (written := note.read_text("utf-8")).endswith("}"):
            return str(json.loads(written)["url"])
        time.sleep(0.1)
    raise RuntimeError(f"JupyterLab did not start:\n{(home / 'server.log').read_text('utf-8')}")
