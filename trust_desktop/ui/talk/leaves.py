"""What is read out, one leaf at a time, and the same as a sheet to print or as words to copy."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QTextDocument

from trust_desktop.domain.plan import Action, ActionTerms, Plan
from trust_desktop.domain.talk import DECLINED
from trust_desktop.services.talking import AnswerView
from trust_desktop.ui.action_form.cadence_words import cadence_words
from trust_desktop.ui.action_form.openness_words import opened_for
from trust_desktop.ui.content import Content


@dataclass(frozen=True, slots=True)
class Leaf:
    """A heading, the words to read out, and quieter lines under them."""

    heading: str
    words: str
    lines: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        return "\n".join((self.heading, self.words, *self.lines))


def leaves_of(plan: Plan, views: Iterable[AnswerView], *, shares_why: bool) -> tuple[Leaf, ...]:
    """Return the leaves: something good, each need, what I do myself, and then listening.

    What was declined is not read out again before its day, and what has no words any more cannot be. Why each need matters to the person is private, and said
    only where it `shares_why`.
    """
    content = Content("talk")
    asked = [view.action for view in views if not _stays_out(view)]
    mine = [each for each in plan.commitments if each.ended is None and each.newest.terms.text]
    return (
        Leaf(content.text("sheet", "begin_heading"), content.text("sheet", "begin")),
        *_needs(asked, shares_why=shares_why),
        *_own(mine),
        Leaf(
            content.text("sheet", "back_heading"),
            content.text("sheet", "back"),
            (content.text("sheet", "back_more"),),
        ),
    )


def left_out(views: Iterable[AnswerView]) -> tuple[str, ...]:
    """Return why something that is asked for is not on the sheet, by its name in the content file."""
    every = tuple(views)
    declined = any(_is_declined(view) for view in every)
    wordless = any(not view.action.newest.terms.text for view in every)
    return ("declined",) * declined + ("wordless",) * wordless


def term_lines(terms: ActionTerms, *, shares_why: bool = False) -> tuple[str, ...]:
    """Return how often, how one will know, and until when: what belongs to the request and is said with it."""
    lines = [cadence_words(terms.cadence, terms.first_day)]
    if terms.known_by:
        pattern = QCoreApplication.translate("TalkLeaves", "I will know by: {words}")
        lines.append(pattern.format(words=terms.known_by))
    if terms.openness is not None:
        lines.append(opened_for(terms.openness))
    if terms.why and shares_why:
        pattern = QCoreApplication.translate("TalkLeaves", "It matters to me: {words}")
        lines.append(pattern.format(words=terms.why))
    return tuple(lines)


def as_text(leaves: Iterable[Leaf]) -> str:
    return "\n\n".join(leaf.spoken for leaf in leaves)


def as_document(leaves: Iterable[Leaf]) -> QTextDocument:
    """Black on white, whatever the window wears, and without a name or a date."""
    document = QTextDocument()
    document.setDefaultStyleSheet("h3 { margin-top: 18px; } p { margin-top: 4px; }")
    document.setHtml("".join(_html(leaf) for leaf in leaves))
    return document


def message_document(message: str) -> QTextDocument:
    document = QTextDocument()
    document.setPlainText(message)
    return document


def _html(leaf: Leaf) -> str:
    quiet = "".join(f"<p><small>{_escaped(line)}</small></p>" for line in leaf.lines)
    return f"<h3>{_escaped(leaf.heading)}</h3><p>{_escaped(leaf.words)}</p>{quiet}"


def _escaped(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _stays_out(view: AnswerView) -> bool:
    return not view.action.newest.terms.text or _is_declined(view)


def _is_declined(view: AnswerView) -> bool:
    return view.given is not None and view.given.answer in DECLINED and not view.look_again


def _needs(asked: Sequence[Action], *, shares_why: bool) -> list[Leaf]:
    pattern = QCoreApplication.translate("TalkLeaves", "What I ask for, {number} of {whole}")
    return _numbered(pattern, asked, lambda terms: term_lines(terms, shares_why=shares_why))


def _own(mine: Sequence[Action]) -> list[Leaf]:
    if len(mine) == 1:
        return _numbered(QCoreApplication.translate("TalkLeaves", "What I will do myself"), mine, _how_often)
    pattern = QCoreApplication.translate("TalkLeaves", "What I will do myself, {number} of {whole}")
    return _numbered(pattern, mine, _how_often)


def _how_often(terms: ActionTerms) -> tuple[str, ...]:
    return (cadence_words(terms.cadence, terms.first_day),)


def _numbered(
    pattern: str, actions: Sequence[Action], lines: Callable[[ActionTerms], tuple[str, ...]]
) -> list[Leaf]:
    locale, whole = QLocale(), len(actions)
    leaves = []
    for number, action in enumerate(actions, start=1):
        heading = pattern.format(number=locale.toString(number), whole=locale.toString(whole))
        terms = action.newest.terms
        leaves.append(Leaf(heading, terms.text, lines(terms)))
    return leaves
