"""What only a person can decide about one card: answered before, or to be asked."""

from __future__ import annotations

from netjournal.domain.values import PersonId
from netjournal.exchange.plan import Answers, Choices, Question, Whom
from netjournal.exchange.vcard.reading import ReadCard


class Asking:
    """The questions about one card; called with one, it is an ``Ask``."""

    def __init__(self, card: ReadCard, answers: Answers) -> None:
        self.open: list[Question] = []
        """What nobody has answered yet."""
        self.apart: tuple[PersonId, ...] = ()
        """Whom the card is not of, by an answer: never to be asked about again."""
        self._card = card.canon[:16]
        self._answers = answers

    def __call__(self, about: str, text: str, choices: Choices, people: Whom = ()) -> int:
        """The place of the choice that was made, 0 while nobody answered; see ``Question``."""
        key = self._key(about)
        answer = self._answers.get(key)
        if answer is None:
            self.open.append(Question(key=key, text=text, choices=choices, people=people))
        elif answer == 0:
            self.apart = tuple(filter(None, people))
        return answer or 0

    def is_open(self, about: str) -> bool:
        """Whether that was asked and nobody has answered."""
        return any(question.key == self._key(about) for question in self.open)

    def _key(self, about: str) -> str:
        return f"{self._card}-{about}"
