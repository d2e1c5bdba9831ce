"""A step that a full disk kept from being taken back or repeated stays where it is, and is there when there is room."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtGui import QUndoCommand
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import builders
from tests.support.full_disk import full_disk
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.errors import DiskFull
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.plan import Plan
from trust_desktop.domain.talk import Answer
from trust_desktop.services import acknowledging, following_through, opening_up, pausing, talking
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.acknowledgement.commands import Delivered
from trust_desktop.ui.calendar.commands import MarkCommand, Marking
from trust_desktop.ui.common.done import Done
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.pause.commands import UrgeFelt
from trust_desktop.ui.talk.commands import Answered
from trust_desktop.ui.today import mark_command

Told = Callable[[], object]


def marked(session: VaultSession, plan: Plan) -> tuple[QUndoCommand, Told]:
    marking = Marking(plan.actions[0].id, "Phone", builders.TODAY, Outcome.PARTLY)
    return MarkCommand(session, marking), lambda: outcome(session)


def marked_on_the_first_page(session: VaultSession, plan: Plan) -> tuple[QUndoCommand, Told]:
    command = mark_command.MarkCommand(session, plan.actions[0].id, "Phone", builders.TODAY, Outcome.PARTLY)
    return command, lambda: outcome(session)


def answered(session: VaultSession, plan: Plan) -> tuple[QUndoCommand, Told]:
    action = plan.actions[0].id
    given = talking.record_answer(session, action, Answer.YES, day=builders.TODAY)
    return Answered("Yes.", session, given), lambda: len(talking.history(session, action))


def delivered(session: VaultSession, plan: Plan) -> tuple[QUndoCommand, Told]:
    said = acknowledging.deliver(
        session, AcknowledgementDraft(text="You rang."), Way.ALOUD, plan.actions[0].first_day
    )
    return Delivered("Kept as said.", session, said), lambda: len(acknowledging.said(session))


def felt(session: VaultSession, plan: Plan) -> tuple[QUndoCommand, Told]:
    pause = pausing.start(session, timedelta(minutes=plan.id * 30), "")
    before, urge = pausing.feel(session, pause.id, 7)
    return UrgeFelt(session, before, urge), lambda: len(pausing.running(session).urges)  # type: ignore[union-attr]


def chosen(session: VaultSession, plan: Plan) -> tuple[QUndoCommand, Told]:
    step = opening_up.choose(session, plan.partner)
    command = Done(
        "Chosen.",
        again=lambda: opening_up.restore(session, step),
        back=lambda: opening_up.remove(session, step.id),
    )
    return command, lambda: opening_up.view(session, ()).open is not None


def outcome(session: VaultSession) -> Outcome | None:
    return following_through.day(session, builders.TODAY).actions[0].outcome


@pytest.mark.parametrize("deed", [marked, marked_on_the_first_page, answered, delivered, felt, chosen])
def test_it_stays_where_it_is_and_can_be_gone_when_there_is_room(
    qtbot: QtBot,
    qapp: QApplication,
    session: VaultSession,
    deed: Callable[[VaultSession, Plan], tuple[QUndoCommand, Told]],
) -> None:
    theme.apply(qapp, "light", 1.0)
    plan = builders.a_live_plan(session)
    window = MainWindow(OpenVault(session))
    qtbot.addWidget(window)
    stack = window.vault.undo_stack
    command, told = deed(session, plan)
    stack.push(command)
    done = told()

    with full_disk(), pytest.raises(DiskFull):
        window.undo()
    assert (stack.index(), stack.count(), told()) == (1, 1, done)
    window.undo()
    undone = told()
    assert (stack.index(), undone != done) == (0, True)

    with full_disk(), pytest.raises(DiskFull):
        window.redo()
    assert (stack.index(), stack.count(), told()) == (0, 1, undone)
    window.redo()
    assert (stack.index(), told()) == (1, done)
