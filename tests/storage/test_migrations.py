"""The steps lead to the tables as they are written, each whole or not at all."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from tests.builders import KEY, VAULT_ID
from tests.storage.vault_files import a_closed_vault, note_texts, opened
from tests.support.full_disk import full_disk
from trust_desktop.domain.errors import VaultDamaged, VaultProblem
from trust_desktop.storage import copies, migrations, reflection_tables, sqlcipher, tables, unlock_tables
from trust_desktop.storage.database import Database
from trust_desktop.storage.engine import Link

SCHEMA_SQL = (
    "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
    " AND type IN ('table', 'index') AND name NOT LIKE 'find_index%' ORDER BY name"
)
"""The index of words and its triggers are written in their step alone; test_finding.py looks at what they do."""


def test_a_new_vault_has_the_tables_as_they_are_written():
    by_steps = Database.in_memory()
    at_once = Link(sqlcipher.connect_in_memory())
    at_once.begin(write=True)
    assert reflection_tables.metadata is unlock_tables.metadata is tables.metadata
    tables.metadata.create_all(at_once.connection)
    at_once.commit()
    with by_steps.transaction(write=False) as transaction:
        stepped = by_steps._link.raw.execute(SCHEMA_SQL).fetchall()
        context = MigrationContext.configure(
            transaction.connection,
            opts={"include_name": lambda name, *_: not str(name).startswith("find_index")},
        )
        assert compare_metadata(context, tables.metadata) == []
    assert [_words(row) for row in stepped] == [
        _words(row) for row in at_once.raw.execute(SCHEMA_SQL).fetchall()
    ]
    at_once.close()
    by_steps.close()


def _words(row: tuple[str, ...]) -> list[str]:
    """A statement without regard to the order in which its table-wide clauses were given."""
    kind, name, table, sql = row
    return [kind, name, table, *sorted(sql.replace(",", " ").split())]


def test_the_schema_is_the_number_of_steps_in_their_order():
    assert len(migrations.STEPS) == tables.SCHEMA
    chain = [(step.down_revision, step.revision) for step in migrations.STEPS]
    assert chain == [
        (f"{number - 1:04d}" if number > 1 else None, f"{number:04d}")
        for number in range(1, tables.SCHEMA + 1)
    ]


def _later(upgrade):
    return (*migrations.STEPS, SimpleNamespace(upgrade=upgrade))


def _add_a_column() -> None:
    op.execute("ALTER TABLE notes ADD COLUMN later TEXT")


def _break_off() -> None:
    op.execute("CREATE TABLE half (id INTEGER)")
    op.execute("SELECT nonsense")


def test_an_older_vault_is_copied_then_brought_up(tmp_path, monkeypatch):
    path, salt = a_closed_vault(tmp_path)
    before = tables.SCHEMA
    monkeypatch.setattr(migrations, "STEPS", _later(_add_a_column))
    monkeypatch.setattr(tables, "SCHEMA", tables.SCHEMA + 1)
    (tmp_path / f"vault-schema{before}-1.db").write_bytes(b"the copy of an earlier try")
    database = opened(path, salt)
    with database.transaction(write=False) as transaction:
        assert transaction.connection.exec_driver_sql("PRAGMA user_version").scalar_one() == tables.SCHEMA
        transaction.connection.exec_driver_sql("SELECT later FROM notes")
    database.close()
    monkeypatch.undo()
    copy = tmp_path / f"vault-schema{before}-2.db"
    assert (tmp_path / f"vault-schema{before}-1.db").read_bytes() == b"the copy of an earlier try"
    assert copy.stat().st_mode & 0o777 == 0o600
    old = opened(copy, copy.read_bytes()[:16])
    assert len(note_texts(old)) == 400
    old.close()


def test_a_step_that_breaks_off_leaves_the_older_vault_as_it_was(tmp_path, monkeypatch):
    path, salt = a_closed_vault(tmp_path)
    monkeypatch.setattr(migrations, "STEPS", _later(_break_off))
    monkeypatch.setattr(tables, "SCHEMA", tables.SCHEMA + 1)
    with pytest.raises(Exception, match="VaultProblem"):
        opened(path, salt)
    monkeypatch.undo()
    database = opened(path, salt)
    assert len(note_texts(database)) == 400
    with database.transaction(write=False) as transaction:
        names = transaction.connection.exec_driver_sql("SELECT name FROM sqlite_schema").scalars().all()
    assert "half" not in names
    database.close()


def test_a_copy_that_lacks_rows_is_not_taken_for_one(tmp_path, monkeypatch):
    path, _ = a_closed_vault(tmp_path)
    raw = sqlcipher.connect(path, bytearray(KEY))
    monkeypatch.setattr(copies, "row_counts", lambda connection: {"connection": id(connection)})
    with pytest.raises(VaultDamaged, match="copy"):
        copies.copy_before_migrating(raw, path, bytearray(KEY), 1)
    raw.close()
    assert [each.name for each in tmp_path.glob("vault*")] == ["vault.db"]


def test_without_room_for_the_copy_none_is_left(tmp_path, monkeypatch):
    path, salt = a_closed_vault(tmp_path)
    monkeypatch.setattr(tables, "SCHEMA", tables.SCHEMA + 1)
    with full_disk(), pytest.raises(VaultProblem):
        opened(path, salt)
    assert [each.name for each in tmp_path.glob("vault*")] == ["vault.db"]


def test_an_up_to_date_vault_opens_without_importing_alembic(tmp_path):
    path, salt = a_closed_vault(tmp_path)
    code = (
        "import sys; from pathlib import Path; from trust_desktop.storage.database import Database\n"
        f"Database.open(Path({str(path)!r}), bytearray.fromhex({KEY.hex()!r}),"
        f" vault_id=bytes.fromhex({VAULT_ID.hex()!r}), salt=bytes.fromhex({salt.hex()!r})).close()\n"
        "print([name for name in sys.modules if name.partition('.')[0] == 'alembic' or name == 'sqlalchemy.orm'])"
    )
    assert _python(code) == "[]"


def _python(code: str) -> str:
    import subprocess
    import sys

    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    ).stdout.strip()
