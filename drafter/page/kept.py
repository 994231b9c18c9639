"""What the page keeps in memory between two requests: the latest few things, under keys nobody can guess."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from threading import Lock
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class Kept(Generic[Thing]):
    """The latest ``most`` things that were kept."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._things: OrderedDict[str, Thing] = OrderedDict()
        self._lock = Lock()

    def keep(self, thing: Thing) -> str:
        """Keep a thing, and return its key; the oldest goes where there are too many."""
        key = secrets.token_urlsafe(12)
        with self._lock:
            self._things[key] = thing
            while len(self._things) > self._most:
                self._things.popitem(last=False)
        return key

    def get(self, key: str) -> Thing | None:
        """Return what is kept under ``key``, None where nothing is."""
        return self._things.get(key)
