"""A folder of self-describing members becomes an open set."""

import sys
from pathlib import Path

import pytest

from dostyk.errors import StopError
from dostyk.registry import member, members

DESCRIBED = 'NAME = "{}"\nDESCRIPTION = "One of them."\nEXAMPLES = ()\n'


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    name = f"shelf_{tmp_path.name.replace('-', '_')}"
    (tmp_path / name / "second").mkdir(parents=True)
    (tmp_path / name / "__init__.py").write_text("")
    (tmp_path / name / "first.py").write_text(DESCRIBED.format("b"))
    (tmp_path / name / "second" / "__init__.py").write_text(DESCRIBED.format("a"))
    (tmp_path / name / "_inner.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    return name


def test_members_are_modules_and_packages_sorted_by_name(package: str) -> None:
    assert [found.NAME for found in members(package)] == ["a", "b"]
    assert member(package, "b").DESCRIPTION == "One of them."
    with pytest.raises(StopError, match="no member is called 'c'; there are a, b"):
        member(package, "c")


def test_a_member_must_describe_itself(package: str, tmp_path: Path) -> None:
    (tmp_path / package / "third.py").write_text('NAME = "c"\n')
    with pytest.raises(StopError, match="must have DESCRIPTION, EXAMPLES"):
        members(package)


def test_two_members_cannot_have_one_name(package: str, tmp_path: Path) -> None:
    (tmp_path / package / "third.py").write_text(DESCRIBED.format("a"))
    sys.modules.pop(package, None)
    with pytest.raises(StopError, match="two members are called 'a'"):
        members(package)
