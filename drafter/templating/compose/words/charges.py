"""What a named person has in charge: 云岭乡蓄水池由副县长汤会平包, 副院长祁明远盯急诊."""

from __future__ import annotations

from drafter.facts import patterns as re
from drafter.facts.cut.cues import has_cue
from drafter.facts.people.names import FAMILY
from drafter.facts.sheet import Fact, Person
from drafter.templating.compose.around.headings import thing_of

# So long is the name of a thing or a place; what is longer is half a sentence.
SHORTEST, LONGEST = 2, 10
# What he does stands behind his name, and what he does it to behind that.
_HAS = r"\s*(?:牵头管|负责抓|分管|管|盯|抓)(?:着)?(?![到总])([^，；。、]+)"
_IN_FRONT = re.compile("([^，；。：]{2,16}?)由")
# 8条, 每村 and 今年 are no things; nor is what somebody does, nor what nobody ought to do.
# Who has it stands in front of what he has: 城建办管路灯, 劳动监察大队包5个工地.
_WHO_HAS = re.compile("^[^，；]{1,10}?[办局科股队部站所处院会班组厂矿](?:负责|[管包盯抓](?![理道网线控制]))")
_NO_THING = re.compile(
    r"^[\d第每各由把对从在到今明其]|[了着过不]|的$|牵头|负责|配合|分别|\d$|[难那这]$|偷|乱[停放摆扔]|违[规章法]"
)


def charge_of(fact: Fact, person: Person) -> str:
    """Return what the words of a fact put into a person's hands, "" where they name no thing."""
    behind = re.search(f"{re.escape(person.name)}{_HAS}", fact.text)
    in_front = fact.topic if fact.text.startswith(fact.topic) else ""
    if whole := _IN_FRONT.match(fact.text):
        # 数据比对由钟岩负责: all that stands in front, and not half of it.
        in_front = whole[1] if whole[1].startswith(in_front) else in_front
    if in_front and 0 <= fact.text.find(person.name) < len(in_front):
        # 派驻组组长辛为民 was parted within his name.
        in_front = ""
    thing = behind[1] if behind else thing_of(in_front) and _WHO_HAS.sub("", in_front)
    good = SHORTEST <= len(thing) <= LONGEST and not _NO_THING.search(thing) and person.name not in thing
    # 副县长不变，县应急局局长总协调: who else has a duty is in nobody's hands.
    good = good and not has_cue("post-end", thing)
    return thing if good else ""


def called(person: Person) -> str:
    """Return how one addresses a person whom one leads: 志高同志, 柯明同志."""
    family = FAMILY.match(person.name)
    given = person.name[family.end() :] if family else ""
    return f"{given if len(given) > 1 else person.name}同志"
