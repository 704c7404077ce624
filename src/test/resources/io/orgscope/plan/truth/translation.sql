-- organizations agencies.id agency_id
-- Translation agencies on one Rails application, no foreign key declared anywhere: freelancers work for several agencies, agencies outsource jobs to one another and share their translation memories.
CREATE TABLE agencies (id bigint PRIMARY KEY, name varchar NOT NULL, slug varchar NOT NULL UNIQUE, parent_id bigint, truth bigint);
CREATE TABLE users (id bigint PRIMARY KEY, email varchar NOT NULL UNIQUE, current_agency_id bigint, sign_in_count int NOT NULL DEFAULT 0, truth bigint);
CREATE TABLE memberships (id bigint PRIMARY KEY, user_id bigint NOT NULL, agency_id bigint NOT NULL, role varchar, truth bigint);
CREATE TABLE languages (id bigint PRIMARY KEY, iso varchar(5) NOT NULL UNIQUE, truth bigint);
CREATE TABLE language_pairs (id bigint PRIMARY KEY, source_id bigint NOT NULL, target_id bigint NOT NULL, truth bigint);
CREATE TABLE linguists (id bigint PRIMARY KEY, user_id bigint NOT NULL, agency_id bigint NOT NULL, nickname varchar, truth bigint);
CREATE TABLE rates (id bigint PRIMARY KEY, linguist_id bigint NOT NULL, language_pair_id bigint NOT NULL, cents int, truth bigint);
CREATE TABLE clients (id bigint PRIMARY KEY, agency_id bigint NOT NULL, name varchar, truth bigint);
CREATE TABLE contacts (id bigint PRIMARY KEY, client_id bigint NOT NULL, email varchar, truth bigint);
CREATE TABLE projects (id bigint PRIMARY KEY, client_id bigint NOT NULL, manager_id bigint, name varchar, created_at timestamp, truth bigint);
CREATE TABLE jobs (id bigint PRIMARY KEY, project_id bigint NOT NULL, linguist_id bigint NOT NULL, language_pair_id bigint NOT NULL, vendor_id bigint, due_on date, truth bigint);
CREATE TABLE memories (id bigint PRIMARY KEY, agency_id bigint NOT NULL, language_pair_id bigint NOT NULL, name varchar, truth bigint);
CREATE TABLE memory_shares (id bigint PRIMARY KEY, memory_id bigint NOT NULL, agency_id bigint NOT NULL, writable boolean, truth bigint);
CREATE TABLE tm_units (id bigint PRIMARY KEY, tm_id bigint NOT NULL, job_id bigint NOT NULL, source_text text, target_text text, truth bigint);
CREATE TABLE segments (id bigint PRIMARY KEY, job_id bigint NOT NULL, position int, tm_unit_id bigint, truth bigint);
CREATE TABLE glossary_terms (id bigint PRIMARY KEY, agency_id bigint, language_id bigint NOT NULL, term varchar, truth bigint);
CREATE TABLE segment_terms (id bigint PRIMARY KEY, segment_id bigint NOT NULL, glossary_term_id bigint NOT NULL, truth bigint);
CREATE TABLE deliveries (id bigint PRIMARY KEY, job_id bigint NOT NULL, uploader_id bigint, round int, truth bigint);
CREATE TABLE reviews (id bigint PRIMARY KEY, delivery_id bigint NOT NULL, reviewer_id bigint NOT NULL, score int, truth bigint);
CREATE TABLE payables (id bigint PRIMARY KEY, linguist_id bigint NOT NULL, billed_to_id bigint, number varchar, truth bigint);
CREATE TABLE payable_lines (id bigint PRIMARY KEY, payable_id bigint NOT NULL, delivery_id bigint, cents int, truth bigint);
CREATE TABLE handoffs (id bigint PRIMARY KEY, project_id bigint NOT NULL, from_id bigint NOT NULL, to_id bigint NOT NULL, note text, truth bigint);
CREATE TABLE work_logs (id bigint PRIMARY KEY, job_id bigint NOT NULL, membership_id bigint NOT NULL, minutes int, truth bigint);
CREATE TABLE rfqs (id bigint PRIMARY KEY, job_id bigint NOT NULL, agency_id bigint NOT NULL, sent_at timestamp, truth bigint);
CREATE TABLE bids (id bigint PRIMARY KEY, rfq_id bigint NOT NULL, membership_id bigint NOT NULL, cents int, truth bigint);
CREATE TABLE comments (id bigint PRIMARY KEY, commentable_type varchar NOT NULL, commentable_id bigint NOT NULL, author_id bigint NOT NULL, body text, truth bigint);
CREATE TABLE active_storage_blobs (id bigint PRIMARY KEY, key varchar NOT NULL UNIQUE, filename varchar, truth bigint);
CREATE TABLE active_storage_attachments (id bigint PRIMARY KEY, name varchar NOT NULL, record_type varchar NOT NULL, record_id bigint NOT NULL, blob_id bigint NOT NULL, truth bigint);
CREATE TABLE versions (id bigint PRIMARY KEY, item_type varchar NOT NULL, item_id bigint NOT NULL, event varchar NOT NULL, whodunnit varchar, created_at timestamp, truth bigint);
CREATE TABLE away_days (id bigint PRIMARY KEY, user_id bigint NOT NULL, starts_on date, ends_on date, truth bigint);
INSERT INTO agencies (id, name, slug, parent_id, truth) VALUES
(1, 'Babelworks', 'babelworks', NULL, NULL), (2, 'Rosetta Oy', 'rosetta', 1, NULL), (3, 'Tolk & Co', 'tolk', NULL, NULL), (4, 'Lingua Nord', 'lingua', NULL, NULL), (5, 'Parlare', 'parlare', 3, NULL);
-- users: users belong to nobody; current_agency_id is only the agency they looked at last
INSERT INTO users (id, email, current_agency_id, sign_in_count, truth) VALUES
(1, 'u37@mail.test', 4, 82, NULL), (2, 'u74@mail.test', 4, 52, NULL), (3, 'u111@mail.test', 2, 25, NULL), (4, 'u148@mail.test', 4, 7, NULL), (5, 'u185@mail.test', 4, 56, NULL),
(6, 'u222@mail.test', 4, 4, NULL), (7, 'u259@mail.test', NULL, 67, NULL), (8, 'u296@mail.test', 3, 25, NULL), (9, 'u333@mail.test', 2, 63, NULL), (10, 'u370@mail.test', 5, 82, NULL),
(11, 'u407@mail.test', 5, 24, NULL), (12, 'u444@mail.test', 4, 41, NULL), (13, 'u481@mail.test', 4, 16, NULL), (14, 'u518@mail.test', NULL, 54, NULL), (15, 'u555@mail.test', 4, 90, NULL),
(16, 'u592@mail.test', 1, 66, NULL), (17, 'u629@mail.test', 2, 32, NULL), (18, 'u666@mail.test', 4, 60, NULL), (19, 'u703@mail.test', 4, 34, NULL), (20, 'u740@mail.test', 1, 22, NULL),
(21, 'u777@mail.test', NULL, 80, NULL), (22, 'u814@mail.test', 1, 4, NULL), (23, 'u851@mail.test', 4, 33, NULL), (24, 'u888@mail.test', 1, 22, NULL), (25, 'u925@mail.test', 2, 25, NULL),
(26, 'u962@mail.test', 1, 45, NULL), (27, 'u999@mail.test', 2, 28, NULL), (28, 'u36@mail.test', NULL, 88, NULL), (29, 'u73@mail.test', 2, 55, NULL), (30, 'u110@mail.test', 2, 39, NULL),
(31, 'u147@mail.test', 3, 24, NULL), (32, 'u184@mail.test', 3, 37, NULL), (33, 'u221@mail.test', 3, 58, NULL), (34, 'u258@mail.test', 2, 44, NULL), (35, 'u295@mail.test', NULL, 7, NULL),
(36, 'u332@mail.test', 5, 24, NULL), (37, 'u369@mail.test', 4, 50, NULL), (38, 'u406@mail.test', 5, 73, NULL), (39, 'u443@mail.test', 3, 44, NULL), (40, 'u480@mail.test', 4, 20, NULL),
(41, 'u517@mail.test', 2, 71, NULL), (42, 'u554@mail.test', NULL, 44, NULL), (43, 'u591@mail.test', 3, 14, NULL), (44, 'u628@mail.test', 2, 75, NULL), (45, 'u665@mail.test', 3, 1, NULL);
INSERT INTO memberships (id, user_id, agency_id, role, truth) VALUES
(1, 1, 1, 'admin', 1), (2, 2, 5, 'accounts', 5), (3, 3, 1, 'pm', 1), (4, 3, 3, 'accounts', 3), (5, 4, 5, 'admin', 5), (6, 5, 3, 'pm', 3), (7, 6, 5, 'admin', 5), (8, 6, 2, 'pm', 2), (9, 7, 4, 'pm', 4),
(10, 8, 1, 'pm', 1), (11, 9, 3, 'admin', 3), (12, 9, 4, 'pm', 4), (13, 10, 1, 'admin', 1), (14, 11, 1, 'pm', 1), (15, 12, 5, 'pm', 5), (16, 12, 2, 'pm', 2), (17, 13, 1, 'admin', 1), (18, 14, 4, 'pm', 4),
(19, 15, 3, 'pm', 3), (20, 15, 2, 'pm', 2), (21, 16, 4, 'admin', 4), (22, 17, 1, 'accounts', 1), (23, 18, 4, 'pm', 4), (24, 18, 5, 'pm', 5), (25, 19, 4, 'pm', 4), (26, 20, 1, 'pm', 1);
INSERT INTO languages (id, iso, truth) VALUES
(1, 'en', NULL), (2, 'fi', NULL), (3, 'sv', NULL), (4, 'nl', NULL), (5, 'it', NULL), (6, 'de', NULL), (7, 'fr', NULL);
-- language_pairs: source and target are languages
INSERT INTO language_pairs (id, source_id, target_id, truth) VALUES
(1, 4, 7, NULL), (2, 5, 2, NULL), (3, 1, 5, NULL), (4, 2, 1, NULL), (5, 1, 4, NULL), (6, 1, 6, NULL), (7, 3, 5, NULL), (8, 6, 7, NULL), (9, 5, 7, NULL), (10, 6, 4, NULL), (11, 7, 4, NULL),
(12, 5, 4, NULL);
-- linguists: one profile for each agency the freelancer works for
INSERT INTO linguists (id, user_id, agency_id, nickname, truth) VALUES
(1, 19, 3, 'L19', 3), (2, 19, 2, 'L19', 2), (3, 20, 2, 'L20', 2), (4, 21, 5, 'L21', 5), (5, 22, 4, 'L22', 4), (6, 22, 5, 'L22', 5), (7, 22, 3, 'L22', 3), (8, 23, 3, 'L23', 3), (9, 24, 3, 'L24', 3),
(10, 25, 5, 'L25', 5), (11, 25, 1, 'L25', 1), (12, 25, 3, 'L25', 3), (13, 26, 2, 'L26', 2), (14, 26, 3, 'L26', 3), (15, 27, 5, 'L27', 5), (16, 27, 4, 'L27', 4), (17, 27, 1, 'L27', 1),
(18, 28, 5, 'L28', 5), (19, 29, 4, 'L29', 4), (20, 30, 3, 'L30', 3), (21, 30, 2, 'L30', 2), (22, 31, 2, 'L31', 2), (23, 32, 3, 'L32', 3), (24, 33, 2, 'L33', 2), (25, 33, 5, 'L33', 5),
(26, 34, 2, 'L34', 2), (27, 34, 5, 'L34', 5), (28, 35, 1, 'L35', 1), (29, 35, 5, 'L35', 5), (30, 35, 3, 'L35', 3), (31, 36, 3, 'L36', 3), (32, 36, 5, 'L36', 5), (33, 37, 2, 'L37', 2),
(34, 38, 4, 'L38', 4), (35, 39, 1, 'L39', 1), (36, 40, 3, 'L40', 3), (37, 41, 3, 'L41', 3), (38, 41, 2, 'L41', 2), (39, 41, 5, 'L41', 5), (40, 42, 4, 'L42', 4), (41, 43, 5, 'L43', 5),
(42, 44, 3, 'L44', 3), (43, 44, 2, 'L44', 2), (44, 44, 4, 'L44', 4), (45, 45, 5, 'L45', 5), (46, 45, 4, 'L45', 4);
INSERT INTO rates (id, linguist_id, language_pair_id, cents, truth) VALUES
(1, 1, 6, 11, 3), (2, 2, 12, 12, 2), (3, 3, 5, 12, 2), (4, 4, 7, 17, 5), (5, 5, 8, 13, 4), (6, 6, 5, 12, 5), (7, 7, 1, 22, 3), (8, 8, 8, 12, 3), (9, 9, 4, 6, 3), (10, 10, 6, 16, 5), (11, 11, 12, 12, 1),
(12, 12, 2, 22, 3), (13, 13, 11, 13, 2), (14, 14, 6, 15, 3), (15, 15, 4, 17, 5), (16, 16, 10, 15, 4), (17, 17, 3, 20, 1), (18, 18, 10, 18, 5), (19, 19, 6, 19, 4), (20, 20, 7, 14, 3), (21, 21, 9, 12, 2),
(22, 22, 2, 8, 2), (23, 23, 6, 13, 3), (24, 24, 12, 13, 2), (25, 25, 11, 11, 5), (26, 26, 12, 7, 2), (27, 27, 12, 13, 5), (28, 28, 7, 14, 1), (29, 29, 8, 13, 5), (30, 30, 1, 8, 3), (31, 31, 2, 21, 3),
(32, 32, 2, 7, 5), (33, 33, 12, 16, 2), (34, 34, 7, 16, 4), (35, 35, 9, 15, 1), (36, 36, 4, 14, 3), (37, 37, 1, 17, 3), (38, 38, 12, 13, 2), (39, 39, 1, 12, 5), (40, 40, 6, 19, 4), (41, 41, 9, 12, 5),
(42, 42, 9, 16, 3), (43, 43, 3, 12, 2), (44, 44, 6, 20, 4), (45, 45, 1, 22, 5), (46, 46, 3, 6, 4);
INSERT INTO clients (id, agency_id, name, truth) VALUES
(1, 1, 'Client 1', 1), (2, 2, 'Client 2', 2), (3, 5, 'Client 3', 5), (4, 2, 'Client 4', 2), (5, 4, 'Client 5', 4), (6, 4, 'Client 6', 4), (7, 5, 'Client 7', 5), (8, 5, 'Client 8', 5),
(9, 5, 'Client 9', 5), (10, 3, 'Client 10', 3), (11, 3, 'Client 11', 3), (12, 3, 'Client 12', 3), (13, 4, 'Client 13', 4), (14, 3, 'Client 14', 3), (15, 2, 'Client 15', 2), (16, 1, 'Client 16', 1),
(17, 3, 'Client 17', 3), (18, 3, 'Client 18', 3), (19, 5, 'Client 19', 5), (20, 2, 'Client 20', 2), (21, 3, 'Client 21', 3), (22, 4, 'Client 22', 4), (23, 1, 'Client 23', 1), (24, 4, 'Client 24', 4),
(25, 1, 'Client 25', 1);
INSERT INTO contacts (id, client_id, email, truth) VALUES
(1, 17, 'c1@client.test', 3), (2, 19, 'c2@client.test', 5), (3, 17, 'c3@client.test', 3), (4, 14, 'c4@client.test', 3), (5, 16, 'c5@client.test', 1), (6, 16, 'c6@client.test', 1),
(7, 5, 'c7@client.test', 4), (8, 21, 'c8@client.test', 3), (9, 8, 'c9@client.test', 5), (10, 5, 'c10@client.test', 4), (11, 13, 'c11@client.test', 4), (12, 25, 'c12@client.test', 1),
(13, 9, 'c13@client.test', 5), (14, 5, 'c14@client.test', 4), (15, 17, 'c15@client.test', 3), (16, 25, 'c16@client.test', 1), (17, 25, 'c17@client.test', 1), (18, 12, 'c18@client.test', 3),
(19, 2, 'c19@client.test', 2), (20, 20, 'c20@client.test', 2), (21, 3, 'c21@client.test', 5), (22, 9, 'c22@client.test', 5), (23, 14, 'c23@client.test', 3), (24, 22, 'c24@client.test', 4),
(25, 3, 'c25@client.test', 5), (26, 12, 'c26@client.test', 3), (27, 6, 'c27@client.test', 4), (28, 6, 'c28@client.test', 4), (29, 8, 'c29@client.test', 5), (30, 17, 'c30@client.test', 3),
(31, 24, 'c31@client.test', 4), (32, 23, 'c32@client.test', 1), (33, 4, 'c33@client.test', 2), (34, 3, 'c34@client.test', 5), (35, 12, 'c35@client.test', 3);
-- projects: manager_id is a membership
INSERT INTO projects (id, client_id, manager_id, name, created_at, truth) VALUES
(1, 18, 4, 'P-2001', '2025-02-18 09:00', 3), (2, 9, 7, 'P-2002', '2025-07-17 09:00', 5), (3, 7, NULL, 'P-2003', '2025-02-14 09:00', 5), (4, 21, 22, 'P-2004', '2025-04-13 09:00', 3),
(5, 8, 24, 'P-2005', '2025-03-01 09:00', 5), (6, 17, 6, 'P-2006', '2025-01-11 09:00', 3), (7, 13, 25, 'P-2007', '2025-04-19 09:00', 4), (8, 12, NULL, 'P-2008', '2025-03-12 09:00', 3),
(9, 24, 18, 'P-2009', '2025-09-04 09:00', 4), (10, 7, 24, 'P-2010', '2025-10-13 09:00', 5), (11, 7, 5, 'P-2011', '2025-02-15 09:00', 5), (12, 18, 26, 'P-2012', '2025-09-10 09:00', 3),
(13, 24, 25, 'P-2013', '2025-01-12 09:00', 4), (14, 22, 9, 'P-2014', '2025-10-27 09:00', 4), (15, 13, 18, 'P-2015', '2025-08-10 09:00', 4), (16, 10, 24, 'P-2016', '2025-09-04 09:00', 3),
(17, 17, 19, 'P-2017', '2025-02-05 09:00', 3), (18, 9, 15, 'P-2018', '2025-08-13 09:00', 5), (19, 11, 11, 'P-2019', '2025-03-25 09:00', 3), (20, 24, 2, 'P-2020', '2025-06-23 09:00', 4),
(21, 21, 4, 'P-2021', '2025-11-19 09:00', 3), (22, 3, 15, 'P-2022', '2025-04-02 09:00', 5), (23, 2, 20, 'P-2023', '2025-04-12 09:00', 2), (24, 13, NULL, 'P-2024', '2025-11-08 09:00', 4),
(25, 25, 3, 'P-2025', '2025-03-06 09:00', 1), (26, 19, 24, 'P-2026', '2025-10-06 09:00', 5), (27, 23, 26, 'P-2027', '2025-07-28 09:00', 1), (28, 5, 15, 'P-2028', '2025-04-26 09:00', 4),
(29, 24, 18, 'P-2029', '2025-08-22 09:00', 4), (30, 18, NULL, 'P-2030', '2025-01-17 09:00', 3), (31, 19, 15, 'P-2031', '2025-05-03 09:00', 5), (32, 24, 3, 'P-2032', '2025-10-27 09:00', 4),
(33, 18, 19, 'P-2033', '2025-10-19 09:00', 3), (34, 6, 25, 'P-2034', '2025-09-25 09:00', 4), (35, 19, 5, 'P-2035', '2025-08-23 09:00', 5), (36, 23, 2, 'P-2036', '2025-07-02 09:00', 1),
(37, 8, 7, 'P-2037', '2025-09-20 09:00', 5), (38, 11, 6, 'P-2038', '2025-05-20 09:00', 3), (39, 7, 5, 'P-2039', '2025-06-06 09:00', 5), (40, 14, 10, 'P-2040', '2025-10-13 09:00', 3);
-- jobs: a job is the agency's whose project it is; when outsourced vendor_id is the agency that does it with its own linguist
INSERT INTO jobs (id, project_id, linguist_id, language_pair_id, vendor_id, due_on, truth) VALUES
(1, 5, 27, 6, NULL, '2026-04-25', 5), (2, 25, 3, 6, 2, '2026-12-11', 1), (3, 20, 16, 9, NULL, '2026-04-06', 4), (4, 19, 31, 10, NULL, '2026-04-20', 3), (5, 18, 28, 9, 1, '2026-03-23', 5),
(6, 2, 15, 9, NULL, '2026-07-01', 5), (7, 20, 6, 12, 5, '2026-07-18', 4), (8, 32, 46, 9, NULL, '2026-01-02', 4), (9, 25, 40, 10, 4, '2026-03-20', 1), (10, 30, 12, 6, NULL, '2026-01-20', 3),
(11, 20, 46, 9, NULL, '2026-11-26', 4), (12, 20, 33, 6, 2, '2026-04-24', 4), (13, 33, 36, 9, NULL, '2026-01-02', 3), (14, 8, 7, 11, NULL, '2026-11-04', 3), (15, 40, 35, 5, 1, '2026-04-24', 3),
(16, 18, 15, 7, NULL, '2026-02-24', 5), (17, 7, 21, 11, 2, '2026-04-26', 4), (18, 29, 44, 4, NULL, '2026-09-16', 4), (19, 12, 28, 2, 1, '2026-04-07', 3), (20, 25, 17, 4, NULL, '2026-05-04', 1),
(21, 4, 7, 6, NULL, '2026-09-04', 3), (22, 33, 27, 7, 5, '2026-03-17', 3), (23, 16, 23, 9, NULL, '2026-09-09', 3), (24, 4, 42, 8, NULL, '2026-06-12', 3), (25, 5, 17, 1, 1, '2026-09-12', 5),
(26, 28, 44, 2, NULL, '2026-05-20', 4), (27, 3, 34, 1, 4, '2026-08-27', 5), (28, 1, 7, 4, NULL, '2026-11-01', 3), (29, 15, 35, 5, 1, '2026-05-16', 4), (30, 32, 19, 11, NULL, '2026-12-09', 4),
(31, 27, 35, 9, NULL, '2026-02-14', 1), (32, 38, 45, 6, 5, '2026-07-28', 3), (33, 27, 35, 10, NULL, '2026-03-11', 1), (34, 8, 30, 6, NULL, '2026-03-19', 3), (35, 33, 5, 2, 4, '2026-06-26', 3),
(36, 22, 41, 10, NULL, '2026-09-05', 5), (37, 37, 7, 8, 3, '2026-05-27', 5), (38, 3, 18, 11, NULL, '2026-04-20', 5), (39, 34, 30, 10, 3, '2026-01-01', 4), (40, 8, 30, 4, NULL, '2026-11-19', 3),
(41, 36, 17, 4, NULL, '2026-05-03', 1), (42, 37, 34, 8, 4, '2026-09-24', 5), (43, 2, 32, 3, NULL, '2026-05-28', 5), (44, 20, 44, 1, NULL, '2026-06-11', 4), (45, 36, 24, 3, 2, '2026-08-05', 1),
(46, 30, 14, 3, NULL, '2026-11-11', 3), (47, 8, 2, 10, 2, '2026-05-19', 3), (48, 29, 34, 11, NULL, '2026-04-13', 4), (49, 23, 40, 10, 4, '2026-05-12', 2), (50, 9, 44, 6, NULL, '2026-12-25', 4),
(51, 3, 45, 5, NULL, '2026-04-08', 5), (52, 35, 28, 8, 1, '2026-10-04', 5), (53, 16, 1, 11, NULL, '2026-07-19', 3), (54, 25, 35, 7, NULL, '2026-04-25', 1), (55, 36, 20, 12, 3, '2026-03-14', 1),
(56, 36, 28, 9, NULL, '2026-07-12', 1), (57, 32, 3, 11, 2, '2026-12-01', 4), (58, 40, 14, 7, NULL, '2026-06-13', 3), (59, 5, 33, 12, 2, '2026-02-18', 5), (60, 40, 12, 5, NULL, '2026-01-14', 3),
(61, 9, 40, 5, NULL, '2026-01-14', 4), (62, 30, 21, 6, 2, '2026-06-12', 3), (63, 4, 37, 6, NULL, '2026-12-04', 3), (64, 9, 46, 6, NULL, '2026-08-22', 4), (65, 25, 23, 9, 3, '2026-12-20', 1),
(66, 19, 9, 3, NULL, '2026-05-16', 3), (67, 5, 28, 11, 1, '2026-06-14', 5), (68, 30, 42, 2, NULL, '2026-09-08', 3), (69, 26, 17, 6, 1, '2026-06-01', 5), (70, 13, 19, 4, NULL, '2026-06-18', 4),
(71, 5, 39, 7, NULL, '2026-12-09', 5), (72, 36, 16, 3, 4, '2026-06-26', 1), (73, 17, 9, 7, NULL, '2026-04-26', 3), (74, 30, 31, 5, NULL, '2026-08-05', 3), (75, 2, 17, 3, 1, '2026-08-28', 5),
(76, 7, 34, 6, NULL, '2026-09-26', 4), (77, 19, 45, 3, 5, '2026-03-12', 3), (78, 7, 5, 9, NULL, '2026-02-15', 4), (79, 1, 26, 2, 2, '2026-06-06', 3), (80, 30, 14, 4, NULL, '2026-05-07', 3),
(81, 10, 27, 6, NULL, '2026-04-20', 5), (82, 31, 37, 6, 3, '2026-03-22', 5), (83, 32, 19, 11, NULL, '2026-02-09', 4), (84, 11, 10, 7, NULL, '2026-06-03', 5), (85, 29, 20, 1, 3, '2026-03-26', 4),
(86, 8, 9, 1, NULL, '2026-01-20', 3), (87, 27, 34, 10, 4, '2026-05-18', 1), (88, 37, 18, 9, NULL, '2026-11-05', 5), (89, 40, 40, 3, 4, '2026-10-08', 3), (90, 18, 15, 2, NULL, '2026-09-09', 5);
INSERT INTO memories (id, agency_id, language_pair_id, name, truth) VALUES
(1, 2, 8, 'TM 1', 2), (2, 3, 5, 'TM 2', 3), (3, 4, 6, 'TM 3', 4), (4, 5, 3, 'TM 4', 5), (5, 1, 11, 'TM 5', 1), (6, 2, 6, 'TM 6', 2), (7, 3, 3, 'TM 7', 3), (8, 4, 1, 'TM 8', 4), (9, 5, 11, 'TM 9', 5),
(10, 1, 5, 'TM 10', 1), (11, 2, 1, 'TM 11', 2), (12, 3, 5, 'TM 12', 3), (13, 4, 5, 'TM 13', 4), (14, 5, 6, 'TM 14', 5), (15, 1, 6, 'TM 15', 1);
-- memory_shares: a share is granted and kept by the agency whose memory it is; agency_id is the one that may use it
INSERT INTO memory_shares (id, memory_id, agency_id, writable, truth) VALUES
(1, 1, 5, false, 2), (2, 1, 4, true, 2), (3, 1, 3, false, 2), (4, 2, 1, true, 3), (5, 2, 2, false, 3), (6, 2, 4, false, 3), (7, 3, 5, true, 4), (8, 3, 2, true, 4), (9, 3, 1, true, 4),
(10, 4, 3, false, 5), (11, 5, 5, true, 1), (12, 6, 3, false, 2), (13, 7, 1, true, 3), (14, 7, 2, true, 3), (15, 8, 1, true, 4), (16, 8, 5, true, 4), (17, 8, 2, true, 4), (18, 9, 1, false, 5),
(19, 10, 5, true, 1), (20, 10, 3, true, 1), (21, 11, 1, true, 2), (22, 11, 4, true, 2), (23, 12, 5, false, 3), (24, 12, 1, true, 3), (25, 12, 4, true, 3), (26, 13, 3, true, 4), (27, 13, 5, true, 4),
(28, 13, 2, false, 4), (29, 14, 2, true, 5), (30, 15, 5, true, 1), (31, 15, 2, false, 1), (32, 15, 4, true, 1);
-- tm_units: tm_id is a memory, which the unit stays in; a job of another agency may have written it
INSERT INTO tm_units (id, tm_id, job_id, source_text, target_text, truth) VALUES
(1, 7, 33, 'Text 1', 'Teksti 1', 3), (2, 1, 49, 'Text 2', 'Teksti 2', 2), (3, 1, 49, 'Text 3', 'Teksti 3', 2), (4, 15, 54, 'Text 4', 'Teksti 4', 1), (5, 7, 72, 'Text 5', 'Teksti 5', 3),
(6, 10, 25, 'Text 6', 'Teksti 6', 1), (7, 6, 49, 'Text 7', 'Teksti 7', 2), (8, 1, 49, 'Text 8', 'Teksti 8', 2), (9, 2, 68, 'Text 9', 'Teksti 9', 3), (10, 15, 70, 'Text 10', 'Teksti 10', 1),
(11, 11, 3, 'Text 11', 'Teksti 11', 2), (12, 8, 8, 'Text 12', 'Teksti 12', 4), (13, 9, 36, 'Text 13', 'Teksti 13', 5), (14, 9, 88, 'Text 14', 'Teksti 14', 5), (15, 14, 49, 'Text 15', 'Teksti 15', 5),
(16, 10, 36, 'Text 16', 'Teksti 16', 1), (17, 11, 49, 'Text 17', 'Teksti 17', 2), (18, 10, 54, 'Text 18', 'Teksti 18', 1), (19, 1, 49, 'Text 19', 'Teksti 19', 2), (20, 11, 7, 'Text 20', 'Teksti 20', 2),
(21, 8, 65, 'Text 21', 'Teksti 21', 4), (22, 15, 41, 'Text 22', 'Teksti 22', 1), (23, 13, 85, 'Text 23', 'Teksti 23', 4), (24, 1, 49, 'Text 24', 'Teksti 24', 2), (25, 5, 16, 'Text 25', 'Teksti 25', 1),
(26, 9, 87, 'Text 26', 'Teksti 26', 5), (27, 12, 19, 'Text 27', 'Teksti 27', 3), (28, 6, 49, 'Text 28', 'Teksti 28', 2), (29, 10, 2, 'Text 29', 'Teksti 29', 1), (30, 8, 65, 'Text 30', 'Teksti 30', 4),
(31, 3, 84, 'Text 31', 'Teksti 31', 4), (32, 2, 4, 'Text 32', 'Teksti 32', 3), (33, 15, 9, 'Text 33', 'Teksti 33', 1), (34, 4, 36, 'Text 34', 'Teksti 34', 5), (35, 2, 57, 'Text 35', 'Teksti 35', 3),
(36, 15, 8, 'Text 36', 'Teksti 36', 1), (37, 8, 70, 'Text 37', 'Teksti 37', 4), (38, 12, 4, 'Text 38', 'Teksti 38', 3), (39, 13, 83, 'Text 39', 'Teksti 39', 4), (40, 15, 25, 'Text 40', 'Teksti 40', 1),
(41, 14, 49, 'Text 41', 'Teksti 41', 5), (42, 8, 8, 'Text 42', 'Teksti 42', 4), (43, 6, 49, 'Text 43', 'Teksti 43', 2), (44, 11, 49, 'Text 44', 'Teksti 44', 2), (45, 3, 75, 'Text 45', 'Teksti 45', 4),
(46, 8, 84, 'Text 46', 'Teksti 46', 4), (47, 8, 78, 'Text 47', 'Teksti 47', 4), (48, 14, 59, 'Text 48', 'Teksti 48', 5), (49, 13, 78, 'Text 49', 'Teksti 49', 4), (50, 10, 14, 'Text 50', 'Teksti 50', 1),
(51, 13, 73, 'Text 51', 'Teksti 51', 4), (52, 1, 49, 'Text 52', 'Teksti 52', 2), (53, 1, 49, 'Text 53', 'Teksti 53', 2), (54, 4, 37, 'Text 54', 'Teksti 54', 5), (55, 4, 32, 'Text 55', 'Teksti 55', 5),
(56, 15, 3, 'Text 56', 'Teksti 56', 1), (57, 10, 72, 'Text 57', 'Teksti 57', 1), (58, 4, 69, 'Text 58', 'Teksti 58', 5), (59, 7, 80, 'Text 59', 'Teksti 59', 3), (60, 10, 86, 'Text 60', 'Teksti 60', 1),
(61, 1, 50, 'Text 61', 'Teksti 61', 2), (62, 4, 51, 'Text 62', 'Teksti 62', 5), (63, 6, 49, 'Text 63', 'Teksti 63', 2), (64, 12, 63, 'Text 64', 'Teksti 64', 3), (65, 10, 10, 'Text 65', 'Teksti 65', 1),
(66, 3, 54, 'Text 66', 'Teksti 66', 4), (67, 5, 41, 'Text 67', 'Teksti 67', 1), (68, 7, 40, 'Text 68', 'Teksti 68', 3), (69, 10, 54, 'Text 69', 'Teksti 69', 1), (70, 10, 77, 'Text 70', 'Teksti 70', 1),
(71, 9, 55, 'Text 71', 'Teksti 71', 5), (72, 14, 88, 'Text 72', 'Teksti 72', 5), (73, 7, 53, 'Text 73', 'Teksti 73', 3), (74, 1, 49, 'Text 74', 'Teksti 74', 2), (75, 4, 47, 'Text 75', 'Teksti 75', 5),
(76, 14, 49, 'Text 76', 'Teksti 76', 5), (77, 9, 37, 'Text 77', 'Teksti 77', 5), (78, 3, 57, 'Text 78', 'Teksti 78', 4), (79, 5, 72, 'Text 79', 'Teksti 79', 1), (80, 12, 71, 'Text 80', 'Teksti 80', 3);
INSERT INTO segments (id, job_id, "position", tm_unit_id, truth) VALUES
(1, 6, 2, 76, 5), (2, 25, 3, NULL, 5), (3, 62, 4, NULL, 3), (4, 61, 5, 46, 4), (5, 20, 6, 12, 1), (6, 45, 7, 29, 1), (7, 1, 8, NULL, 5), (8, 41, 9, 16, 1), (9, 82, 1, NULL, 5), (10, 65, 2, 25, 1),
(11, 66, 3, NULL, 3), (12, 78, 4, 16, 4), (13, 49, 5, 67, 2), (14, 33, 6, 22, 1), (15, 81, 7, 55, 5), (16, 30, 8, 46, 4), (17, 2, 9, NULL, 1), (18, 41, 1, 18, 1), (19, 33, 2, 69, 1), (20, 56, 3, 21, 1),
(21, 82, 4, 3, 5), (22, 4, 5, NULL, 3), (23, 71, 6, NULL, 5), (24, 82, 7, 13, 5), (25, 78, 8, NULL, 4), (26, 1, 9, 75, 5), (27, 30, 1, 71, 4), (28, 67, 2, NULL, 5), (29, 79, 3, NULL, 3),
(30, 5, 4, NULL, 5), (31, 90, 5, 71, 5), (32, 48, 6, 28, 4), (33, 14, 7, NULL, 3), (34, 35, 8, NULL, 3), (35, 87, 9, NULL, 1), (36, 82, 1, 54, 5), (37, 44, 2, 58, 4), (38, 19, 3, 31, 3),
(39, 38, 4, 34, 5), (40, 1, 5, NULL, 5), (41, 23, 6, NULL, 3), (42, 19, 7, 64, 3), (43, 67, 8, 76, 5), (44, 42, 9, 71, 5), (45, 35, 1, 73, 3), (46, 48, 2, 52, 4), (47, 68, 3, NULL, 3),
(48, 61, 4, NULL, 4), (49, 34, 5, NULL, 3), (50, 85, 6, 21, 4), (51, 21, 7, 1, 3), (52, 52, 8, NULL, 5), (53, 2, 9, 13, 1), (54, 70, 1, 46, 4), (55, 84, 2, 30, 5), (56, 41, 3, 40, 1), (57, 88, 4, 62, 5),
(58, 47, 5, 27, 3), (59, 82, 6, NULL, 5), (60, 4, 7, 59, 3), (61, 19, 8, 23, 3), (62, 84, 9, NULL, 5), (63, 39, 1, 51, 4), (64, 32, 2, 1, 3), (65, 84, 3, 28, 5), (66, 53, 4, NULL, 3), (67, 57, 5, 39, 4),
(68, 46, 6, 73, 3), (69, 11, 7, 51, 4), (70, 20, 8, 12, 1), (71, 56, 9, 69, 1), (72, 1, 1, 77, 5), (73, 41, 2, NULL, 1), (74, 71, 3, 48, 5), (75, 84, 4, 29, 5), (76, 47, 5, NULL, 3), (77, 78, 6, 31, 4),
(78, 30, 7, 21, 4), (79, 4, 8, NULL, 3), (80, 15, 9, NULL, 3), (81, 46, 1, NULL, 3), (82, 4, 2, NULL, 3), (83, 17, 3, NULL, 4), (84, 47, 4, 24, 3), (85, 22, 5, NULL, 3), (86, 43, 6, 48, 5),
(87, 70, 7, NULL, 4), (88, 7, 8, 39, 4), (89, 40, 9, 73, 3), (90, 89, 1, NULL, 3), (91, 36, 2, NULL, 5), (92, 73, 3, 73, 3), (93, 49, 4, NULL, 2), (94, 80, 5, NULL, 3), (95, 14, 6, NULL, 3),
(96, 69, 7, 48, 5), (97, 87, 8, 35, 1), (98, 82, 9, 15, 5), (99, 33, 1, 67, 1), (100, 90, 2, 74, 5);
INSERT INTO segments (id, job_id, "position", tm_unit_id, truth) VALUES
(101, 62, 3, 68, 3), (102, 17, 4, 49, 4), (103, 10, 5, 73, 3), (104, 39, 6, 78, 4), (105, 37, 7, 9, 5), (106, 52, 8, 34, 5), (107, 64, 9, NULL, 4), (108, 64, 1, NULL, 4), (109, 71, 2, 58, 5),
(110, 76, 3, 62, 4), (111, 35, 4, NULL, 3), (112, 71, 5, NULL, 5), (113, 87, 6, NULL, 1), (114, 31, 7, NULL, 1), (115, 85, 8, NULL, 4), (116, 74, 9, 32, 3), (117, 9, 1, 45, 1), (118, 82, 2, 34, 5),
(119, 28, 3, NULL, 3), (120, 60, 4, 27, 3);
-- glossary_terms: without agency_id a term is everybody's
INSERT INTO glossary_terms (id, agency_id, language_id, term, truth) VALUES
(1, NULL, 4, 'term1', NULL), (2, 2, 6, 'term2', 2), (3, 4, 6, 'term3', 4), (4, 2, 3, 'term4', 2), (5, NULL, 6, 'term5', NULL), (6, NULL, 7, 'term6', NULL), (7, 5, 3, 'term7', 5), (8, 1, 3, 'term8', 1),
(9, 4, 2, 'term9', 4), (10, NULL, 5, 'term10', NULL), (11, NULL, 7, 'term11', NULL), (12, 2, 4, 'term12', 2), (13, 5, 4, 'term13', 5), (14, 5, 2, 'term14', 5), (15, NULL, 1, 'term15', NULL),
(16, NULL, 2, 'term16', NULL), (17, 5, 1, 'term17', 5), (18, 3, 2, 'term18', 3), (19, 3, 7, 'term19', 3), (20, NULL, 1, 'term20', NULL), (21, NULL, 4, 'term21', NULL), (22, 4, 3, 'term22', 4),
(23, 4, 3, 'term23', 4), (24, 2, 1, 'term24', 2), (25, NULL, 2, 'term25', NULL), (26, NULL, 3, 'term26', NULL), (27, 2, 1, 'term27', 2), (28, 4, 2, 'term28', 4), (29, 5, 7, 'term29', 5),
(30, NULL, 7, 'term30', NULL), (31, NULL, 1, 'term31', NULL), (32, 1, 5, 'term32', 1), (33, 4, 6, 'term33', 4), (34, 3, 2, 'term34', 3), (35, NULL, 1, 'term35', NULL), (36, NULL, 3, 'term36', NULL),
(37, 3, 7, 'term37', 3), (38, 3, 7, 'term38', 3), (39, 4, 7, 'term39', 4), (40, NULL, 6, 'term40', NULL);
INSERT INTO segment_terms (id, segment_id, glossary_term_id, truth) VALUES
(1, 114, 15, 1), (2, 108, 35, 4), (3, 63, 31, 4), (4, 119, 16, 3), (5, 74, 21, 5), (6, 115, 11, 4), (7, 103, 21, 3), (8, 77, 40, 4), (9, 97, 5, 1), (10, 1, 35, 5), (11, 117, 31, 1), (12, 50, 22, 4),
(13, 89, 5, 3), (14, 106, 21, 5), (15, 42, 30, 3), (16, 88, 16, 4), (17, 19, 20, 1), (18, 70, 31, 1), (19, 99, 35, 1), (20, 32, 35, 4), (21, 14, 31, 1), (22, 60, 34, 3), (23, 45, 1, 3), (24, 111, 31, 3),
(25, 76, 26, 3), (26, 61, 30, 3), (27, 25, 20, 4), (28, 23, 31, 5), (29, 3, 34, 3), (30, 115, 22, 4), (31, 85, 38, 3), (32, 44, 30, 5), (33, 97, 15, 1), (34, 39, 14, 5), (35, 69, 39, 4), (36, 88, 10, 4),
(37, 47, 37, 3), (38, 35, 1, 1), (39, 56, 26, 1), (40, 76, 5, 3), (41, 114, 20, 1), (42, 13, 2, 2), (43, 120, 37, 3), (44, 23, 29, 5), (45, 21, 7, 5), (46, 21, 1, 5), (47, 69, 33, 4), (48, 49, 6, 3),
(49, 81, 37, 3), (50, 77, 33, 4), (51, 4, 40, 4), (52, 1, 31, 5), (53, 65, 6, 5), (54, 11, 5, 3), (55, 81, 5, 3), (56, 85, 11, 3), (57, 107, 26, 4), (58, 21, 26, 5), (59, 62, 16, 5), (60, 96, 35, 5);
-- deliveries: uploader_id is a user
INSERT INTO deliveries (id, job_id, uploader_id, round, truth) VALUES
(1, 25, 27, 2, 5), (2, 52, 35, 2, 5), (3, 64, NULL, 1, 4), (4, 41, NULL, 1, 1), (5, 30, 29, 2, 4), (6, 59, 37, 2, 5), (7, 26, 44, 1, 4), (8, 87, 38, 1, 1), (9, 26, 44, 2, 4), (10, 24, 44, 1, 3),
(11, 12, 37, 1, 4), (12, 18, 44, 1, 4), (13, 6, 27, 1, 5), (14, 54, 39, 1, 1), (15, 24, 44, 2, 3), (16, 63, 41, 2, 3), (17, 84, 25, 1, 5), (18, 57, 20, 1, 4), (19, 81, 34, 1, 5), (20, 6, 27, 1, 5),
(21, 84, 25, 1, 5), (22, 89, 42, 1, 3), (23, 82, 41, 1, 5), (24, 59, 37, 2, 5), (25, 39, 35, 1, 4), (26, 30, 29, 1, 4), (27, 32, 45, 1, 3), (28, 47, NULL, 2, 3), (29, 37, 22, 1, 5), (30, 51, 45, 1, 5),
(31, 42, NULL, 2, 5), (32, 42, 38, 2, 5), (33, 29, 39, 2, 4), (34, 31, 39, 1, 1), (35, 89, 42, 2, 3), (36, 7, NULL, 2, 4), (37, 51, 45, 2, 5), (38, 67, 35, 1, 5), (39, 21, 22, 1, 3), (40, 9, 42, 1, 1),
(41, 86, 24, 1, 3), (42, 71, 41, 1, 5), (43, 15, 39, 1, 3), (44, 42, 38, 1, 5), (45, 88, 28, 1, 5), (46, 18, NULL, 1, 4), (47, 59, 37, 2, 5), (48, 1, 34, 1, 5), (49, 40, 35, 1, 3), (50, 58, NULL, 1, 3),
(51, 58, 26, 1, 3), (52, 71, NULL, 1, 5), (53, 59, 37, 1, 5), (54, 27, 38, 1, 5), (55, 43, 36, 1, 5), (56, 7, 22, 1, 4), (57, 87, 38, 1, 1), (58, 71, 41, 2, 5), (59, 4, 36, 1, 3), (60, 90, 27, 1, 5),
(61, 36, 43, 1, 5), (62, 74, NULL, 2, 3), (63, 14, 22, 2, 3), (64, 3, 27, 1, 4), (65, 16, NULL, 1, 5), (66, 42, 38, 2, 5), (67, 39, 35, 2, 4), (68, 89, 42, 2, 3), (69, 58, 26, 1, 3), (70, 60, 25, 1, 3),
(71, 13, 40, 2, 3), (72, 14, 22, 2, 3), (73, 8, 45, 2, 4), (74, 29, NULL, 1, 4), (75, 72, 27, 2, 1), (76, 40, 35, 1, 3), (77, 53, 19, 1, 3), (78, 49, 42, 2, 2), (79, 1, 34, 2, 5), (80, 49, 42, 2, 2);
-- reviews: reviewer_id is a linguist, who for an outside opinion is taken from another agency; the review is of what is reviewed
INSERT INTO reviews (id, delivery_id, reviewer_id, score, truth) VALUES
(1, 39, 16, 3, 3), (2, 31, 15, 2, 5), (3, 17, 25, 1, 5), (4, 13, 39, 4, 5), (5, 10, 40, 3, 3), (6, 80, 17, 3, 2), (7, 1, 10, 4, 5), (8, 8, 17, 4, 1), (9, 55, 27, 3, 5), (10, 54, 36, 2, 5),
(11, 67, 17, 5, 4), (12, 69, 37, 3, 3), (13, 19, 15, 4, 5), (14, 53, 45, 2, 5), (15, 48, 46, 2, 5), (16, 26, 43, 3, 4), (17, 33, 40, 1, 4), (18, 62, 8, 5, 3), (19, 56, 44, 1, 4), (20, 35, 24, 3, 3),
(21, 73, 10, 1, 4), (22, 72, 36, 1, 3), (23, 75, 11, 3, 1), (24, 66, 10, 5, 5), (25, 49, 6, 3, 3), (26, 35, 43, 4, 3), (27, 6, 18, 3, 5), (28, 66, 39, 3, 5), (29, 42, 45, 5, 5), (30, 73, 27, 5, 4),
(31, 9, 32, 3, 4), (32, 23, 41, 4, 5), (33, 65, 41, 1, 5), (34, 9, 34, 1, 4), (35, 3, 12, 5, 4), (36, 2, 5, 5, 5), (37, 2, 45, 5, 5), (38, 37, 45, 4, 5), (39, 37, 4, 2, 5), (40, 1, 16, 4, 5),
(41, 73, 33, 1, 4), (42, 10, 30, 2, 3), (43, 60, 41, 2, 5), (44, 15, 7, 2, 3), (45, 41, 41, 4, 3), (46, 68, 28, 5, 3), (47, 8, 17, 5, 1), (48, 1, 32, 5, 5), (49, 59, 1, 4, 3), (50, 53, 43, 3, 5),
(51, 44, 42, 3, 5), (52, 18, 16, 2, 4), (53, 47, 39, 5, 5), (54, 60, 32, 1, 5), (55, 48, 35, 1, 5), (56, 13, 40, 2, 5), (57, 40, 35, 3, 1), (58, 24, 41, 4, 5), (59, 35, 42, 4, 3), (60, 17, 21, 1, 5);
-- payables: what a freelancer bills is in the books of his agency, or of the one it is billed to if billed_to_id says so
INSERT INTO payables (id, linguist_id, billed_to_id, number, truth) VALUES
(1, 15, 4, 'INV0013', 4), (2, 20, NULL, 'INV0026', 3), (3, 14, 3, 'INV0039', 3), (4, 23, NULL, 'INV0052', 3), (5, 29, 1, 'INV0065', 1), (6, 44, 1, 'INV0078', 1), (7, 26, NULL, 'INV0091', 2),
(8, 17, NULL, 'INV0104', 1), (9, 38, NULL, 'INV0117', 2), (10, 7, 4, 'INV0130', 4), (11, 46, 5, 'INV0143', 5), (12, 30, NULL, 'INV0156', 3), (13, 13, 2, 'INV0169', 2), (14, 37, NULL, 'INV0182', 3),
(15, 33, 4, 'INV0195', 4), (16, 39, 1, 'INV0208', 1), (17, 13, NULL, 'INV0221', 2), (18, 4, NULL, 'INV0234', 5), (19, 31, NULL, 'INV0247', 3), (20, 38, 5, 'INV0260', 5), (21, 33, 1, 'INV0273', 1),
(22, 25, NULL, 'INV0286', 5), (23, 23, 3, 'INV0299', 3), (24, 27, NULL, 'INV0312', 5), (25, 30, 1, 'INV0325', 1), (26, 39, 3, 'INV0338', 3), (27, 6, NULL, 'INV0351', 5), (28, 31, NULL, 'INV0364', 3),
(29, 13, NULL, 'INV0377', 2), (30, 37, 2, 'INV0390', 2), (31, 9, 2, 'INV0403', 2), (32, 11, NULL, 'INV0416', 1), (33, 40, 4, 'INV0429', 4), (34, 15, NULL, 'INV0442', 5), (35, 5, 3, 'INV0455', 3),
(36, 36, 1, 'INV0468', 1), (37, 28, NULL, 'INV0481', 1), (38, 9, NULL, 'INV0494', 3), (39, 28, NULL, 'INV0507', 1), (40, 5, 5, 'INV0520', 5), (41, 2, 1, 'INV0533', 1), (42, 15, NULL, 'INV0546', 5),
(43, 43, 2, 'INV0559', 2), (44, 8, NULL, 'INV0572', 3), (45, 41, 4, 'INV0585', 4), (46, 37, 2, 'INV0598', 2), (47, 4, NULL, 'INV0611', 5), (48, 33, NULL, 'INV0624', 2), (49, 8, NULL, 'INV0637', 3),
(50, 19, 2, 'INV0650', 2);
-- payable_lines: a line is of its bill
INSERT INTO payable_lines (id, payable_id, delivery_id, cents, truth) VALUES
(1, 9, NULL, 88348, 2), (2, 23, NULL, 54409, 3), (3, 50, 80, 33702, 2), (4, 11, 55, 73116, 5), (5, 5, NULL, 17007, 1), (6, 47, 1, 58853, 5), (7, 39, 75, 82511, 1), (8, 4, NULL, 19633, 3),
(9, 26, 51, 52914, 3), (10, 43, 80, 79177, 2), (11, 44, 49, 20455, 3), (12, 10, 74, 75297, 4), (13, 50, NULL, 40578, 2), (14, 45, 36, 17499, 4), (15, 37, NULL, 31653, 1), (16, 8, 34, 85254, 1),
(17, 27, 32, 80975, 5), (18, 39, NULL, 80810, 1), (19, 25, NULL, 4148, 1), (20, 16, 14, 78069, 1), (21, 20, 53, 55885, 5), (22, 38, 43, 58263, 3), (23, 23, 76, 60950, 3), (24, 43, 80, 63898, 2),
(25, 5, 34, 28840, 1), (26, 49, 71, 10049, 3), (27, 26, NULL, 89006, 3), (28, 42, 53, 25734, 5), (29, 3, 35, 60993, 3), (30, 40, 60, 74224, 5), (31, 41, 40, 78266, 1), (32, 44, NULL, 35309, 3),
(33, 23, 63, 10619, 3), (34, 41, NULL, 24378, 1), (35, 39, 75, 21733, 1), (36, 47, NULL, 82550, 5), (37, 29, 80, 4153, 2), (38, 16, 8, 3225, 1), (39, 3, 77, 84123, 3), (40, 43, 78, 68684, 2),
(41, 44, 62, 31748, 3), (42, 10, 25, 48648, 4), (43, 3, 62, 35811, 3), (44, 1, 3, 2624, 4), (45, 13, NULL, 25323, 2), (46, 13, 80, 86995, 2), (47, 7, NULL, 41998, 2), (48, 6, NULL, 11639, 1),
(49, 19, NULL, 1875, 3), (50, 27, 24, 85807, 5), (51, 1, NULL, 59129, 4), (52, 43, 78, 72350, 2), (53, 45, 36, 85446, 4), (54, 38, NULL, 52380, 3), (55, 26, 49, 11856, 3), (56, 17, NULL, 65440, 2),
(57, 48, NULL, 79236, 2), (58, 34, 79, 32593, 5), (59, 38, 22, 71657, 3), (60, 32, 40, 71041, 1), (61, 10, 56, 8903, 4), (62, 34, 37, 69734, 5), (63, 9, 80, 87812, 2), (64, 25, NULL, 84759, 1),
(65, 48, NULL, 20497, 2), (66, 36, 14, 41930, 1), (67, 41, 75, 7203, 1), (68, 49, NULL, 62935, 3), (69, 26, NULL, 3095, 3), (70, 43, 80, 22998, 2), (71, 49, 69, 65901, 3), (72, 40, NULL, 29623, 5),
(73, 48, 78, 23555, 2), (74, 23, NULL, 14102, 3), (75, 38, 59, 23238, 3), (76, 22, 45, 43753, 5), (77, 9, 80, 74917, 2), (78, 44, 51, 53415, 3), (79, 40, 61, 48285, 5), (80, 38, 35, 43401, 3),
(81, 4, NULL, 46052, 3), (82, 13, NULL, 80645, 2), (83, 45, 74, 25495, 4), (84, 33, NULL, 40107, 4), (85, 39, 34, 66717, 1), (86, 25, NULL, 82771, 1), (87, 4, 59, 50978, 3), (88, 41, 34, 47440, 1),
(89, 26, 15, 14684, 3), (90, 24, 44, 12470, 5);
-- handoffs: from_id and to_id are memberships; the project stays where it is
INSERT INTO handoffs (id, project_id, from_id, to_id, note, truth) VALUES
(1, 22, 5, 2, NULL, 5), (2, 2, 7, 7, NULL, 5), (3, 20, 12, 23, NULL, 4), (4, 1, 6, 2, NULL, 3), (5, 13, 12, 23, NULL, 4), (6, 22, 2, 7, NULL, 5), (7, 22, 15, 15, NULL, 5), (8, 30, 4, 18, NULL, 3),
(9, 35, 15, 24, NULL, 5), (10, 23, 20, 8, NULL, 2), (11, 3, 24, 15, NULL, 5), (12, 11, 2, 19, NULL, 5), (13, 38, 6, 19, NULL, 3), (14, 34, 21, 18, NULL, 4), (15, 18, 7, 2, NULL, 5),
(16, 31, 2, 16, NULL, 5), (17, 27, 13, 1, NULL, 1), (18, 36, 1, 22, NULL, 1), (19, 17, 11, 11, NULL, 3), (20, 4, 19, 22, NULL, 3), (21, 19, 6, 19, NULL, 3), (22, 14, 25, 21, NULL, 4),
(23, 28, 23, 9, NULL, 4), (24, 7, 25, 16, NULL, 4), (25, 31, 7, 2, NULL, 5);
-- work_logs: time is of the agency that pays the desk, also when it works on a job that was outsourced to it
INSERT INTO work_logs (id, job_id, membership_id, minutes, truth) VALUES
(1, 2, 16, 88, 2), (2, 35, 25, 85, 4), (3, 55, 4, 112, 3), (4, 59, 16, 17, 2), (5, 29, 17, 184, 1), (6, 85, 6, 146, 3), (7, 19, 17, 224, 1), (8, 57, 16, 131, 2), (9, 44, 25, 14, 4), (10, 82, 6, 190, 3),
(11, 75, 17, 174, 1), (12, 31, 10, 211, 1), (13, 24, 19, 166, 3), (14, 37, 4, 40, 3), (15, 49, 23, 202, 4), (16, 39, 6, 99, 3), (17, 46, 4, 237, 3), (18, 72, 9, 198, 4), (19, 6, 7, 53, 5),
(20, 27, 21, 90, 4), (21, 82, 11, 168, 3), (22, 58, 4, 220, 3), (23, 77, 5, 60, 5), (24, 47, 20, 187, 2), (25, 27, 21, 137, 4), (26, 27, 21, 43, 4), (27, 70, 9, 125, 4), (28, 11, 18, 128, 4),
(29, 63, 11, 80, 3), (30, 75, 26, 150, 1), (31, 42, 18, 108, 4), (32, 43, 5, 176, 5), (33, 65, 4, 173, 3), (34, 14, 11, 227, 3), (35, 25, 26, 144, 1), (36, 39, 19, 99, 3), (37, 61, 23, 206, 4),
(38, 36, 7, 21, 5), (39, 44, 12, 197, 4), (40, 57, 8, 96, 2), (41, 22, 5, 50, 5), (42, 84, 2, 186, 5), (43, 3, 18, 191, 4), (44, 90, 24, 135, 5), (45, 32, 2, 16, 5), (46, 47, 8, 24, 2),
(47, 28, 6, 120, 3), (48, 29, 14, 78, 1), (49, 7, 15, 160, 5), (50, 15, 3, 93, 1), (51, 25, 14, 236, 1), (52, 78, 21, 30, 4), (53, 81, 15, 128, 5), (54, 36, 24, 23, 5), (55, 37, 19, 143, 3),
(56, 27, 23, 168, 4), (57, 29, 26, 231, 1), (58, 72, 23, 40, 4), (59, 53, 6, 109, 3), (60, 25, 14, 127, 1), (61, 37, 19, 127, 3), (62, 74, 19, 200, 3), (63, 40, 11, 79, 3), (64, 75, 22, 16, 1),
(65, 79, 20, 147, 2), (66, 75, 1, 119, 1), (67, 42, 9, 153, 4), (68, 21, 19, 100, 3), (69, 86, 4, 194, 3), (70, 29, 13, 54, 1), (71, 2, 8, 217, 2), (72, 52, 17, 143, 1), (73, 80, 4, 103, 3),
(74, 43, 15, 215, 5), (75, 35, 9, 171, 4), (76, 39, 4, 34, 3), (77, 32, 5, 221, 5), (78, 23, 11, 158, 3), (79, 1, 15, 80, 5), (80, 47, 16, 235, 2);
-- rfqs: a request for bids is of the agency whose job it is; agency_id is the one that is asked
INSERT INTO rfqs (id, job_id, agency_id, sent_at, truth) VALUES
(1, 39, 5, '2025-07-26 08:00', 4), (2, 12, 1, '2025-10-24 08:00', 4), (3, 26, 1, '2025-07-14 08:00', 4), (4, 53, 1, '2025-05-06 08:00', 3), (5, 26, 5, '2025-02-07 08:00', 4),
(6, 54, 3, '2025-12-28 08:00', 1), (7, 82, 2, '2025-04-25 08:00', 5), (8, 9, 2, '2025-03-22 08:00', 1), (9, 64, 1, '2025-06-04 08:00', 4), (10, 70, 2, '2025-07-02 08:00', 4),
(11, 16, 1, '2025-11-02 08:00', 5), (12, 19, 1, '2025-08-21 08:00', 3), (13, 71, 3, '2025-05-01 08:00', 5), (14, 50, 1, '2025-10-02 08:00', 4), (15, 27, 4, '2025-02-01 08:00', 5),
(16, 39, 2, '2025-12-24 08:00', 4), (17, 4, 1, '2025-08-22 08:00', 3), (18, 25, 1, '2025-10-07 08:00', 5), (19, 1, 1, '2025-04-03 08:00', 5), (20, 22, 5, '2025-11-21 08:00', 3),
(21, 61, 2, '2025-03-08 08:00', 4), (22, 77, 5, '2025-05-24 08:00', 3), (23, 39, 3, '2025-09-14 08:00', 4), (24, 85, 5, '2025-03-26 08:00', 4), (25, 83, 3, '2025-07-03 08:00', 4),
(26, 55, 5, '2025-05-25 08:00', 1), (27, 36, 1, '2025-02-28 08:00', 5), (28, 5, 3, '2025-02-11 08:00', 5), (29, 47, 1, '2025-08-04 08:00', 3), (30, 81, 4, '2025-11-08 08:00', 5),
(31, 53, 4, '2025-11-06 08:00', 3), (32, 49, 1, '2025-04-28 08:00', 2), (33, 81, 2, '2025-10-02 08:00', 5), (34, 74, 5, '2025-08-03 08:00', 3), (35, 4, 1, '2025-08-13 08:00', 3),
(36, 87, 4, '2025-10-16 08:00', 1), (37, 89, 4, '2025-01-02 08:00', 3), (38, 45, 4, '2025-04-16 08:00', 1), (39, 59, 3, '2025-12-17 08:00', 5), (40, 59, 1, '2025-07-19 08:00', 5);
-- bids: a bid is of the agency that bids, which is that of the membership
INSERT INTO bids (id, rfq_id, membership_id, cents, truth) VALUES
(1, 39, 4, 33090, 3), (2, 11, 22, 23463, 1), (3, 40, 17, 77424, 1), (4, 21, 16, 66863, 2), (5, 17, 17, 79334, 1), (6, 29, 13, 41769, 1), (7, 19, 1, 30713, 1), (8, 3, 26, 12296, 1), (9, 38, 23, 5979, 4),
(10, 2, 10, 17904, 1), (11, 38, 18, 71565, 4), (12, 28, 11, 64705, 3), (13, 10, 16, 88865, 2), (14, 14, 22, 68319, 1), (15, 15, 23, 8519, 4), (16, 38, 9, 61366, 4), (17, 14, 17, 49440, 1),
(18, 32, 17, 29893, 1), (19, 40, 26, 24034, 1), (20, 31, 25, 12912, 4), (21, 1, 7, 13070, 5), (22, 9, 1, 24939, 1), (23, 32, 13, 44507, 1), (24, 20, 7, 9847, 5), (25, 23, 11, 14484, 3),
(26, 1, 7, 28396, 5), (27, 27, 10, 73129, 1), (28, 10, 16, 20299, 2), (29, 30, 12, 41411, 4), (30, 18, 14, 63559, 1), (31, 17, 13, 73320, 1), (32, 30, 23, 56834, 4), (33, 17, 17, 27747, 1),
(34, 18, 1, 59461, 1), (35, 8, 16, 6055, 2);
-- comments: a comment is of what is commented
INSERT INTO comments (id, commentable_type, commentable_id, author_id, body, truth) VALUES
(1, 'Memory', 14, 5, 'ok', 5), (2, 'Job', 3, 23, 'ok', 4), (3, 'Memory', 3, 4, 'ok', 4), (4, 'Project', 18, 34, 'ok', 5), (5, 'Job', 23, 15, 'ok', 3), (6, 'Project', 15, 38, 'ok', 4),
(7, 'Job', 6, 8, 'ok', 5), (8, 'Memory', 9, 23, 'ok', 5), (9, 'Project', 32, 43, 'ok', 4), (10, 'Memory', 11, 44, 'ok', 2), (11, 'Project', 1, 12, 'ok', 3), (12, 'Memory', 7, 28, 'ok', 3),
(13, 'Job', 21, 9, 'ok', 3), (14, 'Memory', 8, 3, 'ok', 4), (15, 'Job', 72, 17, 'ok', 1), (16, 'Job', 6, 2, 'ok', 5), (17, 'Job', 64, 39, 'ok', 4), (18, 'Memory', 15, 44, 'ok', 1),
(19, 'Project', 17, 17, 'ok', 3), (20, 'Project', 32, 43, 'ok', 4), (21, 'Job', 62, 23, 'ok', 3), (22, 'Job', 60, 16, 'ok', 3), (23, 'Job', 25, 3, 'ok', 5), (24, 'Job', 54, 29, 'ok', 1),
(25, 'Project', 11, 5, 'ok', 5), (26, 'Job', 87, 29, 'ok', 1), (27, 'Job', 75, 26, 'ok', 5), (28, 'Project', 36, 12, 'ok', 1), (29, 'Project', 35, 20, 'ok', 5), (30, 'Project', 29, 36, 'ok', 4),
(31, 'Project', 36, 9, 'ok', 1), (32, 'Project', 17, 17, 'ok', 3), (33, 'Memory', 2, 45, 'ok', 3), (34, 'Memory', 7, 6, 'ok', 3), (35, 'Memory', 8, 24, 'ok', 4), (36, 'Memory', 5, 14, 'ok', 1),
(37, 'Job', 87, 7, 'ok', 1), (38, 'Memory', 7, 11, 'ok', 3), (39, 'Memory', 2, 30, 'ok', 3), (40, 'Job', 60, 44, 'ok', 3), (41, 'Memory', 3, 9, 'ok', 4), (42, 'Project', 39, 25, 'ok', 5),
(43, 'Memory', 11, 4, 'ok', 2), (44, 'Project', 39, 24, 'ok', 5), (45, 'Project', 10, 26, 'ok', 5), (46, 'Memory', 10, 31, 'ok', 1), (47, 'Job', 21, 44, 'ok', 3), (48, 'Project', 2, 12, 'ok', 5),
(49, 'Memory', 8, 18, 'ok', 4), (50, 'Project', 19, 12, 'ok', 3), (51, 'Memory', 7, 11, 'ok', 3), (52, 'Memory', 4, 25, 'ok', 5), (53, 'Project', 14, 43, 'ok', 4), (54, 'Memory', 12, 38, 'ok', 3),
(55, 'Memory', 6, 13, 'ok', 2), (56, 'Project', 7, 23, 'ok', 4), (57, 'Memory', 1, 41, 'ok', 2), (58, 'Memory', 10, 21, 'ok', 1), (59, 'Job', 21, 31, 'ok', 3), (60, 'Project', 33, 19, 'ok', 3),
(61, 'Memory', 2, 6, 'ok', 3), (62, 'Project', 13, 3, 'ok', 4), (63, 'Memory', 1, 5, 'ok', 2), (64, 'Job', 29, 31, 'ok', 4), (65, 'Job', 1, 36, 'ok', 5), (66, 'Job', 55, 14, 'ok', 1),
(67, 'Memory', 5, 13, 'ok', 1), (68, 'Project', 19, 7, 'ok', 3), (69, 'Project', 37, 31, 'ok', 5), (70, 'Memory', 4, 17, 'ok', 5), (71, 'Project', 3, 4, 'ok', 5), (72, 'Job', 4, 31, 'ok', 3),
(73, 'Project', 25, 43, 'ok', 1), (74, 'Job', 26, 22, 'ok', 4), (75, 'Project', 19, 2, 'ok', 3), (76, 'Memory', 8, 40, 'ok', 4), (77, 'Project', 26, 4, 'ok', 5), (78, 'Job', 27, 23, 'ok', 5),
(79, 'Job', 24, 41, 'ok', 3), (80, 'Job', 15, 33, 'ok', 3);
-- active_storage_blobs: a blob is of the record it is attached to; a user's avatar is nobody's
INSERT INTO active_storage_blobs (id, key, filename, truth) VALUES
(3, 'k078d8a1', 'logo.png', 1), (6, 'k0f1b142', 'b.xliff', 4), (9, 'k16a89e3', 'logo.png', 3), (12, 'k1e36284', 'b.xliff', NULL), (15, 'k25c3b25', 'a.docx', 4), (18, 'k2d513c6', 'logo.png', 2),
(21, 'k34dec67', 'logo.png', 3), (24, 'k3c6c508', 'a.docx', 3), (27, 'k43f9da9', 'b.xliff', 5), (30, 'k4b8764a', 'b.xliff', 2), (33, 'k5314eeb', 'logo.png', NULL), (36, 'k5aa278c', 'b.xliff', NULL),
(39, 'k623002d', 'b.xliff', NULL), (42, 'k69bd8ce', 'logo.png', 1), (45, 'k714b16f', 'b.xliff', 5), (48, 'k78d8a10', 'logo.png', 3), (51, 'k80662b1', 'b.xliff', 3), (54, 'k87f3b52', 'a.docx', 2),
(57, 'k8f813f3', 'b.xliff', NULL), (60, 'k970ec94', 'b.xliff', 5), (63, 'k9e9c535', 'b.xliff', 4), (66, 'ka629dd6', 'logo.png', 4), (69, 'kadb7677', 'b.xliff', 1), (72, 'kb544f18', 'b.xliff', 5),
(75, 'kbcd27b9', 'a.docx', NULL), (78, 'kc46005a', 'logo.png', 3), (81, 'kcbed8fb', 'a.docx', 3), (84, 'kd37b19c', 'logo.png', 1), (87, 'kdb08a3d', 'b.xliff', 5), (90, 'ke2962de', 'b.xliff', 5),
(93, 'kea23b7f', 'a.docx', 4), (96, 'kf1b1420', 'logo.png', 2), (99, 'kf93ecc1', 'b.xliff', 5), (102, 'k00cc562', 'logo.png', 2), (105, 'k0859e03', 'b.xliff', 1), (108, 'k0fe76a4', 'a.docx', NULL),
(111, 'k1774f45', 'a.docx', NULL), (114, 'k1f027e6', 'logo.png', 5), (117, 'k2690087', 'b.xliff', 2), (120, 'k2e1d928', 'logo.png', 3), (123, 'k35ab1c9', 'logo.png', 4),
(126, 'k3d38a6a', 'logo.png', NULL), (129, 'k44c630b', 'b.xliff', 4), (132, 'k4c53bac', 'a.docx', 3), (135, 'k53e144d', 'logo.png', NULL), (138, 'k5b6ecee', 'b.xliff', 1),
(141, 'k62fc58f', 'b.xliff', 5), (144, 'k6a89e30', 'a.docx', 5), (147, 'k72176d1', 'b.xliff', 2), (150, 'k79a4f72', 'logo.png', 1), (153, 'k8132813', 'logo.png', NULL), (156, 'k88c00b4', 'logo.png', 4),
(159, 'k904d955', 'a.docx', 1), (162, 'k97db1f6', 'logo.png', 3), (165, 'k9f68a97', 'a.docx', 4), (168, 'ka6f6338', 'logo.png', 4), (171, 'kae83bd9', 'logo.png', NULL), (174, 'kb61147a', 'a.docx', 4),
(177, 'kbd9ed1b', 'a.docx', 5), (180, 'kc52c5bc', 'b.xliff', 3), (183, 'kccb9e5d', 'a.docx', 1), (186, 'kd4476fe', 'logo.png', 5), (189, 'kdbd4f9f', 'logo.png', NULL), (192, 'ke362840', 'a.docx', 5),
(195, 'keaf00e1', 'a.docx', 1), (198, 'kf27d982', 'logo.png', 5), (201, 'kfa0b223', 'logo.png', 4), (204, 'k0198ac4', 'logo.png', 3), (207, 'k0926365', 'a.docx', 3), (210, 'k10b3c06', 'a.docx', 2);
INSERT INTO active_storage_attachments (id, name, record_type, record_id, blob_id, truth) VALUES
(1, 'logo', 'Agency', 1, 3, 1), (2, 'file', 'Delivery', 36, 6, 4), (3, 'file', 'Delivery', 51, 9, 3), (4, 'avatar', 'User', 41, 12, NULL), (5, 'logo', 'Agency', 4, 15, 4),
(6, 'file', 'Delivery', 78, 18, 2), (7, 'file', 'Delivery', 70, 21, 3), (8, 'file', 'Delivery', 27, 24, 3), (9, 'file', 'Delivery', 79, 27, 5), (10, 'logo', 'Client', 2, 30, 2),
(11, 'avatar', 'User', 29, 33, NULL), (12, 'avatar', 'User', 27, 36, NULL), (13, 'avatar', 'User', 43, 39, NULL), (14, 'logo', 'Agency', 1, 42, 1), (15, 'file', 'Delivery', 66, 45, 5),
(16, 'logo', 'Client', 11, 48, 3), (17, 'file', 'Delivery', 51, 51, 3), (18, 'logo', 'Agency', 2, 54, 2), (19, 'avatar', 'User', 45, 57, NULL), (20, 'file', 'Delivery', 42, 60, 5),
(21, 'file', 'Delivery', 74, 63, 4), (22, 'file', 'Delivery', 56, 66, 4), (23, 'file', 'Delivery', 14, 69, 1), (24, 'file', 'Delivery', 13, 72, 5), (25, 'avatar', 'User', 11, 75, NULL),
(26, 'file', 'Delivery', 39, 78, 3), (27, 'file', 'Delivery', 43, 81, 3), (28, 'logo', 'Agency', 1, 84, 1), (29, 'file', 'Delivery', 37, 87, 5), (30, 'file', 'Delivery', 61, 90, 5),
(31, 'file', 'Delivery', 67, 93, 4), (32, 'file', 'Delivery', 80, 96, 2), (33, 'logo', 'Agency', 5, 99, 5), (34, 'logo', 'Agency', 2, 102, 2), (35, 'file', 'Delivery', 4, 105, 1),
(36, 'avatar', 'User', 22, 108, NULL), (37, 'avatar', 'User', 9, 111, NULL), (38, 'file', 'Delivery', 31, 114, 5), (39, 'file', 'Delivery', 78, 117, 2), (40, 'file', 'Delivery', 68, 120, 3),
(41, 'file', 'Delivery', 56, 123, 4), (42, 'avatar', 'User', 2, 126, NULL), (43, 'logo', 'Agency', 4, 129, 4), (44, 'file', 'Delivery', 71, 132, 3), (45, 'avatar', 'User', 28, 135, NULL),
(46, 'file', 'Delivery', 75, 138, 1), (47, 'file', 'Delivery', 29, 141, 5), (48, 'file', 'Delivery', 32, 144, 5), (49, 'file', 'Delivery', 80, 147, 2), (50, 'logo', 'Agency', 1, 150, 1),
(51, 'avatar', 'User', 9, 153, NULL), (52, 'file', 'Delivery', 26, 156, 4), (53, 'file', 'Delivery', 57, 159, 1), (54, 'logo', 'Agency', 3, 162, 3), (55, 'file', 'Delivery', 9, 165, 4),
(56, 'file', 'Delivery', 12, 168, 4), (57, 'avatar', 'User', 18, 171, NULL), (58, 'file', 'Delivery', 18, 174, 4), (59, 'file', 'Delivery', 42, 177, 5), (60, 'file', 'Delivery', 71, 180, 3),
(61, 'logo', 'Agency', 1, 183, 1), (62, 'file', 'Delivery', 44, 186, 5), (63, 'avatar', 'User', 45, 189, NULL), (64, 'file', 'Delivery', 20, 192, 5), (65, 'file', 'Delivery', 34, 195, 1),
(66, 'file', 'Delivery', 38, 198, 5), (67, 'file', 'Delivery', 64, 201, 4), (68, 'file', 'Delivery', 49, 204, 3), (69, 'file', 'Delivery', 16, 207, 3), (70, 'logo', 'Agency', 2, 210, 2);
-- versions: whodunnit is a user's id as text; of a project that is destroyed only the version is left, it is of the agency where that user sits
INSERT INTO versions (id, item_type, item_id, event, whodunnit, created_at, truth) VALUES
(1, 'Project', 18, 'create', '20', '2025-03-05 12:01', 5), (2, 'Linguist', 2, 'create', '5', '2025-08-27 12:02', 2), (3, 'Payable', 3, 'update', NULL, '2025-06-13 12:03', 3),
(4, 'Project', 21, 'update', '12', '2025-02-08 12:04', 3), (5, 'Linguist', 38, 'update', '14', '2025-01-20 12:05', 2), (6, 'Project', 2, 'update', '1', '2025-05-13 12:06', 5),
(7, 'Linguist', 2, 'update', '14', '2025-05-19 12:07', 2), (8, 'Payable', 44, 'create', NULL, '2025-09-27 12:08', 3), (9, 'Project', 18, 'update', '5', '2025-05-16 12:09', 5),
(10, 'Project', 17, 'update', '10', '2025-11-19 12:10', 3), (11, 'Project', 36, 'create', '14', '2025-11-27 12:11', 1), (12, 'Linguist', 15, 'update', '15', '2025-03-09 12:12', 5),
(13, 'Payable', 50, 'update', '3', '2025-09-12 12:13', 2), (14, 'Linguist', 46, 'create', '12', '2025-07-25 12:14', 4), (15, 'Payable', 46, 'create', '2', '2025-03-15 12:15', 2),
(16, 'Linguist', 35, 'create', '20', '2025-02-19 12:16', 1), (17, 'Project', 1, 'create', '6', '2025-09-05 12:17', 3), (18, 'Payable', 30, 'update', NULL, '2025-11-15 12:18', 2),
(19, 'Linguist', 34, 'update', '2', '2025-10-25 12:19', 4), (20, 'Linguist', 4, 'update', '10', '2025-08-05 12:20', 5), (21, 'Linguist', 9, 'update', '20', '2025-05-08 12:21', 3),
(22, 'Project', 14, 'update', '9', '2025-09-21 12:22', 4), (23, 'Payable', 40, 'update', '2', '2025-03-06 12:23', 5), (24, 'Payable', 28, 'create', '20', '2025-01-13 12:24', 3),
(25, 'Project', 10, 'update', '5', '2025-05-09 12:25', 5), (26, 'Payable', 27, 'update', '4', '2025-05-13 12:26', 5), (27, 'Payable', 47, 'update', '15', '2025-03-15 12:27', 5),
(28, 'Payable', 50, 'update', '16', '2025-07-07 12:28', 2), (29, 'Linguist', 44, 'create', '10', '2025-01-02 12:29', 4), (30, 'Project', 21, 'create', '5', '2025-06-05 12:30', 3),
(31, 'Linguist', 6, 'create', NULL, '2025-12-26 12:31', 5), (32, 'Project', 15, 'create', '9', '2025-06-27 12:32', 4), (33, 'Linguist', 7, 'update', NULL, '2025-04-26 12:33', 3),
(34, 'Project', 26, 'update', NULL, '2025-09-16 12:34', 5), (35, 'Payable', 26, 'update', NULL, '2025-06-27 12:35', 3), (36, 'Project', 37, 'create', '14', '2025-05-04 12:36', 5),
(37, 'Linguist', 40, 'update', '19', '2025-10-11 12:37', 4), (38, 'Payable', 13, 'update', NULL, '2025-06-07 12:38', 2), (39, 'Payable', 41, 'update', '19', '2025-06-23 12:39', 1),
(40, 'Payable', 50, 'create', '19', '2025-07-01 12:40', 2), (41, 'Linguist', 20, 'update', NULL, '2025-08-02 12:41', 3), (42, 'Payable', 19, 'update', '10', '2025-02-25 12:42', 3),
(43, 'Linguist', 24, 'create', '17', '2025-05-28 12:43', 2), (44, 'Linguist', 20, 'create', '7', '2025-05-12 12:44', 3), (45, 'Linguist', 14, 'create', '6', '2025-09-15 12:45', 3),
(46, 'Project', 2, 'create', '4', '2025-12-12 12:46', 5), (47, 'Project', 14, 'create', '14', '2025-07-09 12:47', 4), (48, 'Linguist', 21, 'create', '2', '2025-11-03 12:48', 2),
(49, 'Linguist', 35, 'update', '8', '2025-02-02 12:49', 1), (50, 'Project', 10, 'create', '6', '2025-04-05 12:50', 5), (51, 'Payable', 44, 'create', '17', '2025-10-09 12:51', 3),
(52, 'Project', 28, 'update', '3', '2025-07-06 12:52', 4), (53, 'Payable', 5, 'update', '2', '2025-09-15 12:53', 1), (54, 'Project', 29, 'update', '20', '2025-02-19 12:54', 4),
(55, 'Linguist', 37, 'update', '19', '2025-02-16 12:55', 3), (56, 'Payable', 26, 'create', '1', '2025-10-20 12:56', 3), (57, 'Project', 12, 'update', '9', '2025-10-25 12:57', 3),
(58, 'Project', 35, 'create', '1', '2025-08-27 12:58', 5), (59, 'Project', 5, 'create', '16', '2025-07-19 12:59', 5), (60, 'Project', 18, 'create', '8', '2025-11-18 12:00', 5),
(61, 'Linguist', 14, 'update', NULL, '2025-07-08 12:01', 3), (62, 'Linguist', 12, 'create', '16', '2025-12-26 12:02', 3), (63, 'Payable', 33, 'update', '4', '2025-11-20 12:03', 4),
(64, 'Payable', 14, 'update', '9', '2025-03-24 12:04', 3), (65, 'Linguist', 42, 'create', NULL, '2025-08-23 12:05', 3), (66, 'Linguist', 6, 'update', '3', '2025-09-05 12:06', 5),
(67, 'Payable', 26, 'create', '1', '2025-09-16 12:07', 3), (68, 'Project', 10, 'create', NULL, '2025-05-23 12:08', 5), (69, 'Payable', 24, 'update', '13', '2025-01-06 12:09', 5),
(70, 'Linguist', 24, 'update', '18', '2025-07-23 12:10', 2), (71, 'Project', 27, 'update', '11', '2025-11-17 12:11', 1), (72, 'Payable', 12, 'update', '10', '2025-07-14 12:12', 3),
(73, 'Payable', 2, 'update', '8', '2025-10-15 12:13', 3), (74, 'Project', 21, 'update', '4', '2025-04-18 12:14', 3), (75, 'Linguist', 39, 'update', '2', '2025-04-18 12:15', 5),
(76, 'Project', 31, 'create', '17', '2025-01-22 12:16', 5), (77, 'Payable', 10, 'update', NULL, '2025-02-16 12:17', 4), (78, 'Project', 15, 'create', NULL, '2025-12-04 12:18', 4),
(79, 'Project', 22, 'update', '18', '2025-12-21 12:19', 5), (80, 'Linguist', 17, 'create', '5', '2025-08-03 12:20', 1), (81, 'Payable', 24, 'create', NULL, '2025-04-26 12:21', 5),
(82, 'Linguist', 23, 'create', '15', '2025-05-05 12:22', 3), (83, 'Project', 10, 'update', NULL, '2025-03-11 12:23', 5), (84, 'Project', 6, 'create', '10', '2025-11-04 12:24', 3),
(85, 'Payable', 11, 'create', '13', '2025-05-08 12:25', 5), (86, 'Linguist', 13, 'create', '9', '2025-07-19 12:26', 2), (87, 'Linguist', 4, 'update', '7', '2025-02-15 12:27', 5),
(88, 'Payable', 45, 'create', '3', '2025-02-06 12:28', 4), (89, 'Project', 24, 'create', NULL, '2025-03-19 12:29', 4), (90, 'Linguist', 16, 'update', '13', '2025-01-12 12:30', 4),
(91, 'Project', 51, 'destroy', '5', '2025-12-11 12:00', 3), (92, 'Project', 52, 'destroy', '8', '2025-12-12 12:00', 1), (93, 'Project', 53, 'destroy', '16', '2025-12-13 12:00', 4),
(94, 'Project', 54, 'destroy', '20', '2025-12-14 12:00', 1);
-- away_days: a freelancer is away for everybody
INSERT INTO away_days (id, user_id, starts_on, ends_on, truth) VALUES
(1, 35, '2026-02-02', '2026-02-14', NULL), (2, 41, '2026-03-02', '2026-03-15', NULL), (3, 30, '2026-04-02', '2026-04-08', NULL), (4, 28, '2026-05-02', '2026-05-12', NULL),
(5, 34, '2026-06-02', '2026-06-18', NULL), (6, 34, '2026-07-02', '2026-07-15', NULL), (7, 42, '2026-08-02', '2026-08-10', NULL), (8, 29, '2026-09-02', '2026-09-06', NULL),
(9, 34, '2026-10-02', '2026-10-09', NULL), (10, 29, '2026-11-02', '2026-11-18', NULL), (11, 29, '2026-12-02', '2026-12-16', NULL), (12, 21, '2026-01-02', '2026-01-03', NULL),
(13, 34, '2026-02-02', '2026-02-08', NULL), (14, 27, '2026-03-02', '2026-03-15', NULL), (15, 27, '2026-04-02', '2026-04-09', NULL), (16, 43, '2026-05-02', '2026-05-13', NULL),
(17, 44, '2026-06-02', '2026-06-11', NULL), (18, 23, '2026-07-02', '2026-07-08', NULL), (19, 37, '2026-08-02', '2026-08-06', NULL), (20, 28, '2026-09-02', '2026-09-11', NULL),
(21, 24, '2026-10-02', '2026-10-11', NULL), (22, 25, '2026-11-02', '2026-11-06', NULL), (23, 43, '2026-12-02', '2026-12-18', NULL), (24, 45, '2026-01-02', '2026-01-17', NULL),
(25, 20, '2026-02-02', '2026-02-20', NULL), (26, 31, '2026-03-02', '2026-03-03', NULL), (27, 25, '2026-04-02', '2026-04-11', NULL), (28, 23, '2026-05-02', '2026-05-17', NULL),
(29, 40, '2026-06-02', '2026-06-03', NULL), (30, 27, '2026-07-02', '2026-07-17', NULL);
