"""Keys and passphrase for every hand and eye: spoken names, room at double size, and a way through it by Tab."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.reading import cut_off, missed_by_tab, unnamed
from tests.support.vaults import PASSPHRASE
from tests.ui.keys.conftest import Home
from tests.ui.keys.steps import asked, at, keys
from trust_desktop.domain.key_change import KeyChange, possible
from trust_desktop.domain.vault import Protection
from trust_desktop.ui import theme
from trust_desktop.ui.keys.steps import CodeStep


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_every_step_has_its_names_and_its_room(
    qtbot: QtBot, qapp: QApplication, home: Home, appearance: str
) -> None:
    window = home(Protection.DEVICE_AND_PASSPHRASE)
    theme.apply(qapp, appearance, 2.0)
    for change in possible(window.vault.session.info):
        window.open_keys()
        qtbot.waitUntil(lambda: cut_off(keys(window)) == [])
        assert unnamed(keys(window)) == []
        asked(window, change)
        qtbot.waitUntil(lambda: cut_off(keys(window)) == [])
        assert unnamed(keys(window)) == []


@pytest.mark.once
def test_tab_comes_to_all_that_a_step_asks_and_goes_through_it_as_it_is_laid_out(
    qtbot: QtBot, home: Home
) -> None:
    window = home(Protection.DEVICE_AND_PASSPHRASE)
    for change in possible(window.vault.session.info):
        step = asked(window, change)
        step.on.setEnabled(True)
        assert step.passphrase.edit.hasFocus()
        assert missed_by_tab(window) == [], change
    step.nobody_else.setFocus()
    step.focusNextChild()
    assert step.passphrase.edit.hasFocus()
    asked(window, KeyChange.RECOVERY_CODE).passphrase.set_text(PASSPHRASE)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    code = at(qtbot, window, CodeStep)
    assert isinstance(code, CodeStep)
    assert code.sheet.hasFocus()
    code.focusNextChild()
    assert code.back.hasFocus()
    code.on.click()
    assert missed_by_tab(window) == []
