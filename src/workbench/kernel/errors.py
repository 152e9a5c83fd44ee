"""Two kinds of errors: the world's fault is a `UserError` and is told to the user, everything else is ours."""

from typing import ClassVar

from workbench.kernel.words import N_, Words


class UserError(Exception):
    """Something the user can understand and act on.

    Subclasses give `message` (what happened), `consequence` (what it means for the data) and `advice`
    (what to do) as sentences in English with named places; the values for the places are given when it is raised.
    """

    message: ClassVar[str] = N_("That did not work.")
    consequence: ClassVar[str] = N_("Nothing was changed.")
    advice: ClassVar[str] = ""

    def __init__(self, **values: object) -> None:
        super().__init__(values)
        self.values = values

    def sentence(self, words: Words) -> str:
        """The whole text for a person, in the language of `words`."""
        parts = (self.message, self.consequence, self.advice)
        return " ".join(words(part, **self.values) for part in parts if part)

    def __str__(self) -> str:
        return self.sentence(Words.english())
