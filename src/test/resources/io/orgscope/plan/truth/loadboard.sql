-- organizations firms.id firm_id
-- A board of loads: a shipment has a shipper and a carrier, both firms; people have seats at several; quotes, claims and ratings are of the side that makes them.
CREATE TABLE firms (id bigint PRIMARY KEY, scac text UNIQUE NOT NULL, bonded_by bigint REFERENCES firms, truth bigint);
CREATE TABLE equipment_types (code text PRIMARY KEY, label text, truth bigint);
CREATE TABLE contacts (id bigint PRIMARY KEY, email text UNIQUE, truth bigint);
CREATE TABLE seats (id bigint PRIMARY KEY, contact_id bigint NOT NULL REFERENCES contacts, firm_id bigint NOT NULL REFERENCES firms, active boolean, truth bigint, UNIQUE (contact_id, firm_id));
CREATE TABLE facilities (id bigint PRIMARY KEY, firm_id bigint NOT NULL REFERENCES firms, truth bigint);
CREATE TABLE trucks (id bigint PRIMARY KEY, firm_id bigint NOT NULL REFERENCES firms, equipment text REFERENCES equipment_types, trailer_of bigint REFERENCES trucks, truth bigint);
CREATE TABLE chauffeurs (id bigint PRIMARY KEY, seat_id bigint NOT NULL REFERENCES seats, truth bigint);
CREATE TABLE truck_chauffeurs (truck_id bigint REFERENCES trucks, chauffeur_id bigint REFERENCES chauffeurs, since date, truth bigint, PRIMARY KEY (truck_id, chauffeur_id));
CREATE TABLE shipments (id bigint PRIMARY KEY, shipper_id bigint NOT NULL REFERENCES firms, carrier_id bigint REFERENCES firms, pickup_at bigint REFERENCES facilities, drop_at bigint REFERENCES facilities, truth bigint);
CREATE TABLE legs (id bigint PRIMARY KEY, shipment_id bigint NOT NULL REFERENCES shipments ON DELETE CASCADE, truck_id bigint REFERENCES trucks, truth bigint);
CREATE TABLE pings (id bigint PRIMARY KEY, truck_id bigint NOT NULL, leg_id bigint, truth bigint);
CREATE TABLE quotes (id bigint PRIMARY KEY, shipment_id bigint NOT NULL REFERENCES shipments, dispatcher_seat_id bigint NOT NULL REFERENCES seats, truth bigint);
CREATE TABLE quote_items (id bigint PRIMARY KEY, quote_id bigint NOT NULL REFERENCES quotes ON DELETE CASCADE, truth bigint);
CREATE TABLE claims (id bigint PRIMARY KEY, shipment_id bigint NOT NULL REFERENCES shipments, lodged_by bigint NOT NULL REFERENCES seats, truth bigint);
CREATE TABLE dock_slots (id bigint PRIMARY KEY, facility_id bigint NOT NULL REFERENCES facilities, leg_id bigint REFERENCES legs, truth bigint);
CREATE TABLE ratings (id bigint PRIMARY KEY, firm_id bigint NOT NULL REFERENCES firms, rater_seat_id bigint NOT NULL REFERENCES seats, stars int, truth bigint);
CREATE TABLE messages (id bigint PRIMARY KEY, in_reply_to bigint REFERENCES messages, shipment_id bigint REFERENCES shipments, penned_by bigint REFERENCES contacts, truth bigint);
CREATE TABLE papers (id bigint PRIMARY KEY, subject_kind text NOT NULL, subject_ref bigint NOT NULL, uploader bigint REFERENCES seats, truth bigint);
CREATE TABLE saved_searches (id bigint PRIMARY KEY, contact_id bigint NOT NULL REFERENCES contacts, scac text, truth bigint);
CREATE TABLE push_tokens (id bigint PRIMARY KEY, contact_id bigint NOT NULL REFERENCES contacts, token text UNIQUE, truth bigint);
-- 1 to 3 ship, 4 to 6 carry.
INSERT INTO firms SELECT n, 'SC' || n, CASE WHEN n > 4 THEN 4 END FROM generate_series(1, 6) n;
INSERT INTO equipment_types SELECT 'q' || n, 'e' FROM generate_series(1, 4) n;
INSERT INTO contacts SELECT n, 'm' || n FROM generate_series(1, 24) n;
INSERT INTO seats SELECT n, n, n % 6 + 1, true, n % 6 + 1 FROM generate_series(1, 24) n;
INSERT INTO seats SELECT n + 24, n, (n + 1) % 6 + 1, true, (n + 1) % 6 + 1 FROM generate_series(1, 4) n;
INSERT INTO facilities SELECT n, n % 3 + 1, n % 3 + 1 FROM generate_series(1, 12) n;
INSERT INTO trucks SELECT n, n % 3 + 4, 'q' || n % 4 + 1, CASE WHEN n > 12 THEN n - 12 END, n % 3 + 4 FROM generate_series(1, 18) n;
INSERT INTO chauffeurs SELECT row_number() OVER (ORDER BY id), id, truth FROM seats WHERE truth > 3;
-- The truck's firm keeps who drives it; a few drivers are leased.
INSERT INTO truck_chauffeurs SELECT t.id, c.id, NULL, t.truth FROM trucks t JOIN chauffeurs c ON c.truth = t.truth WHERE (t.id + c.id) % 2 = 0;
INSERT INTO truck_chauffeurs SELECT t.id, (SELECT min(id) FROM chauffeurs c WHERE c.truth <> t.truth), NULL, t.truth FROM trucks t WHERE t.id <= 4;
-- A shipment is the shipper's. It is picked up at the shipper's and dropped at the shipper's or at a customer's, who is on the board too.
INSERT INTO shipments SELECT n, n % 3 + 1, CASE WHEN n % 5 > 0 THEN n % 4 % 3 + 4 END, (n + 11) % 12 + 1, CASE WHEN n % 4 = 0 THEN n % 12 + 1 ELSE (n + 2) % 12 + 1 END, n % 3 + 1 FROM generate_series(1, 36) n;
INSERT INTO legs SELECT s.id * 2 + k, s.id, (SELECT min(id) + (s.id % 3) * 3 FROM trucks t WHERE t.truth = s.carrier_id), s.truth FROM shipments s, generate_series(0, 1) k;
-- A ping is of the truck's firm, whatever it hauls.
INSERT INTO pings SELECT n, t.id, (SELECT min(id) FROM legs WHERE truck_id = t.id), t.truth FROM generate_series(1, 54) n JOIN trucks t ON t.id = n % 18 + 1;
-- A quote is the carrier's who makes it; those who carried quoted, and others too.
INSERT INTO quotes SELECT n, n % 36 + 1, s.id, s.truth FROM generate_series(1, 40) n JOIN LATERAL (SELECT id, truth FROM seats WHERE truth > 3 ORDER BY (id * 7 + n) % 13, id LIMIT 1) s ON true;
INSERT INTO quote_items SELECT n, q.id, q.truth FROM generate_series(1, 80) n JOIN quotes q ON q.id = n % 40 + 1;
-- A claim is of the side that lodges it: mostly the shipper, sometimes the carrier.
INSERT INTO claims SELECT n, s.id, e.id, e.truth FROM generate_series(1, 24) n JOIN shipments s ON s.id = n + 6
  JOIN LATERAL (SELECT id, truth FROM seats WHERE truth = CASE WHEN n % 6 = 0 THEN coalesce(s.carrier_id, s.truth) ELSE s.truth END ORDER BY id LIMIT 1) e ON true;
-- A slot is at the facility of whom it is, also when somebody else's load is dropped there.
INSERT INTO dock_slots SELECT row_number() OVER (ORDER BY l.id), f.id, CASE WHEN l.id % 7 > 0 THEN l.id END, f.truth FROM legs l JOIN shipments s ON s.id = l.shipment_id
  JOIN facilities f ON f.id = CASE WHEN l.id % 2 = 0 THEN s.pickup_at ELSE s.drop_at END WHERE l.id <= 50;
-- A rating stands at the firm that is rated, but is the property of the one who rates.
INSERT INTO ratings SELECT n, (s.truth + 2) % 6 + 1, s.id, s.truth FROM generate_series(1, 28) n JOIN seats s ON s.id = n;
INSERT INTO messages SELECT n, NULL, s.id, n % 24 + 1, s.truth FROM generate_series(1, 18) n JOIN shipments s ON s.id = n;
INSERT INTO messages SELECT n, m.id, NULL, n % 24 + 1, m.truth FROM generate_series(19, 36) n JOIN messages m ON m.id = n - 18;
INSERT INTO messages SELECT n, m.id, NULL, n % 24 + 1, m.truth FROM generate_series(37, 42) n JOIN messages m ON m.id = n - 18;
INSERT INTO papers SELECT n, (ARRAY['shipment', 'truck', 'quote'])[n % 3 + 1], n % 18 + 1, n % 28 + 1,
  CASE n % 3 WHEN 0 THEN (SELECT truth FROM shipments WHERE id = n % 18 + 1) WHEN 1 THEN (SELECT truth FROM trucks WHERE id = n % 18 + 1) ELSE (SELECT truth FROM quotes WHERE id = n % 18 + 1) END FROM generate_series(1, 54) n;
-- A search is saved for the firm in which one sat then.
INSERT INTO saved_searches SELECT n, s.contact_id, 'SC' || s.truth, s.truth FROM generate_series(1, 28) n JOIN seats s ON s.id = n;
INSERT INTO push_tokens SELECT n, n % 24 + 1, 't' || n FROM generate_series(1, 30) n;
