"""Turn the treebanks' lemma columns and a hand-written list into `lemmas.tsv`, keeping only what the rules do not give."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE)]

import treebank  # noqa: E402

from dostyk.languages.en import lemmas  # noqa: E402

CLASSES = {"VB": "V", "NN": "N", "JJ": "A", "RB": "R"}
INFLECTED = frozenset("VBD VBG VBN VBP VBZ NNS JJR JJS RBR RBS".split())


def gather(folder: Path, names: tuple[str, ...]) -> Counter[tuple[str, str, str]]:
    """Count (form, tag, lemma) over the words with an inflected open-class tag."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for name in names:
        for sentence in treebank.read(folder / f"{name}.conllu"):
            for token in sentence:
                if token.tag in INFLECTED:
                    counts[token.word.lower().replace("\u2019", "'"), token.tag, token.lemma.lower()] += 1
    return counts


def irregular_by_hand() -> dict[tuple[str, str], str]:
    """Read `irregular.tsv`."""
    found = {}
    for line in (HERE / "irregular.tsv").read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            kind, lemma, forms = line.split("\t")
            found.update({(kind, form): lemma for form in forms.split()})
    return found


def verbs_of(counts: Counter[tuple[str, str, str]], hand: dict[tuple[str, str], str]) -> frozenset[str]:
    """Return the verb lemmas seen twice, or once in regular spelling, and those of the hand-written list."""
    seen: Counter[str] = Counter()
    for (form, tag, lemma), count in counts.items():
        if tag.startswith("VB") and lemma.isascii() and lemma.isalpha() and len(lemma) > 1:
            seen[lemma] += count if form[:2] == lemma[:2] else 0
    return frozenset(verb for verb, count in seen.items() if count > 1) | {lemma for (kind, _), lemma in hand.items() if kind == "V"}


def build(counts: Counter[tuple[str, str, str]]) -> lemmas.Lexicon:
    """Return the lexicon: by hand first, then what the treebanks say twice and the rules get wrong."""
    hand = irregular_by_hand()
    endings = frozenset((HERE / "endings.txt").read_text(encoding="utf-8").split())
    base = lemmas.Lexicon(hand, verbs_of(counts, hand), endings)
    learnt = dict(hand)
    best: dict[tuple[str, str], Counter[str]] = {}
    for (form, tag, lemma), count in sorted(counts.items()):
        best.setdefault((form, tag), Counter())[lemma] += count
    for (form, tag), options in best.items():
        lemma, count = options.most_common(1)[0]
        key = CLASSES[tag[:2]], form
        if count > 1 and key not in learnt and form.isascii() and lemmas.lemma_by(base, form, tag) != lemma and lemma[:1] == form[:1]:
            learnt[key] = lemma
    return lemmas.Lexicon(learnt, base.verbs, endings)


def show(lexicon: lemmas.Lexicon) -> str:
    """Return the lexicon as the lines of `lemmas.tsv`."""
    lines = [f"{kind}\t{form}\t{lemma}" for (kind, form), lemma in sorted(lexicon.irregular.items())]
    return "\n".join([*lines, "v\t" + " ".join(sorted(lexicon.verbs)), "e\t" + " ".join(sorted(lexicon.endings))]) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    lexicon = build(gather(options.treebanks, ("ewt-train", "gum-train")))
    options.output.write_text(show(lexicon), encoding="utf-8")
    for name in ("ewt-dev", "gum-dev"):
        counts = gather(options.treebanks, (name,))
        wrong = {(f, t, m): n for (f, t, m), n in counts.items() if lemmas.lemma_by(lexicon, f, t) != m}
        total = sum(counts.values())
        print(f"{name}: {1 - sum(wrong.values()) / total:.4f} of {total} inflected words")
        print("  " + ", ".join(f"{f}/{t} {lemmas.lemma_by(lexicon, f, t)} for {m}" for f, t, m in wrong))


if __name__ == "__main__":
    main()
