-- organizations organizations.id
-- Customers are called accounts; people have roles in organizations, three to a key, and teams; activities hang on anything; partners share deals.
CREATE TABLE organizations (id bigserial PRIMARY KEY, name text, subdomain text UNIQUE, truth bigint);
CREATE TABLE users (id bigserial PRIMARY KEY, email text UNIQUE, encrypted_password text, current_organization_id bigint REFERENCES organizations,
  headshot_id bigint, truth bigint);
CREATE TABLE roles (id bigserial PRIMARY KEY, name text, truth bigint);
CREATE TABLE user_roles (id bigserial PRIMARY KEY, user_id bigint NOT NULL REFERENCES users, role_id bigint NOT NULL REFERENCES roles,
  organization_id bigint NOT NULL REFERENCES organizations, truth bigint, UNIQUE (user_id, role_id, organization_id));
CREATE TABLE uploads (id bigserial PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations, uploaded_by_id bigint REFERENCES users, truth bigint);
ALTER TABLE users ADD FOREIGN KEY (headshot_id) REFERENCES uploads;
CREATE TABLE teams (id bigserial PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations, lead_id bigint REFERENCES users, truth bigint);
CREATE TABLE team_members (team_id bigint REFERENCES teams, user_id bigint REFERENCES users, truth bigint, PRIMARY KEY (team_id, user_id));
CREATE TABLE industries (id bigserial PRIMARY KEY, name text, truth bigint);
CREATE TABLE accounts (id bigserial PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations, owner_id bigint REFERENCES users,
  industry_id bigint REFERENCES industries, parent_account_id bigint REFERENCES accounts, truth bigint);
CREATE TABLE contacts (id bigserial PRIMARY KEY, account_id bigint REFERENCES accounts, organization_id bigint NOT NULL REFERENCES organizations, truth bigint);
CREATE TABLE pipelines (id bigserial PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations, truth bigint);
CREATE TABLE pipeline_stages (id bigserial PRIMARY KEY, pipeline_id bigint NOT NULL REFERENCES pipelines, truth bigint);
CREATE TABLE deals (id bigserial PRIMARY KEY, account_id bigint NOT NULL REFERENCES accounts, stage_id bigint NOT NULL REFERENCES pipeline_stages,
  owner_id bigint NOT NULL REFERENCES users, truth bigint);
CREATE TABLE deal_contacts (deal_id bigint REFERENCES deals ON DELETE CASCADE, contact_id bigint REFERENCES contacts, truth bigint, PRIMARY KEY (deal_id, contact_id));
CREATE TABLE deal_partners (id bigserial PRIMARY KEY, deal_id bigint NOT NULL REFERENCES deals, partner_organization_id bigint NOT NULL REFERENCES organizations, truth bigint);
CREATE TABLE activities (id bigserial PRIMARY KEY, subject_type text NOT NULL CHECK (subject_type IN ('Deal', 'Account', 'Contact')), subject_id bigint NOT NULL,
  performed_by bigint REFERENCES users, truth bigint);
CREATE TABLE dashboards (id bigserial PRIMARY KEY, user_id bigint NOT NULL REFERENCES users, team_id bigint REFERENCES teams, truth bigint);
CREATE TABLE saved_views (id bigserial PRIMARY KEY, user_id bigint NOT NULL REFERENCES users, truth bigint);
CREATE TABLE user_profiles (id bigserial PRIMARY KEY, user_id bigint NOT NULL UNIQUE REFERENCES users, picture_upload_id bigint NOT NULL REFERENCES uploads, truth bigint);
CREATE TABLE referrals (id bigserial PRIMARY KEY, referrer_id bigint NOT NULL REFERENCES accounts, contact_id bigint REFERENCES contacts, truth bigint);
CREATE TABLE imports (id bigserial PRIMARY KEY, upload_id bigint NOT NULL REFERENCES uploads, started_by bigint NOT NULL REFERENCES users, truth bigint);
INSERT INTO organizations SELECT n, 'o', 'o' || n FROM generate_series(1, 4) n;
INSERT INTO users SELECT n, 'u' || n, 'x', (n + 1) % 4 + 1, NULL FROM generate_series(1, 16) n;
INSERT INTO roles SELECT n, 'r' FROM generate_series(1, 3) n;
INSERT INTO user_roles (user_id, role_id, organization_id, truth) SELECT n, n % 3 + 1, n % 4 + 1, n % 4 + 1 FROM generate_series(1, 16) n;
INSERT INTO user_roles (user_id, role_id, organization_id, truth) SELECT n, 1, (n + 1) % 4 + 1, (n + 1) % 4 + 1 FROM generate_series(11, 16) n;
INSERT INTO uploads SELECT n, n % 4 + 1, (n * 3) % 16 + 1, n % 4 + 1 FROM generate_series(1, 40) n;
UPDATE users SET headshot_id = id;
INSERT INTO teams SELECT n, n % 4 + 1, n, n % 4 + 1 FROM generate_series(1, 8) n;
INSERT INTO team_members SELECT n % 8 + 1, n, (n % 8 + 1) % 4 + 1 FROM generate_series(1, 16) n;
INSERT INTO industries SELECT n, 'i' FROM generate_series(1, 5) n;
INSERT INTO accounts SELECT n, n % 4 + 1, (n * 7) % 16 + 1, n % 5 + 1, CASE WHEN n > 8 THEN n - 4 END, n % 4 + 1 FROM generate_series(1, 24) n;
INSERT INTO contacts SELECT n, CASE WHEN n % 5 > 0 THEN n % 24 + 1 END, (n % 24 + 1) % 4 + 1, (n % 24 + 1) % 4 + 1 FROM generate_series(1, 60) n;
INSERT INTO pipelines SELECT n, n % 4 + 1, n % 4 + 1 FROM generate_series(1, 4) n;
INSERT INTO pipeline_stages SELECT n, n % 4 + 1, (n % 4 + 1) % 4 + 1 FROM generate_series(1, 16) n;
-- A stage of the account's own organization.
INSERT INTO deals SELECT n, n % 24 + 1, n % 4 + 1 + CASE WHEN n % 4 = 3 THEN 0 ELSE 0 END, (n * 5) % 16 + 1, (n % 24 + 1) % 4 + 1 FROM generate_series(1, 48) n;
UPDATE deals d SET stage_id = (SELECT min(s.id) FROM pipeline_stages s JOIN pipelines p ON p.id = s.pipeline_id WHERE p.organization_id = d.truth);
INSERT INTO deal_contacts SELECT d.id, (SELECT min(c.id) FROM contacts c WHERE c.organization_id = d.truth), d.truth FROM deals d;
INSERT INTO deal_partners (deal_id, partner_organization_id, truth) SELECT id, truth % 4 + 1, truth FROM deals WHERE id % 2 = 0;
INSERT INTO activities (subject_type, subject_id, performed_by, truth) SELECT 'Deal', id, id % 16 + 1, truth FROM deals;
INSERT INTO activities (subject_type, subject_id, performed_by, truth) SELECT 'Contact', id, id % 16 + 1, truth FROM contacts WHERE id < 30;
INSERT INTO activities (subject_type, subject_id, performed_by, truth) SELECT 'Account', id, id % 16 + 1, truth FROM accounts;
INSERT INTO dashboards SELECT n, n % 16 + 1, CASE WHEN n % 2 = 0 THEN n % 8 + 1 END, CASE WHEN n % 2 = 0 THEN (n % 8 + 1) % 4 + 1 ELSE (n % 16 + 2) % 4 + 1 END FROM generate_series(1, 32) n;
INSERT INTO saved_views SELECT n, n % 16 + 1, (n % 16 + 1 + CASE WHEN n > 32 AND n % 16 + 1 > 10 THEN 1 ELSE 0 END) % 4 + 1 FROM generate_series(1, 64) n;
INSERT INTO user_profiles SELECT n, n, n + 16 FROM generate_series(1, 16) n;
-- One organization's customer recommends the product to another's; the record is the one's who runs the programme: the contact's.
INSERT INTO referrals SELECT n, n % 24 + 1, n, (SELECT organization_id FROM contacts WHERE id = n) FROM generate_series(1, 20) n;
INSERT INTO imports SELECT n, n, (n * 5) % 16 + 1, n % 4 + 1 FROM generate_series(1, 20) n;
