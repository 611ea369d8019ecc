"""The command that writes a workbook to fill in: blank, or of a unit with what stands over months."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from store import open_store

DONE, REFUSED, COULD_NOT_RUN = 0, 1, 2


def arguments(made: ArgumentParser) -> None:
    """What the command takes."""
    made.add_argument(
        "workbook",
        nargs="?",
        metavar="WORKBOOK",
        help="caseload, attrition, training, demand, finance; or one sheet; with --unit all that it sends",
    )
    made.add_argument(
        "--unit",
        metavar="UNIT",
        help="fill in the unit's posts, people and kinds of work from the month before; "
        "'Whole force' with demand or finance: all categories, budgets and posts",
    )
    made.add_argument("--month", metavar="YYYY-MM", help="with --unit: the month it is for (the next one)")
    made.add_argument("--force", help="code of the force, where the settings hold several")
    made.add_argument("-o", "--output", type=Path, metavar="FILE", help="where it is written (WORKBOOK.xlsx)")


def template(asked: Namespace) -> int:
    """Write the template of a workbook (`caseload`, `attrition` ...) as .xlsx, or a unit's own."""
    from contracts import DATASETS, WORKBOOKS, to_excel, workbook

    name = (asked.workbook or "").lower()
    if name in DATASETS:
        sheets = (DATASETS[name],)
    elif name in WORKBOOKS:
        sheets = workbook(name)
    elif name or not asked.unit:
        print(f"There is no workbook {name}." if name else "Say which workbook, or --unit UNIT.")
        print(f"There are: {', '.join(WORKBOOKS)}.")
        return COULD_NOT_RUN
    else:
        sheets = ()
    if asked.unit:
        return _of_unit(asked, tuple(each.name for each in sheets))
    target = asked.output or Path(f"{name}.xlsx")
    target.write_bytes(to_excel.workbook_template(sheets, _lists()))
    print(f"Wrote {target}")
    return DONE


def _of_unit(asked: Namespace, only: tuple[str, ...]) -> int:
    """Write the workbook of the unit's next month, and say what is in it and what is to be typed."""
    from etl.next_month.of_unit import next_month, read_month, workbook
    from etl.next_month.said import NothingToFillIn, in_words
    from store.own_settings import settings_of

    store = open_store()
    try:
        month = read_month(asked.month) if asked.month else None
        made = next_month(store, settings_of(store), asked.unit, asked.force, month, only)
    except NothingToFillIn as reason:
        print(reason)
        return REFUSED
    target = asked.output or Path(made.file_name)
    target.write_bytes(workbook(store, made, asked.by))
    print(f"Wrote {target}: {made.title}, {in_words(made.month)}")
    for line in made.said:
        print(f"  {line}")
    return DONE


def _lists() -> dict[str, tuple[str, ...]]:
    """The names of units and courses as the force's settings have them today, for the drop-downs."""
    from settings.resolve import choices
    from store.own_settings import settings_of

    settings, today = settings_of(open_store()), date.today()
    codes = [force.code for force in settings.forces]
    return {
        name: tuple(
            dict.fromkeys(t for force in codes for t in choices(settings, force, name, today).values())
        )
        for name in ("units", "courses")
    }
