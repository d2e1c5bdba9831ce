"""The recovery code on paper: 160 random bits as eight groups that find their own slips."""

import os
from typing import Final

from trust_desktop.domain.errors import RecoveryCodeMistyped

SECRET_BYTES: Final = 20
GROUPS: Final = 8
_DATA: Final = 4
_GROUP: Final = _DATA + 1
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
_LOOKALIKES: Final = str.maketrans("OIL", "011")
_FIELD: Final = 0b100101  # x^5 + x^2 + 1: multiplication in GF(32)


def new_secret() -> bytearray:
    return bytearray(os.urandom(SECRET_BYTES))


def write(secret: bytearray) -> str:
    """The code as the person writes it down, groups joined by hyphens."""
    if len(secret) != SECRET_BYTES:
        raise ValueError("a recovery secret has 20 bytes")
    number = int.from_bytes(secret, "big")
    symbols = [(number >> shift) & 31 for shift in range(155, -1, -5)]
    groups = [symbols[start : start + _DATA] for start in range(0, GROUPS * _DATA, _DATA)]
    checked = ([*group, _check(group, place)] for place, group in enumerate(groups, start=1))
    return "-".join("".join(_ALPHABET[symbol] for symbol in group) for group in checked)


def read(text: str) -> bytearray:
    """The secret of a typed code; case, spacing and look-alike letters do not matter.

    Raises RecoveryCodeMistyped with the first group that has a slip, or None when groups are missing.
    """
    number = 0
    for place, group in enumerate(_groups(text), start=1):
        if not group_is_right(group, place):
            raise RecoveryCodeMistyped(place)
        for symbol in _symbols(group)[:_DATA]:
            number = number << 5 | symbol
    return bytearray(number.to_bytes(SECRET_BYTES, "big"))


def group_is_right(group: str, place: int) -> bool:
    """Whether one typed group is whole and stands at its place (1 to 8)."""
    symbols = _symbols(group)
    return len(symbols) == _GROUP and -1 not in symbols and _check(symbols[:_DATA], place) == symbols[_DATA]


def _symbols(group: str) -> list[int]:
    return [_ALPHABET.find(letter) for letter in group.strip().upper().translate(_LOOKALIKES)]


def _groups(text: str) -> list[str]:
    parted = text.replace("-", " ").split()
    if len(parted) == GROUPS:
        return parted
    together = "".join(parted)
    if len(together) != GROUPS * _GROUP:
        raise RecoveryCodeMistyped(None)
    return [together[start : start + _GROUP] for start in range(0, len(together), _GROUP)]


def _check(symbols: list[int], place: int) -> int:
    # Distinct weights find every substitution and swap within a group; the place finds groups that changed places.
    total = place
    for power, symbol in enumerate(symbols, start=1):
        total ^= _times_x(symbol, power)
    return total


def _times_x(symbol: int, power: int) -> int:
    for _ in range(power):
        symbol <<= 1
        if symbol > 31:
            symbol ^= _FIELD
    return symbol
