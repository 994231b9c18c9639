"""What a YAML gives to compose from: its facts, wishes and blanks, and what it says of the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.facts.given import blanks_of, facts_of, intents_of, links_of
from drafter.facts.inference import infer
from drafter.facts.sheet import Place, Step
from drafter.models.meeting import AgendaItem
from drafter.models.parameters import Parameters, has_facts
from drafter.models.parts import Point
from drafter.models.paths import is_running_text, paths_in, value_at
from drafter.templating.compose.material import Material, left_out_of, tone_of, with_further
from drafter.text import count_spoken

# How much of the usual length a depth has.
SHARES = {"brief": 0.7, "full": 1.3}
# How many characters a line of prose is taken to have.
LINE_OF_PROSE = 60
_NOWHERE = Place(0, 0, 0)


def material_of_parameters(parameters: Parameters) -> Material:
    """Return what the YAML of a meeting gives to compose from."""
    facts = facts_of(parameters)
    intents = intents_of(parameters, facts)
    links = with_further(facts, links_of(parameters, facts))
    meeting, style = parameters.meeting, parameters.style
    return Material(
        kind=parameters.kind,
        facts=facts,
        links=links,
        inferences=infer(facts, meeting.date, links),
        intents=intents,
        blanks=blanks_of(parameters, facts),
        before=_steps(meeting.agenda or ()),
        after=_steps(meeting.afterwards),
        meeting=meeting.name,
        date=meeting.date,
        mode=meeting.mode or "",
        visits=f"看了{'、'.join(parameters.visits)}" if parameters.visits else "",
        attendance=meeting.attendance,
        speaker=parameters.speaker.name or "",
        posts=tuple(re.split("[、，]", parameters.speaker.post or "")),
        minutes=style.minutes,
        tone=tone_of(parameters.kind, intents),
        left_out=left_out_of(facts, intents),
        rate=style.rate,
        share=SHARES.get(style.depth or "", 1.0),
        taken=sum(_written(parameters)),
        points=tuple(_points_with_facts(parameters)),
    )


def _steps(items: Sequence[AgendaItem]) -> tuple[Step, ...]:
    """Return the steps of an agenda that say who does what."""
    steps = (Step("、".join(item.who), item.did or item.item or "", "", _NOWHERE) for item in items)
    return tuple(step for step in steps if step.who and step.does)


def _written(parameters: Parameters) -> Iterator[int]:
    """Yield how many characters the YAML's own parts and closing have; those of facts are composed.

    A document keeps a digest of prose only: its lines count alike, or else it could not be drafted again.
    """
    for path in paths_in(parameters):
        if path.startswith(("parts[", "closing", "quotations")) and ".facts." not in path:
            text = str(value_at(parameters, path))
            yield LINE_OF_PROSE * len(text.split("\n")) if is_running_text(path) else count_spoken(text)


def _points_with_facts(parameters: Parameters) -> Iterator[str]:
    for number, part in enumerate(parameters.parts):
        yield from _below(part.points, f"parts[{number}]")


def _below(points: Sequence[Point], above: str) -> Iterator[str]:
    for number, point in enumerate(points):
        path = f"{above}.points[{number}]"
        yield from _below(point.points, path)
        if has_facts((point,)) and not has_facts(point.points):
            yield path
