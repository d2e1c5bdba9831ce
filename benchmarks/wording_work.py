"""Looks at words as they are typed; prints the milliseconds of each key and of texts never read before, as JSON."""

import json
import random
import sys
import time
from collections.abc import Sequence
from functools import _lru_cache_wrapper
from typing import Final

from training.labelled import load
from trust_desktop.wording import harm, message_review, messages, reading, review_message, tokens, whole

LENGTH: Final = 2_000
LONG: Final = 100_000
KEYS: Final = 400
FRESH: Final = 40
NO_STOPS: Final = str.maketrans("", "", ".!?\u2026,;")


def forget() -> None:
    """Let go what was read before."""
    for module in (harm, messages, reading, tokens):
        for each in vars(module).values():
            if isinstance(each, _lru_cache_wrapper) and each.cache_parameters()["maxsize"] is not None:
                each.cache_clear()


def text_of(chance: random.Random, sentences: Sequence[str], length: int) -> str:
    """Return sentences in a row, none that tells of harm beside those before it: such a text is left alone."""
    kept: list[str] = []
    while sum(map(len, kept)) + len(kept) < length:
        kept.append(chance.choice(sentences))
        if whole(harm.near_to_harm(" ".join(kept[-harm.TOGETHER - 1 :]))):
            del kept[-2:]  # the one before it too: nothing may go with that
    forget()
    return " ".join(kept)[:length]


def milliseconds(text: str) -> float:
    begun = time.perf_counter()
    review_message(text)
    return (time.perf_counter() - begun) * 1000


def longest_bit(text: str) -> float:
    """Return the milliseconds of the longest bit of a look."""
    bits, longest, begun = message_review(text), 0.0, time.perf_counter()
    for _bit in bits:
        longest, begun = max(longest, time.perf_counter() - begun), time.perf_counter()
    return max(longest, time.perf_counter() - begun) * 1000


def typed(chance: random.Random, sentences: Sequence[str]) -> list[float]:
    """Type on at the end of a text that was looked at before, sentence after sentence."""
    text, more = text_of(chance, sentences, LENGTH), text_of(chance, sentences, KEYS)
    review_message(text)
    keys = []
    for key in more:
        text += key
        keys.append(milliseconds(text))
    return keys


def main() -> int:
    chance = random.Random(1)
    rows = [row for row in load("messages", "train") if not row.harm and "\n" not in row.text]
    mixed = [row.text for row in rows]
    kind = [row.text for row in rows if not row.kinds]
    review_message(mixed[0])
    found = {
        "typed": typed(chance, mixed),
        "typed without stops": typed(chance, [text.translate(NO_STOPS) for text in mixed]),
        "fresh": [milliseconds(text_of(chance, mixed, LENGTH)) for _ in range(FRESH)],
        "fresh kind": [milliseconds(text_of(chance, kind, LENGTH)) for _ in range(FRESH)],
        "bits": [longest_bit(text_of(chance, mixed, LENGTH)) for _ in range(FRESH)],
        "long": [milliseconds(text_of(chance, mixed, LONG)) for _ in range(3)],
    }
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
