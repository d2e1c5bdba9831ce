"""What the page shows, as tables of words: for reading aloud, and for paper."""

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.check_in import CheckIn, Feeling
from trust_desktop.domain.progress import HowSoon
from trust_desktop.services.looking_back import Lately, MonthRow, Months, PlanMonths, PlanStrips, StripRow
from trust_desktop.ui.common.day_words import day_with_year, full_day, month_name, number, short_month
from trust_desktop.ui.common.feeling_words import feeling_name, in_words
from trust_desktop.ui.common.mark_words import outcome_word
from trust_desktop.ui.looking_back import count_words
from trust_desktop.ui.looking_back.table import Words

translate = QCoreApplication.translate


def lately(view: Lately) -> list[Words]:
    """The counts and then the days, of each plan under its own day where there are several."""
    if len(view.plans) == 1:
        title = translate("WordsOf", "Counts of the last 21 days")
        return [
            _counts(title, view.plans[0]),
            _days(translate("WordsOf", "The last 21 days, day by day"), view.plans[0], view.start, view.end),
        ]
    by_day = translate("WordsOf", "{plan}, day by day")
    tables = []
    for block in view.plans:
        title = plan_title(block)
        tables.append(_counts(title, block))
        found = [each.day for row in (*block.rows, *block.own) for each in row.days]
        if found:
            tables.append(_days(by_day.format(plan=title), block, min(found), max(found)))
    return tables


def _counts(title: str, block: PlanStrips) -> Words:
    rows = tuple(
        (
            _named(row),
            count_words.counted(row.tally, whenever=row.whenever),
            count_words.besides(row.tally, whenever=row.whenever),
        )
        for row in (*block.rows, *block.own)
    )
    return Words(
        title,
        (translate("WordsOf", "Action"), translate("WordsOf", "Kept"), translate("WordsOf", "Beside that")),
        rows,
        (2, 1, 2),
    )


def _days(title: str, block: PlanStrips, start: date, end: date) -> Words:
    """Day by day, the newest first; a cell is empty where nothing was due or marked."""
    lanes = (*block.rows, *block.own)
    by_day = [{each.day: each.outcome for each in row.days} for row in lanes]
    span = [end - timedelta(days=back) for back in range((end - start).days + 1)]
    rows = tuple(
        (full_day(day), *(outcome_word(found[day]) if day in found else "" for found in by_day))
        for day in span
    )
    return Words(
        title,
        (translate("WordsOf", "Day"), *(row.title for row in lanes)),
        rows,
    )


def month_title(month: date) -> str:
    return translate("WordsOf", "{month} {year}").format(
        month=month_name(month.month), year=number(month.year)
    )


def plan_title(block: PlanMonths | PlanStrips) -> str:
    if block.ended is None:
        return translate("WordsOf", "The plan said on {day}").format(day=day_with_year(block.said))
    pattern = translate("WordsOf", "The plan said on {day}, ended on {end}")
    return pattern.format(day=day_with_year(block.said), end=day_with_year(block.ended))


def month_counts(view: Months, block: PlanMonths) -> Words:
    """One row for each action and month, so that every cell has room for its words."""
    rows = tuple(
        (
            _named(row),
            month_title(month),
            count_words.counted(tally, whenever=row.whenever),
            count_words.besides(tally, whenever=row.whenever),
        )
        for row in block.rows
        for month, tally in reversed(list(zip(view.months, row.tallies, strict=True)))
        if tally is not None
    )
    columns = (
        translate("WordsOf", "Action"),
        translate("WordsOf", "Month"),
        translate("WordsOf", "Kept"),
        translate("WordsOf", "Beside that"),
    )
    return Words(plan_title(block), columns, rows, (3, 2, 2, 3))


def month_grid(view: Months, block: PlanMonths) -> Words:
    """One row for each action and a column for each month, for paper."""
    rows = tuple(
        (
            _named(row),
            *(
                "" if tally is None else count_words.counted(tally, whenever=row.whenever)
                for tally in row.tallies
            ),
        )
        for row in block.rows
    )
    columns = (translate("WordsOf", "Action"), *(_short_title(month) for month in view.months))
    return Words(plan_title(block), columns, rows)


def _short_title(month: date) -> str:
    pattern = translate("WordsOf", "{month} {year}")
    return pattern.format(month=short_month(month.month), year=number(month.year))


def _named(row: StripRow | MonthRow) -> str:
    return translate("WordsOf", "Your own side: {action}").format(action=row.title) if row.mine else row.title


def check_ins(found: Iterable[CheckIn], *, lines: bool = True) -> Words:
    """Newest first; `lines` are the person's own words, which stay off paper."""
    columns = (translate("WordsOf", "Day"), *(feeling_name(feeling) for feeling in Feeling))
    rows = tuple(
        (
            day_with_year(each.day),
            *(in_words(each.noted.number(feeling)) for feeling in Feeling),
            *((each.noted.line,) if lines else ()),
        )
        for each in sorted(found, key=lambda check_in: check_in.day, reverse=True)
    )
    return Words(
        translate("WordsOf", "Check-ins"),
        (*columns, translate("WordsOf", "Your line")) if lines else columns,
        rows,
        (4, 2, 2, 2, 4) if lines else (),
    )


def soon(all_soon: Iterable[tuple[str, HowSoon]]) -> Words:
    """How soon things were said, for spans by their names."""
    found = list(all_soon)
    columns = ("", *(words for words, _count in count_words.soonness(HowSoon())))
    rows = tuple(
        (name, *(number(count) for _words, count in count_words.soonness(each))) for name, each in found
    )
    return Words(
        translate("WordsOf", "How soon you said it"), (translate("WordsOf", "Noticed in"), *columns[1:]), rows
    )
