"""One process for each data folder; the second start brings the first to the front."""

import os
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.processes import started, wait_until
from trust_desktop.ui.folders import key_of
from trust_desktop.ui.instance import Instance

HOLDER = textwrap.dedent("""
    import sys, time
    from pathlib import Path
    from trust_desktop.ui.instance import Instance
    instance = Instance(Path(sys.argv[1]), Path(sys.argv[2]))
    print("claimed" if instance.claim() else "taken", flush=True)
    time.sleep(600)
""")


@pytest.fixture
def places(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    root = tmp_path_factory.mktemp("i")
    for name in ("run", "data"):
        (root / name).mkdir(mode=0o700)
    return root / "run", root / "data"


@contextmanager
def holder(places: tuple[Path, Path]) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLDER, *map(str, places)]
    with started(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "claimed\n"
        yield process


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


@pytest.fixture
def first(qapp: object, places: tuple[Path, Path]) -> Iterator[Instance]:
    """Listens until the test is over, however it ends."""
    one = Instance(*places)
    assert one.claim()
    one.listen()
    yield one
    one.release()


def test_the_second_start_raises_the_first(qtbot: QtBot, places: tuple[Path, Path], first: Instance) -> None:
    second = Instance(*places)
    with qtbot.waitSignal(first.raised):
        assert second.ask_to_rise()
    with qtbot.waitSignal(first.raised):
        assert second.ask_to_rise()
    first.release()
    assert list(places[0].iterdir()) == [], "nothing is left in the runtime folder"


def test_another_byte_raises_nothing(qtbot: QtBot, places: tuple[Path, Path], first: Instance) -> None:
    from socket import AF_UNIX, SOCK_STREAM, socket

    address = next(path for path in places[0].iterdir() if path.suffix == ".raise")
    assert address.stat().st_mode & 0o077 == 0
    with qtbot.assertNotEmitted(first.raised, wait=300):
        for words in (b"x", b""):
            with socket(AF_UNIX, SOCK_STREAM) as other:
                other.connect(str(address))
                other.sendall(words)


def test_callers_who_say_nothing_hold_nobody_up(
    qtbot: QtBot, places: tuple[Path, Path], first: Instance
) -> None:
    from socket import AF_UNIX, SOCK_STREAM, socket

    address = next(path for path in places[0].iterdir() if path.suffix == ".raise")
    with ExitStack() as silent:
        times = [time.monotonic()]
        for _ in range(40):
            silent.enter_context(socket(AF_UNIX, SOCK_STREAM)).connect(str(address))
            QApplication.processEvents()
            times.append(time.monotonic())
        held_up = [later - before > 0.09 for before, later in pairwise(times)]
        assert sum(held_up) < 10, "other programs may hold one up, but not each"
        with qtbot.waitSignal(first.raised):
            assert Instance(*places).ask_to_rise()
        assert first._waiting <= 16
        qtbot.waitUntil(lambda: first._waiting == 0)


def test_nobody_listening_is_said_in_time(qapp: object, places: tuple[Path, Path]) -> None:
    first, second = Instance(*places), Instance(*places)
    assert first.claim()
    assert not second.ask_to_rise(patience=0.2)
    first.release()


def test_a_killed_process_leaves_no_lock(qapp: object, places: tuple[Path, Path]) -> None:
    second = Instance(*places)
    with holder(places) as process:
        assert not second.claim()
        process.kill()
        process.wait()
        wait_until(second.claim, "the folder of a killed process")
    second.listen()
    second.release()


def test_a_pipe_in_the_lock_s_place_does_not_hold_the_start_up(
    qapp: object, places: tuple[Path, Path]
) -> None:
    os.mkfifo(places[0] / f"{key_of(places[1])}.lock")
    first, second = Instance(*places), Instance(*places)
    assert first.claim()
    assert not second.claim()
    first.release()


def test_a_folder_in_the_socket_s_place_stops_nothing(qapp: object, places: tuple[Path, Path]) -> None:
    planted = places[0] / f"{key_of(places[1])}.raise"
    planted.mkdir()
    first = Instance(*places)
    assert first.claim()
    first.listen()
    assert not Instance(*places).ask_to_rise(patience=0)
    first.release()
    assert planted.is_dir()


def test_a_socket_that_cannot_be_made_stops_nothing(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / ("d" * 120)
    deep.mkdir()
    first = Instance(deep, tmp_path)
    assert first.claim()
    first.listen()
    assert not Instance(deep, tmp_path).ask_to_rise(patience=0)
    first.release()
    assert list(deep.iterdir()) == []
