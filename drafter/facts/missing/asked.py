"""What stands around that which a sheet leaves open: what leads up to it, and that it is open."""

from __future__ import annotations

from drafter.facts import patterns as re

# What stands in front of a thing that is missing and is no part of its name.
_FRONT = re.compile(
    r"^(?:(?:但|可|只是|不过|具体|至于|其中(?!一)|还有|另外|这|那|就是|由|到底|究竟|目前|新到的|新来的)+(?=[^\d])"
    r"|[一-鿿]{1,6}(?:[科局处办部会]说|还?在(?:研究|商量|商议|议|测算|算|谈))(?=.{3}))"
)
VERDICT = re.compile(
    r"[，,]?(?:(?:还|都|也|仍|尚|暂时?)?(?:没有?|未(?!来)|待|空着|在(?:[测算议谈商询研拟排催找协拿比选扯]|[跟和与同])|得问|要问|不明|不详|不清|不知|没个|等|要等"
    r"|先不(?:写|说|讲|报)|另行|定不[了下]|说不[准好]|[要得需](?:和|跟|与|同|再|看))|[一-鿿]{0,4}再[定核议报])"
)


def bare_words(text: str) -> str:
    """Return the last clause of a text without what leads up to it."""
    return _FRONT.sub("", re.split("[，,（(]", text.strip(" 　。（）()"))[-1].strip("的 　"))
