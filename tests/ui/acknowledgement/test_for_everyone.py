"""Say it in another language, from right to left, by name and without a mouse."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import TODAY
from trust_desktop import resources
from trust_desktop.dev import translations
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.domain.plan import Plan
from trust_desktop.services import acknowledging, following_through
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.acknowledgement.say_it_page import SayItPage
from trust_desktop.ui.open_vault import OpenVault


@pytest.fixture
def filled(session: VaultSession, plan: Plan) -> None:
    keys = [MarkKey(plan.actions[slot].id, TODAY - timedelta(days=slot)) for slot in range(4)]
    outcomes = (Outcome.KEPT, Outcome.KEPT_LATE_TOLD, Outcome.PARTLY, Outcome.KEPT)
    for key, outcome in zip(keys, outcomes, strict=True):
        following_through.mark(session, *key, outcome)
    draft = AcknowledgementDraft(None, "personal", frozenset({keys[0]}))
    acknowledging.deliver(session, draft, draft.way, TODAY)
    acknowledging.save_draft(session, AcknowledgementDraft(None, "personal", frozenset({keys[3]})))


def open_page(vault: OpenVault, qtbot: QtBot) -> SayItPage:
    page = SayItPage(vault)
    qtbot.addWidget(page)
    page.resize(1072, 800)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.panel.said.head.setChecked(True)
    QApplication.processEvents()
    return page


def cut_off(page: QWidget) -> list[str]:
    labels = [each for each in page.findChildren(QLabel) if each.isVisible()]
    narrow = [each.text() for each in labels if each.width() < each.minimumSizeHint().width()]
    low = [each.text() for each in labels if each.height() < each.heightForWidth(each.width())]
    return narrow + low


@pytest.mark.usefixtures("filled", "pseudo_locale")
def test_every_word_that_is_not_the_persons_comes_through_translation(vault: OpenVault, qtbot: QtBot) -> None:
    page = open_page(vault, qtbot)
    page.composer.have_said.click()
    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]
    texts += [
        button.text() for button in page.findChildren(QAbstractButton) if button.isVisible() and button.text()
    ]
    own = {"2", *(text for words in resources.content("remarks").values() for text in words.values())}
    assert [text for text in texts if not translations.is_pseudo(text) and text not in own] == []


@pytest.mark.usefixtures("filled", "right_to_left")
def test_from_right_to_left_the_list_stands_at_the_right(vault: OpenVault, qtbot: QtBot) -> None:
    page = open_page(vault, qtbot)
    corner = QPoint(0, 0)
    assert page.panel.mapTo(page, corner).x() > page.composer.mapTo(page, corner).x()
    have_said, copy = page.composer.have_said, page.composer.copy
    assert have_said.mapTo(page, corner).x() < copy.mapTo(page, corner).x()
    assert cut_off(page) == []


@pytest.mark.usefixtures("filled")
def test_everything_that_takes_focus_has_a_name(vault: OpenVault, qtbot: QtBot) -> None:
    page = open_page(vault, qtbot)
    page.composer.have_said.click()
    unnamed = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None  # the field inside of a date hands its focus to the date
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert unnamed == []


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("scale", [1.25, 1.5, 2.0])
def test_nothing_is_cut_off_as_the_text_grows(
    vault: OpenVault, qtbot: QtBot, qapp: QApplication, scale: float
) -> None:
    theme.apply(qapp, "light", scale)
    page = open_page(vault, qtbot)
    qtbot.waitUntil(lambda: cut_off(page) == [])  # once the layout has come to rest
    theme.apply(qapp, "light", 1.0)


def test_undo_key_goes_to_the_window_when_nothing_typed_is_left_to_undo(
    page: SayItPage, qtbot: QtBot
) -> None:
    def taken() -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        event.ignore()
        QApplication.sendEvent(page.composer.words, event)
        return event.isAccepted()

    assert not taken()
    qtbot.keyClicks(page.composer.words, "a")
    assert taken()
    page.composer.words.undo()
    assert not taken()
    qtbot.keyClicks(page.composer.words, "b")
    page.composer.words.set_text("loaded")
    assert not taken()


@pytest.mark.usefixtures("filled")
def test_in_a_narrow_window_with_large_text_the_card_has_room_for_all_of_it(
    qapp: QApplication, vault: OpenVault, qtbot: QtBot
) -> None:
    theme.apply(qapp, "light", 2.0)
    page = open_page(vault, qtbot)
    page.resize(theme.px(310), theme.px(420))
    page.compose_for([item.key for item in acknowledging.tray(vault.session).unsaid])
    for _ in range(3):
        QApplication.processEvents()
    about = page.composer.about
    assert about.height() >= about.heightForWidth(about.width())
    assert about.rect().contains(about.add.geometry())
