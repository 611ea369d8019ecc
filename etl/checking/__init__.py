"""Every rule of a dataset's contract over the rows of a file, and what its sheets must hold together."""
