-- organizations suppliers.supplier_code owner_supplier
-- Energy billing: points, meters and agents are the market's; who supplies a point changes, contracts are novated, debt is assigned, a bureau's logins work for several suppliers. Half of the keys were never declared.
CREATE TABLE suppliers (supplier_code text PRIMARY KEY, licence_no int UNIQUE NOT NULL, group_parent text REFERENCES suppliers, truth text);
-- Meter operators, data collectors, brokers: they work for whoever appoints them, though some are of a supplier's house.
CREATE TABLE agents (agent_code text PRIMARY KEY, kind text NOT NULL, affiliate_of text REFERENCES suppliers, truth text);
CREATE TABLE gsp_groups (gsp_group text PRIMARY KEY, region text, truth text);
CREATE TABLE metering_points (mpan text PRIMARY KEY, gsp_group text NOT NULL REFERENCES gsp_groups, postcode text, truth text);
CREATE TABLE meters (serial_no text PRIMARY KEY, mpan text NOT NULL, provided_by text REFERENCES agents, truth text);
CREATE TABLE registrations (mpan text NOT NULL REFERENCES metering_points, effective_from date NOT NULL, supplier_code text NOT NULL REFERENCES suppliers, lost_to text, truth text, PRIMARY KEY (mpan, effective_from));
CREATE TABLE customers (supplier_code text NOT NULL REFERENCES suppliers, customer_no text NOT NULL, trading_name text, truth text, PRIMARY KEY (supplier_code, customer_no));
CREATE TABLE tariffs (tariff_code text PRIMARY KEY, issued_by text, superseded_by text REFERENCES tariffs, truth text);
CREATE TABLE tariff_rates (tariff_code text NOT NULL REFERENCES tariffs, band text NOT NULL, valid_from date NOT NULL, pence numeric(8,3) NOT NULL, truth text, PRIMARY KEY (tariff_code, band, valid_from));
CREATE TABLE contracts (contract_ref text PRIMARY KEY, supplier_code text NOT NULL, customer_no text NOT NULL, broker_code text REFERENCES agents, tariff_code text NOT NULL, signed_on date NOT NULL, truth text, FOREIGN KEY (supplier_code, customer_no) REFERENCES customers);
CREATE TABLE contract_versions (contract_ref text NOT NULL REFERENCES contracts, version_no int NOT NULL, held_by text NOT NULL, until date, truth text, PRIMARY KEY (contract_ref, version_no));
CREATE TABLE contract_points (contract_ref text NOT NULL REFERENCES contracts, mpan text NOT NULL, truth text, PRIMARY KEY (contract_ref, mpan));
CREATE TABLE meter_readings (mpan text NOT NULL REFERENCES metering_points, registered_from date NOT NULL, read_on date NOT NULL, register_id text NOT NULL, collected_by text, kwh int NOT NULL, truth text, PRIMARY KEY (mpan, read_on, register_id));
CREATE TABLE bills (supplier_code text NOT NULL, bill_no text NOT NULL, contract_ref text NOT NULL REFERENCES contracts, issued_on date NOT NULL, net numeric(10,2) NOT NULL, truth text, PRIMARY KEY (supplier_code, bill_no));
CREATE TABLE bill_lines (supplier_code text NOT NULL, bill_no text NOT NULL, line_no int NOT NULL, mpan text, tariff_code text REFERENCES tariffs, amount numeric(10,2) NOT NULL, truth text, PRIMARY KEY (supplier_code, bill_no, line_no));
CREATE TABLE logins (login text PRIMARY KEY, display_name text, truth text);
CREATE TABLE desk_grants (login text NOT NULL REFERENCES logins, supplier_code text NOT NULL REFERENCES suppliers, role text NOT NULL, truth text, PRIMARY KEY (login, supplier_code));
CREATE TABLE debt_assignments (assignment_no text PRIMARY KEY, old_supplier text NOT NULL, bill_no text NOT NULL, new_supplier text NOT NULL REFERENCES suppliers, requested_by text REFERENCES logins, truth text, FOREIGN KEY (old_supplier, bill_no) REFERENCES bills);
CREATE TABLE objections (objection_no text PRIMARY KEY, mpan text NOT NULL, effective_from date NOT NULL, raised_by text NOT NULL, reason_code text NOT NULL, truth text, FOREIGN KEY (mpan, effective_from) REFERENCES registrations);
CREATE TABLE agent_appointments (mpan text NOT NULL, role text NOT NULL, appointed_from date NOT NULL, agent_code text NOT NULL REFERENCES agents, appointed_by text NOT NULL, truth text, PRIMARY KEY (mpan, role, appointed_from));
-- Here the supplier is the one who sends the invoice: an agent.
CREATE TABLE purchase_invoices (supplier_code text NOT NULL, invoice_no text NOT NULL, bought_by text NOT NULL, total numeric(10,2) NOT NULL, truth text, PRIMARY KEY (supplier_code, invoice_no));
CREATE TABLE complaints (case_no text PRIMARY KEY, contract_ref text NOT NULL, customer_no text, opened_by text REFERENCES logins, truth text);
CREATE TABLE case_tasks (task_no bigint PRIMARY KEY, login text NOT NULL, desk text NOT NULL, case_no text NOT NULL, done boolean, truth text, FOREIGN KEY (login, desk) REFERENCES desk_grants (login, supplier_code));
CREATE TABLE saved_reports (login text NOT NULL, supplier_code text NOT NULL, title text NOT NULL, truth text, PRIMARY KEY (login, supplier_code, title));
CREATE TABLE broker_commissions (contract_ref text NOT NULL, month date NOT NULL, broker_code text NOT NULL REFERENCES agents, assumed_by text, amount numeric(10,2) NOT NULL, truth text, PRIMARY KEY (contract_ref, month));
INSERT INTO suppliers VALUES ('NORV', 1, NULL), ('BRIG', 2, NULL), ('HALC', 3, 'NORV'), ('TIDE', 4, NULL), ('EMBR', 5, 'BRIG');
INSERT INTO agents SELECT 'AG' || lpad(n::text, 2, '0'), (ARRAY['MOP', 'DC', 'BROKER'])[n % 3 + 1], (SELECT supplier_code FROM suppliers WHERE n % 2 = 0 AND licence_no = n % 5 + 1) FROM generate_series(1, 12) n;
INSERT INTO gsp_groups SELECT '_' || chr(64 + n), 'region ' || n FROM generate_series(1, 6) n;
INSERT INTO metering_points SELECT '12' || lpad((n * 7919)::text, 11, '0'), '_' || chr(65 + n % 6), 'PC' || n FROM generate_series(1, 50) n;
INSERT INTO meters SELECT 'K' || 52000 + n, '12' || lpad(((n - 1) % 50 * 7919 + 7919)::text, 11, '0'), 'AG' || lpad((n % 4 * 3 + 3)::text, 2, '0') FROM generate_series(1, 56) n;
-- A point is first with one, then for half of the points with another supplier.
INSERT INTO registrations SELECT '12' || lpad((n * 7919)::text, 11, '0'), date '2021-04-01' + n % 9, s.supplier_code, t.supplier_code, s.supplier_code FROM generate_series(1, 50) n JOIN suppliers s ON s.licence_no = n % 5 + 1 LEFT JOIN suppliers t ON n % 2 = 0 AND t.licence_no = (n + 1 + n % 3) % 5 + 1;
INSERT INTO registrations SELECT mpan, effective_from + 700, lost_to, NULL, lost_to FROM registrations WHERE lost_to IS NOT NULL;
-- Each numbers its customers from 1001.
INSERT INTO customers SELECT supplier_code, 1000 + n, 'Company ' || n, supplier_code FROM suppliers, generate_series(1, 8) n;
-- A tariff is of who issues it, the regulated ones are everybody's.
INSERT INTO tariffs SELECT 'T-' || n, s.supplier_code, CASE WHEN n > 15 THEN 'T-' || n - 15 END, s.supplier_code FROM generate_series(1, 20) n LEFT JOIN suppliers s ON n % 3 > 0 AND s.licence_no = n % 5 + 1;
INSERT INTO tariff_rates SELECT t.tariff_code, b, date '2023-04-01', 20.5, t.truth FROM tariffs t, unnest(ARRAY['day', 'night']) b;
INSERT INTO contracts SELECT 'C-' || 4000 + n, c.supplier_code, c.customer_no, CASE WHEN n % 3 > 0 THEN 'AG' || lpad((n % 4 * 3 + 2)::text, 2, '0') END,
  (SELECT t.tariff_code FROM tariffs t WHERE t.truth = c.truth OR t.truth IS NULL ORDER BY (substr(t.tariff_code, 3)::int * 3 + n) % 7, t.tariff_code LIMIT 1), date '2021-01-01' + n, c.truth
  FROM generate_series(1, 40) n JOIN suppliers s ON s.licence_no = n % 5 + 1 JOIN customers c ON c.supplier_code = s.supplier_code AND c.customer_no = (1001 + (n - 1) / 5)::text;
-- More than half of the contracts were taken over: the first version, and the bills of then, are of who had it then.
INSERT INTO contract_versions SELECT c.contract_ref, 1, o.supplier_code, date '2022-06-30', o.supplier_code FROM contracts c JOIN suppliers s USING (supplier_code) JOIN suppliers o ON o.licence_no = CASE WHEN substr(contract_ref, 3)::int % 7 < 4 THEN (s.licence_no + substr(contract_ref, 3)::int % 3) % 5 + 1 ELSE s.licence_no END;
INSERT INTO contract_versions SELECT contract_ref, 2, supplier_code, NULL, supplier_code FROM contracts WHERE substr(contract_ref, 3)::int % 7 < 4;
INSERT INTO contract_points SELECT c.contract_ref, r.mpan, c.truth FROM registrations r JOIN LATERAL (SELECT contract_ref, truth FROM contracts c WHERE c.truth = r.truth ORDER BY (substr(contract_ref, 3)::int + substr(r.mpan, 8)::bigint) % 13, contract_ref LIMIT 1) c ON true WHERE r.lost_to IS NULL;
-- A reading is of the registration under which it was taken.
INSERT INTO meter_readings SELECT mpan, effective_from, effective_from + 90 * k, '01', 'AG' || lpad((k * 3 + 1)::text, 2, '0'), 1000 * k, truth FROM registrations, generate_series(1, 2) k WHERE k = 1 OR substr(mpan, 13) IN ('1', '3', '5', '6');
INSERT INTO bills SELECT v.held_by, 'B' || lpad(row_number() OVER (PARTITION BY v.held_by ORDER BY v.contract_ref, k)::text, 5, '0'), v.contract_ref, CASE k WHEN 1 THEN date '2022-03-31' ELSE date '2023-03-31' END, 120.5 * k, v.held_by
  FROM contract_versions v JOIN generate_series(1, 2) k ON k = v.version_no OR k = 2 AND v.version_no = 1 AND substr(v.contract_ref, 3)::int % 7 >= 4;
INSERT INTO bill_lines SELECT b.supplier_code, b.bill_no, k, p.mpan, c.tariff_code, 40 * k, b.truth FROM bills b JOIN contracts c USING (contract_ref) LEFT JOIN LATERAL (SELECT min(mpan) AS mpan FROM contract_points p WHERE p.contract_ref = b.contract_ref) p ON true JOIN generate_series(1, 2) k ON k = 1 OR b.bill_no > 'B00008';
INSERT INTO logins SELECT 'op' || lpad(n::text, 2, '0'), 'Operator ' || n FROM generate_series(1, 24) n;
INSERT INTO desk_grants SELECT 'op' || lpad(n::text, 2, '0'), supplier_code, 'agent', supplier_code FROM generate_series(1, 24) n JOIN suppliers ON licence_no = n % 5 + 1;
-- The bureau: eight sit at two desks.
INSERT INTO desk_grants SELECT 'op' || lpad(n::text, 2, '0'), supplier_code, 'bureau', supplier_code FROM generate_series(1, 8) n JOIN suppliers ON licence_no = (n + 2) % 5 + 1;
-- Debt goes with the contract; the record is of the one who takes it on.
INSERT INTO debt_assignments SELECT 'DA' || row_number() OVER (ORDER BY b.supplier_code, b.bill_no), b.supplier_code, b.bill_no, c.supplier_code, (SELECT min(login) FROM desk_grants g WHERE g.supplier_code = c.supplier_code), c.supplier_code FROM bills b JOIN contracts c USING (contract_ref) WHERE b.supplier_code <> c.supplier_code;
-- The one who loses the point objects to the registration of the one who gains it.
INSERT INTO objections SELECT 'OB' || row_number() OVER (ORDER BY n.mpan), n.mpan, n.effective_from, o.supplier_code, 'DEBT', o.supplier_code FROM registrations n JOIN registrations o ON o.mpan = n.mpan AND o.lost_to = n.supplier_code AND o.effective_from < n.effective_from;
INSERT INTO agent_appointments SELECT r.mpan, k, r.effective_from, 'AG' || lpad(((licence_no + CASE k WHEN 'MOP' THEN 1 ELSE 0 END) % 4 * 3 + CASE k WHEN 'MOP' THEN 3 ELSE 1 END)::text, 2, '0'), r.supplier_code, r.truth FROM registrations r JOIN suppliers s USING (supplier_code), unnest(ARRAY['MOP', 'DC']) k WHERE k = 'MOP' OR r.lost_to IS NOT NULL;
INSERT INTO purchase_invoices SELECT 'AG' || lpad((n % 12 + 1)::text, 2, '0'), 'INV-' || 100 + n, supplier_code, 75 + n, supplier_code FROM generate_series(1, 36) n JOIN suppliers ON licence_no = (n / 2 + n) % 5 + 1;
INSERT INTO complaints SELECT 'CASE' || n, c.contract_ref, CASE WHEN n % 2 = 0 THEN c.customer_no END, (SELECT max(login) FROM desk_grants g WHERE g.supplier_code = c.supplier_code), c.truth FROM generate_series(1, 30) n JOIN contracts c ON c.contract_ref = 'C-' || 4000 + n * 7 % 40 + 1;
-- A task is of the case; the bureau takes tasks of others at whichever desk it has open.
INSERT INTO case_tasks SELECT n, g.login, g.supplier_code, c.case_no, n % 2 = 0, c.truth FROM generate_series(1, 45) n JOIN complaints c ON c.case_no = 'CASE' || n % 30 + 1 JOIN LATERAL (SELECT login, supplier_code FROM desk_grants g WHERE (g.supplier_code = c.truth) = (n % 3 > 0) ORDER BY (substr(login, 3)::int * 5 + n) % 11, login LIMIT 1) g ON true;
INSERT INTO saved_reports SELECT login, supplier_code, 'Aged debt', truth FROM desk_grants WHERE login < 'op20';
-- A commission is paid by the one who has the contract, unless somebody else assumed it.
INSERT INTO broker_commissions SELECT c.contract_ref, date '2023-01-01' + interval '1 month' * k, c.broker_code, a.supplier_code, 15 + k, coalesce(a.supplier_code, c.truth) FROM contracts c JOIN suppliers s USING (supplier_code), generate_series(0, 1) k LEFT JOIN suppliers a ON false WHERE c.broker_code IS NOT NULL;
UPDATE broker_commissions b SET assumed_by = o.supplier_code, truth = o.supplier_code FROM contracts c, suppliers s, suppliers o WHERE c.contract_ref = b.contract_ref AND s.supplier_code = c.supplier_code AND substr(c.contract_ref, 3)::int % 8 IN (1, 3, 6) AND o.licence_no = (s.licence_no + substr(c.contract_ref, 3)::int % 3) % 5 + 1;
