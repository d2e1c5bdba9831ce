"""What the person had asked where examples were put in, to be put back."""

from trust_desktop.domain.draft import ActionDraft


class BeforeExamples:
    """Only the person's own is held: an example with a word changed is theirs, one left as it is gives way to the next."""

    def __init__(self) -> None:
        self._held: list[ActionDraft] = []
        self._examples: set[tuple[str, ...]] = set()

    def hold(self, stands: ActionDraft, example: ActionDraft) -> None:
        """Hold what stands where the example will."""
        words = _words(stands)
        if any(words) and words not in self._examples:
            self._held = [*self._before(stands), stands]
        self._examples.add(_words(example))

    def last(self, stands: ActionDraft) -> ActionDraft | None:
        """Return what stood there last before what stands there now."""
        held = self._before(stands)
        return held[-1] if held else None

    def goes_on(self, stands: ActionDraft) -> None:
        """What stands is being changed: where it was held it is in the person's hand again."""
        self._held = self._before(stands)

    def _before(self, stands: ActionDraft) -> list[ActionDraft]:
        held = [_words(each) for each in self._held]
        words = _words(stands)
        return self._held[: held.index(words)] if words in held else self._held


def _words(action: ActionDraft) -> tuple[str, ...]:
    return action.text.strip(), action.known_by.strip(), action.purpose.strip()
