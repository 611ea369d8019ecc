"""Types of unit -> the reference page that lists them."""

from settings.model import UNIT_TYPES


def unit_types_page() -> str:
    """The page of unit types: the code that settings write, and what it means."""
    rows = "\n".join(f"| `{code}` | {title} |" for code, title in UNIT_TYPES.items())
    return (
        "# Types of unit\n\n"
        "What `type` in `units.toml` and `unit_type`, `unit_types` in the other settings files may say. "
        "Figures by type\nadd up the units of it; `REST` is only compared with, never summed in.\n\n"
        f"| code | meaning |\n|---|---|\n{rows}\n"
    )
