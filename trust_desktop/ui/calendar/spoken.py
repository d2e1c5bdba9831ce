"""What a screen reader says of a day, and the same facts as one short line to read."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.acknowledgement import THANKED
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.talk import Answer
from trust_desktop.services.following_through import ActionOnDay, CellMark, DayCell
from trust_desktop.ui.common import day_words
from trust_desktop.ui.common.mark_words import outcome_word


def day_name(day: date, *, today: bool) -> str:
    """Such as "Tuesday 24 November, today"."""
    name = day_words.full_day(day)
    return QCoreApplication.translate("CalendarSpoken", "{day}, today").format(day=name) if today else name


def cell(day: DayCell) -> str:
    """Such as "Tuesday 24 November, today. 2 of 4 kept, 1 not recorded, 1 unsaid. Your side: 1 of 2 kept."."""
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
    words = pattern.format(day=name, facts=facts)
    own = _listed(_out_of_all(day.own))
    if not own:
        return words
    pattern = QCoreApplication.translate("CalendarSpoken", "{day} Your side: {facts}.")
    return pattern.format(day=words, facts=own)


def summary(day: DayCell) -> str:
    """Such as "2 kept · 1 not recorded · 1 not said"; empty where there is nothing to say."""
    facts = [*_kept(day.marks), *_others(day.marks), *_unsaid_short(day)]
    own = [*_kept(day.own), *_others(day.own)]
    if own:  # what is not recorded is never said to be not kept
        pattern = QCoreApplication.translate("CalendarSpoken", "your side: {facts}")
        facts.append(pattern.format(facts=_listed(own)))
    return joined(facts)


def summary_day(day: DayCell) -> str:
    """Such as "Tuesday 24, today"."""
    name = day_words.weekday_and_number(day.day)
    if not day.is_today:
        return name
    return QCoreApplication.translate("CalendarSpoken", "{day}, today").format(day=name)


def action(row: ActionOnDay) -> str:
    """Such as "Walk after dinner. Kept, not said yet."; what is the person's own says so first."""
    pattern = QCoreApplication.translate("CalendarSpoken", "{title}. {facts}.")
    return pattern.format(title=spoken_title(row), facts=_listed(action_facts(row)))


def own_side() -> str:
    return QCoreApplication.translate("CalendarSpoken", "Your side")


def spoken_title(row: ActionOnDay) -> str:
    """A title as it is spoken, and written where it stands among the partner's."""
    if not row.mine:
        return row.title
    return QCoreApplication.translate("CalendarSpoken", "Your side: {title}").format(title=row.title)


def list_row(row: ActionOnDay | None, name: str, *, note: bool, resting: bool = False) -> str:
    """Such as "Tuesday 24 November, today. Walk after dinner. Kept, not said yet."."""
    facts = action_facts(row) if row is not None else []
    if note:
        facts.append(QCoreApplication.translate("CalendarSpoken", "a note"))
    pattern = QCoreApplication.translate("CalendarSpoken", "{day}. {title}. {facts}.")
    if not facts:
        pattern = QCoreApplication.translate("CalendarSpoken", "{day}. {title}.")
    title = spoken_title(row) if row is not None else nothing_due(resting=resting)
    return pattern.format(day=name, title=title, facts=_listed(facts))


def nothing_due(*, resting: bool = False) -> str:
    if resting:
        return QCoreApplication.translate("CalendarSpoken", "The plan was at rest, nothing was due")
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
    if row.declined is not None:
        return declined_words(row.declined)
    if row.due and not row.can_mark:
        return QCoreApplication.translate("CalendarSpoken", "Still to come")
    if row.due:
        return QCoreApplication.translate("CalendarSpoken", "Not recorded yet")
    if row.can_mark and not row.terms.cadence.has_due_days:
        return QCoreApplication.translate("CalendarSpoken", "Any day it happens")
    return QCoreApplication.translate("CalendarSpoken", "Not due this day")


def declined_words(answer: Answer) -> str:
    """The partner's answer, where it is why nothing is due."""
    if answer is Answer.NO:
        return QCoreApplication.translate("CalendarSpoken", "The answer was no, so nothing is due")
    return QCoreApplication.translate("CalendarSpoken", "The answer was not now, so nothing is due")


def joined(facts: list[str]) -> str:
    """Facts in one line to read."""
    return QCoreApplication.translate("CalendarSpoken", " · ", "between the facts of a day").join(facts)


def _facts(day: DayCell) -> list[str]:
    facts = _out_of_all(day.marks)
    if facts and day.unsaid:
        facts.append(QCoreApplication.translate("CalendarSpoken", "%Ln unsaid", "", day.unsaid))
    return facts


def _out_of_all(marks: Sequence[CellMark]) -> list[str]:
    """Such as "2 of 4 kept", then what else there is; nothing where no mark is shown."""
    shown = [mark for mark in marks if mark.shown]
    if not shown:
        return []
    kept = _count(shown, *THANKED)
    words = QCoreApplication.translate("CalendarSpoken", "%Ln of {all} kept", "", kept)
    return [words.format(all=day_words.number(len(shown))), *_others(shown)]


def _kept(marks: Sequence[CellMark]) -> list[str]:
    kept = _count(marks, *THANKED)
    return [QCoreApplication.translate("CalendarSpoken", "%Ln kept", "", kept)] if kept else []


def _others(marks: Sequence[CellMark]) -> list[str]:
    """What was told first is among the kept; that it was late is said beside it."""
    late, partly = _count(marks, Outcome.KEPT_LATE_TOLD), _count(marks, Outcome.PARTLY)
    not_kept, could_not = _count(marks, Outcome.NOT_KEPT), _count(marks, Outcome.COULD_NOT)
    open_ones = sum(mark.shown and mark.outcome is None for mark in marks)
    facts = [
        (late, QCoreApplication.translate("CalendarSpoken", "%Ln of them late but told me", "", late)),
        (partly, QCoreApplication.translate("CalendarSpoken", "%Ln partly", "", partly)),
        (not_kept, QCoreApplication.translate("CalendarSpoken", "%Ln not kept", "", not_kept)),
        (could_not, QCoreApplication.translate("CalendarSpoken", "%Ln could not", "", could_not)),
        (open_ones, QCoreApplication.translate("CalendarSpoken", "%Ln not recorded", "", open_ones)),
    ]
    return [words for count, words in facts if count]


def _count(marks: Sequence[CellMark], *outcomes: Outcome) -> int:
    return sum(mark.outcome in outcomes for mark in marks)


def _unsaid_short(day: DayCell) -> list[str]:
    unsaid = day.unsaid
    return [QCoreApplication.translate("CalendarSpoken", "%Ln not said", "", unsaid)] if unsaid else []


def _listed(facts: list[str]) -> str:
    return QCoreApplication.translate("CalendarSpoken", ", ", "between the facts of a day").join(facts)
