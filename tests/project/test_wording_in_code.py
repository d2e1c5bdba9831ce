"""Everything a person reads goes through translation; content files stand in every language."""

import ast
import shutil
import tomllib
from pathlib import Path

import pytest

from tests.support.source import CHECKOUT, RESOURCES, calls, is_text, place, product_files
from trust_desktop import resources
from trust_desktop.dev import strings, translations

pytestmark = pytest.mark.once

SHOWS_ITS_ARGUMENT = {
    "setText",
    "setTitle",
    "setSubTitle",
    "setPlaceholderText",
    "setAccessibleName",
    "setAccessibleDescription",
    "setToolTip",
    "setWhatsThis",
    "setStatusTip",
    "setButtonText",
    "setInformativeText",
    "addTab",
    "setTabText",
    "addAction",
    "addMenu",
    "addRow",
    "setPlainText",
    "setHtml",
    "setMarkdown",
    "QLabel",
    "QPushButton",
    "QToolButton",
    "QCheckBox",
    "QRadioButton",
    "QGroupBox",
    "QAction",
    "PrimaryButton",
    "QuietButton",
    "PlainButton",
    "GhostButton",
    "HoneyButton",
    "TitleLabel",
    "LeadLabel",
    "HeadingLabel",
    "BodyLabel",
    "SmallLabel",
    "CaptionLabel",
    "EmptyState",
    "LineField",
}
LANGUAGES = sorted(path.name for path in (RESOURCES / "content").iterdir() if path.is_dir())


def test_no_bare_literal_is_shown() -> None:
    found = [
        f"{place(path, call)}: {name}"
        for path in product_files("ui")
        for call, name in calls(path)
        if name in SHOWS_ITS_ARGUMENT
        and any(map(is_text, [*call.args, *(word.value for word in call.keywords if word.arg == "text")]))
    ]
    assert found == []


def test_no_sentence_is_glued_together() -> None:
    """Neither side of a plus may be a translated string: another language orders its words otherwise."""
    found = [
        place(path, node)
        for path in product_files("ui")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Add)
        and any(_is_translated(side) for side in (node.left, node.right))
    ]
    assert found == []


def _is_translated(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"tr", "translate"}
    )


def test_the_extraction_sees_every_translated_string() -> None:
    """A text that is put together before it is translated would be in no catalogue."""
    found = [
        place(path, call)
        for path in translations.source_files()
        for call, name in calls(path)
        if name == "tr" and (not call.args or not isinstance(call.args[0], ast.Constant))
    ]
    assert found == []
    assert len(strings.find(translations.source_files())) > 100


def test_the_english_plurals_are_up_to_date(tmp_path: Path) -> None:
    """Run `python3 -m trust_desktop.dev translations` when this fails."""
    catalogue = tmp_path / translations.ENGLISH.name
    shutil.copy(translations.ENGLISH, catalogue)
    assert translations.refresh_english(catalogue) == []
    assert catalogue.read_text(encoding="utf-8") == translations.ENGLISH.read_text(encoding="utf-8")
    compiled = translations.ENGLISH.with_suffix(".qm").read_bytes()
    assert catalogue.with_suffix(".qm").read_bytes() == compiled


@pytest.mark.parametrize("language", LANGUAGES)
def test_content_is_complete(language: str) -> None:
    english = {path.name: _shape(path) for path in (RESOURCES / "content" / "en").glob("*.toml")}
    other = {path.name: _shape(path) for path in (RESOURCES / "content" / language).glob("*.toml")}
    assert english
    assert other == english


def _shape(path: Path) -> object:
    """Keys and kinds of values; lists may differ in length, as languages do in examples."""

    def shape(value: object) -> object:
        if isinstance(value, dict):
            return {key: shape(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [shape(value[0])] if value else []
        return type(value).__name__

    return shape(tomllib.loads(path.read_text(encoding="utf-8")))


def test_content_falls_back_to_english() -> None:
    name = sorted((RESOURCES / "content" / "en").glob("*.toml"))[0].stem
    assert resources.content(name, "xx_YY") == resources.content(name, "en") == resources.content(name)
    with pytest.raises(FileNotFoundError, match="nothing-of-this-name"):
        resources.content("nothing-of-this-name")


def test_strings_are_found_in_every_form(tmp_path: Path) -> None:
    source = tmp_path / "view.py"
    source.write_text(
        'class View:\n  def a(self):\n    self.tr("one")\n    self.tr("%n day(s)", "", len(self.days) + 1)\n'
        'def b(value):\n  QCoreApplication.translate("Words", "%n week(s)", "", value.weeks)\n'
        'NAMES = {1: QT_TRANSLATE_NOOP("Names", "first", "the first of all")}\n',
        encoding="utf-8",
    )
    found = strings.TranslatableString
    assert strings.find([source]) == {
        found("View", "one"),
        found("View", "%n day(s)", plural=True),
        found("Words", "%n week(s)", plural=True),
        found("Names", "first", "the first of all"),
    }


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("&Save {count} of %Ln", ["&S", "{count}", "%Ln"]),
        ("<b>Now</b>", ["<b>", "</b>"]),
        ("{open", ["{open"]),
    ],
)
def test_the_pseudo_language_keeps_what_code_fills_in(source: str, kept: list[str]) -> None:
    text = translations.pseudo(source)
    assert all(part in text for part in kept)
    assert len(text) >= 1.3 * len(source)
    assert translations.is_pseudo(text)
    assert not translations.is_pseudo(source)


def test_the_checkout_is_where_resources_says() -> None:
    assert CHECKOUT / "resources" == resources.ROOT
    assert resources.text("i18n", "daybook_en.ts").startswith("<?xml")
