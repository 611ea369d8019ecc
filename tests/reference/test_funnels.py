"""Funnels beside PHEindicatormethods and FunnelPlotR."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from analysis.false_discoveries import adjusted
from analysis.funnel_scales import SCALES
from analysis.funnels import Funnel, FunnelPoint, funnel
from analysis.intervals import ALERT, USUAL, Interval, byar
from analysis.overdispersion import spread_beyond_chance, winsorise

HERE = Path(__file__).parent
PHE = json.loads((HERE / "funnel_phe.json").read_text(encoding="utf-8"))["generated"]
FUNNELPLOTR = json.loads((HERE / "funnel_funnelplotr.json").read_text(encoding="utf-8"))["cases"]
BASE_R = json.loads((HERE / "tests_base_r.json").read_text(encoding="utf-8"))
SHARES = [case for case in PHE if case["statistic"] == "proportion"]
RATES = [case for case in PHE if case["statistic"] == "rate_crude"]


def units(case: dict[str, Any]) -> dict[str, tuple[float, float]]:
    pairs = zip(case["numerator"], case["denominator"], strict=True)
    return {f"{i:02}": pair for i, pair in enumerate(pairs)}


def word(point: FunnelPoint) -> str:
    """The verdict as public health writes it."""
    if point.flag:
        return f"{point.flag.title()} (0.001)"
    return f"{point.noted.title()} (0.025)" if point.noted else "Not significant"


def plain(case: dict[str, Any], kind: Any) -> Funnel:
    """Without overdispersion, which public health does not look for."""
    return funnel(units(case), kind, fewest_for_overdispersion=1_000)


def missed(own: Interval, average: float) -> str:
    """The side on which a unit's own interval misses the average."""
    assert own.lower is not None and own.upper is not None
    if own.lower > average:
        return "high"
    return "low" if own.upper < average else ""


@pytest.mark.parametrize("case", SHARES, ids=lambda c: c["id"])
def test_limits_and_verdicts_on_shares_are_those_of_public_health(case: dict[str, Any]) -> None:
    found = plain(case, "proportion")
    assert found.form == "funnel"
    assert found.average == pytest.approx(case["average"], rel=1e-12)
    for name in ("lower95", "upper95", "lower998", "upper998"):
        ours = [getattr(point, name) for point in found.points]
        # Theirs run past 0 and 1; a share cannot.
        assert ours == pytest.approx(list(np.clip(case[name], 0, 1)), abs=1e-12)
    assert [word(point) for point in found.points] == case["significance"]


@pytest.mark.parametrize("case", RATES, ids=lambda c: c["id"])
def test_verdicts_on_rates_are_those_of_public_health(case: dict[str, Any]) -> None:
    found = plain(case, "rate")
    assert found.average == pytest.approx(case["average_rate_per_unit"], rel=1e-12)
    assert [word(point) for point in found.points] == case["significance"]


@pytest.mark.parametrize("case", RATES, ids=lambda c: c["id"])
def test_byar_which_public_health_uses_there_gives_the_same_verdicts(case: dict[str, Any]) -> None:
    average = sum(case["numerator"]) / sum(case["denominator"])
    for pair, point in zip(units(case).values(), plain(case, "rate").points, strict=True):
        sides = [missed(byar(*pair, level), average) for level in (USUAL, ALERT)]
        assert sides == [point.noted, point.flag]


@pytest.mark.parametrize("case", FUNNELPLOTR, ids=lambda c: c["id"])
def test_overdispersion_is_that_of_funnelplotr(case: dict[str, Any]) -> None:
    given, expected = case["input"], case["expected"]
    kind = {"PR": "proportion", "SR": "ratio"}[given["data_type"]]
    events, sizes = np.array(given["numerator"], float), np.array(given["denominator"], float)
    scale = SCALES[kind]
    average = scale.average(events, sizes)
    assert average == pytest.approx(expected["target"], rel=1e-12)
    assert average is not None
    z, s = scale.scores(events, sizes, average), scale.errors(sizes, average)
    assert z == pytest.approx(np.array(expected["zscore"]), abs=1e-12)
    assert s == pytest.approx(np.array(expected["s"]), rel=1e-12)
    assert winsorise(z, given["trim_by"]) == pytest.approx(np.array(expected["wz"]), abs=1e-12)
    spread = spread_beyond_chance(z, s)
    assert [spread.phi, spread.tau2] == pytest.approx([expected["phi"], expected["tau2"]], abs=1e-12)


def limits_beside_funnelplotr(case: dict[str, Any], kind: str, tau2: float | None) -> list[tuple[float, ...]]:
    """(size, ours, theirs) of every limit. Its "99" limits are 99.8%."""
    given, expected = case["input"], case["expected"]
    return [
        (size, ours, expected["limits"][end + key][i] / given["multiplier"])
        for i, size in enumerate(given["denominator"])
        for level, key in ((USUAL, "95"), (ALERT, "99"))
        for ours, end in zip(
            SCALES[kind].limits(size, expected["target"], level, tau2), ("LCL", "UCL"), strict=True
        )
    ]


@pytest.mark.parametrize(
    "case", [c for c in FUNNELPLOTR if c["input"]["data_type"] == "PR"], ids=lambda c: c["id"]
)
def test_limits_on_shares_are_those_of_funnelplotr(case: dict[str, Any]) -> None:
    """For shares it always uses the arcsine."""
    for _, ours, theirs in limits_beside_funnelplotr(case, "proportion", 0.0):
        assert ours == pytest.approx(theirs, abs=2e-8)


@pytest.mark.parametrize(
    "case", [c for c in FUNNELPLOTR if c["input"]["data_type"] != "PR"], ids=lambda c: c["id"]
)
def test_limits_on_ratios_are_within_three_events_of_those_of_funnelplotr(case: dict[str, Any]) -> None:
    """Its curve is the interval of the expected number, which is not the rule its units are judged by."""
    for size, ours, theirs in limits_beside_funnelplotr(case, "ratio", None):
        assert abs(ours - theirs) * size < 3


@pytest.mark.parametrize("case", FUNNELPLOTR, ids=lambda c: c["id"])
def test_the_units_noted_are_the_outliers_of_funnelplotr(case: dict[str, Any]) -> None:
    kind = "proportion" if case["input"]["data_type"] == "PR" else "ratio"
    found = funnel(units(case["input"]), kind)  # type: ignore[arg-type]
    assert [int(bool(point.noted)) for point in found.points] == case["expected"]["outlier"]
    assert found.adjusted is False


def test_p_values_adjusted_for_how_many_were_looked_at_are_those_of_r() -> None:
    assert list(adjusted(BASE_R["p_adjust"]["p"])) == pytest.approx(BASE_R["p_adjust"]["BH"], abs=1e-12)


@pytest.mark.parametrize("case", BASE_R["summaries"], ids=lambda c: f"{len(c['x'])}values")
def test_the_quantiles_that_pull_outliers_in_are_type_7(case: dict[str, Any]) -> None:
    x = np.array(case["x"], float)
    pulled = winsorise(x)
    assert [pulled.min(), pulled.max()] == pytest.approx([case["type7"][0], case["type7"][-1]], rel=1e-12)
