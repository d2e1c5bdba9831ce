"""What a screen reader says of a day, and the same facts as one short line to read."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.services.following_through import ActionOnDay, DayCell
from trust_desktop.ui.common import day_words
from trust_desktop.ui.common.mark_words import outcome_word


def day_name(day: date, *, today: bool) -> str:
    """Such as "Tuesday 24 November, today"."""
    name = day_words.full_day(day)
    return QCoreApplication.translate("CalendarSpoken", "{day}, today").format(day=name) if today else name


def cell(day: DayCell) -> str:
    """Such as "Tuesday 24 November, today. 2 of 4 kept, 1 not recorded, 1 unsaid."."""
    name = day_name(day.day, today=day.is_today)
    facts = _listed(_facts(day))
    if facts and day.has_note:
        pattern = QCoreApplication.translate("CalendarSpoken", "{day}. {facts}. With a note.")
    elif facts:
        pattern = QCoreApplication.translate("CalendarSpoken", "{day}. {facts}.")
    elif day.has_note:
        pattern = QCoreApplication.translate("CalendarSpoken", "{day}. With a note.")
    else:
        pattern = QCoreApplication.translate("CalendarSpoken", "{day}.")
    return pattern.format(day=name, facts=facts)


def summary(day: DayCell) -> str:
    """Such as "2 kept · 1 not recorded · 1 not said"; empty where there is nothing to say."""
    return joined([*_kept(day), *_others(day), *_unsaid_short(day)])


def summary_day(day: DayCell) -> str:
    """Such as "Tuesday 24, today"."""
    name = day_words.weekday_and_number(day.day)
    if not day.is_today:
        return name
    return QCoreApplication.translate("CalendarSpoken", "{day}, today").format(day=name)


def action(row: ActionOnDay) -> str:
    """Such as "Walk after dinner. Kept, not said yet."."""
    pattern = QCoreApplication.translate("CalendarSpoken", "{title}. {facts}.")
    return pattern.format(title=row.title, facts=_listed(action_facts(row)))


def list_row(row: ActionOnDay | None, name: str, *, note: bool) -> str:
    """Such as "Tuesday 24 November, today. Walk after dinner. Kept, not said yet."."""
    facts = action_facts(row) if row is not None else []
    if note:
        facts.append(QCoreApplication.translate("CalendarSpoken", "a note"))
    pattern = QCoreApplication.translate("CalendarSpoken", "{day}. {title}. {facts}.")
    if not facts:
        pattern = QCoreApplication.translate("CalendarSpoken", "{day}. {title}.")
    title = row.title if row is not None else nothing_due()
    return pattern.format(day=name, title=title, facts=_listed(facts))


def nothing_due() -> str:
    return QCoreApplication.translate("CalendarSpoken", "Nothing was due")


def action_facts(row: ActionOnDay) -> list[str]:
    """The outcome in words and whether it was said; one fact where nothing is recorded."""
    if row.outcome is None:
        return [nothing_recorded(row)]
    facts = [outcome_word(row.outcome)]
    if row.said is not None:
        facts.append(said_words(row.said))
    elif row.unsaid:
        facts.append(QCoreApplication.translate("CalendarSpoken", "not said yet"))
    return facts


def said_words(way: Way) -> str:
    match way:
        case Way.ALOUD:
            return QCoreApplication.translate("CalendarSpoken", "said aloud")
        case Way.NOTE:
            return QCoreApplication.translate("CalendarSpoken", "said in a note")
        case Way.TEXT:
            return QCoreApplication.translate("CalendarSpoken", "said in a text")
        case Way.CARD:
            return QCoreApplication.translate("CalendarSpoken", "said on a card")


def nothing_recorded(row: ActionOnDay) -> str:
    if row.due and not row.can_mark:
        return QCoreApplication.translate("CalendarSpoken", "Still to come")
    if row.due:
        return QCoreApplication.translate("CalendarSpoken", "Not recorded yet")
    if row.can_mark and not row.terms.cadence.has_due_days:
        return QCoreApplication.translate("CalendarSpoken", "Any day it happens")
    return QCoreApplication.translate("CalendarSpoken", "Not due this day")


def joined(facts: list[str]) -> str:
    """Facts in one line to read."""
    return QCoreApplication.translate("CalendarSpoken", " · ", "between the facts of a day").join(facts)


def _facts(day: DayCell) -> list[str]:
    shown = len(day.shown)
    if not shown:
        return []
    kept = day.count(Outcome.KEPT)
    facts = [QCoreApplication.translate("CalendarSpoken", "%Ln of {all} kept", "", kept).format(all=shown)]
    facts += _others(day)
    if day.unsaid:
        facts.append(QCoreApplication.translate("CalendarSpoken", "%Ln unsaid", "", day.unsaid))
    return facts


def _kept(day: DayCell) -> list[str]:
    kept = day.count(Outcome.KEPT)
    return [QCoreApplication.translate("CalendarSpoken", "%Ln kept", "", kept)] if kept else []


def _others(day: DayCell) -> list[str]:
    late, partly = day.count(Outcome.KEPT_LATE_TOLD), day.count(Outcome.PARTLY)
    not_kept, could_not = day.count(Outcome.NOT_KEPT), day.count(Outcome.COULD_NOT)
    open_ones = day.not_recorded
    facts = [
        (late, QCoreApplication.translate("CalendarSpoken", "%Ln kept late, but told me", "", late)),
        (partly, QCoreApplication.translate("CalendarSpoken", "%Ln partly", "", partly)),
        (not_kept, QCoreApplication.translate("CalendarSpoken", "%Ln not kept", "", not_kept)),
        (could_not, QCoreApplication.translate("CalendarSpoken", "%Ln could not", "", could_not)),
        (open_ones, QCoreApplication.translate("CalendarSpoken", "%Ln not recorded", "", open_ones)),
    ]
    return [words for count, words in facts if count]


def _unsaid_short(day: DayCell) -> list[str]:
    unsaid = day.unsaid
    return [QCoreApplication.translate("CalendarSpoken", "%Ln not said", "", unsaid)] if unsaid else []


def _listed(facts: list[str]) -> str:
    return QCoreApplication.translate("CalendarSpoken", ", ", "between the facts of a day").join(facts)
