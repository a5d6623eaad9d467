"""English is told from other languages, in whole and in part."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tertius.documents.language import Foreign, foreign

from .texts import FRENCH, GERMAN, SENTENCE

OTHERS = {
    "de": GERMAN,
    "fr": FRENCH,
    "es": "El gobierno dijo el martes que sus tropas habían salido de la ciudad después de las"
    " conversaciones con los rebeldes, que no habían sido informados.",
    "tr": "Hükümet salı günü yaptığı açıklamada, isyancılarla yapılan görüşmelerin ardından"
    " birliklerinin şehri terk ettiğini ve geri dönmeyeceğini söyledi.",
    "ru": "Правительство заявило во вторник, что его войска покинули город после переговоров.",
    "ar": "قالت الحكومة يوم الثلاثاء إن قواتها غادرت المدينة بعد محادثات مع المتمردين.",
    "zh": "政府星期二表示，其部队在与叛军会谈后已离开该市，但没有说明何时返回。",
}


@pytest.mark.parametrize("code", sorted(OTHERS))
def test_another_language_is_named(code: str) -> None:
    assert list(foreign(OTHERS[code])) == [Foreign(language=code, span=None)]


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        "Ruritania attacks Borduria",
        "Iran, Iraq, Syria: 3,000 killed",
        "ISIS",
        "",
        "!?",
        "1 2 3",
        "Kings met. " + SENTENCE + "President Miguel Ángel Moratinos of España spoke.",
        "Abd al-Rahman, Abu Bakr, Muhammad Ali, Hassan Nasrallah and Qassem Soleimani met there.",
    ],
)
def test_english_and_what_is_too_short_to_tell_is_read(text: str) -> None:
    assert list(foreign(text)) == []


@pytest.mark.parametrize("code", sorted(OTHERS))
def test_a_foreign_paragraph_is_found_where_it_stands(code: str) -> None:
    text = f"{SENTENCE * 4}\n\n{OTHERS[code]}\r\n\r\n{SENTENCE}"
    (found,) = foreign(text)
    assert found.language == code
    assert found.span is not None
    assert text[slice(*found.span)] == OTHERS[code]


def test_clear_english_does_not_load_the_library() -> None:
    code = (
        "import sys; from tertius.documents.language import foreign; "
        f"print(list(foreign({SENTENCE * 3!r})), 'py3langid' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[] False"
