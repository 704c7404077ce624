-- organizations organizations.id
-- People with memberships, of whom some work for two agencies; their pictures are files of one of them. Uuid keys.
CREATE TABLE organizations (id uuid PRIMARY KEY, slug text NOT NULL UNIQUE, truth uuid);
CREATE TABLE file_assets (id uuid PRIMARY KEY, organization_id uuid NOT NULL REFERENCES organizations, truth uuid);
CREATE TABLE users (id uuid PRIMARY KEY, email text NOT NULL UNIQUE, password_hash text, avatar_asset_id uuid REFERENCES file_assets, truth uuid);
CREATE TABLE memberships (id serial PRIMARY KEY, user_id uuid NOT NULL REFERENCES users, organization_id uuid NOT NULL REFERENCES organizations,
  truth uuid, UNIQUE (user_id, organization_id));
CREATE TABLE projects (id uuid PRIMARY KEY, organization_id uuid NOT NULL REFERENCES organizations, created_by_user_id uuid REFERENCES users, truth uuid);
CREATE TABLE tasks (id serial PRIMARY KEY, project_id uuid NOT NULL REFERENCES projects ON DELETE CASCADE, assignee_id uuid REFERENCES users, truth uuid);
CREATE TABLE time_entries (id serial PRIMARY KEY, user_id uuid NOT NULL REFERENCES users, project_id uuid REFERENCES projects, truth uuid);
CREATE TABLE notes (id serial PRIMARY KEY, user_id uuid NOT NULL REFERENCES users, truth uuid);
CREATE TABLE workflow_runs (id serial PRIMARY KEY, triggered_by_user_id uuid NOT NULL REFERENCES users, truth uuid);
CREATE TABLE workflow_steps (id serial PRIMARY KEY, workflow_run_id int NOT NULL REFERENCES workflow_runs, truth uuid);
CREATE TABLE password_resets (id serial PRIMARY KEY, user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE, token text UNIQUE, truth uuid);
CREATE FUNCTION k(n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS 'SELECT (''00000000-0000-4000-8000-'' || lpad(to_hex(n), 12, ''0''))::uuid';
INSERT INTO organizations SELECT k(n), 'agency-' || n FROM generate_series(1, 3) n;
INSERT INTO file_assets SELECT k(n), k(n % 3 + 1), k(n % 3 + 1) FROM generate_series(1, 30) n;
INSERT INTO users SELECT k(n), 'u' || n, 'x', k(n) FROM generate_series(1, 12) n;
INSERT INTO memberships (user_id, organization_id, truth) SELECT k(n), k(n % 3 + 1), k(n % 3 + 1) FROM generate_series(1, 12) n;
INSERT INTO memberships (user_id, organization_id, truth) SELECT k(n), k((n + 1) % 3 + 1), k((n + 1) % 3 + 1) FROM generate_series(9, 12) n;
INSERT INTO projects SELECT k(n), k(n % 3 + 1), k(n), k(n % 3 + 1) FROM generate_series(1, 12) n;
INSERT INTO tasks (project_id, assignee_id, truth) SELECT k(n % 12 + 1), k((n * 5) % 12 + 1), k((n % 12 + 1) % 3 + 1) FROM generate_series(1, 60) n;
-- A row without a project is of the organization for which its person worked: half of those who have two worked for the second.
INSERT INTO time_entries (user_id, project_id, truth) SELECT k(n % 12 + 1), CASE WHEN n % 2 = 0 THEN k(n % 12 + 1) END,
  k((n % 12 + 1 + CASE WHEN n % 2 = 1 AND n % 12 + 1 > 8 THEN 1 ELSE 0 END) % 3 + 1) FROM generate_series(0, 99) n;
INSERT INTO notes (user_id, truth) SELECT k(n % 12 + 1), k((n % 12 + 1 + CASE WHEN n % 12 + 1 > 8 AND n % 24 > 11 THEN 1 ELSE 0 END) % 3 + 1)
  FROM generate_series(0, 99) n;
-- Somebody of the first agency runs the others' workflows too.
INSERT INTO workflow_runs (triggered_by_user_id, truth) SELECT k(CASE WHEN n % 4 = 0 THEN 3 ELSE n % 12 + 1 END), k((n % 12 + 1) % 3 + 1)
  FROM generate_series(0, 99) n;
INSERT INTO workflow_steps (workflow_run_id, truth) SELECT id, truth FROM workflow_runs;
INSERT INTO password_resets (user_id, token) SELECT k(n), 't' || n FROM generate_series(1, 12) n;
