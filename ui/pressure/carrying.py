"""Which roles carry work, as the force's settings stood at the month: what posts are counted over."""

from ui.page.open_page import Page


def carrying_roles(page: Page) -> tuple[str, ...]:
    """The roles that carry any family of work; none where no settings say, which leaves every role in."""
    held = page.force_settings.carriers if page.force_settings else ()
    return tuple(sorted({each.role for each in held if page.month and each.holds_on(page.month)}))


def of_carrying_roles(page: Page) -> dict[str, tuple[str, ...]] | None:
    """The filter that keeps the posts of those roles."""
    roles = carrying_roles(page)
    return {"role": roles} if roles else None
