"""From the loads that stand to the published warehouse: planned, built beside, committed in one step."""
