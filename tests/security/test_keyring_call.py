"""A call to the keyring can be waited for, given up and forgotten, and never holds anyone back."""

import subprocess
import sys
import threading

import pytest

from trust_desktop.domain.errors import Cancelled, KeyringLocked, KeyringTimeout
from trust_desktop.security.keyring_call import KeyringCall


def test_an_answer_and_a_problem_arrive() -> None:
    def locked() -> None:
        raise KeyringLocked

    assert KeyringCall(lambda: 7).wait(5) == 7
    with pytest.raises(KeyringLocked):
        KeyringCall(locked).wait(5)


def test_after_a_timeout_one_may_wait_on() -> None:
    answered = threading.Event()
    call = KeyringCall(lambda: answered.wait(5))

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
        call.wait(5)
    never.set()


def test_a_late_answer_is_wiped_and_taken_back() -> None:
    answered, taken_back = threading.Event(), threading.Event()
    secret = bytearray(b"secret")

    def work() -> bytearray:
        answered.wait(5)
        return secret

    call = KeyringCall(work, if_late=taken_back.set)
    call.cancel()
    answered.set()

    assert taken_back.wait(5)
    assert secret == bytes(6)


def test_an_answer_nobody_fetched_is_taken_back_too() -> None:
    taken_back = threading.Event()
    secret = bytearray(b"secret")
    call = KeyringCall(lambda: secret, if_late=taken_back.set)
    call.wait(5)
    call.cancel()

    assert taken_back.is_set()
    assert secret == bytes(6)


def test_a_late_problem_has_nothing_to_take_back() -> None:
    answered, taken_back = threading.Event(), threading.Event()

    def work() -> None:
        answered.wait(5)
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
    ended = subprocess.run([sys.executable, "-c", program], timeout=20, check=False)

    assert ended.returncode == 0
