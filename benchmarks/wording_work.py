"""Looks at words as they are typed; prints the milliseconds of each key and of texts never read before, as JSON."""

import json
import random
import sys
import time
from typing import Final

from training.labelled import load
from trust_desktop.wording import review_message

LENGTH: Final = 2_000
LONG: Final = 100_000
KEYS: Final = 400
FRESH: Final = 40


def text_of(chance: random.Random, sentences: list[str], length: int) -> str:
    text = ""
    while len(text) < length:
        text += f"{chance.choice(sentences)} "
    return text[:length]


def milliseconds(text: str) -> float:
    begun = time.perf_counter()
    review_message(text)
    return (time.perf_counter() - begun) * 1000


def typed(chance: random.Random, sentences: list[str], length: int) -> list[float]:
    """Type on at the end of a text that was looked at before, sentence after sentence."""
    text = text_of(chance, sentences, length)
    review_message(text)
    keys = []
    for key in text_of(chance, sentences, KEYS):
        text += key
        keys.append(milliseconds(text))
    return keys


def main() -> int:
    chance = random.Random(1)
    sentences = [row.text for row in load("messages", "train") if not row.harm and "\n" not in row.text]
    review_message(sentences[0])
    fresh = [milliseconds(text_of(chance, sentences, LENGTH)) for _ in range(FRESH)]
    found = {
        "typed": typed(chance, sentences, LENGTH),
        "fresh": fresh,
        "long": [milliseconds(text_of(chance, sentences, LONG)) for _ in range(3)],
    }
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
