-- organizations agencies.id agency_id
-- Letting agencies manage buildings for landlords; buildings change hands between agencies, people work at more than one, keys are left with a colleague agency and works are invoiced to other agencies.
CREATE TABLE agencies (id bigint PRIMARY KEY, name text NOT NULL, franchisor_id bigint REFERENCES agencies, truth bigint);
CREATE TABLE people (id bigint PRIMARY KEY, email text UNIQUE NOT NULL, last_agency_id bigint REFERENCES agencies, truth bigint);
CREATE TABLE agency_users (id bigint PRIMARY KEY, agency_id bigint NOT NULL REFERENCES agencies, person_id bigint NOT NULL REFERENCES people, role text, left_on date, truth bigint, UNIQUE (agency_id, person_id));
CREATE TABLE buildings (id bigint PRIMARY KEY, agency_id bigint NOT NULL REFERENCES agencies, taken_over_from bigint REFERENCES agencies, street text, deleted_at timestamp, truth bigint);
CREATE TABLE units (id bigint PRIMARY KEY, building_id bigint NOT NULL REFERENCES buildings, floor int, truth bigint);
CREATE TABLE landlords (id bigint PRIMARY KEY, agency_id bigint NOT NULL REFERENCES agencies, person_id bigint REFERENCES people, iban text, truth bigint);
CREATE TABLE mandates (id bigint PRIMARY KEY, landlord_id bigint NOT NULL REFERENCES landlords, unit_id bigint NOT NULL REFERENCES units, fee numeric(5,2), truth bigint);
CREATE TABLE leases (id bigint PRIMARY KEY, unit_id bigint NOT NULL REFERENCES units, introduced_by bigint REFERENCES agencies, starts date, ends date, truth bigint);
CREATE TABLE lease_parties (lease_id bigint NOT NULL REFERENCES leases ON DELETE CASCADE, person_id bigint NOT NULL REFERENCES people, guarantor boolean, truth bigint, PRIMARY KEY (lease_id, person_id));
CREATE TABLE rent_charges (id bigint PRIMARY KEY, lease_id bigint NOT NULL REFERENCES leases, due date, cents int, truth bigint);
CREATE TABLE bank_accounts (id bigint PRIMARY KEY, agency_id bigint NOT NULL REFERENCES agencies, iban text, truth bigint);
CREATE TABLE payments (id bigint PRIMARY KEY, rent_charge_id bigint REFERENCES rent_charges, bank_account_id bigint NOT NULL REFERENCES bank_accounts, payer_id bigint REFERENCES people, cents int, truth bigint);
CREATE TABLE contractors (id bigint PRIMARY KEY, agency_id bigint REFERENCES agencies, name text, truth bigint);
CREATE TABLE work_orders (id bigint PRIMARY KEY, unit_id bigint REFERENCES units, building_id bigint REFERENCES buildings, contractor_id bigint REFERENCES contractors, approved_by bigint REFERENCES agency_users, truth bigint);
CREATE TABLE work_order_quotes (id bigint PRIMARY KEY, contractor_id bigint NOT NULL REFERENCES contractors, work_order_id bigint NOT NULL REFERENCES work_orders, cents int, truth bigint);
CREATE TABLE invoices (id bigint PRIMARY KEY, agency_id bigint NOT NULL REFERENCES agencies, drawn_up_by bigint NOT NULL REFERENCES agency_users, number text UNIQUE, truth bigint);
CREATE TABLE invoice_lines (invoice_id bigint NOT NULL REFERENCES invoices, line int NOT NULL, work_order_id bigint REFERENCES work_orders, cents int, truth bigint, PRIMARY KEY (invoice_id, line));
CREATE TABLE unit_keys (id bigint PRIMARY KEY, tag text UNIQUE, unit_id bigint NOT NULL REFERENCES units, agency_id bigint REFERENCES agencies, truth bigint);
CREATE TABLE inspection_forms (id bigint PRIMARY KEY, agency_id bigint REFERENCES agencies, title text, truth bigint);
CREATE TABLE inspections (id bigint PRIMARY KEY, inspection_form_id bigint NOT NULL REFERENCES inspection_forms, unit_id bigint NOT NULL REFERENCES units, inspector_id bigint REFERENCES people, truth bigint);
CREATE TABLE inspection_answers (id bigint PRIMARY KEY, inspection_id bigint NOT NULL REFERENCES inspections, question text, photo text, truth bigint);
CREATE TABLE viewings (id bigint PRIMARY KEY, unit_id bigint NOT NULL REFERENCES units, shown_by bigint NOT NULL REFERENCES agency_users, visitor_email text, truth bigint);
CREATE TABLE stored_files (id bigint PRIMARY KEY, owner_table text NOT NULL, owner_id bigint NOT NULL, uploaded_by bigint REFERENCES agency_users, truth bigint);
CREATE TABLE audit_rows (id bigint PRIMARY KEY, tab text NOT NULL, pk bigint NOT NULL, person_id bigint REFERENCES people, at timestamp, truth bigint);
INSERT INTO agencies SELECT n, 'Agency ' || n, CASE WHEN n IN (3, 4) THEN 1 END FROM generate_series(1, 6) n;
-- People are nobody's. The last agency is only where they were signed in the last time.
INSERT INTO people SELECT n, 'p' || n || '@x.test', CASE WHEN n <= 50 THEN (abs(hashint4((n)::int) % 6) + 1) END FROM generate_series(1, 90) n;
INSERT INTO agency_users SELECT n, (abs(hashint4((n)::int) % 6) + 1), n, 'agent', NULL, (abs(hashint4((n)::int) % 6) + 1) FROM generate_series(1, 30) n;
INSERT INTO agency_users SELECT n + 30, (abs(hashint4((n)::int) % 6) + 1) % 6 + 1, n, 'agent', CASE WHEN n % 2 = 0 THEN date '2023-05-01' END, (abs(hashint4((n)::int) % 6) + 1) % 6 + 1 FROM generate_series(1, 9) n;
-- A building is of the agency that manages it now.
INSERT INTO buildings SELECT n, (abs(hashint4((n+100)::int) % 6) + 1), CASE WHEN n % 5 = 0 THEN (abs(hashint4((n+100)::int) % 6) + 1) % 6 + 1 END, 'Street ' || n, CASE WHEN n % 9 = 0 THEN timestamp '2024-02-02' END, (abs(hashint4((n+100)::int) % 6) + 1) FROM generate_series(1, 30) n;
INSERT INTO units SELECT n, b.id, n % 4, b.truth FROM generate_series(1, 80) n JOIN buildings b ON b.id = (abs(hashint4((n+200)::int) % 30) + 1);
-- A landlord's card is of the agency that keeps it. After a take-over the mandate goes along and the card stays behind until it is redone.
INSERT INTO landlords SELECT n, (abs(hashint4((n+300)::int) % 6) + 1), CASE WHEN n % 3 > 0 THEN n + 50 END, 'NL' || n, (abs(hashint4((n+300)::int) % 6) + 1) FROM generate_series(1, 36) n;
INSERT INTO mandates SELECT u.id, l.id, u.id, 7.5, u.truth FROM units u JOIN buildings b ON b.id = u.building_id
  JOIN LATERAL (SELECT id FROM landlords WHERE truth = CASE WHEN u.id % 3 > 0 THEN coalesce(b.taken_over_from, u.truth) ELSE u.truth END ORDER BY hashint4((id + u.id)::int) LIMIT 1) l ON true;
INSERT INTO leases SELECT n, u.id, CASE WHEN n % 4 = 0 THEN (abs(hashint4((n+11)::int) % 6) + 1) END, date '2021-01-01' + n * 9, date '2022-01-01' + n * 9, u.truth FROM generate_series(1, 90) n JOIN units u ON u.id = (abs(hashint4((n+400)::int) % 80) + 1);
INSERT INTO lease_parties SELECT l.id, 31 + (l.id * 7 + k * 3) % 60, k = 1, l.truth FROM leases l, generate_series(0, 1) k WHERE k = 0 OR l.id % 6 = 0;
INSERT INTO rent_charges SELECT n, l.id, date '2022-01-01' + n, 90000, l.truth FROM generate_series(1, 100) n JOIN leases l ON l.id = (abs(hashint4((n+500)::int) % 90) + 1);
INSERT INTO bank_accounts SELECT n, (n - 1) % 6 + 1, 'DE' || n, (n - 1) % 6 + 1 FROM generate_series(1, 20) n;
-- A payment is of the agency on whose account it came in. Rent paid before the take-over stays with the former agency, though the lease went along.
INSERT INTO payments SELECT c.id, CASE WHEN c.id % 8 > 0 THEN c.id END, a.id, 31 + c.id % 60, 90000, a.truth FROM rent_charges c JOIN leases l ON l.id = c.lease_id JOIN units u ON u.id = l.unit_id JOIN buildings b ON b.id = u.building_id
  JOIN LATERAL (SELECT id, truth FROM bank_accounts WHERE truth = CASE WHEN c.id % 2 = 0 THEN coalesce(b.taken_over_from, c.truth) ELSE c.truth END ORDER BY hashint4((id + c.id)::int) LIMIT 1) a ON true;
-- Contractors of the framework agreement are everybody's.
INSERT INTO contractors SELECT n, CASE WHEN n % 3 > 0 THEN (abs(hashint4((n+600)::int) % 6) + 1) END, 'C' || n, CASE WHEN n % 3 > 0 THEN (abs(hashint4((n+600)::int) % 6) + 1) END FROM generate_series(1, 30) n;
-- Either for a unit or for the whole building.
INSERT INTO work_orders SELECT n, CASE WHEN n % 3 > 0 THEN u.id END, CASE WHEN n % 3 = 0 THEN u.building_id END, c.id, CASE WHEN n % 4 > 0 THEN a.id END, u.truth FROM generate_series(1, 70) n JOIN units u ON u.id = (abs(hashint4((n+700)::int) % 80) + 1)
  JOIN LATERAL (SELECT id FROM contractors c WHERE c.truth = u.truth OR c.truth IS NULL ORDER BY hashint4((id + n)::int) LIMIT 1) c ON true JOIN LATERAL (SELECT id FROM agency_users a WHERE a.truth = u.truth ORDER BY hashint4((id + n)::int) LIMIT 1) a ON true;
INSERT INTO work_order_quotes SELECT w.id * 2 + k, CASE k WHEN 0 THEN w.contractor_id ELSE (SELECT min(id) FROM contractors c WHERE c.truth = w.truth) END, w.id, 5000, w.truth FROM work_orders w, generate_series(0, 1) k WHERE w.id < 45 AND (k = 0 OR EXISTS (SELECT FROM contractors c WHERE c.truth = w.truth));
-- An invoice goes to another agency (keys held, viewings done for it). It is in the books of the agency of whoever drew it up.
INSERT INTO invoices SELECT n, (a.truth + n % 5) % 6 + 1, a.id, 'I' || n, a.truth FROM generate_series(1, 40) n JOIN agency_users a ON a.id = (abs(hashint4((n+800)::int) % 39) + 1);
INSERT INTO invoice_lines SELECT i.id, k, CASE WHEN k = 2 THEN (SELECT max(id) FROM work_orders w WHERE w.truth = i.agency_id) END, 2500, i.truth FROM invoices i, generate_series(1, 2) k;
-- A key is of the one who manages the unit, wherever it hangs.
INSERT INTO unit_keys SELECT n, 'K' || n, u.id, CASE n % 5 WHEN 0 THEN u.truth % 6 + 1 WHEN 1 THEN NULL ELSE u.truth END, u.truth FROM generate_series(1, 60) n JOIN units u ON u.id = (abs(hashint4((n+900)::int) % 80) + 1);
INSERT INTO inspection_forms SELECT n, CASE WHEN n > 6 THEN (abs(hashint4((n+1000)::int) % 6) + 1) END, 'Form ' || n, CASE WHEN n > 6 THEN (abs(hashint4((n+1000)::int) % 6) + 1) END FROM generate_series(1, 24) n;
INSERT INTO inspections SELECT n, f.id, u.id, (abs(hashint4((n+1)::int) % 30) + 1), u.truth FROM generate_series(1, 60) n JOIN units u ON u.id = (abs(hashint4((n+1100)::int) % 80) + 1) JOIN LATERAL (SELECT id FROM inspection_forms f WHERE f.truth = u.truth OR f.truth IS NULL ORDER BY hashint4((id + n)::int) LIMIT 1) f ON true;
INSERT INTO inspection_answers SELECT n, i.id, 'q', 'x.jpg', i.truth FROM generate_series(1, 100) n JOIN inspections i ON i.id = (abs(hashint4((n+1200)::int) % 60) + 1);
-- Agencies show each other's units. The viewing is of the one who shows: it is his visitor.
INSERT INTO viewings SELECT n, u.id, a.id, 'v' || n, a.truth FROM generate_series(1, 60) n JOIN units u ON u.id = (abs(hashint4((n+1300)::int) % 80) + 1)
  JOIN LATERAL (SELECT id, truth FROM agency_users a WHERE n % 4 = 0 OR a.truth = u.truth ORDER BY hashint4((id + n)::int) LIMIT 1) a ON true;
INSERT INTO stored_files SELECT n, 'leases', l.id, a.id, l.truth FROM generate_series(1, 30) n JOIN leases l ON l.id = (abs(hashint4((n+1400)::int) % 90) + 1) JOIN LATERAL (SELECT id FROM agency_users a WHERE a.truth = l.truth ORDER BY hashint4((id + n)::int) LIMIT 1) a ON true;
INSERT INTO stored_files SELECT n + 30, 'landlords', l.id, a.id, l.truth FROM generate_series(1, 30) n JOIN landlords l ON l.id = (abs(hashint4((n+1500)::int) % 36) + 1) JOIN LATERAL (SELECT id FROM agency_users a WHERE a.truth = l.truth ORDER BY hashint4((id + n)::int) LIMIT 1) a ON true;
INSERT INTO audit_rows SELECT n, 'buildings', b.id, (abs(hashint4((n+2)::int) % 30) + 1), now(), b.truth FROM generate_series(1, 30) n JOIN buildings b ON b.id = (abs(hashint4((n+1600)::int) % 30) + 1);
INSERT INTO audit_rows SELECT n + 30, 'payments', p.id, (abs(hashint4((n+2)::int) % 30) + 1), now(), p.truth FROM generate_series(1, 30) n JOIN payments p ON p.id = (abs(hashint4((n+1700)::int) % 100) + 1);
INSERT INTO audit_rows SELECT n + 60, 'people', (abs(hashint4((n+3)::int) % 90) + 1), (abs(hashint4((n+3)::int) % 90) + 1), now(), NULL FROM generate_series(1, 15) n;
