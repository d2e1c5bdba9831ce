"""The self-test does what the program does, and says in a line what is missing."""

import re
from pathlib import Path

import pytest

from tests.support.secret_service import SecretService
from trust_desktop import hardening, self_test
from trust_desktop.hardening import Report


def test_here_everything_is_there(
    qapp: object, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tmp_path.chmod(0o700)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setattr(hardening, "report", lambda: Report(dumpable=False, core_limit=0))
    assert self_test.run(tmp_path) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Daybook ")
    assert all(line.startswith("ok ") for line in lines[1:])
    assert [re.split(r"\s+|:", line, maxsplit=1)[1].split(":")[0].strip() for line in lines[1:]] == [
        "resources",
        "window",
        "libraries",
        "encrypted round trip",
        "data folder",
        "memory",
        "keyring",
    ]
    said = "\n".join(lines)
    assert str(tmp_path) not in said
    for version in (
        "Python 3.",
        "Qt 6.",
        "PySide 6.",
        "cryptography ",
        "SQLCipher 4.",
        "SQLite 3.",
        "OpenSSL 3.",
    ):
        assert version in said


def test_a_real_keyring_is_used_and_left_as_it_was(
    secret_service: SecretService, capsys: pytest.CaptureFixture[str]
) -> None:
    assert self_test._keyring() == "secret-service of gnome-keyring-d, round trip of a throw-away item"
    assert secret_service.items() == []


def test_what_fails_is_named_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    def missing() -> str:
        raise self_test._NotOkError("the fonts are missing")

    def bug() -> str:
        raise ValueError("a long story")

    assert not self_test._passes("fonts", missing)
    assert not self_test._passes("cipher", bug)
    assert capsys.readouterr().out == "NOT OK  fonts: the fonts are missing\nNOT OK  cipher: ValueError\n"


def test_a_data_folder_that_others_can_enter_is_said_and_not_named(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert self_test._data_folder(data) == "there is none yet"
    data.mkdir(mode=0o700)
    (data / "vault.db").touch(0o600)
    (data / "link").symlink_to("/")
    assert self_test._data_folder(data) == "3 files and folders, for this account only"
    (data / "vault.db").chmod(0o640)
    with pytest.raises(self_test._NotOkError, match=r"^1 of 3 files and folders are open to other accounts$"):
        self_test._data_folder(data)


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (Report(dumpable=True, core_limit=0), "other programs of this login may read it"),
        (Report(dumpable=False, core_limit=-1), "a crash may write it to a file"),
        (Report(denied=False), "the system refused to shut it"),
    ],
)
def test_memory_that_stays_open_is_said(monkeypatch: pytest.MonkeyPatch, report: Report, words: str) -> None:
    monkeypatch.setattr(hardening, "report", lambda: report)
    with pytest.raises(self_test._NotOkError, match=f"^{words}$"):
        self_test._memory()
