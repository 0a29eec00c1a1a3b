"""The habits of the house that a machine can check."""

import ast
import fnmatch
import re
import shlex
import sys
import tomllib
from pathlib import Path

import pytest
import setuptools

import dostyk
from dostyk.cli.program import run
from dostyk.settings import LEDGER_VARIABLE

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "dostyk"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
REQUIREMENTS = sorted((ROOT / "requirements").iterdir())
LOCKS = [path for path in REQUIREMENTS if path.suffix == ".txt"]
MODULES = sorted(SOURCE.rglob("*.py"))
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in {".txt", ".html"})

NAMED = {"markdown-it": "markdown-it-py"}
"""Distributions that are called otherwise than the modules in them."""


def pins(lock: Path) -> dict[str, set[str]]:
    """Return the versions that the lock file pins of each distribution (more than one where they depend on the machine)."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([a-z0-9-]+)==([^\s;]+)", lock.read_text(encoding="utf-8"), re.MULTILINE):
        found.setdefault(name, set()).add(version)
    return found


def distribution(specifier: str) -> str:
    return re.split(r"[^A-Za-z0-9_-]", specifier, maxsplit=1)[0].lower().replace("_", "-")


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_requirements_name_no_index(path: Path) -> None:
    assert not re.search(r"https?:|file:|--(extra-)?index-url|--find-links|--trusted-host", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_pin_has_hashes(lock: Path) -> None:
    blocks = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())
    assert blocks
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("lock", [path for path in LOCKS if path.stem != "bench"], ids=lambda path: path.name)
def test_locks_cover_what_the_project_and_its_build_need(lock: Path) -> None:
    wanted = {distribution(item) for item in PROJECT["project"]["dependencies"] + PROJECT["build-system"]["requires"]}
    assert wanted - pins(lock).keys() == set()


def test_tests_run_on_the_versions_that_users_get() -> None:
    runtime, development = pins(ROOT / "requirements" / "runtime.txt"), pins(ROOT / "requirements" / "dev.txt")
    assert {name: development.get(name) for name in runtime} == runtime


def imported(path: Path) -> set[str]:
    """Return the distributions that the module imports from outside, wherever in the file."""
    tree = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = {alias.name for node in tree if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in tree if isinstance(node, ast.ImportFrom) and node.module and not node.level}
    return {NAMED.get(distribution(name), distribution(name)) for name in names if name.partition(".")[0] not in {*sys.stdlib_module_names, "dostyk"}}


def test_what_is_imported_is_declared_and_the_other_way_round() -> None:
    declared = {distribution(item) for item in PROJECT["project"]["dependencies"]}
    assert set().union(*(imported(path) for path in MODULES)) == declared


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_module_says_what_it_turns_into_what(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring and docstring.strip(), f"{path.relative_to(ROOT)} opens without a sentence"


@pytest.mark.parametrize("room", sorted(path.name for path in SOURCE.iterdir() if path.is_dir() and not path.name.startswith("__")))
def test_room_names_a_noun(room: str) -> None:
    assert room not in {"utils", "util", "helpers", "common", "core", "misc"}


def test_every_data_file_is_shipped() -> None:
    patterns = PROJECT["tool"]["setuptools"]["package-data"]["*"]
    packages = {name.replace(".", "/") for name in setuptools.find_namespace_packages(str(ROOT / "src"))}
    files = [path for path in SOURCE.rglob("*") if path.is_file() and path.suffix not in {".py", ".pyc"}]
    shipped = [
        path
        for path in files
        if path.parent.relative_to(ROOT / "src").as_posix() in packages and any(fnmatch.fnmatch(path.name, pattern) for pattern in patterns)
    ]
    assert sorted(set(files) - set(shipped)) == []
    assert SOURCE / "py.typed" in shipped


def test_changelog_tells_of_this_version() -> None:
    assert f"## {dostyk.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_documentation_links_lead_somewhere() -> None:
    broken = []
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)|<img[^>]+src=\"([^\"]+)\"", page.read_text(encoding="utf-8")):
            link = target[0] or target[1]
            if "://" not in link and not (page.parent / link).exists():
                broken.append(f"{page.relative_to(ROOT)}: {link}")
    assert broken == []


def test_commands_in_the_readme_work_as_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    commands = [line for block in blocks for line in block.splitlines() if line.startswith("dostyk ")]
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv(LEDGER_VARIABLE, str(tmp_path / "record.db"))
    failed = [line for line in commands if run(shlex.split(line.replace("build/", f"{tmp_path}/"), comments=True)[1:]) != 0]
    assert failed == [], capsys.readouterr().err
    assert {line.split()[1] for line in commands} >= {"extract", "ingest", "statements", "facts", "findings", "show", "text", "brief"}


def test_there_are_enough_examples() -> None:
    assert len(EXAMPLES) >= 8
    assert {path.suffix for path in EXAMPLES} == {".txt", ".html"}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_examples_are_of_the_length_of_real_pages(path: Path) -> None:
    words = re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf-8")).split()
    assert 120 <= len(words) <= 900
