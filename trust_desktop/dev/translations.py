"""Catalogues of the window's strings: extract them, fill in English plurals, compile, and make a pseudo-language."""

import re
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from trust_desktop.dev import strings

__all__ = [
    "ENGLISH",
    "compile_catalogue",
    "extract",
    "is_pseudo",
    "make_pseudo",
    "pseudo",
    "refresh_english",
    "source_files",
]

_CHECKOUT: Final = Path(__file__).resolve().parents[2]
ENGLISH: Final = _CHECKOUT / "resources" / "i18n" / "daybook_en.ts"
_SOURCES: Final = ("ui", "app.py", "__main__.py")
_ACCENTED: Final = str.maketrans(
    "aceinosuyzACEINOSUYZ",
    "áçéîñóšúýžÁÇÉÎÑÓŠÚÝŽ",
)
_START: Final = "⟦"
_END: Final = "⟧"
_FILLER: Final = "·"
_GROWTH: Final = 0.4
_UNDECIDED: Final = re.compile(r"\w\([a-z]{1,4}\)")


def source_files() -> list[Path]:
    """Where strings for the person stand."""
    package = _CHECKOUT / "trust_desktop"
    return sorted(
        path
        for name in _SOURCES
        for path in [package / name, *(package / name).rglob("*.py")]
        if path.is_file()
    )


def extract(catalogue: Path, *, plural_only: bool) -> None:
    """Update `catalogue` from the code; strings that are gone leave it."""
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder, "strings.py")
        found.write_text(strings.for_lupdate(strings.find(source_files())), encoding="utf-8")
        _run_tool(
            "lupdate",
            *(["-pluralonly"] if plural_only else []),
            *("-silent", "-no-obsolete", "-locations", "none", "-source-language", "en_US"),
            *("-target-language", "en_US", str(found), "-ts", str(catalogue)),
        )


def compile_catalogue(catalogue: Path, target: Path) -> None:
    _run_tool("lrelease", "-silent", str(catalogue), "-qm", str(target))


def refresh_english(catalogue: Path = ENGLISH) -> list[str]:
    """Bring the English plurals up to date; the messages that still want their two forms written."""
    extract(catalogue, plural_only=True)
    tree = ElementTree.parse(catalogue)  # noqa: S314 - our own file
    missing = []
    for message in tree.iter("message"):
        forms = message.findall("translation/numerusform")
        source = message.findtext("source", "")
        if not all(form.text for form in forms):
            _fill_plural(message, forms, source)
        if any(_UNDECIDED.search(form.text or "") for form in forms):
            missing.append(source)
    tree.write(catalogue, encoding="utf-8", xml_declaration=True)
    compile_catalogue(catalogue, catalogue.with_suffix(".qm"))
    return missing


def make_pseudo(catalogue: Path) -> None:
    tree = ElementTree.parse(catalogue)  # noqa: S314 - our own file
    for message in tree.iter("message"):
        translation = message.find("translation")
        if translation is None:
            continue
        text = pseudo(message.findtext("source", ""))
        translation.attrib.pop("type", None)
        forms = translation.findall("numerusform")
        for form in forms:
            form.text = text
        if not forms:
            translation.text = text
    tree.write(catalogue, encoding="utf-8", xml_declaration=True)


def pseudo(source: str) -> str:
    """Accented and longer; fields in braces, tags, entities and %Ln stay as they are."""
    parts: list[str] = []
    protected = ""
    for character in source:
        if protected:
            protected += character
            if _is_closed(protected):
                parts.append(protected)
                protected = ""
        elif character in "{<%&":
            protected = character
        else:
            parts.append(character.translate(_ACCENTED))
    filler = _FILLER * max(1, round(len(source) * _GROWTH))
    return f"{_START}{''.join(parts)}{protected}{filler}{_END}"


def is_pseudo(text: str) -> bool:
    """Whether a shown text came through translation."""
    return text.replace("&", "").startswith(_START) and text.endswith(_END)


def _is_closed(protected: str) -> bool:
    closing = {"{": "}", "<": ">"}.get(protected[0])
    if closing:
        return protected.endswith(closing)
    return len(protected) > 1 and protected != "%L"  # %Ln, and the letter after a mnemonic's &


def _fill_plural(message: ElementTree.Element, forms: list[ElementTree.Element], source: str) -> None:
    """`%Ln day(s)` becomes "%Ln day" and "%Ln days"; other words are written by hand."""
    singular, plural = source.replace("(s)", ""), source.replace("(s)", "s")
    for form, text in zip(forms, (singular, plural), strict=True):
        form.text = text
    translation = message.find("translation")
    if translation is not None:
        translation.attrib.pop("type", None)


def _run_tool(name: str, *arguments: str) -> None:
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None:
        sys.exit("PySide6 is not installed here: use `python3 -m trust_desktop.dev translations`")
    suffix = ".exe" if sys.platform == "win32" else ""
    subprocess.run([str(Path(spec.origin).with_name(name + suffix)), *arguments], check=True, cwd=_CHECKOUT)


def main() -> int:
    unfinished = refresh_english()
    for source in unfinished:
        print(f"Write both forms by hand: {source}")
    return 1 if unfinished else 0


if __name__ == "__main__":
    sys.exit(main())
