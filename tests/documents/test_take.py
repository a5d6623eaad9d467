"""What is taken in from files, folders and streams, and what is called unread."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertius.documents import Limits, files, take
from tertius.records import Document, Unread

from .texts import FRENCH, GERMAN, REPORT, SENTENCE


def documents_of(path: Path | str, **named: object) -> list[Document]:
    found = list(take([path], **named))  # type: ignore[arg-type]
    assert all(isinstance(one, Document) for one in found), found
    return [one for one in found if isinstance(one, Document)]


def unread_of(path: Path | str, **named: object) -> Unread:
    (found,) = take([path], **named)  # type: ignore[arg-type]
    assert isinstance(found, Unread)
    return found


def written(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_plain_text_is_taken_as_it_stands(tmp_path: Path) -> None:
    data = REPORT.replace("\n", "\r\n").encode()
    (document,) = documents_of(written(tmp_path, "a.txt", data))
    assert document.text == data.decode()
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.id == f"d-{document.sha256[:12]}"
    assert document.title == "Ruritania pulls its troops out of Strelsau"
    assert (document.published, document.outlet, document.given) == (None, None, ())


def test_what_the_user_gives_wins_over_the_page_and_is_listed(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", "Headline of the day\n3 May 2013\n\n" + SENTENCE)
    assert documents_of(path)[0].published == "2013-05-03"
    (document,) = documents_of(path, published="2014-12", outlet="The Strelsau Times")
    assert (document.published, document.outlet) == ("2014-12", "The Strelsau Times")
    assert document.given == ("outlet", "published")


def test_a_byte_order_mark_is_the_only_thing_left_out(tmp_path: Path) -> None:
    (document,) = documents_of(written(tmp_path, "a.txt", b"\xef\xbb\xbf" + REPORT.encode()))
    assert document.text == REPORT


@pytest.mark.parametrize(
    "data",
    [
        REPORT.encode("utf-16"),
        REPORT.encode("utf-16-be"),
        REPORT.encode("utf-16-le"),
        REPORT.encode("utf-32"),
        gzip.compress(REPORT.encode()),
        gzip.compress(REPORT[:50].encode()) + gzip.compress(REPORT[50:].encode()),
    ],
)
def test_wide_and_packed_texts_are_read_as_the_same_text(tmp_path: Path, data: bytes) -> None:
    assert documents_of(written(tmp_path, "a.txt", data))[0].text == REPORT


def test_an_old_encoding_is_recognised(tmp_path: Path) -> None:
    text = SENTENCE + "The café of Señor Müller in Zenda was hit – “twice”."
    path = written(tmp_path, "a.txt", text.encode("cp1252"))
    assert documents_of(path)[0].text == text


def test_broken_utf8_is_read_with_a_note(tmp_path: Path) -> None:
    data = (SENTENCE + "The café was hit.").encode() + b" \xff\xfe Then it was over."
    document, note = take([written(tmp_path, "a.txt", data)])
    assert isinstance(document, Document)
    assert document.text.endswith("café was hit. \ufffd\ufffd Then it was over.")
    assert isinstance(note, Unread)
    assert note.document == document.id
    assert note.reason == "2 bytes were not UTF-8"


def test_standard_input_is_read_once(tmp_path: Path) -> None:
    (document,) = take(["-", "-"], stdin=io.BytesIO(REPORT.encode()))
    assert isinstance(document, Document)
    assert (document.path, document.text) == ("-", REPORT)


def test_a_folder_is_walked_in_order_and_a_path_that_repeats_is_read_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "c/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        written(tmp_path, name, name + "\n" + REPORT)
    (tmp_path / "link").symlink_to(tmp_path)
    (tmp_path / "same.txt").symlink_to(tmp_path / "a.txt")
    found = list(take([tmp_path, tmp_path / "b.txt", str(tmp_path)]))
    assert [Path(one.path).name for one in found] == ["a.txt", "b.txt", "d.txt"]


def test_the_same_bytes_in_two_files_are_two_documents(tmp_path: Path) -> None:
    one, two = (written(tmp_path, name, REPORT) for name in ("a.txt", "b.txt"))
    first, second = take([one, two])
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.sha256 == second.sha256
    assert first.id != second.id
    again = list(take([one, two]))
    assert [first, second] == again


def test_another_language_is_named_and_not_read(tmp_path: Path) -> None:
    found = unread_of(written(tmp_path, "a.txt", GERMAN))
    assert (found.reason, found.document) == ("language: de", None)
    assert found.next_step


def test_a_foreign_paragraph_is_unread_and_no_part_of_the_report(tmp_path: Path) -> None:
    text = f"{SENTENCE * 3}\n\n{FRENCH}\n\n{SENTENCE * 2}"
    document, note = take([written(tmp_path, "a.txt", text)])
    assert isinstance(document, Document)
    assert isinstance(note, Unread)
    assert (note.reason, note.document) == ("language: fr", document.id)
    assert note.span is not None
    assert text[slice(*note.span)] == FRENCH
    assert note.span in document.boilerplate


BAD = {
    "empty": (b"", "empty"),
    "blank": (b" \n\t\n", "empty"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "a PNG image, not text"),
    "pdf": (b"%PDF-1.7\n" + bytes(range(256)), "a PDF, not text"),
    "zip": (b"PK\x03\x04" + bytes(200), "a ZIP archive or an office document, not text"),
    "zeros": (SENTENCE.replace(" ", "\0").encode(), "binary data, not text"),
    "noise": (hashlib.sha512(b"seed").digest() * 90, "binary data, not text"),
    "twice": (gzip.compress(gzip.compress(b"x" * 99)), "a gzip file inside a gzip file, not text"),
    "tags": (b"<html><body>" + b"<div>" * 1_000_000, "more than 200,000 elements"),
    "deep": (b"<html><body>" + b"<div>" * 5_000 + b"x", "elements nested more than 400 deep"),
    "feed": (b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "a feed without entries"),
    "deepfeed": (b"<rss><channel>" + b"<a>" * 9_000, "elements nested more than 400 deep"),
    "nopage": (b"<!DOCTYPE html><html><body></body></html>", "no report found on this page"),
    "archive": (
        b"WARC/1.0\r\nnonsense\r\n\r\n" * 3,
        "no page or text in this web archive",
    ),
}


@pytest.mark.parametrize("kind", sorted(BAD))
def test_bad_input_is_unread_with_a_reason_and_a_next_step(tmp_path: Path, kind: str) -> None:
    data, reason = BAD[kind]
    found = unread_of(written(tmp_path, "a.txt", data))
    assert found.reason == reason
    assert found.next_step
    assert found.path.endswith("a.txt")


def test_a_gzip_bomb_is_stopped_early(tmp_path: Path) -> None:
    path = written(tmp_path, "a.gz", gzip.compress(bytes(100_000_000)))
    assert "unpacks to more than 300 times its size" in unread_of(path).reason


def test_a_gzip_file_that_is_cut_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    text = "".join(f"{SENTENCE}It was report number {n * n}.\n" for n in range(9_000))
    document, note = take([written(tmp_path, "a.gz", gzip.compress(text.encode())[:-1000])])
    assert isinstance(document, Document)
    assert text.startswith(document.text)
    assert isinstance(note, Unread)
    assert "cut off" in note.reason


def test_a_large_sparse_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    assert unread_of(path).reason == "larger than 50,000,000 bytes"


def test_a_text_beyond_the_limit_is_unread(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", REPORT * 4)
    found = unread_of(path, limits=Limits(text_characters=len(REPORT)))
    assert found.reason.startswith("longer than")
    found = unread_of(path, limits=Limits(file_bytes=len(REPORT)))
    assert found.reason.startswith("larger than")
    (large,) = take(["-"], stdin=io.BytesIO(REPORT.encode() * 4), limits=Limits(file_bytes=99))
    assert isinstance(large, Unread)


def test_paths_that_are_no_files_are_unread(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "folder").mkdir()
    paths = [tmp_path / name for name in ("pipe", "gone", "folder", "missing")]
    found = list(take([*paths, "a\0b", "", "/dev/null"]))
    assert [one.path for one in found[:3]] == [str(path) for path in paths[:3]]
    reasons = [one.reason for one in found if isinstance(one, Unread)]
    assert len(reasons) == 7
    assert reasons[0] == "a pipe, not a file"
    assert reasons[1] == reasons[3] == "no such file"
    assert reasons[2] == "no file in this folder"
    assert reasons[6] == "a device or socket, not a file"


def test_a_file_without_permission_is_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(files, "opened", refuse)  # root may read everything
    assert unread_of(written(tmp_path, "a.txt", REPORT)).reason == "no permission to read it"


def test_an_error_while_reading_is_unread() -> None:
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    (found,) = take(["-"], stdin=Failing())
    assert isinstance(found, Unread)
    assert "Input/output error" in found.reason


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"<html>", b"<rss>", b"\x1f\x8b\x08", b"WARC/1.0\r\n"]),
)
def test_no_bytes_raise(data: bytes, head: bytes) -> None:
    for found in take(["-"], stdin=io.BytesIO(head + data)):
        assert isinstance(found, Document | Unread)


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    for number, (data, _) in enumerate(BAD.values()):
        written(tmp_path, f"{number:02}.txt", data)
    written(tmp_path, "zz.txt", REPORT)
    found = list(take([tmp_path]))
    assert len(found) == len(BAD) + 1
    assert isinstance(found[-1], Document)


def test_taking_in_plain_english_loads_no_heavy_library(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", REPORT)
    heavy = "trafilatura feedparser fastwarc py3langid lxml charset_normalizer numpy".split()
    code = (
        "import sys; from tertius.documents import take, repair; "
        f"d, = take([{str(path)!r}]); repair(d.text); "
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ
    )
    assert said.stdout.strip() == "[]"
