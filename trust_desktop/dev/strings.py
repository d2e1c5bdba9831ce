"""Finds the window's strings by reading the code's own syntax tree; Qt's lupdate overlooks plurals in plain functions."""

import ast
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["TranslatableString", "find", "for_lupdate"]


@dataclass(frozen=True, order=True)
class TranslatableString:
    context: str
    text: str
    comment: str = ""
    plural: bool = False


def find(files: Iterable[Path]) -> set[TranslatableString]:
    return {
        found
        for file in files
        for found in _in_scope(ast.parse(file.read_text(encoding="utf-8")), class_name="")
    }


def for_lupdate(strings: Iterable[TranslatableString]) -> str:
    """The same strings, in the only form of Python that lupdate reads without a mistake."""
    by_context: defaultdict[str, list[TranslatableString]] = defaultdict(list)
    for string in sorted(strings):
        by_context[string.context].append(string)
    lines = []
    for context, members in by_context.items():
        lines += [f"class {context}:", "    def strings(self):"]
        for member in members:
            words = [json.dumps(word, ensure_ascii=False) for word in (member.text, member.comment)]
            lines.append(f"        self.tr({', '.join([*words, *(['n'] if member.plural else [])])})")
    return "\n".join(lines)


def _in_scope(node: ast.AST, class_name: str) -> Iterator[TranslatableString]:
    if isinstance(node, ast.ClassDef):
        class_name = node.name
    elif isinstance(node, ast.Call):
        yield from _in_call(node, class_name)
    for child in ast.iter_child_nodes(node):
        yield from _in_scope(child, class_name)


def _in_call(call: ast.Call, class_name: str) -> Iterator[TranslatableString]:
    function = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    words = [_literal(argument) for argument in call.args]
    if function == "tr" and class_name:
        words.insert(0, class_name)
    elif function not in {"translate", "QT_TRANSLATE_NOOP"}:
        return
    if len(words) < 2 or not words[0] or not words[1]:
        return
    yield TranslatableString(
        words[0], words[1], (words[2] if len(words) > 2 else "") or "", plural=len(words) > 3
    )


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
