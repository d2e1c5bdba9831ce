"""A person before the program, with a screen and a keyring of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.person import Person
from tests.support.display import Display
from tests.support.secret_service import SecretService


@pytest.fixture
def person(
    tmp_path: Path,
    display: Display,
    secret_service: SecretService,
) -> Iterator[Person]:
    somebody = Person(tmp_path, display, secret_service)
    yield somebody
    somebody.leave()
