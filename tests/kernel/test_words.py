"""Words count as their language does."""

from workbench.kernel.words import Words


def test_counts_are_grouped_as_the_language_does() -> None:
    one, several = "{n} record deleted. Ctrl+Z brings it back.", "{n} records deleted. Ctrl+Z brings them back."
    assert Words.of("es").many(one, several, 5_000).startswith("5.000 ")
    assert Words.of("en").many(one, several, 5_000).startswith("5,000 records ")
    assert Words.of("es").many(one, several, 12).startswith("12 ")
