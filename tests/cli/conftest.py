"""Running the command as a user does, in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Give a function that runs `dostyk` with arguments in the test's folder."""

    def dostyk(*arguments: str, stdin: bytes | None = None, **environment: str) -> "subprocess.CompletedProcess[str]":
        done = subprocess.run(
            [sys.executable, "-m", "dostyk", *arguments],
            input=stdin or b"",
            capture_output=True,
            cwd=tmp_path,
            env={**os.environ, **environment},
            check=False,
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

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
