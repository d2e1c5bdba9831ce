"""Headers for tests, and strategies that make any header the format can hold."""

from hypothesis import strategies as st

from trust_desktop.security import header as headers
from trust_desktop.security.cost import CEILING, FLOOR, NONE, Cost
from trust_desktop.security.header import LABEL_CHARACTERS, Header, Slot, SlotType


def plain_header(**changes: object) -> Header:
    values: dict[str, object] = {
        "vault_id": bytes(range(16)),
        "database_salt": bytes(range(16, 32)),
        "generation": 3,
        "number": 2,
        "finished": True,
        "label": "Blue notebook",
        "backend": "secret-service",
        "provider": "gnome-keyring-d",
        "slots": (plain_slot(),),
    }
    return Header(**(values | changes))  # type: ignore[arg-type]


def plain_slot(**changes: object) -> Slot:
    values: dict[str, object] = {
        "id": 1,
        "type": SlotType.DEVICE_AND_PASSPHRASE,
        "generation": 1,
        "item": 1,
        "cost": FLOOR,
        "salt": bytes(range(32)),
        "check": bytes(16),
        "nonce": bytes(12),
        "wrapped": bytes(48),
    }
    return Slot(**(values | changes))  # type: ignore[arg-type]


def with_right_checksum(body: bytes) -> bytes:
    return body + headers.checksum_of(body)


def _costs(lowest: Cost) -> st.SearchStrategy[Cost]:
    return st.builds(
        Cost,
        memory=st.integers(lowest.memory, CEILING.memory),
        passes=st.integers(lowest.passes, CEILING.passes),
        lanes=st.integers(lowest.lanes, CEILING.lanes),
    )


@st.composite
def slots(draw: st.DrawFn, slot_id: int) -> Slot:
    slot_type = draw(st.sampled_from(SlotType))
    return Slot(
        id=slot_id,
        type=slot_type,
        generation=draw(st.integers(0, 5)),
        item=draw(st.integers(1, 65535)) if slot_type.with_device else 0,
        cost=draw(_costs(slot_type.lowest_cost)) if slot_type.with_passphrase else NONE,
        salt=draw(st.binary(min_size=32, max_size=32)),
        check=draw(st.binary(min_size=16, max_size=16)),
        nonce=draw(st.binary(min_size=12, max_size=12)),
        wrapped=draw(st.binary(min_size=48, max_size=48)),
    )


@st.composite
def any_header(draw: st.DrawFn) -> Header:
    count = draw(st.integers(1, 5))
    return plain_header(
        vault_id=draw(st.binary(min_size=16, max_size=16)),
        database_salt=draw(st.binary(min_size=16, max_size=16)),
        generation=draw(st.integers(5, 2**32 - 1)),
        number=draw(st.integers(1, 65535)),
        finished=draw(st.booleans()),
        label=draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=LABEL_CHARACTERS)),
        slots=tuple(draw(slots(slot_id)) for slot_id in range(1, count + 1)),
        mac=draw(st.binary(min_size=32, max_size=32)),
    )
