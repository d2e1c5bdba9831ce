"""Keys that hold only on one page or in one kind of field, for the sheet of every shortcut."""

from PySide6.QtCore import QCoreApplication

from trust_desktop.ui.key_rows import Group, native

translate = QCoreApplication.translate


def writing() -> Group:
    rows = (
        (native("F7"), translate("PageKeys", "To the next remark on your words")),
        (native("Shift+F7"), translate("PageKeys", "To the remark before")),
    )
    return Group(translate("PageKeys", "Writing"), rows)


def calendar() -> Group:
    marks = translate("PageKeys", "Mark: kept, kept late but told me, partly, not kept, could not")
    rows = (
        (translate("PageKeys", "Arrows"), translate("PageKeys", "Day by day, week by week")),
        (f"{native('PgUp')} · {native('PgDown')}", translate("PageKeys", "Month by month")),
        (f"{native('Ctrl+PgUp')} · {native('Ctrl+PgDown')}", translate("PageKeys", "Year by year")),
        (f"{native('Home')} · {native('End')}", translate("PageKeys", "First and last day of the week")),
        ("T", translate("PageKeys", "Today")),
        (native("Return"), translate("PageKeys", "Into the day")),
        (translate("PageKeys", "1 to 5"), marks),
        ("0", translate("PageKeys", "Take the mark away")),
        ("N", translate("PageKeys", "Note for the day")),
        ("S", translate("PageKeys", "Say it")),
    )
    return Group(translate("PageKeys", "Calendar"), rows)
