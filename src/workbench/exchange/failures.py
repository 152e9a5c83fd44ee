"""What can go wrong with a foreign file as a whole, as sentences."""

from typing import ClassVar

from workbench.kernel.errors import UserError
from workbench.kernel.words import N_, Words


class ForeignFileError(UserError):
    """A file of another program that cannot be taken; values named in `spoken` are texts of ours as well."""

    # several files may come at once, and the others may be in
    consequence = N_("Nothing was imported from it.")
    spoken: ClassVar[tuple[str, ...]] = ()

    def sentence(self, words: Words) -> str:
        places = self.values.get("places")
        texts = {
            name: words(str(self.values[name]), **(places if isinstance(places, dict) else {})) for name in self.spoken
        }
        values = self.values | texts
        return " ".join(words(part, **values) for part in (self.message, self.consequence, self.advice) if part)


class EmptyFile(ForeignFileError):
    message = N_("{file} is empty.")
    advice = N_("Export it again from the other program.")


class OnlyHeader(ForeignFileError):
    message = N_("{file} has column names but no rows.")
    advice = N_("Export it again from the other program.")


class TooLarge(ForeignFileError):
    message = N_("{file} is too large: {size} MB, and {limit} MB are the limit.")
    advice = N_("Split it into smaller files.")


class TooManyParts(ForeignFileError):
    message = N_("{file} unpacks to more than it should: {parts} parts, {size} MB.")
    advice = N_("Save only the sheet you need, and import that.")


class TooManyColumns(ForeignFileError):
    message = N_("{file} has {columns} columns, and {limit} are the limit.")
    advice = N_("Keep the columns you need, and import that.")


class TooManyRows(ForeignFileError):
    message = N_("{file} has more than {limit} rows.")
    advice = N_("Split it into smaller files.")


class TooMuchText(ForeignFileError):
    message = N_("{file} has more cells than can be read at once.")
    advice = N_("Split it into smaller files.")


class UnknownContent(ForeignFileError):
    spoken = ("content",)
    message = N_("{file} is {content}, which cannot be imported.")
    advice = N_("Files that can be: CSV, XLSX, ODS, vCard, iCalendar, JSON.")


class Unreadable(ForeignFileError):
    message = N_("{file} cannot be read: {reason}")
    advice = N_("Open it in the program that made it and export it again.")


class TooHard(ForeignFileError):
    message = N_("{file} could not be read with the time and memory that one file may take.")
    advice = N_("Split it into smaller files, or export it again.")


class NothingInside(ForeignFileError):
    message = N_("{file} has nothing that can be imported.")


class NothingReadable(ForeignFileError):
    spoken = ("reason",)
    message = N_("Nothing in {file} can be read. Line {line}: {reason}")


class UnknownKind(ForeignFileError):
    message = N_("It is not clear what {file} lists. Its columns: {columns}.")
    advice = N_("Say it: accounts, contacts, meetings, actions or team; and which column is which.")


class NameColumnMissing(ForeignFileError):
    spoken = ("field",)
    message = N_("{file} has no column for “{field}”. Its columns: {columns}.")
    advice = N_("Say which column it is.")


class NoSuchColumn(ForeignFileError):
    message = N_("{file} has no column “{column}”. Its columns: {columns}.")


class NoSuchField(ForeignFileError):
    message = N_("There is no field “{field}”. Fields: {fields}.")


class NoSuchKey(ForeignFileError):
    message = N_("Records cannot be recognised by “{key}”. They can be by: {keys}.")
    consequence = N_("Nothing was imported.")


class OwnPortfolio(ForeignFileError):
    message = N_("{file} is the portfolio itself.")
    advice = N_("Choose a file of another program.")


class Cancelled(ForeignFileError):
    message = N_("Cancelled.")
    consequence = N_("Nothing was imported.")


BY_NAME: dict[str, type[UserError]] = {
    kind.__name__: kind
    for kind in (
        EmptyFile,
        OnlyHeader,
        TooLarge,
        TooManyParts,
        TooManyColumns,
        TooManyRows,
        TooMuchText,
        UnknownContent,
        Unreadable,
        TooHard,
        NothingInside,
        NothingReadable,
        UnknownKind,
        NameColumnMissing,
        NoSuchColumn,
        NoSuchField,
    )
}
