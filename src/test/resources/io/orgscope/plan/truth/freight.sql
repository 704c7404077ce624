-- organizations crm.client.id client_id
-- Two schemas, camel case, names that no rule knows, keys that only their values explain.
CREATE SCHEMA crm;
CREATE SCHEMA ops;
CREATE TABLE crm.client (id uuid PRIMARY KEY, name text, truth uuid);
CREATE TABLE crm.depot (id uuid PRIMARY KEY, client_id uuid NOT NULL REFERENCES crm.client, truth uuid);
CREATE TABLE ops."Vehicle" (id uuid PRIMARY KEY, "depotId" uuid NOT NULL, truth uuid);
CREATE TABLE ops."Trip" (id uuid PRIMARY KEY, "vehicleId" uuid NOT NULL REFERENCES ops."Vehicle", "coDriver" uuid, truth uuid);
CREATE TABLE ops."Stop" (id serial PRIMARY KEY, journey_id uuid NOT NULL, truth uuid);
CREATE TABLE ops."StopPhoto" (id serial PRIMARY KEY, "stopId" int NOT NULL, truth uuid);
CREATE TABLE ops."Toll" (id serial PRIMARY KEY, "gateId" int NOT NULL, truth uuid);
CREATE TABLE ops.fuel_cards (id serial PRIMARY KEY, depot uuid REFERENCES crm.depot ON DELETE SET NULL, vehicle uuid REFERENCES ops."Vehicle" ON DELETE SET NULL, truth uuid);
CREATE TABLE ops.road_signs (id serial PRIMARY KEY, label text, truth uuid);
CREATE FUNCTION k(n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS 'SELECT (md5(n::text))::uuid';
INSERT INTO crm.client SELECT k(n), 'c' FROM generate_series(1, 3) n;
INSERT INTO crm.depot SELECT k(100 + n), k(n % 3 + 1), k(n % 3 + 1) FROM generate_series(1, 6) n;
INSERT INTO ops."Vehicle" SELECT k(200 + n), k(100 + n % 6 + 1), k((n % 6 + 1) % 3 + 1) FROM generate_series(1, 12) n;
INSERT INTO ops."Trip" SELECT k(300 + n), k(200 + n % 12 + 1), NULL, k(((n % 12 + 1) % 6 + 1) % 3 + 1) FROM generate_series(1, 36) n;
INSERT INTO ops."Stop" SELECT n, k(300 + n % 36 + 1), k((((n % 36 + 1) % 12 + 1) % 6 + 1) % 3 + 1) FROM generate_series(1, 72) n;
INSERT INTO ops."StopPhoto" SELECT n, n, k((((n % 36 + 1) % 12 + 1) % 6 + 1) % 3 + 1) FROM generate_series(1, 72) n;
INSERT INTO ops."Toll" SELECT n, n % 9 + 1, k(n % 3 + 1) FROM generate_series(1, 27) n;
INSERT INTO ops.fuel_cards SELECT n, CASE WHEN n % 2 = 0 THEN k(100 + n % 6 + 1) END, CASE WHEN n % 2 = 1 THEN k(200 + n % 12 + 1) END,
  CASE WHEN n % 2 = 0 THEN k((n % 6 + 1) % 3 + 1) ELSE k(((n % 12 + 1) % 6 + 1) % 3 + 1) END FROM generate_series(1, 24) n;
INSERT INTO ops.road_signs SELECT n, 's' FROM generate_series(1, 5) n;
