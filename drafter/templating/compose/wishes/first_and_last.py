"""Whether a speech begins, ends and calls things as the leader wants it."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.sheet import Intent, IntentKind
from drafter.facts.wishes.wish_ends import (
    begins_from,
    begins_straight,
    begins_with_wrongs,
    begins_without_figures,
    ends_on,
    ends_shortly,
    leaves_end,
    puts_good_later,
)
from drafter.i18n import _
from drafter.i18n.text import count_spoken
from drafter.templating.compose.around.beginning import begins_with, has_figures
from drafter.templating.compose.around.front import salutation_of
from drafter.templating.compose.around.passages import LEFT_TO_SPEAKER
from drafter.templating.compose.composition import Sentence
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.sequence import tells_good_later
from drafter.templating.compose.wishes.plainness import bars_sermon
from drafter.templating.compose.wishes.wished import wished

# A speech that comes to the matter at once tells a fact in so many sentences.
SOON = 4
# A short end has at most so many characters in its last two sentences.
SHORT_END = 80
# So many sentences end a speech.
LAST = 3
# 称“全院”“科室”: how those told of are to be called.
_MAY = re.compile("可以|也行|都行")
_CALLS = re.compile("(?:一律|统一|都|全)?(?:要|得)?[称叫]")


def is_called(intent: Intent, material: Material, text: str) -> tuple[bool, str] | None:
    """Return whether a text has one of the words by which a wish has things called; None for other wishes."""
    if intent.kind is not IntentKind.WORDING or not intent.words or not _CALLS.match(intent.text):
        return None
    words = [part for word in intent.words for part in word.split("、")]
    called = any(word in f"{salutation_of(material)}{text}" for word in words)
    if not called and _MAY.search(intent.text):
        return None
    return called, _("they are called so") if called else _("no sentence says it")


def stands_first_or_last(
    intent: Intent, material: Material, sentences: Sequence[Sentence]
) -> tuple[bool, str] | None:
    """Return whether a speech begins and ends as a wish has it; None for a wish about something else."""
    return (
        _begins(intent, material, sentences)
        or _ends(intent, material, sentences)
        or _opens_with(intent, material, sentences)
    )


def _begins(intent: Intent, material: Material, sentences: Sequence[Sentence]) -> tuple[bool, str] | None:
    """Return whether the first fact is that with which a wish begins; None for other wishes."""
    if begins_from(intent.text) or begins_with_wrongs(intent.text):
        wanted = {fact.group for fact in begins_with(material)}
        said = [material.fact(id_).group for s in sentences for id_ in s.facts]
        told = bool(said) and said[0] in wanted and wanted <= set(said)
        return told, _("it is said") if told else _("no sentence says it")
    if begins_without_figures(intent.text):
        first = next((s for s in sentences if s.facts), None)
        figures = first.text if first is not None and has_figures(first.text) else ""
        return not figures, figures or _("the text does not touch it")
    if puts_good_later(intent.text):
        told = tells_good_later([material.fact(id_).type for s in sentences for id_ in s.facts])
        return told, _("it is said") if told else _("no sentence says it")
    if intent.kind is IntentKind.OPENING and bars_sermon(intent) and not begins_straight(intent.text):
        # No part has a lead then.
        return True, _("nothing is said of it beyond the facts")
    if begins_straight(intent.text):
        return any(s.facts for s in sentences[:SOON]), _("the matter comes at once")
    return None


def _ends(intent: Intent, material: Material, sentences: Sequence[Sentence]) -> tuple[bool, str] | None:
    """Return whether the last sentences are as a wish has them; None for other wishes."""
    if leaves_end(intent.text):
        return bool(sentences) and LEFT_TO_SPEAKER in sentences[-1].text, _("the end is left blank")
    if what := ends_on(intent.text):
        told = any(what in s.text for s in sentences[-LAST:])
        return told, _("it is said") if told else _("no sentence says it")
    if ends_shortly(intent.text) and not wished(intent, material):
        size = sum(count_spoken(s.text) for s in sentences[-2:])
        return size <= SHORT_END, _("the end has {count} characters").format(count=size)
    return None


def _opens_with(intent: Intent, material: Material, sentences: Sequence[Sentence]) -> tuple[bool, str] | None:
    """Return whether the first fact that is said is one of those with which a wish has the speech open."""
    wanted = {fact.id for fact in material.told() if material.opens_by(intent, fact)}
    first = next((set(s.facts) for s in sentences if s.facts), set())
    told = bool(wanted & first)
    return (told, _("it is said") if told else _("no sentence says it")) if wanted else None
