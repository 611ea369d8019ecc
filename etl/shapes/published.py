"""What reading one table of a Home Office publication gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from etl.layout.find import Table
from etl.reports.report import Breach


@dataclass(frozen=True)
class Published:
    """One table in long rows, the newest date in its file, what is wrong with it, and what is told of it."""

    table: Table
    edition: date
    breaches: tuple[Breach, ...] = ()
    said: tuple[str, ...] = ()
