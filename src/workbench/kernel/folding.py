"""Text without accents and case, so that *Iberlogistica* finds *Iberlogística* and Á sorts beside A."""

import unicodedata


class _Folds(dict[int, str]):
    def __missing__(self, letter: int) -> str:
        plain = "".join(c for c in unicodedata.normalize("NFKD", chr(letter)) if not unicodedata.combining(c))
        self[letter] = plain
        return plain


_FOLDS = _Folds()


def fold(text: str | None) -> str:
    """`text` in lower case and without accents; ñ becomes n."""
    return text.translate(_FOLDS).casefold() if text else ""


def digits(text: str | None) -> str:
    """Only the digits of a telephone number."""
    return "".join(filter(str.isdecimal, text)) if text else ""
