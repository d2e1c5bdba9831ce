"""The process that follows a lock is started as this one was."""

import os
import sys

import pytest

from trust_desktop.ui import relaunch


def test_a_started_module_is_started_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "orig_argv", ["python", "-m", "trust_desktop", "--data-dir", "x y"])
    assert relaunch.command() == [sys.executable, "-m", "trust_desktop", "--data-dir", "x y"]


def test_a_frozen_program_is_started_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "argv", ["daybook", "--demo"])
    assert relaunch.command() == [sys.executable, "--demo"]


def test_the_number_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(relaunch.LOCKED, "2")
    assert relaunch.locked_number() == 2
    assert relaunch.LOCKED not in os.environ
    assert relaunch.locked_number() is None


@pytest.mark.parametrize("odd", ["", "two", "-1", "9" * 5000])
def test_an_odd_number_is_an_ordinary_start(monkeypatch: pytest.MonkeyPatch, odd: str) -> None:
    monkeypatch.setenv(relaunch.LOCKED, odd)
    assert relaunch.locked_number() is None


def test_the_new_process_gets_a_clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[str, list[str], dict[str, str]]] = []
    monkeypatch.setattr(os, "execve", lambda *given: started.append(given))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    for name, value in {
        "_PYI_APPLICATION_HOME_DIR": "/x",
        "LD_LIBRARY_PATH": "/bundle:/usr",
        "LD_LIBRARY_PATH_ORIG": "/usr",
    }.items():
        monkeypatch.setenv(name, value)
    relaunch.relaunch(3)
    program, command, environment = started[0]
    assert program == command[0] == sys.executable
    assert environment["LD_LIBRARY_PATH"] == "/usr"
    assert environment[relaunch.LOCKED] == "3"
    assert not [name for name in environment if name.startswith("_PYI_")]


def test_that_another_vault_is_wanted_is_told_once_to_the_next_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[dict[str, str]] = []
    monkeypatch.setattr(os, "execve", lambda _program, _command, environment: started.append(environment))
    monkeypatch.setenv(relaunch.ADDING, "")
    assert not relaunch.is_adding()
    relaunch.add_next()
    relaunch.relaunch(1)
    assert started[0][relaunch.ADDING] == "1"
    assert relaunch.is_adding()
    assert not relaunch.is_adding()
    relaunch.relaunch(1)
    assert relaunch.ADDING not in started[1]


def test_without_an_open_vault_the_number_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[dict[str, str]] = []
    monkeypatch.setattr(os, "execve", lambda _program, _command, environment: started.append(environment))
    relaunch.relaunch(None)
    assert started[0][relaunch.LOCKED] == "0"
    assert os.environ.keys() >= set(started[0]) - {relaunch.LOCKED}
