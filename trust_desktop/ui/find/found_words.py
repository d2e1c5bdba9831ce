"""What a found text is called, and the icon beside it."""

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.finding import FoundKind, FoundPart
from trust_desktop.services.finding import FoundLine
from trust_desktop.ui.common.day_words import day_with_year, full_day

ICONS: Final = {
    FoundKind.PLAN: "list-checks",
    FoundKind.ANSWER: "users",
    FoundKind.DAY: "calendar-days",
    FoundKind.SAID: "message-circle",
    FoundKind.CHECK_IN: "sun",
    FoundKind.WEEKLY_TALK: "clipboard-list",
    FoundKind.STORY: "feather",
    FoundKind.PRIVATE: "lock",
}


def kind_name(kind: FoundKind) -> str:
    translate = QCoreApplication.translate
    return {
        FoundKind.PLAN: translate("FoundWords", "Plans"),
        FoundKind.ANSWER: translate("FoundWords", "Answers"),
        FoundKind.DAY: translate("FoundWords", "Days"),
        FoundKind.SAID: translate("FoundWords", "What you said"),
        FoundKind.CHECK_IN: translate("FoundWords", "Check-ins"),
        FoundKind.WEEKLY_TALK: translate("FoundWords", "Weekly talks"),
        FoundKind.STORY: translate("FoundWords", "My story so far"),
        FoundKind.PRIVATE: translate("FoundWords", "Only for you"),
    }[kind]


def part_name(part: FoundPart) -> str:
    translate = QCoreApplication.translate
    return {
        FoundPart.FAIR_CHANCE: translate("FoundWords", "A fair chance"),
        FoundPart.ACTION: translate("FoundWords", "Asked in a plan"),
        FoundPart.KNOWN_BY: translate("FoundWords", "How you will know"),
        FoundPart.PURPOSE: translate("FoundWords", "What it is for"),
        FoundPart.MESSAGE: translate("FoundWords", "Words to begin the talk with"),
        FoundPart.ANSWER: translate("FoundWords", "Answer"),
        FoundPart.NOTE: translate("FoundWords", "Note"),
        FoundPart.REASON: translate("FoundWords", "Reason"),
        FoundPart.SAID: translate("FoundWords", "Said"),
        FoundPart.CHECK_IN: translate("FoundWords", "Check-in"),
        FoundPart.APPRECIATIONS: translate("FoundWords", "Weekly talk, appreciations"),
        FoundPart.WENT_WELL: translate("FoundWords", "Weekly talk, what went well"),
        FoundPart.FEEL: translate("FoundWords", "Weekly talk, I feel"),
        FoundPart.ABOUT: translate("FoundWords", "Weekly talk, about"),
        FoundPart.NEED: translate("FoundWords", "Weekly talk, I need"),
        FoundPart.WISH: translate("FoundWords", "Weekly talk, one wish"),
        FoundPart.STORY: translate("FoundWords", "My story so far"),
        FoundPart.WHY: translate("FoundWords", "Why it matters, only for you"),
        FoundPart.REST: translate("FoundWords", "When the plan rested, only for you"),
        FoundPart.ENDING: translate("FoundWords", "When the plan ended, only for you"),
    }[part]


def second_line(line: FoundLine, today: date) -> str:
    """Such as "Reason · Tuesday 24 November · Text when the train leaves"."""
    day = line.found.day
    when = full_day(day) if day.year == today.year else day_with_year(day)
    return " · ".join(part for part in (part_name(line.found.part), when, line.about) if part)
