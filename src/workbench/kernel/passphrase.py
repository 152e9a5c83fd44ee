"""From a passphrase to the raw key of a file, once per opening."""

import secrets

from workbench.kernel.database import SALT_SIZE

# RFC 9106, second recommended option: Argon2id, 64 MiB, three passes
SHORTEST = 10  # letters of a new passphrase; what can be guessed in an afternoon protects nothing
PASSES, MEMORY_KIB, LANES, KEY_SIZE = 3, 65_536, 4, 32


def raw_key(passphrase: str, salt: bytes) -> str:
    """The key and the salt as SQLCipher's hexadecimal raw key; takes about a tenth of a second on purpose."""
    # a plain file needs none of it
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415

    key = hash_secret_raw(passphrase.encode(), salt, PASSES, MEMORY_KIB, LANES, KEY_SIZE, Type.ID)
    return key.hex() + salt.hex()


def new_salt() -> bytes:
    return secrets.token_bytes(SALT_SIZE)
