"""The keyring's faults end in one of a few problems, soon; and nothing weaker than a known keyring is ever used."""

import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.secret_service import SecretService
from tests.support.stretch import within
from trust_desktop.domain.errors import KeyringLocked, KeyringTimeout, KeyringUnavailable
from trust_desktop.security.key_store import service_of
from trust_desktop.security.keyring_call import KeyringCall
from trust_desktop.security.keyring_store import _ALLOWED, OsKeyStore
from trust_desktop.security.wipe import new_key

_SERVICE = service_of("00aa11bb")


def _every_call_raises(store: OsKeyStore, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        store.read(_SERVICE, 1)
    with pytest.raises(kind):
        store.write(_SERVICE, 1, new_key())
    with pytest.raises(kind):
        store.delete(_SERVICE, 1)
    with pytest.raises(kind):
        store.forget_all(_SERVICE)


@pytest.mark.parametrize("address", [None, "", "unix:path=/nowhere/bus", "nonsense"])
def test_without_a_session_bus_there_is_no_keyring(
    monkeypatch: pytest.MonkeyPatch, address: str | None
) -> None:
    if address is None:
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    else:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    store = OsKeyStore()

    with pytest.raises(KeyringUnavailable):
        store.check()
    _every_call_raises(store, KeyringUnavailable)
    assert store.provider() == ""
    assert not store.is_open()


def test_a_bus_without_a_keyring_is_no_keyring(secret_service: SecretService) -> None:
    secret_service.kill()

    with pytest.raises(KeyringUnavailable):
        OsKeyStore().check()
    _every_call_raises(OsKeyStore(), KeyringUnavailable)


def test_a_locked_keyring_that_cannot_ask_is_named(secret_service: SecretService) -> None:
    secret_service.lock()

    OsKeyStore().check()
    assert not OsKeyStore().is_open()
    _every_call_raises(OsKeyStore(), KeyringLocked)


def test_an_unanswered_prompt_holds_nobody_up(secret_service: SecretService) -> None:
    secret_service.lock()
    with closing(secret_service.connect()) as prompter:
        own_the_prompter(prompter)
        call = KeyringCall(lambda: OsKeyStore().read(_SERVICE, 1))
        with within(5), pytest.raises(KeyringTimeout):
            call.wait(1.0)
        assert not call.done
        call.cancel()


def own_the_prompter(connection: object) -> None:
    """Be the program that should ask for the keyring's password, and never ask."""
    from jeepney.bus_messages import message_bus
    from jeepney.io.blocking import Proxy

    Proxy(message_bus, connection).RequestName("org.gnome.keyring.SystemPrompter")


def test_a_deleted_item_is_none(secret_service: SecretService) -> None:
    store = OsKeyStore()
    store.write(_SERVICE, 1, new_key())

    assert secret_service.forget() == 1
    assert store.read(_SERVICE, 1) is None


class Numbered:
    """A store as the other two systems have it: it cannot say which items there are."""

    def __init__(self) -> None:
        self.items = {(_SERVICE, "k1"): "00", (_SERVICE, "k7"): "00", ("another", "k1"): "00"}

    def get_password(self, service: str, username: str) -> str | None:
        return self.items.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        del self.items[service, username]


def test_where_items_cannot_be_listed_each_number_is_tried() -> None:
    store = OsKeyStore()
    store._backend = numbered = Numbered()

    assert store.is_open()
    assert store.forget_all(_SERVICE)
    assert list(numbered.items) == [("another", "k1")]


def test_a_keyring_killed_in_between_is_named(secret_service: SecretService) -> None:
    store = OsKeyStore()
    store.write(_SERVICE, 1, new_key())
    secret_service.kill()

    _every_call_raises(store, KeyringUnavailable)


def test_the_environment_cannot_point_the_keyring_elsewhere(
    secret_service: SecretService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEYRING_PROPERTY_SCHEME", "KeePassXC")
    monkeypatch.setenv("KEYRING_PROPERTY_PREFERRED_COLLECTION", "/org/freedesktop/secrets/collection/session")
    secret = new_key()
    OsKeyStore().write(_SERVICE, 1, secret)
    monkeypatch.undo()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", secret_service.address)

    assert OsKeyStore().read(_SERVICE, 1) == secret


def test_only_three_kinds_are_ever_constructed() -> None:
    assert {platform: OsKeyStore(platform).backend for platform in (*_ALLOWED, "sunos5")} == {
        "linux": "secret-service",
        "win32": "windows-credentials",
        "darwin": "macos-keychain",
        "sunos5": "none",
    }
    for platform in ("win32", "darwin", "sunos5"):  # none of them works here, and none is replaced by another
        with pytest.raises(KeyringUnavailable):
            OsKeyStore(platform).check()
        _every_call_raises(OsKeyStore(platform), KeyringUnavailable)
        assert OsKeyStore(platform).provider() == ""


_PLAINTEXT = """
    from pathlib import Path
    from keyring.backend import KeyringBackend

    class Plaintext(KeyringBackend):
        priority = 100
        def get_password(self, service, username):
            Path({touched!r}).write_text("read")
        def set_password(self, service, username, password):
            Path({touched!r}).write_text(password)
"""
_PROGRAM = """
    import keyring
    from trust_desktop.domain.errors import KeyringUnavailable
    from trust_desktop.security.keyring_store import OsKeyStore

    assert type(keyring.get_keyring()).__name__ == "Plaintext"  # it is offered in every way there is
    for call in (OsKeyStore().check, lambda: OsKeyStore().write("s", 1, bytearray(32)), lambda: OsKeyStore().read("s", 1)):
        try:
            call()
        except KeyringUnavailable:
            continue
        raise SystemExit("a weaker store was used")
"""


@pytest.mark.parametrize("way", ["variable", "file", "plugin"])
def test_a_plaintext_store_is_refused_however_it_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    touched = tmp_path / "secrets.txt"
    (tmp_path / "plain_store.py").write_text(textwrap.dedent(_PLAINTEXT.format(touched=str(touched))))
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}:{Path.cwd()}")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    if way == "variable":
        monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "plain_store.Plaintext")
    elif way == "file":
        (tmp_path / "python_keyring").mkdir()
        config = "[backend]\ndefault-keyring=plain_store.Plaintext\n"
        (tmp_path / "python_keyring" / "keyringrc.cfg").write_text(config)
    else:
        plugin = tmp_path / "plain_store-1.0.dist-info"
        plugin.mkdir()
        (plugin / "METADATA").write_text("Metadata-Version: 2.1\nName: plain_store\nVersion: 1.0\n")
        (plugin / "entry_points.txt").write_text("[keyring.backends]\nplain = plain_store\n")

    ended = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(_PROGRAM)], capture_output=True, text=True, check=False
    )

    assert (ended.returncode, ended.stderr) == (0, "")
    assert not touched.exists()
