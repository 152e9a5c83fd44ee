"""What a printed plan works out from what it shows."""

import pytest

from workbench.plans.views import progress


@pytest.mark.parametrize(
    ("baseline", "now", "target", "share"),
    [
        ("0", "5", "10", 0.5),
        (None, "2 of 7", "5 of 7", 0.4),
        ("95.8%", "96.9%", "98.5%", pytest.approx(0.407, abs=0.001)),
        ("95,8 %", "96,9 %", "98,5 %", pytest.approx(0.407, abs=0.001)),
        ("€1,000", "€1,500", "€2,000", 0.5),
        ("1.000 €", "1.500 €", "2.000 €", 0.5),
        ("30 days", "20 days", "10 days", 0.5),
        ("-4", "0", "4", 0.5),
        ("0", "€790 k", "€1.1 M", None),
        ("draft", "draft", "signed", None),
        ("0", None, "10", None),
        ("10", "10", "10", None),
    ],
)
def test_progress_is_read_from_figures_that_can_be_compared(baseline, now, target, share):
    assert progress(baseline, now, target) == share
