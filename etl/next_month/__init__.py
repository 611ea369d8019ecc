"""The workbook of a unit's next month, with what stands over months filled in from the month before."""
