"""Which clauses of a sheet are one wish: it takes the words that it is about, and what it tells of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.cues import found_cues
from drafter.facts.cut.headings import LEADER_WANTS
from drafter.facts.missing.blanks import is_blank
from drafter.facts.people.audiences import are_people
from drafter.facts.sheet import IntentKind
from drafter.facts.wishes.addressees import addressee_of
from drafter.facts.wishes.bearing import parted
from drafter.facts.wishes.intents import needs_object
from drafter.facts.wishes.own_words import dared, fair_word, is_fair, people_in, spares_blame
from drafter.facts.wishes.owning import owns_up
from drafter.facts.wishes.thoughts import FIRMLY, asks_to_be_said, not_felt, thought_in
from drafter.facts.wishes.wish_forms import BOTH_WAYS, QUOTED, STERN, WEIGHT, form_of
from drafter.facts.wishes.wish_kinds import gives

# No wish has more clauses.
MOST_CLAUSES = 6
# 市政公司应收最高，点: the verb alone.
_NAMES_IT = re.compile(
    "(?:也|就|都|还)?(?:可以|要|得|能|必须)?(?:直接|当场)?(?:点|讲|说|提|写|点名|点出来)(?:了|一下)?"
)
# 公示时间短，这个要当面赔个不是: what is asked for is about the clause in front.
_POINTS_AT_FRONT = re.compile(
    "(?:这个|这事|这件事?|那个|这一点|这[两二三四几][样件条个点处])(?:也|都)?(?:要|得|须|必须|可以|一定)"
)
_ABOUT_PEOPLE = {"address", "thanks", "praise"}
# What opens a wish of its own, though no cue tells what: 稿子用大字.
_STANDS_ALONE = re.compile(
    "一码归一码|功是功|过是过|话说回来|别|不(?!容易|易|简单)|勿|莫|请|稿|讲话|全文|篇幅|字|另|还有|时间"
)
# 案例不展开，一两句点到.
_HOW_BRIEF = re.compile("(?:就|只)?[一两几]{1,2}三?句(?:话)?(?:点到|带过|即可|就行|过)")
# 管理员多是老教师，要给他们鼓鼓劲.
_TO_THEM = re.compile("(?:也|都|还|要|得|就)*(?:给|对|跟|向)[他她]们?")
# What is shorter and asks for nothing is no wish of its own.
SHORTEST_WISH = 4
# 苗大田的案子还在查，名字和镇都别点: whose they are is told in front.
_SPARES_HIM = re.compile(
    "(?:名字?|姓名?|人名|镇|乡|村|单位|地方|公司)[名字]?(?:[和与跟、及](?:名字?|姓名?|镇|乡|村|单位|地方|公司)名?)*(?:都|也|就|先)*"
    "(?:别|不要?|勿|莫)(?:点|提|说|讲|写|念)(?:了|出来)?"
)
# 药剂科发言实在，肯定一句: what is asked for those of whom the clause in front tells.
_BARE_ASK = re.compile(
    "(?:也|要|得|还|都|就|可以|应该|当面|当众|单独)*(?:(?:肯定|表扬|夸|感?谢|提|回应|呼应|鼓励|说|讲|体谅|理解)(?:一?[下句夸]|[一几两]句(?:好话)?)|(?:感|谢)?谢[他她]们?|(?<=可以)(?:表扬|夸))"
)
# What goes on about those in front: 护林员辛苦，谢谢他们.
_OF_THEM = re.compile(
    "人家|(?:也|还|都)?(?:要|得)?(?:让|给|替|叫)[他她]们|(?:谢谢|感谢|多谢|夸夸|表扬|鼓励)?(?:一下)?[他她]们?"
)
# 小组长要给他们打打气，说几句公道话: how they are spoken to.
_BARE_TALK = re.compile(
    "(?:也|还)?(?:捎|顺)?带(?:上)?一[句笔]|先?道[一]?声(?:辛苦|谢)|(?:也|还)?(?:要|得)?(?:安抚|安慰|宽慰|鼓励|体谅)(?:一下|[一几]句)?|(?:再|也|还|要)*(?:说|讲|道)[一几两]?句(?:公道|暖心|体己|贴心|心里|鼓励|实在|掏心|体谅|安慰|宽心)的?话?"
)
# 郎厅长说: who wishes it is no wish.
_SAYS = re.compile("[一-鿿]{1,4}(?:长|书记|总|主任|董)(?:说|讲|交代|强调|要求|特别说|的意思)(?:了)?")
# A clause that asks for something of its own, though no cue tells what: 问题要把自己摆进去.
_ASKS_MORE = re.compile("要(?!求|点|素|闻|么)|得(?=把|让|给|有)|必须|务必|只讲|只说")
# How hard a stern word is, and how a tone is to be heard: 话要重，但要让人听出来是拉一把.
_HOW_HARD = re.compile(
    "(?:话|口气|语气)?(?:也|要|得|可以|说|讲)*(?:重|狠|硬|严)厉?(?:一?[点些])?|(?:不|别|不用|不要)(?:留|给)?(?:情面|面子|客气)"
)
_HOW_HEARD = re.compile("(?:但|可|不过)(?:是)?(?:也|都|要|得)*(?:让人|叫人|使人|听得?出)")
# 这话说给老师傅听, 居民那头: who is to hear the words in front or behind.
_HEARD_BY = re.compile("[这那]句?话(?:要|是|得)?[说讲]给[^，；。]{2,10}听的?")
_SORRY = re.compile(
    "^(?:跟|向|给|对)[^，]{2,10}(?:说一?声?(?:对不住|对不起|抱歉)|道个?歉|赔个?不是|[道说打]一?[声个]?(?:添麻烦|打扰|扰))"
)
_CARRIED = re.compile("[托请][^，；]{2,10}?(?:带|捎|转)[到回去达]*")
_IN_PASSING = re.compile("(?:就|只|也)?(?:提|说|讲|带)一[句下嘴](?:话)?")
_ELSEWHERE = re.compile("[^，；。]{2,8}那[头边]")
# What asks that the clause in front be said.
_SAY_IT = re.compile(
    "(?:这个|这一?点)?(?:也|就|都)?(?:可以|要|得)(?:说|讲|提|点)(?:一?[下句嘴点]|[一几两]句|出来)?"
)


# 那46人只说“有老师对接”都不要说数
_NO_FIGURE_BEHIND = re.compile(
    "(?P<said>[^“]+“[^”]+”)(?:都|也|就)?(?P<unsaid>(?:不|别)要?(?:说|报|念|提)(?:具体)?数字?)"
)
# 最后一句就说：多等一分钟，少错一辈子: the last sentence may have commas.
_LAST_WORDS = re.compile("(?:最后|末了|末尾|结尾|收尾)[^，：]{0,10}(?:，就?一句话?)?[：:“]")
# 收尾别长，一句话：下一站，看一眼再关门
_IN_ONE = re.compile("就?一句话?[：:]")
_AT_THE_END = re.compile("(?:最后|末了|末尾|结尾|收尾)[^，：]{0,6}$")
# 开头别客套，直接说那台手术: with what the speech is to begin.
_NO_COURTESY = re.compile(
    "(?:开头|开场|开篇|一上来)?(?:别|不要?|莫)(?:再)?(?:讲|说)?(?:客套|客气|寒暄|绕|铺垫)话?"
)
_BEGINS_SO = re.compile("(?:开场|开头|开篇|开口|一?上来|先)就?(?:直接)?(?:说|讲)(?:它|这个|这件?事)")
_TO_THE_POINT = re.compile("(?:就|要)?(?:直接|一上来|上来就|开口就|从)")


def without_leader(clauses: Sequence[Clause]) -> tuple[list[Clause], Clause | None]:
    """Return clauses without 场长说 in front of the first, and that lead, which is no part of the wish."""
    first = clauses[0]
    lead = LEADER_WANTS.match(first.text)
    if lead is None or lead.end() >= len(first.text):
        # 院长意思 少念数: a clause that is nothing but the lead.
        alone = lead is not None and len(clauses) > 1
        return (list(clauses[1:]), first) if alone else (list(clauses), None)
    start = first.start + lead.end()
    rest = replace(first, text=first.text[lead.end() :], start=start)
    return [rest, *clauses[1:]], replace(first, text=lead[0], end=start)


def group_intents(clauses: Sequence[Clause]) -> list[list[Clause]]:
    """Return the clauses of one segment as wishes: a wish takes the words that it is about."""
    groups: list[list[Clause]] = []
    parted = list(chain.from_iterable(map(_parted, clauses)))
    thoughts = _thoughts_in(parted)
    for number, (clause, after) in enumerate(zip(parted, [*parted[1:], None], strict=True)):
        if number in thoughts:
            if thoughts[number] == number:
                groups.append([])
            groups[-1].append(clause)
            continue
        goes_on = (
            groups
            and not (number and number - 1 in thoughts)
            and len(groups[-1]) < MOST_CLAUSES
            and _goes_on(groups[-1], clause.text)
        )
        if goes_on and not (after and asks(groups[-1]) and _is_what(clause.text, after.text)):
            groups[-1].append(clause)
        else:
            groups.append([clause])
    return groups


def _thoughts_in(clauses: Sequence[Clause]) -> dict[int, int]:
    """Return the numbers of clauses that are a sentence to be said, each with that of its first clause.

    没伤人不等于没出事，这个讲重: the sentence has what stands in front of it in its own stretch, too.
    """
    found: dict[int, int] = {}
    for number, clause in enumerate(clauses):
        if not_felt(clause.text):
            found[number] = number
        elif number and FIRMLY in thought_in(f"{clauses[number - 1].text}，{clause.text}"):
            # 跟施工队话要说硬，返工就是返工
            found |= {number - 1: number - 1, number: number - 1}
        elif number and asks_to_be_said(clause.text) and number - 1 not in found:
            first = number - 1
            while first and _is_of_thought(clauses[first - 1], clauses[first]) and first - 1 not in found:
                first -= 1
            if thought_in("，".join(each.text for each in clauses[first : number + 1])):
                found |= dict.fromkeys(range(first, number + 1), first)
    return found


def _is_of_thought(before: Clause, clause: Clause) -> bool:
    """Whether a clause in front, parted by no more than a comma, asks for nothing of its own."""
    return clause.segment == before.segment and not asks([before])


def asks(group: Sequence[Clause]) -> bool:
    """Return whether any of the clauses asks for something."""
    return any(found_cues("intent", clause.text) or form_of(clause.text) for clause in group)


def _is_what(text: str, after: str) -> bool:
    """Whether a clause tells what the next one wants said: 小贺恢复得不错，可以说一句."""
    bare = not found_cues("intent", text) and form_of(text) is None and not _OF_THEM.match(text)
    return bare and bool(_SAY_IT.fullmatch(after))


def _parted(clause: Clause) -> list[Clause]:
    """Return a clause that lists wishes as one clause for each: 不排名次、不说哪个班, 点车间不点人."""
    if both := BOTH_WAYS.fullmatch(clause.text):
        middle, start = both.start("spared"), clause.start
        return [
            replace(clause, text=both["named"], end=start + both.end("named")),
            replace(clause, text=both["spared"], start=start + middle),
        ]
    if quoted := _NO_FIGURE_BEHIND.fullmatch(clause.text):
        end = clause.start + quoted.end("said")
        return [
            replace(clause, text=quoted["said"], end=end),
            replace(clause, text=quoted["unsaid"], start=end),
        ]
    parts = list(re.finditer("[^、]+", clause.text))
    forms = [form_of(part[0]) for part in parts]
    if len(parts) < 2 or not all(form and form.words for form in forms):
        return [clause]
    start = clause.start
    return [replace(clause, text=p[0], start=start + p.start(), end=start + p.end()) for p in parts]


# 谢省二院，谢让地的11户: each has whom it is for.
_THANKS_ONE = re.compile(r"(?:也|还|要|再)*谢(?!谢?[一几])[一-鿿\d]{2,}")


# What nobody may do, whoever it is against.
_BARS_ALL = re.compile("(?:谁|哪家|任何[人一])[^，；]{0,6}?(?:也|都)?(?:不许|不准|不能|不得)[^，；]{2,14}")


def _goes_on(group: Sequence[Clause], text: str) -> bool:
    """Whether a clause belongs to the wish in front: it has no cue of its own, or needs an object."""
    if (told := _goes_on_by_words(group, text)) is not None:
        return told
    before = group[-1].text
    if (told := _tells_more(before, text)) is not None:
        return told
    if all("wording" in gives(each) for each in (before, text)) and not QUOTED.search(before):
        return True
    if "avoid" in gives(before) and _BARS_ALL.fullmatch(text):
        # 停水这招别提，谁欠费也不许停他的水: why it is not to be told.
        return True
    if "avoid" in gives(before) and is_blank(text):
        # 别提奖金的事，方案没定: why it is not to be touched.
        return True
    each = _THANKS_ONE.match(before) and _THANKS_ONE.match(text)
    if gives(text) == {"thanks"} == gives(before) and not (each or are_people(addressee_of(text))):
        # 老师们辛苦，先谢一句, 养路工要谢一声，暴雨里辛苦: the clause in front tells whom.
        return True
    if any(found_cues("intent", clause.text) for clause in group):
        return False
    form = form_of(text)
    bare = form is not None and not form.words and form.kind is not IntentKind.OTHER
    return bare or not found_cues("intent", text) or needs_object(text) or bool(_NAMES_IT.fullmatch(text))


def _completes(group: Sequence[Clause], text: str) -> bool:
    """Whether a clause goes on with an end, tells with what to begin, or what those in front get."""
    if _IN_ONE.match(text) and _AT_THE_END.match(group[0].text):
        return True
    if _BARE_ASK.fullmatch(text) and (
        parted(group[-1].text)[0] or (len(group) > 1 and people_in(group[0].text))
    ):
        return True
    if _NO_COURTESY.fullmatch(group[-1].text) and _TO_THE_POINT.match(text) or _BEGINS_SO.fullmatch(text):
        return True
    last = _LAST_WORDS.match("，".join(clause.text for clause in group))
    return bool(last) and form_of(text) is None and not found_cues("intent", text)


def _goes_on_by_words(group: Sequence[Clause], text: str) -> bool | None:
    """Return whether a clause belongs to the wish in front where its words tell; None where they do not."""
    if _completes(group, text) or (owns_up(text) and not asks(group)):
        return True
    if BOTH_WAYS.fullmatch(f"{group[-1].text}，{text}"):
        return False
    if (told := _is_of_those_in_front(group, text)) is not None:
        return told
    if WEIGHT.fullmatch(text) or _tells_how(group[-1].text, text) or _names_or_spares(group, text):
        # 煤烟中毒要讲，最重
        return True
    if (told := _goes_on_by_form(group, text)) is not None:
        return told
    if text.startswith(("哪", "不能", "也别把", "也不能", "写对", "写全")):
        return True
    if any(gives(clause.text) & _ABOUT_PEOPLE for clause in group[:-1]) and _is_fact(text):
        # 他们自己筹了11万，建了64个口: the wish in front of both tells of whom.
        return True
    return None


def _is_of_those_in_front(group: Sequence[Clause], text: str) -> bool | None:
    """Return whether a clause is about the people of the wish in front; None where its words do not tell."""
    to_people = any(_is_about_people(clause.text) for clause in group)
    if fair_word(text) or dared(text):
        # 不肯走的214户，别埋怨人家, 撤人那条要讲透，叫值班长敢下令
        return not any(_spares(clause.text) for clause in group)
    if is_fair(text) and any(_spares(clause.text) for clause in group):
        return False
    if (_SORRY.search(text) and not asks(group)) or (_CARRIED.fullmatch(text) and to_people):
        # 压船那两次，跟通海公司说声对不住，请商务部带到
        return True
    if _SORRY.search(group[-1].text) and not _asks_for_itself(text) and group[-1] is group[0]:
        # 跟大家道个扰，棚子施工吵: for what.
        return True
    if spares_blame(group[0].text) and not asks([*group[1:], replace(group[0], text=text)]):
        return True
    if to_people and _IN_PASSING.fullmatch(text):
        return True
    heard = _HEARD_BY.fullmatch(text) and not asks(group)
    to_them = to_people and _TO_THEM.match(text)
    fair = is_fair(text) and (to_people or any(is_fair(clause.text) for clause in group))
    return True if heard or to_them or fair or _ELSEWHERE.fullmatch(group[-1].text) else None


def _spares(text: str) -> bool:
    form = form_of(text)
    return form is not None and form.kind in (IntentKind.NO_NAME, IntentKind.AVOID, IntentKind.FORBID)


def _names_or_spares(group: Sequence[Clause], text: str) -> bool:
    """Whether a clause only names or spares those in front of it: 桂苑做得好，点一下."""
    if _SPARES_HIM.fullmatch(text) and not asks(group):
        return True
    bare = _BARE_TALK.fullmatch(text) or _NAMES_IT.fullmatch(text)
    of_people = _is_about_people(group[-1].text) or (people_in(group[-1].text) != "" and not asks(group))
    return bare is not None and of_people


def _tells_how(before: str, text: str) -> bool:
    """Whether a clause tells how hard the wish in front is, or how it is to be heard: 物业要敲打，重一点."""
    hard = STERN.search(before) and _HOW_HARD.fullmatch(text)
    return bool(hard or "tone" in gives(before) and _HOW_HEARD.match(text))


def _is_about_people(text: str) -> bool:
    form = form_of(text)
    return bool(gives(text) & _ABOUT_PEOPLE) or form is not None and form.kind.value in _ABOUT_PEOPLE


def _tells_more(before: str, text: str) -> bool | None:
    """Return whether a clause tells what the wish in front is about, or asks for what that tells."""
    if _HOW_BRIEF.fullmatch(text):
        return True
    asks = form_of(before) is not None or bool(found_cues("intent", before))
    if not asks and any(each.match(text) for each in (_POINTS_AT_FRONT, _TO_THEM, _BARE_SAY)):
        return True
    if asks and len(text) <= SHORTEST_WISH and not _asks_for_itself(text):
        # 那3个村别批评，天灾: why.
        return True
    if gives(before) & _ABOUT_PEOPLE and not found_cues("intent", text) and not is_blank(text):
        # 谢谢接运的师傅，一晚上跑9趟: what the wish tells of them.
        return not _STANDS_ALONE.match(text)
    return None


def _is_fact(text: str) -> bool:
    """Whether a clause asks for nothing, by any cue, and lacks nothing."""
    return not (_asks_for_itself(text) or _ASKS_MORE.search(text))


_BARE_SAY = re.compile(
    f"(?:{_SAY_IT.pattern}|(?:给|捎|来)[一几两半]?句(?:肯定|好话?|表扬)"
    "|(?:体谅|暖心|宽心|鼓励|公道|感谢|安慰)的?话(?:也|要|得|可以)*(?:有|讲|说|带)(?:[一几两]?[句声])?)$"
)


def _asks_for_itself(text: str) -> bool:
    return bool(found_cues("intent", text) or form_of(text) or _STANDS_ALONE.match(text) or is_blank(text))


def _goes_on_by_form(group: Sequence[Clause], text: str) -> bool | None:
    """Return whether a clause belongs to the wish in front where its form tells; None where it does not."""
    if any((form := form_of(clause.text)) and form.kind is IntentKind.QUOTE for clause in group):
        return False
    if _OF_THEM.match(text) or _SAYS.fullmatch(group[-1].text):
        return True
    form, formed = form_of(text), any(form_of(clause.text) for clause in group)
    if form is not None and (form.words or form.kind is IntentKind.OTHER):
        return False
    if form is not None and not formed:
        return not any(found_cues("intent", clause.text) for clause in group)
    return False if formed and _ASKS_MORE.search(text) else None
