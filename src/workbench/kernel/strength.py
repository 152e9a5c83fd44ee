"""How hard a passphrase is to guess: by its length, and by whether everybody would try it."""

from enum import Enum

from workbench.kernel.folding import fold
from workbench.kernel.passphrase import SHORTEST

LONG = 16
# what is tried first; folded, without spaces
COMMON = """
1234567890 0123456789 12345678910 123456789012 qwertyuiop asdfghjklñ asdfghjkl1 passwordpassword password123
password1234 iloveyou123 letmeinletmein correcthorsebatterystaple contraseña contraseña1 contraseña123
contraseñasegura realmadrid123 barcelona123 españa2024 hola123456 teamo12345 administrador administrator
welcome123 bienvenido123 opensesame abretesesamo thisismypassword estaesmicontraseña
"""
KNOWN = frozenset(fold(COMMON).split())
FEW = 4


class Strength(Enum):
    """What is thought of a passphrase."""

    SHORT = "short"
    COMMON = "common"
    FAIR = "fair"
    STRONG = "strong"

    @property
    def is_enough(self) -> bool:
        return self in {Strength.FAIR, Strength.STRONG}


def strength_of(phrase: str) -> Strength:
    """How good a passphrase is."""
    if len(phrase) < SHORTEST:
        return Strength.SHORT
    bare = "".join(fold(phrase).split())
    if bare in KNOWN or len(set(bare)) <= FEW:
        return Strength.COMMON
    return Strength.STRONG if len(phrase) >= LONG else Strength.FAIR
