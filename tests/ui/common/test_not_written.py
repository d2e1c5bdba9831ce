"""Why the vault could not be written, and what has become of the words: said as long as it is so."""

import pytest

from trust_desktop.domain.errors import DiskFull, ReadOnlyFolder, TrustError
from trust_desktop.ui.common.draft_keeper import DraftKeeper
from trust_desktop.ui.common.not_written import nothing_changed, say_while_unsaved, still_here


@pytest.mark.parametrize(
    ("problem", "why"),
    [
        (DiskFull(), "There is no room left on the disk."),
        (ReadOnlyFolder(), "The vault could not be written."),
    ],
)
def test_why_comes_first_and_then_what_became_of_it(problem: TrustError, why: str) -> None:
    assert nothing_changed(problem) == f"{why} Nothing was changed."
    assert still_here(problem) == f"{why} Your words are still here and are tried again."


def test_it_is_said_until_the_words_are_saved(qapp: object) -> None:
    said: list[str] = []
    problems: list[TrustError] = [DiskFull()]

    def save() -> None:
        if problems:
            raise problems.pop()

    keeper = DraftKeeper(save)
    say_while_unsaved(keeper, said.append)
    keeper.touch()
    keeper.save_now()
    keeper.save_now()
    assert said == [still_here(DiskFull()), ""]
