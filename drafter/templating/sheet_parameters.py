"""A task sheet as the parameters of its meeting: what it gives, and which facts belong together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drafter.facts.given import facts_of, words_for
from drafter.facts.kinship.links import find_links
from drafter.facts.sheet import Fact, Sheet
from drafter.models.parameters import Parameters
from drafter.models.validate import validate
from drafter.templating.sheet_values import Values, values_of

# What a sheet that names no kind of meeting is taken for.
USUAL_KIND = "deployment"
# What stands for the name of a meeting that the sheet does not name.
UNNAMED = "【会议名称】"


def linked_values(sheet: Sheet, kind: str, name: str) -> Values:
    """Return the values of a sheet, with what belongs together in it and would not be seen in the YAML."""
    values = values_of(sheet, kind, name)
    parameters, _problems = validate(values.data, Parameters)
    if parameters is not None:
        ids = {f"facts.{key}[{place}]": known for known, (_f, key, place) in values.paths.items()}
        seen = {(ids[link.source], ids[link.target]) for link in find_links(facts_of(parameters))}
        pairs = [(link.source, link.target) for link in find_links(sheet.facts)]
        _belonging(values, sheet.facts, (pair for pair in pairs if pair not in seen))
    _shortened(values)
    return values


def parameters_of_sheet(sheet: Sheet, kind: str = USUAL_KIND, name: str = UNNAMED) -> Parameters:
    """Return the parameters that the YAML of a sheet has; ``name`` stands for a meeting without one."""
    parameters, problems = validate(linked_values(sheet, kind, name).data, Parameters)
    assert parameters is not None, problems
    return parameters


def _belonging(values: Values, facts: Sequence[Fact], pairs: Iterable[tuple[str, str]]) -> None:
    """Write to each fact of ``pairs`` of ids the words of the other, to which it belongs."""
    by_id = {fact.id: fact for fact in facts}
    for source, target in pairs:
        others = [fact for fact in facts if fact.id != source and fact.id in values.paths]
        words = words_for(by_id[target], others)
        if source in values.paths and target in values.paths and words:
            _facts, key, place = values.paths[source]
            known = values.data["facts"][key][place].setdefault("for", [])
            if words not in known:
                known.append(words)


def _shortened(values: Values) -> None:
    """Write each fact that is nothing but its text as that text."""
    for items in values.data.get("facts", {}).values():
        items[:] = [item["text"] if set(item) == {"text"} else item for item in items]
