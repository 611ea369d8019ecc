"""Rows about people, and references as sent, that go when the force's setting says so."""
