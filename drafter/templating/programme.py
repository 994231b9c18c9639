"""The programme of a meeting: the items before the speech, the speech, the items after it.

Notice, agenda, host script and press release print it, so all of them agree.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup, escape
from msgspec import Struct
from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.head.done import as_done
from drafter.models.kind import UsualItem
from drafter.speech.numbering import chinese
from drafter.templating.blanks import Blanks
from drafter.templating.filters import fill, names, to_do
from drafter.templating.values import View

# The parameters that a template asks for when it names the programme.
USES = ("meeting.agenda", "meeting.afterwards")

# What somebody is called upon to do: 作交流发言, and not 颁奖, 播放专题片.
_CALLED_UPON = re.compile(
    "发言|讲|说|介绍|通报|汇报|报告|宣读|宣布|致辞|致词|表态|点评|传达|总结|部署|布置|反馈|述职|要求|意见|小结|作了"
)
# What is between those who meet, and no news: 整改发言, 讲了问责纪律.
_INTERNAL = re.compile(
    "整改|不良|问责|考核|投诉|违纪|违规|问题|排名|名次|检讨|检查|检视|纪律|行风|红包|扣|案例|合影|散会"
)
# Speeches, among what else is done: 提要求, 作总结.
_SAID = re.compile("讲|[总小]结|要求|致辞|部署|布置|强调|最后说")

# What somebody gives: 作交流发言 on the programme is 交流发言 in a list.
TALKS = ("发言", "讲话", "报告", "汇报")


class Item(Struct, frozen=True):
    """An item of the programme.

    ``who`` does ``what`` (作交流发言), or ``did`` it (作了交流发言). A list calls it ``name``
    (交流发言); ``line`` is who and what in one. ``people`` are those whom the YAML names; ``in_turn`` says
    that each of them speaks, ``is_internal`` that it is no news, ``is_said`` that it is said and not done,
    ``by_chair`` that whoever reads the host script does it himself.
    ``number`` counts from 1, ``ordinal`` is the same in Chinese.
    """

    who: Markup
    what: Markup
    did: Markup
    name: Markup
    people: tuple[Any, ...] = ()
    in_turn: bool = False
    is_internal: bool = False
    is_said: bool = False
    is_speech: bool = False
    by_chair: bool = False
    number: int = 0
    ordinal: str = ""
    line: Markup = Markup("")


class Programme(Struct, frozen=True):
    """All ``items`` in their order, and those ``before`` and ``after`` the speech.

    ``by_chair`` tells whether whoever is in the chair has words of his own after the speech.
    """

    items: tuple[Item, ...]
    before: tuple[Item, ...]
    after: tuple[Item, ...]
    by_chair: bool = False


def programme_of(meeting: View, speaker: View, usual: Iterable[UsualItem], blanks: Blanks) -> Programme:
    """Return the programme of ``meeting``, with the ``usual`` items if the YAML gives none."""
    if meeting.agenda.unknown:
        before = [_usual(item, meeting.agenda.path, blanks) for item in usual]
    else:
        before = [_given(item) for item in meeting.agenda]
    after = [_given(item, str(meeting.chair.name or "")) for item in meeting.afterwards]
    found = [*before, _speech(speaker), *after]
    items = tuple(
        replace(item, number=number, ordinal=chinese(number), line=item.who + item.what)
        for number, item in enumerate(found, 1)
    )
    behind = items[len(before) + 1 :]
    by_chair = any(item.by_chair and item.is_said for item in behind)
    return Programme(items, items[: len(before)], behind, by_chair)


def calling_speech(programme: Programme, word: str) -> Programme:
    """Return a programme on which the speech is called by a ``word`` of its own: 致辞."""
    said = Markup(word)
    items = (
        replace(each, what=said, did="作了" + said, name=said, line=each.who + said)
        if each.is_speech
        else each
        for each in programme.items
    )
    return replace(programme, items=tuple(items))


def _given(item: View, chair: str = "") -> Item:
    """Return what an item of the YAML says; ``chair`` is the name of whoever is in the chair."""
    who = names(item.who) if item.who else item.who.at(0) if _CALLED_UPON.search(str(item.did)) else ""
    done = to_do(item.did)
    what, name = escape(item.item or _what(done)), escape(item.item or _name(done))
    in_turn = len(item.who) > 1 and "发言" in what
    internal = bool(_INTERNAL.search(str(item.did)))
    told = as_done(str(item.did))
    # What follows the speech stands in the YAML as it will be done.
    did = escape(item.did if told == str(item.did) else told)
    said = bool(_SAID.search(str(item.did)))
    by_chair = bool(chair) and chair in str(who)
    return Item(escape(who), what, did, name, tuple(item.who), in_turn, internal, said, by_chair=by_chair)


def _usual(item: UsualItem, path: str, blanks: Blanks) -> Item:
    """Return what an item of the kind says; its blanks are those of the value missing at ``path``."""
    found = {name: blanks.named(name, path) for name in item.blanks()}
    done = to_do(item.did)
    what, name, did = (fill(words, **found) for words in (_what(done), item.item or _name(done), item.did))
    return Item(escape(found[item.who]), what, did, name)


def _what(done: Any) -> Any:
    """Return the words in which somebody is asked to do it: 请他发言, not 请他作发言."""
    words = str(done)
    return words.replace("作", "", 1) if words in ("作发言", "作讲话", "分别作发言") else done


def _name(done: Any) -> Any:
    """Return what a list calls the item: 交流发言, not 作交流发言."""
    words = str(done)
    return words[1:] if words.startswith("作") and words.endswith(TALKS) else _what(done)


def _speech(speaker: View) -> Item:
    who = Markup("").join([speaker.post, speaker.name, "同志"])
    return Item(who, Markup("讲话"), Markup("作了讲话"), Markup("讲话"), is_speech=True)
