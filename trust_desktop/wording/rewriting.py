"""A text with words taken out or put in, so that what is left still reads as a sentence."""

import re
from collections.abc import Collection, Sequence
from itertools import islice
from typing import Final

from .tokens import CAPS, Token

AND: Final = "and"
_OR: Final = "or"
_BUT: Final = "but"
_PARTING: Final = frozenset(
    {",", ";", ":", "-", "\u2026", "(", ")", ".", "!", "?", "!!", "??", "?!", "/", "\n"}
)
JOINING: Final = frozenset(
    {
        "but",
        "although",
        "though",
        "however",
        "yet",
        "except",
        "because",
        "so",
        "unless",
        "or",
        "since",
        "while",
    }
)
HANGING: Final = frozenset({"unless", "while"})
"""What begins with one of these says nothing by itself: "unless I ask"."""
_TURNING: Final = frozenset({"but", "however", "yet"})
_DROPPED: Final = JOINING - HANGING | {AND}
_ALL_BUT: Final = frozenset({"nothing", "nobody", "anyone", "anybody", "anything", "everyone", "everybody"})
_BUT_FOR: Final = frozenset({"a", "an", "yourself"})
_SO: Final = "so"
_SUBJECTS: Final = frozenset(
    {
        *("i", "i'm", "i've", "i'll", "i'd", "you", "you're", "you've", "you'll", "you'd", "u"),
        *("ur", "we", "we're", "we've", "we'll", "we'd", "he", "he's", "he'll", "she", "she's"),
        *("she'll", "it", "it's", "its", "they", "they're", "they'll", "there", "there's", "that"),
        *("that's", "this", "these", "those", "the", "a", "an", "my", "your", "his", "her", "our"),
        *("their", "nobody", "everybody", "everyone", "let's", "please", "thank", "thanks", "when"),
        *("if", "now", "today", "tonight", "tomorrow", "here's", "don't", "do", "can", "could"),
        *("would", "what"),
    }
)
"""What a clause is about that begins with "so"; before any other word it only makes that stronger: "you are so selfish"."""
_NAMING: Final = {"a": 3, "an": 3, "no": 2} | dict.fromkeys(
    ("the", "my", "your", "his", "her", "our", "their"), 2
)
"""With so many words behind "and" what begins with one of these names somebody or something: "me and the kids"."""
_DOING: Final = frozenset(
    {
        *("i", "i'm", "i've", "i'll", "i'd", "you", "you're", "you've", "we", "we're", "we've", "we'll"),
        *("he", "he's", "she", "she's", "it's", "they", "they're", "that's", "am", "is", "are", "was"),
        *("were", "has", "doesn't", "isn't", "wasn't", "nothing", "nobody", "everything", "everyone"),
        *("please", "thank", "thanks"),
    }
)
"""A word of these, and another behind it, makes a clause of what begins with none of `_SUBJECTS`: "sometimes I cry"."""
_OF_THE_SAME: Final = frozenset({"thank", "thanks", "please", "do", "don't", "can", "could", "would"})
"""Behind "or" these begin nothing new: "you never say sorry or thank you"."""
_PHRASE: Final = 2
_HAPPENED: Final = frozenset(
    {"came", "left", "went", "broke", "fell", "hurt", "hit", "made", "took", "told", "said", "rang", "got"}
)
"""With "-s" and "-ed", what a third word behind "a" tells: "a fight starts", and not "a bad father"."""
_BY_ITSELF: Final = frozenset({"sorry", "goodbye", "bye", "congratulations"})
"""What says something without a verb: "goodbye", "sorry about dinner"."""
_TOWARDS: Final = frozenset({"to", "of", "at", "for", "with", "about", "as", "on", "like", "than", "in"})
_MAY_BE_IS: Final = "'s"
_ASKING: Final = frozenset({"do", "don't", "can", "could", "would"})
"""A hyphen parts before these only where they ask: "listen-can we talk", and not "a tin-can"."""
_COMPOUNDS: Final = frozenset({("thank", "you"), ("post", "it")})
_ENDING: Final = frozenset(".!?\u2026")
_INNER: Final = frozenset(",;:\u2013\u2014-")
_LEAST_WORDS: Final = 2
_ORPHANS: Final = " \t\u00a0,;:\u2013\u2014([-"
_BULLET: Final = re.compile(r"[^\S\n]*(?:[\u2013\u2014\u2022*-]|\d+[.)])$")
"""From the beginning of a line: one on which nothing stands but the mark of a list."""
_LINE_ENDS: Final = re.compile(r"[.!?\u2026]*[^\S\n]*(?:\n|$)")
_CLOSING: Final = {
    "(": re.compile(r"\s*[.!?\u2026]*\)"),
    "[": re.compile(r"\s*[.!?\u2026]*\]"),
    "*": re.compile(r"[.!?\u2026]*\*"),
    "_": re.compile(r"[.!?\u2026]*_"),
}
_BRACKETS: Final = "(["
_BRACKET_ENDS: Final = frozenset(")]")
_LINE: Final = "\n"
_HYPHEN: Final = "-"
_IN_WORD: Final = "\u2010"


def hyphened(text: str, found: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens with each hyphen inside a word told from a dash: "a joke-teller" is one clause.

    Before what begins a clause it is a dash, blanks around it or none: "you never listen-I am tired".
    """
    if _HYPHEN not in text:
        return found
    return [
        token._replace(plain=_IN_WORD)
        if _is_in_word(text, token) and not _begins_clause(text, found, at)
        else token
        for at, token in enumerate(found)
    ]


def _is_in_word(text: str, token: Token) -> bool:
    start, end = token.start, token.end
    around = text[start - 1 : start], text[end : end + 1]
    return text[start:end] == _HYPHEN and all(map(str.isalpha, around))


def _begins_clause(text: str, found: Sequence[Token], at: int) -> bool:
    """Whether behind the hyphen at a place stand a subject and more; "know-it-all" and "thank-you" are words of their own."""
    before = found[at - 1]
    subject, *more = [token for token in found[at + 1 : at + 5] if token.plain != CAPS]
    if not more or not more[0].is_word or subject.plain not in _SUBJECTS:
        return False
    if text[before.start - 1 : before.start] == _HYPHEN or (before.plain, subject.plain) in _COMPOUNDS:
        return False
    return subject.plain not in _ASKING or more[0].plain in _SUBJECTS


def clause_around(found: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Return the clause, first token and behind the last, that holds the tokens from `first` to before `last`."""
    while first > 0 and not parts(found, first):
        first -= 1
    while last < len(found) and not parts(found, last):
        last += 1
    return first, last


def parts(found: Sequence[Token], at: int) -> bool:
    """Whether a new clause begins at this token: a mark that parts, or a word that joins."""
    word = found[at].plain
    behind = found[at + 1].plain if at + 1 < len(found) else ""
    if word == _SO and found[at - 1].plain not in _PARTING:
        return behind in _SUBJECTS
    if word == _BUT and found[at - 1].plain in _ALL_BUT and behind in _BUT_FOR:
        return False
    return word in JOINING or word in _PARTING or found[at - 1].plain in _PARTING


def before_of(found: Sequence[Token], at: int) -> int:
    """Return the place of the token before this one, -1 where there is none; the mark of a word in capitals is none."""
    return at - 2 if at > 0 and found[at - 1].plain == CAPS else at - 1


def is_of_the_same(words: Sequence[str], joint: str) -> bool:
    """Whether words behind "and" or "or", the joint, are no clause of their own: "selfish and lazy", "me and the kids"."""
    first = words[0] if words else ""
    if first in _NAMING:
        return len(words) <= _NAMING[first] and not any(map(_happens, words[_PHRASE:]))
    own = _OF_THE_SAME if joint == _OR else frozenset()
    return first not in _SUBJECTS - own and (_DOING - own).isdisjoint(words[:-1])


def _happens(word: str) -> bool:
    return word in _HAPPENED or word.endswith("ed") or (word.endswith("s") and not word.endswith("ss"))


def is_no_sentence(words: Sequence[str], adjectives: Collection[str]) -> bool:
    """Whether words behind "and" have no room for a verb beside what they name: "the kids", "full of lies", "rude to my mother".

    The "'s" of "dinner's in the oven" may be one, and what is no adjective too: "stay with Sam".
    """
    first, *more = words
    if first in _BY_ITSELF or any(word.endswith(_MAY_BE_IS) for word in words[:-1][:_PHRASE]):
        return False
    named = 2 if more[1:] and more[1] in _NAMING else 1
    if first in _NAMING or not more:
        return True
    return first in adjectives and more[0] in _TOWARDS and len(more) <= 1 + named


def without(text: str, start: int, end: int) -> str | None:
    """Return the text without the code points `start` to `end`, tidied; None where too little is left to say.

    Lines and paragraphs around stay such; a line is a sentence of its own, whether a stop ends it or not.
    """
    start, end = _with_brackets(text, start, end)
    before, after = text[:start].rstrip(), text[end:].lstrip()
    gaps = text[len(before) : start], text[end : len(text) - len(after)]
    bullet = _BULLET.match(before, before.rfind(_LINE) + 1)
    if bullet and _LINE_ENDS.match(text, end):
        before = before[: bullet.start()].rstrip()
        gaps = text[len(before) : bullet.start()], gaps[1]
    begins = not before or bullet or _is_over(before.rstrip(_BRACKETS)) or _LINE in gaps[0]
    ends = not after or after[0] in _ENDING or _LINE in gaps[1]
    if begins:
        if not after or after[0] in _ENDING or not ends:
            after = _begun(after, capital=text[start : start + 1].isupper() or not before)
            before = before if after else before.rstrip(_BRACKETS).rstrip()
    elif ends:
        before = before.rstrip(_ORPHANS)
        after = after or "."
    else:
        before, after = _joined(before, after)
    left = f"{before}{_gap(before, after, *gaps)}{after.lstrip()}".strip()
    enough = list(islice(re.finditer(r"\w+", left), _LEAST_WORDS))
    return left if len(enough) >= _LEAST_WORDS else None


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the place with the brackets around it, or the marks that stress it, where nothing else stands between them."""
    while True:
        opens = start - 1
        while opens >= 0 and text[opens].isspace():
            opens -= 1
        mark = text[opens] if opens >= 0 else ""
        closing = _CLOSING.get(mark) if mark in _BRACKETS or opens == start - 1 else None
        closed = closing and closing.match(text, end)
        if not closed:
            return start, end
        start, end = opens, closed.end()


def _is_over(before: str) -> bool:
    """Whether a sentence is over, whatever quotation marks, brackets or pictures stand behind its stop."""
    for char in reversed(before):
        if char in _ENDING:
            return True
        if char.isalnum() or char in _INNER or char in _BRACKETS:
            return False
    return False


def _joined(before: str, after: str) -> tuple[str, str]:
    """Return both sides of what stood in the midst of a sentence, with one mark between them where there were two."""
    if before[-1] in _BRACKETS and after[0] in _INNER:
        return before, after[1:].lstrip()
    if before[-1] in _INNER and after[0] in _INNER | _BRACKET_ENDS:
        return before[:-1].rstrip(), after
    return before, after


def _gap(before: str, after: str, *gaps: str) -> str:
    """Return what stands between the two sides: the wider of the line breaks that stood there, else a blank where one belongs."""
    ahead = after[: len(after) - len(after.lstrip())]
    widest = max((*gaps, ahead), key=lambda gap: gap.count(_LINE))
    if _LINE in widest:
        return widest
    opened, closing = before[-1:] in _BRACKETS, after[:1] in _ENDING | _BRACKET_ENDS | {",", ";", ":"}
    close = not before or not after or opened or closing
    return "" if close else " "


def _begun(rest: str, *, capital: bool) -> str:
    """Begin what is left of a sentence, without the marks and the joining word that led to it, where it can do without.

    What is a sentence of its own loses no more than a "but".
    """
    joining = _TURNING if rest[:1] in _ENDING else _DROPPED
    rest = rest.lstrip(" ,;:.!?\u2013\u2014)]-\u2026")
    first, _, more = rest.partition(" ")
    if first.casefold() in joining and more:
        rest = more
    return rest[:1].upper() + rest[1:] if capital else rest


def replaced(text: str, start: int, end: int, words: str) -> str:
    """Return the text with other words from `start` to `end`, in capitals where those began with one."""
    if text[start : start + 1].isupper():
        words = words[:1].upper() + words[1:]
    return f"{text[:start]}{words}{text[end:]}"
