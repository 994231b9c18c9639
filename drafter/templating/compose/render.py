"""A composition as plain text, as speech markup, and as a listing of where each sentence comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from drafter.facts import patterns as re
from drafter.facts.figures.numbers import in_numerals
from drafter.templating.compose.composition import Composition, Paragraph, Section, Sentence
from drafter.templating.compose.material import Material

NUMBERINGS = ("一要", "一是")


def to_text(composition: Composition) -> str:
    """Return the speech as plain text, blanks as 【label】."""
    date = f"（{composition.date}）" if composition.date else ""
    lines = [composition.title, *filter(None, (composition.speaker, date)), "", composition.salutation, ""]
    lines += [_plain(p) for p in composition.opening]
    for number, section in enumerate(composition.sections, 1):
        lines += ["", f"{in_numerals(number)}、{section.heading}", ""] if section.heading else []
        lines += [_plain(p) for p in section.paragraphs]
        for index, point in enumerate(section.points, 1):
            head = f"{in_numerals(index)}{numbering_of(section)[1]}"
            head += f"{point.heading}。" if point.heading else ""
            first, *rest = point.paragraphs or ((),)
            lines += [head + _plain(first), *(_plain(p) for p in rest)]
    lines += ["", *(_plain(p) for p in (*composition.passages, *composition.closing))]
    return re.sub("\n{3,}", "\n\n", "\n".join(lines)) + "\n"


def _plain(paragraph: Paragraph) -> str:
    return "".join(sentence.text for sentence in paragraph)


def numbering_of(section: Section) -> str:
    """Return 一是 for points that facts make and for promises, 一要 for those that only the YAML has."""
    return NUMBERINGS[1] if section.points or section.role == "pledges" else NUMBERINGS[0]


def to_markup(
    composition: Composition, path_of: Callable[[str], str] = str, formulas: dict[str, str] | None = None
) -> str:
    """Return the speech as markup: words of a fact as fields, blanks as blanks, formulas as notes.

    ``path_of`` gives the path of a fact by its id; ``formulas`` the formula of an inference by its id.
    """
    known = formulas or {}

    def marked(paragraphs: Sequence[Paragraph]) -> str:
        return "".join(f"<p>{''.join(_marked(s, path_of, known) for s in p)}</p>" for p in paragraphs)

    parts: list[str] = []
    for section in composition.sections:
        points = "".join(
            f"<point>{_heading(point.heading)}{marked(point.paragraphs)}</point>" for point in section.points
        )
        lead = f"<lead>{marked(section.paragraphs)}</lead>" if section.paragraphs else ""
        parts.append(
            f'<part role="{section.role}" numbering="{numbering_of(section)}">'
            f"{_heading(section.heading)}{lead}{points}</part>"
        )
    return (
        f"<speech><title>{escape(composition.title)}</title><byline>{escape(composition.speaker)}</byline>"
        f"<date>{composition.date}</date><salutation>{composition.salutation}</salutation>"
        f"<opening>{marked(composition.opening)}</opening>{''.join(parts)}"
        f"<closing>{marked((*composition.passages, *composition.closing))}</closing></speech>"
    )


def _heading(text: str) -> str:
    return f"<heading>{escape(text)}</heading>" if text else ""


def _marked(sentence: Sentence, path_of: Callable[[str], str], formulas: dict[str, str]) -> str:
    found: list[str] = []
    for piece in sentence.pieces:
        if piece.kind == "field":
            found.append(f"<field path={quoteattr(path_of(piece.fact))}>{escape(piece.text)}</field>")
        elif piece.kind == "blank":
            found.append(f"<blank label={quoteattr(piece.text)}/>")
        else:
            found.append(escape(piece.text))
    notes = [f"<note>{escape(formulas[i])}</note>" for i in sentence.inferences if i in formulas]
    return "".join([*found, *notes])


def explained(composition: Composition, material: Material) -> Iterator[str]:
    """Yield a line for each sentence: its words, facts, formulas, function, and frame."""
    formulas = {i.id: i.formula for i in material.inferences}
    for sentence in composition.sentences():
        facts = " ".join(sentence.facts) or "-"
        inferred = " ".join(formulas.get(i, i) for i in sentence.inferences)
        yield "\t".join((sentence.text, facts, inferred, sentence.function, sentence.frame))
