"""What the leader wants, as switches: the lists of the intent, and what the facts offer for them."""

from __future__ import annotations

from functools import partial

from msgspec import Struct, to_builtins

from drafter.facts.given import WISHES, facts_of
from drafter.facts.sheet import FactType
from drafter.i18n import _
from drafter.models.facts import Intent
from drafter.models.fields import fields_of
from drafter.models.parameters import Parameters
from drafter.page.facts import known_names
from drafter.page.forms import Option, id_of, options_of
from drafter.page.meetings import State, set_items
from drafter.yaml.changes import UnsettableError

# What the wishes to say little mean most often.
SPARED = ("意义", "成绩", "形势", "案例")
# So many words are offered for a list.
MOST_OFFERS = 8


class Wishes(Struct, frozen=True):
    """A list of the intent: its items, and what is offered besides."""

    path: str
    label: str
    hint: str
    items: tuple[str, ...]
    offers: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of the list in the page."""
        return id_of(self.path)


def wishes_of(parameters: Parameters) -> tuple[Wishes, ...]:
    """Return the lists of wishes, each with what the facts offer for it."""
    specs = fields_of(Intent)
    offers = partial(_offers, parameters)
    return tuple(
        Wishes(
            f"intent.{key}", specs[key].label, specs[key].hint, getattr(parameters.intent, key), offers(key)
        )
        for key in WISHES
    )


def _offers(parameters: Parameters, key: str) -> tuple[str, ...]:
    facts = facts_of(parameters)
    if key == "spare":
        found = list(SPARED)
    elif key in ("named", "unnamed"):
        found = [fact.who for fact in facts if fact.type is FactType.PROBLEM]
    elif key == "stress":
        weighty = (FactType.PROBLEM, FactType.TASK)
        found = [fact.topic for fact in facts if fact.type in weighty and len(fact.topic) > 1]
    else:
        found = []
    given = getattr(parameters.intent, key)
    return tuple(name for name in known_names(found) if name not in given)[:MOST_OFFERS]


def tones() -> tuple[Option, ...]:
    """Return the tones that a speech can have."""
    return options_of(fields_of(Intent)["tone"], {})


def switched(state: State, path: str, word: str) -> str:
    """Return the text with ``word`` in the list at ``path``, or without it where it is there."""
    items = _words_at(state.given, path)
    kept = [item for item in items if item != word] if word in items else [*items, word]
    return set_items(state, path, kept, len(items))


def _words_at(given: Parameters, path: str) -> list[str]:
    key = path.removeprefix("intent.")
    if path != f"intent.{key}" or key not in WISHES:
        raise UnsettableError(path, _("there is no such key"))
    return list(to_builtins(getattr(given.intent, key)))
