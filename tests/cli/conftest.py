"""Running the command: in this process, or as a user does in one of its own, which costs more time."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from dostyk.cli import program


class Done(NamedTuple):
    """What a command left behind."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Give a function that runs a command in this process, in the test's folder."""
    monkeypatch.chdir(tmp_path)

    def dostyk(*arguments: str, stdin: bytes = b"") -> Done:
        capsysbinary.readouterr()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = program.run(list(arguments))
        out, err = capsysbinary.readouterr()
        return Done(status, out.decode("utf-8"), err.decode("utf-8"))

    return dostyk


@pytest.fixture
def process(tmp_path: Path) -> Run:
    """Give a function that runs a command in a process of its own, in the test's folder."""

    def dostyk(*arguments: str, **environment: str) -> Done:
        command = [sys.executable, "-m", "dostyk", *arguments]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, cwd=tmp_path, env={**os.environ, **environment}, check=False)
        return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return dostyk


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Give a small document that states something."""
    path = tmp_path / "page.txt"
    path.write_text(
        "France and Japan\n\nUpdated: 2019-10-07\n\nOn 3 May 1992, France and Japan established diplomatic relations.\n"
        "On 4 June 2015, Foreign Minister of France Jeanne Roux paid an official visit to Japan.\n"
    )
    return path
