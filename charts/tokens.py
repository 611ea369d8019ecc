"""The colours of the product, in one place: two sets of tokens, light and dark."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tokens:
    """One set of colours. A tint is the pale ground on which its tone is written as text."""

    name: str
    page: str
    card: str
    ink: str
    muted: str
    line: str
    grid: str
    base: str
    mid: str
    pale: str
    concern: str
    concern_tint: str
    improve: str
    improve_tint: str
    common: str
    common_tint: str
    neutral: str
    neutral_tint: str
    link: str
    teal: str
    pink: str
    problem: str
    focus: str = "#F5B301"
    focus_fill: str = "#FFF3C4"
    focus_ink: str = "#0B0C0C"

    def tone(self, name: str) -> str:
        """The colour of a tone: common, concern, improve or neutral."""
        return str(getattr(self, name))

    def tint(self, name: str) -> str:
        """The ground that belongs to a tone."""
        return str(getattr(self, f"{name}_tint"))

    def series(self) -> tuple[str, ...]:
        """Colours of up to four series, in their fixed order."""
        return (self.base, self.teal, self.pink, self.concern)


LIGHT = Tokens(
    name="light",
    page="#F7F8FA",
    card="#FFFFFF",
    ink="#0B0F14",
    muted="#45515E",
    line="#D5DAE1",
    grid="#E6EAEF",
    base="#12436D",
    mid="#7F93A8",
    pale="#C9D3DE",
    concern="#B8470C",
    concern_tint="#FCEEE5",
    improve="#12436D",
    improve_tint="#E6F0FA",
    common="#5B6774",
    common_tint="#EEF1F4",
    neutral="#490092",
    neutral_tint="#F1E9FA",
    link="#1A5A96",
    teal="#1B7F75",
    pink="#801650",
    problem="#B10E1E",
)
DARK = Tokens(
    name="dark",
    page="#10161D",
    card="#18212B",
    ink="#E8EDF3",
    muted="#AEBBC8",
    line="#334150",
    grid="#28343F",
    base="#8AB8E6",
    mid="#7D8FA3",
    pale="#3B4A59",
    concern="#FF9C66",
    concern_tint="#3A2317",
    improve="#9CC7F0",
    improve_tint="#16304A",
    common="#B4C0CC",
    common_tint="#25303B",
    neutral="#BFA6E6",
    neutral_tint="#2C2140",
    link="#9CC7F0",
    teal="#5CCFC1",
    pink="#E58BBC",
    problem="#FF8A80",
)
