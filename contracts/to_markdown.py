"""Dataset -> its page in the data dictionary."""

from collections.abc import Iterable

from contracts.findings import FINDINGS
from contracts.model import Column, Dataset, Finding, Rule, SetRule
from contracts.to_checks import limit_rules
from contracts.words import WHOLE_FORCE

TYPE_WORDS = {"text": "words", "whole_number": "whole number", "number": "number", "date": "date"}


def page(dataset: Dataset) -> str:
    """The whole page, in Markdown."""
    parts = (
        _opening(dataset),
        _columns(dataset),
        _stands(dataset),
        _other_headings(dataset),
        _matrix(dataset),
        _rules(dataset),
    )
    return "\n\n".join(part for part in (*parts, _findings(dataset)) if part) + "\n"


def index(datasets: Iterable[Dataset]) -> str:
    """A page that lists the datasets, with a link to each."""
    rows = (f"| [{d.title}]({d.name}.md) | {d.workbook} | {d.one_row_is} |" for d in datasets)
    return "\n".join(("# Sheets", "", "| Sheet | Workbook | One row is |", "|---|---|---|", *rows)) + "\n"


def _opening(dataset: Dataset) -> str:
    key = ", ".join(dataset.column(name).title for name in dataset.key)
    optional = " It is optional." if dataset.optional else ""
    return (
        f"# {dataset.title}\n\nA sheet of the {dataset.workbook} workbook.{optional} One row is "
        f"{dataset.one_row_is}. No two rows share the same: {key}."
    )


def _columns(dataset: Dataset) -> str:
    head = "| Heading | Name | Holds | Needed | Values | Meaning |\n|---|---|---|---|---|---|\n"
    return head + "\n".join(map(_column, dataset.columns))


def _column(column: Column) -> str:
    values = ", ".join(column.allowed) or (
        f"{column.allowed_from} in the settings" if column.allowed_from else _limits(column)
    )
    values += f", or {WHOLE_FORCE}" if column.may_be_whole_force else ""
    cells = (
        column.title,
        f"`{column.name}`",
        TYPE_WORDS[column.type],
        _needed(column),
        values,
        column.meaning,
    )
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _needed(column: Column) -> str:
    if column.once_per_file:
        return "once, above the headings"
    if not column.required:
        return "no"
    return "heading; a cell may be blank" if column.may_be_blank else "yes"


def _limits(column: Column) -> str:
    low = f"{column.at_least:g} or more" if column.at_least is not None else ""
    high = f"at most {column.at_most:g}" if column.at_most is not None else ""
    return ", ".join(part for part in (low, high) if part) or "–"


def _stands(dataset: Dataset) -> str:
    titles = ", ".join(dataset.column(name).title for name in dataset.stands)
    if titles and dataset.dated_by:
        also = ", ".join(dataset.column(name).title for name in dataset.stands_in_period)
        within = f" Within the same year {also} are too." if also else ""
        return (
            "In the workbook made for the next month or year these are filled in from the newest rows: "
            f"{titles}.{within} The others are told anew."
        )
    return titles and (
        f"In the workbook made for a unit's next month these are filled in from the month before: {titles}. "
        "The others are told anew."
    )


def _other_headings(dataset: Dataset) -> str:
    lines = (f"- {c.title}: {', '.join(c.aliases)}" for c in dataset.columns if c.aliases)
    return "## Headings also understood\n\n" + "\n".join(map(_cell, lines))


def _matrix(dataset: Dataset) -> str:
    wide = dataset.wide
    if wide is None:
        return ""
    words = (
        f"- `{word}`: {', '.join(f'{dataset.column(k).title} = {v}' for k, v in row.items())}"
        for word, row in wide.cell_words.items()
    )
    meanings = "\n\nA word in a cell:\n\n" + "\n".join(words) if wide.cell_words else ""
    return f"## As a matrix\n\n{wide.says}{meanings}"


def _rules(dataset: Dataset) -> str:
    rules: tuple[Rule | SetRule, ...] = (*limit_rules(dataset), *dataset.rules, *dataset.set_rules)
    lines = (_rule(rule) for rule in rules)
    return "## Rules\n\nAn error stops the sheet; a warning is accepted with a reason.\n\n" + "\n".join(lines)


def _rule(rule: Rule | SetRule) -> str:
    return f"- **{rule.severity}** `{rule.id}`: {rule.says} {rule.how_to_fix}"


def _findings(dataset: Dataset) -> str:
    lines = [_finding(each) for each in FINDINGS if dataset.name in each.needs]
    if not lines:
        return ""
    return (
        "## Findings\n\nSheets compared at publish; shown with the figures, never blocking.\n\n"
        + "\n".join(lines)
    )


def _finding(finding: Finding) -> str:
    return f"- `{finding.id}` (needs {' and '.join(finding.needs)}): {finding.says} {finding.how_to_fix}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").replace(">", "&gt;")
