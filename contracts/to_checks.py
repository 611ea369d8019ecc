"""Dataset -> what to check in each column, as data for the reader of sheets and as row rules."""

from dataclasses import dataclass
from typing import Literal

from contracts.model import Column, Dataset, Rule
from contracts.to_duckdb import quoted

Kind = Literal["heading", "value", "type", "list", "at_least", "at_most"]
TYPE_WORDS = {"text": "words", "whole_number": "a whole number", "number": "a number", "date": "a date"}


@dataclass(frozen=True)
class Check:
    """One thing to check in one column.

    `kind`: the heading must be there; a cell must have a value; it must be of the type; it must be in the
    list (`allowed`, or the settings list `allowed_from`); it must be at least, or at most, `limit`.
    """

    id: str
    column: str
    kind: Kind
    says: str
    how_to_fix: str
    limit: float | None = None
    allowed: tuple[str, ...] = ()
    allowed_from: str | None = None


def checks(dataset: Dataset) -> tuple[Check, ...]:
    """Every check of every column, in the order of the columns."""
    return tuple(check for column in dataset.columns for check in _checks(dataset, column))


def limit_rules(dataset: Dataset) -> tuple[Rule, ...]:
    """The limits of the columns as row rules, each with a row it catches and one it allows."""
    return tuple(_limit_rule(check) for check in checks(dataset) if check.limit is not None)


def _checks(dataset: Dataset, column: Column) -> list[Check]:
    found = [_type(dataset, column)]
    if column.required:
        found.insert(0, _heading(dataset, column))
    if column.needs_value:
        found.append(_value(dataset, column))
    if column.allowed or column.allowed_from:
        found.append(_list(dataset, column))
    if column.at_least is not None:
        found.append(_limit(dataset, column, "at_least", column.at_least))
    if column.at_most is not None:
        found.append(_limit(dataset, column, "at_most", column.at_most))
    return found


def _heading(dataset: Dataset, column: Column) -> Check:
    where = "above the headings" if column.once_per_file else "as a heading"
    return Check(
        f"{dataset.name}.{column.name}.heading",
        column.name,
        "heading",
        f"The sheet does not have {column.title}.",
        f"Add {column.title} {where}, or say which heading means it.",
    )


def _value(dataset: Dataset, column: Column) -> Check:
    return Check(
        f"{dataset.name}.{column.name}.value",
        column.name,
        "value",
        f"{column.title} is blank.",
        f"Fill in the cell. {column.meaning}",
    )


def _type(dataset: Dataset, column: Column) -> Check:
    kind = TYPE_WORDS[column.type]
    return Check(
        f"{dataset.name}.{column.name}.type",
        column.name,
        "type",
        f"{column.title} is not {kind}.",
        f"Write {kind}.",
    )


def _list(dataset: Dataset, column: Column) -> Check:
    choice = ", ".join(column.allowed) or f"the {column.allowed_from} in the force's settings"
    return Check(
        f"{dataset.name}.{column.name}.list",
        column.name,
        "list",
        f"{column.title} is not one of the values known.",
        f"Use one of: {choice}.",
        allowed=column.allowed,
        allowed_from=column.allowed_from,
    )


def _limit(dataset: Dataset, column: Column, kind: Literal["at_least", "at_most"], limit: float) -> Check:
    side = "below" if kind == "at_least" else "above"
    return Check(
        f"{dataset.name}.{column.name}.{kind}",
        column.name,
        kind,
        f"{column.title} is {side} {limit:g}.",
        f"Give a number that is not {side} {limit:g}; leave the cell blank where it is not known.",
        limit=limit,
    )


def _limit_rule(check: Check) -> Rule:
    assert check.limit is not None
    below = check.kind == "at_least"
    return Rule(
        check.id,
        check.says,
        check.how_to_fix,
        f"{quoted(check.column)} {'<' if below else '>'} {check.limit:g}",
        column=check.column,
        catches={check.column: check.limit + (-1 if below else 1)},
        allows={check.column: check.limit},
    )
