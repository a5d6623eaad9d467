"""Forms of verbs that the treebanks may not hold: irregular ones, and those of the field."""

from __future__ import annotations

_IRREGULAR = """
arise arose arisen | awake awoke awoken | bear bore borne | beat beat beaten | bend bent | bet bet
bid bid | bind bound | bite bit bitten | bleed bled | blow blew blown | breed bred | burst burst
cast cast | choose chose chosen | cling clung | creep crept | deal dealt | dig dug | draw drew drawn
drive drove driven | feed fed | fight fought | flee fled | fling flung | fly flew flown
forbid forbade forbidden | foresee foresaw foreseen | forgive forgave forgiven
forsake forsook forsaken | freeze froze frozen | grind ground | hang hung | hide hid hidden
hit hit | hold held | kneel knelt | lay laid | leap leapt | lend lent | mistake mistook mistaken
outbid outbid | outdo outdid outdone | overcome overcame overcome | override overrode overridden
overrun overran overrun | oversee oversaw overseen | overtake overtook overtaken
overthrow overthrew overthrown | rend rent | repay repaid | rid rid | ride rode ridden
ring rang rung | rise rose risen | seek sought | shake shook shaken | shed shed | shoot shot
shrink shrank shrunk | sing sang sung | sink sank sunk | slay slew slain | sling slung
smite smote smitten | sow sowed sown | spring sprang sprung | stick stuck | sting stung
stink stank stunk | stride strode stridden | strike struck stricken | strive strove striven
swear swore sworn | sweep swept | swell swelled swollen | swim swam swum | swing swung
tear tore torn | thrust thrust | tread trod trodden | undercut undercut
undergo underwent undergone | undertake undertook undertaken | uphold upheld | uproot uprooted
vie vied | wage waged | weave wove woven | weep wept | withdraw withdrew withdrawn
withhold withheld | withstand withstood | wring wrung
"""
_FIELD = """
abduct abet airlift align ally ambush annex antagonize appease arm assassinate bankroll behead
beleaguer berate besiege blacklist blockade bolster bombard boycott capitulate castigate collude
conspire coerce condemn confiscate conscript consolidate defect denounce deport depose deploy
destabilize detain disarm dislodge disown displace embargo embolden encircle encroach entrench
espouse evict execute expel extradite ferry finance flank fortify funnel galvanize garrison hijack
hobble impound incite infiltrate instigate intercept intervene invade jeopardize kidnap liaise
lionize loot marginalize massacre mobilize mutiny negotiate neutralize normalize occupy oust
outflank outgun outlaw partition pillage placate plunder proscribe provoke purge quell raid ransack
ratify rearm rebuff rebuke recapture reconcile recruit reinforce renounce repatriate repel reprimand
repudiate retaliate revile rout sabotage sanction scuttle secede shell shore skirmish smuggle snipe
sponsor stage steamroll stockpile strafe subjugate subsidize subvert summon surrender target
threaten thwart topple torpedo torture unseat vanquish veto vilify vow wrest
"""
_DOUBLED = frozenset({"abet", "expel", "repel", "annul", "funnel", "kidnap", "outgun", "rebut"})


def forms() -> dict[str, str]:
    """Give the lemma of each form.

    >>> found = forms()
    >>> found["overran"], found["strafing"], found["allied"], found["expelled"]
    ('overrun', 'strafe', 'ally', 'expel')
    """
    found = dict[str, str]()
    for verb in _FIELD.split():
        found |= dict.fromkeys(_regular(verb), verb)
    for row in _IRREGULAR.replace("\n", "|").split("|"):
        for form in row.split()[1:]:
            found[form] = row.split()[0]
    return found


def _regular(verb: str) -> list[str]:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"]
    if verb.endswith("e"):
        return [f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"]
    plural = "es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"
    stem = verb + verb[-1] if verb in _DOUBLED else verb
    return [verb + plural, f"{stem}ed", f"{stem}ing"]
