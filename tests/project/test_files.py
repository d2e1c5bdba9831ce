"""The files around the code: changelog, lock, decisions, and nothing of the machine they were made on."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.support.source import CHECKOUT, RESOURCES, own_files
from trust_desktop import __version__

pytestmark = pytest.mark.once

LOCK = RESOURCES / "requirements.lock"
WORDS_LOCK = CHECKOUT / "training" / "requirements.lock"
ENCODER_LOCK = CHECKOUT / "training" / "encoder.lock"
PARTS = ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")


def test_changelog_keeps_its_form() -> None:
    lines = (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# Changelog"
    versions = [line for line in lines if line.startswith("## ")]
    assert versions[0] == "## [Unreleased]"
    assert [
        line for line in versions[1:] if not re.fullmatch(r"## \[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}", line)
    ] == []
    assert {line for line in lines if line.startswith("### ")} <= {f"### {part}" for part in PARTS}
    after_parts = "\n".join(lines).split("### ")[1:]
    assert after_parts
    assert all("\n- " in part for part in after_parts)


@pytest.mark.parametrize(("lock", "least"), [(LOCK, 41), (WORDS_LOCK, 20), (ENCODER_LOCK, 1)])
def test_lock_pins_every_requirement_by_hash_and_names_no_address(lock: Path, least: int) -> None:
    text = lock.read_text(encoding="utf-8")
    assert re.search(r"https?:|file:|://|--index-url|--find-links|--extra", text) is None
    requirements = re.split(r"\n(?=\S)", text.strip())
    loose = [entry for entry in requirements if "==" not in entry or "--hash=sha256:" not in entry]
    assert loose == []
    assert len(requirements) >= least


def test_lock_holds_what_the_project_asks_for() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    locked = {_name(line) for line in LOCK.read_text(encoding="utf-8").splitlines() if "==" in line}
    asked = {
        _name(entry) for entry in [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    }
    assert asked - locked == set()
    assert "pyside6-essentials==6.11.3 " in LOCK.read_text(encoding="utf-8")


def _name(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found
    return found.group().lower().replace("_", "-").replace(".", "-")


def test_decisions_are_half_a_page_in_four_parts() -> None:
    decisions = sorted((CHECKOUT / "docs" / "decisions").glob("*.md"))
    assert decisions
    for path in decisions:
        text = path.read_text(encoding="utf-8")
        assert text.startswith("# "), path
        missing = [
            part for part in ("Context", "Decision", "Alternatives", "Consequences") if part not in text
        ]
        assert missing == [], path
        assert len(text.splitlines()) <= 45, path


def test_no_place_of_a_machine_is_committed() -> None:
    """Home folders, work folders and private addresses tell of the person who wrote it."""
    machine = re.compile(
        r"/(home|Users)/[a-z]\w+/|/root/|/work/|file:///|(?<![\d.])(10|192\.168)\.\d+\.\d+\.\d+"
    )
    found = [
        f"{path.relative_to(CHECKOUT)}: {match.group()}"
        for path in own_files()
        if path.suffix in {".py", ".md", ".toml", ".lock", ".spec", ".ts", ""}
        and path.name != "test_files.py"
        for match in [machine.search(path.read_text(encoding="utf-8", errors="replace"))]
        if match
    ]
    assert found == []


def test_version_is_a_release_number() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)
