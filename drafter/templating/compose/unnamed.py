"""Names that the leader wants unsaid: which they are, and how a text reads without them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from drafter.facts.around import replaced
from drafter.facts.cues import alternatives, has_cue, pattern
from drafter.facts.names import name_at
from drafter.facts.sheet import Blank, Fact, Intent, IntentKind
from drafter.templating.compose.story import full_name

# Places of work that are called like a body.
_PLACE = re.compile("码头|车间|班组|工地|项目部|基地|小区$|[东西南北老新]厂$")
# What is longer names no body, it tells something; a shorter name is too short to look for.
LONGEST_BODY = 10
SHORTEST_NAME = 3
# Words that call for names, and are none: 不念名单.
_NO_NAMES = re.compile("名单|名字|姓名|数字|单位|人|干部")
# Whoever drives or owns something is called by that, and not by a name: 司机.
_ANYBODY = re.compile("^(?:司机|[店车船房业户]主|房东|老板|机手|家长|学生|租客|住户|员工|老师|医生|护士)$")
# 曹某某 spares nobody.
_MASKED = re.compile("某{1,2}$")


def spared_names(facts: Sequence[Fact], intents: Sequence[Intent]) -> tuple[str, ...]:
    """Return the names that wishes spare: of persons, bodies and places of which the facts tell."""
    wishes = (intent for intent in intents if intent.kind is IntentKind.NO_NAME)
    words = {word for intent in wishes for word in intent.words if not _MASKED.search(word)}
    bodies = {name for fact in facts for name in (fact.who, *fact.owners, *fact.partners)}
    known = {name for name in bodies if len(name) >= SHORTEST_NAME}
    # 顾维桢的名字不说: a person whom no list knows.
    people = {re.sub("的(?:名字?|姓名)$", "", word) for word in words}
    people = {n for n in people if name_at(n, 0) == n and not has_cue("post", n) and not _ANYBODY.search(n)}
    people |= {name for word in words for f in facts if (name := full_name(word, f.text))}
    told = {name for name in people if any(_tells_of(f, name) for f in facts)}
    known |= {word for word in words if len(word) > 1 and _is_name(word, facts)}
    return tuple(sorted((words & known) | told))


def _tells_of(fact: Fact, name: str) -> bool:
    """Whether a fact tells of a person; what it ends with is its matter: 河道有阻水沙坝."""
    return name in fact.text and not fact.text.rstrip("。").endswith(name)


def _is_name(word: str, facts: Sequence[Fact]) -> bool:
    """Whether a word that is to stay unsaid names a body or place of which a fact tells."""
    told = any(word in fact.text and word != fact.text for fact in facts)
    named = pattern("body-end").search(word) or _PLACE.search(word)
    # 沙坝 and 水库 tell what a fact is about; 石桥乡 tells whose it is.
    is_own = SHORTEST_NAME <= len(word) <= LONGEST_BODY
    return told and bool(named) and is_own and not _NO_NAMES.fullmatch(word)


def without_names(blanks: Sequence[Blank], facts: Sequence[Fact], spared: Sequence[str]) -> Iterator[Blank]:
    """Yield the blanks; one that names somebody spared stands with his facts, without the name."""
    for blank in blanks:
        name = next((name for name in spared if name in blank.what), "")
        about = tuple(fact.id for fact in facts if fact.who == name) or blank.about
        what = re.sub("^[那这](?=处)", "这一", blank.what.replace(name, ""))
        yield replace(blank, what=what, about=about) if name else blank


_BY = re.compile(r"，由?\Z")
_HELD_BY = re.compile("(?:负责|牵头|主办|承办|管|抓|办|落实|盯|配合)(?=，|$)")
_CALLED, _OF_HIM = re.compile(r"(?:名叫|叫做?|名为)\Z"), re.compile("的?")
_BODY_ACTS = re.compile("([镇乡村区局厂矿校站]|街道|社区|公司)?(?=[把将没不有在被])")


def unnamed(fact: Fact, text: str, spared: Sequence[str]) -> str:
    """Return the text without the name that is spared in this fact, or in all."""
    # 当班班长 without 班长 is nobody; a post alone is no name.
    named = fact.who and not re.fullmatch(alternatives("post"), fact.who)
    names = {fact.who} if fact.named is False and named else set()
    for name in sorted(names | set(spared)):
        text = _without(name, text) if name in text else text
    return text


def _without(name: str, text: str) -> str:
    # 后勤科管: a clause that only tells who has it in hand goes as a whole.
    text = replaced(name, text, "", _HELD_BY, _BY)
    # 有个叫向小禾的女生 is 有个女生.
    text = replaced(name, text, "", _OF_HIM, _CALLED)
    text = _somewhere(name, text)
    # 白杨镇把钥匙锁了: who did it is left unnamed, and the sentence keeps its subject.
    body = _BODY_ACTS.match(text, len(name)) if text.startswith(name) else None
    sort = body and (body[1] or (name[-1] if name[-1] in "镇乡村区局厂矿校站" else ""))
    text = f"有个{sort}{text[body.end() :]}" if body and sort else text
    return text.replace(name, "").lstrip("：:，, 的") or text


# What a place or body is; it stays where its name is left out.
_SORT = "街道|社区|镇|乡|村|公司|学校|医院"
_OF_A_SORT = re.compile(f"(?={_SORT})")
_PLACED = re.compile(r"(?<=在)\Z")


def _somewhere(name: str, text: str) -> str:
    """Return 都在东桥街道 as 都在一个街道: 都在街道 would tell of all of them, or of the road."""
    own = re.sub(f"(?:{_SORT})$", "", name)
    return replaced(own, text, "一个", _OF_A_SORT, _PLACED) if own else text
