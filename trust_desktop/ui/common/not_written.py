"""What is said where the vault could not be written: why, and what has become of what was typed or asked for."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.errors import DiskFull, TrustError
from trust_desktop.ui.common.draft_keeper import DraftKeeper


def not_written(problem: TrustError, outcome: str) -> str:
    """`outcome` is a sentence; it follows the one that says why."""
    translate = QCoreApplication.translate
    if isinstance(problem, DiskFull):
        why = translate("NotWritten", "There is no room left on the disk.")
    else:
        why = translate("NotWritten", "The vault could not be written.")
    return translate("NotWritten", "{why} {outcome}").format(why=why, outcome=outcome)


def nothing_changed(problem: TrustError) -> str:
    """What was pressed had no effect."""
    return not_written(problem, QCoreApplication.translate("NotWritten", "Nothing was changed."))


def still_here(problem: TrustError) -> str:
    """Nothing that was typed is lost as long as the page is there, and saving is tried again."""
    outcome = QCoreApplication.translate("NotWritten", "Your words are still here and are tried again.")
    return not_written(problem, outcome)


def say_while_unsaved(
    keeper: DraftKeeper, say: Callable[[str], None], words: Callable[[TrustError], str] = still_here
) -> None:
    """Say it beside what is typed, from the try that failed until one that does not."""
    keeper.not_saved.connect(lambda problem: say(words(problem)))
    keeper.saved.connect(lambda: say(""))
