"""Every key of the YAML on one page, made from the model: docs/yaml.md."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import NODEFAULT, Struct

from drafter.fields import FieldPlan, plan_of
from drafter.i18n import _
from drafter.parameters import Parameters


def key_reference() -> str:
    """Return a Markdown page with a table of keys for each mapping of the YAML."""
    lines = [f"# {_('The keys of the YAML')}", "", _("Made by `drafter schema --markdown`; do not edit."), ""]
    for path, model in _models(Parameters, "", set()):
        lines += [f"## {f'`{path}`' if path else _('At the top')}", ""]
        lines += [f"| {_('key')} | {_('label')} | {_('what to write')} | {_('form')} |", "|---|---|---|---|"]
        lines += [_row(plan) for plan in plan_of(model).values()]
        lines.append("")
    return "\n".join(lines)


def _models(model: type[Struct], path: str, seen: set[type]) -> Iterator[tuple[str, type[Struct]]]:
    yield path, model
    seen.add(model)
    for plan in plan_of(model).values():
        if plan.is_model and plan.type not in seen:
            below = f"{path}.{plan.key}".lstrip(".") + ("[]" if plan.is_list else "")
            yield from _models(plan.type, below, seen)


def _row(plan: FieldPlan) -> str:
    description = plan.hint.replace("|", "\\|")
    return f"| `{plan.key}` | {plan.label} | {description} | {_form(plan)} |"


def _form(plan: FieldPlan) -> str:
    words = [_type_name(plan)]
    if plan.is_list:
        words.append(_("one or a list"))
    if plan.required:
        words.append(_("required"))
    elif plan.default not in (None, (), NODEFAULT) and not isinstance(plan.default, Struct):
        words.append(_("default {value}").format(value=f"`{_yaml(plan.default)}`"))
    return _(", ").join(words)


def _type_name(plan: FieldPlan) -> str:
    choices = getattr(plan.type, "__args__", None)
    if choices:
        return " ".join(f"`{choice}`" for choice in choices)
    if plan.is_model:
        short = getattr(plan.type, "shorthand", "")
        return _("mapping, or its `{key}` as text").format(key=short) if short else _("mapping")
    names = {str: _("text"), bool: "`true` `false`", int: _("whole number"), float: _("number")}
    return names.get(plan.type, _("date"))


def _yaml(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
