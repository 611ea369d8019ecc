-- Every row that stands.
SELECT * FROM standing
