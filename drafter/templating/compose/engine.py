"""From a sheet to a composition: plan, points, moves, length, passages, report."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from drafter.facts.sheet import FactType, Sheet
from drafter.templating.compose.around.front import byline_of, date_of, salutation_of, title_of
from drafter.templating.compose.around.headings import in_step, part_heading, point_headings, repeats_its_task
from drafter.templating.compose.around.occasion import farewell, greeting, leads, reflection, words_to_all
from drafter.templating.compose.around.opening import begun, opening, opens_with
from drafter.templating.compose.around.passages import (
    attending,
    closing,
    kept_words,
    roadmap,
)
from drafter.templating.compose.around.schedule import nearest, said_again, schedule
from drafter.templating.compose.around.subjects import appeal, lead_of, reasons
from drafter.templating.compose.around.titles import with_subject, with_weight
from drafter.templating.compose.comments.choice import Chooser
from drafter.templating.compose.comments.frames import load_frames
from drafter.templating.compose.comments.length import fill, length_of_told, most_hollow
from drafter.templating.compose.comments.moves import FACTUAL, Told, place_blanks, told
from drafter.templating.compose.comments.stressing import lay_weight
from drafter.templating.compose.composition import (
    Composition,
    Paragraph,
    Point,
    Report,
    Section,
    length_of,
)
from drafter.templating.compose.given import material_of_sheet
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.announcing import announce, lead, tell_through
from drafter.templating.compose.plan.paragraphs import paragraphs_of
from drafter.templating.compose.plan.plan import PartPlan, planned
from drafter.templating.compose.plan.points import Group
from drafter.templating.compose.plan.statements import Statement, is_same_story, statements_of
from drafter.templating.compose.plan.units import units_of
from drafter.templating.compose.report import report_of
from drafter.templating.compose.wishes.addressing import addresses
from drafter.templating.compose.wishes.answering import answer_requests
from drafter.templating.compose.wishes.deeds import Deed, deeds_of, honour, told_apart
from drafter.templating.compose.wishes.fairness import say_beside
from drafter.templating.compose.wishes.last_look import without_asides
from drafter.templating.compose.wishes.thanking import praise, stressed_stories, thanks
from drafter.templating.compose.words.labels import labels_of, phrases_of


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
    chooser: Chooser,
) -> list[Paragraph]:
    """Return the opening with a sentence on what is to come: the points, or how many parts."""
    pointed = ((part.groups, its) for part, its in zip(parts, phrases, strict=True) if part.groups)
    labels = next((labels_of(groups, its) for groups, its in pointed), [])
    if (road := roadmap(labels, [title for title, _points in headings if title], chooser)) is None:
        return front
    return [(*(front[-1] if front else ()), road)] if len(front) < 2 else [*front[:-1], (*front[-1], road)]


class _Laid(Struct):
    """A part that is laid out in paragraphs: those of the part, and those of each point.

    ``lead`` stands in front of them, ``reflection`` behind the last story.
    """

    part: PartPlan
    paragraphs: list[list[Told]]
    points: list[list[list[Told]]]
    lead: list[Paragraph] = []
    reflection: list[Paragraph] = []

    def all(self) -> list[list[Told]]:
        return [*self.paragraphs, *(p for point in self.points for p in point)]


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
    deeds = deeds_of(free, material)
    apart = told_apart(deeds, material)
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
        _laid(part, titles, material, chooser) for part, (_title, titles) in zip(parts, headings, strict=True)
    ]
    laid_own = _laid(own_points, [group.name for group in own_points.groups], material, chooser)
    everything = [*laid_own.all(), *(p for each in laid for p in each.all())]
    all_told = [t for p in everything for t in p]
    honoured = honour(deeds, all_told, chooser)
    lay_weight(all_told, material, chooser)
    met = [*honoured, *say_beside(all_told, material)]
    unmet = replace(material, intents=tuple(i for i in material.intents if i not in met))
    passages = _passages(statements, in_parts, unmet, chooser, [d for d in deeds if d.statements[0] in apart])
    place_blanks(all_told, material)
    if not material.taken:
        # What the YAML writes itself may be headed and counted otherwise.
        front = _with_road(front, parts, phrases, headings, chooser)
    titles = [title for heading, points in headings for title in (heading, *points)]
    around = length_of([*front, *passages, *back]) + sum(map(len, titles))
    passages += _to_length(laid, everything, target - around, material, chooser)
    composition = replace(
        _bare(material),
        opening=tuple(front),
        sections=tuple(_section(each, *heading) for each, heading in zip(laid, headings, strict=True)),
        passages=tuple(passages),
        closing=tuple(back),
        own=_section(laid_own, "", ["" for _group in own_points.groups]).points,
    )
    return _reported(without_asides(composition), statements, titles, material)


def _chooser(material: Material, variation: int, folders: tuple[Path, ...]) -> Chooser:
    """Return the chooser of frames, with so much room for each fact as the minutes give."""
    room = material.target / max(1, len(material.facts))
    told_as = material.kind, material.tone, variation, material.target, material.forbidden()
    return Chooser(load_frames(folders), *told_as, material.blamed, room)


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
    return _spoken(found)


def _passages(
    statements: Sequence[Statement],
    in_parts: Sequence[Statement],
    material: Material,
    chooser: Chooser,
    deeds: Sequence[Deed],
) -> list[Paragraph]:
    """Return what is said behind the parts: thanks, words to those named, the days ahead."""
    return [
        *kept_words(material),
        *stressed_stories(chooser, deeds),
        *thanks(statements, material, chooser, deeds),
        *praise(material, chooser, deeds),
        *addresses(material, chooser, deeds),
        *attending(material, chooser),
        *schedule(in_parts, material, chooser),
    ]


def _to_length(
    laid: Sequence[_Laid],
    everything: list[list[Told]],
    room: int,
    material: Material,
    chooser: Chooser,
) -> list[Paragraph]:
    """Say more of the facts until ``room`` characters are filled; return what is said behind the parts."""
    closes = [*words_to_all(material, chooser), *appeal(material, chooser)]
    words, missing = _with_room(closes, room - length_of_told(everything))
    missing = _lead_in(list(laid), material, chooser, missing)
    fill(everything, chooser, missing)
    for each in laid:
        if each.part.shape == "short":
            lead(each.paragraphs, chooser)
    return words


def _reported(
    composition: Composition, statements: Sequence[Statement], titles: Sequence[str], material: Material
) -> Composition:
    """Return a speech with the report on its facts, wishes and length."""
    size = length_of(composition.paragraphs()) + sum(map(len, titles))
    report = report_of(
        material, statements, tuple(composition.sentences()), size, material.target, material.rate,
        [title for title in titles if title], _points_of(composition),
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
    weighed = [with_weight(name, part, material, told) for name, part in zip(names, parts, strict=True)]
    titles = with_subject(weighed, material)
    points: list[list[str]] = []
    for part, its in zip(parts, phrases, strict=True):
        for group, phrase in zip(part.groups, its, strict=True):
            group.task_first = repeats_its_task(phrase, group)
        points.append(point_headings(part.groups, its))
    return list(zip(titles, points, strict=True))


def _laid(part: PartPlan, headings: Sequence[str], material: Material, chooser: Chooser) -> _Laid:
    """Return the paragraphs of a part, each statement with its needed sentences."""
    paragraphs = [
        [told(s, material, chooser, part.role) for s in those]
        for those in paragraphs_of(part.statements, "flowing" if part.flows else part.shape)
    ]
    answer_requests(paragraphs, material, chooser)
    points: list[list[list[Told]]] = []
    stressed = sum(group.stressed and bool(group.aims) for group in part.groups)
    for number, group in enumerate(part.groups):
        section = f"{part.role}{number}"
        those = [
            [told(s, material, chooser, section) for s in p] for p in paragraphs_of(group.statements, "point")
        ]
        if group.stressed and group.aims:
            about = _weights(headings[number] != "", alone=stressed == 1)
            those = tell_through(those, group, number, about, material, chooser, section)
        for each in (t for p in those for t in p if group.weighty):
            each.stressed = True
        points.append(those)
    laid = _Laid(part, paragraphs, points)
    for number, paragraph in enumerate(laid.all()):
        announce(paragraph, material, in_point=number >= len(paragraphs))
        for each, after in zip(paragraph, paragraph[1:], strict=False):
            each.last = after.statement.type is not each.statement.type
    return laid


def _weights(headed: bool, *, alone: bool) -> list[str]:
    """Return of what frames the lead of a stressed point may be: one that stands alone is the weightiest."""
    front = "" if headed else "无题"
    return [f"{front}独重"] if alone else [f"{front}最重"]


def _section(laid: _Laid, heading: str, headings: list[str]) -> Section:
    points = tuple(
        Point(title, tuple(_spoken(p) for p in paragraphs), _key(laid.part.groups[number]))
        for number, (title, paragraphs) in enumerate(zip(headings, laid.points, strict=True))
    )
    if points and all(group.matter for group in laid.part.groups):
        # A matter is a part, and no point of one.
        return Section(
            laid.part.role, heading, (*laid.lead, *(p for each in points for p in each.paragraphs)), ()
        )
    stories = [n for n, p in enumerate(laid.paragraphs, 1) if any(_is_story(t) for t in p)]
    behind = stories[-1] if stories else len(laid.paragraphs)
    spoken = [_spoken(p) for p in laid.paragraphs]
    told = (*laid.lead, *spoken[:behind], *laid.reflection, *spoken[behind:])
    return Section(laid.part.role, heading, told, points)


def _is_story(told_: Told) -> bool:
    return told_.statement.type is FactType.CASE


def _with_room(paragraphs: Sequence[Paragraph], missing: int) -> tuple[list[Paragraph], int]:
    """Return the paragraphs for which there is room, and what is still missing then."""
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        size = length_of([paragraph])
        if size * 2 <= missing:
            found.append(paragraph)
            missing -= size
    return found, missing


def _lead_in(laid: Sequence[_Laid], material: Material, chooser: Chooser, missing: int) -> int:
    """Put words in front of the parts, and behind their stories; return what is still missing then."""
    for each in laid:
        if stories := [t.statement for p in each.paragraphs for t in p if _is_story(t)]:
            each.reflection, missing = _with_room(reflection(material, chooser, stories), missing)
            break
    for each in laid:
        each.lead, missing = _with_room(leads(material, chooser, each.part.number), missing)
    return _lead_in_subject(laid, material, chooser, missing)


def _lead_in_subject(laid: Sequence[_Laid], material: Material, chooser: Chooser, missing: int) -> int:
    """Put what the subject gives to say in front of the parts; return what is still missing then."""
    for number, each in enumerate(laid):
        if number == 0:
            told = reasons(material, chooser, missing)
        elif each.points:
            told = lead_of("how", material, chooser, missing)
        else:
            told = lead_of("hold", material, chooser, missing) if each.part.shape == "short" else ()
        each.lead += [told] if told else []
        missing -= length_of([told])
    return missing


def _key(group: Group) -> str:
    return group.name or group.statements[0].key


def _spoken(paragraph: Sequence[Told]) -> Paragraph:
    """Return the sentences of a paragraph; what is said about a story stands behind its end."""
    stories: list[list[Told]] = []
    for each in paragraph:
        if stories and is_same_story(stories[-1][-1].statement, each.statement):
            stories[-1].append(each)
        else:
            stories.append([each])
    whole = ([said for each in story for said in each.spoken()] for story in stories)
    return tuple(
        said
        for sentences, story in zip(whole, stories, strict=True)
        for said in sorted(sentences, key=lambda s: len(story) > 1 and s.function not in FACTUAL)
    )
