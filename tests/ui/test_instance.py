"""One process for each data folder; the second start brings the first to the front."""

import os
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.processes import stop, wait_until
from trust_desktop.ui.folders import key_of
from trust_desktop.ui.instance import Instance

HOLDER = textwrap.dedent("""
    import sys, time
    from pathlib import Path
    from trust_desktop.ui.instance import Instance
    instance = Instance(Path(sys.argv[1]), Path(sys.argv[2]))
    print("claimed" if instance.claim() else "taken", flush=True)
    time.sleep(60)
""")


@pytest.fixture
def places(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    root = tmp_path_factory.mktemp("i")
    for name in ("run", "data"):
        (root / name).mkdir(mode=0o700)
    return root / "run", root / "data"


def holder(places: tuple[Path, Path]) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, *map(str, places)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "claimed\n"
    return process


def test_a_second_one_does_not_get_the_folder(qapp: object, places: tuple[Path, Path]) -> None:
    first, second = Instance(*places), Instance(*places)
    assert first.claim()
    assert not second.claim()
    first.release()
    assert second.claim()
    second.release()


def test_other_data_has_an_instance_of_its_own(qapp: object, places: tuple[Path, Path]) -> None:
    run, data = places
    (data / "other").mkdir()
    one, other = Instance(run, data), Instance(run, data / "other")
    assert one.claim()
    assert other.claim()
    one.release()
    other.release()


def test_the_same_folder_by_another_way_is_the_same(places: tuple[Path, Path]) -> None:
    _, data = places
    link = data.parent / "link"
    link.symlink_to(data)
    assert key_of(link) == key_of(data / ".." / "data") == key_of(data)
    assert len(key_of(data)) == 16


def test_the_second_start_raises_the_first(qtbot: QtBot, places: tuple[Path, Path]) -> None:
    first, second = Instance(*places), Instance(*places)
    assert first.claim()
    first.listen()
    with qtbot.waitSignal(first.raised):
        assert second.ask_to_rise()
    with qtbot.waitSignal(first.raised):
        assert second.ask_to_rise()
    first.release()
    assert list(places[0].iterdir()) == [], "nothing is left in the runtime folder"


def test_another_byte_raises_nothing(qtbot: QtBot, places: tuple[Path, Path]) -> None:
    from socket import AF_UNIX, SOCK_STREAM, socket

    first = Instance(*places)
    assert first.claim()
    first.listen()
    address = next(path for path in places[0].iterdir() if path.suffix == ".raise")
    assert address.stat().st_mode & 0o077 == 0
    with qtbot.assertNotEmitted(first.raised, wait=300):
        for words in (b"x", b""):
            with socket(AF_UNIX, SOCK_STREAM) as other:
                other.connect(str(address))
                other.sendall(words)
    first.release()


def test_callers_who_say_nothing_hold_nobody_up(qtbot: QtBot, places: tuple[Path, Path]) -> None:
    from socket import AF_UNIX, SOCK_STREAM, socket

    first, second = Instance(*places), Instance(*places)
    assert first.claim()
    first.listen()
    address = next(path for path in places[0].iterdir() if path.suffix == ".raise")
    silent = [socket(AF_UNIX, SOCK_STREAM) for _ in range(40)]
    longest, before = 0.0, time.monotonic()
    for one in silent:
        one.connect(str(address))
        QApplication.processEvents()
        longest, before = max(longest, time.monotonic() - before), time.monotonic()
    assert longest < 0.09
    with qtbot.waitSignal(first.raised):
        assert second.ask_to_rise()
    assert first._waiting <= 16
    qtbot.waitUntil(lambda: first._waiting == 0)
    first.release()
    for one in silent:
        one.close()


def test_nobody_listening_is_said_in_time(qapp: object, places: tuple[Path, Path]) -> None:
    first, second = Instance(*places), Instance(*places)
    assert first.claim()
    assert not second.ask_to_rise(patience=0.2)
    first.release()


def test_a_killed_process_leaves_no_lock(qapp: object, places: tuple[Path, Path]) -> None:
    process = holder(places)
    second = Instance(*places)
    assert not second.claim()
    process.kill()
    process.wait()
    wait_until(second.claim, "the folder of a killed process", 5)
    second.listen()
    second.release()
    stop(process)


def test_a_pipe_in_the_lock_s_place_does_not_hold_the_start_up(
    qapp: object, places: tuple[Path, Path]
) -> None:
    os.mkfifo(places[0] / f"{key_of(places[1])}.lock")
    first, second = Instance(*places), Instance(*places)
    assert first.claim()
    assert not second.claim()
    first.release()


def test_a_socket_that_cannot_be_made_stops_nothing(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
def test_a_folder_in_the_socket_s_place_stops_nothing(qapp: object, places: tuple[Path, Path]) -> None:
    planted = places[0] / f"{key_of(places[1])}.raise"
    planted.mkdir()
    first = Instance(*places)
    assert first.claim()
    first.listen()
    assert not Instance(*places).ask_to_rise(patience=0)
    first.release()
    assert planted.is_dir()


) -> None:
    deep = tmp_path / ("d" * 120)
    deep.mkdir()
    first = Instance(deep, tmp_path)
    assert first.claim()
    first.listen()
    assert not Instance(deep, tmp_path).ask_to_rise(patience=0)
    first.release()
    assert list(deep.iterdir()) == []
