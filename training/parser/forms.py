"""Turn a token of the grammar into the word that the parser sees."""

from __future__ import annotations

from dostyk.model.analysis import SpanType, Token


def form_of(token: Token) -> str:
    """What the parser sees of a token: the word; of a typed span, its class; of a post, its last word."""
    span = token.span
    if span is None or span.demonym:
        return token.text
    if span.type is SpanType.OFFICE:
        return token.text.split()[-1]
    return "\ue000" + span.type.value
