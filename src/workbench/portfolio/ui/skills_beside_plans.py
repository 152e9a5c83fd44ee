"""The skill matrix that knows the plans: what a gap endangers stands beside it."""

from workbench.plans.needs.queries import endangered_by
from workbench.plans.needs.views import request
from workbench.team.growing.gaps import Standing
from workbench.team.growing.ui.skills_page import SkillsPage


class SkillsBesidePlans(SkillsPage):
    """The page with the objectives that a gap of the account team endangers."""

    def endangered(self, standing: Standing) -> list[str]:
        member = standing.member_id or None
        if member and not standing.gap:
            return []
        with self.desk.workspace.read() as session:
            found = endangered_by(session, self.desk.clock.today(), standing.skill_id, member)
        return [" ".join(request(need, self.desk.formats)) for need in found]
