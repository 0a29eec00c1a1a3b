"""Turn tagged sentences into copies that look like headlines, like text with typed spans collapsed, and like text with hyphens kept."""

from __future__ import annotations

from treebank import Token

MARK = "\ue000"
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
PERIODS = frozenset("year month week century decade quarter summer winter spring autumn".split())
CLITICS = frozenset("n't 've 'll 're 'm 'd".split())
VAGUE = frozenset("now currently recently today yesterday tomorrow lately nowadays".split())
SMALL = frozenset("a an the of in on at to for and or by with from as".split())


def title_case(sentence: list[Token]) -> list[Token]:
    """Return the sentence as a headline in Title Case, without its full stop."""
    out = []
    for at, token in enumerate(sentence):
        word = token.word if at and token.word.lower() in SMALL else token.word[:1].upper() + token.word[1:]
        out.append(token if token.word.startswith(("'", "n't")) else token._replace(word=word))
    return _unstopped(out)


def upper_case(sentence: list[Token]) -> list[Token]:
    """Return the sentence in capitals, without its full stop."""
    return _unstopped([token._replace(word=token.word.upper()) for token in sentence])


def _unstopped(sentence: list[Token]) -> list[Token]:
    return sentence[:-1] if len(sentence) > 1 and sentence[-1].tag == "." else sentence


def made_whole(sentence: list[Token]) -> list[Token]:
    """Return the sentence with words the treebank split at hyphens and apostrophes made whole again, but for possessive 's."""
    out: list[Token] = []
    at = 0
    while at < len(sentence):
        token = sentence[at]
        if token.joined and at + 1 < len(sentence) and sentence[at + 1].word.lower().replace("\u2019", "'") in CLITICS:
            token = token._replace(word=token.word + sentence[at + 1].word, joined=sentence[at + 1].joined)
            at += 1
        while at + 2 < len(sentence) and token.joined and sentence[at + 1].tag == "HYPH" and sentence[at + 1].joined:
            last = sentence[at + 2]
            follower = sentence[at + 3] if at + 3 < len(sentence) else None
            token = Token(f"{token.word}-{last.word}", "_", _joined_tag(token.tag, last.tag, follower), last.joined)
            at += 2
        out.append(token)
        at += 1
    return out


def _joined_tag(first: str, last: str, follower: Token | None) -> str:
    if first.startswith("NNP") and last.startswith("NNP"):
        return last
    if last in ("VBN", "VBG", "JJ", "VBD") or (last == "IN" and first in ("VBN", "JJ", "NN")):
        return "JJ" if last != "VBG" or first != "VBG" else "VBG"
    before_noun = follower is not None and not follower.tag.startswith(".") and follower.tag.startswith("NN")
    if last in ("NN", "NNS") and before_noun and first in ("CD", "JJ", "RB", "IN", "AFX", "DT", "VBG"):
        return "JJ"
    return last


def collapsed(sentence: list[Token]) -> list[Token]:
    """Return the sentence with dates, quantities and names made typed placeholders."""
    out: list[Token] = []
    at = 0
    while at < len(sentence):
        end, kind = _date_end(sentence, at), "D"
        if end == at:
            end, kind = _quantity_end(sentence, at), "Q"
        if end == at:
            end, kind = _name_end(sentence, at), "P"
        if end > at:
            tag = "CD" if kind == "Q" else "NNP"
            out.append(Token(MARK + kind, "_", tag, sentence[end - 1].joined))
            at = end
        else:
            out.append(sentence[at])
            at += 1
    return out


def _date_end(sentence: list[Token], at: int) -> int:
    token = sentence[at]
    lower = token.word.lower()
    if lower in ("last", "this", "next") and at + 1 < len(sentence) and sentence[at + 1].word.lower() in PERIODS:
        return at + 2
    if lower in VAGUE:
        return at + 1
    if token.tag == "CD" and [one.word.rstrip("s") in PERIODS or one.word in ("ago", "later") for one in sentence[at + 1 : at + 3]] == [True, True]:
        return at + 3
    if token.tag == "CD" and len(lower) == 4 and lower.isdigit() and lower[:2] in ("17", "18", "19", "20"):
        return at + 1
    start = at + (token.tag == "CD")
    if start >= len(sentence) or sentence[start].word.lower().rstrip(".") not in MONTHS or not sentence[start].tag.startswith("NNP"):
        return at
    end = start + 1
    if end < len(sentence) and sentence[end].tag == "CD":
        end += 1
    if end + 1 < len(sentence) and sentence[end].word == "," and sentence[end + 1].word.isdigit() and len(sentence[end + 1].word) == 4:
        end += 2
    return end


def _quantity_end(sentence: list[Token], at: int) -> int:
    end = at
    if sentence[end].tag == "$" and end + 1 < len(sentence) and sentence[end + 1].tag == "CD":
        end += 1
    if sentence[end].tag != "CD":
        return at
    while end < len(sentence) and sentence[end].tag == "CD":
        end += 1
    if end < len(sentence) and sentence[end].word.lower() in ("%", "percent", "dollars", "euros", "km", "kilometers", "miles", "tons", "tonnes"):
        end += 1
    return end


def _name_end(sentence: list[Token], at: int) -> int:
    end = at
    while end < len(sentence) and sentence[end].tag in ("NNP", "NNPS"):
        end += 1
    return end
