"""A counsellor's mistake in a content file is said by file and line."""

from pathlib import Path

import pytest

from tests.support.source import RESOURCES
from trust_desktop.dev import commands, content

pytestmark = pytest.mark.once

EN = RESOURCES / "content" / "en"


def test_the_content_is_as_it_should_be(capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["content"]) == 0
    assert capsys.readouterr().out == ""


def broken(folder: Path, name: str, old: str, new: str) -> tuple[list[str], int]:
    """Return what is said of a file with one change, and the line of the change."""
    source = (EN / name).read_text(encoding="utf-8")
    assert old in source
    path = folder / name
    path.write_text(source.replace(old, new, 1), encoding="utf-8")
    return list(content.problems(path)), source[: source.index(old)].count("\n") + 1


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("stings.toml", '"slow clap"', '"Slow clap"', "small letters"),
        ("stings.toml", '"slow clap"', '"* clap"', "small letters"),
        ("stings.toml", '"slow clap"', '"gold star"', "twice"),
        ("stings.toml", '"slow clap"', "7", "in quotes"),
        ("stings.toml", "[ledger]", "[ledger]\nnotes = 1", "nobody reads this"),
        ("requests.toml", 'with = "by …" }', "with = 3 }", "in quotes"),
        ("requests.toml", 'about = ["phone", "screen"', 'about = ["two words", "screen"', "one word"),
        ("remarks.toml", 'title = "A late jab"', 'title = " "', "empty"),
        ("remarks.toml", 'title = "A late jab"', 'title = "A late jab', "line"),
        ("guard.toml", "[covert]\nphrases = [", "[covert]\nphrases = 1\nmore = [", "a list"),
        ("harm.toml", "[harm]", "harm = 1\n[other]", "a table"),
        ("help.toml", 'title = "', 'title = ""\nold = "', "empty"),
        ("help_list.toml", "written = 2026-11-26", 'written = "2026-11-26"', "a day such as"),
        ("help_list.toml", '{ kind = "men", ', '{ read = "lately", kind = "men", ', "a day such as"),
        ("tour.toml", 'place = "settings"', 'places = "settings"', "nobody reads this"),
        ("page_help.toml", "stuck = [", "stick = [", "nobody reads this"),
        ("safety.toml", "then_title = ", "then_titel = ", "nobody reads this"),
    ],
)
def test_a_mistake_is_said_with_its_line(tmp_path: Path, name: str, old: str, new: str, said: str) -> None:
    found, line = broken(tmp_path, name, old, new)
    assert any(said in each for each in found), found
    first = next(each for each in found if said in each)
    assert int(first.split(":")[1]) in range(line, line + 2)


def test_what_is_missing_is_said_where_its_table_begins(tmp_path: Path) -> None:
    found, line = broken(tmp_path, "remarks.toml", 'title = "A late jab"\n', "")
    assert found == [f"remarks.toml:{line - 1}: late_jab: title is missing"]


def test_the_command_says_it_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "harm.toml").write_text("[harm\n", encoding="utf-8")
    monkeypatch.setattr(content, "FOLDER", tmp_path)
    assert content.check() == 1
    assert capsys.readouterr().out.startswith("harm.toml:1: ")
