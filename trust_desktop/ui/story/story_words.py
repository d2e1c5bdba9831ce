"""The story in words: as it is copied and printed, its parts in their order."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextDocument

from trust_desktop.domain.story import StoryPart
from trust_desktop.ui.common.paper import TITLE, Paper
from trust_desktop.ui.content import Content


def as_text(story: Mapping[StoryPart, str]) -> str:
    return "\n\n".join(f"{heading}\n{words}" for heading, words in _sections(story))


def as_document(story: Mapping[StoryPart, str]) -> QTextDocument:
    paper = Paper()
    paper.line(QCoreApplication.translate("StoryWords", "My story so far"), TITLE, said=True)
    for heading, words in _sections(story):
        paper.section(heading, words)
    return paper.document


def _sections(story: Mapping[StoryPart, str]) -> list[tuple[str, str]]:
    content = Content("story")
    return [
        (content.text(part.value, "heading"), story[part].strip())
        for part in StoryPart
        if story[part].strip()
    ]
