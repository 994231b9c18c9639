"""Sentences in which a wish itself tells what to say to people: to take care, to be welcome, to go and see.

Each takes the text of a wish and returns the sentence, "" where the wish is of another sort.
"""

from __future__ import annotations

from functools import lru_cache

from drafter.facts import patterns as re
from drafter.facts.people.audiences import PEOPLE

_ALSO = "(?:也|都|还|先|要|得|再|一定|务必|必须|专门|好好|单独)*"
# 一线的人雪地里干活，叮嘱注意安全.
_CARE = re.compile(
    f"(?P<who>(?![他她]们?)[^，；]{{2,24}}?)，?{_ALSO}(?:叮嘱|嘱咐|叮咛)(?:[他她]们)?(?:一?[声句下]|几句)?[，：]?(?P<what>(?![一几两][句声下])[^，；]{{2,20}})"
)
# 老驾驶员身体要当心，嘱咐一声
_CARE_BEHIND = re.compile(
    f"(?P<said>[^，；]{{4,20}})，{_ALSO}(?:叮嘱|嘱咐|叮咛)(?:[他她]们)?(?:一?[声句下]|几句)?"
)
# 叮嘱巡线员注意安全.
_CARE_FIRST = re.compile(f"{_ALSO}(?:叮嘱|嘱咐|叮咛)(?:一?[声句下])?(?P<rest>[^，；]{{4,30}})")
# 在外打工的家里老人，请代表多跑一趟.
_PLEA = re.compile(
    "(?P<front>[^，；]{2,20}，)?(?P<plea>请(?P<who>[^，；]{2,10}?)(?P<does>多|帮|替|常|再|先|去|把)[^，；]{2,20})"
)
# 对敢说出来的孩子，提醒大家好好接住
_REMINDED = re.compile(
    f"(?:(?P<front>对[^，；]{{2,16}})，)?{_ALSO}(?:提醒|叮嘱|嘱咐)(?:大家|各位|在座的)(?:一?[句下声][：，]?)?(?P<what>[^，；一]{{3,20}})"
)
# Who drafts is no one in the hall.
_DRAFTER = re.compile("起草|拟稿|写|稿|办公室")
_WELCOME = re.compile(
    f"(?P<who>[^，；]{{2,16}}?){_ALSO}(?:表示)?欢迎(?:一?[声句下]|几句)?|{_ALSO}(?:欢迎)(?:一?[声句下])?(?P<behind>[^，；]{{2,16}})"
)
_PASSING = re.compile(
    f"(?P<who>[^，；]{{2,14}}?){_ALSO}(?:捎?带)上?[一两]句|{_ALSO}(?:捎?带)上?[一两]句(?P<behind>[^，；]{{2,14}})"
    "|(?P<left>没[上评获得受][^，；]{1,12}?)(?:也|都|还)(?:要|得)(?:说|讲|提)到"
)
# 带新人不许骂: what those present are told not to do; 不许写力争 is for the text.
_BARRED = re.compile(
    "(?P<what>[一-鿿]{2,10}(?:不许|不准|严禁|(?<![舍记认怪])不得)(?!愿|写|说|讲|提|点|用|出现|念|许愿)[一-鿿]{1,14})"
)
# 投资方要说几句实在的，我们答应的事办到.
_PLAIN_WORD = re.compile(
    f"(?:[对给跟向])?(?P<to>[^，：；]{{2,14}}?){_ALSO}(?:说|讲)[一几两]句(?:实在|掏心|心里|痛快|明白|放心|实)的?话?的?[，：](?P<what>[^；]{{4,60}})"
)

# 受伤工友不点名，问候一句
_GREETED = re.compile(
    f"(?:[对给向])?(?P<who>[^，；别不]{{2,12}}?)(?:(?:不|别)点名)?，?{_ALSO}(?:替[一-鿿]{{2,4}})?(?:问候(?:一?[句下声])?|(?:问|捎|带|祝|道)[一个]?[个声]?好)"
    f"|{_ALSO}(?:替我)?问候(?:一?[句下声])?(?P<whom>[^，；一]{{2,12}})"
)

# 给住院来不了的老同志捎个好
_SENT = re.compile(f"{_ALSO}(?:给|向|跟|对)(?P<who>[^，；]{{2,16}}?){_ALSO}(?:捎|带|问)(?:一?[个声])好")
# 劝一句别疲劳开车
_ADVISED = re.compile(
    f"{_ALSO}劝(?:大家|各位)?(?:一?[句声])?[：，]?(?P<what>[别不少多早慢先][^，；]{{3,24}})"
)

# 这段对社区书记讲：名单并起来不能推
_PASSAGE = re.compile(
    "[这那]一?[段句]话?(?:要|是|得)?[对给跟向](?P<to>[^，：；]{2,12}?)(?:讲|说)的?：(?P<what>[^；]{4,60})"
)

# 先默哀
_SILENCE = re.compile(f"{_ALSO}(?:开头|开场|一?上来|先|首先)(?:全体|大家|带头)?(?:起立)?默哀[^，；]{{0,4}}")


@lru_cache(maxsize=4096)
def said_to_people(text: str) -> str:
    """Return what a wish wants people told, by the first form that fits; "" for none."""
    return (
        _sent(text)
        or _advised(text)
        or _in_passing(text)
        or _plainly_said(text)
        or _told_apart(text)
        or _urged(text)
        or _begged(text)
        or _barred(text)
    )


@lru_cache(maxsize=4096)
def greeted(text: str) -> str:
    """Return a greeting to whom a wish names; who is hurt or ill is wished well: 受伤工友，问候一句."""
    found = _GREETED.fullmatch(text)
    who = found["who"] or found["whom"] if found else ""
    well = "，盼着早日康复" if re.search("[伤病摔]|骨折|住院", who) else ""
    return f"在这里，向{who}问候一声{well}。" if who else ""


def _sent(text: str) -> str:
    """Return a greeting that those in the hall take along, to whom is not there: 给来不了的老同志捎个好."""
    found = _SENT.fullmatch(text)
    return f"请大家替我给{found['who']}捎个好。" if found else ""


def _advised(text: str) -> str:
    """Return what a wish wants those in the hall advised: 劝一句别疲劳开车."""
    found = _ADVISED.fullmatch(text)
    return f"有一句话，想劝一劝大家：{found['what']}。" if found else ""


def _in_passing(text: str) -> str:
    """Return a word to people whom a wish wants mentioned: 没获奖的老师也带一句, 没上台的也要说到."""
    found = _PASSING.fullmatch(text)
    who = (found["who"] or found["behind"] or found["left"]) if found else ""
    known = PEOPLE.search(who) or found is not None and found["left"]
    return f"还有{who}{'同志' if who.endswith('的') else ''}，也要道一声辛苦。" if known else ""


def _told_apart(text: str) -> str:
    """Return what a passage is to tell those named: 这段对社区书记讲：名单并起来不能推."""
    found = _PASSAGE.fullmatch(text)
    return f"有一句话，要对{found['to']}讲明：{found['what'].replace('咱们', '我们')}。" if found else ""


def _urged(text: str) -> str:
    """Return what a wish wants people told to take care of: 叮嘱护林员注意安全."""
    if (found := _CARE_BEHIND.fullmatch(text)) and PEOPLE.search(found["said"]):
        return f"{found['said']}。"
    if found := _REMINDED.fullmatch(text):
        return f"{found['front'] + '，' if found['front'] else ''}请大家{found['what']}。"
    if found := _CARE.fullmatch(text):
        people = PEOPLE.search(found["who"])
        return f"{found['who']}，请一定{found['what']}。" if people else ""
    if found := _CARE_FIRST.fullmatch(text):
        people = PEOPLE.search(found["rest"])
        rest = found["rest"][people.end() :] if people else ""
        return f"请{found['rest'][: people.end()]}一定{rest}。" if people and len(rest) > 1 else ""
    return ""


def _begged(text: str) -> str:
    """Return what a wish asks of people in the hall: 家里的老人，请代表多跑一趟."""
    found = _PLEA.fullmatch(text)
    if found is None or not PEOPLE.search(found["who"]) or _DRAFTER.search(text):
        return ""
    return f"{found['front'] or ''}{found['plea']}。"


def welcomed(text: str) -> str:
    """Return a welcome to whom a wish names, 11个新老师欢迎一下, or the silence with which it begins."""
    if _SILENCE.fullmatch(text):
        return "在讲以前，请大家起立，默哀。"
    found = _WELCOME.fullmatch(text)
    who = (found["who"] or found["behind"]) if found else ""
    return f"在这里，欢迎{who}。" if who and PEOPLE.search(who) and not re.search("[不别]", text) else ""


def _barred(text: str) -> str:
    """Return what a wish wants forbidden to those present: 留人要讲，带新人不许骂."""
    found = next((m for clause in text.split("，") if (m := _BARRED.fullmatch(clause))), None)
    return f"有一条要说清楚：{found['what']}。" if found else ""


def _plainly_said(text: str) -> str:
    """Return the words that a wish has for somebody: 投资方要说几句实在的，我们答应的事办到."""
    found = _PLAIN_WORD.fullmatch(text)
    return f"对{found['to']}，说一句实在话：{found['what'].replace('咱们', '我们')}。" if found else ""
