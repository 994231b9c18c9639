"""What templates see of a composition: its paragraphs as markup, part by part, beside the YAML's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup, escape
from msgspec import Struct

from drafter.i18n import message
from drafter.library import Library
from drafter.models.fields import fields_of
from drafter.models.parameters import Parameters
from drafter.models.parts import Part
from drafter.models.paths import value_at
from drafter.templating.blanks import Blanks
from drafter.templating.compose.comments.frames import load_frames
from drafter.templating.compose.composition import Composition, Paragraph, Piece, Section, Sentence
from drafter.templating.compose.engine import compose_material
from drafter.templating.compose.given import material_of_parameters
from drafter.templating.compose.material import Material
from drafter.templating.compose.render import NUMBERINGS, numbering_of
from drafter.templating.values import Items, Value, View, is_given

# A ceremony numbers nothing.
UNNUMBERED = "无"


class ComposedPart(Struct, frozen=True):
    """A part of the speech: that of the YAML, and what is composed for it.

    A part that only the YAML writes has no more than the ``heading`` that its kind calls it. ``bodies``
    are what is composed for the points of the YAML that have facts of their own, by their places.
    """

    part: View
    heading: Markup = Markup("")
    lead: Markup = Markup("")
    points: Markup = Markup("")
    numbering: str = "一要"
    bodies: dict[int, Markup] = {}


class Composed(Struct, frozen=True):
    """A composition in markup: words of the YAML as fields, blanks as blanks, formulas as notes.

    ``has_headings`` is false where no part has one, so that none is numbered.
    """

    salutation: str
    speech_word: str
    opening: Markup
    parts: tuple[ComposedPart, ...]
    passages: Markup
    closing: Markup
    has_headings: bool = True


def is_composed(parameters: Parameters, library: Library) -> bool:
    """Tell whether the speech is composed: facts are given, and a table says where facts of its kind go."""
    return parameters.has_facts and parameters.kind in load_frames(library.folders).tables


# The draft, its summary and its explanation ask for one and the same composition.
@lru_cache(maxsize=4)
def composition_of(parameters: Parameters, folders: tuple[Path, ...]) -> tuple[Material, Composition]:
    """Return what the speech of ``parameters`` is composed from, and the composition.

    ``folders`` are those of the templates.
    """
    material = material_of_parameters(parameters)
    variation = parameters.style.variation - 1
    return material, compose_material(material, variation=variation, folders=folders)


def composed_of(given: Parameters, library: Library, parts: Items, blanks: Blanks) -> Composed:
    """Return the composition of the facts ``given``; ``parts`` are as templates see them."""
    material, composition = composition_of(given, library.folders)
    writer = _Writer(given, material, blanks)
    made = tuple(_parts(composition, parts, writer, _names_of(given, library)))
    return Composed(
        salutation=composition.salutation.rstrip("："),
        speech_word=composition.title.rpartition("的")[2],
        opening=writer.paragraphs(composition.opening),
        parts=made,
        passages=writer.paragraphs(composition.passages),
        closing=writer.paragraphs(composition.closing),
        has_headings=any(map(_has_heading, made)),
    )


class _Writer:
    """Writes sentences as markup."""

    def __init__(self, given: Parameters, material: Material, blanks: Blanks) -> None:
        self.given, self.blanks = given, blanks
        self.formulas = {inference.id: inference.formula for inference in material.inferences}

    def paragraphs(self, paragraphs: Iterable[Paragraph]) -> Markup:
        """Return paragraphs as elements."""
        return Markup("").join(
            Markup("<p>{}</p>").format(Markup("").join(map(self._sentence, each))) for each in paragraphs
        )

    def _sentence(self, sentence: Sentence) -> Markup:
        formulas = [self.formulas[id_] for id_ in sentence.inferences if id_ in self.formulas]
        notes = (Markup("<note>{}</note>").format(formula_note(each)) for each in dict.fromkeys(formulas))
        return Markup("").join([*map(self._piece, sentence.pieces), *notes])

    def _piece(self, piece: Piece) -> Markup:
        if piece.kind == "blank":
            hint = message("the task sheet does not tell it").in_chinese()
            return escape(self.blanks.labelled(piece.text, hint, ""))
        # A value that is said in other words must not be written back.
        if piece.kind == "field" and value_at(self.given, piece.fact) == piece.text:
            return escape(Value.of(piece.text, piece.fact))
        return escape(piece.text)

    def section(self, section: Section, part: View, bodies: dict[int, Markup]) -> ComposedPart:
        """Return a section as a part."""
        points = Markup("").join(
            Markup("<point><heading>{}</heading>{}</point>").format(
                point.heading, self.paragraphs(point.paragraphs)
            )
            for point in section.points
        )
        return ComposedPart(
            part,
            heading=escape(section.heading),
            lead=self.paragraphs(section.paragraphs),
            points=points,
            numbering=UNNUMBERED if self.given.kind == "address" else numbering_of(section),
            bodies=bodies,
        )


def formula_note(formula: str) -> str:
    """Return what a comment says, in Chinese as all hints, of a figure that follows from others."""
    return message("worked out: {formula}", formula=formula).in_chinese()


def _has_heading(each: ComposedPart) -> bool:
    return bool(each.heading) or is_given(getattr(each.part._model, "heading", None))


def _names_of(given: Parameters, library: Library) -> dict[str, str]:
    """Return what the kind calls its parts, by their roles."""
    return {part.role: part.name for part in library.kind(given.kind).parts}


def _parts(
    composition: Composition, given: Items, writer: _Writer, names: dict[str, str]
) -> Iterator[ComposedPart]:
    """Yield the parts in the order of the YAML if it has one, or else of the composition.

    A part that the YAML does not write, and for which no fact is given, is left out.
    """
    is_ordered = bool(writer.given.parts)
    parts = {str(part.role): part for part in given}
    waiting = list(composition.sections)
    bodies = {point.key: writer.paragraphs(point.paragraphs) for point in composition.own}
    for part in given if is_ordered else ():
        while waiting and waiting[0].role not in parts and _stands_before(waiting, part, names):
            first = waiting.pop(0)
            yield writer.section(first, _unwritten(first, given), {})
        section = next((each for each in waiting if each.role == part.role), None)
        own = {place: bodies[p._path] for place, p in enumerate(part.points) if p._path in bodies}
        if section is not None or own:
            waiting = [each for each in waiting if each is not section]
            name = names.get(str(part.role), "")
            yield writer.section(section or Section(str(part.role), name), part, own)
        elif _is_written(part):
            name = names.get(str(part.role), "")
            yield ComposedPart(
                part, heading=escape(name), numbering=str(part.numbering or "") or NUMBERINGS[0]
            )
    told: set[str] = {str(part.role) for part in given} if is_ordered else set()
    for section in waiting:
        # What a kind tells beside a part, money beside tasks, has its role, and no words of the YAML's part.
        written = None if section.role in told else parts.get(section.role)
        told.add(section.role)
        yield writer.section(section, written or _unwritten(section, given), {})


def _stands_before(waiting: Sequence[Section], part: View, names: Iterable[str]) -> bool:
    """Tell whether the first section stands before a part of the YAML, which may have no section itself.

    Then the order of the kind, ``names``, holds.
    """
    order, role = list(names), str(part.role)
    if any(each.role == role for each in waiting) or not {waiting[0].role, role} <= set(order):
        return True
    return order.index(waiting[0].role) < order.index(role)


def _unwritten(section: Section, given: Items) -> View:
    """Return the part that a section makes where the YAML has none of its role."""
    return View(Part(role=section.role), f"parts[{len(given)}]")


def _is_written(part: View) -> bool:
    """Tell whether the YAML says anything of a part beyond its role and how it is numbered."""
    model = part._model
    shape = ("role", "numbering", "points")
    words = any(
        is_given(getattr(model, spec.name)) for key, spec in fields_of(Part).items() if key not in shape
    )
    return words or any(bool(point) and not _is_empty(point) for point in part.points)


def _is_empty(point: View) -> bool:
    model = point._model
    return not any(is_given(getattr(model, name)) for name in model.__struct_fields__ if name != "depth")
