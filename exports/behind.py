"""The numbers behind the charts of a document: one table for each chart, one for small charts together."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import pandas as pd

from charts.small_multiple import SmallMultiple
from exports.document import Chart, Document


@dataclass(frozen=True)
class Behind:
    """A table of numbers: `title` and `measure` of what it stands behind."""

    title: str
    measure: str
    frame: pd.DataFrame
    decimals: int


def behind(document: Document) -> tuple[Behind, ...]:
    """Every table of numbers, in the order of the document."""
    charts = [b for section in document.sections for b in section.blocks if isinstance(b, Chart)]
    return tuple(each for _, run in groupby(charts, _kin) for each in _told(list(run)))


def _kin(chart: Chart) -> object:
    """What is the same for small charts whose numbers stand in one table; of any other, itself."""
    model = chart.model
    if isinstance(model, SmallMultiple) and not model.key():
        return (model.months, model.measure, chart.decimals)
    return id(chart)


def _told(run: list[Chart]) -> Iterator[Behind]:
    first = run[0]
    if len(run) == 1:
        yield Behind(first.model.title, first.model.measure, first.model.numbers(), first.decimals)
        return
    frames = [chart.model.numbers() for chart in run]
    whole = pd.concat([frames[0], *(frame.iloc[:, 1:] for frame in frames[1:])], axis=1)
    yield Behind(first.model.measure, "One column for each chart.", whole, first.decimals)
