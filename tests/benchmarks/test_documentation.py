"""Commands shown in a document are found, and what they print is put in its place."""

from __future__ import annotations

import pytest

from benchmarks.documentation import commands, rewritten, run

PAGE = """Some words.

```console
$ echo one && echo two
old
output
```

```console not run
$ tertius read never.txt
```
"""


def test_a_shown_command_is_found_with_what_it_prints():
    (only,) = commands(PAGE)
    assert (only.command, only.printed) == ("echo one && echo two", "old\noutput\n")


def test_a_page_is_rewritten_with_what_is_printed_today():
    assert rewritten(PAGE) == PAGE.replace("old\noutput\n", "one\ntwo\n")


def test_a_page_rewritten_twice_stays_the_same():
    assert rewritten(rewritten(PAGE)) == rewritten(PAGE)


def test_a_command_that_fails_is_not_written_down():
    with pytest.raises(RuntimeError, match="ended with 3"):
        run("exit 3")


def test_a_command_whose_reader_has_seen_enough_is_fine():
    assert run("yes | head -n 2") == "y\ny\n"
