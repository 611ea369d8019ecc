"""What is said when a load cannot be undone; apart, so that a worker begins before it reads all it needs."""


class CannotUndo(Exception):
    """There is no such load to undo; the text says why."""
