"""What Qt itself says, in its dialogs and in the menus of text fields, in the language of the window."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from workbench.kernel.words import N_, Words

# what Qt's own dialog for files says and its catalogues leave in English
LEFT = (N_("&Look in:"), N_("Files of &type:"), N_("Folder"))
SPOKEN = "spoken_by_qt"
NAME = "stock"


def speak_stock(app: QCoreApplication, language: str) -> None:
    """Have Qt speak a language from now on; what it spoke before is forgotten."""
    if app.property(SPOKEN) == language:
        return
    for before in app.findChildren(QTranslator, NAME):
        app.removeTranslator(before)
        before.setParent(None)
    app.setProperty(SPOKEN, language)
    # who is installed last is asked first: the rest is for what Qt's own catalogue lacks
    rest, made = _Rest(app, Words.of(language)), QTranslator(app)
    app.installTranslator(rest)
    made.setObjectName(NAME)
    if made.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(made)


class _Rest(QTranslator):
    def __init__(self, app: QCoreApplication, words: Words) -> None:
        super().__init__(app)
        self._words = words
        self.setObjectName(NAME)

    def translate(self, _context: str, text: str, _more: str | None = None, _n: int = -1) -> str | None:
        return self._words(text) if text in LEFT else None
