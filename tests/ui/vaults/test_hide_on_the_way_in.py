"""Hide stands on every page around an open vault, clear of the page's words; the lock screen says nothing to hide."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.support.vaults import finished_vault
from tests.ui.vaults.conftest import OpenWay, SlowStore
from trust_desktop.domain.errors import VaultDamaged
from trust_desktop.services.vaults import Places
from trust_desktop.ui import theme
from trust_desktop.ui.corner import Corner
from trust_desktop.ui.vaults.opening import Opening


def corner_of(opening: Opening) -> Corner:
    found = opening._corner
    assert found is not None
    return found


def first_run(opening: Opening) -> None:
    opening._show_first_run(can_leave=False)


def restoring(opening: Opening) -> None:
    opening._restore()


def problem(opening: Opening) -> None:
    opening._show_problem(VaultDamaged(1), lambda: None)


@pytest.mark.parametrize("shows", [first_run, restoring, problem])
@pytest.mark.parametrize(("scale", "width"), [(1.0, 1180), (1.0, 720), (2.0, 720)])
def test_it_stands_beside_the_words_or_above_them(
    qtbot: QtBot,
    qapp: QApplication,
    way_in: OpenWay,
    shows: Callable[[Opening], None],
    scale: float,
    width: int,
) -> None:
    theme.apply(qapp, "light", scale)
    opening = way_in()
    opening.window().resize(width, 760)
    shows(opening)
    hide = corner_of(opening).hide
    assert hide.isVisible()
    assert not corner_of(opening).lock.isVisible(), "there is nothing to lock"
    place = hide.geometry()
    assert opening.rect().contains(place)

    def clear() -> bool:
        page = opening._pages.currentWidget()
        assert page is not None
        words = [label for label in page.findChildren(QLabel) if label.isVisible()]
        return words != [] and not any(
            QRect(label.mapTo(opening, QPoint()), label.size()).intersects(place) for label in words
        )

    qtbot.waitUntil(clear)


def test_the_button_and_three_shifts_ask_for_the_same(qtbot: QtBot, way_in: OpenWay) -> None:
    opening = way_in()
    with qtbot.waitSignal(opening.hide_asked):
        qtbot.mouseClick(corner_of(opening).hide, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opening._hide_key is not None)
    assert opening._hide_key is not None
    opening._hide_key._watch()  # as it does by itself when the events are next handled
    handle = opening.window().windowHandle()
    assert handle is not None
    with qtbot.waitSignal(opening.hide_asked):
        for _ in range(3):
            QTest.keyClick(handle, Qt.Key.Key_Shift)


def test_the_lock_screen_has_none_and_hears_none(
    qtbot: QtBot, way_in: OpenWay, places: Places, store: SlowStore
) -> None:
    finished_vault(places, store)
    opening = way_in()
    assert opening._corner is None
    opening.add_another()
    assert corner_of(opening).hide.isVisible()
    qtbot.waitUntil(lambda: opening._hide_key is not None)
    opening.start()
    assert not corner_of(opening).hide.isVisible()
    assert opening._hide_key is not None
    assert not opening._hide_key.enabled


def test_once_everything_is_erased_nothing_begins_anew(way_in: OpenWay) -> None:
    opening = way_in()
    opening.erasing.emit()
    opening._show_first_run(can_leave=False)
    assert not corner_of(opening).hide.isVisible()
