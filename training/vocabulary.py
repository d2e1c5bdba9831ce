"""The words that the program knows how to spell: counted in the training sentences, those of the content files, and acts of harm."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from training.encoder import pieces, wheel
from training.labelled import load
from trust_desktop import resources
from trust_desktop.wording.tokens import tokens
from trust_desktop.wording.words import all_forms

CAREFUL: Final = ("messages", "requests")
TYPED: Final = ("everyday", "harm")
"""Their writers were asked for slips of the fingers, and make the same ones twice."""

COMMON: Final = 12
"""A word in so many training texts may be what somebody meant."""
KNOWN: Final = 2
"""A word in so many careful texts is no slip of the fingers, nor is one of any text that the encoder knows whole: "shoving" is no "showing".

In so many of the others it is none where the encoder knows what it is made from: "scaring" is no "sharing".
"""
_SHORTEST: Final = 3
_ENDINGS: Final = ("ing", "ed", "es", "s", "'s", "er", "ly")
_WORD: Final = re.compile(r"[a-z']+")


def write(path: Path) -> None:
    """Write common words, the most frequent first, an empty line, and the others that are known."""
    careful, typed = _seen(CAREFUL), _seen(TYPED)
    seen = careful + typed
    common = sorted((word for word in seen if seen[word] >= COMMON), key=lambda word: (-seen[word], word))
    encoder = set(pieces(wheel()))
    known = {word for word in careful if careful[word] >= KNOWN} | (set(seen) & encoder)
    known |= {word for word in typed if typed[word] >= KNOWN and not encoder.isdisjoint(_bases(word))}
    rest = sorted((known | _content_words() | _acts()) - set(common))
    path.write_text("\n".join([*common, "", *rest, ""]), encoding="utf-8")


def _seen(tasks: Iterable[str]) -> Counter[str]:
    """Return in how many training texts each word stands."""
    return Counter(
        word
        for task in tasks
        for row in load(task, "train")
        for word in {token.plain for token in tokens(row.text) if token.is_word and token.plain.isascii()}
        if len(word) >= _SHORTEST
    )


def _bases(word: str) -> Iterator[str]:
    """Yield what a word may be made from by an ending."""
    for ending in _ENDINGS:
        base = word.removesuffix(ending)
        if base != word and len(base) >= _SHORTEST:
            yield from (base, f"{base}e")
            if base[-1] == base[-2]:
                yield base[:-1]


def _content_words() -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in resources.path("content", "en").glob("*.toml"))
    return {word for text in texts for word in _WORD.findall(text.casefold()) if len(word) >= _SHORTEST}


def _acts() -> set[str]:
    """Return every form of an act of harm: none may be read as a slip of something else."""
    content = tomllib.loads(resources.text("content", "en", "harm.toml"))
    return {word for word in all_forms(content["harm"]["acts"]) if len(word) >= _SHORTEST}
