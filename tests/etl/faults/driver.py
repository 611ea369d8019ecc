"""A process that loads and undoes until it is killed, saying each thing once it has been done.

python driver.py STORE load OPEN [OPEN ...]     one load of two units for each number of open cases
python driver.py STORE undo LOAD_ID
python driver.py STORE forever SEED             loads and undoings without end
"""

import random
import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import pandas as pd

from contracts import DATASETS
from contracts.to_rows import example_row
from etl.faults import point
from etl.loading import claims
from etl.loading.accept import NewLoad, accept_rows
from etl.loading.undo import undo
from etl.publishing.codes import Codes
from etl.publishing.plan import Change, NewEntry
from etl.publishing.publish import publish
from settings import sample
from store import clean, history, open_store
from store.control import now
from store.lock import writing

UNITS = ("DA1", "CA1")


def load(store, open_cases, units=UNITS, month=date(2026, 9, 30)):
    settings = sample()
    with writing(store):
        point("lock_held")
        clean.unreferenced(store)
        seq = max((r.seq for r in history.loads(store)), default=0) + 1
        new = NewLoad(seq, f"L{seq:05d}", "NORTHSHIRE", "caseload", "f.xlsx", f"hash {seq}", "me", now())
        rows = [
            dict(example_row(DATASETS["caseload"], unit=unit, open=open_cases, month_end=month))
            for unit in units
        ]
        sheet = accept_rows(store, settings, new, "caseload", pd.DataFrame(rows, dtype=object))
        scopes = claims.scopes(Codes(settings), {"caseload": [sheet.rows]})
        publish(store, settings, Change((NewEntry(new, (sheet,), scopes),)), "me", "driver")
    return new.load_id


def say(*words):
    print(*words, flush=True)


def forever(store, seed):
    chance = random.Random(seed)
    while True:
        held = [r.load_id for r in history.loads(store) if r.state == "published"]
        if held and chance.random() < 0.3:
            load_id = chance.choice(held)
            undo(store, load_id, "me")
            say("undone", load_id)
        else:
            units = chance.sample(UNITS, chance.randint(1, 2))
            say("loaded", load(store, chance.randint(1, 999), units, date(2026, chance.randint(7, 9), 1)
                               + pd.offsets.MonthEnd(0)))  # fmt: skip


def main(where, what, *rest):
    store = open_store(where)
    say("ready")
    if what == "load":
        for open_cases in rest:
            say("loaded", load(store, int(open_cases)))
    elif what == "undo":
        undo(store, rest[0], "me")
        say("undone", rest[0])
    else:
        forever(store, int(rest[0]))


if __name__ == "__main__":
    main(*sys.argv[1:])
