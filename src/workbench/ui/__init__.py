"""Shared Qt: the frame of the window and the pieces every page is made of.

Writing a page. Subclass `Page` (shell/pages.py). It is built with a `Desk` (desk.py: workspace, words, theme,
settings, tasks, clock) and nothing else. It says its `title()`, its `entries()` (menu.py: label, keys, run, icon, menu,
when, why; menus, keys and the search are drawn from them), shows a record in `opened(target)`, names it in `target()`
so that Back finds it, and asks for another page with `wanted.emit(page, target)`. Its factory stands in plan.py.

Reading and changing. Read in one `with desk.workspace.read()` block into frozen rows; change with
`desk.workspace.do(command, …)` inside `desk.attempt(…)`, which tells refusals. Connect `desk.workspace.changed` to a
method that looks for its own rows with `change.ids("account")` and refreshes those only.

Lists and forms. A list with a filter, chips and details is a `ListPage` over a `Room` (list_page.py), its table a
`TableView` over a `ListingModel`. A `Form` (form.py) draws fields and saves each edit as one command; what is half
typed is kept as a draft. Chips for values of closed lists stand in widgets/chips.py.

Looks. Layouts are expressions (layout.py: column, row, grid, scrolling). Colours and fonts come from the theme:
`theme.color("muted")`, `theme.font("strong")`, and lengths that hold text from `theme.px(…)`. Painted pieces share
painting.py. Texts are `Said`, `Shortened` or `Link`; tooltips go through `explain`: nothing here ever reads markup.

Elsewhere. Work that takes longer than a moment goes through `desk.tasks.run(…)`; modal windows are opened by dialogs.py
only; `desk.say` and `desk.complain` are the quiet line at the lower left. Everything that takes the focus has an
accessible name and an object name such as `board.card.142`.
"""

from workbench.ui.features import leave_sources_unread

leave_sources_unread()
