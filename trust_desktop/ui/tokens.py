"""The values of the look: colours, type scale, space, radius and height, each written once."""

from typing import Final, NamedTuple


class Tokens(NamedTuple):
    """Colours by meaning; their contrast on the grounds they lie on is held by a test."""

    paper: str
    rail: str
    surface: str
    sunken: str
    hover: str
    line: str
    line2: str
    edge: str
    ink: str
    ink2: str
    ink3: str
    pine: str
    pine_hover: str
    pine_press: str
    on_pine: str
    pine_tint: str
    pine_tint2: str
    pine_text: str
    honey: str
    honey_text: str
    honey_tint: str
    honey_line: str
    mark: str
    mark_quiet: str
    focus: str
    s_close: str
    s_steady: str


LIGHT: Final = Tokens(
    paper="#F5F1E8",
    rail="#ECE6D9",
    surface="#FFFDF8",
    sunken="#F7F3EA",
    hover="#F1ECE0",
    line="#E0D9CA",
    line2="#CFC6B4",
    edge="#847A6B",
    ink="#2A2722",
    ink2="#5A5348",
    ink3="#6A6256",
    pine="#2E5A49",
    pine_hover="#264B3D",
    pine_press="#1E3E32",
    on_pine="#FFFDF8",
    pine_tint="#E4EBDD",
    pine_tint2="#D0DDC8",
    pine_text="#295242",
    honey="#A36A12",
    honey_text="#774C0A",
    honey_tint="#FAEFD8",
    honey_line="#E3C98F",
    mark="#2E5A49",
    mark_quiet="#6B6357",
    focus="#2C62A0",
    s_close="#8A5A1E",
    s_steady="#5B5F97",
)

DARK: Final = Tokens(
    paper="#1D1B18",
    rail="#171513",
    surface="#272420",
    sunken="#211F1B",
    hover="#2F2C27",
    line="#38342E",
    line2="#4A453D",
    edge="#8C8475",
    ink="#EEE8DC",
    ink2="#C3BAAA",
    ink3="#A59C8D",
    pine="#9AC6AC",
    pine_hover="#ACD2BC",
    pine_press="#88B79B",
    on_pine="#14231B",
    pine_tint="#2C3930",
    pine_tint2="#38473C",
    pine_text="#B2D5BF",
    honey="#E2B25F",
    honey_text="#EBC47F",
    honey_tint="#362D1E",
    honey_line="#66532B",
    mark="#9AC6AC",
    mark_quiet="#ACA393",
    focus="#8DBBEF",
    s_close="#E2B25F",
    s_steady="#AEB0E8",
)

CONTRAST_LIGHT: Final = Tokens(
    paper="#FFFFFF",
    rail="#FFFFFF",
    surface="#FFFFFF",
    sunken="#FFFFFF",
    hover="#E8E8E8",
    line="#000000",
    line2="#000000",
    edge="#000000",
    ink="#000000",
    ink2="#000000",
    ink3="#000000",
    pine="#003B2E",
    pine_hover="#002A21",
    pine_press="#001C16",
    on_pine="#FFFFFF",
    pine_tint="#FFFFFF",
    pine_tint2="#FFFFFF",
    pine_text="#003B2E",
    honey="#5C3A00",
    honey_text="#5C3A00",
    honey_tint="#FFFFFF",
    honey_line="#5C3A00",
    mark="#003B2E",
    mark_quiet="#000000",
    focus="#0B3C8C",
    s_close="#5C3A00",
    s_steady="#2E2A7A",
)

CONTRAST_DARK: Final = Tokens(
    paper="#000000",
    rail="#000000",
    surface="#000000",
    sunken="#000000",
    hover="#262626",
    line="#FFFFFF",
    line2="#FFFFFF",
    edge="#FFFFFF",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    ink3="#FFFFFF",
    pine="#A6F0D8",
    pine_hover="#C6F7E8",
    pine_press="#8BE0C5",
    on_pine="#000000",
    pine_tint="#000000",
    pine_tint2="#000000",
    pine_text="#A6F0D8",
    honey="#FFD27A",
    honey_text="#FFD27A",
    honey_tint="#000000",
    honey_line="#FFD27A",
    mark="#A6F0D8",
    mark_quiet="#FFFFFF",
    focus="#9CCBFF",
    s_close="#FFD27A",
    s_steady="#C9CAFF",
)

BASE: Final = 14
"""The UI text size, in pixels, that every length of the look is given for."""


class TypeRole(NamedTuple):
    """A size at base 14, a face and a weight of which there are two."""

    size: int
    serif: bool = False
    strong: bool = False


DISPLAY: Final = TypeRole(40, serif=True)
TITLE: Final = TypeRole(28, serif=True)
SAID: Final = TypeRole(19, serif=True)
SAID_SMALL: Final = TypeRole(16, serif=True)
HEADING: Final = TypeRole(17, strong=True)
BODY: Final = TypeRole(14)
LABEL: Final = TypeRole(14, strong=True)
SMALL: Final = TypeRole(13)
SMALL_LABEL: Final = TypeRole(13, strong=True)
CAPTION: Final = TypeRole(12)

SAID_LINE: Final = 1.22
"""Line height of said words, in natural lines."""

PAGE_MARGIN: Final = 32
CARD_PADDING: Final = 24
CONTROL: Final = 38
CONTROL_AIR: Final = 18
DENSE: Final = 32
DENSE_AIR: Final = 12
TARGET: Final = 24

RADIUS_KEY: Final = 4
RADIUS_INNER: Final = 6
RADIUS_CONTROL: Final = 8
RADIUS_CARD: Final = 12
RADIUS_OPENING: Final = 16
