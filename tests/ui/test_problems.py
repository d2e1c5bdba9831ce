"""Every expected problem has a page of its own, and leaving it changes nothing."""

import inspect
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from trust_desktop.domain import errors
from trust_desktop.ui import problems, theme
from trust_desktop.ui.common.data_folder import PathArea
from trust_desktop.ui.content import Content
from trust_desktop.ui.problems import Answer, ProblemPage

KINDS = sorted(
    (
        kind
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, errors.VaultProblem) and kind is not errors.VaultProblem
    ),
    key=lambda kind: kind.__name__,
)


def texts(page: ProblemPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_there_are_as_many_entries_as_kinds() -> None:
    assert {problems.key_of(kind()) for kind in KINDS} == set(_entries()) - {"unexpected"}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_says_what_happened_what_is_there_and_what_to_do(
    qtbot: QtBot, kind: type[errors.VaultProblem]
) -> None:
    page = ProblemPage(kind())
    qtbot.addWidget(page)
    words, key = Content("problems"), problems.key_of(kind())
    for part in ("title", "kept", "todo"):
        assert words.text(key, part, detail="") in texts(page)
    assert "{" not in texts(page)


@pytest.mark.parametrize("kind", [*KINDS, RuntimeError])
def test_esc_only_leaves(qtbot: QtBot, kind: type[Exception]) -> None:
    page = ProblemPage(kind())
    qtbot.addWidget(page)
    page.show()
    with qtbot.assertNotEmitted(page.answered), qtbot.waitSignal(page.left):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_a_missing_key_leads_to_the_recovery_code_first(qtbot: QtBot) -> None:
    page = ProblemPage(errors.SecretMissing(1))
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.answered) as answered:
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert answered.args == [Answer.RECOVERY_CODE]


def test_no_answer_makes_or_deletes_a_vault() -> None:
    assert {answer.name for kind in KINDS for answer in problems.answers_to(kind())} == {
        "TRY_AGAIN",
        "RECOVERY_CODE",
        "FINISH_SETUP",
        "BEGIN_ANEW",
        "TAKE_OFF",  # asked once more there, and only of a vault that is gone
        "READ",
        "SET_ASIDE",  # asked once more there, and only a folder's name changes
        "RESTORE",  # beside what is here, never over it
    }
    assert [kind for kind in KINDS if Answer.TAKE_OFF in problems.answers_to(kind())] == [errors.VaultGone]


def test_where_there_is_no_code_it_is_not_offered(qtbot: QtBot) -> None:
    page = ProblemPage(errors.KeyringLocked(), can_recover=False)
    qtbot.addWidget(page)
    assert [button.text() for button in page.findChildren(QAbstractButton)] == ["Back", "Try again"]


def test_the_other_keyring_is_named(qtbot: QtBot) -> None:
    page = ProblemPage(errors.BackendChanged(1, "kwallet"))
    qtbot.addWidget(page)
    assert "kwallet" in texts(page)


def test_anything_else_is_our_mistake(qtbot: QtBot) -> None:
    page = ProblemPage(ValueError("a word somebody typed"))
    qtbot.addWidget(page)
    assert "somebody" not in texts(page)
    assert Content("problems").text("unexpected", "kept") in texts(page)


def test_where_the_data_folder_is_spoken_of_its_place_is_said() -> None:
    spoken_of = {name for name, entry in _entries().items() if "data folder" in " ".join(entry.values())}
    assert spoken_of == problems.NAMES_THE_FOLDER


@pytest.mark.parametrize("kind", [*KINDS, RuntimeError])
def test_the_place_is_said_in_full_and_nowhere_else(
    qtbot: QtBot, kind: type[Exception], tmp_path: Path
) -> None:
    page = ProblemPage(kind(), folder=tmp_path)
    qtbot.addWidget(page)
    said = [area.text() for area in page.findChildren(PathArea)]
    assert said == ([str(tmp_path)] if problems.key_of(kind()) in problems.NAMES_THE_FOLDER else [])


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_long_place_wraps_is_spoken_and_is_copied_whole(
    qtbot: QtBot, qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    folder = Path("/דוד").joinpath(*["a folder in a folder with a long name"] * 5, "x" * 200)
    qapp.setLayoutDirection(direction)
    try:
        page = ProblemPage(errors.VaultDamaged(1), folder=folder)
        qtbot.addWidget(page)
        page.resize(480, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        (place,) = page.findChildren(PathArea)
        assert place.accessibleName() == "Where the data folder is"
        assert place.document().idealWidth() <= place.viewport().width() + 1
        qtbot.waitUntil(lambda: place.verticalScrollBar().maximum() == 0)
        assert place.document().defaultTextOption().textDirection() is Qt.LayoutDirection.LeftToRight
        place.selectAll()
        copied = place.createMimeDataFromSelection()
        assert (copied.text(), copied.formats()) == (str(folder), ["text/plain"])
        place.setFocus()
        with qtbot.waitSignal(page.left):
            qtbot.keyClick(place, Qt.Key.Key_Escape)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def _entries() -> dict[str, Any]:
    from trust_desktop import resources

    return resources.content("problems")


@pytest.mark.parametrize("width", [720, 1180])
def test_its_buttons_have_room_in_a_narrow_window_with_words_twice_as_large(
    qtbot: QtBot, qapp: QApplication, width: int
) -> None:
    theme.apply(qapp, "light", 2.0)
    page = ProblemPage(errors.VaultDamaged(1), can_read=True, folder=Path("/srv/data"))
    qtbot.addWidget(page)
    page.resize(width, 760)
    page.show()
    buttons = page.findChildren(QAbstractButton)

    def inside() -> bool:
        ends = [each.mapTo(page, QPoint(each.width(), 0)).x() for each in buttons if each.isVisible()]
        return len(ends) >= 4 and max(ends) <= width - theme.px(16)

    qtbot.waitUntil(inside)


def test_where_there_is_room_what_leads_on_stands_at_the_far_end(qtbot: QtBot) -> None:
    page = ProblemPage(errors.VaultDamaged(1), can_read=True)
    qtbot.addWidget(page)
    page.resize(1180, 760)
    page.show()
    back = next(each for each in page.findChildren(QAbstractButton) if each.text() == "Back")
    on = page.default
    assert on is not None
    qtbot.waitUntil(lambda: on.x() + on.width() == on.parentWidget().width() and back.x() == 0)
    assert on.y() == back.y()
