"""Charts as a spreadsheet or slide program draws them itself, from the same models as the pages."""
