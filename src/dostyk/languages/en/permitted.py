"""Turn a word form into the tags it may carry, as a lead that these have over all others in the tagger's lanes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dostyk.languages.en.features import WordForm, guessed_class

_WITH = {
    "VB": ("VBP",),
    "VBP": ("VB",),
    "VBD": ("VBN", "JJ"),
    "VBN": ("VBD", "JJ"),
    "VBG": ("NN", "JJ"),
    "NN": ("JJ",),
    "JJ": ("NN", "RB"),
    "NNS": ("NNPS",),
    "NNP": ("NN", "JJ", "NNPS"),
}
"""Tags that a word seen with one tag may carry as well."""


def permitted(
    tags: Sequence[str], closed: Mapping[str, Sequence[str]], classes: dict[str, str], rare: Mapping[str, str], bits: int, lead: int
) -> Callable[[WordForm], int]:
    """Return a function from word form to lead, in lanes of so many bits.

    A frequent word may carry the tags it was seen with (`classes`, and the less usual ones in `rare`), what they bring along, what its
    inflection suggests, and be a name. Any other may carry all open tags and the closed ones (tag: words) it was seen with.
    """
    lanes = {tag: lead << (bits * at) for at, tag in enumerate(tags)}
    default = sum(lane for tag, lane in lanes.items() if tag not in closed)
    particular: dict[str, int] = {}
    for tag, members in closed.items():
        for word in members:
            particular[word] = particular.get(word, default) + lanes[tag]

    def lead_of(form: WordForm) -> int:
        if form.shape[:1] not in ("X", "x", "0"):
            return particular.get(form.lower, 0)
        seen = classes.get(form.lower)
        if seen is None or seen[0] == "~" or not form.lower.isalpha():
            return particular.get(form.lower, default)
        tags = [*seen.split("|"), *rare.get(form.lower, "NNP").split("|"), *guessed_class(form.lower, classes)[1:].split("|"), "NNP"]
        tags.extend([other for tag in tags for other in _WITH.get(tag, ())])
        return sum(lanes[tag] for tag in dict.fromkeys(tags) if tag in lanes)

    return lead_of
