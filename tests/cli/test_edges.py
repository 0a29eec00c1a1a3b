"""What the command does at its edges: closed pipes, interrupts, mistakes of its own, other locales."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from .conftest import Run


def test_a_closed_pipe_is_no_error(page: Path) -> None:
    many = page.parent / "many"
    many.mkdir()
    for number in range(40):
        (many / f"{number}.txt").write_text(page.read_text())
    command = f"{sys.executable} -m dostyk extract many | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, cwd=page.parent, text=True, check=False)
    assert (done.stdout.count("\n"), done.stderr) == (1, "")


def test_an_interrupt_is_one_sentence(page: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "dostyk", "extract", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=page.parent
    )
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert errors.decode().strip() == "dostyk: interrupted; what was finished is kept"


def test_output_is_utf8_in_the_c_locale(process: Run, tmp_path: Path) -> None:
    (tmp_path / "å.txt").write_text("On 3 May 1992, Côte d’Ivoire and Türkiye established diplomatic relations.\n")
    done = process("extract", "å.txt", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 0
    assert "Türkiye" in done.stdout and '"source": "å.txt"' in done.stdout


def test_a_file_name_that_is_no_text_is_written_as_escapes(process: Run, tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_bytes(b"On 3 May 1992, France and Japan established diplomatic relations.\n")
    done = process("extract", ".")
    assert done.returncode == 0 and "caf\\\\xe9.txt" in done.stdout
    assert process("ingest", ".").returncode == 0


def test_mistakes_of_the_program_are_shown_only_on_request(process: Run, page: Path) -> None:
    broken = {"DOSTYK_LEDGER": "\udcff" if sys.platform == "win32" else "x" * 5000}
    done = process("ingest", "page.txt", **broken)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr and done.stderr.count("\n") == 1
    assert "Traceback" in process("ingest", "page.txt", DOSTYK_DEBUG="1", **broken).stderr
