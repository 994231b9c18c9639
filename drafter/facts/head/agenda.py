"""What happens before the speech and after it, in steps: who does what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.cut.clause import Clause
from drafter.facts.cut.cues import pattern
from drafter.facts.head.agenda_run import (
    FROM_AFAR,
    NOBODY_ACTS,
    is_among_bare_steps,
    named_aside,
    stands_behind,
)
from drafter.facts.head.speech_step import SPEECH, is_speech, names_speaker
from drafter.facts.head.visits import comes_back, goes_after
from drafter.facts.kinship.forms import BRACKET
from drafter.facts.people.names import ends_in_name
from drafter.facts.people.people import split_names
from drafter.facts.sheet import Person, Place, Step

_ARROW = re.compile(
    r"(?<=[一-鿿）)])[—–-]{1,2}(?=[一-鿿])|[ ]*[—–-]*→|(?<=[一-鿿）)])/(?=[一-鿿])"
    r"|(?<=[一-鿿）)])[ \u3000]+[—–/|｜-]{1,2}[ \u3000]+(?=[一-鿿])"
    r"|->|—>|=>|⇒|＞|、(?=\d[.．])|[ \u3000]+(?=\d{1,2}[.．、](?!\d))"
)
MOST_STEPS = 30  # The words that order a line stand among its first clauses.
# 仪式由常务副市长主持 tells who is in the chair, and is no step.
HOSTED = re.compile(
    "(?:会议?|仪式|活动|大会|发布会)?(?:由|请|是)(?P<who>[一-鿿、]{2,20})(?:来)?主持$"
    "|(?:^|会议?|仪式|活动|大会)(?P<bare>[一-鿿、]{2,20})主持$"
    "|^主持[人的]?(?:是|为|由)(?P<told>[一-鿿、 ]{2,20})$"
)
_LISTED, _FEW = re.compile("、"), 3
_DOES = re.compile("(?<=[一-鿿]{2})(?<![合工操动农])作(?![社业])[一-鿿]{2,8}$")
# 家长给孩子戴帽
_FOR = re.compile("(?<=..)[给为向][一-鿿]{1,6}$")
# What opens a step and is no part of its actor; 先进代表 is one.
_OPENS = re.compile(
    "^(?:[之此]前|前头|讲完话?以?后?|后面|前面|讲话后|会后|之后|以后|后(?!勤|方)|由|请|再|先(?!进)|(?:座谈会?|会上)?[先再]?听取?|会上|有(?=\\d))+"
)
# How he acts, between the actor and the verb.
_ADVERB = re.compile(
    r"(?:各自?|集中|先后?|再|然后|接着|最后|随后|作|做|进行|分别|依次|逐[个一]|轮流|上台|现场|当场|集体|首先|整改|交流|经验|检查|典型|表态|重点|简要)+$"
)
# 区长讲话后合影, 教务处布置后校长讲: a step, and what follows it.
_THEN = re.compile("(?<=..(?:讲话|发言|通报|布置|汇报|表态))(?:之后|以后|后)(?=讲|[一-鿿]{2})")
# 企业发言6家: how many speak.
_HOW_MANY = re.compile(r"(?P<who>代表|企业|单位)发言(?P<many>\d+)(?P<unit>[个名位家])$")
# 保卫处通报在前: on which side of the speech, told behind the step.
_ON_SIDE = re.compile("在[前后]面?$")
_ORDER = re.compile(
    r"^(?:会上|会议|开会)?(?:(?:顺序|程序|议程|流程|次序)(?:是|为))?(?:后面|前面|首先|先(?!进)是?|后是|然后|接着|随后|最后|再就(?=是)|再|之后|依次|完了|接下来|紧接着|末了|一是|二是|三是|四是|第[一二三四五六七八]项|[（(]?[一二三四五六七八九\d][）)、.．])[是由请听，,：:]?"
)
_AROUND = re.compile(
    "(?:讲话|发言|致辞)(?:之?前|之?后|以前|以后|完)(?:先?有|由|再|还|是|安排|，)?|讲[前后](?=[一-鿿]{2})|散?会(?:之?[前后]|以[前后])"
    "|[他她]?[前后][面头](?:由|是|有)?"
)
# 他讲完院长宣布: what follows the speech.
_SPOKEN = re.compile("^[一-鿿]{0,6}?[讲说]完话?(?:之后|以后|后)?")


def arrow_parts(text: str) -> list[tuple[int, int]]:
    """Return where the parts of a clause between arrows stand; one where it has none."""
    found = list(_ARROW.finditer(text))
    starts, ends = [0, *(m.end() for m in found)], [*(m.start() for m in found), len(text)]
    trimmed = (
        (a + len(text[a:b]) - len(text[a:b].lstrip()), a + len(text[a:b].rstrip()))
        for a, b in zip(starts, ends, strict=True)
    )
    return [(a, b) for a, b in trimmed if a < b]


# 年轻老师代表先说, 先居民说, 书记后讲.
_SPEAKS_IN_TURN = re.compile(
    "[一-鿿]{2,8}先(?!进)[一-鿿]{2}|^先[一-鿿]{2,10}说$|[一-鿿]{2,8}[先后再][说讲答]$"
)


def is_agenda(clause: Clause, line: Sequence[Clause]) -> bool:
    """Whether a clause without label tells a step: an actor and what he does, among other steps."""
    bare = is_among_bare_steps(clause, line)
    acts = bare or pattern("agenda-verb").search(clause.text) or _SPEAKS_IN_TURN.search(clause.text)
    if not acts and not _stands_between_steps(clause, line):
        return False
    if _NO_STEP.search(clause.text) or NOBODY_ACTS.match(clause.text):
        return False
    if pattern("venue-end").search(clause.text) or HOSTED.search(clause.text):
        return False
    if bare or _ARROW.search(clause.text) or _is_order(line):
        return True
    text = "，".join(each.text for each in line[:MOST_STEPS])
    ordered = len(
        re.findall(
            r"讲话之?[前后]|会[前后]|此之?前|先(?!进)|然后|接着|随后|最后|讲完|之后|后面|前面|再", text
        )
    )
    acting = sum(bool(pattern("agenda-verb").search(each.text)) for each in line[:MOST_STEPS])
    return (
        ordered >= 2
        or (ordered and acting > 2)
        or bool(_ORDER.match(clause.text) and re.search("讲|发言|致辞|表态|主持", text))
    )


def _stands_between_steps(clause: Clause, line: Sequence[Clause]) -> bool:
    """Whether a clause stands between steps of its sentence: 先总裁报告，财务总监公布分红，然后发奖."""
    same = [each for each in line[:MOST_STEPS] if each.segment == clause.segment]
    front = [each for each in same if each.start < clause.start]
    behind = [each for each in same if each.start > clause.start]
    opened = any(re.match("先|首先|由|[一-鿿]{2,10}先", each.text) for each in front)
    goes_on = any(re.match("然后|再|接着|随后|最后|讲完", each.text) for each in [clause, *behind])
    return opened and goes_on and len(clause.text) <= 20 and not any(sign.isdigit() for sign in clause.text)


def _is_order(line: Sequence[Clause]) -> bool:
    """Whether a line is a numbered order of steps: 一、介绍来宾 二、局长报告 三、院长致辞 四、参观."""
    steps = {clause.segment: clause.text for clause in line[:MOST_STEPS]}
    acts = sum(bool(pattern("agenda-verb").search(text)) for text in steps.values())
    spoken = any(SPEECH.search(text) for text in steps.values())
    return len(steps) >= 4 and spoken and acts * 3 >= len(steps) * 2 and max(map(len, steps.values())) <= 20


def side_of(clause: Clause, line: Sequence[Clause]) -> str:
    """Return the class of a step: 在此之前 in front of it in the sentence puts it before the speech."""
    front = (each.text for each in line if each.segment == clause.segment and each.start < clause.start)
    return "agenda-before" if any(_BEFORE_IT.fullmatch(text) for text in front) else "agenda"


# 大家说完再讲: when the speaker himself speaks.
_AFTER_ALL = re.compile("(?:大家|各位|代表们?|[一-鿿]{2,4})?[说讲谈听]完了?再(?:讲|说|讲话)")


def is_around_speech(text: str) -> bool:
    """Whether a clause tells by its first words what comes before or after the speech."""
    if _AFTER_ALL.fullmatch(text):
        return False
    lead = _AROUND.match(text) or _SPOKEN.match(text)
    acts = lead and pattern("agenda-verb").search(text, lead.end())
    return bool(acts or _LAST.match(text) or _ALL_GO.match(text) or stands_behind(text))


def steps_of(clauses: Iterable[tuple[Clause, str]], speaker: Person | None) -> tuple[list[Step], list[Step]]:
    """Return the steps before and after the speech."""
    said = _all_steps(clauses, speaker)
    spoken = _last_speech(said, speaker)
    if spoken >= 0 and any(_EARLY.match(step.text) for step, _side in said[spoken + 1 :]):
        # 局长讲话；先由两家发言: the speech is named in front of the order.
        spoken = -1
    if spoken == 0 and names_speaker(said[0][0].text) and not _is_next(said[:2]):
        # 副县长 乐向东讲，8分钟，农业局通报: he is named, and not yet in order.
        spoken = -1
    done = next((n for n, (step, _side) in enumerate(said) if re.match("[一-鿿]{2,6}讲完", step.text)), -1)
    # 总经理讲12分钟；会上二公司表态，总经理讲完董事长提要求: the speech ends where it is said to.
    spoken = done - 1 if spoken >= 0 and done > spoken else spoken
    before: list[Step] = []
    after: list[Step] = []
    to = before
    # 之前……，之后……: told around a speech that is named in front of them.
    around = any(_AROUND_IT.match(step.text) for step, _side in said)
    for index, (step, side) in enumerate(said):
        own_end = step.text.endswith(("讲完", "讲完话")) and is_speech(step, speaker)
        if _NOTHING.fullmatch(step.text) or comes_back(step.text) or own_end:
            continue
        if side != "agenda-after" and is_speech(step, speaker) and (index <= spoken or spoken < 0):
            continue
        same = bool(before) and to is before and _is_more_of(said[index - 1][0], step)
        early = bool(_EARLY.match(step.text) or stands_behind(step.text))
        first = same or early or side == "agenda-before" and not _LATE.match(step.text)
        last = spoken < index and step.text.startswith("最后")
        last = last or spoken < 0 and around and bool(_AFTERWARDS.match(step.text))
        late = side == "agenda-after" or -1 < spoken < index or last or bool(_LATE.match(step.text))
        to = after if late and not first else before
        to.append(step)
    return before, after


def _is_next(said: Sequence[tuple[Step, str]]) -> bool:
    """Whether no more than a sign stands between two steps: 院长 林书行讲→合影."""
    return len(said) > 1 and said[1][0].place.start - said[0][0].place.end <= 1


def _is_more_of(before: Step, step: Step) -> bool:
    """Whether a step goes on with one that comes before the speech: 之前支队长念通报、放个片子."""
    near = step.place.start - before.place.end <= 1
    return near and not step.who and bool(_AROUND_IT.match(before.text))


def _all_steps(clauses: Iterable[tuple[Clause, str]], speaker: Person | None) -> list[tuple[Step, str]]:
    """Return the steps in order, each with its side; one without an actor has that of the one in front.

    What follows the speech is not the speaker's: 院长讲话，讲完合影.
    """
    said: list[tuple[Step, str]] = []
    segment = -1
    for clause, side in clauses:
        for number, step in enumerate(_steps(clause)):
            if side == "agenda-before" and _names_only(step):
                step = replace(step, who=step.text, does="")
            elif not step.who and not number and said and clause.segment == segment and not _by_all(step):
                front = said[-1][0]
                # 区长讲完现场签约: what follows the speech is not theirs who spoke before it.
                theirs = not is_speech(front, speaker) and not _SPOKEN.match(step.text)
                step = replace(step, who=front.who) if theirs else step
            if not step.does and "发言的" in clause.label:
                step = replace(step, does="发言")
            said.append((step, side))
        segment = clause.segment
    return said


def _by_all(step: Step) -> bool:
    """Whether a step is nobody's own: 投票表决, 民主测评, 看警示片."""
    return step.text.startswith(_NO_ACTOR) or step.does.startswith("观看")


def _names_only(step: Step) -> bool:
    """Whether a step behind 先后发言： names only who speaks: 返乡老板闵长河."""
    if _by_all(step) or pattern("agenda-verb").search(step.text) or re.search("[先后]", step.text):
        return False
    named = re.search("(?:老板|师傅|村官|学生|专家|客商)[一-鿿]{0,3}$", step.text)
    return not step.who or bool(named or pattern("post-end").search(step.text))


def _last_speech(said: Sequence[tuple[Step, str]], speaker: Person | None) -> int:
    """Return the index of the speech; the last, since a head often tells of it once more; -1 without any."""
    found = [i for i, (step, side) in enumerate(said) if side != "agenda-after" and is_speech(step, speaker)]
    return found[-1] if found else -1


# 领导讲话再来一个 asks the writer for one; 全县冬修水利动员会 names the meeting once more.
_NO_STEP = re.compile(
    r"(?:讲话|发言|致辞|稿子?)(?:再|又|还得?|帮我)*来[一1]?[个篇份]$"
    r"|^[全本][省市县区镇乡校院厂矿局][一-鿿]{2,20}(?:动员|推进|部署|调度|总结|工作)(?:大会|会议?)$|"
    r"^(?:地点|时间|会场)|^(?:上午|下午|晚上?)?\d{1,2}[点时:：].{0,14}开|请你|准备.{0,8}的(?:致辞|讲话|稿)|给.{2,24}写(?:$|[个篇份]?(?:讲|稿|致|发))|^[他她]在|^先听后讲|^(?:大家|各位|代表们?)?(?:说|讲|谈|听)完?(?:了)?再讲|^讲?[约大概就]{0,2}(?:\d+|[一二三四五六七八九十]+)来?分钟|不(?:发言|讲|安排|表态)"
)
_BEFORE_IT = re.compile("(?:在)?(?:此|这|他|她|讲话)?(?:之?前|前面)|此前|前面")
# 讲完领大家去看烘干房
_ALL_GO = re.compile("[一-鿿]{0,6}?[讲说]完话?(?:以?后)?(?:领|带|组织|请|陪)?(?:着)?(?:大家|全体)")
_LAST = re.compile("[一-鿿]{2,14}最后(?:讲|总结|提|作|宣布|说)")
_EARLY = re.compile(
    ".{4,}在前面?$|讲前|[一-鿿]{2,12}?(?:前面|先前|之前|刚才|已经?)(?:就|都|已经?)?(?:在[^，,]{2,10}上)?[讲说]过|(?:在)?[此这之]前|此前|前头|先(?:由|请)|[一-鿿]{2,10}先|(?:讲话|发言|致辞|会)(?:之?前|以前)|[他她]?前面"
)
_LATE = re.compile(
    ".{4,}在后面?$|讲后|最后由|[他她]?后[面头]|[一-鿿]{0,6}?讲完|[一-鿿]{2,14}最后(?:讲|总结|提|作|宣布|说)|(?:讲话|发言|致辞|会)(?:之?后|以后)"
)
_AROUND_IT = re.compile("(?:在)?[此这之]前|此前")
_AFTERWARDS = re.compile("(?:在)?[此这之]后|此后|随后")
# 后面无: nothing follows.
_NOTHING = re.compile(
    "(?:前面|后面|之前|之后|讲话后)?(?:再?无|没有了?|没了|空)|[再也就]*没有?(?:别的|其他|下一)(?:安排|议程|[个位]?人?|项)?了?|(?:后面|之后|讲话后|再?也?)*(?:没有?|无)(?:别|其[他它])?(?:的)?人再?(?:要)?(?:讲|说|发言)(?:话)?了?|(?:[一-鿿]{0,4}讲完话?(?:就)?)?(?:[大]?会(?:议|就)?)?(?:就)?(?:散[会了场]?|结束)[一-鿿]{0,6}|无其他(?:议程|安排|发言)|不再?安排(?:别|其[他它])?的?人?再?(?:讲|说|发言)话?了?"
)


def speech_places(clauses: Iterable[tuple[Clause, str]], speaker: Person | None) -> list[Place]:
    """Return where the agenda says that the speaker speaks, or that nothing follows."""
    steps = [step for step, _side in _all_steps(clauses, speaker)]
    return [step.place for step in steps if is_speech(step, speaker) or _NOTHING.fullmatch(step.text)]


def _steps(clause: Clause) -> list[Step]:
    found: list[Step] = []
    stretches = [(0, len(clause.text))] if stands_behind(clause.text) else _stretches(clause.text)
    for left, right in stretches:
        part = clause.text[left:right]
        text = part.strip(" 　、")
        start = clause.start + left + (part.index(text) if text else 0)
        if text:
            found.append(_step(text, Place(clause.line, start, start + len(text))))
    return found


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the steps of a clause stand: between arrows, and between commas where each part acts."""
    left = 0
    for arrow in [*_ARROW.finditer(text), None]:
        end = arrow.start() if arrow else len(text)
        base = left
        for sign in _listed(text[left:end]):
            yield left, base + sign.start()
            left = base + (sign.end() if sign[0] == "、" else sign.start())
        yield left, end
        left = arrow.end() if arrow else end


def _listed(part: str) -> list[re.Match[str]]:
    """Return what parts the steps in a stretch: 讲话后, and 、 in 财务部报经营、市场部报订单."""
    listed = part.split("、")
    act = sum(bool(pattern("agenda-verb").search(each)) for each in listed)
    acts = len(listed) > 1 and (act == len(listed) or len(listed) > _FEW and act * 3 >= len(listed) * 2)
    return list((_LISTED if acts else _THEN).finditer(part))


def _step(text: str, place: Place) -> Step:
    bare = stands_behind(text) or re.sub("^[一-鿿]{2,4}[：:]", "", text)
    bare = BRACKET.sub("", _ORDER.sub("", bare))
    bare = bare.replace("表个态", "表态")
    bare = re.sub("各?(?P<does>发言|表态)一[个次]$", r"\g<does>", bare)
    bare = re.sub("^(?:会议|开会|发言|大会)?的?(?:顺序|程序|议程|流程|次序)(?:是|为)?", "", bare) or bare
    bare = _AROUND.sub("", _SPOKEN.sub("", bare)) or bare
    bare = re.sub("^(?:领|带|组织|请|陪)着?(?=大家|全体)", "", bare)
    # 通报完了局长讲: what comes to an end in front of the speech.
    bare = re.sub(r"(?<=代表发言)(\d+)人$", r"\1位", bare)
    bare = _HOW_MANY.sub(r"\g<many>\g<unit>\g<who>发言", _ON_SIDE.sub("", bare))
    bare = re.sub("^(?:通报|介绍|发言|汇报|看|放|念)完了?(?=[一-鿿]{2,8}讲)", "", bare)
    bare = re.sub("(?<=[讲说报谈])分管的?$", "分管的工作", re.sub("^就(?!业)(?=[一-鿿]{3})", "", bare))
    # 看警示片《失守》约25分钟, 会上先看起火的监控
    bare = _SHOWN.sub("观看", re.sub(r"(?<=[放》片像频])[约大概]{0,2}\d{1,3}来?分钟的?", "", bare))
    if goes_after(text):
        return Step("", bare, text, place)
    if afar := FROM_AFAR.match(text):
        return Step(afar["who"], afar["does"], text, place)
    if told := _TOLD_BY.fullmatch(bare):
        return Step(told["who"], f"{told['does']}{told['what']}", text, place)
    first, verb = pattern("agenda-verb").match(bare), pattern("agenda-verb").search(bare, 1)
    whole = _READ_OUT.match(bare) and verb and not _WHO.search(bare[: verb.start()])
    if verb is None or first is not None and (whole or verb.start() < first.end()):
        # 通报案件 has no actor 通, 宣读表扬通报 no actor 宣读表扬.
        verb = first
    who, does = _acting(bare, verb) if verb else _unknown_act(bare)
    if spoken := _HAS_SPOKEN.search(f"{who}{does}"):
        # 县纪委书记前面讲过了, 疾控中心已经讲过疫苗的事
        what = spoken["what"].strip("了")
        who, does = f"{who}{does}"[: spoken.start()], f"讲{what or '话'}"
    return Step(f"{who}{named_aside(text)}", does, text, place)


_SHOWN = re.compile(
    "^(?:会上|开会)?先?(?:大家|集体|一起)?看(?=[^，,]{0,20}(?:片|录像|视频|照片|监控|画面)(?:$|[《（(]))"
)
_HAS_SPOKEN = re.compile(
    "(?<=..)(?:前面|先前|之前|刚才|已经?|就|都)*(?:在[^，,]{2,10}上)?[讲说]过(?P<what>.*)$"
)


_READ_OUT = re.compile("宣读|颁发|播放|观看|通报|传达|公布|表彰")
# 表彰对象代表发言 has an actor for all its verb in front.
_WHO = re.compile("[人员团组者长队]$|代表$")
# 民主测评, 现场提问: how, and nobody who acts.
_NO_ACTOR = ("投票", "民主", "举手", "无记名", "现场", "大会", "集体", "会议", "全体")


# 先听大家说, 居民说: who has a say, and nothing of what.
_IN_TURN = re.compile("听?(?P<who>[一-鿿、]{2,24}?)(?:最后|[先再])?(?P<does>[说讲答谈])")
# 退休研究员 桂永年 回忆建所: a post and a name that blanks set apart.
_NAMED = re.compile("(?P<who>[一-鿿、]{2,16}[ 　][一-鿿]{2,3})[ 　](?P<does>[一-鿿].*)")
# 13个问题的进度由环境局报: what is told stands in front of who tells it.
_TOLD_BY = re.compile(
    "(?P<what>.{2,20}?)(?<![理缘事自])由(?P<who>[一-鿿、]{2,16}?)(?P<does>通报|汇报|介绍|报|讲|说)"
)


def _unknown_act(bare: str) -> tuple[str, str]:
    """Return who acts and what he does, in a step whose verb no table knows."""
    if turn := _IN_TURN.fullmatch(bare) or _NAMED.fullmatch(bare):
        return turn["who"], turn["does"]
    if first := re.fullmatch("(?P<who>.+?)先(?!进)(?P<does>.*)", bare):
        return first["who"], first["does"]
    listed = "、" in bare and len(split_names(bare)) > 1
    actor = None if listed else pattern("step-actor").match(bare)
    who = bare if listed else actor[0] if actor else ""
    return who, bare[len(who) :]


# 向县长讲, 向书记讲话: whose surname is 向 speaks himself; 向大会汇报 tells to whom.
_CALLED_XIANG = re.compile("向[一-鿿]{0,3}?(?:长|书记|主任|总)(?:讲|作?总结|致辞|发言)")


def _acting(bare: str, verb: re.Match[str]) -> tuple[str, str]:
    """Return who acts and what he does: the words in front of the verb, and the rest."""
    who = bare[: verb.start()]
    adverb = _ADVERB.search(who)
    does = re.sub(
        "^(?:先|再|然后|接着|最后|随后|首先)+", "", bare[adverb.start() if adverb else verb.start() :]
    )
    if who.startswith(("给", "向", "为")) and not _CALLED_XIANG.match(bare) or who in _NO_ACTOR:
        return "", bare
    did = None if adverb or ends_in_name(who) else _DOES.search(who) or _FOR.search(who)
    if did:
        # 总裁作年度工作报告
        return _bare_actor(_OPENS.sub("", who[: did.start()])), f"{did[0]}{does}"
    return _bare_actor(_OPENS.sub("", who[: adverb.start()] if adverb else who)), does


def _bare_actor(who: str) -> str:
    """Return the actor of a step without what he speaks about: 耿向东同志就贯彻落实."""
    who = re.sub("(?<=[志长记任员理])(?:就|围绕|针对|对)[一-鿿]{2,}$", "", who.strip(" 　"))
    who = re.sub(r"^\d{1,2}月(?:\d{1,2}日|底)前?", "", who)
    who = re.sub("(?<=..)(?:也|还|都)?要?$|(?<=.)(?:(?<![合工操动农])作(?![社业])|做)[一-鿿]{0,4}$", "", who)
    return re.sub("(?<=[一-鿿]{2})(?<!的)同志$", "", who)
