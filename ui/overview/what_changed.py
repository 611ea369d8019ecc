"""The panel "What changed, and so what": the signals of the month, and how many chance alone would give."""

from collections.abc import Mapping
from html import escape
from urllib.parse import urlencode

from metrics.judged import Judged
from ui.figures.signals import by_chance
from ui.findings import signals as words
from ui.findings.signal_counts import counted
from ui.page import view
from ui.page.menu import entry
from ui.page.open_page import Page
from ui.parts.theme import tokens


def panel(page: Page, found: tuple[Judged, ...], families: Mapping[str, str | None]) -> str:
    """At most five sentences, worst first; where there is no signal, that nothing is unusual.

    `families`: the family of work that speaks for each unit, which its own page shows.
    """
    told = sentences(page, found)
    items = "".join(_item(page, each, families) for each in told)
    body = f"<ol>{items}</ol>" if told else _nothing(bool(by_chance(found).charts))
    notes = "".join(f'<p class="ppu-sub">{escape(text)}</p>' for text in below(page, found))
    return f'<div class="ppu-panel"><h2>What changed, and so what</h2>{body}{notes}</div>'


def sentences(page: Page, found: tuple[Judged, ...]) -> list[words.Sentence]:
    """The signals of the units in view, worst first."""
    return words.sentences(found, _titles(page))


def below(page: Page, found: tuple[Judged, ...]) -> list[str]:
    """What stands under them: how many chance alone would give, and what is not judged."""
    said = (counted(found, by_chance(found)), words.not_judged(found, _titles(page)))
    return [text for text in said if text]


def _titles(page: Page) -> dict[str, str]:
    return {unit.code: unit.title for unit in page.units}


def _nothing(judged: bool) -> str:
    """That nothing is unusual is a finding, where anything could be judged."""
    return f'<p><b>{words.NOTHING}</b></p><p class="ppu-sub">{words.UNSEEN}</p>' if judged else ""


def _item(page: Page, each: words.Sentence, families: Mapping[str, str | None]) -> str:
    tone = tokens().tone(each.state.token)
    unit = page.unit_title(each.unit or "")
    return (
        f'<li><span class="g" style="color:{tone}" aria-hidden="true">{each.state.glyph}</span>'
        f'<span><b><span style="color:{tone}">{escape(each.state.word)}.</span> {escape(each.says)}</b>'
        f'<span class="so">{escape(each.so)} <a href="{escape(proof(page, each, families))}" target="_self">'
        f'See the evidence<span class="ppu-sr"> for {escape(unit)}</span></a></span></span></li>'
    )


def proof(page: Page, each: words.Sentence, families: Mapping[str, str | None]) -> str:
    """The address that shows the series, with force, month and units kept: the unit's own page, or its
    charts on Pressure for work of a family that does not speak for the unit.
    """
    own = each.work_family is None or each.work_family == families.get(each.unit or "")
    asked = {
        "force": page.force if len(page.world.forces()) > 1 else None,
        "month": f"{page.month:%Y-%m}",
        "units": page.group if page.group != view.ALL else None,
        "unit": each.unit,
        "family": None if own else each.work_family,
    }
    to = entry("units/one_unit" if own else "units/pressure").url_path
    return f"{to}?{urlencode({name: value for name, value in asked.items() if value})}"
