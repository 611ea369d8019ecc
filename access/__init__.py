"""Roles, and which units and pages they reach. Every page asks here first; every read takes ``scope``."""

from access.identify import identify, local_user
from access.model import Reader
from access.roles import may_annotate, may_make_document, may_open, may_rebase, may_save_scenario
from access.scope import scope

__all__ = [
    "Reader",
    "identify",
    "local_user",
    "may_annotate",
    "may_make_document",
    "may_open",
    "may_rebase",
    "may_save_scenario",
    "scope",
]
