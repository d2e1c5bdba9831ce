"""What locks the vault beside the minutes, what hides it, and whether pictures of the window can be made."""

import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.settings import VaultSettings
from trust_desktop.ui import capture
from trust_desktop.ui.common.labels import BodyLabel
from trust_desktop.ui.common.toggles import CheckBox
from trust_desktop.ui.key_rows import native
from trust_desktop.ui.preferences import Preferences
from trust_desktop.ui.settings.rows import Group

Keep = Callable[[Callable[[VaultSettings], VaultSettings]], None]


class LockRows:
    """Three boxes to tick; `keep` is given how the settings change."""

    def __init__(self, made: Group, kept: VaultSettings, keep: Keep, preferences: Preferences) -> None:
        self._keep, self._preferences = keep, preferences
        self._say(made, self._system_words())
        self.minimise = self._tick(made, self._minimise_words(), on=kept.lock_on_minimise)
        self.minimise.toggled.connect(lambda on: self._set(lock_on_minimise=on))
        self.hide = self._tick(made, self._hide_words(), on=kept.hide_by_shift)
        self.hide.toggled.connect(lambda on: self._set(hide_by_shift=on))
        self.capture: CheckBox | None = None
        if capture.of_the_system() is None:
            self._say(made, self._no_capture_words())
        else:
            self.capture = self._tick(made, self._capture_words(), on=not preferences.capture_allowed)
            self.capture.toggled.connect(self._on_capture)
            preferences.changed.connect(self._show_capture)

    def show_kept(self, kept: VaultSettings) -> None:
        self.minimise.setChecked(kept.lock_on_minimise)
        self.hide.setChecked(kept.hide_by_shift)

    def _tick(self, made: Group, words: tuple[str, str], *, on: bool) -> CheckBox:
        label, hint = words
        box = CheckBox(label)
        box.setChecked(on)
        made.add_hinted(box, label, hint)
        return box

    def _say(self, made: Group, words: str) -> None:
        made.add(BodyLabel(words, color="ink2"), words)

    def _set(self, **changed: Any) -> None:  # noqa: ANN401 - a field's own value
        self._keep(lambda kept: replace(kept, **changed))

    def _on_capture(self, kept_out: bool) -> None:  # noqa: FBT001 - a signal's value
        self._preferences.capture_allowed = not kept_out

    def _show_capture(self) -> None:
        if self.capture is not None:
            self.capture.setChecked(not self._preferences.capture_allowed)

    @staticmethod
    def _system_words() -> str:
        if sys.platform == "linux":
            return QCoreApplication.translate(
                "LockRows",
                "It also locks when the screen locks, when the computer goes to sleep and when somebody else takes over "
                "the screen, as far as this desktop tells.",
            )
        else:  # noqa: RET505 - the type checker reads one branch only
            return QCoreApplication.translate(
                "LockRows",
                "Whether it also locks with the screen and before sleep was never tried on this system.",
            )

    @staticmethod
    def _minimise_words() -> tuple[str, str]:
        hint = QCoreApplication.translate(
            "LockRows", "Otherwise a minimised window stays open until its minutes are over."
        )
        return QCoreApplication.translate("LockRows", "Lock when the window is minimised"), hint

    @staticmethod
    def _hide_words() -> tuple[str, str]:
        hint = QCoreApplication.translate(
            "LockRows",
            "Within two seconds, wherever you are in this window. It is covered at once, then it locks and stays put "
            "away; what you were writing is kept. The Hide button does the same.",
        )
        return QCoreApplication.translate("LockRows", "Hide when Shift is pressed three times"), hint

    @staticmethod
    def _capture_words() -> tuple[str, str]:
        hint = QCoreApplication.translate(
            "LockRows",
            "Other programs then see an empty place. The system does not promise it, and it was never tried here. "
            "If you yourself see nothing, {keys} allows pictures.",
        )
        return QCoreApplication.translate("LockRows", "Keep the window out of screenshots"), hint.format(
            keys=native(capture.KEY)
        )

    @staticmethod
    def _no_capture_words() -> str:
        return QCoreApplication.translate(
            "LockRows",
            "Screenshots: this system has no way to keep a window out of them. A program that records the screen sees "
            "what you see.",
        )
