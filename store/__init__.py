"""Where the data lie: the control plane, accepted rows and published warehouse files of one store.

Only this package knows paths. Everything else asks it for a publication, a reader or a record.
"""

from store.place import Store, open_store

__all__ = ["Store", "open_store"]
