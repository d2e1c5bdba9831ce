"""Slow work goes to one thread; its answers come back here, or nowhere when nobody waits any more."""

import sys
import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.support.processes import PATIENCE
from tests.support.stretch import within
from trust_desktop.domain.errors import DiskFull
from trust_desktop.ui import background as module
from trust_desktop.ui.background import Background


@pytest.fixture
def background(qapp: object) -> Iterator[Background]:
    one = Background()
    yield one
    one.stop()


def nothing(_answer: object) -> None:
    pass


def test_answers_come_in_order_on_the_gui_thread(qtbot: QtBot, background: Background) -> None:
    owner, said, threads = QObject(), [], []

    def done(value: int) -> None:
        said.append(value)
        threads.append(QThread.currentThread() is owner.thread())

    for number in range(200):
        background.run(owner, lambda number=number: number, done, nothing)
    assert background.busy

    qtbot.waitUntil(lambda: len(said) == 200)
    assert said == list(range(200))
    assert all(threads)
    assert not background.busy


def test_the_work_runs_elsewhere(qtbot: QtBot, background: Background) -> None:
    owner, names = QObject(), []
    background.run(owner, threading.get_ident, names.append, nothing)
    qtbot.waitUntil(lambda: bool(names))
    assert names != [threading.get_ident()]


def test_answers_to_askers_who_are_gone_are_dropped(qtbot: QtBot, background: Background) -> None:
    said: list[int] = []
    owners = [QObject() for _ in range(90)]
    for number, owner in enumerate(owners):
        background.run(owner, lambda number=number: number, said.append, nothing)
    for owner in owners[::6]:
        delete(owner)  # the C++ side goes first, as with a closed window
    del owner, owners[::3]
    qtbot.waitUntil(lambda: not background.busy)
    assert said == [number for number in range(90) if number % 3]


def test_what_a_gone_asker_would_have_got_is_closed(qtbot: QtBot, background: Background) -> None:
    class Door:
        closed = False

        def close(self) -> None:
            self.closed = True

    class Found:
        session = Door()

    door, found = Door(), Found()
    for value in (door, found):
        owner = QObject()
        background.run(owner, lambda value=value: value, nothing, nothing)
        del owner
    qtbot.waitUntil(lambda: not background.busy)
    assert door.closed
    assert found.session.closed


def test_an_expected_problem_goes_to_the_asker(qtbot: QtBot, background: Background) -> None:
    owner, problems = QObject(), []

    def work() -> None:
        raise DiskFull

    background.run(owner, work, nothing, problems.append)
    qtbot.waitUntil(lambda: bool(problems))
    assert isinstance(problems[0], DiskFull)
    assert problems[0].__traceback__ is None, "a traceback keeps what the work held"


def test_a_mistake_of_ours_is_also_told_to_the_hook(
    qtbot: QtBot, background: Background, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, problems, told = QObject(), [], []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _problem, _trace: told.append(kind))
    background.run(owner, lambda: 1 // 0, nothing, problems.append)
    qtbot.waitUntil(lambda: bool(problems))
    assert told == [ZeroDivisionError]
    assert isinstance(problems[0], ZeroDivisionError)


def test_stopping_finishes_what_changes_files(background: Background) -> None:
    owner, ended = QObject(), []

    def work() -> None:
        time.sleep(0.3)
        ended.append(True)

    background.run(owner, work, nothing, nothing)
    background.stop()
    assert ended == [True]
    background.run(owner, work, nothing, nothing)
    assert ended == [True], "after the end nothing begins"
    background.stop()


def test_stopping_does_not_wait_for_a_person(background: Background) -> None:
    owner, answer = QObject(), threading.Event()
    background.run(owner, answer.wait, nothing, nothing, asks_person=True)
    with within(module.PATIENCE_WITH_PEOPLE + 1, never=module.PATIENCE / 2):
        background.stop()
    answer.set()


def test_an_answer_after_the_end_of_the_program_is_closed_unseen(qapp: object) -> None:
    closed, answer = threading.Event(), threading.Event()

    class Door:
        def close(self) -> None:
            closed.set()

    def work() -> Door:
        answer.wait()
        return Door()

    owner, background = QObject(), Background()
    background.run(owner, work, nothing, nothing, asks_person=True)
    background.stop()
    delete(background)
    answer.set()
    assert closed.wait(PATIENCE)


def test_widgets_in_a_closure_are_freed_on_the_gui_thread(qtbot: QtBot, background: Background) -> None:
    freed: list[int] = []

    class Asker(QObject):
        def __del__(self) -> None:
            freed.append(threading.get_ident())

    for _ in range(50):
        owner = Asker()
        background.run(owner, lambda owner=owner: time.sleep(0.001), nothing, nothing)
        del owner
    qtbot.waitUntil(lambda: len(freed) == 50)
    assert set(freed) == {threading.get_ident()}
