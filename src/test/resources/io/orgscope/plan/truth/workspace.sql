-- organizations workspaces.id workspace_id
-- Levels under the tenant, people in several of them, rows that may hang on one or the other, a circle.
CREATE TABLE workspaces (id uuid PRIMARY KEY, slug text UNIQUE, truth uuid);
CREATE TABLE users (id uuid PRIMARY KEY, email text, encrypted_password text, current_workspace_id uuid REFERENCES workspaces, truth uuid);
CREATE TABLE workspace_users (workspace_id uuid NOT NULL REFERENCES workspaces, user_id uuid NOT NULL REFERENCES users, truth uuid, PRIMARY KEY (workspace_id, user_id));
CREATE TABLE teams (id uuid PRIMARY KEY, workspace_id uuid NOT NULL REFERENCES workspaces, owner_id uuid REFERENCES users, truth uuid);
CREATE TABLE team_members (team_id uuid NOT NULL REFERENCES teams, user_id uuid NOT NULL REFERENCES users, truth uuid, PRIMARY KEY (team_id, user_id));
CREATE TABLE projects (id uuid PRIMARY KEY, team_id uuid NOT NULL REFERENCES teams, lead_id uuid REFERENCES users, truth uuid);
CREATE TABLE docs (id uuid PRIMARY KEY, project_id uuid REFERENCES projects, team_id uuid REFERENCES teams, author_id uuid NOT NULL REFERENCES users, truth uuid);
CREATE TABLE doc_versions (id serial PRIMARY KEY, doc_id uuid NOT NULL REFERENCES docs ON DELETE CASCADE, editor_id uuid NOT NULL REFERENCES users, truth uuid);
CREATE TABLE project_milestones (id serial PRIMARY KEY, project_id uuid NOT NULL REFERENCES projects, team_id uuid NOT NULL REFERENCES teams, truth uuid);
CREATE TABLE project_shares (project_id uuid NOT NULL REFERENCES projects, workspace_id uuid NOT NULL REFERENCES workspaces, truth uuid, PRIMARY KEY (project_id, workspace_id));
CREATE TABLE shared_links (id serial PRIMARY KEY, shared_with_team_id uuid NOT NULL REFERENCES teams, truth uuid);
CREATE TABLE devices (id serial PRIMARY KEY, user_id uuid NOT NULL REFERENCES users, truth uuid);
CREATE TABLE drafts (id serial PRIMARY KEY, owner_id uuid NOT NULL REFERENCES users, truth uuid);
CREATE FUNCTION k(n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS 'SELECT (''00000000-0000-4000-8000-'' || lpad(to_hex(n), 12, ''0''))::uuid';
INSERT INTO workspaces SELECT k(n), 'w' || n FROM generate_series(1, 3) n;
INSERT INTO users SELECT k(n), 'u' || n, 'x', k(n % 3 + 1) FROM generate_series(1, 12) n;
INSERT INTO workspace_users SELECT k(n % 3 + 1), k(n), k(n % 3 + 1) FROM generate_series(1, 12) n;
INSERT INTO workspace_users SELECT k((n + 1) % 3 + 1), k(n), k((n + 1) % 3 + 1) FROM generate_series(7, 12) n;
INSERT INTO teams SELECT k(n), k(n % 3 + 1), k(n), k(n % 3 + 1) FROM generate_series(1, 9) n;
INSERT INTO team_members SELECT k(n % 9 + 1), k(n % 12 + 1), k((n % 9 + 1) % 3 + 1) FROM generate_series(1, 36) n;
INSERT INTO projects SELECT k(n), k(n % 9 + 1), k(n % 12 + 1), k((n % 9 + 1) % 3 + 1) FROM generate_series(1, 18) n;
INSERT INTO docs SELECT k(n), CASE WHEN n % 3 = 0 THEN k(n % 18 + 1) END, CASE WHEN n % 3 = 1 THEN k(n % 9 + 1) END, k(n % 12 + 1),
  CASE WHEN n % 3 = 0 THEN k(((n % 18 + 1) % 9 + 1) % 3 + 1) WHEN n % 3 = 1 THEN k((n % 9 + 1) % 3 + 1) ELSE k((n + 1) % 3 + 1) END FROM generate_series(1, 60) n;
INSERT INTO doc_versions SELECT n, d.id, k(n % 12 + 1), d.truth FROM (SELECT row_number() OVER (ORDER BY id) AS n, id, truth FROM docs) d;
INSERT INTO project_milestones SELECT n, k(n % 18 + 1), k((n % 18 + 1) % 9 + 1), k(((n % 18 + 1) % 9 + 1) % 3 + 1) FROM generate_series(1, 36) n;
INSERT INTO project_shares SELECT k(n), k((n + 1) % 3 + 1), k((n + 1) % 3 + 1) FROM generate_series(1, 18) n;
INSERT INTO shared_links SELECT n, k(n % 9 + 1), k(n % 3 + 1) FROM generate_series(1, 27) n;
INSERT INTO devices SELECT n, k(n % 12 + 1) FROM generate_series(1, 24) n;
INSERT INTO drafts SELECT n, k(n % 12 + 1), k((n % 12 + 1 + CASE WHEN n > 24 THEN 1 ELSE 0 END) % 3 + 1) FROM generate_series(1, 36) n;
UPDATE drafts SET truth = k((n % 12 + 1) % 3 + 1) FROM (SELECT id AS i, id AS n FROM drafts) d WHERE d.i = id AND n % 12 + 1 < 7;
