"""A whole window over an open vault in which every private thing carries one word."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import FIRST_DAY, NOW, TODAY, a_plan_draft, an_action_draft
from trust_desktop.domain.acknowledgement import AcknowledgementDraft
from trust_desktop.domain.check_in import Noted
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.follow_through import Outcome
from trust_desktop.domain.talk import Answer
from trust_desktop.services import (
    acknowledging,
    checking_in,
    following_through,
    helping,
    opening_up,
    pausing,
    planning,
    talking,
    writing,
)
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.main_window import MainWindow
from trust_desktop.ui.open_vault import OpenVault

CANARY = "zanzibar"
SAID = "Thank you for the walk."
YESTERDAY = TODAY - timedelta(days=1)


def fill(session: VaultSession) -> None:
    """Put the word into everything that was not said, and leave it out of what was."""
    session.now = lambda: NOW - (TODAY - FIRST_DAY)
    draft = a_plan_draft(partner=CANARY)
    draft.fair_chance = f"Evenings without {CANARY}"
    draft.message = f"Dear {CANARY}"
    draft.place = draft.time = CANARY
    draft.actions = [replace(action, why=f"Because of {CANARY}") for action in draft.actions]
    draft.commitments = [an_action_draft("I put my phone away too", why=CANARY)]
    plan = planning.go_live(session, draft)
    planning.record_said(session, plan.id, FIRST_DAY, Way.ALOUD)
    session.now = lambda: NOW
    talking.record_answer(session, 1, Answer.YES, day=FIRST_DAY, words=f"Yes, {CANARY}")
    talking.record_answer(session, 4, Answer.NO, day=YESTERDAY, words=f"No, {CANARY}")
    changed = replace(plan.actions[2].newest.terms, text=f"Words about {CANARY} that nobody has heard")
    planning.change_action(session, plan.id, 3, changed)
    following_through.mark(session, 1, YESTERDAY, Outcome.COULD_NOT, CANARY)
    following_through.mark(session, 2, YESTERDAY, Outcome.KEPT)
    following_through.set_note(session, YESTERDAY, f"A note about {CANARY}")
    erased = acknowledging.deliver(session, AcknowledgementDraft(text=f"About {CANARY}"), Way.NOTE, YESTERDAY)
    acknowledging.erase_words(session, erased.id)
    acknowledging.deliver(session, AcknowledgementDraft(text=SAID), Way.ALOUD, YESTERDAY)
    acknowledging.save_draft(session, AcknowledgementDraft(text=f"Still writing about {CANARY}"))
    pausing.note_urge(session, 7, f"An urge about {CANARY}")
    opening_up.choose(session, f"A small step about {CANARY}")
    checking_in.keep(session, Noted(5, 5, 5, f"A line about {CANARY}"))
    helping.add_entry(session, CANARY, CANARY)
    writing.keep(session, "talk.answer.2", f"Half an answer about {CANARY}")


@pytest.fixture
def window(vault: OpenVault, session: VaultSession, qtbot: QtBot) -> Iterator[MainWindow]:
    fill(session)
    shown = MainWindow(vault)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
    yield shown
    vault.undo_stack.clear()
