"""Who asks for a keyring's password in the desktop's place: nobody answers, or the window is closed at once."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    message_bus,
    new_method_call,
    new_method_return,
)

from tests.support.secret_service import SecretService

_NAME: Final = "org.gnome.keyring.SystemPrompter"
_CALLBACK: Final = "org.gnome.keyring.internal.Prompter.Callback"


@contextmanager
def unanswered(service: SecretService) -> Iterator[None]:
    with service.connect() as silent:
        silent.send_and_get_reply(message_bus.RequestName(_NAME))
        yield


@contextmanager
def dismissed(service: SecretService) -> Iterator[None]:
    """Every prompt is closed without an answer as soon as it is there."""
    with service.connect() as prompter:
        prompter.send_and_get_reply(message_bus.RequestName(_NAME))
        threading.Thread(target=_dismiss, args=(prompter,), daemon=True).start()
        yield


def _dismiss(prompter: Any) -> None:
    try:
        while True:
            asked = prompter.receive()
            fields = asked.header.fields
            if asked.header.message_type is not MessageType.method_call:
                continue
            prompter.send(new_method_return(asked))
            back = DBusAddress(asked.body[0], fields[HeaderFields.sender], _CALLBACK)
            if fields[HeaderFields.member] == "BeginPrompting":
                prompter.send(new_method_call(back, "PromptReady", "sa{sv}s", ("", {}, "")))
            elif fields[HeaderFields.member] == "PerformPrompt":
                prompter.send(new_method_call(back, "PromptDone"))
    except (OSError, ValueError):  # the connection was closed: nobody prompts any more
        return
