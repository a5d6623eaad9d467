"""What a reading owes a damaged text: the claims of the clean one, as far as they can be told."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest

from tests.reading.reader import Reader

pytestmark = pytest.mark.model
CLEAN = {
    "border": """Kenya attacks rebels in Somalia

Kenya's army attacked al-Shabaab fighters near Kismayo on Monday. Somalia's government praised the
raid. "We will not support the militants," said a spokesman for Ethiopia's foreign ministry.

Eritrea denied that it had armed al-Shabaab. Kenya accused Eritrea of arming the group.""",
    "sanctions": """France imposes sanctions on Niger

France imposed sanctions on Niger's government on Tuesday. Niger expelled the French ambassador and
condemned France's decision. Mali and Burkina Faso supported Niger.

Nigeria threatened Niger with war. Algeria's president didn't support the threat and warned
Nigeria.""",
    "strait": """China condemns Japan over islands

China condemned Japan's visit to the islands. Japanese ships chased Chinese boats from the waters on
Friday. The Philippines' government backed Japan. China warned the Philippines.

Taiwan's army trained Japanese soldiers last year, and China's ministry accused Taiwan of that.""",
    "aid": """Turkey sends troops to Libya

Turkey sent soldiers to help Libya's government. Egypt armed General Haftar's forces and accused
Turkey of invading Libya. Russia's mercenaries fought the Libyan army near Sirte in June.

Greece condemned Turkey's agreement with Libya, and Italy signed a treaty with Libya.""",
}  # fmt: skip
# For each text, claims that every damage must leave: who, how it is meant, whom.
KEPT = {
    "border": [("Kenya", -1, "Eritrea"), ("Kenya", -1, "al-Shabaab")],
    "sanctions": [("France", -1, "Niger"), ("Nigeria", -1, "Niger"), ("Mali", 1, "Niger")],
    "strait": [("China", -1, "Japan"), ("China", -1, "Philippines"), ("China", -1, "Taiwan")],
    "aid": [("Turkey", 1, "Libya"), ("Greece", -1, "Turkey"), ("Italy", 1, "Libya")],
}
_OCR = {"rn": "m", "m": "rn", "l": "1", "O": "0", "o": "0", "I": "l"}
Damage = Callable[[str], str]
Edge = tuple[str | None, int, str | None]


def without_apostrophes(text: str) -> str:
    return text.replace("'", "")


def without_quotes(text: str) -> str:
    return text.replace('"', "")


def headline(change: Callable[[str], str]) -> Damage:
    def damaged(text: str) -> str:
        first, _, rest = text.partition("\n")
        return f"{change(first)}\n{rest}"

    return damaged


def scanned(seed: int) -> Damage:
    """Return the damage of a scanner: one character in a hundred, letters and spaces."""

    def damaged(text: str) -> str:
        chance = random.Random(seed)
        out = []
        for piece in re.findall(r"rn|[mlOoI ]|[^mlOoI ]", text):
            hit = chance.random() < len(text) / 100 / sum(text.count(c) for c in "mlOoI ")
            if hit and piece == " ":
                out.append("")
            else:
                out.append(_OCR.get(piece, piece) if hit else piece)
        return "".join(out)

    return damaged


DAMAGES = {
    "no apostrophes": without_apostrophes,
    "no quotes": without_quotes,
    "capitals": headline(str.upper),
    "small letters": headline(str.lower),
}
SCANS = {f"scan {seed}": scanned(seed) for seed in range(5)}


def edges(reader: Reader, text: str) -> set[Edge]:
    """Return who stands how to whom; either way round where both are equal."""
    found: set[Edge] = set()
    for c in reader.told(text):
        one, other = c.pair
        if c.symmetric:
            one, other = sorted((str(one), str(other)))
        found.add((one, c.sign, other))
    return found


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("text", CLEAN)
def test_what_a_damaged_text_says_firmly_is_still_found(
    reader: Reader, text: str, damage: str
) -> None:
    found = edges(reader, DAMAGES[damage](CLEAN[text]))
    assert set(KEPT[text]) <= found


@pytest.mark.parametrize("damage", [*DAMAGES, "scan"])
def test_damage_costs_little(reader: Reader, damage: str) -> None:
    both = lost = new = 0
    for text in CLEAN.values():
        clean = edges(reader, text)
        for change in SCANS.values() if damage == "scan" else [DAMAGES[damage]]:
            found = edges(reader, change(text))
            both += len(clean & found)
            lost += len(clean - found)
            new += len(found - clean)
    f1 = 2 * both / (2 * both + lost + new)
    assert both >= 20
    assert f1 >= 0.95, f"{lost} lost, {new} new"
