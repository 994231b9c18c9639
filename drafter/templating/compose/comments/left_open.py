"""Where in a speech it stands what the sheet leaves open: beside its statement, behind it, or at the end."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.facts import patterns as re
from drafter.facts.kinship.sharing import pairs_in
from drafter.facts.sheet import FactType
from drafter.templating.compose.comments.told import Told
from drafter.templating.compose.composition import Sentence, bare, sentence
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.statement import Statement
from drafter.templating.compose.wishes.unsettled import may_be_named
from drafter.templating.compose.words.blanks import blank_clause

# So short a beginning of a blank leads on from the statement: 之前是, 剩下的按.
LONGEST_LINK = 4


def blank_of(statement: Statement, material: Material) -> dict[str, Sentence]:
    """Return the sentence with the blanks that the sheet has beside a statement, by where it stands.

    What is open about another matter stands behind what is said of this one.
    """
    beside = (b for b in material.blanks if set(b.about) & set(statement.ids))
    about = [b for b in beside if may_be_named(b, material.intents)]
    said = dict.fromkeys(blank_clause(blank, statement, material) for blank in about)
    text = "".join(said)
    place = "open" if _is_of_another(text, statement) else "blank"
    return {place: sentence(text, statement.ids, "blank")} if text else {}


def place_blanks(those: Sequence[Told], material: Material) -> None:
    """Put the blanks that belong to no fact behind the statement whose words they share, else at the end."""
    said = {p.text for t in those for s in t.sentences.values() for p in s.pieces if p.kind == "blank"}
    for blank in material.blanks:
        untold = blank.about or blank.what in said or not may_be_named(blank, material.intents)
        text = "" if untold else blank_clause(blank, None, material)
        free = [t for t in those if not t.sentences.keys() & {"blank", "open"}]
        # What is open is no part of anybody's story.
        free = [t for t in free if t.statement.type is not FactType.CASE] or free
        if not text or not free:
            continue
        best = max(free, key=lambda t: _likeness(blank.what, bare(t.statement.words)))
        if _likeness(blank.what, bare(best.statement.words)) < 2:
            best, text = free[-1], f"另外，{text}"
        best.sentences["open"] = sentence(text, best.statement.ids, "blank")


def _is_of_another(blank: str, statement: Statement) -> bool:
    """Whether a blank has a matter of its own in front: 秋天落叶路选【条数】条; 人从【科室】抽 has none."""
    front = bare(blank).partition("【")[0]
    # 砍病树补【标准】 goes on with other money.
    short = len(front) == LONGEST_LINK and statement.type is not FactType.FUND
    is_matter = len(front) > LONGEST_LINK or short and not re.search("的|^[之其这那]", front)
    return is_matter and not _alike(bare(blank), bare(statement.words))


def _likeness(what: str, words: str) -> int:
    """Return how many pairs of signs a blank shares with words, one more where all but its noun is there."""
    return _alike(what, words) + (len(what) > 3 and what[:-2] in words)


def _alike(first: str, second: str) -> int:
    """Return how many pairs of signs two texts share."""
    return len(pairs_in(first) & pairs_in(second))
