"""The project's own files, read as text and as syntax trees."""

import ast
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

CHECKOUT: Final = Path(__file__).resolve().parents[2]
PACKAGE: Final = CHECKOUT / "trust_desktop"
RESOURCES: Final = CHECKOUT / "resources"


def product_files(*parts: str) -> list[Path]:
    """Python of the product without the commands of the checkout."""
    found = sorted(PACKAGE.joinpath(*parts).rglob("*.py"))
    return [path for path in found if path.relative_to(PACKAGE).parts[0] != "dev"]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def calls(path: Path) -> Iterator[tuple[ast.Call, str]]:
    """Each call with the last part of its function's name."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield (
                node,
                node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", ""),
            )


def is_text(node: ast.expr) -> bool:
    """A literal with letters in it, also as an f-string."""
    if isinstance(node, ast.JoinedStr):
        return any(is_text(part) for part in node.values if isinstance(part, ast.Constant))
    return (
        isinstance(node, ast.Constant) and isinstance(node.value, str) and any(map(str.isalpha, node.value))
    )


def place(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(CHECKOUT)}:{getattr(node, 'lineno', 0)}"


def own_files() -> list[Path]:
    """What is kept in the checkout; everything that a command makes has a folder that is passed over."""
    found = []
    for folder, folders, names in os.walk(CHECKOUT):
        folders[:] = [
            name
            for name in folders
            if name not in {"build", "dist", "__pycache__"} and not name.startswith(".")
        ]
        found += [Path(folder, name) for name in names if not name.startswith(".")]
    return [*found, *(CHECKOUT / ".ci").iterdir()]
