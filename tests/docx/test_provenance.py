"""What a document keeps in its own properties, so that it can be updated."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import drafter
from drafter.docx.provenance import provenance_properties, read_provenance
from drafter.docx.read.document import parse_document
from drafter.docx.write.document import write_docx
from drafter.library import builtin_library
from drafter.models.meeting import Meeting, Speaker
from drafter.models.parameters import Parameters
from drafter.speech.digests import digest_prose, is_digest
from drafter.speech.tree import Speech

from .speeches import parts, words

EXAMPLE = Path(__file__).parents[2] / "examples" / "social-work-conference.yaml"
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=400)


def speech_of(parameters: Parameters) -> Speech:
    return Speech(title=words("讲话"), kind=parameters.kind, given=msgspec.json.encode(parameters).decode())


@given(name=TEXTS, post=TEXTS)
def test_what_was_kept_is_recalled(name: str, post: str) -> None:
    parameters = Parameters(kind="deployment", meeting=Meeting(name=name), speaker=Speaker(post=post))
    provenance = read_provenance(provenance_properties(speech_of(parameters), {1: "0123ab", 7: "ffffff"}))

    assert provenance is not None
    assert provenance.given == parameters
    assert provenance.digests == {1: "0123ab", 7: "ffffff"}


def test_a_depth_that_there_is_not_is_none() -> None:
    parameters = Parameters(kind="deployment", meeting=Meeting(name="会"))
    provenance = read_provenance(
        provenance_properties(speech_of(parameters), {}) | {"drafter.depth": "endless"}
    )

    assert provenance is not None
    assert provenance.depth == ""


@given(post=TEXTS)
def test_no_property_is_longer_than_word_shows(post: str) -> None:
    parameters = Parameters(kind="deployment", meeting=Meeting(name="会"), speaker=Speaker(post=post))

    for value in provenance_properties(speech_of(parameters), {}).values():
        assert len(value.encode("utf-16-le")) // 2 <= 255


def test_prose_is_kept_as_its_digest_with_its_last_character() -> None:
    kept = digest_prose(
        Parameters(kind="deployment", meeting=Meeting(name="会"), closing="一段话。\n又一段！")
    )

    assert kept.closing is not None
    assert [(is_digest(line), line[-1]) for line in kept.closing.split("\n")] == [
        (True, "。"),
        (True, "！"),
    ]
    assert digest_prose(kept) == kept


def test_a_document_remembers_all_that_was_given() -> None:
    parameters = drafter.load(EXAMPLE)
    speech = drafter.draft(parameters)
    manuscript = parse_document(write_docx(speech, builtin_library().layout(speech.layout)))

    assert manuscript is not None
    provenance = read_provenance(manuscript.stored)
    assert provenance is not None
    assert provenance.given == digest_prose(parameters)
    assert (provenance.kind, provenance.depth) == ("deployment", "standard")


def test_the_properties_are_the_user_s_own_and_numbered_from_two() -> None:
    speech = drafter.draft(drafter.load(EXAMPLE))
    docx = write_docx(speech, builtin_library().layout(speech.layout))
    entries = list(etree.fromstring(parts(docx)["docProps/custom.xml"]))

    assert [int(entry.get("pid")) for entry in entries] == list(range(2, len(entries) + 2))
    assert len({entry.get("name") for entry in entries}) == len(entries)


@pytest.mark.parametrize(
    "given_text",
    ["", "{", "[]", "null", '{"kind": 1}', '{"kind": "deployment"}', '{"nothing": "known"}', "\x00"],
)
def test_what_makes_no_sense_is_no_provenance(given_text: str) -> None:
    assert read_provenance({"drafter.given.1": given_text, "drafter.marks.1": "1:zz"}) is None


def pieces(text: str) -> dict[str, str]:
    return {
        f"drafter.given.{place // 255 + 1}": text[place : place + 255] for place in range(0, len(text), 255)
    }


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, '{"nothing":' * 50_000, '{"style":{"minutes":' + "9" * 9_000 + "}}", " " * 2_000_000],
    ids=["lists", "mappings", "digits", "blanks"],
)
def test_what_is_far_too_much_is_no_provenance(text: str) -> None:
    assert read_provenance(pieces(text)) is None


@given(st.dictionaries(st.sampled_from(["drafter.kind", "drafter.depth", "drafter.marks.1"]), TEXTS))
def test_whatever_else_a_stranger_wrote_there_is_harmless(others: dict[str, str]) -> None:
    given_text = '{"kind":"deployment","meeting":{"name":"会"}}'

    provenance = read_provenance({**pieces(given_text), **others})

    assert provenance is not None
    assert provenance.given.kind == "deployment"
