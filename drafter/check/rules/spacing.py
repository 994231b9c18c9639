"""Blanks and signs that a reader does not see, and letters of the wrong width."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.finding import Basis, Severity
from drafter.check.manuscript import Line, Manuscript
from drafter.check.places import PROSE, is_within, matches, on
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.facts.people.names import name_at
from drafter.i18n import message

_BLANK = "[ \t\u00a0\u2002-\u200a\u3000]+"
_HAN = "一-鿿"
_MARKS = "，。、；：？！“”‘’（）《》"
_BETWEEN = re.compile(f"(?<=[{_HAN}{_MARKS}]){_BLANK}(?=[{_HAN}{_MARKS}])")
_BY_FIGURE = re.compile(
    f"(?<=[{_HAN}])(?P<a>{_BLANK})(?=[0-9])|(?<=[0-9%])(?P<b>{_BLANK})(?=[{_HAN}，。；、])"
)
_DATE = re.compile("[0-9][ ]+[年月日]|[年月][ ]+[0-9]")
# Shorter lines are titles, bylines, lists of names and tables, where blanks set things apart.
_SHORTEST = 20


def _is_running(line: Line) -> bool:
    text = line.text.rstrip()
    return line.kind in PROSE and len(text) >= _SHORTEST and text.endswith(tuple("。！？；：”…）"))


@rule(
    "blank-inside-text",
    "正文中的空格",
    Severity.WARNING,
    Basis.PRACTICE,
    clause="GB/T 15834-2011 5.1；GB/T 15835-2011 5.1",
    why="汉字之间、标点前后、数字和汉字之间都不空格；空格多是复制或输入时带进来的，排版时会拉开字距。",
    bad="要提高政 治站位，把各项要求不折不扣落到实处。",
    good="要提高政治站位，把各项要求不折不扣落到实处。",
)
def blank_inside_text(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find blanks between Chinese characters of running text, and around figures.

    A blank in a name of two characters (张　明) or between the halves of a quoted slogan is customary. One
    beside a figure is a hint, but in a date.
    """
    for number, line in enumerate(manuscript.lines):
        if not _is_running(line):
            continue
        for found in _BETWEEN.finditer(line.text, len(line.text) - len(line.text.lstrip())):
            if not (_is_name(found) or is_within(line.text, found.start(), "“", "”")):
                yield on(number, found, message("a blank stands inside the text"), fix="")
        for found in _BY_FIGURE.finditer(line.text):
            around = line.text[max(found.start() - 5, 0) : found.end() + 3]
            severity = Severity.WARNING if _DATE.search(around) else Severity.HINT
            text = message("no blank stands beside a figure")
            yield on(number, found, text, fix="", severity=severity)


def _is_name(found: re.Match[str]) -> bool:
    """Return whether a blank stands in a name of two characters, or in front of a name."""
    text, start, end = found.string, found.start(), found.end()
    inside = name_at(text, start - 1)
    return any(sign.isspace() for sign in inside) or bool(name_at(text, end) and len(text) < _SHORTEST * 2)


_UNSEEN = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]+")


@rule(
    "invisible-character",
    "看不见的字符",
    Severity.ERROR,
    Basis.PRACTICE,
    why="零宽空格、软连字符、方向控制符看不见，却会妨碍查找、断行和朗读软件，应当清掉。",
    bad="今天，\u200b我们开会。",
    good="今天，我们开会。",
    needs_judgement=False,
)
def invisible_character(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find zero-width and directional characters, which come along with copied text."""
    for number, found in matches(manuscript, _UNSEEN):
        code = f"U+{ord(found[0][0]):04X}"
        yield on(number, found, message("a character that nobody sees: {code}", code=code), fix="")


_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+)?")
_NARROW = {ord("．"): "."} | {
    ord(first) + step: chr(ord(to) + step)
    for first, last, to in (("０", "９", "0"), ("Ａ", "Ｚ", "A"), ("ａ", "ｚ", "a"))
    for step in range(ord(last) - ord(first) + 1)
}


@rule(
    "full-width-digits",
    "全角数字和字母",
    Severity.WARNING,
    Basis.STANDARD,
    clause="GB/T 15835-2011 5.1.7",
    why="阿拉伯数字和拉丁字母用半角，全角的字形松散，也无法检索。",
    bad="全镇１２个村都要参加。",
    good="全镇12个村都要参加。",
    needs_judgement=False,
)
def full_width_digits(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find digits and letters of full width."""
    for number, found in matches(manuscript, _WIDE):
        plain = found[0].translate(_NARROW)
        text = message("{words} has full width", words=found[0])
        yield on(number, found, text, remedy=message("write {words}", words=plain), fix=plain)
