-- organizations orgs.login org_login
-- Code hosting with builds, the key is the login: forks, transfers, runners that are shared, packages by namespace, spending paid by the enterprise; personal repositories are of no organization.
CREATE TABLE orgs (login text PRIMARY KEY, display_name text, enterprise_login text REFERENCES orgs ON UPDATE CASCADE, truth text);
CREATE TABLE users (id bigserial PRIMARY KEY, handle text UNIQUE NOT NULL, avatar_url text, truth text);
CREATE TABLE org_members (org_login text NOT NULL REFERENCES orgs ON UPDATE CASCADE, user_id bigint NOT NULL REFERENCES users, role text, truth text, PRIMARY KEY (user_id, org_login));
CREATE TABLE org_invites (id bigserial PRIMARY KEY, org_login text NOT NULL REFERENCES orgs ON UPDATE CASCADE, email text, invited_by bigint REFERENCES users, truth text);
CREATE TABLE teams (id bigserial PRIMARY KEY, org_login text NOT NULL REFERENCES orgs ON UPDATE CASCADE, parent_team_id bigint REFERENCES teams, slug text, truth text);
CREATE TABLE team_members (team_id bigint NOT NULL REFERENCES teams, user_id bigint NOT NULL REFERENCES users, truth text, PRIMARY KEY (user_id, team_id));
CREATE TABLE repos (id bigserial PRIMARY KEY, org_login text REFERENCES orgs ON UPDATE CASCADE, user_id bigint REFERENCES users, fork_of_id bigint REFERENCES repos, name text, archived_at timestamp, truth text);
CREATE TABLE repo_transfers (id bigserial PRIMARY KEY, repo_id bigint NOT NULL REFERENCES repos, from_login text REFERENCES orgs, at timestamp, truth text);
CREATE TABLE team_repos (team_id bigint NOT NULL REFERENCES teams, repo_id bigint NOT NULL REFERENCES repos, permission text, truth text, PRIMARY KEY (team_id, repo_id));
CREATE TABLE commits (sha text PRIMARY KEY, author_id bigint REFERENCES users, first_repo_id bigint REFERENCES repos, truth text);
CREATE TABLE branches (repo_id bigint NOT NULL REFERENCES repos, name text NOT NULL, head_sha text NOT NULL REFERENCES commits, truth text, PRIMARY KEY (repo_id, name));
CREATE TABLE issues (id bigserial PRIMARY KEY, repo_id bigint NOT NULL REFERENCES repos, moved_from_repo_id bigint REFERENCES repos, author_id bigint REFERENCES users, assignee_ids bigint[], truth text);
CREATE TABLE pull_requests (id bigserial PRIMARY KEY, head_repo_id bigint REFERENCES repos, base_repo_id bigint NOT NULL REFERENCES repos, author_id bigint REFERENCES users, truth text);
CREATE TABLE reviews (id bigserial PRIMARY KEY, pull_request_id bigint NOT NULL REFERENCES pull_requests, reviewer_id bigint REFERENCES users, requested_team_id bigint REFERENCES teams, truth text);
CREATE TABLE comments (id bigserial PRIMARY KEY, issue_id bigint REFERENCES issues, review_id bigint REFERENCES reviews, author_id bigint REFERENCES users, truth text);
CREATE TABLE runners (id bigserial PRIMARY KEY, org_login text REFERENCES orgs ON UPDATE CASCADE, labels text[], truth text);
CREATE TABLE workflow_runs (id bigserial PRIMARY KEY, repo_id bigint NOT NULL REFERENCES repos, head_sha text REFERENCES commits, triggered_by bigint REFERENCES users, truth text);
CREATE TABLE jobs (id bigserial PRIMARY KEY, runner_id bigint REFERENCES runners, workflow_run_id bigint NOT NULL REFERENCES workflow_runs, truth text);
CREATE TABLE usage_lines (id bigserial PRIMARY KEY, job_id bigint NOT NULL REFERENCES jobs, org_login text REFERENCES orgs, minutes int, truth text);
CREATE TABLE secrets (id bigserial PRIMARY KEY, org_login text REFERENCES orgs, repo_id bigint REFERENCES repos, name text, truth text);
CREATE TABLE packages (namespace text NOT NULL, name text NOT NULL, source_repo_id bigint REFERENCES repos, truth text, PRIMARY KEY (namespace, name));
CREATE TABLE package_versions (namespace text NOT NULL, name text NOT NULL, version text NOT NULL, published_by bigint REFERENCES users, truth text, PRIMARY KEY (namespace, name, version), FOREIGN KEY (namespace, name) REFERENCES packages);
CREATE TABLE installs (id bigserial PRIMARY KEY, app_id bigint NOT NULL, org_login text NOT NULL REFERENCES orgs, truth text);
CREATE TABLE apps (id bigserial PRIMARY KEY, org_login text REFERENCES orgs, slug text, public boolean, truth text);
ALTER TABLE installs ADD FOREIGN KEY (app_id) REFERENCES apps;
CREATE TABLE app_hook_deliveries (id bigserial PRIMARY KEY, install_id bigint NOT NULL REFERENCES installs, status int, truth text);
CREATE TABLE audit_events (id bigserial PRIMARY KEY, actor text, action text, target_type text NOT NULL, target_id text NOT NULL, truth text);
INSERT INTO orgs SELECT (ARRAY['acme', 'blue-sky', 'corelib', 'duck', 'evergreen'])[n], 'Org', CASE WHEN n IN (2, 3) THEN 'acme' END FROM generate_series(1, 5) n;
INSERT INTO users SELECT n, 'dev' || n, 'https://a/' || n FROM generate_series(1, 50) n;
INSERT INTO org_members SELECT o.login, u.n, 'member', o.login FROM (SELECT n, n AS k FROM generate_series(1, 40) n UNION ALL SELECT n, n + 500 FROM generate_series(1, 16) n) u JOIN (SELECT login, row_number() OVER (ORDER BY login) AS r FROM orgs) o ON o.r = (abs(hashint4((u.k+7)::int) % 5) + 1) ON CONFLICT DO NOTHING;
INSERT INTO org_invites SELECT n, m.org_login, 'i' || n, m.user_id, m.truth FROM generate_series(1, 30) n JOIN LATERAL (SELECT * FROM org_members m ORDER BY md5(m.user_id || m.org_login || n) LIMIT 1) m ON true;
INSERT INTO teams SELECT n, o.login, CASE WHEN n > 10 THEN (n - 1) % 10 + 1 END, 'team-' || n, o.login FROM generate_series(1, 25) n JOIN (SELECT login, row_number() OVER (ORDER BY login) AS r FROM orgs) o ON o.r = (n - 1) % 5 + 1;
INSERT INTO team_members SELECT t.id, m.user_id, t.truth FROM teams t JOIN LATERAL (SELECT user_id FROM org_members m WHERE m.truth = t.truth ORDER BY md5(m.user_id || '-' || t.id) LIMIT 3) m ON true;
-- Without an organization it is a personal repository.
INSERT INTO repos SELECT n, o.login, CASE WHEN n % 6 = 0 THEN (abs(hashint4((n+10)::int) % 50) + 1) END, CASE WHEN n > 25 AND n % 4 = 0 THEN n - 23 END, 'repo-' || n, CASE WHEN n % 13 = 0 THEN now() END, o.login FROM generate_series(1, 60) n LEFT JOIN (SELECT login, row_number() OVER (ORDER BY login) AS r FROM orgs) o ON o.r = (abs(hashint4((n+20)::int) % 5) + 1) AND n % 6 > 0;
INSERT INTO repo_transfers SELECT r.id, r.id, (SELECT login FROM orgs o WHERE o.login <> r.truth ORDER BY md5(o.login || r.id) LIMIT 1), now(), r.truth FROM repos r WHERE r.id % 3 = 0 AND r.truth IS NOT NULL UNION ALL SELECT r.id, r.id, NULL, now(), r.truth FROM repos r WHERE r.id % 3 = 1;
INSERT INTO team_repos SELECT t.id, r.id, 'push', t.truth FROM teams t JOIN LATERAL (SELECT id FROM repos r WHERE r.truth = t.truth ORDER BY md5(r.id || '-' || t.id) LIMIT 2) r ON true;
-- A commit is in all forks, so it is of no organization, wherever it was pushed first.
INSERT INTO commits SELECT md5('c' || n), CASE WHEN n % 5 > 0 THEN (abs(hashint4((n+30)::int) % 50) + 1) END, (abs(hashint4((n+31)::int) % 60) + 1) FROM generate_series(1, 80) n;
INSERT INTO branches SELECT r.id, b, md5('c' || (abs(hashint4((r.id+40)::int) % 80) + 1)), r.truth FROM repos r, unnest(ARRAY['main', 'dev']) b WHERE b = 'main' OR r.id % 3 = 0;
-- A moved issue is of the repository where it is now.
INSERT INTO issues SELECT n, r.id, CASE WHEN n % 9 = 0 THEN (abs(hashint4((n+50)::int) % 60) + 1) END, (abs(hashint4((n+51)::int) % 50) + 1), ARRAY[(abs(hashint4((n+52)::int) % 50) + 1)]::bigint[], r.truth FROM generate_series(1, 80) n JOIN repos r ON r.id = (abs(hashint4((n+53)::int) % 60) + 1);
-- A pull request is of the base. The head is mostly the same repository, else a fork that may have been deleted.
INSERT INTO pull_requests SELECT n, CASE n % 5 WHEN 0 THEN (abs(hashint4((n+60)::int) % 60) + 1) WHEN 1 THEN NULL ELSE r.id END, r.id, (abs(hashint4((n+61)::int) % 50) + 1), r.truth FROM generate_series(1, 60) n JOIN repos r ON r.id = (abs(hashint4((n+62)::int) % 60) + 1);
INSERT INTO reviews SELECT n, p.id, (abs(hashint4((n+70)::int) % 50) + 1), CASE WHEN n % 2 = 0 THEN (SELECT id FROM teams t WHERE t.truth = p.truth ORDER BY md5(t.id || '-' || n) LIMIT 1) END, p.truth FROM generate_series(1, 70) n JOIN pull_requests p ON p.id = (abs(hashint4((n+71)::int) % 60) + 1);
INSERT INTO comments SELECT n, i.id, NULL, (abs(hashint4((n+80)::int) % 50) + 1), i.truth FROM generate_series(1, 50) n JOIN issues i ON i.id = (abs(hashint4((n+81)::int) % 80) + 1);
INSERT INTO comments SELECT n + 50, NULL, v.id, (abs(hashint4((n+80)::int) % 50) + 1), v.truth FROM generate_series(1, 45) n JOIN reviews v ON v.id = (abs(hashint4((n+82)::int) % 70) + 1);
INSERT INTO runners SELECT n, o.login, ARRAY['linux'], o.login FROM generate_series(1, 24) n LEFT JOIN (SELECT login, row_number() OVER (ORDER BY login) AS r FROM orgs) o ON o.r = (abs(hashint4((n+90)::int) % 5) + 1) AND n % 3 > 0;
INSERT INTO workflow_runs SELECT n, r.id, md5('c' || (abs(hashint4((n+100)::int) % 80) + 1)), (abs(hashint4((n+101)::int) % 50) + 1), r.truth FROM generate_series(1, 80) n JOIN repos r ON r.id = (abs(hashint4((n+102)::int) % 60) + 1);
-- A job is of its run. It waits, runs on a hosted runner or on one of the organization, in an enterprise also on one of the sister's.
INSERT INTO jobs SELECT n, x.id, w.id, w.truth FROM generate_series(1, 100) n JOIN workflow_runs w ON w.id = (n - 1) % 80 + 1 LEFT JOIN LATERAL (SELECT id FROM runners r WHERE n % 7 > 0 AND (r.truth IS NULL AND n % 4 = 0 OR r.truth = w.truth AND n % 4 > 0 OR r.truth = 'acme' AND w.truth IN ('blue-sky', 'corelib') AND n % 5 = 0) ORDER BY md5(r.id || '-' || n) LIMIT 1) x ON true;
-- org_login is who pays, that is the enterprise if there is one. The line is the usage of the organization whose job it was.
INSERT INTO usage_lines SELECT j.id, j.id, coalesce(o.enterprise_login, o.login), 12, j.truth FROM jobs j LEFT JOIN orgs o ON o.login = j.truth WHERE j.id % 6 > 0;
-- Either of an organization or of one repository.
INSERT INTO secrets SELECT n, CASE WHEN n % 3 = 0 THEN r.truth END, CASE WHEN n % 3 > 0 THEN r.id END, 'S' || n, r.truth FROM generate_series(1, 45) n JOIN repos r ON r.id = (abs(hashint4((n+110)::int) % 60) + 1) WHERE n % 3 > 0 OR r.truth IS NOT NULL;
-- The namespace is the login of the organization that owns the package, the source may be a repository elsewhere.
INSERT INTO packages SELECT o.login, 'pkg' || n, (SELECT id FROM repos r WHERE n % 5 = 0 OR r.truth = o.login ORDER BY md5(r.id || '-' || n) LIMIT 1), o.login FROM generate_series(1, 30) n JOIN (SELECT login, row_number() OVER (ORDER BY login) AS r FROM orgs) o ON o.r = (abs(hashint4((n+120)::int) % 5) + 1);
INSERT INTO package_versions SELECT namespace, name, '1.' || k, (abs(hashint4((length(name)+k)::int) % 50) + 1), truth FROM packages, generate_series(0, 1) k;
INSERT INTO apps SELECT n, o.login, 'app-' || n, n % 2 = 0, o.login FROM generate_series(1, 20) n LEFT JOIN (SELECT login, row_number() OVER (ORDER BY login) AS r FROM orgs) o ON o.r = (abs(hashint4((n+130)::int) % 5) + 1) AND n % 5 > 0;
-- An install is of the organization that installs, the app is a vendor's.
INSERT INTO installs SELECT n, (abs(hashint4((n+140)::int) % 20) + 1), o.login, o.login FROM generate_series(1, 40) n JOIN (SELECT login, row_number() OVER (ORDER BY login) AS r FROM orgs) o ON o.r = (abs(hashint4((n+141)::int) % 5) + 1);
-- Deliveries are the log of the vendor of the app.
INSERT INTO app_hook_deliveries SELECT n, i.id, 200, a.truth FROM generate_series(1, 60) n JOIN installs i ON i.id = (abs(hashint4((n+150)::int) % 40) + 1) JOIN apps a ON a.id = i.app_id;
INSERT INTO audit_events SELECT n, 'dev' || (abs(hashint4((n+160)::int) % 50) + 1), 'edit', 'repo', r.id::text, r.truth FROM generate_series(1, 30) n JOIN repos r ON r.id = (abs(hashint4((n+161)::int) % 60) + 1);
INSERT INTO audit_events SELECT n + 30, 'dev' || (abs(hashint4((n+160)::int) % 50) + 1), 'add', 'team', t.id::text, t.truth FROM generate_series(1, 25) n JOIN teams t ON t.id = (abs(hashint4((n+162)::int) % 25) + 1);
INSERT INTO audit_events SELECT n + 55, 'dev' || (abs(hashint4((n+160)::int) % 50) + 1), 'login', 'user', ((abs(hashint4((n+160)::int) % 50) + 1))::text, NULL FROM generate_series(1, 15) n;
