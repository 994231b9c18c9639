"""No sentence with words that only its writer was to hear is read out."""

from drafter.facts.wishes.to_writer import is_to_writer
from drafter.templating.compose.composition import Composition, Report, sentence
from drafter.templating.compose.wishes.last_look import without_asides


def speech(*texts: str) -> Composition:
    paragraph = tuple(sentence(text, ("f1",)) for text in texts)
    return Composition("", "", "", "", (paragraph,), (), (), (), Report(0, 0, 0))


def test_a_sentence_that_speaks_to_the_writer_is_left_out() -> None:
    heard = without_asides(speech("仓容差2600吨。", "供销社送油，名字你看着办。", "数你再核一下。"))
    assert ["仓容差2600吨。"] == [each.text for each in heard.sentences()]


def test_a_paragraph_of_such_words_alone_is_none() -> None:
    assert () == without_asides(speech("麻烦您啦，周四前给我就行。")).opening


def test_what_a_clerk_says_in_passing_is_known() -> None:
    said = ["我自己加的", "姓就别提了", "写进去", "别说死", "东坪村好好说", "要提一下", "情况你记一下"]
    assert [True] * len(said) == [is_to_writer(each) for each in said]


def test_what_the_hall_is_told_is_no_word_to_the_writer() -> None:
    said = ["该批评的要批评清楚", "有话好好说开", "数字要核实准确", "写进村规民约", "你们看着台下的孩子"]
    assert [False] * len(said) == [is_to_writer(each) for each in said]
