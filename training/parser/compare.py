"""Compare who does what to whom, and what hangs on the verb: in gold trees, in the grammar's cascade, in the parser, and in both together."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1] / "src"), str(HERE)]

import parser as parsing  # noqa: E402
import trees  # noqa: E402
from forms import form_of  # noqa: E402
from trees import Gold  # noqa: E402

from dostyk.grammar import analyse  # noqa: E402
from dostyk.model.analysis import Clause, DateMark, Phrase, Sentence, SpanType, Token  # noqa: E402
from dostyk.statements.times import _owner  # noqa: E402

Bounds = tuple[int, int]
FINITE = ("VBD", "VBZ", "VBP", "MD")
SLOTS = ("agent", "patient", "oblique")
EDITED = ("GUM_news", "GUM_bio", "GUM_voyage", "GUM_textbook", "GUM_court")


@dataclass(slots=True)
class Said:
    """What is said of one verb: where its slots' heads stand; a head may be accepted at several places. `open` slots are not asked for."""

    verb: Bounds
    slots: dict[str, list[Bounds]] = field(default_factory=dict)
    obliques: list[tuple[str, list[Bounds]]] = field(default_factory=list)
    open: set[str] = field(default_factory=set)


class Node:
    """A tree read for who does what to whom; the same reading serves gold and parser."""

    def __init__(self, tags: list[str], lemmas: list[str], bounds: list[Bounds], heads: list[int], labels: list[str]) -> None:
        self.tags, self.lemmas, self.bounds, self.heads, self.labels = tags, lemmas, bounds, heads, labels
        self.below: list[list[int]] = [[] for _ in heads]
        for token, head in enumerate(heads):
            if head >= 0:
                self.below[head].append(token)

    def under(self, token: int, *labels: str) -> list[int]:
        return [d for d in self.below[token] if self.labels[d] in labels]

    def finite(self, token: int) -> bool:
        """Whether a token is the lexical verb of a finite clause, "be" left aside."""
        if (
            not self.tags[token].startswith("VB")
            or self.labels[token] in ("aux", "aux:pass", "cop", "amod", "compound", "case")
            or self.lemmas[token] == "be"
        ):
            return False
        if any(self.tags[d] in FINITE for d in self.under(token, "aux", "aux:pass", "cop")):
            return True
        if self.tags[token] in FINITE:
            return True
        head = self.heads[token]
        if self.labels[token] == "conj" and head >= 0 and self.tags[token] == self.tags[head] and self.tags[token] != "VB":
            return self.finite(head)
        return False

    def verb_above(self, token: int) -> int | None:
        """The nearest lexical verb that a token hangs on; None where a nominal predicate comes first."""
        at = self.heads[token]
        while at >= 0:
            if self.tags[at].startswith("VB") and self.labels[at] not in ("aux", "aux:pass", "cop", "amod", "case"):
                return at
            if self.under(at, "cop"):
                return None
            at = self.heads[at]
        return None

    def passive(self, token: int) -> bool:
        return bool(self.under(token, "nsubj:pass", "aux:pass"))

    def subject(self, token: int, depth: int = 0) -> int | None:
        own = self.under(token, "nsubj", "nsubj:pass")
        if own:
            if self.labels[token] == "acl:relcl" and self.tags[own[0]] in ("WDT", "WP"):
                return self.heads[token]
            return own[0]
        if self.labels[token] == "conj" and self.heads[token] >= 0 and depth < 6:
            return self.subject(self.heads[token], depth + 1)
        return None

    def read(self) -> Iterator[tuple[int, Said]]:
        for token in range(len(self.heads)):
            if self.finite(token):
                yield token, self.said(token)

    def said(self, token: int) -> Said:
        said = Said(self.bounds[token])
        subject = self.subject(token)
        if self.passive(token):
            agents = self.under(token, "obl:agent")
            patient, agent = subject, agents[0] if agents else None
        else:
            objects = [
                d if not (self.labels[token] == "acl:relcl" and self.tags[d] in ("WDT", "WP")) else self.heads[token]
                for d in self.under(token, "obj", "iobj")
            ]
            agent, patient = subject, objects[0] if objects else None
            if len(objects) > 1:
                said.slots["patient"] = [self.bounds[d] for d in objects]
            if self.labels[token] == "acl:relcl" and not objects:
                said.open.add("patient")
        if agent is not None:
            said.slots["agent"] = [self.bounds[agent]]
        if patient is not None:
            said.slots.setdefault("patient", [self.bounds[patient]])
        for d in self.below[token]:
            cases = self.under(d, "case")
            if self.labels[d] in ("obl", "obl:agent") and cases:
                said.obliques.append((self.lemmas[cases[-1]].lower(), [self.bounds[d]]))
        return said


def gold_of(gold: Gold) -> dict[int, Said]:
    words = gold.words
    node = Node(
        [w.tag for w in words], [w.lemma for w in words], [(w.start, w.end) for w in words], [w.head for w in words], [w.label for w in words]
    )
    return dict(node.read())


def parsed(model: parsing.Parser, tokens: list[Token]) -> Node:
    heads, labels = model.parse([form_of(t) for t in tokens], [t.tag for t in tokens])
    return Node([t.tag for t in tokens], [t.lemma for t in tokens], [(t.start, t.end) for t in tokens], heads, labels)


def cascade(sentences: list[Sentence]) -> dict[int, Said]:
    found: dict[int, Said] = {}
    offset = 0
    for sentence in sentences:
        for clause in sentence.clauses:
            if clause.form == "finite" and clause.lemma != "be":
                found[offset + clause.verb] = _clause(clause, sentence.tokens)
        offset += len(sentence.tokens)
    return found


def _clause(clause: Clause, tokens: list[Token]) -> Said:
    verb = tokens[clause.verb]
    said = Said((verb.start, verb.end))
    for name, phrase in (("agent", clause.agent), ("patient", clause.patient)):
        if phrase is not None:
            said.slots[name] = heads_of(phrase, tokens)
    said.obliques = [(p.preposition.split()[-1].lower(), heads_of(p, tokens)) for p in clause.obliques if p.preposition]
    return said


def heads_of(phrase: Phrase, tokens: list[Token]) -> list[Bounds]:
    """Where the head of a phrase may be said to stand: its head, the person a post is held by, the post."""
    head = tokens[phrase.head]
    found = [(head.start, head.end)]
    if phrase.person is not None:
        found.append((phrase.person.start, phrase.person.end))
    if phrase.office is not None:
        office = tokens[phrase.office.head]
        found.append((office.start, office.end))
    return found


def filled(first: dict[int, Said], second: dict[int, Said]) -> dict[int, Said]:
    """The first's slots, and the second's where the first is silent."""
    both = {}
    for verb in first.keys() | second.keys():
        one, other = first.get(verb), second.get(verb)
        if one is None or other is None:
            both[verb] = one or other
            continue
        both[verb] = Said(one.verb, {**other.slots, **one.slots}, one.obliques or other.obliques)
    return both


def agreed(first: dict[int, Said], second: dict[int, Said]) -> dict[int, Said]:
    """The first's slots that the second has too."""
    both = {}
    for verb, one in first.items():
        other = second.get(verb)
        if other is not None:
            slots = {name: heads for name, heads in one.slots.items() if overlap(heads, other.slots.get(name, []))}
            obliques = [o for o in one.obliques if any(overlap(o[1], p[1]) for p in other.obliques)]
            both[verb] = Said(one.verb, slots, obliques)
    return both


def overlap(one: list[Bounds], other: list[Bounds]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


class Tally:
    """Counts of gold, said and right slots."""

    def __init__(self) -> None:
        self.gold: Counter[str] = Counter()
        self.said: Counter[str] = Counter()
        self.right: Counter[str] = Counter()

    def add(self, gold: dict[int, Said], said: dict[int, Said], dates: list[Bounds]) -> None:
        asked = list(gold.values())
        for one in asked:
            self.gold["verb"] += 1
            self.gold.update(one.slots.keys() & {"agent", "patient"})
            self.gold["oblique"] += sum(not overlap(heads, dates) for _, heads in one.obliques)
        for one in said.values():
            match = next((g for g in asked if overlap([g.verb], [one.verb])), None)
            self.said["verb"] += 1
            self.right["verb"] += match is not None
            for name, heads in one.slots.items():
                if match is not None and name in match.open:
                    continue
                self.said[name] += 1
                self.right[name] += match is not None and overlap(heads, match.slots.get(name, []))
            for preposition, heads in one.obliques:
                if not overlap(heads, dates):
                    self.said["oblique"] += 1
                    self.right["oblique"] += match is not None and any(overlap(heads, o) and p == preposition for p, o in match.obliques)

    def show(self, name: str) -> None:
        parts = []
        for slot in ("verb", *SLOTS):
            p, r = self.right[slot] / max(1, self.said[slot]), self.right[slot] / max(1, self.gold[slot])
            parts.append(f"{slot} {p:.3f} {r:.3f} {2 * p * r / max(1e-9, p + r):.3f}")
        print(f"  {name:34s} " + " | ".join(parts))


class Dates:
    """How often a date is given to the verb that it hangs on: by the gold tree, through any nouns between."""

    def __init__(self) -> None:
        self.asked = 0
        self.right: Counter[str] = Counter()

    def add(self, gold: Gold, sentences: list[Sentence], tree: Node | None) -> None:
        words = gold.words
        truth = Node(
            [w.tag for w in words], [w.lemma for w in words], [(w.start, w.end) for w in words], [w.head for w in words], [w.label for w in words]
        )
        offset = 0
        for sentence in sentences:
            verbs = sorted((c for c in sentence.clauses if c.form != "infinitive"), key=lambda c: c.verb)
            for at, token in enumerate(sentence.tokens):
                if token.span is None or token.span.type is not SpanType.DATE or tree is None:
                    continue
                inside = [i for i, w in enumerate(words) if w.start < token.end and token.start < w.end]
                top = next((i for i in inside if words[i].head not in inside), None)
                owner = truth.verb_above(top) if top is not None else None
                if owner is None:
                    continue
                self.asked += 1
                clause = _owner(sentence, verbs, token.span) if isinstance(token.span, DateMark) else None  # before every verb: the first
                clause = clause or (verbs[0] if verbs else None)
                theirs = tree.verb_above(offset + at)
                if clause is not None:
                    verb = sentence.tokens[clause.verb]
                    self.right["cascade"] += overlap([(verb.start, verb.end)], [truth.bounds[owner]])
                self.right["parser"] += theirs is not None and overlap([tree.bounds[theirs]], [truth.bounds[owner]])
            offset += len(sentence.tokens)

    def show(self) -> None:
        print(
            "  a date's verb found: "
            + ", ".join(f"{way} {count / max(1, self.asked):.3f}" for way, count in self.right.items())
            + f" of {self.asked}"
        )


class Signal:
    """How often a slot of the cascade is right, by what the parser says of it."""

    def __init__(self) -> None:
        self.seen: Counter[tuple[str, str]] = Counter()
        self.right: Counter[tuple[str, str]] = Counter()

    def add(self, gold: dict[int, Said], one: dict[int, Said], other: dict[int, Said]) -> None:
        asked = list(gold.values())
        for verb, said in one.items():
            match = next((g for g in asked if overlap([g.verb], [said.verb])), None)
            for name, heads in said.slots.items():
                if match is not None and name in match.open:
                    continue
                rival = other.get(verb)
                theirs = rival.slots.get(name) if rival is not None else None
                state = "no such clause" if rival is None else "left empty" if theirs is None else "agrees" if overlap(heads, theirs) else "differs"
                self.seen[name, state] += 1
                self.right[name, state] += match is not None and overlap(heads, match.slots.get(name, []))

    def show(self) -> None:
        for key in sorted(self.seen):
            print(f"  cascade's {key[0]} where the parser {key[1]}: right {self.right[key] / self.seen[key]:.3f} of {self.seen[key]}")


def main() -> None:
    """Print precision, recall and F1 of each slot for each way, and what agreement tells."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--treebanks", type=Path, required=True)
    options.add_argument("--model", type=Path, required=True)
    chosen = options.parse_args()
    began = time.process_time()
    model = parsing.load(chosen.model)
    print(f"load {time.process_time() - began:.2f} s CPU")
    sets = {name: list(trees.read(chosen.treebanks / f"{name}.conllu")) for name in ("ewt-dev", "gum-dev")}
    sets["gum-dev, edited genres"] = [gold for gold in sets["gum-dev"] if gold.document.startswith(EDITED)]
    for name, golds in sets.items():
        compare(name, golds, model)


def compare(name: str, golds: list[Gold], model: parsing.Parser) -> None:
    tallies = {way: Tally() for way in ("cascade", "parser", "cascade, parser where empty", "parser, cascade where empty", "only where both agree")}
    signal, owners = Signal(), Dates()
    took, size = {"cascade": 0.0, "parser": 0.0}, sum(len(gold.text) for gold in golds)
    for gold in golds:
        began = time.process_time()
        sentences = analyse(gold.text)
        took["cascade"] += time.process_time() - began
        tokens = [token for sentence in sentences for token in sentence.tokens]
        began = time.process_time()
        tree = parsed(model, tokens) if tokens else None
        second = dict(tree.read()) if tree else {}
        took["parser"] += time.process_time() - began
        asked, first = gold_of(gold), cascade(sentences)
        dates = [(t.start, t.end) for t in tokens if t.span is not None and t.span.type is SpanType.DATE]
        ways = (first, second, filled(first, second), filled(second, first), agreed(first, second))
        for tally, said in zip(tallies.values(), ways, strict=True):
            tally.add(asked, said, dates)
        signal.add(asked, first, second)
        owners.add(gold, sentences, tree)
    print(f"{name}: {len(golds)} sentences; precision, recall, F1")
    for way, tally in tallies.items():
        tally.show(way)
    signal.show()
    owners.show()
    for way, seconds in took.items():
        print(f"  {way}: {len(golds) / seconds:.0f} sentences/s, {size / seconds / 1000:.0f} KB/s of CPU time")


if __name__ == "__main__":
    main()
