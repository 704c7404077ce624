-- organizations tenants.id tenant_id
-- Pairs of type and key: by rows, by a CHECK, without any row; chains of keys that agree; references that may be NULL.
CREATE TABLE tenants (id serial PRIMARY KEY, subdomain text UNIQUE, truth int);
CREATE TABLE customers (id serial PRIMARY KEY, tenant_id int NOT NULL REFERENCES tenants, truth int);
CREATE TABLE invoices (id serial PRIMARY KEY, customer_id int NOT NULL REFERENCES customers, number text, truth int);
CREATE TABLE quotes (id serial PRIMARY KEY, customer_id int NOT NULL REFERENCES customers, truth int);
CREATE TABLE invoice_lines (id serial PRIMARY KEY, invoice_id int NOT NULL REFERENCES invoices ON DELETE CASCADE, truth int);
CREATE TABLE reminders (id serial PRIMARY KEY, invoice_id int NOT NULL REFERENCES invoices, customer_id int NOT NULL REFERENCES customers, truth int);
CREATE TABLE payments (id serial PRIMARY KEY, payable_type text NOT NULL CHECK (payable_type IN ('Invoice', 'Quote')), payable_id int NOT NULL, truth int,
  UNIQUE (payable_id, payable_type));
CREATE TABLE attachments (id serial PRIMARY KEY, attachable_type text NOT NULL, attachable_id int NOT NULL, uploaded_by int, truth int);
CREATE TABLE audits (id serial PRIMARY KEY, subject_type text NOT NULL, subject_id int NOT NULL, customer_id int NOT NULL REFERENCES customers, truth int);
CREATE TABLE refunds (id serial PRIMARY KEY, invoice_id int REFERENCES invoices ON DELETE SET NULL, quote_id int REFERENCES quotes ON DELETE SET NULL, truth int);
CREATE TABLE memos (id serial PRIMARY KEY, quote_id int REFERENCES quotes, customer_id int REFERENCES customers, truth int);
CREATE TABLE api_keys (id serial PRIMARY KEY, tenant_id int NOT NULL REFERENCES tenants, value text UNIQUE, truth int);
INSERT INTO tenants SELECT n, 't' || n FROM generate_series(1, 3) n;
INSERT INTO customers SELECT n, n % 3 + 1, n % 3 + 1 FROM generate_series(1, 12) n;
INSERT INTO invoices SELECT n, n % 12 + 1, 'r', (n % 12 + 1) % 3 + 1 FROM generate_series(1, 36) n;
INSERT INTO quotes SELECT n, (n + 1) % 12 + 1, ((n + 1) % 12 + 1) % 3 + 1 FROM generate_series(1, 36) n;
INSERT INTO invoice_lines SELECT n, n % 36 + 1, ((n % 36 + 1) % 12 + 1) % 3 + 1 FROM generate_series(1, 72) n;
INSERT INTO reminders SELECT n, n, n % 12 + 1, (n % 12 + 1) % 3 + 1 FROM generate_series(1, 36) n;
INSERT INTO payments SELECT n, CASE WHEN n % 2 = 0 THEN 'Invoice' ELSE 'Quote' END, n, CASE WHEN n % 2 = 0 THEN (n % 12 + 1) % 3 + 1
  ELSE ((n + 1) % 12 + 1) % 3 + 1 END FROM generate_series(1, 36) n;
INSERT INTO attachments SELECT n, CASE WHEN n % 2 = 0 THEN 'Invoice' ELSE 'Voucher' END, n, NULL, (n % 12 + 1) % 3 + 1 FROM generate_series(1, 36) n;
INSERT INTO refunds SELECT n, CASE WHEN n % 2 = 0 THEN n END, CASE WHEN n % 2 = 1 THEN n END, CASE WHEN n % 2 = 0 THEN (n % 12 + 1) % 3 + 1
  ELSE ((n + 1) % 12 + 1) % 3 + 1 END FROM generate_series(1, 36) n;
INSERT INTO memos SELECT n, n, NULL, ((n + 1) % 12 + 1) % 3 + 1 FROM generate_series(1, 36) n;
INSERT INTO api_keys SELECT n, n % 3 + 1, 'v' || n, n % 3 + 1 FROM generate_series(1, 9) n;
