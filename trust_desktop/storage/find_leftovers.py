"""Takes the last of deleted words out of Find's index: SQLite's own deletion leaves those with which its pages began.

Of each page the index keeps apart by which letters it begins, and goes on keeping them when the word is gone. They become
those of the word that is first on the page now; the order of the pages, which is all they are for, stays.
"""

from typing import Final

from sqlcipher3 import dbapi2

_PAGES: Final = (
    "SELECT i.segid, i.pgno, i.term, d.block FROM main.find_index_idx AS i"
    # A page's number is made of its segment's and, in the 37 bits below, of its own.
    " LEFT JOIN main.find_index_data AS d ON d.id = (i.segid << 37) + (i.pgno >> 1)"
    " WHERE length(i.term) > 1 ORDER BY i.segid, i.term"
)


def clear(raw: dbapi2.Connection) -> None:
    """Write where there is something to take out; to be called outside of a transaction.

    Raise IndexError, with nothing touched, where a page is not as the index writes them.
    """
    pages = ((*row[:3], _first_word(row[3])) for row in raw.execute(_PAGES))
    left = [page for page in pages if not page[3].startswith(page[2])]
    if not left:
        return
    raw.execute("BEGIN IMMEDIATE")
    try:
        for page in left:
            _replace(raw, *page)
    except BaseException:
        raw.execute("ROLLBACK")
        raise
    raw.execute("COMMIT")


def _replace(raw: dbapi2.Connection, segment: int, page: int, begins: bytes, first: bytes) -> None:
    """A page without words needs none; what is out of order is not ours to touch."""
    where = (segment, begins, page)
    if not first:
        raw.execute("DELETE FROM main.find_index_idx WHERE segid = ? AND term = ? AND pgno = ?", where)
    elif first > begins:
        raw.execute(
            "UPDATE main.find_index_idx SET term = ? WHERE segid = ? AND term = ? AND pgno = ?",
            (_shortest_above(begins, first), *where),
        )


def _shortest_above(begins: bytes, first: bytes) -> bytes:
    """Return as little of a word as still comes after `begins`: no page before holds anything as late."""
    alike = next(at for at, (one, other) in enumerate(zip(begins, first, strict=False)) if one != other)
    return first[: alike + 1]


def _first_word(block: bytes | None) -> bytes:
    """Return the first word of a page of the index, with the digit before it that names its list; none if it has none.

    Where two parts of the index are being made one, pages that have been gone over are there no more.
    Two bytes each: where the first number stands, and where the words end. There the list of where each begins follows.
    """
    if block is None:
        return b""
    end = block[2] << 8 | block[3]
    if len(block) <= end:
        return b""
    begins, _next = _number(block, end)
    length, start = _number(block, begins)
    return bytes(block[start : start + length])


def _number(block: bytes, at: int) -> tuple[int, int]:
    """Return a number of seven bits a byte, and what comes after it."""
    value = 0
    while True:
        value = value << 7 | block[at] & 0x7F
        at += 1
        if block[at - 1] < 0x80:
            return value, at
