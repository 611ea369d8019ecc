"""From a workbook as a unit sends it to published figures. Knows nothing of pages or charts."""

import os

# As in contracts, which the process that reads a file does without.
os.environ.setdefault("OPENPYXL_LXML", "False")
