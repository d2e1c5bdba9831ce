"""Every expected problem has a calm page: what happened, what is still there, what can be done."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal

from trust_desktop.domain import errors
from trust_desktop.domain.errors import VaultProblem
from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.data_folder import DataFolder
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel, StrongLabel
from trust_desktop.ui.content import Content
from trust_desktop.ui.sheet import Sheet


class Answer(Enum):
    """What a person can do about a problem; leaving is always possible and never one of these."""

    TRY_AGAIN = auto()
    RECOVERY_CODE = auto()
    FINISH_SETUP = auto()
    BEGIN_ANEW = auto()
    TAKE_OFF = auto()
    READ = auto()
    SET_ASIDE = auto()
    RESTORE = auto()


_ANSWERS: Final[dict[type[VaultProblem], tuple[Answer, ...]]] = {
    errors.KeyringUnavailable: (Answer.TRY_AGAIN, Answer.RECOVERY_CODE),
    errors.KeyringLocked: (Answer.TRY_AGAIN, Answer.RECOVERY_CODE),
    errors.KeyringTimeout: (Answer.TRY_AGAIN, Answer.RECOVERY_CODE),
    errors.BackendChanged: (Answer.RECOVERY_CODE, Answer.TRY_AGAIN),
    errors.SecretMissing: (Answer.RECOVERY_CODE, Answer.TRY_AGAIN),
    errors.WrongPassphrase: (Answer.TRY_AGAIN, Answer.RECOVERY_CODE),
    errors.WrongRecoveryCode: (Answer.TRY_AGAIN,),
    errors.WaitFirst: (Answer.TRY_AGAIN,),
    errors.RecoveryCodeMistyped: (Answer.TRY_AGAIN,),
    errors.HeaderDamaged: (Answer.RESTORE, Answer.SET_ASIDE),
    errors.VaultDamaged: (Answer.READ, Answer.RESTORE, Answer.SET_ASIDE),
    errors.DamagedWhileOpen: (),
    errors.NothingReadable: (Answer.RESTORE, Answer.SET_ASIDE),
    errors.VaultMissing: (Answer.RESTORE, Answer.SET_ASIDE),
    errors.VaultGone: (Answer.TRY_AGAIN, Answer.RESTORE, Answer.BEGIN_ANEW, Answer.TAKE_OFF),
    errors.VaultMoved: (),
    errors.SomethingInTheWay: (Answer.TRY_AGAIN,),
    errors.VaultSwapped: (Answer.RESTORE, Answer.SET_ASIDE),
    errors.VaultTooNew: (Answer.READ,),
    errors.VaultInUse: (Answer.TRY_AGAIN,),
    errors.SetupUnfinished: (Answer.FINISH_SETUP,),
    errors.ReadOnlyFolder: (Answer.TRY_AGAIN, Answer.READ),
    errors.DiskFull: (Answer.TRY_AGAIN,),
    errors.BackupUnreadable: (),
    errors.BackupPlaceMissing: (Answer.TRY_AGAIN,),
    errors.Cancelled: (Answer.TRY_AGAIN,),
}

NAMES_THE_FOLDER: Final = {
    "header_damaged",
    "vault_damaged",
    "nothing_readable",
    "vault_missing",
    "vault_gone",
    "something_in_the_way",
    "vault_swapped",
    "read_only_folder",
    "unexpected",
}
"""Entries of `problems.toml` that speak of the data folder: there it is said where it is."""


def key_of(problem: Exception) -> str:
    """Name of the problem's entry in `problems.toml`."""
    if type(problem) not in _ANSWERS:
        return "unexpected"
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type(problem).__name__).lower()


def answers_to(problem: Exception) -> Sequence[Answer]:
    return next((answers for kind, answers in _ANSWERS.items() if kind is type(problem)), ())


def _may_be_read(problem: Exception) -> bool:
    """Of a newer vault only the schema is known by its number; a newer lock cannot be read at all."""
    return not isinstance(problem, errors.VaultTooNew) or bool(problem.detail)


class ProblemPage(Sheet):
    """Esc, closing and the quiet button leave everything as it is. `folder` is the data folder, where it is known."""

    answered = Signal(object)
    left = Signal()

    def __init__(
        self,
        problem: Exception,
        *,
        can_recover: bool = True,
        can_read: bool = False,
        can_answer: bool = True,
        folder: Path | None = None,
    ) -> None:
        words = Content("problems")
        key = key_of(problem)
        super().__init__(words.text(key, "title"))
        detail = problem.detail if isinstance(problem, VaultProblem) else ""
        card = Card()
        for heading, part in self._parts():
            card.body.addWidget(StrongLabel(heading))
            card.body.addWidget(BodyLabel(words.text(key, part, detail=detail)))
        self.column.addWidget(card)
        if folder is not None and key in NAMES_THE_FOLDER:
            card.body.addWidget(DataFolder(folder))
        answers = answers_to(problem) if can_answer else ()
        can = {
            Answer.RECOVERY_CODE: can_recover,
            Answer.READ: can_read and _may_be_read(problem),
            Answer.SET_ASIDE: isinstance(problem, VaultProblem) and problem.number is not None,
        }
        self._build_buttons([one for one in answers if can.get(one, True)])
        self.on_escape = self.left.emit

    def _parts(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("What happened"), "happened"),
            (self.tr("What is still there"), "kept"),
            (self.tr("What you can do"), "todo"),
        )

    def _build_buttons(self, answers: Sequence[Answer]) -> None:
        back = QuietButton(self.tr("Back"))
        back.clicked.connect(self.left)
        row = FlowRow(gap=12, apart=True)
        row.flow.addWidget(back)
        for answer in reversed(answers):
            first = answer is answers[0] and answer is not Answer.SET_ASIDE
            button = (PrimaryButton if first else QuietButton)(self._words(answer))
            button.clicked.connect(lambda _checked=False, one=answer: self.answered.emit(one))
            row.flow.addWidget(button)
            if answer is not Answer.SET_ASIDE:  # that is never what Enter does
                self.default = button
        self.footer.addWidget(row, 1)
        self.default = self.default or back
        self.begin_at(self.default)

    def _words(self, answer: Answer) -> str:
        return {
            Answer.TRY_AGAIN: self.tr("Try again"),
            Answer.RECOVERY_CODE: self.tr("Use the recovery code"),
            Answer.FINISH_SETUP: self.tr("Go on with its set-up"),
            Answer.BEGIN_ANEW: self.tr("Begin a new one"),
            Answer.TAKE_OFF: self.tr("Take it off the list"),
            Answer.READ: self.tr("Only read it"),
            Answer.SET_ASIDE: self.tr("Set it aside…"),
            Answer.RESTORE: self.tr("Restore from a backup…"),
        }[answer]
