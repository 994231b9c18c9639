"""Those whom one wish praises together: who has no fact of his own is praised with the others.

骨科和眼科要表扬 is said behind the one fact that names both, 白水镇和城关镇 behind that of 白水镇.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from drafter.facts.sheet import IntentKind
from drafter.templating.compose.composition import bare
from drafter.templating.compose.material import Material
from drafter.templating.compose.wishes.deeds import Deed, whom


def praised_together(deeds: Sequence[Deed], material: Material) -> list[Deed]:
    """Return deeds, each with those of whom nothing else is told and whom the same wish praises."""
    return [_with_others(deed, deeds, material) for deed in deeds]


def _with_others(deed: Deed, deeds: Sequence[Deed], material: Material) -> Deed:
    """Return a deed with those whom its own words name as well, the last one with those whom none names."""
    own = [d for d in deeds if d.intent is deed.intent]
    parts = whom(deed.intent)
    if deed.intent.kind is not IntentKind.PRAISE or len(parts) < 2:
        return deed
    left = [w for w in parts if w not in material.spared_names and not any(w in d.who for d in own)]
    words = "".join(bare(s.words) for s in deed.statements)
    named = [who for who in left if who in words]
    last = deed is own[-1]
    unnamed = [who for who in left if not any(who in bare(s.words) for d in own for s in d.statements)]
    honoured = "和".join((deed.honoured or deed.who, *named)) if named else deed.honoured
    return replace(deed, honoured=honoured, beside=tuple(unnamed) if last else ())
