"""vCards 2.1, 3.0 and 4.0: every card becomes a person, with roles, labelled points, photo, and the rest as extras."""

import quopri
import re
from collections.abc import Iterator
from typing import Any

from vobject.base import ContentLine, VObjectError

from workbench.exchange.foreign import photo
from workbench.exchange.foreign.lines import Block, blocks_of, unfolded
from workbench.exchange.limits import Limits
from workbench.exchange.rows import BadRow, Record, Remark
from workbench.exchange.targets import FAX, HOME, HOME_FAX, MAIN, MOBILE, OTHER, PAGER, WORK, WORK_FAX
from workbench.kernel.words import N_

# what is no news about a person, or is said by another line as well
SILENT = frozenset(
    {
        "BEGIN",
        "END",
        "VERSION",
        "PRODID",
        "REV",
        "LABEL",
        "KEY",
        "SOUND",
        "LOGO",
        "MAILER",
        "CLASS",
        "AGENT",
        "SORT-STRING",
        "CLIENTPIDMAP",
        "XML",
        "SOURCE",
        "PROFILE",
        "NAME",
        "X-ABLABEL",
        "X-ABADR",
        "X-ABSHOWAS",
        "X-MS-OL-DESIGN",
        "X-MS-OL-DEFAULT-POSTAL-ADDRESS",
        "X-EVOLUTION-FILE-AS",
        "X-COUCHDB-APPLICATION-ANNOTATIONS",
        "X-MS-CARDPICTURE",
        "X-GENERATOR",
    }
)
EXTRA_NAMES = {
    "NICKNAME": "Nickname",
    "ANNIVERSARY": "Anniversary",
    "X-ANNIVERSARY": "Anniversary",
    "ROLE": "Role",
    "X-ABRELATEDNAMES": "Related",
    "X-ABDATE": "Date",
    "GENDER": "Gender",
    "GEO": "Position on the map",
    "TZ": "Time zone",
    "RELATED": "Related",
    "FBURL": "Free and busy",
    "CALURI": "Calendar",
}
MESSENGERS = {
    "X-AIM": "aim",
    "X-ICQ": "icq",
    "X-JABBER": "jabber",
    "X-MSN": "msn",
    "X-YAHOO": "yahoo",
    "X-SKYPE": "skype",
}
MESSENGERS |= {"IMPP": "chat", "X-MS-IMADDRESS": "chat", "X-SKYPE-USERNAME": "skype", "X-GOOGLE-TALK": "google talk"}
KIND_OF = {"TEL": "phone", "X-MS-TEL": "phone", "EMAIL": "email", "URL": "link"}
LONG_EXTRA = 1_000
_NAME = re.compile(r"^[A-Za-z0-9_-]+$")


def cards_of(text: str, limits: Limits) -> Iterator[Record | Remark]:
    """A person for every card; a Remark for one that is cut off or says nothing, and for what is left out of others."""
    for block in blocks_of(text, frozenset({"VCARD"})):
        if not block.is_whole:
            yield Remark(block.line, N_("This card is cut off: its end is missing."), raw=block.raw)
            continue
        yield from _card(block, limits)


def _card(block: Block, limits: Limits) -> Iterator[Record | Remark]:
    card = _Card(limits)
    for number, line in unfolded(block.lines, block.line):
        try:
            card.take(_content_line(line, number))
        except BadRow as bad:
            yield Remark(number, bad.text, bad.values)
        except (VObjectError, ValueError, LookupError, TypeError):
            yield Remark(number, N_("This line of a card cannot be read: {line}"), {"line": line[:60]})
    values = card.values()
    if values["name"]:
        yield Record("contacts", block.line, values, block.raw)
    else:
        yield Remark(block.line, N_("This card has no name, no company and no address."), raw=block.raw)


def _content_line(line: str, number: int) -> ContentLine:
    """One line of a card. Taken apart here: vobject's own pattern can take minutes over a line that means harm."""
    head, value = _parted(line)
    group, _, name = head[0].rpartition(".")
    if not _NAME.match(name):
        raise ValueError(line)
    params = [_param(part) for part in head[1:] if part]
    try:
        return ContentLine(name.replace("_", "-"), params, value, group or None, lineNumber=number)  # type: ignore[arg-type]
    except (UnicodeDecodeError, LookupError, TypeError):
        # letters that do not exist are left out, the rest of the line is kept
        plain = [param for param in params if param[0].upper() not in {"ENCODING", "CHARSET", "QUOTED-PRINTABLE"}]
        text = quopri.decodestring(value.encode("utf-8")).decode("utf-8", "ignore")
        return ContentLine(name, plain, text, group or None, lineNumber=number)  # type: ignore[arg-type]


def _parted(line: str) -> tuple[list[str], str]:
    """The name and the parameters of a line, and its value: at the first colon that is not within quotes."""
    parts, begin, is_quoted = [], 0, False
    for at, letter in enumerate(line):
        if letter == '"':
            is_quoted = not is_quoted
        elif letter in ";:" and not is_quoted:
            parts.append(line[begin:at])
            begin = at + 1
            if letter == ":":
                return parts, line[begin:]
    raise ValueError(line)


def _param(part: str) -> list[str]:
    name, is_named, values = part.partition("=")
    return [name, *(value.strip('"') for value in values.split(","))] if is_named else [name]


class _Card:
    """One card, line by line."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.own: dict[str, Any] = {}
        self.notes: list[str] = []
        self.companies: list[list[str | None]] = []
        self.points: list[tuple[str | None, list[str | None]]] = []
        self.labels: dict[str, str] = {}
        self.extras: list[list[str]] = []
        self.tags: list[str] = []

    def take(self, line: ContentLine) -> None:
        name, value = line.name, line.value.strip()
        if not value or name == "BEGIN" or name == "END":
            return
        taker = getattr(self, f"_take_{name.lower().replace('-', '_')}", None)
        if taker:
            taker(line, value)
        elif name in KIND_OF:
            self._take_point(line, KIND_OF[name], value)
        elif name in MESSENGERS:
            self.points.append((line.group, ["link", MESSENGERS[name], _plain(value)]))
        elif name not in SILENT and not name.startswith("X-PHONETIC") and "ENCODING" not in line.params:
            self._take_extra(name, _plain(value))

    def values(self) -> dict[str, Any]:
        """The values of the person."""
        for group, point in self.points:
            if group and group in self.labels:
                point[1] = self.labels[group]
        title, department = self.own.pop("title", None), self.own.pop("department", None)
        roles = [[company, None, unit] for company, unit in self.companies]
        if roles:
            roles[0][1] = title
            roles[0][2] = roles[0][2] or department
        elif title:
            roles = [[None, title, department]]
        found = self.own | {
            "name": self._name(),
            "points": [point for _, point in self.points],
            "roles": roles,
            "account": {},
        }
        if self.notes:
            found["note"] = "\n\n".join(self.notes)
        if self.tags:
            found["tags"] = ", ".join(self.tags)
        if self.extras:
            found["extras"] = self.extras
        return found

    def _name(self) -> str:
        parts = (self.own.get("given_name"), self.own.get("family_name"))
        composed = " ".join(part for part in parts if part)
        first = next((point[2] for _, point in self.points if point[0] in {"email", "phone"}), None)
        company = self.companies[0][0] if self.companies else None
        return str(self.own.pop("name", None) or composed or company or first or "")

    def _take_fn(self, _line: ContentLine, value: str) -> None:
        self.own.setdefault("name", _plain(value))

    def _take_n(self, _line: ContentLine, value: str) -> None:
        family, given, middle, before, _after, *_ = [*_parts(value), "", "", "", "", ""]
        self._set("family_name", family)
        self._set("given_name", " ".join(part for part in (given, middle) if part))
        self._set("salutation", before)

    def _take_org(self, _line: ContentLine, value: str) -> None:
        company, *units = _parts(value)
        role = [company or None, ", ".join(unit for unit in units if unit) or None]
        if company and company not in {known for known, _ in self.companies}:
            self.companies.append(role)
        elif not company:
            self._set("department", role[1] or "")

    def _take_title(self, _line: ContentLine, value: str) -> None:
        self._set("title", _plain(value))

    def _take_note(self, _line: ContentLine, value: str) -> None:
        self.notes.append(_plain(value))

    def _take_categories(self, _line: ContentLine, value: str) -> None:
        self.tags.extend(tag for tag in _parts(value, ",") if tag and tag not in self.tags)

    def _take_uid(self, _line: ContentLine, value: str) -> None:
        self._set("external_id", _plain(value))

    def _take_lang(self, _line: ContentLine, value: str) -> None:
        self._set("language", value[:2].lower())

    def _take_bday(self, _line: ContentLine, value: str) -> None:
        found = re.match(r"^(\d{4})-?(\d{2})-?(\d{2})", value)
        if found:
            self._set("birthday", "-".join(found.groups()))
        else:
            self._take_extra("Birthday", _plain(value))

    def _take_adr(self, line: ContentLine, value: str) -> None:
        box, more, street, city, region, postcode, country, *_ = [*_parts(value), *[""] * 7]
        town = " ".join(part for part in (postcode, city) if part)
        written = ", ".join(
            part.strip(", \n") for part in (box, more, street, town, region, country) if part.strip(", \n")
        )
        if written:
            self.points.append((line.group, ["address", _label(line, "address"), written]))

    def _take_photo(self, _line: ContentLine, value: str) -> None:
        if "photo" in self.own:
            return
        inline = re.match(r"^data:[^,]*;base64,", value)
        if re.match(r"^[a-z]+://", value, re.IGNORECASE):
            self._take_extra("Photo", value)
            raise BadRow(N_("The photo is at an address on the network; it was not fetched."))
        self._set("photo", photo.jpeg_of(value[inline.end() :] if inline else value, self.limits))

    def _take_x_ablabel(self, line: ContentLine, value: str) -> None:
        if line.group:
            self.labels[line.group] = re.sub(r"^_\$!<(.*)>!\$_$", r"\1", value)

    def _take_point(self, line: ContentLine, kind: str, value: str) -> None:
        text = re.sub(r"^(tel|mailto):", "", _plain(value), flags=re.IGNORECASE)
        if kind == "phone":
            text = re.sub(r";ext=", " ext. ", text, flags=re.IGNORECASE).split(";")[0].strip()
        if text:
            self.points.append((line.group, [kind, _label(line, kind), text]))

    def _take_extra(self, name: str, value: str) -> None:
        spoken = EXTRA_NAMES.get(name) or re.sub(r"^X-(MS-|EVOLUTION-|AB-?)?", "", name).replace("-", " ").capitalize()
        if value and len(value) <= LONG_EXTRA:
            self.extras.append([spoken, value])

    def _set(self, key: str, value: str) -> None:
        if value:
            self.own.setdefault(key, value)


def _label(line: ContentLine, kind: str) -> str | None:
    types = {part.lower() for value in line.params.get("TYPE", []) for part in value.split(",")}
    types |= {word.lower() for word in line.singletonparams}
    if "fax" in types:
        return HOME_FAX if "home" in types else WORK_FAX if "work" in types else FAX
    words = {"cell": MOBILE, "pager": PAGER, "main": MAIN, "home": HOME, "work": WORK, "other": OTHER}
    if kind != "phone":
        words.pop("cell")
    return next((label for word, label in words.items() if word in types), None)


def _parts(value: str, mark: str = ";") -> list[str]:
    return [_plain(part) for part in re.split(rf"(?<!\\){mark}", value)]


def _plain(value: str) -> str:
    return re.sub(r"\\(.)", _unescaped, value, flags=re.DOTALL).replace("\r\n", "\n").replace("\r", "\n").strip()


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]
