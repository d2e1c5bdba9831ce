"""A closed vault file to damage, and another process that tries to open one."""

import subprocess
import sys
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from sqlalchemy import insert

from tests.builders import KEY, NOW, TODAY, VAULT_ID
from trust_desktop.storage.database import Database
from trust_desktop.storage.tables import notes

CANARY = "marmalade-in-the-attic"


def write_note(database: Database, text: str = CANARY, day=TODAY) -> None:
    with database.transaction(write=True) as transaction:
        transaction.connection.execute(insert(notes).values(day=day, text=text, written_at=NOW))


def note_texts(database: Database) -> list[str]:
    with database.transaction(write=False) as transaction:
        return list(transaction.connection.scalars(notes.select().with_only_columns(notes.c.text)))


def a_closed_vault(folder: Path, *, vault_id: bytes = VAULT_ID, key: bytes = KEY) -> tuple[Path, bytes]:
    """A vault of some hundred pages with one note in each of many days; its path and salt."""
    path = folder / "vault.db"
    database = Database.create(path, bytearray(key), vault_id)
    with database.transaction(write=True) as transaction:
        rows = [
            {"day": TODAY.replace(year=1000 + n), "text": CANARY * 40, "written_at": NOW} for n in range(400)
        ]
        transaction.connection.execute(insert(notes), rows)
    database.close()
    return path, database.salt


def opened(
    path: Path, salt: bytes, *, vault_id: bytes = VAULT_ID, key: bytes = KEY, today: date | None = None
) -> Database:
    return Database.open(path, bytearray(key), vault_id=vault_id, salt=salt, today=today)


@contextmanager
def untouched(folder: Path):
    """What is in the folder must be the same, byte for byte, after the block."""
    before = {file: file.read_bytes() for file in folder.iterdir() if file.is_file()}
    yield
    after = {file: file.read_bytes() for file in folder.iterdir() if file.is_file()}
    assert after == before


_OTHER_PROCESS = """
import sys
from pathlib import Path
from trust_desktop.storage.database import Database
path, key, vault_id, salt = Path(sys.argv[1]), *map(bytes.fromhex, sys.argv[2:])
try:
    Database.open(path, bytearray(key), vault_id=vault_id, salt=salt).close()
except Exception as error:
    print(type(error).__name__)
else:
    print("opened")
"""


def another_process_says(path: Path, salt: bytes) -> str:
    arguments = [str(path), KEY.hex(), VAULT_ID.hex(), salt.hex()]
    done = subprocess.run(
        [sys.executable, "-c", _OTHER_PROCESS, *arguments],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        cwd=Path(__file__).parents[2],
    )
    assert done.stderr == ""
    return done.stdout.strip()
