"""Rows that are not there are not made up."""

from trust_desktop.storage import openings, pauses
from trust_desktop.storage.database import Database


def test_what_is_not_there_is_not_found():
    database = Database.in_memory()
    with database.transaction(write=False) as transaction:
        assert pauses.get(transaction, 1) is None
        assert pauses.running(transaction) is None
        assert pauses.get_urge(transaction, 1) is None
        assert pauses.newest(transaction) == pauses.lone_urges(transaction) == ()
        assert openings.get(transaction, 1) is None
        assert openings.every(transaction) == ()
    database.close()
