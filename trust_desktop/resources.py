"""The one finder of bundled files: in a checkout, in an installed wheel and in the frozen program."""

from functools import cache
from pathlib import Path
from typing import Any, Final

__all__ = ["FALLBACK_LANGUAGE", "ROOT", "content", "path", "text"]

FALLBACK_LANGUAGE: Final = "en"


def _find_root() -> Path:
    """A wheel and the frozen program carry the folder inside the package; a checkout has it beside it."""
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


ROOT: Final = _find_root()


def path(*parts: str) -> Path:
    return ROOT.joinpath(*parts)


def text(*parts: str) -> str:
    return path(*parts).read_text(encoding="utf-8")


def content(name: str, language: str | None = None) -> dict[str, Any]:
    """What `content/<language>/<name>.toml` says; in English where that language has no such file.

    The answer is shared by everyone who asks: read it, never change it.
    """
    return _read_content(name, (language or FALLBACK_LANGUAGE).replace("-", "_"))


@cache
def _read_content(name: str, language: str) -> dict[str, Any]:
    import tomllib  # 5 ms that the first window does not need

    for candidate in (language, language.partition("_")[0], FALLBACK_LANGUAGE):
        file = path("content", candidate, f"{name}.toml")
        if file.is_file():
            return tomllib.loads(file.read_text(encoding="utf-8"))
    raise FileNotFoundError(path("content", FALLBACK_LANGUAGE, f"{name}.toml"))
