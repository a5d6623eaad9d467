"""What is counted: which noun, and which class of unit it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

PERSONS = frozenset(
    """adviser advisers advisor advisors agent agents airman airmen ally allies athlete athletes
    bodyguard bodyguards boy boys captive captives casualty casualties child children citizen
    citizens civilian civilians commander commanders commando commandos conscript conscripts
    contractor contractors dead death deaths defector defectors deserter deserters detainee
    detainees diplomat diplomats employee employees evacuee evacuees extremist extremists fatality
    fatalities fighter fighters foreigner foreigners girl girls guard guards guardsman guardsmen
    guerrilla guerrillas gunman gunmen hostage hostages immigrant immigrants individual individuals
    inhabitant inhabitants injured injury injuries instructor instructors insurgent insurgents
    jihadi jihadis jihadist jihadists journalist journalists lawmaker lawmakers leader leaders lives
    loyalist loyalists man marine marines member members men mercenary mercenaries migrant migrants
    militant militants militiaman militiamen minister ministers monitor monitors observer observers
    officer officers official officials operative operatives paratrooper paratroopers partisan
    partisans passenger passengers peacekeeper peacekeepers people person personnel persons
    peshmerga pilgrim pilgrims pilot pilots police policeman policemen policewoman prisoner
    prisoners protester protesters protestor protestors demonstrator demonstrators rebel rebels
    recruit recruits refugee refugees reservist reservists resident residents sailor sailors
    separatist separatists servicemen serviceman settler settlers sniper snipers soldier soldiers
    specialist specialists spy spies student students supporter supporters suspect suspects
    technician technicians terrorist terrorists trainer trainers troop troops veteran veterans
    victim victims villager villagers volunteer volunteers voter voters wife wives woman women
    worker workers wounded youths businessman businessmen engineer engineers expert
    experts""".split()
)
TIMES = {
    **{w: w for w in ("minutes", "hours", "days", "weeks", "months", "years", "decades")},
    **{w: w + "s" for w in ("minute", "hour", "day", "week", "month", "year", "decade")},
    "century": "centuries", "centuries": "centuries",
}  # fmt: skip
_SAME = frozenset(
    """aircraft artillery equipment ammunition police personnel dead wounded injured ground fuel
    territory land aid food weaponry spacecraft hovercraft""".split()
)
LENGTHS = {
    "km": "kilometres", "kms": "kilometres", "kilometre": "kilometres", "kilometer": "kilometres",
    "kilometers": "kilometres", "kilometres": "kilometres", "metre": "metres", "meter": "metres",
    "meters": "metres", "metres": "metres", "mile": "miles", "miles": "miles", "ton": "tonnes",
    "tons": "tonnes", "tonne": "tonnes", "tonnes": "tonnes", "kg": "kilograms",
    "kilograms": "kilograms", "kilogram": "kilograms", "barrel": "barrels", "barrels": "barrels",
}  # fmt: skip
_INSIDE = frozenset(("ADJ", "NOUN", "PROPN", "DET", "NUM", "ADV"))
_HARMED = frozenset(
    """killed wounded injured dead died arrested detained captured missing kidnapped abducted hurt
    displaced executed hospitalised hospitalized beheaded massacred kills wounds injures""".split()
)
_REACH = 7  # words between a number and the noun it counts, at most


def counted_noun(words: Sequence[str], upos: Sequence[str], after: int) -> int | None:
    """Return the position of the noun that a number before `after` counts; None: none is said.

    Walks over "of the", adjectives, names and compounds to the last noun of the phrase.
    """
    i, found = after, None
    if i < len(words) and words[i].casefold() == "of":
        i += 1
    while i < len(words) and i < after + _REACH:
        word, tag = words[i], upos[i]
        low = word.casefold()
        if is_unit(low):
            found = i
            if i + 1 >= len(words) or upos[i + 1] not in ("NOUN", "PROPN"):
                break
        elif tag == "NOUN":
            found = i
        elif tag == "PROPN":
            found = i if found is None and _is_plural_name(word) else found
        elif word in ("-", "'s", "’s") and i > after:
            pass
        elif found is None and _passes(words, upos, i):
            pass
        elif tag not in _INSIDE or (found is not None and tag in ("DET", "NUM", "ADV")):
            break
        i += 1
    return found


def is_unit(noun: str) -> bool:
    """Tell whether a noun belongs to a class of units: people, time, length, weight."""
    low = noun.casefold()
    return low in PERSONS or low in TIMES or low in LENGTHS


def unit_of(noun: str, *, one: bool) -> str:
    """Return the class of a counted noun, or the noun itself in the plural.

    >>> unit_of("advisers", one=False), unit_of("km", one=False), unit_of("shell", one=True)
    ('persons', 'kilometres', 'shells')
    """
    low = noun.casefold()
    if low in PERSONS or _is_plural_name(noun):
        return "persons"
    if low in TIMES:
        return TIMES[low]
    if low in LENGTHS:
        return LENGTHS[low]
    if low in _SAME or low.endswith("s") or not one:
        return low
    if low.endswith("y") and low[-2:-1] not in tuple("aeiou"):
        return low[:-1] + "ies"
    return low + ("es" if low.endswith(("x", "ch", "sh")) else "s")


def counts_persons(words: Sequence[str], start: int, end: int) -> bool:
    """Tell whether a number without a noun counts people: "killed 12", "12 were wounded"."""
    before = {w.casefold() for w in words[max(0, start - 2) : start]}
    behind = {w.casefold() for w in words[end : end + 3]}
    return bool((before | behind) & _HARMED)


def _is_plural_name(word: str) -> bool:
    """Tell whether a name is a people in the plural: Syrians, Kurds, Houthis."""
    return word[:1].isupper() and word.endswith(("ans", "is", "ds", "ks", "ians", "ites", "nians"))


def _passes(words: Sequence[str], upos: Sequence[str], i: int) -> bool:
    """Tell whether a word before the counted noun is walked over: "armed", "its", "and"."""
    low, tag = words[i].casefold(), upos[i]
    if tag == "VERB":  # "20 armed fighters", whatever the tagger thinks
        return low.endswith("ed") and _noun_at(words, upos, i + 1)
    if tag == "CCONJ":
        return i + 1 < len(words) and upos[i - 1] == "ADJ"
    return tag == "PRON" and low in ("its", "their", "his", "her", "our")


def _noun_at(words: Sequence[str], upos: Sequence[str], i: int) -> bool:
    return i < len(words) and (upos[i] in ("NOUN", "ADJ") or words[i].casefold() in PERSONS)
