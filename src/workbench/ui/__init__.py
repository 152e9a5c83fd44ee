"""Shared Qt: the frame of the window and the pieces every page is made of.

A page is a `Page` (shell/pages.py): it is built with a `Desk` (workspace, words, formats, settings, tasks, notices),
says its title and its entries (menu.py), shows a record in `opened(target)`, and refreshes only what a change touched.
A list with details is a `ListPage` over a `Listing` (list_page.py); a form is drawn from fields (form.py). Layouts are
expressions (layout.py), colours come from the theme (theme.py), texts are plain (widgets/said.py).
"""
