"""Which pages each role opens. A page that is not named for a role stays shut."""

from access.model import Reader

EVERY_PAGE = ("",)
READING = ("overview/", "units/", "workforce/", "case/", "oversight/", "data/definitions")

# The beginnings of the page ids that a role opens.
OPENS: dict[str, tuple[str, ...]] = {
    "local user": EVERY_PAGE,
    "data officer": EVERY_PAGE,
    "manager": (*READING, "data/returns", "data/trace"),
    "commissioner": ("overview/", "case/", "oversight/", "data/definitions"),
}


def may_open(reader: Reader, page_id: str) -> bool:
    """Whether the reader's role opens the page; an unknown role opens none."""
    return any(page_id.startswith(beginning) for beginning in OPENS.get(reader.role, ()))


# Who may write beside the figures. A note is seen by every reader of the unit; new limits change what is
# called unusual, so they are for those who answer for a unit or for its data.
ANNOTATE = ("local user", "data officer", "manager")
REBASE = ("local user", "data officer", "manager")
SCENARIO = ("local user", "data officer", "manager")
DOCUMENT = ("local user", "data officer", "manager")


def may_annotate(reader: Reader) -> bool:
    """Whether the reader's role may add a note to the charts, and remove one."""
    return reader.role in ANNOTATE


def may_rebase(reader: Reader) -> bool:
    """Whether the reader's role may begin new limits on a chart, and undo them."""
    return reader.role in REBASE


def may_save_scenario(reader: Reader) -> bool:
    """Whether the reader's role may save a scenario, rerun one and withdraw one; trying one out is open."""
    return reader.role in SCENARIO


def may_make_document(reader: Reader) -> bool:
    """Whether the reader's role may make a document that is kept, and withdraw one; opening one is open."""
    return reader.role in DOCUMENT
