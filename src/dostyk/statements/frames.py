"""Turns clauses and phrases into drafts by the frames that kinds declare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dostyk.kinds.wording import everything
from dostyk.model.analysis import Clause, Phrase, Sentence, SpanType
from dostyk.model.kind import Draft, Filler, Frame, Kind, Reading, Slot
from dostyk.model.mention import Mention
from dostyk.model.statement import Modality

MANY = frozenset(("country", "state", "nation", "partner"))
"""Those with whom relations are counted."""


class FrameReader:
    """Looks up which frames a clause or phrase evokes and fills their roles."""

    def __init__(self, kinds: Sequence[Kind]) -> None:
        self._by_verb: dict[str, list[tuple[Kind, Frame]]] = {}
        self._by_noun: dict[str, list[tuple[Kind, Frame]]] = {}
        for kind in kinds:
            for frame in kind.frames:
                table, keys = (self._by_noun, frame.nouns) if frame.nouns else (self._by_verb, frame.verbs)
                for key in sorted(keys):
                    table.setdefault(key, []).append((kind, frame))

    def read(self, sentence: Sentence, reading: Reading) -> Iterator[Draft]:
        """Give the drafts that a sentence's clauses and phrases evoke."""
        for clause in sentence.clauses:
            for kind, frame in self._by_verb.get(clause.lemma, ()):
                yield from _Filling(kind, frame, sentence, reading, clause, None).drafts()
        for phrase in everything(sentence):
            for kind, frame in self._evoked(phrase):
                yield from _Filling(kind, frame, sentence, reading, phrase.clause, phrase).drafts()

    def _evoked(self, phrase: Phrase) -> list[tuple[Kind, Frame]]:
        found = self._by_noun.get(phrase.lemma, [])
        if not found and phrase.span is not None and phrase.span.type in (SpanType.ORGANISATION, SpanType.NAME):
            found = self._by_noun.get(phrase.span.text.split()[-1].lower(), [])
        if len(phrase.modifiers) and not found:
            found = self._by_noun.get(f"{phrase.modifiers[-1].low} {phrase.lemma}", [])
        return found


class _Filling:
    """One frame tried at one place."""

    def __init__(self, kind: Kind, frame: Frame, sentence: Sentence, reading: Reading, clause: Clause | None, noun: Phrase | None) -> None:
        self.kind = kind
        self.frame = frame
        self.sentence = sentence
        self.reading = reading
        self.clause = clause
        self.noun = noun
        self.used: list[Filler] = []

    def drafts(self) -> Iterator[Draft]:
        """Give the drafts, one for each combination of spread fillers; none where a condition or required role fails."""
        if not self._holds():
            return
        filled: dict[str, list[tuple[Filler, list[Filler]]]] = {}
        for role, slot in self.frame.roles.items():
            found = self._fill(slot)
            count = sum(len(m) for _, m in found)
            if slot.required and count < slot.least:
                return
            filled[role] = found
        yield from self._combine(filled)

    def _holds(self) -> bool:
        frame, noun, clause = self.frame, self.noun, self.clause
        if noun is not None:
            words = {t.low for t in noun.modifiers} | {t.lemma for t in noun.modifiers}
            if noun.span is not None and noun.span.type in (SpanType.NAME, SpanType.ORGANISATION, SpanType.QUOTE):
                words |= set(noun.span.text.lower().strip('"“”').split())
            if frame.modifiers and not (frame.modifiers & words or any(m in " ".join(t.low for t in noun.modifiers) for m in frame.modifiers)):
                return False
            if frame.without & words or (frame.without and noun.determiner in frame.without):
                return False
            if frame.verbs and (clause is None or clause.lemma not in frame.verbs):
                return False
            if frame.inner and not any(c.lemma in frame.inner for c in noun.complements if c.preposition == "of"):
                return False
            if frame.governed and not self._governed(frame.governed):
                return False
        return True

    def _modality(self) -> Modality:
        """The clause's modality; what a verb of `settled_by` decides is so from then on."""
        clause = self.clause
        if clause is None:
            return Modality.ACTUAL
        governor = clause.governor
        if clause.form == "infinitive" and governor is not None and governor.lemma in self.frame.settled_by:
            return governor.modality
        return clause.modality

    def _governed(self, where: str) -> bool:
        """Whether the noun stands in the named slot of its clause."""
        clause, noun = self.clause, self.noun
        if clause is None or noun is None:
            return False
        for place in where.split("|"):
            slot = clause.patient if place == "patient" else clause.agent if place == "agent" else clause.predicate if place == "predicate" else None
            if slot is not None and any(m is noun for m in slot.members()):
                return True
            if place == "oblique" and any(_holds_phrase(p, noun) for p in clause.obliques):
                return True
        return False

    def _fill(self, slot: Slot) -> list[tuple[Filler, list[Filler]]]:
        """Give (filler, its mentions) for the first slots that hold enough."""
        gathered: list[tuple[Filler, list[Filler]]] = []
        seen: set[str] = set()
        for name in slot.slots:
            for filler in self._slot(name):
                mentions = [m for m in self.reading.mentions(filler, slot.types) if m.id not in seen]
                if mentions:
                    gathered.append((filler, list(mentions)))
                    seen.update(m.id for m in mentions)
            if len(seen) >= slot.least:
                return gathered
        if slot.default and not self._with_many():
            default = self._default(slot.default)
            if len(default) >= slot.least and (not seen or any(isinstance(m, Mention) and m.id in seen for m in default)):
                extra = [m for m in default if isinstance(m, Mention) and m.id not in seen]
                more: list[tuple[Filler, list[Filler]]] = [(m, [m]) for m in extra]
                return [*gathered, *more] if slot.least > 1 else [(m, [m]) for m in default]
        return gathered

    def _with_many(self) -> bool:
        """Whether the other side is many and unnamed ("relations with 173 countries"), so that the page's other country is not meant."""
        phrases = [*(self.noun.complements if self.noun is not None else ()), *(self.clause.obliques if self.clause is not None else ())]
        return any(p.preposition == "with" and p.quantity is not None and p.span is None and p.lemma in MANY for p in phrases)

    def _default(self, name: str) -> list[Filler]:
        if name == "pair":
            return list(self.reading.pair())
        if name == "named":
            return self._named_states()
        if name == "side":
            side = self.reading.side()
            return [side] if side is not None else []
        if name == "other":
            return list(self._other_country())
        return []

    def _named_states(self) -> list[Filler]:
        """The states that the sentence names, wherever in it: two of them; the pair where it names none or one of the two."""
        found: dict[str, Filler] = {}
        for span in self.sentence.spans:
            for part in (span, *span.parts):
                if part.type is SpanType.COUNTRY:
                    for mention in self.reading.mentions(part, ("country",)):
                        found.setdefault(mention.id, mention)
        pair = self.reading.pair()
        if found and any(p.quantity is not None and p.lemma in MANY for p in self.sentence.inside or self.sentence.phrases):
            return list(found.values())
        if not found or (len(found) == 1 and any(m.id in found for m in pair)):
            return list(pair)
        return list(found.values()) if len(found) == 2 else []

    def _other_country(self) -> list[Mention]:
        """The country of the pair that the visitor does not come from; without that, the page's own."""
        pair = self.reading.pair()
        if len(pair) < 2:
            return []
        own: list[Mention] = []
        for name in ("of", "by", "poss"):
            for filler in self._slot(name):
                if isinstance(filler, Phrase):
                    own += self.reading.countries(filler.office or filler)
        codes = {m.id for m in own}
        others = [m for m in pair if m.id not in codes]
        if codes and len(others) == 1:
            return others
        side = self.reading.side()
        return [side] if side is not None and not codes else []

    def _slot(self, name: str) -> list[Filler]:
        """The fillers that stand in a grammatical slot."""
        if name.startswith("clause."):
            return _clause_slot(self.clause, name[7:], self.noun)
        noun = self.noun
        if noun is None:
            return _clause_slot(self.clause, name, None)
        if name == "self":
            return [noun]
        if name == "poss":
            found: list[Filler] = list(noun.possessor.members()) if noun.possessor is not None else []
            spans = [
                span
                for t in noun.modifiers
                if t.span is not None
                for span in (t.span.parts if t.span.type is SpanType.NAME and t.span.parts else [t.span])
            ]
            found += [
                span
                for span in spans
                if span.type in (SpanType.COUNTRY, SpanType.REGION, SpanType.CITY, SpanType.ORGANISATION, SpanType.PERSON, SpanType.NAME)
            ]
            found += [m for t in noun.modifiers if t.span is None and t.text[:1].isupper() and (m := self.reading.named_before(t.low)) is not None]
            owner = self.reading.owner(noun)
            return found or list(self.reading.countries(noun)) or ([owner] if owner is not None else [])
        inner = [m for c in noun.complements if c.preposition == name for m in c.members()]
        if inner or name == "of":
            return list(inner)
        return [m for p in self._following(name) for m in p.members()]

    def _following(self, preposition: str) -> list[Phrase]:
        """Oblique phrases after the noun, in the noun's clause or right behind it."""
        assert self.noun is not None
        clause = self.clause
        own = [p for p in (clause.obliques if clause is not None else []) if p.preposition == preposition and p.start >= self.noun.end]
        if own:
            return own[:1]
        for phrase in self.sentence.phrases:
            if (
                phrase.preposition == preposition
                and phrase.start >= self.noun.end
                and not any(c.verb > self.noun.last and c.verb < phrase.first and c.form == "finite" for c in self.sentence.clauses)
            ):
                return [phrase]
        return []

    def _combine(self, filled: Mapping[str, list[tuple[Filler, list[Filler]]]]) -> Iterator[Draft]:
        spreads = [role for role, slot in self.frame.roles.items() if slot.spread and sum(len(m) for _, m in filled[role]) > 1]
        fixed: dict[str, list[Filler]] = {role: [m for _, ms in found for m in ms] for role, found in filled.items() if role not in spreads}
        used = [f for role, found in filled.items() if role not in spreads for f, _ in found]
        if not spreads:
            yield self._draft(fixed, used)
            return
        role = spreads[0]
        for filler, mentions in filled[role]:
            for mention in mentions:
                yield self._draft({**fixed, role: [mention]}, [*used, filler])

    def _draft(self, roles: dict[str, list[Filler]], used: list[Filler]) -> Draft:
        start, end = self._extent(used)
        for role, target in self.frame.merge.items():
            moved = roles.get(role, [])
            roles = {**{name: found for name, found in roles.items() if name != role}, target: [*roles.get(target, []), *moved]}
        roles = {role: found for role, found in roles.items() if role not in self.frame.drop}
        anchor = self.noun.start if self.noun is not None else start
        if self.clause is not None and (self.noun is None or self.frame.verbs):
            anchor = self.sentence.tokens[self.clause.verb].start
        attributes = {name: value for name, rule in self.frame.attributes.items() if (value := self._attribute(rule))}
        modality = self.frame.modality or self._modality()
        return Draft(
            self.kind.name, start, end, roles, attributes, "" if self.frame.time == "clause" else None, modality,
            self.kind.open_since, self.frame.name, self.frame.confidence, anchor,
        )  # fmt: skip

    def _extent(self, used: list[Filler]) -> tuple[int, int]:
        """The run of text from the first to the last word that the draft rests on, within the sentence."""
        points = [(f.start, f.end) for f in used if not hasattr(f, "name") or hasattr(f, "start") if hasattr(f, "start")]  # type: ignore[union-attr]
        if self.noun is not None:
            points.append((self.noun.start, self.noun.end))
            if self.frame.verbs and self.clause is not None:
                token = self.sentence.tokens[self.clause.verb]
                points.append((token.start, token.end))
        if self.clause is not None and self.noun is None:
            token = self.sentence.tokens[self.clause.verb]
            points.append((token.start, token.end))
        points = [p for p in points if self.sentence.start <= p[0] and p[1] <= self.sentence.end]
        return min(p[0] for p in points), max(p[1] for p in points)

    def _attribute(self, rule: Mapping[str, Any]) -> str:
        """Work out an attribute: a constant, a modifier from a list, the noun's wording, a slot's wording, a map of the lemma."""
        match rule["from"]:
            case "constant":
                return str(rule["value"])
            case "modifier":
                words = [t.low for t in self.noun.modifiers] if self.noun is not None else []
                return next((str(rule["values"][w]) for w in reversed(words) if w in rule["values"]), "")
            case "wording":
                return wording(self.noun, bool(rule.get("complements", True))) if self.noun is not None else ""
            case "slot":
                for name in rule["slots"]:
                    for filler in self._slot(name):
                        if isinstance(filler, Phrase):
                            return wording(filler, True)
                return ""
            case "complement":
                return _complement(self.noun, rule) if self.noun is not None else ""
            case "lemma":
                lemma = self.noun.lemma if self.noun is not None else self.clause.lemma if self.clause is not None else ""
                return str(rule["map"].get(lemma, rule.get("else", "")))
        return ""


def _holds_phrase(phrase: Phrase, noun: Phrase) -> bool:
    """Whether a noun is a phrase, coordinated with it, or hangs on it."""
    return any(m is noun or any(_holds_phrase(c, noun) for c in m.complements) for m in phrase.members())


def _complement(noun: Phrase, rule: Mapping[str, Any]) -> str:
    """The wording of the noun's complement, or what its modifiers map to."""
    for complement in noun.complements:
        if complement.preposition == rule["of"]:
            if "map" in rule:
                return next((str(rule["map"][t.low]) for t in complement.modifiers if t.low in rule["map"]), "")
            return wording(complement, False)
    return ""


def _clause_slot(clause: Clause | None, name: str, noun: Phrase | None) -> list[Filler]:
    """The fillers of a clause's slot, the noun itself left out."""
    if clause is None:
        return []
    found: list[Filler] = []
    if name == "patient.of":
        inner = [
            c
            for p in (clause.patient.members() if clause.patient is not None else [])
            for c in (*p.complements, *([p.possessor] if p.possessor else []))
        ]
        return [m for c in inner for m in c.members()]
    if name in ("agent", "patient", "predicate"):
        phrase = {"agent": clause.agent, "patient": clause.patient, "predicate": clause.predicate}[name]
        found = list(phrase.members()) if phrase is not None else []
    else:
        found = [m for p in clause.obliques if p.preposition == name for m in p.members()]
    return [f for f in found if f is not noun]


def wording(phrase: Phrase, complements: bool) -> str:
    """A phrase's words without article, with or without what is hung on it by prepositions."""
    text = phrase.text
    if not complements and phrase.complements:
        text = text[: max(0, min(c.start for c in phrase.complements) - phrase.start)].rstrip()
        for c in phrase.complements:
            if text.endswith(" " + c.preposition):
                text = text[: -len(c.preposition) - 1]
    text = " ".join(text.split())
    for article in ("the ", "a ", "an ", "its ", "their ", "our ", "this ", "these ", "The ", "A ", "An "):
        if text.startswith(article):
            return text[len(article) :]
    return text
