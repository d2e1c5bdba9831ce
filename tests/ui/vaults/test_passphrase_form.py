"""Words drawn by chance are typed once more by the person before they lock anything."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from trust_desktop.ui.background import Background
from trust_desktop.ui.common.scroll import ScrollColumn
from trust_desktop.ui.vault_forms.passphrase_form import PassphraseForm


@pytest.fixture
def form(qtbot: QtBot, background: Background) -> PassphraseForm:
    one = PassphraseForm(background)
    qtbot.addWidget(one)
    one.resize(600, 500)
    with qtbot.waitActive(one):
        one.show()
        one.activateWindow()
    return one


def take(form: PassphraseForm, qtbot: QtBot) -> str:
    form.take.click()
    qtbot.waitUntil(lambda: "Strong enough" in form._strength.text())
    return form.text


def test_words_taken_are_typed_once_more(form: PassphraseForm, qtbot: QtBot) -> None:
    words = take(form, qtbot)
    assert words == form.offered.text()
    assert form.again.text() == ""
    assert form.again.edit.hasFocus()
    assert "Write these words down" in form.again.reason
    assert "Write these words down" in form.again.edit.accessibleDescription()
    assert not form.ready
    qtbot.keyClicks(QApplication.focusWidget(), words[:-1])
    assert not form.ready
    qtbot.keyClicks(QApplication.focusWidget(), words[-1])
    assert form.ready


def test_showing_them_does_not_take_the_place_of_typing_them(form: PassphraseForm, qtbot: QtBot) -> None:
    take(form, qtbot)
    form.first.edit.findChildren(QAbstractButton)[0].click()
    assert form.again.isVisible()
    assert not form.ready


def test_other_words_taken_begin_anew(form: PassphraseForm, qtbot: QtBot) -> None:
    form.again.set_text(take(form, qtbot))
    form.offer_others()
    take(form, qtbot)
    assert form.again.text() == ""
    assert not form.ready


def test_own_words_bring_no_such_sentence(form: PassphraseForm, qtbot: QtBot) -> None:
    form.first.set_text(f"{take(form, qtbot)} and mine")
    assert form.again.reason == ""


def test_words_drawn_by_chance_are_not_called_somebodys_name(form: PassphraseForm, qtbot: QtBot) -> None:
    form.offered.setText("cloak garland uncharted taekwondo defacing")
    form.first.set_text(form.offered.text())
    qtbot.waitUntil(lambda: "seems to hold a name" in form._strength.text())
    take(form, qtbot)
    qtbot.waitUntil(lambda: form._strength.text() == "Strong enough.")


def test_the_field_that_waits_is_scrolled_to(form: PassphraseForm, qtbot: QtBot) -> None:
    area = ScrollColumn(form)
    qtbot.addWidget(area)
    area.resize(600, 200)
    area.show()
    take(form, qtbot)
    again = form.again
    qtbot.waitUntil(lambda: again.visibleRegion().boundingRect() == again.rect())
    area.takeWidget()
