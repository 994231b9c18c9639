"""What a wish tells of those whom it is about, beside what it asks: a fact in a wish is a fact."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.cues import found_cues
from drafter.facts.kinship.sharing import pairs_in
from drafter.facts.people.audiences import are_people
from drafter.facts.sheet import Fact, FactType, Intent, IntentKind
from drafter.facts.wishes.behind import kind_behind
from drafter.facts.wishes.own_words import (
    asks_writer,
    but_in,
    fair_word,
    in_first_person,
    is_fair,
    told_to_them,
)
from drafter.facts.wishes.wish_forms import WEIGHT, form_of

# What is asked for, behind those whom it is for: 一线员工连轴转要体谅.
_ASKED = re.compile(
    "(?:也|都|还|就|要|得|须|必须|应|可以|真心|诚心|好好|专门|当面|当众|公开|点名|单独|大声|大力|最后|值得)*"
    "(?:有[一几两]?[句声]|讲[一几两三]{1,2}[句段]|撑[一撑]?[个下把]?腰|留[一几两]?[句声]|(?:说|讲|道|捎|来)[一几两点]?[句声些下]|给[点些个]|[说讲道]{2}|推一?推|推广|推开|学一?学|体谅|感谢|谢|致谢|道声?谢|道[一个]?[声个]"
    "|(?:带|捎)上?一[笔句嘴下]|敲打|慰问|问候|敲一?敲|批评|不客气|提个?醒|鼓|打气|表扬|夸|点个?赞|肯定|安慰|宽慰|鞠|敬|勉励|安抚|打打气|提一?[句下]|提到|掏|交心|多?鼓励|团结|客气|好$).*$"
)
_TO = re.compile(
    "^(?:末了|末尾|收尾|最后|结尾|开头|这里|另外|顺带|顺便|也|还|要|得|对|给|跟|向|(?:感谢|谢谢|多谢|谢)(?:一[声句下])?)+"
)
_THEY = re.compile("^(?:[他她](?:们|(?=.{3})(?!人))|人家)(?=.{2})")
# 一晚上最多跑9趟, 平时没人提: what tells no other than those in front.
_THEIRS = re.compile(r"一[一-鿿]{0,2}[天晚年上]|每|天天|连着|从|平时|最多|夜里|自己|[也都还为把在没]|\d")
# How one praises, thanks or owns up is no fact about those who are praised.
_MANNER = re.compile(
    "^(?:的|那[边里儿]|也$)|态度|整改|认账|检讨|做得(?:很|真)?好|干得(?:很|真)?好|^(?:也|都|真|很|最|太)*(?:辛苦|不容易)了?$"
    "|当着|听得懂|能懂|^(?:放?宽[一宽]?心|鼓[一鼓]?劲|打打?气)$|面说|[说讲]?[一几两]句|^(?:给|捎|来)[一几两]?[个句]|当自己人|心里话|要求写|同意|^(?:也|还|都)?(?:要|得)(?:让|给|[说讲提])|^(?:没[来到]|不在)|^(?:客气|热情|和气|软和?|暖和?|好)一?[点些]|可以[说讲]|做法|姓[一-鿿]{1,2}$|^[他她]?(?:也|今天)*(?:来了|到了)$|^坐在?[前后第旁]|嘴笨|怕出名|不爱(?:出头|说话|张扬)|脸皮?薄|内向|^[一-鿿]{1,6}(?:在场|在座|到场)$"
    "|^[让叫使](?:别[人家]|大家|人家|各)|^(?:那[边头里])?[替给对跟][他她]们$|^那一[一-鿿]{1,2}$"
)
# 巡检工要表扬，叫邵大勇: how he is called.
_CALLED = re.compile("叫 *([一-鿿]{2,4})(?=$|[，。；])")
# What asks that somebody be named or something told, behind the fact itself: 市政公司应收最高，点.
_NAMING = re.compile(
    "(?P<fact>[^；]{6,60}?)，(?:这(?:里|个|点|事|一?[条点件]))?(?:也|都|就|还)*(?:可以?|要|得|能|会上|当场|必须)*"
    "(?:(?:点|讲|说|提)(?:[点说讲提]|一?[点说讲提下]|[一几两]句|到|名|出来)?|(?:重点|着重|多|专门)(?:讲|说)|(?:讲|说)(?:透|重|痛|得?最重))$"
)
_IN_HALL = re.compile("(?:到场|在场|在座|到会|来了)$")
# Of a pair of signs in four, three stand in a fact that tells the same.
_ALIKE = 0.7
# 人名别说，可以说冲压线 and 那件事 tell nothing of their own.
_PARTLY = re.compile("[别不勿莫](?:说|讲|提|点|写)|^(?:这|那)|的事$")
# What is shorter tells nothing.
SHORTEST = 3
_HARD = re.compile("(?<=[一-鿿]{3})(?:也|都|真|很|最){0,2}辛苦了?$")


def facts_within(intent: Intent) -> tuple[str, ...]:
    """Return what a wish tells of those it is about, each without them: 天不亮就集合了, 一天接待将近200人."""
    return tuple(clause for clause, _of_them in _told(intent))


def words_about(intent: Intent) -> str:
    """Return what a wish tells of those it is about, with them in front: 机手是帮我们忙的."""
    told = list(_told(intent))
    own = [n for n, (_clause, of_them) in enumerate(told) if of_them][:1]
    who = intent.words[0] if intent.words else ""
    said = (f"{who if n in own else ''}{clause}" for n, (clause, _of) in enumerate(told))
    return "，".join(said)


def _told(intent: Intent) -> Iterator[tuple[str, bool]]:
    """Yield what a wish tells, and whether it lacks those it tells of: 天不亮就集合了 of 民兵."""
    who = intent.words[0] if intent.words else ""
    # What follows a kind word and is none is said behind it.
    kind = re.split("，(?=但|可(?!以)|不过)", intent.text)[0] if but_in(intent.text) else intent.text
    first, *more = [clause for clause in re.split("[，；。]", _unbracketed(kind)) if clause]
    own = _behind(first, who) if who else ""
    if own and (_is_plain(own) or f"{who}{own}" == first and len(first) >= SHORTEST and not _is_manner(own)):
        # 乡村老师翻山家访辛苦: that it is hard is said with the thanks.
        yield in_first_person(_HARD.sub("", own)), True
    elif not who or not first.startswith(who):
        more = [first, *more]
    for clause in more:
        if who and _TO.sub("", clause) == who:
            continue
        bare = _THEY.sub("", clause)
        if fair := fair_word(clause) or told_to_them(clause):
            yield in_first_person(fair), False
        elif (states_fact(clause) or is_fair(clause)) and _is_plain(bare):
            # 别埋怨一楼住户，人家有人家的难处: who is meant stands in front of it.
            again = bare != clause and any(who in fair_word(before) for before in more[: more.index(clause)])
            told = clause if again else bare
            yield in_first_person(told), told != clause or bool(_THEIRS.match(clause))


def _is_plain(clause: str) -> bool:
    """Whether a clause tells something, and neither how one speaks of it nor how somebody is called."""
    return len(clause) >= SHORTEST and not _is_manner(clause)


def _is_manner(clause: str) -> bool:
    return bool(_MANNER.search(clause) or _CALLED.search(clause) or asks_writer(clause))


# 金水湾那个做法
_POINTED = re.compile("[那这的]")
# 白水镇和城关镇一起表扬, 白沙乡可以表一句: what only asks for the praise.
_ASKS_ONLY = re.compile(
    "(?:[两三四五几][家个位处边])?(?:一[起并块道同]|同时|可以|也|都)*(?:表一?[句下]|说一?声好|竖个?大拇指)?"
)


def manner_of(intent: Intent) -> str:
    """Return how he did it whom a wish praises, in its words: 整改快 of 掘进二队整改快; "" for none."""
    first = re.split("[，；。]", intent.text)[0]
    how = re.sub("(?:一定|的)+$", "", _behind(first, intent.words[0])) if intent.words else ""
    return "" if _POINTED.match(how) or _ASKS_ONLY.fullmatch(how) else how


def called_in(intent: Intent) -> str:
    """Return how he is called whom a wish is about, where it tells; else ""."""
    found = _CALLED.search(intent.text)
    return found[1] if found else ""


# 不骂老人, 别怪保洁员，他们不容易: who is not to be blamed.
_UNBLAMED = re.compile(
    "(?:不|别|勿|莫)(?:要|能|许|去|再)?(?:责怪|怪罪|怪|骂|批评|训|数落|埋怨|指责|责备|为难|挖苦)(?P<who>(?!人|娘)[一-鿿]{2,8}?)(?:了)?(?=$|[，；。])"
)


# 采二工区今天检讨了，别再批: of whoever has owned up no more is to be made.
_OWNED_UP = re.compile(
    "(?P<who>[^，；不别]{2,10}?)(?:的?(?:今天|上次|上回|上个?月|刚才|会上|前面|已经?|也|都|自己|专门|当面))*"
    "(?:作|做|写|受)?过?了?(?:检讨|检查|认错|认账|表态|通报|处理|处分|批评|整改)(?:过|完)?了?，"
    "(?:这次|这回|今天|会上|就|也|都)*(?:别|不|不要|不用|莫)再?(?:去)?(?:批评?|追究?|揪|说|点|训|提)(?:了|[他她它]们?|名|人家)*"
)


def owned_up_in(text: str) -> str:
    """Return who has owned up so that his faults are told without his name, "" for nobody."""
    found = _OWNED_UP.fullmatch(text)
    return found["who"] if found else ""


def unblamed_in(text: str) -> str:
    """Return whom a wish wants not to be blamed, "" where it names nobody."""
    found = _UNBLAMED.search(text)
    return found["who"] if found else ""


def _unbracketed(text: str) -> str:
    return re.sub("[（(][^（）()]*[)）]", "", text) or text


def _behind(clause: str, who: str) -> str:
    """Return what a clause tells behind those whom it names, without what it asks for them."""
    front, named, rest = clause.partition(who)
    return _ASKED.sub("", rest) if named and not _TO.sub("", front) else ""


def states_fact(clause: str) -> bool:
    """Whether a clause tells something of them and asks for nothing."""
    they = _THEY.match(clause) is not None
    asks = (
        form_of(clause) is not None
        or WEIGHT.fullmatch(clause)
        or re.match("(?:别|不要|不许|勿|莫|请|稿|讲话)", clause)
    )
    return not asks and (they or not found_cues("intent", clause))


def named_fact(text: str) -> str:
    """Return the fact that a wish has of its own, where it asks that it be told; "" for none."""
    found = _NAMING.fullmatch(text)
    fact = found["fact"] if found else ""
    clauses = fact.split("，")
    own = fact != "" and all(form_of(c) is None and not _PARTLY.search(c) for c in clauses)
    # 牺牲民警家属到场，要专门讲: who is in the hall is not to be told.
    seated = _IN_HALL.search(fact) is not None
    return fact if own and not seated and not any(found_cues("intent", c) for c in clauses) else ""


def facts_of_matter(text: str) -> tuple[str, ...]:
    """Return the facts that a wish tells of a stressed matter behind it: 就业要说到群众心里，先招200人.

    Without a figure they are rather why or how the leader wants it told.
    """
    first, *rest = text.split("，")
    form = form_of(first)
    if form is None or form.kind is not IntentKind.STRESS:
        return ()
    facts = tuple(clause for clause in rest if states_fact(clause))
    return facts if re.search(r"\d", "".join(facts)) else ()


def is_told(text: str, facts: Sequence[Fact]) -> bool:
    """Whether one of these facts tells what a text tells, in nearly the same words."""
    bare = re.sub("[，。：“”]", "", text)
    pairs = pairs_in(bare)
    return any(sum(pair in fact.text for pair in pairs) >= len(pairs) * _ALIKE for fact in facts)


# What is told to hurt is no achievement, and what others are to learn no problem: 要讲痛, 让人照着学.
_HURTS = re.compile("(?:讲|说)(?:得)?[痛疼重狠]|往重里|坐不住|最重")
_TO_LEARN = re.compile("照着[学做]|让[^，]{1,4}学|做法|经验|[好土]办法")


# What is praised is no fault, and not still to be done.
_NOT_PRAISED = (FactType.PROBLEM, FactType.TASK, FactType.CHECK)


def typed_by_wishes(facts: Sequence[Fact], intents: Sequence[Intent]) -> list[Fact]:
    """Return the facts, a stressed one typed as the wish tells: as a wrong, or as well done."""
    praised = {id_ for i in intents if i.kind is IntentKind.PRAISE and not i.words for id_ in i.about}
    named = {word for i in intents if i.kind is IntentKind.PRAISE for word in i.words}
    # 村里给每台车配了灭火器。值得表扬: what nothing else tells the type of; 河湾村：7天全搬完，不吵一架;
    # 菜价每天贴在门口，好经验.
    found = [
        replace(f, type=FactType.ACHIEVEMENT)
        if (f.id in praised and not (f.sure and f.type not in _NOT_PRAISED))
        or (f.label in named and f.type is FactType.PROBLEM)
        else f
        for f in facts
    ]
    fronts = {part for word in named for part in re.split("[、和]", word.partition("的")[0]) if len(part) > 1}
    ids = {id_ for i in intents if i.kind is IntentKind.PRAISE and i.words for id_ in i.about}
    found = [replace(f, type=FactType.ACHIEVEMENT) if _is_praised(f, fronts, ids) else f for f in found]
    # 装炉子的师傅天不亮就出门，要谢一声: what people are thanked for is no rule.
    thanked = tuple(
        w for i in intents if i.kind is IntentKind.THANKS and kind_behind(i.text) for w in i.words
    )
    found = [
        replace(f, type=FactType.SITUATION)
        if f.type in (FactType.CHECK, FactType.PROBLEM)
        and any(who in f.text.partition("，")[0] for who in thanked)
        else f
        for f in found
    ]
    for intent in (i for i in intents if i.kind is IntentKind.STRESS):
        wrong, turned = (
            (FactType.ACHIEVEMENT, FactType.PROBLEM)
            if _HURTS.search(intent.text)
            else (FactType.PROBLEM, FactType.ACHIEVEMENT)
        )
        if _HURTS.search(intent.text) or _TO_LEARN.search(intent.text):
            found = [
                replace(f, type=turned) if f.type is wrong and _is_meant(intent, f) else f for f in found
            ]
    return found


# 发现一处奖200元 is a rule: each who does so.
_RULE = re.compile("每|凡|一律|的，|者|谁")


def _is_praised(fact: Fact, fronts: Collection[str], ids: Collection[str]) -> bool:
    """Whether what reads as a cause or a rule is what somebody did who is praised: 小何喊停，奖2000元."""
    if fact.type is FactType.CAUSE:
        return fact.text.startswith(tuple(fronts)) and bool(_WELL.search(fact.text))
    timed = fact.by is not None and fact.by.grain != "clock"
    asked = timed or fact.owners or _PAID.search(fact.text)
    orders = fact.type in (FactType.TASK, FactType.CHECK, FactType.REQUEST)
    if orders and not asked and any(_does(who, fact.text) for who in fronts):
        return True
    return (
        fact.type is FactType.CHECK and fact.id in ids and "奖" in fact.text and not _RULE.search(fact.text)
    )


# 班主任郑晓月每晚到宿舍转一圈, 执法大队女子中队劝导不罚: who is praised, and what he does.
_PAID = re.compile("奖|\\d元")
_POST_IN_FRONT = "[^，。；：]{0,14}?"
_WANTS = "的(?!“)|[也都还]?(?:要|得|须|应|负责|牵头|提|希望|请求|建议|盼|想|反映|缺)"


def _does(who: str, text: str) -> bool:
    """Whether a text begins with what one who is praised does; a crew may be told what to do."""
    return not are_people(who) and re.match(f"{_POST_IN_FRONT}{re.escape(who)}(?!{_WANTS})", text) is not None


# 自己搞了“班前三查”，一次故障停机都没有
_WELL = re.compile(r"自己|主动|没有|零|从[^，]{1,8}[升降]到|第一|一[起次个][^，]{0,6}没有|搞了?“")


def _is_meant(intent: Intent, fact: Fact) -> bool:
    """Whether a wish is about a fact: it has all parts of its words, 塔前 and 互查 of 塔前的互查."""
    parts = ([part for part in re.split("的|做法|经验", word) if len(part) > 1] for word in intent.words)
    return fact.id in intent.about or any(those and all(p in fact.text for p in those) for those in parts)
