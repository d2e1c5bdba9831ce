"""What is still missing, and why it is asked for, in words beside the field."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from trust_desktop.domain.errors import Rule

_WORDS: Final = {
    Rule.FOUR_ACTIONS: QT_TRANSLATE_NOOP("RuleWords", "A plan has exactly four actions."),
    Rule.ACTION_EMPTY: QT_TRANSLATE_NOOP("RuleWords", "Nothing is written here yet."),
    Rule.CADENCE_INCOMPLETE: QT_TRANSLATE_NOOP("RuleWords", "Choose at least one day."),
    Rule.FIRST_DAY_MISSING: QT_TRANSLATE_NOOP("RuleWords", "The first day is not chosen yet."),
    Rule.REVIEW_MISSING: QT_TRANSLATE_NOOP("RuleWords", "The day to look at it again is not chosen yet."),
    Rule.REVIEW_BEFORE_FIRST_DAY: QT_TRANSLATE_NOOP(
        "RuleWords", "The day to look at it again comes before the first day."
    ),
    Rule.OPENNESS_UNANSWERED: QT_TRANSLATE_NOOP(
        "RuleWords", "Say whether it is about phone, place, money or contact with others."
    ),
    Rule.OPENNESS_CONSENT: QT_TRANSLATE_NOOP(
        "RuleWords",
        "Your partner has not agreed to it yet. You can write it down, ask, and come back; "
        "until then the plan waits.",
    ),
    Rule.OPENNESS_COVERT: QT_TRANSLATE_NOOP(
        "RuleWords",
        "Watching somebody who does not know it cannot build trust: whatever you find, they could not have "
        "given it to you. A plan cannot hold this. You could ask for it openly, or choose another action.",
    ),
    Rule.OPENNESS_PURPOSE: QT_TRANSLATE_NOOP("RuleWords", "Say what it is for, so that both of you know."),
    Rule.OPENNESS_END: QT_TRANSLATE_NOOP(
        "RuleWords", "Choose a day it ends: not before the first day, and within 30 days from today."
    ),
    Rule.TOO_MANY_COMMITMENTS: QT_TRANSLATE_NOOP(
        "RuleWords", "Four of your own are enough. Take one away before this can be your plan."
    ),
    Rule.ONE_LIVE_PLAN: QT_TRANSLATE_NOOP("RuleWords", "There is a plan already. One at a time."),
    Rule.ALREADY_AT_REST: QT_TRANSLATE_NOOP("RuleWords", "The plan is at rest already."),
    Rule.NO_PLACE_LEFT: QT_TRANSLATE_NOOP("RuleWords", "There is no place left for it in the plan."),
    Rule.SAID_IN_FUTURE: QT_TRANSLATE_NOOP("RuleWords", "That day is still to come."),
    Rule.SAID_PAST_A_MARK: QT_TRANSLATE_NOOP(
        "RuleWords",
        "Something was marked between that day and the one written down before. What was marked keeps its meaning, so "
        "the day stays; it can be moved once those marks are taken away in the calendar.",
    ),
    Rule.DAY_IN_FUTURE: QT_TRANSLATE_NOOP("RuleWords", "That day is still to come."),
    Rule.NOT_SAID_YET: QT_TRANSLATE_NOOP("RuleWords", "The plan was not said yet."),
    Rule.ANSWERED_BEFORE_HEARD: QT_TRANSLATE_NOOP(
        "RuleWords", "Your partner had not heard of it yet on that day."
    ),
    Rule.LOOK_AGAIN_PASSED: QT_TRANSLATE_NOOP(
        "RuleWords", "Choose a day that is still to come, and after the day of the answer."
    ),
    Rule.DAY_BEFORE_START: QT_TRANSLATE_NOOP("RuleWords", "The plan was not there yet on that day."),
    Rule.ALREADY_DELIVERED: QT_TRANSLATE_NOOP(
        "RuleWords", "Days were marked under these words already, so they stay."
    ),
}


def rule_words(rule: Rule) -> str:
    source = _WORDS.get(rule, QT_TRANSLATE_NOOP("RuleWords", "This cannot be kept as it is yet."))
    return QCoreApplication.translate("RuleWords", str(source))
