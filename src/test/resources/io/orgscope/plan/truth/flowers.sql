-- organizations companies.id company_id
-- A flower auction: growers sell lots on the clocks of auction houses to buyers, all of them companies; each side has its own papers about the same sale, and the column called company_id is not always the one that keeps the row.
CREATE TABLE companies (id int PRIMARY KEY, name text NOT NULL, kind text NOT NULL, group_id int REFERENCES companies, truth int);
CREATE TABLE persons (id int PRIMARY KEY, mobile text UNIQUE, truth int);
CREATE TABLE seats (id int PRIMARY KEY, person_id int NOT NULL REFERENCES persons, company_id int NOT NULL REFERENCES companies, since date, until date, truth int);
CREATE TABLE products (code int PRIMARY KEY, name text, truth int);
CREATE TABLE varieties (id int PRIMARY KEY, product_code int NOT NULL REFERENCES products, company_id int REFERENCES companies, name text, truth int);
CREATE TABLE greenhouses (id int PRIMARY KEY, company_id int NOT NULL REFERENCES companies, hectares numeric(4,1), truth int);
CREATE TABLE lots (id int PRIMARY KEY, greenhouse_id int NOT NULL REFERENCES greenhouses, variety_id int NOT NULL REFERENCES varieties, auction_house_id int REFERENCES companies, stems int, truth int);
CREATE TABLE lot_photos (id int PRIMARY KEY, lot_id int NOT NULL REFERENCES lots ON DELETE CASCADE, taken_by int REFERENCES persons, truth int);
CREATE TABLE clocks (id int PRIMARY KEY, company_id int NOT NULL REFERENCES companies, hall text, truth int);
CREATE TABLE sessions (id int PRIMARY KEY, clock_id int NOT NULL REFERENCES clocks, day date, auctioneer_id int REFERENCES persons, truth int);
CREATE TABLE clock_entries (id int PRIMARY KEY, lot_id int NOT NULL REFERENCES lots, session_id int NOT NULL REFERENCES sessions, position int, truth int);
CREATE TABLE bids (id int PRIMARY KEY, clock_entry_id int NOT NULL REFERENCES clock_entries, seat_id int NOT NULL REFERENCES seats, cents int, truth int);
CREATE TABLE purchases (id int PRIMARY KEY, clock_entry_id int NOT NULL REFERENCES clock_entries, winning_bid_id int REFERENCES bids, stems int, truth int);
CREATE TABLE deliveries (id int PRIMARY KEY, purchase_id int NOT NULL REFERENCES purchases, haulier_id int REFERENCES companies, truth int);
CREATE TABLE delivery_scans (id int PRIMARY KEY, delivery_id int NOT NULL REFERENCES deliveries, scanned_by int NOT NULL REFERENCES seats, truth int);
CREATE TABLE complaints (id int PRIMARY KEY, purchase_id int NOT NULL REFERENCES purchases, seat_id int REFERENCES seats, truth int);
CREATE TABLE complaint_replies (id int PRIMARY KEY, complaint_id int NOT NULL REFERENCES complaints, seat_id int NOT NULL REFERENCES seats, body text, truth int);
CREATE TABLE credit_limits (id int PRIMARY KEY, company_id int NOT NULL REFERENCES companies, clerk_id int NOT NULL REFERENCES seats, cents int, truth int);
CREATE TABLE standing_orders (id int PRIMARY KEY, supplier_id int NOT NULL REFERENCES companies, company_id int NOT NULL REFERENCES companies, product_code int REFERENCES products, truth int);
CREATE TABLE price_lists (id int PRIMARY KEY, company_id int NOT NULL REFERENCES companies, for_company_id int REFERENCES companies, truth int);
CREATE TABLE price_list_items (price_list_id int NOT NULL REFERENCES price_lists, variety_id int NOT NULL REFERENCES varieties, cents int, truth int, PRIMARY KEY (variety_id, price_list_id));
CREATE TABLE invoices (id int PRIMARY KEY, company_id int NOT NULL REFERENCES companies, purchase_id int NOT NULL REFERENCES purchases, number text UNIQUE, truth int);
CREATE TABLE invoice_bookings (id int PRIMARY KEY, invoice_id int NOT NULL REFERENCES invoices, ledger text, truth int);
CREATE TABLE crate_moves (id int PRIMARY KEY, from_id int NOT NULL REFERENCES companies, to_id int NOT NULL REFERENCES companies, booked_by int NOT NULL REFERENCES seats, crates int, truth int);
CREATE TABLE certificates (id int PRIMARY KEY, greenhouse_id int REFERENCES greenhouses, company_id int REFERENCES companies, scheme text, truth int);
CREATE TABLE documents (id int PRIMARY KEY, entity text NOT NULL, entity_id int NOT NULL, sha text, truth int);
-- 1 to 4 grow, 5 to 8 buy, 9 and 10 are auction houses.
INSERT INTO companies SELECT n, 'Co ' || n, CASE WHEN n > 8 THEN 'auction' WHEN n > 4 THEN 'buyer' ELSE 'grower' END, CASE n WHEN 2 THEN 1 WHEN 6 THEN 5 END FROM generate_series(1, 10) n;
INSERT INTO persons SELECT n, '+31' || n FROM generate_series(1, 50) n;
INSERT INTO seats SELECT n, n, (n - 1) % 10 + 1, date '2018-01-01', CASE WHEN n % 8 = 0 THEN date '2022-12-31' END, (n - 1) % 10 + 1 FROM generate_series(1, 50) n;
-- Those who left sit elsewhere now.
INSERT INTO seats SELECT n + 50, n, (n + 2) % 10 + 1, date '2023-01-01', NULL, (n + 2) % 10 + 1 FROM generate_series(1, 50) n WHERE n % 8 = 0;
INSERT INTO products SELECT n, 'Product ' || n FROM generate_series(1, 12) n;
-- The register of varieties is public, company_id is the breeder if he is a member.
INSERT INTO varieties SELECT n, (abs(hashint4((n)::int) % 12) + 1), CASE WHEN n % 3 > 0 THEN (abs(hashint4((n+10)::int) % 4) + 1) END, 'V' || n FROM generate_series(1, 40) n;
INSERT INTO greenhouses SELECT n, (abs(hashint4((n+20)::int) % 4) + 1), 2.5, (abs(hashint4((n+20)::int) % 4) + 1) FROM generate_series(1, 20) n;
INSERT INTO lots SELECT n, g.id, (abs(hashint4((n+30)::int) % 40) + 1), CASE WHEN n % 5 > 0 THEN 8 + (abs(hashint4((n+31)::int) % 2) + 1) END, 1000, g.truth FROM generate_series(1, 60) n JOIN greenhouses g ON g.id = (abs(hashint4((n+32)::int) % 20) + 1);
INSERT INTO lot_photos SELECT n, l.id, (abs(hashint4((n+40)::int) % 50) + 1), l.truth FROM generate_series(1, 60) n JOIN lots l ON l.id = (abs(hashint4((n+41)::int) % 60) + 1);
INSERT INTO clocks SELECT n, 9 + n % 2, 'H' || n, 9 + n % 2 FROM generate_series(1, 20) n;
INSERT INTO sessions SELECT n, c.id, date '2024-01-01' + n, (abs(hashint4((n+50)::int) % 50) + 1), c.truth FROM generate_series(1, 40) n JOIN clocks c ON c.id = (abs(hashint4((n+51)::int) % 20) + 1);
-- An entry is a line of the auction house's programme.
INSERT INTO clock_entries SELECT n, l.id, s.id, n % 9, s.truth FROM generate_series(1, 70) n JOIN lots l ON l.id = (abs(hashint4((n+60)::int) % 60) + 1) JOIN sessions s ON s.id = (abs(hashint4((n+61)::int) % 40) + 1);
-- A bid is of the company for which the bidder sits.
INSERT INTO bids SELECT n, e.id, s.id, 30 + n, s.truth FROM generate_series(1, 100) n JOIN clock_entries e ON e.id = (abs(hashint4((n+70)::int) % 70) + 1) JOIN LATERAL (SELECT id, truth FROM seats s WHERE s.truth BETWEEN 5 AND 8 ORDER BY hashint4(id + n) LIMIT 1) s ON true;
-- A purchase is the buyer's.
INSERT INTO purchases SELECT row_number() OVER (ORDER BY b.id), b.clock_entry_id, b.id, 500, b.truth FROM bids b WHERE b.id = (SELECT max(id) FROM bids c WHERE c.clock_entry_id = b.clock_entry_id);
-- A delivery is of the grower of the lot, who sends it off.
INSERT INTO deliveries SELECT p.id, p.id, CASE WHEN p.id % 3 > 0 THEN 8 + (abs(hashint4((p.id+80)::int) % 2) + 1) END, l.truth FROM purchases p JOIN clock_entries e ON e.id = p.clock_entry_id JOIN lots l ON l.id = e.lot_id;
-- A scan is of the one that scans: when it leaves the grower, when it arrives the buyer.
INSERT INTO delivery_scans SELECT d.id * 2 + k, d.id, s.id, s.truth FROM deliveries d JOIN purchases p ON p.id = d.purchase_id CROSS JOIN generate_series(0, 1) k JOIN LATERAL (SELECT id, truth FROM seats s WHERE s.truth = CASE k WHEN 0 THEN d.truth ELSE p.truth END ORDER BY hashint4(id + d.id) LIMIT 1) s ON true;
-- A complaint is the buyer's. Nearly always one of his people typed it, now and then the auction house did it for him.
INSERT INTO complaints SELECT n, p.id, s.id, p.truth FROM generate_series(1, 40) n JOIN purchases p ON p.id = (n * 7) % (SELECT max(id) FROM purchases) + 1 LEFT JOIN LATERAL (SELECT id FROM seats s WHERE n % 6 > 0 AND s.truth = CASE WHEN n % 8 = 0 THEN 9 ELSE p.truth END ORDER BY hashint4(id + n) LIMIT 1) s ON true;
-- The thread belongs to the complaint, though growers answer in it.
INSERT INTO complaint_replies SELECT n, c.id, s.id, 'x', c.truth FROM generate_series(1, 60) n JOIN complaints c ON c.id = (abs(hashint4((n+90)::int) % 40) + 1) JOIN LATERAL (SELECT id FROM seats s WHERE s.truth = CASE WHEN n % 2 = 0 THEN c.truth ELSE (abs(hashint4((n+91)::int) % 4) + 1) END ORDER BY hashint4(id + n) LIMIT 1) s ON true;
-- A limit is granted by the auction house of the clerk. company_id is the buyer whose limit it is.
INSERT INTO credit_limits SELECT n, (abs(hashint4((n+100)::int) % 4) + 1) + 4, s.id, 1000000, s.truth FROM generate_series(1, 30) n JOIN LATERAL (SELECT id, truth FROM seats s WHERE s.truth > 8 ORDER BY hashint4(id + n) LIMIT 1) s ON true;
-- A standing order is the buyer's (company_id).
INSERT INTO standing_orders SELECT n, (abs(hashint4((n+110)::int) % 4) + 1), (abs(hashint4((n+111)::int) % 4) + 1) + 4, (abs(hashint4((n+112)::int) % 12) + 1), (abs(hashint4((n+111)::int) % 4) + 1) + 4 FROM generate_series(1, 36) n;
INSERT INTO price_lists SELECT n, (abs(hashint4((n+120)::int) % 4) + 1), CASE WHEN n % 2 = 0 THEN (abs(hashint4((n+121)::int) % 4) + 1) + 4 END, (abs(hashint4((n+120)::int) % 4) + 1) FROM generate_series(1, 24) n;
INSERT INTO price_list_items SELECT p.id, v.id, 35, p.truth FROM price_lists p JOIN LATERAL (SELECT id FROM varieties v ORDER BY hashint4(v.id * 31 + p.id) LIMIT 3) v ON true;
-- An invoice is written by the grower. company_id is who has to pay.
INSERT INTO invoices SELECT p.id, p.truth, p.id, 'F' || p.id, d.truth FROM purchases p JOIN deliveries d ON d.purchase_id = p.id;
-- The booking of an invoice is done by the one that has received it.
INSERT INTO invoice_bookings SELECT id, id, '4400', company_id FROM invoices WHERE id % 5 > 0;
-- Crates move between two companies. The move is kept by the one whose clerk books it, either the one or the other.
INSERT INTO crate_moves SELECT n, a, b, s.id, 40, s.truth FROM (SELECT n, (abs(hashint4((n+130)::int) % 4) + 1) AS a, (abs(hashint4((n+131)::int) % 6) + 1) + 4 AS b FROM generate_series(1, 50) n) x JOIN LATERAL (SELECT id, truth FROM seats s WHERE s.truth = CASE WHEN n % 3 > 0 THEN a ELSE b END ORDER BY hashint4(id + n) LIMIT 1) s ON true;
-- Of a greenhouse or of the whole company. company_id is also there when a greenhouse is (company_id of the applicant, for sold ones the former).
INSERT INTO certificates SELECT n, CASE WHEN n % 3 > 0 THEN g.id END, CASE WHEN n % 3 > 0 AND n % 7 = 0 THEN g.truth % 4 + 1 ELSE g.truth END, 'MPS', g.truth FROM generate_series(1, 40) n JOIN greenhouses g ON g.id = (abs(hashint4((n+140)::int) % 20) + 1);
INSERT INTO documents SELECT n, 'lot', l.id, md5(n::text), l.truth FROM generate_series(1, 25) n JOIN lots l ON l.id = (abs(hashint4((n+150)::int) % 60) + 1);
INSERT INTO documents SELECT n + 25, 'purchase', p.id, md5(n::text), p.truth FROM generate_series(1, 25) n JOIN purchases p ON p.id = n;
