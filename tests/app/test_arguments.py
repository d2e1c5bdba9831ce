"""Arguments are read by hand, in order, and what is wrong is one sentence."""

import sys
from pathlib import Path

import pytest

from trust_desktop import __main__ as start
from trust_desktop import __version__


@pytest.mark.parametrize("arguments", [["--data-dir", "some where"], ["--data-dir=some where"]])
def test_a_folder_is_taken_as_it_is(arguments: list[str]) -> None:
    assert start.read_options(arguments).data_dir == Path.cwd() / "some where"


def test_nothing_asked_for() -> None:
    assert start.read_options([]) == start.Options()


def test_the_example() -> None:
    assert start.read_options(["--demo"]).demo


def test_pictures_of_the_window_are_allowed_for_this_once() -> None:
    assert not start.Options().allow_capture
    assert start.read_options(["--allow-capture", "--demo"]) == start.Options(demo=True, allow_capture=True)


def test_version_goes_before_all_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert start.main(["--demo", "--version"]) == 0
    assert capsys.readouterr() == (f"Daybook {__version__}\n", "")


def test_bad_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    assert start.main(["--data-dir"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1


def test_a_program_without_stderr_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert start.main(["--what"]) == 2


@pytest.mark.parametrize(
    ("environment", "missing"),
    [
        ({}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, False),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, False),
        ({"QT_QPA_PLATFORM": "xcb"}, True),
        ({"DISPLAY": ":0"}, False),
        ({"QT_QPA_PLATFORM": "wayland;xcb", "WAYLAND_DISPLAY": "wayland-0"}, False),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux runs without a screen")
def test_where_no_screen_is_named(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], missing: bool
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert start._screen_is_missing() is missing
