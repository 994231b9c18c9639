"""An office's own terms: who has which post and rank, exact formulas, words to avoid, terms to prefer.

A file that clerks share and edit: YAML with English or Chinese keys, or a table with tabs as Excel writes it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, ClassVar

from msgspec import Meta

from drafter.errors import Diagnostic, ParameterError, did_you_mean
from drafter.i18n import _
from drafter.models.base import Model
from drafter.yaml.load import read_mapping
from drafter.yaml.source import Source, read_source

# No postponed annotations: resolving them from text takes time at start-up.

_TABLES = (".tsv", ".txt")


class OfficeName(Model, frozen=True):
    """A person: the name and the post as it is written before it."""

    name: Annotated[str, Meta(min_length=2, title="姓名", extra={"zh": "姓名"}, description="如 贺云章")]
    post: Annotated[
        str, Meta(title="职务", extra={"zh": "职务"}, description="姓名前怎么称，如 市委副书记、市长")
    ] = ""


class AvoidedWord(Model, frozen=True):
    """A word that the office does not use, and what it says instead."""

    word: Annotated[str, Meta(min_length=1, title="慎用词", extra={"zh": "词"}, description="不用的说法")]
    instead: Annotated[
        str, Meta(title="改为", extra={"zh": "改为"}, description="换成什么；空着只提示，不改")
    ] = ""


class PreferredTerm(Model, frozen=True):
    """A term, and the variants that it replaces."""

    term: Annotated[str, Meta(min_length=1, title="统一说法", extra={"zh": "用"}, description="统一用的说法")]
    variants: Annotated[
        tuple[str, ...], Meta(title="其他说法", extra={"zh": "不用"}, description="都改成统一说法")
    ]


class Terms(Model, frozen=True):
    """The terms of an office; the order of ``names`` is the order of rank."""

    keeps_marks: ClassVar[bool] = True

    names: Annotated[
        tuple[OfficeName, ...], Meta(title="名单", extra={"zh": "名单"}, description="按排名先后写")
    ] = ()
    formulas: Annotated[
        tuple[str, ...],
        Meta(title="规范表述", extra={"zh": "规范表述"}, description="一字不能差的提法，连同引号标点"),
    ] = ()
    avoid: Annotated[
        tuple[AvoidedWord, ...], Meta(title="慎用词", extra={"zh": "慎用词"}, description="不用的说法")
    ] = ()
    preferred: Annotated[
        tuple[PreferredTerm, ...],
        Meta(title="统一说法", extra={"zh": "统一说法"}, description="一个事物一个说法"),
    ] = ()


def read_terms(path: Path) -> Terms:
    """Return the terms in the file at ``path``, a YAML or a table.

    Raises ParameterError with all faults of the file, each with its place and remedy.
    """
    if path.suffix.lower() in _TABLES:
        return _terms_in(read_source(path))
    return read_mapping(path, Terms)


def _terms_in(source: Source) -> Terms:
    """Return the terms in a table: in each row what it is, the words, and what belongs to them."""
    faults: list[Diagnostic] = []
    rows: dict[str, list[tuple[str, str]]] = {name: [] for name in _COLUMNS}
    for number, cells in _rows(source):
        name, words = cells[0], cells[1] if len(cells) > 1 else ""
        if name not in rows:
            message = _("no such terms: {name}").format(name=name)
            faults.append(
                Diagnostic("C102", message, source.span(number, 1, len(name)), did_you_mean(name, _COLUMNS))
            )
        elif not words:
            message = _("the row has no words behind {name}").format(name=name)
            faults.append(
                Diagnostic("C102", message, source.span(number, 1, len(name)), _("put a tab and the words"))
            )
        else:
            rows[name].append((words, cells[2] if len(cells) > 2 else ""))
    if faults:
        raise ParameterError(faults)
    names, formulas, avoid, preferred = rows.values()
    return Terms(
        names=tuple(OfficeName(name=name, post=post) for name, post in names),
        formulas=tuple(words for words, _more in formulas),
        avoid=tuple(AvoidedWord(word=word, instead=instead) for word, instead in avoid),
        preferred=tuple(
            PreferredTerm(term=term, variants=tuple(filter(None, variants.split("、"))))
            for term, variants in preferred
        ),
    )


# What the first column of a table says, in the order of the fields of Terms.
_COLUMNS = ("名单", "规范表述", "慎用词", "统一说法")


def _rows(source: Source) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(source.lines, 1):
        if line.strip() and not line.startswith("#"):
            yield number, [cell.strip() for cell in line.split("\t")]
