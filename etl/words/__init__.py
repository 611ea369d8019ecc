"""Words and headings nobody has set: what a person is asked, what was agreed, and what rests on it."""
