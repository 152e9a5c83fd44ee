"""What Qt itself says, in its dialogs and in the menus of text fields, in the language of the window."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

SPOKEN = "spoken_by_qt"
NAME = "stock"


def speak_stock(app: QCoreApplication, language: str) -> None:
    """Have Qt speak a language from now on; what it spoke before is forgotten."""
    if app.property(SPOKEN) == language:
        return
    before = app.findChild(QTranslator, NAME)
    if before is not None:
        app.removeTranslator(before)
        before.setParent(None)
    app.setProperty(SPOKEN, language)
    made = QTranslator(app)
    made.setObjectName(NAME)
    if made.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(made)
