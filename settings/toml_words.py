"""What the TOML reader of the standard library complains of, in plain words."""

PLAIN = (
    ("Illegal character '\\n'", "a quotation mark that is opened on this line is not closed on it"),
    ("Unterminated string", "a quotation mark is opened and never closed"),
    ("Expected \"'", "a quotation mark is opened and never closed"),
    ("Unclosed array", "a list is opened with [ and not closed with ]"),
    ("Unclosed inline table", "a { is not closed with } on the same line"),
    ("Expected '=' after a key", "there must be = between the name of a setting and its value"),
    ("Expected ']]'", "the name of a list must be closed with ]], such as [[units]]"),
    ("Expected ']'", "the name of a table must be closed with ], such as [aliases.roles]"),
    ("Cannot overwrite a value", "a setting stands twice in the same entry"),
    ("Duplicate", "a setting stands twice in the same entry"),
    ("twice", "a table stands twice in the file"),
    ("Expected newline", "there is more on the line than a name, = and one value"),
    ("Invalid statement", "a line must be a comment (#), a name = value, or an entry such as [[units]]"),
    ("Invalid value", "a value is missing, or is words without quotation marks around them"),
    ("backslash", "a \\ within quotation marks must be written twice"),
    ("Unescaped", "a \\ within quotation marks must be written twice"),
    ("Invalid initial character for a key", "a line begins with a sign that no setting's name begins with"),
)


def plain_words(complaint: str) -> str:
    """Why a text is not TOML, without the place: the caller names the line."""
    for fragment, says in PLAIN:
        if fragment in complaint:
            return says
    return "it is not written as name = value; compare it with the same file in settings/sample"
