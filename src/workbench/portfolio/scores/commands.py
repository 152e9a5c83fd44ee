"""What a user can ask for with criteria, ratings and classes."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account, Tier
from workbench.kernel.command import command
from workbench.kernel.editing import added, edited, found, removed, reordered
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_
from workbench.portfolio import usual
from workbench.portfolio.model import RATINGS, Aim, Axis, Criterion, Rating, Scheme
from workbench.portfolio.scores.queries import criteria, sheet
from workbench.portfolio.scoring import HUNDRED, ranking, to_hundred, weights_of
from workbench.team.model import Member


class UsualAreThere(UserError):
    message = N_("All the usual criteria are there already.")
    advice = N_("Change their names, weights and wording, or add your own.")


class NoSuchWeight(UserError):
    message = N_("A weight lies between 0 and 100.")
    consequence = N_("The old weight stays.")


class NothingWeighs(UserError):
    message = N_("No criterion would weigh anything.")
    consequence = N_("The old weights stay.")
    advice = N_("Give at least one criterion a weight.")


class NoSuchRating(UserError):
    message = N_("A rating is a whole number from 0 to 5.")
    consequence = N_("The old rating stays.")


class NotRatedYet(UserError):
    message = N_("There is no rating yet.")
    advice = N_("Give the rating first, from 0 to 5.")


class NoSuchPlace(UserError):
    message = N_("A place on an axis lies between 0 and 100.")
    consequence = N_("The old target stays.")


class ReasonMissing(UserError):
    message = N_("The scores propose another class.")
    consequence = N_("The class stays as it was.")
    advice = N_("Say in one line why it is another one.")


@command(N_("Start with the usual criteria"))
def start_criteria(session: Session, language: str) -> int:
    """Add the usual criteria that are not there, in a language; UsualAreThere if there are none to add."""
    there = {(one.scheme, one.name) for one in criteria(session)}
    missing = [one for one in usual.usual_criteria(language) if (one.scheme, one.name) not in there]
    if not missing:
        raise UsualAreThere
    first = _next_position(session)
    for position, one in enumerate(missing, first):
        session.add(
            Criterion(
                name=one.name,
                scheme=one.scheme,
                ground=one.ground,
                weight=one.weight,
                anchors=one.anchors,
                position=position,
            )
        )
    return len(missing)


@command(N_("Add criterion"))
def add_criterion(session: Session, /, scheme: Scheme, name: str, **values: Any) -> int:
    """One more criterion of a scheme; it weighs nothing until somebody says so."""
    return added(session, Criterion(scheme=scheme, name=name.strip(), position=_next_position(session), **values))


@command(N_("Edit criterion"))
def edit_criterion(session: Session, /, criterion_id: int, **values: Any) -> None:
    """Change a criterion; NoSuchWeight if its weight is none."""
    _check_weights([values["weight"]] if "weight" in values else [])
    edited(session, Criterion, criterion_id, values)


@command(N_("Delete criteria"))
def delete_criteria(session: Session, criterion_ids: Sequence[int]) -> None:
    """Delete criteria with their ratings."""
    removed(session, Criterion, criterion_ids)


@command(N_("Order criteria"))
def order_criteria(session: Session, criterion_ids: Sequence[int]) -> None:
    """Put the criteria of a scheme in this order."""
    reordered(session, Criterion, criterion_ids)


@command(N_("Change weights"))
def set_weights(session: Session, weights: Mapping[int, float]) -> None:
    """Give several criteria other weights at once; NoSuchWeight if one is none, NothingWeighs if all of them are 0."""
    _check_weights(list(weights.values()))
    if not any(weights.values()):
        raise NothingWeighs
    for key, weight in weights.items():
        edited(session, Criterion, key, {"weight": weight})


@command(N_("Make the weights 100"))
def even_weights(session: Session, scheme: Scheme) -> None:
    """Keep the proportions of a scheme's weights, and let them add up to 100."""
    for key, weight in to_hundred(weights_of(criteria(session), scheme)).items():
        edited(session, Criterion, key, {"weight": weight})


@command(N_("Rate account"))
def rate(session: Session, /, account_id: int, criterion_id: int, on: date, **given: Any) -> int:
    """Rate an account: `value`, `rival` or `evidence`, in the year of a day.

    What was given in an earlier year stays there and is carried over; NoSuchRating outside 0 to 5, NotRatedYet if
    something is said of a rating that is not there.
    """
    for name in ("value", "rival"):
        if given.get(name) is not None and given[name] not in RATINGS:
            raise NoSuchRating
    newest = _newest(session, account_id, criterion_id, on.year)
    values = {**_carried(newest), **given}
    if values.get("value") is None:
        raise NotRatedYet
    values |= {"rated_on": on, "rater_id": session.scalar(select(Member.id).where(Member.is_me).limit(1))}
    if newest is not None and newest.year == on.year:
        edited(session, Rating, newest.id, values)
        return newest.id
    return added(session, Rating(account_id=account_id, criterion_id=criterion_id, year=on.year, **values))


@command(N_("Clear rating"))
def clear_rating(session: Session, account_id: int, criterion_id: int, on: date) -> None:
    """Take back the rating that holds on a day; NotRatedYet if there is none."""
    newest = _newest(session, account_id, criterion_id, on.year)
    if newest is None:
        raise NotRatedYet
    removed(session, Rating, [newest.id])


@command(N_("Set target position"))
def aim_at(session: Session, account_id: int, aims: Mapping[Axis, int | None]) -> None:
    """Say where an account is meant to stand on some axes, None where nowhere; NoSuchPlace outside 0 to 100."""
    if any(value is not None and not 0 <= value <= HUNDRED for value in aims.values()):
        raise NoSuchPlace
    there = session.scalars(select(Aim).where(Aim.account_id == account_id, Aim.axis.in_(aims)))
    known = {aim.axis: aim for aim in there}
    for axis, value in aims.items():
        if axis in known and value is not None:
            known[axis].value = value
        elif axis in known:
            session.delete(known[axis])
        elif value is not None:
            session.add(Aim(account_id=account_id, axis=axis, value=value))


@command(N_("Assign class"))
def assign_class(session: Session, account_id: int, tier: Tier, reason: str | None, on: date) -> None:
    """Give an account a class; ReasonMissing where it is another one than the scores propose and nobody says why."""
    account = found(session, Account, account_id)
    seen = sheet(session, on)
    ranked = next((one for one in ranking(seen.criteria, seen.candidates) if one.id == account_id), None)
    proposed = ranked.proposed if ranked else None
    why = (reason or "").strip() or None
    if proposed not in {None, tier} and why is None:
        raise ReasonMissing
    account.tier = tier
    account.tier_reason = why if proposed not in {None, tier} else None


def _carried(newest: Rating | None) -> dict[str, Any]:
    return {"value": newest.value, "rival": newest.rival, "evidence": newest.evidence} if newest else {}


def _newest(session: Session, account_id: int, criterion_id: int, year: int) -> Rating | None:
    asked = select(Rating).where(
        Rating.account_id == account_id, Rating.criterion_id == criterion_id, Rating.year <= year
    )
    return session.scalar(asked.order_by(Rating.year.desc(), Rating.id.desc()).limit(1))


def _next_position(session: Session) -> int:
    last = session.scalar(select(func.max(Criterion.position)))
    return 0 if last is None else last + 1


def _check_weights(weights: Sequence[float | None]) -> None:
    if any(weight is None or not 0 <= weight <= HUNDRED for weight in weights):
        raise NoSuchWeight
