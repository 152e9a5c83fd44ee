"""Quitting while something is under way that the user would miss: wait, stop it, or stay."""

from importlib import import_module

from PySide6.QtWidgets import QWidget

from workbench.ui.desk import Desk
from workbench.ui.tasks import Job


def may_close(window: QWidget, desk: Desk) -> bool:
    """Whether a window can be closed now; where the user waits, it closes by itself when the work is done."""
    jobs = desk.tasks.that_matter()
    if not jobs:
        return True
    # most windows are closed without a question, and dialogs bring printing along
    dialogs = import_module("workbench.ui.dialogs")
    wanted = dialogs.how_to_quit(desk.words, desk.theme, desk.words(jobs[0].name))
    if wanted == dialogs.Quit.WAIT:
        _wait(window, jobs[0], desk)
    return bool(wanted == dialogs.Quit.STOP)


def _wait(window: QWidget, job: Job, desk: Desk) -> None:
    if job not in desk.tasks.that_matter():
        window.close()  # it ended while the question was open
        return
    desk.say(desk.words("The window closes when “{name}” is done.", name=desk.words(job.name)))
    for ended in (job.finished, job.failed):
        ended.connect(window.close)
