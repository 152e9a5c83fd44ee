"""import and export: files of other programs."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from workbench.cli.terminal import Terminal
from workbench.cli.verb import Verb, opened, with_json
from workbench.kernel.failures import NoSuchFile

KINDS = ("accounts", "contacts", "meetings", "actions", "team")


def _pair(text: str) -> tuple[str, str]:
    column, equals, field = text.rpartition("=")
    if not equals or not column:
        raise ArgumentTypeError(f"{text!r} maps nothing; write it like Company=name")
    return column, field


def _arguments_of_import(parser: ArgumentParser) -> None:
    parser.add_argument(
        "sources", nargs="+", type=Path, metavar="SOURCE", help="CSV, XLSX, ODS, vCard, iCalendar or JSON"
    )
    parser.add_argument("--into", dest="file", type=Path, required=True, metavar="FILE", help="the portfolio")
    parser.add_argument("--as", dest="kind", choices=KINDS, help="what a table lists, where its headings do not tell")
    parser.add_argument(
        "--map",
        action="append",
        type=_pair,
        default=[],
        metavar="COLUMN=FIELD",
        help="where a column goes; may be repeated",
    )
    parser.add_argument(
        "--match",
        action="append",
        metavar="KEY",
        help="what the same record is known by: name, email, tax_id, external_id; may be repeated "
        "(for tables tax_id, email, name; for cards and calendars their own identity)",
    )
    parser.add_argument(
        "--policy",
        choices=("skip", "fill", "update"),
        default="fill",
        help="records that are there: leave them, fill blanks (default), or update them; blanks never overwrite",
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would happen and change nothing")
    with_json(parser)


def _import(arguments: Namespace, terminal: Terminal) -> None:
    from workbench.exchange.importing import Options, import_files
    from workbench.exchange.policy import Policy

    for source in arguments.sources:
        # a name typed wrong is found before the first file is in, not after
        if not source.exists():
            raise NoSuchFile(path=str(source))
    options = Options(
        kind=arguments.kind,
        fields=dict(arguments.map),
        match=arguments.match,
        policy=next(policy for policy in Policy if policy.value == arguments.policy),
        is_dry_run=arguments.dry_run,
        language=terminal.words.language,
    )
    with opened(arguments.file, arguments, terminal) as workspace:
        report = import_files(workspace, arguments.sources, options)
    # one file that cannot be read is an error; among several the others are in, and the report names it
    if report.failure and len(report.files) == 1:
        raise report.failure
    terminal.answer(report.as_json(terminal.words), report.text(terminal.words))
    if report.failure:
        raise report.failure


def _arguments_of_export(parser: ArgumentParser) -> None:
    from workbench.exchange.rows import TABLES

    parser.add_argument("file", type=Path, metavar="FILE", help="the portfolio")
    parser.add_argument(
        "--to", type=Path, required=True, metavar="OUT", help=".csv .xlsx .vcf .ics .json, or a folder for all of them"
    )
    parser.add_argument(
        "--what",
        choices=(*TABLES, "all"),
        metavar="WHAT",
        help="what to write (all that fits the file): " + ", ".join((*TABLES, "all")),
    )


def _export(arguments: Namespace, terminal: Terminal) -> None:
    from workbench.exchange.exporting import export

    with opened(arguments.file, arguments, terminal, read_only=True) as workspace:
        report = export(workspace, arguments.what, arguments.to, terminal.words.language)
    terminal.say(report.sentence(terminal.words))


VERBS = (
    Verb(
        "import",
        "bring in files of other programs",
        "workbench import customers.csv people.vcf --into my.portfolio --match name",
        _arguments_of_import,
        _import,
    ),
    Verb(
        "export",
        "write files for other programs",
        "workbench export my.portfolio --to everything.xlsx",
        _arguments_of_export,
        _export,
    ),
)
