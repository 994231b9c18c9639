"""What a leader wants to own up to, as he says it himself: 书记说要自己认 becomes 这个账我认."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from drafter.facts import patterns as re
from drafter.facts.sheet import Fact, Place
from drafter.facts.wishes.own_words import in_first_person

# A fact tells a fault already that shares so many pairs of signs with it.
LEAST_ALIKE = 2
# What is shorter is no front that one would point at.
SHORTEST_FRONT = 4

# How the leader says that he owns up.
ACCOUNT = "这个账我认"

# 公司认, 镇里认: for the body he leads.
_BODY = "[一-鿿]{0,2}(?:公司|政府|街道|集团|[局镇县市区院校厂矿村乡站][里上])"
_LEADER = f"(?:{_BODY}|[一-鿿]{{0,3}}(?:书记|[局镇县市区院校厂矿部]长|主任|董事长|经理|[一-鿿][总董])|领导)"
# 充电贵、远，是我们没做到前头 has a comma; 是我们的错 tells no matter.
# Whose fault it is: 是我们没跑勤, 镇里有责任.
US = "我们|咱们?|[镇村县市区局院校厂矿社街组队站店馆所司]里|矿上|街上|公司|街道|社区|学校|单位|班子"
_WHAT = (
    "(?!是|[这那]?是?(?:我们|咱们?)[^，]{0,4}(?:错|责任|问题|毛病|失|理亏))"
    f"(?:[^，说讲]{{2,14}}，(?:是(?:{US})|(?={US})(?=[^，]{{2,4}}有责任))(?!(?:的|自己)?(?:错|责任|问题|毛病))[^，]{{2,20}}|[^，]{{3,40}}?)"
)
_BY_HIM = (
    f"(?:这[个笔本]账|[这那](?:[个条]|一?点|件?事))?(?:由|{_LEADER}|{_BODY}|咱们?|我们|[他她我说要得该来先就也都自己]){{0,6}}"
    "(?:承认|认)(?:账|下来?|了|一?句)?"
)
# 走了6个这事自己认, 走了72人先认账
_PARTED = "(?:，|(?:这件?|的)事(?!，)|(?<=[人个起件次名家户])(?=先认))"
_OWNS_UP = re.compile(_BY_HIM)
_OWNS = re.compile(
    f"(?:.*，)??[—–-]*[ 　]*(?:{_LEADER}(?:自己)?(?:说|讲))?是?(?P<what>{_WHAT}){_PARTED}{_BY_HIM}"
    f"(?:，(?:别|不要?|不能)(?:推|赖|往)[^，]{{2,10}})?"
)
# 要把北岗吵架的事认下来，是村里没做好
_TAKEN_ON = re.compile(
    "(?:要|得|先)?把(?P<what>[^，]{2,14}?)(?:认下来|认了|认账|认下)(?P<why>，是[^，]{2,16})?"
)
_BARE = re.compile("(?<=^这一[条件个])(?=[^是]+的$)")


def with_admissions(facts: Iterable[Fact]) -> list[Fact]:
    """Return facts, what the leader owns up to within one in his own words.

    It goes on with the fact in front of it on its line.
    """
    found: list[Fact] = []
    for fact in facts:
        said = owned(fact.text)
        if said and found and found[-1].group == fact.group:
            before = found[-1]
            place = Place(before.place.line, before.place.start, fact.place.end)
            found[-1] = replace(before, text=f"{before.text}。{said}", place=place)
        else:
            found.append(replace(fact, text=said) if said else fact)
    return found


def behind(said: str, text: str) -> str:
    """Return what is owned up to without the front that the text before it tells: 漏了两年。这是镇里没修."""
    front, is_, rest = said.partition("是")
    if said.removesuffix(f"，{ACCOUNT}") in text:
        # 走了6个，这个账我认 behind 去年走了6个 tells no more than who owns up.
        return ACCOUNT
    told = len(front) >= SHORTEST_FRONT and (front in text or text.endswith(front[-SHORTEST_FRONT:]))
    return f"这{is_}{rest}" if told else said


def owns_up(clause: str) -> bool:
    """Whether a clause only tells that the leader owns up to what stands in front of it: 校长自己认."""
    return _OWNS_UP.fullmatch(clause) is not None


def owned(text: str) -> str:
    """Return what the leader owns up to as he says it; "" where he does not."""
    if taken := _TAKEN_ON.fullmatch(text):
        return f"{in_first_person(taken['what'] + (taken['why'] or ''))}，{ACCOUNT}"
    match = _OWNS.fullmatch(text)
    # 这一条党委的 is said in full.
    return f"{in_first_person(_BARE.sub('是', match['what']))}，{ACCOUNT}" if match else ""
