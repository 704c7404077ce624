-- organizations accounts.id account_id
-- Event ticketing in Rails, no foreign keys declared: organizers host events together, resellers sell each other's tickets, scanners are lent, fans belong to nobody.
CREATE TABLE accounts (id bigint PRIMARY KEY, slug varchar UNIQUE NOT NULL, parent_id bigint, truth bigint);
CREATE TABLE users (id bigint PRIMARY KEY, email varchar, current_account_id bigint, truth bigint);
CREATE TABLE memberships (id bigint PRIMARY KEY, user_id bigint NOT NULL, account_id bigint NOT NULL, starts_on date, ends_on date, truth bigint);
CREATE TABLE venues (id bigint PRIMARY KEY, account_id bigint, name varchar, capacity int, truth bigint);
CREATE TABLE seat_maps (id bigint PRIMARY KEY, venue_id bigint NOT NULL, drawn_by_id bigint, truth bigint);
CREATE TABLE events (id bigint PRIMARY KEY, account_id bigint NOT NULL, venue_id bigint, copied_from_id bigint, title varchar, discarded_at timestamp, truth bigint);
CREATE TABLE event_hosts (id bigint PRIMARY KEY, event_id bigint NOT NULL, account_id bigint NOT NULL, share numeric(4,1), truth bigint);
CREATE TABLE ticket_types (id bigint PRIMARY KEY, event_id bigint NOT NULL, name varchar, price_cents int, truth bigint);
CREATE TABLE orders (id bigint PRIMARY KEY, event_id bigint NOT NULL, user_id bigint, account_id bigint, number varchar, truth bigint);
CREATE TABLE tickets (id bigint PRIMARY KEY, order_id bigint NOT NULL, ticket_type_id bigint NOT NULL, holder_id bigint, truth bigint);
CREATE TABLE devices (id bigint PRIMARY KEY, account_id bigint NOT NULL, borrower_account_id bigint, serial varchar, truth bigint);
CREATE TABLE check_ins (id bigint PRIMARY KEY, device_id bigint NOT NULL, ticket_id bigint NOT NULL, scanned_at timestamp, truth bigint);
CREATE TABLE promo_codes (id bigint PRIMARY KEY, event_id bigint, account_id bigint, code varchar, truth bigint);
CREATE TABLE refunds (id bigint PRIMARY KEY, order_id bigint NOT NULL, approver_id bigint, cents int, truth bigint);
CREATE TABLE payouts (id bigint PRIMARY KEY, event_host_id bigint NOT NULL, cents int, truth bigint);
CREATE TABLE follows (id bigint PRIMARY KEY, user_id bigint NOT NULL, account_id bigint NOT NULL, truth bigint);
CREATE TABLE mail_templates (id bigint PRIMARY KEY, account_id bigint, kind varchar, truth bigint);
CREATE TABLE campaigns (id bigint PRIMARY KEY, mail_template_id bigint NOT NULL, membership_id bigint NOT NULL, sent_at timestamp, truth bigint);
CREATE TABLE active_storage_blobs (id bigint PRIMARY KEY, key varchar UNIQUE, byte_size bigint, truth bigint);
CREATE TABLE active_storage_attachments (id bigint PRIMARY KEY, name varchar, record_type varchar NOT NULL, record_id bigint NOT NULL, blob_id bigint NOT NULL, truth bigint);
CREATE TABLE versions (id bigint PRIMARY KEY, item_type varchar NOT NULL, item_id bigint NOT NULL, event varchar, whodunnit varchar, object jsonb, truth bigint);
CREATE TABLE api_tokens (id bigint PRIMARY KEY, membership_id bigint NOT NULL, digest varchar, truth bigint);
CREATE TABLE notifications (id bigint PRIMARY KEY, recipient_id bigint NOT NULL, subject_type varchar, subject_id bigint, read_at timestamp, truth bigint);
CREATE INDEX ON memberships (account_id);
CREATE INDEX ON orders (event_id);
CREATE UNIQUE INDEX ON event_hosts (event_id, account_id);
CREATE INDEX ON active_storage_attachments (record_type, record_id);
INSERT INTO accounts SELECT n, 'acct-' || n, CASE WHEN n IN (2, 5) THEN 1 END FROM generate_series(1, 5) n;
-- Users 1 to 30 work for organizers, the others are fans. The current account is the one chosen in the menu.
INSERT INTO users SELECT n, 'u' || n || '@e.test', CASE WHEN n <= 30 THEN (abs(hashint4((n+50)::int) % 5) + 1) END FROM generate_series(1, 100) n;
INSERT INTO memberships SELECT n, n, (abs(hashint4((n+50)::int) % 5) + 1), date '2020-01-01', CASE WHEN n <= 6 THEN date '2023-06-30' END, (abs(hashint4((n+50)::int) % 5) + 1) FROM generate_series(1, 30) n;
-- Six have changed jobs.
INSERT INTO memberships SELECT n + 30, n, (abs(hashint4((n+50)::int) % 5) + 1) % 5 + 1, date '2023-07-01', NULL, (abs(hashint4((n+50)::int) % 5) + 1) % 5 + 1 FROM generate_series(1, 6) n;
-- A public venue has no account.
INSERT INTO venues SELECT n, CASE WHEN n % 2 = 0 THEN (abs(hashint4((n+150)::int) % 5) + 1) END, 'V' || n, 300, CASE WHEN n % 2 = 0 THEN (abs(hashint4((n+150)::int) % 5) + 1) END FROM generate_series(1, 24) n;
INSERT INTO seat_maps SELECT n, v.id, (abs(hashint4((n)::int) % 30) + 1), v.truth FROM generate_series(1, 36) n JOIN venues v ON v.id = (abs(hashint4((n+250)::int) % 24) + 1);
INSERT INTO events SELECT n, a, v.id, CASE WHEN n IN (5, 9) THEN 900 + n WHEN n > 20 AND n % 4 = 0 THEN n - 17 END, 'Event ' || n, CASE WHEN n % 11 = 0 THEN timestamp '2024-03-03' END, a FROM (SELECT n, (abs(hashint4((n+350)::int) % 5) + 1) AS a FROM generate_series(1, 50) n) x
  LEFT JOIN LATERAL (SELECT id FROM venues v WHERE x.n % 7 > 0 AND (v.truth = x.a OR v.truth IS NULL OR x.n % 9 = 0) ORDER BY hashint4((id + x.n)::int) LIMIT 1) v ON true;
-- The hosts next to the organizer. The list is part of the event, therefore the organizer's.
INSERT INTO event_hosts SELECT e.id * 2 + k, e.id, (e.truth + k * (1 + e.id % 4) - 1) % 5 + 1, 50, e.truth FROM events e, generate_series(0, 1) k WHERE k = 0 OR e.id % 3 = 0;
INSERT INTO ticket_types SELECT n, e.id, 'T', 2500, e.truth FROM generate_series(1, 90) n JOIN events e ON e.id = (abs(hashint4((n+450)::int) % 50) + 1);
-- account_id of an order is the reseller's, nearly always empty or the organizer himself at his own box office. The order is the organizer's.
INSERT INTO orders SELECT n, e.id, 30 + (abs(hashint4((n)::int) % 70) + 1), CASE n % 6 WHEN 0 THEN e.truth % 5 + 1 WHEN 1 THEN e.truth END, 'O' || n, e.truth FROM generate_series(1, 90) n JOIN events e ON e.id = (abs(hashint4((n+550)::int) % 50) + 1) AND EXISTS (SELECT FROM ticket_types t WHERE t.event_id = e.id);
INSERT INTO tickets SELECT row_number() OVER (ORDER BY o.id, t.id), o.id, t.id, CASE WHEN o.id % 3 > 0 THEN o.user_id ELSE 30 + (abs(hashint4((o.id+7)::int) % 70) + 1) END, o.truth FROM orders o JOIN LATERAL (SELECT id FROM ticket_types t WHERE t.event_id = o.event_id ORDER BY id LIMIT 1) t ON true;
INSERT INTO devices SELECT n, (abs(hashint4((n+650)::int) % 5) + 1), CASE WHEN n % 4 = 0 THEN (abs(hashint4((n+650)::int) % 5) + 1) % 5 + 1 END, 'SN' || n, (abs(hashint4((n+650)::int) % 5) + 1) FROM generate_series(1, 24) n;
-- A check-in is the ticket's, also when the scanner was borrowed.
INSERT INTO check_ins SELECT t.id, d.id, t.id, now(), t.truth FROM tickets t JOIN LATERAL (SELECT id FROM devices d WHERE coalesce(d.borrower_account_id, d.account_id) = t.truth ORDER BY hashint4((id + t.id)::int) LIMIT 1) d ON true WHERE t.id % 4 > 0;
-- A code is for one event or for everything of an account.
INSERT INTO promo_codes SELECT n, CASE WHEN n % 3 > 0 THEN e.id END, CASE WHEN n % 3 = 0 THEN e.truth END, 'CODE' || n, e.truth FROM generate_series(1, 45) n JOIN events e ON e.id = (abs(hashint4((n+750)::int) % 50) + 1);
INSERT INTO refunds SELECT o.id, o.id, CASE WHEN o.id % 5 > 0 THEN m.id END, 2500, o.truth FROM orders o JOIN LATERAL (SELECT id FROM memberships m WHERE m.truth = o.truth ORDER BY hashint4((id + o.id)::int) LIMIT 1) m ON true WHERE o.id % 2 = 0;
-- A payout is of the host whom it pays: his books, his bank.
INSERT INTO payouts SELECT h.id, h.id, 100000, h.account_id FROM event_hosts h WHERE h.id % 5 > 0;
-- What a fan follows is his own business. It is not exported with the account.
INSERT INTO follows SELECT n, 30 + (abs(hashint4((n+20)::int) % 70) + 1), (abs(hashint4((n+850)::int) % 5) + 1) FROM generate_series(1, 60) n;
INSERT INTO mail_templates SELECT n, CASE WHEN n > 5 THEN (abs(hashint4((n+950)::int) % 5) + 1) END, 'k', CASE WHEN n > 5 THEN (abs(hashint4((n+950)::int) % 5) + 1) END FROM generate_series(1, 25) n;
INSERT INTO campaigns SELECT n, t.id, m.id, now(), m.truth FROM generate_series(1, 40) n JOIN memberships m ON m.id = (abs(hashint4((n+1050)::int) % 36) + 1) JOIN LATERAL (SELECT id FROM mail_templates t WHERE t.truth = m.truth OR t.truth IS NULL ORDER BY hashint4((id + n)::int) LIMIT 1) t ON true;
-- A blob is of whatever it is attached to. Avatars of users are of nobody.
INSERT INTO active_storage_attachments SELECT n, 'poster', 'Event', e.id, n, e.truth FROM generate_series(1, 40) n JOIN events e ON e.id = (abs(hashint4((n+1150)::int) % 50) + 1);
INSERT INTO active_storage_attachments SELECT n, 'photo', 'Venue', v.id, n, v.truth FROM generate_series(41, 60) n JOIN venues v ON v.id = (abs(hashint4((n+1150)::int) % 24) + 1);
INSERT INTO active_storage_attachments SELECT n, 'avatar', 'User', (abs(hashint4((n+1150)::int) % 100) + 1), n, NULL FROM generate_series(61, 80) n;
INSERT INTO active_storage_blobs SELECT blob_id, md5(blob_id::text), 1000, truth FROM active_storage_attachments;
INSERT INTO versions SELECT n, 'Event', e.id, 'update', ((abs(hashint4((n)::int) % 30) + 1))::text, '{}', e.truth FROM generate_series(1, 40) n JOIN events e ON e.id = (abs(hashint4((n+1250)::int) % 50) + 1);
INSERT INTO versions SELECT n + 40, 'Order', o.id, 'update', CASE WHEN n % 4 > 0 THEN ((abs(hashint4((n)::int) % 30) + 1))::text END, '{}', o.truth FROM generate_series(1, 40) n JOIN orders o ON o.id = (abs(hashint4((n+1350)::int) % 90) + 1);
-- The versions of destroyed orders stay, whose they were is in what is kept of them.
INSERT INTO versions SELECT n + 80, 'Order', 500 + n, 'destroy', '1', jsonb_build_object('event_id', e.id), e.truth FROM generate_series(1, 6) n JOIN events e ON e.id = n * 3;
INSERT INTO api_tokens SELECT n, m.id, md5(n::text), m.truth FROM generate_series(1, 28) n JOIN memberships m ON m.id = (abs(hashint4((n+1450)::int) % 36) + 1);
-- A notification goes to a person but is about something of an account.
INSERT INTO notifications SELECT n, m.user_id, 'Order', o.id, NULL, o.truth FROM generate_series(1, 60) n JOIN orders o ON o.id = (abs(hashint4((n+1550)::int) % 90) + 1) JOIN LATERAL (SELECT user_id FROM memberships m WHERE m.truth = o.truth ORDER BY hashint4((id + n)::int) LIMIT 1) m ON true;
INSERT INTO notifications SELECT n + 60, m.user_id, 'Event', e.id, NULL, e.truth FROM generate_series(1, 30) n JOIN events e ON e.id = (abs(hashint4((n+1650)::int) % 50) + 1) JOIN LATERAL (SELECT user_id FROM memberships m WHERE m.truth = e.truth ORDER BY hashint4((id + n)::int) LIMIT 1) m ON true;
