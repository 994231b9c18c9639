"""Every kind, from the least YAML and from its sample: what an editor would ask of any draft."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

import drafter
from drafter.library import builtin_library
from drafter.models.parameters import Parameters
from drafter.speech.tree import Speech

from .reading import DEPTHS, PAPERS, THREE_PARTS, changed_share, complaints, least, length_of, sample

LIBRARY = builtin_library()
KINDS = LIBRARY.kinds()
VARIATIONS = (1, 2, 3, 4)

each_speech = pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in PAPERS])
each_kind = pytest.mark.parametrize("kind", KINDS)
each_three_part_kind = pytest.mark.parametrize("kind", THREE_PARTS)
each_source = pytest.mark.parametrize("source", ["least", "sample"])


def parameters_of(kind: str, source: str) -> Parameters:
    return least(kind) if source == "least" else sample(kind, LIBRARY)


def drafted(kind: str, source: str, depth: str = "standard", variation: int = 1) -> Speech:
    parameters = parameters_of(kind, source)
    style = replace(parameters.style, depth=depth, variation=variation)
    return drafter.draft(replace(parameters, style=style), LIBRARY)


@pytest.mark.slow
@each_kind
@each_source
@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize("variation", VARIATIONS)
def test_an_editor_has_nothing_to_send_back(kind: str, source: str, depth: str, variation: int) -> None:
    assert [] == complaints(drafted(kind, source, depth, variation))


@pytest.mark.slow
@each_three_part_kind
@each_source
@pytest.mark.parametrize("variation", VARIATIONS)
def test_each_depth_is_longer_by_a_third(kind: str, source: str, variation: int) -> None:
    brief, standard, full = (length_of(drafted(kind, source, depth, variation)) for depth in DEPTHS)

    assert standard >= brief * 4 / 3 and full >= standard * 4 / 3, (brief, standard, full)


@pytest.mark.slow
@each_speech
@pytest.mark.parametrize("depth", DEPTHS)
@pytest.mark.parametrize("variation", VARIATIONS)
def test_the_next_variation_says_two_sentences_in_five_otherwise(
    kind: str, depth: str, variation: int
) -> None:
    one, other = (drafted(kind, "least", depth, number) for number in (variation, variation + 1))

    assert 0.4 <= changed_share(one, other)


@pytest.mark.slow
@each_kind
def test_the_same_variation_says_the_same(kind: str) -> None:
    assert drafted(kind, "least") == drafted(kind, "least")


@pytest.mark.slow
@each_kind
def test_a_sample_leaves_no_blank(kind: str) -> None:
    parameters = sample(kind, LIBRARY)
    summary = drafter.summarize(drafter.draft(parameters, LIBRARY), LIBRARY.kind(kind), parameters.style)

    assert [] == [blank.path for blank in summary.blanks]
