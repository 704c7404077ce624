-- organizations companies.id company_id
-- Invoicing: a subscriber (account) keeps several companies, with shared logins and shared designs; a client may be a subscriber's company too; activities hang on whatever they are about.
CREATE TABLE accounts (id serial PRIMARY KEY, plan varchar, default_company_id int NOT NULL, account_key varchar UNIQUE, truth int);
CREATE TABLE companies (id serial PRIMARY KEY, account_id int NOT NULL REFERENCES accounts ON DELETE CASCADE, company_key varchar UNIQUE, settings jsonb, truth int);
CREATE TABLE currencies (id serial PRIMARY KEY, code char(3) UNIQUE, truth int);
CREATE TABLE users (id serial PRIMARY KEY, account_id int NOT NULL REFERENCES accounts ON DELETE CASCADE, email varchar UNIQUE, deleted_at timestamp, truth int);
CREATE TABLE company_user (id serial PRIMARY KEY, company_id int NOT NULL REFERENCES companies ON DELETE CASCADE, account_id int NOT NULL, user_id int NOT NULL REFERENCES users ON DELETE CASCADE, is_owner boolean, truth int, UNIQUE (company_id, user_id));
CREATE TABLE company_tokens (id serial PRIMARY KEY, company_user_id int REFERENCES company_user, account_id int NOT NULL REFERENCES accounts, user_id int NOT NULL REFERENCES users, token varchar UNIQUE, is_system boolean, truth int);
CREATE TABLE licenses (id serial PRIMARY KEY, account_id int NOT NULL REFERENCES accounts, license_key varchar UNIQUE, truth int);
CREATE TABLE gateways (id serial PRIMARY KEY, key varchar UNIQUE, provider varchar, truth int);
CREATE TABLE company_gateways (id serial PRIMARY KEY, company_id int NOT NULL REFERENCES companies, user_id int REFERENCES users, gateway_key varchar NOT NULL REFERENCES gateways (key), truth int);
CREATE TABLE designs (id serial PRIMARY KEY, company_id int REFERENCES companies, user_id int REFERENCES users, name varchar, is_custom boolean, truth int);
CREATE TABLE group_settings (id serial PRIMARY KEY, company_id int NOT NULL REFERENCES companies, name varchar, truth int);
CREATE TABLE clients (id serial PRIMARY KEY, company_id int NOT NULL REFERENCES companies, user_id int NOT NULL REFERENCES users, group_settings_id int REFERENCES group_settings, linked_company_id int REFERENCES companies, number varchar, deleted_at timestamp, truth int);
CREATE TABLE client_contacts (id serial PRIMARY KEY, client_id int NOT NULL REFERENCES clients ON DELETE CASCADE, email varchar, contact_key varchar UNIQUE, truth int);
CREATE TABLE client_gateway_tokens (id serial PRIMARY KEY, client_id int NOT NULL, company_gateway_id int NOT NULL, token varchar, truth int);
CREATE TABLE vendors (id serial PRIMARY KEY, user_id int NOT NULL REFERENCES users, assigned_company int, name varchar, truth int);
CREATE TABLE projects (id serial PRIMARY KEY, client_id int REFERENCES clients, user_id int NOT NULL REFERENCES users, group_settings_id int REFERENCES group_settings, name varchar, truth int);
CREATE TABLE tasks (id serial PRIMARY KEY, project_id int REFERENCES projects, client_id int REFERENCES clients, user_id int NOT NULL REFERENCES users, time_log jsonb, truth int);
CREATE TABLE recurring_invoices (id serial PRIMARY KEY, client_id int NOT NULL REFERENCES clients, design_id int REFERENCES designs, frequency_id int, truth int);
CREATE TABLE invoices (id serial PRIMARY KEY, client_id int NOT NULL REFERENCES clients, user_id int NOT NULL REFERENCES users, issuing_gateway_id int REFERENCES company_gateways, recurring_id int REFERENCES recurring_invoices, design_id int REFERENCES designs, number varchar, deleted_at timestamp, truth int);
CREATE TABLE invoice_invitations (id serial PRIMARY KEY, invoice_id int NOT NULL REFERENCES invoices ON DELETE CASCADE, client_contact_id int NOT NULL REFERENCES client_contacts, key varchar UNIQUE, viewed_at timestamp, truth int);
CREATE TABLE payments (id serial PRIMARY KEY, client_id int NOT NULL REFERENCES clients, company_gateway_id int REFERENCES company_gateways, amount numeric(10,2), truth int);
CREATE TABLE paymentables (id serial PRIMARY KEY, payment_id int NOT NULL REFERENCES payments ON DELETE CASCADE, paymentable_type varchar NOT NULL, paymentable_id int NOT NULL, amount numeric(10,2), truth int);
CREATE TABLE documents (id serial PRIMARY KEY, documentable_type varchar NOT NULL, documentable_id int NOT NULL, user_id int REFERENCES users, hash varchar UNIQUE, truth int);
CREATE TABLE activities (id serial PRIMARY KEY, user_id int, client_id int, invoice_id int, payment_id int, activity_type_id int NOT NULL, ip varchar, truth int);
CREATE TABLE backups (id serial PRIMARY KEY, activity_id int NOT NULL REFERENCES activities ON DELETE CASCADE, filename varchar, truth int);
CREATE TABLE failed_jobs (id serial PRIMARY KEY, queue varchar, payload jsonb, failed_at timestamp, truth int);
-- accounts: a subscriber holds several companies and belongs to none of them, whichever opens first
INSERT INTO accounts (id, plan, default_company_id, account_key, truth) VALUES
(1, 'pro', 1, 'ak1', NULL), (2, 'pro', 4, 'ak2', NULL), (3, 'pro', 6, 'ak3', NULL), (4, 'pro', 7, 'ak4', NULL);
INSERT INTO companies (id, account_id, company_key, settings, truth) VALUES
(1, 1, 'ck1', '{"name": "Comp 1"}', NULL), (2, 1, 'ck2', '{"name": "Comp 2"}', NULL), (3, 1, 'ck3', '{"name": "Comp 3"}', NULL), (4, 2, 'ck4', '{"name": "Comp 4"}', NULL),
(5, 2, 'ck5', '{"name": "Comp 5"}', NULL), (6, 3, 'ck6', '{"name": "Comp 6"}', NULL), (7, 4, 'ck7', '{"name": "Comp 7"}', NULL), (8, 4, 'ck8', '{"name": "Comp 8"}', NULL);
INSERT INTO currencies (id, code, truth) VALUES
(1, 'C01', NULL), (2, 'C02', NULL), (3, 'C03', NULL), (4, 'C04', NULL), (5, 'C05', NULL), (6, 'C06', NULL), (7, 'C07', NULL), (8, 'C08', NULL), (9, 'C09', NULL),
(10, 'C10', NULL), (11, 'C11', NULL), (12, 'C12', NULL), (13, 'C13', NULL), (14, 'C14', NULL), (15, 'C15', NULL), (16, 'C16', NULL), (17, 'C17', NULL), (18, 'C18', NULL),
(19, 'C19', NULL), (20, 'C20', NULL);
-- users: a login is of the subscriber and works in several of his companies
INSERT INTO users (id, account_id, email, deleted_at, truth) VALUES
(1, 1, 'u1@i', NULL, NULL), (2, 2, 'u2@i', NULL, NULL), (3, 3, 'u3@i', NULL, NULL), (4, 4, 'u4@i', NULL, NULL), (5, 1, 'u5@i', NULL, NULL), (6, 2, 'u6@i', NULL, NULL),
(7, 3, 'u7@i', NULL, NULL), (8, 4, 'u8@i', NULL, NULL), (9, 1, 'u9@i', NULL, NULL), (10, 2, 'u10@i', NULL, NULL), (11, 3, 'u11@i', NULL, NULL),
(12, 4, 'u12@i', NULL, NULL), (13, 1, 'u13@i', NULL, NULL), (14, 2, 'u14@i', NULL, NULL), (15, 3, 'u15@i', NULL, NULL), (16, 4, 'u16@i', NULL, NULL),
(17, 1, 'u17@i', NULL, NULL), (18, 2, 'u18@i', NULL, NULL), (19, 3, 'u19@i', NULL, NULL), (20, 4, 'u20@i', NULL, NULL), (21, 1, 'u21@i', NULL, NULL),
(22, 2, 'u22@i', NULL, NULL), (23, 3, 'u23@i', NULL, NULL), (24, 4, 'u24@i', NULL, NULL), (25, 1, 'u25@i', NULL, NULL), (26, 2, 'u26@i', NULL, NULL),
(27, 3, 'u27@i', NULL, NULL), (28, 4, 'u28@i', NULL, NULL), (29, 1, 'u29@i', NULL, NULL), (30, 2, 'u30@i', '2025-01-01', NULL);
-- company_user: who may work in which company
INSERT INTO company_user (id, company_id, account_id, user_id, is_owner, truth) VALUES
(1, 1, 1, 5, false, 1), (2, 1, 1, 13, false, 1), (3, 1, 1, 17, false, 1), (4, 1, 1, 29, false, 1), (5, 2, 1, 5, false, 2), (6, 2, 1, 9, false, 2), (7, 2, 1, 13, false, 2),
(8, 2, 1, 21, false, 2), (9, 2, 1, 29, false, 2), (10, 3, 1, 1, true, 3), (11, 3, 1, 5, false, 3), (12, 3, 1, 13, false, 3), (13, 3, 1, 25, false, 3),
(14, 3, 1, 29, false, 3), (15, 4, 2, 6, false, 4), (16, 4, 2, 10, false, 4), (17, 4, 2, 14, false, 4), (18, 4, 2, 26, false, 4), (19, 4, 2, 30, false, 4),
(20, 5, 2, 2, true, 5), (21, 5, 2, 6, false, 5), (22, 5, 2, 14, false, 5), (23, 5, 2, 18, false, 5), (24, 5, 2, 22, false, 5), (25, 5, 2, 26, false, 5),
(26, 6, 3, 3, true, 6), (27, 6, 3, 7, false, 6), (28, 6, 3, 11, false, 6), (29, 6, 3, 15, false, 6), (30, 6, 3, 19, false, 6), (31, 6, 3, 23, false, 6),
(32, 6, 3, 27, false, 6), (33, 7, 4, 4, true, 7), (34, 7, 4, 8, false, 7), (35, 7, 4, 12, false, 7), (36, 7, 4, 16, false, 7), (37, 7, 4, 20, false, 7),
(38, 7, 4, 28, false, 7), (39, 8, 4, 4, true, 8), (40, 8, 4, 12, false, 8), (41, 8, 4, 20, false, 8), (42, 8, 4, 24, false, 8);
-- company_tokens: a token opens one company; system tokens (sign-in of the person) none
INSERT INTO company_tokens (id, company_user_id, account_id, user_id, token, is_system, truth) VALUES
(1, 1, 1, 5, 't1', false, 1), (2, 2, 1, 13, 't2', false, 1), (3, 3, 1, 17, 't3', false, 1), (4, 4, 1, 29, 't4', false, 1), (5, 5, 1, 5, 't5', false, 2),
(6, NULL, 1, 9, 't6', true, NULL), (7, 7, 1, 13, 't7', false, 2), (8, 8, 1, 21, 't8', false, 2), (9, 9, 1, 29, 't9', false, 2), (10, 10, 1, 1, 't10', false, 3),
(11, 11, 1, 5, 't11', false, 3), (12, NULL, 1, 13, 't12', true, NULL), (13, 13, 1, 25, 't13', false, 3), (14, 14, 1, 29, 't14', false, 3), (15, 15, 2, 6, 't15', false, 4),
(16, 16, 2, 10, 't16', false, 4), (17, 17, 2, 14, 't17', false, 4), (18, NULL, 2, 26, 't18', true, NULL), (19, 19, 2, 30, 't19', false, 4),
(20, 20, 2, 2, 't20', false, 5), (21, 21, 2, 6, 't21', false, 5), (22, 22, 2, 14, 't22', false, 5), (23, 23, 2, 18, 't23', false, 5), (24, NULL, 2, 22, 't24', true, NULL),
(25, 25, 2, 26, 't25', false, 5), (26, 26, 3, 3, 't26', false, 6), (27, 27, 3, 7, 't27', false, 6), (28, 28, 3, 11, 't28', false, 6), (29, 29, 3, 15, 't29', false, 6),
(30, NULL, 3, 19, 't30', true, NULL), (31, 31, 3, 23, 't31', false, 6), (32, 32, 3, 27, 't32', false, 6), (33, 33, 4, 4, 't33', false, 7), (34, 34, 4, 8, 't34', false, 7),
(35, 35, 4, 12, 't35', false, 7), (36, NULL, 4, 16, 't36', true, NULL), (37, 37, 4, 20, 't37', false, 7), (38, 38, 4, 28, 't38', false, 7),
(39, 39, 4, 4, 't39', false, 8), (40, 40, 4, 12, 't40', false, 8), (41, 41, 4, 20, 't41', false, 8), (42, NULL, 4, 24, 't42', true, NULL), (43, 5, 1, 5, 't43', false, 2),
(44, 10, 1, 1, 't44', false, 3), (45, 6, 1, 9, 't45', false, 2), (46, 8, 1, 21, 't46', false, 2), (47, 21, 2, 6, 't47', false, 5), (48, NULL, 1, 5, 't48', true, NULL),
(49, 4, 1, 29, 't49', false, 1), (50, 27, 3, 7, 't50', false, 6);
-- licenses: bought by the subscriber for all his companies
INSERT INTO licenses (id, account_id, license_key, truth) VALUES
(1, 3, 'l1', NULL), (2, 3, 'l2', NULL), (3, 2, 'l3', NULL), (4, 2, 'l4', NULL), (5, 4, 'l5', NULL), (6, 4, 'l6', NULL), (7, 4, 'l7', NULL), (8, 3, 'l8', NULL),
(9, 4, 'l9', NULL), (10, 3, 'l10', NULL), (11, 4, 'l11', NULL), (12, 1, 'l12', NULL), (13, 1, 'l13', NULL), (14, 4, 'l14', NULL), (15, 4, 'l15', NULL),
(16, 4, 'l16', NULL), (17, 3, 'l17', NULL), (18, 1, 'l18', NULL), (19, 2, 'l19', NULL), (20, 1, 'l20', NULL);
INSERT INTO gateways (id, key, provider, truth) VALUES
(1, 'gw1', 'P1', NULL), (2, 'gw2', 'P2', NULL), (3, 'gw3', 'P3', NULL), (4, 'gw4', 'P4', NULL), (5, 'gw5', 'P5', NULL), (6, 'gw6', 'P6', NULL), (7, 'gw7', 'P7', NULL),
(8, 'gw8', 'P8', NULL), (9, 'gw9', 'P9', NULL), (10, 'gw10', 'P10', NULL), (11, 'gw11', 'P11', NULL), (12, 'gw12', 'P12', NULL), (13, 'gw13', 'P13', NULL),
(14, 'gw14', 'P14', NULL), (15, 'gw15', 'P15', NULL), (16, 'gw16', 'P16', NULL), (17, 'gw17', 'P17', NULL), (18, 'gw18', 'P18', NULL), (19, 'gw19', 'P19', NULL),
(20, 'gw20', 'P20', NULL);
INSERT INTO company_gateways (id, company_id, user_id, gateway_key, truth) VALUES
(1, 2, 29, 'gw15', 2), (2, 3, 13, 'gw6', 3), (3, 4, 26, 'gw20', 4), (4, 5, 18, 'gw2', 5), (5, 6, 23, 'gw3', 6), (6, 7, 20, 'gw10', 7), (7, 8, 24, 'gw9', 8),
(8, 1, 29, 'gw17', 1), (9, 2, 21, 'gw9', 2), (10, 3, 25, 'gw20', 3), (11, 4, 26, 'gw13', 4), (12, 5, 2, 'gw13', 5), (13, 6, 11, 'gw11', 6), (14, 7, 8, 'gw4', 7),
(15, 8, 12, 'gw11', 8), (16, 1, 17, 'gw20', 1), (17, 2, 9, 'gw12', 2), (18, 3, 25, 'gw14', 3), (19, 4, 14, 'gw12', 4), (20, 5, 22, 'gw17', 5), (21, 6, 3, 'gw1', 6),
(22, 7, 8, 'gw16', 7), (23, 8, 4, 'gw9', 8), (24, 1, 5, 'gw19', 1);
-- designs: the ones without company come with the product
INSERT INTO designs (id, company_id, user_id, name, is_custom, truth) VALUES
(1, NULL, NULL, 'd1', false, NULL), (2, NULL, NULL, 'd2', false, NULL), (3, NULL, NULL, 'd3', false, NULL), (4, NULL, NULL, 'd4', false, NULL),
(5, NULL, NULL, 'd5', false, NULL), (6, NULL, NULL, 'd6', false, NULL), (7, NULL, NULL, 'd7', false, NULL), (8, NULL, NULL, 'd8', false, NULL), (9, 2, 5, 'd9', true, 2),
(10, 3, 5, 'd10', true, 3), (11, 4, 10, 'd11', true, 4), (12, 5, 6, 'd12', true, 5), (13, 6, 19, 'd13', true, 6), (14, 7, 4, 'd14', true, 7), (15, 8, 4, 'd15', true, 8),
(16, 1, 5, 'd16', true, 1), (17, 2, 29, 'd17', true, 2), (18, 3, 25, 'd18', true, 3), (19, 4, 30, 'd19', true, 4), (20, 5, 26, 'd20', true, 5),
(21, 6, 11, 'd21', true, 6), (22, 7, 4, 'd22', true, 7), (23, 8, 12, 'd23', true, 8), (24, 1, 29, 'd24', true, 1), (25, 2, 5, 'd25', true, 2), (26, 3, 1, 'd26', true, 3),
(27, 4, 10, 'd27', true, 4), (28, 5, 18, 'd28', true, 5), (29, 6, 3, 'd29', true, 6), (30, 7, 4, 'd30', true, 7);
INSERT INTO group_settings (id, company_id, name, truth) VALUES
(1, 2, 'g1', 2), (2, 3, 'g2', 3), (3, 4, 'g3', 4), (4, 5, 'g4', 5), (5, 6, 'g5', 6), (6, 7, 'g6', 7), (7, 8, 'g7', 8), (8, 1, 'g8', 1), (9, 2, 'g9', 2), (10, 3, 'g10', 3),
(11, 4, 'g11', 4), (12, 5, 'g12', 5), (13, 6, 'g13', 6), (14, 7, 'g14', 7), (15, 8, 'g15', 8), (16, 1, 'g16', 1), (17, 2, 'g17', 2), (18, 3, 'g18', 3), (19, 4, 'g19', 4),
(20, 5, 'g20', 5), (21, 6, 'g21', 6), (22, 7, 'g22', 7), (23, 8, 'g23', 8), (24, 1, 'g24', 1);
-- clients: of the company that invoices them; some are companies on the platform themselves
INSERT INTO clients (id, company_id, user_id, group_settings_id, linked_company_id, number, deleted_at, truth) VALUES
(1, 2, 29, NULL, NULL, '0001', NULL, 2), (2, 3, 5, NULL, NULL, '0002', NULL, 3), (3, 4, 30, 3, NULL, '0003', NULL, 4), (4, 5, 26, NULL, NULL, '0004', NULL, 5),
(5, 6, 3, NULL, NULL, '0005', NULL, 6), (6, 7, 12, 14, NULL, '0006', NULL, 7), (7, 8, 4, NULL, NULL, '0007', NULL, 8), (8, 1, 29, NULL, NULL, '0008', NULL, 1),
(9, 2, 13, 1, 8, '0009', NULL, 2), (10, 3, 1, NULL, NULL, '0010', NULL, 3), (11, 4, 6, NULL, NULL, '0011', NULL, 4), (12, 5, 18, 12, NULL, '0012', NULL, 5),
(13, 6, 19, NULL, NULL, '0013', '2025-02-02', 6), (14, 7, 12, NULL, NULL, '0014', NULL, 7), (15, 8, 20, 23, NULL, '0015', NULL, 8),
(16, 1, 13, NULL, NULL, '0016', NULL, 1), (17, 2, 13, NULL, NULL, '0017', NULL, 2), (18, 3, 1, 10, 5, '0018', NULL, 3), (19, 4, 26, NULL, NULL, '0019', NULL, 4),
(20, 5, 18, NULL, NULL, '0020', NULL, 5), (21, 6, 11, 5, NULL, '0021', NULL, 6), (22, 7, 4, NULL, NULL, '0022', NULL, 7), (23, 8, 12, NULL, NULL, '0023', NULL, 8),
(24, 1, 13, 16, NULL, '0024', NULL, 1), (25, 2, 5, NULL, NULL, '0025', NULL, 2), (26, 3, 5, NULL, NULL, '0026', '2025-02-02', 3), (27, 4, 26, 19, 2, '0027', NULL, 4),
(28, 5, 6, NULL, NULL, '0028', NULL, 5), (29, 6, 27, NULL, NULL, '0029', NULL, 6), (30, 7, 16, 22, NULL, '0030', NULL, 7), (31, 8, 24, NULL, NULL, '0031', NULL, 8),
(32, 1, 29, NULL, NULL, '0032', NULL, 1), (33, 2, 13, 17, NULL, '0033', NULL, 2), (34, 3, 5, NULL, NULL, '0034', NULL, 3), (35, 4, 6, NULL, NULL, '0035', NULL, 4),
(36, 5, 2, 4, 1, '0036', NULL, 5), (37, 6, 7, NULL, NULL, '0037', NULL, 6), (38, 7, 12, NULL, NULL, '0038', NULL, 7), (39, 8, 12, 15, NULL, '0039', '2025-02-02', 8),
(40, 1, 17, NULL, NULL, '0040', NULL, 1), (41, 2, 9, NULL, NULL, '0041', NULL, 2), (42, 3, 13, 18, NULL, '0042', NULL, 3), (43, 4, 6, NULL, NULL, '0043', NULL, 4),
(44, 5, 18, NULL, NULL, '0044', NULL, 5), (45, 6, 15, 21, 4, '0045', NULL, 6), (46, 7, 20, NULL, NULL, '0046', NULL, 7), (47, 8, 20, NULL, NULL, '0047', NULL, 8),
(48, 1, 17, 8, NULL, '0048', NULL, 1), (49, 2, 5, NULL, NULL, '0049', NULL, 2), (50, 3, 13, NULL, NULL, '0050', NULL, 3), (51, 4, 10, 11, NULL, '0051', NULL, 4),
(52, 5, 2, NULL, NULL, '0052', '2025-02-02', 5), (53, 6, 11, NULL, NULL, '0053', NULL, 6), (54, 7, 4, 6, 8, '0054', NULL, 7), (55, 8, 12, NULL, NULL, '0055', NULL, 8),
(56, 1, 29, NULL, NULL, '0056', NULL, 1), (57, 2, 13, 1, NULL, '0057', NULL, 2), (58, 3, 25, NULL, NULL, '0058', NULL, 3), (59, 4, 6, NULL, NULL, '0059', NULL, 4),
(60, 5, 6, 20, NULL, '0060', NULL, 5);
INSERT INTO client_contacts (id, client_id, email, contact_key, truth) VALUES
(1, 1, 'cc1@', 'k1', 2), (2, 2, 'cc2@', 'k2', 3), (3, 3, 'cc3@', 'k3', 4), (4, 4, 'cc4@', 'k4', 5), (5, 5, 'cc5@', 'k5', 6), (6, 6, 'cc6@', 'k6', 7),
(7, 7, 'cc7@', 'k7', 8), (8, 8, 'cc8@', 'k8', 1), (9, 9, 'cc9@', 'k9', 2), (10, 10, 'cc10@', 'k10', 3), (11, 11, 'cc11@', 'k11', 4), (12, 12, 'cc12@', 'k12', 5),
(13, 13, 'cc13@', 'k13', 6), (14, 14, 'cc14@', 'k14', 7), (15, 15, 'cc15@', 'k15', 8), (16, 16, 'cc16@', 'k16', 1), (17, 17, 'cc17@', 'k17', 2),
(18, 18, 'cc18@', 'k18', 3), (19, 19, 'cc19@', 'k19', 4), (20, 20, 'cc20@', 'k20', 5), (21, 21, 'cc21@', 'k21', 6), (22, 22, 'cc22@', 'k22', 7),
(23, 23, 'cc23@', 'k23', 8), (24, 24, 'cc24@', 'k24', 1), (25, 25, 'cc25@', 'k25', 2), (26, 26, 'cc26@', 'k26', 3), (27, 27, 'cc27@', 'k27', 4),
(28, 28, 'cc28@', 'k28', 5), (29, 29, 'cc29@', 'k29', 6), (30, 30, 'cc30@', 'k30', 7), (31, 31, 'cc31@', 'k31', 8), (32, 32, 'cc32@', 'k32', 1),
(33, 33, 'cc33@', 'k33', 2), (34, 34, 'cc34@', 'k34', 3), (35, 35, 'cc35@', 'k35', 4), (36, 36, 'cc36@', 'k36', 5), (37, 37, 'cc37@', 'k37', 6),
(38, 38, 'cc38@', 'k38', 7), (39, 39, 'cc39@', 'k39', 8), (40, 40, 'cc40@', 'k40', 1), (41, 41, 'cc41@', 'k41', 2), (42, 42, 'cc42@', 'k42', 3),
(43, 43, 'cc43@', 'k43', 4), (44, 44, 'cc44@', 'k44', 5), (45, 45, 'cc45@', 'k45', 6), (46, 46, 'cc46@', 'k46', 7), (47, 47, 'cc47@', 'k47', 8),
(48, 48, 'cc48@', 'k48', 1), (49, 49, 'cc49@', 'k49', 2), (50, 50, 'cc50@', 'k50', 3), (51, 51, 'cc51@', 'k51', 4), (52, 52, 'cc52@', 'k52', 5),
(53, 53, 'cc53@', 'k53', 6), (54, 54, 'cc54@', 'k54', 7), (55, 55, 'cc55@', 'k55', 8), (56, 56, 'cc56@', 'k56', 1), (57, 57, 'cc57@', 'k57', 2),
(58, 58, 'cc58@', 'k58', 3), (59, 59, 'cc59@', 'k59', 4), (60, 60, 'cc60@', 'k60', 5), (61, 1, 'cc61@', 'k61', 2), (62, 2, 'cc62@', 'k62', 3), (63, 3, 'cc63@', 'k63', 4),
(64, 4, 'cc64@', 'k64', 5), (65, 5, 'cc65@', 'k65', 6), (66, 6, 'cc66@', 'k66', 7), (67, 7, 'cc67@', 'k67', 8), (68, 8, 'cc68@', 'k68', 1), (69, 9, 'cc69@', 'k69', 2),
(70, 10, 'cc70@', 'k70', 3), (71, 11, 'cc71@', 'k71', 4), (72, 12, 'cc72@', 'k72', 5), (73, 13, 'cc73@', 'k73', 6), (74, 14, 'cc74@', 'k74', 7),
(75, 15, 'cc75@', 'k75', 8), (76, 16, 'cc76@', 'k76', 1), (77, 17, 'cc77@', 'k77', 2), (78, 18, 'cc78@', 'k78', 3), (79, 19, 'cc79@', 'k79', 4),
(80, 20, 'cc80@', 'k80', 5);
INSERT INTO client_gateway_tokens (id, client_id, company_gateway_id, token, truth) VALUES
(1, 51, 3, 'gt1', 4), (2, 34, 2, 'gt2', 3), (3, 51, 11, 'gt3', 4), (4, 40, 8, 'gt4', 1), (5, 55, 23, 'gt5', 8), (6, 32, 8, 'gt6', 1), (7, 50, 2, 'gt7', 3),
(8, 56, 16, 'gt8', 1), (9, 55, 23, 'gt9', 8), (10, 19, 11, 'gt10', 4), (11, 47, 15, 'gt11', 8), (12, 59, 11, 'gt12', 4), (13, 41, 9, 'gt13', 2), (14, 16, 24, 'gt14', 1),
(15, 43, 19, 'gt15', 4), (16, 25, 9, 'gt16', 2), (17, 29, 21, 'gt17', 6), (18, 26, 2, 'gt18', 3), (19, 24, 16, 'gt19', 1), (20, 11, 11, 'gt20', 4), (21, 14, 6, 'gt21', 7),
(22, 7, 7, 'gt22', 8), (23, 12, 12, 'gt23', 5), (24, 22, 14, 'gt24', 7), (25, 59, 3, 'gt25', 4), (26, 54, 14, 'gt26', 7), (27, 9, 1, 'gt27', 2), (28, 7, 7, 'gt28', 8),
(29, 34, 10, 'gt29', 3), (30, 58, 2, 'gt30', 3);
-- vendors: of the company in which the user entered him; assigned_company is who may order there too (a sister company), it does not own him
INSERT INTO vendors (id, user_id, assigned_company, name, truth) VALUES
(1, 29, NULL, 'v1', 2), (2, 29, NULL, 'v2', 3), (3, 6, 5, 'v3', 4), (4, 2, NULL, 'v4', 5), (5, 19, NULL, 'v5', 6), (6, 20, 8, 'v6', 7), (7, 24, NULL, 'v7', 8),
(8, 5, NULL, 'v8', 1), (9, 29, 1, 'v9', 2), (10, 25, NULL, 'v10', 3), (11, 26, NULL, 'v11', 4), (12, 6, 4, 'v12', 5), (13, 7, NULL, 'v13', 6), (14, 20, NULL, 'v14', 7),
(15, 24, 7, 'v15', 8), (16, 29, NULL, 'v16', 1), (17, 9, NULL, 'v17', 2), (18, 25, 2, 'v18', 3), (19, 6, NULL, 'v19', 4), (20, 14, NULL, 'v20', 5),
(21, 7, NULL, 'v21', 6), (22, 16, NULL, 'v22', 7), (23, 20, NULL, 'v23', 8), (24, 5, 3, 'v24', 1), (25, 13, NULL, 'v25', 2), (26, 5, NULL, 'v26', 3),
(27, 14, 5, 'v27', 4), (28, 2, NULL, 'v28', 5), (29, 27, NULL, 'v29', 6), (30, 8, 8, 'v30', 7);
-- projects: of the client's company; without a client, of the company whose group of settings it uses
INSERT INTO projects (id, client_id, user_id, group_settings_id, name, truth) VALUES
(1, 54, 20, 14, 'p1', 7), (2, 45, 3, NULL, 'p2', 6), (3, 3, 26, 11, 'p3', 4), (4, 35, 30, NULL, 'p4', 4), (5, NULL, 27, 21, 'p5', 6), (6, 44, 2, NULL, 'p6', 5),
(7, 12, 6, 20, 'p7', 5), (8, 3, 14, NULL, 'p8', 4), (9, 56, 29, 24, 'p9', 1), (10, NULL, 11, 5, 'p10', 6), (11, 54, 20, 22, 'p11', 7), (12, 53, 11, NULL, 'p12', 6),
(13, 13, 3, 21, 'p13', 6), (14, 40, 29, NULL, 'p14', 1), (15, NULL, 13, 9, 'p15', 2), (16, 12, 14, NULL, 'p16', 5), (17, 38, 12, 22, 'p17', 7),
(18, 50, 5, NULL, 'p18', 3), (19, 20, 26, 4, 'p19', 5), (20, NULL, 20, 15, 'p20', 8), (21, 36, 14, 12, 'p21', 5), (22, 24, 13, NULL, 'p22', 1), (23, 49, 29, 17, 'p23', 2),
(24, 13, 27, NULL, 'p24', 6), (25, NULL, 25, 18, 'p25', 3), (26, 50, 5, NULL, 'p26', 3), (27, 34, 29, 2, 'p27', 3), (28, 38, 8, NULL, 'p28', 7), (29, 55, 4, 7, 'p29', 8),
(30, NULL, 10, 11, 'p30', 4), (31, 44, 18, 20, 'p31', 5), (32, 13, 11, NULL, 'p32', 6), (33, 10, 1, 18, 'p33', 3), (34, 1, 9, NULL, 'p34', 2),
(35, NULL, 29, 18, 'p35', 3), (36, 38, 28, NULL, 'p36', 7), (37, 57, 29, 1, 'p37', 2), (38, 48, 29, NULL, 'p38', 1), (39, 6, 20, 14, 'p39', 7),
(40, NULL, 29, 8, 'p40', 1);
-- tasks: work for a client is of the client's company, also when a sister company lends the project it is filed under; without a client the project decides
INSERT INTO tasks (id, project_id, client_id, user_id, time_log, truth) VALUES
(1, 4, 19, 26, '[]', 4), (2, 31, 44, 14, '[]', 5), (3, NULL, 19, 10, '[]', 4), (4, 25, NULL, 1, '[]', 3), (5, 13, 53, 27, '[]', 6), (6, NULL, 19, 6, '[]', 4),
(7, 23, 25, 29, '[]', 2), (8, 28, NULL, 16, '[]', 7), (9, NULL, 41, 13, '[]', 2), (10, 17, 38, 20, '[]', 7), (11, 23, 56, 17, '[]', 1), (12, 35, NULL, 13, '[]', 3),
(13, 4, 11, 6, '[]', 4), (14, 12, 13, 27, '[]', 6), (15, NULL, 56, 5, '[]', 1), (16, 38, NULL, 29, '[]', 1), (17, 10, 53, 11, '[]', 6), (18, NULL, 22, 8, '[]', 7),
(19, 34, 49, 9, '[]', 2), (20, 15, NULL, 13, '[]', 2), (21, NULL, 4, 26, '[]', 5), (22, 37, 58, 25, '[]', 3), (23, 19, 12, 6, '[]', 5), (24, 36, NULL, 28, '[]', 7),
(25, 28, 14, 28, '[]', 7), (26, 32, 5, 23, '[]', 6), (27, NULL, 42, 13, '[]', 3), (28, 17, NULL, 20, '[]', 7), (29, 6, 36, 14, '[]', 5), (30, NULL, 21, 27, '[]', 6),
(31, 4, 35, 30, '[]', 4), (32, 38, NULL, 13, '[]', 1), (33, 7, 19, 30, '[]', 4), (34, 31, 36, 22, '[]', 5), (35, 4, 3, 26, '[]', 4), (36, 12, NULL, 19, '[]', 6),
(37, 33, 50, 13, '[]', 3), (38, 9, 32, 13, '[]', 1), (39, NULL, 5, 11, '[]', 6), (40, 4, NULL, 26, '[]', 4), (41, 2, 37, 3, '[]', 6), (42, NULL, 23, 20, '[]', 8),
(43, 26, 42, 5, '[]', 3), (44, 29, NULL, 12, '[]', 8), (45, NULL, 56, 29, '[]', 1), (46, 22, 48, 13, '[]', 1), (47, 2, 29, 3, '[]', 6), (48, 14, NULL, 5, '[]', 1),
(49, 18, 10, 25, '[]', 3), (50, 34, 17, 13, '[]', 2), (51, NULL, 32, 13, '[]', 1), (52, 20, NULL, 4, '[]', 8), (53, 33, 18, 29, '[]', 3), (54, NULL, 46, 20, '[]', 7),
(55, 22, 58, 5, '[]', 3), (56, 29, NULL, 24, '[]', 8), (57, NULL, 37, 15, '[]', 6), (58, 39, 46, 4, '[]', 7), (59, 20, 39, 12, '[]', 8), (60, 17, NULL, 12, '[]', 7),
(61, 11, 38, 8, '[]', 7), (62, 13, 45, 11, '[]', 6), (63, NULL, 32, 17, '[]', 1), (64, 9, NULL, 5, '[]', 1), (65, 2, 21, 7, '[]', 6), (66, 29, 22, 12, '[]', 7),
(67, 3, 43, 6, '[]', 4), (68, 2, NULL, 7, '[]', 6), (69, NULL, 22, 16, '[]', 7), (70, 37, 9, 13, '[]', 2);
INSERT INTO recurring_invoices (id, client_id, design_id, frequency_id, truth) VALUES
(1, 21, 21, 3, 6), (2, 50, 8, 4, 3), (3, 49, 25, 1, 2), (4, 51, NULL, 3, 4), (5, 39, 15, 3, 8), (6, 59, 27, 2, 4), (7, 48, 5, 5, 1), (8, 25, NULL, 5, 2), (9, 3, 28, 4, 4),
(10, 48, 1, 1, 1), (11, 27, 27, 3, 4), (12, 56, NULL, 3, 1), (13, 42, 4, 2, 3), (14, 22, 8, 5, 7), (15, 12, 12, 4, 5), (16, 4, NULL, 3, 5), (17, 32, 4, 2, 1),
(18, 9, 24, 3, 2), (19, 17, 2, 3, 2), (20, 24, NULL, 4, 1), (21, 6, 4, 2, 7), (22, 4, 7, 2, 5), (23, 15, 3, 1, 8), (24, 30, NULL, 1, 7);
-- invoices: of the client's company; but five were issued by a sister company on its own gateway and are in the sister's books, with its number; designs are shared among sisters
INSERT INTO invoices (id, client_id, user_id, issuing_gateway_id, recurring_id, design_id, number, deleted_at, truth) VALUES
(1, 59, 6, NULL, 6, 27, '4-00001', NULL, 4), (2, 58, 29, NULL, NULL, 5, '3-00002', NULL, 3), (3, 8, 13, 24, NULL, 2, '1-00003', NULL, 1),
(4, 45, 27, NULL, NULL, NULL, '6-00004', NULL, 6), (5, 43, 14, NULL, NULL, 19, '4-00005', NULL, 4), (6, 41, 5, 1, NULL, 2, '2-00006', NULL, 2),
(7, 21, 3, NULL, 1, 7, '6-00007', NULL, 6), (8, 25, 5, NULL, 8, NULL, '2-00008', NULL, 2), (9, 50, 1, 2, 2, 16, '3-00009', NULL, 3),
(10, 30, 28, NULL, 24, 22, '7-00010', '2025-06-06', 7), (11, 55, 4, NULL, NULL, 6, '8-00011', NULL, 8), (12, 25, 21, 1, 8, NULL, '2-00012', NULL, 2),
(13, 55, 12, NULL, NULL, 5, '8-00013', NULL, 8), (14, 42, 29, 8, NULL, 5, '1-00014', NULL, 1), (15, 30, 4, 14, 24, 1, '7-00015', NULL, 7),
(16, 19, 14, NULL, NULL, NULL, '4-00016', NULL, 4), (17, 59, 10, NULL, 6, 11, '4-00017', NULL, 4), (18, 36, 6, 12, NULL, 27, '5-00018', NULL, 5),
(19, 16, 5, NULL, NULL, 16, '1-00019', NULL, 1), (20, 32, 13, NULL, 17, NULL, '1-00020', '2025-06-06', 1), (21, 26, 29, 2, NULL, 1, '3-00021', NULL, 3),
(22, 1, 21, NULL, NULL, 25, '2-00022', NULL, 2), (23, 28, 22, NULL, NULL, 28, '5-00023', NULL, 5), (24, 32, 5, 16, 17, NULL, '1-00024', NULL, 1),
(25, 60, 26, NULL, NULL, 4, '5-00025', NULL, 5), (26, 60, 6, NULL, NULL, 4, '5-00026', NULL, 5), (27, 49, 9, 17, 3, 26, '2-00027', NULL, 2),
(28, 6, 20, 15, NULL, NULL, '8-00028', NULL, 8), (29, 55, 20, NULL, NULL, 6, '8-00029', NULL, 8), (30, 3, 14, 19, 9, 1, '4-00030', '2025-06-06', 4),
(31, 52, 2, NULL, NULL, 20, '5-00031', NULL, 5), (32, 48, 29, NULL, 10, NULL, '1-00032', NULL, 1), (33, 56, 13, 16, 12, 8, '1-00033', NULL, 1),
(34, 57, 29, NULL, NULL, 17, '2-00034', NULL, 2), (35, 12, 14, NULL, 15, 6, '5-00035', NULL, 5), (36, 56, 5, 24, 12, NULL, '1-00036', NULL, 1),
(37, 9, 13, NULL, 18, 6, '2-00037', NULL, 2), (38, 11, 6, NULL, NULL, 7, '4-00038', NULL, 4), (39, 53, 15, 21, NULL, 7, '6-00039', NULL, 6),
(40, 58, 25, NULL, NULL, NULL, '3-00040', '2025-06-06', 3), (41, 51, 6, NULL, 4, 4, '4-00041', NULL, 4), (42, 16, 13, 18, NULL, 8, '3-00042', NULL, 3),
(43, 52, 14, NULL, NULL, 5, '5-00043', NULL, 5), (44, 24, 29, NULL, 20, NULL, '1-00044', NULL, 1), (45, 36, 2, 20, NULL, 19, '5-00045', NULL, 5),
(46, 11, 26, NULL, NULL, 5, '4-00046', NULL, 4), (47, 43, 14, NULL, NULL, 5, '4-00047', NULL, 4), (48, 6, 4, 6, 21, NULL, '7-00048', NULL, 7),
(49, 51, 30, NULL, 4, 8, '4-00049', NULL, 4), (50, 51, 30, NULL, 4, 7, '4-00050', '2025-06-06', 4), (51, 57, 5, 17, NULL, 2, '2-00051', NULL, 2),
(52, 33, 21, NULL, NULL, NULL, '2-00052', NULL, 2), (53, 2, 13, NULL, NULL, 1, '3-00053', NULL, 3), (54, 11, 26, 11, NULL, 28, '4-00054', NULL, 4),
(55, 32, 13, NULL, 17, 1, '1-00055', NULL, 1), (56, 19, 18, 20, NULL, NULL, '5-00056', NULL, 5), (57, 30, 28, 14, 24, 22, '7-00057', NULL, 7),
(58, 8, 29, NULL, NULL, 6, '1-00058', NULL, 1), (59, 51, 6, NULL, 4, 3, '4-00059', NULL, 4), (60, 37, 3, 5, NULL, NULL, '6-00060', '2025-06-06', 6),
(61, 43, 30, NULL, NULL, 3, '4-00061', NULL, 4), (62, 52, 22, NULL, NULL, 6, '5-00062', NULL, 5), (63, 23, 20, 7, NULL, 14, '8-00063', NULL, 8),
(64, 2, 5, NULL, NULL, NULL, '3-00064', NULL, 3), (65, 1, 29, NULL, NULL, 3, '2-00065', NULL, 2), (66, 1, 21, 9, NULL, 6, '2-00066', NULL, 2),
(67, 37, 15, NULL, NULL, 6, '6-00067', NULL, 6), (68, 45, 23, NULL, NULL, NULL, '6-00068', NULL, 6), (69, 46, 28, 6, NULL, 1, '7-00069', NULL, 7),
(70, 43, 22, 20, NULL, 3, '5-00070', '2025-06-06', 5);
-- invoice_invitations: of the invoice, not of the contact who is invited
INSERT INTO invoice_invitations (id, invoice_id, client_contact_id, key, viewed_at, truth) VALUES
(1, 1, 59, 'ik1', '2025-07-07', 4), (2, 2, 58, 'ik2', NULL, 3), (3, 3, 68, 'ik3', '2025-07-07', 1), (4, 4, 45, 'ik4', NULL, 6), (5, 5, 43, 'ik5', '2025-07-07', 4),
(6, 6, 41, 'ik6', NULL, 2), (7, 7, 21, 'ik7', '2025-07-07', 6), (8, 8, 25, 'ik8', NULL, 2), (9, 9, 50, 'ik9', '2025-07-07', 3), (10, 10, 30, 'ik10', NULL, 7),
(11, 11, 55, 'ik11', '2025-07-07', 8), (12, 12, 25, 'ik12', NULL, 2), (13, 13, 55, 'ik13', '2025-07-07', 8), (14, 14, 42, 'ik14', NULL, 1),
(15, 15, 30, 'ik15', '2025-07-07', 7), (16, 16, 19, 'ik16', NULL, 4), (17, 17, 59, 'ik17', '2025-07-07', 4), (18, 18, 36, 'ik18', NULL, 5),
(19, 19, 16, 'ik19', '2025-07-07', 1), (20, 20, 32, 'ik20', NULL, 1), (21, 21, 26, 'ik21', '2025-07-07', 3), (22, 22, 1, 'ik22', NULL, 2),
(23, 23, 28, 'ik23', '2025-07-07', 5), (24, 24, 32, 'ik24', NULL, 1), (25, 25, 60, 'ik25', '2025-07-07', 5), (26, 26, 60, 'ik26', NULL, 5),
(27, 27, 49, 'ik27', '2025-07-07', 2), (28, 28, 66, 'ik28', NULL, 8), (29, 29, 55, 'ik29', '2025-07-07', 8), (30, 30, 63, 'ik30', NULL, 4),
(31, 31, 52, 'ik31', '2025-07-07', 5), (32, 32, 48, 'ik32', NULL, 1), (33, 33, 56, 'ik33', '2025-07-07', 1), (34, 34, 57, 'ik34', NULL, 2),
(35, 35, 12, 'ik35', '2025-07-07', 5), (36, 36, 56, 'ik36', NULL, 1), (37, 37, 69, 'ik37', '2025-07-07', 2), (38, 38, 11, 'ik38', NULL, 4),
(39, 39, 53, 'ik39', '2025-07-07', 6), (40, 40, 58, 'ik40', NULL, 3), (41, 41, 51, 'ik41', '2025-07-07', 4), (42, 42, 76, 'ik42', NULL, 3),
(43, 43, 52, 'ik43', '2025-07-07', 5), (44, 44, 24, 'ik44', NULL, 1), (45, 45, 36, 'ik45', '2025-07-07', 5), (46, 46, 71, 'ik46', NULL, 4),
(47, 47, 43, 'ik47', '2025-07-07', 4), (48, 48, 6, 'ik48', NULL, 7), (49, 49, 51, 'ik49', '2025-07-07', 4), (50, 50, 51, 'ik50', NULL, 4),
(51, 51, 57, 'ik51', '2025-07-07', 2), (52, 52, 33, 'ik52', NULL, 2), (53, 53, 2, 'ik53', '2025-07-07', 3), (54, 54, 71, 'ik54', NULL, 4),
(55, 55, 32, 'ik55', '2025-07-07', 1), (56, 56, 79, 'ik56', NULL, 5), (57, 57, 30, 'ik57', '2025-07-07', 7), (58, 58, 68, 'ik58', NULL, 1),
(59, 59, 51, 'ik59', '2025-07-07', 4), (60, 60, 37, 'ik60', NULL, 6), (61, 61, 43, 'ik61', '2025-07-07', 4), (62, 62, 52, 'ik62', NULL, 5),
(63, 63, 23, 'ik63', '2025-07-07', 8), (64, 64, 62, 'ik64', NULL, 3), (65, 65, 61, 'ik65', '2025-07-07', 2), (66, 66, 1, 'ik66', NULL, 2),
(67, 67, 37, 'ik67', '2025-07-07', 6), (68, 68, 45, 'ik68', NULL, 6), (69, 69, 46, 'ik69', '2025-07-07', 7), (70, 70, 43, 'ik70', NULL, 5),
(71, 1, 59, 'ik71', '2025-07-07', 4), (72, 2, 58, 'ik72', NULL, 3), (73, 3, 8, 'ik73', '2025-07-07', 1), (74, 4, 45, 'ik74', NULL, 6),
(75, 5, 43, 'ik75', '2025-07-07', 4), (76, 6, 41, 'ik76', NULL, 2), (77, 7, 21, 'ik77', '2025-07-07', 6), (78, 8, 25, 'ik78', NULL, 2),
(79, 9, 50, 'ik79', '2025-07-07', 3), (80, 10, 30, 'ik80', NULL, 7);
-- payments: money is of the company whose gateway took it, which for some is a sister of the client's; by hand (no gateway): the client's
INSERT INTO payments (id, client_id, company_gateway_id, amount, truth) VALUES
(1, 53, 13, 926.64, 6), (2, 21, 13, 689.64, 6), (3, 26, NULL, 580.7, 3), (4, 27, 3, 816.33, 4), (5, 41, 17, 869.67, 2), (6, 15, NULL, 411.47, 8), (7, 9, 1, 357.19, 2),
(8, 12, 20, 828.33, 5), (9, 41, NULL, 84.38, 2), (10, 53, 21, 218.24, 6), (11, 39, 15, 26.99, 8), (12, 13, NULL, 100.63, 6), (13, 32, 8, 720.16, 1), (14, 24, 8, 41.74, 1),
(15, 42, NULL, 336.75, 3), (16, 12, 12, 826.27, 5), (17, 7, 7, 587.21, 8), (18, 60, NULL, 101.24, 5), (19, 51, 11, 246.15, 4), (20, 2, 18, 757.23, 3),
(21, 44, NULL, 605.7, 5), (22, 9, 17, 166.51, 2), (23, 44, 4, 490.55, 5), (24, 38, 7, 152.06, 8), (25, 58, 10, 261.2, 3), (26, 4, 20, 855.83, 5),
(27, 45, NULL, 378.96, 6), (28, 39, 23, 412.92, 8), (29, 18, 2, 884.6, 3), (30, 10, NULL, 287.95, 3), (31, 46, 22, 998.22, 7), (32, 30, 22, 966.03, 7),
(33, 8, NULL, 897.25, 1), (34, 5, 5, 293.92, 6), (35, 14, 6, 693.92, 7), (36, 45, NULL, 311.91, 6), (37, 60, 12, 267.57, 5), (38, 25, 9, 695.75, 2),
(39, 55, NULL, 870.99, 8), (40, 19, 11, 685.7, 4), (41, 3, 11, 203.3, 4), (42, 54, NULL, 869.18, 7), (43, 32, 8, 349.93, 1), (44, 32, 24, 39.38, 1),
(45, 2, NULL, 325.49, 3), (46, 2, 18, 792.17, 3), (47, 45, 21, 871.1, 6), (48, 16, 2, 332.01, 3), (49, 2, 10, 465.75, 3), (50, 29, 5, 635.89, 6),
(51, 47, NULL, 803.23, 8), (52, 2, 18, 933.47, 3), (53, 36, 20, 208.42, 5), (54, 28, NULL, 663.59, 5), (55, 3, 19, 990.23, 4), (56, 1, 9, 127.04, 2),
(57, 48, NULL, 76.34, 1), (58, 8, 16, 837.43, 1), (59, 51, 19, 825.06, 4), (60, 24, 10, 605.02, 3);
-- paymentables: of the payment, a few settle an invoice of a sister company
INSERT INTO paymentables (id, payment_id, paymentable_type, paymentable_id, amount, truth) VALUES
(1, 1, 'invoices', 39, 10, 6), (2, 2, 'invoices', 7, 10, 6), (3, 3, 'invoices', 21, 10, 3), (4, 4, 'invoices', 47, 10, 4), (5, 5, 'invoices', 6, 10, 2),
(6, 6, 'invoices', 63, 10, 8), (7, 7, 'invoices', 37, 10, 2), (8, 8, 'invoices', 35, 10, 5), (9, 9, 'invoices', 6, 10, 2), (10, 10, 'invoices', 39, 10, 6),
(11, 11, 'invoices', 29, 10, 8), (12, 12, 'invoices', 4, 10, 6), (13, 13, 'invoices', 20, 10, 1), (14, 14, 'invoices', 44, 10, 1), (15, 15, 'invoices', 14, 10, 3),
(16, 16, 'invoices', 35, 10, 5), (17, 17, 'invoices', 29, 10, 8), (18, 18, 'invoices', 25, 10, 5), (19, 19, 'invoices', 41, 10, 4), (20, 20, 'invoices', 53, 10, 3),
(21, 21, 'invoices', 45, 10, 5), (22, 22, 'invoices', 37, 10, 2), (23, 23, 'invoices', 56, 10, 5), (24, 24, 'invoices', 29, 10, 8), (25, 25, 'invoices', 2, 10, 3),
(26, 26, 'invoices', 18, 10, 5), (27, 27, 'invoices', 4, 10, 6), (28, 28, 'invoices', 11, 10, 8), (29, 29, 'invoices', 9, 10, 3), (30, 30, 'invoices', 9, 10, 3),
(31, 31, 'invoices', 69, 10, 7), (32, 32, 'invoices', 57, 10, 7), (33, 33, 'invoices', 3, 10, 1), (34, 34, 'invoices', 68, 10, 6), (35, 35, 'invoices', 69, 10, 7),
(36, 36, 'invoices', 4, 10, 6), (37, 37, 'invoices', 25, 10, 5), (38, 38, 'invoices', 8, 10, 2), (39, 39, 'invoices', 29, 10, 8), (40, 40, 'invoices', 56, 10, 4),
(41, 41, 'invoices', 30, 10, 4), (42, 42, 'invoices', 48, 10, 7), (43, 43, 'invoices', 20, 10, 1), (44, 44, 'invoices', 20, 10, 1), (45, 45, 'invoices', 53, 10, 3),
(46, 46, 'invoices', 64, 10, 3), (47, 47, 'invoices', 4, 10, 6), (48, 48, 'invoices', 19, 10, 3), (49, 49, 'invoices', 64, 10, 3), (50, 50, 'invoices', 39, 10, 6),
(51, 51, 'invoices', 29, 10, 8), (52, 52, 'invoices', 64, 10, 3), (53, 53, 'invoices', 45, 10, 5), (54, 54, 'invoices', 23, 10, 5), (55, 55, 'invoices', 30, 10, 4),
(56, 56, 'invoices', 22, 10, 2), (57, 57, 'invoices', 32, 10, 1), (58, 58, 'invoices', 58, 10, 1), (59, 59, 'invoices', 50, 10, 4), (60, 60, 'invoices', 44, 10, 3),
(61, 1, 'invoices', 39, 10, 6), (62, 2, 'invoices', 7, 10, 6), (63, 3, 'invoices', 21, 10, 3), (64, 4, 'invoices', 17, 10, 4), (65, 5, 'invoices', 6, 10, 2),
(66, 6, 'invoices', 63, 10, 8), (67, 7, 'invoices', 37, 10, 2), (68, 8, 'invoices', 35, 10, 5), (69, 9, 'invoices', 6, 10, 2), (70, 10, 'invoices', 39, 10, 6);
-- documents: of what they are attached to; those on a company are that company's own
INSERT INTO documents (id, documentable_type, documentable_id, user_id, hash, truth) VALUES
(1, 'App\Models\Company', 5, 18, 'h1', 5), (2, 'App\Models\Invoice', 45, 18, 'h2', 5), (3, 'App\Models\Invoice', 44, NULL, 'h3', 1),
(4, 'App\Models\Client', 38, 16, 'h4', 7), (5, 'App\Models\Company', 1, 13, 'h5', 1), (6, 'App\Models\Invoice', 60, NULL, 'h6', 6),
(7, 'App\Models\Project', 11, 4, 'h7', 7), (8, 'App\Models\Company', 1, 5, 'h8', 1), (9, 'App\Models\Company', 5, NULL, 'h9', 5),
(10, 'App\Models\Company', 7, 8, 'h10', 7), (11, 'App\Models\Company', 8, 20, 'h11', 8), (12, 'App\Models\Company', 6, NULL, 'h12', 6),
(13, 'App\Models\Invoice', 65, 13, 'h13', 2), (14, 'App\Models\Client', 21, 11, 'h14', 6), (15, 'App\Models\Company', 1, NULL, 'h15', 1),
(16, 'App\Models\Project', 10, 27, 'h16', 6), (17, 'App\Models\Client', 46, 20, 'h17', 7), (18, 'App\Models\Invoice', 18, NULL, 'h18', 5),
(19, 'App\Models\Company', 7, 20, 'h19', 7), (20, 'App\Models\Project', 28, 12, 'h20', 7), (21, 'App\Models\Company', 4, NULL, 'h21', 4),
(22, 'App\Models\Invoice', 61, 14, 'h22', 4), (23, 'App\Models\Company', 6, 11, 'h23', 6), (24, 'App\Models\Client', 32, NULL, 'h24', 1),
(25, 'App\Models\Company', 4, 30, 'h25', 4), (26, 'App\Models\Project', 22, 17, 'h26', 1), (27, 'App\Models\Client', 32, NULL, 'h27', 1),
(28, 'App\Models\Client', 51, 26, 'h28', 4), (29, 'App\Models\Client', 8, 29, 'h29', 1), (30, 'App\Models\Company', 7, NULL, 'h30', 7),
(31, 'App\Models\Project', 27, 13, 'h31', 3), (32, 'App\Models\Project', 17, 16, 'h32', 7), (33, 'App\Models\Company', 4, NULL, 'h33', 4),
(34, 'App\Models\Invoice', 40, 5, 'h34', 3), (35, 'App\Models\Project', 9, 5, 'h35', 1), (36, 'App\Models\Company', 7, NULL, 'h36', 7),
(37, 'App\Models\Project', 40, 5, 'h37', 1), (38, 'App\Models\Company', 4, 10, 'h38', 4), (39, 'App\Models\Invoice', 3, NULL, 'h39', 1),
(40, 'App\Models\Project', 28, 20, 'h40', 7), (41, 'App\Models\Client', 4, 6, 'h41', 5), (42, 'App\Models\Project', 25, NULL, 'h42', 3),
(43, 'App\Models\Company', 1, 13, 'h43', 1), (44, 'App\Models\Company', 6, 27, 'h44', 6), (45, 'App\Models\Company', 7, NULL, 'h45', 7),
(46, 'App\Models\Client', 11, 10, 'h46', 4), (47, 'App\Models\Invoice', 13, 24, 'h47', 8), (48, 'App\Models\Company', 6, NULL, 'h48', 6),
(49, 'App\Models\Company', 4, 26, 'h49', 4), (50, 'App\Models\Client', 36, 18, 'h50', 5), (51, 'App\Models\Project', 27, NULL, 'h51', 3),
(52, 'App\Models\Company', 8, 24, 'h52', 8), (53, 'App\Models\Company', 8, 24, 'h53', 8), (54, 'App\Models\Client', 20, NULL, 'h54', 5),
(55, 'App\Models\Company', 7, 8, 'h55', 7), (56, 'App\Models\Project', 23, 5, 'h56', 2), (57, 'App\Models\Client', 39, NULL, 'h57', 8),
(58, 'App\Models\Invoice', 29, 24, 'h58', 8), (59, 'App\Models\Project', 10, 23, 'h59', 6), (60, 'App\Models\Invoice', 44, NULL, 'h60', 1);
-- activities: of the invoice, else of the payment, else of the client; a sign-in (user only) is nobody's
INSERT INTO activities (id, user_id, client_id, invoice_id, payment_id, activity_type_id, ip, truth) VALUES
(1, 5, 32, 20, NULL, 2, '10.0.0.1', 1), (2, 13, 8, 58, NULL, 3, '10.0.0.2', 1), (3, 6, 51, 41, NULL, 4, '10.0.0.3', 4), (4, NULL, 3, NULL, 55, 5, '10.0.0.4', 4),
(5, 5, 24, NULL, 14, 6, '10.0.0.5', 1), (6, 13, 10, NULL, NULL, 7, '10.0.0.6', 3), (7, 21, 49, NULL, NULL, 8, '10.0.0.7', 2),
(8, 26, NULL, NULL, NULL, 9, '10.0.0.8', NULL), (9, 5, 1, 22, NULL, 1, '10.0.0.9', 2), (10, 17, 42, 14, NULL, 2, '10.0.0.10', 1),
(11, 14, 51, 49, NULL, 3, '10.0.0.11', 4), (12, NULL, 30, 57, NULL, 4, '10.0.0.12', 7), (13, 20, 14, NULL, 35, 5, '10.0.0.13', 7),
(14, 12, 15, NULL, 6, 6, '10.0.0.14', 8), (15, 5, 26, NULL, NULL, 7, '10.0.0.15', 3), (16, NULL, 15, NULL, NULL, 8, '10.0.0.16', 8),
(17, 17, NULL, NULL, NULL, 9, '10.0.0.17', NULL), (18, 11, 45, 4, NULL, 1, '10.0.0.18', 6), (19, 13, 2, 53, NULL, 2, '10.0.0.19', 3),
(20, NULL, 1, 66, NULL, 3, '10.0.0.20', 2), (21, 5, 24, 44, NULL, 4, '10.0.0.21', 1), (22, 4, 38, NULL, 24, 5, '10.0.0.22', 8), (23, 25, 58, NULL, 25, 6, '10.0.0.23', 3),
(24, NULL, 60, NULL, NULL, 7, '10.0.0.24', 5), (25, 23, 5, NULL, NULL, 8, '10.0.0.25', 6), (26, 16, NULL, NULL, NULL, 9, '10.0.0.26', NULL),
(27, 9, 41, 6, NULL, 1, '10.0.0.27', 2), (28, NULL, 55, 29, NULL, 2, '10.0.0.28', 8), (29, 5, 16, 19, NULL, 3, '10.0.0.29', 1), (30, 13, 16, 42, NULL, 4, '10.0.0.30', 3),
(31, 29, 10, NULL, 30, 5, '10.0.0.31', 3), (32, NULL, 19, NULL, 40, 6, '10.0.0.32', 4), (33, 21, 41, NULL, NULL, 7, '10.0.0.33', 2),
(34, 16, 54, NULL, NULL, 8, '10.0.0.34', 7), (35, 27, NULL, NULL, NULL, 9, '10.0.0.35', NULL), (36, NULL, 58, 2, NULL, 1, '10.0.0.36', 3),
(37, 23, 45, 68, NULL, 2, '10.0.0.37', 6), (38, 13, 33, 52, NULL, 3, '10.0.0.38', 2), (39, 6, 19, 16, NULL, 4, '10.0.0.39', 4),
(40, NULL, 51, NULL, 59, 5, '10.0.0.40', 4), (41, 20, 15, NULL, 6, 6, '10.0.0.41', 8), (42, 5, 9, NULL, NULL, 7, '10.0.0.42', 2),
(43, 29, 8, NULL, NULL, 8, '10.0.0.43', 1), (44, 28, NULL, NULL, NULL, 9, '10.0.0.44', NULL), (45, 14, 52, 62, NULL, 1, '10.0.0.45', 5),
(46, 30, 43, 47, NULL, 2, '10.0.0.46', 4), (47, 5, 16, 19, NULL, 3, '10.0.0.47', 1), (48, NULL, 45, 68, NULL, 4, '10.0.0.48', 6), (49, 29, 8, NULL, 58, 5, '10.0.0.49', 1),
(50, 30, 3, NULL, 41, 6, '10.0.0.50', 4), (51, 25, 18, NULL, NULL, 7, '10.0.0.51', 3), (52, NULL, 17, NULL, NULL, 8, '10.0.0.52', 2),
(53, 28, NULL, NULL, NULL, 9, '10.0.0.53', NULL), (54, 20, 30, 57, NULL, 1, '10.0.0.54', 7), (55, 30, 11, 54, NULL, 2, '10.0.0.55', 4),
(56, NULL, 19, 16, NULL, 3, '10.0.0.56', 4), (57, 21, 1, 22, NULL, 4, '10.0.0.57', 2), (58, 3, 45, NULL, 27, 5, '10.0.0.58', 6), (59, 5, 24, NULL, 14, 6, '10.0.0.59', 1),
(60, NULL, 41, NULL, NULL, 7, '10.0.0.60', 2), (61, 28, 22, NULL, NULL, 8, '10.0.0.61', 7), (62, 17, NULL, NULL, NULL, 9, '10.0.0.62', NULL),
(63, 5, 48, 32, NULL, 1, '10.0.0.63', 1), (64, NULL, 60, 25, NULL, 2, '10.0.0.64', 5), (65, 12, 55, 13, NULL, 3, '10.0.0.65', 8),
(66, 17, 32, 24, NULL, 4, '10.0.0.66', 1), (67, 26, 12, NULL, 8, 5, '10.0.0.67', 5), (68, NULL, 2, NULL, 45, 6, '10.0.0.68', 3),
(69, 6, 60, NULL, NULL, 7, '10.0.0.69', 5), (70, 17, 32, NULL, NULL, 8, '10.0.0.70', 1), (71, 23, NULL, NULL, NULL, 9, '10.0.0.71', NULL),
(72, NULL, 32, 55, NULL, 1, '10.0.0.72', 1), (73, 5, 56, 33, NULL, 2, '10.0.0.73', 1), (74, 29, 16, 42, NULL, 3, '10.0.0.74', 3),
(75, 18, 12, 35, NULL, 4, '10.0.0.75', 5), (76, NULL, 14, NULL, 35, 5, '10.0.0.76', 7), (77, 2, 44, NULL, 23, 6, '10.0.0.77', 5),
(78, 2, 20, NULL, NULL, 7, '10.0.0.78', 5), (79, 5, 8, NULL, NULL, 8, '10.0.0.79', 1), (80, 25, NULL, NULL, NULL, 9, '10.0.0.80', NULL),
(81, 5, 8, 58, NULL, 1, '10.0.0.81', 1), (82, 13, 25, 12, NULL, 2, '10.0.0.82', 2), (83, 9, 41, 6, NULL, 3, '10.0.0.83', 2), (84, NULL, 46, 69, NULL, 4, '10.0.0.84', 7),
(85, 4, 7, NULL, 17, 5, '10.0.0.85', 8), (86, 13, 24, NULL, 60, 6, '10.0.0.86', 3), (87, 1, 34, NULL, NULL, 7, '10.0.0.87', 3),
(88, NULL, 5, NULL, NULL, 8, '10.0.0.88', 6), (89, 3, NULL, NULL, NULL, 9, '10.0.0.89', NULL), (90, 6, 51, 49, NULL, 1, '10.0.0.90', 4);
INSERT INTO backups (id, activity_id, filename, truth) VALUES
(1, 32, 'b1.html', 4), (2, 10, 'b2.html', 1), (3, 52, 'b3.html', 2), (4, 11, 'b4.html', 4), (5, 87, 'b5.html', 3), (6, 18, 'b6.html', 6), (7, 34, 'b7.html', 7),
(8, 73, 'b8.html', 1), (9, 47, 'b9.html', 1), (10, 83, 'b10.html', 2), (11, 77, 'b11.html', 5), (12, 31, 'b12.html', 3), (13, 58, 'b13.html', 6), (14, 38, 'b14.html', 2),
(15, 65, 'b15.html', 8), (16, 13, 'b16.html', 7), (17, 5, 'b17.html', 1), (18, 51, 'b18.html', 3), (19, 4, 'b19.html', 4), (20, 30, 'b20.html', 3),
(21, 28, 'b21.html', 8), (22, 55, 'b22.html', 4), (23, 10, 'b23.html', 1), (24, 52, 'b24.html', 2), (25, 7, 'b25.html', 2), (26, 83, 'b26.html', 2),
(27, 47, 'b27.html', 1), (28, 18, 'b28.html', 6), (29, 68, 'b29.html', 3), (30, 6, 'b30.html', 3), (31, 74, 'b31.html', 3), (32, 37, 'b32.html', 6),
(33, 86, 'b33.html', 3), (34, 66, 'b34.html', 1), (35, 9, 'b35.html', 2), (36, 18, 'b36.html', 6), (37, 77, 'b37.html', 5), (38, 24, 'b38.html', 5),
(39, 75, 'b39.html', 5), (40, 24, 'b40.html', 5);
-- failed_jobs: of the installation
INSERT INTO failed_jobs (id, queue, payload, failed_at, truth) VALUES
(1, 'default', '{"company_key": "ck5"}', '2025-01-01', NULL), (2, 'default', '{}', '2025-01-01', NULL), (3, 'default', '{"company_key": "ck1"}', '2025-01-01', NULL),
(4, 'default', '{}', '2025-01-01', NULL), (5, 'default', '{"company_key": "ck8"}', '2025-01-01', NULL), (6, 'default', '{}', '2025-01-01', NULL),
(7, 'default', '{"company_key": "ck2"}', '2025-01-01', NULL), (8, 'default', '{}', '2025-01-01', NULL), (9, 'default', '{"company_key": "ck3"}', '2025-01-01', NULL),
(10, 'default', '{}', '2025-01-01', NULL), (11, 'default', '{"company_key": "ck4"}', '2025-01-01', NULL), (12, 'default', '{}', '2025-01-01', NULL),
(13, 'default', '{"company_key": "ck4"}', '2025-01-01', NULL), (14, 'default', '{}', '2025-01-01', NULL), (15, 'default', '{"company_key": "ck3"}', '2025-01-01', NULL),
(16, 'default', '{}', '2025-01-01', NULL), (17, 'default', '{"company_key": "ck8"}', '2025-01-01', NULL), (18, 'default', '{}', '2025-01-01', NULL),
(19, 'default', '{"company_key": "ck2"}', '2025-01-01', NULL), (20, 'default', '{}', '2025-01-01', NULL);
ALTER TABLE accounts ADD FOREIGN KEY (default_company_id) REFERENCES companies;
