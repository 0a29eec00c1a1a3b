"""A peer, by its name on the command line → CPU seconds for each text it is sent: run in .venv-bench, by `readers.py`.

Standard input: one JSON line {"text", "times"} a turn; standard output: "ready", then the best of so many rounds, a line a turn.
"""

from __future__ import annotations

import json
import os
import sys
import time
import warnings
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

Read = Callable[[str], Any]
REFERENCE = datetime(2024, 1, 1)


def recognizers_datetime() -> Read:
    from recognizers_date_time import DateTimeRecognizer
    from recognizers_text import Culture

    model = DateTimeRecognizer(Culture.English).get_datetime_model()
    return lambda text: model.parse(text, REFERENCE)


def dateparser_search() -> Read:
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["en"], settings={"RELATIVE_BASE": REFERENCE})


def quantulum() -> Read:
    from quantulum3 import parser

    return parser.parse


def recognizers_unit() -> Read:
    from recognizers_number_with_unit import NumberWithUnitRecognizer
    from recognizers_text import Culture

    recognizer = NumberWithUnitRecognizer(Culture.English)
    models = [recognizer.get_currency_model(), recognizer.get_dimension_model()]
    return lambda text: [model.parse(text) for model in models]


def entity_ruler() -> Read:
    """Make a ruler of the names in the file that $DOSTYK_NAMES names, one a line, matched as written."""
    import spacy

    pipe = spacy.blank("en")
    ruler = pipe.add_pipe("entity_ruler", config={"phrase_matcher_attr": "ORTH"})
    names = Path(os.environ["DOSTYK_NAMES"]).read_text(encoding="utf-8").splitlines()
    with pipe.select_pipes(enable=[]):
        ruler.add_patterns([{"label": "NAME", "pattern": name} for name in names])
    return lambda text: pipe(text).ents


def stack() -> Read:
    """Make one reader of three: figures, dates and names, one after the other over the same text."""
    readers = [quantulum(), recognizers_datetime(), entity_ruler()]
    return lambda text: [read(text) for read in readers]


def langextract_alone() -> Read:
    """Make langextract with a stub for its model, that answers at once with sentences of the text: what is left is splitting and aligning."""
    import logging
    import re

    import langextract
    from langextract.core import base_model, types

    logging.disable(logging.CRITICAL)
    telling = re.compile(r"[^.!?\n]*\b(?:visit|signed|reached|sister cities|appointed|billion|million)\b[^.!?\n]*", re.I)

    class Stub(base_model.BaseLanguageModel):  # type: ignore[misc]
        def infer(self, batch_prompts: Any, **_: Any) -> Any:
            for prompt in batch_prompts:
                asked = prompt.rsplit("Q: ", 1)[1].rsplit("\nA:", 1)[0]
                found = [{"statement": match[0].strip()[:120]} for match in list(telling.finditer(asked))[:12]]
                yield [types.ScoredOutput(score=1.0, output=json.dumps({"extractions": found}))]

    example = langextract.data.ExampleData(text="The President visited Baku.", extractions=[langextract.data.Extraction("statement", "visited Baku")])
    off = langextract.prompt_validation.PromptValidationLevel.OFF
    return lambda text: langextract.extract(
        text_or_documents=text,
        prompt_description="Extract statements.",
        examples=[example],
        model=Stub(),
        use_schema_constraints=False,
        fence_output=False,
        show_progress=False,
        max_workers=1,
        prompt_validation_level=off,
    )


PEERS = {
    "recognizers-text datetime": recognizers_datetime,
    "dateparser search_dates": dateparser_search,
    "quantulum3": quantulum,
    "recognizers-text currency and dimension": recognizers_unit,
    "spaCy EntityRuler": entity_ruler,
    "quantulum3 + recognizers-text + spaCy EntityRuler": stack,
    "langextract without its model": langextract_alone,
}


def main() -> None:
    """Load the peer, warm it, and time it on what comes in."""
    warnings.filterwarnings("ignore")
    read = PEERS[sys.argv[1]]()
    read("On 3 May 2012 Peru bought 20 km of rails for $5 million in Lima.")
    print("ready", flush=True)
    for line in sys.stdin:
        turn = json.loads(line)
        best = float("inf")
        for _ in range(turn["times"]):
            began = time.process_time()
            read(turn["text"])
            best = min(best, time.process_time() - began)
        print(best, flush=True)


if __name__ == "__main__":
    main()
