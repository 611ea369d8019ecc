"""What every metric must have: a query of its own that never divides, words, and two tests."""

import importlib
import re
from pathlib import Path

import pytest

import metrics
from contracts import DATASETS
from metrics.catalogue import METRICS, THEMES
from metrics.model import DIMENSIONS, Metric
from tests.metrics.warehouse import Warehouse

FOLDER = Path(metrics.__file__).parent
ALL = pytest.mark.parametrize("metric", METRICS.values(), ids=list(METRICS))
EXAMPLES = ("EXAMPLES", "SPREADS", "OF_THE_FORCE")
RECKONINGS = ("RECKONINGS", "OVER_A_YEAR", "MONTHLY", "YEARLY", "BESIDE", "SPREADS", "OF_THE_FORCE")


@pytest.fixture(scope="module")
def empty() -> Warehouse:
    return Warehouse().build("pressure/open", months=[])


def code(path: Path) -> str:
    """A query without its comments and words in quotes."""
    return re.sub(r"'[^']*'", "''", re.sub(r"--.*", "", path.read_text(encoding="utf-8")))


def named_in(theme: str, file: str, names: tuple[str, ...]) -> set[str]:
    """The metrics that a file of tests names."""
    module = importlib.import_module(f"tests.metrics.{theme}.{file}")
    found: set[str] = set()
    for name in names:
        table = getattr(module, name, {})
        found |= set(table)
        assert all(hasattr(module, test) for test in table.values() if isinstance(test, str))
    return found


@pytest.mark.parametrize("theme", THEMES)
def test_every_metric_has_an_example_worked_out_by_hand(theme: str) -> None:
    assert named_in(theme, "test_examples", EXAMPLES) == {metric.id for metric in THEMES[theme]}


@pytest.mark.parametrize("theme", THEMES)
def test_every_metric_has_a_second_reckoning(theme: str) -> None:
    assert named_in(theme, "test_reckoning", RECKONINGS) == {metric.id for metric in THEMES[theme]}


@pytest.mark.parametrize("theme", THEMES)
def test_every_metric_has_one_query_of_the_same_name_and_no_query_is_without_a_metric(theme: str) -> None:
    files = {path.stem for path in (FOLDER / theme).glob("*.sql")}
    assert files == {metric.name for metric in THEMES[theme]}
    assert {metric.theme for metric in THEMES[theme]} == {theme}


@ALL
def test_a_query_never_divides(metric: Metric) -> None:
    text = code(FOLDER / metric.theme / f"{metric.name}.sql")
    assert "/" not in text
    assert not re.search(r"\b(avg|mean|median|divide|fdiv)\s*\(", text, re.IGNORECASE)


@ALL
def test_a_query_returns_the_dimensions_that_the_metric_names_and_two_parts(
    metric: Metric, empty: Warehouse
) -> None:
    columns = [name for name, *_ in empty.con.execute(f"DESCRIBE {metric.sql}").fetchall()]
    spare = {"ceiling"} if metric.kind == "distribution" else set()
    assert set(columns) - spare == {
        "force",
        "unit",
        "month_end",
        *metric.dimensions,
        "numerator",
        "denominator",
    }


@ALL
def test_a_metric_says_what_it_counts_in_words(metric: Metric) -> None:
    for words in (metric.title, metric.numerator, metric.unit):
        assert words.strip() == words and words
    assert metric.question.endswith("?")
    assert metric.denominator or metric.kind == "count"
    assert all(caveat.endswith(".") for caveat in metric.caveats)
    # Read aloud, the numerator comes first: it cannot point at a denominator that has not been named.
    assert not metric.numerator.startswith("of those")
    said = " ".join([metric.title, metric.question, metric.when_none, *metric.caveats]).lower()
    assert not re.search(r"\b(invalid|please|sorry)\b", said)


@ALL
def test_a_metric_is_whole(metric: Metric) -> None:
    assert set(metric.dimensions) <= set(DIMENSIONS)
    assert set(metric.not_added_over) <= {"month_end", *metric.dimensions}
    assert {name for datasets in metric.needs for name in datasets} <= set(DATASETS)
    assert metric.window == 1 or "month_end" in metric.not_added_over
    assert ("sum" in (metric.numerator_enters, metric.denominator_enters)) or metric.window == 1


@ALL
def test_work_of_different_families_is_never_added(metric: Metric) -> None:
    counts_work = "work_family" in metric.dimensions
    oldest = metric.combine == "max"
    assert counts_work == ("work_family" in metric.not_added_over) or oldest


def test_the_rest_of_force_enters_one_figure_alone() -> None:
    assert [m.id for m in METRICS.values() if m.whose == "rest of force"] == [
        "staffing/rest_of_force_vacancy_rate"
    ]
