"""The list pages with everything their records own, also from slices that they do not know."""

from dataclasses import replace

from workbench.accounts.ui.lists import LISTS as OF_ACCOUNT
from workbench.accounts.ui.room import ROOM as ACCOUNT_ROOM
from workbench.action_items.ui.lists import OWNED, PROMISES, STEPS
from workbench.action_items.ui.room import ROOM as ACTION_ROOM
from workbench.contacts.ui.lists import LISTS as OF_PERSON
from workbench.contacts.ui.room import ROOM as CONTACT_ROOM
from workbench.kam.departments.ui.verbs import DepartmentVerbs
from workbench.kam.requests.ui.from_action import AskingVerbs
from workbench.meetings.ui.lists import LISTS as OF_MEETING
from workbench.meetings.ui.room import ROOM as MEETING_ROOM
from workbench.team.growing.ui.lists import GROWTH, PROFILE
from workbench.team.growing.ui.playbook import ROOM as PLAYBOOK_ROOM
from workbench.team.ui.lists import ASSIGNMENTS
from workbench.team.ui.lists import TEAM as ACCOUNT_TEAM
from workbench.team.ui.room import ROOM as TEAM_ROOM

ACCOUNTS = replace(ACCOUNT_ROOM, lists=(ACCOUNT_TEAM, *OF_ACCOUNT))
CONTACTS = replace(CONTACT_ROOM, lists=(*OF_PERSON, *PROMISES))
MEETINGS = replace(MEETING_ROOM, lists=OF_MEETING)
ACTIONS = replace(ACTION_ROOM, lists=(STEPS,), verbs=AskingVerbs)
PLAYBOOK = PLAYBOOK_ROOM
TEAM = replace(TEAM_ROOM, lists=(ASSIGNMENTS, *PROFILE, *GROWTH, OWNED), verbs=DepartmentVerbs)
