-- organizations bodies.code body_code
-- A federation of churches: the tenant is a body (synod, diocese, deanery or parish), each under another; a row is of the body that keeps the register, never of those above it. Souls are on the rolls of several parishes, clergy serve at several.
CREATE TABLE bodies (code text PRIMARY KEY, under text REFERENCES bodies, rank text NOT NULL, title text, truth text);
CREATE TABLE calendar (day date PRIMARY KEY, feast text, colour text, truth text);
CREATE TABLE souls (id int PRIMARY KEY, christened text, surname text, born date, truth text);
CREATE TABLE kin (soul_id int REFERENCES souls, other_soul_id int REFERENCES souls, degree text NOT NULL, truth text, PRIMARY KEY (soul_id, other_soul_id));
CREATE TABLE rolls (soul_id int REFERENCES souls, parish text REFERENCES bodies, enrolled_on date, truth text, PRIMARY KEY (soul_id, parish));
CREATE TABLE clergy (soul_id int PRIMARY KEY REFERENCES souls, ordained_by text NOT NULL REFERENCES bodies, incardinated_in text NOT NULL REFERENCES bodies, faculty_no text UNIQUE, truth text);
CREATE TABLE appointments (id int PRIMARY KEY, clergy_id int NOT NULL REFERENCES clergy, body text NOT NULL REFERENCES bodies, office text, since date, truth text);
CREATE TABLE households (id int PRIMARY KEY, parish text NOT NULL REFERENCES bodies, surname text, truth text);
CREATE TABLE household_souls (household_id int REFERENCES households ON DELETE CASCADE, soul_id int REFERENCES souls, truth text, PRIMARY KEY (soul_id, household_id));
CREATE TABLE churches (id int PRIMARY KEY, body text NOT NULL REFERENCES bodies, dedication text, truth text);
CREATE TABLE services (id int PRIMARY KEY, church_id int NOT NULL REFERENCES churches, celebrant int NOT NULL REFERENCES appointments, covering_for int REFERENCES appointments, day date REFERENCES calendar, kind text, truth text);
CREATE TABLE baptisms (id int PRIMARY KEY, service_id int NOT NULL REFERENCES services, child int NOT NULL REFERENCES souls, home_parish text NOT NULL REFERENCES bodies, truth text);
CREATE TABLE marriages (id int PRIMARY KEY, service_id int NOT NULL REFERENCES services, groom int REFERENCES souls, bride int REFERENCES souls, banns_at text REFERENCES bodies, truth text);
CREATE TABLE marginal_notes (id int PRIMARY KEY, marriage_id int NOT NULL REFERENCES marriages, baptism_id int NOT NULL REFERENCES baptisms, noted_on date, truth text);
CREATE TABLE dispensations (id int PRIMARY KEY, marriage_id int NOT NULL REFERENCES marriages, granted_by int NOT NULL REFERENCES appointments, ground text, truth text);
CREATE TABLE accounts (iban text PRIMARY KEY, body text NOT NULL REFERENCES bodies, bank text, truth text);
CREATE TABLE postings (iban text REFERENCES accounts, seq int, amount numeric(10,2), counterpart text, truth text, PRIMARY KEY (iban, seq));
CREATE TABLE levies (id int PRIMARY KEY, body text NOT NULL REFERENCES bodies, levied_by text NOT NULL REFERENCES bodies, year int, amount numeric(10,2), truth text);
CREATE TABLE remittances (id int PRIMARY KEY, levy_id int NOT NULL REFERENCES levies, drawn_on text NOT NULL REFERENCES accounts, paid_on date, truth text);
CREATE TABLE funds (id int PRIMARY KEY, body text REFERENCES bodies, purpose text, truth text);
CREATE TABLE pledges (id int PRIMARY KEY, soul_id int NOT NULL REFERENCES souls, parish text NOT NULL REFERENCES bodies, fund_id int REFERENCES funds, year int, truth text);
CREATE TABLE gifts (id int PRIMARY KEY, soul_id int REFERENCES souls, credited_to text NOT NULL REFERENCES accounts, fund_id int REFERENCES funds, amount numeric(10,2), truth text);
CREATE TABLE guilds (id int PRIMARY KEY, body text NOT NULL REFERENCES bodies, mother_guild int REFERENCES guilds, title text, truth text);
CREATE TABLE guild_souls (guild_id int REFERENCES guilds, soul_id int REFERENCES souls, part text, truth text, PRIMARY KEY (guild_id, soul_id));
CREATE TABLE chattels (id int PRIMARY KEY, body text NOT NULL REFERENCES bodies, kind text, portrait_in int REFERENCES churches, truth text);
CREATE TABLE chattel_loans (id int PRIMARY KEY, chattel_id int NOT NULL REFERENCES chattels, lent_to text NOT NULL REFERENCES bodies, until date, truth text);
CREATE TABLE graves (id int PRIMARY KEY, churchyard int NOT NULL, plot text, truth text);
CREATE TABLE burials (id int PRIMARY KEY, service_id int NOT NULL REFERENCES services, grave_id int NOT NULL REFERENCES graves, soul_id int REFERENCES souls, truth text);
CREATE TABLE letters_of_transfer (id int PRIMARY KEY, soul_id int NOT NULL, from_parish text NOT NULL, to_parish text NOT NULL, written_on date, truth text);
CREATE TABLE notices (id int PRIMARY KEY, of_what char(1) NOT NULL, of_which int NOT NULL, body_text text, truth text);
INSERT INTO bodies (code, under, rank, title, truth) VALUES
('SYN', NULL, 'synod', 'Synod SYN', NULL), ('NO', 'SYN', 'diocese', 'Diocese NO', NULL), ('SO', 'SYN', 'diocese', 'Diocese SO', NULL), ('NO-A', 'NO', 'deanery', 'Deanery NO-A', NULL),
('NO-A-1', 'NO-A', 'parish', 'Parish NO-A-1', NULL), ('NO-A-2', 'NO-A', 'parish', 'Parish NO-A-2', NULL), ('NO-3', 'NO', 'parish', 'Parish NO-3', NULL), ('SO-1', 'SO', 'parish', 'Parish SO-1', NULL),
('SO-2', 'SO', 'parish', 'Parish SO-2', NULL), ('SO-3', 'SO', 'parish', 'Parish SO-3', NULL);
INSERT INTO calendar (day, feast, colour, truth) VALUES
('2025-01-02', 'Feast 0', 'green', NULL), ('2025-02-02', NULL, 'white', NULL), ('2025-03-02', NULL, 'white', NULL), ('2025-04-02', NULL, 'green', NULL), ('2025-05-02', 'Feast 4', 'red', NULL),
('2025-06-02', NULL, 'violet', NULL), ('2025-07-02', NULL, 'white', NULL), ('2025-08-02', NULL, 'violet', NULL), ('2025-09-02', 'Feast 8', 'violet', NULL), ('2025-10-02', NULL, 'green', NULL),
('2025-11-02', NULL, 'red', NULL), ('2025-12-02', NULL, 'green', NULL), ('2025-01-08', 'Feast 12', 'green', NULL), ('2025-02-08', NULL, 'violet', NULL), ('2025-03-08', NULL, 'white', NULL),
('2025-04-08', NULL, 'violet', NULL), ('2025-05-08', 'Feast 16', 'red', NULL), ('2025-06-08', NULL, 'green', NULL), ('2025-07-08', NULL, 'violet', NULL), ('2025-08-08', NULL, 'red', NULL),
('2025-09-08', 'Feast 20', 'green', NULL), ('2025-10-08', NULL, 'white', NULL), ('2025-11-08', NULL, 'white', NULL), ('2025-12-08', NULL, 'red', NULL), ('2025-01-14', 'Feast 24', 'white', NULL),
('2025-02-14', NULL, 'white', NULL), ('2025-03-14', NULL, 'white', NULL), ('2025-04-14', NULL, 'red', NULL), ('2025-05-14', 'Feast 28', 'green', NULL), ('2025-06-14', NULL, 'white', NULL),
('2025-07-14', NULL, 'red', NULL), ('2025-08-14', NULL, 'white', NULL), ('2025-09-14', 'Feast 32', 'green', NULL), ('2025-10-14', NULL, 'red', NULL), ('2025-11-14', NULL, 'red', NULL),
('2025-12-14', NULL, 'white', NULL), ('2025-01-20', 'Feast 36', 'red', NULL), ('2025-02-20', NULL, 'green', NULL), ('2025-03-20', NULL, 'violet', NULL), ('2025-04-20', NULL, 'white', NULL),
('2025-05-20', 'Feast 40', 'red', NULL), ('2025-06-20', NULL, 'white', NULL), ('2025-07-20', NULL, 'green', NULL), ('2025-08-20', NULL, 'white', NULL), ('2025-09-20', 'Feast 44', 'violet', NULL),
('2025-10-20', NULL, 'green', NULL), ('2025-11-20', NULL, 'white', NULL), ('2025-12-20', NULL, 'violet', NULL), ('2025-01-26', 'Feast 48', 'green', NULL), ('2025-02-26', NULL, 'red', NULL),
('2025-03-26', NULL, 'white', NULL), ('2025-04-26', NULL, 'white', NULL), ('2025-05-26', 'Feast 52', 'green', NULL), ('2025-06-26', NULL, 'violet', NULL), ('2025-07-26', NULL, 'green', NULL),
('2025-08-26', NULL, 'green', NULL), ('2025-09-26', 'Feast 56', 'red', NULL), ('2025-10-26', NULL, 'white', NULL), ('2025-11-26', NULL, 'white', NULL), ('2025-12-26', NULL, 'red', NULL);
-- souls: a soul belongs to nobody
INSERT INTO souls (id, christened, surname, born, truth) VALUES
(1, 'Paul', 'Holm', '1995-11-11', NULL), (2, 'Ruth', 'Abbott', '1998-12-11', NULL), (3, 'Ruth', 'Holm', '1962-04-11', NULL), (4, 'Clare', 'Wells', '1978-01-11', NULL),
(5, 'Simon', 'Lund', '1949-10-11', NULL), (6, 'Paul', 'Lund', '1938-02-11', NULL), (7, 'Simon', 'Crane', '1949-04-11', NULL), (8, 'Clare', 'Crane', '1974-09-11', NULL),
(9, 'Simon', 'Abbott', '1934-08-11', NULL), (10, 'Simon', 'Crane', '1933-09-11', NULL), (11, 'Agnes', 'Crane', '1985-02-11', NULL), (12, 'Paul', 'Crane', '1994-12-11', NULL),
(13, 'Paul', 'Abbott', '1999-09-11', NULL), (14, 'Simon', 'Lund', '1940-05-11', NULL), (15, 'Paul', 'Wells', '1973-05-11', NULL), (16, 'Agnes', 'Wells', '1976-08-11', NULL),
(17, 'Agnes', 'Holm', '1962-04-11', NULL), (18, 'Agnes', 'Abbott', '1995-03-11', NULL), (19, 'Clare', 'Abbott', '1962-07-11', NULL), (20, 'Clare', 'Holm', '1949-01-11', NULL),
(21, 'Ruth', 'Abbott', '1964-10-11', NULL), (22, 'Ruth', 'Crane', '1979-04-11', NULL), (23, 'Ruth', 'Abbott', '1950-05-11', NULL), (24, 'Clare', 'Wells', '1981-06-11', NULL),
(25, 'Ruth', 'Wells', '1990-12-11', NULL), (26, 'Agnes', 'Lund', '1976-12-11', NULL), (27, 'Paul', 'Crane', '1973-09-11', NULL), (28, 'Paul', 'Lund', '1984-02-11', NULL),
(29, 'Ruth', 'Holm', '1960-08-11', NULL), (30, 'Agnes', 'Crane', '1958-08-11', NULL), (31, 'Ruth', 'Crane', '1969-05-11', NULL), (32, 'Paul', 'Crane', '1989-08-11', NULL),
(33, 'Clare', 'Wells', '1948-12-11', NULL), (34, 'Clare', 'Wells', '1931-12-11', NULL), (35, 'Ruth', 'Crane', '1952-02-11', NULL), (36, 'Ruth', 'Crane', '1977-10-11', NULL),
(37, 'Simon', 'Abbott', '1930-02-11', NULL), (38, 'Ruth', 'Abbott', '1988-03-11', NULL), (39, 'Ruth', 'Crane', '1980-11-11', NULL), (40, 'Agnes', 'Holm', '1995-11-11', NULL),
(41, 'Agnes', 'Wells', '1987-11-11', NULL), (42, 'Simon', 'Abbott', '1939-10-11', NULL), (43, 'Ruth', 'Holm', '1945-06-11', NULL), (44, 'Paul', 'Holm', '1948-11-11', NULL),
(45, 'Clare', 'Wells', '1956-02-11', NULL), (46, 'Ruth', 'Abbott', '1964-10-11', NULL), (47, 'Clare', 'Lund', '1969-07-11', NULL), (48, 'Clare', 'Crane', '1953-04-11', NULL),
(49, 'Agnes', 'Crane', '1978-11-11', NULL), (50, 'Paul', 'Crane', '1981-06-11', NULL), (51, 'Clare', 'Abbott', '1954-06-11', NULL), (52, 'Agnes', 'Abbott', '1988-03-11', NULL),
(53, 'Paul', 'Lund', '1976-11-11', NULL), (54, 'Agnes', 'Crane', '1967-01-11', NULL), (55, 'Agnes', 'Abbott', '1998-07-11', NULL), (56, 'Paul', 'Lund', '1983-01-11', NULL),
(57, 'Simon', 'Wells', '1995-11-11', NULL), (58, 'Paul', 'Holm', '1972-08-11', NULL), (59, 'Ruth', 'Crane', '1947-11-11', NULL), (60, 'Agnes', 'Holm', '1938-03-11', NULL),
(61, 'Clare', 'Lund', '1936-04-11', NULL), (62, 'Agnes', 'Wells', '1966-07-11', NULL), (63, 'Ruth', 'Wells', '1991-09-11', NULL), (64, 'Clare', 'Holm', '1966-12-11', NULL),
(65, 'Paul', 'Lund', '1988-05-11', NULL), (66, 'Paul', 'Holm', '1970-07-11', NULL), (67, 'Ruth', 'Crane', '1963-05-11', NULL), (68, 'Paul', 'Abbott', '1953-01-11', NULL),
(69, 'Clare', 'Holm', '1995-07-11', NULL), (70, 'Ruth', 'Abbott', '1983-08-11', NULL), (71, 'Ruth', 'Holm', '1939-02-11', NULL), (72, 'Ruth', 'Crane', '1962-05-11', NULL),
(73, 'Ruth', 'Holm', '1933-04-11', NULL), (74, 'Simon', 'Lund', '1987-03-11', NULL), (75, 'Simon', 'Lund', '1956-05-11', NULL), (76, 'Paul', 'Abbott', '1957-06-11', NULL),
(77, 'Clare', 'Crane', '1998-11-11', NULL), (78, 'Clare', 'Wells', '1972-06-11', NULL), (79, 'Ruth', 'Crane', '1990-12-11', NULL), (80, 'Paul', 'Holm', '1968-06-11', NULL),
(81, 'Simon', 'Lund', '1962-05-11', NULL), (82, 'Ruth', 'Abbott', '1989-01-11', NULL), (83, 'Ruth', 'Lund', '1940-09-11', NULL), (84, 'Agnes', 'Wells', '1963-07-11', NULL),
(85, 'Clare', 'Lund', '1995-08-11', NULL), (86, 'Paul', 'Wells', '1994-05-11', NULL), (87, 'Clare', 'Crane', '1930-12-11', NULL), (88, 'Agnes', 'Abbott', '1951-11-11', NULL),
(89, 'Clare', 'Holm', '1967-06-11', NULL), (90, 'Ruth', 'Abbott', '1964-02-11', NULL);
INSERT INTO kin (soul_id, other_soul_id, degree, truth) VALUES
(35, 73, 'child', NULL), (10, 58, 'spouse', NULL), (68, 79, 'child', NULL), (20, 43, 'child', NULL), (2, 82, 'spouse', NULL), (12, 90, 'sibling', NULL), (37, 76, 'spouse', NULL),
(18, 38, 'spouse', NULL), (21, 50, 'sibling', NULL), (59, 73, 'spouse', NULL), (15, 90, 'spouse', NULL), (40, 90, 'sibling', NULL), (13, 22, 'spouse', NULL), (14, 60, 'child', NULL),
(24, 26, 'sibling', NULL), (8, 86, 'child', NULL), (55, 66, 'sibling', NULL), (54, 71, 'sibling', NULL), (45, 89, 'spouse', NULL), (18, 84, 'sibling', NULL), (11, 43, 'spouse', NULL),
(39, 58, 'child', NULL), (12, 71, 'child', NULL), (31, 32, 'sibling', NULL), (20, 82, 'spouse', NULL);
INSERT INTO rolls (soul_id, parish, enrolled_on, truth) VALUES
(1, 'SO-3', '2012-01-06', 'SO-3'), (2, 'SO-1', '2003-01-06', 'SO-1'), (3, 'SO-2', '2006-01-06', 'SO-2'), (3, 'NO-3', '2008-01-06', 'NO-3'), (4, 'SO-3', '2023-01-06', 'SO-3'),
(5, 'NO-A-2', '2015-01-06', 'NO-A-2'), (6, 'SO-2', '2024-01-06', 'SO-2'), (6, 'NO-3', '2020-01-06', 'NO-3'), (7, 'SO-3', '2007-01-06', 'SO-3'), (8, 'SO-3', '2017-01-06', 'SO-3'),
(9, 'NO-A-1', '2006-01-06', 'NO-A-1'), (9, 'NO-3', '2009-01-06', 'NO-3'), (10, 'SO-3', '2022-01-06', 'SO-3'), (11, 'SO-3', '2009-01-06', 'SO-3'), (12, 'SO-3', '2019-01-06', 'SO-3'),
(12, 'NO-A-2', '2014-01-06', 'NO-A-2'), (13, 'NO-3', '2024-01-06', 'NO-3'), (14, 'SO-1', '2023-01-06', 'SO-1'), (15, 'NO-A-2', '2001-01-06', 'NO-A-2'), (15, 'NO-A-1', '2017-01-06', 'NO-A-1'),
(16, 'SO-3', '2022-01-06', 'SO-3'), (17, 'SO-3', '2009-01-06', 'SO-3'), (18, 'SO-3', '2005-01-06', 'SO-3'), (18, 'SO-1', '2014-01-06', 'SO-1'), (19, 'SO-1', '2012-01-06', 'SO-1'),
(20, 'NO-3', '2002-01-06', 'NO-3'), (21, 'SO-2', '2020-01-06', 'SO-2'), (21, 'NO-A-2', '2008-01-06', 'NO-A-2'), (22, 'SO-1', '2007-01-06', 'SO-1'), (23, 'NO-A-2', '2005-01-06', 'NO-A-2'),
(24, 'NO-A-2', '2017-01-06', 'NO-A-2'), (24, 'NO-3', '2025-01-06', 'NO-3'), (25, 'SO-2', '2017-01-06', 'SO-2'), (26, 'SO-2', '2016-01-06', 'SO-2'), (27, 'SO-3', '2025-01-06', 'SO-3'),
(27, 'NO-A-2', '2006-01-06', 'NO-A-2'), (28, 'NO-3', '2008-01-06', 'NO-3'), (29, 'SO-1', '2004-01-06', 'SO-1'), (30, 'SO-2', '2005-01-06', 'SO-2'), (30, 'NO-A-2', '2006-01-06', 'NO-A-2'),
(31, 'NO-A-2', '2016-01-06', 'NO-A-2'), (32, 'NO-A-2', '2019-01-06', 'NO-A-2'), (33, 'SO-1', '2025-01-06', 'SO-1'), (33, 'SO-2', '2017-01-06', 'SO-2'), (34, 'NO-A-2', '2011-01-06', 'NO-A-2'),
(35, 'SO-3', '2006-01-06', 'SO-3'), (36, 'NO-3', '2014-01-06', 'NO-3'), (36, 'SO-3', '2022-01-06', 'SO-3'), (37, 'SO-3', '2019-01-06', 'SO-3'), (38, 'SO-1', '2006-01-06', 'SO-1'),
(39, 'NO-3', '2022-01-06', 'NO-3'), (39, 'NO-A-2', '2006-01-06', 'NO-A-2'), (40, 'NO-3', '2001-01-06', 'NO-3'), (41, 'NO-A-1', '2007-01-06', 'NO-A-1'), (42, 'SO-3', '2025-01-06', 'SO-3'),
(42, 'NO-3', '2007-01-06', 'NO-3'), (43, 'NO-A-2', '2019-01-06', 'NO-A-2'), (44, 'NO-A-2', '2010-01-06', 'NO-A-2'), (45, 'SO-3', '2011-01-06', 'SO-3'), (45, 'SO-1', '2014-01-06', 'SO-1'),
(46, 'SO-1', '2022-01-06', 'SO-1'), (47, 'NO-A-2', '2012-01-06', 'NO-A-2'), (48, 'NO-3', '2022-01-06', 'NO-3'), (48, 'NO-A-1', '2001-01-06', 'NO-A-1'), (49, 'NO-3', '2009-01-06', 'NO-3'),
(50, 'SO-2', '2003-01-06', 'SO-2'), (51, 'SO-3', '2025-01-06', 'SO-3'), (51, 'SO-2', '2013-01-06', 'SO-2'), (52, 'SO-1', '2020-01-06', 'SO-1'), (53, 'NO-3', '2004-01-06', 'NO-3'),
(54, 'NO-3', '2008-01-06', 'NO-3'), (54, 'NO-A-2', '2015-01-06', 'NO-A-2'), (55, 'NO-A-2', '2004-01-06', 'NO-A-2'), (56, 'NO-3', '2012-01-06', 'NO-3'), (57, 'SO-1', '2021-01-06', 'SO-1'),
(57, 'NO-A-2', '2023-01-06', 'NO-A-2'), (58, 'NO-3', '2022-01-06', 'NO-3'), (59, 'SO-3', '2018-01-06', 'SO-3'), (60, 'NO-3', '2003-01-06', 'NO-3'), (60, 'SO-3', '2014-01-06', 'SO-3'),
(61, 'NO-A-2', '2002-01-06', 'NO-A-2'), (62, 'SO-3', '2023-01-06', 'SO-3'), (63, 'NO-A-2', '2023-01-06', 'NO-A-2'), (63, 'NO-A-1', '2006-01-06', 'NO-A-1'), (64, 'SO-1', '2004-01-06', 'SO-1'),
(65, 'NO-A-2', '2009-01-06', 'NO-A-2'), (66, 'NO-A-2', '2001-01-06', 'NO-A-2'), (66, 'SO-1', '2005-01-06', 'SO-1'), (67, 'SO-3', '2006-01-06', 'SO-3'), (68, 'NO-A-1', '2020-01-06', 'NO-A-1'),
(69, 'SO-3', '2006-01-06', 'SO-3'), (69, 'NO-A-2', '2024-01-06', 'NO-A-2'), (70, 'SO-3', '2021-01-06', 'SO-3'), (71, 'SO-1', '2025-01-06', 'SO-1'), (72, 'SO-3', '2007-01-06', 'SO-3'),
(72, 'SO-2', '2007-01-06', 'SO-2'), (73, 'NO-A-1', '2008-01-06', 'NO-A-1'), (74, 'SO-2', '2013-01-06', 'SO-2'), (75, 'SO-1', '2011-01-06', 'SO-1'), (75, 'NO-A-1', '2006-01-06', 'NO-A-1');
INSERT INTO rolls (soul_id, parish, enrolled_on, truth) VALUES
(76, 'NO-A-1', '2020-01-06', 'NO-A-1'), (77, 'SO-3', '2012-01-06', 'SO-3'), (78, 'NO-A-1', '2021-01-06', 'NO-A-1'), (78, 'NO-3', '2009-01-06', 'NO-3'), (79, 'NO-A-2', '2020-01-06', 'NO-A-2'),
(80, 'SO-1', '2018-01-06', 'SO-1'), (81, 'SO-2', '2016-01-06', 'SO-2'), (81, 'NO-A-1', '2005-01-06', 'NO-A-1'), (82, 'NO-A-1', '2005-01-06', 'NO-A-1'), (83, 'SO-1', '2012-01-06', 'SO-1'),
(84, 'NO-A-1', '2006-01-06', 'NO-A-1'), (84, 'SO-2', '2011-01-06', 'SO-2'), (85, 'NO-A-1', '2018-01-06', 'NO-A-1'), (86, 'NO-A-2', '2009-01-06', 'NO-A-2'), (87, 'SO-2', '2020-01-06', 'SO-2'),
(87, 'SO-3', '2011-01-06', 'SO-3'), (88, 'NO-A-2', '2019-01-06', 'NO-A-2'), (89, 'SO-1', '2017-01-06', 'SO-1'), (90, 'NO-A-1', '2009-01-06', 'NO-A-1'), (90, 'SO-1', '2022-01-06', 'SO-1');
-- clergy: of the diocese where he is incardinated, not the one that ordained him
INSERT INTO clergy (soul_id, ordained_by, incardinated_in, faculty_no, truth) VALUES
(1, 'NO', 'SO', 'F053', 'SO'), (2, 'NO', 'NO', 'F106', 'NO'), (3, 'SO', 'SO', 'F159', 'SO'), (4, 'NO', 'NO', 'F212', 'NO'), (5, 'NO', 'SO', 'F265', 'SO'), (6, 'SO', 'NO', 'F318', 'NO'),
(7, 'SO', 'SO', 'F371', 'SO'), (8, 'NO', 'NO', 'F424', 'NO'), (9, 'SO', 'SO', 'F477', 'SO'), (10, 'SO', 'NO', 'F530', 'NO'), (11, 'NO', 'SO', 'F583', 'SO'), (12, 'SYN', 'NO', 'F636', 'NO'),
(13, 'SO', 'SO', 'F689', 'SO'), (14, 'NO', 'NO', 'F742', 'NO'), (15, 'NO', 'SO', 'F795', 'SO'), (16, 'SO', 'NO', 'F848', 'NO'), (17, 'SYN', 'SO', 'F901', 'SO'), (18, 'NO', 'NO', 'F954', 'NO');
-- appointments: an office is of the body that has it
INSERT INTO appointments (id, clergy_id, body, office, since, truth) VALUES
(1, 6, 'NO-A-1', 'rector', '2013-09-01', 'NO-A-1'), (2, 11, 'NO-A-1', 'rector', '2021-09-01', 'NO-A-1'), (3, 14, 'NO-A-2', 'rector', '2022-09-01', 'NO-A-2'),
(4, 7, 'NO-A-2', 'rector', '2007-09-01', 'NO-A-2'), (5, 8, 'NO-3', 'rector', '2020-09-01', 'NO-3'), (6, 2, 'NO-3', 'rector', '2024-09-01', 'NO-3'), (7, 3, 'SO-1', 'rector', '2006-09-01', 'SO-1'),
(8, 9, 'SO-1', 'rector', '2006-09-01', 'SO-1'), (9, 13, 'SO-2', 'rector', '2020-09-01', 'SO-2'), (10, 1, 'SO-2', 'rector', '2024-09-01', 'SO-2'), (11, 1, 'SO-3', 'rector', '2015-09-01', 'SO-3'),
(12, 7, 'SO-3', 'rector', '2018-09-01', 'SO-3'), (13, 14, 'NO', 'bishop', '2014-09-01', 'NO'), (14, 7, 'SO', 'bishop', '2015-09-01', 'SO'), (15, 13, 'NO-A', 'dean', '2023-09-01', 'NO-A'),
(16, 6, 'SYN', 'bishop', '2017-09-01', 'SYN'), (17, 2, 'NO', 'chancellor', '2019-09-01', 'NO'), (18, 15, 'SO', 'chancellor', '2019-09-01', 'SO');
INSERT INTO households (id, parish, surname, truth) VALUES
(1, 'SO-2', 'Lund', 'SO-2'), (2, 'NO-3', 'Abbott', 'NO-3'), (3, 'NO-A-2', 'Crane', 'NO-A-2'), (4, 'SO-3', 'Holm', 'SO-3'), (5, 'NO-A-2', 'Crane', 'NO-A-2'), (6, 'NO-A-2', 'Lund', 'NO-A-2'),
(7, 'SO-1', 'Lund', 'SO-1'), (8, 'SO-3', 'Holm', 'SO-3'), (9, 'NO-A-2', 'Holm', 'NO-A-2'), (10, 'NO-A-2', 'Abbott', 'NO-A-2'), (11, 'NO-A-1', 'Abbott', 'NO-A-1'), (12, 'NO-3', 'Holm', 'NO-3'),
(13, 'NO-3', 'Abbott', 'NO-3'), (14, 'SO-3', 'Holm', 'SO-3'), (15, 'NO-3', 'Wells', 'NO-3'), (16, 'NO-A-2', 'Holm', 'NO-A-2'), (17, 'SO-2', 'Crane', 'SO-2'), (18, 'NO-A-2', 'Crane', 'NO-A-2'),
(19, 'NO-A-2', 'Abbott', 'NO-A-2'), (20, 'NO-3', 'Lund', 'NO-3'), (21, 'SO-2', 'Wells', 'SO-2'), (22, 'SO-1', 'Wells', 'SO-1'), (23, 'NO-A-2', 'Wells', 'NO-A-2'), (24, 'NO-3', 'Wells', 'NO-3'),
(25, 'SO-3', 'Holm', 'SO-3'), (26, 'NO-3', 'Wells', 'NO-3'), (27, 'SO-1', 'Holm', 'SO-1'), (28, 'NO-A-2', 'Holm', 'NO-A-2'), (29, 'NO-A-1', 'Abbott', 'NO-A-1'), (30, 'SO-2', 'Holm', 'SO-2');
INSERT INTO household_souls (household_id, soul_id, truth) VALUES
(2, 1, 'NO-3'), (3, 2, 'NO-A-2'), (4, 3, 'SO-3'), (5, 4, 'NO-A-2'), (6, 5, 'NO-A-2'), (7, 6, 'SO-1'), (8, 7, 'SO-3'), (9, 8, 'NO-A-2'), (10, 9, 'NO-A-2'), (11, 10, 'NO-A-1'), (12, 11, 'NO-3'),
(13, 12, 'NO-3'), (14, 13, 'SO-3'), (15, 14, 'NO-3'), (16, 15, 'NO-A-2'), (17, 16, 'SO-2'), (18, 17, 'NO-A-2'), (19, 18, 'NO-A-2'), (20, 19, 'NO-3'), (21, 20, 'SO-2'), (22, 21, 'SO-1'),
(23, 22, 'NO-A-2'), (24, 23, 'NO-3'), (25, 24, 'SO-3'), (26, 25, 'NO-3'), (27, 26, 'SO-1'), (28, 27, 'NO-A-2'), (29, 28, 'NO-A-1'), (30, 29, 'SO-2'), (1, 30, 'SO-2'), (2, 31, 'NO-3'), (3, 32, 'NO-A-2'),
(4, 33, 'SO-3'), (5, 34, 'NO-A-2'), (6, 35, 'NO-A-2'), (7, 36, 'SO-1'), (8, 37, 'SO-3'), (9, 38, 'NO-A-2'), (10, 39, 'NO-A-2'), (11, 40, 'NO-A-1'), (12, 41, 'NO-3'), (13, 42, 'NO-3'), (14, 43, 'SO-3'),
(15, 44, 'NO-3'), (16, 45, 'NO-A-2'), (17, 46, 'SO-2'), (18, 47, 'NO-A-2'), (19, 48, 'NO-A-2'), (20, 49, 'NO-3'), (21, 50, 'SO-2'), (22, 51, 'SO-1'), (23, 52, 'NO-A-2'), (24, 53, 'NO-3'),
(25, 54, 'SO-3'), (26, 55, 'NO-3'), (27, 56, 'SO-1'), (28, 57, 'NO-A-2'), (29, 58, 'NO-A-1'), (30, 59, 'SO-2'), (1, 60, 'SO-2'), (2, 61, 'NO-3'), (3, 62, 'NO-A-2'), (4, 63, 'SO-3'), (5, 64, 'NO-A-2'),
(6, 65, 'NO-A-2'), (7, 66, 'SO-1'), (8, 67, 'SO-3'), (9, 68, 'NO-A-2'), (10, 69, 'NO-A-2'), (11, 70, 'NO-A-1'), (12, 71, 'NO-3'), (13, 72, 'NO-3'), (14, 73, 'SO-3'), (15, 74, 'NO-3'), (16, 75, 'NO-A-2'),
(17, 76, 'SO-2'), (18, 77, 'NO-A-2'), (19, 78, 'NO-A-2'), (20, 79, 'NO-3'), (21, 80, 'SO-2');
INSERT INTO churches (id, body, dedication, truth) VALUES
(1, 'NO-A-1', 'St Giles', 'NO-A-1'), (2, 'NO-A-2', 'St Hilda', 'NO-A-2'), (3, 'NO-3', 'St Giles', 'NO-3'), (4, 'SO-1', 'St Botolph', 'SO-1'), (5, 'SO-2', 'St Olave', 'SO-2'),
(6, 'SO-3', 'St Giles', 'SO-3'), (7, 'NO', 'St Hilda', 'NO'), (8, 'SO', 'St Anne', 'SO'), (9, 'NO-A-1', 'St Anne', 'NO-A-1'), (10, 'NO-A-2', 'St Giles', 'NO-A-2'), (11, 'NO-3', 'St Hilda', 'NO-3'),
(12, 'SO-1', 'St Hilda', 'SO-1');
-- services: a service is of the parish in whose church it is held, whoever celebrates or is covered for
INSERT INTO services (id, church_id, celebrant, covering_for, day, kind, truth) VALUES
(1, 1, 4, NULL, '2025-01-08', 'mass', 'NO-A-1'), (2, 5, 9, 6, '2025-09-26', 'matins', 'SO-2'), (3, 4, 7, NULL, '2025-09-20', 'matins', 'SO-1'), (4, 12, 7, NULL, '2025-05-20', 'mass', 'SO-1'),
(5, 3, 2, 6, '2025-08-26', 'burial', 'NO-3'), (6, 2, 1, NULL, '2025-03-14', 'burial', 'NO-A-2'), (7, 3, 6, NULL, '2025-04-14', 'evensong', 'NO-3'), (8, 4, 8, NULL, '2025-05-26', 'matins', 'SO-1'),
(9, 7, 17, NULL, '2025-01-26', 'mass', 'NO'), (10, 9, 17, 1, '2025-06-08', 'matins', 'NO-A-1'), (11, 6, 18, 18, '2025-08-20', 'evensong', 'SO-3'), (12, 9, 1, NULL, '2025-01-08', 'matins', 'NO-A-1'),
(13, 3, 5, NULL, '2025-03-14', 'evensong', 'NO-3'), (14, 6, 11, NULL, '2025-09-20', 'evensong', 'SO-3'), (15, 6, 9, 12, '2025-05-08', 'burial', 'SO-3'), (16, 3, 1, NULL, '2025-07-20', 'mass', 'NO-3'),
(17, 11, 5, NULL, '2025-05-20', 'burial', 'NO-3'), (18, 1, 2, NULL, '2025-07-08', 'matins', 'NO-A-1'), (19, 1, 1, NULL, '2025-07-26', 'mass', 'NO-A-1'), (20, 7, 1, 13, '2025-05-26', 'matins', 'NO'),
(21, 11, 1, NULL, '2025-04-26', 'matins', 'NO-3'), (22, 3, 6, NULL, '2025-09-02', 'matins', 'NO-3'), (23, 11, 6, NULL, '2025-09-14', 'mass', 'NO-3'), (24, 7, 17, NULL, '2025-10-08', 'matins', 'NO'),
(25, 7, 3, 13, '2025-04-02', 'mass', 'NO'), (26, 6, 8, NULL, '2025-10-20', 'mass', 'SO-3'), (27, 6, 11, NULL, '2025-08-02', 'mass', 'SO-3'), (28, 7, 13, NULL, '2025-11-20', 'burial', 'NO'),
(29, 2, 3, 17, '2025-04-26', 'evensong', 'NO-A-2'), (30, 6, 7, 11, '2025-08-20', 'burial', 'SO-3'), (31, 10, 17, NULL, '2025-09-26', 'burial', 'NO-A-2'),
(32, 11, 6, NULL, '2025-08-26', 'burial', 'NO-3'), (33, 10, 4, NULL, '2025-04-02', 'evensong', 'NO-A-2'), (34, 9, 2, NULL, '2025-05-14', 'evensong', 'NO-A-1'),
(35, 2, 6, 3, '2025-07-02', 'mass', 'NO-A-2'), (36, 2, 13, NULL, '2025-03-08', 'burial', 'NO-A-2'), (37, 5, 10, NULL, '2025-06-08', 'matins', 'SO-2'), (38, 11, 5, 16, '2025-08-20', 'burial', 'NO-3'),
(39, 11, 5, NULL, '2025-11-02', 'burial', 'NO-3'), (40, 8, 8, 18, '2025-11-14', 'evensong', 'SO'), (41, 5, 14, NULL, '2025-06-02', 'mass', 'SO-2'), (42, 9, 1, NULL, '2025-12-26', 'evensong', 'NO-A-1'),
(43, 1, 2, NULL, '2025-08-20', 'matins', 'NO-A-1'), (44, 3, 6, NULL, '2025-05-20', 'mass', 'NO-3'), (45, 1, 4, 2, '2025-04-20', 'matins', 'NO-A-1'), (46, 12, 18, NULL, '2025-01-20', 'burial', 'SO-1'),
(47, 2, 3, 3, '2025-12-02', 'burial', 'NO-A-2'), (48, 2, 4, NULL, '2025-07-20', 'mass', 'NO-A-2'), (49, 1, 1, NULL, '2025-03-20', 'mass', 'NO-A-1'), (50, 7, 5, 17, '2025-08-08', 'burial', 'NO'),
(51, 2, 2, NULL, '2025-08-08', 'burial', 'NO-A-2'), (52, 5, 9, NULL, '2025-06-02', 'burial', 'SO-2'), (53, 1, 1, NULL, '2025-04-02', 'matins', 'NO-A-1'),
(54, 2, 3, NULL, '2025-03-14', 'burial', 'NO-A-2'), (55, 10, 13, 4, '2025-09-08', 'matins', 'NO-A-2'), (56, 7, 4, 9, '2025-07-14', 'evensong', 'NO'), (57, 6, 12, NULL, '2025-07-26', 'matins', 'SO-3'),
(58, 4, 8, NULL, '2025-01-26', 'mass', 'SO-1'), (59, 11, 5, NULL, '2025-05-20', 'evensong', 'NO-3'), (60, 2, 2, 4, '2025-04-02', 'evensong', 'NO-A-2'),
(61, 9, 13, NULL, '2025-10-08', 'evensong', 'NO-A-1'), (62, 9, 2, NULL, '2025-01-08', 'evensong', 'NO-A-1'), (63, 3, 5, NULL, '2025-09-08', 'burial', 'NO-3'),
(64, 3, 5, NULL, '2025-06-02', 'mass', 'NO-3'), (65, 7, 2, 17, '2025-01-08', 'matins', 'NO'), (66, 10, 2, NULL, '2025-09-20', 'mass', 'NO-A-2'), (67, 11, 6, NULL, '2025-05-08', 'evensong', 'NO-3'),
(68, 12, 8, NULL, '2025-12-02', 'evensong', 'SO-1'), (69, 9, 2, NULL, '2025-06-14', 'matins', 'NO-A-1'), (70, 3, 17, 5, '2025-11-20', 'matins', 'NO-3'), (71, 9, 15, NULL, '2025-03-02', 'mass', 'NO-A-1'),
(72, 10, 4, NULL, '2025-02-20', 'evensong', 'NO-A-2'), (73, 9, 2, NULL, '2025-06-14', 'burial', 'NO-A-1'), (74, 9, 1, 3, '2025-10-02', 'mass', 'NO-A-1'), (75, 9, 3, 1, '2025-05-20', 'mass', 'NO-A-1'),
(76, 9, 17, NULL, '2025-05-26', 'burial', 'NO-A-1'), (77, 1, 2, NULL, '2025-12-26', 'matins', 'NO-A-1'), (78, 3, 6, NULL, '2025-06-08', 'evensong', 'NO-3'),
(79, 4, 7, NULL, '2025-05-02', 'mass', 'SO-1'), (80, 2, 13, 3, '2025-03-14', 'burial', 'NO-A-2'), (81, 6, 7, NULL, '2025-07-08', 'matins', 'SO-3'), (82, 3, 5, NULL, '2025-01-20', 'burial', 'NO-3'),
(83, 7, 13, 6, '2025-03-08', 'mass', 'NO'), (84, 1, 1, NULL, '2025-02-20', 'evensong', 'NO-A-1'), (85, 10, 1, 3, '2025-10-20', 'matins', 'NO-A-2'), (86, 1, 17, NULL, '2025-01-14', 'evensong', 'NO-A-1'),
(87, 12, 8, NULL, '2025-05-14', 'mass', 'SO-1'), (88, 3, 5, NULL, '2025-11-20', 'mass', 'NO-3'), (89, 7, 17, NULL, '2025-04-08', 'mass', 'NO'), (90, 1, 3, 2, '2025-05-26', 'evensong', 'NO-A-1');
-- baptisms: entered in the register of the parish where it takes place; home_parish is where the family lives
INSERT INTO baptisms (id, service_id, child, home_parish, truth) VALUES
(1, 79, 32, 'NO-3', 'SO-1'), (2, 11, 88, 'SO-3', 'SO-3'), (3, 5, 64, 'NO-3', 'NO-3'), (4, 58, 33, 'SO-1', 'SO-1'), (5, 23, 62, 'SO-1', 'NO-3'), (6, 69, 68, 'SO-2', 'NO-A-1'), (7, 65, 42, 'SO-3', 'NO'),
(8, 57, 36, 'SO-3', 'SO-3'), (9, 57, 82, 'SO-3', 'SO-3'), (10, 65, 72, 'SO-3', 'NO'), (11, 59, 32, 'NO-A-1', 'NO-3'), (12, 18, 77, 'NO-A-1', 'NO-A-1'), (13, 70, 59, 'NO-3', 'NO-3'),
(14, 69, 85, 'NO-A-1', 'NO-A-1'), (15, 88, 63, 'SO-3', 'NO-3'), (16, 29, 71, 'SO-2', 'NO-A-2'), (17, 28, 64, 'NO-A-2', 'NO'), (18, 44, 39, 'NO-3', 'NO-3'), (19, 17, 59, 'NO-3', 'NO-3'),
(20, 44, 76, 'SO-1', 'NO-3'), (21, 48, 42, 'NO-3', 'NO-A-2'), (22, 72, 79, 'NO-A-2', 'NO-A-2'), (23, 81, 76, 'SO-3', 'SO-3'), (24, 19, 77, 'NO-A-1', 'NO-A-1'), (25, 57, 43, 'SO-2', 'SO-3'),
(26, 7, 40, 'SO-1', 'NO-3'), (27, 64, 64, 'NO-3', 'NO-3'), (28, 42, 57, 'NO-A-1', 'NO-A-1'), (29, 83, 32, 'NO-A-1', 'NO'), (30, 83, 85, 'SO-1', 'NO'), (31, 19, 55, 'NO-A-2', 'NO-A-1'),
(32, 62, 35, 'NO-A-1', 'NO-A-1'), (33, 47, 32, 'NO-A-2', 'NO-A-2'), (34, 51, 78, 'NO-A-2', 'NO-A-2'), (35, 47, 47, 'NO-3', 'NO-A-2'), (36, 53, 59, 'NO-A-2', 'NO-A-1'), (37, 66, 59, 'NO-A-2', 'NO-A-2'),
(38, 4, 88, 'SO-1', 'SO-1'), (39, 63, 81, 'NO-3', 'NO-3'), (40, 3, 42, 'NO-A-2', 'SO-1'), (41, 79, 44, 'NO-A-1', 'SO-1'), (42, 19, 77, 'NO-A-1', 'NO-A-1'), (43, 40, 69, 'SO-1', 'SO'),
(44, 45, 76, 'NO-A-1', 'NO-A-1'), (45, 53, 70, 'NO-3', 'NO-A-1'), (46, 4, 82, 'NO-A-1', 'SO-1'), (47, 36, 46, 'NO-A-2', 'NO-A-2'), (48, 40, 38, 'SO-3', 'SO'), (49, 42, 85, 'NO-A-1', 'NO-A-1'),
(50, 27, 33, 'SO-2', 'SO-3');
-- marriages: as baptisms, where it takes place
INSERT INTO marriages (id, service_id, groom, bride, banns_at, truth) VALUES
(1, 25, 19, 83, 'SO-1', 'NO'), (2, 60, 4, 48, 'NO-A-2', 'NO-A-2'), (3, 14, 26, 86, 'NO-A-2', 'SO-3'), (4, 49, 19, 49, 'SO-2', 'NO-A-1'), (5, 9, 9, 73, NULL, 'NO'), (6, 52, 3, 76, 'SO-2', 'SO-2'),
(7, 45, 19, 76, NULL, 'NO-A-1'), (8, 38, 22, 88, 'NO-3', 'NO-3'), (9, 30, 36, 76, 'SO-3', 'SO-3'), (10, 21, 13, 54, 'NO-3', 'NO-3'), (11, 19, 16, 51, NULL, 'NO-A-1'), (12, 9, 36, 48, NULL, 'NO'),
(13, 76, 6, 80, 'SO-1', 'NO-A-1'), (14, 57, 24, 85, 'NO-A-1', 'SO-3'), (15, 73, 10, 83, 'NO-A-1', 'NO-A-1'), (16, 55, 43, 61, NULL, 'NO-A-2'), (17, 30, 4, 46, NULL, 'SO-3'),
(18, 8, 5, 46, 'SO-1', 'SO-1'), (19, 67, 15, 66, 'NO-3', 'NO-3'), (20, 14, 9, 78, 'SO-3', 'SO-3'), (21, 26, 12, 52, NULL, 'SO-3'), (22, 73, 28, 54, 'NO-A-1', 'NO-A-1'), (23, 59, 9, 75, 'NO-3', 'NO-3'),
(24, 50, 38, 48, 'NO-3', 'NO'), (25, 51, 29, 69, 'NO-A-1', 'NO-A-2'), (26, 42, 19, 59, NULL, 'NO-A-1'), (27, 8, 28, 76, NULL, 'SO-1'), (28, 64, 27, 70, 'SO-1', 'NO-3'), (29, 80, 2, 62, NULL, 'NO-A-2'),
(30, 25, 19, 75, NULL, 'NO'), (31, 66, 7, 58, 'NO-A-2', 'NO-A-2'), (32, 15, 22, 86, 'SO-3', 'SO-3'), (33, 25, 1, 84, 'SO-3', 'NO'), (34, 6, 18, 69, 'SO-1', 'NO-A-2'), (35, 16, 1, 50, 'SO-3', 'NO-3');
-- marginal_notes: written into the margin of the register of baptisms, so it is of the parish of the baptism
INSERT INTO marginal_notes (id, marriage_id, baptism_id, noted_on, truth) VALUES
(1, 12, 10, '2025-04-20', 'NO'), (2, 8, 41, '2025-04-20', 'SO-1'), (3, 5, 47, '2025-04-20', 'NO-A-2'), (4, 1, 42, '2025-07-20', 'NO-A-1'), (5, 24, 29, '2025-09-20', 'NO'),
(6, 28, 13, '2025-01-20', 'NO-3'), (7, 31, 7, '2025-01-20', 'NO'), (8, 17, 1, '2025-09-20', 'SO-1'), (9, 25, 18, '2025-12-20', 'NO-3'), (10, 4, 32, '2025-02-20', 'NO-A-1'),
(11, 1, 10, '2025-08-20', 'NO'), (12, 23, 32, '2025-03-20', 'NO-A-1'), (13, 18, 22, '2025-05-20', 'NO-A-2'), (14, 15, 2, '2025-08-20', 'SO-3'), (15, 6, 23, '2025-07-20', 'SO-3'),
(16, 15, 44, '2025-10-20', 'NO-A-1'), (17, 10, 7, '2025-05-20', 'NO'), (18, 18, 26, '2025-04-20', 'NO-3'), (19, 7, 22, '2025-06-20', 'NO-A-2'), (20, 10, 27, '2025-12-20', 'NO-3'),
(21, 16, 22, '2025-07-20', 'NO-A-2'), (22, 7, 25, '2025-11-20', 'SO-3'), (23, 24, 16, '2025-08-20', 'NO-A-2'), (24, 31, 23, '2025-06-20', 'SO-3'), (25, 17, 23, '2025-03-20', 'SO-3'),
(26, 20, 50, '2025-08-20', 'SO-3'), (27, 29, 20, '2025-03-20', 'NO-3'), (28, 11, 26, '2025-08-20', 'NO-3'), (29, 32, 28, '2025-04-20', 'NO-A-1'), (30, 22, 32, '2025-01-20', 'NO-A-1'),
(31, 6, 26, '2025-05-20', 'NO-3'), (32, 33, 24, '2025-06-20', 'NO-A-1'), (33, 5, 37, '2025-10-20', 'NO-A-2'), (34, 29, 9, '2025-11-20', 'SO-3'), (35, 15, 28, '2025-02-20', 'NO-A-1'),
(36, 20, 50, '2025-12-20', 'SO-3'), (37, 4, 33, '2025-04-20', 'NO-A-2'), (38, 27, 29, '2025-06-20', 'NO'), (39, 31, 32, '2025-04-20', 'NO-A-1'), (40, 33, 17, '2025-06-20', 'NO');
-- dispensations: kept by the chancery of the one who grants it, not by the parish of the marriage
INSERT INTO dispensations (id, marriage_id, granted_by, ground, truth) VALUES
(1, 3, 18, 'no banns', 'SO'), (2, 1, 13, 'mixed faith', 'NO'), (3, 28, 13, 'kinship', 'NO'), (4, 5, 17, 'mixed faith', 'NO'), (5, 30, 17, 'mixed faith', 'NO'), (6, 1, 13, 'kinship', 'NO'),
(7, 13, 13, 'no banns', 'NO'), (8, 26, 1, 'mixed faith', 'NO-A-1'), (9, 6, 14, 'mixed faith', 'SO'), (10, 15, 13, 'no banns', 'NO'), (11, 33, 17, 'no banns', 'NO'), (12, 32, 12, 'kinship', 'SO-3'),
(13, 20, 18, 'mixed faith', 'SO'), (14, 8, 17, 'kinship', 'NO'), (15, 1, 17, 'no banns', 'NO'), (16, 25, 4, 'no banns', 'NO-A-2'), (17, 34, 17, 'mixed faith', 'NO'), (18, 34, 17, 'no banns', 'NO'),
(19, 28, 13, 'kinship', 'NO'), (20, 10, 6, 'kinship', 'NO-3'), (21, 18, 14, 'no banns', 'SO'), (22, 20, 14, 'mixed faith', 'SO'), (23, 31, 13, 'no banns', 'NO'), (24, 35, 6, 'no banns', 'NO-3'),
(25, 22, 17, 'no banns', 'NO');
INSERT INTO accounts (iban, body, bank, truth) VALUES
('GB11CHUR007919', 'SYN', 'Co-op', 'SYN'), ('GB12CHUR015838', 'NO', 'Barclays', 'NO'), ('GB13CHUR023757', 'SO', 'Co-op', 'SO'), ('GB14CHUR031676', 'NO-A', 'Barclays', 'NO-A'),
('GB15CHUR039595', 'NO-A-1', 'Co-op', 'NO-A-1'), ('GB16CHUR047514', 'NO-A-2', 'Co-op', 'NO-A-2'), ('GB17CHUR055433', 'NO-3', 'Barclays', 'NO-3'), ('GB18CHUR063352', 'SO-1', 'Barclays', 'SO-1'),
('GB19CHUR071271', 'SO-2', 'Co-op', 'SO-2'), ('GB20CHUR079190', 'SO-3', 'Hoare', 'SO-3'), ('GB21CHUR087109', 'NO-A-1', 'Co-op', 'NO-A-1'), ('GB22CHUR095028', 'NO-A-2', 'Barclays', 'NO-A-2'),
('GB23CHUR102947', 'NO-3', 'Co-op', 'NO-3'), ('GB24CHUR110866', 'SO-1', 'Co-op', 'SO-1'), ('GB25CHUR118785', 'SO-2', 'Hoare', 'SO-2'), ('GB26CHUR126704', 'SO-3', 'Hoare', 'SO-3'),
('GB27CHUR134623', 'NO', 'Hoare', 'NO');
-- postings: counterpart is an iban too, often of another body
INSERT INTO postings (iban, seq, amount, counterpart, truth) VALUES
('GB11CHUR007919', 1, 858, 'GB14CHUR031676', 'SYN'), ('GB11CHUR007919', 2, 405, 'GB24CHUR110866', 'SYN'), ('GB11CHUR007919', 3, -782, NULL, 'SYN'), ('GB11CHUR007919', 4, 822, NULL, 'SYN'),
('GB11CHUR007919', 5, 383, 'GB12CHUR015838', 'SYN'), ('GB12CHUR015838', 1, 144, NULL, 'NO'), ('GB12CHUR015838', 2, 528, 'GB27CHUR134623', 'NO'), ('GB12CHUR015838', 3, 94, 'GB17CHUR055433', 'NO'),
('GB12CHUR015838', 4, 836, NULL, 'NO'), ('GB12CHUR015838', 5, -405, NULL, 'NO'), ('GB13CHUR023757', 1, -258, NULL, 'SO'), ('GB13CHUR023757', 2, -323, NULL, 'SO'), ('GB13CHUR023757', 3, -545, NULL, 'SO'),
('GB13CHUR023757', 4, -847, 'GB24CHUR110866', 'SO'), ('GB13CHUR023757', 5, 163, 'GB27CHUR134623', 'SO'), ('GB14CHUR031676', 1, -811, 'GB21CHUR087109', 'NO-A'), ('GB14CHUR031676', 2, 92, NULL, 'NO-A'),
('GB14CHUR031676', 3, -643, NULL, 'NO-A'), ('GB14CHUR031676', 4, 161, NULL, 'NO-A'), ('GB14CHUR031676', 5, -418, 'GB24CHUR110866', 'NO-A'), ('GB15CHUR039595', 1, 428, 'GB24CHUR110866', 'NO-A-1'),
('GB15CHUR039595', 2, -403, 'GB22CHUR095028', 'NO-A-1'), ('GB15CHUR039595', 3, -646, 'GB12CHUR015838', 'NO-A-1'), ('GB15CHUR039595', 4, -92, NULL, 'NO-A-1'),
('GB15CHUR039595', 5, 316, 'GB21CHUR087109', 'NO-A-1'), ('GB16CHUR047514', 1, 544, 'GB13CHUR023757', 'NO-A-2'), ('GB16CHUR047514', 2, 543, 'GB15CHUR039595', 'NO-A-2'),
('GB16CHUR047514', 3, -614, NULL, 'NO-A-2'), ('GB16CHUR047514', 4, -659, NULL, 'NO-A-2'), ('GB16CHUR047514', 5, 135, NULL, 'NO-A-2'), ('GB17CHUR055433', 1, -185, 'GB11CHUR007919', 'NO-3'),
('GB17CHUR055433', 2, 787, 'GB21CHUR087109', 'NO-3'), ('GB17CHUR055433', 3, -836, NULL, 'NO-3'), ('GB17CHUR055433', 4, -165, 'GB20CHUR079190', 'NO-3'), ('GB17CHUR055433', 5, 43, NULL, 'NO-3'),
('GB18CHUR063352', 1, 589, NULL, 'SO-1'), ('GB18CHUR063352', 2, 184, NULL, 'SO-1'), ('GB18CHUR063352', 3, -103, NULL, 'SO-1'), ('GB18CHUR063352', 4, -87, 'GB24CHUR110866', 'SO-1'),
('GB18CHUR063352', 5, 142, NULL, 'SO-1'), ('GB19CHUR071271', 1, -289, NULL, 'SO-2'), ('GB19CHUR071271', 2, -799, NULL, 'SO-2'), ('GB19CHUR071271', 3, -635, 'GB22CHUR095028', 'SO-2'),
('GB19CHUR071271', 4, -865, NULL, 'SO-2'), ('GB19CHUR071271', 5, 573, NULL, 'SO-2'), ('GB20CHUR079190', 1, 863, 'GB16CHUR047514', 'SO-3'), ('GB20CHUR079190', 2, -14, NULL, 'SO-3'),
('GB20CHUR079190', 3, 444, 'GB17CHUR055433', 'SO-3'), ('GB20CHUR079190', 4, 185, NULL, 'SO-3'), ('GB20CHUR079190', 5, -422, 'GB24CHUR110866', 'SO-3'),
('GB21CHUR087109', 1, -100, 'GB14CHUR031676', 'NO-A-1'), ('GB21CHUR087109', 2, -564, 'GB16CHUR047514', 'NO-A-1'), ('GB21CHUR087109', 3, -664, 'GB11CHUR007919', 'NO-A-1'),
('GB21CHUR087109', 4, -567, 'GB13CHUR023757', 'NO-A-1'), ('GB21CHUR087109', 5, -79, NULL, 'NO-A-1'), ('GB22CHUR095028', 1, 444, NULL, 'NO-A-2'), ('GB22CHUR095028', 2, -49, 'GB24CHUR110866', 'NO-A-2'),
('GB22CHUR095028', 3, -515, NULL, 'NO-A-2'), ('GB22CHUR095028', 4, 376, 'GB18CHUR063352', 'NO-A-2'), ('GB22CHUR095028', 5, 691, NULL, 'NO-A-2'), ('GB23CHUR102947', 1, 68, NULL, 'NO-3'),
('GB23CHUR102947', 2, -39, 'GB22CHUR095028', 'NO-3'), ('GB23CHUR102947', 3, -248, 'GB17CHUR055433', 'NO-3'), ('GB23CHUR102947', 4, -206, 'GB27CHUR134623', 'NO-3'),
('GB23CHUR102947', 5, -38, 'GB17CHUR055433', 'NO-3'), ('GB24CHUR110866', 1, -676, 'GB25CHUR118785', 'SO-1'), ('GB24CHUR110866', 2, 300, NULL, 'SO-1'), ('GB24CHUR110866', 3, -467, NULL, 'SO-1'),
('GB24CHUR110866', 4, 455, 'GB21CHUR087109', 'SO-1'), ('GB24CHUR110866', 5, -606, 'GB20CHUR079190', 'SO-1'), ('GB25CHUR118785', 1, -1, 'GB18CHUR063352', 'SO-2'), ('GB25CHUR118785', 2, 57, NULL, 'SO-2'),
('GB25CHUR118785', 3, 477, NULL, 'SO-2'), ('GB25CHUR118785', 4, 803, 'GB15CHUR039595', 'SO-2'), ('GB25CHUR118785', 5, -373, NULL, 'SO-2'), ('GB26CHUR126704', 1, -18, NULL, 'SO-3'),
('GB26CHUR126704', 2, -54, NULL, 'SO-3'), ('GB26CHUR126704', 3, 285, 'GB15CHUR039595', 'SO-3'), ('GB26CHUR126704', 4, 731, 'GB22CHUR095028', 'SO-3'), ('GB26CHUR126704', 5, 19, NULL, 'SO-3'),
('GB27CHUR134623', 1, -849, NULL, 'NO'), ('GB27CHUR134623', 2, 314, NULL, 'NO'), ('GB27CHUR134623', 3, 36, 'GB14CHUR031676', 'NO'), ('GB27CHUR134623', 4, 555, NULL, 'NO'),
('GB27CHUR134623', 5, 45, 'GB22CHUR095028', 'NO');
-- levies: a levy is the claim of the body that levies it; body is the one that has to pay
INSERT INTO levies (id, body, levied_by, year, amount, truth) VALUES
(1, 'NO', 'SYN', 2023, 6100, 'SYN'), (2, 'SO', 'SYN', 2023, 1100, 'SYN'), (3, 'NO-A', 'NO', 2023, 2400, 'NO'), (4, 'NO-A-1', 'NO-A', 2023, 7200, 'NO-A'), (5, 'NO-A-2', 'NO-A', 2023, 2300, 'NO-A'),
(6, 'NO-3', 'NO', 2023, 6300, 'NO'), (7, 'SO-1', 'SO', 2023, 7500, 'SO'), (8, 'SO-2', 'SO', 2023, 4800, 'SO'), (9, 'SO-3', 'SO', 2023, 8100, 'SO'), (10, 'NO', 'SYN', 2024, 4400, 'SYN'),
(11, 'SO', 'SYN', 2024, 2000, 'SYN'), (12, 'NO-A', 'NO', 2024, 6400, 'NO'), (13, 'NO-A-1', 'NO-A', 2024, 4200, 'NO-A'), (14, 'NO-A-2', 'NO-A', 2024, 7800, 'NO-A'), (15, 'NO-3', 'NO', 2024, 4900, 'NO'),
(16, 'SO-1', 'SO', 2024, 8000, 'SO'), (17, 'SO-2', 'SO', 2024, 5500, 'SO'), (18, 'SO-3', 'SO', 2024, 8500, 'SO'), (19, 'NO', 'SYN', 2025, 1600, 'SYN'), (20, 'SO', 'SYN', 2025, 5300, 'SYN'),
(21, 'NO-A', 'NO', 2025, 6600, 'NO'), (22, 'NO-A-1', 'NO-A', 2025, 8200, 'NO-A'), (23, 'NO-A-2', 'NO-A', 2025, 4300, 'NO-A'), (24, 'NO-3', 'NO', 2025, 5000, 'NO'), (25, 'SO-1', 'SO', 2025, 2800, 'SO'),
(26, 'SO-2', 'SO', 2025, 6000, 'SO'), (27, 'SO-3', 'SO', 2025, 2600, 'SO');
-- remittances: a payment is of the body on whose account it is drawn
INSERT INTO remittances (id, levy_id, drawn_on, paid_on, truth) VALUES
(1, 2, 'GB13CHUR023757', '2023-10-28', 'SO'), (2, 3, 'GB14CHUR031676', '2023-06-28', 'NO-A'), (3, 4, 'GB15CHUR039595', '2023-09-28', 'NO-A-1'), (4, 5, 'GB22CHUR095028', '2023-05-28', 'NO-A-2'),
(5, 6, 'GB17CHUR055433', '2023-08-28', 'NO-3'), (6, 7, 'GB13CHUR023757', '2023-02-28', 'SO'), (7, 8, 'GB19CHUR071271', '2023-06-28', 'SO-2'), (8, 9, 'GB20CHUR079190', '2023-02-28', 'SO-3'),
(9, 10, 'GB27CHUR134623', '2024-10-28', 'NO'), (10, 11, 'GB13CHUR023757', '2024-07-28', 'SO'), (11, 12, 'GB14CHUR031676', '2024-03-28', 'NO-A'), (12, 13, 'GB14CHUR031676', '2024-11-28', 'NO-A'),
(13, 14, 'GB16CHUR047514', '2024-05-28', 'NO-A-2'), (14, 15, 'GB17CHUR055433', '2024-07-28', 'NO-3'), (15, 16, 'GB24CHUR110866', '2024-12-28', 'SO-1'), (16, 17, 'GB25CHUR118785', '2024-08-28', 'SO-2'),
(17, 18, 'GB20CHUR079190', '2024-01-28', 'SO-3'), (18, 19, 'GB11CHUR007919', '2025-05-28', 'SYN'), (19, 20, 'GB13CHUR023757', '2025-10-28', 'SO'), (20, 21, 'GB14CHUR031676', '2025-12-28', 'NO-A'),
(21, 22, 'GB15CHUR039595', '2025-08-28', 'NO-A-1'), (22, 23, 'GB16CHUR047514', '2025-04-28', 'NO-A-2'), (23, 24, 'GB23CHUR102947', '2025-02-28', 'NO-3'), (24, 25, 'GB13CHUR023757', '2025-08-28', 'SO'),
(25, 26, 'GB19CHUR071271', '2025-04-28', 'SO-2'), (26, 27, 'GB26CHUR126704', '2025-08-28', 'SO-3'), (27, 1, 'GB12CHUR015838', '2023-08-28', 'NO'), (28, 2, 'GB13CHUR023757', '2023-08-28', 'SO'),
(29, 3, 'GB14CHUR031676', '2023-06-28', 'NO-A'), (30, 4, 'GB14CHUR031676', '2023-09-28', 'NO-A'), (31, 5, 'GB16CHUR047514', '2023-04-28', 'NO-A-2'), (32, 6, 'GB17CHUR055433', '2023-06-28', 'NO-3'),
(33, 7, 'GB18CHUR063352', '2023-05-28', 'SO-1'), (34, 8, 'GB19CHUR071271', '2023-01-28', 'SO-2'), (35, 9, 'GB26CHUR126704', '2023-10-28', 'SO-3'), (36, 10, 'GB11CHUR007919', '2024-08-28', 'SYN'),
(37, 11, 'GB13CHUR023757', '2024-03-28', 'SO'), (38, 12, 'GB14CHUR031676', '2024-02-28', 'NO-A'), (39, 13, 'GB15CHUR039595', '2024-01-28', 'NO-A-1'), (40, 14, 'GB22CHUR095028', '2024-02-28', 'NO-A-2'),
(41, 15, 'GB17CHUR055433', '2024-02-28', 'NO-3'), (42, 16, 'GB13CHUR023757', '2024-04-28', 'SO'), (43, 17, 'GB25CHUR118785', '2024-01-28', 'SO-2'), (44, 18, 'GB26CHUR126704', '2024-09-28', 'SO-3'),
(45, 19, 'GB27CHUR134623', '2025-05-28', 'NO');
-- funds: without a body it is a fund of all
INSERT INTO funds (id, body, purpose, truth) VALUES
(1, 'SO-3', 'poor', 'SO-3'), (2, 'SO-3', 'organ', 'SO-3'), (3, 'SO-1', 'roof', 'SO-1'), (4, NULL, 'poor', NULL), (5, 'NO', 'roof', 'NO'), (6, 'SO-3', 'poor', 'SO-3'), (7, 'NO-A-1', 'missions', 'NO-A-1'),
(8, NULL, 'poor', NULL), (9, 'NO-3', 'roof', 'NO-3'), (10, 'SO-1', 'organ', 'SO-1'), (11, 'SO', 'missions', 'SO'), (12, NULL, 'missions', NULL), (13, 'NO-A-1', 'organ', 'NO-A-1'),
(14, 'NO-A-2', 'missions', 'NO-A-2'), (15, 'SO', 'missions', 'SO'), (16, NULL, 'poor', NULL), (17, 'NO-A-2', 'organ', 'NO-A-2'), (18, 'SO-2', 'roof', 'SO-2'), (19, 'SO-1', 'missions', 'SO-1'),
(20, NULL, 'organ', NULL), (21, 'SO', 'roof', 'SO'), (22, 'SO-2', 'roof', 'SO-2'), (23, 'NO-A-2', 'roof', 'NO-A-2'), (24, NULL, 'missions', NULL);
INSERT INTO pledges (id, soul_id, parish, fund_id, year, truth) VALUES
(1, 37, 'SO-3', NULL, 2025, 'SO-3'), (2, 6, 'SO-2', 16, 2024, 'SO-2'), (3, 87, 'SO-2', 16, 2024, 'SO-2'), (4, 3, 'SO-2', 8, 2022, 'SO-2'), (5, 74, 'SO-2', 16, 2022, 'SO-2'),
(6, 90, 'NO-A-1', 13, 2023, 'NO-A-1'), (7, 31, 'NO-A-2', 14, 2024, 'NO-A-2'), (8, 46, 'SO-1', NULL, 2024, 'SO-1'), (9, 7, 'SO-3', 12, 2022, 'SO-3'), (10, 42, 'NO-3', NULL, 2024, 'NO-3'),
(11, 51, 'SO-3', NULL, 2022, 'SO-3'), (12, 6, 'SO-2', 4, 2024, 'SO-2'), (13, 9, 'NO-A-1', NULL, 2023, 'NO-A-1'), (14, 32, 'NO-A-2', 4, 2023, 'NO-A-2'), (15, 68, 'NO-A-1', NULL, 2025, 'NO-A-1'),
(16, 64, 'SO-1', 16, 2025, 'SO-1'), (17, 33, 'SO-2', 4, 2024, 'SO-2'), (18, 14, 'SO-1', 16, 2025, 'SO-1'), (19, 32, 'NO-A-2', 24, 2024, 'NO-A-2'), (20, 76, 'NO-A-1', 8, 2022, 'NO-A-1'),
(21, 84, 'NO-A-1', 8, 2025, 'NO-A-1'), (22, 61, 'NO-A-2', NULL, 2023, 'NO-A-2'), (23, 81, 'SO-2', 8, 2023, 'SO-2'), (24, 49, 'NO-3', 16, 2025, 'NO-3'), (25, 75, 'NO-A-1', 4, 2025, 'NO-A-1'),
(26, 78, 'NO-A-1', 12, 2025, 'NO-A-1'), (27, 81, 'SO-2', NULL, 2024, 'SO-2'), (28, 55, 'NO-A-2', 20, 2023, 'NO-A-2'), (29, 56, 'NO-3', NULL, 2023, 'NO-3'), (30, 71, 'SO-1', NULL, 2023, 'SO-1'),
(31, 6, 'SO-2', 12, 2024, 'SO-2'), (32, 10, 'SO-3', NULL, 2023, 'SO-3'), (33, 50, 'SO-2', 16, 2024, 'SO-2'), (34, 72, 'SO-2', 18, 2025, 'SO-2'), (35, 4, 'SO-3', 24, 2022, 'SO-3'),
(36, 8, 'SO-3', 12, 2022, 'SO-3'), (37, 24, 'NO-3', 8, 2022, 'NO-3'), (38, 27, 'SO-3', 20, 2024, 'SO-3'), (39, 47, 'NO-A-2', NULL, 2024, 'NO-A-2'), (40, 14, 'SO-1', 8, 2022, 'SO-1'),
(41, 79, 'NO-A-2', 16, 2023, 'NO-A-2'), (42, 29, 'SO-1', 24, 2024, 'SO-1'), (43, 41, 'NO-A-1', NULL, 2025, 'NO-A-1'), (44, 36, 'SO-3', 20, 2023, 'SO-3'), (45, 85, 'NO-A-1', 13, 2025, 'NO-A-1'),
(46, 24, 'NO-3', 8, 2022, 'NO-3'), (47, 66, 'NO-A-2', NULL, 2024, 'NO-A-2'), (48, 89, 'SO-1', 24, 2023, 'SO-1'), (49, 86, 'NO-A-2', 14, 2025, 'NO-A-2'), (50, 75, 'SO-1', 10, 2025, 'SO-1'),
(51, 28, 'NO-3', 12, 2024, 'NO-3'), (52, 46, 'SO-1', NULL, 2022, 'SO-1'), (53, 36, 'SO-3', 1, 2023, 'SO-3'), (54, 24, 'NO-A-2', 4, 2024, 'NO-A-2'), (55, 48, 'NO-A-1', 20, 2024, 'NO-A-1'),
(56, 30, 'SO-2', 8, 2023, 'SO-2'), (57, 6, 'NO-3', 8, 2025, 'NO-3'), (58, 44, 'NO-A-2', 8, 2024, 'NO-A-2'), (59, 73, 'NO-A-1', NULL, 2023, 'NO-A-1'), (60, 40, 'NO-3', 9, 2025, 'NO-3');
INSERT INTO gifts (id, soul_id, credited_to, fund_id, amount, truth) VALUES
(1, 3, 'GB12CHUR015838', 8, 34, 'NO'), (2, 18, 'GB15CHUR039595', 20, 22, 'NO-A-1'), (3, NULL, 'GB27CHUR134623', 16, 23, 'NO'), (4, 63, 'GB23CHUR102947', 9, 192, 'NO-3'),
(5, 58, 'GB23CHUR102947', 16, 132, 'NO-3'), (6, 58, 'GB15CHUR039595', 16, 439, 'NO-A-1'), (7, 77, 'GB27CHUR134623', 5, 176, 'NO'), (8, 8, 'GB17CHUR055433', 12, 465, 'NO-3'),
(9, 72, 'GB26CHUR126704', NULL, 112, 'SO-3'), (10, 71, 'GB25CHUR118785', 24, 330, 'SO-2'), (11, 66, 'GB16CHUR047514', 24, 65, 'NO-A-2'), (12, 7, 'GB11CHUR007919', 8, 19, 'SYN'),
(13, 79, 'GB17CHUR055433', NULL, 101, 'NO-3'), (14, 11, 'GB16CHUR047514', 17, 431, 'NO-A-2'), (15, 77, 'GB15CHUR039595', 4, 469, 'NO-A-1'), (16, 56, 'GB19CHUR071271', 18, 450, 'SO-2'),
(17, 85, 'GB16CHUR047514', NULL, 388, 'NO-A-2'), (18, 41, 'GB25CHUR118785', 12, 60, 'SO-2'), (19, 38, 'GB15CHUR039595', 12, 21, 'NO-A-1'), (20, 83, 'GB19CHUR071271', NULL, 243, 'SO-2'),
(21, 69, 'GB12CHUR015838', NULL, 275, 'NO'), (22, 79, 'GB18CHUR063352', 4, 106, 'SO-1'), (23, 25, 'GB15CHUR039595', 20, 16, 'NO-A-1'), (24, 83, 'GB20CHUR079190', 12, 73, 'SO-3'),
(25, NULL, 'GB13CHUR023757', 11, 240, 'SO'), (26, 54, 'GB19CHUR071271', 22, 373, 'SO-2'), (27, NULL, 'GB24CHUR110866', 4, 195, 'SO-1'), (28, 11, 'GB20CHUR079190', 1, 289, 'SO-3'),
(29, 38, 'GB13CHUR023757', 15, 386, 'SO'), (30, 8, 'GB26CHUR126704', 6, 254, 'SO-3'), (31, 24, 'GB13CHUR023757', 4, 273, 'SO'), (32, 67, 'GB27CHUR134623', 16, 115, 'NO'),
(33, NULL, 'GB25CHUR118785', NULL, 109, 'SO-2'), (34, 43, 'GB24CHUR110866', 19, 261, 'SO-1'), (35, 9, 'GB21CHUR087109', NULL, 45, 'NO-A-1'), (36, 62, 'GB26CHUR126704', 20, 277, 'SO-3'),
(37, 50, 'GB23CHUR102947', NULL, 130, 'NO-3'), (38, 73, 'GB24CHUR110866', 24, 215, 'SO-1'), (39, 73, 'GB27CHUR134623', 16, 143, 'NO'), (40, 81, 'GB26CHUR126704', 6, 171, 'SO-3'),
(41, 90, 'GB13CHUR023757', NULL, 460, 'SO'), (42, 7, 'GB18CHUR063352', NULL, 32, 'SO-1'), (43, NULL, 'GB21CHUR087109', NULL, 486, 'NO-A-1'), (44, 11, 'GB15CHUR039595', NULL, 155, 'NO-A-1'),
(45, 1, 'GB26CHUR126704', 6, 11, 'SO-3'), (46, 38, 'GB15CHUR039595', 13, 192, 'NO-A-1'), (47, 30, 'GB23CHUR102947', 12, 403, 'NO-3'), (48, NULL, 'GB17CHUR055433', 12, 112, 'NO-3'),
(49, 62, 'GB21CHUR087109', NULL, 254, 'NO-A-1'), (50, 15, 'GB27CHUR134623', 12, 90, 'NO'), (51, 64, 'GB22CHUR095028', NULL, 19, 'NO-A-2'), (52, 48, 'GB14CHUR031676', 12, 195, 'NO-A'),
(53, NULL, 'GB25CHUR118785', NULL, 423, 'SO-2'), (54, 79, 'GB11CHUR007919', 4, 16, 'SYN'), (55, NULL, 'GB24CHUR110866', NULL, 356, 'SO-1'), (56, 51, 'GB25CHUR118785', 8, 271, 'SO-2'),
(57, 85, 'GB25CHUR118785', 4, 366, 'SO-2'), (58, 27, 'GB11CHUR007919', 16, 470, 'SYN'), (59, 3, 'GB14CHUR031676', NULL, 279, 'NO-A'), (60, 68, 'GB16CHUR047514', NULL, 476, 'NO-A-2'),
(61, 83, 'GB19CHUR071271', 18, 339, 'SO-2'), (62, 68, 'GB13CHUR023757', 21, 72, 'SO'), (63, 32, 'GB27CHUR134623', 4, 257, 'NO'), (64, 17, 'GB12CHUR015838', NULL, 122, 'NO'),
(65, 6, 'GB27CHUR134623', NULL, 28, 'NO'), (66, 52, 'GB25CHUR118785', NULL, 126, 'SO-2'), (67, 54, 'GB20CHUR079190', 24, 222, 'SO-3'), (68, 49, 'GB20CHUR079190', NULL, 157, 'SO-3'),
(69, 17, 'GB20CHUR079190', 20, 197, 'SO-3'), (70, 87, 'GB16CHUR047514', 16, 295, 'NO-A-2'), (71, 8, 'GB26CHUR126704', NULL, 244, 'SO-3'), (72, 70, 'GB26CHUR126704', NULL, 242, 'SO-3'),
(73, NULL, 'GB23CHUR102947', NULL, 75, 'NO-3'), (74, 86, 'GB25CHUR118785', 18, 114, 'SO-2'), (75, NULL, 'GB21CHUR087109', 12, 371, 'NO-A-1'), (76, 22, 'GB18CHUR063352', NULL, 61, 'SO-1'),
(77, 56, 'GB23CHUR102947', 16, 343, 'NO-3'), (78, 57, 'GB16CHUR047514', 4, 478, 'NO-A-2'), (79, 35, 'GB22CHUR095028', 20, 281, 'NO-A-2'), (80, 74, 'GB22CHUR095028', 14, 345, 'NO-A-2');
-- guilds: the mother guild is usually the diocese's
INSERT INTO guilds (id, body, mother_guild, title, truth) VALUES
(1, 'NO', NULL, 'Ringers', 'NO'), (2, 'SO', NULL, 'Mothers', 'SO'), (3, 'NO-A-1', 1, 'Choir', 'NO-A-1'), (4, 'NO-A-2', NULL, 'Ringers', 'NO-A-2'), (5, 'NO-3', 1, 'Servers', 'NO-3'),
(6, 'SO-1', 2, 'Servers', 'SO-1'), (7, 'SO-2', 2, 'Mothers', 'SO-2'), (8, 'SO-3', NULL, 'Choir', 'SO-3'), (9, 'NO-A-1', 1, 'Ringers', 'NO-A-1'), (10, 'NO-A-2', 1, 'Ringers', 'NO-A-2'),
(11, 'NO-3', 1, 'Ringers', 'NO-3'), (12, 'SO-1', NULL, 'Mothers', 'SO-1'), (13, 'SO-2', 2, 'Servers', 'SO-2'), (14, 'SO-3', 2, 'Servers', 'SO-3'), (15, 'NO-A', 1, 'Servers', 'NO-A');
INSERT INTO guild_souls (guild_id, soul_id, part, truth) VALUES
(1, 73, NULL, 'NO'), (1, 60, 'alto', 'NO'), (1, 24, 'tenor', 'NO'), (1, 77, NULL, 'NO'), (1, 78, 'lead', 'NO'), (2, 55, 'alto', 'SO'), (2, 79, 'alto', 'SO'), (2, 74, 'lead', 'SO'), (2, 3, 'lead', 'SO'),
(2, 49, 'lead', 'SO'), (3, 86, 'lead', 'NO-A-1'), (3, 55, 'alto', 'NO-A-1'), (3, 61, 'tenor', 'NO-A-1'), (3, 81, 'tenor', 'NO-A-1'), (3, 11, NULL, 'NO-A-1'), (4, 26, 'alto', 'NO-A-2'),
(4, 67, 'lead', 'NO-A-2'), (4, 81, 'tenor', 'NO-A-2'), (4, 54, 'tenor', 'NO-A-2'), (4, 18, 'lead', 'NO-A-2'), (5, 33, NULL, 'NO-3'), (5, 66, 'lead', 'NO-3'), (5, 19, 'alto', 'NO-3'),
(5, 20, NULL, 'NO-3'), (5, 16, 'tenor', 'NO-3'), (6, 89, NULL, 'SO-1'), (6, 49, 'lead', 'SO-1'), (6, 20, 'tenor', 'SO-1'), (6, 57, 'alto', 'SO-1'), (6, 66, 'lead', 'SO-1'), (7, 24, 'lead', 'SO-2'),
(7, 84, 'alto', 'SO-2'), (7, 87, NULL, 'SO-2'), (7, 45, 'lead', 'SO-2'), (7, 61, 'lead', 'SO-2'), (8, 20, 'tenor', 'SO-3'), (8, 70, NULL, 'SO-3'), (8, 44, NULL, 'SO-3'), (8, 79, 'lead', 'SO-3'),
(8, 87, 'tenor', 'SO-3'), (9, 85, 'tenor', 'NO-A-1'), (9, 70, 'alto', 'NO-A-1'), (9, 19, 'lead', 'NO-A-1'), (9, 60, 'lead', 'NO-A-1'), (9, 69, 'alto', 'NO-A-1'), (10, 25, 'alto', 'NO-A-2'),
(10, 39, 'alto', 'NO-A-2'), (10, 75, 'tenor', 'NO-A-2'), (10, 1, NULL, 'NO-A-2'), (10, 59, NULL, 'NO-A-2'), (11, 3, NULL, 'NO-3'), (11, 26, 'alto', 'NO-3'), (11, 50, 'tenor', 'NO-3'),
(11, 38, NULL, 'NO-3'), (11, 82, NULL, 'NO-3'), (12, 11, 'lead', 'SO-1'), (12, 22, 'lead', 'SO-1'), (12, 74, 'lead', 'SO-1'), (12, 58, 'lead', 'SO-1'), (12, 8, 'lead', 'SO-1'), (13, 86, 'lead', 'SO-2'),
(13, 46, 'lead', 'SO-2'), (13, 66, 'tenor', 'SO-2'), (13, 82, 'lead', 'SO-2'), (13, 58, NULL, 'SO-2'), (14, 10, 'tenor', 'SO-3'), (14, 62, 'lead', 'SO-3'), (14, 73, NULL, 'SO-3'),
(14, 90, 'tenor', 'SO-3'), (14, 18, 'tenor', 'SO-3'), (15, 60, 'lead', 'NO-A'), (15, 63, NULL, 'NO-A'), (15, 70, 'tenor', 'NO-A'), (15, 30, 'tenor', 'NO-A'), (15, 56, 'tenor', 'NO-A');
-- chattels: portrait_in is the church where it hangs, which may be another parish's
INSERT INTO chattels (id, body, kind, portrait_in, truth) VALUES
(1, 'NO-A-2', 'chalice', NULL, 'NO-A-2'), (2, 'SO-2', 'chalice', NULL, 'SO-2'), (3, 'NO-A-2', 'painting', 10, 'NO-A-2'), (4, 'NO-3', 'cope', NULL, 'NO-3'), (5, 'SO-1', 'painting', NULL, 'SO-1'),
(6, 'NO-A-1', 'icon', 9, 'NO-A-1'), (7, 'SO-1', 'chalice', NULL, 'SO-1'), (8, 'SO-3', 'chalice', NULL, 'SO-3'), (9, 'SO-2', 'icon', 5, 'SO-2'), (10, 'NO-3', 'cope', NULL, 'NO-3'),
(11, 'SO-3', 'chalice', NULL, 'SO-3'), (12, 'SO-3', 'painting', 12, 'SO-3'), (13, 'NO', 'chalice', NULL, 'NO'), (14, 'SO-1', 'cope', NULL, 'SO-1'), (15, 'NO-A-2', 'chalice', 10, 'NO-A-2'),
(16, 'NO-A-1', 'painting', NULL, 'NO-A-1'), (17, 'SO-3', 'painting', NULL, 'SO-3'), (18, 'NO', 'cope', 9, 'NO'), (19, 'NO-A-1', 'icon', NULL, 'NO-A-1'), (20, 'SO', 'painting', NULL, 'SO'),
(21, 'NO', 'cope', 3, 'NO'), (22, 'SO-1', 'cope', NULL, 'SO-1'), (23, 'SO-1', 'icon', NULL, 'SO-1'), (24, 'NO', 'cope', 7, 'NO'), (25, 'SO-3', 'icon', NULL, 'SO-3'), (26, 'NO-3', 'icon', NULL, 'NO-3'),
(27, 'SO-3', 'painting', 6, 'SO-3'), (28, 'NO-A-1', 'icon', NULL, 'NO-A-1'), (29, 'SO-2', 'painting', NULL, 'SO-2'), (30, 'SO', 'chalice', 8, 'SO');
-- chattel_loans: a loan is in the book of the lender
INSERT INTO chattel_loans (id, chattel_id, lent_to, until, truth) VALUES
(1, 10, 'SO-2', '2026-02-01', 'NO-3'), (2, 10, 'NO-A-2', '2026-02-01', 'NO-3'), (3, 17, 'SO-1', '2026-09-01', 'SO-3'), (4, 5, 'NO-A-1', '2026-10-01', 'SO-1'), (5, 12, 'SO-1', '2026-06-01', 'SO-3'),
(6, 26, 'NO-A-2', '2026-10-01', 'NO-3'), (7, 6, 'SO-2', '2026-09-01', 'NO-A-1'), (8, 11, 'SO-2', '2026-05-01', 'SO-3'), (9, 28, 'NO-A-2', '2026-03-01', 'NO-A-1'), (10, 9, 'SO-1', '2026-01-01', 'SO-2'),
(11, 15, 'SO-1', '2026-11-01', 'NO-A-2'), (12, 22, 'SO-2', '2026-12-01', 'SO-1'), (13, 23, 'SO-2', '2026-02-01', 'SO-1'), (14, 4, 'SO-3', '2026-10-01', 'NO-3'), (15, 9, 'NO-A-1', '2026-12-01', 'SO-2'),
(16, 28, 'SO-2', '2026-05-01', 'NO-A-1'), (17, 16, 'NO-3', '2026-07-01', 'NO-A-1'), (18, 24, 'SO-1', '2026-05-01', 'NO'), (19, 25, 'NO-A-1', '2026-04-01', 'SO-3'),
(20, 25, 'NO-A-1', '2026-09-01', 'SO-3'), (21, 14, 'NO-3', '2026-09-01', 'SO-1'), (22, 26, 'SO-2', '2026-06-01', 'NO-3'), (23, 28, 'NO-A-2', '2026-09-01', 'NO-A-1'),
(24, 10, 'SO-2', '2026-10-01', 'NO-3'), (25, 5, 'NO-A-2', '2026-04-01', 'SO-1'), (26, 8, 'NO-A-2', '2026-02-01', 'SO-3'), (27, 13, 'SO-2', '2026-10-01', 'NO'), (28, 20, 'NO-3', '2026-10-01', 'SO'),
(29, 29, 'SO-3', '2026-10-01', 'SO-2'), (30, 24, 'NO-A-1', '2026-12-01', 'NO');
-- graves: churchyard is a church, no key declared
INSERT INTO graves (id, churchyard, plot, truth) VALUES
(1, 2, 'A1', 'NO-A-2'), (2, 10, 'A2', 'NO-A-2'), (3, 2, 'B3', 'NO-A-2'), (4, 10, 'B4', 'NO-A-2'), (5, 12, 'B5', 'SO-1'), (6, 8, 'A6', 'SO'), (7, 11, 'A7', 'NO-3'), (8, 4, 'C8', 'SO-1'),
(9, 5, 'A9', 'SO-2'), (10, 10, 'A10', 'NO-A-2'), (11, 3, 'B11', 'NO-3'), (12, 1, 'A12', 'NO-A-1'), (13, 11, 'B13', 'NO-3'), (14, 7, 'C14', 'NO'), (15, 10, 'B15', 'NO-A-2'), (16, 4, 'B16', 'SO-1'),
(17, 12, 'A17', 'SO-1'), (18, 2, 'A18', 'NO-A-2'), (19, 9, 'B19', 'NO-A-1'), (20, 10, 'C20', 'NO-A-2'), (21, 2, 'C21', 'NO-A-2'), (22, 12, 'B22', 'SO-1'), (23, 3, 'A23', 'NO-3'), (24, 6, 'B24', 'SO-3'),
(25, 1, 'C25', 'NO-A-1'), (26, 5, 'A26', 'SO-2'), (27, 12, 'B27', 'SO-1'), (28, 9, 'C28', 'NO-A-1'), (29, 3, 'A29', 'NO-3'), (30, 11, 'A30', 'NO-3'), (31, 6, 'A31', 'SO-3'), (32, 7, 'B32', 'NO'),
(33, 6, 'C33', 'SO-3'), (34, 2, 'C34', 'NO-A-2'), (35, 4, 'A35', 'SO-1'), (36, 4, 'B36', 'SO-1'), (37, 7, 'B37', 'NO'), (38, 7, 'A38', 'NO'), (39, 10, 'C39', 'NO-A-2'), (40, 9, 'C40', 'NO-A-1');
-- burials: of the parish of the grave, wherever the service was
INSERT INTO burials (id, service_id, grave_id, soul_id, truth) VALUES
(1, 57, 22, 49, 'SO-1'), (2, 30, 24, 21, 'SO-3'), (3, 47, 3, 71, 'NO-A-2'), (4, 51, 34, 78, 'NO-A-2'), (5, 62, 31, 40, 'SO-3'), (6, 22, 3, 20, 'NO-A-2'), (7, 87, 22, 45, 'SO-1'), (8, 79, 27, 35, 'SO-1'),
(9, 33, 34, 47, 'NO-A-2'), (10, 58, 14, NULL, 'NO'), (11, 86, 26, 58, 'SO-2'), (12, 88, 30, 45, 'NO-3'), (13, 47, 20, 64, 'NO-A-2'), (14, 14, 31, 81, 'SO-3'), (15, 60, 29, 49, 'NO-3'),
(16, 89, 22, 46, 'SO-1'), (17, 87, 35, 23, 'SO-1'), (18, 22, 23, 7, 'NO-3'), (19, 29, 39, 87, 'NO-A-2'), (20, 2, 19, 15, 'NO-A-1'), (21, 55, 38, 77, 'NO'), (22, 36, 34, 89, 'NO-A-2'),
(23, 88, 29, 60, 'NO-3'), (24, 29, 2, 80, 'NO-A-2'), (25, 24, 40, 41, 'NO-A-1'), (26, 62, 1, 58, 'NO-A-2'), (27, 43, 19, 42, 'NO-A-1'), (28, 65, 14, 16, 'NO'), (29, 48, 18, 79, 'NO-A-2'),
(30, 11, 3, 20, 'NO-A-2'), (31, 78, 26, 16, 'SO-2'), (32, 46, 17, 21, 'SO-1'), (33, 2, 9, 67, 'SO-2'), (34, 88, 23, 16, 'NO-3'), (35, 59, 36, 57, 'SO-1'), (36, 29, 13, 25, 'NO-3'),
(37, 54, 18, 53, 'NO-A-2'), (38, 47, 21, 38, 'NO-A-2'), (39, 28, 32, 87, 'NO'), (40, 8, 19, 1, 'NO-A-1');
-- letters_of_transfer: a letter is issued, and its copy kept, by the parish that lets the soul go
INSERT INTO letters_of_transfer (id, soul_id, from_parish, to_parish, written_on, truth) VALUES
(1, 48, 'NO-A-1', 'SO-2', '2025-12-15', 'NO-A-1'), (2, 64, 'SO-1', 'NO-A-1', '2025-05-15', 'SO-1'), (3, 43, 'NO-A-2', 'SO-3', '2025-09-15', 'NO-A-2'), (4, 84, 'NO-A-1', 'SO-3', '2025-09-15', 'NO-A-1'),
(5, 73, 'NO-A-1', 'NO-3', '2025-01-15', 'NO-A-1'), (6, 64, 'SO-1', 'NO-A-2', '2025-09-15', 'SO-1'), (7, 15, 'NO-A-2', 'NO-A-1', '2025-03-15', 'NO-A-2'),
(8, 88, 'NO-A-2', 'NO-A-1', '2025-08-15', 'NO-A-2'), (9, 54, 'NO-A-2', 'SO-1', '2025-05-15', 'NO-A-2'), (10, 88, 'NO-A-2', 'NO-A-1', '2025-03-15', 'NO-A-2'),
(11, 4, 'SO-3', 'SO-2', '2025-02-15', 'SO-3'), (12, 73, 'NO-A-1', 'NO-3', '2025-05-15', 'NO-A-1'), (13, 65, 'NO-A-2', 'SO-1', '2025-12-15', 'NO-A-2'),
(14, 30, 'NO-A-2', 'NO-A-1', '2025-05-15', 'NO-A-2'), (15, 74, 'SO-2', 'NO-A-1', '2025-01-15', 'SO-2'), (16, 27, 'NO-A-2', 'NO-3', '2025-11-15', 'NO-A-2'), (17, 74, 'SO-2', 'NO-3', '2025-12-15', 'SO-2'),
(18, 81, 'SO-2', 'SO-3', '2025-01-15', 'SO-2'), (19, 70, 'SO-3', 'NO-A-2', '2025-09-15', 'SO-3'), (20, 2, 'SO-1', 'NO-A-2', '2025-10-15', 'SO-1'), (21, 47, 'NO-A-2', 'NO-A-1', '2025-09-15', 'NO-A-2'),
(22, 60, 'NO-3', 'NO-A-1', '2025-03-15', 'NO-3'), (23, 30, 'SO-2', 'NO-A-2', '2025-10-15', 'SO-2'), (24, 90, 'NO-A-1', 'NO-A-2', '2025-12-15', 'NO-A-1'), (25, 83, 'SO-1', 'SO-2', '2025-07-15', 'SO-1'),
(26, 45, 'SO-1', 'NO-A-1', '2025-06-15', 'SO-1'), (27, 84, 'NO-A-1', 'SO-2', '2025-09-15', 'NO-A-1'), (28, 72, 'SO-3', 'NO-A-2', '2025-02-15', 'SO-3'), (29, 54, 'NO-A-2', 'NO-3', '2025-09-15', 'NO-A-2'),
(30, 15, 'NO-A-1', 'SO-3', '2025-12-15', 'NO-A-1'), (31, 57, 'NO-A-2', 'SO-2', '2025-01-15', 'NO-A-2'), (32, 73, 'NO-A-1', 'SO-1', '2025-11-15', 'NO-A-1'),
(33, 6, 'NO-3', 'NO-A-2', '2025-12-15', 'NO-3'), (34, 87, 'SO-2', 'NO-A-2', '2025-02-15', 'SO-2'), (35, 72, 'SO-2', 'SO-1', '2025-11-15', 'SO-2');
-- notices: of_what: c church, g guild, s service
INSERT INTO notices (id, of_what, of_which, body_text, truth) VALUES
(1, 'g', 12, 'Notice 1', 'SO-1'), (2, 's', 51, 'Notice 2', 'NO-A-2'), (3, 'c', 6, 'Notice 3', 'SO-3'), (4, 'g', 8, 'Notice 4', 'SO-3'), (5, 'c', 5, 'Notice 5', 'SO-2'), (6, 'c', 12, 'Notice 6', 'SO-1'),
(7, 's', 76, 'Notice 7', 'NO-A-1'), (8, 'g', 2, 'Notice 8', 'SO'), (9, 'g', 4, 'Notice 9', 'NO-A-2'), (10, 'c', 3, 'Notice 10', 'NO-3'), (11, 'c', 11, 'Notice 11', 'NO-3'),
(12, 'c', 12, 'Notice 12', 'SO-1'), (13, 'g', 15, 'Notice 13', 'NO-A'), (14, 's', 75, 'Notice 14', 'NO-A-1'), (15, 's', 83, 'Notice 15', 'NO'), (16, 'g', 14, 'Notice 16', 'SO-3'),
(17, 's', 56, 'Notice 17', 'NO'), (18, 'c', 6, 'Notice 18', 'SO-3'), (19, 'c', 11, 'Notice 19', 'NO-3'), (20, 's', 74, 'Notice 20', 'NO-A-1'), (21, 'g', 10, 'Notice 21', 'NO-A-2'),
(22, 'c', 7, 'Notice 22', 'NO'), (23, 'c', 6, 'Notice 23', 'SO-3'), (24, 'g', 4, 'Notice 24', 'NO-A-2'), (25, 'g', 6, 'Notice 25', 'SO-1'), (26, 's', 64, 'Notice 26', 'NO-3'),
(27, 'g', 3, 'Notice 27', 'NO-A-1'), (28, 'c', 1, 'Notice 28', 'NO-A-1'), (29, 'c', 12, 'Notice 29', 'SO-1'), (30, 'c', 9, 'Notice 30', 'NO-A-1'), (31, 'g', 8, 'Notice 31', 'SO-3'),
(32, 'g', 10, 'Notice 32', 'NO-A-2'), (33, 'g', 5, 'Notice 33', 'NO-3'), (34, 's', 73, 'Notice 34', 'NO-A-1'), (35, 'c', 3, 'Notice 35', 'NO-3'), (36, 's', 37, 'Notice 36', 'SO-2'),
(37, 'g', 13, 'Notice 37', 'SO-2'), (38, 'g', 5, 'Notice 38', 'NO-3'), (39, 'c', 6, 'Notice 39', 'SO-3'), (40, 'c', 8, 'Notice 40', 'SO'), (41, 'c', 5, 'Notice 41', 'SO-2'),
(42, 'c', 7, 'Notice 42', 'NO'), (43, 'c', 5, 'Notice 43', 'SO-2'), (44, 'c', 7, 'Notice 44', 'NO'), (45, 's', 65, 'Notice 45', 'NO'), (46, 'c', 5, 'Notice 46', 'SO-2'),
(47, 'c', 4, 'Notice 47', 'SO-1'), (48, 'c', 8, 'Notice 48', 'SO'), (49, 's', 8, 'Notice 49', 'SO-1'), (50, 'g', 10, 'Notice 50', 'NO-A-2'), (51, 's', 5, 'Notice 51', 'NO-3'),
(52, 's', 72, 'Notice 52', 'NO-A-2'), (53, 's', 25, 'Notice 53', 'NO'), (54, 's', 72, 'Notice 54', 'NO-A-2'), (55, 's', 57, 'Notice 55', 'SO-3'), (56, 's', 48, 'Notice 56', 'NO-A-2'),
(57, 's', 80, 'Notice 57', 'NO-A-2'), (58, 'g', 6, 'Notice 58', 'SO-1'), (59, 's', 78, 'Notice 59', 'NO-3'), (60, 'c', 3, 'Notice 60', 'NO-3');
