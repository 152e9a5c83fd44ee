"""The manual, in the window: the text of `docs/manual`, with its contents at the left and a line to search in it."""

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QKeySequence,
    QShortcut,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QTextBrowser

from workbench.kernel.manual import manual
from workbench.ui.desk import Desk
from workbench.ui.layout import column, row
from workbench.ui.shell.pages import Page
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said

CONTENTS, WIDEST = 230, 820
AIR = 128  # percent of a line
PICTURE = "\ufffc"  # what stands in a text for something that is none


class ManualPage(Page):
    """Nothing is fetched: pictures come from the folder of the manual, links to the world lead nowhere."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("manual")
        theme, words = desk.theme, desk.words
        self.text = _Browser(words.language, theme.px(WIDEST))
        self.text.setObjectName("manual.text")
        self.text.setAccessibleName(words("Manual"))
        self._contents = QListWidget()
        self._contents.setObjectName("manual.contents")
        self._contents.setAccessibleName(words("Contents"))
        self._contents.setFixedWidth(theme.px(CONTENTS))
        self._contents.setFrameShape(QFrame.Shape.NoFrame)
        for heading in self.text.headings():
            item = QListWidgetItem(heading)
            item.setSizeHint(QSize(0, theme.px(30)))
            self._contents.addItem(item)
        self._contents.currentRowChanged.connect(self.text.show_heading)
        self._find = QLineEdit()
        self._find.setObjectName("manual.find")
        self._find.setPlaceholderText(words("Find in the manual"))
        self._find.setAccessibleName(words("Find in the manual"))
        self._find.setMaximumWidth(theme.px(260))
        self._find.returnPressed.connect(self._find_next)
        QShortcut(QKeySequence("Ctrl+F"), self, self._find.setFocus)
        head = Panel(theme, "surface", "b")
        head.setLayout(row(Said(theme, self.title(), "display"), None, self._find, margins=(20, 12, 16, 12)))
        self.setLayout(
            column(
                head,
                row(self._contents, self.text, margins=(16, 10, 0, 0), gap=0, stretch=(0, 1)),
                gap=0,
                stretch=(0, 1),
            )
        )

    def title(self) -> str:
        return self.desk.words("Manual")

    def opened(self, target: object) -> None:
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find_next(self) -> None:
        wanted = self._find.text()
        if wanted and not self.text.find(wanted):
            # once more from the beginning
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(wanted)


class _Browser(QTextBrowser):
    """The rendered text."""

    def __init__(self, language: str, widest: int) -> None:
        super().__init__()
        self._widest, self._shown = widest, manual(language)
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)
        self.document().setDocumentMargin(20)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._show()

    def headings(self) -> list[str]:
        """The names of the chapters, in their order."""
        return [block.text() for block in self._chapters()]

    def show_heading(self, place: int) -> None:
        chapters = self._chapters()
        if 0 <= place < len(chapters):
            cursor = QTextCursor(chapters[place])
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + self.cursorRect().top())

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture beside the manual, no wider than the page; nothing from anywhere else."""
        url = name if isinstance(name, QUrl) else QUrl(name)
        if kind != QTextDocument.ResourceType.ImageResource.value or url.scheme() not in ("", "file"):
            return None
        picture = QImage(str((self._shown.folder / url.path()).resolve()))
        if picture.width() <= self._widest:
            return picture
        size = QSize(self._widest, picture.height() * self._widest // max(1, picture.width()))
        return picture.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)

    def _chapters(self) -> list:  # type: ignore[type-arg]
        block, found = self.document().begin(), []
        while block.isValid():
            if block.blockFormat().headingLevel() == 2:
                found.append(block)
            block = block.next()
        return found

    def _follow(self, url: QUrl) -> None:
        """Another language of the manual; links to the world lead nowhere, for nothing here goes online."""
        name, dot, ending = url.path().partition(".")
        if dot and ending == "md":
            self._shown = manual(name)
            self._show()

    def _show(self) -> None:
        self.setMarkdown(self._shown.text)
        # Markdown has no say in how it looks, and Qt sets it without any air
        block = self.document().begin()
        while block.isValid():
            cursor, look = QTextCursor(block), block.blockFormat()
            level = look.headingLevel()
            look.setTopMargin(22 if level else 0)
            look.setBottomMargin(8 if not block.textList() else 3)
            if PICTURE not in block.text():
                # the air of a line as high as a picture would be a hole in the page
                look.setLineHeight(AIR, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.setBlockFormat(look)
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)
