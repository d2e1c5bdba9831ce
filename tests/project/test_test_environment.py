"""The test run's own promises: thresholds that bite, skips that speak, and nothing of the account touched."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from keyring.backends.SecretService import Keyring
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.support.secret_service import SecretService
from tests.support.source import CHECKOUT
from trust_desktop.dev import translations


def run_pytest(folder: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "pytest", "-p", "no:randomly", "-p", "no:cacheprovider", *arguments]
    variables = {
        name: value for name, value in os.environ.items() if name != "CI" and not name.startswith("COV")
    }
    variables |= {"PYTHONPATH": str(CHECKOUT), **environment}
    return subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("line", "code"), [("half(True)", 1), ("half(True) + half(False)", 0)])
def test_coverage_by_package_fails_the_run_and_leaves_pytest_the_last_word(
    tmp_path: Path, line: str, code: int
) -> None:
    module = tmp_path / "trust_desktop" / "domain" / "halves.py"
    for package in ("", "domain", "wording", "security", "storage", "services"):
        init = tmp_path / "trust_desktop" / package / "__init__.py"
        init.parent.mkdir(parents=True)
        init.write_text('"""Nothing to run."""\n', encoding="utf-8")
    module.write_text("def half(first):\n    if first:\n        return 1\n    return 2\n", encoding="utf-8")
    (tmp_path / "test_it.py").write_text(
        f"import importlib.util as u\ns = u.spec_from_file_location('halves', r'{module}')\n"
        f"m = u.module_from_spec(s)\ns.loader.exec_module(m)\nhalf = m.half\n\ndef test_it():\n    assert {line}\n",
        encoding="utf-8",
    )
    ended = run_pytest(
        tmp_path,
        "-p",
        "tests.support.coverage_by_package",
        f"--cov={tmp_path / 'trust_desktop'}",
        "--cov-branch",
        "--coverage-thresholds",
    )
    assert ended.returncode == code, ended.stdout
    assert ("COVERAGE of domain is" in ended.stdout) is bool(code)
    assert re.search(r"1 passed", ended.stdout.splitlines()[-1])


@pytest.mark.parametrize(
    ("variables", "code", "word"), [({}, 0, "1 skipped"), ({"CI": "true"}, 1, "1 error")]
)
def test_a_missing_part_is_named_and_in_ci_an_error(
    tmp_path: Path, variables: dict[str, str], code: int, word: str
) -> None:
    (tmp_path / "test_it.py").write_text(
        "import pytest\n@pytest.mark.xvfb\ndef test_it(): pass\n", encoding="utf-8"
    )
    ended = run_pytest(
        tmp_path, "-p", "tests.support.skips", "-rs", "-W", "ignore", PATH="/nowhere", **variables
    )
    assert ended.returncode == code, ended.stdout
    assert "not installed: Xvfb, xdotool" in ended.stdout
    assert word in ended.stdout.splitlines()[-1]


def test_nothing_of_the_account_is_in_reach() -> None:
    private = Path(os.environ["HOME"]).parent
    assert private.name.startswith("td-tests-")
    assert Path.home() == private / "home"
    places = ("XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "TMPDIR")
    assert all(Path(os.environ[name]).is_relative_to(private) for name in places)
    assert Path(os.environ["XDG_RUNTIME_DIR"]).stat().st_mode & 0o777 == 0o700
    assert not {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"} & set(os.environ)


def test_secret_service_is_real_and_its_own(secret_service: SecretService) -> None:
    store = Keyring()
    store.set_password("org.daybook.test", "k1", "a secret")
    assert secret_service.items() == [("Password for 'k1' on 'org.daybook.test'", b"a secret")]
    assert secret_service.forget() == 1
    assert store.get_password("org.daybook.test", "k1") is None
    assert list(secret_service.home.rglob("*.keyring"))


def test_secret_service_can_be_locked_and_killed(secret_service: SecretService) -> None:
    store = Keyring()
    store.set_password("org.daybook.test", "k1", "a secret")
    secret_service.lock()
    assert secret_service.is_locked()
    secret_service.kill()
    secret_service.unlock()
    assert not secret_service.is_locked()
    assert store.get_password("org.daybook.test", "k1") == "a secret"


@pytest.mark.usefixtures("pseudo_locale")
def test_pseudo_language_is_spoken(qapp: QApplication) -> None:
    text = qapp.translate("CadenceWords", "%Ln time(s) a week", "", 3)
    assert translations.is_pseudo(text)
    assert "3" in text


@pytest.mark.usefixtures("right_to_left")
def test_right_to_left_mirrors_new_widgets(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    assert label.isRightToLeft()
    assert label.locale().name() == "ar_EG"
