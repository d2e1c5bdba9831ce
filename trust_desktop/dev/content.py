"""`content`: check the texts a counsellor may edit, and say by file and line what is not as it should be."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from trust_desktop.dev.environments import CHECKOUT
from trust_desktop.wording.phrases import parse
from trust_desktop.wording.remarks import MESSAGE_KINDS, OWN_KINDS, PLAIN_KINDS, REQUEST_KINDS, Kind

__all__ = ["check", "line_of", "problems"]

FOLDER: Final = CHECKOUT / "resources" / "content"
Place = tuple[str | int, ...]

_PHRASES: Final = {"phrases": ["phrase"]}
_GUARD: Final = (Kind.COVERT, Kind.BODY, Kind.PENANCE, Kind.ISOLATION, Kind.NO_REFUSAL, Kind.ENDLESS)
_SECTIONS: Final = [{"heading": "text", "paragraphs?": ["text"], "items?": ["text"]}]
_DOOR: Final = {"title": "text", "second": "text"}
_SIDE: Final = {"heading": "text", "questions": ["text"], "then_title": "text", "then": ["text"]}
_SERVICES: Final = [{"kind": "text", "name": "text?", "where": "text", "read?": "day"}]
_REWRITES: Final = {
    "swap": [{"words": "phrase", "with": "text?"}],
    "idea": [{"about": ["word"], "words": "text"}],
}
SHAPES: Final[dict[str, Any]] = {
    "remarks": {
        kind.value: {"title": "text", "reason": "text", "gentler": "text", "why": "text"} for kind in Kind
    }
    | {"mine": {kind.value: "text" for kind in OWN_KINDS}},
    "calm_message": {"message": dict.fromkeys(("greeting", "good", "need", "free", "own", "close"), "text")},
    "stings": {kind.value: _PHRASES for kind in MESSAGE_KINDS},
    "plain_stings": {kind.value: _PHRASES for kind in PLAIN_KINDS}
    | {
        "around": {key: ["phrase"] for key in ("before", "leads", "behind", "stronger")}
        | {key: ["word"] for key in ("verbs", "adjectives")}
    }
    | {
        "turned": {key: ["phrase"] for key in ("asked", "glad", "playful")}
        | {key: ["word"] for key in ("said", "own", "denied", "joyless")}
    },
    "requests": {kind.value: _PHRASES for kind in REQUEST_KINDS if kind is not Kind.SEVERAL_ASKS}
    | {"rewrites": _REWRITES},
    "pause": {
        "begin": {"heading": "text", "lead": "text"},
        "leaving": {"today": ["text"], "tomorrow": ["text"], "hint": "text"},
        "more": {"today": "text", "tomorrow": "text", "hint": "text"},
        "back": {"openers": ["text"], "hint": "text"},
        "soothe": {"no_rehearsing": "text", "ideas": ["text"]},
        "urge": {"private": "text", "alone_lead": "text"},
    },
    "openings": {
        **dict.fromkeys(("lead", "one_at_a_time", "offer", "private"), "text"),
        "steps": ["text"],
    },
    "guard": {kind.value: _PHRASES for kind in _GUARD}
    | {
        "threatened": {"phrases": ["phrase"]}
        | {key: ["text"] for key in ("saying", "limits", "measures")}
        | {key: ["word"] for key in ("reported", "quoting", "feared", "between")}
    }
    | {
        "clause": {
            key: ["word"]
            for key in ("parting", "beginning", "conditions", "own", "together", "asked", "others", "owners")
        }
    }
    | {
        "secret": {"watching": ["text"]}
        | {key: ["word"] for key in ("private", "people", "turned", "found")}
        | {key: ["phrase"] for key in ("watched", "unnoticed", "things")}
    }
    | {
        "watching_to_know": {"phrases": ["phrase"], "leads": ["text"], "looks": ["phrase"], "at": ["phrase"]}
        | {key: ["word"] for key in ("turned", "kept")}
    },
    "safety": dict.fromkeys(("title", "lead", "forgets", "forgets_here", "keeps"), "text")
    | {"you": _SIDE, "partner": _SIDE, "computer": {"heading": "text", "then": ["text"]}},
    "help": {
        "title": "text",
        "lead": "text",
        "danger": {"heading": "text", "paragraphs": ["text"]},
        "doors": dict.fromkeys(("look", "list", "protects", "method", "week", "keys"), _DOOR),
        "protects": {"title": "text", "sections": _SECTIONS},
        "method": {"title": "text", "lead": "text", "sections": _SECTIONS},
        "week": {"title": "text", "lead": "text"},
        "kept": {"heading": "text", "none": "text"},
    },
    "help_list": dict.fromkeys(("title", "lead", "written", "read", "elsewhere"), "text")
    | {
        "own": dict.fromkeys(("heading", "none", "careful"), "text"),
        "kinds": {"*": "text"},
        "anywhere": {"heading": "text", "entries": _SERVICES},
        "country": [{"code": "text", "name": "text", "written": "day", "entries": _SERVICES}],
    },
    "page_help": {
        "*": {
            "title": "text",
            "for": ["text"],
            "keys": [{"keys": "text", "does": "text"}],
            "stuck": [{"when": "text", "then": "text"}],
        }
    },
    "tour": {"card": [{"title": "text", "text": "text", "place?": "text", "button?": "text"}]},
    "missed_day": {"lead": "text", "ask": {"lead": "text", "words": ["text"], "write": "text"}},
    "leaving": {
        "destroy": dict.fromkeys(("title", "lead", "goes_heading", "stays_heading", "careful"), "text")
        | {"goes": ["text"], "stays": ["text"]},
        "erase": dict.fromkeys(("title", "lead", "goes_heading", "stays_heading", "others"), "text")
        | {"goes": ["text"], "stays": ["text"]},
        "take_off": dict.fromkeys(("title", "lead", "careful"), "text"),
        "ending": dict.fromkeys(("title", "lead", "waiting"), "text"),
        "ended": {"*": "text"},
        "leftovers": {"heading": "text"}
        | {system: {"tried": "text", "items": ["text"]} for system in ("linux", "windows", "macos")},
        "uninstall": {"heading": "text", "before": "text", "items": ["text"]},
    },
    "lock_help": {"title": "text", "sections": _SECTIONS},
    "harm": {
        "harm": {"acts": ["text"], "whom": ["word"], "phrases": ["text"]},
        "pain": {key: ["word"] for key in ("hurts", "me", "things", "adverbs", "openers")},
    },
}
"""What each file holds: tables by key, lists by the shape of one entry. A text with `?` may be empty, a key with `?` may
be missing, and `*` stands for any key. Other files hold any texts."""

_ANY: Final = "*"
_MAY_BE_EMPTY: Final = (("add",), ("lead",), ("words",))
_PHRASE: Final = re.compile(r"\^?[a-z0-9'/~* ]+\$?")
_WORD: Final = re.compile(r"[a-z']+")
_TABLE: Final = re.compile(r"\s*(\[{1,2})\s*([\w.\-]+)\s*\]{1,2}")
_KEY: Final = re.compile(r"\s*([\w\-]+)\s*=")
_PIECE: Final = re.compile(r'"""|"(?:[^"\\]|\\.)*"|\'[^\']*\'|[\[\]{},\n]|#[^\n]*|\d+|[\w.]+')


def check() -> int:
    found = [line for path in sorted(FOLDER.glob("*/*.toml")) for line in problems(path)]
    for line in found:
        print(line)
    return 1 if found else 0


def problems(path: Path) -> Iterator[str]:
    """Yield one line for each thing that is wrong: file, line, place, and what should stand there."""
    source = path.read_text(encoding="utf-8")
    try:
        tree = tomllib.loads(source)
    except tomllib.TOMLDecodeError as problem:
        line = re.search(r"line (\d+)", str(problem))
        yield f"{path.name}:{line[1] if line else source.count(chr(10)) + 1}: {problem}"
        return
    shape = SHAPES.get(path.stem, "any")
    for place, what in _unlike(tree, shape, ()):
        name = ".".join(str(step + 1) if isinstance(step, int) else step for step in place)
        yield f"{path.name}:{line_of(source, place)}: {name}: {what}"


def _unlike(found: object, shape: Any, place: Place) -> Iterator[tuple[Place, str]]:  # noqa: ANN401
    if isinstance(shape, dict):
        yield from _unlike_table(found, shape, place)
    elif isinstance(shape, list):
        if not isinstance(found, list):
            yield place, "a list should stand here"
            return
        for at, entry in enumerate(found):
            yield from _unlike(entry, shape[0], (*place, at))
            if entry in found[:at]:
                yield (*place, at), "stands here twice"
    elif shape == "any":
        yield from _empty(found, place)
    else:
        yield from _unlike_text(found, shape, place)


def _unlike_table(found: object, shape: dict[str, Any], place: Place) -> Iterator[tuple[Place, str]]:
    if not isinstance(found, dict):
        yield place, "a table should stand here"
        return
    for key in sorted(shape.keys() - found.keys() - {_ANY}):
        if not key.endswith("?"):
            yield place, f"{key} is missing"
    for key, value in found.items():
        of_key = next((shape[name] for name in (key, f"{key}?", _ANY) if name in shape), None)
        if of_key is None:
            yield (*place, key), "nobody reads this"
        else:
            yield from _unlike(value, of_key, (*place, key))


def _unlike_text(found: object, shape: str, place: Place) -> Iterator[tuple[Place, str]]:
    if shape == "day":
        if not isinstance(found, date):
            yield place, "a day such as 2026-11-24 should stand here, without quotes"
    elif not isinstance(found, str):
        yield place, "a text in quotes should stand here"
    elif not found.strip():
        if not shape.endswith("?"):
            yield place, "the text is empty"
    elif shape == "word" and not _WORD.fullmatch(found):
        yield place, "one word in small letters should stand here"
    elif shape == "phrase" and not _is_phrase(found):
        yield place, "words in small letters, perhaps with * / ~ ^ $, should stand here"


def _is_phrase(found: str) -> bool:
    if not _PHRASE.fullmatch(found):
        return False
    try:
        parse(found)
    except ValueError:
        return False
    return True


def _empty(found: object, place: Place) -> Iterator[tuple[Place, str]]:
    """Of a file without a shape of its own only this is looked at: an empty text shows as a hole in a page."""
    if isinstance(found, str) and not found.strip() and place[-1:] not in _MAY_BE_EMPTY:
        yield place, "the text is empty"
    inside = found.items() if isinstance(found, dict) else enumerate(found) if isinstance(found, list) else ()
    for key, value in inside:
        yield from _empty(value, (*place, key))


def line_of(source: str, place: Place) -> int:
    """Return the line, from 1, on which the value at a place stands; of what is missing, where its table begins."""
    lines = source.splitlines()
    tables: dict[tuple[str, ...], int] = {}
    here: Place = ()
    best, best_length = 1, -1
    at = 0
    while at < len(lines):
        table, key = _TABLE.match(lines[at]), _KEY.match(lines[at])
        if table:
            names = tuple(table[2].split("."))
            tables[names] = tables.get(names, -1) + 1
            here = (*names, tables[names]) if table[1] == "[[" else names
        current = (*here, key[1]) if key else here
        if place[: len(current)] == current and len(current) > best_length:
            best, best_length = at + 1, len(current)
            if key and len(place) > len(current):
                return _line_in_value("\n".join(lines[at:]).partition("=")[2], place[len(current) :], at + 1)
        at += 1
    return best


def _line_in_value(value: str, place: Place, line: int) -> int:
    """Walk the value's own brackets and commas to the entry."""
    wanted = place[0]
    if not isinstance(wanted, int):
        return line
    depth, entry = 0, 0
    for piece in _PIECE.finditer(value):
        text = piece.group()
        if text == "\n":
            line += 1
        elif depth == 1 and entry == wanted and text not in ",]" and text[0] != "#":
            return line
        elif text in "[{":
            depth += 1
        elif text in "]}":
            depth -= 1
            if depth == 0:
                break
        elif text == "," and depth == 1:
            entry += 1
    return line
