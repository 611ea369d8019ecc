"""What stands where in a sheet: the headings, the rows of data, the month, and what is left out."""
