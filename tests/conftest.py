"""A private environment for the whole run, and the real things tests ask for: keyring, display, languages."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.support.display import Display
from tests.support.private_environment import PrivateEnvironment
from tests.support.secret_service import SecretService

_environment: Final = PrivateEnvironment()
_environment.enter()  # at import: before Qt or the keyring of any test looks at the account

_IMPLIED_MARKERS: Final = {"secret_service": "real_keyring", "display": "xvfb"}

pytest_plugins = [
    "tests.support.as_before",
    "tests.support.coverage_by_package",
    "tests.support.fault_rows",
    "tests.support.garbage",
    "tests.support.languages",
    "tests.support.open_session",
    "tests.support.skips",
]


def pytest_configure() -> None:
    """An example may take as long as a busy machine needs."""
    from hypothesis import HealthCheck, settings

    patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.register_profile("patient", patient)
    settings.load_profile("patient")


def pytest_unconfigure() -> None:
    _environment.leave()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for fixture, marker in _IMPLIED_MARKERS.items():
            if fixture in getattr(item, "fixturenames", ()):
                item.add_marker(marker)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> object:
    from tests.support.patience import PatientBot

    return PatientBot(request)


@pytest.fixture
def secret_service(monkeypatch: pytest.MonkeyPatch) -> Iterator[SecretService]:
    """A real, open gnome-keyring; this process sees it too, through the session bus's address."""
    with tempfile.TemporaryDirectory(prefix="ks-") as folder:  # short: a socket's path has at most 107 bytes
        service = SecretService(Path(folder))
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", service.address)
        try:
            yield service
        finally:
            service.stop()


@pytest.fixture
def display() -> Iterator[Display]:
    """A screen with a window manager for a program started by the test."""
    shown = Display()
    yield shown
    shown.stop()
