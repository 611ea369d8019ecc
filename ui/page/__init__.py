"""What every page has: its head, filters, foot, address and guard."""
