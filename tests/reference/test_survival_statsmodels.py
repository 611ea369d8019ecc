"""Our curves beside those of statsmodels, on people who come under watch late and leave at tied times."""

import numpy as np
import pytest
from statsmodels.duration.survfunc import CumIncidenceRight, SurvfuncRight

from analysis.incidence import cumulative_incidence
from analysis.survival import kaplan_meier


def people(seed, late):
    """Entry, time and way of leaving (0 for still there) of 300 people, in whole months."""
    chance = np.random.default_rng(seed)
    entry = chance.integers(0, 40, 300).astype(float) if late else np.zeros(300)
    return entry, entry + chance.integers(1, 60, 300), chance.choice([0, 0, 1, 2], 300)


@pytest.mark.parametrize("late", [True, False])
@pytest.mark.parametrize("seed", range(5))
def test_the_share_still_there_is_the_same(seed, late):
    entry, time, left = people(seed, late)
    ours = kaplan_meier(time, (left > 0).tolist(), entry, fewest=0)
    theirs = SurvfuncRight(time, (left > 0).astype(int), entry=entry if late else None)
    shares = dict(zip(ours.times, ours.survival, strict=True))
    assert [shares[t] for t in theirs.surv_times] == pytest.approx(theirs.surv_prob, abs=1e-12)
    assert len(theirs.surv_times) > 30


@pytest.mark.parametrize("seed", range(5))
def test_the_share_gone_each_way_is_the_same_without_late_entry(seed):
    _, time, left = people(seed, late=False)
    ours = cumulative_incidence(time, ["" if way == 0 else str(way) for way in left], None, fewest=0)
    theirs = CumIncidenceRight(time, left)
    for name, gone in ours.gone:
        shares = dict(zip(ours.times, gone, strict=True))
        mine = [shares[t] for t in theirs.times if t in shares]
        other = [p for t, p in zip(theirs.times, theirs.cinc[int(name) - 1], strict=True) if t in shares]
        assert len(mine) > 30
        assert mine == pytest.approx(other, abs=1e-12)
