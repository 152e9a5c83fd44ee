"""The weights of a health score's parts as settings of the portfolio: everybody can change them."""

from collections.abc import Mapping

from workbench.kernel.settings import Setting
from workbench.portfolio import health_score
from workbench.portfolio.model import HealthPart

WEIGHTS: Mapping[HealthPart, Setting[float]] = {
    part: Setting(f"health_weight_{part.value}", float(weight), part.label)
    for part, weight in health_score.WEIGHTS.items()
}
