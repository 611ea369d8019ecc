"""Each section of a briefing, made of the findings, charts and tables of its page."""
