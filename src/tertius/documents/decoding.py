"""Bytes to text: byte order mark, declaration, UTF-8, then the likeliest old encoding."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<(?:\?xml[^>]{0,200}encoding|meta[^>]{0,300}charset)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})",
    re.IGNORECASE,
)
_HEADER = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_HIGH = re.compile(rb"[\x80-\xff]+")
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_WESTERN = re.compile(  # letters at a letter, quotes and dashes anywhere
    rb"(?<=[A-Za-z])[\xc0-\xff]+|[\xc0-\xff]+(?=[a-z])|[\x80\x82\x84\x85\x91-\x97\xa0\xa3\xa7\xa9"
    rb"\xab\xb0\xb4\xb7\xbb\xbd]"
)
_CUT = re.compile(rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})$")
_SAMPLE = 100_000  # bytes that a guess is made from


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of some bytes."""

    text: str
    encoding: str
    broken: int = 0  # bytes that were no text in that encoding; each run stands as U+FFFD
    first: int = 0  # offset in text of the first of them


def decode(data: bytes, *, header: str | None = None) -> Decoded:
    """Return the text of the bytes; only a byte order mark is left out.

    header: the Content-Type that came with the bytes, if one did.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with(data[len(mark) :], encoding)
    wide = _wide(data)
    if wide is not None:
        return _with(data, wide)
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        pass
    declared = _declared(data, header)
    if declared is not None and declared not in ("utf-8", "ascii"):
        return _with(data, declared)
    return _with(data, _guess(data, utf8=declared == "utf-8"))


def _with(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(text=data.decode(encoding), encoding=encoding)
    except (UnicodeDecodeError, LookupError):
        pass
    text = data.decode(encoding, errors="replace")
    broken = 0
    place = 0
    decoder_errors: list[tuple[int, int]] = []
    if encoding == "utf-8":
        decoder_errors = _invalid(data)
        broken = sum(end - start for start, end in decoder_errors)
    else:
        broken = text.count("\ufffd")
    place = max(0, text.find("\ufffd"))
    return Decoded(text=text, encoding=encoding, broken=broken, first=place)


def _invalid(data: bytes) -> list[tuple[int, int]]:
    """Return the runs of bytes that are not UTF-8."""
    runs: list[tuple[int, int]] = []
    for high in _HIGH.finditer(data):
        at = high.start()
        while at < high.end():
            found = _MULTIBYTE.match(data, at, high.end())
            if found is None:
                runs.append((at, at + 1))
            at = found.end() if found else at + 1
    return runs


def _wide(data: bytes) -> str | None:
    """Return UTF-16 for bytes without a mark whose every other byte is zero."""
    head = data[:4000]
    if len(head) < 4 or b"\0" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) / 2
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _declared(data: bytes, header: str | None) -> str | None:
    found = _HEADER.search(header) if header else None
    name = found.group(1) if found else None
    if name is None:
        inside = _DECLARED.search(data[:4096])
        name = inside.group(1).decode("ascii") if inside else None
    if name is None:
        return None
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return None
    # Browsers read these as Windows-1252 (WHATWG Encoding Standard).
    known = {"iso8859-1": "cp1252", "latin_1": "cp1252", "ascii": "ascii"}.get(known, known)
    try:
        return known if isinstance(b"a".decode(known), str) else None
    except (LookupError, UnicodeDecodeError, TypeError):
        return None  # a codec of bytes to bytes, such as "zip"


def _guess(data: bytes, *, utf8: bool) -> str:
    """Return the encoding of bytes that are not quite UTF-8."""
    sample = data[:_SAMPLE]
    high = sum(len(found.group()) for found in _HIGH.finditer(sample))
    whole = len(_MULTIBYTE.findall(sample))
    cut = _CUT.search(data[-4:])
    if utf8 or 10 * whole >= high or cut and high == len(cut.group()):
        return "utf-8"
    western = sum(len(found.group()) for found in _WESTERN.finditer(sample))
    if high < 0.1 * len(sample):
        return "cp1252" if western >= 0.8 * high else "utf-8"
    from tertius.documents.on_charset_normalizer import likeliest

    return likeliest(sample) or "utf-8"
