"""Chances in words, the same words for the same chance everywhere.

Source: Intergovernmental Panel on Climate Change, Guidance Notes for Lead Authors of the Fourth Assessment
Report on Addressing Uncertainties, 2005, table of likelihood.
"""

WORDS = (
    (0.99, "virtually certain"),
    (0.90, "very likely"),
    (0.66, "likely"),
    (0.33, "about as likely as not"),
    (0.10, "unlikely"),
    (0.01, "very unlikely"),
)
SOURCE = (
    "Words for chances: virtually certain over 99%, very likely over 90%, likely over 66%, about as likely "
    "as not 33% to 66%, unlikely under 33%, very unlikely under 10%, exceptionally unlikely under 1% (IPCC, "
    "Guidance Notes on Addressing Uncertainties, 2005)."
)


def chance(share: float) -> str:
    """A chance as percent with its word: `96%, very likely`. Never 0% or 100%: draws cannot show either."""
    percent = "under 1%" if share < 0.01 else "over 99%" if share > 0.99 else f"{share:.0%}"
    return f"{percent}, {word(share)}"


def word(share: float) -> str:
    """The word alone."""
    return next((said for over, said in WORDS if share > over), "exceptionally unlikely")
