"""An e-mail → its text, claims of its headers, and what is attached to it."""

from __future__ import annotations

import email
import email.header
import email.policy
import email.utils
import re
from collections.abc import Iterator
from email.message import Message
from pathlib import PurePosixPath

from dostyk.documents.claims import Claim, Page, Remark, Trust
from dostyk.documents.decoding import decode
from dostyk.documents.naming import is_publisher
from dostyk.documents.parts import Budget, Part
from dostyk.errors import UnreadableDocument

MOST = 1000
"""Parts of one message that are looked at."""
POORER = 0.5
"""Share of the plain form's words below which the marked-up form lacks something, so that the plain one is taken."""
BREAKS = (UnreadableDocument, LookupError, ValueError, AttributeError, TypeError)
"""What the standard library lets through of broken messages, beside our own error."""


def read_message(data: bytes, source: str) -> Page:
    """Read headers and the best form of the text; raises UnreadableDocument where there is none."""
    message = _parse(data, source)
    leaves = list(_leaves(message, source))
    plain = [leaf for leaf in leaves if leaf.get_content_type() == "text/plain" and not _is_attached(leaf)]
    marked_up = [leaf for leaf in leaves if leaf.get_content_type() == "text/html" and not _is_attached(leaf)]
    as_html = _html(marked_up, source)
    as_plain = "\n".join(_plain(leaf, source) for leaf in plain)
    best = as_plain if as_html is None or len(as_html.text.split()) < POORER * len(as_plain.split()) else as_html.text
    attached = [leaf for leaf in leaves if _is_attached(leaf)]
    if not best.strip() and not attached:
        raise UnreadableDocument(f"{source}: no text in this e-mail; there is nothing to read")
    from_html = as_html is not None and best is as_html.text
    marks, remarks = (as_html.marks, as_html.remarks) if from_html and as_html is not None else ((), ())
    return Page(best, tuple(_claims(message)), marks, None, (*remarks, *_remarks(message, leaves, best)))


def attachments(data: bytes, source: str, budget: Budget) -> Iterator[Part]:
    """Give what is attached, messages included, each under its file name."""
    from dostyk.documents.choosing import format_of_type, is_read

    for number, leaf in enumerate(leaf for leaf in _leaves(_parse(data, source), source) if _is_attached(leaf)):
        name = _name(leaf) or f"attachment {number + 1}"
        kind = leaf.get_content_type()
        if kind == "message/rfc822":
            inner = leaf.get_payload()
            held = inner[0].as_bytes(policy=email.policy.compat32) if isinstance(inner, list) and inner and isinstance(inner[0], Message) else b""
            yield Part(name, held, media_type=kind)
        elif is_read(name) or (not PurePosixPath(name).suffix and format_of_type(kind) is not None):
            content = _bytes(leaf)
            big = len(content) > budget.part
            yield Part(name, failure="larger than is read at once") if big else Part(name, content, media_type=None if is_read(name) else kind)
        else:
            picture = kind.startswith(("image/", "audio/", "video/")) or kind.endswith(("signature", "calendar", "/ms-tnef"))
            yield Part(name, failure=f"{PurePosixPath(name).suffix or kind} is not a format I read; left out", left_out=picture)


def message_id(data: bytes) -> str | None:
    """Give the id that a message's headers name, without its brackets."""
    match = re.search(rb"^message-id:\s*<([^<>\r\n]{1,200})>", re.split(rb"\r?\n\r?\n", data[:65536], maxsplit=1)[0], re.IGNORECASE | re.MULTILINE)
    return match[1].decode("ascii", "replace") if match else None


def _parse(data: bytes, source: str) -> Message:
    try:
        return email.message_from_bytes(data, policy=email.policy.compat32)
    except (RecursionError, *BREAKS):
        raise UnreadableDocument(f"{source}: this e-mail is broken and cannot be read") from None


def _leaves(message: Message, source: str) -> Iterator[Message]:
    """Give the parts that hold something themselves; an attached message is one of them."""
    waiting = [message]
    for _ in range(MOST):
        if not waiting:
            return
        part = waiting.pop(0)
        inner = part.get_payload()
        if part.get_content_type() == "message/rfc822" or not isinstance(inner, list):
            yield part
        else:
            waiting = [one for one in inner if isinstance(one, Message)] + waiting
    raise UnreadableDocument(f"{source}: more than {MOST:,} parts in this e-mail; it is not read")


def _is_attached(leaf: Message) -> bool:
    if leaf.get_content_type() == "message/rfc822" or (leaf.get_content_disposition() == "attachment"):
        return True
    return not leaf.get_content_type().startswith("text/") or leaf.get_content_type() not in ("text/plain", "text/html") or bool(_name(leaf))


def _name(leaf: Message) -> str:
    try:
        name = _header(leaf.get_filename() or "")
    except BREAKS:
        return ""
    return "".join(letter for letter in name.replace("\\", "/").rpartition("/")[2] if letter.isprintable())


def _bytes(leaf: Message) -> bytes:
    try:
        content = leaf.get_payload(decode=True)
    except BREAKS:
        return b""
    return content if isinstance(content, bytes) else b""


def _charset(leaf: Message) -> str | None:
    try:
        return leaf.get_content_charset()
    except BREAKS:
        return None


def _plain(leaf: Message, source: str) -> str:
    """Decode a plain form; lines that only flow on (RFC 3676) are joined."""
    content = _bytes(leaf)
    text = decode(content, source, _charset(leaf)).replace("\r\n", "\n") if content.strip() else ""
    if str(leaf.get_param("format", "")).lower() == "flowed":
        text = re.sub(r"(?<!--) \n(?![>\n])", " ", text)
    return text


def _html(leaves: list[Message], source: str) -> Page | None:
    """Read the marked-up form as a page; several are read one behind the other."""
    from dostyk.documents.formats.html import read_text

    texts = [decode(content, source, _charset(leaf)) for leaf in leaves if (content := _bytes(leaf)).strip()]
    try:
        return read_text("\n".join(texts), source) if texts else None
    except UnreadableDocument:
        return None


def _header(value: object) -> str:
    """Decode a header's words in whatever charsets."""
    text = str(value)
    try:
        text = str(email.header.make_header(email.header.decode_header(text)))
    except (email.errors.HeaderParseError, *BREAKS):
        pass
    return " ".join(text.encode("utf-8", "replace").decode("utf-8", "replace").split())


def _claims(message: Message) -> Iterator[Claim]:
    subject = re.sub(r"^(?:(?:re|fwd?|aw|wg|ha|отв|пер)\s*:\s*)+", "", _header(message.get("Subject", "")), flags=re.IGNORECASE)
    if subject:
        yield Claim("title", subject, Trust.LABELLED, "the e-mail's subject")
    name, address = email.utils.parseaddr(_header(message.get("From", "")))
    sender = name or address
    if sender:
        yield Claim("publisher", sender, Trust.LABELLED if is_publisher(sender) else Trust.TAIL, "the e-mail's sender")
    day = day_of(_header(message.get("Date", "")))
    if day:
        yield Claim("published", day, Trust.LABELLED, "the e-mail's date")
    for header in ("Archived-At", "Content-Location", "X-URL"):
        url = _header(message.get(header, "")).strip("<> ")
        if url.startswith(("http://", "https://")) and " " not in url:
            yield Claim("url", url, Trust.LABELLED, f"the e-mail's header {header}")
    language = re.match(r"[a-z]{2}\b", _header(message.get("Content-Language", "")).lower())
    if language:
        yield Claim("language", language[0], Trust.MARKUP, "the e-mail's header Content-Language")


def day_of(text: str) -> str | None:
    """Read the day of a date as e-mails and feeds write it ("Mon, 4 Mar 2024 10:00:00 +0500"), where it was written."""
    try:
        found = email.utils.parsedate_to_datetime(text)
    except BREAKS:
        return None
    return found.date().isoformat() if 1970 <= found.year <= 2200 else None


def _remarks(message: Message, leaves: list[Message], text: str) -> Iterator[Remark]:
    """Say what of the message is no text of it."""
    attached = [_name(leaf) or leaf.get_content_type() for leaf in leaves if _is_attached(leaf)]
    if attached:
        yield Remark(f"{len(attached)} attached: {', '.join(attached[:10])}{' …' if len(attached) > 10 else ''}; not part of this text", routine=True)
    if any(leaf.get_content_type() in ("application/pkcs7-mime", "application/x-pkcs7-mime") for leaf in leaves) or (
        message.get_content_type() == "multipart/encrypted"
    ):
        yield Remark("it is encrypted, so that its text is not read", lost=True)
    if message.defects or any(leaf.defects for leaf in leaves):
        yield Remark("the e-mail does not keep to the rules; it was read as far as it goes", lost=not text.strip())
