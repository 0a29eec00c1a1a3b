"""Readers are an open set; rules alone never load the model, and each reader gives the same whatever the number of threads."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from dostyk.errors import StopError
from dostyk.model.document import Document
from dostyk.statements import extract
from dostyk.statements.readers import names, reader

TEXT = """Norway – Peru

On 3 May 2019 the Foreign Minister of Norway, Kari Lund, paid a working visit to Lima. She was received by President Luis Rojas.

Trade between Norway and Peru reached 17.62 million US dollars in 2021.
"""


def page(text: str = TEXT) -> Document:
    return Document(text, "page.txt", language="en", published="2022-02-01")


def test_there_are_three() -> None:
    assert names() == ["both", "model", "rules"]


def test_unknown_reader_is_refused_by_name() -> None:
    with pytest.raises(StopError, match=r"no member is called 'oracle'; there are both, model, rules"):
        reader("oracle")


@pytest.mark.parametrize("name", ["both", "model", "rules"])
def test_every_reader_reads_its_own_example(name: str) -> None:
    for example in reader(name).EXAMPLES:
        assert any(s.kind == "Visit" for s in extract(page(str(example)), name))


@pytest.mark.parametrize("name", ["both", "model", "rules"])
def test_every_quote_stands_in_the_text(name: str) -> None:
    said = extract(page(), name)
    assert {"Visit", "Indicator"} <= {s.kind for s in said}
    assert all(TEXT[s.evidence.start : s.evidence.end] == s.evidence.quote for s in said)


def test_what_both_are_sure_of_is_likelier_right() -> None:
    said = {s.kind: s.confidence for s in extract(page(), "both")}
    assert said["Visit"] > 0.6


def test_least_confidence_leaves_the_rest_unsaid() -> None:
    every = extract(page(), "both")
    least = sorted(s.confidence for s in every)[len(every) // 2]
    assert [s.id for s in extract(page(), "both", least)] == [s.id for s in every if s.confidence >= least]


def test_rules_alone_do_not_load_the_model() -> None:
    code = (
        "import sys; from dostyk.statements import extract; from dostyk.model.document import Document;"
        f"extract(Document({TEXT!r}, 'page.txt', language='en'), 'rules');"
        "print('onnxruntime' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("threads", ["1", "2"])
def test_same_statements_with_any_number_of_threads(threads: str) -> None:
    code = (
        "import json, os; import onnxruntime; made = onnxruntime.SessionOptions;\n"
        f"set_to = made.intra_op_num_threads.fset\nclass Options(made):\n"
        f"    intra_op_num_threads = property(lambda self: {threads}, lambda self, n: set_to(self, {threads}))\n"
        "onnxruntime.SessionOptions = Options\n"
        "from dostyk.statements import extract; from dostyk.model.document import Document\n"
        f"print(json.dumps([s.as_json() for s in extract(Document({TEXT!r}, 'page.txt', language='en', published='2022-02-01'), 'both')]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [s.as_json() for s in extract(page(), "both")]
