"""How has the force's strength moved beside its region and all forces?"""

import streamlit as st

from ui.findings.benchmarks import beside
from ui.page.open_page import open_page
from ui.workforce import benchmarks, similar

page = open_page("case/benchmarks")
seen = benchmarks.figures()
if seen.empty:
    benchmarks.say_where()
    benchmarks.protection(page)
    st.stop()

force, worker, basis = benchmarks.choose(page, seen)
figures = seen[(seen["worker_type"] == worker) & (seen["basis"] == basis)]
table = beside(figures, force)
benchmarks.head(table, worker, basis, figures)
benchmarks.picture(table, worker, basis, figures)
benchmarks.editions(force, worker, basis)
benchmarks.protection(page, force)
similar.similar(page, figures, worker, basis)
