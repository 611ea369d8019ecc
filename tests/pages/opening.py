"""A page opened by its address, as a link does it, without the overview before it."""

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from ui.page.menu import PAGES, entry


def at_page(app: AppTest, page_id: str) -> AppTest:
    """Run the dashboard on that page: `at_page(app, "workforce/training")`.

    AppTest.switch_page finds a page whose address is not its file's name only after a first run, which is one
    of the overview. Raises ValueError for a page that is not in the navigation of whoever asks.
    """
    page = entry(page_id)
    app._page_hash = "" if page is PAGES[0] else calc_hash(page.url_path)
    app.run()
    if app._page_hash and app._page_hash not in app._registered_pages:
        raise ValueError(f"{page_id} is not in the navigation")
    return app
