"""The sheet in words: as it is read out, copied and printed, in the order of the talk and without anything private."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QTextDocument

from trust_desktop.domain.weekly_talk import SheetPart, WeekSheet
from trust_desktop.services.setting_aside import SetAsideItem
from trust_desktop.services.talking_weekly import NoticedInWeek
from trust_desktop.ui.common.day_words import full_day, short_day
from trust_desktop.ui.common.paper import TITLE, Paper
from trust_desktop.ui.content import Content


class Section(NamedTuple):
    """A heading and the words under it."""

    heading: str
    words: str

    @property
    def spoken(self) -> str:
        return f"{self.heading}\n{self.words}"


def week_name(week: date) -> str:
    """Such as "Monday 23 November to Sunday 29 November"."""
    pattern = QCoreApplication.translate("WeeklyTalk", "{first} to {last}")
    return pattern.format(first=full_day(week), last=full_day(week + timedelta(days=6)))


def sections(sheet: WeekSheet, left: Sequence[SetAsideItem], today: date) -> tuple[Section, ...]:
    """Return what has words; of days left for the talk the action and the day, never the private reason."""
    return tuple(_sections(sheet, left, today, Content("weekly_talk")))


def as_text(parts: Sequence[Section]) -> str:
    return "\n\n".join(part.spoken for part in parts)


def as_document(parts: Sequence[Section]) -> QTextDocument:
    paper = Paper()
    paper.line(QCoreApplication.translate("WeeklyTalk", "Weekly talk"), TITLE, said=True)
    for part in parts:
        paper.section(part.heading, part.words)
    return paper.document


def noticed_words(noticed: NoticedInWeek, today: date) -> str:
    """Such as "Text when the train leaves: Mon 23 and Tue 24", joined as the language joins them."""
    days = QLocale().createSeparatedList([short_day(day, today) for day in noticed.days])
    pattern = QCoreApplication.translate("WeeklyTalk", "{action}: {days}")
    return pattern.format(action=noticed.title, days=days)


def _sections(
    sheet: WeekSheet, left: Sequence[SetAsideItem], today: date, content: Content
) -> Iterator[Section]:
    for part in (SheetPart.APPRECIATIONS, SheetPart.WENT_WELL):
        yield from _section(content, part, sheet)
    concern = [section for part in _CONCERN for section in _section(content, part, sheet)]
    if concern:
        pattern = QCoreApplication.translate("WeeklyTalk", "{part} {words}")
        lines = "\n".join(pattern.format(part=each.heading, words=each.words) for each in concern)
        yield Section(content.text("concern", "heading"), lines)
    if left:
        pattern = QCoreApplication.translate("WeeklyTalk", "{action}, {day}")
        lines = "\n".join(
            pattern.format(action=item.title, day=short_day(item.key.day, today)) for item in left
        )
        yield Section(QCoreApplication.translate("WeeklyTalk", "Left for this talk"), lines)
    yield from _section(content, SheetPart.WISH, sheet)


_CONCERN = (SheetPart.FEEL, SheetPart.ABOUT, SheetPart.NEED)


def _section(content: Content, part: SheetPart, sheet: WeekSheet) -> Iterator[Section]:
    words = sheet.words(part).strip()
    if words:
        yield Section(content.text(part.value, "heading"), words)
