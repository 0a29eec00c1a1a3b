"""E-mail → the words of its best part, what its headers say of it, and its attachments as documents of their own."""

from __future__ import annotations

from collections.abc import Iterator

from dostyk.documents.claims import Page
from dostyk.documents.parts import Budget, Part

NAME = "eml"
DESCRIPTION = "E-mails (.eml): subject, sender, date, the best of the forms its text comes in; attachments are read as documents of their own."
EXAMPLES = (("From: a@b.example\nSubject: Visit\n\nThe minister arrives.\n", "The minister arrives.\n"),)
SUFFIXES = (".eml",)
MEDIA_TYPE = "message/rfc822"
SIGNS = (b"from:", b"subject:", b"date:", b"message-id:", b"received:", b"mime-version:", b"return-path:", b"to:", b"delivered-to:")


def recognises(head: bytes) -> bool:
    """Tell by at least three of the usual headers before anything else."""
    lines = head.lower().split(b"\n\n")[0].split(b"\r\n\r\n")[0].splitlines()
    return len({sign for line in lines for sign in SIGNS if line.startswith(sign)}) >= 3


def is_document(data: bytes, source: str) -> bool:
    """Say that an e-mail is a document itself, whatever is attached to it."""
    return True


def read(data: bytes, source: str) -> Page:
    """Read headers and text; raises UnreadableDocument for a message without any text that is read."""
    from dostyk.documents.mail import read_message

    return read_message(data, source)


def parts(data: bytes, source: str, budget: Budget) -> Iterator[Part]:
    """Give the attachments; those of kinds that are not read say so."""
    from dostyk.documents.mail import attachments

    yield from attachments(data, source, budget)
