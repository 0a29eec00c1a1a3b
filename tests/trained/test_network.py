"""The model is the one that was shipped, or it is refused."""

from __future__ import annotations

import shutil
from importlib import resources
from pathlib import Path

import pytest

from dostyk.errors import StopError
from dostyk.trained import network


def test_a_file_that_is_not_the_shipped_one_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = resources.files("dostyk.trained").joinpath(network.FOLDER)
    for name in ("SHA256SUMS", "measures.json", "linker.onnx", "encoder.onnx"):
        shutil.copy(str(shipped.joinpath(name)), tmp_path / name)
    monkeypatch.setattr(network, "FOLDER", str(tmp_path))
    assert network.Network().measures[0] == ""
    (tmp_path / "linker.onnx").write_bytes((tmp_path / "linker.onnx").read_bytes()[:-1] + b"?")
    with pytest.raises(StopError, match=r"linker\.onnx is not the one that was shipped; install Dostyk again"):
        network.Network()
