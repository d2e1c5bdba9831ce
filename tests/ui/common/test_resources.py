"""The bundled pictures and letters: all there, none too many, each with its licence."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

import trust_desktop
from trust_desktop import resources
from trust_desktop.ui.fonts import serif_family

ICONS = sorted(resources.path("icons").glob("*.svg"))
PACKAGE = Path(trust_desktop.__file__).parent


def test_every_icon_is_used_somewhere() -> None:
    source = "\n".join(file.read_text(encoding="utf-8") for file in (PACKAGE / "ui").rglob("*.py"))

    assert [icon.stem for icon in ICONS if f'"{icon.stem}"' not in source] == []


def test_every_icon_that_is_asked_for_is_there() -> None:
    asked = set()
    for file in (PACKAGE / "ui").rglob("*.py"):
        asked |= set(
            re.findall(r'icon_name="([a-z0-9-]+)"|(?:IconButton|\bicon)\(\s*"([a-z0-9-]+)"', file.read_text())
        )

    names = {name for pair in asked for name in pair if name}
    assert names
    assert names <= {icon.stem for icon in ICONS}


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.stem)
def test_an_icon_takes_the_colour_and_the_stroke_it_is_given(qtbot: QtBot, icon: Path) -> None:
    source = icon.read_text(encoding="utf-8")

    assert QSvgRenderer(str(icon)).isValid()
    assert 'viewBox="0 0 24 24"' in source
    assert source.count("currentColor") == source.count('stroke-width="2"') == 1


@pytest.mark.parametrize(
    ("folder", "licence"), [("icons", "ISC License"), ("fonts", "SIL OPEN FONT LICENSE")]
)
def test_a_licence_lies_beside_them(folder: str, licence: str) -> None:
    texts = [file.read_text(encoding="utf-8") for file in resources.path(folder).glob("*.txt")]

    assert any(licence in text for text in texts)


def test_the_serif_covers_the_alphabets_it_is_bundled_for(qtbot: QtBot) -> None:
    assert serif_family() in QFontDatabase.families()
    covered = set(QFontDatabase.writingSystems(serif_family()))
    wanted = QFontDatabase.WritingSystem

    assert {wanted.Latin, wanted.Greek, wanted.Cyrillic, wanted.Vietnamese} <= covered
