SELECT count(*) FROM notes;                                    -- 0

BEGIN;
SET LOCAL app.organization_id = '1';
SELECT count(DISTINCT organization_id) FROM notes;             -- 1
UPDATE notes SET organization_id = 2;                          -- ERROR 42501
ROLLBACK;

BEGIN;
SET LOCAL app.organization_id = '1';
INSERT INTO notes (id, organization_id) VALUES (100, 2);       -- ERROR 42501
ROLLBACK;
