"""Text without accents and case, so that *Iberlogistica* finds *Iberlogística* and Á sorts beside A."""

import unicodedata


class _Folds(dict[int, str]):
    def __missing__(self, letter: int) -> str:
        plain = "".join(c for c in unicodedata.normalize("NFKD", chr(letter)) if not unicodedata.combining(c))
        self[letter] = plain
        return plain


_FOLDS = _Folds()
LONGEST_NUMBER, NATIONAL = 30, 9


def fold(text: str | None) -> str:
    """`text` in lower case and without accents; ñ becomes n."""
    if not text:
        return ""
    # most names have no accent, and lists of a hundred thousand are sorted by this
    return text.lower() if text.isascii() else text.translate(_FOLDS).casefold()


def plain(text: str) -> str:
    """`text` without accents, its capitals kept."""
    return text.translate(_FOLDS)


def digits(text: str | None) -> str:
    """Only the digits of a telephone number."""
    return "".join(filter(str.isdecimal, text)) if text else ""


def number_words(text: str | None) -> str:
    """A telephone number as words to search for: whole, without the country's code, and from its end."""
    number = digits(text)[:LONGEST_NUMBER]
    return " ".join(dict.fromkeys((number, number[-NATIONAL:], ending_in(number)))) if number else ""


def ending_in(number: str) -> str:
    """The beginning of the word for all numbers that end so."""
    return f"e{number[::-1]}"
