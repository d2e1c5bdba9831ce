"""What the models see of a sentence: runs of one to three tokens and pairs around a gap, as numbers of 32 bits."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple
from zlib import crc32

_MASK: Final = 0xFFFF_FFFF
_ONE, _TWO, _THREE, _PAIR = 0x9E37_79B1, 0x85EB_CA77, 0xC2B2_AE3D, 0x27D4_EB2F
_FIRST, _LAST, _LAST_TWO = 0x1656_67B1, 0xB529_7A4D, 0x68E3_1DA4
_EDGE: Final = crc32(b"<edge>")


@lru_cache(maxsize=4_096)
def _number(plain: str) -> int:
    return crc32(plain.encode("utf-8", "surrogatepass"))


class Runs(NamedTuple):
    """The numbers of a sentence's runs in the order of `places`, and those for a first and a last sentence."""

    inner: list[int]
    opening: list[int]
    closing: list[int]


def runs(plain: Sequence[str]) -> Runs:
    """Return the numbers of a sentence's tokens.

    They are hashes: a model needs no list of words, and of runs that nobody wrote before one in ten thousand is taken
    for another. Stings come in tails, so the words of a last sentence count once more.
    """
    found = [*map(_number, plain)]
    edged = [_EDGE, *found, _EDGE]
    after, later = edged[1:], edged[2:]
    inner = [
        *[one * _ONE & _MASK for one in found],
        *[(one * _ONE + two * _TWO) & _MASK for one, two in zip(edged, after, strict=False)],
        *[
            (one * _ONE + two * _TWO + three * _THREE) & _MASK
            for one, two, three in zip(edged, after, later, strict=False)
        ],
        *[(one * _PAIR + three * _THREE) & _MASK for one, three in zip(edged, later, strict=False)],
    ]
    closing = [
        *[one * _LAST & _MASK for one in found],
        *[(one * _LAST + two * _LAST_TWO) & _MASK for one, two in pairwise(found)],
    ]
    return Runs(inner, [one * _FIRST & _MASK for one in found], closing)


def places(count: int) -> list[tuple[int, int]]:
    """Return where each run of a sentence of `count` tokens stands: its first index and the one behind its last."""
    ones = [(at, at + 1) for at in range(count)]
    twos = [(max(at, 0), min(at + 2, count)) for at in range(-1, count)]
    threes = [(max(at, 0), min(at + 3, count)) for at in range(-1, count - 1)]
    return [*ones, *twos, *threes, *threes]
