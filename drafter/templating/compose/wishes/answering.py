"""What the leader answers to a request: his own words, or that it is among what is promised."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.figures.numbers import in_numerals
from drafter.facts.missing.blank_names import name_of_missing
from drafter.facts.sheet import FactType, IntentKind
from drafter.templating.compose.around.passages import phrase
from drafter.templating.compose.comments.choice import Chooser
from drafter.templating.compose.comments.told import Told
from drafter.templating.compose.composition import bare, pieces_of, sentence
from drafter.templating.compose.material import Material
from drafter.templating.compose.plan.answered import is_answer
from drafter.templating.compose.words.blanks import blank_clause

_TO_DRAFTER = re.compile(
    "那?[条件句个]?[话事]?(?:要|得)?(?:单独|专门|一[条件]一?[条件])?(?:接住|[回说讲]一?[句下]?$)|别|不要|不能再|勿|莫|要给|也不|不许|不准|[照如]?实话?实?说"
)
# An answer with these words is a no.
_REFUSES = re.compile("不能答应|没(?:有)?(?:政策)?依据|办不了|不归|不是[市县区省]里定")


def answer_requests(paragraphs: Sequence[list[Told]], material: Material, chooser: Chooser) -> None:
    """Put an answer behind each request: what the leader wants said, or that a promise takes it up."""
    _answer_on_line(paragraphs)
    found = _answers(material)
    promises = [fact.id for fact in material.facts if fact.type is FactType.PROMISE]
    promised = {link.target for link in material.links_from(*promises, kind="problem")}
    for paragraph in paragraphs:
        for each in paragraph:
            if each.statement.type is not FactType.REQUEST or each in answered_in(paragraph):
                continue
            id_ = next((i for i in each.statement.ids if i in found), "")
            if id_:
                _answer(each, found[id_], material)
            elif promised & set(each.statement.ids):
                answer = phrase(chooser, "request", "verify", {}, each.statement.key, ["有答复"])
                if answer is not None:
                    each.sentences["answer"] = answer


# How an answer begins, in turn.
_LEADS = ("这件事，", "答复是：", "这一条，")
# 教育局答复，…: who answers is told already.
_ANSWERS_ITSELF = re.compile("[一-鿿]{2,8}(?:答复|回复|回应|表示)")
# From so many on, requests that are answered one by one are counted.
LEAST_COUNTED = 3


def answered_in(paragraph: Sequence[Told]) -> list[Told]:
    """Return the requests of a paragraph that are answered on their line."""
    return [t for t, after in pairwise(paragraph) if is_answer(after.statement, [t.statement])]


def _answer_on_line(paragraphs: Sequence[list[Told]]) -> None:
    """Lead to each answer that stands on the line of its request; a no is told plainly."""
    pairs = [(p, t) for p in paragraphs for t in answered_in(p)]
    for number, (paragraph, asked) in enumerate(pairs):
        after = paragraph[paragraph.index(asked) + 1]
        if after.statement.type is FactType.STANCE:
            refused = bare(after.statement.words)
            asked.sentences["answer"] = sentence(
                f"这件事我照实说，{refused}。", after.statement.ids, "answer"
            )
            asked.natures |= {"难办"}
            paragraph.remove(after)
            continue
        state = after.sentences["state"]
        if _ANSWERS_ITSELF.match(state.text):
            continue
        after.sentences["state"] = replace(
            state, pieces=(*pieces_of(_LEADS[number % len(_LEADS)]), *state.pieces)
        )
    for number, (_paragraph, asked) in enumerate(pairs if len(pairs) >= LEAST_COUNTED else (), 1):
        state = asked.sentences["state"]
        asked.sentences["state"] = replace(
            state, pieces=(*pieces_of(f"第{in_numerals(number)}件，"), *state.pieces)
        )


def _answer(told: Told, text: str, material: Material) -> None:
    """Put an answer behind a request; one that says no is told as such, and what may soften it."""
    said = _without_matter(_spoken(text, material), told.statement.facts[0].text)
    refuses = _REFUSES.search(text) is not None
    lead = "这件事我照实说，" if refuses else "这件事" if not said.startswith(("这", "【")) else ""
    told.sentences["answer"] = sentence(f"{lead}{said}。", told.statement.ids, "answer")
    if refuses:
        told.natures |= {"难办"}


def _without_matter(answer: str, request: str) -> str:
    """Return an answer without the words of the request in front: 缺技工交市人社局 as 交市人社局."""
    size = next((n for n in range(8, 1, -1) if answer[:n] in request), 0)
    while size and answer[size : size + 1] and answer[size] in request:
        size += 1
    return answer[size:].lstrip("，") if size and len(answer) > size + 3 else answer


def _spoken(text: str, material: Material) -> str:
    """Return an answer with a blank for what is not settled yet."""
    said: list[str] = []
    for clause in text.split("，"):
        blank = next((b for b in material.blanks if b.what and _asks_for(clause, b.what)), None)
        said.append(
            blank_clause(blank, None, material).rstrip("。").rpartition("，")[2]
            if blank is not None
            else clause
        )
    return "，".join(said)


def _asks_for(clause: str, what: str) -> bool:
    """Whether a clause tells that what a blank names is missing: 哪天答复没定 and 答复日期."""
    return clause.startswith(what[:4]) or name_of_missing([clause]) == what


def _answers(material: Material) -> dict[str, str]:
    """Return, for the id of a request, what the leader lets be answered to it: 污水费没政策依据，不能答应."""
    found: dict[str, str] = {}
    requests = [f for f in material.facts if f.type is FactType.REQUEST]
    for intent in material.wishes(IntentKind.OTHER):
        clauses = [c for c in re.split("[，；。]", intent.text) if c and not _TO_DRAFTER.search(c[:3])]
        for fact in requests:
            told = [c for c in clauses if not _TO_DRAFTER.match(_without_matter(c, fact.text))]
            if any(_shares(fact.text, c) for c in told):
                found[fact.id] = "，".join(told)
    return found


def _shares(first: str, second: str) -> bool:
    return any(second[i : i + 3] in first for i in range(len(second) - 2)) or any(
        second[i : i + 2] in first and second[i + 2 : i + 3] == first[-1:] for i in range(len(second) - 2)
    )
