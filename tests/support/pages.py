"""A page as a person has it: the words that stand on it, and its buttons by theirs."""

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget


def words_on(page: QWidget) -> str:
    """All of it that would be seen if the page were."""
    QApplication.processEvents()  # what was added just now is shown with the next event
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def says(page: QWidget, words: str) -> bool:
    return words in words_on(page)


def button(page: QWidget, words: str, number: int = 0) -> QAbstractButton:
    """One that is seen; of several with the same words the one with that number."""
    QApplication.processEvents()
    seen = [each for each in page.findChildren(QAbstractButton) if each.isVisibleTo(page)]
    found = [each for each in seen if each.text() == words]
    assert len(found) > number, f"no {words!r} among {[each.text() for each in seen]}"
    return found[number]


def press(page: QWidget, words: str) -> None:
    button(page, words).click()
