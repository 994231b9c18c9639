"""The office's own terms: names with posts and rank, exact formulas, words to avoid, terms to prefer.

All of it stands in the file that ``terms`` of drafter.toml names; without one, these rules find nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from drafter.check.finding import Basis, Fix, Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.facts import patterns as re
from drafter.facts.cut.cues import alternatives
from drafter.i18n import message

# What stands between two names of one list: posts, a comma of lists, no verb.
_LONGEST_BETWEEN = 30
_BETWEEN = re.compile("[^，。；：！？,;:]*[、和及与][^，。；：！？,;:]*")
# Of a shorter formula a changed character makes another word; in a longer one a word may be changed.
_SHORTEST_INEXACT = 6
_WORD = 2
# With more than one in so many of its characters changed, a long formula is another sentence.
_SHARE_CHANGED = 6
_MARK = re.compile(r"[^\w%％]|_")
_QUOTES = "“”‘’\"'《》〈〉"


@rule(
    "office-wrong-post",
    "职务与名单不符",
    Severity.ERROR,
    Basis.OFFICE,
    why="姓名前的职务与本单位名单上的不一样。职务写错是讲话稿里最不能出的差错。",
    bad="副市长贺云章主持会议。（名单：市长）",
    good="市长贺云章主持会议。",
)
def wrong_post(manuscript: Manuscript, settings: Settings) -> Iterator[Found]:
    """Find a post before a listed name that the list does not give to that person."""
    for known in settings.terms.names:
        titles = {found[0] for piece in known.post.split("、") if (found := _title().search(piece))}
        for number, start in _occurrences(manuscript, known.name) if titles else ():
            before = manuscript.lines[number].text[:start].rstrip()
            found = _title().search(before)
            if found and found[0] not in titles:
                text = message("{name} is {post} in the list of the office", name=known.name, post=known.post)
                yield Found(number, found.start(), start + len(known.name), text, message("check the post"))


@rule(
    "office-rank-order",
    "排名先后与名单不符",
    Severity.WARNING,
    Basis.OFFICE,
    why="并列出现的姓名，先后应与本单位名单一致。",
    bad="柏青、贺云章出席会议。（名单：贺云章在前）",
    good="贺云章、柏青出席会议。",
)
def rank_order(manuscript: Manuscript, settings: Settings) -> Iterator[Found]:
    """Find a listed name that stands in one list behind a name of lower rank."""
    ranks = {known.name: rank for rank, known in enumerate(settings.terms.names)}
    if len(ranks) < 2:
        return
    names = re.compile("|".join(map(re.escape, sorted(ranks, key=len, reverse=True))))
    for number, line in enumerate(manuscript.lines):
        before: re.Match[str] | None = None
        for found in names.finditer(line.text):
            if (
                before
                and _is_list(line.text[before.end() : found.start()])
                and ranks[found[0]] < ranks[before[0]]
            ):
                text = message("{first} ranks before {second}", first=found[0], second=before[0])
                yield Found(
                    number, before.start(), found.end(), text, message("put them in the order of the list")
                )
            before = found


@rule(
    "office-inexact-formula",
    "规范表述有出入",
    Severity.ERROR,
    Basis.OFFICE,
    why="本单位列为规范表述的提法，字和标点都不能差。",
    bad="增强四个意识。（规范表述：“四个意识”）",
    good="增强“四个意识”。",
    needs_judgement=False,
)
def inexact_formula(manuscript: Manuscript, settings: Settings) -> Iterator[Found]:
    """Find what is a listed formula but for some characters or marks."""
    for formula in settings.terms.formulas:
        for number, line in enumerate(manuscript.lines):
            for start, end in _inexact(formula, line.text):
                text = message("the formula is {formula}", formula=formula)
                yield Found(number, start, end, text, fix=Fix(formula))


@rule(
    "office-avoided-word",
    "慎用词",
    Severity.WARNING,
    Basis.OFFICE,
    why="本单位约定不用的说法。",
    bad="弱势群体（慎用词，改为：困难群众）",
    good="困难群众",
    needs_judgement=False,
)
def avoided_word(manuscript: Manuscript, settings: Settings) -> Iterator[Found]:
    """Find a word that the office does not use."""
    for known in settings.terms.avoid:
        for number, start in _occurrences(manuscript, known.word, within=known.instead):
            text = message("the office does not say {word}", word=known.word)
            remedy = message("say {word}", word=known.instead) if known.instead else None
            fix = Fix(known.instead) if known.instead else None
            yield Found(number, start, start + len(known.word), text, remedy, fix)


@rule(
    "office-other-term",
    "说法不统一",
    Severity.WARNING,
    Basis.OFFICE,
    why="一个事物在本单位的稿子里只用一个说法。",
    bad="综治中心（统一说法：社会治安综合治理中心）",
    good="社会治安综合治理中心",
    needs_judgement=False,
)
def other_term(manuscript: Manuscript, settings: Settings) -> Iterator[Found]:
    """Find a variant of a term that the office has settled."""
    for known in settings.terms.preferred:
        for variant in filter(None, known.variants):
            for number, start in _occurrences(manuscript, variant, within=known.term):
                text = message("the office says {term}, not {variant}", term=known.term, variant=variant)
                yield Found(number, start, start + len(variant), text, fix=Fix(known.term))


@lru_cache(maxsize=1)
def _title() -> re.Pattern[str]:
    """Return the pattern of the last word of a post at the end of a text."""
    return re.compile(f"副?(?:{alternatives('post')}|常委|书记|部长|秘书长|检察长)$")


def _is_list(between: str) -> bool:
    return len(between) <= _LONGEST_BETWEEN and _BETWEEN.fullmatch(between) is not None


def _occurrences(manuscript: Manuscript, word: str, within: str = "") -> Iterator[tuple[int, int]]:
    """Yield the lines and starts of ``word``, except where it is part of the term ``within``."""
    offset = within.find(word) if within else -1
    for number, line in enumerate(manuscript.lines):
        start = line.text.find(word)
        while start >= 0:
            if offset < 0 or not line.text.startswith(within, max(start - offset, 0)):
                yield number, start
            start = line.text.find(word, start + len(word))


def _inexact(formula: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of ``text`` that are ``formula`` but for marks, or for few characters."""
    core = _MARK.sub("", formula)
    places = [place for place, sign in enumerate(text) if not _MARK.match(sign)]
    letters = "".join(text[place] for place in places)
    for start, end in _nearly(core, letters):
        first, last = places[start], places[end - 1] + 1
        # Quotation marks around the words are part of the formula where it has them.
        while first and text[first - 1] in _QUOTES and formula[0] in _QUOTES:
            first -= 1
        while last < len(text) and text[last] in _QUOTES and formula[-1] in _QUOTES:
            last += 1
        if text[first:last] != formula and formula not in text[max(first - 2, 0) : last + 2]:
            yield first, last


def _nearly(core: str, letters: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of ``letters`` that equal ``core``, or have one half of it and nearly the other."""
    if not core:
        return
    start = letters.find(core)
    seen: list[tuple[int, int]] = []
    while start >= 0:
        seen.append((start, start + len(core)))
        start = letters.find(core, start + len(core))
    if len(core) >= _SHORTEST_INEXACT:
        seen += _with_half(core, letters, seen)
    yield from seen


def _with_half(core: str, letters: str, exact: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    middle = len(core) // 2
    most = max(len(core) // _SHARE_CHANGED, _WORD if len(core) > _SHORTEST_INEXACT else 1)
    for half, offset in ((core[:middle], 0), (core[middle:], middle)):
        start = letters.find(half)
        while start >= 0:
            low, high = start - offset, start - offset + len(core)
            if low >= 0 and high <= len(letters) and not any(a < high and low < b for a, b in exact):
                changed = sum(a != b for a, b in zip(core, letters[low:high], strict=True))
                if 0 < changed <= most:
                    yield low, high
            start = letters.find(half, start + 1)
