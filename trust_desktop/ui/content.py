"""The texts a counsellor may edit, in the person's language, with the program's name put in."""

from typing import Any

from PySide6.QtCore import QLocale

from trust_desktop import identity, resources


class Content:
    """One content file; keys lead down its tables."""

    def __init__(self, name: str) -> None:
        self._tree = resources.content(name, QLocale().name())

    def text(self, *keys: str, **fields: str) -> str:
        return _filled(self._find(*keys), fields)

    def texts(self, *keys: str, **fields: str) -> list[str]:
        return [_filled(text, fields) for text in self._find(*keys)]

    def sections(self, *keys: str) -> list[dict[str, Any]]:
        return [_all_filled(section) for section in self._find(*keys)]

    def keys(self, *keys: str) -> list[str]:
        """The names in a table, in the order of the file."""
        return list(self._find(*keys))

    def has(self, *keys: str) -> bool:
        try:
            self._find(*keys)
        except KeyError:
            return False
        return True

    def _find(self, *keys: str) -> Any:  # noqa: ANN401 - text, list or table, as the file has it
        found: Any = self._tree
        for key in keys:
            found = found[key]
        return found


def _filled(text: str, fields: dict[str, str]) -> str:
    return text.format(name=identity.NAME, **fields)


def _all_filled(value: Any) -> Any:  # noqa: ANN401 - as the file has it
    if isinstance(value, str):
        return _filled(value, {})
    if isinstance(value, list):
        return [_all_filled(one) for one in value]
    if isinstance(value, dict):
        return {key: _all_filled(one) for key, one in value.items()}
    return value
