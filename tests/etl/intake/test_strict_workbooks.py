"""A "Strict Open XML" workbook is read by the exact reader too: no fault in it reads as blank."""

import zipfile
from io import BytesIO

from tests.etl.intake.workbooks import CASELOAD, DOMESTIC, check_bytes, codes, workbook

USUAL = b"http://schemas.openxmlformats.org/"


def strict(data: bytes) -> bytes:
    """The workbook as Excel's "Strict Open XML Spreadsheet" names things."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            held = old.read(name)
            for part in (b"spreadsheetml", b"officeDocument", b"drawingml"):
                held = held.replace(USUAL + part + b"/2006/", b"http://purl.oclc.org/ooxml/" + part + b"/")
            new.writestr(name, held)
    return out.getvalue()


def test_a_strict_workbook_loads_like_the_usual_one():
    usual = check_bytes(workbook(Caseload=[CASELOAD, DOMESTIC]))
    other = check_bytes(strict(workbook(Caseload=[CASELOAD, DOMESTIC])))
    assert other.report.ok, other.report.breaches
    assert other.sheets[0].records() == usual.sheets[0].records()


def test_a_fault_in_a_strict_workbook_is_named():
    faulty = [*DOMESTIC[:3], "#N/A", "=1+1", *DOMESTIC[5:]]
    file = check_bytes(strict(workbook(Caseload=[CASELOAD, faulty])))
    assert sorted(codes(file)) == ["cell_error", "cell_formula"]
