-- organizations accounts.id account_id
-- Agents work for several accounts; customers write through channels; tickets are merged and their events name the other one; macros are shared.
CREATE TABLE accounts (id uuid PRIMARY KEY, name text NOT NULL, domain text UNIQUE, plan_code text, truth uuid);
CREATE TABLE users (id uuid PRIMARY KEY, email text UNIQUE, password_digest text, truth uuid);
CREATE TABLE account_users (id serial PRIMARY KEY, account_id uuid NOT NULL REFERENCES accounts, user_id uuid NOT NULL REFERENCES users, role text, inviter_id uuid REFERENCES users,
  truth uuid, UNIQUE (account_id, user_id));
CREATE INDEX ON account_users (user_id);
CREATE TABLE inboxes (id uuid PRIMARY KEY, account_id uuid NOT NULL REFERENCES accounts, truth uuid);
CREATE TABLE inbox_members (id serial PRIMARY KEY, inbox_id uuid NOT NULL REFERENCES inboxes, user_id uuid NOT NULL REFERENCES users, truth uuid, UNIQUE (inbox_id, user_id));
CREATE TABLE companies (id uuid PRIMARY KEY, account_id uuid NOT NULL REFERENCES accounts, truth uuid);
CREATE TABLE contacts (id uuid PRIMARY KEY, company_id uuid NOT NULL REFERENCES companies, email text, truth uuid, UNIQUE (company_id, email));
CREATE TABLE contact_inboxes (id serial PRIMARY KEY, contact_id uuid NOT NULL REFERENCES contacts, inbox_id uuid NOT NULL REFERENCES inboxes, source_id text UNIQUE, truth uuid);
CREATE TABLE sla_policies (id uuid PRIMARY KEY, account_id uuid NOT NULL REFERENCES accounts, truth uuid);
CREATE TABLE tickets (id uuid PRIMARY KEY, inbox_id uuid NOT NULL REFERENCES inboxes, contact_id uuid NOT NULL REFERENCES contacts, assignee_id uuid REFERENCES users,
  sla_policy_id uuid REFERENCES sla_policies, merged_into_id uuid REFERENCES tickets, truth uuid);
CREATE TABLE messages (id serial PRIMARY KEY, ticket_id uuid NOT NULL REFERENCES tickets ON DELETE CASCADE, sender_type text NOT NULL, sender_id uuid NOT NULL, truth uuid);
CREATE TABLE message_attachments (id serial PRIMARY KEY, message_id int NOT NULL REFERENCES messages ON DELETE CASCADE, truth uuid);
CREATE TABLE ticket_links (ticket_id uuid NOT NULL REFERENCES tickets, linked_ticket_id uuid NOT NULL REFERENCES tickets, truth uuid, PRIMARY KEY (ticket_id, linked_ticket_id));
CREATE TABLE satisfaction_ratings (id serial PRIMARY KEY, ticket_id uuid REFERENCES tickets ON DELETE SET NULL, contact_id uuid NOT NULL REFERENCES contacts, rated_user_id uuid REFERENCES users, truth uuid);
CREATE TABLE time_logs (id serial PRIMARY KEY, user_id uuid NOT NULL REFERENCES users, ticket_id uuid REFERENCES tickets, truth uuid);
CREATE TABLE macros (id serial PRIMARY KEY, account_id uuid REFERENCES accounts, truth uuid);
CREATE TABLE macro_runs (id serial PRIMARY KEY, macro_id int NOT NULL REFERENCES macros, ticket_id uuid NOT NULL REFERENCES tickets, triggered_by uuid NOT NULL REFERENCES users, truth uuid);
CREATE TABLE canned_responses (id serial PRIMARY KEY, user_id uuid NOT NULL REFERENCES users, shortcut text, truth uuid, UNIQUE (user_id, shortcut));
CREATE TABLE access_tokens (id serial PRIMARY KEY, owner_type text NOT NULL, owner_id uuid NOT NULL, token text UNIQUE, truth uuid);
CREATE TABLE audits (id serial PRIMARY KEY, auditable_type text NOT NULL, auditable_id uuid NOT NULL, user_id uuid REFERENCES users, truth uuid);
CREATE TABLE notification_settings (id serial PRIMARY KEY, user_id uuid NOT NULL UNIQUE REFERENCES users, truth uuid);
CREATE FUNCTION k(n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS 'SELECT (''00000000-0000-4000-8000-'' || lpad(to_hex(n), 12, ''0''))::uuid';
INSERT INTO accounts SELECT k(n), 'a', 'a' || n FROM generate_series(1, 3) n;
INSERT INTO users SELECT k(100 + n), 'u' || n, 'x' FROM generate_series(1, 9) n;
INSERT INTO account_users (account_id, user_id, truth) SELECT k(n % 3 + 1), k(100 + n), k(n % 3 + 1) FROM generate_series(1, 9) n;
INSERT INTO account_users (account_id, user_id, truth) SELECT k((n + 1) % 3 + 1), k(100 + n), k((n + 1) % 3 + 1) FROM generate_series(6, 9) n;
INSERT INTO inboxes SELECT k(200 + n), k(n % 3 + 1), k(n % 3 + 1) FROM generate_series(0, 5) n;
INSERT INTO inbox_members (inbox_id, user_id, truth) SELECT k(200 + n % 6), k(100 + n), k(n % 3 + 1) FROM generate_series(1, 9) n;
INSERT INTO companies SELECT k(300 + n), k(n % 3 + 1), k(n % 3 + 1) FROM generate_series(0, 8) n;
INSERT INTO contacts SELECT k(400 + n), k(300 + n % 9), 'c' || n, k(n % 3 + 1) FROM generate_series(0, 29) n;
INSERT INTO contact_inboxes (contact_id, inbox_id, source_id, truth) SELECT k(400 + n), k(200 + n % 6), 's' || n, k(n % 3 + 1) FROM generate_series(0, 29) n;
INSERT INTO sla_policies SELECT k(500 + n), k(n % 3 + 1), k(n % 3 + 1) FROM generate_series(0, 5) n;
INSERT INTO tickets SELECT k(600 + n), k(200 + n % 6), k(400 + n % 30), k(101 + (n * 5) % 9), CASE WHEN n % 4 = 0 THEN k(500 + n % 6) END,
  CASE WHEN n % 9 = 8 THEN k(600 + n - 3) END, k(n % 3 + 1) FROM generate_series(0, 59) n;
INSERT INTO messages (ticket_id, sender_type, sender_id, truth) SELECT k(600 + n % 60), CASE WHEN n % 2 = 0 THEN 'Contact' ELSE 'User' END,
  CASE WHEN n % 2 = 0 THEN k(400 + n % 30) ELSE k(101 + n % 9) END, k(n % 60 % 3 + 1) FROM generate_series(0, 119) n;
INSERT INTO message_attachments (message_id, truth) SELECT id, truth FROM messages WHERE id % 3 = 0;
INSERT INTO ticket_links SELECT k(600 + n), k(600 + n + 3), k(n % 3 + 1) FROM generate_series(0, 20) n;
INSERT INTO satisfaction_ratings (ticket_id, contact_id, rated_user_id, truth) SELECT CASE WHEN n % 5 > 0 THEN k(600 + n) END, k(400 + n % 30), k(101 + n % 9), k(n % 3 + 1) FROM generate_series(0, 39) n;
INSERT INTO time_logs (user_id, ticket_id, truth) SELECT k(101 + n % 9), CASE WHEN n % 3 > 0 THEN k(600 + n) END,
  CASE WHEN n % 3 > 0 THEN k(n % 3 + 1) ELSE k((n % 9 + 1 + CASE WHEN n > 30 AND n % 9 > 5 THEN 1 ELSE 0 END) % 3 + 1) END FROM generate_series(0, 59) n;
INSERT INTO macros SELECT n, CASE WHEN n > 3 THEN k(n % 3 + 1) END, CASE WHEN n > 3 THEN k(n % 3 + 1) END FROM generate_series(1, 9) n;
INSERT INTO macro_runs (macro_id, ticket_id, triggered_by, truth) SELECT CASE WHEN n % 2 = 0 THEN 1 ELSE (SELECT min(m.id) FROM macros m WHERE m.account_id = k(n % 3 + 1)) END,
  k(600 + n), k(101 + n % 9), k(n % 3 + 1) FROM generate_series(0, 40) n;
INSERT INTO canned_responses (user_id, shortcut, truth) SELECT k(101 + n % 9), 's' || n, k((n % 9 + 1 + CASE WHEN n > 18 AND n % 9 > 5 THEN 1 ELSE 0 END) % 3 + 1) FROM generate_series(0, 35) n;
INSERT INTO access_tokens (owner_type, owner_id, token, truth) SELECT CASE WHEN n % 2 = 0 THEN 'User' ELSE 'Account' END, CASE WHEN n % 2 = 0 THEN k(101 + n % 9) ELSE k(n % 3 + 1) END,
  't' || n, CASE WHEN n % 2 = 1 THEN k(n % 3 + 1) END FROM generate_series(0, 17) n;
INSERT INTO audits (auditable_type, auditable_id, user_id, truth) SELECT 'Ticket', k(600 + n), k(101 + (n * 2) % 9), k(n % 3 + 1) FROM generate_series(0, 40) n;
INSERT INTO audits (auditable_type, auditable_id, user_id, truth) SELECT 'Inbox', k(200 + n), k(101 + n), k(n % 3 + 1) FROM generate_series(0, 5) n;
INSERT INTO notification_settings (user_id) SELECT id FROM users;
