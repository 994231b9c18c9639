"""Words of which one character was typed by its sound: 部暑 for 部署, by the list in homophones.tsv."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from msgspec import Struct

from drafter.speech.words import word_lengths

# Signs that stand for themselves in speech: deeds, things, and what they are like.
_FREE = frozenset(
    "收看听说讲写读走跑来去进出开关打拿放给送拉推挖修补建拆搬装卸买卖交借还付欠赔罚奖管查验测试报停等守盯抓办做干种割"
    "排浇喂养烧煮吃喝睡住坐站躺生死病治救护堵淹漏塌裂断接连分合加减增降升涨落起问答教学考评选投举抬扛背抱牵带领派调换改变"
    "叫喊哭笑怕爱恨想记忘懂人钱粮水电气油煤火灰土泥沙石山河江湖海渠堤坝库井泵线路桥车船房屋楼墙门窗床灯厂矿店铺村镇乡县"
    "区市省国家户校班院所局厅处科股室组队饭菜米面肉蛋奶鸡鸭猪牛羊鱼虾虫草树林果花茶药针血心眼手脚头腿腰脸嘴牙书纸笔章表"
    "账卡证票单钟年月日天晚早春夏秋冬雨雪风雷冰虚实大小多少高低长短宽窄厚薄深浅快慢新旧好坏轻重远近冷热湿脏净乱齐满空忙"
    "闲难易贵贱穷富老幼强弱哪那谁就才又再都把被让在到从向对和与或的地得了着过里外是座克博硕认"
)
# What any verb may stand behind, 最耗人, and what may stand behind any: 减到.
_DEGREES, _REACHED = "最很太更越", "到"
# How much of a line around a place is cut into words.
_REACH = 12


class Misheard(Struct, frozen=True):
    """What stands from ``start`` to ``end`` of a text, and the ``word`` that was probably meant.

    ``is_sure`` is False where the sign may well be a word of its own: 修到厂 is no 到场.
    """

    start: int
    end: int
    word: str
    is_sure: bool = True


class _Slot(Struct, frozen=True, gc=False):
    """A word, and the characters that stand by mistake for the one at ``place``."""

    word: str
    place: int
    signs: str


def _lines_of(name: str) -> Iterator[str]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


@lru_cache(maxsize=1)
def _common_words() -> frozenset[str]:
    """Return the usual words of two characters."""
    return frozenset(
        line[at : at + 2] for line in _lines_of("common_words.txt") for at in range(0, len(line), 2)
    )


@lru_cache(maxsize=1)
def _slots() -> tuple[dict[str, list[_Slot]], dict[str, list[_Slot]]]:
    """Return the slots by the character in front of them; those at the front by the one behind."""
    in_front: dict[str, list[_Slot]] = defaultdict(list)
    behind: dict[str, list[_Slot]] = defaultdict(list)
    for line in _lines_of("homophones.tsv"):
        word, *columns = line.split("\t")
        for place, signs in enumerate(columns):
            index, neighbour = (in_front, word[place - 1]) if place else (behind, word[1])
            if signs:
                index[neighbour].append(_Slot(word, place, signs))
    return dict(in_front), dict(behind)


@cache
def _by_sign(neighbour: str, is_front: bool) -> dict[str, list[_Slot]]:
    """Return the slots beside ``neighbour`` by what is typed in them."""
    found: dict[str, list[_Slot]] = {}
    for slot in _slots()[0 if is_front else 1].get(neighbour, ()):
        for sign in slot.signs:
            found.setdefault(sign, []).append(slot)
    return found


def misheard_in(text: str) -> Iterator[Misheard]:
    """Yield what is no word of a text, and sounds like one."""
    end = 0
    for place, (first, second) in enumerate(zip(text, text[1:], strict=False)):
        slots = _by_sign(first, True).get(second, ()), _by_sign(second, False).get(first, ())
        if not (slots[0] or slots[1]):
            continue
        starts = [(place + 1 - slot.place, slot) for slot in slots[0]] + [(place, slot) for slot in slots[1]]
        for start, slot in sorted(starts, key=lambda one: -len(one[1].word)):
            # 1280座在地里: what is counted ends there.
            ends_in_front = start > 0 and text[start - 1].isdigit()
            # 排好班: what is done well is 排, and 班 is its object.
            ends_in_front = ends_in_front or (text[start] == "好" and start > 0 and text[start - 1] in _FREE)
            if (
                start >= end
                and not ends_in_front
                and not _is_built(text[start : start + len(slot.word)], slot.place)
                and _stands_at(slot, text, start)
                and _is_no_word(text, start, len(slot.word))
            ):
                end = start + len(slot.word)
                typed = text[start + slot.place]
                yield Misheard(start, end, slot.word, len(slot.word) > 2 or typed not in _FREE)
                break


def _is_built(typed: str, place: int) -> bool:
    """Return whether a word of degree with its verb stands here, or a verb with what it reached."""
    return (typed[0] in _DEGREES and place == 1) or (
        typed[-1] == _REACHED and place == 0 and typed[0] in _FREE
    )


def _stands_at(slot: _Slot, text: str, start: int) -> bool:
    place = start + slot.place
    return (
        start >= 0
        and len(text) >= start + len(slot.word)
        and text.startswith(slot.word[: slot.place], start)
        and text.startswith(slot.word[slot.place + 1 :], place + 1)
    )


def _is_no_word(text: str, start: int, length: int) -> bool:
    """Return whether a place is no end of other words: neither of usual ones, nor as the text is cut."""
    end = start + length
    return not overlaps_usual_word(text, start, end) and _ends_with_words(text, start, end)


def overlaps_usual_word(text: str, start: int, end: int) -> bool:
    """Return whether a usual word begins or ends inside the characters from ``start`` to ``end``."""
    usual = _common_words()
    return text[max(start - 1, 0) : start + 1] in usual or text[end - 1 : end + 1] in usual


def _ends_with_words(text: str, start: int, end: int) -> bool:
    position = max(start - _REACH, 0)
    inside = []
    for size in word_lengths(text[position : end + _REACH]):
        if position < end and position + size > start:
            inside.append((position, position + size))
        position += size
    return inside[0][0] == start and inside[-1][1] == end
