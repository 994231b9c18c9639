"""Characters that the fonts of offices may lack, and abbreviations that nobody explains."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.finding import Basis, Severity
from drafter.check.manuscript import Manuscript
from drafter.check.places import is_within, matches, on
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.i18n import message

_HAN = re.compile("[\u3400-\u4dbf一-鿿\U00020000-\U0003ffff]")
# Usual words have them, 瞭望 and 啰嗦, though GB 2312 has not.
_USUAL = frozenset("瞭啰")
# 堃（kūn）: whoever reads it aloud is helped.
_READING = re.compile("[一-鿿]{0,2}[（(][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü ]{1,16}[）)]")


@rule(
    "rare-character",
    "生僻字或繁体字",
    Severity.HINT,
    Basis.PRACTICE,
    clause="《通用规范汉字表》（2013年）",
    why="仿宋_GB2312等公文字体只有六千多个常用字，字库里没有的字打印出来会变成别的字体或方框，念的人也容易卡住。"
    "人名地名里的，核对字形，注上读音；其余的换常用字。",
    bad="请王喆同志发言。",
    good="请王喆（zhé）同志发言。",
)
def rare_character(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find a character outside of GB 2312, at its first place and without its reading behind it.

    A title in 《》 is written as it is.

    One that GBK lacks as well is a warning: most fonts of offices have no sign for it.
    """
    told: set[str] = set()
    for number, found in matches(manuscript, _HAN):
        sign = found[0]
        if sign in told or sign in _USUAL or _is_in(sign, "gb2312"):
            continue
        if is_within(found.string, found.start(), "《", "》"):
            continue
        told.add(sign)
        if _READING.match(found.string, found.end()):
            continue
        severity = None if _is_in(sign, "gbk") else Severity.WARNING
        text = message("the fonts of offices may lack {sign}", sign=sign)
        remedy = message("see whether it is right, and put the reading behind it")
        yield on(number, found, text, remedy=remedy, severity=severity)


def _is_in(sign: str, charset: str) -> bool:
    try:
        sign.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


_ACRONYM = re.compile(r"(?<![A-Za-z0-9.@/_+-])[A-Z]{2,8}(?![A-Za-z0-9.@/_+-])")
# What newspapers print without a word of explanation; numerals of Rome.
_COMMON = frozenset(
    "GDP CPI PPI PMI APP PPT WTO APEC AI IT VR AR ETC LED GPS WIFI VIP CEO PC USB CT ICU DNA KTV ATM MBA ISO"  # noqa: SIM905
    " POS SUV TV CBD CBA NBA UFO QQ PDF WORD EXCEL WPS OA ID IP OK NO VS PK DIY IPO LOGO FAST UPS MRI AED LPG"
    " LNG CNG PVC PE PPR HIV AIDS SARS BBC CNN CCTV EMS PS SOS SPA UN EU USA UK BRICS ASEAN RCEP GB".split()
)
_ROMAN = re.compile("[IVX]+")


@rule(
    "unexplained-acronym",
    "外文缩写没有解释",
    Severity.HINT,
    Basis.PRACTICE,
    clause="《国家通用语言文字法》第十一条",
    why="台下不一定都懂外文缩写，念的人也未必念得出。第一次出现时用中文说清楚，后面再用缩写；GDP、APP一类人人都懂的除外。",
    bad="各医院要推行DRG付费。",
    good="各医院要推行按病种分组付费（DRG）。",
)
def unexplained_acronym(manuscript: Manuscript, _settings: Settings) -> Iterator[Found]:
    """Find an abbreviation in Latin letters that no bracket explains at its first place."""
    told: set[str] = set()
    for number, found in matches(manuscript, _ACRONYM):
        words = found[0]
        if words in told or words in _COMMON or _ROMAN.fullmatch(words) or len(set(words)) == 1:
            continue
        told.add(words)
        text, start, end = found.string, found.start(), found.end()
        if (
            text[start - 1 : start] in ("（", "(", "“")
            or text[end : end + 1] in ("（", "(")
            or "即" in text[end : end + 2]
        ):
            continue
        message_ = message("nobody explains {words}", words=words)
        yield on(number, found, message_, remedy=message("say it in Chinese where it stands first"))
