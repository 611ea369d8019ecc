"""Dataset -> its table in DuckDB, with comments."""

from contracts.model import Column, Dataset

SQL_TYPE = {"text": "VARCHAR", "whole_number": "BIGINT", "number": "DOUBLE", "date": "DATE"}
# A reference as sent becomes a keyed hash before rows are kept; the column's name says which it holds.
KEY_OF = {"person_ref": "person_key", "crime_system_ref": "crime_key", "training_ref": "training_key"}
ADDED = {
    "force": ("VARCHAR", "Code of the force the row belongs to."),
    "load_id": ("VARCHAR", "The load that brought the row in."),
    "sheet": ("VARCHAR", "The sheet of the upload."),
    "row_number": ("INTEGER", "The row of that sheet, as a spreadsheet numbers it."),
    "missing_kinds": ("VARCHAR", "JSON: for each column without a value, in what way it is missing."),
}


def quoted(name: str) -> str:
    """A name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def column_name(column: Column, *, canonical: bool = True) -> str:
    """The column's name: in the canonical form a person's reference is a key."""
    return KEY_OF.get(column.name, column.name) if canonical else column.name


def column_names(dataset: Dataset, *, canonical: bool = True) -> tuple[str, ...]:
    """Every column of the table, in order: the contract's, then those that say where a row came from."""
    own = tuple(column_name(column, canonical=canonical) for column in dataset.columns)
    return own + tuple(name for name in ADDED if name not in own)


def create_table(dataset: Dataset, canonical: bool = True, name: str | None = None) -> str:
    """CREATE TABLE for the dataset. Only keys are NOT NULL: a measure may be missing, and says how."""
    own = [_line(dataset, column, canonical) for column in dataset.columns]
    taken = {column_name(column, canonical=canonical) for column in dataset.columns}
    added = [
        f"    {quoted(added)} {sql_type}" for added, (sql_type, _) in ADDED.items() if added not in taken
    ]
    body = ",\n".join([*own, *added])
    return f"CREATE TABLE {quoted(name or dataset.name)} (\n{body}\n)"


def _line(dataset: Dataset, column: Column, canonical: bool) -> str:
    kept = column.needs_value and not column.may_be_whole_force  # the whole force is kept as no unit
    never_null = " NOT NULL" if canonical and column.name in dataset.key and kept else ""
    return f"    {quoted(column_name(column, canonical=canonical))} {SQL_TYPE[column.type]}{never_null}"


def comments(dataset: Dataset, name: str | None = None) -> tuple[str, ...]:
    """COMMENT statements that carry the meaning of the table and of every column into the warehouse."""
    table = quoted(name or dataset.name)
    meanings = {column_name(column): column.meaning for column in dataset.columns}
    meanings = {added: says for added, (_, says) in ADDED.items()} | meanings
    on_columns = (f"COMMENT ON COLUMN {table}.{quoted(of)} IS {_text(says)}" for of, says in meanings.items())
    return (f"COMMENT ON TABLE {table} IS {_text(f'One row is {dataset.one_row_is}.')}", *on_columns)


def _text(words: str) -> str:
    """Words as an SQL literal; COMMENT takes no parameters, and the words come from contracts alone."""
    return "'" + words.replace("'", "''") + "'"
