"""The overview: what changed, and whether the month can be relied on."""
