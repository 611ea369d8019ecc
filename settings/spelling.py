"""Whether two ways of writing a name differ by a slip of the hand alone."""

from rapidfuzz.distance import OSA

SHORTEST_WITH_A_SLIP = 4
LONG = 8


def only_misspelt(said: str, name: str) -> bool:
    """Whether each word of plain ``said`` is the word of ``name`` in its place, or one slip from it.

    North is not South and Team A not Team B, however alike the whole line is: a word of three letters or
    fewer must be the same, a longer one begin with the same letter and differ by one slip (two from eight
    letters on). Hyphens, "&" and where a word is split do not count.
    """
    one, other = _words(said), _words(name)
    if "".join(one) == "".join(other):
        return True
    return len(one) == len(other) and all(_one_slip(a, b) for a, b in zip(one, other, strict=True))


def _words(text: str) -> list[str]:
    kept = "".join(c if c.isalnum() else " " for c in text.replace("&", " and "))
    return kept.split()


def _one_slip(said: str, word: str) -> bool:
    if said == word:
        return True
    shortest = min(len(said), len(word))
    if shortest < SHORTEST_WITH_A_SLIP or said[0] != word[0]:
        return False
    return OSA.distance(said, word) <= (2 if shortest >= LONG else 1)
