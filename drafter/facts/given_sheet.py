"""A meeting's YAML as the sheet that it might have been read from."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from drafter.facts.given import blanks_of, facts_of, intents_of
from drafter.facts.sheet import NOWHERE, Meeting, Sheet, Speaker, Step, When, Words
from drafter.models.meeting import AgendaItem
from drafter.models.parameters import Parameters


def sheet_of(parameters: Parameters) -> Sheet:
    """Return what a YAML gives as a sheet; the ids of facts are their paths, places lead nowhere.

    The kind is the id of the library, the level that of the YAML.
    """
    given = parameters.meeting
    facts = facts_of(parameters)
    return Sheet(
        kind=parameters.kind,
        level=given.level or "",
        body=given.region or given.host or "",
        meeting=_meeting(parameters),
        speaker=_speaker(parameters),
        before=tuple(_steps(given.agenda or ())),
        after=tuple(_steps(given.afterwards)),
        facts=facts,
        intents=intents_of(parameters, facts),
        blanks=blanks_of(parameters, facts),
        notes=tuple(_words(note) for note in parameters.notes),
    )


def _meeting(parameters: Parameters) -> Meeting:
    given = parameters.meeting
    branches = "、".join(given.branch_venues)
    return Meeting(
        name=_words(given.name),
        date=_day(given.date) if given.date else None,
        time=When(given.time, NOWHERE, "clock") if given.time else None,
        venue=_words(given.venue) if given.venue else None,
        mode=_words(given.mode) if given.mode else None,
        main_venue=_words(given.main_venue) if given.main_venue else None,
        branch_venues=_words(branches) if branches else None,
        attendance=tuple(map(_words, given.attendance)),
        absent=tuple(map(_words, given.absent)),
        visits=tuple(map(_words, parameters.visits)),
        host=_words(given.chair.post or given.chair.name or "")
        if given.chair.post or given.chair.name
        else None,
        organiser=_words(given.host) if given.host else None,
    )


def _speaker(parameters: Parameters) -> Speaker:
    given, minutes = parameters.speaker, parameters.style.minutes
    posts = tuple(filter(None, (given.post or "").split("、")))
    text = f"{given.post or ''}{given.name or ''}"
    return Speaker(given.name or "", posts, text, None, round(minutes) if minutes else None)


def _steps(items: Iterable[AgendaItem]) -> Iterable[Step]:
    for item in items:
        who, does = "、".join(item.who), item.item or (item.did or "").replace("了", "", 1)
        if who or does:
            yield Step(who, does, who + does, NOWHERE)


def _day(day: datetime.date) -> When:
    text = f"{day.year}年{day.month}月{day.day}日"
    return When(text, NOWHERE, "day", start=day, end=day)


def _words(text: str) -> Words:
    return Words(text, NOWHERE, text)
