"""What the leader wants of the text: tone, stress, names, words, matters not to touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.cues import found_cues, pattern
from drafter.facts.cut.lines import closed
from drafter.facts.people.audiences import PEOPLE, are_people
from drafter.facts.people.names import name_at
from drafter.facts.sheet import Intent, IntentKind, Place, Tone
from drafter.facts.wishes.addressees import addressee_of
from drafter.facts.wishes.bearing import BEARS, OF_SPEECH, parted
from drafter.facts.wishes.behind import kind_behind
from drafter.facts.wishes.fair_wishes import TO_PEOPLE, in_own_words
from drafter.facts.wishes.own_words import PRONOUN, people_in, people_meant
from drafter.facts.wishes.wish_ends import blessing_of, last_words
from drafter.facts.wishes.wish_facts import owned_up_in
from drafter.facts.wishes.wish_forms import (
    QUOTED,
    STERN,
    WEIGHT,
    Form,
    form_of,
    is_nothing,
    subject_of,
    with_quote_closed,
)
from drafter.facts.wishes.wish_kinds import BY_NAME, HEDGE, kind_of, tone_of
from drafter.facts.wishes.wish_objects import is_topic, leans, object_before, unsaid_figure, who_are_named

# Adverbs that name nobody: 一律不点名.
_ALL = re.compile("一律|一概|统统|全都|全部|都|谁|谁也|讲话中|讲话里|稿子里|文中")
# What stands around the matter that is not to be touched: 去年那起死鱼的事.
_AROUND = re.compile(
    "^(?:去年|今年|上次|上回|前年)?(?:[那这](?:[起件次个场回桩]|一[起件次个场回桩]))|(?:的|这件|那件|这个)?(?:事情|事儿?|话)$"
)
# 点名说 names nobody by itself, nor does 这个乡要点.
_NAMES_NOBODY = re.compile(
    "(?:单位|车间|部门|科室|乡镇|企业|学校|社区|班组|街道|地方|处室|项目)|[讲说提点]名?|个[一-鿿]|[一两几]{1,2}句"
)
# What was told before in the meeting, and is only pointed to.
TOLD_ALREADY = re.compile("已经?细?讲|讲过|讲细|通报过|不重复")
# 讲报信最重
_MOST = re.compile("[讲说谈](?P<what>[一-鿿]{2,8}?)(?:要|得)?(?:讲得?)?最重")
_SAY_END = re.compile("(?:也|都|还|要|得)*(?:讲|说|提)(?:一?[讲说提下])?$")
# The 和 of 和颂里 parts no names.
_BETWEEN = re.compile("、|(?<=..)和(?=..)")
# An intent that begins so has its object in the clause before it.
_NEEDS_OBJECT = re.compile(
    r"^(?:这回|这次|今年|也|就|都|可|但|却|这里|这儿|此处|稿子里|讲话里|咱们?)?(?:不|别|勿|莫|少|要(?:点|讲|说)(?:$|一下|到)|一带而过|带过|肯定[一两几]?句?|表扬|要?(?:感谢|谢|夸)|(?:当面|单独|真心|好好|专门)(?:感)?谢|要团结|要鼓励|谢一?句?|写对|写全|哪|一句|点到|略|避开|回避|从略|绕开|说透|说痛|讲透|重点讲|多讲|(?:捎|说|道|讲|来|要有)[一几两]?[句声](?!话)|鼓[一鼓]?鼓?劲|打打?气|点(?:一下|个)?赞)"
)
_LESS = re.compile("少(?:讲|说|提|谈|念)(?P<less>[^，,。；]+)")
# 说办法不说人: nobody is named.
_NOBODY = re.compile("[不别][说讲对提点]人名?$|(?:^|，)人(?:就|都|也)?[不别]点名?$")


@lru_cache(maxsize=4096)
def is_intent(text: str) -> bool:
    """Whether a clause outside the leader's own section is meant for the drafter."""
    return bool(pattern("intent-strong").search(text)) or kind_behind(text) is not None


def is_wish_line(texts: Sequence[str]) -> bool:
    """Whether most clauses of a line are wishes though nothing says so: 要谦虚，不评价前任，不许愿."""
    wishes = sum(bool(found_cues("intent", text)) for text in texts)
    return len(texts) >= 2 and wishes * 2 > len(texts)


def needs_object(text: str) -> bool:
    """Whether the clause says what to do with something that stands in front of it."""
    return bool(_NEEDS_OBJECT.match(text))


_NO_LIST = re.compile("(?:不|别|不要|不用)(?:再)?(?:念|读|报)[^，]{0,2}名[单字]")
# Words that any fact may have tell nothing of what a wish is about.
_ANYTHING = frozenset(("工作", "情况", "事", "事情", "问题", "任务", "部分", "方面"))


def read_intent(group: Sequence[Clause], text: str, before: str = "") -> Intent:
    """Return the wish that a group of clauses tells; ``text`` is the sheet, ``before`` the clause in front.

    A bracket that names no object, （咱们不碰）, is about what the clause in front of it tells.
    """
    place = Place(group[0].line, group[0].start, closed(text, group[0].start, group[-1].end))
    said = text[place.start : place.end]
    if form := _form_among([clause.text for clause in group], before):
        kind, words = form.kind, form.words
    else:
        kind = _kind_among(said)
        words = _words(kind, said) or (
            who_are_named(_words(kind, f"{before}，{said}")) if kind in TO_PEOPLE else ()
        )
    if kind in TO_PEOPLE and words and PRONOUN.fullmatch(words[0]):
        words = tuple(filter(None, (people_meant(said, before),)))
    kind, words = in_own_words(kind, words, said, before)
    if group[0].aside and not any(word in said for word in words):
        words = _object_in_front(text, place.start) or words
    return _intent(kind, said, place, words)


def _form_among(texts: Sequence[str], before: str = "") -> Form | None:
    """Return the wish of clauses by its form; its object may stand in the clause in front."""
    if blessing_of("，".join(texts)) or last_words("，".join(texts)):
        # 最后祝老师们新年快乐，一句就够 asks for that sentence, and not for little of something.
        return Form(IntentKind.CLOSING)
    if told := _of_those_told_of(texts):
        return told
    stern = STERN.search(texts[0])
    if len(texts) > 1 and WEIGHT.fullmatch(texts[-1]) and not stern and kind_of(texts[0]) not in TO_PEOPLE:
        # 煤烟中毒要讲，最重: the weight is that of the matter in front.
        form = form_of(texts[0])
        words = form.words if form else subject_of(_SAY_END.sub("", texts[0]))
        return Form(IntentKind.STRESS, words) if words else form
    for text in texts:
        if WEIGHT.fullmatch(text):
            continue
        if not BY_NAME.match(text) and (form := form_of(text)):
            if form.kind is IntentKind.NO_NAME and not form.words and _NOBODY.search(text):
                return replace(form, words=("人",))
            return _with_object(form, text, before)
        before = before if before and (leans(text) or is_topic(before)) else text
    return None


# 渡工不容易，说两句; 代表讲得实在，回应一下
_SAYS_SO = re.compile("(?:也|要|得|还|都|可以|多)*(?:说|讲|提)(?:[一几两]句|一?下)")
# 检修班夜里干活，体谅一下
_PITIES = re.compile("(?:也|要|得|还|都|就|可以)*(?:体谅|理解)(?:一?[下句]|[一几两]句)?")
_ANSWERS = re.compile("(?:也|要|得)*(?:回应|呼应)(?:一?[下句]|[一几两]句)?")


def _of_those_told_of(texts: Sequence[str]) -> Form | None:
    """Return the wish for a word to those of whom the clause in front tells something; None for another."""
    who, what = parted(texts[0]) if len(texts) > 1 else ("", "")
    if who and (BEARS.search(texts[0]) and _SAYS_SO.fullmatch(texts[1]) or _PITIES.fullmatch(texts[1])):
        return Form(IntentKind.ADDRESS, (who,))
    spoke = who and OF_SPEECH.search(what) and _ANSWERS.fullmatch(texts[1])
    return Form(IntentKind.PRAISE, (who,)) if spoke else None


def _with_object(form: Form, text: str, before: str) -> Form | None:
    """Return a form with what it is about, where that stands in the clause in front; None for no wish."""
    asks = all(re.fullmatch("多少钱?|几[个号天月]|哪天", word) for word in form.words)
    if not asks or form.kind is IntentKind.OTHER:
        return form
    if (figures := unsaid_figure(text, before)) is not None:
        return replace(form, words=figures)
    if form.kind is IntentKind.ADDRESS and not _may_be_blamed(before):
        # 联系不上法官，要说重话 is about the matter; 话要重 alone is the tone.
        return Form(IntentKind.STRESS, object_before(before)) if text.endswith("话") else None
    people = before if are_people(before) else people_in(before) or parted(before)[0]
    people = people if form.kind in TO_PEOPLE else ""
    return replace(form, words=(people,) if people else object_before(before))


def _may_be_blamed(before: str) -> bool:
    """Whether a clause names those to whom heavy words behind it are: 物业那8家不点名，但话要说重."""
    form = form_of(before) if before else None
    named = form is not None and form.kind in (IntentKind.NAME, IntentKind.NO_NAME)
    return named or people_in(before) != ""


def spared_beside(intent: Intent, behind: Iterable[Clause]) -> Iterator[Intent]:
    """Yield that whom a wish is about is to stay unnamed: 量血压那个女生要讲，名字院系都隐去."""
    if intent.kind is IntentKind.NO_NAME or not intent.words or owned_up_in(intent.text):
        return
    for clause in behind:
        spared = read_wish(clause.text)
        if spared.kind is IntentKind.NO_NAME and not spared.words:
            yield replace(spared, place=clause.place, words=intent.words)


def read_wish(text: str) -> Intent:
    """Return the wish that a text tells which is a wish as a whole."""
    form = _form_among(re.split("[，,]", text))
    kind = form.kind if form else _kind_among(text)
    kind, words = in_own_words(kind, form.words if form else _words(kind, text), text)
    return _intent(kind, text, Place(0, 0, len(text)), words)


_BARE_LEVEL = re.compile("(?:[国省市县区镇乡街村局厅院校厂矿部][里上]|上[级面头边])(?:那边)?|[去今前]年")


def _intent(kind: IntentKind, text: str, place: Place, words: tuple[str, ...]) -> Intent:
    if _NO_LIST.search(text):
        kind, words = IntentKind.NO_NAME, ()
    # 不点名：青石镇 has a mark behind the wish.
    bare = [
        re.sub(
            "^(?:替|(?:最后|末了|另外)[给对跟替])(?=..)|(?<=..)(?:可以|[也都还就])$", "", w.lstrip("：:—- ")
        )
        for w in words
    ]
    words = tuple(with_quote_closed(word) for word in bare if word and word not in _ANYTHING)
    if kind is IntentKind.NAME:
        named = (word.strip("（(") for word in words)
        words = tuple(w for w in named if len(w) > 1 and not _NAMES_NOBODY.fullmatch(w))
    if kind is IntentKind.AVOID:
        # 县里没到位的250万不要提, 去年那起触电不提: what is of the county or of that year may be told.
        words = tuple(word for word in words if not _BARE_LEVEL.fullmatch(word))
    return Intent(kind, text, place, words, _tone(kind, text))


def _object_in_front(text: str, position: int) -> tuple[str, ...]:
    before = re.split(r"[，,。；;→\n、]", text[max(0, position - 40) : position].rstrip("（("))[-1]
    verb = pattern("agenda-verb").search(before)
    return (before[verb.end() :],) if verb and before[verb.end() :] else ()


# What is to be told first: 病历和跌倒放前面, 先从局领导改起.
_FIRST = re.compile("[放摆]到?在?最?前[面头]|直接(?:[说讲]|从)|先从[^，,]{1,16}[改做抓管查严]起")


def tells_first(wish: Intent) -> bool:
    """Return whether a wish gives a matter the first place, and not only weight."""
    return wish.kind in (IntentKind.STRESS, IntentKind.OPENING) and bool(_FIRST.search(wish.text))


def first_matters(wish: Intent) -> tuple[str, ...]:
    """Return what a wish gives the first place, in its words."""
    if not tells_first(wish):
        return ()
    begun = re.search("先(?P<from>从[^，,]{1,16})[改做抓管查严]起", wish.text)
    return tuple(p.removeprefix("从") for p in begun["from"].split("、")) if begun else wish.words


def reads_no_list(wish: Intent) -> bool:
    """Whether a wish is that a list of names is not read out: 只念总数，不念名单."""
    return _NO_LIST.search(wish.text) is not None


def _tone(kind: IntentKind, text: str) -> Tone:
    toned = kind in (IntentKind.TONE, IntentKind.OPENING, IntentKind.ADDRESS, IntentKind.OTHER)
    return tone_of(text) if toned else ""


def _kind_among(text: str) -> IntentKind:
    """Return the kind of a wish; a clause that asks for a word to people outweighs what is told with it."""
    kinds = (kind_of(each) for each in (text, *re.split("[，,]", text)))
    return next((kind for kind in kinds if kind in TO_PEOPLE), kind_of(text))


def _words(kind: IntentKind, text: str) -> tuple[str, ...]:
    """Return the words or names that the wish is about: quoted, else its object."""
    if kind is IntentKind.THANKS and (named := BY_NAME.match(text)):
        return tuple(re.split("[、和]", named["who"]))
    if kind in TO_PEOPLE:
        who = addressee_of(text)
        who = people_meant(text) if PRONOUN.fullmatch(who) else who
        return (_whole_name(who, text),) if who else ()
    if kind is IntentKind.NO_NAME and _NOBODY.search(text):
        return ("人",)
    words = _object_of(kind, text)
    if kind is IntentKind.NO_NAME:
        return tuple(word for word in words if word not in "讲说提" and not _ALL.fullmatch(word))
    if kind is IntentKind.AVOID:
        bare = (_AROUND.sub("", _AROUND.sub("", word)).strip("的") for word in words)
        words = tuple(word for word in bare if word and not re.match("[别不勿莫]", word))
    if kind is IntentKind.STRESS:
        # 两盒茶叶一定要讲细 is about 两盒茶叶.
        words = tuple(re.sub("(?<=..)(?:一定|务必|必须)$", "", word) for word in words)
    kept = kind is IntentKind.NAME or _LESS.search(text)
    return words if kept else tuple(word for word in words if not is_nothing(word))


def _whole_name(who: str, text: str) -> str:
    """Return a name with the sign that was taken for a word: 牛志刚认错 tells of 牛志刚."""
    at = text.find(who) if not PEOPLE.search(who) else -1
    name = name_at(text, at) if 2 <= len(who) <= 3 and at >= 0 else ""
    return name if name.startswith(who) else who


def _object_of(kind: IntentKind, text: str) -> tuple[str, ...]:
    if kind is IntentKind.SPARE and (less := _LESS.search(text)):
        # 多讲人少讲数: what is asked for less.
        return tuple(filter(None, _BETWEEN.split(less["less"])))
    return _object_words(kind, text)


def _object_words(kind: IntentKind, text: str) -> tuple[str, ...]:
    if kind is IntentKind.STRESS and (most := _MOST.match(text)):
        return tuple(_BETWEEN.split(most["what"]))
    quoted = QUOTED.findall(text)
    if quoted and kind not in (IntentKind.STRESS,):
        return tuple(quoted)
    if kind is IntentKind.HARD or kind is IntentKind.TONE:
        return tuple(HEDGE.findall(text)) if kind is IntentKind.HARD else ()
    parts = re.split("[，,]", text)
    if len(parts) > 1 and (needs_object(parts[1]) or parts[1].startswith("不能")):
        bare = pattern("intent-object-end").split(parts[0], maxsplit=1)[0].strip("“”的 　")
        return tuple(filter(None, _BETWEEN.split(bare)))
    return _behind_verb(kind, parts)


def _behind_verb(kind: IntentKind, parts: Sequence[str]) -> tuple[str, ...]:
    """Return what stands behind the verb of a wish, in the first part that has one."""
    for part in parts:
        pieces = [piece.strip("“”的，, 　") for piece in pattern("intent-verb").split(part)]
        bare = next((piece for piece in pieces if piece), "")
        if kind is IntentKind.AVOID and bare.endswith("、"):
            # 别提裁人、别提订单减少
            return tuple(piece.strip("、") for piece in pieces if piece.strip("、"))
        if bare and bare != part.strip():
            return tuple(filter(None, _BETWEEN.split(bare)))
    return ()
