"""What is asked of every update: nothing of the person's is lost, nothing untouched is out of date."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from lxml import etree

from drafter.merge.update import Update
from drafter.models.parameters import Parameters
from drafter.models.paths import key_of

from .belongings import belongings, comments
from .changes import add_item, add_part, drop_item, drop_part, move_item, restyle
from .edits import (
    add_paragraph,
    embolden,
    move_paragraph,
    move_section,
    split_runs,
)
from .objects import comment, copy_control, insert_picture, nest_control, put_in_box
from .opened import (
    BODY,
    COMMENTS,
    PROPERTIES,
    Opened,
    members,
    number_of,
    said,
    shown,
    tag,
    tag_in,
    text_of,
    typed_in,
)
from .revising import accepted, rejected
from .scripts import Script, brought, document, edited, written
from .values import fill, retype

# How a paragraph may be numbered.
_ORDINAL = re.compile(
    "^[一二三四五六七八九十0-9]+(要|是|、|[.．])|^第[一二三四五六七八九十]+，|^（[一二三四五六七八九十0-9]+）"
    "|^(首先|其次|再次|最后)，"
)
_START = tag("bookmarkStart")
# After these a value may have another path.
_REORDERING = {add_item, drop_item, move_item, add_part, drop_part}


def play(script: Script) -> None:
    """Do what ``script`` says, and check all that must be true of it."""
    opened, after = edited(script)
    Check(script, opened, after).run()


class Check:
    """A document brought up to date, and all that must be true of what came of it."""

    def __init__(
        self, script: Script, opened: Opened, after: Parameters, person: bytes | None = None
    ) -> None:
        self.script, self.opened, self.after = script, opened, after
        self.person = person or opened.save()
        self.fresh = document(after)
        self.edits = {edit for edit, _where, _place in script.edits}
        self.plain = brought(self.person, after)

    def run(self) -> None:
        self.conflicts_are_told()
        update = self.plain
        if self.script.choice or self.script.track:
            update = brought(self.person, self.after, self.script.choice, self.script.track)
        assert not self.script.choice or not update.findings.conflicts
        if update.document is None:
            assert self.plain.findings.conflicts or not update.findings.updated
            return
        result = accepted(update.document) if self.script.track else update.document
        self.words_that_were_typed_are_there(result)
        self.words_that_were_deleted_are_not(result, update)
        self.what_nobody_touched_is_current(result, update)
        self.what_the_yaml_left_alone_is_as_the_person_has_it(result)
        self.other_parts_are_the_same(update.document)
        self.belongings_are_there(result)
        self.nothing_is_left_to_do(update.document)
        if self.script.track:
            assert said(rejected(update.document)) == said(self.person)
            other = brought(self.person, self.after, self.script.choice) if self.script.choice else self.plain
            assert other.document is not None
            assert said(result) == said(other.document)

    def conflicts_are_told(self) -> None:
        """A value that both sides changed differently is named, and nothing is written."""
        names = {conflict.name for conflict in self.plain.findings.conflicts}
        assert not names or self.plain.document is None
        if self.edits - {fill, retype, split_runs, embolden, add_paragraph, comment, insert_picture}:
            return
        if {change for change, _where, _how in self.script.changes} & _REORDERING:
            return
        base, now, theirs = (
            values(written(self.script.draft)),
            values(self.fresh),
            values(self.person),
        )
        for name in set(self.opened.filled) & set(now):
            if base[name] != now[name] and theirs[name] - base[name]:
                assert key_of(name) in names, name

    def words_that_were_typed_are_there(self, result: bytes) -> None:
        """Every character that was typed is there, in order."""
        had, has = typed_in(said(self.person)), typed_in(said(result))
        if self.script.choice == "theirs":
            left = iter(has)
            assert all(one in left for one in had), (had, has)
        elif not self.script.choice:
            assert has == had

    def words_that_were_deleted_are_not(self, result: bytes, update: Update) -> None:
        """What was deleted does not come back, but where the YAML says it anew."""
        if self.script.choice or restyle in {change for change, _where, _how in self.script.changes}:
            return
        whole, now, found = "\n".join(said(self.person)), "\n".join(said(result)), update.findings
        new = [one.text for one in found.added] + [one.new for one in (*found.reworded, *found.updated)]
        for text in self.opened.deleted:
            if len(text) > 4 and text not in whole and not any(text in one for one in new):
                assert text not in now, text

    def what_nobody_touched_is_current(self, result: bytes, update: Update) -> None:
        """Paragraphs that nobody touched read as in a fresh draft but for ordinals, and none is missing.

        The heading of a dropped part stays, and is told, where a point under it does.
        """
        if self.script.choice == "theirs":
            return
        fresh = [without_ordinal(text) for text in said(self.fresh)]
        has = [(number_of(one), without_ordinal(text_of(one))) for one in paragraphs(result)]
        stays = [without_ordinal(moved.text) for moved in update.findings.dropped if not moved.is_done]
        kept = [str(change.new) for change in update.findings.kept]
        for number, text in has:
            if number is not None and number not in self.opened.touched and not typed_in([text]):
                # A value that a person changed stands so in new paragraphs too.
                assert text in fresh or text in stays or any(value in text for value in kept), text
        missing = Counter(fresh) - Counter(text for _number, text in has)
        assert sum(missing.values()) <= len(self.opened.touched), missing
        # What the YAML moved and a person changed stays where he has it.
        if not (self.opened.touched or self.edits & {move_paragraph, move_section, put_in_box}):
            places = [fresh.index(text) for _number, text in has if fresh.count(text) == 1]
            assert places == sorted(places)
        self.values_are_current(result)

    def values_are_current(self, result: bytes) -> None:
        """No control says what the YAML said before."""
        old, now, has = values(written(self.script.draft)), values(self.fresh), values(result)
        for name in set(has) & set(now) & set(old):
            stale = (has[name] & old[name]) - now[name]
            assert not stale or name in self.opened.filled, (name, stale)

    def what_the_yaml_left_alone_is_as_the_person_has_it(self, result: bytes) -> None:
        """A paragraph that a person changed, and the YAML did not, is as he left it."""
        if self.script.choice or self.edits & {copy_control, nest_control, put_in_box}:
            return
        fresh, has = said(self.fresh), {without_ordinal(text) for text in said(result)}
        base = {number_of(one): text_of(one) for one in paragraphs(written(self.script.draft))}
        for one in paragraphs(self.person):
            number, text = number_of(one), text_of(one)
            is_joined = (
                sum(mark.get(tag("name"), "").startswith("_drafter_") for mark in one.iter(_START)) > 1
            )
            # What an outline says once stands in a heading too.
            is_once = list(base.values()).count(base.get(number, "")) == 1
            if text != base.get(number, text) and base[number] in fresh and is_once and not is_joined:
                assert without_ordinal(text) in has, text

    def other_parts_are_the_same(self, result: bytes) -> None:
        """Nothing is changed but the text and what the document remembers."""
        had, has = members(self.person), members(result)
        assert set(had) == set(has)
        for name in had:
            if name == COMMENTS:
                self.comments_are_the_same(had[name], has[name])
            else:
                assert name in (BODY, PROPERTIES) or had[name] == has[name], name

    def comments_are_the_same(self, had: bytes, has: bytes) -> None:
        """Only drafter's own come and go, with blanks."""
        before, after = list(comments(had).items()), list(comments(has).items())
        assert [one for one in after if one in before] == [one for one in before if one in after]
        assert all('w:author="drafter"' in text for _number, text in {*before} ^ {*after})

    def belongings_are_there(self, result: bytes) -> None:
        """A person's formatting, comments, revisions and pictures are there still."""
        had, has = belongings(self.person), belongings(result)
        if self.script.choice == "ours":
            had = Counter(
                {one: number for one, number in had.items() if one[0] not in ("colour", "ins", "del")}
            )
        assert not had - has, had - has

    def nothing_is_left_to_do(self, docx: bytes) -> None:
        """Once more with the same YAML: nothing is left to do."""
        again = brought(docx, self.after, self.script.choice, self.script.track)
        assert again.document is None, again.findings
        assert not again.findings.updated and not again.findings.conflicts


def paragraphs(docx: bytes) -> list[etree._Element]:
    return list(shown(etree.fromstring(members(docx)[BODY])))


@lru_cache(maxsize=16)
def values(docx: bytes) -> dict[str, set[str]]:
    """What the controls of a document say, by their tags."""
    found: dict[str, set[str]] = {}
    for control in Opened(docx).controls():
        found.setdefault(tag_in(control), set()).add(text_of(control.find(tag("sdtContent"))))
    return found


def without_ordinal(text: str) -> str:
    return _ORDINAL.sub("", text)
