"""Turn the treebanks into trees over predicted tags: of the treebank's words, or of the tokens that `dostyk.grammar` makes of the raw text.

Training sentences get their tags from taggers that have not seen them (a third of the sentences at a time).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE), str(HERE.parent / "tagger")]

import lexicon  # noqa: E402
import train as tagging  # noqa: E402  (training/tagger/train.py)
import treebank  # noqa: E402
import trees  # noqa: E402
from forms import form_of  # noqa: E402
from perceptron import Trainer  # noqa: E402
from trees import Gold, Tree  # noqa: E402

from dostyk.grammar import analyse  # noqa: E402
from dostyk.languages.en import tagger  # noqa: E402
from dostyk.model.analysis import Token  # noqa: E402

FOLDS = 3


def fold_tagger(sentences: list[list[treebank.Token]], rounds: int) -> tagger.Tagger:
    """Train a tagger on part of the sentences."""
    affairs = treebank.read_slashed(HERE.parent / "tagger" / "affairs_train.txt")
    words = lexicon.build(sentences)
    trainer = Trainer(words)
    tagging.epochs(trainer, sentences + tagging.AFFAIRS_COPIES * affairs, rounds, 1)
    rows = {name: row for name, row in trainer.averaged(4).items() if max(map(abs, row)) >= 2}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tagger.bin"
        tagging.write(path, words, rows)
        return tagger.load(path.read_bytes())


def tokens_of(text: str) -> list[Token]:
    """The tokens `grammar` makes of a sentence's text."""
    return [token for sentence in analyse(text) for token in sentence.tokens]


def tree_of(gold: Gold, ours: bool) -> Tree | None:
    """A tree with tags of the tagger in force; None where nothing is left of the sentence."""
    if not ours:
        forms = [word.form for word in gold.words]
        heads, labels = trees.rooted([word.head for word in gold.words], [word.label for word in gold.words])
        return Tree(forms, tagger.tag(forms), heads, labels)
    tokens = tokens_of(gold.text)
    if not tokens:
        return None
    heads, labels = trees.onto(gold, [(t.start, t.end) for t in tokens])
    return Tree([form_of(t) for t in tokens], [t.tag for t in tokens], heads, labels)


def main() -> None:
    """Write train and dev trees of both sorts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True, help="folder")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    shipped = tagger._tagger()
    for name in ("ewt-dev", "gum-dev"):
        for ours in (False, True):
            made = [tree_of(gold, ours) for gold in trees.read(options.treebanks / f"{name}.conllu")]
            trees.save(options.output / f"{name}-{'ours' if ours else 'bank'}.jsonl", [tree for tree in made if tree])
        print(name, flush=True)
    names = ("ewt-train", "gum-train")
    golds = [gold for name in names for gold in trees.read(options.treebanks / f"{name}.conllu")]
    banks = [sentence for name in names for sentence in treebank.read(options.treebanks / f"{name}.conllu")]
    out: dict[bool, list[Tree | None]] = {False: [None] * len(golds), True: [None] * len(golds)}
    for fold in range(FOLDS):
        model = fold_tagger([s for at, s in enumerate(banks) if at % FOLDS != fold], options.rounds)
        tagger._tagger = lambda model=model: model  # type: ignore[assignment]
        for at in range(fold, len(golds), FOLDS):
            for ours in (False, True):
                out[ours][at] = tree_of(golds[at], ours)
        print("fold", fold, flush=True)
    tagger._tagger = lambda: shipped  # type: ignore[assignment]
    for ours, made in out.items():
        trees.save(options.output / f"train-{'ours' if ours else 'bank'}.jsonl", [tree for tree in made if tree])


if __name__ == "__main__":
    main()
