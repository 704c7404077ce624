-- organizations workspaces.id workspace_id
-- People are members of workspaces only by their channels and teams; channels are shared with other workspaces; direct messages have no channel of one.
CREATE TABLE workspaces (id uuid PRIMARY KEY, slug text UNIQUE, truth uuid);
CREATE TABLE people (id uuid PRIMARY KEY, handle text UNIQUE, truth uuid);
CREATE TABLE teams (id uuid PRIMARY KEY, workspace_id uuid NOT NULL REFERENCES workspaces, truth uuid);
CREATE TABLE team_people (team_id uuid REFERENCES teams, person_id uuid REFERENCES people, truth uuid, PRIMARY KEY (team_id, person_id));
CREATE TABLE channels (id uuid PRIMARY KEY, workspace_id uuid NOT NULL REFERENCES workspaces, creator_id uuid REFERENCES people, truth uuid);
CREATE TABLE channel_shares (channel_id uuid REFERENCES channels, guest_workspace_id uuid REFERENCES workspaces, truth uuid, PRIMARY KEY (channel_id, guest_workspace_id));
CREATE TABLE channel_people (channel_id uuid REFERENCES channels, person_id uuid REFERENCES people, truth uuid, PRIMARY KEY (channel_id, person_id));
CREATE TABLE messages (id uuid PRIMARY KEY, channel_id uuid REFERENCES channels, person_id uuid NOT NULL REFERENCES people, thread_root_id uuid REFERENCES messages, truth uuid);
CREATE TABLE reactions (message_id uuid REFERENCES messages ON DELETE CASCADE, person_id uuid REFERENCES people, emoji text, truth uuid, PRIMARY KEY (message_id, person_id, emoji));
CREATE TABLE files (id uuid PRIMARY KEY, message_id uuid REFERENCES messages ON DELETE SET NULL, uploader_id uuid NOT NULL REFERENCES people, truth uuid);
CREATE TABLE drafts (id uuid PRIMARY KEY, person_id uuid NOT NULL REFERENCES people, channel_id uuid NOT NULL REFERENCES channels, truth uuid);
CREATE TABLE statuses (id uuid PRIMARY KEY, person_id uuid NOT NULL REFERENCES people, truth uuid);
CREATE TABLE reminders (id uuid PRIMARY KEY, person_id uuid NOT NULL REFERENCES people, truth uuid);
CREATE TABLE bots (id uuid PRIMARY KEY, workspace_id uuid NOT NULL REFERENCES workspaces, truth uuid);
CREATE TABLE bot_posts (id uuid PRIMARY KEY, bot_id uuid NOT NULL REFERENCES bots, channel_id uuid NOT NULL REFERENCES channels, truth uuid);
CREATE TABLE emoji_packs (id uuid PRIMARY KEY, workspace_id uuid REFERENCES workspaces, truth uuid);
CREATE TABLE emoji (id uuid PRIMARY KEY, pack_id uuid NOT NULL REFERENCES emoji_packs ON DELETE CASCADE, truth uuid);
CREATE TABLE device_tokens (id uuid PRIMARY KEY, person_id uuid NOT NULL REFERENCES people, token text UNIQUE, truth uuid);
CREATE TABLE invites (id uuid PRIMARY KEY, inviting_workspace_id uuid NOT NULL REFERENCES workspaces, invited_person_id uuid REFERENCES people, truth uuid);
CREATE FUNCTION k(n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS 'SELECT (''00000000-0000-4000-8000-'' || lpad(to_hex(n), 12, ''0''))::uuid';
INSERT INTO workspaces SELECT k(n), 'w' || n FROM generate_series(1, 3) n;
INSERT INTO people SELECT k(100 + n), 'p' || n FROM generate_series(0, 11) n;
INSERT INTO teams SELECT k(200 + n), k(n % 3 + 1), k(n % 3 + 1) FROM generate_series(0, 5) n;
INSERT INTO team_people SELECT k(200 + n % 6), k(100 + n), k(n % 3 + 1) FROM generate_series(0, 11) n;
INSERT INTO team_people SELECT k(200 + (n + 1) % 6), k(100 + n), k((n + 1) % 3 + 1) FROM generate_series(7, 11) n;
INSERT INTO channels SELECT k(300 + n), k(n % 3 + 1), k(100 + n), k(n % 3 + 1) FROM generate_series(0, 8) n;
INSERT INTO channel_shares SELECT k(300 + n), k((n + 1) % 3 + 1), k(n % 3 + 1) FROM generate_series(0, 3) n;
INSERT INTO channel_people SELECT k(300 + n % 9), k(100 + n % 12), k(n % 9 % 3 + 1) FROM generate_series(0, 35) n;
-- Without a channel it is a direct message, of the workspace in which its writer was at that moment.
INSERT INTO messages SELECT k(1000 + n), CASE WHEN n % 4 > 0 THEN k(300 + n % 9) END, k(100 + n % 12), NULL,
  CASE WHEN n % 4 > 0 THEN k(n % 9 % 3 + 1) ELSE k((n % 12 + CASE WHEN n > 60 AND n % 12 > 6 THEN 1 ELSE 0 END) % 3 + 1) END FROM generate_series(0, 119) n;
INSERT INTO reactions SELECT id, k(100), 'e', truth FROM messages;
INSERT INTO files SELECT k(2000 + n), CASE WHEN n % 3 > 0 THEN k(1000 + n) END, k(100 + n % 12), CASE WHEN n % 3 > 0 THEN (SELECT truth FROM messages WHERE id = k(1000 + n))
  ELSE k(n % 12 % 3 + 1) END FROM generate_series(0, 59) n;
INSERT INTO drafts SELECT k(3000 + n), k(100 + n % 12), k(300 + n % 9), k(n % 9 % 3 + 1) FROM generate_series(0, 35) n;
INSERT INTO statuses SELECT k(4000 + n), k(100 + n % 12), k((n % 12 + CASE WHEN n > 12 AND n % 12 > 6 THEN 1 ELSE 0 END) % 3 + 1) FROM generate_series(0, 23) n;
INSERT INTO reminders SELECT k(5000 + n), k(100 + n % 12), k((n % 12 + CASE WHEN n > 12 AND n % 12 > 6 THEN 1 ELSE 0 END) % 3 + 1) FROM generate_series(0, 23) n;
INSERT INTO bots SELECT k(6000 + n), k(n % 3 + 1), k(n % 3 + 1) FROM generate_series(0, 5) n;
INSERT INTO bot_posts SELECT k(7000 + n), k(6000 + n % 6), k(300 + (n + n / 18) % 9), k((n + n / 18) % 9 % 3 + 1) FROM generate_series(0, 35) n;
INSERT INTO emoji_packs SELECT k(8000 + n), CASE WHEN n > 1 THEN k(n % 3 + 1) END, CASE WHEN n > 1 THEN k(n % 3 + 1) END FROM generate_series(0, 5) n;
INSERT INTO emoji SELECT k(9000 + n), k(8000 + n % 6), CASE WHEN n % 6 > 1 THEN k(n % 3 + 1) END FROM generate_series(0, 29) n;
INSERT INTO device_tokens SELECT k(10000 + n), k(100 + n), 't' || n FROM generate_series(0, 11) n;
INSERT INTO invites SELECT k(11000 + n), k(n % 3 + 1), k(100 + n), k(n % 3 + 1) FROM generate_series(0, 11) n;
