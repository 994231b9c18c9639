"""The differences between two paragraphs, clause by clause: values, figures, words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from msgspec import Struct

from drafter.merge.similarity import (
    CLAUSE_CONTEXT,
    CLAUSES_AT_A_GLANCE,
    MOST_CLAUSE_PAIRS,
    REWORDED_CLAUSE,
    align,
    similarity,
)
from drafter.models.paths import is_running_text
from drafter.speech.figures import unbreakable_pattern
from drafter.speech.spans import SpanKind, TextSpan

# Returns the name of the value at a path, the same in both drafts; "" for one without a name of its own.
Namer = Callable[[str], str]

_BLANK = re.compile("【[^【】]+】")
_TOKEN = re.compile(f"(?P<blank>{_BLANK.pattern})|(?P<figure>{unbreakable_pattern(()).pattern})|.", re.DOTALL)
_VALUE, _FIGURE = "value ", "figure "
_MARKS = "，；：。！？…"
_CLOSING = "”’）》"


class Exchange(Struct, frozen=True):
    """A value that replaced another, and the clause in which it stands now.

    ``old`` or ``new`` is "" for a blank. ``span`` is the value's, where it is one of the parameters.
    """

    old: str
    new: str
    clause: str
    span: TextSpan | None = None


class Rewording(Struct, frozen=True):
    """Whole clauses that replaced others; "" for none."""

    old: str
    new: str


Change = Exchange | Rewording


def compare_spans(
    old: Sequence[TextSpan], new: Sequence[TextSpan], old_name: Namer, new_name: Namer
) -> list[Change]:
    """Return the changes from one paragraph to another, in the order of the text.

    Values with the same name in both are compared with each other, whatever they say.
    """
    names, others = _names_in(old, old_name), _names_in(new, new_name)
    common = {name for name in names.keys() & others.keys() if names[name] == others[name] == 1}
    return list(_changes(_clauses_of(old, old_name, common), _clauses_of(new, new_name, common)))


class _Token(NamedTuple):
    """The unit of a comparison: a named value, a figure, a blank, or a character."""

    key: str
    text: str
    span: TextSpan | None = None

    @property
    def is_named(self) -> bool:
        """Whether it is compared with the value of its name, whatever both say."""
        return self.key.startswith(_VALUE)

    @property
    def filled(self) -> str:
        """The text of a value, "" for a blank."""
        is_blank = self.span is not None and self.span.kind is SpanKind.BLANK
        return "" if is_blank or _BLANK.fullmatch(self.text) else self.text


class _Clause:
    """The tokens up to a comma or a full stop; ``words`` is the text without that mark."""

    def __init__(self, tokens: Sequence[_Token]) -> None:
        self.tokens = tokens
        self.text = "".join(token.text for token in tokens)
        self.words = self.text.rstrip(_MARKS)
        # Clauses that differ only in figures and named values have the same key.
        self.key = tuple("figure" if token.key.startswith(_FIGURE) else token.key for token in tokens)


def _clauses_of(spans: Sequence[TextSpan], name: Namer, common: set[str]) -> list[_Clause]:
    """Return the clauses of a paragraph; values with a name in ``common`` are compared by name."""
    return list(_clauses(_tokens(spans, name, common)))


def _names_in(spans: Sequence[TextSpan], name: Namer) -> Counter[str]:
    """Return how often each name occurs among the values of a paragraph."""
    return Counter(name(span.path) for span in spans if _is_value(span) and name(span.path))


def _is_value(span: TextSpan) -> bool:
    is_short = span.kind in (SpanKind.VALUE, SpanKind.BLANK)
    return is_short and bool(span.path) and not is_running_text(span.path)


def _tokens(spans: Sequence[TextSpan], name: Namer, common: set[str]) -> Iterator[_Token]:
    """Yield the tokens of a paragraph; a figure and its unit are one, even if they are two values."""
    run: list[TextSpan] = []
    for span in spans:
        if _is_value(span) and name(span.path) in common:
            yield from _spelled(run)
            run = []
            yield _Token(f"{_VALUE}{name(span.path)}", span.text, span)
        else:
            run.append(span)
    yield from _spelled(run)


def _spelled(run: Sequence[TextSpan]) -> Iterator[_Token]:
    owners = [span for span in run for _character in span.text]
    for found in _TOKEN.finditer("".join(span.text for span in run)):
        values = [span for span in owners[found.start() : found.end()] if _is_value(span)]
        kind = f"{found.lastgroup} " if found.lastgroup else ""
        yield _Token(f"{kind}{found[0]}", found[0], values[0] if values else None)


def _clauses(tokens: Iterable[_Token]) -> Iterator[_Clause]:
    clause: list[_Token] = []
    is_ended = False
    for token in tokens:
        if is_ended and token.key not in tuple(_MARKS + _CLOSING):
            yield _Clause(clause)
            clause, is_ended = [], False
        clause.append(token)
        is_ended = is_ended or token.key in tuple(_MARKS)
    if clause:
        yield _Clause(clause)


def _changes(old: Sequence[_Clause], new: Sequence[_Clause]) -> Iterator[Change]:
    # With autojunk, which ignores a clause that a long text repeats: without, that would take hours.
    matcher = SequenceMatcher(None, [one.key for one in old], [one.key for one in new])
    for tag, low, high, first, last in matcher.get_opcodes():
        if tag == "equal":
            for one, other in zip(old[low:high], new[first:last], strict=True):
                yield from _exchanges(one, other)
        else:
            yield from _joined(_reworded(old[low:high], new[first:last]))


def _joined(changes: Iterable[Change]) -> list[Change]:
    """Join a clause that was put in or taken out with its reworded neighbour, where both are short."""
    joined: list[Change] = []
    for change in changes:
        last = joined[-1] if joined else None
        if isinstance(change, Rewording) and isinstance(last, Rewording) and _fit_together(last, change):
            joined[-1] = Rewording(last.old + change.old, last.new + change.new)
        else:
            joined.append(change)
    return joined


def _fit_together(one: Rewording, other: Rewording) -> bool:
    is_lone = not (one.old and one.new and other.old and other.new)
    return is_lone and max(len(one.old + other.old), len(one.new + other.new)) <= CLAUSES_AT_A_GLANCE


def _exchanges(old: _Clause, new: _Clause) -> Iterator[Exchange]:
    """Yield the values and figures that differ between two clauses with the same words."""
    for one, other in zip(old.tokens, new.tokens, strict=True):
        # What is blank in both may only have another label.
        if one.text != other.text and (one.filled or other.filled):
            yield Exchange(one.filled, other.filled, new.words, other.span or one.span)


def _reworded(old: Sequence[_Clause], new: Sequence[_Clause]) -> Iterator[Change]:
    """Yield the changes from ``old`` to ``new``: similar clauses in pairs, the others between them."""
    i = j = 0
    for low, high in [*_similar_clauses(old, new), (len(old), len(new))]:
        yield from _rewording(old[i:low], new[j:high])
        if low < len(old) and high < len(new):
            yield from _pair(old[low], new[high])
        i, j = low + 1, high + 1


def _similar_clauses(old: Sequence[_Clause], new: Sequence[_Clause]) -> list[tuple[int, int]]:
    """Return the indexes of similar clauses, in order."""
    if len(old) * len(new) > MOST_CLAUSE_PAIRS:
        return []
    scores = [[_likeness(one.text, other.text) for other in new] for one in old]
    return align([[score if score >= REWORDED_CLAUSE else 0.0 for score in row] for row in scores])


def _likeness(old: str, new: str) -> float:
    """Return the similarity of two clauses, 1 for those that differ only in what fills a blank."""
    for one, other in ((old, new), (new, old)):
        if len(_BLANK.sub("", one)) >= CLAUSE_CONTEXT and any(_fillings(one, other)):
            return 1.0
    return similarity(old, new)


def _pair(old: _Clause, new: _Clause) -> Iterator[Change]:
    """Yield what fills the blanks of a clause, if nothing else changed, or its rewording."""
    filled = list(_fillings(old.text, new.text))
    emptied = list(_fillings(new.text, old.text)) if not filled else []
    yield from (Exchange("", text, new.words, _blank(label)) for label, text in filled)
    yield from (Exchange(text, "", new.words, _blank(label)) for label, text in emptied)
    if not filled and not emptied:
        yield from _named_exchanges(old, new)
        yield from _rewording([old], [new])


def _named_exchanges(old: _Clause, new: _Clause) -> Iterator[Exchange]:
    others = {token.key: token for token in new.tokens if token.is_named}
    for token in old.tokens:
        other = others.get(token.key)
        if other is not None and other.text != token.text and (token.filled or other.filled):
            yield Exchange(token.filled, other.filled, new.words, other.span)


def _blank(label: str) -> TextSpan:
    return TextSpan(SpanKind.BLANK, f"【{label}】", label=label)


def _rewording(old: Sequence[_Clause], new: Sequence[_Clause]) -> Iterator[Rewording]:
    texts = "".join(one.text for one in old), "".join(one.text for one in new)
    if texts[0] != texts[1]:
        yield Rewording(*texts)


def _fillings(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield the labels of the blanks in ``old`` and what fills them in ``new``, if nothing else differs."""
    labels = _BLANK.findall(old)
    texts = _between(_BLANK.split(old), new) if labels and old != new else []
    pairs = list(zip(labels, texts, strict=False))
    if all(label == text or not _BLANK.search(text) for label, text in pairs):
        yield from ((label[1:-1], text) for label, text in pairs if label != text)


def _between(words: Sequence[str], text: str) -> list[str]:
    """Return what stands between ``words`` in ``text``; [] where it does not consist of them."""
    first, *further = words
    if not text.startswith(first):
        return []
    found, place = [], len(first)
    for word in further[:-1]:
        # A blank is filled with at least one character.
        start = text.find(word, place + 1)
        if start < 0:
            return []
        found.append(text[place:start])
        place = start + len(word)
    start = len(text) - len(further[-1])
    return [*found, text[place:start]] if start > place and text.endswith(further[-1]) else []
