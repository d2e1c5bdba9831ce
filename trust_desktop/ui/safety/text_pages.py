"""The pages that are only read: what is protected, the method on a page, the first week's cards."""

from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.labels import LeadLabel
from trust_desktop.ui.content import Content
from trust_desktop.ui.reading import Section
from trust_desktop.ui.safety.sub_page import SubPage


class SectionsPage(SubPage):
    """A part of `help.toml` with its title, its lead and its sections."""

    def __init__(self, part: str) -> None:
        words = Content("help")
        super().__init__(words.text(part, "title"))
        if words.has(part, "lead"):
            self.texts.addWidget(LeadLabel(words.text(part, "lead")))
        for section in words.sections(part, "sections"):
            card = Card()
            card.body.addWidget(
                Section(section["heading"], section.get("paragraphs", ()), section.get("items", ()))
            )
            self.texts.addWidget(card)


class WeekPage(SubPage):
    """All cards of the first week under each other, for whoever left them or wants one again."""

    def __init__(self) -> None:
        words = Content("help")
        super().__init__(words.text("week", "title"), words.text("week", "lead"))
        for card in Content("tour").sections("card"):
            shown = Card()
            shown.body.addWidget(Section(card["title"], (card["text"],)))
            self.texts.addWidget(shown)
