"""Who is asking. Without sign-in configured there is one local user on this computer, who sees everything."""

import getpass

from access.model import Reader


def local_user() -> Reader:
    """The person at this computer: every unit, internal mode. Named as the computer names them."""
    return Reader(name=_account(), role="local user", scope=None, internal=True)


def identify() -> Reader:
    """The reader of this run. Sign-in is not part of the product yet, so it is the local user."""
    return local_user()


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # An account without a name, as in some containers and on some Windows services.
        return "local user"
