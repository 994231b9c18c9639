"""What a YAML gives to compose from: its facts, wishes and blanks, and what it says of the meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from drafter.facts.cut.spaces import with_commas
from drafter.facts.given import links_of
from drafter.facts.given_sheet import sheet_of
from drafter.facts.sheet import Fact, FactType, IntentKind, Sheet
from drafter.facts.types.order import COMMA
from drafter.i18n.text import count_spoken
from drafter.models.parameters import Parameters, has_facts
from drafter.models.parts import Point
from drafter.models.paths import is_running_text, paths_in, value_at
from drafter.templating.compose.material import Material, material_of
from drafter.templating.compose.plan.retyping import among_tasks, retyped
from drafter.templating.sheet_parameters import USUAL_KIND, parameters_of_sheet

# How much of the usual length a depth has.
SHARES = {"brief": 0.7, "full": 1.3}
# How many characters a line of prose is taken to have.
LINE_OF_PROSE = 60


def material_of_sheet(sheet: Sheet) -> Material:
    """Return what the YAML of a task sheet gives to compose from: the facts have its paths as ids."""
    return material_of_parameters(parameters_of_sheet(sheet, sheet.kind or USUAL_KIND))


def material_of_parameters(parameters: Parameters) -> Material:
    """Return what the YAML of a meeting gives to compose from."""
    sheet, style = sheet_of(parameters), parameters.style
    sheet = replace(
        sheet,
        # Loose words are told from here on as written ones; each sign keeps its place.
        facts=tuple(
            replace(f, text=with_commas(f.text))
            for f in among_tasks(_with_praised([retyped(each, sheet.kind) for each in sheet.facts], sheet))
        ),
        intents=tuple(replace(wish, text=with_commas(wish.text)) for wish in sheet.intents),
    )
    material = material_of(sheet, links_of(parameters, sheet.facts))
    return replace(
        material,
        kind=parameters.kind,
        visits=f"看了{'、'.join(parameters.visits).removeprefix('了')}" if parameters.visits else "",
        minutes=style.minutes,
        rate=style.rate,
        share=SHARES.get(style.depth or "", 1.0),
        taken=sum(_written(parameters)),
        points=tuple(_points_with_facts(parameters)),
        guests=parameters.guests,
        on_behalf=parameters.on_behalf,
    )


def _with_praised(facts: Sequence[Fact], sheet: Sheet) -> list[Fact]:
    """Return facts, as what went well those that the leader praises, and what those said whom he praises.

    They are no request, no fault, and no task, unless somebody is to do it by a day.
    """
    praises = [wish for wish in sheet.intents if wish.kind is IntentKind.PRAISE]
    names = tuple(word for wish in praises for word in wish.words if len(word) > 1)
    about = {id_ for wish in praises for id_ in wish.about}
    # A wish with words of its own may praise one place of several: 最低的临湖区6.9%.
    whole = {id_ for wish in praises if not wish.words for id_ in wish.about}
    # What a sentence tells in front of what is praised is praised with it.
    about |= {one.id for one, two in pairwise(facts) if two.id in about and two.sign and two.sign in COMMA}
    wells = {
        f.id
        for f in facts
        if (f.type is FactType.REQUEST and (f.text.startswith(names) or f.id in about))
        or (f.type is FactType.PROBLEM and f.id in whole)
        or (f.type is FactType.TASK and f.id in about and not (f.by or f.owners))
    }
    return [replace(f, type=FactType.ACHIEVEMENT) if f.id in wells else f for f in facts]


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
