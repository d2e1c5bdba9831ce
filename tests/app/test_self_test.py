"""The self-test does what the program does, and says in a line what is missing."""

import re

import pytest

from tests.support.secret_service import SecretService
from trust_desktop import self_test


def test_here_everything_is_there(
    qapp: object, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    assert self_test.run() == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Daybook ")
    assert all(line.startswith("ok ") for line in lines[1:])
    assert [re.split(r"\s+|:", line, maxsplit=1)[1].split(":")[0].strip() for line in lines[1:]] == [
        "resources",
        "window",
        "encrypted round trip",
        "keyring",
    ]


def test_a_real_keyring_is_used_and_left_as_it_was(
    secret_service: SecretService, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "round trip of a throw-away item" in self_test._keyring()
    assert secret_service.items() == []


def test_what_fails_is_named_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    def missing() -> str:
        raise self_test._NotOkError("the fonts are missing")

    def bug() -> str:
        raise ValueError("a long story")

    assert not self_test._passes("fonts", missing)
    assert not self_test._passes("cipher", bug)
    assert capsys.readouterr().out == "NOT OK  fonts: the fonts are missing\nNOT OK  cipher: ValueError\n"
