"""The reader for .xlsx: fast where a workbook is large and plain, exact for every other."""

from __future__ import annotations

from typing import Any

from etl.readers import large_xlsx
from etl.readers.sheet_xml import counts_from_1904


def read(data: bytes) -> dict[str, Any]:
    """Every visible sheet's filled rows, ready for JSON; and the names of the sheets passed over."""
    answer = large_xlsx.read(data) or _exactly(data)
    since_1904 = {"dates_1904": True} if counts_from_1904(data) else {}
    return answer | {"sheets": [sheet | since_1904 for sheet in answer["sheets"]]}


def _exactly(data: bytes) -> dict[str, Any]:
    from etl.readers import exact_xlsx  # loading openpyxl takes as long as reading thousands of rows fast

    return exact_xlsx.read(data)
