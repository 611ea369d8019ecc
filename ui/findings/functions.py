"""What the benchmarks page says of officers in public protection, as a share of all officers of a force."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from ui.findings.benchmarks import same_force
from ui.parts.wording import day, number

COLUMNS = ("force", "as_at", "protection", "all_officers", "edition", "file")
TITLE = "Officers in public protection, as a share of each force's officers"
NEEDED = """
For each force's share of officers in public protection, the Home Office **functions** open data table is
needed (GOV.UK, “Police workforce open data tables”, `open-data-table-police-workforce-functions`). Save its
sheet `Data` as CSV and upload it as it is; it is added up over ethnicity and sex, which are not kept.
"""


def frame(rows: Sequence[tuple[Any, ...]]) -> pd.DataFrame:
    """Each force and day with both counts, and the share in per cent; missing where a part of it is."""
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    for name in ("protection", "all_officers"):
        table[name] = pd.to_numeric(table[name])
    table["share"] = table["protection"] / table["all_officers"].where(table["all_officers"] > 0) * 100
    return table


def newest(shares: pd.DataFrame) -> pd.DataFrame:
    """The newest day that the tables have, the largest share first."""
    latest = shares[shares["as_at"] == shares["as_at"].max()]
    return latest.sort_values(["share", "force"], ascending=[False, True], na_position="last")


def finding(latest: pd.DataFrame, name: str) -> str:
    """The share of the reader's force, with what it is of, beside the middle one of all forces."""
    known = latest.dropna(subset=["share"])
    if known.empty:
        return "No force's share can be given: a part of each is missing in the table."
    middle = f"the middle one of {len(known)} forces is {known['share'].median():.1f}%"
    own = same_force(name, sorted(known["force"]))
    if own is None:
        return f"{middle[:1].upper()}{middle[1:]}."
    mine = known[known["force"] == own].iloc[0]
    return (
        f"{own} had {number(mine['protection'], 1)} of its {number(mine['all_officers'], 1)} FTE officers in "
        f"public protection on {day(mine['as_at'])}: {mine['share']:.1f}%; {middle}."
    )


def numbers(latest: pd.DataFrame) -> pd.DataFrame:
    """The table a reader sees: both counts and the share of each force."""
    return pd.DataFrame(
        {
            "Force": latest["force"],
            "In public protection, FTE officers": latest["protection"],
            "All functions, FTE officers": latest["all_officers"],
            "Share, %": latest["share"],
        }
    )


def source(latest: pd.DataFrame) -> str:
    """Where the shares come from, and what they count."""
    editions = sorted(set(latest["edition"].dropna()))
    files = sorted({str(file) for file in latest["file"].dropna()})
    return (
        f"Police workforce functions from the Home Office, figures to {day(editions[-1])}. "
        f"File: {', '.join(files) or 'not named'}. The function “Public Protection” as each force reports "
        "it, over all of the force's officers in FTE. Forces place some teams differently."
    )


def revised(rows: Sequence[tuple[Any, ...]], force: str, worker: str, basis: str) -> pd.DataFrame:
    """The figures of one force and kind of worker that a later edition gives otherwise."""
    mine = [row[3:] for row in rows if row[:3] == (force, worker, basis)]
    return pd.DataFrame(
        [
            {
                "As at": day(as_at),
                "As published first": was,
                "In the edition to": day(was_edition),
                "As published later": now,
                "In the edition to ": day(edition),
            }
            for as_at, was_edition, was, edition, now in mine
        ]
    )
