"""The pages of a new vault: nothing is lost on the way back, and the code is proved on the real vault."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.support.vaults import PASSPHRASE, bytes_below
from tests.ui.vaults.conftest import SlowStore, call_slow_at_once
from trust_desktop.domain.errors import DiskFull, KeyringUnavailable
from trust_desktop.domain.safety import Side
from trust_desktop.domain.vault import Protection, VaultState
from trust_desktop.override import override
from trust_desktop.services import helping, vaults
from trust_desktop.services.vaults import Places
from trust_desktop.ui.problems import ProblemPage
from trust_desktop.ui.vault_forms.means import Means, Then
from trust_desktop.ui.vaults.first_run import FirstRun
from trust_desktop.ui.vaults.start_step import StartStep


@pytest.fixture
def run(means: Means, qtbot: QtBot) -> Iterator[FirstRun]:
    one = FirstRun(means, can_leave=True)
    put_in_window(one, qtbot)
    qtbot.waitUntil(lambda: one.sharing.keyring is not None)
    yield one
    one.abandon()


def put_in_window(run: FirstRun, qtbot: QtBot) -> None:
    qtbot.addWidget(run)
    run.resize(1000, 800)
    with qtbot.waitActive(run):
        run.show()
        run.activateWindow()


def go_on(run: FirstRun) -> None:
    assert run.frame.next.isEnabled()
    run.frame.next.click()


def to(run: FirstRun, page: QWidget, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: run.frame.page is page)


def choose_passphrase(run: FirstRun, qtbot: QtBot) -> str:
    run.passphrase.form.take.click()
    run.passphrase.form.again.set_text(run.passphrase.form.text)
    qtbot.waitUntil(run.frame.next.isEnabled)
    return run.passphrase.form.text


def prove(run: FirstRun) -> None:
    code = run._new.recovery_code.split("-")  # type: ignore[union-attr]
    go_on(run)
    for place, field in run.proof.fields.asked.items():
        field.set_text(code[place - 1].lower())
    go_on(run)


def texts(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_a_shared_account_all_the_way(qtbot: QtBot, run: FirstRun, places: Places, store: SlowStore) -> None:
    go_on(run)
    assert run.sharing.yes.isChecked(), "yes is chosen beforehand"
    go_on(run)
    phrase = choose_passphrase(run, qtbot)
    run.passphrase.label_field.set_text("Blue notebook")
    go_on(run)
    assert run.recovery.no.isChecked(), "no is chosen beforehand on a shared account"
    assert bytes_below(places.data) == {}, "nothing is on disk before this"
    go_on(run)
    to(run, run.code, qtbot)
    assert run._new is not None
    assert run._new.info.protection is Protection.DEVICE_AND_PASSPHRASE
    assert run._new.info.recovery_needs_passphrase
    assert vaults.list_vaults(places)[0].state is VaultState.SETUP_UNFINISHED
    assert run.frame.back.isHidden(), "the vault is made; there is nothing to go back to"
    prove(run)
    to(run, run.start, qtbot)
    with qtbot.waitSignal(run.finished) as finished:
        run.start.plan.click()
    session, then = finished.args
    assert then is Then.PLAN
    session.close()
    listing = vaults.list_vaults(places)[0]
    assert (listing.state, listing.info.label) == (VaultState.READY, "Blue notebook")
    vaults.unlock(places, store, 1, phrase).close()


def test_only_me_and_the_example(qtbot: QtBot, run: FirstRun, places: Places) -> None:
    go_on(run)
    run.sharing.no.setChecked(True)
    go_on(run)
    assert run.frame.page is run.keyring
    assert "whoever uses this login can open it" in texts(run.keyring)
    go_on(run)
    assert "this computer's keyring is lost" in texts(run.recovery)
    assert not run.recovery.no.isVisible(), "there is no passphrase to join to the code"
    go_on(run)
    to(run, run.code, qtbot)
    assert run._new is not None
    assert run._new.info.protection is Protection.DEVICE
    assert not run._new.info.recovery_needs_passphrase
    prove(run)
    to(run, run.start, qtbot)
    with qtbot.waitSignal(run.finished) as finished:
        run.start.example.click()
    finished.args[0].close()
    assert finished.args[1] is Then.EXAMPLE


def test_a_yes_on_the_last_page_leads_to_the_help_list_and_keeps_nothing(
    qtbot: QtBot, run: FirstRun, places: Places
) -> None:
    go_on(run)
    run.sharing.no.setChecked(True)
    go_on(run)
    go_on(run)
    go_on(run)
    to(run, run.code, qtbot)
    prove(run)
    to(run, run.start, qtbot)
    card = run.start.look.cards[Side.YOU]
    assert card.advice.isHidden()
    next(iter(card.questions.values())).buttons[0].click()
    assert card.advice.isVisible()
    with qtbot.waitSignal(run.finished) as finished:
        card.advice.go.click()
    session, then = finished.args
    assert then is Then.HELP
    assert helping.kept_answers(session) == ()
    session.close()


def test_a_place_for_paper_makes_the_code_work_alone(qtbot: QtBot, run: FirstRun) -> None:
    go_on(run)
    go_on(run)
    choose_passphrase(run, qtbot)
    go_on(run)
    run.recovery.yes.setChecked(True)
    go_on(run)
    to(run, run.code, qtbot)
    assert run._new is not None
    assert not run._new.info.recovery_needs_passphrase
    assert "It works alone" in texts(run.code)


def test_back_loses_nothing(qtbot: QtBot, run: FirstRun) -> None:
    go_on(run)
    go_on(run)
    phrase = choose_passphrase(run, qtbot)
    run.passphrase.label_field.set_text("Blue")
    go_on(run)
    run.recovery.yes.setChecked(True)
    for _ in range(3):
        run.frame.back.click()
    assert run.frame.page is run.welcome
    for _ in range(3):
        go_on(run)
    assert run.frame.page is run.recovery
    assert run.recovery.yes.isChecked()
    assert run.passphrase.form.text == phrase
    assert run.passphrase.label_field.text() == "Blue"


def test_leaving_the_first_page(qtbot: QtBot, run: FirstRun) -> None:
    with qtbot.waitSignal(run.left):
        run.frame.back.click()


def test_by_keyboard_alone(qtbot: QtBot, run: FirstRun) -> None:
    def key(key: Qt.Key) -> None:
        qtbot.keyClick(QApplication.focusWidget(), key)

    key(Qt.Key.Key_Return)
    assert run.frame.page is run.sharing
    key(Qt.Key.Key_Down)
    assert run.sharing.no.isChecked()
    key(Qt.Key.Key_Up)
    key(Qt.Key.Key_Return)
    assert run.frame.page is run.passphrase
    key(Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), run.passphrase.form.text)
    qtbot.waitUntil(run.frame.next.isEnabled)
    key(Qt.Key.Key_Return)
    assert run.frame.page is run.recovery


def test_a_weak_passphrase_is_not_taken_and_says_why(qtbot: QtBot, run: FirstRun) -> None:
    form = run.passphrase.form
    go_on(run)
    go_on(run)
    for weak, why in {"anna": "14 characters", "aaaaaaaaaaaaaaaaaaaa": "guessing program"}.items():
        form.first.set_text(weak)
        form.again.set_text(weak)
        qtbot.waitUntil(lambda why=why: why in form._strength.text())
        assert not run.frame.next.isEnabled()


def test_it_is_typed_twice_or_shown(qtbot: QtBot, run: FirstRun) -> None:
    form = run.passphrase.form
    go_on(run)
    go_on(run)
    form.first.set_text(PASSPHRASE)
    form.again.set_text(PASSPHRASE[:-1])
    qtbot.waitUntil(lambda: "Strong enough" in form._strength.text())
    assert not run.frame.next.isEnabled()
    assert "not the same" in form.again.reason
    form.first.edit._reveal.click()  # type: ignore[union-attr]
    assert run.frame.next.isEnabled()
    assert not form.again.isVisible()


def test_other_words_are_offered(run: FirstRun) -> None:
    form = run.passphrase.form
    seen = {form.offered.text()}
    for _ in range(3):
        form.offer_others()
        seen.add(form.offered.text())
    assert len(seen) == 4
    assert all(len(words.split()) == 5 for words in seen)


def test_slips_in_the_two_groups_are_found(qtbot: QtBot, run: FirstRun, places: Places) -> None:
    go_on(run)
    run.sharing.no.setChecked(True)
    for _ in range(3):
        go_on(run)
    to(run, run.code, qtbot)
    go_on(run)
    assert not run.frame.next.isEnabled()
    for field in run.proof.fields.asked.values():
        field.set_text("00000")
    go_on(run)
    assert all("slip" in field.reason for field in run.proof.fields.asked.values())
    run.frame.back.click()
    assert run.frame.page is run.code, "the code can be looked at again"
    assert vaults.list_vaults(places)[0].state is VaultState.SETUP_UNFINISHED
    prove(run)
    to(run, run.start, qtbot)


def test_groups_of_another_paper_do_not_prove_it(qtbot: QtBot, run: FirstRun, places: Places) -> None:
    from trust_desktop.security import recovery_code

    go_on(run)
    run.sharing.no.setChecked(True)
    for _ in range(3):
        go_on(run)
    to(run, run.code, qtbot)
    go_on(run)
    other = recovery_code.write(recovery_code.new_secret()).split("-")
    for place, field in run.proof.fields.asked.items():
        field.set_text(other[place - 1])
    go_on(run)
    qtbot.waitUntil(run.frame.next.isEnabled)
    assert run.frame.page is run.proof
    assert any("not what was shown" in field.reason for field in run.proof.fields.asked.values())
    assert vaults.list_vaults(places)[0].state is VaultState.SETUP_UNFINISHED


def test_the_code_is_spoken_letter_by_letter_and_reads_from_the_left(
    qtbot: QtBot, run: FirstRun, right_to_left: None
) -> None:
    run.code.show_code("AB1CD-EFGH2", with_passphrase=False)
    assert run.code.sheet.accessibleDescription() == "A B 1 C D. E F G H 2"
    assert run.code.sheet.layoutDirection() is Qt.LayoutDirection.LeftToRight


class NoStore(SlowStore):
    @override
    def check(self) -> None:
        raise KeyringUnavailable


def test_without_a_keyring_a_passphrase_alone_and_what_is_missing(
    qtbot: QtBot, means: Means, places: Places
) -> None:
    run = FirstRun(replace(means, store=NoStore(), cost=None))
    put_in_window(run, qtbot)
    go_on(run)
    qtbot.waitUntil(lambda: run.sharing.keyring is False)
    assert "What is missing" in texts(run.sharing)
    run.sharing.no.setChecked(True)
    assert run.protection is Protection.PASSPHRASE
    go_on(run)
    assert run.frame.page is run.passphrase
    choose_passphrase(run, qtbot)
    go_on(run)
    assert run.recovery.yes.isChecked(), "nobody else is at this account"
    go_on(run)
    to(run, run.code, qtbot)
    assert run._new is not None
    assert run._new.info.protection is Protection.PASSPHRASE
    run.abandon()


class FullStore(SlowStore):
    @override
    def write(self, service: str, item: int, secret: bytearray) -> None:
        self.answer.wait()
        raise DiskFull


def test_a_problem_on_the_way_leaves_nothing_and_can_be_tried_again(
    qtbot: QtBot, means: Means, places: Places
) -> None:
    run = FirstRun(replace(means, store=FullStore()))
    put_in_window(run, qtbot)
    qtbot.waitUntil(lambda: run.sharing.keyring is True)
    go_on(run)
    run.sharing.no.setChecked(True)
    for _ in range(3):
        go_on(run)
    qtbot.waitUntil(lambda: isinstance(run.frame.page, ProblemPage))
    assert vaults.list_vaults(places) == ()
    qtbot.keyClick(run.frame.page, Qt.Key.Key_Escape)
    assert run.frame.page is run.recovery
    assert run.frame.next.isEnabled()


def test_making_it_can_be_cancelled_while_the_keyring_asks(
    qtbot: QtBot, means: Means, places: Places
) -> None:
    store = FullStore()
    store.answer.clear()
    run = FirstRun(replace(means, store=store))
    put_in_window(run, qtbot)
    qtbot.waitUntil(lambda: run.sharing.keyring is True)
    call_slow_at_once(run)
    go_on(run)
    run.sharing.no.setChecked(True)
    for _ in range(3):
        go_on(run)
    qtbot.waitUntil(lambda: "keyring password" in run.frame._where.text())
    run.frame._cancel.click()
    qtbot.waitUntil(run.frame.next.isEnabled)
    assert run.frame.page is run.recovery
    assert vaults.list_vaults(places) == ()
    store.answer.set()


def test_the_questions_of_the_last_page_take_one_tab_each(qtbot: QtBot) -> None:
    step = StartStep()
    qtbot.addWidget(step)
    with qtbot.waitActive(step):
        step.show()
        step.activateWindow()
    step.setFocus()
    reached = []
    for _ in range(20):
        qtbot.keyClick(QApplication.focusWidget() or step, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
        if reached[-1] is step.plan:
            break
    questions = [each for card in step.look.cards.values() for each in card.questions.values()]
    assert reached == [*(each.buttons[-1] for each in questions), step.plan]
