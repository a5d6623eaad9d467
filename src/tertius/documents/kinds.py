"""What a file is, told from its first bytes; the name decides only between text and Markdown."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["plain", "html", "feed", "warc", "gzip", "binary"]

_MAGIC = (
    (b"%PDF-", "a PDF", "turn it into text first, for example with pdftotext"),
    (b"\x89PNG", "a PNG image", ""),
    (b"\xff\xd8\xff", "a JPEG image", ""),
    (b"GIF8", "a GIF image", ""),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save it as text"),
    (b"PK\x05\x06", "an empty ZIP archive", ""),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as text"),
    (b"{\\rtf", "an RTF document", "save it as text"),
    (b"\x1f\x8b", "a gzip file inside a gzip file", "unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ", "an xz archive", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it first"),
    (b"\x7fELF", "a program", ""),
    (b"MZ\x90", "a program", ""),
    (b"SQLite format 3\0", "an SQLite database", ""),
    (b"PAR1", "a Parquet table", ""),
    (b"OggS", "a sound or video", ""),
    (b"ID3", "a sound", ""),
    (b"\0\0\0\x18ftyp", "a video", ""),
    (b"\0\0\0 ftyp", "a video", ""),
    (b"\0asm", "a program", ""),
    (b"RIFF", "a sound, video or image", ""),
)
_FEED = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?[^>]*\?>\s*|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s*)*"
    r"<(?:rss|feed|rdf:RDF|channel)\b",
    re.DOTALL | re.IGNORECASE,
)
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!DOCTYPE\s+html|html|head|body)\b",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(
    r"</?(?:p|div|span|article|section|h[1-6]|br|meta|title|ul|li|table|a)\b[^>]*>", re.IGNORECASE
)
_CONTROL = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b") + b"\x7f"
_NEXT = "give a text, a page, a feed or a web archive"


def of_bytes(head: bytes) -> Kind:
    """Return what the first bytes of a file show: "plain" for text of any kind."""
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head.startswith(b"WARC/"):
        return "warc"
    return "plain" if unreadable(head) is None else "binary"


def unreadable(head: bytes) -> tuple[str, str] | None:
    """Return why bytes are no text and what to do next; None: they can be text."""
    for magic, what, step in _MAGIC:
        if head.startswith(magic):
            return (f"{what}, not text", step or _NEXT)
    if head[257:262] == b"ustar":
        return ("a tar archive, not text", "unpack it first")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None  # UTF-16: half of its bytes can be zero
    zeros = head.count(0)
    if zeros and _looks_wide(head):
        return None
    odd = len(head) - len(head.translate(None, _CONTROL))
    if odd > max(2, 0.01 * len(head)):
        return ("binary data, not text", _NEXT)
    return None


def _looks_wide(head: bytes) -> bool:
    even, odd, half = head[0::2].count(0), head[1::2].count(0), len(head) / 2
    return (even > 0.4 * half and odd < 0.05 * half) or (odd > 0.4 * half and even < 0.05 * half)


def of_text(text: str, *, path: str = "") -> Kind:
    """Return what a decoded text is: "feed", "html" or "plain".

    path: a name such as page.html makes a doubtful text a page; nothing else is taken from it.
    """
    head = text[:8000]
    if _FEED.match(head):
        return "feed"
    if _PAGE.match(head):
        return "html"
    tags = len(_TAG.findall(head))
    named = path.lower().removesuffix(".gz").endswith((".html", ".htm", ".xhtml"))
    if tags >= 3 and (named or head.lstrip().startswith("<")):
        return "html"
    return "plain"
