"""The sample forces: invented people and work, in workbooks that look like those of real units."""

from etl.samples.command import add_arguments, run
from etl.samples.writing import SEED, settings_for, write, write_beside

__all__ = ["SEED", "add_arguments", "run", "settings_for", "write", "write_beside"]
