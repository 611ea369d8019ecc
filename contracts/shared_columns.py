"""Columns that several sheets share, so that month end, unit and person mean one thing everywhere."""

from datetime import date

from contracts import words
from contracts.model import Column

MONTH_END_ALIASES = (
    "As at",
    "Period end",
    "Reporting month",
    "Month",
    "Month ending",
    "Period",
    "Snapshot date",
    "Date of extract",
)
UNIT_ALIASES = ("Team", "PPU", "Department", "Unit name", "Team name", "PPU team")
PERSON_ALIASES = (
    "Investigator",
    "Officer ref",
    "OIC",
    "Collar no",
    "Collar number",
    "Officer in the case",
    "Warrant number",
    "Person",
    "Officer",
    "Employee number",
    "Employee no",
    "Staff number",
    "Payroll number",
    "Staff ref",
    "Officer in case",
)


def month_end() -> Column:
    """The month a row describes, as its last calendar day."""
    return Column(
        "month_end",
        "Month end",
        "date",
        "The last day of the month the row describes.",
        aliases=MONTH_END_ALIASES,
        example=date(2026, 9, 30),
        sensitivity="open",
    )


def as_at(title: str, meaning: str) -> Column:
    """The same date for a sheet that states it once, above the headings."""
    return Column(
        "month_end",
        title,
        "date",
        meaning,
        aliases=tuple(a for a in (*MONTH_END_ALIASES, "Month end") if a != title),
        example=date(2026, 9, 30),
        sensitivity="open",
        once_per_file=True,
    )


def unit(meaning: str, *, required: bool = True, may_be_whole_force: bool = False) -> Column:
    """A unit, in words that the force's settings turn into its permanent code."""
    return Column(
        "unit",
        "Unit",
        "text",
        meaning,
        required=required,
        aliases=UNIT_ALIASES,
        allowed_from="units",
        example="Domestic abuse investigation",
        sensitivity="open",
        may_be_others=True,
        may_be_whole_force=may_be_whole_force,
    )


def work_type() -> Column:
    """The kind of work; families of work are never added together."""
    return Column(
        "work_type",
        "Work type",
        "text",
        "The kind of work.",
        aliases=("Kind", "Case type", "Crime type", "Discipline", "Type of work", "Investigation type"),
        allowed=words.WORK_TYPES,
        allowed_from="work_types",
        example="domestic abuse",
        sensitivity="open",
    )


def person_ref(meaning: str = "The force's number for the person. A number, never a name.") -> Column:
    """The number of a person; it is turned into a keyed hash before anything is kept."""
    return Column(
        "person_ref",
        "Person ref",
        "text",
        meaning,
        aliases=PERSON_ALIASES,
        example="4417",
        sensitivity="person",
    )


def role() -> Column:
    """What the post or the person does, which decides whether it carries work and which courses it needs."""
    return Column(
        "role",
        "Role",
        "text",
        "What the post does.",
        aliases=("Job title", "Role code", "Post", "Post title", "Position"),
        allowed=words.ROLES,
        allowed_from="roles",
        example="investigator",
        sensitivity="internal",
    )


def worker_type(*aliases: str, required: bool = True) -> Column:
    """Police officer, police staff or agency."""
    return Column(
        "worker_type",
        "Worker type",
        "text",
        "Police officer, police staff or agency.",
        required=required,
        aliases=("Police/Staff", "Police or staff", "Employee type", *aliases),
        allowed=words.WORKER_TYPES,
        allowed_from="worker_types",
        example="officer",
        sensitivity="internal",
    )


def listed(
    name: str,
    title: str,
    meaning: str,
    list_name: str,
    example: str | None,
    *aliases: str,
    required: bool = False,
    may_be_blank: bool = False,
) -> Column:
    """A column whose values are one of the lists in words.py."""
    return Column(
        name,
        title,
        "text",
        meaning,
        required=required,
        aliases=aliases,
        allowed=words.LISTS[list_name],
        allowed_from=list_name,
        example=example,
        may_be_blank=may_be_blank,
    )


def fte(
    name: str,
    title: str,
    meaning: str,
    example: float | None,
    *aliases: str,
    required: bool = False,
    at_most: float | None = None,
) -> Column:
    """An amount of full-time equivalent, never below zero."""
    return Column(
        name,
        title,
        "number",
        meaning,
        required=required,
        aliases=aliases,
        at_least=0,
        at_most=at_most,
        example=example,
    )


def pounds(
    name: str, title: str, meaning: str, example: int, *aliases: str, required: bool = False
) -> Column:
    """An amount in whole pounds, never below zero. The name of such a column ends in `_pounds`."""
    return Column(
        name,
        title,
        "whole_number",
        meaning,
        required=required,
        aliases=aliases,
        at_least=0,
        example=example,
    )


def source(meaning: str, example: str) -> Column:
    """Where a figure from outside the unit comes from, so that a reader can look it up."""
    return Column(
        "source",
        "Source",
        "text",
        meaning,
        aliases=("Where from", "Source document", "Published in", "Data source"),
        example=example,
        sensitivity="open",
    )
