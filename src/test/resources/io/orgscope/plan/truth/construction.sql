-- organizations companies.id company_id
-- Building sites: main contractors let packages to subcontractors, both are companies here; tradesmen are on the payroll of more than one; plant and men are lent from one firm to another.
CREATE TABLE companies (id bigint PRIMARY KEY, name text NOT NULL, vat_no text UNIQUE, holding_id bigint REFERENCES companies, truth bigint);
CREATE TABLE trades (code text PRIMARY KEY, label text NOT NULL, truth bigint);
CREATE TABLE people (id bigint PRIMARY KEY, full_name text NOT NULL, born date, truth bigint);
CREATE TABLE employments (id bigint PRIMARY KEY, person_id bigint NOT NULL REFERENCES people, company_id bigint NOT NULL REFERENCES companies, job_title text, day_rate numeric(8,2), truth bigint, UNIQUE (person_id, company_id));
CREATE TABLE training_cards (id bigint PRIMARY KEY, person_id bigint NOT NULL REFERENCES people, scheme text NOT NULL, card_no text UNIQUE, truth bigint);
CREATE TABLE addresses (id bigint PRIMARY KEY, company_id bigint NOT NULL REFERENCES companies, line1 text, city text, truth bigint);
CREATE TABLE sites (id bigint PRIMARY KEY, company_id bigint NOT NULL REFERENCES companies, code text UNIQUE NOT NULL, address_id bigint REFERENCES addresses, follows_site_id bigint REFERENCES sites, truth bigint);
CREATE TABLE packages (id bigint PRIMARY KEY, site_id bigint NOT NULL REFERENCES sites ON DELETE CASCADE, trade_code text NOT NULL REFERENCES trades, title text, truth bigint);
CREATE TABLE subcontracts (id bigint PRIMARY KEY, package_id bigint NOT NULL REFERENCES packages, company_id bigint NOT NULL REFERENCES companies, signed_on date, contract_sum numeric(12,2), truth bigint);
CREATE TABLE payment_applications (id bigint PRIMARY KEY, subcontract_id bigint NOT NULL REFERENCES subcontracts, prepared_by bigint NOT NULL REFERENCES employments, period date, truth bigint);
CREATE TABLE application_lines (application_id bigint NOT NULL REFERENCES payment_applications ON DELETE CASCADE, line_no int NOT NULL, amount numeric(12,2), truth bigint, PRIMARY KEY (application_id, line_no));
CREATE TABLE crews (id bigint PRIMARY KEY, company_id bigint NOT NULL REFERENCES companies, foreman_id bigint REFERENCES employments, name text, truth bigint);
CREATE TABLE crew_members (crew_id bigint NOT NULL REFERENCES crews, employment_id bigint NOT NULL REFERENCES employments, since date, truth bigint, PRIMARY KEY (employment_id, crew_id));
CREATE TABLE gate_passes (id bigint PRIMARY KEY, site_id bigint NOT NULL REFERENCES sites, employment_id bigint NOT NULL REFERENCES employments, valid_until date, truth bigint);
CREATE TABLE timesheets (id bigint PRIMARY KEY, site_id bigint NOT NULL REFERENCES sites, employment_id bigint NOT NULL REFERENCES employments, worked_on date, hours numeric(4,1), billed_to bigint REFERENCES companies, truth bigint);
CREATE TABLE plant (id bigint PRIMARY KEY, company_id bigint NOT NULL REFERENCES companies, serial_no text UNIQUE NOT NULL, kind text, attached_to bigint REFERENCES plant, truth bigint);
CREATE TABLE plant_hires (id bigint PRIMARY KEY, plant_id bigint NOT NULL REFERENCES plant, site_id bigint NOT NULL REFERENCES sites, hired_from date, weekly numeric(8,2), truth bigint);
CREATE TABLE plant_checks (id bigint PRIMARY KEY, machine text NOT NULL, inspector bigint, passed boolean, truth bigint);
CREATE TABLE defects (id bigint PRIMARY KEY, raised_by bigint NOT NULL REFERENCES employments, package_id bigint NOT NULL REFERENCES packages, to_be_fixed_by bigint REFERENCES companies, remark text, truth bigint);
CREATE TABLE defect_photos (id bigint PRIMARY KEY, defect_id bigint NOT NULL REFERENCES defects ON DELETE CASCADE, taken_by bigint REFERENCES people, path text, truth bigint);
CREATE TABLE incidents (id bigint PRIMARY KEY, site_id bigint NOT NULL REFERENCES sites, reported_by bigint NOT NULL REFERENCES employments, transferred_to bigint REFERENCES companies, severity int, truth bigint);
CREATE TABLE inductions (id bigint PRIMARY KEY, person_id bigint NOT NULL REFERENCES people, site_id bigint NOT NULL REFERENCES sites, held_on date, truth bigint);
CREATE TABLE site_diaries (id bigint PRIMARY KEY, site_id bigint NOT NULL REFERENCES sites, day date, written_by bigint REFERENCES employments, weather text, truth bigint, UNIQUE (site_id, day));
CREATE TABLE rate_cards (id bigint PRIMARY KEY, company_id bigint REFERENCES companies, trade_code text NOT NULL REFERENCES trades, hourly numeric(8,2), truth bigint);
CREATE TABLE purchase_orders (id bigint PRIMARY KEY, site_id bigint NOT NULL REFERENCES sites, deliver_to bigint REFERENCES addresses, placed_on date, truth bigint);
CREATE TABLE purchase_order_lines (purchase_order_id bigint NOT NULL REFERENCES purchase_orders, pos int NOT NULL, article text, truth bigint, PRIMARY KEY (purchase_order_id, pos));
CREATE TABLE approved_firms (company_id bigint NOT NULL REFERENCES companies, approved_by bigint NOT NULL REFERENCES companies, until date, truth bigint, PRIMARY KEY (company_id, approved_by));
CREATE TABLE documents (id bigint PRIMARY KEY, about text NOT NULL, about_no bigint NOT NULL, supersedes bigint REFERENCES documents, filed_by bigint REFERENCES employments, truth bigint);
CREATE TABLE change_log (id bigint PRIMARY KEY, tbl text NOT NULL, row_pk bigint NOT NULL, changed_by bigint, at timestamp, truth bigint);
INSERT INTO companies (id, name, vat_no, holding_id, truth) VALUES
(1, 'Harrow Build', 'GB007919337', NULL, NULL), (2, 'Castellan Construction', 'GB015838674', NULL, NULL), (3, 'Northgate Works', 'GB023758011', 1, NULL), (4, 'Ibex Steel', 'GB031677348', NULL, NULL),
(5, 'Pym Electrical', 'GB039596685', NULL, NULL), (6, 'Delta Groundworks', 'GB047516022', NULL, NULL), (7, 'Lindqvist Roofing', 'GB055435359', 4, NULL),
(8, 'Oakes & Son Joinery', 'GB063354696', 2, NULL);
INSERT INTO trades (code, label, truth) VALUES
('steel', 'Steel', NULL), ('elec', 'Elec', NULL), ('ground', 'BackfillFixture', NULL), ('roof', 'Roof', NULL), ('join', 'Join', NULL), ('gen', 'Gen', NULL);
-- people: people belong to nobody, they work for several companies
INSERT INTO people (id, full_name, born, truth) VALUES
(1, 'Ivo Diaz', '1972-09-12', NULL), (2, 'Zoe Marsh', '1992-04-20', NULL), (3, 'Eva Singh', '1991-12-26', NULL), (4, 'Eva Singh', '1988-02-09', NULL), (5, 'Eva Okoro', '1965-08-25', NULL),
(6, 'Ben Singh', '1972-08-26', NULL), (7, 'Kit Okoro', '1985-07-07', NULL), (8, 'Ana Novak', '1989-05-07', NULL), (9, 'Ana Katz', '1999-11-11', NULL), (10, 'Lee Novak', '1984-04-14', NULL),
(11, 'Ana Novak', '1986-01-28', NULL), (12, 'Zoe Okoro', '1994-02-12', NULL), (13, 'Tom Singh', '1983-01-09', NULL), (14, 'Ivo Diaz', '1969-01-14', NULL), (15, 'Raj Singh', '1964-03-13', NULL),
(16, 'Kit Katz', '1996-08-06', NULL), (17, 'Zoe Diaz', '1992-05-28', NULL), (18, 'Raj Katz', '1993-11-28', NULL), (19, 'Tom Marsh', '1964-01-19', NULL), (20, 'Kit Byrne', '1988-02-22', NULL),
(21, 'Ivo Diaz', '1998-08-26', NULL), (22, 'Raj Katz', '1971-04-24', NULL), (23, 'Ben Novak', '1968-02-05', NULL), (24, 'Lee Singh', '1984-02-02', NULL), (25, 'Ben Byrne', '1982-08-02', NULL),
(26, 'Eva Singh', '1980-02-09', NULL), (27, 'Raj Singh', '1989-04-14', NULL), (28, 'Ana Byrne', '1980-04-04', NULL), (29, 'Lee Katz', '1971-01-01', NULL), (30, 'Mo Diaz', '1999-08-21', NULL),
(31, 'Ivo Marsh', '1981-04-26', NULL), (32, 'Lee Novak', '1972-09-19', NULL), (33, 'Ben Singh', '1981-01-05', NULL), (34, 'Lee Singh', '1983-07-13', NULL), (35, 'Tom Katz', '1974-09-03', NULL),
(36, 'Eva Okoro', '1967-03-11', NULL), (37, 'Ana Singh', '1961-08-28', NULL), (38, 'Eva Katz', '1983-09-22', NULL), (39, 'Ben Okoro', '1968-08-18', NULL), (40, 'Ben Singh', '1979-11-10', NULL),
(41, 'Lee Okoro', '1987-04-15', NULL), (42, 'Lee Diaz', '1962-04-02', NULL), (43, 'Ivo Singh', '1988-08-22', NULL), (44, 'Tom Singh', '1995-12-07', NULL), (45, 'Tom Diaz', '1989-10-27', NULL),
(46, 'Tom Marsh', '1986-08-22', NULL), (47, 'Lee Diaz', '1999-03-16', NULL), (48, 'Tom Marsh', '1977-10-21', NULL), (49, 'Ana Katz', '1965-10-26', NULL), (50, 'Zoe Singh', '1993-12-03', NULL),
(51, 'Raj Novak', '1986-02-09', NULL), (52, 'Tom Okoro', '1982-04-21', NULL), (53, 'Ben Marsh', '1974-12-07', NULL), (54, 'Raj Okoro', '1997-11-24', NULL), (55, 'Eva Novak', '1968-01-07', NULL),
(56, 'Ben Katz', '1992-04-04', NULL), (57, 'Ivo Byrne', '1960-06-17', NULL), (58, 'Raj Byrne', '1990-03-04', NULL), (59, 'Ana Marsh', '1988-10-19', NULL), (60, 'Ivo Byrne', '1965-05-13', NULL);
INSERT INTO employments (id, person_id, company_id, job_title, day_rate, truth) VALUES
(1, 1, 3, 'fixer', 179, 3), (2, 2, 5, 'fixer', 169, 5), (3, 3, 5, 'manager', 240, 5), (4, 4, 3, 'operative', 314, 3), (5, 4, 6, 'QS', 290, 6), (6, 5, 1, 'QS', 276, 1), (7, 6, 7, 'QS', 360, 7),
(8, 7, 4, 'QS', 328, 4), (9, 8, 3, 'QS', 373, 3), (10, 8, 5, 'operative', 369, 5), (11, 9, 4, 'manager', 133, 4), (12, 10, 4, 'manager', 139, 4), (13, 11, 4, 'manager', 389, 4),
(14, 12, 5, 'operative', 185, 5), (15, 12, 1, 'manager', 309, 1), (16, 13, 8, 'manager', 148, 8), (17, 14, 8, 'manager', 166, 8), (18, 15, 3, 'fixer', 310, 3), (19, 16, 8, 'fixer', 316, 8),
(20, 16, 7, 'fixer', 301, 7), (21, 17, 1, 'QS', 121, 1), (22, 18, 7, 'QS', 370, 7), (23, 19, 7, 'fixer', 215, 7), (24, 20, 7, 'operative', 258, 7), (25, 20, 6, 'manager', 229, 6),
(26, 21, 5, 'operative', 190, 5), (27, 22, 3, 'operative', 272, 3), (28, 23, 4, 'operative', 389, 4), (29, 24, 1, 'fixer', 125, 1), (30, 24, 8, 'operative', 266, 8), (31, 25, 8, 'manager', 267, 8),
(32, 26, 3, 'manager', 365, 3), (33, 27, 4, 'QS', 346, 4), (34, 28, 2, 'fixer', 366, 2), (35, 28, 4, 'fixer', 397, 4), (36, 29, 1, 'operative', 259, 1), (37, 30, 6, 'operative', 204, 6),
(38, 31, 2, 'QS', 395, 2), (39, 32, 7, 'operative', 208, 7), (40, 32, 6, 'fixer', 311, 6), (41, 33, 2, 'fixer', 207, 2), (42, 34, 5, 'QS', 390, 5), (43, 35, 3, 'manager', 390, 3),
(44, 36, 4, 'fixer', 218, 4), (45, 36, 5, 'QS', 146, 5), (46, 37, 4, 'operative', 181, 4), (47, 38, 3, 'operative', 375, 3), (48, 39, 5, 'QS', 191, 5), (49, 40, 3, 'operative', 337, 3),
(50, 40, 2, 'operative', 150, 2), (51, 41, 3, 'manager', 158, 3), (52, 42, 5, 'QS', 122, 5), (53, 43, 1, 'manager', 139, 1), (54, 44, 3, 'QS', 201, 3), (55, 44, 8, 'operative', 245, 8),
(56, 45, 4, 'manager', 195, 4), (57, 46, 6, 'manager', 316, 6), (58, 47, 6, 'QS', 274, 6), (59, 48, 5, 'operative', 200, 5), (60, 48, 3, 'QS', 125, 3), (61, 49, 7, 'fixer', 390, 7),
(62, 50, 7, 'QS', 248, 7), (63, 51, 4, 'operative', 372, 4), (64, 52, 4, 'fixer', 161, 4), (65, 52, 2, 'operative', 322, 2), (66, 53, 1, 'manager', 209, 1), (67, 54, 3, 'operative', 151, 3),
(68, 55, 6, 'fixer', 210, 6), (69, 56, 4, 'manager', 120, 4), (70, 56, 7, 'QS', 147, 7), (71, 57, 7, 'manager', 378, 7), (72, 58, 4, 'operative', 197, 4), (73, 59, 4, 'manager', 208, 4),
(74, 60, 1, 'operative', 240, 1), (75, 60, 4, 'manager', 345, 4);
-- training_cards: a card is the person's own, whoever he works for
INSERT INTO training_cards (id, person_id, scheme, card_no, truth) VALUES
(1, 1, 'CPCS', 'K00733', NULL), (2, 3, 'CSCS', 'K02199', NULL), (3, 5, 'CPCS', 'K03665', NULL), (4, 7, 'IPAF', 'K05131', NULL), (5, 9, 'CPCS', 'K06597', NULL), (6, 11, 'CPCS', 'K08063', NULL),
(7, 13, 'IPAF', 'K09529', NULL), (8, 15, 'CSCS', 'K10995', NULL), (9, 17, 'IPAF', 'K12461', NULL), (10, 19, 'IPAF', 'K13927', NULL), (11, 21, 'CPCS', 'K15393', NULL), (12, 23, 'CPCS', 'K16859', NULL),
(13, 25, 'CSCS', 'K18325', NULL), (14, 27, 'CSCS', 'K19791', NULL), (15, 29, 'CPCS', 'K21257', NULL), (16, 31, 'CPCS', 'K22723', NULL), (17, 33, 'IPAF', 'K24189', NULL), (18, 35, 'CPCS', 'K25655', NULL),
(19, 37, 'CSCS', 'K27121', NULL), (20, 39, 'CSCS', 'K28587', NULL), (21, 41, 'CSCS', 'K30053', NULL), (22, 43, 'CPCS', 'K31519', NULL), (23, 45, 'CPCS', 'K32985', NULL), (24, 47, 'CPCS', 'K34451', NULL),
(25, 49, 'CSCS', 'K35917', NULL), (26, 51, 'CPCS', 'K37383', NULL), (27, 53, 'CSCS', 'K38849', NULL), (28, 55, 'CSCS', 'K40315', NULL), (29, 57, 'IPAF', 'K41781', NULL), (30, 59, 'CSCS', 'K43247', NULL);
INSERT INTO addresses (id, company_id, line1, city, truth) VALUES
(1, 1, '3 Dock Road', 'Hull', 1), (2, 2, '4 Dock Road', 'York', 2), (3, 3, '5 Dock Road', 'York', 3), (4, 4, '6 Dock Road', 'Leeds', 4), (5, 5, '7 Dock Road', 'Leeds', 5),
(6, 6, '8 Dock Road', 'York', 6), (7, 7, '9 Dock Road', 'Hull', 7), (8, 8, '10 Dock Road', 'York', 8), (9, 1, '11 Dock Road', 'Hull', 1), (10, 2, '12 Dock Road', 'Leeds', 2),
(11, 3, '13 Dock Road', 'York', 3), (12, 4, '14 Dock Road', 'York', 4), (13, 5, '15 Dock Road', 'Hull', 5), (14, 6, '16 Dock Road', 'Hull', 6), (15, 7, '17 Dock Road', 'York', 7),
(16, 8, '18 Dock Road', 'Leeds', 8), (17, 1, '19 Dock Road', 'York', 1), (18, 2, '20 Dock Road', 'Leeds', 2), (19, 3, '21 Dock Road', 'York', 3), (20, 4, '22 Dock Road', 'Leeds', 4),
(21, 5, '23 Dock Road', 'Leeds', 5), (22, 6, '24 Dock Road', 'York', 6), (23, 7, '25 Dock Road', 'Leeds', 7), (24, 8, '26 Dock Road', 'York', 8), (25, 1, '27 Dock Road', 'Hull', 1),
(26, 2, '28 Dock Road', 'Leeds', 2), (27, 3, '29 Dock Road', 'York', 3), (28, 4, '30 Dock Road', 'York', 4), (29, 5, '31 Dock Road', 'York', 5), (30, 6, '32 Dock Road', 'Hull', 6);
-- sites: a site is run by the main contractor; its address is often in the book of another company, and it may take over from a site of another contractor
INSERT INTO sites (id, company_id, code, address_id, follows_site_id, truth) VALUES
(1, 2, 'S-017', 16, NULL, 2), (2, 3, 'S-034', 3, NULL, 3), (3, 1, 'S-051', 2, NULL, 1), (4, 2, 'S-068', 18, NULL, 2), (5, 3, 'S-085', 14, NULL, 3), (6, 1, 'S-102', 9, NULL, 1),
(7, 2, 'S-119', 9, NULL, 2), (8, 3, 'S-136', 19, NULL, 3), (9, 1, 'S-153', 30, 2, 1), (10, 2, 'S-170', 2, 9, 2), (11, 3, 'S-187', 12, 1, 3), (12, 1, 'S-204', 17, 7, 1);
INSERT INTO packages (id, site_id, trade_code, title, truth) VALUES
(1, 3, 'ground', 'Package 1', 1), (2, 1, 'gen', 'Package 2', 2), (3, 4, 'elec', 'Package 3', 2), (4, 12, 'steel', 'Package 4', 1), (5, 9, 'steel', 'Package 5', 1), (6, 5, 'gen', 'Package 6', 3),
(7, 10, 'roof', 'Package 7', 2), (8, 2, 'roof', 'Package 8', 3), (9, 6, 'steel', 'Package 9', 1), (10, 7, 'roof', 'Package 10', 2), (11, 7, 'gen', 'Package 11', 2), (12, 6, 'gen', 'Package 12', 1),
(13, 7, 'steel', 'Package 13', 2), (14, 10, 'steel', 'Package 14', 2), (15, 5, 'ground', 'Package 15', 3), (16, 9, 'roof', 'Package 16', 1), (17, 12, 'steel', 'Package 17', 1),
(18, 7, 'elec', 'Package 18', 2), (19, 3, 'steel', 'Package 19', 1), (20, 4, 'roof', 'Package 20', 2), (21, 3, 'steel', 'Package 21', 1), (22, 2, 'join', 'Package 22', 3),
(23, 3, 'join', 'Package 23', 1), (24, 10, 'ground', 'Package 24', 2), (25, 4, 'gen', 'Package 25', 2), (26, 7, 'roof', 'Package 26', 2), (27, 2, 'elec', 'Package 27', 3),
(28, 5, 'ground', 'Package 28', 3), (29, 11, 'elec', 'Package 29', 3), (30, 2, 'elec', 'Package 30', 3), (31, 11, 'gen', 'Package 31', 3), (32, 10, 'gen', 'Package 32', 2),
(33, 12, 'ground', 'Package 33', 1), (34, 1, 'gen', 'Package 34', 2), (35, 12, 'elec', 'Package 35', 1), (36, 6, 'join', 'Package 36', 1), (37, 12, 'gen', 'Package 37', 1),
(38, 1, 'roof', 'Package 38', 2), (39, 1, 'gen', 'Package 39', 2), (40, 3, 'roof', 'Package 40', 1);
-- subcontracts: let and kept by the main contractor whose package it is; company_id is the firm it is let to
INSERT INTO subcontracts (id, package_id, company_id, signed_on, contract_sum, truth) VALUES
(1, 34, 4, '2025-09-01', 219000, 2), (2, 9, 5, '2025-08-01', 96000, 1), (3, 25, 5, '2025-07-01', 190000, 2), (4, 25, 8, '2025-10-01', 348000, 2), (5, 33, 4, '2025-02-01', 536000, 1),
(6, 2, 7, '2025-03-01', 558000, 2), (7, 30, 5, '2025-11-01', 774000, 3), (8, 17, 8, '2025-10-01', 573000, 1), (9, 30, 4, '2025-03-01', 118000, 3), (10, 29, 5, '2025-04-01', 729000, 3),
(11, 15, 4, '2025-09-01', 828000, 3), (12, 39, 4, '2025-03-01', 327000, 2), (13, 14, 6, '2025-04-01', 504000, 2), (14, 6, 4, '2025-01-01', 654000, 3), (15, 14, 8, '2025-11-01', 264000, 2),
(16, 32, 8, '2025-08-01', 125000, 2), (17, 24, 4, '2025-04-01', 335000, 2), (18, 19, 5, '2025-01-01', 630000, 1), (19, 29, 5, '2025-05-01', 624000, 3), (20, 5, 4, '2025-01-01', 133000, 1),
(21, 5, 4, '2025-03-01', 652000, 1), (22, 40, 7, '2025-05-01', 659000, 1), (23, 4, 4, '2025-12-01', 141000, 1), (24, 36, 4, '2025-08-01', 457000, 1), (25, 18, 4, '2025-08-01', 347000, 2),
(26, 10, 6, '2025-08-01', 601000, 2), (27, 39, 5, '2025-06-01', 591000, 2), (28, 10, 5, '2025-11-01', 465000, 2), (29, 28, 6, '2025-11-01', 47000, 3), (30, 36, 5, '2025-04-01', 830000, 1),
(31, 3, 5, '2025-08-01', 501000, 2), (32, 21, 8, '2025-09-01', 306000, 1), (33, 8, 7, '2025-05-01', 373000, 3), (34, 18, 6, '2025-07-01', 260000, 2), (35, 27, 6, '2025-04-01', 620000, 3),
(36, 22, 4, '2025-09-01', 194000, 3), (37, 21, 5, '2025-02-01', 426000, 1), (38, 39, 8, '2025-12-01', 809000, 2), (39, 38, 8, '2025-08-01', 192000, 2), (40, 22, 6, '2025-04-01', 795000, 3),
(41, 34, 4, '2025-01-01', 869000, 2), (42, 24, 5, '2025-07-01', 541000, 2), (43, 7, 6, '2025-03-01', 483000, 2), (44, 1, 6, '2025-03-01', 690000, 1), (45, 35, 7, '2025-10-01', 710000, 1);
-- payment_applications: an application is the paper of the firm whose man prepares it: mostly the subcontractor, in a third of cases the main contractor, who then bills himself
INSERT INTO payment_applications (id, subcontract_id, prepared_by, period, truth) VALUES
(1, 19, 52, '2025-02-28', 5), (2, 9, 8, '2025-03-28', 4), (3, 2, 53, '2025-05-28', 1), (4, 5, 44, '2025-08-28', 4), (5, 10, 14, '2025-05-28', 5), (6, 41, 65, '2025-11-28', 2),
(7, 27, 48, '2025-11-28', 5), (8, 24, 69, '2025-09-28', 4), (9, 18, 66, '2025-08-28', 1), (10, 39, 31, '2025-08-28', 8), (11, 9, 13, '2025-05-28', 4), (12, 36, 49, '2025-11-28', 3),
(13, 20, 13, '2025-09-28', 4), (14, 4, 17, '2025-06-28', 8), (15, 30, 36, '2025-05-28', 1), (16, 35, 68, '2025-08-28', 6), (17, 24, 69, '2025-11-28', 4), (18, 19, 32, '2025-03-28', 3),
(19, 31, 52, '2025-10-28', 5), (20, 1, 12, '2025-02-28', 4), (21, 15, 41, '2025-04-28', 2), (22, 15, 16, '2025-04-28', 8), (23, 38, 19, '2025-08-28', 8), (24, 3, 38, '2025-10-28', 2),
(25, 10, 3, '2025-07-28', 5), (26, 9, 11, '2025-12-28', 4), (27, 11, 4, '2025-12-28', 3), (28, 20, 35, '2025-05-28', 4), (29, 12, 12, '2025-07-28', 4), (30, 32, 21, '2025-08-28', 1),
(31, 20, 33, '2025-11-28', 4), (32, 41, 75, '2025-09-28', 4), (33, 13, 65, '2025-08-28', 2), (34, 4, 30, '2025-11-28', 8), (35, 6, 7, '2025-06-28', 7), (36, 15, 41, '2025-01-28', 2),
(37, 40, 37, '2025-04-28', 6), (38, 39, 55, '2025-10-28', 8), (39, 38, 34, '2025-05-28', 2), (40, 43, 57, '2025-03-28', 6), (41, 4, 19, '2025-01-28', 8), (42, 8, 15, '2025-03-28', 1),
(43, 9, 44, '2025-09-28', 4), (44, 28, 2, '2025-11-28', 5), (45, 2, 36, '2025-06-28', 1), (46, 37, 59, '2025-07-28', 5), (47, 45, 62, '2025-12-28', 7), (48, 37, 21, '2025-08-28', 1),
(49, 40, 37, '2025-02-28', 6), (50, 39, 55, '2025-10-28', 8), (51, 3, 34, '2025-12-28', 2), (52, 27, 45, '2025-12-28', 5), (53, 6, 20, '2025-06-28', 7), (54, 39, 34, '2025-02-28', 2),
(55, 27, 10, '2025-02-28', 5), (56, 33, 7, '2025-09-28', 7), (57, 42, 34, '2025-09-28', 2), (58, 19, 42, '2025-12-28', 5), (59, 15, 55, '2025-02-28', 8), (60, 23, 36, '2025-04-28', 1),
(61, 6, 70, '2025-12-28', 7), (62, 25, 13, '2025-11-28', 4), (63, 25, 34, '2025-08-28', 2), (64, 17, 69, '2025-12-28', 4), (65, 33, 62, '2025-01-28', 7), (66, 10, 18, '2025-01-28', 3),
(67, 35, 57, '2025-04-28', 6), (68, 35, 68, '2025-02-28', 6), (69, 38, 34, '2025-06-28', 2), (70, 21, 63, '2025-01-28', 4), (71, 30, 10, '2025-02-28', 5), (72, 26, 41, '2025-09-28', 2),
(73, 1, 75, '2025-02-28', 4), (74, 5, 8, '2025-01-28', 4), (75, 24, 6, '2025-03-28', 1), (76, 8, 55, '2025-11-28', 8), (77, 29, 25, '2025-02-28', 6), (78, 22, 29, '2025-02-28', 1),
(79, 34, 37, '2025-10-28', 6), (80, 5, 11, '2025-03-28', 4);
INSERT INTO application_lines (application_id, line_no, amount, truth) VALUES
(1, 1, 3700, 5), (2, 1, 1100, 4), (2, 2, 3200, 4), (3, 1, 8900, 1), (3, 2, 6400, 1), (4, 1, 8100, 4), (4, 2, 5300, 4), (5, 1, 8200, 5), (5, 2, 7200, 5), (6, 1, 8900, 2), (6, 2, 2300, 2), (7, 1, 3200, 5),
(8, 1, 1300, 4), (8, 2, 400, 4), (9, 1, 4800, 1), (9, 2, 9000, 1), (10, 1, 4200, 8), (11, 1, 7900, 4), (12, 1, 6100, 3), (12, 2, 3300, 3), (13, 1, 6100, 4), (14, 1, 8000, 8), (14, 2, 2900, 8),
(15, 1, 5800, 1), (15, 2, 4800, 1), (16, 1, 6700, 6), (17, 1, 5500, 4), (18, 1, 6400, 3), (18, 2, 4100, 3), (19, 1, 1100, 5), (19, 2, 1500, 5), (20, 1, 6200, 4), (21, 1, 100, 2), (22, 1, 6400, 8),
(22, 2, 3300, 8), (23, 1, 4700, 8), (24, 1, 6400, 2), (25, 1, 5200, 5), (25, 2, 8900, 5), (26, 1, 7900, 4), (27, 1, 7000, 3), (28, 1, 8200, 4), (28, 2, 3000, 4), (29, 1, 7900, 4), (30, 1, 4800, 1),
(30, 2, 4100, 1), (31, 1, 4500, 4), (31, 2, 3500, 4), (32, 1, 6500, 4), (32, 2, 7800, 4), (33, 1, 5400, 2), (34, 1, 5800, 8), (35, 1, 4300, 7), (35, 2, 5200, 7), (36, 1, 3000, 2), (36, 2, 300, 2),
(37, 1, 6400, 6), (38, 1, 6600, 8), (39, 1, 6200, 2), (39, 2, 2500, 2), (40, 1, 1700, 6), (41, 1, 4200, 8), (41, 2, 4700, 8), (42, 1, 8200, 1), (42, 2, 7500, 1), (43, 1, 5300, 4), (44, 1, 6200, 5),
(45, 1, 6700, 1), (45, 2, 6800, 1), (46, 1, 2700, 5), (46, 2, 5900, 5), (47, 1, 1300, 7), (48, 1, 600, 1), (48, 2, 2400, 1), (49, 1, 5000, 6), (49, 2, 3600, 6), (50, 1, 8900, 8), (51, 1, 1800, 2),
(52, 1, 3000, 5), (53, 1, 5400, 7), (54, 1, 7100, 2), (54, 2, 4400, 2), (55, 1, 500, 5), (56, 1, 5600, 7), (57, 1, 3700, 2), (58, 1, 8000, 5), (59, 1, 5000, 8), (59, 2, 200, 8), (60, 1, 2600, 1),
(61, 1, 200, 7), (61, 2, 6500, 7), (62, 1, 2900, 4), (62, 2, 8200, 4), (63, 1, 4500, 2), (63, 2, 5800, 2), (64, 1, 4500, 4), (64, 2, 8100, 4), (65, 1, 1100, 7), (65, 2, 5600, 7), (66, 1, 3800, 3);
INSERT INTO application_lines (application_id, line_no, amount, truth) VALUES
(66, 2, 3400, 3), (67, 1, 2500, 6), (67, 2, 4900, 6), (68, 1, 4200, 6), (68, 2, 6800, 6), (69, 1, 8500, 2), (69, 2, 3000, 2), (70, 1, 8900, 4), (70, 2, 4000, 4), (71, 1, 5100, 5), (71, 2, 7000, 5),
(72, 1, 2000, 2), (72, 2, 6000, 2), (73, 1, 6800, 4), (74, 1, 4500, 4), (74, 2, 3200, 4), (75, 1, 6800, 1), (76, 1, 7600, 8), (76, 2, 2500, 8), (77, 1, 3300, 6), (78, 1, 3200, 1), (79, 1, 5300, 6),
(79, 2, 9000, 6), (80, 1, 7200, 4), (80, 2, 4400, 4);
INSERT INTO crews (id, company_id, foreman_id, name, truth) VALUES
(1, 2, 50, 'Gang 1', 2), (2, 3, 1, 'Gang 2', 3), (3, 4, NULL, 'Gang 3', 4), (4, 5, 48, 'Gang 4', 5), (5, 6, 68, 'Gang 5', 6), (6, 7, NULL, 'Gang 6', 7), (7, 8, 17, 'Gang 7', 8), (8, 1, 66, 'Gang 8', 1),
(9, 2, NULL, 'Gang 9', 2), (10, 3, 32, 'Gang 10', 3), (11, 4, 46, 'Gang 11', 4), (12, 5, NULL, 'Gang 12', 5), (13, 6, 57, 'Gang 13', 6), (14, 7, 71, 'Gang 14', 7), (15, 8, NULL, 'Gang 15', 8),
(16, 1, 74, 'Gang 16', 1);
-- crew_members: a crew's list is of the firm that has the crew, borrowed men included
INSERT INTO crew_members (crew_id, employment_id, since, truth) VALUES
(1, 65, '2025-01-05', 2), (1, 34, '2025-02-05', 2), (1, 41, '2025-04-05', 2), (1, 46, '2025-08-05', 2), (1, 19, '2025-05-05', 2), (2, 47, '2025-07-05', 3), (2, 60, '2025-09-05', 3),
(2, 49, '2025-06-05', 3), (2, 74, '2025-12-05', 3), (2, 58, '2025-06-05', 3), (3, 46, '2025-11-05', 4), (3, 44, '2025-04-05', 4), (3, 69, '2025-10-05', 4), (3, 66, '2025-06-05', 4),
(3, 61, '2025-11-05', 4), (4, 14, '2025-04-05', 5), (4, 45, '2025-03-05', 5), (4, 48, '2025-06-05', 5), (4, 7, '2025-09-05', 5), (4, 73, '2025-07-05', 5), (5, 68, '2025-03-05', 6),
(5, 5, '2025-01-05', 6), (5, 37, '2025-09-05', 6), (5, 11, '2025-05-05', 6), (5, 62, '2025-12-05', 6), (6, 71, '2025-03-05', 7), (6, 61, '2025-02-05', 7), (6, 7, '2025-04-05', 7),
(6, 13, '2025-08-05', 7), (6, 41, '2025-04-05', 7), (7, 16, '2025-01-05', 8), (7, 17, '2025-06-05', 8), (7, 30, '2025-08-05', 8), (7, 9, '2025-09-05', 8), (7, 48, '2025-09-05', 8),
(8, 74, '2025-07-05', 1), (8, 53, '2025-09-05', 1), (8, 66, '2025-02-05', 1), (8, 48, '2025-08-05', 1), (8, 12, '2025-05-05', 1), (9, 41, '2025-01-05', 2), (9, 38, '2025-01-05', 2),
(9, 34, '2025-10-05', 2), (9, 14, '2025-08-05', 2), (9, 55, '2025-12-05', 2), (10, 9, '2025-04-05', 3), (10, 18, '2025-08-05', 3), (10, 49, '2025-10-05', 3), (10, 46, '2025-08-05', 3),
(10, 2, '2025-05-05', 3), (11, 11, '2025-07-05', 4), (11, 72, '2025-06-05', 4), (11, 13, '2025-01-05', 4), (11, 74, '2025-08-05', 4), (11, 42, '2025-09-05', 4), (12, 3, '2025-06-05', 5),
(12, 42, '2025-09-05', 5), (12, 59, '2025-03-05', 5), (12, 63, '2025-03-05', 5), (12, 57, '2025-09-05', 5), (13, 57, '2025-08-05', 6), (13, 58, '2025-11-05', 6), (13, 40, '2025-06-05', 6),
(13, 41, '2025-09-05', 6), (13, 48, '2025-01-05', 6), (14, 20, '2025-03-05', 7), (14, 39, '2025-04-05', 7), (14, 7, '2025-05-05', 7), (14, 64, '2025-08-05', 7), (14, 46, '2025-12-05', 7),
(15, 55, '2025-12-05', 8), (15, 31, '2025-08-05', 8), (15, 16, '2025-07-05', 8), (15, 48, '2025-11-05', 8), (15, 5, '2025-08-05', 8), (16, 21, '2025-01-05', 1), (16, 74, '2025-06-05', 1),
(16, 6, '2025-02-05', 1), (16, 13, '2025-01-05', 1), (16, 56, '2025-09-05', 1);
-- gate_passes: issued by the site, also to the men of subcontractors
INSERT INTO gate_passes (id, site_id, employment_id, valid_until, truth) VALUES
(1, 3, 31, '2026-07-01', 1), (2, 2, 7, '2026-09-01', 3), (3, 11, 27, '2026-08-01', 3), (4, 3, 26, '2026-08-01', 1), (5, 4, 24, '2026-10-01', 2), (6, 1, 65, '2026-05-01', 2), (7, 12, 14, '2026-12-01', 1),
(8, 7, 11, '2026-09-01', 2), (9, 6, 29, '2026-05-01', 1), (10, 2, 17, '2026-06-01', 3), (11, 5, 31, '2026-01-01', 3), (12, 3, 6, '2026-07-01', 1), (13, 10, 61, '2026-05-01', 2),
(14, 1, 23, '2026-04-01', 2), (15, 2, 67, '2026-12-01', 3), (16, 5, 39, '2026-04-01', 3), (17, 5, 42, '2026-08-01', 3), (18, 7, 50, '2026-07-01', 2), (19, 12, 5, '2026-08-01', 1),
(20, 9, 45, '2026-02-01', 1), (21, 8, 32, '2026-02-01', 3), (22, 8, 19, '2026-04-01', 3), (23, 5, 24, '2026-04-01', 3), (24, 3, 15, '2026-01-01', 1), (25, 7, 37, '2026-02-01', 2),
(26, 7, 40, '2026-04-01', 2), (27, 11, 4, '2026-04-01', 3), (28, 6, 59, '2026-02-01', 1), (29, 12, 24, '2026-06-01', 1), (30, 3, 66, '2026-09-01', 1), (31, 6, 25, '2026-05-01', 1),
(32, 1, 25, '2026-09-01', 2), (33, 6, 15, '2026-11-01', 1), (34, 9, 42, '2026-10-01', 1), (35, 5, 57, '2026-10-01', 3), (36, 10, 41, '2026-11-01', 2), (37, 11, 69, '2026-02-01', 3),
(38, 2, 59, '2026-10-01', 3), (39, 3, 6, '2026-08-01', 1), (40, 9, 31, '2026-09-01', 1), (41, 5, 3, '2026-02-01', 3), (42, 7, 38, '2026-07-01', 2), (43, 11, 44, '2026-10-01', 3),
(44, 7, 2, '2026-12-01', 2), (45, 5, 32, '2026-02-01', 3), (46, 9, 55, '2026-11-01', 1), (47, 8, 63, '2026-10-01', 3), (48, 11, 67, '2026-12-01', 3), (49, 9, 30, '2026-01-01', 1),
(50, 7, 48, '2026-08-01', 2), (51, 4, 65, '2026-12-01', 2), (52, 6, 39, '2026-05-01', 1), (53, 2, 39, '2026-03-01', 3), (54, 7, 50, '2026-03-01', 2), (55, 10, 16, '2026-08-01', 2),
(56, 4, 37, '2026-10-01', 2), (57, 2, 32, '2026-11-01', 3), (58, 10, 69, '2026-10-01', 2), (59, 12, 17, '2026-02-01', 1), (60, 3, 29, '2026-05-01', 1);
-- timesheets: hours are of the firm that pays the man, wherever he works and whoever gets the bill
INSERT INTO timesheets (id, site_id, employment_id, worked_on, hours, billed_to, truth) VALUES
(1, 7, 37, '2025-11-02', 7.5, 2, 6), (2, 11, 4, '2025-04-13', 10, NULL, 3), (3, 5, 39, '2025-07-06', 8, NULL, 7), (4, 2, 32, '2025-08-15', 8, NULL, 3), (5, 12, 14, '2025-07-24', 10, 1, 5),
(6, 2, 59, '2025-10-15', 10, 3, 5), (7, 2, 7, '2025-11-09', 10, NULL, 7), (8, 12, 24, '2025-09-07', 7.5, NULL, 7), (9, 3, 6, '2025-10-06', 4, NULL, 1), (10, 4, 24, '2025-10-24', 4, 2, 7),
(11, 7, 11, '2025-12-21', 8, 2, 4), (12, 6, 59, '2025-12-18', 10, NULL, 5), (13, 6, 29, '2025-11-17', 4, NULL, 1), (14, 5, 42, '2025-03-15', 8, NULL, 5), (15, 11, 67, '2025-10-08', 10, 3, 3),
(16, 3, 31, '2025-07-25', 8, 1, 8), (17, 5, 39, '2025-07-10', 7.5, NULL, 7), (18, 3, 66, '2025-03-14', 10, NULL, 1), (19, 12, 5, '2025-02-02', 7.5, NULL, 6), (20, 4, 65, '2025-09-26', 10, 2, 2),
(21, 7, 38, '2025-09-08', 8, 2, 2), (22, 5, 57, '2025-01-19', 8, NULL, 6), (23, 7, 38, '2025-11-23', 7.5, NULL, 2), (24, 8, 63, '2025-06-10', 4, NULL, 4), (25, 5, 39, '2025-09-12', 4, 3, 7),
(26, 6, 25, '2025-01-08', 4, 1, 6), (27, 2, 59, '2025-06-12', 10, NULL, 5), (28, 10, 61, '2025-05-14', 8, NULL, 7), (29, 7, 38, '2025-04-28', 7.5, NULL, 2), (30, 12, 24, '2025-04-15', 4, 1, 7),
(31, 5, 39, '2025-11-09', 4, 3, 7), (32, 5, 24, '2025-07-05', 10, NULL, 7), (33, 12, 24, '2025-03-05', 10, NULL, 7), (34, 1, 65, '2025-07-27', 8, NULL, 2), (35, 2, 67, '2025-04-09', 7.5, 3, 3),
(36, 11, 27, '2025-03-03', 10, 3, 3), (37, 4, 37, '2025-03-26', 7.5, NULL, 6), (38, 12, 24, '2025-10-27', 10, NULL, 7), (39, 7, 50, '2025-01-14', 4, NULL, 2), (40, 7, 40, '2025-06-01', 10, 2, 6),
(41, 6, 25, '2025-12-25', 8, 1, 6), (42, 7, 37, '2025-03-14', 7.5, NULL, 6), (43, 6, 39, '2025-02-07', 4, NULL, 7), (44, 2, 7, '2025-03-18', 4, NULL, 7), (45, 7, 48, '2025-11-22', 10, 2, 5),
(46, 12, 24, '2025-02-05', 8, 1, 7), (47, 10, 69, '2025-08-08', 4, NULL, 4), (48, 6, 29, '2025-12-21', 7.5, NULL, 1), (49, 6, 25, '2025-07-15', 8, NULL, 6), (50, 7, 48, '2025-03-23', 10, 2, 5),
(51, 8, 32, '2025-09-07', 10, 3, 3), (52, 5, 57, '2025-08-13', 8, NULL, 6), (53, 10, 16, '2025-12-14', 4, NULL, 8), (54, 3, 31, '2025-04-06', 7.5, NULL, 8), (55, 6, 15, '2025-08-05', 10, 1, 1),
(56, 5, 24, '2025-02-26', 4, 3, 7), (57, 3, 29, '2025-01-28', 4, NULL, 1), (58, 12, 24, '2025-09-16', 8, NULL, 7), (59, 12, 17, '2025-10-26', 7.5, NULL, 8), (60, 10, 16, '2025-02-05', 4, 2, 8),
(61, 7, 48, '2025-07-21', 10, 2, 5), (62, 8, 63, '2025-11-13', 4, NULL, 4), (63, 5, 57, '2025-08-09', 4, NULL, 6), (64, 6, 29, '2025-03-14', 8, NULL, 1), (65, 11, 69, '2025-07-22', 8, 3, 4),
(66, 9, 45, '2025-07-02', 7.5, 1, 5), (67, 12, 24, '2025-07-28', 10, NULL, 7), (68, 5, 24, '2025-11-20', 10, NULL, 7), (69, 6, 59, '2025-11-13', 7.5, NULL, 5), (70, 3, 15, '2025-09-05', 4, 1, 1),
(71, 7, 50, '2025-10-03', 8, 2, 2), (72, 11, 69, '2025-03-04', 7.5, NULL, 4), (73, 5, 24, '2025-05-12', 7.5, NULL, 7), (74, 2, 39, '2025-12-23', 8, NULL, 7), (75, 2, 7, '2025-12-04', 8, 3, 7),
(76, 7, 48, '2025-02-13', 10, 2, 5), (77, 5, 39, '2025-02-11', 4, NULL, 7), (78, 9, 55, '2025-11-03', 8, NULL, 8), (79, 2, 17, '2025-10-03', 7.5, NULL, 8), (80, 2, 67, '2025-05-28', 4, 3, 3),
(81, 2, 7, '2025-11-08', 4, 3, 7), (82, 5, 39, '2025-11-03', 10, NULL, 7), (83, 7, 11, '2025-03-07', 10, NULL, 4), (84, 6, 59, '2025-09-06', 10, NULL, 5), (85, 1, 23, '2025-01-15', 8, 2, 7),
(86, 6, 29, '2025-02-21', 10, 1, 1), (87, 11, 27, '2025-08-27', 7.5, NULL, 3), (88, 5, 24, '2025-06-27', 7.5, NULL, 7), (89, 12, 17, '2025-02-03', 10, NULL, 8), (90, 8, 19, '2025-03-11', 7.5, 3, 8);
-- plant: plant is its owner's, also when it is bolted to a machine of another firm
INSERT INTO plant (id, company_id, serial_no, kind, attached_to, truth) VALUES
(1, 5, 'KO0271', 'digger', NULL, 5), (2, 4, 'JC0542', 'hoist', NULL, 4), (3, 2, 'MN0813', 'hoist', NULL, 2), (4, 8, 'JC1084', 'generator', NULL, 8), (5, 7, 'MN1355', 'hoist', NULL, 7),
(6, 3, 'JC1626', 'digger', NULL, 3), (7, 6, 'JC1897', 'hoist', NULL, 6), (8, 2, 'MN2168', 'bucket', NULL, 2), (9, 8, 'MN2439', 'bucket', NULL, 8), (10, 8, 'JC2710', 'bucket', NULL, 8),
(11, 1, 'KO2981', 'generator', NULL, 1), (12, 7, 'JC3252', 'generator', NULL, 7), (13, 1, 'MN3523', 'digger', NULL, 1), (14, 7, 'MN3794', 'generator', NULL, 7), (15, 6, 'KO4065', 'generator', NULL, 6),
(16, 6, 'JC4336', 'digger', NULL, 6), (17, 7, 'KO4607', 'bucket', NULL, 7), (18, 1, 'JC4878', 'bucket', NULL, 1), (19, 3, 'KO5149', 'hoist', 8, 3), (20, 3, 'JC5420', 'bucket', 19, 3),
(21, 1, 'KO5691', 'hoist', 14, 1), (22, 4, 'KO5962', 'bucket', 2, 4), (23, 5, 'KO6233', 'digger', 16, 5), (24, 3, 'JC6504', 'hoist', 20, 3), (25, 8, 'KO6775', 'bucket', 20, 8),
(26, 5, 'KO7046', 'hoist', 1, 5), (27, 7, 'KO7317', 'generator', 19, 7), (28, 4, 'MN7588', 'hoist', 2, 4), (29, 6, 'JC7859', 'bucket', 28, 6), (30, 5, 'MN8130', 'hoist', 23, 5);
-- plant_hires: the hire is in the books of the owner of the machine
INSERT INTO plant_hires (id, plant_id, site_id, hired_from, weekly, truth) VALUES
(1, 13, 4, '2025-05-10', 821, 1), (2, 9, 8, '2025-12-10', 402, 8), (3, 13, 8, '2025-04-10', 576, 1), (4, 15, 5, '2025-12-10', 646, 6), (5, 2, 8, '2025-08-10', 664, 4), (6, 30, 1, '2025-04-10', 339, 5),
(7, 12, 6, '2025-01-10', 328, 7), (8, 9, 1, '2025-02-10', 713, 8), (9, 6, 1, '2025-04-10', 268, 3), (10, 21, 10, '2025-07-10', 396, 1), (11, 28, 9, '2025-07-10', 653, 4),
(12, 10, 7, '2025-10-10', 486, 8), (13, 3, 11, '2025-01-10', 329, 2), (14, 23, 8, '2025-01-10', 673, 5), (15, 24, 12, '2025-05-10', 152, 3), (16, 24, 5, '2025-01-10', 326, 3),
(17, 8, 12, '2025-07-10', 740, 2), (18, 22, 7, '2025-08-10', 773, 4), (19, 17, 5, '2025-10-10', 270, 7), (20, 22, 2, '2025-04-10', 861, 4), (21, 11, 1, '2025-11-10', 457, 1),
(22, 11, 8, '2025-10-10', 261, 1), (23, 30, 9, '2025-08-10', 403, 5), (24, 8, 10, '2025-09-10', 536, 2), (25, 19, 7, '2025-07-10', 636, 3), (26, 11, 2, '2025-01-10', 168, 1),
(27, 4, 2, '2025-08-10', 217, 8), (28, 22, 7, '2025-10-10', 748, 4), (29, 28, 8, '2025-11-10', 300, 4), (30, 11, 10, '2025-07-10', 814, 1), (31, 6, 6, '2025-06-10', 137, 3),
(32, 8, 1, '2025-12-10', 199, 2), (33, 24, 10, '2025-09-10', 517, 3), (34, 18, 10, '2025-01-10', 738, 1), (35, 9, 4, '2025-09-10', 100, 8), (36, 8, 10, '2025-09-10', 810, 2),
(37, 14, 1, '2025-08-10', 508, 7), (38, 12, 11, '2025-06-10', 739, 7), (39, 18, 10, '2025-12-10', 740, 1), (40, 24, 11, '2025-03-10', 869, 3);
-- plant_checks: machine is a serial_no, inspector an employment (no keys declared); the check is the machine's
INSERT INTO plant_checks (id, machine, inspector, passed, truth) VALUES
(1, 'MN3523', 56, false, 1), (2, 'JC4336', NULL, true, 6), (3, 'JC1626', NULL, true, 3), (4, 'MN2439', 17, true, 8), (5, 'KO7046', 42, true, 5), (6, 'MN2168', 34, true, 2), (7, 'MN3794', NULL, true, 7),
(8, 'MN2168', 4, true, 2), (9, 'KO4065', NULL, true, 6), (10, 'KO5691', 49, true, 1), (11, 'JC3252', 71, false, 7), (12, 'MN2439', 35, true, 8), (13, 'MN7588', 25, true, 4), (14, 'KO6233', 75, true, 5),
(15, 'JC5420', 45, true, 3), (16, 'KO7046', NULL, true, 5), (17, 'KO5149', 18, true, 3), (18, 'JC1084', 55, true, 8), (19, 'MN0813', 34, false, 2), (20, 'MN3523', 69, true, 1),
(21, 'KO5149', NULL, true, 3), (22, 'JC6504', 27, true, 3), (23, 'JC6504', 4, true, 3), (24, 'KO5691', 6, true, 1), (25, 'MN3794', 39, true, 7), (26, 'KO4607', 66, true, 7), (27, 'MN3523', 15, false, 1),
(28, 'JC1897', 57, true, 6), (29, 'JC1084', 62, true, 8), (30, 'MN7588', 30, true, 4), (31, 'MN2439', 30, true, 8), (32, 'KO5691', 66, true, 1), (33, 'KO6233', 14, true, 5), (34, 'KO7046', 75, false, 5),
(35, 'JC2710', 19, true, 8), (36, 'MN8130', 45, true, 5), (37, 'MN2439', 19, false, 8), (38, 'MN2168', 47, true, 2), (39, 'MN8130', 26, true, 5), (40, 'KO0271', 67, true, 5), (41, 'MN3794', 39, true, 7),
(42, 'KO7317', 58, true, 7), (43, 'JC2710', 14, false, 8), (44, 'JC1084', 15, true, 8), (45, 'KO0271', 30, true, 5), (46, 'JC5420', 34, true, 3), (47, 'KO5962', 13, true, 4), (48, 'KO5962', 73, true, 4),
(49, 'JC6504', 67, true, 3), (50, 'JC4336', 58, true, 6);
-- defects: the snag list is the main contractor's, whoever raises the snag
INSERT INTO defects (id, raised_by, package_id, to_be_fixed_by, remark, truth) VALUES
(1, 29, 17, 6, 'out of true', 1), (2, 25, 2, 5, 'out of true', 2), (3, 34, 32, 4, 'crack', 2), (4, 57, 28, NULL, 'crack', 3), (5, 15, 19, NULL, 'crack', 1), (6, 46, 4, 7, 'crack', 1),
(7, 18, 28, 8, 'crack', 3), (8, 39, 22, NULL, 'leak', 3), (9, 29, 36, 4, 'out of true', 1), (10, 2, 31, 7, 'leak', 3), (11, 9, 8, 8, 'leak', 3), (12, 30, 19, 4, 'leak', 1), (13, 41, 13, 4, 'crack', 2),
(14, 31, 2, 6, 'paint', 2), (15, 21, 17, 4, 'out of true', 1), (16, 26, 21, NULL, 'out of true', 1), (17, 47, 29, NULL, 'crack', 3), (18, 68, 2, 8, 'crack', 2), (19, 65, 25, 8, 'paint', 2),
(20, 30, 30, 5, 'leak', 3), (21, 21, 33, 6, 'leak', 1), (22, 16, 18, 7, 'out of true', 2), (23, 6, 4, 8, 'crack', 1), (24, 30, 32, 7, 'crack', 2), (25, 51, 29, NULL, 'leak', 3),
(26, 68, 24, 5, 'crack', 2), (27, 29, 40, 4, 'paint', 1), (28, 5, 29, 5, 'paint', 3), (29, 29, 19, 8, 'out of true', 1), (30, 61, 19, 7, 'paint', 1), (31, 38, 13, 6, 'crack', 2),
(32, 16, 7, 5, 'paint', 2), (33, 41, 18, NULL, 'crack', 2), (34, 24, 3, 5, 'leak', 2), (35, 36, 19, NULL, 'paint', 1), (36, 70, 8, 7, 'out of true', 3), (37, 9, 29, NULL, 'crack', 3),
(38, 30, 39, 4, 'leak', 2), (39, 36, 16, 4, 'out of true', 1), (40, 2, 40, NULL, 'paint', 1), (41, 67, 22, 7, 'leak', 3), (42, 33, 36, NULL, 'paint', 1), (43, 43, 22, NULL, 'out of true', 3),
(44, 8, 11, NULL, 'paint', 2), (45, 74, 37, 5, 'leak', 1), (46, 68, 1, 6, 'out of true', 1), (47, 21, 23, 8, 'crack', 1), (48, 40, 13, 5, 'out of true', 2), (49, 38, 10, 6, 'crack', 2),
(50, 5, 17, 4, 'crack', 1);
INSERT INTO defect_photos (id, defect_id, taken_by, path, truth) VALUES
(1, 10, 29, '/p/1.jpg', 3), (2, 47, 50, '/p/2.jpg', 1), (3, 20, NULL, '/p/3.jpg', 3), (4, 10, 29, '/p/4.jpg', 3), (5, 7, 18, '/p/5.jpg', 3), (6, 20, NULL, '/p/6.jpg', 3), (7, 31, 30, '/p/7.jpg', 2),
(8, 15, NULL, '/p/8.jpg', 1), (9, 12, NULL, '/p/9.jpg', 1), (10, 37, 35, '/p/10.jpg', 3), (11, 20, NULL, '/p/11.jpg', 3), (12, 4, 19, '/p/12.jpg', 3), (13, 27, 48, '/p/13.jpg', 1),
(14, 21, 26, '/p/14.jpg', 1), (15, 25, NULL, '/p/15.jpg', 3), (16, 35, 10, '/p/16.jpg', 1), (17, 26, NULL, '/p/17.jpg', 2), (18, 46, NULL, '/p/18.jpg', 1), (19, 42, 19, '/p/19.jpg', 1),
(20, 10, 23, '/p/20.jpg', 3), (21, 41, 20, '/p/21.jpg', 3), (22, 15, NULL, '/p/22.jpg', 1), (23, 4, NULL, '/p/23.jpg', 3), (24, 41, NULL, '/p/24.jpg', 3), (25, 47, 45, '/p/25.jpg', 1),
(26, 29, 39, '/p/26.jpg', 1), (27, 47, 23, '/p/27.jpg', 1), (28, 26, 40, '/p/28.jpg', 2), (29, 3, NULL, '/p/29.jpg', 2), (30, 32, 29, '/p/30.jpg', 2), (31, 2, 18, '/p/31.jpg', 2),
(32, 33, 42, '/p/32.jpg', 2), (33, 15, 38, '/p/33.jpg', 1), (34, 29, NULL, '/p/34.jpg', 1), (35, 6, 23, '/p/35.jpg', 1), (36, 43, 24, '/p/36.jpg', 3), (37, 9, 2, '/p/37.jpg', 1),
(38, 34, NULL, '/p/38.jpg', 2), (39, 19, NULL, '/p/39.jpg', 2), (40, 27, NULL, '/p/40.jpg', 1), (41, 29, NULL, '/p/41.jpg', 1), (42, 7, NULL, '/p/42.jpg', 3), (43, 30, 60, '/p/43.jpg', 1),
(44, 11, 59, '/p/44.jpg', 3), (45, 27, NULL, '/p/45.jpg', 1), (46, 12, 41, '/p/46.jpg', 1), (47, 25, 59, '/p/47.jpg', 3), (48, 13, NULL, '/p/48.jpg', 2), (49, 50, 25, '/p/49.jpg', 1),
(50, 34, NULL, '/p/50.jpg', 2), (51, 37, NULL, '/p/51.jpg', 3), (52, 44, 30, '/p/52.jpg', 2), (53, 35, 43, '/p/53.jpg', 1), (54, 47, 42, '/p/54.jpg', 1), (55, 24, 19, '/p/55.jpg', 2),
(56, 12, 24, '/p/56.jpg', 1), (57, 5, 36, '/p/57.jpg', 1), (58, 32, 49, '/p/58.jpg', 2), (59, 44, 58, '/p/59.jpg', 2), (60, 11, NULL, '/p/60.jpg', 3);
-- incidents: an incident is of the employer of the one who reports it, unless it is transferred to another company, whose it is then
INSERT INTO incidents (id, site_id, reported_by, transferred_to, severity, truth) VALUES
(1, 12, 17, 1, 1, 1), (2, 9, 31, NULL, 1, 8), (3, 5, 51, NULL, 2, 3), (4, 2, 23, 8, 1, 8), (5, 12, 48, NULL, 4, 5), (6, 4, 65, NULL, 2, 2), (7, 11, 48, 3, 3, 3), (8, 4, 57, NULL, 5, 6),
(9, 7, 65, NULL, 3, 2), (10, 3, 71, NULL, 5, 7), (11, 3, 23, 1, 1, 1), (12, 11, 49, NULL, 3, 3), (13, 9, 63, NULL, 2, 4), (14, 3, 31, 1, 3, 1), (15, 8, 54, NULL, 4, 3), (16, 7, 7, NULL, 2, 7),
(17, 5, 71, 3, 1, 3), (18, 1, 34, NULL, 5, 2), (19, 7, 35, NULL, 1, 4), (20, 6, 10, NULL, 5, 5), (21, 5, 47, 3, 4, 3), (22, 3, 20, NULL, 2, 7), (23, 3, 22, NULL, 2, 7), (24, 11, 18, 8, 3, 8),
(25, 7, 44, NULL, 5, 4), (26, 12, 19, NULL, 5, 8), (27, 5, 54, 3, 4, 3), (28, 2, 16, NULL, 3, 8), (29, 6, 17, NULL, 1, 8), (30, 9, 74, NULL, 5, 1), (31, 6, 17, 1, 3, 1), (32, 5, 55, NULL, 3, 8),
(33, 3, 21, NULL, 2, 1), (34, 4, 57, 2, 1, 2), (35, 10, 52, NULL, 3, 5), (36, 7, 38, NULL, 2, 2), (37, 7, 37, 2, 3, 2), (38, 12, 40, NULL, 5, 6), (39, 11, 9, NULL, 1, 3), (40, 5, 37, NULL, 4, 6),
(41, 1, 57, 2, 3, 2), (42, 1, 38, NULL, 4, 2), (43, 11, 5, NULL, 3, 6), (44, 3, 5, 7, 3, 7), (45, 3, 15, NULL, 4, 1);
INSERT INTO inductions (id, person_id, site_id, held_on, truth) VALUES
(1, 3, 9, '2025-07-03', 1), (2, 26, 6, '2025-08-03', 1), (3, 36, 4, '2025-01-03', 2), (4, 34, 4, '2025-01-03', 2), (5, 13, 12, '2025-06-03', 1), (6, 34, 7, '2025-02-03', 2), (7, 34, 6, '2025-08-03', 1),
(8, 41, 9, '2025-12-03', 1), (9, 2, 8, '2025-10-03', 3), (10, 48, 9, '2025-11-03', 1), (11, 8, 10, '2025-04-03', 2), (12, 9, 7, '2025-05-03', 2), (13, 40, 6, '2025-01-03', 1),
(14, 19, 5, '2025-10-03', 3), (15, 16, 12, '2025-09-03', 1), (16, 30, 5, '2025-04-03', 3), (17, 56, 1, '2025-05-03', 2), (18, 49, 5, '2025-02-03', 3), (19, 10, 12, '2025-08-03', 1),
(20, 44, 5, '2025-12-03', 3), (21, 18, 9, '2025-12-03', 1), (22, 14, 8, '2025-12-03', 3), (23, 8, 4, '2025-04-03', 2), (24, 31, 1, '2025-09-03', 2), (25, 32, 3, '2025-05-03', 1),
(26, 41, 4, '2025-10-03', 2), (27, 11, 3, '2025-10-03', 1), (28, 29, 4, '2025-08-03', 2), (29, 53, 5, '2025-05-03', 3), (30, 24, 3, '2025-08-03', 1), (31, 37, 11, '2025-08-03', 3),
(32, 32, 9, '2025-04-03', 1), (33, 38, 1, '2025-01-03', 2), (34, 44, 9, '2025-07-03', 1), (35, 49, 11, '2025-12-03', 3), (36, 13, 3, '2025-02-03', 1), (37, 59, 9, '2025-12-03', 1),
(38, 7, 7, '2025-08-03', 2), (39, 27, 11, '2025-07-03', 3), (40, 1, 10, '2025-10-03', 2), (41, 32, 12, '2025-07-03', 1), (42, 53, 7, '2025-03-03', 2), (43, 31, 2, '2025-02-03', 3),
(44, 26, 1, '2025-02-03', 2), (45, 48, 4, '2025-11-03', 2), (46, 43, 3, '2025-11-03', 1), (47, 27, 12, '2025-05-03', 1), (48, 47, 8, '2025-11-03', 3), (49, 16, 1, '2025-08-03', 2),
(50, 23, 8, '2025-01-03', 3), (51, 1, 7, '2025-06-03', 2), (52, 29, 12, '2025-06-03', 1), (53, 24, 1, '2025-10-03', 2), (54, 54, 9, '2025-07-03', 1), (55, 48, 11, '2025-02-03', 3),
(56, 54, 9, '2025-02-03', 1), (57, 26, 11, '2025-04-03', 3), (58, 2, 11, '2025-08-03', 3), (59, 58, 2, '2025-12-03', 3), (60, 48, 1, '2025-12-03', 2);
INSERT INTO site_diaries (id, site_id, day, written_by, weather, truth) VALUES
(1, 2, '2025-06-01', 46, 'frost', 3), (2, 3, '2025-06-01', 36, 'frost', 1), (3, 4, '2025-06-01', 41, 'dry', 2), (4, 5, '2025-06-01', 54, 'frost', 3), (5, 6, '2025-06-01', 21, 'rain', 1),
(6, 7, '2025-06-01', 41, 'dry', 2), (7, 8, '2025-06-01', 60, 'frost', 3), (8, 9, '2025-06-01', NULL, 'dry', 1), (9, 10, '2025-06-01', 38, 'dry', 2), (10, 11, '2025-06-01', 18, 'rain', 3),
(11, 12, '2025-06-01', NULL, 'rain', 1), (12, 1, '2025-06-02', 34, 'rain', 2), (13, 2, '2025-06-02', 60, 'dry', 3), (14, 3, '2025-06-02', 21, 'dry', 1), (15, 4, '2025-06-02', 65, 'rain', 2),
(16, 5, '2025-06-02', NULL, 'rain', 3), (17, 6, '2025-06-02', 15, 'dry', 1), (18, 7, '2025-06-02', 38, 'rain', 2), (19, 8, '2025-06-02', 43, 'frost', 3), (20, 9, '2025-06-02', 6, 'rain', 1),
(21, 10, '2025-06-02', 50, 'dry', 2), (22, 11, '2025-06-02', NULL, 'dry', 3), (23, 12, '2025-06-02', 36, 'dry', 1), (24, 1, '2025-06-03', NULL, 'dry', 2), (25, 2, '2025-06-03', 19, 'frost', 3),
(26, 3, '2025-06-03', NULL, 'rain', 1), (27, 4, '2025-06-03', 52, 'dry', 2), (28, 5, '2025-06-03', 32, 'frost', 3), (29, 6, '2025-06-03', NULL, 'rain', 1), (30, 7, '2025-06-03', 41, 'dry', 2),
(31, 8, '2025-06-03', NULL, 'dry', 3), (32, 9, '2025-06-03', 21, 'frost', 1), (33, 10, '2025-06-03', NULL, 'frost', 2), (34, 11, '2025-06-03', 51, 'frost', 3), (35, 12, '2025-06-03', 74, 'dry', 1),
(36, 1, '2025-06-04', 65, 'frost', 2), (37, 2, '2025-06-04', 67, 'rain', 3), (38, 3, '2025-06-04', 53, 'dry', 1), (39, 4, '2025-06-04', 66, 'rain', 2), (40, 5, '2025-06-04', 43, 'rain', 3),
(41, 6, '2025-06-04', 66, 'rain', 1), (42, 7, '2025-06-04', NULL, 'rain', 2), (43, 8, '2025-06-04', NULL, 'dry', 3), (44, 9, '2025-06-04', NULL, 'dry', 1), (45, 10, '2025-06-04', 34, 'rain', 2),
(46, 11, '2025-06-04', 49, 'frost', 3), (47, 12, '2025-06-04', NULL, 'rain', 1), (48, 1, '2025-06-05', 34, 'frost', 2), (49, 2, '2025-06-05', 25, 'rain', 3), (50, 3, '2025-06-05', 17, 'dry', 1),
(51, 4, '2025-06-05', 38, 'rain', 2), (52, 5, '2025-06-05', 3, 'frost', 3), (53, 6, '2025-06-05', 53, 'dry', 1), (54, 7, '2025-06-05', 34, 'dry', 2), (55, 8, '2025-06-05', 43, 'frost', 3),
(56, 9, '2025-06-05', 17, 'dry', 1), (57, 10, '2025-06-05', 36, 'frost', 2), (58, 11, '2025-06-05', 54, 'rain', 3), (59, 12, '2025-06-05', 71, 'frost', 1), (60, 1, '2025-06-06', 38, 'dry', 2);
-- rate_cards: without a company it is the published rate of the union, which is everybody's
INSERT INTO rate_cards (id, company_id, trade_code, hourly, truth) VALUES
(1, NULL, 'elec', 47, NULL), (2, 6, 'roof', 57, 6), (3, 8, 'steel', 29, 8), (4, 1, 'ground', 59, 1), (5, NULL, 'elec', 33, NULL), (6, NULL, 'ground', 45, NULL), (7, 2, 'gen', 35, 2),
(8, 8, 'gen', 35, 8), (9, 3, 'gen', 26, 3), (10, NULL, 'gen', 39, NULL), (11, NULL, 'steel', 28, NULL), (12, 3, 'steel', 48, 3), (13, 4, 'steel', 32, 4), (14, 6, 'elec', 44, 6),
(15, NULL, 'join', 43, NULL), (16, NULL, 'elec', 52, NULL), (17, 6, 'steel', 46, 6), (18, 2, 'steel', 59, 2), (19, 4, 'steel', 30, 4), (20, NULL, 'ground', 51, NULL), (21, NULL, 'join', 40, NULL),
(22, 4, 'join', 40, 4), (23, 1, 'steel', 25, 1), (24, 7, 'elec', 40, 7), (25, NULL, 'join', 58, NULL), (26, NULL, 'gen', 21, NULL), (27, 3, 'gen', 19, 3), (28, 2, 'elec', 20, 2), (29, 7, 'elec', 51, 7),
(30, NULL, 'gen', 46, NULL);
INSERT INTO purchase_orders (id, site_id, deliver_to, placed_on, truth) VALUES
(1, 5, NULL, '2025-11-14', 3), (2, 4, 13, '2025-01-14', 2), (3, 7, 23, '2025-06-14', 2), (4, 10, 23, '2025-08-14', 2), (5, 11, 27, '2025-10-14', 3), (6, 12, 16, '2025-07-14', 1),
(7, 9, NULL, '2025-12-14', 1), (8, 2, NULL, '2025-12-14', 3), (9, 10, 11, '2025-11-14', 2), (10, 6, NULL, '2025-04-14', 1), (11, 9, 23, '2025-09-14', 1), (12, 8, 3, '2025-10-14', 3),
(13, 6, 17, '2025-05-14', 1), (14, 10, 23, '2025-06-14', 2), (15, 1, 18, '2025-05-14', 2), (16, 2, NULL, '2025-08-14', 3), (17, 11, 4, '2025-04-14', 3), (18, 10, 11, '2025-12-14', 2),
(19, 3, NULL, '2025-06-14', 1), (20, 2, 27, '2025-08-14', 3), (21, 4, 15, '2025-10-14', 2), (22, 12, NULL, '2025-01-14', 1), (23, 2, 27, '2025-11-14', 3), (24, 8, 9, '2025-04-14', 3),
(25, 10, NULL, '2025-10-14', 2), (26, 2, 19, '2025-10-14', 3), (27, 5, 20, '2025-12-14', 3), (28, 9, NULL, '2025-03-14', 1), (29, 2, NULL, '2025-06-14', 3), (30, 8, 11, '2025-05-14', 3);
INSERT INTO purchase_order_lines (purchase_order_id, pos, article, truth) VALUES
(1, 1, 'cable', 3), (1, 2, 'slate', 3), (2, 1, 'oak', 2), (2, 2, 'oak', 2), (3, 1, 'cable', 2), (3, 2, 'slate', 2), (4, 1, 'rebar', 2), (4, 2, 'oak', 2), (5, 1, 'cable', 3), (5, 2, 'oak', 3),
(6, 1, 'slate', 1), (6, 2, 'slate', 1), (7, 1, 'slate', 1), (7, 2, 'slate', 1), (8, 1, 'oak', 3), (8, 2, 'cable', 3), (9, 1, 'rebar', 2), (9, 2, 'oak', 2), (10, 1, 'oak', 1), (10, 2, 'slate', 1),
(11, 1, 'slate', 1), (11, 2, 'oak', 1), (12, 1, 'rebar', 3), (12, 2, 'cable', 3), (13, 1, 'oak', 1), (13, 2, 'rebar', 1), (14, 1, 'cable', 2), (14, 2, 'cable', 2), (15, 1, 'rebar', 2), (15, 2, 'oak', 2),
(16, 1, 'slate', 3), (16, 2, 'cable', 3), (17, 1, 'slate', 3), (17, 2, 'cable', 3), (18, 1, 'oak', 2), (18, 2, 'oak', 2), (19, 1, 'rebar', 1), (19, 2, 'slate', 1), (20, 1, 'cable', 3), (20, 2, 'oak', 3),
(21, 1, 'cable', 2), (21, 2, 'oak', 2), (22, 1, 'rebar', 1), (22, 2, 'oak', 1), (23, 1, 'cable', 3), (23, 2, 'oak', 3), (24, 1, 'slate', 3), (24, 2, 'rebar', 3), (25, 1, 'rebar', 2), (25, 2, 'cable', 2),
(26, 1, 'slate', 3), (26, 2, 'cable', 3), (27, 1, 'slate', 3), (27, 2, 'rebar', 3), (28, 1, 'oak', 1), (28, 2, 'slate', 1), (29, 1, 'cable', 3), (29, 2, 'slate', 3), (30, 1, 'cable', 3),
(30, 2, 'slate', 3);
-- approved_firms: the list of firms approved by a company is that company's; company_id is the firm approved
INSERT INTO approved_firms (company_id, approved_by, until, truth) VALUES
(8, 1, '2027-01-01', 1), (5, 1, '2027-01-01', 1), (4, 1, '2027-01-01', 1), (1, 2, '2027-01-01', 2), (8, 2, '2027-01-01', 2), (6, 2, '2027-01-01', 2), (6, 3, '2027-01-01', 3), (7, 3, '2027-01-01', 3),
(1, 3, '2027-01-01', 3), (6, 4, '2027-01-01', 4), (6, 5, '2027-01-01', 5), (5, 6, '2027-01-01', 6), (6, 7, '2027-01-01', 7), (1, 8, '2027-01-01', 8);
-- documents: about = SITE, SUBCON, PLANT, PAYAPP and the id in about_no; the document is of what it is about
INSERT INTO documents (id, about, about_no, supersedes, filed_by, truth) VALUES
(1, 'SUBCON', 25, NULL, 65, 2), (2, 'PLANT', 8, NULL, 48, 2), (3, 'PLANT', 15, NULL, NULL, 6), (4, 'PAYAPP', 28, NULL, NULL, 4), (5, 'PAYAPP', 29, NULL, NULL, 4), (6, 'PLANT', 21, NULL, 4, 1),
(7, 'SUBCON', 13, NULL, 50, 2), (8, 'PLANT', 24, NULL, 9, 3), (9, 'SUBCON', 28, NULL, 65, 2), (10, 'PAYAPP', 43, NULL, 72, 4), (11, 'SITE', 3, NULL, 74, 1), (12, 'SUBCON', 37, NULL, 70, 1),
(13, 'PAYAPP', 76, NULL, 16, 8), (14, 'SITE', 2, NULL, NULL, 3), (15, 'PAYAPP', 29, NULL, NULL, 4), (16, 'PLANT', 6, NULL, 4, 3), (17, 'PAYAPP', 39, NULL, 34, 2), (18, 'PLANT', 10, NULL, 55, 8),
(19, 'PLANT', 24, NULL, 27, 3), (20, 'SITE', 6, NULL, 25, 1), (21, 'SUBCON', 31, 1, 50, 2), (22, 'SUBCON', 30, 12, 24, 1), (23, 'PLANT', 4, NULL, NULL, 8), (24, 'PAYAPP', 78, NULL, 53, 1),
(25, 'PLANT', 22, NULL, 35, 4), (26, 'SITE', 11, 14, NULL, 3), (27, 'PAYAPP', 24, 17, 65, 2), (28, 'SUBCON', 18, 12, 6, 1), (29, 'SITE', 10, NULL, 65, 2), (30, 'PAYAPP', 43, 15, 46, 4),
(31, 'PLANT', 3, NULL, 72, 2), (32, 'SUBCON', 25, NULL, 52, 2), (33, 'PLANT', 20, NULL, 67, 3), (34, 'SITE', 9, NULL, NULL, 1), (35, 'SUBCON', 29, NULL, NULL, 3), (36, 'PAYAPP', 65, NULL, NULL, 7),
(37, 'SUBCON', 43, NULL, 41, 2), (38, 'PLANT', 28, NULL, 35, 4), (39, 'PLANT', 2, NULL, 46, 4), (40, 'PAYAPP', 3, 30, NULL, 1), (41, 'SUBCON', 40, NULL, 49, 3), (42, 'PLANT', 25, NULL, 72, 8),
(43, 'SITE', 8, NULL, 54, 3), (44, 'PLANT', 19, NULL, 18, 3), (45, 'PAYAPP', 67, NULL, NULL, 6), (46, 'SITE', 6, NULL, 69, 1), (47, 'SUBCON', 1, 21, NULL, 2), (48, 'SITE', 1, 14, 38, 2),
(49, 'PLANT', 1, NULL, 26, 5), (50, 'SITE', 3, 11, 6, 1), (51, 'PAYAPP', 64, 15, NULL, 4), (52, 'PAYAPP', 58, 24, NULL, 5), (53, 'SITE', 11, 14, NULL, 3), (54, 'SITE', 10, 29, 4, 2),
(55, 'SITE', 4, 48, 50, 2), (56, 'SUBCON', 6, 28, 50, 2), (57, 'PAYAPP', 38, NULL, 17, 8), (58, 'SITE', 9, 34, 74, 1), (59, 'PLANT', 1, NULL, NULL, 5), (60, 'PLANT', 22, NULL, 69, 4),
(61, 'SUBCON', 12, NULL, 65, 2), (62, 'SITE', 6, 50, 36, 1), (63, 'SITE', 8, 14, 67, 3), (64, 'PAYAPP', 56, 4, NULL, 7), (65, 'PLANT', 30, 59, 48, 5), (66, 'SUBCON', 11, NULL, 71, 3),
(67, 'SITE', 4, 48, NULL, 2), (68, 'SITE', 10, NULL, NULL, 2), (69, 'SUBCON', 25, NULL, 38, 2), (70, 'PAYAPP', 10, NULL, 2, 8);
-- change_log: changed_by is a person; the entry is of the row that was changed
INSERT INTO change_log (id, tbl, row_pk, changed_by, at, truth) VALUES
(1, 'packages', 10, 58, '2025-07-05 10:25', 2), (2, 'defects', 40, 52, '2025-07-21 10:58', 1), (3, 'timesheets', 70, 56, '2025-10-14 10:57', 1), (4, 'timesheets', 16, 7, '2025-03-16 10:12', 8),
(5, 'defects', 13, 16, '2025-04-19 10:41', 2), (6, 'crews', 11, 19, '2025-03-18 10:36', 4), (7, 'defects', 14, 11, '2025-11-28 10:53', 2), (8, 'defects', 22, 46, '2025-02-18 10:39', 2),
(9, 'packages', 20, 1, '2025-06-23 10:13', 2), (10, 'timesheets', 49, 7, '2025-03-05 10:40', 6), (11, 'defects', 36, 38, '2025-09-11 10:50', 3), (12, 'defects', 4, 27, '2025-12-06 10:33', 3),
(13, 'packages', 24, 40, '2025-10-06 10:03', 2), (14, 'timesheets', 67, 48, '2025-12-25 10:28', 7), (15, 'crews', 1, 14, '2025-05-12 10:11', 2), (16, 'timesheets', 64, 21, '2025-06-03 10:32', 1),
(17, 'packages', 38, 47, '2025-03-28 10:12', 2), (18, 'packages', 22, 51, '2025-07-15 10:25', 3), (19, 'defects', 25, 30, '2025-01-15 10:16', 3), (20, 'packages', 4, 53, '2025-07-08 10:47', 1),
(21, 'packages', 35, 49, '2025-06-14 10:43', 1), (22, 'packages', 15, 26, '2025-12-07 10:52', 3), (23, 'packages', 40, 38, '2025-10-15 10:48', 1), (24, 'timesheets', 5, 60, '2025-12-10 10:47', 5),
(25, 'timesheets', 45, 57, '2025-01-09 10:28', 5), (26, 'packages', 19, 47, '2025-05-02 10:37', 1), (27, 'packages', 32, 42, '2025-09-21 10:35', 2), (28, 'defects', 49, 50, '2025-10-11 10:06', 2),
(29, 'timesheets', 15, 13, '2025-06-25 10:26', 3), (30, 'packages', 17, 30, '2025-05-10 10:21', 1), (31, 'crews', 9, 33, '2025-01-23 10:07', 2), (32, 'crews', 7, 32, '2025-09-02 10:55', 8),
(33, 'packages', 23, 33, '2025-05-12 10:24', 1), (34, 'packages', 14, 59, '2025-10-25 10:06', 2), (35, 'packages', 19, 58, '2025-07-21 10:12', 1), (36, 'packages', 28, 34, '2025-03-22 10:02', 3),
(37, 'crews', 4, 58, '2025-03-27 10:27', 5), (38, 'defects', 5, 41, '2025-12-10 10:03', 1), (39, 'timesheets', 87, 49, '2025-04-14 10:24', 3), (40, 'crews', 3, 60, '2025-01-09 10:03', 4),
(41, 'timesheets', 43, 51, '2025-06-04 10:25', 7), (42, 'defects', 14, 42, '2025-04-06 10:02', 2), (43, 'defects', 36, 35, '2025-08-28 10:04', 3), (44, 'crews', 14, 51, '2025-01-05 10:18', 7),
(45, 'crews', 13, 33, '2025-02-07 10:05', 6), (46, 'packages', 26, 3, '2025-11-13 10:18', 2), (47, 'crews', 11, 31, '2025-12-10 10:30', 4), (48, 'timesheets', 32, 30, '2025-02-16 10:37', 7),
(49, 'timesheets', 77, 18, '2025-06-21 10:35', 7), (50, 'defects', 47, 34, '2025-11-08 10:10', 1), (51, 'defects', 11, 48, '2025-04-04 10:42', 3), (52, 'crews', 15, 35, '2025-05-26 10:19', 8),
(53, 'packages', 31, 13, '2025-03-14 10:13', 3), (54, 'crews', 5, 30, '2025-10-24 10:11', 6), (55, 'packages', 11, 37, '2025-12-04 10:24', 2), (56, 'crews', 10, 51, '2025-12-25 10:04', 3),
(57, 'packages', 24, 55, '2025-11-04 10:06', 2), (58, 'packages', 11, 44, '2025-03-08 10:50', 2), (59, 'crews', 12, 14, '2025-05-09 10:47', 5), (60, 'crews', 11, 44, '2025-02-12 10:00', 4),
(61, 'defects', 12, 46, '2025-09-14 10:37', 1), (62, 'defects', 49, 49, '2025-02-09 10:04', 2), (63, 'crews', 13, 8, '2025-02-08 10:53', 6), (64, 'crews', 8, 9, '2025-09-09 10:45', 1),
(65, 'crews', 7, 29, '2025-09-15 10:45', 8), (66, 'crews', 9, 25, '2025-01-14 10:02', 2), (67, 'defects', 7, 8, '2025-10-09 10:28', 3), (68, 'crews', 7, 35, '2025-11-13 10:24', 8),
(69, 'crews', 8, 23, '2025-07-06 10:08', 1), (70, 'crews', 15, 3, '2025-11-22 10:19', 8);
