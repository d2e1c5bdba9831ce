"""The texts of a content file, one after the other."""

from collections.abc import Iterator


def words_of(tree: object) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict | list):
        for part in tree.values() if isinstance(tree, dict) else tree:
            yield from words_of(part)
