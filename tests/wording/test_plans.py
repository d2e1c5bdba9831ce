"""The control guard speaks of what could frighten or trap, and of nothing in a fair plan."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from trust_desktop.domain.draft import ActionDraft, PlanDraft
from trust_desktop.domain.plan import Action, ActionVersion, Consent, Plan
from trust_desktop.wording import Kind, Place, discloses_harm, review_change, review_plan, review_request
from trust_desktop.wording.plain_traps import is_in_secret, threatens_harm

FIRST = date(2026, 12, 1)
FAIR = (
    "Text me when the train leaves, on office days",
    "Cook dinner on Fridays",
    "Walk with me on Sunday morning for half an hour",
    "Sit with me on the sofa after dinner for ten minutes",
)


def action(
    text: str, consent: Consent | None = None, purpose: str = "", days: int | None = None
) -> ActionDraft:
    return ActionDraft(
        text=text,
        first_day=FIRST,
        review_day=FIRST + timedelta(days=28),
        about_openness=consent is not None,
        consent=consent,
        purpose=purpose,
        ends=FIRST + timedelta(days=days) if days else None,
    )


def plan(*others: ActionDraft) -> PlanDraft:
    fair = [action(text) for text in FAIR]
    return PlanDraft(actions=[*others, *fair][:4])


def found(*others: ActionDraft) -> list[tuple[Kind, int | None]]:
    return [(remark.kind, remark.action) for remark in review_plan(plan(*others))]


def test_a_fair_plan_and_an_empty_one_pass_without_a_word() -> None:
    assert found() == []
    assert review_plan(PlanDraft()) == ()


def test_spans_are_of_the_whole_and_every_remark_has_its_words() -> None:
    (remark,) = review_plan(plan(action("Give me every password and never change one without me")))
    assert (remark.start, remark.end, remark.rewrite) == (0, 0, None)
    assert remark.reason == f"{remark.kind.value}.reason"
    assert remark.action == 1


def test_what_the_partner_must_not_know_is_covert_whatever_its_words() -> None:
    assert found(action("Drive the blue car", Consent.WILL_NOT_KNOW)) == [(Kind.COVERT, 1)]


def test_openness_that_was_never_asked_is_remarked_on() -> None:
    assert found(action("Open the account with me on Sunday", Consent.NOT_ASKED)) == [(Kind.CONTROL, 1)]


def test_agreed_openness_with_a_purpose_and_a_near_end_is_fair() -> None:
    watching = "Keep your location on for me day and night"
    fair = action(watching, Consent.AGREED, "so that I can stop guessing", 30)
    assert found(fair) == []
    for unfair in (
        replace(fair, purpose=" "),
        replace(fair, ends=None),
        replace(fair, ends=FIRST + timedelta(days=31)),
        replace(fair, first_day=None),
    ):
        assert [slot for _kind, slot in found(unfair)] == [1]


def test_agreed_isolation_is_remarked_on_all_the_same() -> None:
    cut_off = "Give up your friends and see your sister only with me, from now on"
    assert found(action(cut_off, Consent.AGREED, "for us", 20)) == [(Kind.ISOLATION, 1)]


def test_three_that_watch_make_a_plan_of_watching() -> None:
    watching = [
        action("Leave your location on for me day and night"),
        action("Hand me your phone each evening so that I can read all messages"),
        action("Send me a photo of where you are every hour"),
    ]
    assert (Kind.ALL_SURVEILLANCE, None) in found(*watching)
    declared = [action(text, Consent.AGREED, "to know", 20) for text in FAIR[:3]]
    assert found(*declared) == [(Kind.ALL_SURVEILLANCE, None)]


def test_penance_is_named_and_is_no_watching() -> None:
    penance = [
        action("Kneel on the floor before my parents every Sunday until I say you have paid"),
        action("Sleep on the floor every night until I decide that you have earned the bed"),
        action("Stand up at dinner and say what you did, every day until I say it is enough"),
    ]
    assert {kind for kind, _slot in found(*penance)} == {Kind.PENANCE}


def test_words_of_harm_and_a_single_word_are_left_alone() -> None:
    assert found(action("Stop hitting me")) == []
    assert found(action("x")) == []
    assert found(action("Take the tracker off my car. I found it under the bumper.")) == []
    assert found(action("Stop hitting me, and take your hidden camera down")) == []


THREATS = (
    "Give me every password or I will hurt the dog",
    "Be home by six or I will kill you",
    "Be home by six. I'll burn your clothes if you are not.",
    "If you are not home by six I will hurt the dog.",
    "Don't be late or I will hurt the dog.",
    "Tell me where you are or I'll kill her.",
    "Be home by six or I will slap you and kick the dog.",
    "I will hurt you and I will hurt the dog.",
    "Im gonna hurt the dog",
    "Say sorry or I will hurt the dog",
    "Be home when you said or I will kill you",
)
HARM_BESIDE = (
    "Stop hitting me or I will hurt you",
    "Don't hurt me. I'll kill you.",
    "If you hurt me I will hurt you back",
    "I will hurt you if you hit the kids again",
    "You said I will kill you.",
    "Stop saying \u201cI'll kill you\u201d when we argue",
    "\u201cI will kill you\u201d is what you said, never again",
)
NO_THREATS = (
    "I will never hurt you",
    "I'm scared I'll hurt the kids",
    "I will leave the room when I feel I'm going to hurt you",
    "I will apologise if I shout or I hurt you",
    "I'll beat your brother at chess",
    "I'll shoot you a text when I leave work",
    "I'll hit you up after work",
    "Water the tomatoes every evening or they die",
    "I will burn her letters at home",
    "I'll kill the lights when the kids sleep",
    "",
)
SECRETS = (
    "I will check your phone every night while you sleep",
    "I read all her messages without her knowing",
    "I put the tracker in your car",
    "Let me look through your bag while you sleep",
    "I will follow you in secret",
    "I will take your phone and check it while you sleep",
    "If you don't answer I will check your phone while you sleep",
    "At the end of the day I read your messages in secret",
    "Give me your code so that I can check your phone while you sleep",
)
NO_SECRETS = (
    "I will kiss you while you sleep",
    "I will watch the kids while you sleep on Sundays",
    "Check on the children while they're asleep",
    "I will go for a run while you sleep",
    "I am going to plan your birthday without telling you",
    "I will stop reading your messages in secret",
    "I will not look at your phone behind your back",
    "I will take down the hidden camera you put in my room",
    "I will remove the spy app you installed",
    "I will delete the account I opened behind your back",
    "I will pay back the money I took without telling you",
    "I will secretly put a note in your lunch box",
    "I will put a cushion behind your back",
    "I will look at photos of my bruises in secret",
    "You hit me. I looked it up in secret.",
)


@pytest.mark.parametrize("text", THREATS)
def test_a_threat_of_the_writers_own_is_no_harm_that_is_told(text: str) -> None:
    """Read as harm suffered, it was left alone until 28 November 2026, and asked about nowhere."""
    assert threatens_harm(text)
    assert found(action(text)) == [(Kind.THREAT, 1)]


def test_such_a_request_is_remarked_on() -> None:
    assert Kind.THREAT in {remark.kind for remark in review_request(THREATS[0])}


@pytest.mark.parametrize("text", HARM_BESIDE)
def test_beside_harm_that_is_told_it_is_left_alone(text: str) -> None:
    assert not threatens_harm(text)
    assert found(action(text)) == []
    assert review_request(text) == ()


@pytest.mark.parametrize("text", NO_THREATS)
def test_what_only_sounds_alike_is_no_threat(text: str) -> None:
    assert not threatens_harm(text)


@pytest.mark.parametrize("text", SECRETS)
def test_what_is_done_in_secret_is_known_by_its_words(text: str) -> None:
    assert is_in_secret(text)
    assert found(action(text)) == [(Kind.COVERT, 1)]


@pytest.mark.parametrize("text", NO_SECRETS)
def test_what_mends_or_protects_or_is_a_present_is_no_secret(text: str) -> None:
    assert not is_in_secret(text)


def test_how_it_will_be_known_and_ones_own_side_are_looked_at_for_secrets_and_threats() -> None:
    (known,) = review_plan(plan(replace(action("Text me from work"), known_by=SECRETS[1])))
    assert (known.kind, known.action, known.place) == (Kind.COVERT, 1, Place.KNOWN_BY)
    draft = plan()
    draft.commitments = [
        action("I will see my therapist on Thursdays"),
        action(SECRETS[0]),
        action("I will hurt the dog if you are late"),
        action(NO_SECRETS[1]),
    ]
    assert [(each.kind, each.action, each.place) for each in review_plan(draft)] == [
        (Kind.COVERT, 2, Place.OWN),
        (Kind.THREAT, 3, Place.OWN),
    ]


def test_how_it_will_be_known_may_not_be_a_way_to_watch() -> None:
    known_by = "I read all your messages every night"
    (known,) = review_plan(plan(replace(action("Text me when you leave work"), known_by=known_by)))
    assert (known.kind, known.place) == (Kind.CONTROL, Place.KNOWN_BY)
    agreed = action("Show me your diary on Sunday", Consent.AGREED, "so that I can sleep", days=20)
    assert review_plan(plan(replace(agreed, known_by=known_by))) == ()
    harm = "You no longer hit me when I ask to read all your messages"
    assert review_plan(plan(replace(action("Text me when you leave work"), known_by=harm))) == ()


def test_what_openness_is_for_may_not_be_a_threat() -> None:
    asked = action(
        "Show me your diary on Sunday", Consent.AGREED, "so that I know, or I will hurt the dog", days=20
    )
    assert [(each.kind, each.place) for each in review_plan(plan(asked))] == [(Kind.THREAT, Place.PURPOSE)]
    assert review_plan(plan(replace(asked, about_openness=False))) == ()  # it is neither shown nor printed


def test_what_is_done_in_secret_does_not_pass_for_harm_that_is_told() -> None:
    """It reads like harm told, and was passed over in silence on 27 November 2026."""
    text = "Take the car that I had fitted with the tracker, and let me be the only one who knows why I am calmer"
    assert discloses_harm(text)
    assert found(action(text)) == [(Kind.COVERT, 1)]


def live(*texts: str | ActionDraft) -> Plan:
    when = datetime(2026, 12, 1, tzinfo=UTC)
    drafts = [action(each) if isinstance(each, str) else each for each in texts]
    terms = [draft.terms() for draft in drafts]
    actions = tuple(
        Action(slot, slot, (ActionVersion(1, FIRST, own, when),)) for slot, own in enumerate(terms, start=1)
    )
    return Plan(1, "", "", when, None, actions)


PASSWORDS = "Give me every password and never change one without me"


def test_a_plan_that_is_live_is_read_by_its_newest_words() -> None:
    assert [remark.action for remark in review_plan(live(*FAIR[:3], PASSWORDS))] == [4]


def test_a_change_is_looked_at_by_itself_and_beside_what_stays() -> None:
    watching = "Share your phone location with me at all times"
    plan = live(PASSWORDS, watching, *FAIR[:2])
    kneel = action("Kneel in front of me and confess every evening")
    assert [(each.kind, each.action) for each in review_change(plan, 3, kneel, mine=False)] == [
        (Kind.PENANCE, 3)
    ]
    third = action("Let me read your messages whenever I want")
    assert review_change(plan, 3, third, mine=False)[-1].kind is Kind.ALL_SURVEILLANCE
    assert review_change(plan, 3, action("Call me on Sunday at six"), mine=False) == ()
    own = review_change(plan, 1, action(SECRETS[0]), mine=True)
    assert [(each.kind, each.place) for each in own] == [(Kind.COVERT, Place.OWN)]


def test_words_that_stand_in_the_plan_are_not_asked_about_anew() -> None:
    plan = live(PASSWORDS, *FAIR[:3])
    assert review_change(plan, 1, action(PASSWORDS), mine=False) == ()
    assert review_change(plan, 1, action(f"{PASSWORDS}, ever"), mine=False) != ()


def test_openness_that_was_agreed_is_as_fair_before_it_is_agreed_to_anew() -> None:
    """Where a change is begun, nothing is agreed to yet: its untouched words were called a trap on 28 November 2026."""
    watching = "Share your phone location with me at all times"
    agreed = action(watching, Consent.AGREED, "so that I can sleep", days=20)
    plan, untouched = live(agreed, *FAIR[:3]), replace(agreed, consent=None, ends=None)
    later = FIRST + timedelta(days=70)  # of another look, weeks after its first day
    other = replace(agreed, text=f"{watching} until we go to bed")
    for fair in (
        untouched,
        replace(untouched, ends=later),
        replace(agreed, ends=later),
        replace(other, consent=None, ends=later),
        replace(other, ends=later),
    ):
        assert review_change(plan, 1, fair, mine=False) == (), fair
    for unfair, kind in (
        (replace(untouched, consent=Consent.NOT_ASKED), Kind.ENDLESS),
        (replace(untouched, consent=Consent.WILL_NOT_KNOW), Kind.COVERT),
        (replace(untouched, purpose=""), Kind.ENDLESS),
        (replace(untouched, about_openness=False), Kind.ENDLESS),
        (replace(untouched, text="Kneel in front of me and confess every evening"), Kind.PENANCE),
    ):
        assert [each.kind for each in review_change(plan, 1, unfair, mine=False)] == [kind], unfair


def test_an_answer_that_was_taken_back_is_no_change() -> None:
    """With *No* the consent and the purpose are not asked for, and what they were given stays in their fields."""
    plan = live(PASSWORDS, *FAIR[:3])
    back = replace(action(PASSWORDS), consent=Consent.NOT_ASKED, purpose="so that I can sleep")
    assert review_change(plan, 1, back, mine=False) == ()
