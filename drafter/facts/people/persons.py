"""Persons with their posts: a post in front of a name, a name in front of a post, either in a bracket."""

from __future__ import annotations

from functools import lru_cache

from drafter.facts import patterns as re
from drafter.facts.cut.cues import alternatives, pattern
from drafter.facts.people.names import FAMILY, is_name, is_weekday, name_at
from drafter.facts.sheet import Person, Place

# Behind a post and a blank, two or three signs are a name whatever the first is; 副县长 不变 names nobody.
_SET_APART = re.compile(
    "((?![不没未待暂])[\u4e00-\u9fff]{2,3}?)(?=$|[\\s，,。；;（(]|[作做](?![一-鿿]$)|讲|致辞|致词|发言|同志|主持|宣)"
)


# 副校长（分管招生） 宗政明
_POST_ASIDE = re.compile("[（(][^（()）]{1,12}[)）](?= ?[一-鿿]{2,3}(?:$|[，,。；; ]))")


# 程蔓书记（街道党工委书记）
_POST_BEHIND = re.compile(
    "(?P<who>[一-鿿]{2,4}(?:书记|主任|[一-鿿]长|总经理))"
    "[（(](?P<posts>[^（()）]{3,16}?)(?P<speaks>[，,]主?讲)?[)）]"
)
# 校长（乐正涛）
_NAME_ASIDE = re.compile("(?<=[长记任理])[（(](?P<name>[一-鿿]{2,4})[)）](?=[讲说致作发]|$)")
# 给 程立秋 局长起个稿, 分管的 卓文澜 副县长: the name is set apart in front of the post.
_NAME_APART = re.compile(
    "(?:^|(?<=[给由请为替后的让，。；：])|(?<=[给由请为替后的让] ))"
    "(?P<name>[一-鿿]{2,4})(?P<gap>[ \u3000]+)(?=[一-鿿]{1,8})"
)
# A name and what leads to it are no longer.
_LONGEST_LEAD = 6
# 当过11年副校长 tells what somebody was, and is no post of the name in front.
_IN_THE_PAST = re.compile("[当做任干]过")


@lru_cache(maxsize=1)
def _post() -> re.Pattern[str]:
    # 总河长办主任 is no 河长, 总工会主席 no 总工.
    core = f"(?:{alternatives('post')})(?!办(?:公室)?副?主任)(?!(?<=总工)会)"
    return re.compile(
        rf"(?:[\u4e00-\u9fffA-Z]{{0,14}}?{core}(?:[、兼]|[（(]兼?)){{0,3}}"
        rf"[\u4e00-\u9fffA-Z]{{0,14}}?{core}(?:(?<=.)[)）](?=[\u4e00-\u9fff ]))?"
    )


def find_persons(text: str, line: int, start: int) -> list[Person]:
    """Return the persons of one clause that have both name and post; ``start`` is the clause's offset."""
    found: list[Person] = []
    if alone := name_and_posts(text):
        return [Person(alone[0], alone[1], Place(line, start, start + len(text)), text)]
    text, blank, width = _set_close(text)
    text = _POST_BEHIND.sub(_post_in_front, text)
    # 校长：鹿鸣春
    text = re.sub("(?<=[长记任理])[：:](?=[一-鿿 ]{2,4}$)", " ", text)
    text = _NAME_ASIDE.sub(r" \g<name> ", text)
    for match in (each for each in _post().finditer(text) if not _IN_THE_PAST.search(each[0])):
        after = match.end()
        if aside := _POST_ASIDE.match(text, after):
            after = aside.end()
        gap = len(text[after:]) - len(text[after:].lstrip(" \u3000"))
        raw = name_at(text, after + gap) if after < len(text) else ""
        if not raw and gap and (set_apart := _SET_APART.match(text, after + gap)):
            raw = set_apart[1]
        if not gap and len(raw) == 3 and raw[0] in "管包办" and text.endswith(raw):
            # 班主任管钥匙: what he does, and no name.
            raw = ""
        name = "".join(raw.split())
        posts = _without_surname(_posts(match[0]), name)
        end = after + gap + len(raw)
        if not name:
            name, posts, end = *_name_before(match[0]), after
        # 心理老师和班主任: the one and the other.
        joins = name.startswith("和") and not gap
        if name and posts and not joins:
            left = match.start() + match[0].find(posts[0]) if posts[0] in match[0] else match.start()
            left = min(left, match.start() + match[0].find(name)) if name in match[0] else left
            first, last = (start + at + width * (at > blank) for at in (left, end))
            found.append(Person(name, posts, Place(line, first, last), text[left:end]))
    return found


def parts_name_from_post(before: str, behind: str) -> bool:
    """Return whether a blank between two texts parts a name from the post behind it: 程立秋 局长."""
    apart = _NAME_APART.search(f"{before} {behind}", max(0, len(before) - _LONGEST_LEAD))
    return apart is not None and apart.end("name") == len(before) and _is_set_apart(apart)


def _is_set_apart(apart: re.Match[str]) -> bool:
    """Whether a name stands in front of a post: 给副区长 苗青华 is a post in front of a name."""
    named = is_name(apart["name"]) and not _core().search(apart["name"])
    return named and _post().match(apart.string, apart.end()) is not None


def _set_close(text: str) -> tuple[str, int, int]:
    """Return a text with the name that is set apart from the post behind it set close.

    Also where the blank stood, and how wide it was.
    """
    for apart in _NAME_APART.finditer(text):
        if _is_set_apart(apart):
            front = text[: apart.end("name")]
            return front + text[apart.end() :], len(front), len(apart["gap"])
    return text, len(text), 0


def _post_in_front(match: re.Match[str]) -> str:
    """Return 程蔓书记（街道党工委书记） as 街道党工委书记程蔓, as long as it was.

    What stands in front of the name, 分管的邵敏书记（……，主讲）, is parted from the post.
    """
    name, _posts = _name_before(match["who"])
    if len(name) < 2 or not whole_posts(match["posts"]):
        return match[0]
    front = match["who"].partition(name)[0]
    return f"{front}{'，' if front else ''}{match['posts']}{name}".ljust(len(match[0]))


_NAME_FIRST = re.compile(
    "(?P<name>[一-鿿]{2,4})(?: (?P<posts>[^（()）]+)|[（(](?P<aside>[^（()），,]+)[)）])"
)


def name_and_posts(text: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the name and the posts of a text that is nothing else: 汪启舟 局长, 林书行（副区长）."""
    found = _NAME_FIRST.fullmatch(text)
    posts = whole_posts(found["posts"] or found["aside"]) if found and is_name(found["name"]) else ()
    return (found["name"], posts) if found and posts else None


# 明天下午田县长, 下周三晚上主任: when somebody speaks, in front of who it is.
_WHEN_IN_FRONT = re.compile(
    "^(?:[今明昨次]天|[今明]日|大?后天|(?:[这本下]个?)?(?:周|星期|礼拜)[一二三四五六日天]|月底|今[早晚]|明[早晚]"
    "|上午|下午|中午|晚上|傍晚|早上|早晨)+(?=..)"
)


def last_words_of_post(text: str) -> str:
    """Return a post cut free from the words in front of it: 县长 of 由办公室代拟县长, 请给县长."""
    last = re.split("代拟|起草|撰写|代写|请你|让你|你准备|准备(?=.{1,3}长)", text)[-1]
    last = _WHEN_IN_FRONT.sub("", last)
    return re.sub("^(?:给|为(?!民)|替)(?=..)", "", pattern("before-post").sub("", last, count=1))


# 章区长, 欧阳书记: how a leader is called.
_CALLED = re.compile(f"({FAMILY.pattern})(?:[县市区镇乡局院校矿厂]长|书记|主任|总|董)")


def known_surname(text: str) -> str:
    """Return the surname with which 章区长 begins; "" for 副区长 and all else."""
    found = _CALLED.fullmatch(text)
    return found[1] if found and found[1] not in "副总" else ""


def whole_posts(text: str) -> tuple[str, ...]:
    """Return the posts of a text that is nothing but posts: 区委副书记、区长; empty for all else."""
    parts = re.split("[、兼]+", text)
    return tuple(parts) if all(pattern("post-end").search(part) and len(part) <= 14 for part in parts) else ()


def _posts(text: str) -> tuple[str, ...]:
    """Return the posts of a phrase, cut free from the words in front of them."""
    text = re.sub("^(?:[是由]|为(?!民))+", "", last_words_of_post(text))
    # 分管副院长: what he sees to is no part of his post.
    text = re.sub("^(?:我们|咱们?|我)(?=.{3})|^分管的?(?=副)", "", text)
    return tuple(part for part in re.split("[、兼（(]+", text.rstrip("）)")) if part)


def _without_surname(posts: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Return the posts of somebody whose whole name stands behind what he is called.

    谭校长（谭若兰）, 罗支书罗长根, 栗镇长（岚溪镇镇长 栗文蕙）.
    """
    short = posts[0].removeprefix(name[:1]) if posts and name else ""
    if not short or short == posts[0] or not whole_posts(short):
        return posts
    return posts[1:] if any(post.endswith(short) for post in posts[1:]) else (short, *posts[1:])


# 关于校长讲话的情况, 柏树沟书记: words and places that look like a surname and a name.
_NO_NAMES = re.compile("项目|(?:关|对|由|属)于|经由|于是|..[沟湾坝屯寨坳垭岙塬]")


def _name_before(text: str) -> tuple[str, tuple[str, ...]]:
    """Return name and post of 覃国梁书记; empty where a name does not stand in front of the post."""
    core = _core().search(text)
    if not core:
        return "", ()
    before = text[: core.start()]
    for size in (3, 2, 4):
        name, rest = before[-size:], before[:-size]
        family = FAMILY.match(name)
        fits = family and len(name) == size and len(family[0]) < size <= len(family[0]) + 2
        # 林场场长: the body of which he is the head is no name.
        fits = fits and not _NO_NAMES.fullmatch(name) and not is_weekday(name) and name[-1] != core[0][0]
        if fits and pattern("before-name").fullmatch(rest) and not pattern("body-end").search(name):
            return name, (core[0],)
    # 罗县长, 欧阳书记: the surname alone.
    for size in (2, 1):
        surname, rest = before[-size:], before[:-size]
        if FAMILY.fullmatch(surname) and pattern("before-name").fullmatch(rest):
            return surname, (core[0],)
    return "", ()


@lru_cache(maxsize=1)
def _core() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('post')})$")
