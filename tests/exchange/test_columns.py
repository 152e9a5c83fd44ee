"""Which column goes where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.exchange.columns import Known, Wish, known_programs, plain, understood
from workbench.exchange.failures import NameColumnMissing, NoSuchColumn, NoSuchField, UnknownKind
from workbench.exchange.targets import NEEDED, TARGETS
from workbench.kernel.words import Words


def fields(headers: str, wish: Wish | None = None) -> tuple[str, dict[str, str | None]]:
    found = understood("list.csv", headers.split(";"), wish or Wish())
    return found.kind, {column.header: column.field for column in found.columns}


def test_an_english_customer_list():
    assert fields("Company;Industry;Website;Number of employees;Colour") == (
        "accounts",
        {
            "Company": "name",
            "Industry": "sector",
            "Website": "website",
            "Number of employees": "employees",
            "Colour": None,
        },
    )


def test_a_spanish_customer_list():
    kind, found = fields("Razón social;CIF;Población;Facturación (M€);Gestor;Empresa matriz")
    assert kind == "accounts"
    assert found == {
        "Razón social": "name",
        "CIF": "tax_id",
        "Población": "city",
        "Facturación (M€)": "revenue",
        "Gestor": "owner",
        "Empresa matriz": "parent",
    }


def test_a_column_in_millions_says_so_in_its_name():
    columns = understood("x", ["Empresa", "Facturación (M€)", "Ventas (miles de euros)"], Wish()).columns
    assert (columns[1].times, columns[1].currency) == (1_000_000, "EUR")


def test_people_with_their_companies():
    kind, found = fields("Nombre;Apellidos;Cargo;Correo electrónico;Móvil;Empresa;Sector")
    assert kind == "contacts"
    assert found["Nombre"] == "given_name"
    assert found["Empresa"] == "company"
    assert found["Sector"] == "account.sector"


def test_nombre_is_the_given_name_only_beside_apellidos():
    assert fields("Nombre;Apellidos;Móvil;Cargo")[1]["Nombre"] == "given_name"
    assert fields("Nombre;Móvil;Cargo")[1]["Nombre"] == "name"


@pytest.mark.parametrize(
    ("headers", "kind", "mapping"),
    [
        ("Id;Name;ParentId;BillingCity;BillingCountry;AnnualRevenue", "accounts", "Salesforce (accounts)"),
        ("Id;AccountId;LastName;FirstName;Email;MobilePhone", "contacts", "Salesforce (contacts)"),
        ("Record ID;Company name;Company owner;Industry", "accounts", "HubSpot (companies)"),
        ("Record ID;First Name;Last Name;Email;Associated Company", "contacts", "HubSpot (contacts)"),
        ("Title;First Name;Last Name;Company;Business Phone;E-mail Address", "contacts", "Outlook (contacts)"),
        ("Nombre;Apellidos;Organización;Puesto;Teléfono del trabajo", "contacts", "Outlook (contactos)"),
        ("First Name;Last Name;E-mail 1 - Label;E-mail 1 - Value", "contacts", "Google (contacts)"),
        ("Subject;Start Date;Start Time;End Date;End Time;Location", "meetings", "Outlook (calendar)"),
        ("Subject;Start Date;Due Date;Date Completed;Status", "actions", "Outlook (tasks)"),
    ],
)
def test_exports_of_known_programs_are_recognised(headers, kind, mapping):
    found = understood("x", headers.split(";"), Wish())
    assert (found.kind, found.name) == (kind, mapping)


def test_every_field_of_a_known_program_exists():
    for known in known_programs():
        for spec in known.columns.values():
            target = spec if isinstance(spec, str) else spec.get("field")
            assert target is None or target in TARGETS[known.kind], (known.name, target)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("kind", list(TARGETS))
def test_our_own_labels_are_understood(kind, language):
    words = Words.of(language)
    targets = [target for target in TARGETS[kind].values() if not target.key.startswith("account.")]
    labels = [words(target.label) for target in targets]
    found = understood("x", labels, Wish(kind))
    assert [column.field for column in found.columns] == [target.key for target in targets]


def test_the_user_says_which_column_it_is():
    kind, found = fields("Firma;Ort", Wish("accounts", {"firma": "name", "Ort": "city"}))
    assert found == {"Firma": "name", "Ort": "city"}
    assert kind == "accounts"


def test_a_mapping_is_used_again():
    saved = Known("Used before", "accounts", ("Firma", "Ort"), {"Firma": "name", "Ort": "city"})
    assert fields("Firma;Ort", Wish(saved=(saved,)))[1] == {"Firma": "name", "Ort": "city"}


def test_what_is_not_clear_is_asked():
    with pytest.raises(UnknownKind, match="product, series"):
        understood("x", ["product", "series"], Wish())
    with pytest.raises(UnknownKind):
        understood(
            "x", ["opportunity_id", "sales_agent", "product", "account", "deal_stage", "engage_date", "x", "y"], Wish()
        )
    with pytest.raises(NameColumnMissing, match="Name"):
        understood("x", ["city"], Wish("accounts"))
    with pytest.raises(NoSuchColumn, match="Firma"):
        understood("x", ["Company"], Wish(fields={"Firma": "name"}))
    with pytest.raises(NoSuchField, match="colour"):
        understood("x", ["Company"], Wish(fields={"Company": "colour"}))


def test_case_accents_and_signs_do_not_matter():
    assert plain("BillingCity") == plain("billing_city") == plain("Billing  City")
    assert plain("Teléfono (móvil)") == "telefono movil"


@given(st.lists(st.text(max_size=20), min_size=1, max_size=8), st.sampled_from([None, *TARGETS]))
def test_any_header_is_understood_or_refused_with_a_sentence(headers, kind):
    try:
        found = understood("x", headers, Wish(kind))
    except (UnknownKind, NameColumnMissing):
        return
    assert [column.header for column in found.columns] == headers
    present = {column.field for column in found.columns}
    assert all(group & present for group in NEEDED[found.kind])
    assert all(column.field is None or column.field in TARGETS[found.kind] for column in found.columns)
