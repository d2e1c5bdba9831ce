"""Facts of the vault as sentences that can stand in a story."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.delivery import Way
from trust_desktop.domain.plan import Said
from trust_desktop.services.telling import PlanFacts, SaidFact
from trust_desktop.ui.common.day_words import day_with_year


def of_plans(plans: Sequence[PlanFacts]) -> Iterator[str]:
    """Yield when each plan began, was said and ended, and what was asked in it."""
    for plan in plans:
        pattern = QCoreApplication.translate("FactWords", "I wrote a plan on {day}.")
        yield pattern.format(day=day_with_year(plan.began))
        if plan.said is not None:
            yield _said(plan.said)
        for title in plan.asked:
            yield QCoreApplication.translate("FactWords", "I asked for this: {action}").format(action=title)
        if plan.ended is not None:
            pattern = QCoreApplication.translate("FactWords", "The plan ended on {day}.")
            yield pattern.format(day=day_with_year(plan.ended))


def of_said(said: Sequence[SaidFact]) -> Iterator[str]:
    """Yield what was said, with its day."""
    for each in said:
        pattern = QCoreApplication.translate("FactWords", "On {day} I said: “{words}”")
        yield pattern.format(day=day_with_year(each.day), words=" ".join(each.words.split()))


def _said(said: Said) -> str:
    translate = QCoreApplication.translate
    pattern = {
        Way.ALOUD: translate("FactWords", "I said it aloud on {day}."),
        Way.NOTE: translate("FactWords", "I said it with a note on {day}."),
        Way.TEXT: translate("FactWords", "I said it in a text on {day}."),
        Way.CARD: translate("FactWords", "I said it with a card on {day}."),
    }[said.way]
    return pattern.format(day=day_with_year(said.day))
