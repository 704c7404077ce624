-- organizations organizations.id
-- Everybody belongs to one organization, by membership and by default: the catalog cannot know, the rows do.
CREATE TABLE organizations (id int PRIMARY KEY, slug text UNIQUE, truth int);
CREATE TABLE users (id int PRIMARY KEY, email text UNIQUE, default_organization_id int REFERENCES organizations, truth int);
CREATE TABLE user_organization_roles (id serial PRIMARY KEY, user_id int NOT NULL REFERENCES users, organization_id int NOT NULL REFERENCES organizations, truth int,
  UNIQUE (user_id, organization_id));
CREATE TABLE social_platform_connections (id serial PRIMARY KEY, user_id int NOT NULL REFERENCES users, platform text, truth int, UNIQUE (user_id, platform));
CREATE TABLE content_items (id serial PRIMARY KEY, user_id int NOT NULL REFERENCES users, truth int);
CREATE TABLE social_posts (id serial PRIMARY KEY, connection_id int NOT NULL REFERENCES social_platform_connections, content_item_id int REFERENCES content_items,
  user_id int NOT NULL REFERENCES users, truth int);
CREATE TABLE approvals (id serial PRIMARY KEY, approved_by int NOT NULL REFERENCES users, truth int);
CREATE TABLE refresh_tokens (id serial PRIMARY KEY, user_id int NOT NULL REFERENCES users, token text UNIQUE, truth int);
CREATE TABLE api_logs (id serial PRIMARY KEY, actor_id int NOT NULL REFERENCES users, path text, truth int);
CREATE TABLE countries (id serial PRIMARY KEY, iso text UNIQUE, truth int);
INSERT INTO organizations SELECT n, 'o' || n FROM generate_series(1, 3) n;
INSERT INTO users SELECT n, 'u' || n, n % 3 + 1 FROM generate_series(1, 12) n;
INSERT INTO user_organization_roles (user_id, organization_id, truth) SELECT n, n % 3 + 1, n % 3 + 1 FROM generate_series(1, 12) n;
INSERT INTO social_platform_connections SELECT n, n % 12 + 1, 'p' || n, (n % 12 + 1) % 3 + 1 FROM generate_series(1, 60) n;
INSERT INTO content_items SELECT n, n % 12 + 1, (n % 12 + 1) % 3 + 1 FROM generate_series(1, 60) n;
INSERT INTO social_posts SELECT n, n, n, n % 12 + 1, (n % 12 + 1) % 3 + 1 FROM generate_series(1, 60) n;
-- The publisher's own people approve for others.
INSERT INTO approvals SELECT n, n % 12 + 1, (n + 1) % 3 + 1 FROM generate_series(1, 30) n;
INSERT INTO refresh_tokens SELECT n, n % 12 + 1, 't' || n FROM generate_series(1, 24) n;
INSERT INTO api_logs SELECT n, n % 12 + 1, '/' FROM generate_series(1, 24) n;
INSERT INTO countries SELECT n, 'c' || n FROM generate_series(1, 5) n;
