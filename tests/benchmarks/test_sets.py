"""Each open set is read as its project publishes it, and counted as the docstrings say."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest

from benchmarks import cameo, metonyms, open_sets, petrarch, places, possessives, re3d
from benchmarks.laid_out import lay_out, voted
from tertius.gazetteer import Gazetteer
from tertius.readers import open_reader
from tertius.reading.syntax import Parse
from tertius.records import Claim
from tests.benchmarks.coded_texts import Told
from training.syntax.names import Tagged
from training.syntax.treebank import trees


@pytest.fixture(scope="module")
def world():
    return Gazetteer.load()


@pytest.fixture(scope="module")
def parser():
    from tertius.reading.syntax import Encoder

    return Encoder.load()


def claim(**more):
    given = {"id": "c", "document": "d", "span": (0, 9), "quote": "", "actor": None,
             "relation": "attacks", "recipient": None, "sign": -1}  # fmt: skip
    return Claim(**{**given, **more})


# -- re3d ---------------------------------------------------------------------------------------


def re3d_folder(folder, relations, text):
    subset = folder / "Ministry"
    subset.mkdir(parents=True)
    document = {"_id": "D1", "text": text}
    (subset / "documents.json").write_text(json.dumps(document) + "\n")
    rows = []
    for kind, source, target in relations:
        one, other = text.find(source), text.find(target)
        rows.append(
            {"documentId": "D1", "type": kind, "sourceBegin": one, "sourceEnd": one + len(source),
             "targetBegin": other, "targetEnd": other + len(target)}
        )  # fmt: skip
    (subset / "relations.json").write_text("\n".join(map(json.dumps, rows)) + "\n")
    return folder


def test_a_pair_counts_once_and_by_its_sign(tmp_path):
    text = "France helped Chad. Libya fought Chad near Faya."
    relations = [
        ("CommWith", "France", "Chad"),
        ("AlliesOf", "Chad", "France"),
        ("FightingAgainst", "Libya", "Chad"),
        ("CoLocated", "Chad", "Faya"),
    ]
    texts, cases = re3d.cases(re3d_folder(tmp_path, relations, text))
    assert texts == {"D1": text}
    assert [(case.first, case.label) for case in cases] == [
        ((0, 6), "cooperate"), ((14, 18), "oppose"), ((14, 18), "other"),
    ]  # fmt: skip


@pytest.mark.model
def test_our_claims_answer_for_a_pair(world, parser):
    text = "Chad attacked Libya. Mali praised Libya."
    reader = open_reader("embedded", gazetteer=world)
    laid = lay_out(text, name="d", reader=reader, gazetteer=world, parser=parser)
    assert re3d.told(laid, re3d.Case("d", (0, 4), (14, 19), "oppose")) == "oppose"
    assert re3d.told(laid, re3d.Case("d", (21, 25), (34, 39), "cooperate")) == "cooperate"
    assert re3d.told(laid, re3d.Case("d", (0, 4), (34, 39), "other")) != "cooperate"
    features = re3d.features(laid, re3d.Case("d", (0, 4), (14, 19), "oppose"))
    assert {"told oppose", "meet attack", "left nsubj", "right obj", "family between fight"} <= set(
        features
    )


class Voting:
    """A network that says the same of every pair."""

    def __init__(self, encoder, aligned, opposed):
        self.encoder, self.said = encoder, (aligned, opposed)

    def opinions(self, window):
        return [tuple(SimpleNamespace(chance=chance) for chance in self.said)] * len(window.pairs)


@pytest.mark.model
def test_the_vote_of_a_network_is_a_feature(world, parser):
    text = "Chad attacked Libya. Mali waited."
    laid = lay_out(text, name="d", reader=Told([], {}), gazetteer=world, parser=parser)
    network = Voting(parser, 0.04, 0.6)
    assert voted(laid, (0, 0), (0, 2), network) == (0.04, 0.6)
    assert voted(laid, (0, 0), (1, 0), network) == (0, 0)
    found = set(re3d.features(laid, re3d.Case("d", (0, 4), (14, 19), "oppose"), network))
    assert {"aligned over 0.02", "opposed over 0.5"} <= found
    assert found.isdisjoint({"aligned over 0.05", "opposed over 0.7"})


# -- cameo_spans --------------------------------------------------------------------------------


def test_sentences_are_read_with_their_class(tmp_path):
    (tmp_path / "ner_train_clean.txt").write_text(
        "Chad B-S\n's I-S\narmy I-S\nhit O\nLibya B-T\n. O\n\nIt O\nrained O\n"
    )
    (tmp_path / "class_train_clean.tsv").write_text("Chad's army hit Libya.\t4\n")
    first, second = cameo.tagged(tmp_path)
    assert first.spaced == ("Chad's army hit Libya.",
                            [(0, 4), (4, 6), (7, 11), (12, 15), (16, 21), (21, 22)])  # fmt: skip
    assert (first.roles, first.quad) == (("S", "S", "S", "O", "T", "O"), -1)
    assert second.quad is None


def test_words_and_spans_of_a_role_are_counted():
    gold, found = "SSOTTO", "SOOTTT"
    assert cameo.token_row("S", gold, found) == [1, 1, 2]
    assert cameo.token_row("T", gold, found) == [2, 3, 2]
    assert cameo.span_row("T", gold, found) == [0, 1, 1]
    assert cameo.span_row("O", gold, found) == [0, 1, 2]


@pytest.mark.model
def test_actors_and_recipients_of_our_claims_are_roles(world, parser):
    sentence = cameo.Tagged(tuple("Chad attacked Libya .".split()), tuple("SOTO"), -1)
    reader = Told([("attacked", "Chad", -1, "Libya")], {})
    laid = lay_out(sentence.spaced[0], name="s", reader=reader, gazetteer=world, parser=parser)
    assert cameo.claimed_roles(laid, sentence) == ["S", "O", "T", "O"]
    heads = [(head, words) for _, head, words in cameo.phrases(laid, sentence)]
    assert heads == [(0, [0]), (2, [2])]


# -- PETRARCH -----------------------------------------------------------------------------------

RECORDS = """<Validation><Sentences>
<Sentence date="19950103" id="A">
<EventCoding sourcecode="ARN" targetcode="GON" eventcode="190"/>
<EventCoding sourcecode="GON" targetcode="ARN" eventcode="050"/>
<EventCoding sourcecode="ARN" targetcode="MOR" eventcode="190"/>
<Text>Arnor shelled
a Gondorian fort.</Text></Sentence></Sentences></Validation>"""


def test_records_are_those_whose_parties_are_named(tmp_path):
    path = tmp_path / "r.xml"
    path.write_text(RECORDS)
    first, second = petrarch.records(path)
    assert (first.text, first.date) == ("Arnor shelled a Gondorian fort.", "1995-01-03")
    assert (first.source, first.target, first.sign) == ("ARN", "GON", -1)
    assert (second.source, second.target, second.sign) == ("GON", "ARN", 1)


def test_a_claim_is_right_for_the_party_in_its_place():
    record = petrarch.Record("Arnor shelled a Gondorian fort.", None, "ARN", "GON", -1)
    whole = claim(words=(("actor", "Arnor"), ("recipient", "a Gondorian fort")))
    half = claim(words=(("actor", "Arnor"), ("recipient", "fort")))
    turned = claim(words=(("actor", "Gondor"), ("recipient", "Arnor")))
    assert petrarch.told(record, [whole]) == (True, True, "conflict")
    assert petrarch.told(record, [half]) == (True, False, "none")
    assert petrarch.told(record, [turned]) == (False, False, "none")
    mutual = claim(words=turned.words, symmetric=True, sign=1)
    assert petrarch.told(record, [mutual]) == (True, True, "cooperation")


def test_the_figures_of_the_records(tmp_path):
    (tmp_path / "PETR.UnitTest.records.xml").write_text(RECORDS)
    reader = Told([("shelled", "Arnor", -1, "Gondorian fort")], {})
    source, target, both, sign = petrarch.petrarch(tmp_path, reader=reader)
    assert (source.value, target.value, both.value) == (0.5, 0.5, 0.5)
    assert sign.value == pytest.approx((1.0 + 0.0) / 2)  # conflict found, cooperation not


# -- ReLocaR ------------------------------------------------------------------------------------


def test_samples_are_read_with_their_place(tmp_path):
    path = tmp_path / "r.xml"
    path.write_text(
        '<data><sample number="1">In May <loc reading="met">Chad</loc> &amp; Mali met.\n</sample>'
        '<sample number="2">It lies in <loc reading="lit">Mali</loc>.</sample></data>'
    )
    first, second = metonyms.samples(path)
    assert first == ("In May Chad & Mali met.\n", (7, 11), "met")
    assert second[0][slice(*second[1])] == "Mali"


@pytest.mark.model
def test_a_place_that_acts_is_told_from_one_where_something_is(world, parser):
    for text, name, acts in (
        ("Chad condemned the raid.", "Chad", True),
        ("The raid began in Chad.", "Chad", False),
    ):
        laid = lay_out(text, name="r", reader=Told([], {}), gazetteer=world, parser=parser)
        start = text.find(name)
        place = laid.head(start, start + len(name))
        assert metonyms.is_party(laid, place) is acts
        assert f"rule {acts}" in metonyms.features(laid, place, (start, start + len(name)))


# -- apostrophes --------------------------------------------------------------------------------

TREEBANK = """# newpar
1-2	Chad's	_	_	_	_	_	_	_	_
1	Chad	Chad	PROPN	NNP	_	3	nmod:poss	_	_
2	's	's	PART	POS	_	1	case	_	_
3	army	army	NOUN	NN	_	4	nsubj	_	_
4	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

# newpar
1-2	Don't	_	_	_	_	_	_	_	_
1	Do	do	AUX	VBP	_	3	aux	_	_
2	n't	not	PART	RB	_	3	advmod	_	_
3	go	go	VERB	VB	_	0	root	_	_

"""


def test_a_treebank_document_is_written_out(tmp_path):
    path = tmp_path / "GUM_news_x.conllu"
    path.write_text(TREEBANK)
    assert possessives.written(path) == ("Chad's army left.\n\nDon't go", {4})


def test_apostrophes_of_words_are_taken_out():
    bare, kept, lost = possessives.stripped("Chad's 'old' rebels' men don't")
    assert bare == "Chads 'old' rebels men dont"
    assert lost == {4, 19, 28}
    assert kept[4] == 5


def test_what_comes_back_is_counted(tmp_path, world):
    (tmp_path / "GUM_news_x.conllu").write_text(TREEBANK)
    (precision, every, names, _), text = possessives.possessives(tmp_path, gazetteer=world)
    assert (precision.value, every.value, names.value) == (1.0, 1.0, 1.0)
    assert (precision.n, every.n, names.n) == (2, 2, 1)
    assert text == ""


# -- places -------------------------------------------------------------------------------------

ARTICLE = """<articles><article file="7"><text>Guards left Nairobi for Oxley.</text><toponyms>
<toponym><start>12</start><end>19</end><latitude>-1.28</latitude><longitude>36.8</longitude></toponym>
<toponym><start>24</start><end>29</end><latitude>50</latitude><longitude>5</longitude></toponym>
<toponym><start>0</start><end>6</end><latitude/><longitude/></toponym>
</toponyms></article></articles>"""


def test_names_with_coordinates_are_gold(tmp_path):
    path = tmp_path / "GWN.xml"
    path.write_text(ARTICLE)
    ((number, text, gold),) = places.articles(path)
    assert (number, [text[one.start : one.end] for one in gold]) == ("7", ["Nairobi", "Oxley"])


def test_a_degree_of_the_equator_is_111_kilometres():
    assert places.kilometres((0, 10), (0, 11)) == pytest.approx(111.19, abs=0.01)
    assert places.kilometres((48.85, 2.35), (51.51, -0.13)) == pytest.approx(343.9, abs=1)


@pytest.mark.model
def test_places_are_found_and_near(tmp_path, world, parser):
    (tmp_path / "GWN.xml").write_text(ARTICLE)
    recall, precision, _, near = places.places(tmp_path, gazetteer=world, parser=parser)
    assert (recall.value, precision.value) == (1.0, 1.0)
    assert near.value == 0.5  # no gazetteer knows Oxley


# -- syntax and names ---------------------------------------------------------------------------


class Saying:
    """An encoder that says one parse of everything."""

    def __init__(self, parse):
        self.parsed = parse

    def parse(self, sentences):
        return [self.parsed for _ in sentences]


def test_names_right_found_and_gold():
    parse = Parse(("X",) * 3, ("X",) * 3, (-1, 0, 0), ("root",) * 3,
                  ((0, 1, "PER"), (2, 3, "ORG")), (1.0,) * 3)  # fmt: skip
    gold = [Tagged(("Ann", "of", "Chad"), ("B-PER", "O", "B-LOC"))]
    assert open_sets.name_rows(gold, Saying(parse)) == [[1, 2, 2]]


def test_words_right_by_document(tmp_path):
    path = tmp_path / "x.conllu"
    path.write_text("# newdoc id = one\n" + TREEBANK)
    parse = Parse(("PROPN", "PART", "NOUN", "VERB", "X"), ("X",) * 5, (2, 0, 3, -1, 0),
                  ("nmod:poss", "case", "nsubj", "root", "dep"), (), (1.0,) * 5)  # fmt: skip
    first = list(trees(path))[:1]
    # word classes 4 of 5; heads 4 of 5; with their labels 4 of 5
    assert open_sets.tree_rows(first, Saying(parse)) == [pytest.approx([4, 4, 4, 5])]


def test_a_figure_of_the_reading_scores_keeps_its_interval():
    scored = {"macro": 0.75, "n": 12, "documents": 3, "interval": {"macro": (0.5, 0.875)}}
    found = open_sets.from_scores("x", scored, "macro", aim=0.7)
    assert (found.value, found.n, found.low, found.high) == (0.75, 12, 0.5, 0.875)
    assert found.is_met
