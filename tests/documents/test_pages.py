"""Web pages, feeds and web archives."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

from tertius.documents import Limits, take
from tertius.records import Document, Unread

from .texts import GERMAN, SENTENCE

PAGE = f"""<!DOCTYPE html><html><head><title>Borduria signs a pact | The Zenda Gazette</title>
<meta property="og:site_name" content="The Zenda Gazette">
<meta property="article:published_time" content="2019-03-05T10:00:00Z">
<link rel="canonical" href="https://zenda.example/2019/pact"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Borduria signs a pact</h1>
<p>STRELSAU, March 5 (Reuters) - The ministers of both states signed a pact on Monday.</p>
<p>{SENTENCE}</p>
<p>“We stand together,” the minister of Borduria said after the talks, which took three days.</p>
<p>Reporting by Rudolf R.; Editing by Flavia S.</p>
<p>Read more: <a href="/other">Another story of the day</a></p></article>
<aside>Subscribe to our newsletter</aside><footer>© 2019 The Zenda Gazette</footer></body></html>"""

FEED = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>
<title>Zenda Gazette: World</title><link>https://zenda.example/</link>
<item><title>Borduria &amp; Ruritania sign</title><link>https://zenda.example/1</link>
<pubDate>Tue, 05 Mar 2019 10:00:00 GMT</pubDate>
<description>&lt;p&gt;{SENTENCE}&lt;/p&gt;&lt;p&gt;A second paragraph of it.&lt;/p&gt;
</description></item>
<item><title>Ein Vertrag</title><description><![CDATA[<b>{GERMAN}</b>]]></description></item>
<item><link>https://zenda.example/3</link></item>
<item><title>Talks fail</title><description>The talks of the two states failed.</description>
<source url="https://other.example/feed">The Other Paper</source></item>
</channel></rss>"""


def taken(data: bytes, **named: object) -> list[Document | Unread]:
    return list(take(["-"], stdin=io.BytesIO(data), **named))  # type: ignore[arg-type]


def documents(data: bytes) -> list[Document]:
    return [one for one in taken(data) if isinstance(one, Document)]


def test_a_page_gives_its_report_and_its_particulars() -> None:
    (page,) = documents(PAGE.encode())
    assert page.title == "Borduria signs a pact"
    assert page.published == "2019-03-05"
    assert page.outlet == "The Zenda Gazette"
    assert page.url == "https://zenda.example/2019/pact"
    assert page.copied_from == "Reuters"
    assert page.text.startswith("Borduria signs a pact\n")
    assert "signed a pact on Monday" in page.text
    assert "Home" not in page.text
    assert "newsletter" not in page.text


def test_what_is_not_the_report_is_marked_on_a_page() -> None:
    (page,) = documents(PAGE.encode())
    marked = [page.text[start:end] for start, end in page.boilerplate]
    assert marked == [
        "Reporting by Rudolf R.; Editing by Flavia S.\nRead more: Another story of the day"
    ] or [words.strip() for words in marked] == [
        "Reporting by Rudolf R.; Editing by Flavia S.",
        "Read more: Another story of the day",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252"])
def test_a_page_says_its_encoding(encoding: str) -> None:
    page = PAGE.replace("<head>", f'<head><meta charset="{encoding}">').encode(encoding)
    assert "“We stand together,”" in documents(page)[0].text


def test_a_short_page_without_an_article_is_read() -> None:
    (page,) = documents(b"<html><body><p>Ruritania attacked Borduria on Monday.</p></body></html>")
    assert page.text == "Ruritania attacked Borduria on Monday."


def test_each_entry_of_a_feed_is_a_document() -> None:
    first, german, empty, last = taken(FEED.encode())
    assert isinstance(first, Document)
    assert first.title == "Borduria & Ruritania sign"
    assert first.text == (
        f"Borduria & Ruritania sign\n\n{SENTENCE.strip()}\nA second paragraph of it."
    )
    assert (first.published, first.outlet) == ("2019-03-05", "Zenda Gazette: World")
    assert first.url == "https://zenda.example/1"
    assert isinstance(german, Unread)
    assert german.reason == "entry 2: language: de"
    assert isinstance(empty, Unread)
    assert empty.reason == "entry 3: empty"
    assert isinstance(last, Document)
    assert last.outlet == "The Other Paper"
    assert len({first.id, last.id}) == 2


def test_an_entry_that_only_says_when_it_changed_is_dated() -> None:
    feed = (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Zenda</title><entry>'
        "<title>Kings meet</title><updated>2020-02-03T04:05:06Z</updated>"
        f"<summary>{SENTENCE}</summary></entry></feed>"
    )
    assert documents(feed.encode())[0].published == "2020-02-03"


def test_a_feed_of_entities_does_not_grow() -> None:
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    feed = (
        f'<?xml version="1.0"?><!DOCTYPE x [{lines}]><rss version="2.0"><channel><item>'
        f"<title>&e11;</title><description>{SENTENCE}</description></item></channel></rss>"
    )
    (document,) = documents(feed.encode())
    assert len(document.text) < 500


def archive(*, packed: bool, pages: list[tuple[str, str, bytes]]) -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=packed)
    for address, kind, body in pages:
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            address, "response", payload=io.BytesIO(body), http_headers=headers
        )
        writer.write_record(record)
        record.raw_stream.close()
    return stream.getvalue()


PAGES = [
    ("https://zenda.example/a", "text/html; charset=utf-8", PAGE.encode()),
    ("https://zenda.example/b.png", "image/png", b"\x89PNG" + bytes(99)),
    (
        "https://zenda.example/c",
        "text/plain; charset=iso-8859-1",
        f"{SENTENCE}Café.".encode("latin-1"),
    ),
    ("https://zenda.example/d", "text/plain", b""),
]


@pytest.mark.parametrize("packed", [False, True])
def test_each_text_of_a_web_archive_is_a_document(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / "crawl.bin"
    path.write_bytes(archive(packed=packed, pages=PAGES))
    page, text, empty = take([path])
    assert isinstance(page, Document)
    assert page.title == "Borduria signs a pact"
    assert isinstance(text, Document)
    assert (text.text, text.url) == (f"{SENTENCE}Café.", "https://zenda.example/c")
    assert isinstance(empty, Unread)
    assert empty.reason == "record 4 (https://zenda.example/d): empty"


def test_an_archive_larger_than_a_file_may_be_is_streamed() -> None:
    data = archive(packed=True, pages=PAGES[2:3] * 50)
    found = taken(data, limits=Limits(file_bytes=1000))
    assert len([one for one in found if isinstance(one, Document)]) == 50


def test_a_record_beyond_the_limit_is_unread_and_the_next_is_read() -> None:
    long = ("https://zenda.example/long", "text/plain", SENTENCE.encode() * 100)
    large, text = taken(
        archive(packed=False, pages=[long, PAGES[2]]), limits=Limits(file_bytes=999)
    )
    assert isinstance(large, Unread)
    assert large.reason == "record 1 (https://zenda.example/long): larger than 999 bytes"
    assert isinstance(text, Document)


def test_an_archive_that_breaks_off_keeps_what_was_read() -> None:
    whole = archive(packed=True, pages=PAGES)
    first, *rest = taken(whole[: len(whole) * 2 // 3])
    assert isinstance(first, Document)
    assert any(isinstance(one, Unread) for one in rest)


def test_a_packed_page_is_read() -> None:
    assert documents(gzip.compress(PAGE.encode()))[0].title == "Borduria signs a pact"


SEEDS = [archive(packed=packed, pages=PAGES) for packed in (False, True)] + [FEED.encode()]
DAMAGE = st.sampled_from(
    [b"<", b"<![", b"\0", b"\r\n", b"Content-Length: -5\r\n", b"\x1f\x8b", b"&"]
)


@given(
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 60), DAMAGE), min_size=1, max_size=9),
)
@settings(deadline=None)
def test_damaged_archives_and_feeds_never_raise(
    data: bytes, damage: list[tuple[int, int, bytes]]
) -> None:
    for place, length, put in damage:
        data = data[:place] + put + data[place + length :]
    for found in taken(data):
        assert isinstance(found, Document | Unread)
