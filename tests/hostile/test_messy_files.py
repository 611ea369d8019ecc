"""Awkward files that others met and published: each read whole, or refused by the sentence it deserves.

The rows read were counted by a second reader as well (python-calamine), sheet by sheet; they agree.
"""

import os
from pathlib import Path

import pytest

import settings
from etl.checking.check_file import checked
from tests.hostile.caller import TODAY
from tests.tables import drawn_rows

MESSY = Path(os.environ.get("PPU_MESSY_FILES", "messy"))
HOW = "the awkward files are not at hand; set PPU_MESSY_FILES to the folder that holds them"
# What none of them is: a return. What was read of it is judged by the filled rows of each visible sheet.
READ = "file_no_sheet"
EXPECTED = drawn_rows("""
    | file | answer | rows |
    | calamine__any_sheets.xls                                         | file_old_xls         |           |
    | calamine__any_sheets.xlsx                                        | read                 | 4         |
    | calamine__issue_530.xlsx                                         | file_unsafe          |           |
    | calamine__issue_553.xlsx                                         | read                 | 19        |
    | calamine__merge_cells.xlsx                                       | read                 | 2         |
    | calamine__merged_cells.ods                                       | read                 | 3         |
    | calamine__minimal_package.xlsx                                   | file_not_a_workbook  |           |
    | calamine__non_monotonic_si.xlsx                                  | read                 | 6         |
    | calamine__number_rows_repeated.ods                               | read                 | 5 5 5     |
    | calamine__pass_protected.ods                                     | file_password        |           |
    | calamine__pivots.xlsx                                            | file_unsafe          |           |
    | calamine__table-multiple.xlsx                                    | read                 | 5 5 10    |
    | csv-spectrum__comma_in_quotes.csv                                | read                 | 2         |
    | csv-spectrum__json.csv                                           | read                 | 2         |
    | csv-spectrum__utf8.csv                                           | read                 | 3         |
    | frictionless-py__delimiter.csv                                   | read                 | 3         |
    | frictionless-py__duplicate-rows.csv                              | read                 | 4         |
    | frictionless-py__empty.csv                                       | file_empty           |           |
    | frictionless-py__escaping.csv                                    | read                 | 4         |
    | frictionless-py__skip-rows-before-headers.csv                    | read                 | 4         |
    | frictionless-py__timezone.csv                                    | read                 | 5         |
    | frictionless-py__transform-pivot.csv                             | read                 | 13        |
    | frictionless-py__vix.csv                                         | read                 | 3         |
    | openpyxl__contains_chartsheets.xlsx                              | read                 | 10 10     |
    | openpyxl__null_archive.xlsx                                      | file_not_a_workbook  |           |
    | openpyxl__vba-test.xlsm                                          | file_macros          |           |
    | poi__0-www-crossref-org.lib.rivier.edu_education-f*              | file_macros          |           |
    | poi__35897-type4.xls                                             | file_old_xls         |           |
    | poi__47804.xlsx                                                  | read                 | 2         |
    | poi__48962.xlsx                                                  | read                 | 14        |
    | poi__49609.xlsx                                                  | file_unsafe          |           |
    | poi__50154.xlsx                                                  | read                 | 4 1 0 0 0 |
    | poi__54764.xlsx                                                  | file_unsafe          |           |
    | poi__57914.xlsx                                                  | read                 | 2         |
    | poi__60512.xlsm                                                  | read                 | 41        |
    | poi__61495-test.xlsm                                             | file_macros          |           |
    | poi__62815.xlsb                                                  | file_xlsb            |           |
    | poi__BrNotClosed.xlsx                                            | read                 | 0 0 0     |
    | poi__ExcelPivotTableSample.xlsx                                  | read                 | 4 5 5     |
    | poi__ExcelTables.xlsx                                            | read                 | 4         |
    | poi__SampleSS.strict.xlsx                                        | read                 | 3 5 0     |
    | poi__TwoSheetsOneHidden.xlsx                                     | read                 | 1         |
    | poi__ar.org.apsme.www_Form_20Inscripcion_20Curso_2*              | file_old_xls         |           |
    | poi__bug60858.xlsx                                               | read                 | 2         |
    | poi__bug66682.xlsb                                               | file_xlsb            |           |
    | poi__bug69021.xls                                                | file_old_xls         |           |
    | poi__clusterfuzz-testcase-minimized-POIXSSFFuzzer-48287*         | file_damaged         |           |
    | poi__clusterfuzz-testcase-minimized-POIXSSFFuzzer-50894*         | file_damaged         |           |
    | poi__clusterfuzz-testcase-minimized-POIXSSFFuzzer-64482*         | file_damaged         |           |
    | poi__clusterfuzz-testcase-minimized-XLSX2CSVFuzzer*              | file_damaged         |           |
    | poi__comments.xlsb                                               | file_xlsb            |           |
    | poi__craftonhills.edu_programreview_report.aspx_go*              | read                 | 4         |
    | poi__ex42564-21503.xls                                           | file_old_xls         |           |
    | poi__extenxls_pwd123.xlsx                                        | file_password        |           |
    | poi__hyperlink.xlsb                                              | file_xlsb            |           |
    | poi__link-external-workbook-b.xlsx                               | read                 | 1         |
    | poi__noSharedStringTable.xlsx                                    | read                 | 1         |
    | poi__poc-shared-strings.xlsx                                     | sheet_outside        |           |
    | poi__poc-xmlbomb.xlsx                                            | file_unsafe          |           |
    | poi__poi-fuzz.xls                                                | file_old_xls         |           |
    | poi__sample.strict.xlsx                                          | read                 | 10 5 0    |
    | poi__style-alternate-content.xlsx                                | file_damaged         |           |
    | poi__testEXCEL_3.xls                                             | file_not_a_workbook  |           |
    | poi__xlmmacro.xlsm                                               | file_macros          |           |
    | python-calamine__empty_file.ods                                  | file_empty           |           |
    | python-calamine__empty_file.xlsx                                 | file_empty           |           |
    | python-calamine__password.xlsx                                   | file_password        |           |
    | readxl__deaths.xlsx                                              | read                 | 19 19     |
    | readxl__names-need-repair-xlsx.xlsx                              | read                 | 3         |
    | readxl__no-styles-or-sharedStrings-parts.xlsx                    | read                 | 12        |
    | readxl__no-yes-col-names.xlsx                                    | read                 | 1 2 1     |
    | readxl__skipping.xlsx                                            | read                 | 3 4 5     |
    | readxl__texty-dates-xlsx.xlsx                                    | read                 | 3         |
    | readxl__type-me.xlsx                                             | read                 | 11 8 8 7  |
    | readxl__unnamed-duplicated-columns.xlsx                          | read                 | 3         |
    | test-files__BlankSheetTypes.xlsm                                 | file_macros          |           |
    | test-files__column_width.htm                                     | file_not_a_workbook  |           |
    | tidyxl__1900-02-29.xlsx                                          | read                 | 1 0 0     |
    | tidyxl__haskell.xlsx                                             | read                 | 3         |
    | tidyxl__xfd1048576.xlsx                                          | sheet_too_wide       |           |
""")


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda each: each["file"])
def test_a_messy_file_is_read_whole_or_refused_by_name(expected):
    found = sorted(MESSY.glob(expected["file"]))
    if not found:
        pytest.skip(HOW)
    [path] = found
    [file] = checked(settings.sample(), [(path.name, path.read_bytes())], today=TODAY)
    [told] = file.report.breaches
    wanted = READ if expected["answer"] == "read" else expected["answer"]
    assert told.code == wanted
    rows = [len(sheet.rows) for sheet in file.book.sheets] if file.book else []
    assert rows == [int(n) for n in (expected["rows"] or "").split()]
