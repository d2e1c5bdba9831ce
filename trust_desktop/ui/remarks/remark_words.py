"""What is said about a remark, from the texts a counsellor may edit."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from trust_desktop.ui.content import Content
from trust_desktop.wording import Remark


class RemarkWords(NamedTuple):
    """The kind, one reason, words or a question to begin with instead, and more for who asks why."""

    title: str
    reason: str
    gentler: str
    why: str

    @property
    def asks(self) -> bool:
        """Whether the gentler start is a question to the writer, not words to take over."""
        return self.gentler.endswith(("?", "\u061f", "\uff1f"))

    @property
    def spoken(self) -> str:
        pattern = QCoreApplication.translate("RemarkWords", "{title}. {reason}")
        return pattern.format(title=self.title, reason=self.reason)

    @property
    def tip(self) -> str:
        return f"{self.title}\n{self.reason}"


def which_of(number: int, of: int) -> str:
    """Return the place of a remark among so many; nothing of one alone."""
    pattern = QCoreApplication.translate("RemarkWords", "{number} of {all}")
    return pattern.format(number=number, all=of) if of > 1 else ""


def words_of(remark: Remark) -> RemarkWords:
    content = Content("remarks")
    table = remark.kind.value
    return RemarkWords(
        content.text(table, "title"),
        content.text(*remark.reason.split(".")),
        content.text(*remark.suggestion.split(".")),
        content.text(table, "why"),
    )
