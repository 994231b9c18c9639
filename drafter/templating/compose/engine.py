"""From a sheet to a composition: plan, points, moves, length, passages, report."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from msgspec.structs import replace

from drafter.facts.sheet import Intent, IntentKind, Sheet
from drafter.templating.compose.around.beginning import begun, opens_with
from drafter.templating.compose.around.ceremonies import thanks_first
from drafter.templating.compose.around.front import byline_of, date_of, salutation_of, title_of
from drafter.templating.compose.around.headings import in_step, part_heading, point_headings
from drafter.templating.compose.around.occasion import farewell, greeting
from drafter.templating.compose.around.opening import opening
from drafter.templating.compose.around.passages import (
    attending,
    closing,
    kept_words,
    roadmap,
)
from drafter.templating.compose.around.schedule import nearest, said_again, schedule
from drafter.templating.compose.around.titles import of_tasks, with_subject
from drafter.templating.compose.comments.choice import Chooser
from drafter.templating.compose.comments.frames import load_frames
from drafter.templating.compose.comments.left_open import place_blanks
from drafter.templating.compose.comments.length import most_hollow
from drafter.templating.compose.comments.moves import told
from drafter.templating.compose.comments.stressing import lay_weight
from drafter.templating.compose.comments.told import Told
from drafter.templating.compose.composition import (
    Composition,
    Paragraph,
    Report,
    length_of,
    sentence,
)
from drafter.templating.compose.given import material_of_sheet
from drafter.templating.compose.laying import laid_out, section_of, spoken_in, to_length
from drafter.templating.compose.material import WARM, WARNING, Material
from drafter.templating.compose.plan.plan import PartPlan, planned
from drafter.templating.compose.plan.points import Group
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.plan.statements import statements_of
from drafter.templating.compose.plan.units import units_of
from drafter.templating.compose.report import report_of
from drafter.templating.compose.wishes.addressing import addresses
from drafter.templating.compose.wishes.deeds import Deed, deeds_of, honour, told_apart
from drafter.templating.compose.wishes.fairness import say_beside
from drafter.templating.compose.wishes.last_look import without_asides
from drafter.templating.compose.wishes.passing import in_passing, passing
from drafter.templating.compose.wishes.plainness import talks_plainly
from drafter.templating.compose.wishes.praising import praise_facts
from drafter.templating.compose.wishes.thanking import praise, stressed_stories, thanks
from drafter.templating.compose.wishes.together import praised_together
from drafter.templating.compose.words.labels import labels_of, phrases_of

# Whom the leader wants spoken to is on the scene.
_TO_PEOPLE = (IntentKind.ADDRESS, IntentKind.THANKS, IntentKind.PRAISE)


def compose(sheet: Sheet, *, variation: int = 0, folders: tuple[Path, ...] = ()) -> Composition:
    """Return the speech that the facts of a sheet make. Equal input gives equal output.

    ``variation`` chooses other frames; ``folders`` of templates have frames besides the built-in ones.
    """
    return compose_material(material_of_sheet(sheet), variation=variation, folders=folders)


def _with_road(
    front: list[Paragraph],
    parts: Sequence[PartPlan],
    phrases: Sequence[Sequence[str]],
    headings: Sequence[tuple[str, list[str]]],
    material: Material,
    chooser: Chooser,
) -> list[Paragraph]:
    """Return the opening with a sentence on what is to come: the points, or how many parts."""
    if material.taken or talks_plainly(material.intents):
        # What the YAML writes itself may be headed and counted otherwise; who talks plainly counts no points.
        return front
    pointed = ((part.groups, its) for part, its in zip(parts, phrases, strict=True) if part.groups)
    # A warning has its case first, and no list of what is to be done.
    labels = next((labels_of(groups, its) for groups, its in pointed if material.kind != WARNING), [])
    if (road := roadmap(labels, [title for title, _points in headings if title], chooser)) is None:
        return front
    return [(*(front[-1] if front else ()), road)] if len(front) < 2 else [*front[:-1], (*front[-1], road)]


def compose_material(
    material: Material, *, variation: int = 0, folders: tuple[Path, ...] = ()
) -> Composition:
    """Return the speech that facts, links and wishes make."""
    target = material.target
    chooser = _chooser(material, variation, folders)
    statements = statements_of(material, room=chooser.room)
    chooser.most_hollow = most_hollow(material, len(statements))
    begins = begun(statements, material)
    opens = [s for s in opens_with(statements, material) if s not in begins]
    free = [s for s in statements if s not in (*begins, *opens) and not material.point_of(s.ids[0])]
    deeds = praised_together(deeds_of(free, material), material)
    apart = [*told_apart(deeds, material), *passing(free, material)]
    first = _begun(begins, material, chooser)
    parts = planned([s for s in free if s not in apart], material, chooser.frames)
    own_points = _own_points(statements, material)
    in_parts = [s for part in (*parts, own_points) for s in part.all()]
    near = nearest(in_parts, material)
    front = opening(material, chooser, greeting(material, chooser), opens, first, near)
    again = said_again([group for part in parts for group in part.groups], material)
    back = closing(material, chooser, farewell(material, chooser), again)
    phrases = [phrases_of(part.groups, material) for part in parts]
    headings = _headings(parts, phrases, material, chooser, near.facts if near is not None else ())
    laid = [
        laid_out(part, titles, material, chooser)
        for part, (_title, titles) in zip(parts, headings, strict=True)
    ]
    laid_own = laid_out(own_points, [group.name for group in own_points.groups], material, chooser)
    everything = [*laid_own.all(), *(p for each in laid for p in each.all())]
    all_told = [t for p in everything for t in p]
    met = _said_at_facts(deeds, all_told, material, chooser)
    unmet = replace(material, intents=tuple(i for i in material.intents if i not in met))
    told_later = [d for d in deeds if d.statements[0] in apart]
    passages = [*kept_words(material, met), *_passages(statements, in_parts, unmet, chooser, told_later)]
    place_blanks(all_told, material)
    if thanks_first(unmet):
        front[1:1] = thanks(statements, unmet, chooser, told_later)
    front = _with_road(front, parts, phrases, headings, material, chooser)
    titles = [title for heading, points in headings for title in (heading, *points)]
    around = length_of([*front, *passages, *back]) + sum(map(len, titles))
    passages += to_length(laid, everything, target - around, material, chooser)
    composition = replace(
        _bare(material),
        opening=tuple(front),
        sections=tuple(section_of(each, *heading) for each, heading in zip(laid, headings, strict=True)),
        passages=tuple(passages),
        closing=tuple(back),
        own=section_of(laid_own, "", ["" for _group in own_points.groups]).points,
    )
    return _reported(without_asides(composition), statements, titles, material)


def _said_at_facts(
    deeds: Sequence[Deed], all_told: Sequence[Told], material: Material, chooser: Chooser
) -> list[Intent]:
    """Say at their facts what wishes ask of them, praise and weight; return the wishes that this meets."""
    honoured = [*honour(deeds, all_told, chooser), *praise_facts(all_told, material, chooser)]
    lay_weight(all_told, material, chooser)
    return [*honoured, *say_beside(all_told, material)]


def _chooser(material: Material, variation: int, folders: tuple[Path, ...]) -> Chooser:
    """Return the chooser of frames, with so much room for each fact as the minutes give."""
    room = material.target / max(1, len(material.facts))
    told_as = material.kind, material.tone, variation, material.target, material.forbidden()
    told = (fact.text for fact in material.facts)
    to = (intent.text for kind in _TO_PEOPLE for intent in material.wishes(kind))
    sheet = "，".join((material.meeting, *material.attendance, *material.posts, *told, *to))
    frames = load_frames(folders)
    return Chooser(frames, *told_as, material.blamed, room, sheet, frames.subjects.of(material.meeting))


def _bare(material: Material) -> Composition:
    """Return a speech that has nothing yet but its title, who speaks, when, and to whom."""
    return Composition(
        title=title_of(material),
        speaker=byline_of(material),
        date=date_of(material),
        salutation=salutation_of(material),
        opening=(),
        sections=(),
        passages=(),
        closing=(),
        report=Report(0, 0, 0),
    )


def _begun(statements: Sequence[Statement], material: Material, chooser: Chooser) -> Paragraph:
    """Return the statements with which the speech begins, each with what weighs it where it is stressed."""
    found = [told(s, material, chooser, "begins") for s in statements]
    for each in found:
        each.stressed = any(map(material.stressed, each.statement.facts))
    lay_weight(found, material, chooser)
    leads_on = found and material.kind not in WARM
    return (*spoken_in(found), *([sentence("今天的话，就从这里说起。", (), "link")] if leads_on else []))


def _passages(
    statements: Sequence[Statement],
    in_parts: Sequence[Statement],
    material: Material,
    chooser: Chooser,
    deeds: Sequence[Deed],
) -> list[Paragraph]:
    """Return what is said behind the parts: thanks, words to those named, the days ahead."""
    return [
        *stressed_stories(chooser, deeds),
        *([] if thanks_first(material) else thanks(statements, material, chooser, deeds)),
        *praise(material, chooser, deeds),
        *addresses(material, chooser, deeds),
        *attending(material, chooser),
        *in_passing(statements, material),
        *schedule(in_parts, material, chooser),
    ]


def _reported(
    composition: Composition, statements: Sequence[Statement], titles: Sequence[str], material: Material
) -> Composition:
    """Return a speech with the report on its facts, wishes and length."""
    size = length_of(composition.paragraphs()) + sum(map(len, titles))
    report = report_of(
        material, statements, tuple(composition.sentences()), size, material.target, material.rate,
        [title for title in titles if title], _points_of(composition), len(composition.sections),
    )  # fmt: skip
    return replace(composition, report=report)


def _points_of(composition: Composition) -> list[Paragraph]:
    """Return the sentences of each point."""
    points = (*composition.own, *(p for section in composition.sections for p in section.points))
    return [tuple(s for paragraph in point.paragraphs for s in paragraph) for point in points]


def _own_points(statements: Sequence[Statement], material: Material) -> PartPlan:
    """Return the points of the YAML that have facts of their own, each with all of them."""
    found: dict[str, list[Statement]] = {}
    for statement in statements:
        if path := material.point_of(statement.ids[0]):
            found.setdefault(path, []).append(statement)
    groups = [Group(units_of(those), name=path) for path, those in found.items()]
    return PartPlan("own", "points", groups=groups)


def _headings(
    parts: Sequence[PartPlan],
    phrases: Sequence[Sequence[str]],
    material: Material,
    chooser: Chooser,
    told: Collection[str],
) -> list[tuple[str, list[str]]]:
    """Return the title of each part and the headings of its points, for which it has ``phrases``.

    ``told`` are the ids of the facts that the opening names.
    """
    taken: set[str] = set()
    names = in_step(
        [
            part_heading(part, material, chooser.frames, taken) if part.heading is None else part.heading
            for part in parts
        ]
    )
    each = zip(names, parts, phrases, strict=True)
    headed = [of_tasks(name, part, its, material, chooser, told) for name, part, its in each]
    titles = with_subject(headed, material)
    points = [point_headings(part.groups, its) for part, its in zip(parts, phrases, strict=True)]
    return list(zip(titles, points, strict=True))
