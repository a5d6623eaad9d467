from __future__ import annotations

import inspect

import pytest

import tertius


def test_what_is_public_is_pinned():
    assert tertius.__all__ == [
        "Actor",
        "Alignment",
        "BadDateError",
        "BadRowError",
        "Brief",
        "Claim",
        "Document",
        "Dyad",
        "Period",
        "Quantity",
        "Reading",
        "TertiusError",
        "Theater",
        "UnknownActorError",
        "Unread",
        "UnreadableError",
        "__version__",
        "read",
    ]
    assert dir(tertius) == sorted(tertius.__all__)


@pytest.mark.parametrize("name", tertius.__all__)
def test_every_public_name_loads(name):
    assert getattr(tertius, name) is not None


def test_read_takes_paths_a_date_and_an_outlet():
    names = list(inspect.signature(tertius.read).parameters)
    assert names[:3] == ["paths", "published", "outlet"]


def test_a_brief_has_its_parts():
    brief = tertius.Brief()
    assert (brief.documents, brief.claims, brief.alignments, brief.unread) == ((), (), (), ())
    assert brief.to_json().startswith("{")
    assert "0 reports read" in str(brief)
    assert "<table>" in brief._repr_html_()


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = tertius.no_such_name


def test_a_bad_date_is_told_before_anything_is_read():
    with pytest.raises(tertius.BadDateError, match="2014-12-27"):
        tertius.read("no such file", published="last week")
