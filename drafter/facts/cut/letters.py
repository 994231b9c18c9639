"""Rows that single letters mark: a 前任站长, b. 两名会计; and the wishes that name a row by its letter."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.sheet import Fact, Intent, IntentKind

_ROW = re.compile(r"^[ \u3000]*(?P<letter>[A-Za-z])(?P<sign>[ \u3000.、)）])(?=[ \u3000]*\S)", re.MULTILINE)
# e条, 第b项, c条里城西的
_NAMED = re.compile(
    "第?(?P<letter>[A-Za-z])(?:(?:[这那]?[一两三几]?[条项款行点])(?:(?:里|中)[面头]?的?(?P<part>..+))?)?"
)
_OF_TELLING = re.compile("[讲说提点念报写碰]")


def with_letters(text: str) -> str:
    """Return the text, as long as before, with a sign behind each letter that marks a row: a、前任站长.

    A letter and a blank may open the words of a row (A 类企业); it is a mark where the row before or behind
    has the letter before or the next.
    """
    rows = list(_ROW.finditer(text))
    letters = [ord(row["letter"]) for row in rows]
    for index, row in enumerate(rows):
        letter = letters[index]
        if letter - 1 in letters[:index][-1:] or letter + 1 in letters[index + 1 : index + 2]:
            at = row.start("sign")
            text = f"{text[:at]}、{text[at + 1 :]}"
    return text


def of_row(wish: Intent, facts: Sequence[Fact], text: str) -> Intent:
    """Return a wish about rows named by their letters, as one about what these rows tell: e条不点."""
    rows = {word: _row_named(word, facts, text) for word in wish.words}
    if not any(rows.values()):
        return wish
    if wish.kind is IntentKind.AVOID and not _OF_TELLING.search(wish.text):
        # e条不能定性: how it is to be told, and not that it is left out.
        return replace(wish, kind=IntentKind.OTHER, words=())
    told = (_told_of(word, rows[word]) for word in wish.words)
    return replace(wish, words=tuple(chain.from_iterable(told)))


def _told_of(word: str, row: Sequence[Fact]) -> list[str]:
    """Return what a wish is about that names a row, or a part of it: c条里城西的."""
    named = _NAMED.fullmatch(word) if row else None
    if named is None:
        return [word]
    return [named["part"]] if named["part"] else [fact.text.partition("，")[0] for fact in row]


def _row_named(word: str, facts: Sequence[Fact], text: str) -> list[Fact]:
    """Return the facts of the row that a word names by its letter, none for all other words."""
    named = _NAMED.fullmatch(word)
    row = re.search(rf"^[ \u3000]*{named['letter']}、.*$", text, re.MULTILINE) if named else None
    return [fact for fact in facts if row and row.start() <= fact.place.start < row.end()]
