"""The page of one unit, with the notes and limits that a person sets there."""
