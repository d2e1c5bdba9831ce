"""The talk about a plan: the words for it, and what the partner answered to each action."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from trust_desktop.domain.agreement import heard_version, told_version
from trust_desktop.domain.errors import Rule, RuleBroken
from trust_desktop.domain.plan import Action, ActionVersion, Plan
from trust_desktop.domain.talk import DECLINED, Answer, GivenAnswer
from trust_desktop.services import kept_words, writing
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.storage import plan_lives, plans
from trust_desktop.storage.database import Transaction
from trust_desktop.wording import standing


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One action of the live plan with what was answered to it; `given` is the answer that holds now.

    `earlier` are those before it, newest first. `agreed`: a yes to the words as they now stand. `change_waits`: a yes
    with a change that is not written yet. `look_again`: the day has come that was named with a *not now* or a *no*.
    `not_told`: nothing was answered, and the words are newer than those that were told.
    """

    action: Action
    given: GivenAnswer | None
    earlier: tuple[GivenAnswer, ...]
    agreed: bool
    change_waits: bool
    look_again: bool
    not_told: bool

    @property
    def changed_since(self) -> bool:
        """Whether there are words that no answer was given to."""
        given = self.given
        if given is None or given.answer in DECLINED:
            return False
        return not self.agreed and not self.change_waits


@dataclass(frozen=True, slots=True)
class Message:
    """The words the person means to begin the talk with, and the remarks on them that were answered with *keep my words*."""

    text: str
    kept: frozenset[str] = frozenset()


def record_answer(
    s: VaultSession,
    action_id: int,
    answer: Answer,
    *,
    day: date,
    words: str = "",
    look_again: date | None = None,
) -> GivenAnswer:
    """Note an answer to an action as it stood on `day`; one given before stays as it is.

    `look_again` is kept for *not now* and *no* alone.
    """
    now, today = s.now(), s.today
    declined = answer in DECLINED
    if day > today:
        raise RuleBroken(Rule.DAY_IN_FUTURE)
    if declined and look_again is not None and (look_again < today or look_again <= day):
        raise RuleBroken(Rule.LOOK_AGAIN_PASSED)
    with s.write(Change.PLANS | Change.DAYS) as transaction:
        version = _heard(transaction, action_id, day, s)
        again = look_again if declined else None
        given = GivenAnswer(0, action_id, version.number, answer, words.strip(), day, again, now)
        return replace(given, id=plan_lives.add_answer(transaction, given))


def take_back_answer(s: VaultSession, answer_id: int) -> GivenAnswer:
    """Undo `record_answer`; return what was taken back, for `put_back_answer`."""
    with s.write(Change.PLANS | Change.DAYS) as transaction:
        given = _answer(transaction, answer_id)
        plan_lives.remove_answer(transaction, answer_id)
    return given


def put_back_answer(s: VaultSession, given: GivenAnswer) -> GivenAnswer:
    """Note an answer again as it was, under its own id: what was done to it since can be repeated as well."""
    with s.write(Change.PLANS | Change.DAYS) as transaction:
        plan_lives.add_answer(transaction, given)
    return given


def erase_words(s: VaultSession, answer_id: int) -> GivenAnswer:
    """Take the partner's words out; the answer and its day stay. Returns what stood there."""
    with s.write(Change.PLANS) as transaction:
        before = _answer(transaction, answer_id)
        plan_lives.set_answer_words(transaction, answer_id, "")
    return before


def restore_words(s: VaultSession, before: GivenAnswer) -> None:
    with s.write(Change.PLANS) as transaction:
        plan_lives.set_answer_words(transaction, before.id, before.words)


def keep_message(s: VaultSession, plan_id: int, message: str, kept: frozenset[str] = frozenset()) -> None:
    """Keep the words the person means to begin the talk with, as they are being written, and the remarks `kept` on them."""
    now = s.now()
    with s.write(Change.PLANS) as transaction:
        _put_message(transaction, _live_one(transaction, plan_id), Message(message, kept), now)


def put_message(s: VaultSession, plan_id: int, message: Message, *, instead_of: Message) -> None:
    """Put a message in the place of another; raise RuleBroken where other words stand there than those."""
    now = s.now()
    with s.write(Change.PLANS) as transaction:
        plan = _live_one(transaction, plan_id)
        if plan.saying.message != instead_of.text:
            raise RuleBroken(Rule.OTHER_WORDS_THERE)
        _put_message(transaction, plan, message, now)


def bring_back_message(
    s: VaultSession, plan_id: int, message: Message, drafted: str
) -> tuple[Message, Message]:
    """Let a message stand again in the place of what was `drafted`, above what the person wrote since.

    Where it stands there still, it stays as it is. Returns what stood there before and after.
    """
    now = s.now()
    with s.write(Change.PLANS) as transaction:
        plan = _live_one(transaction, plan_id)
        before = Message(plan.saying.message, kept_words.take(transaction, plan_id, now))
        since = "" if before.text.strip() == drafted.strip() else before.text
        text = since if message.text.strip() in since else writing.joined(message.text, since)
        after = Message(text, standing(message.kept | before.kept, text))
        _put_message(transaction, plan, after, now)
    return before, after


def history(s: VaultSession, action_id: int) -> tuple[GivenAnswer, ...]:
    """Return every answer to an action of any plan, the one that holds now first."""
    with s.read() as transaction:
        return next(
            (
                _newest_first(plan, action)
                for plan in s.plans_in(transaction)
                for action in plan.lanes
                if action.id == action_id
            ),
            (),
        )


def answers(s: VaultSession) -> tuple[AnswerView, ...]:
    """Return what is asked of the partner now, by slot, with the answers; none without a live plan."""
    with s.read() as transaction:
        plan = s.plan_in(transaction)
    return tuple(_view(plan, action, s.today) for action in plan.current) if plan else ()


def to_look_at_again(s: VaultSession) -> tuple[AnswerView, ...]:
    """Return the declined actions whose day to ask once more has come."""
    return tuple(view for view in answers(s) if view.look_again)


def _view(plan: Plan, action: Action, today: date) -> AnswerView:
    every = _newest_first(plan, action)
    given = every[0] if every else None
    waits = given is not None and given.answer is Answer.WITH_CHANGE and action.newest.number <= given.version
    return AnswerView(
        action=action,
        given=given,
        earlier=every[1:],
        agreed=plan.is_agreed(action),
        change_waits=waits,
        look_again=given is not None and given.look_again is not None and given.look_again <= today,
        not_told=given is None and plan.said is not None and told_version(plan, action) != action.newest,
    )


def _newest_first(plan: Plan, action: Action) -> tuple[GivenAnswer, ...]:
    given = [each for each in plan.answers if each.action_id == action.id]
    return tuple(sorted(given, key=lambda each: (each.day, each.id), reverse=True))


def _heard(transaction: Transaction, action_id: int, day: date, s: VaultSession) -> ActionVersion:
    plan = _live(transaction)
    action = next((action for action in plan.current if action.id == action_id), None)
    if action is None:
        raise RuleBroken(Rule.UNKNOWN_ACTION)
    if plan.said is None:
        raise RuleBroken(Rule.NOT_SAID_YET, action.slot)
    version = heard_version(action, day, s.day_ends)
    if version is None or day < plan.said.day:
        raise RuleBroken(Rule.ANSWERED_BEFORE_HEARD, action.slot)
    return version


def _live(transaction: Transaction) -> Plan:
    plan = plans.live(transaction)
    if plan is None:
        raise RuleBroken(Rule.UNKNOWN_ACTION)
    return plan


def _live_one(transaction: Transaction, plan_id: int) -> Plan:
    plan = _live(transaction)
    if plan.id != plan_id:
        raise RuleBroken(Rule.UNKNOWN_ACTION)
    return plan


def _put_message(transaction: Transaction, plan: Plan, message: Message, now: datetime) -> None:
    plan_lives.set_saying(transaction, plan.id, replace(plan.saying, message=message.text))
    kept_words.put(transaction, plan.id, standing(message.kept, message.text), now)


def _answer(transaction: Transaction, answer_id: int) -> GivenAnswer:
    every = plan_lives.answers_by_action(transaction).values()
    found = next((each for given in every for each in given if each.id == answer_id), None)
    if found is None:
        raise RuleBroken(Rule.UNKNOWN_ACTION)
    return found
