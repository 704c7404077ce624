-- organizations organizations.id organization_id
-- Hours and staff: people work for several organizations, agencies lend staff to clients who are organizations here too, an employee is transferred while his old leave and pay stay where they were.
CREATE TABLE organizations (id serial PRIMARY KEY, name varchar(150) NOT NULL, owner_id int, truth int);
CREATE TABLE kimai2_users (id serial PRIMARY KEY, username varchar(180) UNIQUE NOT NULL, current_organization_id int NOT NULL REFERENCES organizations, enabled boolean, truth int);
CREATE TABLE members (id serial PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations, user_id int NOT NULL REFERENCES kimai2_users, role varchar(20), truth int, UNIQUE (organization_id, user_id));
CREATE TABLE organization_invitations (id serial PRIMARY KEY, email varchar(180) NOT NULL, token varchar(60) UNIQUE, invited_by int NOT NULL REFERENCES members, truth int);
CREATE TABLE kimai2_user_preferences (id serial PRIMARY KEY, user_id int NOT NULL REFERENCES kimai2_users ON DELETE CASCADE, name varchar(50) NOT NULL, value varchar(255), truth int, UNIQUE (user_id, name));
CREATE TABLE kimai2_configuration (id serial PRIMARY KEY, name varchar(100) UNIQUE NOT NULL, value text, truth int);
CREATE TABLE kimai2_customers (id serial PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations, name varchar(150), number varchar(50), visible boolean, customer_organization_id int REFERENCES organizations, truth int);
CREATE TABLE kimai2_projects (id serial PRIMARY KEY, customer_id int NOT NULL REFERENCES kimai2_customers ON DELETE CASCADE, name varchar(150), copied_from int REFERENCES kimai2_projects, truth int);
CREATE TABLE kimai2_activities (id serial PRIMARY KEY, project_id int REFERENCES kimai2_projects ON DELETE CASCADE, name varchar(150), truth int);
CREATE TABLE kimai2_teams (id serial PRIMARY KEY, name varchar(100), lead_member_id int NOT NULL REFERENCES members, truth int);
CREATE TABLE kimai2_users_teams (id serial PRIMARY KEY, user_id int NOT NULL REFERENCES kimai2_users, team_id int NOT NULL REFERENCES kimai2_teams, teamlead boolean, truth int);
CREATE TABLE kimai2_projects_teams (project_id int NOT NULL REFERENCES kimai2_projects, team_id int NOT NULL REFERENCES kimai2_teams, truth int, PRIMARY KEY (project_id, team_id));
CREATE TABLE kimai2_timesheet (id serial PRIMARY KEY, user_id int NOT NULL REFERENCES kimai2_users, activity_id int NOT NULL REFERENCES kimai2_activities, project_id int NOT NULL REFERENCES kimai2_projects, paid_through int REFERENCES members, start_time timestamp, duration int, exported boolean, truth int);
CREATE TABLE kimai2_tags (id serial PRIMARY KEY, name varchar(100) UNIQUE, truth int);
CREATE TABLE kimai2_timesheet_tags (timesheet_id int NOT NULL REFERENCES kimai2_timesheet, tag_id int NOT NULL REFERENCES kimai2_tags, truth int, PRIMARY KEY (timesheet_id, tag_id));
CREATE TABLE kimai2_invoice_templates (id serial PRIMARY KEY, name varchar(60) UNIQUE, organization_id int REFERENCES organizations, renderer varchar(20), truth int);
CREATE TABLE kimai2_invoices (id serial PRIMARY KEY, customer_id int NOT NULL REFERENCES kimai2_customers, user_id int NOT NULL REFERENCES kimai2_users, template_id int REFERENCES kimai2_invoice_templates, invoice_number varchar(50) UNIQUE, truth int);
CREATE TABLE hs_hr_employee (emp_number serial PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations, user_id int REFERENCES kimai2_users, reports_to int REFERENCES hs_hr_employee, transferred_on date, truth int);
CREATE TABLE ohrm_leave_type (id serial PRIMARY KEY, organization_id int REFERENCES organizations, name varchar(50), deleted smallint, truth int);
CREATE TABLE ohrm_leave_entitlement (id serial PRIMARY KEY, emp_number int NOT NULL REFERENCES hs_hr_employee, leave_type_id int NOT NULL REFERENCES ohrm_leave_type, no_of_days numeric(5,1), truth int);
CREATE TABLE ohrm_leave_request (id serial PRIMARY KEY, emp_number int NOT NULL REFERENCES hs_hr_employee, leave_type_id int NOT NULL REFERENCES ohrm_leave_type, approver_id int REFERENCES members, date_applied date, truth int);
CREATE TABLE ohrm_leave (id serial PRIMARY KEY, leave_request_id int NOT NULL REFERENCES ohrm_leave_request ON DELETE CASCADE, date date, length_hours numeric(4,1), truth int);
CREATE TABLE pay_runs (id serial PRIMARY KEY, organization_id int NOT NULL REFERENCES organizations, month date, truth int);
CREATE TABLE payslips (id serial PRIMARY KEY, emp_number int NOT NULL REFERENCES hs_hr_employee, pay_run_id int REFERENCES pay_runs, gross numeric(9,2), truth int);
CREATE TABLE comments (id serial PRIMARY KEY, commentable_class varchar(80) NOT NULL, commentable_id int NOT NULL, created_by int NOT NULL REFERENCES kimai2_users, message text, truth int);
CREATE TABLE audit_trail (id serial PRIMARY KEY, object_class varchar(80) NOT NULL, object_id int NOT NULL, user_id int, changes jsonb, truth int);
INSERT INTO organizations (id, name, owner_id, truth) VALUES
(1, 'Org 1', 1, NULL), (2, 'Org 2', 2, NULL), (3, 'Org 3', 3, NULL), (4, 'Org 4', 4, NULL), (5, 'Org 5', 5, NULL), (6, 'Org 6', 6, NULL);
-- kimai2_users: a login is a person's, whichever organization is open on the screen now
INSERT INTO kimai2_users (id, username, current_organization_id, enabled, truth) VALUES
(1, 'u1', 1, true, NULL), (2, 'u2', 2, true, NULL), (3, 'u3', 3, true, NULL), (4, 'u4', 5, true, NULL), (5, 'u5', 6, true, NULL), (6, 'u6', 6, true, NULL),
(7, 'u7', 1, true, NULL), (8, 'u8', 6, true, NULL), (9, 'u9', 3, true, NULL), (10, 'u10', 4, true, NULL), (11, 'u11', 1, true, NULL), (12, 'u12', 6, true, NULL),
(13, 'u13', 1, true, NULL), (14, 'u14', 2, true, NULL), (15, 'u15', 3, true, NULL), (16, 'u16', 5, true, NULL), (17, 'u17', 5, true, NULL), (18, 'u18', 6, true, NULL),
(19, 'u19', 1, true, NULL), (20, 'u20', 2, true, NULL), (21, 'u21', 3, true, NULL), (22, 'u22', 4, true, NULL), (23, 'u23', 5, true, NULL), (24, 'u24', 3, true, NULL),
(25, 'u25', 1, true, NULL), (26, 'u26', 2, true, NULL), (27, 'u27', 3, true, NULL), (28, 'u28', 4, true, NULL), (29, 'u29', 5, true, NULL), (30, 'u30', 6, true, NULL),
(31, 'u31', 1, true, NULL), (32, 'u32', 2, true, NULL), (33, 'u33', 3, true, NULL), (34, 'u34', 4, true, NULL), (35, 'u35', 5, true, NULL), (36, 'u36', 1, true, NULL),
(37, 'u37', 1, true, NULL), (38, 'u38', 2, true, NULL), (39, 'u39', 3, true, NULL), (40, 'u40', 4, true, NULL);
INSERT INTO members (id, organization_id, user_id, role, truth) VALUES
(1, 1, 1, 'employee', 1), (2, 2, 2, 'employee', 2), (3, 3, 3, 'employee', 3), (4, 4, 4, 'employee', 4), (5, 5, 4, 'employee', 5), (6, 5, 5, 'employee', 5),
(7, 6, 5, 'employee', 6), (8, 6, 6, 'employee', 6), (9, 1, 7, 'employee', 1), (10, 2, 8, 'employee', 2), (11, 6, 8, 'employee', 6), (12, 3, 9, 'employee', 3),
(13, 4, 10, 'employee', 4), (14, 5, 11, 'employee', 5), (15, 1, 11, 'employee', 1), (16, 6, 12, 'employee', 6), (17, 2, 12, 'employee', 2), (18, 1, 13, 'employee', 1),
(19, 2, 14, 'employee', 2), (20, 3, 15, 'employee', 3), (21, 4, 16, 'employee', 4), (22, 5, 16, 'employee', 5), (23, 5, 17, 'employee', 5), (24, 6, 18, 'employee', 6),
(25, 1, 19, 'employee', 1), (26, 2, 20, 'employee', 2), (27, 3, 20, 'employee', 3), (28, 3, 21, 'employee', 3), (29, 4, 22, 'employee', 4), (30, 5, 23, 'employee', 5),
(31, 6, 24, 'employee', 6), (32, 3, 24, 'employee', 3), (33, 1, 25, 'employee', 1), (34, 2, 26, 'employee', 2), (35, 3, 27, 'employee', 3), (36, 4, 28, 'employee', 4),
(37, 1, 28, 'employee', 1), (38, 5, 29, 'employee', 5), (39, 6, 30, 'employee', 6), (40, 1, 31, 'employee', 1), (41, 2, 32, 'employee', 2), (42, 3, 32, 'employee', 3),
(43, 3, 33, 'employee', 3), (44, 4, 34, 'employee', 4), (45, 5, 35, 'employee', 5), (46, 6, 36, 'employee', 6), (47, 1, 36, 'employee', 1), (48, 1, 37, 'employee', 1),
(49, 2, 38, 'employee', 2), (50, 3, 39, 'employee', 3), (51, 4, 40, 'employee', 4), (52, 6, 40, 'employee', 6);
INSERT INTO organization_invitations (id, email, token, invited_by, truth) VALUES
(1, 'i1@x', 'tk1', 29, 4), (2, 'i2@x', 'tk2', 31, 6), (3, 'i3@x', 'tk3', 5, 5), (4, 'i4@x', 'tk4', 20, 3), (5, 'i5@x', 'tk5', 18, 1), (6, 'i6@x', 'tk6', 48, 1),
(7, 'i7@x', 'tk7', 23, 5), (8, 'i8@x', 'tk8', 50, 3), (9, 'i9@x', 'tk9', 41, 2), (10, 'i10@x', 'tk10', 33, 1), (11, 'i11@x', 'tk11', 12, 3), (12, 'i12@x', 'tk12', 2, 2),
(13, 'i13@x', 'tk13', 51, 4), (14, 'i14@x', 'tk14', 48, 1), (15, 'i15@x', 'tk15', 4, 4), (16, 'i16@x', 'tk16', 17, 2), (17, 'i17@x', 'tk17', 7, 6),
(18, 'i18@x', 'tk18', 23, 5), (19, 'i19@x', 'tk19', 8, 6), (20, 'i20@x', 'tk20', 12, 3), (21, 'i21@x', 'tk21', 37, 1), (22, 'i22@x', 'tk22', 20, 3),
(23, 'i23@x', 'tk23', 52, 6), (24, 'i24@x', 'tk24', 16, 6);
-- kimai2_user_preferences: the person's, in whatever organization
INSERT INTO kimai2_user_preferences (id, user_id, name, value, truth) VALUES
(1, 1, 'timezone', 'UTC', NULL), (2, 2, 'timezone', 'UTC', NULL), (3, 3, 'timezone', 'UTC', NULL), (4, 4, 'timezone', 'UTC', NULL), (5, 5, 'timezone', 'UTC', NULL),
(6, 6, 'timezone', 'UTC', NULL), (7, 7, 'timezone', 'UTC', NULL), (8, 8, 'timezone', 'UTC', NULL), (9, 9, 'timezone', 'UTC', NULL), (10, 10, 'timezone', 'UTC', NULL),
(11, 11, 'timezone', 'UTC', NULL), (12, 12, 'timezone', 'UTC', NULL), (13, 13, 'timezone', 'UTC', NULL), (14, 14, 'timezone', 'UTC', NULL),
(15, 15, 'timezone', 'UTC', NULL), (16, 16, 'timezone', 'UTC', NULL), (17, 17, 'timezone', 'UTC', NULL), (18, 18, 'timezone', 'UTC', NULL),
(19, 19, 'timezone', 'UTC', NULL), (20, 20, 'timezone', 'UTC', NULL), (21, 21, 'timezone', 'UTC', NULL), (22, 22, 'timezone', 'UTC', NULL),
(23, 23, 'timezone', 'UTC', NULL), (24, 24, 'timezone', 'UTC', NULL), (25, 25, 'timezone', 'UTC', NULL), (26, 26, 'timezone', 'UTC', NULL),
(27, 27, 'timezone', 'UTC', NULL), (28, 28, 'timezone', 'UTC', NULL), (29, 29, 'timezone', 'UTC', NULL), (30, 30, 'timezone', 'UTC', NULL),
(31, 31, 'timezone', 'UTC', NULL), (32, 32, 'timezone', 'UTC', NULL), (33, 33, 'timezone', 'UTC', NULL), (34, 34, 'timezone', 'UTC', NULL),
(35, 35, 'timezone', 'UTC', NULL), (36, 36, 'timezone', 'UTC', NULL), (37, 37, 'timezone', 'UTC', NULL), (38, 38, 'timezone', 'UTC', NULL),
(39, 39, 'timezone', 'UTC', NULL), (40, 40, 'timezone', 'UTC', NULL);
INSERT INTO kimai2_configuration (id, name, value, truth) VALUES
(1, 'conf.1', '1', NULL), (2, 'conf.2', '1', NULL), (3, 'conf.3', '1', NULL), (4, 'conf.4', '1', NULL), (5, 'conf.5', '1', NULL), (6, 'conf.6', '1', NULL),
(7, 'conf.7', '1', NULL), (8, 'conf.8', '1', NULL), (9, 'conf.9', '1', NULL), (10, 'conf.10', '1', NULL), (11, 'conf.11', '1', NULL), (12, 'conf.12', '1', NULL),
(13, 'conf.13', '1', NULL), (14, 'conf.14', '1', NULL), (15, 'conf.15', '1', NULL), (16, 'conf.16', '1', NULL), (17, 'conf.17', '1', NULL), (18, 'conf.18', '1', NULL),
(19, 'conf.19', '1', NULL), (20, 'conf.20', '1', NULL);
-- kimai2_customers: the customer list of an organization; some customers are organizations here as well
INSERT INTO kimai2_customers (id, organization_id, name, number, visible, customer_organization_id, truth) VALUES
(1, 1, 'Cust1', '0001', true, NULL, 1), (2, 2, 'Cust2', '0002', true, NULL, 2), (3, 3, 'Cust3', '0003', true, NULL, 3), (4, 4, 'Cust4', '0004', true, 1, 4),
(5, 5, 'Cust5', '0005', true, NULL, 5), (6, 6, 'Cust6', '0006', true, NULL, 6), (7, 1, 'Cust7', '0007', true, NULL, 1), (8, 2, 'Cust8', '0008', true, 4, 2),
(9, 3, 'Cust9', '0009', false, NULL, 3), (10, 4, 'Cust10', '0010', true, NULL, 4), (11, 5, 'Cust11', '0011', true, NULL, 5), (12, 6, 'Cust12', '0012', true, 4, 6),
(13, 1, 'Cust13', '0013', true, NULL, 1), (14, 2, 'Cust14', '0014', true, NULL, 2), (15, 3, 'Cust15', '0015', true, NULL, 3), (16, 4, 'Cust16', '0016', true, 3, 4),
(17, 5, 'Cust17', '0017', true, NULL, 5), (18, 6, 'Cust18', '0018', false, NULL, 6), (19, 1, 'Cust19', '0019', true, NULL, 1), (20, 2, 'Cust20', '0020', true, 1, 2),
(21, 3, 'Cust21', '0021', true, NULL, 3), (22, 4, 'Cust22', '0022', true, NULL, 4), (23, 5, 'Cust23', '0023', true, NULL, 5), (24, 6, 'Cust24', '0024', true, 5, 6),
(25, 1, 'Cust25', '0025', true, NULL, 1), (26, 2, 'Cust26', '0026', true, NULL, 2), (27, 3, 'Cust27', '0027', false, NULL, 3), (28, 4, 'Cust28', '0028', true, 6, 4),
(29, 5, 'Cust29', '0029', true, NULL, 5), (30, 6, 'Cust30', '0030', true, NULL, 6);
-- kimai2_projects: may be copied from a public project of another organization
INSERT INTO kimai2_projects (id, customer_id, name, copied_from, truth) VALUES
(1, 1, 'P1', NULL, 1), (2, 2, 'P2', NULL, 2), (3, 3, 'P3', NULL, 3), (4, 4, 'P4', NULL, 4), (5, 5, 'P5', NULL, 5), (6, 6, 'P6', NULL, 6), (7, 7, 'P7', NULL, 1),
(8, 8, 'P8', NULL, 2), (9, 9, 'P9', NULL, 3), (10, 10, 'P10', 6, 4), (11, 11, 'P11', NULL, 5), (12, 12, 'P12', NULL, 6), (13, 13, 'P13', NULL, 1),
(14, 14, 'P14', NULL, 2), (15, 15, 'P15', 9, 3), (16, 16, 'P16', NULL, 4), (17, 17, 'P17', NULL, 5), (18, 18, 'P18', NULL, 6), (19, 19, 'P19', NULL, 1),
(20, 20, 'P20', 16, 2), (21, 21, 'P21', NULL, 3), (22, 22, 'P22', NULL, 4), (23, 23, 'P23', NULL, 5), (24, 24, 'P24', NULL, 6), (25, 25, 'P25', 3, 1),
(26, 26, 'P26', NULL, 2), (27, 27, 'P27', NULL, 3), (28, 28, 'P28', NULL, 4), (29, 29, 'P29', NULL, 5), (30, 30, 'P30', 10, 6), (31, 1, 'P31', NULL, 1),
(32, 2, 'P32', NULL, 2), (33, 3, 'P33', NULL, 3), (34, 4, 'P34', NULL, 4), (35, 5, 'P35', 32, 5), (36, 6, 'P36', NULL, 6), (37, 7, 'P37', NULL, 1),
(38, 8, 'P38', NULL, 2), (39, 9, 'P39', NULL, 3), (40, 10, 'P40', 20, 4);
-- kimai2_activities: those without project are global, everybody books on them
INSERT INTO kimai2_activities (id, project_id, name, truth) VALUES
(1, 26, 'A1', 2), (2, 26, 'A2', 2), (3, 20, 'A3', 2), (4, 36, 'A4', 6), (5, 29, 'A5', 5), (6, NULL, 'A6', NULL), (7, 5, 'A7', 5), (8, 21, 'A8', 3), (9, 17, 'A9', 5),
(10, 9, 'A10', 3), (11, 9, 'A11', 3), (12, NULL, 'A12', NULL), (13, 9, 'A13', 3), (14, 5, 'A14', 5), (15, 29, 'A15', 5), (16, 26, 'A16', 2), (17, 23, 'A17', 5),
(18, NULL, 'A18', NULL), (19, 29, 'A19', 5), (20, 6, 'A20', 6), (21, 18, 'A21', 6), (22, 37, 'A22', 1), (23, 9, 'A23', 3), (24, NULL, 'A24', NULL), (25, 18, 'A25', 6),
(26, 35, 'A26', 5), (27, 33, 'A27', 3), (28, 24, 'A28', 6), (29, 16, 'A29', 4), (30, NULL, 'A30', NULL), (31, 3, 'A31', 3), (32, 15, 'A32', 3), (33, 36, 'A33', 6),
(34, 32, 'A34', 2), (35, 5, 'A35', 5), (36, NULL, 'A36', NULL), (37, 33, 'A37', 3), (38, 18, 'A38', 6), (39, 27, 'A39', 3), (40, 9, 'A40', 3), (41, 29, 'A41', 5),
(42, NULL, 'A42', NULL), (43, 17, 'A43', 5), (44, 9, 'A44', 3), (45, 15, 'A45', 3), (46, 39, 'A46', 3), (47, 24, 'A47', 6), (48, NULL, 'A48', NULL), (49, 34, 'A49', 4),
(50, 8, 'A50', 2), (51, 21, 'A51', 3), (52, 21, 'A52', 3), (53, 32, 'A53', 2), (54, NULL, 'A54', NULL), (55, 10, 'A55', 4), (56, 1, 'A56', 1), (57, 6, 'A57', 6),
(58, 26, 'A58', 2), (59, 26, 'A59', 2), (60, NULL, 'A60', NULL);
INSERT INTO kimai2_teams (id, name, lead_member_id, truth) VALUES
(1, 'T1', 37, 1), (2, 'T2', 49, 2), (3, 'T3', 27, 3), (4, 'T4', 13, 4), (5, 'T5', 14, 5), (6, 'T6', 11, 6), (7, 'T7', 1, 1), (8, 'T8', 34, 2), (9, 'T9', 28, 3),
(10, 'T10', 4, 4), (11, 'T11', 22, 5), (12, 'T12', 11, 6), (13, 'T13', 15, 1), (14, 'T14', 19, 2), (15, 'T15', 43, 3), (16, 'T16', 4, 4), (17, 'T17', 6, 5),
(18, 'T18', 8, 6), (19, 'T19', 9, 1), (20, 'T20', 41, 2);
INSERT INTO kimai2_users_teams (id, user_id, team_id, teamlead, truth) VALUES
(1, 36, 1, false, 1), (2, 37, 1, false, 1), (3, 1, 1, false, 1), (4, 20, 2, false, 2), (5, 14, 2, false, 2), (6, 8, 2, false, 2), (7, 21, 3, false, 3),
(8, 15, 3, false, 3), (9, 9, 3, false, 3), (10, 16, 4, false, 4), (11, 28, 4, false, 4), (12, 34, 4, false, 4), (13, 23, 5, false, 5), (14, 35, 5, false, 5),
(15, 17, 5, false, 5), (16, 18, 6, false, 6), (17, 5, 6, false, 6), (18, 36, 6, false, 6), (19, 13, 7, false, 1), (20, 7, 7, false, 1), (21, 37, 7, false, 1),
(22, 2, 8, false, 2), (23, 8, 8, false, 2), (24, 38, 8, false, 2), (25, 15, 9, false, 3), (26, 33, 9, false, 3), (27, 9, 9, false, 3), (28, 40, 10, false, 4),
(29, 10, 10, false, 4), (30, 22, 10, false, 4), (31, 17, 11, false, 5), (32, 16, 11, false, 5), (33, 11, 11, false, 5), (34, 12, 12, false, 6), (35, 18, 12, false, 6),
(36, 6, 12, false, 6), (37, 19, 13, false, 1), (38, 37, 13, false, 1), (39, 28, 13, false, 1), (40, 12, 14, false, 2), (41, 26, 14, false, 2), (42, 8, 14, false, 2),
(43, 32, 15, false, 3), (44, 15, 15, false, 3), (45, 21, 15, false, 3), (46, 22, 16, false, 4), (47, 40, 16, false, 4), (48, 34, 16, false, 4), (49, 17, 17, false, 5),
(50, 29, 17, false, 5), (51, 11, 17, false, 5), (52, 36, 18, false, 6), (53, 40, 18, false, 6), (54, 12, 18, false, 6), (55, 31, 19, false, 1), (56, 37, 19, false, 1),
(57, 7, 19, false, 1), (58, 20, 20, false, 2), (59, 38, 20, false, 2), (60, 8, 20, false, 2);
-- kimai2_projects_teams: says which teams see a project; it is granted by the project's organization, sometimes to a team of an agency
INSERT INTO kimai2_projects_teams (project_id, team_id, truth) VALUES
(17, 5, 5), (31, 7, 1), (23, 5, 5), (24, 6, 6), (28, 10, 4), (20, 2, 2), (18, 18, 6), (28, 5, 4), (1, 7, 1), (35, 11, 5), (2, 8, 2), (14, 14, 2), (22, 10, 4), (32, 2, 2),
(37, 1, 1), (19, 8, 1), (15, 15, 3), (22, 16, 4), (1, 13, 1), (11, 5, 5), (31, 1, 1), (5, 11, 5), (25, 1, 1), (11, 18, 5), (2, 14, 2), (5, 5, 5), (4, 4, 4), (36, 18, 6),
(36, 12, 6), (32, 5, 2), (29, 5, 5), (2, 2, 2), (1, 19, 1), (8, 8, 2), (39, 17, 3), (4, 10, 4), (5, 17, 5), (34, 4, 4), (14, 2, 2), (17, 10, 5), (18, 6, 6), (6, 18, 6),
(33, 9, 3), (36, 6, 6), (22, 4, 4), (27, 3, 3), (29, 15, 5), (9, 3, 3), (26, 8, 2), (13, 7, 1), (37, 13, 1);
-- kimai2_timesheet: booked hours are in the books of the project's organization. Where an agency pays the man through its own membership (paid_through), they are the agency's, for it will invoice them; the project is then only where he worked
INSERT INTO kimai2_timesheet (id, user_id, activity_id, project_id, paid_through, start_time, duration, exported, truth) VALUES
(1, 16, 42, 28, NULL, '2025-03-02 09:00', 28395, false, 4), (2, 4, 42, 22, NULL, '2025-03-03 09:00', 11294, false, 4),
(3, 40, 54, 30, NULL, '2025-03-04 09:00', 9130, true, 6), (4, 26, 18, 38, NULL, '2025-03-05 09:00', 28173, false, 2),
(5, 32, 42, 3, 42, '2025-03-06 09:00', 23981, false, 3), (6, 9, 30, 39, NULL, '2025-03-07 09:00', 10642, true, 3),
(7, 39, 54, 16, 50, '2025-03-08 09:00', 18007, false, 3), (8, 38, 6, 14, NULL, '2025-03-09 09:00', 20748, false, 2),
(9, 12, 42, 6, NULL, '2025-03-10 09:00', 10735, true, 6), (10, 28, 60, 16, 36, '2025-03-11 09:00', 8029, false, 4),
(11, 15, 24, 21, NULL, '2025-03-12 09:00', 847, false, 3), (12, 8, 42, 2, NULL, '2025-03-13 09:00', 16056, true, 2),
(13, 12, 48, 36, NULL, '2025-03-14 09:00', 28150, false, 6), (14, 38, 30, 15, 49, '2025-03-15 09:00', 19231, false, 2),
(15, 15, 36, 21, 20, '2025-03-16 09:00', 10472, true, 3), (16, 30, 30, 36, NULL, '2025-03-17 09:00', 17629, false, 6),
(17, 24, 30, 3, NULL, '2025-03-18 09:00', 3155, false, 3), (18, 9, 48, 3, NULL, '2025-03-19 09:00', 12018, true, 3),
(19, 4, 42, 34, NULL, '2025-03-20 09:00', 18639, false, 4), (20, 26, 54, 32, 34, '2025-03-21 09:00', 5844, false, 2),
(21, 22, 60, 1, 29, '2025-03-22 09:00', 14283, true, 4), (22, 21, 48, 3, NULL, '2025-03-23 09:00', 2838, false, 3),
(23, 25, 42, 1, NULL, '2025-03-24 09:00', 21613, false, 1), (24, 4, 12, 17, NULL, '2025-03-25 09:00', 3957, true, 5),
(25, 18, 24, 30, 24, '2025-03-26 09:00', 10676, false, 6), (26, 2, 18, 2, NULL, '2025-03-27 09:00', 12098, false, 2),
(27, 40, 42, 28, NULL, '2025-03-28 09:00', 9933, true, 4), (28, 19, 6, 28, 25, '2025-03-01 09:00', 14040, false, 1),
(29, 7, 48, 13, NULL, '2025-03-02 09:00', 13032, false, 1), (30, 16, 15, 29, 22, '2025-03-03 09:00', 10994, true, 5),
(31, 30, 6, 24, NULL, '2025-03-04 09:00', 5598, false, 6), (32, 33, 42, 21, NULL, '2025-03-05 09:00', 10226, false, 3),
(33, 22, 6, 34, NULL, '2025-03-06 09:00', 19500, true, 4), (34, 28, 36, 16, NULL, '2025-03-07 09:00', 9936, false, 4),
(35, 25, 18, 2, 33, '2025-03-08 09:00', 20949, false, 1), (36, 6, 30, 30, NULL, '2025-03-09 09:00', 4566, true, 6),
(37, 3, 18, 33, NULL, '2025-03-10 09:00', 20612, false, 3), (38, 5, 60, 6, NULL, '2025-03-11 09:00', 3579, false, 6),
(39, 15, 18, 3, NULL, '2025-03-12 09:00', 4837, true, 3), (40, 4, 36, 17, 5, '2025-03-13 09:00', 11842, false, 5),
(41, 34, 24, 4, NULL, '2025-03-14 09:00', 17321, false, 4), (42, 12, 42, 40, 16, '2025-03-15 09:00', 29470, true, 6),
(43, 2, 18, 2, NULL, '2025-03-16 09:00', 4579, false, 2), (44, 24, 48, 30, NULL, '2025-03-17 09:00', 27600, false, 6),
(45, 16, 30, 35, 22, '2025-03-18 09:00', 12798, true, 5), (46, 9, 60, 9, NULL, '2025-03-19 09:00', 1849, false, 3),
(47, 22, 24, 4, NULL, '2025-03-20 09:00', 28233, false, 4), (48, 24, 30, 18, NULL, '2025-03-21 09:00', 12166, true, 6),
(49, 31, 12, 29, 40, '2025-03-22 09:00', 12576, false, 1), (50, 12, 36, 38, 17, '2025-03-23 09:00', 5328, false, 2),
(51, 16, 6, 22, NULL, '2025-03-24 09:00', 7469, true, 4), (52, 36, 6, 7, NULL, '2025-03-25 09:00', 22168, false, 1),
(53, 16, 60, 28, NULL, '2025-03-26 09:00', 13912, false, 4), (54, 4, 42, 28, NULL, '2025-03-27 09:00', 4787, true, 4),
(55, 36, 57, 6, 46, '2025-03-28 09:00', 21918, false, 6), (56, 6, 60, 15, 8, '2025-03-01 09:00', 5790, false, 6),
(57, 26, 12, 14, NULL, '2025-03-02 09:00', 20454, true, 2), (58, 20, 6, 2, NULL, '2025-03-03 09:00', 21962, false, 2),
(59, 34, 12, 28, NULL, '2025-03-04 09:00', 20367, false, 4), (60, 17, 18, 23, 23, '2025-03-05 09:00', 5312, true, 5),
(61, 16, 60, 10, NULL, '2025-03-06 09:00', 14205, false, 4), (62, 4, 18, 40, NULL, '2025-03-07 09:00', 4320, false, 4),
(63, 13, 12, 17, 18, '2025-03-08 09:00', 3989, true, 1), (64, 40, 42, 34, NULL, '2025-03-09 09:00', 28868, false, 4),
(65, 27, 12, 3, 35, '2025-03-10 09:00', 24258, false, 3), (66, 13, 60, 19, NULL, '2025-03-11 09:00', 1799, true, 1),
(67, 4, 29, 16, NULL, '2025-03-12 09:00', 13653, false, 4), (68, 26, 24, 38, NULL, '2025-03-13 09:00', 8362, false, 2),
(69, 23, 60, 11, NULL, '2025-03-14 09:00', 25893, true, 5), (70, 15, 42, 4, 20, '2025-03-15 09:00', 7791, false, 3),
(71, 1, 60, 31, NULL, '2025-03-16 09:00', 11334, false, 1), (72, 4, 24, 10, NULL, '2025-03-17 09:00', 1752, true, 4),
(73, 3, 27, 33, NULL, '2025-03-18 09:00', 19698, false, 3), (74, 5, 36, 24, NULL, '2025-03-19 09:00', 24717, false, 6),
(75, 22, 60, 28, 29, '2025-03-20 09:00', 14780, true, 4), (76, 33, 54, 27, NULL, '2025-03-21 09:00', 20844, false, 3),
(77, 40, 42, 25, 52, '2025-03-22 09:00', 1739, false, 6), (78, 4, 42, 28, NULL, '2025-03-23 09:00', 15399, true, 4),
(79, 32, 36, 32, NULL, '2025-03-24 09:00', 14864, false, 2), (80, 20, 60, 27, 27, '2025-03-25 09:00', 14211, false, 3),
(81, 35, 12, 11, NULL, '2025-03-26 09:00', 27695, true, 5), (82, 12, 18, 14, NULL, '2025-03-27 09:00', 5289, false, 2),
(83, 28, 48, 34, NULL, '2025-03-28 09:00', 25238, false, 4), (84, 37, 36, 5, 48, '2025-03-01 09:00', 28673, true, 1),
(85, 21, 48, 33, 28, '2025-03-02 09:00', 16246, false, 3), (86, 1, 36, 25, NULL, '2025-03-03 09:00', 17252, false, 1),
(87, 8, 6, 14, NULL, '2025-03-04 09:00', 23890, true, 2), (88, 24, 42, 12, NULL, '2025-03-05 09:00', 6338, false, 6),
(89, 10, 48, 22, NULL, '2025-03-06 09:00', 12052, false, 4), (90, 5, 60, 6, 7, '2025-03-07 09:00', 3192, true, 6);
INSERT INTO kimai2_tags (id, name, truth) VALUES
(1, 'tag1', NULL), (2, 'tag2', NULL), (3, 'tag3', NULL), (4, 'tag4', NULL), (5, 'tag5', NULL), (6, 'tag6', NULL), (7, 'tag7', NULL), (8, 'tag8', NULL), (9, 'tag9', NULL),
(10, 'tag10', NULL), (11, 'tag11', NULL), (12, 'tag12', NULL), (13, 'tag13', NULL), (14, 'tag14', NULL), (15, 'tag15', NULL), (16, 'tag16', NULL), (17, 'tag17', NULL),
(18, 'tag18', NULL), (19, 'tag19', NULL), (20, 'tag20', NULL);
INSERT INTO kimai2_timesheet_tags (timesheet_id, tag_id, truth) VALUES
(1, 6, 4), (3, 10, 6), (5, 13, 3), (7, 20, 3), (9, 18, 6), (11, 13, 3), (13, 10, 6), (14, 7, 2), (15, 8, 3), (17, 4, 3), (19, 12, 4), (21, 11, 4), (23, 13, 1),
(25, 14, 6), (27, 12, 4), (28, 4, 1), (29, 15, 1), (31, 16, 6), (33, 20, 4), (35, 5, 1), (37, 15, 3), (39, 17, 3), (41, 6, 4), (42, 7, 6), (43, 18, 2), (45, 20, 5),
(47, 17, 4), (49, 11, 1), (51, 3, 4), (53, 16, 4), (55, 1, 6), (56, 8, 6), (57, 14, 2), (59, 10, 4), (61, 2, 4), (63, 15, 1), (65, 19, 3), (67, 17, 4), (69, 7, 5),
(70, 11, 3), (71, 15, 1), (73, 20, 3), (75, 11, 4), (77, 6, 6), (79, 7, 2), (81, 14, 5), (83, 11, 4), (84, 7, 1), (85, 5, 3), (87, 15, 2), (89, 13, 4);
-- kimai2_invoice_templates: those without organization are built in
INSERT INTO kimai2_invoice_templates (id, name, organization_id, renderer, truth) VALUES
(1, 'tpl1', 1, 'pdf', 1), (2, 'tpl2', 3, 'pdf', 3), (3, 'tpl3', 3, 'pdf', 3), (4, 'tpl4', 2, 'pdf', 2), (5, 'tpl5', NULL, 'pdf', NULL), (6, 'tpl6', 4, 'pdf', 4),
(7, 'tpl7', 4, 'pdf', 4), (8, 'tpl8', 5, 'pdf', 5), (9, 'tpl9', 1, 'pdf', 1), (10, 'tpl10', NULL, 'pdf', NULL), (11, 'tpl11', 1, 'pdf', 1), (12, 'tpl12', 4, 'pdf', 4),
(13, 'tpl13', 6, 'pdf', 6), (14, 'tpl14', 1, 'pdf', 1), (15, 'tpl15', NULL, 'pdf', NULL), (16, 'tpl16', 6, 'pdf', 6), (17, 'tpl17', 3, 'pdf', 3),
(18, 'tpl18', 3, 'pdf', 3), (19, 'tpl19', 6, 'pdf', 6), (20, 'tpl20', NULL, 'pdf', NULL);
-- kimai2_invoices: of who invoices, which is whose customer it is
INSERT INTO kimai2_invoices (id, customer_id, user_id, template_id, invoice_number, truth) VALUES
(1, 17, 4, 5, '2025/1', 5), (2, 8, 20, 5, '2025/2', 2), (3, 6, 6, 20, '2025/3', 6), (4, 20, 20, NULL, '2025/4', 2), (5, 22, 10, 10, '2025/5', 4),
(6, 14, 12, 10, '2025/6', 2), (7, 1, 37, 1, '2025/7', 1), (8, 2, 14, NULL, '2025/8', 2), (9, 16, 28, 7, '2025/9', 4), (10, 20, 38, 20, '2025/10', 2),
(11, 12, 8, 15, '2025/11', 6), (12, 12, 12, NULL, '2025/12', 6), (13, 1, 25, 1, '2025/13', 1), (14, 22, 16, 7, '2025/14', 4), (15, 29, 17, 8, '2025/15', 5),
(16, 24, 40, NULL, '2025/16', 6), (17, 17, 17, 8, '2025/17', 5), (18, 4, 22, 12, '2025/18', 4), (19, 1, 36, 5, '2025/19', 1), (20, 5, 29, NULL, '2025/20', 5),
(21, 20, 2, 15, '2025/21', 2), (22, 16, 28, 7, '2025/22', 4), (23, 12, 24, 16, '2025/23', 6), (24, 26, 38, NULL, '2025/24', 2), (25, 19, 7, 14, '2025/25', 1),
(26, 20, 20, 10, '2025/26', 2), (27, 16, 10, 5, '2025/27', 4), (28, 13, 19, NULL, '2025/28', 1), (29, 6, 12, 19, '2025/29', 6), (30, 26, 2, 15, '2025/30', 2),
(31, 1, 31, 15, '2025/31', 1), (32, 28, 34, NULL, '2025/32', 4), (33, 3, 39, 10, '2025/33', 3), (34, 11, 11, 20, '2025/34', 5), (35, 22, 28, 5, '2025/35', 4),
(36, 10, 40, NULL, '2025/36', 4), (37, 6, 18, 5, '2025/37', 6), (38, 24, 6, 19, '2025/38', 6), (39, 21, 3, 3, '2025/39', 3), (40, 26, 14, NULL, '2025/40', 2);
-- hs_hr_employee: the file is with the present employer; 5, 11, 20 and 28 came from another organization with their file
INSERT INTO hs_hr_employee (emp_number, organization_id, user_id, reports_to, transferred_on, truth) VALUES
(1, 1, 1, NULL, NULL, 1), (2, 2, 2, NULL, NULL, 2), (3, 3, 3, NULL, NULL, 3), (4, 4, 4, NULL, NULL, 4), (5, 6, 5, NULL, '2025-05-01', 6), (6, 6, 6, NULL, NULL, 6),
(7, 1, 7, 1, NULL, 1), (8, 2, 8, 2, NULL, 2), (9, 3, 9, 3, NULL, 3), (10, 4, NULL, 4, NULL, 4), (11, 1, 11, 1, '2025-05-01', 1), (12, 6, 12, 5, NULL, 6),
(13, 1, 13, 1, NULL, 1), (14, 2, 14, 8, NULL, 2), (15, 3, NULL, 3, NULL, 3), (16, 4, 16, 4, NULL, 4), (17, 5, 17, 11, NULL, 5), (18, 6, 18, 6, NULL, 6),
(19, 1, 19, 1, NULL, 1), (20, 3, 20, 3, '2025-05-01', 3), (21, 3, 21, 9, NULL, 3), (22, 4, 22, 16, NULL, 4), (23, 5, 23, 17, NULL, 5), (24, 6, 24, 5, NULL, 6),
(25, 1, NULL, 19, NULL, 1), (26, 2, 26, 14, NULL, 2), (27, 3, 27, 3, NULL, 3), (28, 1, 28, 7, '2025-05-01', 1), (29, 5, 29, 23, NULL, 5), (30, 6, NULL, 5, NULL, 6),
(31, 1, 31, 25, NULL, 1), (32, 2, 32, 8, NULL, 2), (33, 3, 33, 9, NULL, 3), (34, 4, 34, 10, NULL, 4), (35, 5, NULL, 17, NULL, 5), (36, 6, 36, 24, NULL, 6);
-- ohrm_leave_type: each has its own; unpaid and sick leave are of the law, for all
INSERT INTO ohrm_leave_type (id, organization_id, name, deleted, truth) VALUES
(1, 1, 'lt1', 0, 1), (2, 2, 'lt2', 0, 2), (3, 3, 'lt3', 0, 3), (4, 4, 'lt4', 0, 4), (5, 5, 'lt5', 0, 5), (6, 6, 'lt6', 0, 6), (7, 1, 'lt7', 0, 1), (8, 2, 'lt8', 0, 2),
(9, 3, 'lt9', 0, 3), (10, 4, 'lt10', 0, 4), (11, 5, 'lt11', 0, 5), (12, 6, 'lt12', 0, 6), (13, 1, 'lt13', 0, 1), (14, 2, 'lt14', 0, 2), (15, 3, 'lt15', 0, 3),
(16, 4, 'lt16', 0, 4), (17, 5, 'lt17', 0, 5), (18, 6, 'lt18', 0, 6), (19, NULL, 'lt19', 0, NULL), (20, NULL, 'lt20', 0, NULL);
-- ohrm_leave_entitlement: entitlements were carried over with the file to the present employer, who owes the days, though the type they were earned under is still the former's
INSERT INTO ohrm_leave_entitlement (id, emp_number, leave_type_id, no_of_days, truth) VALUES
(1, 1, 7, 25, 1), (2, 2, 8, 24, 2), (3, 3, 3, 19, 3), (4, 4, 10, 13, 4), (5, 5, 17, 23, 6), (6, 6, 18, 12, 6), (7, 7, 1, 4, 1), (8, 8, 14, 9, 2), (9, 9, 9, 11, 3),
(10, 10, 16, 2, 4), (11, 11, 17, 25, 1), (12, 12, 12, 17, 6), (13, 13, 1, 25, 1), (14, 14, 14, 9, 2), (15, 15, 3, 21, 3), (16, 16, 4, 7, 4), (17, 17, 17, 19, 5),
(18, 18, 12, 17, 6), (19, 19, 7, 23, 1), (20, 20, 8, 10, 3), (21, 21, 3, 9, 3), (22, 22, 4, 2, 4), (23, 23, 11, 24, 5), (24, 24, 6, 14, 6), (25, 25, 1, 22, 1),
(26, 26, 2, 12, 2), (27, 27, 3, 11, 3), (28, 28, 16, 2, 1), (29, 29, 11, 24, 5), (30, 30, 12, 21, 6), (31, 31, 13, 22, 1), (32, 32, 2, 1, 2), (33, 33, 9, 23, 3),
(34, 34, 4, 20, 4), (35, 35, 5, 11, 5), (36, 36, 6, 9, 6), (37, 1, 1, 17, 1), (38, 2, 8, 10, 2), (39, 3, 9, 24, 3), (40, 4, 4, 14, 4), (41, 5, 6, 22, 6), (42, 6, 6, 4, 6),
(43, 7, 1, 12, 1), (44, 8, 8, 24, 2), (45, 9, 3, 9, 3), (46, 10, 16, 13, 4), (47, 11, 1, 22, 1), (48, 12, 18, 19, 6), (49, 13, 7, 14, 1), (50, 14, 2, 3, 2),
(51, 15, 9, 6, 3), (52, 16, 4, 11, 4), (53, 17, 17, 20, 5), (54, 18, 12, 10, 6), (55, 19, 7, 2, 1), (56, 20, 15, 13, 3), (57, 21, 3, 3, 3), (58, 22, 4, 14, 4),
(59, 23, 11, 18, 5), (60, 24, 18, 7, 6);
-- ohrm_leave_request: a request stays with the employer who granted it: for those transferred the former one, seen from the approver, or without one from the type
INSERT INTO ohrm_leave_request (id, emp_number, leave_type_id, approver_id, date_applied, truth) VALUES
(1, 1, 1, 33, '2025-06-01', 1), (2, 2, 14, 10, '2025-06-01', 2), (3, 3, 15, NULL, '2025-06-01', 3), (4, 4, 16, 36, '2025-06-01', 4), (5, 5, 20, 22, '2025-04-01', 5),
(6, 6, 18, NULL, '2025-06-01', 6), (7, 7, 1, 47, '2025-06-01', 1), (8, 8, 8, 10, '2025-06-01', 2), (9, 9, 9, NULL, '2025-06-01', 3), (10, 10, 19, 13, '2025-06-01', 4),
(11, 11, 5, 45, '2025-04-01', 5), (12, 12, 12, NULL, '2025-06-01', 6), (13, 13, 7, 47, '2025-06-01', 1), (14, 14, 2, 2, '2025-06-01', 2),
(15, 15, 20, 28, '2025-06-01', 3), (16, 16, 16, 36, '2025-06-01', 4), (17, 17, 5, 22, '2025-06-01', 5), (18, 18, 6, NULL, '2025-06-01', 6),
(19, 19, 7, 40, '2025-06-01', 1), (20, 20, 20, 26, '2025-04-01', 2), (21, 21, 9, NULL, '2025-06-01', 3), (22, 22, 4, 51, '2025-06-01', 4),
(23, 23, 5, 23, '2025-06-01', 5), (24, 24, 18, NULL, '2025-06-01', 6), (25, 25, 19, 37, '2025-06-01', 1), (26, 26, 14, 10, '2025-06-01', 2),
(27, 27, 3, NULL, '2025-06-01', 3), (28, 28, 4, 51, '2025-04-01', 4), (29, 29, 5, 38, '2025-06-01', 5), (30, 30, 19, 52, '2025-06-01', 6), (31, 31, 1, 1, '2025-06-01', 1),
(32, 32, 14, 49, '2025-06-01', 2), (33, 33, 15, NULL, '2025-06-01', 3), (34, 34, 10, 44, '2025-06-01', 4), (35, 35, 19, 30, '2025-06-01', 5),
(36, 36, 12, NULL, '2025-06-01', 6), (37, 1, 13, 25, '2025-06-01', 1), (38, 2, 2, 34, '2025-06-01', 2), (39, 3, 3, NULL, '2025-06-01', 3),
(40, 4, 20, 44, '2025-06-01', 4), (41, 5, 6, 8, '2025-06-01', 6), (42, 6, 6, NULL, '2025-06-01', 6), (43, 7, 1, 9, '2025-06-01', 1), (44, 8, 2, 19, '2025-06-01', 2),
(45, 9, 19, 20, '2025-06-01', 3), (46, 10, 10, 13, '2025-06-01', 4), (47, 11, 1, 48, '2025-06-01', 1), (48, 12, 12, NULL, '2025-06-01', 6),
(49, 13, 7, 18, '2025-06-01', 1), (50, 14, 19, 26, '2025-06-01', 2), (51, 15, 3, NULL, '2025-06-01', 3), (52, 16, 4, 36, '2025-06-01', 4),
(53, 17, 11, 6, '2025-06-01', 5), (54, 18, 12, NULL, '2025-06-01', 6), (55, 19, 20, 1, '2025-06-01', 1), (56, 20, 15, 43, '2025-06-01', 3),
(57, 21, 15, NULL, '2025-06-01', 3), (58, 22, 4, 21, '2025-06-01', 4), (59, 23, 5, 45, '2025-06-01', 5), (60, 24, 20, 24, '2025-06-01', 6),
(61, 25, 7, 25, '2025-06-01', 1), (62, 26, 14, 17, '2025-06-01', 2), (63, 27, 3, NULL, '2025-06-01', 3), (64, 28, 7, 37, '2025-06-01', 1),
(65, 29, 20, 30, '2025-06-01', 5), (66, 30, 18, NULL, '2025-06-01', 6), (67, 31, 1, 33, '2025-06-01', 1), (68, 32, 2, 49, '2025-06-01', 2),
(69, 33, 9, NULL, '2025-06-01', 3), (70, 34, 19, 21, '2025-06-01', 4);
INSERT INTO ohrm_leave (id, leave_request_id, date, length_hours, truth) VALUES
(1, 1, '2025-06-02', 8, 1), (2, 2, '2025-06-03', 8, 2), (3, 3, '2025-06-04', 8, 3), (4, 4, '2025-06-05', 8, 4), (5, 5, '2025-06-06', 8, 5), (6, 6, '2025-06-07', 8, 6),
(7, 7, '2025-06-08', 8, 1), (8, 8, '2025-06-09', 8, 2), (9, 9, '2025-06-10', 8, 3), (10, 10, '2025-06-11', 8, 4), (11, 11, '2025-06-12', 8, 5),
(12, 12, '2025-06-13', 8, 6), (13, 13, '2025-06-14', 8, 1), (14, 14, '2025-06-15', 8, 2), (15, 15, '2025-06-16', 8, 3), (16, 16, '2025-06-17', 8, 4),
(17, 17, '2025-06-18', 8, 5), (18, 18, '2025-06-19', 8, 6), (19, 19, '2025-06-20', 8, 1), (20, 20, '2025-06-21', 8, 2), (21, 21, '2025-06-22', 8, 3),
(22, 22, '2025-06-23', 8, 4), (23, 23, '2025-06-24', 8, 5), (24, 24, '2025-06-25', 8, 6), (25, 25, '2025-06-26', 8, 1), (26, 26, '2025-06-27', 8, 2),
(27, 27, '2025-06-28', 8, 3), (28, 28, '2025-06-01', 8, 4), (29, 29, '2025-06-02', 8, 5), (30, 30, '2025-06-03', 8, 6), (31, 31, '2025-06-04', 8, 1),
(32, 32, '2025-06-05', 8, 2), (33, 33, '2025-06-06', 8, 3), (34, 34, '2025-06-07', 8, 4), (35, 35, '2025-06-08', 8, 5), (36, 36, '2025-06-09', 8, 6),
(37, 37, '2025-06-10', 8, 1), (38, 38, '2025-06-11', 8, 2), (39, 39, '2025-06-12', 8, 3), (40, 40, '2025-06-13', 8, 4), (41, 41, '2025-06-14', 8, 6),
(42, 42, '2025-06-15', 8, 6), (43, 43, '2025-06-16', 8, 1), (44, 44, '2025-06-17', 8, 2), (45, 45, '2025-06-18', 8, 3), (46, 46, '2025-06-19', 8, 4),
(47, 47, '2025-06-20', 8, 1), (48, 48, '2025-06-21', 8, 6), (49, 49, '2025-06-22', 8, 1), (50, 50, '2025-06-23', 8, 2), (51, 51, '2025-06-24', 8, 3),
(52, 52, '2025-06-25', 8, 4), (53, 53, '2025-06-26', 8, 5), (54, 54, '2025-06-27', 8, 6), (55, 55, '2025-06-28', 8, 1), (56, 56, '2025-06-01', 8, 3),
(57, 57, '2025-06-02', 8, 3), (58, 58, '2025-06-03', 8, 4), (59, 59, '2025-06-04', 8, 5), (60, 60, '2025-06-05', 8, 6), (61, 61, '2025-06-06', 8, 1),
(62, 62, '2025-06-07', 8, 2), (63, 63, '2025-06-08', 8, 3), (64, 64, '2025-06-09', 8, 1), (65, 65, '2025-06-10', 8, 5), (66, 66, '2025-06-11', 8, 6),
(67, 67, '2025-06-12', 8, 1), (68, 68, '2025-06-13', 8, 2), (69, 69, '2025-06-14', 8, 3), (70, 70, '2025-06-15', 8, 4), (71, 1, '2025-06-16', 8, 1),
(72, 2, '2025-06-17', 8, 2), (73, 3, '2025-06-18', 8, 3), (74, 4, '2025-06-19', 8, 4), (75, 5, '2025-06-20', 8, 5), (76, 6, '2025-06-21', 8, 6),
(77, 7, '2025-06-22', 8, 1), (78, 8, '2025-06-23', 8, 2), (79, 9, '2025-06-24', 8, 3), (80, 10, '2025-06-25', 8, 4), (81, 11, '2025-06-26', 8, 5),
(82, 12, '2025-06-27', 8, 6), (83, 13, '2025-06-28', 8, 1), (84, 14, '2025-06-01', 8, 2), (85, 15, '2025-06-02', 8, 3), (86, 16, '2025-06-03', 8, 4),
(87, 17, '2025-06-04', 8, 5), (88, 18, '2025-06-05', 8, 6), (89, 19, '2025-06-06', 8, 1), (90, 20, '2025-06-07', 8, 2);
INSERT INTO pay_runs (id, organization_id, month, truth) VALUES
(1, 1, '2025-03-01', 1), (2, 2, '2025-03-01', 2), (3, 3, '2025-03-01', 3), (4, 4, '2025-03-01', 4), (5, 5, '2025-03-01', 5), (6, 6, '2025-03-01', 6),
(7, 1, '2025-04-01', 1), (8, 2, '2025-04-01', 2), (9, 3, '2025-04-01', 3), (10, 4, '2025-04-01', 4), (11, 5, '2025-04-01', 5), (12, 6, '2025-04-01', 6),
(13, 1, '2025-05-01', 1), (14, 2, '2025-05-01', 2), (15, 3, '2025-05-01', 3), (16, 4, '2025-05-01', 4), (17, 5, '2025-05-01', 5), (18, 6, '2025-05-01', 6),
(19, 1, '2025-06-01', 1), (20, 2, '2025-06-01', 2), (21, 3, '2025-06-01', 3), (22, 4, '2025-06-01', 4), (23, 5, '2025-06-01', 5), (24, 6, '2025-06-01', 6);
-- payslips: of the employer who paid: that of the pay run; slips outside a run (corrections) are the present employer's
INSERT INTO payslips (id, emp_number, pay_run_id, gross, truth) VALUES
(1, 1, 13, 3342, 1), (2, 2, 20, 3067, 2), (3, 3, 21, 5845, 3), (4, 4, 16, 2893, 4), (5, 5, 11, 5509, 5), (6, 6, NULL, 2396, 6), (7, 7, 19, 4455, 1), (8, 8, 20, 4611, 2),
(9, 9, 3, 2826, 3), (10, 10, 10, 5286, 4), (11, 11, 5, 3890, 5), (12, 12, NULL, 4379, 6), (13, 13, 13, 4175, 1), (14, 14, 20, 5059, 2), (15, 15, 15, 2254, 3),
(16, 16, 4, 4237, 4), (17, 17, 17, 2287, 5), (18, 18, NULL, 5814, 6), (19, 19, 7, 5323, 1), (20, 20, 2, 3073, 2), (21, 21, 15, 3751, 3), (22, 22, 22, 3781, 4),
(23, 23, 5, 2658, 5), (24, 24, NULL, 5219, 6), (25, 25, 13, 4386, 1), (26, 26, 14, 5796, 2), (27, 27, 15, 2760, 3), (28, 28, 4, 3172, 4), (29, 29, 23, 3911, 5),
(30, 30, NULL, 2528, 6), (31, 31, 7, 2949, 1), (32, 32, 8, 5065, 2), (33, 33, 3, 5970, 3), (34, 34, 16, 4545, 4), (35, 35, 17, 2633, 5), (36, 36, NULL, 5927, 6),
(37, 1, 19, 4410, 1), (38, 2, 2, 4566, 2), (39, 3, 9, 5378, 3), (40, 4, 4, 3379, 4), (41, 5, 6, 2137, 6), (42, 6, NULL, 2535, 6), (43, 7, 19, 3137, 1),
(44, 8, 14, 3388, 2), (45, 9, 21, 2029, 3), (46, 10, 16, 5472, 4), (47, 11, 19, 5484, 1), (48, 12, NULL, 4394, 6), (49, 13, 13, 3461, 1), (50, 14, 8, 5695, 2),
(51, 15, 21, 2197, 3), (52, 16, 22, 5481, 4), (53, 17, 17, 2357, 5), (54, 18, NULL, 2780, 6), (55, 19, 13, 5622, 1), (56, 20, 15, 2144, 3), (57, 21, 3, 3077, 3),
(58, 22, 16, 4209, 4), (59, 23, 17, 5031, 5), (60, 24, NULL, 5040, 6), (61, 25, 7, 2408, 1), (62, 26, 2, 3960, 2), (63, 27, 3, 3448, 3), (64, 28, 19, 2600, 1),
(65, 29, 11, 2110, 5), (66, 30, NULL, 3169, 6), (67, 31, 13, 2117, 1), (68, 32, 20, 3311, 2), (69, 33, 21, 5066, 3), (70, 34, 10, 5784, 4), (71, 35, 17, 5660, 5),
(72, 36, NULL, 4386, 6);
-- comments: of what is commented on
INSERT INTO comments (id, commentable_class, commentable_id, created_by, message, truth) VALUES
(1, 'App\Entity\Customer', 23, 35, 'm', 5), (2, 'App\Entity\Project', 11, 11, 'm', 5), (3, 'App\Entity\Customer', 25, 13, 'm', 1),
(4, 'App\Entity\Customer', 5, 29, 'm', 5), (5, 'App\Entity\LeaveRequest', 22, 40, 'm', 4), (6, 'App\Entity\Project', 17, 16, 'm', 5),
(7, 'App\Entity\LeaveRequest', 63, 27, 'm', 3), (8, 'App\Entity\LeaveRequest', 41, 36, 'm', 6), (9, 'App\Entity\Project', 40, 34, 'm', 4),
(10, 'App\Entity\LeaveRequest', 7, 19, 'm', 1), (11, 'App\Entity\Customer', 19, 28, 'm', 1), (12, 'App\Entity\Project', 35, 23, 'm', 5),
(13, 'App\Entity\LeaveRequest', 1, 25, 'm', 1), (14, 'App\Entity\Project', 12, 6, 'm', 6), (15, 'App\Entity\Customer', 7, 36, 'm', 1),
(16, 'App\Entity\LeaveRequest', 47, 37, 'm', 1), (17, 'App\Entity\LeaveRequest', 26, 38, 'm', 2), (18, 'App\Entity\Customer', 28, 40, 'm', 4),
(19, 'App\Entity\Customer', 10, 4, 'm', 4), (20, 'App\Entity\LeaveRequest', 16, 40, 'm', 4), (21, 'App\Entity\LeaveRequest', 18, 6, 'm', 6),
(22, 'App\Entity\LeaveRequest', 58, 40, 'm', 4), (23, 'App\Entity\Customer', 12, 24, 'm', 6), (24, 'App\Entity\LeaveRequest', 52, 40, 'm', 4),
(25, 'App\Entity\Customer', 25, 19, 'm', 1), (26, 'App\Entity\LeaveRequest', 52, 16, 'm', 4), (27, 'App\Entity\Project', 21, 3, 'm', 3),
(28, 'App\Entity\Customer', 4, 16, 'm', 4), (29, 'App\Entity\LeaveRequest', 43, 13, 'm', 1), (30, 'App\Entity\LeaveRequest', 66, 6, 'm', 6),
(31, 'App\Entity\LeaveRequest', 70, 22, 'm', 4), (32, 'App\Entity\LeaveRequest', 18, 24, 'm', 6), (33, 'App\Entity\Project', 21, 39, 'm', 3),
(34, 'App\Entity\Customer', 4, 28, 'm', 4), (35, 'App\Entity\LeaveRequest', 60, 5, 'm', 6), (36, 'App\Entity\Customer', 30, 30, 'm', 6),
(37, 'App\Entity\Customer', 11, 35, 'm', 5), (38, 'App\Entity\Project', 15, 24, 'm', 3), (39, 'App\Entity\Customer', 29, 23, 'm', 5),
(40, 'App\Entity\Customer', 6, 40, 'm', 6), (41, 'App\Entity\Customer', 30, 18, 'm', 6), (42, 'App\Entity\LeaveRequest', 22, 40, 'm', 4),
(43, 'App\Entity\Project', 26, 12, 'm', 2), (44, 'App\Entity\LeaveRequest', 27, 24, 'm', 3), (45, 'App\Entity\Customer', 30, 8, 'm', 6),
(46, 'App\Entity\Customer', 18, 18, 'm', 6), (47, 'App\Entity\Project', 28, 40, 'm', 4), (48, 'App\Entity\Customer', 8, 12, 'm', 2),
(49, 'App\Entity\Project', 4, 22, 'm', 4), (50, 'App\Entity\LeaveRequest', 57, 32, 'm', 3), (51, 'App\Entity\LeaveRequest', 40, 22, 'm', 4),
(52, 'App\Entity\LeaveRequest', 5, 4, 'm', 5), (53, 'App\Entity\LeaveRequest', 20, 14, 'm', 2), (54, 'App\Entity\LeaveRequest', 37, 31, 'm', 1),
(55, 'App\Entity\LeaveRequest', 31, 1, 'm', 1), (56, 'App\Entity\LeaveRequest', 28, 4, 'm', 4), (57, 'App\Entity\Project', 8, 32, 'm', 2),
(58, 'App\Entity\Customer', 24, 8, 'm', 6), (59, 'App\Entity\Project', 32, 38, 'm', 2), (60, 'App\Entity\LeaveRequest', 11, 17, 'm', 5);
-- audit_trail: of the object; changes of a login are nobody's
INSERT INTO audit_trail (id, object_class, object_id, user_id, changes, truth) VALUES
(1, 'App\Entity\Employee', 34, 10, '{}', 4), (2, 'App\Entity\Project', 2, 14, '{}', 2), (3, 'App\Entity\Customer', 4, 10, '{}', 4),
(4, 'App\Entity\User', 20, 20, '{}', NULL), (5, 'App\Entity\Timesheet', 11, 39, '{}', 3), (6, 'App\Entity\Employee', 26, 32, '{}', 2),
(7, 'App\Entity\Customer', 26, 14, '{}', 2), (8, 'App\Entity\Project', 31, 25, '{}', 1), (9, 'App\Entity\Project', 5, 29, '{}', 5),
(10, 'App\Entity\Timesheet', 76, 20, '{}', 3), (11, 'App\Entity\LeaveRequest', 52, 28, '{}', 4), (12, 'App\Entity\Project', 33, 27, '{}', 3),
(13, 'App\Entity\Customer', 6, 36, '{}', 6), (14, 'App\Entity\Timesheet', 69, 17, '{}', 5), (15, 'App\Entity\Timesheet', 32, 15, '{}', 3),
(16, 'App\Entity\User', 2, 2, '{}', NULL), (17, 'App\Entity\User', 28, 28, '{}', NULL), (18, 'App\Entity\Timesheet', 29, 19, '{}', 1),
(19, 'App\Entity\Employee', 31, 25, '{}', 1), (20, 'App\Entity\Employee', 7, 19, '{}', 1), (21, 'App\Entity\Timesheet', 3, 18, '{}', 6),
(22, 'App\Entity\User', 5, 5, '{}', NULL), (23, 'App\Entity\Customer', 21, 39, '{}', 3), (24, 'App\Entity\LeaveRequest', 24, 30, '{}', 6),
(25, 'App\Entity\Employee', 33, 24, '{}', 3), (26, 'App\Entity\Customer', 3, 3, '{}', 3), (27, 'App\Entity\Timesheet', 38, 30, '{}', 6),
(28, 'App\Entity\Timesheet', 37, 39, '{}', 3), (29, 'App\Entity\Employee', 1, 36, '{}', 1), (30, 'App\Entity\Project', 7, 31, '{}', 1),
(31, 'App\Entity\Project', 1, 7, '{}', 1), (32, 'App\Entity\User', 1, 1, '{}', NULL), (33, 'App\Entity\Timesheet', 7, 20, '{}', 3),
(34, 'App\Entity\Employee', 13, 11, '{}', 1), (35, 'App\Entity\Customer', 17, 16, '{}', 5), (36, 'App\Entity\Timesheet', 46, 32, '{}', 3),
(37, 'App\Entity\User', 7, 7, '{}', NULL), (38, 'App\Entity\LeaveRequest', 45, 21, '{}', 3), (39, 'App\Entity\User', 22, 22, '{}', NULL),
(40, 'App\Entity\Customer', 24, 12, '{}', 6), (41, 'App\Entity\Customer', 30, 30, '{}', 6), (42, 'App\Entity\User', 8, 8, '{}', NULL),
(43, 'App\Entity\User', 31, 31, '{}', NULL), (44, 'App\Entity\Project', 19, 1, '{}', 1), (45, 'App\Entity\User', 37, 37, '{}', NULL),
(46, 'App\Entity\Timesheet', 86, 11, '{}', 1), (47, 'App\Entity\Customer', 2, 20, '{}', 2), (48, 'App\Entity\LeaveRequest', 37, 36, '{}', 1),
(49, 'App\Entity\Timesheet', 79, 26, '{}', 2), (50, 'App\Entity\LeaveRequest', 1, 36, '{}', 1), (51, 'App\Entity\User', 4, 4, '{}', NULL),
(52, 'App\Entity\User', 22, 22, '{}', NULL), (53, 'App\Entity\Employee', 3, 20, '{}', 3), (54, 'App\Entity\Timesheet', 67, 22, '{}', 4),
(55, 'App\Entity\Project', 23, 35, '{}', 5), (56, 'App\Entity\User', 31, 31, '{}', NULL), (57, 'App\Entity\LeaveRequest', 10, 10, '{}', 4),
(58, 'App\Entity\Timesheet', 12, 2, '{}', 2), (59, 'App\Entity\Employee', 9, 32, '{}', 3), (60, 'App\Entity\Employee', 1, 13, '{}', 1),
(61, 'App\Entity\Project', 19, 28, '{}', 1), (62, 'App\Entity\Timesheet', 1, 16, '{}', 4), (63, 'App\Entity\Customer', 23, 35, '{}', 5),
(64, 'App\Entity\Employee', 12, 30, '{}', 6), (65, 'App\Entity\Employee', 30, 8, '{}', 6), (66, 'App\Entity\LeaveRequest', 54, 8, '{}', 6),
(67, 'App\Entity\Employee', 26, 12, '{}', 2), (68, 'App\Entity\Customer', 21, 20, '{}', 3), (69, 'App\Entity\Project', 2, 26, '{}', 2),
(70, 'App\Entity\Timesheet', 7, 21, '{}', 3), (71, 'App\Entity\Employee', 29, 35, '{}', 5), (72, 'App\Entity\Customer', 3, 9, '{}', 3),
(73, 'App\Entity\Timesheet', 20, 2, '{}', 2), (74, 'App\Entity\Timesheet', 11, 21, '{}', 3), (75, 'App\Entity\Project', 17, 17, '{}', 5),
(76, 'App\Entity\Customer', 29, 23, '{}', 5), (77, 'App\Entity\Timesheet', 88, 6, '{}', 6), (78, 'App\Entity\Project', 30, 30, '{}', 6),
(79, 'App\Entity\Timesheet', 85, 9, '{}', 3), (80, 'App\Entity\Customer', 22, 4, '{}', 4), (81, 'App\Entity\Customer', 28, 40, '{}', 4),
(82, 'App\Entity\User', 11, 11, '{}', NULL), (83, 'App\Entity\Customer', 8, 2, '{}', 2), (84, 'App\Entity\Customer', 20, 12, '{}', 2),
(85, 'App\Entity\Customer', 16, 4, '{}', 4), (86, 'App\Entity\LeaveRequest', 52, 34, '{}', 4), (87, 'App\Entity\Employee', 27, 33, '{}', 3),
(88, 'App\Entity\Employee', 8, 2, '{}', 2), (89, 'App\Entity\User', 34, 34, '{}', NULL), (90, 'App\Entity\Project', 14, 14, '{}', 2);
ALTER TABLE organizations ADD FOREIGN KEY (owner_id) REFERENCES kimai2_users;
