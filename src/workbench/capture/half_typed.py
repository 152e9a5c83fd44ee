"""A line that is being typed, kept in the portfolio so that it outlives a crash."""

from workbench.kernel import drafts
from workbench.kernel.workspace import Workspace

PLACE = drafts.Place("capture", 0, "line")


def keep_line(workspace: Workspace, text: str) -> None:
    """Remember a half-typed line; an empty one is forgotten."""
    if workspace.book.read_only:
        return
    with workspace.change("") as session:
        if text.strip():
            drafts.keep(session, PLACE, text)
        else:
            drafts.forget(session, PLACE)


def take_line(workspace: Workspace) -> str:
    """The line that a crash left behind, which is forgotten then; empty if there is none."""
    if workspace.book.read_only:
        # somebody else may be typing it at this moment
        return ""
    with workspace.read() as session:
        text = next((text for place, text in drafts.waiting(session) if place == PLACE), "")
    if text:
        keep_line(workspace, "")
    return text
