"""The picture of a chart in a document: what the page draws, every word of it, and nothing cut off."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from charts.draw import draw
from charts.intervals import Dot, Intervals
from charts.lines import Line, Lines
from charts.stacked import Stacked
from charts.tokens import LIGHT
from exports.pictures.elements import wide
from exports.pictures.notes import BOLD
from exports.pictures.picture import to_svg
from exports.pictures.scales import Scale, tick_words, ticks
from exports.pictures.to_png import to_png
from tests.exports.made_document import MODELS

STACK = Stacked("T", "cases", ("young", "old"), (("Hub", (150.0, 250.0)), ("Adults & others", (10.0, 20.0))))
EVERY = (*MODELS, STACK)
SVG = "{http://www.w3.org/2000/svg}"


def read(model, width=640):
    return ElementTree.fromstring(to_svg(model, width))


@pytest.mark.parametrize("model", EVERY, ids=lambda m: type(m).__name__)
@pytest.mark.parametrize("width", (640, 260))
def test_nothing_is_cut_off(model, width):
    root = read(model, width)
    for box in root.iter(f"{SVG}rect"):
        left, right = float(box.get("x")), float(box.get("x")) + float(box.get("width"))
        assert left >= -1 and right <= width + 1
    for text in root.iter(f"{SVG}text"):
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.get("text-anchor")]
        room = wide(text.text or "", float(text.get("font-size")), text.get("font-weight") == "700")
        left = float(text.get("x")) - share * room
        assert left >= -1 and left + room <= width + 1.5, text.text


@pytest.mark.parametrize("model", EVERY, ids=lambda m: type(m).__name__)
def test_every_word_that_the_page_draws_is_drawn_and_its_text_stands_in_it(model):
    root = read(model)
    said = "".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))
    for note in draw(model, LIGHT).layout.annotations:
        words = re.sub(r"<br>", "", BOLD.sub("", note.text)).replace("&amp;", "&")
        assert words.replace(" ", "") in said.replace(" ", "")
    assert root.find(f"{SVG}title").text == model.alt()


def test_words_beside_the_plot_have_room_of_their_own():
    words = "withheld: 61% of people matched"
    dots = (Dot("Hub", 10.0, 5.0, 40.0), Dot("Adults", None, None, None, words))
    root = read(Intervals("T", "share", dots, None, "Left"))
    said = next(float(text.get("x")) for text in root.iter(f"{SVG}text") if text.text == words)
    reached = [
        float(x) for path in root.iter(f"{SVG}path") for x in re.findall(r"[ML]([\d.]+) ", path.get("d"))
    ]
    assert said > max(reached)


def test_a_month_between_two_without_a_return_is_seen():
    months = (date(2026, 7, 31), date(2026, 8, 31), date(2026, 9, 30))
    alone = Lines("T", "cases", months, (Line("New", (None, 4.0, None)), Line("Old", (4.0, None, 3.0))))
    assert len(list(read(alone).iter(f"{SVG}circle"))) == 3


def test_an_axis_has_few_round_numbers_with_the_decimals_that_their_step_needs():
    found = ticks(Scale(0.0, 1.3, 0, 100), 5)
    assert tick_words(found, "%") == ["0.0%", "0.5%", "1.0%"]
    assert tick_words([-2000.0, 0.0, 2000.0], "") == ["\N{MINUS SIGN}2,000", "0", "2,000"]
    assert ticks(Scale(14.0, 26.0, 0, 100), 5) == [15, 20, 25]


def test_a_picture_for_programs_without_svg_is_as_wide_as_asked():
    data = to_png(MODELS[0], 640)
    assert data.startswith(b"\x89PNG") and int.from_bytes(data[16:20]) == 2 * 640
