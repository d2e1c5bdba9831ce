"""A keyboard and nothing else: keys go to the real window through the X server."""

from tests.support.display import Display


class Hands:
    """Types on one display."""

    def __init__(self, display: Display) -> None:
        self._run = display.xdotool

    def press(self, *keys: str) -> None:
        """Press keys by their X names, `ctrl+l` together."""
        self._run("key", "--delay", "30", *keys)

    def type(self, text: str) -> None:
        self._run("type", "--delay", "8", text)

    def titles(self) -> list[str]:
        """Titles of all windows of this display."""
        found = self._run("search", "--onlyvisible", "--name", ".*").split()
        return [self._run("getwindowname", window).strip() for window in found]

    def in_front(self) -> int:
        """Number of the process whose window has the keyboard; 0 if none has."""
        return int(self._run("getactivewindow", "getwindowpid").strip() or 0)

    def minimise(self) -> None:
        self._run("getactivewindow", "windowminimize", "--sync")
