"""Mailbox → its messages, each a document of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dostyk.documents.parts import Budget, Part

NAME = "mbox"
DESCRIPTION = "Mailboxes (.mbox): each message an e-mail of its own."
EXAMPLES: tuple[tuple[str, str], ...] = ()
SUFFIXES = (".mbox",)
MEDIA_TYPE = "application/mbox"
BEGINS = re.compile(rb"^From [^\r\n]{1,200}\r?\n(?=[A-Za-z-]{1,40}:)", re.MULTILINE)


def recognises(head: bytes) -> bool:
    """Tell by the line that each message begins with."""
    return BEGINS.match(head) is not None


def parts(data: bytes, source: str, budget: Budget) -> Iterator[Part]:
    """Cut a mailbox at the lines that begin a message; each is called by its own id, else by its number."""
    from dostyk.documents.mail import message_id

    found = list(BEGINS.finditer(data))
    for number, match in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(data)
        message = re.sub(rb"^>(>*From )", rb"\1", data[match.end() : end], flags=re.MULTILINE)
        name = message_id(message) or str(number + 1)
        if len(message) > budget.part:
            yield Part(name, joint="#", failure=f"larger than {budget.part // (1024 * 1024)} MB, the most that is read at once")
        else:
            yield Part(name, message, "#", "message/rfc822")
