"""Counts in words: what was kept of what was recorded, and beside it everything else by its name."""

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.progress import HowSoon, Tally
from trust_desktop.ui.common.day_words import number

translate = QCoreApplication.translate


def of(done: int, whole: int) -> str:
    """Such as "16 of 20"."""
    pattern = translate("CountWords", "{done} of {whole}")
    return pattern.format(done=number(done), whole=number(whole))


def counted(tally: Tally, *, whenever: bool) -> str:
    """The one plain count of a row."""
    if tally.of:
        return of(tally.done, tally.of)
    if whenever:
        return translate("CountWords", "%Ln time(s)", "", tally.free)
    if tally.not_recorded or tally.silent_weeks:
        return translate("CountWords", "Not recorded")
    return translate("CountWords", "Nothing due")


def besides(tally: Tally, *, whenever: bool) -> str:
    """Such as "3 partly · 1 not kept · 1 not recorded"; nothing of it is weighed."""
    free = 0 if whenever and not tally.of else tally.free
    parts = (
        translate("CountWords", "%Ln late", "", tally.late) if tally.late else "",
        translate("CountWords", "%Ln partly", "", tally.partly) if tally.partly else "",
        translate("CountWords", "%Ln not kept", "", tally.not_kept) if tally.not_kept else "",
        translate("CountWords", "%Ln could not", "", tally.could_not) if tally.could_not else "",
        translate("CountWords", "%Ln not recorded", "", tally.not_recorded) if tally.not_recorded else "",
        translate("CountWords", "%Ln week(s) not recorded", "", tally.silent_weeks)
        if tally.silent_weeks
        else "",
        translate("CountWords", "%Ln at other times", "", free) if free else "",
        translate("CountWords", "%Ln so far this week", "", tally.so_far) if tally.so_far else "",
    )
    return " · ".join(part for part in parts if part)


def together(parts: str) -> str:
    """The same, with no line end inside a part."""
    blank = "\N{NO-BREAK SPACE}"
    return f"{blank}· ".join(part.replace(" ", blank) for part in parts.split(" · "))


def spoken(title: str, tally: Tally, *, whenever: bool) -> str:
    """A row as it is read aloud."""
    parts = (counted(tally, whenever=whenever), besides(tally, whenever=whenever).replace(" · ", ", "))
    pattern = translate("CountWords", "{action}: {counts}")
    return pattern.format(action=title, counts=". ".join(part for part in parts if part))


def guessed(count: int) -> str:
    return translate("CountWords", "You guessed {number}.").format(number=number(count))


def guess_and_found(title: str, guess: int, found: int, day: str) -> str:
    """A guess beside what was recorded, without a word about either; `day` is when it was made, "" for today."""
    if day:
        pattern = translate(
            "CountWords", "On {day} you guessed {guess} for “{action}”. You had recorded {found}."
        )
    else:
        pattern = translate("CountWords", "For “{action}” you guessed {guess}. You recorded {found}.")
    return pattern.format(action=title, guess=number(guess), found=number(found), day=day)


def soonness(soon: HowSoon) -> list[tuple[str, int]]:
    """How soon things were said, in words, with their counts."""
    return [
        (translate("CountWords", "Within a day"), soon.within_a_day),
        (translate("CountWords", "Within a week"), soon.within_a_week),
        (translate("CountWords", "Later"), soon.later),
    ]
