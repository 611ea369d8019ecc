"""What is said when a match cannot be changed; apart, so that a worker begins before it has read it all."""


class CannotChange(Exception):
    """The match cannot be changed so; the text says why and what to do. Nothing was changed."""
