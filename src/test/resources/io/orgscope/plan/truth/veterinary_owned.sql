-- organizations practices.id practice_id
-- Vets: clinicians work at several practices, pets are referred to others, a blood donor comes from anywhere, the formulary is partly everybody's.
CREATE TABLE practices (id serial PRIMARY KEY, mother_practice_id int REFERENCES practices, name text, truth int);
CREATE TABLE species (id serial PRIMARY KEY, latin text UNIQUE, truth int);
CREATE TABLE breeds (id serial PRIMARY KEY, species_id int NOT NULL REFERENCES species, label text, truth int);
CREATE TABLE clinicians (id serial PRIMARY KEY, full_name text, licence text UNIQUE, truth int);
CREATE TABLE rosters (id serial PRIMARY KEY, clinician_id int NOT NULL REFERENCES clinicians, practice_id int NOT NULL REFERENCES practices, role text, truth int, UNIQUE (clinician_id, practice_id));
CREATE TABLE keepers (id serial PRIMARY KEY, practice_id int NOT NULL REFERENCES practices, surname text, truth int);
CREATE TABLE pets (id serial PRIMARY KEY, keeper_id int NOT NULL REFERENCES keepers, breed_id int REFERENCES breeds, sire_id int REFERENCES pets, truth int);
CREATE TABLE referrals (id serial PRIMARY KEY, pet_id int NOT NULL REFERENCES pets, receiving_practice_id int NOT NULL REFERENCES practices, reason text, truth int);
CREATE TABLE consults (id serial PRIMARY KEY, pet_id int NOT NULL REFERENCES pets, attending int NOT NULL REFERENCES rosters, referral_id int REFERENCES referrals, truth int);
CREATE TABLE formulary_items (id serial PRIMARY KEY, practice_id int REFERENCES practices, drug text, truth int);
CREATE TABLE prescriptions (id serial PRIMARY KEY, consult_id int NOT NULL REFERENCES consults, countersigned int REFERENCES clinicians, truth int);
CREATE TABLE prescription_lines (prescription_id int REFERENCES prescriptions, formulary_item_id int REFERENCES formulary_items, dose text, truth int, PRIMARY KEY (prescription_id, formulary_item_id));
CREATE TABLE lab_orders (id serial PRIMARY KEY, consult_id int NOT NULL, analysed_by int REFERENCES practices, truth int);
CREATE TABLE blood_donations (id serial PRIMARY KEY, donor_id int NOT NULL REFERENCES pets, patient_id int NOT NULL REFERENCES pets, truth int);
CREATE TABLE attachments (id serial PRIMARY KEY, attachable_type text NOT NULL, attachable_id int NOT NULL, scanned_by int REFERENCES clinicians, truth int);
CREATE TABLE shifts (id serial PRIMARY KEY, roster_id int NOT NULL REFERENCES rosters, covering_for int REFERENCES rosters, truth int);
CREATE TABLE reminders (id serial PRIMARY KEY, pet_id int NOT NULL, clinician_id int REFERENCES clinicians, truth int);
CREATE TABLE scribbles (id serial PRIMARY KEY, clinician_id int NOT NULL REFERENCES clinicians, body text, truth int);
INSERT INTO practices SELECT n, CASE WHEN n > 1 THEN 1 END, 'p' FROM generate_series(1, 4) n;
INSERT INTO species SELECT n, 's' || n FROM generate_series(1, 3) n;
INSERT INTO breeds SELECT n, n % 3 + 1, 'b' FROM generate_series(1, 9) n;
INSERT INTO clinicians SELECT n, 'c', 'l' || n FROM generate_series(1, 12) n;
INSERT INTO rosters SELECT n, n, n % 4 + 1, 'vet', n % 4 + 1 FROM generate_series(1, 12) n;
-- Three of them are locums elsewhere too.
INSERT INTO rosters SELECT n + 12, n, (n + 1) % 4 + 1, 'locum', (n + 1) % 4 + 1 FROM generate_series(1, 3) n;
INSERT INTO keepers SELECT n, n % 4 + 1, 'k', n % 4 + 1 FROM generate_series(1, 20) n;
-- A sire may live at another practice.
INSERT INTO pets SELECT n, n % 20 + 1, n % 9 + 1, CASE WHEN n > 10 AND n % 3 = 0 THEN n - 9 END, (n % 20 + 1) % 4 + 1 FROM generate_series(1, 40) n;
-- A referral is kept by the practice that refers, which is the pet's.
INSERT INTO referrals SELECT n, n * 2, p.truth % 4 + 1, 'r', p.truth FROM generate_series(1, 20) n JOIN pets p ON p.id = n * 2;
-- A consult is of the practice where it takes place: that of the one attending, who for a referral is at the receiving practice.
INSERT INTO consults SELECT n, p.id, (SELECT min(id) FROM rosters r WHERE r.practice_id = p.truth), NULL, p.truth FROM generate_series(1, 30) n JOIN pets p ON p.id = n % 40 + 1;
INSERT INTO consults SELECT 30 + r.id, r.pet_id, (SELECT max(id) FROM rosters o WHERE o.practice_id = r.receiving_practice_id), r.id, r.receiving_practice_id FROM referrals r WHERE r.id <= 10;
INSERT INTO formulary_items SELECT n, CASE WHEN n % 3 > 0 THEN n % 4 + 1 END, 'd', CASE WHEN n % 3 > 0 THEN n % 4 + 1 END FROM generate_series(1, 24) n;
INSERT INTO prescriptions SELECT n, n, CASE WHEN n % 2 = 0 THEN n % 12 + 1 END, c.truth FROM generate_series(1, 40) n JOIN consults c ON c.id = n;
-- A line is of its prescription; items are mostly the practice's own or everybody's, some of the practice that referred.
INSERT INTO prescription_lines SELECT p.id, f.id, 'x', p.truth FROM prescriptions p JOIN LATERAL (SELECT id FROM formulary_items f WHERE f.truth = p.truth OR f.truth IS NULL ORDER BY (f.id + p.id) % 7 LIMIT 2) f ON true;
INSERT INTO prescription_lines SELECT p.id, (SELECT min(id) FROM formulary_items f WHERE f.truth = p.truth % 4 + 1), 'x', p.truth FROM prescriptions p WHERE p.id > 35;
INSERT INTO lab_orders SELECT n, n + 5, CASE WHEN n % 2 = 0 THEN 1 END, c.truth FROM generate_series(1, 30) n JOIN consults c ON c.id = n + 5;
-- Blood is charged to the patient's practice.
INSERT INTO blood_donations SELECT n, CASE WHEN n % 3 = 0 THEN n + 1 ELSE n + 4 END, p.id, p.truth FROM generate_series(1, 24) n JOIN pets p ON p.id = n;
INSERT INTO attachments SELECT n, (ARRAY['Consult', 'Pet', 'Referral'])[n % 3 + 1], n % 20 + 1, n % 12 + 1,
  CASE n % 3 WHEN 0 THEN (SELECT truth FROM consults WHERE id = n % 20 + 1) WHEN 1 THEN (SELECT truth FROM pets WHERE id = n % 20 + 1) ELSE (SELECT truth FROM referrals WHERE id = n % 20 + 1) END FROM generate_series(1, 45) n;
INSERT INTO attachments SELECT 45 + n, 'Consult', 30 + n, 1, c.truth FROM generate_series(1, 10) n JOIN consults c ON c.id = 30 + n;
-- A shift is worked where the one who is covered for would have worked, if somebody is, else where the roster says.
INSERT INTO shifts SELECT n, r.id, o.id, coalesce(o.truth, r.truth) FROM generate_series(1, 40) n JOIN rosters r ON r.id = n % 15 + 1 LEFT JOIN rosters o ON n % 5 = 0 AND o.id = (n + 1) % 15 + 1;
INSERT INTO reminders SELECT n, p.id, CASE WHEN n % 2 = 0 THEN n % 12 + 1 END, p.truth FROM generate_series(1, 36) n JOIN pets p ON p.id = n % 40 + 1;
-- What a clinician scribbles is of the practice where the day is spent; for locums now here, now there.
INSERT INTO scribbles SELECT n, c, 'x', CASE WHEN c <= 3 AND n % 2 = 0 THEN (c + 1) % 4 + 1 ELSE c % 4 + 1 END FROM (SELECT n, n * 5 % 12 + 1 AS c FROM generate_series(1, 36) n) x;
