"""Importing: what is created, what is recognised, what is left alone, and taking all of it back."""

import json

import pytest
from sqlalchemy import func, select

from tests.support.dump import dump
from workbench.accounts.model import Account
from workbench.exchange import failures
from workbench.exchange.importing import Options, Watch, import_as_one, import_files, preview
from workbench.exchange.policy import Policy
from workbench.kernel.words import Words
from workbench.opening import Access, open_portfolio

ENGLISH = Words.english()
CUSTOMERS = """Company,Tier,Industry,City,Tax ID,Colour
Acme,Key,Steel,Bilbao,B1,red
Betamax,,Video,,B2,
"""


def rows(workspace, sql):
    with workspace.read() as session:
        return [tuple(row) for row in session.connection().exec_driver_sql(sql)]


def told(report):
    return [remark.sentence(ENGLISH) for remark in (*report.files[0].unread, *report.files[0].warnings)]


def test_a_customer_list_becomes_accounts(workspace, written, imported):
    report = imported(written("customers.csv", CUSTOMERS))
    assert report.created == {"accounts": 2}
    assert rows(workspace, "SELECT name, tier, sector, tax_id FROM account ORDER BY id") == [
        ("Acme", "key", "Steel", "B1"),
        ("Betamax", "c", "Video", "B2"),
    ]
    assert rows(workspace, "SELECT city FROM address") == [("Bilbao",)]


def test_a_column_without_a_field_becomes_a_fact_with_its_source(workspace, written, imported):
    imported(written("customers.csv", CUSTOMERS))
    assert rows(workspace, "SELECT name, value, source, as_of FROM fact") == [
        ("Colour", "red", "customers.csv", "2026-03-10")
    ]


def test_the_report_says_which_column_went_where(written, imported):
    text = imported(written("customers.csv", CUSTOMERS)).text(ENGLISH)
    assert "Company → Name" in text
    assert "Industry → Sector" in text
    assert "Colour: kept as it is, with its name" in text


def test_the_report_is_plain_json(written, imported):
    report = json.loads(json.dumps(imported(written("customers.csv", CUSTOMERS)).as_json(ENGLISH)))
    assert report["created"] == {"accounts": 2}
    assert report["files"][0]["tables"][0]["columns"][0] == {
        "column": "Company",
        "field": "name",
        "label": "Name",
        "times": 1,
        "currency": None,
        "kept": "field",
    }


def test_the_same_list_again_doubles_nothing(workspace, written, imported):
    path = written("customers.csv", CUSTOMERS)
    imported(path)
    before = dump(workspace)
    report = imported(path, match=("name",))
    assert report.unchanged == {"accounts": 2}
    assert dump(workspace) == before


@pytest.mark.parametrize(
    ("policy", "sector", "phone"),
    [(Policy.SKIP, "Steel", None), (Policy.FILL, "Steel", "944 1"), (Policy.UPDATE, "Aluminium", "944 1")],
)
def test_what_happens_with_a_record_that_is_there(policy, sector, phone, workspace, written, imported):
    imported(written("customers.csv", CUSTOMERS))
    imported(
        written("more.csv", "Company,Industry,Phone,City\nACME,Aluminium,944 1,\n"), match=("name",), policy=policy
    )
    assert rows(workspace, "SELECT name, sector, phone FROM account WHERE tax_id = 'B1'") == [
        ("ACME" if policy is Policy.UPDATE else "Acme", sector, phone)
    ]


@pytest.mark.parametrize("policy", list(Policy))
def test_a_blank_never_overwrites_anything(policy, workspace, written, imported):
    imported(written("customers.csv", CUSTOMERS))
    before = dump(workspace)
    blank = "Company,Tier,Industry,City,Tax ID,Colour\nAcme,,,,,\nBetamax,,,,,\n"
    imported(written("blank.csv", blank), match=("name",), policy=policy)
    assert dump(workspace) == before


def test_a_record_is_recognised_by_the_key_that_was_chosen(workspace, written, imported):
    imported(written("customers.csv", CUSTOMERS))
    imported(written("renamed.csv", "Company,Tax ID\nAcme Steel,B1\n"), match=("tax_id",), policy=Policy.UPDATE)
    assert rows(workspace, "SELECT name FROM account ORDER BY id") == [("Acme Steel",), ("Betamax",)]


def test_two_records_with_one_name_are_not_guessed_between(workspace, written, imported):
    imported(written("twins.csv", "Company,City\nAcme,Bilbao\nAcme,Madrid\n"))
    report = imported(written("more.csv", "Company,Phone\nAcme,1\nNew,2\n"), match=("name",))
    assert report.created == {"accounts": 1}
    assert told(report) == ["2 records match “Acme”; it is not clear which one is meant."]
    assert (report.files[0].unread_file or "").endswith("more.unread.csv")


def test_a_parent_may_stand_later_in_the_file(workspace, written, imported):
    report = imported(written("groups.csv", "Company,Parent Company\nAcme Ibérica,Acme\nAcme,\nSolo,Unknown Group\n"))
    assert rows(
        workspace, "SELECT a.name, p.name FROM account a JOIN account p ON p.id = a.parent_id ORDER BY a.id"
    ) == [
        ("Acme Ibérica", "Acme"),
        ("Solo", "Unknown Group"),
    ]
    assert rows(workspace, "SELECT lifecycle FROM account WHERE name = 'Unknown Group'") == [("prospect",)]
    assert told(report) == ["The parent company “Unknown Group” is not in the list; it was added as a prospect."]


def test_a_circle_of_parents_is_not_closed(workspace, written, imported):
    report = imported(written("circle.csv", "Company,Parent Company\nA,B\nB,C\nC,A\nD,D\n"))
    assert len(rows(workspace, "SELECT 1 FROM account WHERE parent_id IS NOT NULL")) == 2
    assert len(told(report)) == 2


def test_a_flat_list_becomes_people_and_companies(workspace, written, imported):
    flat = """Nombre,Apellidos,Cargo,Correo electrónico,Móvil,Empresa,Sector
Iñaki,Peña,Compras,inaki@acme.es,+34 600 123 456,Acme,Acero
Ana,Ruiz,Dirección,ana@acme.es,,ACME,
Luis,Gil,,luis@solo.es,,,
"""
    report = imported(written("lista.csv", flat.encode("cp1252")))
    assert report.created == {"accounts": 1, "contacts": 3}
    assert rows(
        workspace,
        "SELECT p.name, r.title, a.name FROM contact_role r JOIN person p ON p.id = r.person_id JOIN account a ON a.id = r.account_id ORDER BY p.id",
    ) == [
        ("Iñaki Peña", "Compras", "Acme"),
        ("Ana Ruiz", "Dirección", "Acme"),
    ]
    assert rows(workspace, "SELECT value, label, digits FROM contact_point WHERE kind = 'phone'") == [
        ("+34 600 123 456", "mobile", "34600123456")
    ]
    assert report.files[0].encoding == "Windows-1252"


def test_a_person_is_recognised_by_e_mail_and_gains_a_second_company(workspace, written, imported):
    imported(written("one.csv", "Name,Email,Company\nAna Ruiz,ana@acme.es,Acme\n"))
    report = imported(
        written("two.csv", "Name,Email,Company,Mobile\nA. Ruiz,ANA@acme.es,Betamax,600 1\n"), match=("email",)
    )
    assert report.updated == {"contacts": 1}
    assert rows(workspace, "SELECT name FROM person") == [("Ana Ruiz",)]
    assert len(rows(workspace, "SELECT 1 FROM contact_role")) == 2


def test_the_same_name_at_another_company_is_somebody_else(workspace, written, imported):
    imported(written("one.csv", "Name,Job Title,Company\nAna Ruiz,CEO,Acme\n"))
    imported(written("two.csv", "Name,Job Title,Company\nAna Ruiz,CEO,Betamax\nAna Ruiz,CFO,Acme\n"), match=("name",))
    assert len(rows(workspace, "SELECT 1 FROM person")) == 2


def test_a_team_with_its_managers(workspace, written, imported):
    team = "Name,Manager,Department,Office,Initials\nAna,Luis,Ventas,Bilbao,AR\nLuis,,Ventas,Bilbao,LG\nPep,Nobody,,,\n"
    report = imported(written("team.csv", team), kind="team")
    assert report.created == {"team": 3}
    assert rows(workspace, "SELECT m.name, b.name FROM member m JOIN member b ON b.id = m.manager_id") == [
        ("Ana", "Luis")
    ]
    assert rows(workspace, "SELECT name, code FROM department") == [("Ventas", "VEN")]
    assert rows(workspace, "SELECT note FROM member WHERE name = 'Pep'") == [("Manager: Nobody",)]


def test_actions_find_their_owner(workspace, written, imported):
    imported(written("team.csv", "Name,Office,Manager\nAna Ruiz,Bilbao,\n"), kind="team")
    imported(written("people.csv", "Name,Email,Company\nJon Etxea,jon@acme.es,Acme\n"))
    actions = """Task,Account,Assigned to,Due date,Status,Priority
Send prices,Acme,ana ruiz,31/3/2026,Not started,High
Confirm volumes,Acme,Jon Etxea,5/4/2026,Completed,Normal
Ask around,,Somebody,1/4/2026,In progress,Low
"""
    report = imported(written("tasks.csv", actions))
    assert report.created == {"actions": 3}
    assert rows(
        workspace,
        "SELECT title, direction, state, priority, due, member_id IS NOT NULL, person_id IS NOT NULL FROM action_item ORDER BY id",
    ) == [
        ("Send prices", "we_owe", "todo", "high", "2026-03-31", 1, 0),
        ("Confirm volumes", "they_owe", "done", "normal", "2026-04-05", 0, 1),
        ("Ask around", "internal", "in_progress", "low", "2026-04-01", 0, 0),
    ]
    assert rows(workspace, "SELECT note FROM action_item WHERE title = 'Ask around'") == [("Owner: Somebody",)]


def test_meetings_from_a_table(workspace, written, imported):
    table = """Subject,Start Date,Start Time,End Date,End Time,All day event,Location,Description
Visit Acme,10/20/2026,9:30:00 AM,10/20/2026,11:00:00 AM,False,Bilbao,Bring samples
Fair,10/21/2026,,10/23/2026,,True,Madrid,
"""
    imported(written("calendar.csv", table))
    assert rows(
        workspace, "SELECT title, day, start, minutes, end_day, place, time_zone, starts_at FROM meeting ORDER BY id"
    ) == [
        (
            "Visit Acme",
            "2026-10-20",
            "09:30:00.000000",
            90,
            None,
            "Bilbao",
            "Europe/Madrid",
            "2026-10-20 07:30:00.000000",
        ),
        ("Fair", "2026-10-21", None, None, "2026-10-23", "Madrid", "Europe/Madrid", "2026-10-20 22:00:00.000000"),
    ]


def test_rows_that_cannot_be_read_are_kept_beside_the_source(workspace, written, imported):
    ragged = 'Company,City,Renewal date\nAcme,Bilbao,1/2/2026\nToo,many,1/2/2026,values,here\n,Nameless,\nLate,x,31/4/2026\n"Open,quote,\nGood,Lugo,\n'
    path = written("ragged.csv", ragged)
    report = imported(path)
    assert [(remark.line, remark.sentence(ENGLISH)) for remark in report.files[0].unread] == [
        (3, "This row has 5 values, and the header has 3."),
        (4, "This row has no name."),
        (5, "The day “31/4/2026” does not exist."),
        (6, "A quote is opened here and never closed."),
    ]
    kept = path.with_name("ragged.unread.csv").read_text(encoding="utf-8")
    assert (
        kept
        == '"Company","City","Renewal date"\nToo,many,1/2/2026,values,here\n,Nameless,\nLate,x,31/4/2026\n"Open,quote,\n'
    )
    assert rows(workspace, "SELECT name FROM account ORDER BY id") == [("Acme",), ("Good",)]


def test_a_file_of_unread_rows_is_never_overwritten(written, imported):
    path = written("list.csv", "Company,City\nAcme,\n,Nameless\n")
    path.with_name("list.unread.csv").write_text("mine", encoding="utf-8")
    assert (imported(path).files[0].unread_file or "").endswith("list.unread-2.csv")
    assert path.with_name("list.unread.csv").read_text(encoding="utf-8") == "mine"


def test_values_that_are_no_numbers_are_kept(workspace, written, imported):
    report = imported(written("list.csv", "Company,Employees\nAcme,50-100\n"))
    assert rows(workspace, "SELECT employees FROM account") == [(None,)]
    assert rows(workspace, "SELECT name, value FROM fact") == [("Employees", "50-100")]
    assert told(report) == ["“50-100” is not a number."]


def test_a_trial_says_what_would_happen_and_changes_nothing(workspace, written, imported):
    before = dump(workspace)
    path = written("customers.csv", CUSTOMERS + ",Nameless,,,,\n")
    report = imported(path, is_dry_run=True)
    assert report.created == {"accounts": 2}
    assert "nothing was changed" in report.text(ENGLISH)
    assert dump(workspace) == before
    assert workspace.undo_label is None
    assert not path.with_name("customers.unread.csv").exists()


def test_a_preview_changes_nothing(workspace, written):
    before = dump(workspace)
    reading = preview(workspace, written("customers.csv", CUSTOMERS), Options())
    assert (reading.content, reading.encoding, reading.separator) == ("csv", "UTF-8", ",")
    assert reading.heads[0].sample[0] == ("Acme", "Key", "Steel", "Bilbao", "B1", "red")
    assert len(reading.records) == 2
    assert dump(workspace) == before


def test_every_file_is_one_change_that_can_be_undone_after_a_restart(workspace, written, imported, tmp_path):
    before = dump(workspace)
    imported(written("customers.csv", CUSTOMERS))
    middle = dump(workspace)
    imported(written("people.csv", "Name,Email,Company\nAna,ana@acme.es,Acme\n"))
    after = dump(workspace)
    workspace.close()
    reopened = open_portfolio(tmp_path / "p.portfolio", Access(workspace.clock))
    assert reopened.undo_label == "Import"
    reopened.undo()
    assert dump(reopened) == middle
    reopened.undo()
    assert dump(reopened) == before
    reopened.redo()
    reopened.redo()
    assert dump(reopened) == after
    reopened.close()


def test_one_bad_file_does_not_stop_the_others(workspace, written):
    report = import_files(workspace, [written("bad.csv", b""), written("good.csv", CUSTOMERS)], Options())
    assert report.failure is None
    assert report.created == {"accounts": 2}
    assert "bad.csv is empty." in report.sentence(ENGLISH)


def test_a_mapping_that_the_user_made_is_remembered(workspace, written, imported):
    imported(
        written("one.csv", "Firma,Ort,Zz\nAcme,Bilbao,q\n"),
        kind="accounts",
        fields={"Firma": "name", "Ort": "city", "Zz": ""},
    )
    report = imported(written("two.csv", "Firma,Ort,Zz\nBetamax,Vigo,q\n"))
    assert report.files[0].tables[0].mapping == "Used before"
    assert rows(workspace, "SELECT city FROM address ORDER BY id") == [("Bilbao",), ("Vigo",)]
    assert rows(workspace, "SELECT 1 FROM fact") == []


def test_a_key_that_does_not_exist_is_told(written, imported):
    with pytest.raises(failures.NoSuchKey, match="colour"):
        imported(written("customers.csv", CUSTOMERS), match=("colour",))


@pytest.mark.parametrize(
    ("encoding", "separator"),
    [("utf-8", ","), ("utf-8-sig", ";"), ("utf-16", "\t"), ("utf-16-le", ";"), ("cp1252", ";"), ("cp1252", "|")],
)
def test_encodings_and_separators(encoding, separator, workspace, written, imported):
    text = separator.join(["Razón social", "Población"]) + "\n" + separator.join(["Peñafiel S.A.", "A Coruña"]) + "\n"
    imported(written("lista.csv", text.encode(encoding)))
    assert rows(workspace, "SELECT a.name, b.city FROM account a JOIN address b ON b.account_id = a.id") == [
        ("Peñafiel S.A.", "A Coruña")
    ]


def test_lines_in_different_encodings_are_each_read_in_their_own(workspace, written, imported):
    report = imported(
        written("mixed.csv", "Empresa,Ciudad\nPeña,Logroño\n".encode() + "Muñoz,Cádiz\n".encode("cp1252"))
    )
    assert rows(workspace, "SELECT name FROM account ORDER BY id") == [("Peña",), ("Muñoz",)]
    assert "1 lines are encoded otherwise" in told(report)[0]


def test_amounts_in_another_currency_do_not_replace_what_is_there(workspace, written, imported):
    imported(written("one.csv", "Company,Revenue,Invoiced\nAcme,1000 €,5 €\n"))
    report = imported(written("two.csv", "Company,Revenue\nAcme,$7\n"), match=("name",), policy=Policy.UPDATE)
    assert rows(workspace, "SELECT revenue, invoiced, currency FROM account") == [(100000, 500, "EUR")]
    assert "another currency" in told(report)[0]


def test_a_list_that_is_imported_again_doubles_nothing_without_being_told(workspace, written, imported):
    path = written("customers.csv", CUSTOMERS)
    imported(path)
    before = dump(workspace)
    assert imported(path).unchanged == {"accounts": 2}
    people = written("people.csv", "Name,Email,Company\nAna Ruiz,ana@acme.es,Acme\nLuis Gil,,Acme\n")
    assert imported(people).created == {"contacts": 2}
    with_people = dump(workspace)
    assert imported(people).unchanged == {"contacts": 2}
    assert dump(workspace) == with_people != before


def test_branches_of_one_name_in_one_list_stay_two_accounts(workspace, written, imported):
    branches = written("branches.csv", "Company,City,Email\nAcme,Bilbao,info@acme.es\nAcme,Madrid,info@acme.es\n")
    assert imported(branches).created == {"accounts": 2}
    assert rows(workspace, "SELECT city FROM address ORDER BY city") == [("Bilbao",), ("Madrid",)]
    again = imported(branches)
    assert again.created == {}
    assert "it is not clear which one is meant" in told(again)[0]


def test_two_tax_numbers_are_two_accounts_though_the_name_is_one(workspace, written, imported):
    imported(written("one.csv", "Company,Tax ID\nAcme,B1\n"))
    assert imported(written("two.csv", "Company,Tax ID\nAcme,B2\n")).created == {"accounts": 1}


def test_the_companies_of_a_group_that_share_an_e_mail_stay_apart(workspace, written, imported):
    group = written("group.csv", "Company,Email\nNorte Bilbao,info@norte.es\nNorte Madrid,info@norte.es\n")
    assert imported(group).created == {"accounts": 2}
    assert imported(group).unchanged == {"accounts": 2}
    # renamed: known by its e-mail
    assert imported(written("one.csv", "Company,Email\nSur,sur@sur.es\n")).created == {"accounts": 1}
    assert imported(written("new.csv", "Company,Email\nSur y Sol,sur@sur.es\n")).unchanged == {"accounts": 1}


def test_two_people_who_share_a_mailbox_stay_two_people(workspace, written, imported):
    people = written("people.csv", "Name,Email,Company\nAna Ruiz,info@acme.es,Acme\nLuis Gil,info@acme.es,Acme\n")
    assert imported(people).created["contacts"] == 2
    assert imported(people).unchanged == {"contacts": 2}
    # the same person, written shorter
    assert imported(written("two.csv", "Name,Email,Company\nA. Ruiz,info@acme.es,Acme\n")).unchanged == {"contacts": 1}


def test_two_cards_that_share_a_name_stay_two_people(workspace, written, imported):
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Ruiz\r\nN:Ruiz;Ana;;;\r\nTEL:{}\r\nEND:VCARD\r\n"
    imported(written("one.vcf", card.format("600 1")))
    assert imported(written("two.vcf", card.format("600 2"))).created == {"contacts": 1}


def test_two_of_our_own_people_may_share_a_name(workspace, written, imported):
    team = written("team.csv", "Sales Agent,Manager\nAna Ruiz,Luis Gil\nAna Ruiz,Eva Sol\n")
    assert imported(team, kind="team").created == {"team": 2}


FLAT = """Empresa;Contacto;Correo;Teléfono;Fecha de renovación;NIF;Color
Talleres Norte;Ana Ruiz;ana@norte.es;944 1;31/12/2026;B1;rojo
Talleres Norte;Luis Gil;luis@norte.es;944 2;;;
Solo Taller;;;944 3;01/02/2027;B3;verde
"""


def test_a_list_with_company_and_contact_in_one_row_makes_both_and_dates_the_renewal(workspace, written, imported):
    path = written("flat.csv", FLAT)
    assert imported(path).created == {"accounts": 2, "contacts": 2}
    assert rows(workspace, "SELECT name, tax_id, renewal_on FROM account ORDER BY id") == [
        ("Talleres Norte", "B1", "2026-12-31"),
        ("Solo Taller", "B3", "2027-02-01"),
    ]
    assert rows(workspace, "SELECT name FROM person ORDER BY id") == [("Ana Ruiz",), ("Luis Gil",)]
    assert imported(path).created == {}


def test_a_row_of_people_without_a_person_is_about_the_company(workspace, written, imported):
    report = imported(written("flat.csv", FLAT))
    assert report.unread == 0
    assert rows(workspace, "SELECT phone FROM account WHERE name = 'Solo Taller'") == [("944 3",)]
    facts = "SELECT f.value FROM fact f JOIN account a ON a.id = f.account_id WHERE a.name = 'Solo Taller'"
    assert rows(workspace, facts) == [("verde",)]


def test_a_row_with_neither_a_person_nor_a_company_is_kept_aside(written, imported):
    report = imported(written("flat.csv", FLAT + ";;;944 4;;;\n"))
    assert told(report) == ["This row has no name."]


def test_the_report_says_in_which_unit_a_column_was_taken(written, imported):
    text = imported(written("customers.csv", "Company,Revenue (millions EUR)\nAcme,3\n")).text(ENGLISH)
    assert "Revenue (millions EUR) → Their turnover (× 1,000,000 EUR)" in text


def test_files_that_come_as_one_are_one_step_and_a_broken_one_leaves_nothing(workspace, written):
    good = written("good.csv", "Company;City\nAcme;Bilbao\n")
    broken = written("broken.xlsx", b"no spreadsheet")
    more = written("more.csv", "Company;City\nUmbrella;Vigo\n")
    report = import_as_one(workspace, {file: Options() for file in (good, broken, more)})
    assert [file.error is None for file in report.files] == [True, False, True]
    assert report.created["accounts"] == 2
    workspace.undo()
    with workspace.read() as session:
        assert session.scalars(select(Account)).all() == []


def test_a_stop_in_the_second_file_takes_the_first_one_along(workspace, written):
    first = written("first.csv", "Company;City\nAcme;Bilbao\n")
    second = written("second.csv", "Company;City\nUmbrella;Vigo\n")
    asked: list[int] = []

    def stops() -> bool:
        with workspace.read() as session:
            asked.append(session.scalar(select(func.count()).select_from(Account)) or 0)
        return len(asked) > 8

    with pytest.raises(failures.Cancelled):
        import_as_one(workspace, {first: Options(), second: Options()}, Watch(stopped=stops))
    with workspace.read() as session:
        assert session.scalars(select(Account)).all() == []
    assert workspace.undo_label is None
