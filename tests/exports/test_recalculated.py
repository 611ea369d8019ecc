"""LibreOffice reckons every formula of a workbook to the product's own number."""

import shutil
from dataclasses import replace

import pytest

from analysis.gap import gap_of
from exports.document import LiveCell
from exports.live_gap import live_gap
from exports.workbook.to_workbook import to_workbook
from tests.analysis.gap.drawn import inputs as of_gap
from tests.analysis.scenario.given import ALL, INTAKES, inputs
from tests.exports.made_document import made
from tests.exports.recalculated import recalculated, spoiled
from tests.exports.test_live_gap import NEED
from tests.exports.test_live_scenario import sheet_of


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice, which reckons anew, is not installed")
def test_libreoffice_reckons_every_formula_of_the_gap_and_of_a_scenario_to_the_same_number(tmp_path) -> None:
    sheets = (
        live_gap(gap_of(of_gap(draws=200)), "All units", NEED),
        sheet_of(inputs({**ALL, "starters_outside": 2.0}, INTAKES, 20)),
    )
    book = to_workbook(replace(made(), sections=(), live=tuple(map(spoiled, sheets))))
    told = recalculated(book, tmp_path)
    for sheet in sheets:
        rows = told[sheet.title]
        for table in sheet.tables:
            title = next(n for n, row in enumerate(rows) if row and row[0] == table.title)
            assert rows[title + 1][: len(table.headings)] == [*table.headings]
            for said, row in zip(rows[title + 2 :], table.rows, strict=False):
                _same(said, row)
            assert len(rows) >= title + 2 + len(table.rows)


def _same(said: list[str], row: tuple[object, ...]) -> None:
    for text, cell in zip(said, row, strict=False):
        if isinstance(cell, LiveCell):
            assert float(text) == pytest.approx(cell.value, rel=1e-6, abs=1e-9), cell
