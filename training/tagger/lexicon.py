"""Turn tagged sentences into what the tagger knows of words before any weight: sure tags, usual tags, closed classes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

from treebank import Token

from dostyk.languages.en import features

HERE = Path(__file__).resolve().parent
CLOSED = "CC DT EX IN MD PDT POS PRP PRP$ RP TO WDT WP WP$ WRB HYPH , . : -LRB- -RRB- `` '' $".split()


class Lexicon(NamedTuple):
    """All tags; words with one tag; the tags of frequent lower-case words; the lower-case words of each closed-class tag."""

    tags: list[str]
    known: dict[str, str]
    classes: dict[str, str]
    closed: dict[str, list[str]]


def build(sentences: list[list[Token]]) -> Lexicon:
    """Return what the sentences tell of words; the thresholds were tuned on the development parts."""
    tags = sorted({token.tag for sentence in sentences for token in sentence})
    return Lexicon(tags, tag_dictionary(sentences, 20, 0.997), with_irregular(tag_classes(sentences, 4, 0.03)), closed_words(sentences))


def tag_dictionary(sentences: list[list[Token]], least: int, share: float) -> dict[str, str]:
    """Return the words that are frequent and (nearly) always tagged alike."""
    counts: dict[str, Counter[str]] = {}
    for sentence in sentences:
        for token in sentence:
            counts.setdefault(token.word, Counter())[token.tag] += 1
    known = {}
    for word in sorted(counts):
        total = sum(counts[word].values())
        tag, most = counts[word].most_common(1)[0]
        if total >= least and most >= share * total:
            known[word] = tag
    return known


def tag_classes(sentences: list[list[Token]], least: int, share: float) -> dict[str, str]:
    """Return for each frequent lower-case word form the tags it carries more than rarely."""
    counts: dict[str, Counter[str]] = {}
    for sentence in sentences:
        for token in sentence:
            counts.setdefault(features.normal(token.word).lower(), Counter())[token.tag] += 1
    found = {features.PLACEHOLDER + kind: f"<{kind}>" for kind in "DPQ"}
    for word in sorted(counts):
        total = sum(counts[word].values())
        if total >= least:
            found[word] = "|".join(sorted(tag for tag, count in counts[word].items() if count >= share * total))
    return found


def with_irregular(classes: dict[str, str]) -> dict[str, str]:
    """Add the irregular verb forms that the treebanks hardly show: the first form listed is the past tense, the last the participle."""
    found = dict(classes)
    for line in (HERE / "irregular.tsv").read_text(encoding="utf-8").splitlines():
        kind, _, forms = line.partition("\t")
        if kind == "V":
            lemma, _, rest = forms.partition("\t")
            past = [form for form in rest.split() if not form.endswith(("ing", "s")) and form != lemma]
            for form in past:
                if form not in found and form.isalpha():
                    kinds = [tag for tag, one in (("VBD", past[0]), ("VBN", past[-1])) if one == form]
                    found[form] = "~" + "|".join(kinds or ["VBN"])
    return found


def closed_words(sentences: list[list[Token]]) -> dict[str, list[str]]:
    """Return the lower-case words seen with each closed-class tag."""
    found: dict[str, dict[str, None]] = {tag: {} for tag in CLOSED}
    for sentence in sentences:
        for token in sentence:
            if token.tag in found:
                found[token.tag][features.normal(token.word).lower()] = None
    return {tag: sorted(words) for tag, words in found.items()}
