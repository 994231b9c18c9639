"""What is told of a composed speech: facts unsaid, how long the facts carry, wishes, figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

from msgspec import Struct, to_builtins

from drafter.facts import patterns as re
from drafter.facts.given import TYPES
from drafter.facts.kinship.forms import BRACKET
from drafter.facts.kinship.sharing import pairs_in
from drafter.facts.people.persons import find_persons
from drafter.facts.sheet import FactType
from drafter.facts.types.beside import KEYS
from drafter.i18n import _
from drafter.library import Library, builtin_library
from drafter.models.facts import Facts
from drafter.models.fields import fields_of
from drafter.models.parameters import Parameters
from drafter.models.paths import paths_in, value_at
from drafter.templating.compose.composition import Sentence, Wish
from drafter.templating.compose.material import Material
from drafter.templating.compose.wishes.avoiding import avoided_clause
from drafter.templating.compose.wishes.instructions import instructions_in
from drafter.templating.composed import composition_of, is_composed

# Ids of facts, each with the words that go with it.
Pairs = Iterable[tuple[str, str]]
_KEYS = {type_: key for key, type_ in TYPES.items()}


class Unsaid(Struct, frozen=True):
    """A fact, or a clause of one, that the speech does not say; ``why`` is the wish behind it, or ""."""

    path: str
    text: str
    why: str


class Figure(Struct, frozen=True):
    """A figure that follows from facts and is said: its formula, and the paths of the facts."""

    formula: str
    facts: tuple[str, ...]


class Explained(Struct, frozen=True):
    """A sentence with its sources: paths of facts, formulas, function, and the words of its frame."""

    text: str
    facts: tuple[str, ...]
    formulas: tuple[str, ...]
    function: str
    frame: str


class FactsReport(Struct, frozen=True):
    """What is told of a composed speech.

    ``minutes`` are those for which the facts carry, ``target`` those that were asked for; ``thin`` are
    the labels of the types of fact of which there are too few. ``unchecked`` are wishes of which the text
    cannot tell whether they are met. ``is_said`` is false where the kind has no place for facts.
    """

    facts: int
    minutes: float
    target: float | None
    is_said: bool = True
    unsaid: tuple[Unsaid, ...] = ()
    thin: tuple[str, ...] = ()
    wishes: tuple[Wish, ...] = ()
    unchecked: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    sentences: tuple[Explained, ...] = ()

    def as_json(self, *, explain: bool = False) -> dict[str, Any]:
        """Return the report as plain values for programs; the sentences only to ``explain`` them."""
        plain = cast("dict[str, Any]", to_builtins(self))
        return plain if explain else {key: value for key, value in plain.items() if key != "sentences"}


def facts_report(parameters: Parameters, library: Library | None = None) -> FactsReport:
    """Return what is told of the speech that the facts of ``parameters`` make."""
    library = library or builtin_library()
    material, composition = composition_of(parameters, library.folders)
    report = composition.report
    if not is_composed(parameters, library):
        unsaid = tuple(Unsaid(fact.id, fact.text, "") for fact in material.facts)
        return FactsReport(len(material.facts), 0, parameters.style.minutes, is_said=False, unsaid=unsaid)
    sentences = tuple(_explained(sentence, material) for sentence in composition.sentences())
    return FactsReport(
        facts=len(material.facts),
        minutes=report.minutes,
        target=parameters.style.minutes,
        unsaid=(
            *_unsaid(material, report.left_out, report.cut, report.unplaced),
            *_unsaid_people(material, sentences),
            *_unsaid_beside(parameters, sentences),
            *_unsaid_lines(parameters, material, sentences),
        ),
        thin=tuple(_label(type_) for type_ in report.thin),
        wishes=report.wishes,
        unchecked=report.unchecked,
        figures=tuple(_figures(material, composition.sentences())),
        sentences=sentences,
    )


def _unsaid(material: Material, left_out: Pairs, cut: Pairs, unplaced: Iterable[str]) -> Iterator[Unsaid]:
    for fact, why in left_out:
        yield Unsaid(fact, material.fact(fact).text, why)
    for fact, clause in cut:
        yield Unsaid(fact, clause, "")
    for fact in unplaced:
        yield Unsaid(fact, material.fact(fact).text, "")


def _unsaid_people(material: Material, sentences: Iterable[Explained]) -> Iterator[Unsaid]:
    """Yield who leads or helps by a key of a fact that is said, where no sentence names him."""
    told = list(sentences)
    facts = {path for each in told for path in each.facts}
    text = "".join("".join(each.text.split()) for each in told)
    spared = material.spared_names
    for fact in material.told():
        if fact.id not in facts or fact.named is False:
            continue
        for name in (*fact.owners, *fact.partners):
            own = _bare_name(name)
            if own and name not in fact.text and own not in text and not any(each in name for each in spared):
                yield Unsaid(fact.id, name, "")


def _bare_name(words: str) -> str:
    """Return the personal name of a post with a name, else the words without blanks and brackets."""
    persons = find_persons(words, 0, 0)
    return persons[0].name if persons else "".join(BRACKET.sub("", words).split())


def _unsaid_beside(parameters: Parameters, sentences: Iterable[Explained]) -> Iterator[Unsaid]:
    """Yield the values under keys of their own that the speech does not say."""
    told = list(sentences)
    said = re.sub("[。，：]", "", "".join(each.text for each in told))
    facts = {path for each in told for path in each.facts}
    for path in paths_in(parameters):
        if path.startswith(KEYS) and path not in facts:
            value = str(value_at(parameters, path))
            if re.sub("[。，：]", "", value) not in said:
                yield Unsaid(path, value, "")


# Words of which fewer pairs of signs than this are in the speech are not said there.
_TRACE = 0.25
# What is open is named where the speech has so much of its name: 事故罚 of 事故罚多少钱.
_NAMED = 0.6
_ASKED = re.compile("(?:多少|谁|哪|几|怎么|什么).*")
_CLAUSE_ENDS = re.compile("[，,；;。（）()]")
# A note that calls the writer or tells of the paper, and nothing of the matter: 小孙, 任务单, 你先拉个稿子.
_OF_PAPER = re.compile("[一-鿿]{1,3}$|.*(?:任务单|通知单|材料单|稿子?|讲话)$")


def _unsaid_lines(
    parameters: Parameters, material: Material, sentences: Iterable[Explained]
) -> Iterator[Unsaid]:
    """Yield, in its own words, what the sheet tells besides whole facts and no sentence takes up.

    These are clauses of facts that are said, what is still open, and what found no place but the notes.
    """
    told = list(sentences)
    said = {path for each in told for path in each.facts}
    pairs = pairs_in("".join(each.text for each in told))
    for fact in material.told():
        cut = (fact.text, *_CLAUSE_ENDS.split(avoided_clause(fact, material.intents)), *instructions_in(fact))
        for clause in _CLAUSE_ENDS.split(fact.text) if fact.id in said else ():
            if len(clause) > 1 and clause not in cut and not _is_taken_up(clause, pairs):
                yield Unsaid(fact.id, clause, "")
    filled = {path for each in told if "【" in each.text for path in each.facts}
    for number, blank in enumerate(material.blanks):
        matter = _ASKED.sub("", blank.what)
        named = _is_taken_up(matter, pairs, _NAMED) or _is_taken_up(blank.text, pairs)
        if not (named or filled & set(blank.about)):
            yield Unsaid(f"missing[{number}]", blank.text, _("it is still open"))
    for number, note in enumerate(parameters.notes):
        of_speaker = parameters.speaker.name and parameters.speaker.name in note
        if not (of_speaker or _OF_PAPER.match(note) or _is_taken_up(note, pairs)):
            yield Unsaid(f"notes[{number}]", note, _("it stands in the notes only"))


def _is_taken_up(words: str, pairs: frozenset[str], least: float = _TRACE) -> bool:
    own = pairs_in(words)
    return bool(own) and len(own & pairs) >= least * len(own)


def _label(type_: str) -> str:
    return fields_of(Facts)[_KEYS[FactType(type_)]].label


def _figures(material: Material, sentences: Iterable[Sentence]) -> Iterator[Figure]:
    """Yield each figure that a sentence says, once, in the order of the speech."""
    said = dict.fromkeys(id_ for sentence in sentences for id_ in sentence.inferences)
    known = {inference.id: inference for inference in material.inferences}
    found = (Figure(known[id_].formula, known[id_].facts) for id_ in said if id_ in known)
    yield from dict.fromkeys(found)


def _explained(sentence: Sentence, material: Material) -> Explained:
    formulas = {inference.id: inference.formula for inference in material.inferences}
    return Explained(
        sentence.text,
        sentence.facts,
        tuple(formulas[id_] for id_ in sentence.inferences if id_ in formulas),
        sentence.function,
        sentence.frame,
    )
