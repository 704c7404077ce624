-- organizations companies.id company_id
-- Companies that build together: both sides of a contract are companies, members act for one company in another's projects, sites are lent, a visit has a host.
CREATE TABLE companies (id uuid PRIMARY KEY, parent_company_id uuid REFERENCES companies, name text, truth uuid);
CREATE TABLE humans (id uuid PRIMARY KEY, name text, employer_id uuid REFERENCES companies, truth uuid);
CREATE TABLE employments (id uuid PRIMARY KEY, human_id uuid NOT NULL REFERENCES humans, company_id uuid NOT NULL REFERENCES companies, job_title text, truth uuid, UNIQUE (human_id, company_id));
CREATE TABLE projects (id uuid PRIMARY KEY, lead_company_id uuid NOT NULL REFERENCES companies, dri uuid REFERENCES humans, truth uuid);
CREATE TABLE participations (project_id uuid REFERENCES projects, company_id uuid REFERENCES companies, share numeric, truth uuid, PRIMARY KEY (project_id, company_id));
CREATE TABLE work_packages (id uuid PRIMARY KEY, project_id uuid NOT NULL, company_id uuid NOT NULL, truth uuid, FOREIGN KEY (project_id, company_id) REFERENCES participations);
CREATE TABLE reports (id uuid PRIMARY KEY, work_package_id uuid NOT NULL REFERENCES work_packages, employment_id uuid NOT NULL REFERENCES employments, truth uuid);
CREATE TABLE sites (id uuid PRIMARY KEY, company uuid NOT NULL REFERENCES companies, truth uuid);
CREATE TABLE visits (id uuid PRIMARY KEY, site_id uuid NOT NULL REFERENCES sites, host uuid NOT NULL REFERENCES employments, visitor uuid REFERENCES humans, truth uuid);
CREATE TABLE machines (id uuid PRIMARY KEY, site_id uuid NOT NULL REFERENCES sites, renter_id uuid REFERENCES companies, truth uuid);
CREATE TABLE machine_hours (id uuid PRIMARY KEY, machine_id uuid NOT NULL REFERENCES machines, truth uuid);
CREATE TABLE rentals (id uuid PRIMARY KEY, site_id uuid NOT NULL REFERENCES sites, truth uuid);
CREATE TABLE outings (id uuid PRIMARY KEY, rental_id uuid NOT NULL REFERENCES rentals, site_id uuid NOT NULL REFERENCES sites, truth uuid);
CREATE TABLE accounts (id uuid PRIMARY KEY, company_id uuid NOT NULL REFERENCES companies, truth uuid);
CREATE TABLE payments (id uuid PRIMARY KEY, account_id uuid NOT NULL REFERENCES accounts, truth uuid);
CREATE TABLE postings (id uuid PRIMARY KEY, payment_id uuid NOT NULL REFERENCES payments ON DELETE CASCADE, account_id uuid NOT NULL REFERENCES accounts, truth uuid);
CREATE TABLE stays (id uuid PRIMARY KEY, site_id uuid NOT NULL REFERENCES sites, work_package_id uuid REFERENCES work_packages, truth uuid);
CREATE TABLE contracts (id uuid PRIMARY KEY, supplier uuid NOT NULL REFERENCES companies, counterparty uuid NOT NULL REFERENCES companies, truth uuid);
CREATE TABLE contract_clauses (id uuid PRIMARY KEY, contract_id uuid NOT NULL REFERENCES contracts ON DELETE CASCADE, truth uuid);
CREATE TABLE invoices (id uuid PRIMARY KEY, contract_id uuid NOT NULL REFERENCES contracts, project_id uuid REFERENCES projects, truth uuid);
CREATE TABLE insurance_policies (id uuid PRIMARY KEY, insured uuid NOT NULL REFERENCES companies, truth uuid);
CREATE TABLE claims (id uuid PRIMARY KEY, insurance_policy_id uuid NOT NULL REFERENCES insurance_policies, claimant uuid NOT NULL REFERENCES companies, truth uuid);
CREATE TABLE timesheets (id uuid PRIMARY KEY, human_id uuid NOT NULL REFERENCES humans, week date, truth uuid);
CREATE TABLE trainings (id uuid PRIMARY KEY, attendee uuid NOT NULL REFERENCES employments, trainer uuid NOT NULL REFERENCES employments, truth uuid);
CREATE TABLE bids (id uuid PRIMARY KEY, project_id uuid NOT NULL REFERENCES projects, bidding_company_id uuid NOT NULL REFERENCES companies, truth uuid);
CREATE TABLE bid_lines (id uuid PRIMARY KEY, bid_id uuid NOT NULL REFERENCES bids ON DELETE CASCADE, truth uuid);
CREATE TABLE approvals (id uuid PRIMARY KEY, report_id uuid REFERENCES reports, bid_id uuid REFERENCES bids, signatory uuid NOT NULL REFERENCES employments, truth uuid);
CREATE FUNCTION u(prefix text, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT md5(prefix || n)::uuid $$;
INSERT INTO companies SELECT u('c', n), CASE WHEN n > 1 THEN u('c', 1) END, 'c' FROM generate_series(1, 4) n;
INSERT INTO humans SELECT u('h', n), 'h', u('c', n % 4 + 1) FROM generate_series(1, 12) n;
INSERT INTO employments SELECT u('e', n), u('h', n), u('c', n % 4 + 1), 'j', u('c', n % 4 + 1) FROM generate_series(1, 12) n;
INSERT INTO employments SELECT u('e', n + 12), u('h', n), u('c', (n + 1) % 4 + 1), 'j', u('c', (n + 1) % 4 + 1) FROM generate_series(1, 4) n;
INSERT INTO projects SELECT u('p', n), u('c', n % 4 + 1), u('h', n % 12 + 1), u('c', n % 4 + 1) FROM generate_series(1, 8) n;
-- What a company puts into a project is that company's.
INSERT INTO participations SELECT u('p', n), u('c', k), 1, u('c', k) FROM generate_series(1, 8) n, generate_series(1, 4) k;
INSERT INTO work_packages SELECT u('w', n * 10 + k), u('p', n), u('c', k), u('c', k) FROM generate_series(1, 8) n, generate_series(1, 3) k;
-- Somebody of another company writes a third of the reports.
INSERT INTO reports SELECT u('r', n * 10 + k), u('w', n * 10 + k), u('e', CASE WHEN k = 3 THEN 1 ELSE k + 3 END), u('c', k) FROM generate_series(1, 8) n, generate_series(1, 3) k;
INSERT INTO sites SELECT u('s', n), u('c', n % 4 + 1), u('c', n % 4 + 1) FROM generate_series(1, 8) n;
INSERT INTO visits SELECT u('v', n), u('s', n % 8 + 1), u('e', n % 12 + 1), u('h', n % 12 + 1), u('c', (n % 8 + 1) % 4 + 1) FROM generate_series(1, 24) n;
-- A machine is its renter's where there is one; it stands on another company's site.
INSERT INTO machines SELECT u('m', n), u('s', n % 8 + 1), CASE WHEN n % 3 = 0 THEN u('c', (n + 2) % 4 + 1) END, CASE WHEN n % 3 = 0 THEN u('c', (n + 2) % 4 + 1) ELSE u('c', (n % 8 + 1) % 4 + 1) END FROM generate_series(1, 24) n;
INSERT INTO machine_hours SELECT u('mh', n), u('m', n % 24 + 1), (SELECT truth FROM machines WHERE id = u('m', n % 24 + 1)) FROM generate_series(1, 48) n;
-- A contract is kept by the one who is called counterparty.
INSERT INTO contracts SELECT u('k', n), u('c', n % 4 + 1), u('c', (n + 1) % 4 + 1), u('c', (n + 1) % 4 + 1) FROM generate_series(1, 12) n;
INSERT INTO contract_clauses SELECT u('kc', n), u('k', n % 12 + 1), (SELECT truth FROM contracts WHERE id = u('k', n % 12 + 1)) FROM generate_series(1, 36) n;
INSERT INTO invoices SELECT u('i', n), u('k', n), u('p', n % 8 + 1), (SELECT truth FROM contracts WHERE id = u('k', n)) FROM generate_series(1, 12) n;
INSERT INTO insurance_policies SELECT u('ip', n), u('c', n), u('c', n) FROM generate_series(1, 4) n;
INSERT INTO claims SELECT u('cl', n), u('ip', n % 4 + 1), u('c', n % 4 + 1), u('c', n % 4 + 1) FROM generate_series(1, 8) n;
INSERT INTO timesheets SELECT u('t', n), u('h', n % 12 + 1), NULL, u('c', CASE WHEN n % 12 < 4 AND n > 12 THEN (n % 12 + 2) % 4 + 1 ELSE (n % 12 + 1) % 4 + 1 END) FROM generate_series(1, 36) n;
-- A training is the attendee's company's; the trainer comes from anywhere.
INSERT INTO trainings SELECT u('tr', n), u('e', n % 12 + 1), u('e', (n + 5) % 12 + 1), (SELECT truth FROM employments WHERE id = u('e', n % 12 + 1)) FROM generate_series(1, 18) n;
-- A bid is the bidder's, not the project's.
INSERT INTO bids SELECT u('b', n), u('p', n % 8 + 1), u('c', (n + 2) % 4 + 1), u('c', (n + 2) % 4 + 1) FROM generate_series(1, 16) n;
INSERT INTO bid_lines SELECT u('bl', n), u('b', n % 16 + 1), (SELECT truth FROM bids WHERE id = u('b', n % 16 + 1)) FROM generate_series(1, 48) n;
INSERT INTO approvals SELECT u('a', n), CASE WHEN n % 2 = 0 THEN u('r', (n % 8 + 1) * 10 + 1) END, CASE WHEN n % 2 = 1 THEN u('b', n % 16 + 1) END, u('e', n % 12 + 1),
  CASE WHEN n % 2 = 0 THEN u('c', 1) ELSE (SELECT truth FROM bids WHERE id = u('b', n % 16 + 1)) END FROM generate_series(1, 24) n;
-- An outing is of the rental, wherever it goes; a posting is of the account, whoever pays.
INSERT INTO rentals SELECT u('re', n), u('s', n), u('c', n % 4 + 1) FROM generate_series(1, 8) n;
INSERT INTO outings SELECT u('ou', n), u('re', n % 8 + 1), u('s', (n + n % 3) % 8 + 1), u('c', (n % 8 + 1) % 4 + 1) FROM generate_series(1, 24) n;
INSERT INTO accounts SELECT u('ac', n), u('c', n % 4 + 1), u('c', n % 4 + 1) FROM generate_series(1, 8) n;
INSERT INTO payments SELECT u('pa', n), u('ac', n % 8 + 1), u('c', (n % 8 + 1) % 4 + 1) FROM generate_series(1, 16) n;
INSERT INTO postings SELECT u('po', n), u('pa', n), u('ac', n % 8 + 1), u('c', (n % 8 + 1) % 4 + 1) FROM generate_series(1, 16) n;
INSERT INTO postings SELECT u('po', n + 16), u('pa', n), u('ac', (n + 1) % 8 + 1), u('c', ((n + 1) % 8 + 1) % 4 + 1) FROM generate_series(1, 16) n;
-- A stay is of the company that works there, if one does.
INSERT INTO stays SELECT u('st', n), u('s', n), CASE WHEN n % 2 = 0 THEN u('w', n * 10 + 1) END, CASE WHEN n % 2 = 0 THEN u('c', 1) ELSE u('c', n % 4 + 1) END FROM generate_series(1, 8) n;
DROP FUNCTION u;
