"""Reading words takes little room, however much was read before."""

import os
import subprocess
import sys
from typing import Final

from training.labelled import load

MOST: Final = 30.0
"""Mebibytes, models and everything kept of what was read."""
TEXTS: Final = 1_500
_PROGRAM: Final = """
import gc, sys
texts = sys.stdin.read().split("\\0")

def held():
    gc.collect()
    lines = open("/proc/self/smaps_rollup").read().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Rss:")) / 1024

before = held()
from trust_desktop.wording import review_message
review_message(texts[0])
first = held() - before
found = sum(len(review_message(text)) for text in texts)
print(first, held() - before, found)
"""


def test_fifteen_hundred_different_texts_take_thirty_mebibytes_at_most() -> None:
    texts = [row.text for row in load("messages", "train") if not row.harm][::40][:TEXTS]
    assert len(texts) == TEXTS
    own = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    ran = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        input="\0".join(texts),
        env=own,
        text=True,
        encoding="utf-8",
        capture_output=True,
        check=True,
    )
    first, after, found = map(float, ran.stdout.split())
    assert found > TEXTS / 4  # they were read
    assert first <= after <= MOST
