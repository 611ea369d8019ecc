"""Who are you, which pages may you open, then run one."""

import streamlit as st

import access
from settings.model import UNIT_TYPES
from ui.figures import session, shown
from ui.figures.world import world
from ui.page import footer, frame, view
from ui.page.guard import plainly
from ui.page.menu import GROUPS, PAGES
from ui.page.page_title import put_title
from ui.parts import style
from ui.parts.theme import tokens

st.set_page_config(page_title="PPU workforce", page_icon="static/favicon.svg", layout="wide")
style.put_on()
st.logo(
    "static/logo-dark.svg" if tokens().name == "dark" else "static/logo.svg",
    size="large",
)

reader = access.identify()
HOME = PAGES[0]  # answers at the bare address, which Streamlit keeps a name for; its own name leads there too
menu = {
    group: [
        st.Page(
            page.file,
            title=page.title,
            url_path="home" if page is HOME else page.url_path,
            icon=page.icon,
            default=page is HOME,
            visibility="visible" if page.listed else "hidden",
        )
        for page in PAGES
        if page.group == group and access.may_open(reader, page.id)
    ]
    for group in GROUPS
}
menu[HOME.group] += [st.Page(HOME.file, title=HOME.title, url_path=HOME.url_path, visibility="hidden")]
chosen = st.navigation({group: pages for group, pages in menu.items() if pages}, position="top")
put_title(chosen.title)

narrows = next((page.narrows for page in PAGES if page.title == chosen.title), True)
explains = next((page.explains for page in PAGES if page.title == chosen.title), False)
frame.lay_out()
with plainly():
    here = world()
    if here.file and not (explains and session.settings_wrong()):
        forces = {force.code: force.name for force in session.settings().forces}
        view.draw(
            here, forces, {unit.type: UNIT_TYPES.get(unit.type, unit.type) for unit in here.units}, narrows
        )
    footer.draw()
    shown.begin()
    with frame.body():
        chosen.run()
    footer.finish()
