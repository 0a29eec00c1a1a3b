#!/usr/bin/env python3
"""Write a trained model as it ships: two graphs with whole-number weights, the names of the measures, and the hash of all.

    export.py STATE.pt FOLDER

FOLDER gets encoder.onnx and linker.onnx (8-bit weights), measures.json and a line of hashes. The same state gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
import pathlib
import sys

os.environ.setdefault("HF_HUB_OFFLINE", "1")
sys.path.insert(0, str(pathlib.Path(__file__).parent))

import torch
from network import Encoder, Linker
from onnxruntime.quantization import QuantType, quantize_dynamic
from train import base


def export(graph, inputs, path, given, said, axes) -> None:  # noqa: ANN001, PLR0913
    """Write one graph, for any number of pieces, words and triggers."""
    torch.onnx.export(graph, inputs, str(path), input_names=given, output_names=said, dynamic_axes=axes, opset_version=17, dynamo=False)


def main() -> None:
    """Export and quantise."""
    state = torch.load(sys.argv[1], weights_only=False)
    out = pathlib.Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    encoder, linker = Encoder(base()).eval(), Linker(384, len(state["measures"])).eval()
    encoder.load_state_dict(state["encoder"])
    linker.load_state_dict(state["linker"])
    torch.backends.mha.set_fastpath_enabled(False)
    p, w, t = 24, 12, 3
    inputs = (*(torch.ones(1, p, dtype=torch.long) for _ in range(6)), torch.arange(w).unsqueeze(0))
    pieces = ["ids", "segments", "types", "shapes", "forms", "mask"]
    axes = {name: {1: "pieces"} for name in pieces} | {name: {1: "words"} for name in ("firsts", "words", "triggers")}
    export(encoder, inputs, out / "encoder.raw.onnx", [*pieces, "firsts"], ["words", "triggers"], axes)
    rows = torch.randn(t, w, 384)
    absent = torch.zeros(t, w, dtype=torch.bool)
    first = torch.tensor([1, 2, 3])
    given, said = ["words", "kinds", "starts", "ends", "absent"], ["slots", "modality", "statistic", "measure", "implied"]
    axes = {name: {0: "triggers"} for name in (*given, *said)} | {name: {0: "triggers", 1: "words"} for name in ("words", "absent", "slots")}
    export(linker, (rows, torch.tensor([0, 1, 2]), first, first, absent), out / "linker.raw.onnx", given, said, axes)
    for name in ("encoder", "linker"):
        quantize_dynamic(out / f"{name}.raw.onnx", out / f"{name}.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
        (out / f"{name}.raw.onnx").unlink()
    (out / "measures.json").write_text(json.dumps(state["measures"], indent=0, ensure_ascii=False) + "\n", "utf-8")
    names = ("encoder.onnx", "linker.onnx", "measures.json")
    lines = [f"{hashlib.sha256((out / n).read_bytes()).hexdigest()}  {n}" for n in names]
    (out / "SHA256SUMS").write_text("\n".join(lines) + "\n")
    print("\n".join(lines), *(f"{n}: {(out / n).stat().st_size / 1e6:.1f} MB" for n in names), sep="\n")


if __name__ == "__main__":
    main()
