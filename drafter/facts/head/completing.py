"""What the head of a sheet does not tell itself: who speaks, his whole name, what the meeting is called.

They are taken from the agenda, the notes and the first lines once all of the sheet is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.cues import pattern
from drafter.facts.cut.text import SheetText
from drafter.facts.head.fields import CALLED, POST_IS_NAME, find_named
from drafter.facts.head.meeting import Header
from drafter.facts.head.meeting_name import FIRST_LINES, meeting_name, name_field, without
from drafter.facts.head.speakers import behind_speaker, speaker_beside
from drafter.facts.people.names import is_name, is_whole
from drafter.facts.people.persons import find_persons, whole_posts
from drafter.facts.sheet import Person, Words

# A clause, and whether it is told to be before or after the speech.
Steps = list[tuple[Clause, str]]

# 工人代表宣誓 names no meeting.
_MEETING = re.compile("(?<!开)(?:会议?|仪式|典礼|节|启动式|开幕式|闭幕式)[”》]?$")
# Where day, place and who comes have a line each, who speaks stands in one of these.
_HEAD_LINES = 14
_THEN = re.compile("(?:然后|接着|随后|最后|之后|后面|再)[由请是]?")


def completed(
    header: Header, clauses: Sequence[Clause], steps: Steps, notes: Sequence[Words], text: SheetText
) -> Steps:
    """Complete a header from the rest of the sheet; return the steps of the agenda that are left."""
    steps = _name_speaker(header, clauses, steps, notes)
    return _name_meeting(header, clauses, steps, text)


def _name_speaker(header: Header, clauses: Sequence[Clause], steps: Steps, notes: Sequence[Words]) -> Steps:
    """Take the full name of the speaker from the agenda, where the head has his surname or post only.

    Where nothing tells who speaks, a note that is a post and a name does: 董事长蔺长歌.
    """
    if header.spoken.speaker is None:
        steps = _name_speaker_beside(header, clauses, steps)
    if header.spoken.speaker is None:
        first = (c for c in clauses if c.line <= FIRST_LINES and not c.label_class)
        told: list[Words | Clause] = [*notes, *first]
        ends = {(each.place.start, each.place.end) for each in told}
        bare = (p for n in told for p in find_persons(n.text, n.place.line, n.place.start))
        if (found := next((p for p in bare if (p.place.start, p.place.end) in ends), None)) is not None:
            header.name_speaker(found)
    if header.spoken.speaker is None:
        header.spoken.speaker = _called(notes)
    for clause, _side in steps:
        header.spoken.complete_by_step(clause)
    return _name_from_remarks(header, clauses, steps)


def _called(notes: Sequence[Words]) -> Person | None:
    """Return whom a note names in full, with his posts behind: 杨董大名杨九如，董事长."""
    for note, behind in zip_longest(notes, notes[1:]):
        called = CALLED.fullmatch(note.text)
        name = (called[1] or called[2]) if called else ""
        if is_name(name):
            return Person(name, whole_posts(behind.text) if behind else (), note.place, note.text)
    return None


def _name_speaker_beside(header: Header, clauses: Sequence[Clause], steps: Steps) -> Steps:
    """Take who speaks, and how long, from one of the first lines that tells other things as well."""
    found = speaker_beside([clause for clause in clauses if clause.line <= _HEAD_LINES])
    if found is None:
        return steps
    person, beside = found
    header.name_speaker(person)
    header.spoken.take_minutes(beside)
    return [
        (behind_speaker(clause, person) if clause.place == beside.place else clause, side)
        for clause, side in steps
    ]


def _name_from_remarks(header: Header, clauses: Sequence[Clause], steps: Steps) -> Steps:
    """Take the full name of a speaker of whom only a remark has it: 夏主任就是我们办事处主任夏静波.

    Where the sheet has his post alone, 厂长, one of the first lines names him.
    """
    known = header.spoken.speaker
    if known is None or is_whole(known.name):
        return steps
    for clause in clauses:
        if known.name or clause.line <= FIRST_LINES:
            # 然后魏雨桐主任讲
            then = _THEN.match(clause.text)
            start = then.end() if then else 0
            for person in find_persons(clause.text[start:], clause.line, clause.start + start):
                header.spoken.complete(person)
        whole = is_name(clause.text) and not pattern("post-end").search(clause.text)
        if known.name and whole and clause.text.startswith(known.name):
            # 邬院长。邬孟秋，党委副书记
            header.spoken.complete(Person(clause.text, known.posts, clause.place, clause.text))
        if named := POST_IS_NAME.fullmatch(clause.text):
            # 局长叫宋怀远, behind the steps of the agenda, is none.
            header.spoken.complete(find_named(named, clause))
            steps = _without(clause, steps)
    return steps


def _name_meeting(header: Header, clauses: Sequence[Clause], steps: Steps, text: SheetText) -> Steps:
    """Take the name of the meeting from one of the first lines that went elsewhere.

    新院区揭牌启用仪式 reads like a step of the agenda.
    """
    first = [c for c in clauses if c.line <= FIRST_LINES and c.label_class in ("", "when")]
    named = [c for c in first if _may_name(without(c.text, text.whens_in(c)))]
    if "name" in header.words or not named:
        return steps
    longest = max(named, key=lambda clause: len(clause.text))
    header.add("name", longest, text.whens_in(longest))
    return _without(longest, steps)


def _may_name(bare: str) -> bool:
    """Whether a clause without its days names a meeting: 这周六在老祠堂开会 tells only where it is."""
    return bool(name_field(bare)) and _MEETING.search(meeting_name(bare)) is not None


def _without(taken: Clause, steps: Steps) -> Steps:
    return [(clause, side) for clause, side in steps if clause.place != taken.place]
