"""Words for closed lists, as people and programs write them, in English and Spanish."""

from functools import cache
from typing import TypeVar

from workbench.accounts.model import Health, Lifecycle, Tier
from workbench.action_items.model import Direction, Priority, State
from workbench.kernel.choice import Choice
from workbench.kernel.folding import fold
from workbench.kernel.words import Words
from workbench.meetings.model import MeetingKind, MeetingStatus

C = TypeVar("C", bound=Choice)
ALSO: dict[Choice, str] = {
    Tier.KEY: "key account,strategic,clave,cuenta clave,estrategica",
    Tier.A: "hot,gold,tier a,clase a",
    Tier.B: "warm,silver,tier b,clase b",
    Tier.C: "cold,bronze,tier c,clase c",
    Tier.PROSPECT: "potential,potencial",
    Lifecycle.ACTIVE: "customer,client,customer - direct,customer - channel,evangelist,cliente,activo,active customer",
    Lifecycle.PROSPECT: "lead,opportunity,marketing qualified lead,subscriber,potencial,oportunidad",
    Lifecycle.DORMANT: "inactive,inactivo,inactiva,on hold",
    Lifecycle.CLOSED: "lost,former,former customer,churned,perdido,perdida,baja,cerrado,antiguo cliente",
    Health.GOOD: "green,verde,healthy",
    Health.ATTENTION: "yellow,amber,amarillo,ambar",
    Health.AT_RISK: "red,rojo,bad",
    State.TODO: "not started,open,needs-action,new,pending,no comenzada,no iniciada,pendiente,abierta,abierto,nueva",
    State.IN_PROGRESS: "in process,in-process,started,working,doing,comenzada,iniciada,en proceso",
    State.WAITING: "waiting on someone else,deferred,on hold,blocked,aplazada,en espera,a la espera de otra persona",
    State.DONE: "completed,complete,closed,finished,100,completada,completado,terminada,terminado,cerrada,hecho",
    State.DROPPED: "cancelled,canceled,cancelada,cancelado,descartado",
    Priority.HIGH: "1,urgent,important,urgente,importante,muy alta,critical",
    Priority.NORMAL: "2,medium,media,medio",
    Priority.LOW: "3,minor,muy baja",
    MeetingKind.VISIT: "on site,meeting in person,visita comercial",
    MeetingKind.CALL: "phone call,phone,video call,telefono,videollamada",
    MeetingKind.REVIEW: "qbr,ebr,review,revision",
    MeetingKind.OTHER: "meeting,reunion",
    MeetingStatus.PLANNED: "scheduled,confirmed,tentative,prevista,programada,confirmada",
    MeetingStatus.HELD: "completed,done,realizada,hecha",
    MeetingStatus.CANCELLED: "canceled,cancelada",
    Direction.WE_OWE: "us,ours,nosotros",
    Direction.THEY_OWE: "them,theirs,client,customer,cliente",
}


def chosen(kind: type[C], text: object) -> C | None:
    """The value that a word stands for; None for a word that nobody knows."""
    return _words(kind).get(fold(str(text)).strip())  # type: ignore[return-value]


@cache
def _words(kind: type[Choice]) -> dict[str, Choice]:
    spanish = Words.of("es")
    found: dict[str, Choice] = {}
    for member in kind:
        also = ALSO.get(member, "").split(",")
        for word in (*also, spanish(member.label), member.label, member.name.replace("_", " "), str(member.value)):
            if word:
                found[fold(word)] = member
    return found
