"""What pages are made of: charts, cards, tables, downloads, states and their wording."""
