"""What the command does at its edges: closed pipes, interrupts, mistakes of its own, other locales."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dostyk.cli.session import Session
from dostyk.pipeline import MISTAKE
from dostyk.settings import Settings

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
        [sys.executable, "-m", "dostyk", "extract", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=page.parent,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - a shell's background job ignores it
    )
    waits = 0
    for _ in range(300):  # until it has been waiting for its input for half a second
        time.sleep(0.1)
        stat = Path(f"/proc/{process.pid}/stat")
        waits = waits + 1 if not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] == "S" else 0
        if waits >= (5 if stat.exists() else 50):
            break
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=300)
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


def drop_rights() -> None:
    """Take from a child process of the superuser the right to write what is not to be written."""
    if os.geteuid() == 0:
        for capability in (1, 2):
            ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)


def test_a_ledger_that_may_not_be_written_can_be_read(process: Run, page: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    process("--ledger", "kept/l.db", "ingest", "page.txt")
    written = {name: process("--ledger", "kept/l.db", *name.split()).stdout for name in ("statements", "facts", "documents")}
    (kept / "l.db").chmod(0o444)
    kept.chmod(0o555)
    try:
        for name, stdout in written.items():
            done = rightless(tmp_path, "--ledger", "kept/l.db", *name.split())
            assert (done.returncode, done.stdout, done.stderr) == (0, stdout, "")
        done = rightless(tmp_path, "--ledger", "kept/l.db", "ingest", "page.txt", "--publisher", "Ministry")
        assert (done.returncode, done.stderr.count("\n"), "cannot be opened for writing" in done.stderr) == (1, 1, True)
        assert rightless(tmp_path, "--ledger", "kept/l.db", "brief", "FR", "JP").returncode == 0
    finally:
        kept.chmod(0o755)


def rightless(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "dostyk", *arguments]
    return subprocess.run(command, capture_output=True, cwd=folder, text=True, check=False, preexec_fn=drop_rights)


def test_whoever_closes_a_pipe_early_makes_no_failure(page: Path) -> None:
    many = page.parent / "many"
    many.mkdir()
    for number in range(60):
        (many / f"{number}.txt").write_text(page.read_text().replace("1992", f"{1900 + number}"))
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m dostyk extract many | head -n 1 >/dev/null; echo ${{PIPESTATUS[0]}}"],
        capture_output=True,
        cwd=page.parent,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_closed_or_full_outputs_are_one_sentence(page: Path) -> None:
    for output, says in ((">&-", "standard output is closed"), (">/dev/full", "no space left")):
        command = f"{sys.executable} -m dostyk extract page.txt {output}"
        done = subprocess.run(command, shell=True, capture_output=True, cwd=page.parent, text=True, check=False)
        assert (done.returncode, done.stderr.count("\n"), says in done.stderr) == (1, 1, True)


def test_a_named_pipe_is_refused_at_once(page: Path) -> None:
    os.mkfifo(page.parent / "pipe.txt")
    command = [sys.executable, "-m", "dostyk", "extract", "pipe.txt"]
    done = subprocess.run(command, capture_output=True, cwd=page.parent, text=True, check=False, timeout=300)
    assert (done.returncode, "this is a pipe or a device" in done.stderr) == (1, True)


def test_mistakes_of_the_program_are_said_once_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    session = Session(Settings())
    for number in range(5):
        session.report(True, f"{number}.txt: {MISTAKE} (KeyError: 'rule'); please report it")
    session.report(True, "bad.txt: no such file")
    assert session.status() == 1
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(":")[1] for line in lines[:2]] == [" 0.txt", " bad.txt"]
    assert (len(lines), "in 4 more documents" in lines[2]) == (3, True)


def test_the_brief_has_the_same_bytes_wherever_the_documents_lie(process: Run, page: Path, tmp_path: Path) -> None:
    briefs = []
    for folder in ("one", "two/deeper"):
        (tmp_path / folder / "documents").mkdir(parents=True)
        (tmp_path / folder / "documents" / "page.txt").write_text(page.read_text())
        command = [sys.executable, "-m", "dostyk", "run", "documents"]
        done = subprocess.run(command, capture_output=True, cwd=tmp_path / folder, text=True, check=False)
        briefs.append((done.stdout, (tmp_path / folder / "out" / "brief-FR-JP.html").read_bytes()))
    assert briefs[0] == briefs[1]
