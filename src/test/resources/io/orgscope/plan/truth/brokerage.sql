-- organizations agencies.id agency_id
-- Real estate: brokers have seats at several agencies, deals have an agency on each side, folders are a tree whose root alone says whose it is,
-- operators and authors are things with an agency of their own, notes have four places to be.
CREATE TABLE agencies (id serial PRIMARY KEY, trade_name text, truth int);
CREATE TABLE brokers (id serial PRIMARY KEY, full_name text, mobile text, truth int);
CREATE TABLE seats (id serial PRIMARY KEY, broker_id int NOT NULL REFERENCES brokers, agency_id int NOT NULL REFERENCES agencies, desk_number int, valid_from date, truth int);
CREATE TABLE areas (id serial PRIMARY KEY, parent_area_id int REFERENCES areas, name text, truth int);
CREATE TABLE owners (id serial PRIMARY KEY, full_name text, truth int);
CREATE TABLE properties (id serial PRIMARY KEY, owner_id int NOT NULL REFERENCES owners, area_id int NOT NULL REFERENCES areas, truth int);
CREATE TABLE listings (id serial PRIMARY KEY, property_id int NOT NULL REFERENCES properties, seat_id int NOT NULL REFERENCES seats, truth int);
CREATE TABLE operators (id serial PRIMARY KEY, agency_id int NOT NULL REFERENCES agencies, name text, truth int);
CREATE TABLE phone_lines (id serial PRIMARY KEY, operator_id int NOT NULL REFERENCES operators, number text, truth int);
CREATE TABLE viewings (id serial PRIMARY KEY, listing_id int NOT NULL REFERENCES listings, shown_by int NOT NULL REFERENCES seats, truth int);
CREATE TABLE deals (id serial PRIMARY KEY, listing_id int NOT NULL REFERENCES listings, buying_seat_id int NOT NULL REFERENCES seats, truth int);
CREATE TABLE commissions (id serial PRIMARY KEY, deal_id int NOT NULL REFERENCES deals, seat_id int NOT NULL REFERENCES seats, truth int);
CREATE TABLE keys_handed_out (id serial PRIMARY KEY, property_id int NOT NULL REFERENCES properties, seat_id int NOT NULL REFERENCES seats, truth int);
CREATE TABLE folders (id serial PRIMARY KEY, parent_id int REFERENCES folders, agency_id int REFERENCES agencies, truth int);
CREATE TABLE files (id serial PRIMARY KEY, folder_id int NOT NULL REFERENCES folders, truth int);
CREATE TABLE notes (id serial PRIMARY KEY, listing_id int REFERENCES listings, viewing_id int REFERENCES viewings, deal_id int REFERENCES deals, broker_id int NOT NULL REFERENCES brokers, truth int);
CREATE TABLE broker_goals (id serial PRIMARY KEY, broker_id int NOT NULL REFERENCES brokers, quarter int, truth int);
CREATE TABLE referral_links (id serial PRIMARY KEY, listing_id int NOT NULL REFERENCES listings, referring_agency_id int NOT NULL REFERENCES agencies, truth int);
CREATE TABLE valuations (id serial PRIMARY KEY, property_id int NOT NULL REFERENCES properties, valuer int REFERENCES brokers, commissioned_by_agency int REFERENCES agencies, truth int);
CREATE TABLE offers (id serial PRIMARY KEY, listing_id int NOT NULL REFERENCES listings, seat_id int NOT NULL REFERENCES seats, truth int);
CREATE TABLE deal_payments (id serial PRIMARY KEY, deal_id int NOT NULL REFERENCES deals, seat_id int NOT NULL REFERENCES seats, truth int);
CREATE TABLE mandates (id serial PRIMARY KEY, owner_id int NOT NULL REFERENCES owners, listing_id int REFERENCES listings, truth int);
INSERT INTO agencies SELECT n, 'a' FROM generate_series(1, 3) n;
INSERT INTO brokers SELECT n, 'b' FROM generate_series(1, 9) n;
-- Brokers 7 to 9 have a second seat.
INSERT INTO seats SELECT n, n, n % 3 + 1, n, NULL, n % 3 + 1 FROM generate_series(1, 9) n;
INSERT INTO seats SELECT n + 3, n, (n + 1) % 3 + 1, n, NULL, (n + 1) % 3 + 1 FROM generate_series(7, 9) n;
INSERT INTO areas SELECT n, CASE WHEN n > 3 THEN n % 3 + 1 END, 'x' FROM generate_series(1, 9) n;
INSERT INTO owners SELECT n, 'o' FROM generate_series(1, 12) n;
INSERT INTO properties SELECT n, n % 12 + 1, n % 9 + 1 FROM generate_series(1, 24) n;
INSERT INTO listings SELECT n, n % 24 + 1, n % 12 + 1, (SELECT truth FROM seats WHERE id = n % 12 + 1) FROM generate_series(1, 36) n;
INSERT INTO operators SELECT n, n % 3 + 1, 'o', n % 3 + 1 FROM generate_series(1, 6) n;
INSERT INTO phone_lines SELECT n, n % 6 + 1, 'p', (n % 6 + 1) % 3 + 1 FROM generate_series(1, 24) n;
-- Shown by whoever has time; the viewing is the listing's.
INSERT INTO viewings SELECT n, n % 36 + 1, (n + 5) % 12 + 1, (SELECT truth FROM listings WHERE id = n % 36 + 1) FROM generate_series(1, 48) n;
INSERT INTO deals SELECT n, n, (n + 7) % 12 + 1, (SELECT truth FROM listings WHERE id = n) FROM generate_series(1, 18) n;
-- Each side of a deal has its commission, which is that side's.
INSERT INTO commissions SELECT n, n, (SELECT seat_id FROM listings l WHERE l.id = n), (SELECT truth FROM deals WHERE id = n) FROM generate_series(1, 18) n;
INSERT INTO commissions SELECT n + 18, n, (n + 7) % 12 + 1, (SELECT truth FROM seats WHERE id = (n + 7) % 12 + 1) FROM generate_series(1, 18) n;
INSERT INTO keys_handed_out SELECT n, n % 24 + 1, n % 12 + 1, (SELECT truth FROM seats WHERE id = n % 12 + 1) FROM generate_series(1, 24) n;
INSERT INTO folders SELECT n, NULL, n, n FROM generate_series(1, 3) n;
INSERT INTO folders SELECT n, n % 3 + 1, NULL, n % 3 + 1 FROM generate_series(4, 18) n;
INSERT INTO files SELECT n, n % 18 + 1, (SELECT truth FROM folders WHERE id = n % 18 + 1) FROM generate_series(1, 36) n;
INSERT INTO notes SELECT n, CASE WHEN n % 4 = 0 THEN n % 36 + 1 END, CASE WHEN n % 4 = 1 THEN n % 48 + 1 END, CASE WHEN n % 4 = 2 THEN n % 18 + 1 END, n % 9 + 1,
  CASE n % 4 WHEN 0 THEN (SELECT truth FROM listings WHERE id = n % 36 + 1) WHEN 1 THEN (SELECT truth FROM viewings WHERE id = n % 48 + 1)
    WHEN 2 THEN (SELECT truth FROM deals WHERE id = n % 18 + 1) ELSE (n % 9 + 1 + CASE WHEN n % 9 > 5 THEN n % 2 ELSE 0 END) % 3 + 1 END FROM generate_series(1, 40) n;
INSERT INTO broker_goals SELECT n, n % 9 + 1, n % 4, (n % 9 + 1 + CASE WHEN n % 9 > 5 AND n > 18 THEN 1 ELSE 0 END) % 3 + 1 FROM generate_series(1, 36) n;
INSERT INTO referral_links SELECT n, n, (n + 1) % 3 + 1, (SELECT truth FROM listings WHERE id = n) FROM generate_series(1, 12) n;
INSERT INTO valuations SELECT n, n % 24 + 1, n % 9 + 1, n % 3 + 1, n % 3 + 1 FROM generate_series(1, 12) n;
INSERT INTO mandates SELECT n, n % 12 + 1, n, (SELECT truth FROM listings WHERE id = n) FROM generate_series(1, 36) n;
-- Whoever makes an offer, it is the listing's; whoever is paid, the payment is the deal's.
INSERT INTO offers SELECT n, n, (n + 4) % 12 + 1, (SELECT truth FROM listings WHERE id = n) FROM generate_series(1, 24) n;
INSERT INTO deal_payments SELECT n, n, (n + 7) % 12 + 1, (SELECT truth FROM deals WHERE id = n) FROM generate_series(1, 18) n;
