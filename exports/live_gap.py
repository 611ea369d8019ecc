"""The gap as a sheet that recomputes: the middle case, each number once as an input, the rest as formulas.

It is the middle case of analysis.gap.middle, formula by formula. The simulated range does not recompute in a
workbook; it stands in the notes.
"""

from collections.abc import Iterator, Sequence

from analysis.assumptions import Assumption
from analysis.gap import GapInputs, GapResult, Middle
from exports.document import Bounds, LiveCell, LiveSheet, LiveTable

Row = tuple[str | LiveCell, ...]
# Wide on purpose: they stop a percentage typed as 18 for 0.18, and nothing that could be meant.
CASES, FTE = Bounds(0, 10_000_000), Bounds(0, 100_000)
HOURS, HOURS_ALL, YEAR = Bounds(0, 10_000), Bounds(0, 10_000_000), Bounds(1, 8784)
SHARE, LEFT = Bounds(0, 0.99), Bounds(0.01, 1)
ENDS = ("Funded posts", "In post", "Deployable")


def live_gap(result: GapResult, whose: str, need: str) -> LiveSheet | None:
    """The middle case of a need, of the units that `whose` names; None where there is no need. `need` is the
    range as the page says it ("between 71 and 104 FTE"): rounded once, in one place.

    Cells are named hours, available, for_cases, required, funded, in_post, deployable and *_gap; a number or
    gap that is not known is not there.
    """
    if result.middle is None:
        return None
    inputs, middle = result.inputs, result.middle
    tables = (_work(inputs, middle), _time(inputs, middle), _people(inputs, middle))
    return LiveSheet("Gap", (f"{whose}.", *_notes(result, need)), tables)


def _notes(result: GapResult, need: str) -> Iterator[str]:
    yield "The middle case: every number at its middle. Change a number, and what follows from it changes."
    if result.required:
        yield (
            f"The need is {need} in 80 of 100 of "
            f"{result.inputs.draws:,} simulated years (seed {result.inputs.seed}, inputs "
            f"{result.input_hash[:12]}). That range does not change with this sheet; say a need with its "
            "range, in whole or half FTE."
        )


def _work(inputs: GapInputs, middle: Middle) -> LiveTable:
    rows: list[Row] = []
    for n, work in enumerate(inputs.work, 1):
        cases, each, hours = f"cases_{n}", f"hours_each_{n}", f"hours_{n}"
        rows.append(
            (
                work.name.capitalize(),
                LiveCell(cases, work.annual, decimals=0, bounds=CASES),
                LiveCell(each, work.hours.value, bounds=HOURS),
                LiveCell(hours, middle.hours_by_type[work.name], f"={{{cases}}} * {{{each}}}", 0),
                _range(work.hours),
                *_who(work.hours),
            )
        )
    sum_of = " + ".join(f"{{hours_{n}}}" for n in range(1, len(inputs.work) + 1))
    rows.append(("All work", "", "", LiveCell("hours", middle.hours, f"={sum_of}", 0), "", "", ""))
    headings = ("Work", "New cases a year", "Hours for a case", "Hours a year", "Range of a case", *WHOSE)
    return LiveTable("Hours of work", headings, tuple(rows))


def _time(inputs: GapInputs, middle: Middle) -> LiveTable:
    """What a full-time post has for cases: hours of a year, less the shares that go to none."""
    rows: list[Row] = [
        (inputs.available.title, LiveCell("available", middle.available, decimals=0, bounds=YEAR), "hours")
    ]
    rows[0] += (_range(inputs.available), *_who(inputs.available))
    names = [f"allowance_{n}" for n in range(1, len(inputs.allowances) + 1)]
    for name, held in zip(names, inputs.allowances, strict=True):
        rows.append(
            (
                held.title,
                LiveCell(name, held.value, decimals=3, bounds=SHARE),
                "share of them",
                _range(held),
                *_who(held),
            )
        )
    less = "".join(f" - {{{name}}}" for name in names)
    share = (
        LiveCell("for_cases", 1 / middle.factor, f"=1{less}", 3)
        if names
        else LiveCell("for_cases", 1.0, bounds=LEFT)
    )
    rows.append(("What is left for cases", share, "share of them", "", "", ""))
    for n, held in enumerate(inputs.other_hours, 1):
        rows.append(
            (
                held.title,
                LiveCell(f"other_{n}", held.value, decimals=0, bounds=HOURS_ALL),
                "hours",
                _range(held),
                *_who(held),
            )
        )
    return LiveTable("Hours of a post", ("What", "Value", "Unit", "Range", *WHOSE), tuple(rows))


WHOSE = ("Source", "Set by, and when")


def _range(held: Assumption) -> str:
    return f"{held.low:g} to {held.high:g}" if held.low < held.high else "none set"


def _who(held: Assumption) -> tuple[str, str]:
    on = f", {held.set_on.day} {held.set_on:%B %Y}" if held.set_on else ""
    return held.source, f"{held.set_by}{on}"


def _people(inputs: GapInputs, middle: Middle) -> LiveTable:
    staff, steps = inputs.staff, middle.ladder
    other = "".join(f" + {{other_{n}}} / {{available}}" for n in range(1, len(inputs.other_hours) + 1))
    need = f"={{hours}} / {{for_cases}} / {{available}}{other}"
    ends = zip(ENDS, ("funded", "in_post", "deployable"), strict=True)
    rows: list[Row] = [
        (title, LiveCell(name, value, bounds=FTE), "the return of the month end")
        for title, name in ends
        if (value := getattr(staff, name)) is not None
    ]
    rows.append(
        ("Needed for the work", LiveCell("required", middle.required, need), "hours / hours of a post")
    )
    gaps: Sequence[tuple[str, str, float | None, str, str]] = (
        ("Vacancy gap", "vacancy_gap", steps.vacancy_gap, "{funded} - {in_post}", "filling posts"),
        (
            "Availability gap",
            "availability_gap",
            steps.availability_gap,
            "{in_post} - {deployable}",
            "people back",
        ),
        ("Demand gap", "demand_gap", steps.demand_gap, "{required} - {funded}", "posts, or less work"),
        ("Operating gap", "operating_gap", steps.operating_gap, _all(inputs), "all of these"),
    )
    rows += [
        (title, LiveCell(name, value, f"={formula}"), f"closed by {closes}")
        for title, name, value, formula, closes in gaps
        if value is not None
    ]
    return LiveTable("Posts, people and the gap", ("What", "FTE", "Where it comes from"), tuple(rows))


def _all(inputs: GapInputs) -> str:
    """The operating gap as the sum of its parts, where all are known."""
    staff = inputs.staff
    if None in (staff.funded, staff.in_post):
        return "{required} - {deployable}"
    return "{vacancy_gap} + {availability_gap} + {demand_gap}"
