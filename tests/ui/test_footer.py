"""What the foot of every page says: publication, source files, definitions, and the link to the view."""

from datetime import date, datetime
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pandas as pd

from analysis.disclosure import Withheld
from metrics.catalogue import METRICS
from ui.figures import shown
from ui.findings.definitions import found_metrics
from ui.page import footer, view

SEPTEMBER = date(2026, 9, 30)


def test_the_publication_is_named_with_its_moment():
    made = SimpleNamespace(id=7, made_at="2026-10-06T09:05:00Z")
    assert footer.published(made) == "Figures are those of publication 7, made 6 October 2026 at 09:05."
    assert footer.published(None) == "Nothing has been published yet."


def test_a_source_file_is_named_with_its_sheets_and_when_it_was_loaded():
    said = footer.source("PPU attrition.xlsx", "establishment,people", datetime(2026, 10, 6, 9, 5))
    assert said == "PPU attrition.xlsx: Establishment, People; loaded 6 October 2026 at 09:05"


def test_a_link_names_the_month_even_where_the_address_does_not():
    seen = view.View("NORTHSHIRE", SEPTEMBER, "all")
    made = footer.link("http://127.0.0.1:8501/pressure", {"family": "referrals"}, seen)
    assert made.startswith("http://127.0.0.1:8501/pressure?")
    assert parse_qs(urlsplit(made).query) == {"month": ["2026-09"], "family": ["referrals"]}
    chosen = footer.link("http://127.0.0.1:8501/?old=1", {"month": "2026-03"}, seen)
    assert parse_qs(urlsplit(chosen).query) == {"month": ["2026-03"]}
    assert footer.link("http://127.0.0.1:8501/upload", {}, view.View(None, None, "all")).endswith("/upload")


def test_every_measure_is_linked_to_its_own_definition():
    for metric in METRICS.values():
        href = footer.definitions((metric.id,)).split('"')[1].replace("&amp;", "&")
        asked = parse_qs(urlsplit(href).query)
        assert metric in found_metrics(METRICS, asked["q"][0], asked["theme"][0])


def test_only_a_withheld_figure_of_the_month_is_told():
    frame = pd.DataFrame(
        {"month_end": [date(2026, 8, 31), SEPTEMBER], "value": [Withheld(0.5, 0.8), 0.7]}, dtype=object
    )
    shown.begin()
    shown.add("training/expired", frame, SEPTEMBER)
    assert shown.measures() == ("training/expired",) and shown.withheld() is None
    shown.add("training/expired", frame, date(2026, 8, 31))
    assert shown.withheld() == Withheld(0.5, 0.8) and shown.measures() == ("training/expired",)
