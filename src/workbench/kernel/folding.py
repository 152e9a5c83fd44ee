"""Text without accents and case, so that *Iberlogistica* finds *Iberlogística* and Á sorts beside A."""

import unicodedata


class _Folds(dict[int, str]):
    def __missing__(self, letter: int) -> str:
        plain = "".join(c for c in unicodedata.normalize("NFKD", chr(letter)) if not unicodedata.combining(c))
        self[letter] = plain
        return plain


_FOLDS = _Folds()
LONGEST_NUMBER, SHORTEST_TAIL = 30, 4


def fold(text: str | None) -> str:
    """`text` in lower case and without accents; ñ becomes n."""
    return text.translate(_FOLDS).casefold() if text else ""


def digits(text: str | None) -> str:
    """Only the digits of a telephone number."""
    return "".join(filter(str.isdecimal, text)) if text else ""


def tails(text: str | None) -> str:
    """A telephone number from every digit on, so that any part of it is the beginning of a word."""
    number = digits(text)[:LONGEST_NUMBER]
    return " ".join(number[begin:] for begin in range(len(number) - SHORTEST_TAIL + 1))
