"""What frightens or traps by its words alone, whatever a model thinks of it: harm that is threatened, and what is done in secret."""

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from trust_desktop import resources

from .harm import tells_in
from .phrases import PhraseBook
from .sentences import whole_sentences
from .words import Word, words

_THREATENED: Final = "threatened"
_SECRET: Final = "secret"


def threatens_harm(text: str) -> bool:
    """Return whether somebody says they will do harm, and tells of none: "or I will hurt the dog"."""
    hits = [hit for hit in _hits(text) if hit.name == _THREATENED]
    return bool(hits) and not any(tells_in(hit.others) for hit in hits) and not _tells_elsewhere(text, hits)


def is_in_secret(text: str) -> bool:
    """Return whether something is done without the other's knowledge: "I check your phone while you sleep"."""
    hits = [hit for hit in _hits(text) if hit.name == _SECRET]
    return bool(hits) and not _tells_elsewhere(text, hits)


class _Hit(NamedTuple):
    """A turn of phrase, the sentence it stands in, and the words of that without it."""

    name: str
    sentence: tuple[int, int]
    others: list[Word]


def _hits(text: str) -> Iterator[_Hit]:
    """Yield the turns of phrase that nothing before them in their sentence denies, or tells of somebody else."""
    book, turned = _lists()
    for start, end in whole_sentences(text):
        found = words(text[start:end])
        said = [word.plain for word in found]
        for name, first, behind in book.find(said):
            if not any(word in turned or word.endswith("n't") for word in said[:first]):
                yield _Hit(name, (start, end), [*found[:first], *found[behind:]])


def _tells_elsewhere(text: str, hits: list[_Hit]) -> bool:
    own = {hit.sentence for hit in hits}
    others = (each for each in whole_sentences(text) if each not in own)
    return any(tells_in(words(text[start:end])) for start, end in others)


@cache
def _lists() -> tuple[PhraseBook, frozenset[str]]:
    content = resources.content("guard")
    entries = ((name, phrase) for name in (_THREATENED, _SECRET) for phrase in content[name]["phrases"])
    return PhraseBook(entries), frozenset(content["turned"]["words"])
