"""What is said in the place of a blank that no other key fills."""

# Annotations are evaluated here and now: resolving them later from text costs a cold start.

from typing import Annotated

from msgspec import Meta

from drafter.i18n import _
from drafter.model import Fault, Model
from drafter.parameters.texts import Name

MARKS = "【】"


class Answer(Model, frozen=True):
    """A 补空: the blank, by its label, and the phrase that stands in its place."""

    blank: Annotated[
        Name,
        Meta(title="空位", description="空位的名称，即【】里的字", pattern=rf"[^{MARKS}\s]"),
    ]
    text: Annotated[
        str | None, Meta(title="补空内容", description="填进句子里的话，前后连着念；不加【】和句末标点")
    ] = None

    @property
    def label(self) -> str:
        """The label of the blank, without the marks that a clerk may have copied with it."""
        return self.blank.strip(f"{MARKS} ")


def repeated(answers: tuple[Answer, ...]) -> list[Fault]:
    """Return a fault for each answer to a blank that an earlier one answers."""
    labels = [answer.label for answer in answers]
    return [
        Fault(
            ("answers", index, "blank"),
            _("the blank `{label}` is answered twice").format(label=label),
            _("keep one of the two answers, and delete the other"),
        )
        for index, label in enumerate(labels)
        if label in labels[:index]
    ]
