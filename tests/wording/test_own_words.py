"""What the program itself offers to be said to the partner stings nobody, alone or beside something that does."""

import tomllib
from collections.abc import Iterator

import pytest

from trust_desktop import resources
from trust_desktop.wording import review_message
from trust_desktop.wording.remarks import MESSAGE_KINDS
from trust_desktop.wording.sentences import sentences

STING = " You never listen to me."


def _content(name: str) -> dict[str, dict]:  # type: ignore[type-arg]
    return tomllib.loads(resources.text("content", "en", f"{name}.toml"))


def _strings(found: object) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        for each in found.values():
            yield from _strings(each)
    elif isinstance(found, list):
        for each in found:
            yield from _strings(each)


def _said() -> Iterator[str]:
    yield from _strings(_content("calm_message")["message"])
    pause = _content("pause")
    for part, key in (("leaving", "today"), ("leaving", "tomorrow"), ("more", "today"), ("more", "tomorrow")):
        yield from _strings(pause[part][key])
    yield from pause["back"]["openers"]
    remarks = _content("remarks")
    yield from (
        gentler for kind in MESSAGE_KINDS if not (gentler := remarks[kind.value]["gentler"]).endswith("?")
    )


def _sentences() -> list[str]:
    fields = {"partner": "Sam", "length": "20 minutes", "time": "21:40"}
    texts = [text.format(**fields) for text in _said()]
    return [text[start:end] for text in texts for start, end in sentences(text)]


@pytest.mark.parametrize("sentence", _sentences())
def test_no_sentence_that_is_offered_is_remarked_on(sentence: str) -> None:
    assert not review_message(sentence)
    beside = review_message(sentence + STING)
    assert [remark.start >= len(sentence) for remark in beside] == [True]
