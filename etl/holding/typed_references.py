"""The references to people that are typed anew with a held row: kept apart, as those of a load are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd

from contracts import DATASETS
from etl.loading.pseudonym import KEYED, references
from etl.values.known_values import KnownValues
from etl.values.read_value import read_value
from settings.model import Settings
from store.held import HeldRow
from store.keys import store_key
from store.labels import Label
from store.place import Store


def typed_references(
    store: Store, settings: Settings, row: HeldRow, cells: Mapping[str, str]
) -> frozenset[Label]:
    """(force, key, reference) of each person named in the cells; none where the force allows no lists."""
    dataset, force = DATASETS[row.dataset], settings.force(row.force)
    typed = [c for c in dataset.columns if c.name in KEYED and c.name in cells]
    if not typed or not force.person_lists:
        return frozenset()
    known = KnownValues(settings, row.force, date.fromisoformat(row.month_end))
    read = {c.name: [read_value(c, cells[c.name], known, about_people=True).kept] for c in typed}
    sent = pd.DataFrame(read, dtype=object)
    return frozenset(references(sent, dataset, row.force, store_key(store), force.ref_width))
