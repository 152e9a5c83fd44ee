"""What is said aloud to people who listen to a screen reader: one helper for all."""

from collections import deque

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

# the newest last: for whoever did not catch it, and for tests
HEARD: deque[str] = deque(maxlen=50)


def announce(widget: QWidget, text: str, urgent: bool = False) -> None:
    """Have a screen reader say something that changed; `urgent` interrupts what it is saying."""
    if not text:
        return
    HEARD.append(text)
    event = QAccessibleAnnouncementEvent(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
