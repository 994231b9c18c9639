"""What happens before the speech and after it, in steps: who does what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from drafter.facts.cues import pattern
from drafter.facts.lines import Clause
from drafter.facts.sheet import Person, Place, Step

_ARROW = re.compile(r"→|->|—>|=>|⇒|＞|、(?=\d[.．])")
_ORDER = re.compile(r"^(?:首先|先是?|然后|接着|随后|最后|再|之后|依次|完了|接下来|紧接着|末了|一是|二是|三是|四是|第[一二三四五六七八]项|[（(]?[一二三四五六七八九\d][）)、.．])[是由请，,：:]?")
_AFTER = re.compile(r"^(?:讲完|讲话后|讲话结束|会后|散会|之后|随后|最后|末了|完了|结束后)")
_SPEECH = re.compile(r"讲话|讲|致辞|致词|作报告|授课|作动员|述职|上党课|总结讲话|说")


def is_agenda(clause: Clause, line: Sequence[Clause]) -> bool:
    """Whether a clause without label tells a step: an actor and what he does, among other steps."""
    if not pattern("agenda-verb").search(clause.text):
        return False
    if _ARROW.search(clause.text):
        return True
    text = "，".join(each.text for each in line)
    ordered = len(re.findall(r"先|然后|接着|随后|最后|讲完|之后|再", text))
    return ordered >= 2 or bool(_ORDER.match(clause.text) and re.search("讲|发言|致辞", text))


def steps_of(clauses: Iterable[tuple[Clause, str]], speaker: Person | None) -> tuple[list[Step], list[Step]]:
    """Return the steps before and after the speech."""
    before: list[Step] = []
    after: list[Step] = []
    spoken = False
    last_segment = -1
    for clause, side in clauses:
        for step in _steps(clause):
            if side != "agenda-after" and not spoken and _is_speech(step, speaker):
                spoken = True
                continue
            if not step.who and (after or before) and clause.segment == last_segment:
                step = replace(step, who=(after or before)[-1].who)
            last_segment = clause.segment
            late = side == "agenda-after" or spoken or (side == "agenda" and bool(_AFTER.match(step.text)) and "讲完" in step.text)
            (after if late and side != "agenda-before" else before).append(step)
    return before, after


def speech_places(clauses: Iterable[tuple[Clause, str]], speaker: Person | None) -> list[Place]:
    """Return where the agenda says that the speaker speaks."""
    steps = [step for clause, side in clauses if side != "agenda-after" for step in _steps(clause)]
    return [step.place for step in steps if _is_speech(step, speaker)][:1]


def _steps(clause: Clause) -> list[Step]:
    found: list[Step] = []
    left = 0
    cuts = [*((m.start(), m.end()) for m in _ARROW.finditer(clause.text)), (len(clause.text), len(clause.text))]
    for end, following in cuts:
        part = clause.text[left:end]
        text = part.strip(" 　、")
        start = clause.start + left + (part.index(text) if text else 0)
        if text:
            found.append(_step(text, Place(clause.line, start, start + len(text))))
        left = following
    return found


def _step(text: str, place: Place) -> Step:
    bare = re.sub(r"[（(][^（()）]*[)）]", "", _ORDER.sub("", text))
    verb = pattern("agenda-verb").search(bare, 1) or pattern("agenda-verb").search(bare)
    if not verb:
        return Step("", bare, text, place)
    who = bare[: verb.start()]
    adverb = re.search(r"(?:先|再|然后|接着|最后|随后|作|做|进行|分别|依次|上台|现场|集体|首先|整改|交流|经验)+$", who)
    does = re.sub("^(?:先|再|然后|接着|最后|随后|首先)+", "", bare[adverb.start() if adverb else verb.start() :])
    who = re.sub("^(?:讲完话?以?后?|讲话后|会后|之后|由|请|再|先)+", "", who[: adverb.start()] if adverb else who)
    return Step(who, does, text, place)


def _is_speech(step: Step, speaker: Person | None) -> bool:
    """Whether a step is the speech itself: its actor is the speaker, by name, surname or post."""
    if not _SPEECH.search(step.text):
        return False
    if re.search(r"^(?:领导|本人|我)?(?:讲话|作?重要讲话)$", step.text):
        return True
    if speaker is None:
        return False
    who = step.who or step.text
    if speaker.name and (speaker.name in who or (who[:1] == speaker.name[:1] and _same_post(who[1:], speaker))):
        return True
    return any(who.endswith(_core(post)) and _fits(who, post) for post in speaker.posts)


def _core(post: str) -> str:
    found = pattern("post-end").search(post)
    return found[0] if found else post


def _fits(who: str, post: str) -> bool:
    """Whether 市长 may stand for the post: not 县长 for 副县长, nor one with another body in front."""
    return who == post or who == _core(post) and "副" not in post or post.endswith(who) and "副" not in post


def _same_post(rest: str, speaker: Person) -> bool:
    return any(post.endswith(rest) for post in speaker.posts if rest)
