"""The words and headings of a file that a person is asked about, with what to type."""

from __future__ import annotations

from collections.abc import Iterator

from etl.reports.report import FileReport
from etl.words.word import Word
from settings.remembered import LEFT_OUT

CHOICES_SHOWN = 12


def lines_of_words(report: FileReport) -> Iterator[str]:
    """Each word that is asked about: in how many rows, the nearest of ours, what to type."""
    if report.asked:
        yield "  To say what these stand for, send the file again with --match LIST:TEXT=CODE for each:"
    for word in report.asked:
        yield f"    {_what(word)}{_near(word)} {_typed(word)}"


def _what(word: Word) -> str:
    rows = "1 row" if word.rows == 1 else f"{word.rows} rows"
    where = ", ".join(word.sheets)
    return f"{word.column} “{word.text}” ({where}, {rows})."


def _near(word: Word) -> str:
    shown = dict(word.choices)
    if word.how == "tied":
        return " As near to several."
    return f" Nearest: {shown[word.nearest]} ({word.nearest})." if word.nearest in shown else ""


def _typed(word: Word) -> str:
    codes = [code for code, _ in word.choices] + ([LEFT_OUT] if word.may_leave_out else [])
    more = f" and {len(codes) - CHOICES_SHOWN} more" if len(codes) > CHOICES_SHOWN else ""
    return (
        f'--match "{word.list_name}:{word.text}={word.nearest or "CODE"}"; '
        f"codes: {', '.join(codes[:CHOICES_SHOWN])}{more}."
    )
