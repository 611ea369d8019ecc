-- Every month end that was sent for, or is being published.
CREATE OR REPLACE TEMP TABLE calendar AS
SELECT month_end FROM asked_month UNION SELECT month_end FROM sent WHERE dataset <> 'training'
