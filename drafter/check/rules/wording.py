"""Words that are often mistyped, by the list in wording.tsv. Each entry can be switched off."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.check.finding import Basis, Fix, Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Found, rule
from drafter.check.settings import Settings
from drafter.check.wording import slips_in
from drafter.i18n import message


def _found(manuscript: Manuscript, settings: Settings, code: str, level: str) -> Iterator[Found]:
    for slip in slips_in(manuscript):
        entry = slip.entry
        if entry.level != level or not settings.wants(f"{code}:{entry.wrong}"):
            continue
        text = message("{wrong} should be {right}", wrong=entry.wrong, right=entry.right)
        if level != "必错":
            text = message("{wrong} is probably {right}", wrong=entry.wrong, right=entry.right)
        remedy = message("{why}", why=entry.why) if entry.why else message("write {words}", words=entry.right)
        fix = Fix(entry.right) if level == "必错" else None
        yield Found(slip.line, slip.start, slip.end, text, remedy, fix)


@rule(
    "wrong-word",
    "错别字",
    Severity.ERROR,
    Basis.PRACTICE,
    why="这些写法在现代汉语里没有，都是形近、音近造成的错别字。单条可以停用：ignore 里写 wrong-word:布署。",
    bad="会议布署了下一步工作。",
    good="会议部署了下一步工作。",
    needs_judgement=False,
)
def wrong_word(manuscript: Manuscript, settings: Settings) -> Iterator[Found]:
    """Find words that are no words, of the entries of level 必错 in wording.tsv."""
    yield from _found(manuscript, settings, "wrong-word", "必错")


@rule(
    "doubtful-word",
    "疑似用错的词",
    Severity.WARNING,
    Basis.PRACTICE,
    why="这些词本身不错，但在这样的上下文里多半该用另一个音近的词，请看清意思再定。",
    bad="我们一起渡过了困难时期。",
    good="我们一起度过了困难时期。",
)
def doubtful_word(manuscript: Manuscript, settings: Settings) -> Iterator[Found]:
    """Find words that are probably others between the words around them: level 疑似 in wording.tsv."""
    yield from _found(manuscript, settings, "doubtful-word", "疑似")


@rule(
    "loose-word",
    "用词可再斟酌",
    Severity.HINT,
    Basis.PRACTICE,
    why="这些写法不算错，公文里另有通行的写法，全篇宜统一。",
    bad="其它单位参照执行。",
    good="其他单位参照执行。",
)
def loose_word(manuscript: Manuscript, settings: Settings) -> Iterator[Found]:
    """Find words that official papers write otherwise: level 提示 in wording.tsv."""
    yield from _found(manuscript, settings, "loose-word", "提示")
