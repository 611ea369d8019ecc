"""The title of the tab: led by "Error: " while an error summary stands, and not on the next run."""

import streamlit as st
from streamlit.testing.v1 import AppTest


def page():
    import streamlit as st

    from ui.page.page_title import put_title
    from ui.parts.error_summary import error_summary

    put_title("Upload")
    error_summary([("a", "Row 3: choose a unit")] if st.toggle("wrong", key="wrong") else [], "problems")


def test_the_title_says_that_there_is_an_error_as_long_as_the_summary_stands(monkeypatch):
    titles = []
    monkeypatch.setattr(st, "set_page_config", lambda **asked: titles.append(asked["page_title"]))
    app = AppTest.from_function(page).run()
    assert titles[-1] == "Upload · PPU workforce"
    app.toggle(key="wrong").set_value(True).run()
    assert titles[-1] == "Error: Upload · PPU workforce"
    app.toggle(key="wrong").set_value(False).run()
    assert titles[-1] == "Upload · PPU workforce"
