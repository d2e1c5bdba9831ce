"""The log names types and places; what a person typed is in no line of it."""

import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.full_disk import full_disk
from trust_desktop import logs
from trust_desktop.domain.errors import DiskFull
from trust_desktop.ui.content import Content

WORD = "walnutharbour"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    logs.start(tmp_path / "logs")
    yield tmp_path / "logs" / "daybook.log"
    logs.stop()
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks


@pytest.fixture
def told() -> list[str]:
    return []


def stumble() -> None:
    raise ValueError(WORD)


def caught() -> ValueError:
    try:
        stumble()
    except ValueError as problem:
        return problem
    raise AssertionError


def test_without_anything_to_note_there_is_no_file(log: Path) -> None:
    assert not log.parent.exists()


def test_an_uncaught_problem_is_noted_by_type_and_place(log: Path, told: list[str]) -> None:
    logs.install_hooks(lambda problem: told.append(type(problem).__name__))
    problem = caught()
    sys.excepthook(type(problem), problem, problem.__traceback__)
    text = log.read_text(encoding="utf-8")
    assert "builtins.ValueError at test_logs.py" in text
    assert WORD not in text
    assert told == ["ValueError"]
    assert log.stat().st_mode & 0o077 == 0 or os.umask(0o077) != 0o077


def test_threads_and_destructors_too(log: Path, told: list[str]) -> None:
    logs.install_hooks(lambda problem: told.append(type(problem).__name__))
    thread = threading.Thread(target=stumble)
    thread.start()
    thread.join()

    class Bad:
        def __del__(self) -> None:
            stumble()

    bad = Bad()
    del bad
    text = log.read_text(encoding="utf-8")
    assert "uncaught in a thread builtins.ValueError at test_logs.py" in text
    assert "unraisable builtins.ValueError" in text
    assert WORD not in text
    assert told == ["ValueError"], "a destructor's problem is noted, not shown"


def test_a_traceback_in_a_record_loses_its_message(log: Path) -> None:
    logging.getLogger("trust_desktop.somewhere").error("kind %s", "x", exc_info=caught())
    text = log.read_text(encoding="utf-8")
    assert "ValueError at" in text
    assert WORD not in text


def test_a_handled_problem_is_noted(log: Path) -> None:
    logs.note_problem()
    try:
        stumble()
    except ValueError:
        logs.note_problem()
    assert log.read_text(encoding="utf-8").count("handled builtins.ValueError") == 1


def test_the_innermost_place_of_ours_is_named(log: Path) -> None:
    with pytest.raises(KeyError) as raised:
        Content("first_run").text("no such entry")
    assert " at content.py:" in logs.place(KeyError, raised.tb)
    assert logs.place(TypeError, None) == "builtins.TypeError at nowhere"


def test_it_does_not_name_what_the_program_is_for(log: Path) -> None:
    def fill_up() -> None:
        raise DiskFull

    logs.note("qt")
    try:
        fill_up()
    except DiskFull:
        logs.note_problem()
    text = log.read_text(encoding="utf-8")
    assert "handled domain.errors.DiskFull at test_logs.py" in text
    assert "trust" not in text.casefold()


def test_the_log_stays_small(log: Path) -> None:
    for _ in range(9000):
        logs.note("x" * 100)
    files = list(log.parent.iterdir())
    assert len(files) == 3
    assert sum(path.stat().st_size for path in files) < 700_000


def test_a_folder_that_cannot_be_written_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    logs.start(tmp_path / "file" / "logs")
    logs.note("something")
    logs.stop()
    assert capsys.readouterr() == ("", "")


def test_a_full_disk_says_nothing_on_stderr(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with full_disk():
        logs.note("something")
    assert log.stat().st_size <= 1
    assert capsys.readouterr() == ("", "")


def test_a_pipe_in_its_place_holds_nobody_up(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log.parent.mkdir()
    os.mkfifo(log)
    logs.note("something")
    assert capsys.readouterr() == ("", "")
    assert log.is_fifo()


@pytest.mark.parametrize("put", [Path.symlink_to, lambda path, other: os.link(other, path)])
def test_a_file_of_a_vault_in_its_place_gets_no_lines(
    log: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], put: Callable[[Path, Path], None]
) -> None:
    header = tmp_path / "header.1"
    header.write_bytes(b"a header")
    log.parent.mkdir()
    put(log, header)
    logs.note("something")
    assert capsys.readouterr() == ("", "")
    assert header.read_bytes() == b"a header"
    log.unlink()
    logs.note("something")
    assert "something" in log.read_text(encoding="utf-8")


def test_others_do_not_write_into_it(log: Path) -> None:
    logging.getLogger("keyring").error(WORD)
    logging.getLogger().error(WORD)
    assert not log.exists()
