"""Turns what the model proposes into drafts: links become mentions, dates and values, read by the exact readers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import product

from dostyk.kinds.agreement.heads import FIXED, instrument
from dostyk.kinds.agreement.heads import table as agreement_table
from dostyk.kinds.agreement.wording import title
from dostyk.kinds.indicator.figure import SUMS, Figure, fits, flow_of_goods
from dostyk.kinds.indicator.flows import country_of_capital
from dostyk.kinds.indicator.measures import measure_in, measure_of, rank_of, tables
from dostyk.kinds.indicator.nearby import is_bloc
from dostyk.kinds.indicator.parties import MUTUAL, assign
from dostyk.kinds.indicator.periods import fiscal, periods
from dostyk.kinds.indicator.ranked import number
from dostyk.kinds.indicator.scene import Scene
from dostyk.kinds.visit.parts import other, visit_type
from dostyk.kinds.wording import everything
from dostyk.languages.words import words
from dostyk.model.analysis import DateMark, QuantityMark, Sentence
from dostyk.model.kind import Draft, Filler, Kind, Reading
from dostyk.model.mention import Mention, MentionType
from dostyk.model.statement import Modality
from dostyk.trained.fillers import Fillers, unique
from dostyk.trained.proposal import Proposal
from dostyk.values.names import find_places
from dostyk.values.quantities import read_quantities

SPREAD = {
    "Membership": ("member", "organisation"),
    "Mission": ("location",),
    "Institution": ("institution",),
    "Event": ("event",),
    "Project": ("project",),
    "Office": ("holder",),
}
"""Roles of which each filler is a statement of its own; visits are parted by visitor and country."""
SINGLE = frozenset(("project", "institution", "event", "entity", "organisation"))
"""Roles whose pieces, with little between them, are one filler."""
DYADS = {"Relations": "party", "Twinning": "member", "Meeting": "participant"}
"""Roles of two: the first with each of the others."""
WORDED = {
    "Relations": ("status",), "Mission": ("mission_type",), "Office": ("position",), "Visit": ("purpose",), "Meeting": ("body", "topic"),
    "Agreement": ("title",), "Commitment": ("content",), "Renaming": ("old_name", "new_name"),
}  # fmt: skip
"""Attributes that are given as worded."""

RELATIONS = (("recogni", "recognition"), ("sever", "diplomatic relations severed"), ("resum", "diplomatic relations resumed"))
"""What relations are called by stems of the words that tell what became of them."""
DATED_BY_BEGINNING = frozenset(("Relations", "Twinning", "Agreement"))
"""Kinds of which "since X" gives the day X on which they began."""
UNITS_OF_TIME = frozenset(("a", "mo", "wk", "d", "h"))
FOREMOST = frozenset(("first", "main", "principal", "leading", "top", "chief", "foremost"))
SHARED = frozenset(("exports", "imports", "trade turnover"))
"""Flows of which a share has its own name."""


class Builder:
    """Makes drafts of a document's proposals, sentence by sentence."""

    def __init__(self, text: str, sentences: Sequence[Sentence], reading: Reading, kinds: dict[str, Kind]) -> None:
        self.fillers = Fillers(text, sentences, reading)
        self.text = text
        self.reading = reading
        self.kinds = kinds

    def drafts(self, sentence: Sentence, proposals: Sequence[Proposal]) -> Iterator[Draft]:
        """The drafts of one sentence's proposals; none where a key role or value cannot be read."""
        for proposal in proposals:
            yield from self._drafts(sentence, proposal)

    def _drafts(self, sentence: Sentence, proposal: Proposal) -> Iterator[Draft]:
        kind = self.kinds[proposal.kind]
        roles: dict[str, list[Mention]] = {}
        for role in kind.roles:
            links = proposal.links.get(role, [])
            if role in SINGLE and (link := self.fillers.one(links)) is not None:
                links = [link]
            found = unique(m for link in links for m in self.fillers.mentions(role, link))
            if found:
                roles[role] = found
        attributes = self._attributes(sentence, proposal)
        figure = self._figure(sentence, proposal, attributes) if attributes is not None and kind.name == "Indicator" else None
        if figure is not None and not roles.get("subject"):
            self._parties(sentence, figure, roles)
        self._complete(kind, sentence, proposal, roles)
        if attributes is None or any(not roles.get(r) for r in kind.key_roles):
            return
        if any(not attributes.get(a) for a in kind.key_attributes if kind.name != "Agreement"):
            return
        start, end = self._quote(sentence, proposal)
        time = self._time(kind, sentence, proposal)
        if figure is not None:
            time = self._period(sentence, figure, attributes, time)
        base = Draft(
            kind.name, start, end, {}, attributes, time, Modality(proposal.modality),
            open_ended=kind.open_since, rule=f"model.{kind.name.lower()}", confidence=0.8, anchor=proposal.start, scored=proposal.score,
        )  # fmt: skip
        for combined in self._combined(kind, roles):
            made: dict[str, list[Filler]] = {role: list(found) for role, found in combined.items()}
            yield replace(base, roles=made, attributes=dict(attributes))

    def _figure(self, sentence: Sentence, proposal: Proposal, attributes: dict[str, str]) -> Figure | None:
        """The figure as the rules' own finders of parties and periods want it."""
        quantity = self._quantity(sentence, proposal.start, proposal.end)
        index = Scene.of(sentence, self.reading).index(quantity) if quantity is not None else None
        if quantity is None or index is None:
            return None
        counted = next((m for link in proposal.links.get("counted", ()) for m in self.fillers.mentions("counted", link)), None)
        return Figure(quantity, index, attributes["measure"], attributes["statistic"], quantity.start, quantity.end, counted=counted, rule="model")

    def _parties(self, sentence: Sentence, figure: Figure, roles: dict[str, list[Mention]]) -> None:
        """Whose a figure is where the model links nobody: as the rules would find it, beside the partner that is linked."""
        subjects, partners = assign(Scene.of(sentence, self.reading), figure)
        linked = {m.id for m in roles.get("partner", ())}
        roles["subject"] = [m for m in subjects if m.id not in linked]
        if partners and not linked:
            roles["partner"] = list(partners)

    def _period(self, sentence: Sentence, figure: Figure, attributes: dict[str, str], time: str | None) -> str | None:
        """The period of a figure: as linked, else as the rules would find it; what it is compared with goes into the attributes."""
        _, own, base = periods(Scene.of(sentence, self.reading), figure)
        if base and "compared_with" not in attributes and attributes.get("statistic") in ("change", "multiple"):
            attributes["compared_with"] = base
        return time or own or (None if sentence.dates else "")

    def _complete(self, kind: Kind, sentence: Sentence, proposal: Proposal, roles: dict[str, list[Mention]]) -> None:
        """Fill what holds without words: the page's own city, the two countries, the page's side."""
        reading = self.reading
        pair = reading.pair()

        def others(*taken: str) -> list[Mention]:
            gone = {m.id for role in taken for m in roles.get(role, ())}
            left = [m for m in pair if m.id not in gone]
            return left if len(left) == 1 else []

        match kind.name:
            case "Relations":
                states = [m for m in roles.get("party", []) if m.type is not MentionType.ORGANISATION or is_bloc(m.name)]
                have = roles["party"] = states  # a ministry acts for its state, and is none
                if len(have) < 2:
                    roles["party"] = unique([*have, *(pair if not have or any(m.id == h.id for h in have for m in pair) else [])])
                if len(roles["party"]) < 2:
                    roles.pop("party")
            case "Agreement":
                have = roles.get("party", [])
                if (
                    len(have) == 1
                    and have[0].type is MentionType.COUNTRY
                    and len(pair) == 2
                    and have[0].id in {m.id for m in pair}
                    or not have
                    and "party" in proposal.implied
                ):
                    roles["party"] = list(pair)
            case "Regime":
                if not roles.get("party"):
                    roles["party"] = list(pair)
            case "Twinning":
                have = roles.get("member", [])
                here = reading.here()
                if len(have) == 1 and here is not None and here.id != have[0].id:
                    roles["member"] = [here, *have]
                if len(roles.get("member", [])) < 2:
                    roles.pop("member", None)
            case "Meeting":
                if not roles.get("participant"):
                    roles["participant"] = list(pair)
                if len(roles["participant"]) < 2 and not proposal.links.get("body"):
                    roles.pop("participant")
            case "Visit":
                if not roles.get("destination"):
                    roles["destination"] = self._elsewhere(proposal, roles) or others("origin")
            case "Mission":
                roles["sender"] = [country_of_capital(m, self.reading) for m in roles.get("sender", ())]
                if not roles["sender"]:
                    place = next(iter(roles.get("location", ())), None)
                    side = reading.side()
                    if place is not None and place.type is MentionType.COUNTRY:
                        roles["sender"] = others("location")
                    elif side is not None:
                        roles["sender"] = [side]
            case "Indicator":
                measure = self._measure(sentence, proposal, "level", "")
                if measure in SUMS or flow_of_goods(measure):
                    roles |= {
                        role: unique(country_of_capital(m, self.reading) for m in roles[role]) for role in ("subject", "partner") if role in roles
                    }
                mutual = self._is_mutual(sentence, proposal)
                if mutual and roles.get("subject"):
                    named = unique([*roles["subject"], *roles.pop("partner", [])])
                    alone = len(named) == 1 and named[0].type is MentionType.COUNTRY
                    roles["subject"] = unique([*named, *(m for m in pair if alone and named[0] in pair)])
                if not roles.get("subject"):
                    own = reading.here() or reading.side()
                    roles["subject"] = list(pair) if mutual else others("partner") or ([own] if own is not None else [])
            case "Membership":
                if not roles.get("member"):
                    own = reading.here() or reading.side()
                    roles["member"] = [own] if own is not None else []
            case "Commitment":
                if not roles.get("actor"):
                    side = reading.side()
                    roles["actor"] = [side] if side is not None else []
            case _:
                pass

    def _is_mutual(self, sentence: Sentence, proposal: Proposal) -> bool:
        """Whether a figure has no direction: trade between two, agreements, pairs of cities."""
        measure = self._measure(sentence, proposal, "level", "")
        return measure in MUTUAL - {"flights", "contract value"} and proposal.statistic != "share"

    def _elsewhere(self, proposal: Proposal, roles: dict[str, list[Mention]]) -> list[Mention]:
        """Where a visit leads that names no place: to the other country than the visitor's; to the page's own for a guest from abroad."""
        side = self.reading.side()
        for link, visitor in zip(proposal.links.get("visitor", ()), roles.get("visitor", ()), strict=False):
            code = self.fillers.home(link, visitor)
            found = other(code, self.reading)
            if found is not None:
                return [found]
            if code is not None and side is not None and side.id != code:
                return [side]
        return []

    def _combined(self, kind: Kind, roles: dict[str, list[Mention]]) -> Iterator[dict[str, list[Mention]]]:
        """One set of roles for each statement: roles that are spread give one filler each."""
        dyad = DYADS.get(kind.name)
        if dyad is not None and len(roles[dyad]) > 2:
            first, *others = roles[dyad]
            for second in others:
                yield {**roles, dyad: [first, second]}
            return
        if kind.name == "Visit":
            for group in _by_country(roles["destination"]):
                for visitor in roles["visitor"]:
                    yield {**roles, "visitor": [visitor], "destination": group}
            return
        spread = [r for r in SPREAD.get(kind.name, ()) if roles.get(r)]
        for chosen in product(*(roles[r] for r in spread)):
            yield {**roles, **{r: [m] for r, m in zip(spread, chosen, strict=True)}}

    def _attributes(self, sentence: Sentence, proposal: Proposal) -> dict[str, str] | None:
        found: dict[str, str] = {}
        for name in WORDED.get(proposal.kind, ()):
            if (link := self.fillers.one(proposal.links.get(name, ()))) is not None:
                found[name] = self.fillers.words(link)
        reader: Callable[[Sentence, Proposal, dict[str, str]], bool] | None = {
            "Indicator": self._indicator, "Agreement": self._agreement, "Visit": self._visit, "Mission": self._mission, "Regime": self._regime,
            "Commitment": self._commitment, "Relations": self._relations,
        }.get(proposal.kind)  # fmt: skip
        if reader is not None and not reader(sentence, proposal, found):
            return None
        return found

    def _indicator(self, sentence: Sentence, proposal: Proposal, found: dict[str, str]) -> bool:
        quantity = self._quantity(sentence, proposal.start, proposal.end)
        if quantity is None:
            return self._ranked(sentence, proposal, found)
        statistic = self._statistic(quantity, proposal)
        value, unit = quantity.value, quantity.unit
        if unit in UNITS_OF_TIME:
            unit = "1"
        if unit == "1" and quantity.bare and statistic == "level" and (worked := self._in_unit(sentence, proposal, quantity)) is not None:
            value, unit = worked
        measure = self._measure(sentence, proposal, statistic, unit)
        if measure == "power capacity" and not unit.split("/")[0].endswith("W"):
            measure = "capacity"
        if not measure:
            return False
        if unit == "1" and statistic == "level" and (measure in SUMS or flow_of_goods(measure)) and value.isascii():
            named = self.reading.memory.get("currency")
            if named is not None and self._magnified(quantity) and 0 <= sentence.paragraph - named[1] <= 1:
                unit = named[0]
        if statistic == "level" and "/" not in unit and (rate := self._rate(sentence, proposal)):
            unit = f"{unit}/{rate}"
        if statistic == "change" and not self._signed(quantity) and self._fell(sentence, proposal):
            value = f"-{value}"
        found.update(measure=measure, value=value, unit="rank" if statistic == "rank" else unit, statistic=statistic)
        if quantity.bound != "exact":
            found["bound"] = quantity.bound
        base = next((d.edtf for link in proposal.links.get("compared_with", ()) if (d := self.fillers.date(link)) is not None), None)
        if base:
            found["compared_with"] = base
        return True

    def _ranked(self, sentence: Sentence, proposal: Proposal, found: dict[str, str]) -> bool:
        """A rank that is worded without a figure ("sixth", "second largest", "main")."""
        lows = [w.strip(",.()").lower() for w in self.text[proposal.start : proposal.end].split()]
        if proposal.statistic != "rank" or not lows:
            return False
        value = next((n for w in lows if (n := number(w.split("-")[0])) is not None), None)
        if value is None and not any(w in tables().superlatives or w in FOREMOST for w in lows):
            return False
        measure = self._measure(sentence, proposal, "rank", "rank")
        found.update(measure=measure, value=str(value or 1), unit="rank", statistic="rank")
        return bool(measure)

    def _rate(self, sentence: Sentence, proposal: Proposal) -> str:
        """The period of a rate by linked words that stand apart from the figure ("every year", "daily"), "" for none."""
        for link in proposal.links.get("unit", ()):
            if link.start < proposal.end and proposal.start < link.end:
                continue
            found = read_quantities(f"1 t {self.text[link.start : link.end].lower()}")
            if len(found) == 1 and found[0].unit.startswith("t/"):
                return found[0].unit[2:]
        return ""

    def _signed(self, quantity: QuantityMark) -> bool:
        """Whether a figure shows its own sign ("+7.1 %")."""
        return quantity.value.startswith("-") or self.text[quantity.start] == "+" or self.text[max(0, quantity.start - 1) : quantity.start] == "+"

    def _magnified(self, quantity: QuantityMark) -> bool:
        """Whether a number is worded with a magnitude ("4.4 million"), as sums are."""
        return any(c.isalpha() for c in quantity.text)

    def _statistic(self, quantity: QuantityMark, proposal: Proposal) -> str:
        """What a figure tells of itself goes before what the model says."""
        if quantity.statistic not in ("level", ""):
            return quantity.statistic
        counted = quantity.unit == "1" and quantity.bare
        return "level" if counted and proposal.statistic == "share" else proposal.statistic

    def _anchored(self, sentence: Sentence, proposal: Proposal, statistic: str, unit: str) -> str | None:
        """The measure as the rules name the words that are linked, with what narrows it down ("services exports"), or None."""
        links = proposal.links.get("measure", ())
        for anchor in Scene.of(sentence, self.reading).anchors if links else ():
            start, end = sentence.tokens[anchor.first].start, sentence.tokens[anchor.last].end
            if any(link.start < end and start < link.end for link in links) and (statistic != "level" or fits(anchor.measure, unit)):
                return anchor.measure
        return None

    def _measure(self, sentence: Sentence, proposal: Proposal, statistic: str, unit: str) -> str:
        """The measure by the words that are linked, where the lists know them; else by the class that the model says; else as worded."""
        worded = next((self.fillers.words(link) for link in proposal.links.get("measure", ())), "")
        counted = next((self.fillers.words(link) for link in proposal.links.get("counted", ())), "")
        if statistic == "rank":
            return rank_of(worded or counted) or proposal.measure or worded.lower()
        if (anchored := self._anchored(sentence, proposal, statistic, unit)) is not None:
            return f"share of {anchored}" if statistic == "share" and anchored in SHARED else anchored
        if statistic != "share" and (done := self._done(sentence, proposal)):
            return done
        for words_ in (worded, counted):
            known = measure_of([w.strip(",.()").lower() for w in words_.split()]) or (measure_in(words_) if words_ else None)
            if known and (statistic != "level" or fits(known, unit)):
                return f"share of {known}" if statistic == "share" and known in SHARED else known
        return proposal.measure or worded.lower() or counted.lower()

    def _done(self, sentence: Sentence, proposal: Proposal) -> str | None:
        """The measure of people who are counted by what they do ("240 citizens | are studying"), or None."""
        for link in proposal.links.get("measure", ()):
            for token in sentence.tokens:
                if link.start <= token.start < link.end and token.tag.startswith("VB") and (found := tables().people.get(token.lemma)):
                    return found
        return None

    def _fell(self, sentence: Sentence, proposal: Proposal) -> bool:
        """Whether a change goes down, by the words around its figure."""
        near = [t for t in sentence.tokens if abs(t.start - proposal.start) < 60]
        down, up = tables().falling | tables().down, tables().growing | tables().up
        signs = [(abs(t.start - proposal.start), t.lemma in down or t.low in down) for t in near if t.lemma in down | up or t.low in down | up]
        return min(signs)[1] if signs else False

    def _in_unit(self, sentence: Sentence, proposal: Proposal, quantity: QuantityMark) -> tuple[str, str] | None:
        """A bare number's value and unit by words that stand elsewhere ("US$ million" in a table's head)."""
        if _figures(quantity.text) != quantity.value and not self._magnified(quantity):
            return None
        number = quantity.text if self._magnified(quantity) else quantity.value
        for link in proposal.links.get("unit", ()):
            if link.start < quantity.end and quantity.start < link.end:
                continue
            words = self.text[link.start : link.end].strip("()[], ")
            for worded in (
                f"{number} {words}",
                f"{words} {number}",
                f"{words.split(' ')[0]} {number} {' '.join(words.split(' ')[1:])}",
                _turned(words, number),
            ):
                found = read_quantities(worded)
                if len(found) == 1 and found[0].unit not in ("1", *UNITS_OF_TIME):
                    return found[0].value, found[0].unit
        return None

    def _quantity(self, sentence: Sentence, start: int, end: int) -> QuantityMark | None:
        fitting = [q for q in sentence.quantities if q.start < end and start < q.end]
        return max(fitting, key=lambda q: (min(q.end, end) - max(q.start, start), -q.start)) if fitting else None

    def _money(self, sentence: Sentence, proposal: Proposal, found: dict[str, str]) -> None:
        for link in proposal.links.get("value", ()):
            quantity = self._quantity(sentence, link.start, link.end)
            if quantity is not None:
                found.update(value=quantity.value, unit=quantity.unit)
                if quantity.bound != "exact":
                    found["bound"] = quantity.bound
                return

    def _titled(self, sentence: Sentence, proposal: Proposal) -> str:
        """The title of the instrument that is linked or triggers, as the rules word titles; "" where they see none there."""
        link = self.fillers.one(proposal.links.get("title", ()))
        start, end = (link.start, link.end) if link is not None else (proposal.start, proposal.end)
        heads = [p for p in everything(sentence) if instrument(p) and start <= sentence.tokens[p.head].start < end]
        return title(sentence, heads[0], len(sentence.tokens))[0] if heads else ""

    def _agreement(self, sentence: Sentence, proposal: Proposal, found: dict[str, str]) -> bool:
        if worded := self._titled(sentence, proposal):
            found["title"] = worded
        worded = found.get("title") or self.text[proposal.start : proposal.end]
        classes = words().classes["instrument"]
        lows = [w.strip(',.()“”"').lower() for w in worded.split()]
        head = next((w for w in lows if w in classes or w.rstrip("s") in classes), "")
        if head:
            plain = head if head in classes else head.rstrip("s")
            joint = "joint " if "joint" in lows[: lows.index(head)] and plain in ("declaration", "statement", "communiqué", "communique") else ""
            found["agreement_type"] = joint + FIXED.get(plain, plain)
        self._money(sentence, proposal, found)
        near = [t.lemma for t in sentence.tokens if proposal.start <= t.start < proposal.end]
        action = next((a for lemma in near if (a := agreement_table("actions").get(lemma))), None)
        if action and action != "signed":
            found["action"] = action
        return bool(found.get("title") or found.get("agreement_type"))

    def _visit(self, sentence: Sentence, proposal: Proposal, found: dict[str, str]) -> bool:
        low = self.text[max(sentence.start, proposal.start - 30) : proposal.end + 15].lower().split()
        if kind := visit_type(low):
            found["visit_type"] = kind
        return True

    def _mission(self, sentence: Sentence, proposal: Proposal, found: dict[str, str]) -> bool:
        worded = found.get("mission_type") or self.text[proposal.start : proposal.end]
        low = " ".join(worded.lower().replace("-", " ").split())
        plural = {"embassies": "embassy", "consulates general": "consulate general", "consulates": "consulate", "legations": "legation"}
        for name in (
            "honorary consulate general",
            "honorary consulate",
            "consulate general",
            "general consulate",
            "consulates general",
            *sorted(words().classes["mission"], key=len, reverse=True),
            *plural,
        ):
            if name in low:
                found["mission_type"] = plural.get(name, "consulate general" if name == "general consulate" else name)
                return True
        heads = {
            "honorary consul general": "honorary consulate general",
            "honorary consul": "honorary consulate",
            "consul general": "consulate general",
            "consul": "consulate",
        }
        found["mission_type"] = next((name for title, name in heads.items() if title in low), "embassy")
        return True

    def _regime(self, sentence: Sentence, proposal: Proposal, found: dict[str, str]) -> bool:
        link = self.fillers.one(proposal.links.get("rule", ()))
        found["subject"] = self.fillers.words(link) if link is not None else self.fillers.words_of(proposal.start, proposal.end)
        return bool(found["subject"])

    def _commitment(self, sentence: Sentence, proposal: Proposal, found: dict[str, str]) -> bool:
        if found.get("content", "").startswith("to "):
            found["content"] = found["content"][3:]
        self._money(sentence, proposal, found)
        return bool(found.get("content"))

    def _relations(self, sentence: Sentence, proposal: Proposal, found: dict[str, str]) -> bool:
        low = (found.get("status") or self.text[proposal.start : proposal.end]).lower()
        found["status"] = next((name for stem, name in RELATIONS if stem in low), found.get("status") or "diplomatic relations")
        return True

    def _time(self, kind: Kind, sentence: Sentence, proposal: Proposal) -> str | None:
        """The time of the words linked as time, the finest first; "" lets the page tell where nothing is linked."""
        dates = [d for link in proposal.links.get("time", ()) if (d := self.fillers.date(link)) is not None]
        if not dates:
            return self._implied_time(sentence) if "time" in proposal.implied else ""
        best = _finest(dates)
        edtf = best.edtf or ""
        if kind.name == "Indicator" and (months := fiscal(Scene.of(sentence, self.reading), best)) is not None:
            return months
        if kind.name not in DATED_BY_BEGINNING and "/" not in edtf:
            if best.relation in ("since", "from_start"):
                until = next((d.edtf for d in dates if d.relation == "until" and d.edtf and d.edtf > edtf), "..")
                return f"{edtf}/{until}"
            if best.relation == "until":
                since = next((d.edtf for d in dates if d.relation in ("since", "from_start") and d.edtf and d.edtf < edtf), "..")
                return f"{since}/{edtf}"
        begun = min((d.edtf for d in dates if d.edtf and d.relation != "until" and "/" not in d.edtf), default=None)
        ended = max((d.edtf for d in dates if d.edtf and d.relation == "until" and "/" not in d.edtf), default=None)
        if begun and ended and len(begun) == len(ended) and begun < ended:
            return f"{begun}/{ended}"
        plain = sorted({d.edtf for d in dates if d.edtf and "/" not in d.edtf})
        if kind.name == "Indicator" and len(plain) > 1 and len({len(d) for d in plain}) == 1 and len(plain) == len(dates):
            return f"{plain[0]}/{plain[-1]}"
        return edtf

    def _implied_time(self, sentence: Sentence) -> str:
        """What the page itself gives as the time of what it tells here; "" leaves it to the rules of inheritance."""
        return self.reading.occasion(sentence) or ""

    def _quote(self, sentence: Sentence, proposal: Proposal) -> tuple[int, int]:
        """From the first to the last word of trigger and links inside the sentence."""
        spans = [(proposal.start, proposal.end), *((link.start, link.end) for links in proposal.links.values() for link in links)]
        inside = [(s, e) for s, e in spans if sentence.start <= s and e <= sentence.end]
        first = (max(proposal.start, sentence.start), min(proposal.end, sentence.end))
        return min(s for s, _ in [first, *inside]), max(e for _, e in [first, *inside])


def _figures(words: str) -> str:
    """The number that words show in figures, "" where they show none."""
    return "".join(c for c in words if c.isdigit() or c in ".-").strip(".")


def _turned(words: str, value: str) -> str:
    """Words of a unit behind a number, magnitude first: "US$ million" is read as "million US$"."""
    parts = words.split(" ")
    return f"{value} {parts[-1]} {' '.join(parts[:-1])}"


def _by_country(found: list[Mention]) -> list[list[Mention]]:
    """Destinations of one country together: a tour of several countries is one visit each."""
    groups: list[tuple[str | None, list[Mention]]] = []
    for mention in found:
        country = country_of(mention)
        if groups and (country is None or groups[-1][0] in (country, None)):
            groups[-1][1].append(mention)
        else:
            groups.append((country, [mention]))
    return [group for _, group in groups]


def country_of(mention: Mention) -> str | None:
    """The country that a place is or lies in, as far as reference data knows."""
    if mention.type is MentionType.COUNTRY:
        return mention.id
    known = next((p for p in find_places(mention.name) if p.id == mention.id), None)
    return known.country if known is not None else None


def _finest(dates: list[DateMark]) -> DateMark:
    """The date that says most: inside the others, an interval before its parts."""
    return max(dates, key=lambda d: (len((d.edtf or "").split("/")[0]), len(d.edtf or ""), -d.start))
