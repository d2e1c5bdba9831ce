"""A call to the keyring can be waited for, given up and forgotten, and never holds anyone back."""

import subprocess
import sys
import threading

import pytest

from tests.support.processes import PATIENCE
from trust_desktop.domain.errors import Cancelled, KeyringLocked, KeyringTimeout
from trust_desktop.security.keyring_call import KeyringCall


def test_an_answer_and_a_problem_arrive() -> None:
    def locked() -> None:
        raise KeyringLocked

    assert KeyringCall(lambda: 7).wait(PATIENCE) == 7
    with pytest.raises(KeyringLocked):
        KeyringCall(locked).wait(PATIENCE)


def test_after_a_timeout_one_may_wait_on() -> None:
    answered = threading.Event()
    call = KeyringCall(lambda: answered.wait(PATIENCE))

    with pytest.raises(KeyringTimeout):
        call.wait(0.01)
    assert not call.done
    answered.set()
    assert call.wait() is True
    assert call.done


def test_cancelling_wakes_who_waits() -> None:
    never = threading.Event()
    call = KeyringCall(never.wait)
    threading.Timer(0.05, call.cancel).start()

    with pytest.raises(Cancelled):
        call.wait(PATIENCE)
    never.set()


def test_a_late_answer_is_wiped_and_taken_back() -> None:
    answered, taken_back = threading.Event(), threading.Event()
    secret = bytearray(b"secret")

    def work() -> bytearray:
        answered.wait(PATIENCE)
        return secret

    call = KeyringCall(work, if_late=taken_back.set)
    call.cancel()
    answered.set()

    assert taken_back.wait(PATIENCE)
    assert secret == bytes(6)


def test_an_answer_nobody_fetched_is_taken_back_too() -> None:
    taken_back = threading.Event()
    secret = bytearray(b"secret")
    call = KeyringCall(lambda: secret, if_late=taken_back.set)
    call.wait(PATIENCE)
    call.cancel()

    assert taken_back.is_set()
    assert secret == bytes(6)


def test_a_late_problem_has_nothing_to_take_back() -> None:
    answered, taken_back = threading.Event(), threading.Event()

    def work() -> None:
        answered.wait(PATIENCE)
        raise KeyringLocked

    call = KeyringCall(work, if_late=taken_back.set)
    call.cancel()
    answered.set()

    assert not taken_back.wait(0.1)


def test_a_blocked_call_does_not_keep_the_program_from_ending() -> None:
    program = (
        "import threading\n"
        "from trust_desktop.security.keyring_call import KeyringCall\n"
        "KeyringCall(threading.Event().wait)\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], timeout=PATIENCE, check=False)

    assert ended.returncode == 0
