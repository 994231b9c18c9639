"""By when those who attend are to be told to the host, and who answers questions: for the notice."""

from __future__ import annotations

from msgspec import Struct

from drafter.facts import patterns as re

# 各科7月10日前把参会人员报护理部; 参会名单10月9日下班前报安环部; 10月9日前报名.
_REPLY = re.compile(
    "(?:参会|与会|到会|出席).{0,12}报|回执[^，]{0,20}前[^，]{0,10}报|前[^，]{0,8}报名(?![单册录])"
)
# 名单6月19日前报县生态环境分局: of the meeting beside its head, of a task among the tasks.
_LIST = re.compile("参加.{0,12}报|名单[^，]{0,20}前[^，]{0,10}报")
_BY = re.compile(r"(?:\d{1,2}月)?\d{1,2}[日号][^，。；]{0,8}?前|(?:今|明|后)天[^，。；]{0,8}?前|会前")
_CONTACT = re.compile(r"联系人[是为：: 　]*(?P<name>[\u4e00-\u9fff]{2,4})")
_PHONE = re.compile(r"(?:联系)?(?:电话|手机)[是为：: 　]*(?P<number>[\d-]{7,20})")


class Reply(Struct, frozen=True):
    """What a sheet says of replies to the notice; each is empty where it says nothing.

    ``said`` are the clauses that say it.
    """

    by: str = ""
    contact: str = ""
    phone: str = ""
    said: tuple[str, ...] = ()

    def with_more(self, other: Reply) -> Reply:
        """Return a reply with what another clause tells."""
        said = (*self.said, *other.said)
        return Reply(self.by or other.by, self.contact or other.contact, self.phone or other.phone, said)


def reply_in(text: str, of_meeting: bool = True) -> Reply | None:
    """Return what a clause says of replies to the notice, None where it is about something else.

    ``of_meeting``: it stands beside the head or the agenda, where a list is that of who comes.
    """
    asks = _REPLY.search(text) or of_meeting and _LIST.search(text)
    by = _BY.search(text) if asks else None
    contact, phone = _CONTACT.search(text), _PHONE.search(text)
    if not (by or contact or phone):
        return None
    return Reply(
        by[0] if by else "",
        contact["name"] if contact else "",
        phone["number"] if phone else "",
        (text,),
    )
