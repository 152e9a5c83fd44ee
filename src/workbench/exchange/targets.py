"""The fields that a file can fill, by kind of record. Lean: the process that reads foreign files imports this."""

from dataclasses import dataclass

from workbench.kernel.words import N_


@dataclass(frozen=True)
class Target:
    """A field to fill: its key, its label, and how its values are read."""

    key: str
    label: str
    read: str = "text"


WORK, HOME, MOBILE, FAX, OTHER = N_("work"), N_("home"), N_("mobile"), N_("fax"), N_("other")
PAGER, WORK_FAX, HOME_FAX, MAIN = N_("pager"), N_("work fax"), N_("home fax"), N_("main")

ADDRESS = (
    Target("street", N_("Street")),
    Target("postcode", N_("Postcode")),
    Target("city", N_("City")),
    Target("region", N_("Region")),
    Target("country", N_("Country")),
)
ACCOUNTS = (
    Target("name", N_("Name")),
    Target("tier", N_("Tier")),
    Target("lifecycle", N_("Lifecycle")),
    Target("parent", N_("Parent company")),
    Target("parent_external_id", N_("External id of the parent company")),
    Target("owner", N_("Owner")),
    Target("sector", N_("Sector")),
    Target("tax_id", N_("Tax number")),
    Target("website", N_("Website")),
    Target("phone", N_("Phone")),
    Target("email", N_("E-mail"), "email"),
    Target("employees", N_("Employees"), "whole"),
    Target("revenue", N_("Their turnover"), "money"),
    Target("invoiced", N_("Invoiced this year"), "money"),
    Target("potential", N_("Potential a year"), "money"),
    Target("currency", N_("Currency"), "currency"),
    Target("founded", N_("Founded"), "year"),
    Target("customer_since", N_("Customer since"), "year"),
    Target("rhythm_days", N_("Contact rhythm (days)"), "whole"),
    Target("renewal_on", N_("Renewal"), "day"),
    Target("last_contact_on", N_("Last contact"), "day"),
    Target("health", N_("Health")),
    Target("health_reason", N_("Reason for the health")),
    Target("health_on", N_("Health assessed on"), "day"),
    Target("tags", N_("Tags"), "tags"),
    Target("language", N_("Language")),
    Target("notes", N_("Notes")),
    Target("external_id", N_("External id")),
    *ADDRESS,
)
CONTACTS = (
    Target("name", N_("Name")),
    Target("given_name", N_("Given name")),
    Target("middle_name", N_("Middle name")),
    Target("family_name", N_("Family name")),
    Target("salutation", N_("Salutation")),
    Target("company", N_("Account")),
    Target("title", N_("Position")),
    Target("department", N_("Department")),
    Target("email", N_("E-mail"), "email"),
    Target("email_work", N_("E-mail (work)"), "email"),
    Target("email_home", N_("E-mail (home)"), "email"),
    Target("email_other", N_("E-mail (other)"), "email"),
    Target("phone", N_("Phone")),
    Target("phone_work", N_("Phone (work)")),
    Target("phone_home", N_("Phone (home)")),
    Target("mobile", N_("Mobile")),
    Target("fax", N_("Fax")),
    Target("link", N_("Link")),
    Target("address", N_("Full address")),
    *ADDRESS,
    Target("birthday", N_("Birthday"), "day"),
    Target("rhythm_days", N_("Contact rhythm (days)"), "whole"),
    Target("last_contact_on", N_("Last contact"), "day"),
    Target("language", N_("Language")),
    Target("tags", N_("Tags"), "tags"),
    Target("note", N_("Note")),
    Target("external_id", N_("External id")),
    *(Target(f"account.{target.key}", target.label, target.read) for target in ACCOUNTS if target.key != "name"),
)
TEAM = (
    Target("name", N_("Name")),
    Target("given_name", N_("Given name")),
    Target("family_name", N_("Family name")),
    Target("initials", N_("Initials")),
    Target("title", N_("Position")),
    Target("department", N_("Department")),
    Target("manager", N_("Manager")),
    Target("office", N_("Office")),
    Target("email", N_("E-mail"), "email"),
    Target("phone", N_("Phone")),
    Target("hours_per_week", N_("Hours per week"), "number"),
    Target("left_on", N_("Left on"), "day"),
    Target("note", N_("Note")),
    Target("external_id", N_("External id")),
)
MEETINGS = (
    Target("title", N_("Title")),
    Target("account", N_("Account")),
    Target("day", N_("Day"), "day"),
    Target("start", N_("Starts at"), "time"),
    Target("end_day", N_("Last day"), "day"),
    Target("end", N_("Ends at"), "time"),
    Target("minutes", N_("Minutes"), "whole"),
    Target("all_day", N_("All day"), "flag"),
    Target("time_zone", N_("Time zone")),
    Target("kind", N_("Kind")),
    Target("status", N_("Status")),
    Target("place", N_("Place")),
    Target("phone", N_("Phone")),
    Target("attendees", N_("Attendees")),
    Target("purpose", N_("Purpose")),
    Target("outcome", N_("Wanted outcome")),
    Target("notes", N_("Notes")),
    Target("external_id", N_("External id")),
)
ACTIONS = (
    Target("title", N_("Action")),
    Target("account", N_("Account")),
    Target("direction", N_("Direction")),
    Target("owner", N_("Owner")),
    Target("department", N_("Department")),
    Target("start", N_("Start"), "day"),
    Target("due", N_("Due"), "day"),
    Target("state", N_("State")),
    Target("priority", N_("Priority")),
    Target("waiting_for", N_("Waiting for")),
    Target("blocked_reason", N_("Blocked because")),
    Target("effort", N_("Effort (hours)"), "number"),
    Target("done_on", N_("Done on"), "day"),
    Target("note", N_("Note")),
    Target("external_id", N_("External id")),
)
TARGETS: dict[str, dict[str, Target]] = {
    kind: {target.key: target for target in targets}
    for kind, targets in {
        "accounts": ACCOUNTS,
        "contacts": CONTACTS,
        "meetings": MEETINGS,
        "actions": ACTIONS,
        "team": TEAM,
    }.items()
}
# one of each group must have a column, or a row says too little to be a record
NEEDED: dict[str, tuple[frozenset[str], ...]] = {
    "accounts": (frozenset({"name"}),),
    "contacts": (frozenset({"name", "given_name", "family_name", "email", "email_work", "email_home"}),),
    "meetings": (frozenset({"title"}), frozenset({"day"})),
    "actions": (frozenset({"title"}),),
    "team": (frozenset({"name", "given_name", "family_name"}),),
}
