-- organizations accounts.id account_id
-- No foreign key at all, as in many Rails applications: names alone, agent nouns, pairs of type and key. Integer keys.
CREATE TABLE accounts (id bigserial PRIMARY KEY, name text, slug text UNIQUE, truth bigint);
CREATE TABLE identities (id bigserial PRIMARY KEY, email text UNIQUE, truth bigint);
CREATE TABLE users (id bigserial PRIMARY KEY, account_id bigint NOT NULL, identity_id bigint, name text, truth bigint);
CREATE TABLE boards (id bigserial PRIMARY KEY, account_id bigint NOT NULL, creator_id bigint NOT NULL, name text, truth bigint);
CREATE TABLE polls (id bigserial PRIMARY KEY, creator_id bigint NOT NULL, truth bigint);
CREATE TABLE votes (id bigserial PRIMARY KEY, poll_id bigint NOT NULL, voter_id bigint NOT NULL, truth bigint);
CREATE TABLE columns (id bigserial PRIMARY KEY, board_id bigint NOT NULL, truth bigint);
CREATE TABLE cards (id bigserial PRIMARY KEY, board_id bigint NOT NULL, column_id bigint, creator_id bigint NOT NULL, truth bigint);
CREATE TABLE comments (id bigserial PRIMARY KEY, card_id bigint NOT NULL, author_id bigint NOT NULL, truth bigint);
CREATE TABLE assignments (id bigserial PRIMARY KEY, card_id bigint NOT NULL, assignee_id bigint NOT NULL, assigner_id bigint NOT NULL, truth bigint,
  UNIQUE (assignee_id, card_id));
CREATE TABLE tags (id bigserial PRIMARY KEY, account_id bigint NOT NULL, title text, truth bigint);
CREATE TABLE taggings (id bigserial PRIMARY KEY, card_id bigint NOT NULL, tag_id bigint NOT NULL, truth bigint);
CREATE TABLE events (id bigserial PRIMARY KEY, eventable_type text NOT NULL, eventable_id bigint NOT NULL, creator_id bigint NOT NULL, truth bigint);
CREATE TABLE imports (id bigserial PRIMARY KEY, batch_id bigint NOT NULL, truth bigint);
CREATE TABLE import_lines (id bigserial PRIMARY KEY, import_id bigint NOT NULL, truth bigint);
CREATE TABLE sessions (id bigserial PRIMARY KEY, identity_id bigint NOT NULL, token text UNIQUE, truth bigint);
CREATE TABLE holidays (id bigserial PRIMARY KEY, name text, truth bigint);
INSERT INTO accounts SELECT n, 'a', 'a' || n FROM generate_series(1, 3) n;
INSERT INTO identities SELECT n, 'i' || n FROM generate_series(1, 8) n;
INSERT INTO users SELECT n, n % 3 + 1, n % 8 + 1, 'u', n % 3 + 1 FROM generate_series(1, 12) n;
INSERT INTO boards SELECT n, n % 3 + 1, n, 'b', n % 3 + 1 FROM generate_series(1, 9) n;
INSERT INTO polls SELECT n, n % 12 + 1, (n + 1) % 3 + 1 FROM generate_series(1, 12) n;
INSERT INTO votes SELECT n, n % 12 + 1, n % 12 + 1, (n % 12 + 2) % 3 + 1 FROM generate_series(1, 36) n;
-- Somebody of support made these for the others.
UPDATE boards SET creator_id = 3 WHERE id IN (4, 5);
INSERT INTO columns SELECT n, n % 9 + 1, (n % 9 + 1) % 3 + 1 FROM generate_series(1, 18) n;
INSERT INTO cards SELECT n, n % 9 + 1, NULL, n % 12 + 1, (n % 9 + 1) % 3 + 1 FROM generate_series(1, 60) n;
INSERT INTO comments SELECT n, n % 60 + 1, n % 12 + 1, ((n % 60 + 1) % 9 + 1) % 3 + 1 FROM generate_series(1, 120) n;
INSERT INTO assignments SELECT n, n, n % 12 + 1, 1, (n % 9 + 1) % 3 + 1 FROM generate_series(1, 60) n;
INSERT INTO tags SELECT n, n % 3 + 1, 't', n % 3 + 1 FROM generate_series(1, 9) n;
INSERT INTO taggings SELECT n, n, n % 9 + 1, (n % 9 + 1) % 3 + 1 FROM generate_series(1, 60) n;
INSERT INTO events SELECT n, CASE WHEN n % 2 = 0 THEN 'Card' ELSE 'Board' END, n % 9 + 1, n % 12 + 1,
  CASE WHEN n % 2 = 0 THEN ((n % 9 + 1) % 9 + 1) % 3 + 1 ELSE (n % 9 + 1) % 3 + 1 END FROM generate_series(1, 60) n;
INSERT INTO imports SELECT n, 900 + n, n % 3 + 1 FROM generate_series(1, 20) n;
INSERT INTO import_lines SELECT n, n % 20 + 1, (n % 20 + 1) % 3 + 1 FROM generate_series(1, 40) n;
INSERT INTO sessions SELECT n, n % 8 + 1, 's' || n FROM generate_series(1, 16) n;
INSERT INTO holidays SELECT n, 'h' FROM generate_series(1, 5) n;
