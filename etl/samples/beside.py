"""What comes beside the monthly returns: recorded demand and money, one workbook each for many months."""

from pathlib import Path

from etl.samples.calendar import folder_name, short_name
from etl.samples.demand_book import demand_sheet
from etl.samples.desk import Desk
from etl.samples.finance_book import finance_sheets
from etl.samples.workbook import write


def write_beside(desk: Desk, force: str, seed: int, months: int) -> list[Path]:
    """Write both workbooks into the folder of the month before the last, about all months up to it.

    The last month waits to be uploaded, so nothing is known of it yet; of one month alone there is nothing.
    """
    numbers = range(desk.stories.end - months + 1, desk.stories.end)
    if not numbers:
        return []
    folder = desk.out / folder_name(numbers[-1])
    span = f"{short_name(numbers[0])} to {short_name(numbers[-1])}"
    books = {
        folder / f"PPU demand {span}.xlsx": (demand_sheet(desk, force, seed, numbers),),
        folder / f"PPU finance {span}.xlsx": finance_sheets(desk, force, seed, numbers),
    }
    for path, sheets in books.items():
        write(path, sheets)
    return list(books)
