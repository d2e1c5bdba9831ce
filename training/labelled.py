"""The project's own labelled sentences, in the files that people wrote them in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from trust_desktop.wording.remarks import MESSAGE_KINDS, REQUEST_KINDS, Kind

SENTENCES: Final = Path(__file__).resolve().parent / "sentences"
PARTS: Final = ("train", "test", "later")
"""What is learned from, what was kept back from the beginning, and what others wrote when the models were made."""
_KINDS: Final = {"messages": MESSAGE_KINDS, "everyday": MESSAGE_KINDS, "requests": REQUEST_KINDS, "harm": ()}
_PLAIN: Final = {"messages": "kind", "everyday": "kind", "requests": "clear", "harm": "kind"}
_HARM: Final = "harm"
_MARKED: Final = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text with what a reader said of it: `kinds` the main one first, none where nothing stings or is unclear.

    `marked` are the spans, in code points, that a reader found the sting in; few files have them.
    """

    text: str
    kinds: tuple[Kind, ...]
    harm: bool
    sitting: str
    theme: str
    marked: tuple[tuple[int, int], ...]


class LabelError(ValueError):
    """A line of a file that cannot be read, named by file and line."""


def load(task: str, part: str) -> list[Labelled]:
    """Return the texts of a task ("messages", "everyday", "requests", "harm") and part (one of `PARTS`), by file and line."""
    return [row for path in files(task, part) for row in read(path, task)]


def files(task: str, part: str) -> list[Path]:
    """Return the files of a task (those of `load`, and "plans") and part, in order."""
    return sorted((SENTENCES / part).glob(f"{task}-*"))


def fingerprint(*tasks: str) -> str:
    """Return a digest of all texts that a model is made from."""
    digest = sha256()
    for task in tasks:
        for path in files(task, "train"):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def read(path: Path, task: str) -> Iterator[Labelled]:
    sitting, theme = path.stem.partition("-")[2], ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#"):
            theme = line.removeprefix("#").strip().removeprefix("theme:").strip()
        elif line.strip():
            try:
                yield _row(line, task, sitting, theme)
            except ValueError as problem:
                raise LabelError(f"{path.name}:{number}: {problem}") from None


def _row(line: str, task: str, sitting: str, theme: str) -> Labelled:
    label, bar, text = line.partition(" | ")
    if not bar or not text.strip():
        raise ValueError("a line is `label | text`")
    names = [name.strip() for name in label.split(",")]
    if names in ([_PLAIN[task]], [_HARM]):
        kinds: tuple[Kind, ...] = ()
    else:
        kinds = tuple(Kind(name) for name in names)
        if not set(kinds) <= set(_KINDS[task]):
            raise ValueError(f"no kind of these: {label}")
    plain, marked = _unmarked(text.strip().replace(" // ", "\n"))
    return Labelled(plain, kinds, names == [_HARM], sitting, theme, marked)


def _unmarked(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    spans, plain, at = [], "", 0
    for match in _MARKED.finditer(text):
        plain += text[at : match.start()]
        spans.append((len(plain), len(plain) + len(match[1])))
        plain += match[1]
        at = match.end()
    return plain + text[at:], tuple(spans)


def remainder(row: Labelled) -> str:
    """Return the text without what was marked."""
    kept, at = "", 0
    for start, end in row.marked:
        kept += row.text[at:start]
        at = end
    return (kept + row.text[at:]).strip()


def by_sitting(rows: Iterable[Labelled]) -> dict[str, list[Labelled]]:
    found: dict[str, list[Labelled]] = {}
    for row in rows:
        found.setdefault(row.sitting, []).append(row)
    return found
