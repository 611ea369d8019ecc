"""Contrast of every pair of colours that stand on each other: 4.5 to 1 for text, 3 to 1 for shapes."""

import pytest

from charts.tokens import DARK, LIGHT


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, two):
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


TEXT = [
    (t, ground) for t in ("ink", "muted", "link", "base", "concern", "problem") for ground in ("page", "card")
]
TONES = [(t, f"{t}_tint") for t in ("common", "concern", "improve", "neutral")]
SHAPES = [(t, "card") for t in ("mid", "teal", "pink", "base", "concern", "common")]


@pytest.mark.parametrize("tokens", (LIGHT, DARK), ids=lambda t: t.name)
@pytest.mark.parametrize("pair", TEXT + TONES, ids="-on-".join)
def test_text_can_be_read(tokens, pair):
    assert contrast(*(getattr(tokens, name) for name in pair)) >= 4.5


@pytest.mark.parametrize("tokens", (LIGHT, DARK), ids=lambda t: t.name)
@pytest.mark.parametrize("pair", SHAPES, ids="-on-".join)
def test_shapes_can_be_told_from_their_ground(tokens, pair):
    assert contrast(*(getattr(tokens, name) for name in pair)) >= 3.0


def test_what_is_focused_stands_out_from_its_fill():
    assert contrast(LIGHT.focus_ink, LIGHT.focus_fill) >= 4.5
