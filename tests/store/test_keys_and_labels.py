"""The secret lies outside the store; the way back to a person can be destroyed alone."""

import stat

import pytest

from store import keys, labels
from store.control import transaction
from store.place import StoreProblem


def test_the_key_is_made_once_outside_the_store_and_readable_by_its_owner_alone(store):
    assert keys.store_key(store) == keys.store_key(store)
    (file,) = keys.key_folder().iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert store.path not in file.parents


def test_a_lost_key_is_not_replaced_once_rows_were_keyed(store):
    keys.store_key(store)
    with transaction(store) as con:
        con.execute("INSERT INTO load VALUES (1,'L1','N','caseload','f','s','published','t','me',NULL,NULL)")
    next(keys.key_folder().iterdir()).unlink()
    with pytest.raises(StoreProblem, match="Put it back from your backup"):
        keys.store_key(store)


def test_labels_are_found_by_key_until_the_file_is_destroyed(store):
    assert labels.label_of(store, "N", ["k1"]) == {}
    labels.remember(store, [("N", "k1", "PC 4417"), ("S", "k1", "PC 9")])
    assert labels.label_of(store, "N", ["k1", "k2"]) == {"k1": "PC 4417"}
    assert labels.destroy(store)
    assert labels.label_of(store, "N", ["k1"]) == {}
