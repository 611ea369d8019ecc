"""Making the workbook of a unit's next month: what the command line and the upload page both call."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date

from contracts import DATASETS, DATED_BY_ROW
from contracts.to_excel import workbook_template
from contracts.words import WHOLE_FORCE
from etl.next_month.beside import BESIDE, Asked, is_beside, is_whole_force, month_next, sheets_beside
from etl.next_month.filled import FilledSheet, fill_in, keys_of
from etl.next_month.passed import told_of_passed, with_notes
from etl.next_month.said import NothingToFillIn, in_words, told, why_not
from etl.next_month.standing import Standing, month_after, sent, standing
from etl.publishing.codes import SURE, stands_for
from etl.reports.messages import did_you_mean
from etl.values.read_date import month_end
from settings.model import ForceSettings, Settings, Unit
from settings.plain import plain
from settings.resolve import choices
from store import audit
from store.control import transaction
from store.labels import label_of
from store.place import Store
from store.warehouse import connect

OFF_UNLESS_SET = "investigators"


@dataclass(frozen=True)
class NextMonth:
    """The sheets of a unit for a month, filled in with what stands. `said`: what a person is told of them."""

    force: str
    unit: str
    title: str
    month: date
    sheets: tuple[FilledSheet, ...]
    lists: dict[str, tuple[str, ...]]
    said: tuple[str, ...]

    @property
    def file_name(self) -> str:
        """What the workbook is called: DA1-2026-10.xlsx."""
        return f"{self.unit}-{self.month:%Y-%m}.xlsx"

    @property
    def references(self) -> int:
        """How many references to people, as sent, are in it."""
        return sum(sheet.references for sheet in self.sheets)


def next_month(
    store: Store,
    settings: Settings,
    unit: str,
    force: str | None = None,
    month: date | None = None,
    only: Sequence[str] = (),
) -> NextMonth:
    """What the unit's workbook for a month holds, the month after its newest where none is said.

    `unit`: its code or a name, or the words `Whole force`. `month`: the last day of one. `only`: these
    datasets and no others. Who may see the unit is for the caller to know. Raises NothingToFillIn, with the
    reason, where there is nothing.
    """
    held = _force(settings, force)
    if is_whole_force(unit) or is_beside(only):
        return _beside(store, settings, held, unit, month, tuple(only))
    named = _unit(settings, held, unit, month or date.today())
    found, month = _standing(store, held, named, month, only)
    known = label_of(store, held.code, keys_of(found)) if held.person_lists else {}
    sheets = tuple(with_notes(fill_in(each, held, known, month), month) for each in found)
    return NextMonth(
        held.code,
        named.code,
        named.name_on(month),
        month,
        sheets,
        _lists(settings, held, month),
        (*told(sheets, month, held.name, held.person_lists), *told_of_passed(sheets, month)),
    )


def _beside(
    store: Store,
    settings: Settings,
    force: ForceSettings,
    unit: str,
    month: date | None,
    only: tuple[str, ...],
) -> NextMonth:
    """The workbook of what comes beside the returns, of a unit or of the force with all its units."""
    named = None if is_whole_force(unit) else _unit(settings, force, unit, month or date.today())
    title = named.title if named else WHOLE_FORCE
    if not set(only) <= set(BESIDE):
        raise why_not("not_of_force", ", ".join(DATASETS[name].title for name in only))
    asked = Asked(force, named.code if named else None, only)
    reader = connect(store)
    if reader is None:
        raise why_not("nothing_sent", title, "yet")
    with closing(reader):
        con = reader.cursor()
        month = month or month_next(con, asked, date.today())
        sheets = sheets_beside(con, asked, month)
    if not sheets:
        titles = ", ".join(DATASETS[name].title for name in asked.names)
        raise why_not("nothing_of_these", title, in_words(month), titles)
    said = tuple(told(sheets, month, force.name, force.person_lists))
    lists = _lists(settings, force, month)
    if named is None:
        return NextMonth(force.code, force.code, title, month, sheets, lists, said)
    return NextMonth(force.code, named.code, named.name_on(month), month, sheets, lists, said)


def _lists(settings: Settings, force: ForceSettings, month: date) -> dict[str, tuple[str, ...]]:
    return {name: tuple(choices(settings, force.code, name, month).values()) for name in ("units", "courses")}


def or_why_not(store: Store, settings: Settings, unit: str, force: str | None) -> NextMonth | str:
    """The same, or the sentence that says why there is nothing, for a page to show."""
    try:
        return next_month(store, settings, unit, force)
    except NothingToFillIn as reason:
        return str(reason)


def workbook(store: Store, made: NextMonth, by: str) -> bytes:
    """The bytes of the workbook. Where it holds references to people, the audit says who took it."""
    if made.references:
        with transaction(store) as con:
            what = f"workbook of {made.force} {made.unit} for {made.month:%Y-%m}"
            audit.write(con, by, "disclosure", what, {"references": made.references})
    sheets = [sheet.dataset for sheet in made.sheets]
    return workbook_template(sheets, made.lists, {s.dataset.name: s.filled for s in made.sheets})


def read_month(text: str) -> date:
    """The last day of a month written 2026-10. Raises NothingToFillIn where it is written otherwise."""
    try:
        return month_end(date.fromisoformat(f"{text}-01"))
    except ValueError:
        raise why_not("not_a_month", text[:20]) from None


def _force(settings: Settings, force: str | None) -> ForceSettings:
    found = [each for each in settings.forces if force in (None, each.code)]
    if not settings.forces:
        raise why_not("no_settings")
    if len(found) != 1:
        raise why_not("no_force", ", ".join(each.code for each in settings.forces))
    return found[0]


def _unit(settings: Settings, force: ForceSettings, said: str, on: date) -> Unit:
    """The unit of a code, whenever it stood, or of a name; what is only near is asked, never guessed."""
    codes = {plain(each.code): each for each in force.units}
    if plain(said) in codes:
        return codes[plain(said)]
    found = stands_for(settings, force.code, "units", said, on)
    if found.code is None or found.how not in SURE:
        near = did_you_mean(found.suggestions)
        raise why_not("no_unit", said[:80], force.name, f" {near}" if near else "")
    return next(each for each in force.units if each.code == found.code)


def _standing(
    store: Store, force: ForceSettings, unit: Unit, month: date | None, only: Sequence[str]
) -> tuple[tuple[Standing, ...], date]:
    """What stands of the unit's sheets before the month, and the month. Raises NothingToFillIn."""
    reader = connect(store)
    if reader is None:
        raise why_not("nothing_sent", unit.title, "yet")
    with closing(reader):
        con = reader.cursor()
        found = [each for each in sent(con, force.code, unit.code) if _is_wanted(force, each.dataset)]
        target = month or month_after(found)
        if target is None:
            raise why_not("nothing_sent", unit.title, "yet")
        if not unit.holds_on(target):
            raise why_not("unit_ends", unit.title, in_words(target))
        stands = standing(con, force.code, unit.code, found, target, only)
    if not stands and only:
        titles = ", ".join(DATASETS[name].title for name in only)
        raise why_not("nothing_of_these", unit.title, in_words(target), titles)
    if not stands:
        raise why_not("nothing_sent", unit.title, f"before {in_words(target)}")
    return stands, target


def _is_wanted(force: ForceSettings, dataset: str) -> bool:
    """Whether the force takes the sheet; that of single investigators only where it has said so.

    What comes beside the monthly returns is a workbook of its own, which is named.
    """
    if dataset in DATED_BY_ROW:
        return False
    return dataset != OFF_UNLESS_SET or force.investigators_sheet
