-- What words and headings of files were agreed to mean. `text` is what they are found by (plain: case and spaces do not
-- count), `shown` is how they were first sent.
ALTER TABLE remembered_match ADD COLUMN shown TEXT NOT NULL DEFAULT '';
-- 'stated': a person said so; 'close': a slip of the hand that was told, and accepted with the load
ALTER TABLE remembered_match ADD COLUMN how TEXT NOT NULL DEFAULT 'stated' CHECK (how IN ('stated', 'close'));
