"""What the benchmarks page says, from a small publication of three forces in two regions."""

from datetime import date

from ui.findings import benchmarks as words

OLD, MID, NEW = date(2015, 3, 31), date(2016, 3, 31), date(2017, 3, 31)


def published(*rows):
    return words.frame(
        [
            (force, region, when, "officers", "FTE", NEW, value, "tables.ods")
            for force, region, when, value in rows
        ]
    )


FIGURES = published(
    ("Ashford", "North", OLD, 100.0),
    ("Ashford", "North", MID, 95.0),
    ("Ashford", "North", NEW, 90.0),
    ("Brook", "North", OLD, 300.0),
    ("Brook", "North", NEW, 300.0),
    ("Cove", "South", OLD, 600.0),
    ("Cove", "South", MID, 600.0),
    ("Cove", "South", NEW, 660.0),
)


def test_a_sum_is_given_only_on_dates_that_have_every_force():
    table = words.beside(FIGURES, "Ashford")
    assert table["Ashford"].tolist() == [100, 95, 90]
    assert table["North"].dropna().to_dict() == {OLD: 400, NEW: 390}
    assert table[words.ALL_FORCES].dropna().to_dict() == {OLD: 1000, NEW: 1050}


def test_lines_start_at_one_hundred_and_the_title_compares():
    model = words.lines(words.beside(FIGURES, "Ashford"), "officers", "FTE")
    assert model.lines[0].values == (100, 95, 90) and model.lines[1].values[1] is None
    assert model.title == "Ashford down 10.0% since 2015; all forces up 5.0%"
    assert model.measure == "Officers, FTE, 31 March 2015 = 100"


def test_the_headline_names_number_basis_and_day():
    assert words.headline(words.beside(FIGURES, "Ashford"), "officers", "FTE") == (
        "Ashford had 90.0 FTE officers on 31 March 2017"
    )


def test_one_date_is_not_a_trend():
    one = published(("Ashford", "North", OLD, 100.0))
    assert "no change to show yet" in words.lines(words.beside(one, "Ashford"), "officers", "FTE").title


def test_the_readers_force_is_found_whatever_its_name_ends_with():
    assert words.same_force("Northshire Police", ["Ashford", "Northshire"]) == "Northshire"
    assert words.same_force("Elsewhere Constabulary", ["Ashford"]) is None


def test_the_source_names_publication_and_file():
    assert words.source(FIGURES).startswith(
        "Police workforce statistics from the Home Office, figures to 31 March 2017"
    )
    assert "tables.ods" in words.source(FIGURES)


def test_a_snapshot_that_no_file_covers_is_a_gap_in_the_line():
    half = date(2015, 9, 30)
    figures = published(
        ("Ashford", "North", OLD, 100.0), ("Ashford", "North", half, 99.0), ("Ashford", "North", NEW, 90.0)
    )
    model = words.lines(words.beside(figures, "Ashford"), "officers", "FTE")
    assert model.months == (OLD, half, MID, date(2016, 9, 30), NEW)
    assert model.lines[0].values == (100, 99, None, None, 90)


def test_days_a_year_apart_are_one_line_beside_days_half_a_year_apart():
    half = date(2016, 9, 30)
    figures = published(
        *(
            ("Ashford", "North", when, value)
            for when, value in ((OLD, 100.0), (MID, 95.0), (half, 92.0), (NEW, 90.0))
        )
    )
    model = words.lines(words.beside(figures, "Ashford"), "officers", "FTE")
    assert model.months == (OLD, MID, half, NEW)
    assert model.lines[0].values == (100, 95, 92, 90)
