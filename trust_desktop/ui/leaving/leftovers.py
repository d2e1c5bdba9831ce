"""What other programs may keep of this one, for the system it runs on; said as far as it was tried."""

import sys
from typing import Final

from trust_desktop.ui.content import Content
from trust_desktop.ui.reading import Section

_SYSTEMS: Final = {"win32": "windows", "darwin": "macos"}


def leftovers(platform: str = sys.platform) -> Section:
    words = Content("leaving")
    system = _SYSTEMS.get(platform, "linux")
    return Section(
        words.text("leftovers", "heading"),
        (words.text("leftovers", system, "tried"),),
        words.texts("leftovers", system, "items"),
    )


def uninstalling() -> Section:
    words = Content("leaving")
    before, items = words.text("uninstall", "before"), words.texts("uninstall", "items")
    return Section(words.text("uninstall", "heading"), (before,), items)
