-- Figures are gathered aside, so that those in place change once, at the end, in the order pages read them.
CREATE OR REPLACE TEMP TABLE figure_new AS SELECT * FROM figure WHERE FALSE;
CREATE OR REPLACE TEMP TABLE spread_new AS SELECT * FROM spread WHERE FALSE;
