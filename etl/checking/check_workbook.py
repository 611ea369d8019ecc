"""From the sheets of one workbook to staged rows, reports and breaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from etl.checking import counted_cases, list_words
from etl.checking.as_headed import as_headed
from etl.checking.between_sheets import between_sheets
from etl.checking.check import check
from etl.checking.check_headings import (
    heading_breaches,
    heading_words,
    health_beside_people,
    quoted,
    rows_too_long,
)
from etl.checking.gathered import Asked, Gathered
from etl.checking.stage import Staging, event_days, stage
from etl.checking.stated_unit import settle_units
from etl.layout.find import Table, find_table, is_passed_over
from etl.layout.grid import CountedCases, Sheet, Workbook
from etl.layout.month import SheetMonth, latest_month, month_of
from etl.reports.messages import breach, said
from etl.reports.report import Breach
from etl.shapes import demand_across, months_across, publications, training_matrix
from etl.words import headings_of_list
from etl.words.words_of_sheet import told_of, words_of

PERSON_SHEET_SWITCH = "investigators"


@dataclass(frozen=True)
class _Found:
    table: Table
    month: SheetMonth
    says_none: bool = False
    counted: CountedCases | None = None


def check_workbook(book: Workbook, asked: Asked) -> Gathered:
    """Check every sheet of a workbook that was read."""
    done = Gathered(said=[said(why, name) for name, why in book.passed_over])
    if publications.is_publication(book):
        _check_publication(book, done)
        return done
    sheets = _worth_reading(book.sheets, done)
    found = _filled([each for sheet in sheets for each in _find(sheet, asked, done)], done)
    monthly = [f.month for f in found if not f.table.dataset.dated_by]
    months = [each.month for each in monthly if each.month and not each.fault]
    for each in found:
        _check_table(each, months, asked, done)
    settle_units(done, asked)
    unsure = [sheet.counted for sheet in sheets if sheet.counted and sheet.counted.headings.unsure]
    if done.reports and unsure:
        counted_cases.leave_unsure(unsure, done)
    done.breaches += between_sheets(done.sheets)
    if not done.reports and not done.breaches:
        done.breaches.append(breach("file_no_sheet"))
    return done


def _worth_reading(sheets: Sequence[Sheet], done: Gathered) -> list[Sheet]:
    """The sheets whose names do not say that they are no data; the only sheet of a file whatever its name."""
    held = [sheet for sheet in sheets if sheet.rows]
    passed_over = [sheet for sheet in held if len(held) > 1 and is_passed_over(sheet.name)]
    done.said += [said("sheet_passed_over", sheet.name) for sheet in passed_over]
    return [sheet for sheet in held if sheet not in passed_over]


def _filled(found: list[_Found], done: Gathered) -> list[_Found]:
    """Sheets of a template left blank are read as none or left out, and named; all blank is what is wrong."""
    filled = [each for each in found if each.table.rows]
    posts = next((each for each in filled if each.table.dataset.name == "establishment"), None)
    blank = [each for each in found if not each.table.rows]
    none = [each for each in blank if posts and _can_say_none(each.table)]
    if filled:
        done.said += [
            said("sheet_none" if each in none else "sheet_blank", each.table.sheet) for each in blank
        ]
    month = SheetMonth(posts.month.month if posts else None)
    return filled + [replace(each, month=month, says_none=True) for each in none] or found


def _can_say_none(table: Table) -> bool:
    """A blank People is a sheet not filled in: posts with nobody in any of them are not a return."""
    return table.dataset.name in ("unavailable", "movements") and table.matching.share == 1


def _check_publication(book: Workbook, done: Gathered) -> None:
    """Home Office tables name their forces and dates themselves; their own symbols for missing are normal."""
    published = publications.unfold(book)
    for each in published:
        month = SheetMonth(None)  # each row says its own date
        staging = stage(each.table, month, Asked(None, "", each.edition).known())
        done.breaches += [*each.breaches, *(b for b in staging.breaches if b.code != "cell_missing_kind")]
        done.breaches += check(staging.sheet)
        done.said += each.said
        done.add(each.table, month, staging)
    read_names = {each.table.sheet for each in published}
    done.said += [said("sheet_passed_over", s.name) for s in book.sheets if s.name not in read_names]


def _find(sheet: Sheet, asked: Asked, done: Gathered) -> list[_Found]:
    """The tables of a sheet: one, or one for each month where months stand across."""
    if sheet.counted:
        return _find_counts(sheet, sheet.counted, asked, done)
    across = demand_across.unfold(sheet, asked.datasets["demand"])
    if across := across or months_across.unfold(sheet, asked.datasets["caseload"]):
        done.breaches += across.breaches
        done.said += across.said
        return [_Found(table, month_of(table, asked.today)) for table in across.tables]
    table = find_table(sheet, asked.datasets.values())
    if table is None or (table.dataset.wide and table.matching.share < 1):
        table = _matrix(sheet, asked, done) or table
    if table is None:
        _not_recognised(sheet, done)
    elif _switched_off(table, asked):
        done.breaches.append(breach("sheet_off", dataset=table.dataset.name, sheet=sheet.name))
    else:
        done.breaches += rows_too_long(sheet, table)
        return [_Found(table, month_of(table, asked.today))]
    return []


def _find_counts(sheet: Sheet, counted: CountedCases, asked: Asked, done: Gathered) -> list[_Found]:
    """The counts of a live list of cases. Those by officer are left where that sheet is switched off."""
    table = counted_cases.table_of(sheet, asked.datasets[counted.dataset])
    if table and _switched_off(table, asked):
        done.said.append(said("live_no_officers", counted.list_name))
        return []
    headings = headings_of_list.words_of(counted, asked)
    done.words += headings
    done.breaches += counted_cases.breaches_of(counted, headings)
    done.said += [*counted_cases.told_of(counted), *headings_of_list.told_of(counted, asked)]
    return [_Found(table, counted_cases.month_of(counted, asked.today), counted=counted)] if table else []


def _switched_off(table: Table, asked: Asked) -> bool:
    """The sheet with one row for each person is off unless the force's settings allow it."""
    if table.dataset.name != PERSON_SHEET_SWITCH or asked.settings is None or not asked.force:
        return False
    return not asked.settings.force(asked.force).investigators_sheet


def _matrix(sheet: Sheet, asked: Asked, done: Gathered) -> Table | None:
    training = asked.datasets["training"]
    unfolded = training_matrix.unfold(sheet, training, asked.known())
    if unfolded is None:
        return None
    done.breaches += unfolded.breaches
    done.said += unfolded.said
    return unfolded.table


def _not_recognised(sheet: Sheet, done: Gathered) -> None:
    """An unknown sheet is passed over, unless it lists reasons of health beside people: that is refused."""
    told = health_beside_people(sheet.rows)
    if told:
        done.breaches.append(breach("column_person_health", sheet=sheet.name, value=quoted(told)))
    else:
        done.said.append(said("sheet_not_recognised", sheet.name))


def _check_table(found: _Found, months: list[date], asked: Asked, done: Gathered) -> None:
    table = found.table
    breaches = heading_breaches(table)
    if not table.rows and not found.says_none:
        breaches.append(breach("sheet_no_rows", dataset=table.dataset.name, sheet=table.sheet))
    month, told = _settled_month(table, found.month, months)
    staging = stage(table, month, asked.known(month.month))
    staging, month, later = _month_from_rows(staging, table, month, asked)
    words = words_of(table, staging, asked)
    if found.counted:
        words = list_words.each_once(table, words)
        staging = _of_counts(table, found.counted, staging, asked, done)
    breaches += _month_breaches(table, month) + staging.breaches
    breaches += check(list_words.settled(staging.sheet) if found.counted else staging.sheet)
    done.words += words
    done.said += [
        *told,
        *month.said,
        *later,
        *staging.said,
        *heading_words(table, asked.stated),
        *told_of(table.sheet, words, asked.stated),
    ]
    done.breaches += as_headed(table, breaches)
    done.add(table, month, staging)


def _of_counts(
    table: Table, counted: CountedCases, staging: Staging, asked: Asked, done: Gathered
) -> Staging:
    """The counts of a list, with the cases that are in none. Its words are told first, and once."""
    unknown, staging = list_words.parted(table, counted_cases.without_repeats(staging, table.sheet))
    done.breaches[:0] = as_headed(table, unknown)
    cases = counted_cases.faulty_cases(counted, table.dataset, asked.known(counted.month))
    return replace(staging, sheet=replace(staging.sheet, of_list=counted.list_name, cases=cases))


def _settled_month(table: Table, month: SheetMonth, months: list[date]) -> tuple[SheetMonth, list[str]]:
    """A sheet that says no month takes the one month that the other sheets of the workbook say."""
    if month.month or month.fault or len(set(months)) != 1 or table.dataset.dated_by:
        return month, []
    only = months[0]
    return SheetMonth(only), [said("month_from_workbook", table.sheet, f"{only.day} {only:%B %Y}")]


def _month_from_rows(
    staging: Staging, table: Table, month: SheetMonth, asked: Asked
) -> tuple[Staging, SheetMonth, list[str]]:
    """A sheet of events alone in its file is the return of its latest event's month."""
    latest = latest_month(event_days(staging.sheet)) if "date" in table.dataset.column_names else None
    if month.month or month.fault or not latest:
        return staging, month, []
    month = SheetMonth(latest)
    told = [said("month_from_rows", table.sheet, f"{latest.day} {latest:%B %Y}")]
    return stage(table, month, asked.known(latest)), month, told


def _month_breaches(table: Table, month: SheetMonth) -> list[Breach]:
    if "month_end" not in table.dataset.column_names:
        return []  # each row says its own date
    where = {"dataset": table.dataset.name, "sheet": table.sheet}
    title = table.dataset.column("month_end").title
    if month.fault:
        return [breach(month.fault, value=month.shown, detail=month.detail, column=title, **where)]
    if month.titled and month.month:
        detail = f"{month.month:%B %Y}"
        return [
            breach("month_title_other", value=f"{month.titled:%B %Y}", detail=detail, column=title, **where)
        ]
    return [] if month.month or month.faults else [breach("month_missing", **where)]
