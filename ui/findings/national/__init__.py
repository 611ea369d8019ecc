"""National tables beside a force: pure functions from published figures to sentences and tables."""
