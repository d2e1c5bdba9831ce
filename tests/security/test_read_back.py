"""The second process that reads a new item: its question and its answer carry no secret."""

import hmac
import io
import json
import os
import subprocess
import sys

import pytest

from tests.support.secret_service import SecretService
from trust_desktop import __main__
from trust_desktop.domain.errors import KeyringLocked
from trust_desktop.override import override
from trust_desktop.security import read_back
from trust_desktop.security.key_store import MemoryStore
from trust_desktop.security.keyring_store import OsKeyStore
from trust_desktop.security.wipe import new_key


def _question(challenge: bytes) -> io.StringIO:
    return io.StringIO(json.dumps({"service": "s", "item": 1, "challenge": challenge.hex()}))


def test_the_answer_depends_on_secret_and_challenge_and_shows_neither() -> None:
    store, secret, answers = MemoryStore(), new_key(), []
    store.write("s", 1, secret)
    for challenge in (b"a" * 32, b"b" * 32, b"a" * 32):
        out = io.StringIO()
        assert read_back.answer(store, _question(challenge), out) == 0
        answers.append(out.getvalue())

    assert answers[0] == answers[2] != answers[1]
    assert secret.hex() not in "".join(answers)


def test_nothing_to_read_gives_no_answer() -> None:
    out = io.StringIO()

    assert read_back.answer(MemoryStore(), _question(bytes(32)), out) == 1
    assert out.getvalue() == ""


def test_a_locked_keyring_gives_no_answer() -> None:
    class Locked(MemoryStore):
        @override
        def read(self, service: str, item: int) -> bytearray | None:
            raise KeyringLocked

    assert read_back.answer(Locked(), _question(bytes(32)), io.StringIO()) == 1


def test_the_frozen_program_is_asked_by_an_argument(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/program")

    assert read_back._command() == (["/opt/program", read_back.ARGUMENT], None)


def test_the_program_itself_answers_to_that_argument(
    monkeypatch: pytest.MonkeyPatch, secret_service: SecretService, capsys: pytest.CaptureFixture[str]
) -> None:
    assert secret_service.items() == []
    secret, challenge = new_key(), os.urandom(32)
    OsKeyStore().write("s", 1, secret)
    monkeypatch.setattr("sys.stdin", _question(challenge))

    assert __main__.main([read_back.ARGUMENT]) == 0
    assert capsys.readouterr().out.strip() == hmac.new(secret, challenge, "sha256").hexdigest()


def test_a_child_that_answers_too_late_is_no_confirmation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_back, "_PARENT_SECONDS", 0.01)

    with pytest.raises(subprocess.TimeoutExpired):
        read_back.same_in_another_process("s", 1, new_key())
