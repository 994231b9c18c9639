"""Which names stand for what, at one place of a template."""

from __future__ import annotations

from drafter.rendering.static.shapes import ANYTHING, Shape, joined


class Scope:
    """Names and their shapes; what is not found here is looked for further out."""

    def __init__(self, outer: Scope | None = None, names: dict[str, Shape] | None = None) -> None:
        self.outer = outer
        self.names = names or {}

    def holder_of(self, name: str) -> Scope | None:
        """Return the scope, this one or one further out, that has ``name``; None where there is none."""
        scope: Scope | None = self
        while scope is not None and name not in scope.names:
            scope = scope.outer
        return scope

    def find(self, name: str) -> Shape | None:
        """Return the shape of what ``name`` stands for, None where it stands for nothing."""
        holder = self.holder_of(name)
        return holder.names[name] if holder else None

    def known(self) -> list[str]:
        """Return the names that can be used here; not those that Jinja itself has, furthest out."""
        return [*self.names, *self.outer.known()] if self.outer else []

    def merge(self, branches: list[dict[str, Shape]]) -> None:
        """Take over what the branches of a condition have set: each name is what any of them made it."""
        for name in dict.fromkeys(name for names in branches for name in names):
            shapes = [names.get(name) or self.find(name) or ANYTHING for names in branches]
            self.names[name] = joined(shapes)


class Given(Scope):
    """The names that every template has: the parameters, and what is made of them."""
