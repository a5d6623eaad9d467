"""What the shallow parser knows of English words: closed classes, and the words of the field."""

from __future__ import annotations

from functools import cache
from typing import Final

from tertius.reading.cues import cues
from tertius.reading.mentions import nominals
from tertius.reading.trees import OBJECT_CONTROL
from tertius.reading.vocabulary import triggers

DETERMINERS: Final = frozenset(
    """the a an this these those every each some any no another all both either neither several
    such many few most more fewer what""".split()
)
POSSESSIVES: Final = frozenset("my your his her its our their whose".split())
PRONOUNS: Final = frozenset(
    """i you he she it we they me him us them himself herself itself themselves ourselves one
    someone anyone everyone nobody nothing something anything others there mine theirs""".split()
)
RELATIVES: Final = frozenset("who whom which".split())
PREPOSITIONS: Final = frozenset(
    """of in on at by for from with against into onto over under between among across through
    during after before since until towards toward about around near inside outside within without
    along behind beyond above below upon off despite amid alongside like per via besides except
    throughout following including regarding concerning as""".split()
)
CLAUSE_MARKS: Final = frozenset(
    """that because if although though while when whether unless whereas once where as since after
    before until""".split()
)
CONJUNCTIONS: Final = frozenset("and or but nor yet".split())
BE: Final = frozenset("be is are was were am been being 's 're 'm ’s ’re ’m".split())
HAVE: Final = frozenset("have has had having 've ’ve".split())
DO: Final = frozenset("do does did".split())
MODALS: Final = frozenset(
    "will would shall should can could may might must 'll ’ll 'd ’d ca wo".split()
)
NEGATIONS: Final = frozenset("not n't n’t never".split())
ADVERBS: Final = frozenset(
    """also again already always even ever far here however just later meanwhile now often only
    perhaps quite rather soon still then thus today together tomorrow too twice very well yesterday
    yet ago almost instead nearly abroad further once""".split()
)
ADJECTIVES: Final = frozenset(
    """new old big small large good bad high low long short great key main major senior former
    foreign prime own same other last next early late military armed joint common shared loyal
    hostile close northern southern eastern western first second third strong heavy full
    free open true likely able top vast fresh secret anti pro rival neighbouring neighboring weak
    empty poor rich safe dead wounded quiet small broad wide deep hard soft red white black green
    Islamic Sunni Shiite Kurdish Arab Christian Muslim Jewish Tamil Hutu Tutsi""".lower().split()
)
NUMBERS: Final = frozenset(
    """two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred
    thousand million billion dozen""".split()
)
ADJECTIVE_ENDINGS: Final = ("al", "ous", "ive", "ful", "less", "able", "ible", "ic", "ary")
PEOPLE_ENDINGS: Final = ("an", "ish", "ese", "i", "ite")
TIMES: Final = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december week month year day night morning evening
    today yesterday tomorrow""".split()
)
PARTICLES: Final = frozenset({"out", "off", "back", "away", "down", "up"})
COMMON_VERBS: Final = frozenset(
    """be have do go come take make give send get put keep leave enter reach move cross fly arrive
    return meet hold win lose seize capture fall rise grow cut spend pay buy sell open close begin
    start stop end continue try want hope plan agree refuse fail need seem appear become remain stay
    show tell ask call see know think believe fear expect use work run lead follow hit kill die fire
    build carry bring hand break build cause change deploy gather force flee hide live play point
    raise receive serve set shut speak sit stand turn wait walk watch write read vote find bring
    rely undertake mean let lie lay bear bind buy choose drink drive eat feel forget forgive grant
    hang hear hide lend lift load look love make miss own pass pick pull push rest ride ring save
    seek settle sink sleep split spread steal stick strike swear sweep swim teach tear throw wear
    weigh wind wish allow appoint arrange ask assume avoid bar base belong burn carry cease claim
    clear collapse collect come complete control cost count cover create damage date deal delay
    depend die divide draw drop end ensure escape exist face fear feed fill form gain guard head
    include increase join keep land last limit link mark need note offer open order pass plan press
    prove publish reject release remain remove repeat replace reply require rescue rest reveal rule
    search seem share shell shift sign slow spare start stop study suffer take test touch travel
    treat trust turn want warn""".split()
)
COMMON_NOUNS: Final = frozenset(
    """war peace border town city village region capital weapon arm rifle shell rocket missile bomb
    money aid oil gas trade ship base camp road river port area province week month year day time
    monday minister government state president power territory island talk meeting report statement
    word man woman child deal plan vote election law court way side role part number end line place
    north south east west world people food water medicine fuel""".split()
)
DITRANSITIVE: Final = frozenset("give send offer grant lend sell hand pay supply tell show".split())
SUBJECT_CONTROL: Final = frozenset(
    """want agree refuse threaten plan try attempt vow pledge promise decide fail begin start
    continue seek hope intend claim seem appear need decline offer prepare propose manage help swear
    have aim expect cease struggle vote choose""".split()
)
CONTROL: Final = SUBJECT_CONTROL | OBJECT_CONTROL


@cache
def verbs() -> frozenset[str]:
    """Return the lemmas that can be verbs: of triggers.csv and cues.csv, and common ones."""
    known = {lemma.split(" ")[0] for pos, lemma in triggers() if pos == "verb"}
    return COMMON_VERBS | known | speech() | frozenset(CONTROL)


@cache
def nouns() -> frozenset[str]:
    """Return the lemmas that can be nouns: of triggers.csv and nominals.csv, and common ones."""
    known = {lemma for pos, lemma in triggers() if pos in {"noun", "role"}}
    return COMMON_NOUNS | known | frozenset(nominals())


@cache
def adjectives() -> frozenset[str]:
    """Return words that can be adjectives: of triggers.csv, and common ones."""
    return ADJECTIVES | {lemma for pos, lemma in triggers() if pos == "adj"}


@cache
def speech() -> frozenset[str]:
    """Return the lemmas of verbs that take a clause as what is said, thought or feared."""
    kinds = ("say", "trail", "believe", "fear", "deny")
    return frozenset(lemma for kind in kinds for lemma in cues(kind, "verb"))


@cache
def takes(noun: str, preposition: str) -> bool:
    """Tell whether a noun of triggers.csv names a party after this preposition: "attack on"."""
    slots = {
        slot
        for pos in ("noun", "role", "adj")
        for trigger in triggers().get((pos, noun), ())
        for slot in trigger.recipient
    }
    return preposition in slots or (preposition in {"by", "from", "between"} and bool(slots))


@cache
def speech_nouns() -> frozenset[str]:
    """Return the lemmas of nouns that take a clause as what is said: "the claim that"."""
    return frozenset(
        lemma for kind in ("statement", "deny", "accuse") for lemma in cues(kind, "noun")
    )


@cache
def intents() -> frozenset[str]:
    """Return the lemmas of nouns that an infinitive completes: "a plan to", "the desire to"."""
    kinds = ("want", "future", "light", "call", "order", "statement")
    own = frozenset({"effort", "attempt", "bid", "offer", "right", "refusal", "threat", "ability"})
    return own.union(*(cues(kind, "noun") for kind in kinds))


@cache
def closed() -> frozenset[str]:
    """Return the words of the closed classes."""
    return frozenset().union(
        DETERMINERS, POSSESSIVES, PRONOUNS, RELATIVES, PREPOSITIONS, CLAUSE_MARKS, CONJUNCTIONS,
        BE, HAVE, DO, MODALS, NEGATIONS, ADVERBS, {"to", "that"},
    )  # fmt: skip
