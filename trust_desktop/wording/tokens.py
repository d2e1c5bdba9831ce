"""Texts as the tokens that turns of phrase and the model are made of, each with its place."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

TIME: Final = "<time>"
NUMBER: Final = "<number>"
CAPS: Final = "<caps>"
"""Stands before a word in capitals, where not the whole text is."""

_LONGEST_WORD: Final = 40
_TOKEN: Final = re.compile(
    r"(?P<time>(?<![\d])\d{1,2}[:.]\d{2}(?!\d))"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:['\u2019\u2018\u02bc`\u00b4][^\W\d_]+)*)"
    r"|(?P<dots>\.{2,}|\u2026)"
    r"|(?P<stress>[!?][!?]*)"
    r"|(?P<other>[^\s\w]|_)"
)
_SAME: Final = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u02bc": "'", "`": "'", "\u00b4": "'", "\u201c": '"', "\u201d": '"'}
    | {"\u201e": '"', "\u00ab": '"', "\u00bb": '"', "\u2013": "-", "\u2014": "-", "\u2212": "-"}
)
_DRAWN_OUT: Final = re.compile(r"(.)\1{2,}")
NO_APOSTROPHE: Final = {
    "aint": "ain't", "arent": "aren't", "cant": "can't", "couldnt": "couldn't", "didnt": "didn't", "doesnt": "doesn't",
    "dont": "don't", "hadnt": "hadn't", "hasnt": "hasn't", "havent": "haven't", "isnt": "isn't", "mustnt": "mustn't",
    "neednt": "needn't", "shouldnt": "shouldn't", "wasnt": "wasn't", "werent": "weren't", "wont": "won't",
    "wouldnt": "wouldn't", "im": "i'm", "ive": "i've", "youre": "you're", "youve": "you've", "youd": "you'd",
    "youll": "you'll", "theyre": "they're", "theyve": "they've", "thats": "that's", "theres": "there's",
    "whats": "what's", "wheres": "where's", "hes": "he's", "shes": "she's", "lets": "let's",
}  # fmt: skip


class Token(NamedTuple):
    """One word or mark: in its plain form, with its place in code points of the text."""

    plain: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.plain[0].isalpha()


def tokens(text: str) -> tuple[Token, ...]:
    """Return every word, number, mark and emoji in order; nothing but white space is left out."""
    return tuple(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    stressed = not text.isupper()
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        kind, written = match.lastgroup, match.group()
        if kind == "word":
            if stressed and len(written) > 1 and written.isupper():
                yield Token(CAPS, start, start)
            yield Token(_plain_word(written), start, end)
        elif kind == "time":
            yield Token(TIME, start, end)
        elif kind == "number":
            yield Token(NUMBER, start, end)
        elif kind == "dots":
            yield Token("\u2026", start, end)
        elif kind == "stress":
            yield Token(_stress(written), start, end)
        else:
            yield Token(written.translate(_SAME), start, end)


@lru_cache(maxsize=4_096)
def _plain_word(written: str) -> str:
    word = _DRAWN_OUT.sub(r"\1\1", written[:_LONGEST_WORD].translate(_SAME).casefold())
    return NO_APOSTROPHE.get(word, word)


def _stress(written: str) -> str:
    if len(written) == 1:
        return written
    return "?!" if "?" in written and "!" in written else written[:2]
