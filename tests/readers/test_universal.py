from __future__ import annotations

import pytest

from tertius.readers.universal import universal


def turned(rows: str) -> list[str]:
    """Turn `word/CLASS/label/head` (heads from 1, 0 the root); give "label>head word" a word."""
    cells = [row.split("/") for row in rows.split()]
    words = [row[0] for row in cells]
    heads, labels = universal(
        words, [row[1] for row in cells], [int(row[3]) - 1 for row in cells], [r[2] for r in cells]
    )
    named = [words[head] if head >= 0 else "-" for head in heads]
    return [f"{label}>{head}" for label, head in zip(labels, named, strict=True)]


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ("Chad/PROPN/nsubj/2 helps/VERB/ROOT/0 Togo/PROPN/dobj/2",
         "nsubj>helps root>- obj>helps"),
        ("attacks/NOUN/ROOT/0 on/ADP/prep/1 Togo/PROPN/pobj/2",
         "root>- case>Togo nmod>attacks"),
        ("fled/VERB/ROOT/0 to/ADP/prep/1 Togo/PROPN/pobj/2",
         "root>- case>Togo obl>fled"),
        ("fled/VERB/ROOT/0 out/ADP/prep/1 of/ADP/prep/2 Togo/PROPN/pobj/3",
         "root>- case>Togo case>Togo obl>fled"),
        ("Chad/PROPN/nsubj/2 is/AUX/ROOT/0 an/DET/det/4 ally/NOUN/attr/2 of/ADP/prep/4 "
         "Togo/PROPN/pobj/5 ./PUNCT/punct/2",
         "nsubj>ally cop>ally det>ally root>- case>Togo nmod>ally punct>ally"),
        ("Chad/PROPN/nsubj/2 grew/VERB/ROOT/0 hostile/ADJ/acomp/2",
         "nsubj>grew root>- xcomp>grew"),
        ("accused/VERB/ROOT/0 Chad/PROPN/dobj/1 of/ADP/prep/1 arming/VERB/pcomp/3 them/PRON/dobj/4",
         "root>- obj>accused mark>arming advcl>accused obj>arming"),
        ("gave/VERB/ROOT/0 Togo/PROPN/dative/1 aid/NOUN/dobj/1",
         "root>- iobj>gave obj>gave"),
        ("gave/VERB/ROOT/0 aid/NOUN/dobj/1 to/ADP/dative/1 Togo/PROPN/pobj/3",
         "root>- obj>gave case>Togo obl>gave"),
        ("rebels/NOUN/ROOT/0 who/PRON/nsubj/3 fled/VERB/relcl/1",
         "root>- nsubj>fled acl:relcl>rebels"),
        ("Yes/INTJ/ROOT/0 Chad/PROPN/ROOT/0", "root>- parataxis>Yes"),
        ("Togo/PROPN/nmod:poss/2 army/NOUN/nsubj:pass/3 hit/VERB/root/0",
         "nmod:poss>army nsubj:pass>hit root>-"),
    ],
)  # fmt: skip
def test_a_tree_in_other_labels_becomes_universal(rows: str, wanted: str) -> None:
    assert turned(rows) == wanted.split(" ")
