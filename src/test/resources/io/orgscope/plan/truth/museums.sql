-- organizations accounts_institution.id institution_id
-- Museums in Django, uuid keys: objects are on deposit from other museums and lent to others, staff work for several, a loan is the lender's and its insurance the borrower's.
CREATE TABLE accounts_institution (id uuid PRIMARY KEY, name varchar(200) NOT NULL, umbrella_id uuid REFERENCES accounts_institution DEFERRABLE INITIALLY DEFERRED, truth uuid);
CREATE TABLE auth_user (id serial PRIMARY KEY, username varchar(150) UNIQUE NOT NULL, is_superuser boolean, truth uuid);
CREATE TABLE auth_group (id serial PRIMARY KEY, name varchar(150) UNIQUE, truth uuid);
CREATE TABLE auth_user_groups (id serial PRIMARY KEY, user_id int NOT NULL REFERENCES auth_user, group_id int NOT NULL REFERENCES auth_group, truth uuid, UNIQUE (user_id, group_id));
CREATE TABLE accounts_staffprofile (id uuid PRIMARY KEY, user_id int NOT NULL REFERENCES auth_user, institution_id uuid NOT NULL REFERENCES accounts_institution, is_primary boolean, truth uuid, UNIQUE (user_id, institution_id));
CREATE TABLE django_content_type (id serial PRIMARY KEY, app_label varchar(100), model varchar(100), truth uuid);
CREATE TABLE catalogue_artist (id uuid PRIMARY KEY, name varchar(200), contributed_by_id uuid REFERENCES accounts_institution, truth uuid);
CREATE TABLE catalogue_collection (id uuid PRIMARY KEY, institution_id uuid NOT NULL REFERENCES accounts_institution, title varchar(200), truth uuid);
CREATE TABLE catalogue_object (id uuid PRIMARY KEY, collection_id uuid NOT NULL REFERENCES catalogue_collection, depositor_id uuid REFERENCES accounts_institution, part_of_id uuid REFERENCES catalogue_object, accession_no varchar(40), truth uuid);
CREATE TABLE catalogue_object_artists (id serial PRIMARY KEY, object_id uuid NOT NULL REFERENCES catalogue_object, artist_id uuid NOT NULL REFERENCES catalogue_artist, truth uuid);
CREATE TABLE catalogue_term (id serial PRIMARY KEY, institution_id uuid REFERENCES accounts_institution, broader_id int REFERENCES catalogue_term, label varchar(100), truth uuid);
CREATE TABLE catalogue_collection_terms (id serial PRIMARY KEY, collection_id uuid NOT NULL REFERENCES catalogue_collection, term_id int NOT NULL REFERENCES catalogue_term, truth uuid);
CREATE TABLE catalogue_location (id serial PRIMARY KEY, institution_id uuid NOT NULL REFERENCES accounts_institution, parent_id int REFERENCES catalogue_location, code varchar(20), truth uuid);
CREATE TABLE catalogue_movement (id serial PRIMARY KEY, object_id uuid NOT NULL REFERENCES catalogue_object, to_location_id int NOT NULL REFERENCES catalogue_location, moved_by_id int REFERENCES auth_user, truth uuid);
CREATE TABLE exhibitions_exhibition (id uuid PRIMARY KEY, institution_id uuid NOT NULL REFERENCES accounts_institution, toured_from_id uuid REFERENCES exhibitions_exhibition, title varchar(200), truth uuid);
CREATE TABLE exhibitions_exhibit (id serial PRIMARY KEY, object_id uuid NOT NULL REFERENCES catalogue_object, exhibition_id uuid NOT NULL REFERENCES exhibitions_exhibition, label_text text, truth uuid);
CREATE TABLE loans_loan (id uuid PRIMARY KEY, institution_id uuid NOT NULL REFERENCES accounts_institution, exhibition_id uuid REFERENCES exhibitions_exhibition, registrar_id uuid NOT NULL REFERENCES accounts_staffprofile, due date, truth uuid);
CREATE TABLE loans_loanitem (id serial PRIMARY KEY, loan_id uuid NOT NULL REFERENCES loans_loan, object_id uuid NOT NULL REFERENCES catalogue_object, truth uuid);
CREATE TABLE loans_conditionreport (id serial PRIMARY KEY, loanitem_id int NOT NULL REFERENCES loans_loanitem, examiner_id uuid NOT NULL REFERENCES accounts_staffprofile, direction varchar(3), truth uuid);
CREATE TABLE loans_insurancepolicy (id serial PRIMARY KEY, loan_id uuid NOT NULL REFERENCES loans_loan, policy_no varchar(40), truth uuid);
CREATE TABLE conservation_treatment (id uuid PRIMARY KEY, object_id uuid NOT NULL REFERENCES catalogue_object, lab_id uuid NOT NULL REFERENCES accounts_institution, notes text, truth uuid);
CREATE TABLE tickets_booking (id serial PRIMARY KEY, exhibition_id uuid NOT NULL REFERENCES exhibitions_exhibition, sold_by_id uuid REFERENCES accounts_institution, email varchar(254), truth uuid);
CREATE TABLE media_asset (id uuid PRIMARY KEY, file varchar(100), uploader_id int REFERENCES auth_user, truth uuid);
CREATE TABLE media_attachment (id serial PRIMARY KEY, asset_id uuid NOT NULL REFERENCES media_asset, content_type_id int NOT NULL REFERENCES django_content_type, object_id varchar(64) NOT NULL, truth uuid);
CREATE TABLE django_admin_log (id serial PRIMARY KEY, user_id int NOT NULL REFERENCES auth_user, content_type_id int REFERENCES django_content_type, object_id text, change_message text, truth uuid);
INSERT INTO accounts_institution SELECT md5('i' || n)::uuid, 'Museum ' || n, CASE WHEN n IN (2, 3) THEN md5('i1')::uuid END FROM generate_series(1, 6) n;
INSERT INTO auth_user SELECT n, 'user' || n, n = 1 FROM generate_series(1, 40) n;
INSERT INTO auth_group SELECT n, 'group' || n FROM generate_series(1, 5) n;
INSERT INTO auth_user_groups SELECT n, n, (abs(hashint4((n)::int) % 5) + 1) FROM generate_series(1, 40) n;
INSERT INTO accounts_staffprofile SELECT md5('s' || n)::uuid, n, md5('i' || (abs(hashint4((n+40)::int) % 6) + 1))::uuid, true, md5('i' || (abs(hashint4((n+40)::int) % 6) + 1))::uuid FROM generate_series(1, 40) n;
INSERT INTO accounts_staffprofile SELECT md5('t' || n)::uuid, n, md5('i' || (abs(hashint4((n+40)::int) % 6) + 1) % 6 + 1)::uuid, false, md5('i' || (abs(hashint4((n+40)::int) % 6) + 1) % 6 + 1)::uuid FROM generate_series(1, 12) n;
INSERT INTO django_content_type VALUES (1, 'catalogue', 'object'), (2, 'exhibitions', 'exhibition'), (3, 'loans', 'loan'), (4, 'catalogue', 'artist');
-- The file of artists is shared, whoever contributed the entry.
INSERT INTO catalogue_artist SELECT md5('a' || n)::uuid, 'Artist ' || n, CASE WHEN n % 4 > 0 THEN md5('i' || (abs(hashint4((n+50)::int) % 6) + 1))::uuid END FROM generate_series(1, 40) n;
INSERT INTO catalogue_collection SELECT md5('c' || n)::uuid, md5('i' || (n - 1) % 6 + 1)::uuid, 'Coll ' || n, md5('i' || (n - 1) % 6 + 1)::uuid FROM generate_series(1, 24) n;
-- An object is the museum's whose collection it is in, but what is on deposit stays the depositor's.
INSERT INTO catalogue_object SELECT md5('o' || n)::uuid, c.id, d.id, NULL, 'ACC.' || n, coalesce(d.id, c.truth) FROM generate_series(1, 80) n JOIN catalogue_collection c ON c.id = md5('c' || (abs(hashint4((n+60)::int) % 24) + 1))::uuid
  LEFT JOIN accounts_institution d ON n % 9 = 0 AND d.id = md5('i' || (abs(hashint4((n+61)::int) % 6) + 1))::uuid AND d.id <> c.truth;
INSERT INTO catalogue_object SELECT md5('o' || n)::uuid, o.collection_id, o.depositor_id, o.id, o.accession_no || '.a', o.truth FROM generate_series(81, 95) n JOIN catalogue_object o ON o.id = md5('o' || (abs(hashint4((n+62)::int) % 80) + 1))::uuid;
INSERT INTO catalogue_object_artists SELECT n, o.id, md5('a' || (abs(hashint4((n+70)::int) % 40) + 1))::uuid, o.truth FROM generate_series(1, 90) n JOIN catalogue_object o ON o.id = md5('o' || n)::uuid;
INSERT INTO catalogue_term SELECT n, NULL, NULL, 'Term ' || n FROM generate_series(1, 15) n;
INSERT INTO catalogue_term SELECT n, md5('i' || (abs(hashint4((n+80)::int) % 6) + 1))::uuid, (abs(hashint4((n+81)::int) % 15) + 1), 'Term ' || n, md5('i' || (abs(hashint4((n+80)::int) % 6) + 1))::uuid FROM generate_series(16, 50) n;
INSERT INTO catalogue_collection_terms SELECT row_number() OVER (ORDER BY c.id, t.id), c.id, t.id, c.truth FROM catalogue_collection c JOIN LATERAL (SELECT id FROM catalogue_term t WHERE t.truth = c.truth OR t.truth IS NULL ORDER BY md5(t.id || c.id::text) LIMIT 3) t ON true;
INSERT INTO catalogue_location SELECT n, md5('i' || (n - 1) % 6 + 1)::uuid, CASE WHEN n > 12 THEN (n - 1) % 12 + 1 END, 'L' || n, md5('i' || (n - 1) % 6 + 1)::uuid FROM generate_series(1, 48) n;
-- The movements are the history of the object and go with it: to a shelf at home, or to one at the borrower's.
INSERT INTO catalogue_movement SELECT n, o.id, l.id, (abs(hashint4((n+90)::int) % 40) + 1), o.truth FROM generate_series(1, 80) n JOIN catalogue_object o ON o.id = md5('o' || (abs(hashint4((n+91)::int) % 95) + 1))::uuid JOIN catalogue_collection c ON c.id = o.collection_id
  JOIN LATERAL (SELECT id FROM catalogue_location l WHERE n % 6 = 0 OR l.truth = c.truth ORDER BY md5(l.id || '-' || n) LIMIT 1) l ON true;
INSERT INTO exhibitions_exhibition SELECT md5('e' || n)::uuid, md5('i' || (abs(hashint4((n+100)::int) % 6) + 1))::uuid, CASE WHEN n > 12 AND n % 2 = 0 THEN md5('e' || n - 11)::uuid END, 'Show ' || n, md5('i' || (abs(hashint4((n+100)::int) % 6) + 1))::uuid FROM generate_series(1, 30) n;
INSERT INTO exhibitions_exhibit SELECT n, o.id, e.id, 'x', e.truth FROM generate_series(1, 90) n JOIN exhibitions_exhibition e ON e.id = md5('e' || (abs(hashint4((n+110)::int) % 30) + 1))::uuid JOIN LATERAL (SELECT id FROM catalogue_object o WHERE n % 4 = 0 OR o.truth = e.truth ORDER BY md5(o.id::text || n) LIMIT 1) o ON true;
-- A loan is the file of the lender, kept by his registrar. institution is the one that borrows.
INSERT INTO loans_loan SELECT md5('l' || n)::uuid, e.truth, CASE WHEN n % 5 > 0 THEN e.id END, s.id, date '2025-01-01' + n, s.truth FROM generate_series(1, 36) n JOIN exhibitions_exhibition e ON e.id = md5('e' || (abs(hashint4((n+120)::int) % 30) + 1))::uuid
  JOIN LATERAL (SELECT id, truth FROM accounts_staffprofile s WHERE s.truth <> e.truth ORDER BY md5(s.id::text || n) LIMIT 1) s ON true;
INSERT INTO loans_loanitem SELECT n, l.id, o.id, l.truth FROM generate_series(1, 72) n JOIN loans_loan l ON l.id = md5('l' || (n - 1) % 36 + 1)::uuid JOIN LATERAL (SELECT id FROM catalogue_object o WHERE o.truth = l.truth ORDER BY md5(o.id::text || n) LIMIT 1) o ON true;
-- The outgoing report is the lender's, the incoming one is the borrower's: each has his own examiner.
INSERT INTO loans_conditionreport SELECT i.id * 2 + k, i.id, s.id, CASE k WHEN 0 THEN 'out' ELSE 'in' END, s.truth FROM loans_loanitem i JOIN loans_loan l ON l.id = i.loan_id CROSS JOIN generate_series(0, 1) k
  JOIN LATERAL (SELECT id, truth FROM accounts_staffprofile s WHERE s.truth = CASE k WHEN 0 THEN l.truth ELSE l.institution_id END ORDER BY md5(s.id::text || i.id) LIMIT 1) s ON true WHERE k = 0 OR i.id % 3 = 0;
-- The borrower insures, the policy is his.
INSERT INTO loans_insurancepolicy SELECT row_number() OVER (ORDER BY id), id, 'POL' || due, institution_id FROM loans_loan;
-- A treatment is of the object's owner, the lab may be another museum's.
INSERT INTO conservation_treatment SELECT md5('r' || n)::uuid, o.id, CASE WHEN n % 3 > 0 THEN o.truth ELSE md5('i' || (abs(hashint4((n+130)::int) % 6) + 1))::uuid END, 'x', o.truth FROM generate_series(1, 45) n JOIN catalogue_object o ON o.id = md5('o' || (abs(hashint4((n+131)::int) % 95) + 1))::uuid;
INSERT INTO tickets_booking SELECT n, e.id, CASE n % 5 WHEN 0 THEN md5('i' || (abs(hashint4((n+140)::int) % 6) + 1))::uuid WHEN 1 THEN NULL ELSE e.truth END, 'v' || n, e.truth FROM generate_series(1, 90) n JOIN exhibitions_exhibition e ON e.id = md5('e' || (abs(hashint4((n+141)::int) % 30) + 1))::uuid;
-- An asset is of what it is attached to.
INSERT INTO media_asset SELECT md5('m' || n)::uuid, 'f' || n, (abs(hashint4((n+150)::int) % 40) + 1), o.truth FROM generate_series(1, 40) n JOIN catalogue_object o ON o.id = md5('o' || n)::uuid;
INSERT INTO media_attachment SELECT n, md5('m' || n)::uuid, 1, o.id::text, o.truth FROM generate_series(1, 40) n JOIN catalogue_object o ON o.id = md5('o' || n)::uuid;
INSERT INTO media_asset SELECT md5('m' || n)::uuid, 'f' || n, (abs(hashint4((n+150)::int) % 40) + 1), e.truth FROM generate_series(41, 60) n JOIN exhibitions_exhibition e ON e.id = md5('e' || n - 40)::uuid;
INSERT INTO media_attachment SELECT n, md5('m' || n)::uuid, 2, e.id::text, e.truth FROM generate_series(41, 60) n JOIN exhibitions_exhibition e ON e.id = md5('e' || n - 40)::uuid;
INSERT INTO django_admin_log SELECT n, s.user_id, 3, l.id::text, '[]', l.truth FROM generate_series(1, 36) n JOIN loans_loan l ON l.id = md5('l' || n)::uuid JOIN accounts_staffprofile s ON s.id = l.registrar_id;
INSERT INTO django_admin_log SELECT n, (abs(hashint4((n+160)::int) % 40) + 1), 4, md5('a' || (abs(hashint4((n+161)::int) % 40) + 1)), '[]', NULL FROM generate_series(37, 60) n;
