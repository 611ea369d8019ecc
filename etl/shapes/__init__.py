"""Layouts that hold the same facts another way: a step each from the layout to plain rows."""
