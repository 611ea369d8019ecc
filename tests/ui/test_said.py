"""Sentences with names of units in them stand on a page as they were written."""

from streamlit.testing.v1 import AppTest


def page():
    from ui.parts.said import say, say_small

    say("Hub *north* <b>A</b> & $B$: 12 months over the line")
    say_small("Set by [A](http://b), since 1_2_3")


def test_what_looks_like_markdown_or_mark_up_is_said_letter_by_letter():
    app = AppTest.from_function(page).run()
    assert not app.markdown and not app.caption
    assert [e.proto.body for e in app.main if e.type == "html"] == [
        "<p>Hub *north* &lt;b&gt;A&lt;/b&gt; &amp; $B$: 12 months over the line</p>",
        '<p class="ppu-sub">Set by [A](http://b), since 1_2_3</p>',
    ]
