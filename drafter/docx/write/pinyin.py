"""Pinyin of characters and of names, and which characters are so rare that a speaker may stumble.

The readings come from pypinyin, which is imported for the first of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

# Surnames with one reading, where pypinyin reads the character in another way (现代汉语词典).
# Surnames with two readings, 覃 隗 郇 乐, are left to the corrections in the YAML.
_SURNAMES = {
    "单": "shàn", "仇": "qiú", "解": "xiè", "查": "zhā", "区": "ōu", "朴": "piáo", "曾": "zēng", "任": "rén",
    "华": "huà", "盖": "gě", "缪": "miào", "翟": "zhái", "员": "yùn", "燕": "yān", "那": "nā", "过": "guō",
    "折": "shé", "种": "chóng", "秘": "bì", "繁": "pó", "佴": "nài", "哈": "hǎ", "祭": "zhài", "句": "gōu",
    "召": "shào", "能": "nài", "葛": "gě", "乜": "niè", "占": "zhān", "洗": "xiǎn", "撒": "sǎ", "阚": "kàn",
    "卜": "bǔ", "於": "yū", "都": "dū", "干": "gān", "肖": "xiāo",
}  # fmt: skip
_COMPOUND = ("单于",)
# The unified ideographs of Unicode, extension A, the compatibility ideographs, the later extensions.
_CHINESE = (("\u4e00", "\u9fff"), ("\u3400", "\u4dbf"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003fffd"))


def is_rare(character: str) -> bool:
    """Tell whether ``character`` is a 汉字 outside the 3755 of GB/T 2312-1980, level 1."""
    return character not in _common() and _is_chinese(character)


def syllables(text: str) -> list[str]:
    """Return the reading of each character of ``text`` in its context; the character itself without one."""
    from pypinyin import Style, pinyin

    # A function gives pypinyin the readings of characters that it does not know.
    return [found[0] for found in pinyin(text, style=Style.TONE, errors=list)]  # type: ignore[arg-type]


def name_syllables(name: str, corrections: Mapping[str, str]) -> list[str]:
    """Return the reading of each character of a person's name.

    ``corrections`` are words with their pinyin, a syllable for each character with spaces between.
    For the name and parts of it they take precedence.
    """
    found = syllables(name)
    if name[0] in _SURNAMES and not name.startswith(_COMPOUND):
        found[0] = _SURNAMES[name[0]]
    for word in sorted(corrections, key=len):
        given, start = corrections[word].split(), name.find(word)
        if start >= 0 and len(given) == len(word):
            found[start : start + len(word)] = given
    return found


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    # Rows 16 to 55.
    rows = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return frozenset("".join(row.decode("gb2312", "ignore") for row in rows))


def _is_chinese(character: str) -> bool:
    return any(first <= character <= last for first, last in _CHINESE)
