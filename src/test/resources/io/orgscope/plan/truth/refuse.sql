-- organizations operator.code operator
-- Refuse collection, columns without any id suffix: operators win and lose the councils' contracts, hire vehicles from each other, weigh each other's lorries; streets and bins belong to no operator.
CREATE TABLE operator (code text PRIMARY KEY, trading_as text NOT NULL, parent text REFERENCES operator, truth text);
CREATE TABLE council (gss text PRIMARY KEY, name text, truth text);
CREATE TABLE waste_type (ewc text PRIMARY KEY, label text, truth text);
CREATE TABLE street (usrn int PRIMARY KEY, council text NOT NULL REFERENCES council, name text, truth text);
CREATE TABLE premises (uprn int PRIMARY KEY, street int NOT NULL REFERENCES street, house text, truth text);
CREATE TABLE login (email text PRIMARY KEY, home text REFERENCES operator, truth text);
CREATE TABLE staff (nr int PRIMARY KEY, login text NOT NULL REFERENCES login, operator text NOT NULL REFERENCES operator, truth text);
CREATE TABLE contract (nr int PRIMARY KEY, council text NOT NULL REFERENCES council, operator text NOT NULL REFERENCES operator, incumbent text REFERENCES operator, starts date, truth text);
CREATE TABLE depot (nr int PRIMARY KEY, operator text NOT NULL REFERENCES operator, town text, truth text);
CREATE TABLE vehicle (reg text PRIMARY KEY, depot int NOT NULL REFERENCES depot, owner text REFERENCES operator, tonnes int, truth text);
CREATE TABLE driver (nr int PRIMARY KEY, name text, depot int REFERENCES depot, truth text);
CREATE TABLE shift (driver int NOT NULL REFERENCES driver, day date NOT NULL, vehicle text NOT NULL REFERENCES vehicle, truth text, PRIMARY KEY (driver, day));
CREATE TABLE round (nr int PRIMARY KEY, contract int NOT NULL REFERENCES contract, weekday int, split_from int REFERENCES round, truth text);
CREATE TABLE round_street (round int NOT NULL REFERENCES round, street int NOT NULL REFERENCES street, truth text, PRIMARY KEY (street, round));
CREATE TABLE bin (tag text PRIMARY KEY, premises int NOT NULL REFERENCES premises, delivered_by text REFERENCES operator, litres int, truth text);
CREATE TABLE collection (nr int PRIMARY KEY, vehicle text NOT NULL REFERENCES vehicle, round int NOT NULL REFERENCES round, day date, truth text);
CREATE TABLE lift (collection int NOT NULL REFERENCES collection, bin text NOT NULL REFERENCES bin, kilos int, truth text, PRIMARY KEY (bin, collection));
CREATE TABLE missed (nr int PRIMARY KEY, premises int NOT NULL REFERENCES premises, collection int REFERENCES collection, assigned text REFERENCES login, truth text);
CREATE TABLE tip (nr int PRIMARY KEY, operator text NOT NULL REFERENCES operator, permit text, truth text);
CREATE TABLE weighing (ticket text PRIMARY KEY, tip int NOT NULL REFERENCES tip, vehicle text REFERENCES vehicle, waste_type text NOT NULL REFERENCES waste_type, operator text REFERENCES operator, kilos int, truth text);
CREATE TABLE gate_fee (operator text REFERENCES operator, waste_type text NOT NULL REFERENCES waste_type, tip int REFERENCES tip, per_tonne int, truth text);
CREATE TABLE tracker (imei text PRIMARY KEY, operator text NOT NULL REFERENCES operator, vehicle text REFERENCES vehicle, truth text);
CREATE TABLE fix (nr int PRIMARY KEY, imei text NOT NULL, vehicle text NOT NULL, at timestamp, truth text);
CREATE TABLE defect (nr int PRIMARY KEY, vehicle text NOT NULL REFERENCES vehicle, reporter int REFERENCES driver, photo text, truth text);
CREATE TABLE remark (nr int PRIMARY KEY, about text NOT NULL, which text NOT NULL, author text REFERENCES login, truth text);
INSERT INTO operator SELECT 'OP' || chr(64 + n), 'Waste ' || n, CASE WHEN n = 3 THEN 'OPA' END FROM generate_series(1, 5) n;
INSERT INTO council SELECT 'E0' || n, 'Council ' || n FROM generate_series(1, 8) n;
INSERT INTO waste_type SELECT '20 03 0' || n, 'w' FROM generate_series(1, 6) n;
INSERT INTO street SELECT n, 'E0' || (abs(hashint4((n)::int) % 8) + 1), 'Street' FROM generate_series(1, 50) n;
INSERT INTO premises SELECT n, (abs(hashint4((n+10)::int) % 50) + 1), n::text FROM generate_series(1, 90) n;
INSERT INTO login SELECT 'l' || n, CASE WHEN n % 3 > 0 THEN 'OP' || chr(64 + (abs(hashint4((n+20)::int) % 5) + 1)) END FROM generate_series(1, 30) n;
INSERT INTO staff SELECT n, 'l' || n, 'OP' || chr(64 + (abs(hashint4((n+20)::int) % 5) + 1)), 'OP' || chr(64 + (abs(hashint4((n+20)::int) % 5) + 1)) FROM generate_series(1, 30) n;
INSERT INTO staff SELECT n + 30, 'l' || n * 3, 'OP' || chr(64 + (abs(hashint4((n*3+20)::int) % 5) + 1) % 5 + 1), 'OP' || chr(64 + (abs(hashint4((n*3+20)::int) % 5) + 1) % 5 + 1) FROM generate_series(1, 8) n;
-- The contract is the winner's. incumbent is who had it before.
INSERT INTO contract SELECT n, 'E0' || (n - 1) % 8 + 1, 'OP' || chr(64 + (abs(hashint4((n+30)::int) % 5) + 1)), CASE WHEN n % 2 = 0 THEN 'OP' || chr(64 + (abs(hashint4((n+30)::int) % 5) + 1) % 5 + 1) END, date '2020-01-01', 'OP' || chr(64 + (abs(hashint4((n+30)::int) % 5) + 1)) FROM generate_series(1, 20) n;
INSERT INTO depot SELECT n, 'OP' || chr(64 + (n - 1) % 5 + 1), 'Town', 'OP' || chr(64 + (n - 1) % 5 + 1) FROM generate_series(1, 20) n;
-- A vehicle is of the depot that runs it, owner is filled in for those hired from another operator or on the group's books.
INSERT INTO vehicle SELECT 'AB' || n || 'XYZ', d.id, CASE WHEN n % 4 = 0 THEN 'OP' || chr(64 + (abs(hashint4((n+40)::int) % 5) + 1)) END, 26, d.truth FROM generate_series(1, 40) n JOIN (SELECT nr AS id, truth FROM depot) d ON d.id = (abs(hashint4((n+41)::int) % 20) + 1);
-- A driver without a depot comes from a temp agency and is nobody's.
INSERT INTO driver SELECT n, 'D' || n, CASE WHEN n % 5 > 0 THEN d.nr END, CASE WHEN n % 5 > 0 THEN d.truth END FROM generate_series(1, 45) n JOIN depot d ON d.nr = (abs(hashint4((n+50)::int) % 20) + 1);
-- Whoever drives, the shift is worked for the operator of the vehicle.
INSERT INTO shift SELECT d.nr, date '2024-01-01' + k, v.reg, v.truth FROM driver d, generate_series(1, 2) k, LATERAL (SELECT reg, truth FROM vehicle v WHERE v.truth = d.truth OR d.truth IS NULL OR d.nr % 9 = 0 ORDER BY md5(v.reg || d.nr || k) LIMIT 1) v;
INSERT INTO round SELECT n, c.nr, n % 5, NULL, c.truth FROM generate_series(1, 30) n JOIN contract c ON c.nr = (abs(hashint4((n+60)::int) % 20) + 1);
INSERT INTO round SELECT n, r.contract, n % 5, r.nr, r.truth FROM generate_series(31, 40) n JOIN round r ON r.nr = n - 30;
INSERT INTO round_street SELECT r.nr, s.usrn, r.truth FROM round r JOIN contract c ON c.nr = r.contract JOIN LATERAL (SELECT usrn FROM street s WHERE s.council = c.council ORDER BY md5(usrn || '-' || r.nr) LIMIT 2) s ON true;
-- Bins are the council's, the operators come and go. delivered_by says who brought it.
INSERT INTO bin SELECT 'B' || n, n, CASE WHEN n % 6 > 0 THEN 'OP' || chr(64 + (abs(hashint4((n+70)::int) % 5) + 1)) END, 240 FROM generate_series(1, 90) n;
-- A collection is of the round. When a lorry breaks down somebody else's drives it.
INSERT INTO collection SELECT n, v.reg, r.nr, date '2024-01-01' + n, r.truth FROM generate_series(1, 60) n JOIN round r ON r.nr = (abs(hashint4((n+80)::int) % 40) + 1) JOIN LATERAL (SELECT reg FROM vehicle v WHERE (n % 8 = 0 AND v.truth <> r.truth) OR (n % 8 > 0 AND v.truth = r.truth) ORDER BY md5(v.reg || n) LIMIT 1) v ON true;
INSERT INTO lift SELECT c.nr, 'B' || (abs(hashint4((c.nr*2+k+90)::int) % 90) + 1), 20, c.truth FROM collection c, generate_series(0, 1) k ON CONFLICT DO NOTHING;
-- Nearly all reports name the collection, whose they are. The others are those of the operator in which the one they are assigned to took the call.
INSERT INTO missed SELECT n, p, CASE WHEN n % 7 > 0 THEN c.nr END, s.login, c.truth FROM (SELECT n, (abs(hashint4((n+100)::int) % 90) + 1) AS p, (abs(hashint4((n+101)::int) % 60) + 1) AS k FROM generate_series(1, 56) n) x JOIN collection c ON c.nr = k JOIN LATERAL (SELECT login FROM staff s WHERE s.truth = c.truth ORDER BY md5(s.login || n) LIMIT 1) s ON true;
INSERT INTO tip SELECT n, 'OP' || chr(64 + n), 'EPR' || n, 'OP' || chr(64 + n) FROM generate_series(1, 4) n;
INSERT INTO tip SELECT n, 'OP' || chr(64 + (abs(hashint4((n+110)::int) % 5) + 1)), 'EPR' || n, 'OP' || chr(64 + (abs(hashint4((n+110)::int) % 5) + 1)) FROM generate_series(5, 20) n;
-- A ticket is written by the tip, operator is the haulier that will be charged.
INSERT INTO weighing SELECT 'W' || n, t.nr, CASE WHEN n % 6 > 0 THEN v.reg END, '20 03 0' || (abs(hashint4((n)::int) % 6) + 1), v.truth, 9000, t.truth FROM generate_series(1, 80) n JOIN vehicle v ON v.reg = 'AB' || (abs(hashint4((n+120)::int) % 40) + 1) || 'XYZ' JOIN LATERAL (SELECT nr, truth FROM tip t WHERE n % 2 = 0 OR t.truth = v.truth ORDER BY md5(t.nr || '-' || n) LIMIT 1) t ON true;
-- The general fee has neither. A fee of a tip is the tip's, operator is then the haulier it was agreed with.
INSERT INTO gate_fee SELECT NULL, ewc, NULL, 90, NULL FROM waste_type;
INSERT INTO gate_fee SELECT CASE WHEN n % 3 > 0 THEN 'OP' || chr(64 + (abs(hashint4((n+130)::int) % 5) + 1)) END, '20 03 0' || (abs(hashint4((n+131)::int) % 6) + 1), t.nr, 80, t.truth FROM generate_series(1, 34) n JOIN tip t ON t.nr = (abs(hashint4((n+132)::int) % 20) + 1);
-- Trackers are bought by one and may be screwed into the hired vehicle of another.
INSERT INTO tracker SELECT 'I' || n, v.op, v.reg, v.op FROM generate_series(1, 40) n JOIN (SELECT reg, coalesce(owner, truth) AS op FROM vehicle) v ON v.reg = 'AB' || n || 'XYZ';
-- A position is of the operator that ran the vehicle.
INSERT INTO fix SELECT n, 'I' || k, v.reg, now(), v.truth FROM (SELECT n, (abs(hashint4((n+140)::int) % 40) + 1) AS k FROM generate_series(1, 90) n) x JOIN vehicle v ON v.reg = 'AB' || k || 'XYZ';
INSERT INTO defect SELECT n, v.reg, CASE WHEN n % 3 > 0 THEN s.driver END, 'p', v.truth FROM generate_series(1, 50) n JOIN vehicle v ON v.reg = 'AB' || (abs(hashint4((n+150)::int) % 40) + 1) || 'XYZ' LEFT JOIN LATERAL (SELECT driver FROM shift s WHERE s.vehicle = v.reg LIMIT 1) s ON true;
INSERT INTO remark SELECT n, 'contract', c.nr::text, (SELECT login FROM staff s WHERE s.truth = c.truth ORDER BY md5(s.login || n) LIMIT 1), c.truth FROM generate_series(1, 25) n JOIN contract c ON c.nr = (abs(hashint4((n+160)::int) % 20) + 1);
INSERT INTO remark SELECT n + 25, 'vehicle', v.reg, (SELECT login FROM staff s WHERE s.truth = v.truth ORDER BY md5(s.login || n) LIMIT 1), v.truth FROM generate_series(1, 25) n JOIN vehicle v ON v.reg = 'AB' || (abs(hashint4((n+170)::int) % 40) + 1) || 'XYZ';
