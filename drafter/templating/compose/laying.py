"""A part as it is laid out: its paragraphs and points, told to their length, with what leads into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from drafter.facts.kinship.forms import OF_THE_REST
from drafter.facts.sheet import AIMS, FactType
from drafter.facts.wishes.wish_ends import ends_shortly, leaves_end
from drafter.templating.compose.around.occasion import leads, reflection, words_to_all
from drafter.templating.compose.around.subjects import appeal, lead_of, reasons, subjects_of, weighty_subjects
from drafter.templating.compose.comments.choice import Chooser
from drafter.templating.compose.comments.length import fill, length_of_told
from drafter.templating.compose.comments.moves import told
from drafter.templating.compose.comments.told import FACTUAL, Told
from drafter.templating.compose.composition import (
    Paragraph,
    Point,
    Section,
    length_of,
)
from drafter.templating.compose.material import CEREMONIAL, Material
from drafter.templating.compose.plan.announcing import announce, lead, tell_through
from drafter.templating.compose.plan.paragraphs import paragraphs_of
from drafter.templating.compose.plan.plan import OF_THAT_DAY, PartPlan
from drafter.templating.compose.plan.points import Group, opening_with_task
from drafter.templating.compose.plan.statements import is_same_story
from drafter.templating.compose.wishes.answering import answer_requests
from drafter.templating.compose.wishes.plainness import wants_no_sermon


class Laid(Struct):
    """A part that is laid out in paragraphs: those of the part, and those of each point.

    ``lead`` stands in front of them, ``reflection`` behind the last story.
    """

    part: PartPlan
    paragraphs: list[list[Told]]
    points: list[list[list[Told]]]
    lead: list[Paragraph] = []
    reflection: list[Paragraph] = []

    def all(self) -> list[list[Told]]:
        """Return all paragraphs, those of the points behind those of the part."""
        return [*self.paragraphs, *(p for point in self.points for p in point)]

    def told(self) -> Iterator[Told]:
        """Yield all that is told in the part."""
        return (told_ for paragraph in self.all() for told_ in paragraph)


def laid_out(part: PartPlan, headings: Sequence[str], material: Material, chooser: Chooser) -> Laid:
    """Return the paragraphs of a part, each statement with its needed sentences."""
    paragraphs = [
        [told(s, material, chooser, part.role) for s in those]
        for those in paragraphs_of(part.statements, "flowing" if part.flows else part.shape)
    ]
    answer_requests(paragraphs, material, chooser)
    alone = sum(group.stressed and bool(group.aims) for group in part.groups) == 1
    weights = [_weights(number, heading != "", alone=alone) for number, heading in enumerate(headings)]
    points = [
        _point(part, number, heading != "", weights[number], material, chooser)
        for number, heading in enumerate(headings)
    ]
    laid = Laid(part, paragraphs, points)
    for number, paragraph in enumerate(laid.all()):
        announce(paragraph, material, in_point=number >= len(paragraphs))
        for each, after in zip(paragraph, paragraph[1:], strict=False):
            each.last = after.statement.type is not each.statement.type
            label = after.statement.facts[0].label
            each.leads_on = OF_THE_REST.match(label) is not None and each.statement.facts[-1].text.endswith(
                label
            )
    return laid


def _point(
    part: PartPlan, number: int, headed: bool, weights: list[str], material: Material, chooser: Chooser
) -> list[list[Told]]:
    """Return the paragraphs of one point, which opens with what is to be done, in its heading or itself.

    One that the leader stresses is told through to its end.
    """
    group, section = part.groups[number], f"{part.role}{number}"
    statements = group.statements if headed or group.matter else opening_with_task(group)
    those = [[told(s, material, chooser, section) for s in p] for p in paragraphs_of(statements, "point")]
    if group.stressed and group.aims and material.kind not in CEREMONIAL:
        those = tell_through(those, group, number, weights, material, chooser, section)
    for each in (t for p in those for t in p if group.weighty):
        each.stressed = True
    return those


def _weights(number: int, headed: bool, *, alone: bool) -> list[str]:
    """Return of what frames the lead of a stressed point may be: one that stands alone is the weightiest.

    One of several that stands first needs none.
    """
    front = "" if headed else "无题"
    if number == 0:
        return [f"{front}先重"] if alone else []
    return [f"{front}独重"] if alone else [f"{front}最重"]


def section_of(laid: Laid, heading: str, headings: list[str]) -> Section:
    """Return a part as it is spoken, with its heading and those of its points."""
    points = tuple(
        Point(title, tuple(spoken_in(p) for p in paragraphs), _key(laid.part.groups[number]))
        for number, (title, paragraphs) in enumerate(zip(headings, laid.points, strict=True))
    )
    if points and all(group.matter for group in laid.part.groups):
        # A matter is a part, and no point of one.
        return Section(
            laid.part.role, heading, (*laid.lead, *(p for each in points for p in each.paragraphs)), ()
        )
    stories = [n for n, p in enumerate(laid.paragraphs, 1) if any(_is_story(t) for t in p)]
    behind = stories[-1] if stories else len(laid.paragraphs)
    spoken = [spoken_in(p) for p in laid.paragraphs]
    # What leads to the requests stands in front of the first of them.
    asked = next((n for n, p in enumerate(laid.paragraphs) if any(map(_is_asked, p))), 0)
    leads_on = [p for p in laid.lead if asked and p[0].function == "state"]
    front = [p for p in laid.lead if p not in leads_on]
    behind = max(behind, asked)
    told = (*front, *spoken[:asked], *leads_on, *spoken[asked:behind], *laid.reflection, *spoken[behind:])
    return Section(laid.part.role, heading, told, points)


def _is_asked(told_: Told) -> bool:
    return told_.statement.type is FactType.REQUEST


def _is_story(told_: Told) -> bool:
    """Whether a statement tells a deed or a case, or goes on telling of one."""
    statement = told_.statement
    return statement.type is FactType.CASE or OF_THAT_DAY.match(statement.facts[0].text) is not None


def to_length(
    laid: Sequence[Laid],
    everything: list[list[Told]],
    room: int,
    material: Material,
    chooser: Chooser,
) -> list[Paragraph]:
    """Say more of the facts until ``room`` characters are filled; return what is said behind the parts."""
    shortly = any(ends_shortly(intent.text) or leaves_end(intent.text) for intent in material.intents)
    closes = [*words_to_all(material, chooser), *([] if shortly else appeal(material, chooser))]
    words, missing = _with_room(closes, room - length_of_told(everything))
    missing = _lead_in(list(laid), material, chooser, missing)
    fill(everything, chooser, missing)
    for each in laid:
        if each.part.shape == "short":
            lead(each.paragraphs, chooser)
    return words


def _with_room(paragraphs: Sequence[Paragraph], missing: int) -> tuple[list[Paragraph], int]:
    """Return the paragraphs for which there is room, and what is still missing then."""
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        size = length_of([paragraph])
        if size * 2 <= missing:
            found.append(paragraph)
            missing -= size
    return found, missing


def _lead_in(laid: Sequence[Laid], material: Material, chooser: Chooser, missing: int) -> int:
    """Put words in front of the parts, and behind their stories; return what is still missing then."""
    for each in laid:
        if stories := [t.statement for p in each.paragraphs for t in p if _is_story(t)]:
            each.reflection, missing = _with_room(reflection(material, chooser, stories), missing)
            break
    if wants_no_sermon(material.intents):
        return missing
    for each in laid:
        each.lead, missing = _with_room(leads(material, chooser, each.part.number), missing)
    return _lead_in_subject(laid, material, chooser, missing)


def _lead_in_subject(laid: Sequence[Laid], material: Material, chooser: Chooser, missing: int) -> int:
    """Put what the subject gives to say in front of the parts; return what is still missing then.

    Why it matters stands in front of all, where the meeting is on it, else in front of what is stressed.
    """
    whole = subjects_of(material, chooser.frames)
    subjects = whole or weighty_subjects(material, chooser.frames)
    first = next((n for n, each in enumerate(laid) if whole or any(t.stressed for t in each.told())), 0)
    for number, each in enumerate(laid[first:] if subjects else ()):
        to_do = any(t.statement.type in AIMS for t in each.told())
        told: list[Paragraph] = []
        if number == 0:
            told.append(reasons(subjects, material, chooser, missing))
        if to_do and (number or not whole):
            told.append(lead_of(subjects, "how", material, chooser, missing - length_of(told)))
        elif number and each.part.shape == "short":
            told.append(lead_of(subjects, "hold", material, chooser, missing))
        each.lead += filter(None, told)
        missing -= length_of(told)
    return missing


def _key(group: Group) -> str:
    return group.name or group.statements[0].key


def spoken_in(paragraph: Sequence[Told]) -> Paragraph:
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
