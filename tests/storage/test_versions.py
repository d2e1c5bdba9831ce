"""The versions at work are asked of the libraries; one that does not encrypt is not passed over."""

from pathlib import Path

import pytest

from tests.builders import session_at
from trust_desktop.security import versions as of_keys
from trust_desktop.storage import rights, versions


def test_what_is_at_work_is_named(tmp_path: Path) -> None:
    session = session_at(tmp_path)
    with session.read() as transaction:
        named = versions.libraries(transaction)
    session.close()
    assert named.startswith("SQLCipher 4.")
    assert "SQLite 3." in named
    assert "OpenSSL 3." in named
    assert of_keys.cryptography().startswith("cryptography ")


def test_another_provider_is_named_before_its_version() -> None:
    assert versions._by("commoncrypto", "1.0") == "commoncrypto 1.0"


def test_a_library_that_does_not_encrypt_is_a_problem() -> None:
    class Plain:
        def exec_driver_sql(self, _statement: str) -> "Plain":
            return self

        def scalar(self) -> None:
            return None

    class Transaction:
        connection = Plain()

    with pytest.raises(ValueError, match="does not encrypt"):
        versions.libraries(Transaction())  # type: ignore[arg-type]  # as much of one as is asked


def test_what_goes_while_it_is_looked_at_is_not_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.chmod(0o700)
    monkeypatch.setattr(Path, "rglob", lambda self, _pattern: [self / "gone"])
    assert rights.looked_at(tmp_path) == (1, 0)
