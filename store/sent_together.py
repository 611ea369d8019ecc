"""Which loads were sent together: those that one publication brought."""

from __future__ import annotations

import json

from store.control import reading
from store.place import Store


def sent_together(store: Store) -> dict[str, tuple[str, ...]]:
    """For each load that was not sent alone, all the loads of its step, itself included."""
    with reading(store) as con:
        rows = con.execute("SELECT detail FROM audit WHERE verb = 'combination' ORDER BY seq").fetchall()
    steps = [tuple(json.loads(row["detail"]).get("loads", ())) for row in rows]
    return {load: step for step in steps if len(step) > 1 for load in step}
