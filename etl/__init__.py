"""From a workbook as a unit sends it to published figures. Knows nothing of pages or charts."""
