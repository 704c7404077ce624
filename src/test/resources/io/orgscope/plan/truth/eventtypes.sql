-- organizations Team.id owning_team_id
-- Booking: an event type is a user's or a team's, never both; people are members of several teams; a booking outlives its event type; credentials, webhooks and workflows hang on user, team or event type.
CREATE TABLE users (id int PRIMARY KEY, username text UNIQUE, email text UNIQUE NOT NULL, "defaultScheduleId" int, truth int);
CREATE TABLE "Team" (id int PRIMARY KEY, name text NOT NULL, slug text UNIQUE, "parentId" int REFERENCES "Team", metadata jsonb, truth int);
CREATE TABLE "Membership" (id int PRIMARY KEY, "teamId" int NOT NULL REFERENCES "Team" ON DELETE CASCADE, "userId" int NOT NULL REFERENCES users ON DELETE CASCADE, accepted boolean, role text, truth int, UNIQUE ("userId", "teamId"));
CREATE TABLE "App" (slug text PRIMARY KEY, "dirName" text UNIQUE, enabled boolean, truth int);
CREATE TABLE "Feature" (slug text PRIMARY KEY, enabled boolean, truth int);
CREATE TABLE "TeamFeatures" ("teamId" int NOT NULL REFERENCES "Team", "featureId" text NOT NULL REFERENCES "Feature", "assignedBy" text, truth int, PRIMARY KEY ("teamId", "featureId"));
CREATE TABLE "Schedule" (id int PRIMARY KEY, "userId" int NOT NULL REFERENCES users, name text, "timeZone" text, truth int);
CREATE TABLE "EventType" (id int PRIMARY KEY, title text NOT NULL, slug text NOT NULL, "userId" int REFERENCES users, "teamId" int REFERENCES "Team", "parentId" int REFERENCES "EventType", "scheduleId" int REFERENCES "Schedule", hidden boolean, CHECK ("userId" IS NULL OR "teamId" IS NULL), truth int);
CREATE TABLE "Host" ("userId" int NOT NULL REFERENCES users, "eventTypeId" int NOT NULL REFERENCES "EventType", "isFixed" boolean, truth int, PRIMARY KEY ("userId", "eventTypeId"));
CREATE TABLE "Availability" (id int PRIMARY KEY, "userId" int REFERENCES users, "eventTypeId" int REFERENCES "EventType", "scheduleId" int REFERENCES "Schedule", days int[], truth int);
CREATE TABLE "Credential" (id int PRIMARY KEY, type text, "userId" int REFERENCES users, "teamId" int REFERENCES "Team", "appId" text REFERENCES "App", truth int);
CREATE TABLE "DestinationCalendar" (id int PRIMARY KEY, integration text, "userId" int UNIQUE REFERENCES users, "eventTypeId" int UNIQUE REFERENCES "EventType", "credentialId" int REFERENCES "Credential", truth int);
CREATE TABLE "Booking" (id int PRIMARY KEY, uid text UNIQUE NOT NULL, "userId" int REFERENCES users, "eventTypeId" int REFERENCES "EventType" ON DELETE SET NULL, "fromReschedule" text, status text, metadata jsonb, truth int);
CREATE TABLE "Attendee" (id int PRIMARY KEY, email text NOT NULL, "bookingId" int REFERENCES "Booking" ON DELETE CASCADE, "timeZone" text, truth int);
CREATE TABLE "BookingReference" (id int PRIMARY KEY, type text, uid text, "bookingId" int REFERENCES "Booking", "credentialId" int, truth int);
CREATE TABLE "BookingInternalNote" (id int PRIMARY KEY, "bookingId" int NOT NULL REFERENCES "Booking", "createdById" int NOT NULL REFERENCES users, text text, truth int);
CREATE TABLE "Payment" (id int PRIMARY KEY, uid text UNIQUE, "bookingId" int NOT NULL REFERENCES "Booking", "appId" text REFERENCES "App", amount int, truth int);
CREATE TABLE "Webhook" (id text PRIMARY KEY, "userId" int REFERENCES users, "teamId" int REFERENCES "Team", "eventTypeId" int REFERENCES "EventType", "subscriberUrl" text, truth int);
CREATE TABLE "ApiKey" (id text PRIMARY KEY, "userId" int NOT NULL REFERENCES users, "teamId" int REFERENCES "Team", "hashedKey" text UNIQUE, truth int);
CREATE TABLE "Workflow" (id int PRIMARY KEY, name text, "userId" int REFERENCES users, "teamId" int REFERENCES "Team", truth int);
CREATE TABLE "WorkflowStep" (id int PRIMARY KEY, "workflowId" int NOT NULL REFERENCES "Workflow" ON DELETE CASCADE, action text, truth int);
CREATE TABLE "WorkflowsOnEventTypes" (id int PRIMARY KEY, "workflowId" int NOT NULL REFERENCES "Workflow", "eventTypeId" int NOT NULL REFERENCES "EventType", truth int);
CREATE TABLE "WorkflowReminder" (id int PRIMARY KEY, "bookingUid" text, "workflowStepId" int REFERENCES "WorkflowStep", "referenceId" text UNIQUE, truth int);
CREATE TABLE "App_RoutingForms_Form" (id text PRIMARY KEY, name text, "userId" int NOT NULL REFERENCES users, "teamId" int REFERENCES "Team", truth int);
CREATE TABLE "App_RoutingForms_FormResponse" (id int PRIMARY KEY, "formId" text NOT NULL REFERENCES "App_RoutingForms_Form", "formFillerId" text, "routedToBookingUid" text REFERENCES "Booking" (uid), truth int);
CREATE TABLE "VerificationToken" (id int PRIMARY KEY, identifier text, token text UNIQUE, "teamId" int REFERENCES "Team", truth int);
INSERT INTO users (id, username, email, "defaultScheduleId", truth) VALUES
(1, 'u1', 'u1@c', 1, NULL), (2, 'u2', 'u2@c', 2, NULL), (3, 'u3', 'u3@c', 3, NULL), (4, 'u4', 'u4@c', 4, NULL), (5, 'u5', 'u5@c', 5, NULL), (6, 'u6', 'u6@c', 6, NULL),
(7, 'u7', 'u7@c', 7, NULL), (8, 'u8', 'u8@c', 8, NULL), (9, 'u9', 'u9@c', 9, NULL), (10, 'u10', 'u10@c', 10, NULL), (11, 'u11', 'u11@c', 11, NULL),
(12, 'u12', 'u12@c', 12, NULL), (13, 'u13', 'u13@c', 13, NULL), (14, 'u14', 'u14@c', 14, NULL), (15, 'u15', 'u15@c', 15, NULL), (16, 'u16', 'u16@c', 16, NULL),
(17, 'u17', 'u17@c', 17, NULL), (18, 'u18', 'u18@c', 18, NULL), (19, 'u19', 'u19@c', 19, NULL), (20, 'u20', 'u20@c', 20, NULL), (21, 'u21', 'u21@c', 21, NULL),
(22, 'u22', 'u22@c', 22, NULL), (23, 'u23', 'u23@c', 23, NULL), (24, 'u24', 'u24@c', 24, NULL), (25, 'u25', 'u25@c', 25, NULL), (26, 'u26', 'u26@c', 26, NULL),
(27, 'u27', 'u27@c', 27, NULL), (28, 'u28', 'u28@c', 28, NULL), (29, 'u29', 'u29@c', 29, NULL), (30, 'u30', 'u30@c', 30, NULL), (31, 'u31', 'u31@c', 31, NULL),
(32, 'u32', 'u32@c', 32, NULL), (33, 'u33', 'u33@c', 33, NULL), (34, 'u34', 'u34@c', 34, NULL), (35, 'u35', 'u35@c', 35, NULL), (36, 'u36', 'u36@c', 36, NULL),
(37, 'u37', 'u37@c', 37, NULL), (38, 'u38', 'u38@c', 38, NULL), (39, 'u39', 'u39@c', 39, NULL), (40, 'u40', 'u40@c', 40, NULL);
-- Team: 7 and 8 are under 1, but keep house for themselves
INSERT INTO "Team" (id, name, slug, "parentId", metadata, truth) VALUES
(1, 'Team 1', 'team-1', NULL, '{}', NULL), (2, 'Team 2', 'team-2', NULL, '{}', NULL), (3, 'Team 3', 'team-3', NULL, '{}', NULL), (4, 'Team 4', 'team-4', NULL, '{}', NULL),
(5, 'Team 5', 'team-5', NULL, '{}', NULL), (6, 'Team 6', 'team-6', NULL, '{}', NULL), (7, 'Team 7', 'team-7', 1, '{}', NULL), (8, 'Team 8', 'team-8', 1, '{}', NULL);
INSERT INTO "Membership" (id, "teamId", "userId", accepted, role, truth) VALUES
(1, 1, 16, true, 'MEMBER', 1), (2, 1, 20, true, 'MEMBER', 1), (3, 1, 21, true, 'MEMBER', 1), (4, 1, 33, true, 'MEMBER', 1), (5, 2, 1, true, 'MEMBER', 2),
(6, 2, 3, true, 'MEMBER', 2), (7, 2, 7, false, 'MEMBER', 2), (8, 2, 11, true, 'MEMBER', 2), (9, 2, 17, true, 'MEMBER', 2), (10, 2, 18, true, 'MEMBER', 2),
(11, 2, 27, true, 'MEMBER', 2), (12, 2, 29, true, 'MEMBER', 2), (13, 2, 35, true, 'MEMBER', 2), (14, 3, 9, true, 'MEMBER', 3), (15, 3, 10, true, 'MEMBER', 3),
(16, 3, 13, true, 'MEMBER', 3), (17, 3, 36, false, 'MEMBER', 3), (18, 4, 9, true, 'MEMBER', 4), (19, 4, 22, true, 'MEMBER', 4), (20, 4, 24, true, 'MEMBER', 4),
(21, 4, 30, true, 'MEMBER', 4), (22, 5, 2, true, 'MEMBER', 5), (23, 5, 5, true, 'MEMBER', 5), (24, 5, 6, true, 'MEMBER', 5), (25, 5, 27, true, 'MEMBER', 5),
(26, 5, 28, true, 'MEMBER', 5), (27, 5, 34, true, 'MEMBER', 5), (28, 6, 12, true, 'MEMBER', 6), (29, 6, 15, true, 'MEMBER', 6), (30, 6, 19, false, 'MEMBER', 6),
(31, 6, 21, true, 'MEMBER', 6), (32, 6, 24, true, 'MEMBER', 6), (33, 6, 25, true, 'MEMBER', 6), (34, 6, 31, true, 'MEMBER', 6), (35, 6, 32, false, 'MEMBER', 6),
(36, 7, 3, true, 'MEMBER', 7), (37, 7, 6, true, 'MEMBER', 7), (38, 7, 14, true, 'MEMBER', 7), (39, 7, 18, true, 'MEMBER', 7), (40, 7, 30, true, 'MEMBER', 7),
(41, 7, 33, true, 'MEMBER', 7), (42, 7, 36, true, 'MEMBER', 7), (43, 8, 4, true, 'MEMBER', 8), (44, 8, 8, true, 'MEMBER', 8), (45, 8, 12, true, 'MEMBER', 8),
(46, 8, 15, true, 'MEMBER', 8), (47, 8, 23, true, 'MEMBER', 8), (48, 8, 26, true, 'MEMBER', 8);
INSERT INTO "App" (slug, "dirName", enabled, truth) VALUES
('app1', 'dir1', true, NULL), ('app2', 'dir2', true, NULL), ('app3', 'dir3', true, NULL), ('app4', 'dir4', true, NULL), ('app5', 'dir5', true, NULL),
('app6', 'dir6', true, NULL), ('app7', 'dir7', true, NULL), ('app8', 'dir8', true, NULL), ('app9', 'dir9', true, NULL), ('app10', 'dir10', true, NULL),
('app11', 'dir11', true, NULL), ('app12', 'dir12', true, NULL), ('app13', 'dir13', true, NULL), ('app14', 'dir14', true, NULL), ('app15', 'dir15', true, NULL),
('app16', 'dir16', true, NULL), ('app17', 'dir17', true, NULL), ('app18', 'dir18', true, NULL), ('app19', 'dir19', true, NULL), ('app20', 'dir20', true, NULL);
INSERT INTO "Feature" (slug, enabled, truth) VALUES
('feat1', false, NULL), ('feat2', true, NULL), ('feat3', false, NULL), ('feat4', true, NULL), ('feat5', false, NULL), ('feat6', true, NULL), ('feat7', false, NULL),
('feat8', true, NULL), ('feat9', false, NULL), ('feat10', true, NULL), ('feat11', false, NULL), ('feat12', true, NULL), ('feat13', false, NULL), ('feat14', true, NULL),
('feat15', false, NULL), ('feat16', true, NULL), ('feat17', false, NULL), ('feat18', true, NULL), ('feat19', false, NULL), ('feat20', true, NULL);
INSERT INTO "TeamFeatures" ("teamId", "featureId", "assignedBy", truth) VALUES
(1, 'feat4', 'admin', 1), (1, 'feat11', 'admin', 1), (1, 'feat19', 'admin', 1), (2, 'feat10', 'admin', 2), (2, 'feat20', 'admin', 2), (2, 'feat9', 'admin', 2),
(3, 'feat1', 'admin', 3), (3, 'feat3', 'admin', 3), (3, 'feat13', 'admin', 3), (4, 'feat16', 'admin', 4), (4, 'feat17', 'admin', 4), (4, 'feat12', 'admin', 4),
(5, 'feat18', 'admin', 5), (5, 'feat4', 'admin', 5), (5, 'feat7', 'admin', 5), (6, 'feat7', 'admin', 6), (6, 'feat20', 'admin', 6), (6, 'feat14', 'admin', 6),
(7, 'feat18', 'admin', 7), (7, 'feat9', 'admin', 7), (7, 'feat12', 'admin', 7), (8, 'feat20', 'admin', 8), (8, 'feat8', 'admin', 8), (8, 'feat18', 'admin', 8);
-- Schedule: a person's hours, good for every team
INSERT INTO "Schedule" (id, "userId", name, "timeZone", truth) VALUES
(1, 1, 's1', 'UTC', NULL), (2, 2, 's2', 'UTC', NULL), (3, 3, 's3', 'UTC', NULL), (4, 4, 's4', 'UTC', NULL), (5, 5, 's5', 'UTC', NULL), (6, 6, 's6', 'UTC', NULL),
(7, 7, 's7', 'UTC', NULL), (8, 8, 's8', 'UTC', NULL), (9, 9, 's9', 'UTC', NULL), (10, 10, 's10', 'UTC', NULL), (11, 11, 's11', 'UTC', NULL), (12, 12, 's12', 'UTC', NULL),
(13, 13, 's13', 'UTC', NULL), (14, 14, 's14', 'UTC', NULL), (15, 15, 's15', 'UTC', NULL), (16, 16, 's16', 'UTC', NULL), (17, 17, 's17', 'UTC', NULL),
(18, 18, 's18', 'UTC', NULL), (19, 19, 's19', 'UTC', NULL), (20, 20, 's20', 'UTC', NULL), (21, 21, 's21', 'UTC', NULL), (22, 22, 's22', 'UTC', NULL),
(23, 23, 's23', 'UTC', NULL), (24, 24, 's24', 'UTC', NULL), (25, 25, 's25', 'UTC', NULL), (26, 26, 's26', 'UTC', NULL), (27, 27, 's27', 'UTC', NULL),
(28, 28, 's28', 'UTC', NULL), (29, 29, 's29', 'UTC', NULL), (30, 30, 's30', 'UTC', NULL), (31, 31, 's31', 'UTC', NULL), (32, 32, 's32', 'UTC', NULL),
(33, 33, 's33', 'UTC', NULL), (34, 34, 's34', 'UTC', NULL), (35, 35, 's35', 'UTC', NULL), (36, 36, 's36', 'UTC', NULL), (37, 37, 's37', 'UTC', NULL),
(38, 38, 's38', 'UTC', NULL), (39, 39, 's39', 'UTC', NULL), (40, 40, 's40', 'UTC', NULL), (41, 1, 's41', 'UTC', NULL), (42, 2, 's42', 'UTC', NULL),
(43, 3, 's43', 'UTC', NULL), (44, 4, 's44', 'UTC', NULL), (45, 5, 's45', 'UTC', NULL), (46, 6, 's46', 'UTC', NULL), (47, 7, 's47', 'UTC', NULL),
(48, 8, 's48', 'UTC', NULL), (49, 9, 's49', 'UTC', NULL), (50, 10, 's50', 'UTC', NULL);
-- EventType: of its team; a person's own is of no team; a managed one has a person but is the child of a team's event type and locked by it, so the team's
INSERT INTO "EventType" (id, title, slug, "userId", "teamId", "parentId", "scheduleId", hidden, truth) VALUES
(1, 'E1', 'e1', NULL, 1, NULL, NULL, false, 1), (2, 'E2', 'e2', NULL, 2, NULL, NULL, false, 2), (3, 'E3', 'e3', NULL, 3, NULL, NULL, false, 3),
(4, 'E4', 'e4', NULL, 4, NULL, 26, false, 4), (5, 'E5', 'e5', NULL, 5, NULL, NULL, false, 5), (6, 'E6', 'e6', NULL, 6, NULL, NULL, false, 6),
(7, 'E7', 'e7', NULL, 7, NULL, NULL, false, 7), (8, 'E8', 'e8', NULL, 8, NULL, 14, false, 8), (9, 'E9', 'e9', NULL, 1, NULL, NULL, false, 1),
(10, 'E10', 'e10', NULL, 2, NULL, NULL, false, 2), (11, 'E11', 'e11', NULL, 3, NULL, NULL, false, 3), (12, 'E12', 'e12', NULL, 4, NULL, 44, false, 4),
(13, 'E13', 'e13', NULL, 5, NULL, NULL, false, 5), (14, 'E14', 'e14', NULL, 6, NULL, NULL, false, 6), (15, 'E15', 'e15', NULL, 7, NULL, NULL, false, 7),
(16, 'E16', 'e16', NULL, 8, NULL, 49, false, 8), (17, 'E17', 'e17', NULL, 1, NULL, NULL, false, 1), (18, 'E18', 'e18', NULL, 2, NULL, NULL, false, 2),
(19, 'E19', 'e19', NULL, 3, NULL, NULL, false, 3), (20, 'E20', 'e20', NULL, 4, NULL, 5, false, 4), (21, 'E21', 'e21', NULL, 5, NULL, NULL, false, 5),
(22, 'E22', 'e22', NULL, 6, NULL, NULL, false, 6), (23, 'E23', 'e23', NULL, 7, NULL, NULL, false, 7), (24, 'E24', 'e24', NULL, 8, NULL, 28, false, 8),
(25, 'E25', 'e25', NULL, 1, NULL, NULL, false, 1), (26, 'E26', 'e26', NULL, 2, NULL, NULL, false, 2), (27, 'E27', 'e27', NULL, 3, NULL, NULL, false, 3),
(28, 'E28', 'e28', NULL, 4, NULL, 8, false, 4), (29, 'E29', 'e29', NULL, 5, NULL, NULL, false, 5), (30, 'E30', 'e30', NULL, 6, NULL, NULL, false, 6),
(31, 'E31', 'e31', NULL, 7, NULL, NULL, false, 7), (32, 'E32', 'e32', NULL, 8, NULL, 20, false, 8), (33, 'E33', 'e33', 24, NULL, 6, NULL, false, 6),
(34, 'E34', 'e34', 10, NULL, 11, NULL, false, 3), (35, 'E35', 'e35', 8, NULL, 16, NULL, false, 8), (36, 'E36', 'e36', 5, NULL, 21, 36, false, 5),
(37, 'E37', 'e37', 35, NULL, 26, NULL, false, 2), (38, 'E38', 'e38', 14, NULL, 31, NULL, false, 7), (39, 'E39', 'e39', 22, NULL, 4, NULL, false, 4),
(40, 'E40', 'e40', 21, NULL, 9, 49, false, 1), (41, 'E41', 'e41', 19, NULL, 14, NULL, false, 6), (42, 'E42', 'e42', 13, NULL, 19, NULL, false, 3),
(43, 'E43', 'e43', 12, NULL, 24, NULL, false, 8), (44, 'E44', 'e44', 27, NULL, 29, 5, false, 5), (45, 'E45', 'e45', 29, NULL, 2, NULL, false, 2),
(46, 'E46', 'e46', 14, NULL, 7, NULL, false, 7), (47, 'E47', 'e47', 30, NULL, 12, NULL, false, 4), (48, 'E48', 'e48', 33, NULL, 17, 44, false, 1),
(49, 'E49', 'e49', 37, NULL, NULL, NULL, false, NULL), (50, 'E50', 'e50', 37, NULL, NULL, NULL, false, NULL), (51, 'E51', 'e51', 27, NULL, NULL, NULL, false, NULL),
(52, 'E52', 'e52', 6, NULL, NULL, 48, false, NULL), (53, 'E53', 'e53', 35, NULL, NULL, NULL, false, NULL), (54, 'E54', 'e54', 3, NULL, NULL, NULL, false, NULL),
(55, 'E55', 'e55', 15, NULL, NULL, NULL, false, NULL), (56, 'E56', 'e56', 33, NULL, NULL, 34, false, NULL), (57, 'E57', 'e57', 38, NULL, NULL, NULL, false, NULL),
(58, 'E58', 'e58', 29, NULL, NULL, NULL, false, NULL), (59, 'E59', 'e59', 37, NULL, NULL, NULL, false, NULL), (60, 'E60', 'e60', 9, NULL, NULL, 3, false, NULL),
(61, 'E61', 'e61', 12, NULL, NULL, NULL, false, NULL), (62, 'E62', 'e62', 26, NULL, NULL, NULL, false, NULL), (63, 'E63', 'e63', 21, NULL, NULL, NULL, false, NULL),
(64, 'E64', 'e64', 17, NULL, NULL, 18, false, NULL), (65, 'E65', 'e65', 13, NULL, NULL, NULL, false, NULL), (66, 'E66', 'e66', 28, NULL, NULL, NULL, false, NULL),
(67, 'E67', 'e67', 26, NULL, NULL, NULL, false, NULL), (68, 'E68', 'e68', 31, NULL, NULL, 6, false, NULL), (69, 'E69', 'e69', 6, NULL, NULL, NULL, false, NULL),
(70, 'E70', 'e70', 21, NULL, NULL, NULL, false, NULL);
INSERT INTO "Host" ("userId", "eventTypeId", "isFixed", truth) VALUES
(33, 1, false, 1), (20, 1, false, 1), (17, 2, false, 2), (3, 2, false, 2), (9, 3, false, 3), (36, 3, false, 3), (9, 4, false, 4), (24, 4, false, 4), (6, 5, false, 5),
(28, 5, false, 5), (32, 6, false, 6), (24, 6, false, 6), (6, 7, false, 7), (33, 7, false, 7), (4, 8, false, 8), (12, 8, false, 8), (16, 9, false, 1), (21, 9, false, 1),
(35, 10, false, 2), (18, 10, false, 2), (13, 11, false, 3), (36, 11, false, 3), (22, 12, false, 4), (30, 12, false, 4), (34, 13, false, 5), (27, 13, false, 5),
(19, 14, false, 6), (15, 14, false, 6), (14, 15, false, 7), (36, 15, false, 7), (23, 16, false, 8), (26, 16, false, 8), (33, 17, false, 1), (21, 17, false, 1),
(7, 18, false, 2), (1, 18, false, 2), (10, 19, false, 3), (9, 19, false, 3), (24, 20, false, 4), (30, 20, false, 4), (5, 21, false, 5), (28, 21, false, 5),
(21, 22, false, 6), (15, 22, false, 6), (3, 23, false, 7), (33, 23, false, 7), (12, 24, false, 8), (26, 24, false, 8), (20, 25, false, 1), (16, 25, false, 1),
(18, 26, false, 2), (29, 26, false, 2), (9, 27, false, 3), (13, 27, false, 3), (24, 28, false, 4), (30, 28, false, 4), (5, 29, false, 5), (2, 29, false, 5),
(31, 30, false, 6), (12, 30, false, 6), (14, 31, false, 7), (30, 31, false, 7), (8, 32, false, 8), (12, 32, false, 8);
-- Availability: hours of a schedule are the person's; those set on an event type go with the event type
INSERT INTO "Availability" (id, "userId", "eventTypeId", "scheduleId", days, truth) VALUES
(1, 1, NULL, 1, '{1,2,3}', NULL), (2, 2, NULL, 2, '{1,2,3}', NULL), (3, NULL, NULL, 3, '{1,2,3}', NULL), (4, NULL, 57, NULL, '{1,2}', NULL),
(5, 5, NULL, 5, '{1,2,3}', NULL), (6, NULL, NULL, 6, '{1,2,3}', NULL), (7, 7, NULL, 7, '{1,2,3}', NULL), (8, NULL, 57, NULL, '{1,2}', NULL),
(9, NULL, NULL, 9, '{1,2,3}', NULL), (10, 10, NULL, 10, '{1,2,3}', NULL), (11, 11, NULL, 11, '{1,2,3}', NULL), (12, NULL, 42, NULL, '{1,2}', 3),
(13, 13, NULL, 13, '{1,2,3}', NULL), (14, 14, NULL, 14, '{1,2,3}', NULL), (15, NULL, NULL, 15, '{1,2,3}', NULL), (16, NULL, 26, NULL, '{1,2}', 2),
(17, 17, NULL, 17, '{1,2,3}', NULL), (18, NULL, NULL, 18, '{1,2,3}', NULL), (19, 19, NULL, 19, '{1,2,3}', NULL), (20, NULL, 1, NULL, '{1,2}', 1),
(21, NULL, NULL, 21, '{1,2,3}', NULL), (22, 22, NULL, 22, '{1,2,3}', NULL), (23, 23, NULL, 23, '{1,2,3}', NULL), (24, NULL, 27, NULL, '{1,2}', 3),
(25, 25, NULL, 25, '{1,2,3}', NULL), (26, 26, NULL, 26, '{1,2,3}', NULL), (27, NULL, NULL, 27, '{1,2,3}', NULL), (28, NULL, 22, NULL, '{1,2}', 6),
(29, 29, NULL, 29, '{1,2,3}', NULL), (30, NULL, NULL, 30, '{1,2,3}', NULL), (31, 31, NULL, 31, '{1,2,3}', NULL), (32, NULL, 67, NULL, '{1,2}', NULL),
(33, NULL, NULL, 33, '{1,2,3}', NULL), (34, 34, NULL, 34, '{1,2,3}', NULL), (35, 35, NULL, 35, '{1,2,3}', NULL), (36, NULL, 27, NULL, '{1,2}', 3),
(37, 37, NULL, 37, '{1,2,3}', NULL), (38, 38, NULL, 38, '{1,2,3}', NULL), (39, NULL, NULL, 39, '{1,2,3}', NULL), (40, NULL, 54, NULL, '{1,2}', NULL),
(41, 1, NULL, 41, '{1,2,3}', NULL), (42, NULL, NULL, 42, '{1,2,3}', NULL), (43, 3, NULL, 43, '{1,2,3}', NULL), (44, NULL, 20, NULL, '{1,2}', 4),
(45, NULL, NULL, 45, '{1,2,3}', NULL), (46, 6, NULL, 46, '{1,2,3}', NULL), (47, 7, NULL, 47, '{1,2,3}', NULL), (48, NULL, 35, NULL, '{1,2}', 8),
(49, 9, NULL, 49, '{1,2,3}', NULL), (50, 10, NULL, 50, '{1,2,3}', NULL), (51, NULL, NULL, 1, '{1,2,3}', NULL), (52, NULL, 69, NULL, '{1,2}', NULL),
(53, 3, NULL, 3, '{1,2,3}', NULL), (54, NULL, NULL, 4, '{1,2,3}', NULL), (55, 5, NULL, 5, '{1,2,3}', NULL), (56, NULL, 63, NULL, '{1,2}', NULL),
(57, NULL, NULL, 7, '{1,2,3}', NULL), (58, 8, NULL, 8, '{1,2,3}', NULL), (59, 9, NULL, 9, '{1,2,3}', NULL), (60, NULL, 32, NULL, '{1,2}', 8),
(61, 11, NULL, 11, '{1,2,3}', NULL), (62, 12, NULL, 12, '{1,2,3}', NULL), (63, NULL, NULL, 13, '{1,2,3}', NULL), (64, NULL, 13, NULL, '{1,2}', 5),
(65, 15, NULL, 15, '{1,2,3}', NULL), (66, NULL, NULL, 16, '{1,2,3}', NULL), (67, 17, NULL, 17, '{1,2,3}', NULL), (68, NULL, 59, NULL, '{1,2}', NULL),
(69, NULL, NULL, 19, '{1,2,3}', NULL), (70, 20, NULL, 20, '{1,2,3}', NULL), (71, 21, NULL, 21, '{1,2,3}', NULL), (72, NULL, 22, NULL, '{1,2}', 6),
(73, 23, NULL, 23, '{1,2,3}', NULL), (74, 24, NULL, 24, '{1,2,3}', NULL), (75, NULL, NULL, 25, '{1,2,3}', NULL), (76, NULL, 7, NULL, '{1,2}', 7),
(77, 27, NULL, 27, '{1,2,3}', NULL), (78, NULL, NULL, 28, '{1,2,3}', NULL), (79, 29, NULL, 29, '{1,2,3}', NULL), (80, NULL, 3, NULL, '{1,2}', 3);
-- Credential: of the team that connected the app, or the person's
INSERT INTO "Credential" (id, type, "userId", "teamId", "appId", truth) VALUES
(1, 'google_calendar', 21, NULL, 'app15', NULL), (2, 'google_calendar', 39, NULL, 'app1', NULL), (3, 'stripe', NULL, 2, 'app18', 2),
(4, 'google_calendar', 25, NULL, 'app13', NULL), (5, 'google_calendar', 8, NULL, 'app11', NULL), (6, 'stripe', NULL, 1, 'app17', 1),
(7, 'google_calendar', 19, NULL, 'app4', NULL), (8, 'google_calendar', 11, NULL, 'app1', NULL), (9, 'stripe', NULL, 3, 'app13', 3),
(10, 'google_calendar', 17, NULL, 'app2', NULL), (11, 'google_calendar', 20, NULL, 'app10', NULL), (12, 'stripe', NULL, 2, 'app20', 2),
(13, 'google_calendar', 9, NULL, 'app15', NULL), (14, 'google_calendar', 6, NULL, 'app15', NULL), (15, 'stripe', NULL, 8, 'app13', 8),
(16, 'google_calendar', 21, NULL, 'app16', NULL), (17, 'google_calendar', 8, NULL, 'app5', NULL), (18, 'stripe', NULL, 1, 'app16', 1),
(19, 'google_calendar', 10, NULL, 'app19', NULL), (20, 'google_calendar', 30, NULL, 'app1', NULL), (21, 'stripe', NULL, 7, 'app13', 7),
(22, 'google_calendar', 37, NULL, 'app12', NULL), (23, 'google_calendar', 39, NULL, 'app20', NULL), (24, 'stripe', NULL, 1, 'app17', 1),
(25, 'google_calendar', 33, NULL, 'app14', NULL), (26, 'google_calendar', 37, NULL, 'app19', NULL), (27, 'stripe', NULL, 4, 'app12', 4),
(28, 'google_calendar', 2, NULL, 'app13', NULL), (29, 'google_calendar', 38, NULL, 'app15', NULL), (30, 'stripe', NULL, 4, 'app5', 4),
(31, 'google_calendar', 13, NULL, 'app9', NULL), (32, 'google_calendar', 12, NULL, 'app10', NULL), (33, 'stripe', NULL, 5, 'app17', 5),
(34, 'google_calendar', 21, NULL, 'app19', NULL), (35, 'google_calendar', 40, NULL, 'app14', NULL), (36, 'stripe', NULL, 3, 'app1', 3),
(37, 'google_calendar', 21, NULL, 'app13', NULL), (38, 'google_calendar', 18, NULL, 'app16', NULL), (39, 'stripe', NULL, 8, 'app6', 8),
(40, 'google_calendar', 17, NULL, 'app15', NULL), (41, 'google_calendar', 14, NULL, 'app15', NULL), (42, 'stripe', NULL, 2, 'app6', 2),
(43, 'google_calendar', 38, NULL, 'app12', NULL), (44, 'google_calendar', 38, NULL, 'app19', NULL), (45, 'stripe', NULL, 2, 'app6', 2),
(46, 'google_calendar', 21, NULL, 'app3', NULL), (47, 'google_calendar', 11, NULL, 'app13', NULL), (48, 'stripe', NULL, 5, 'app19', 5),
(49, 'google_calendar', 36, NULL, 'app19', NULL), (50, 'google_calendar', 1, NULL, 'app13', NULL);
-- DestinationCalendar: of the event type whose bookings it takes, also if the calendar is reached with a person's credential; a person's default one is the person's
INSERT INTO "DestinationCalendar" (id, integration, "userId", "eventTypeId", "credentialId", truth) VALUES
(1, 'google', NULL, 11, 25, 3), (2, 'google', NULL, 37, 35, 2), (3, 'google', NULL, 17, 32, 1), (4, 'google', NULL, 61, NULL, NULL), (5, 'google', NULL, 40, 20, 1),
(6, 'google', NULL, 43, 37, 8), (7, 'google', NULL, 50, 50, NULL), (8, 'google', NULL, 36, NULL, 5), (9, 'google', NULL, 2, 45, 2), (10, 'google', NULL, 6, 23, 6),
(11, 'google', NULL, 12, 11, 4), (12, 'google', NULL, 27, NULL, 3), (13, 'google', NULL, 39, 49, 4), (14, 'google', NULL, 35, 5, 8), (15, 'google', NULL, 31, 37, 7),
(16, 'google', NULL, 38, NULL, 7), (17, 'google', NULL, 65, 22, NULL), (18, 'google', NULL, 1, 24, 1), (19, 'google', NULL, 28, 5, 4),
(20, 'google', NULL, 58, NULL, NULL), (21, 'google', NULL, 25, 46, 1), (22, 'google', NULL, 22, 25, 6), (23, 'google', NULL, 24, 17, 8), (24, 'google', NULL, 3, NULL, 3),
(25, 'google', NULL, 68, 26, NULL), (26, 'google', NULL, 41, 20, 6), (27, 'google', NULL, 16, 22, 8), (28, 'google', NULL, 51, NULL, NULL),
(29, 'google', NULL, 47, 44, 4), (30, 'google', NULL, 7, 34, 7), (31, 'google', 34, NULL, NULL, NULL), (32, 'google', 25, NULL, 4, NULL),
(33, 'google', 40, NULL, 35, NULL), (34, 'google', 5, NULL, NULL, NULL), (35, 'google', 24, NULL, NULL, NULL), (36, 'google', 32, NULL, NULL, NULL),
(37, 'google', 6, NULL, 14, NULL), (38, 'google', 3, NULL, NULL, NULL), (39, 'google', 4, NULL, NULL, NULL), (40, 'google', 30, NULL, 20, NULL),
(41, 'google', 31, NULL, NULL, NULL), (42, 'google', 23, NULL, NULL, NULL), (43, 'google', 11, NULL, 8, NULL), (44, 'google', 18, NULL, 38, NULL),
(45, 'google', 10, NULL, 19, NULL), (46, 'google', 22, NULL, NULL, NULL), (47, 'google', 38, NULL, 29, NULL), (48, 'google', 16, NULL, NULL, NULL),
(49, 'google', 8, NULL, 5, NULL), (50, 'google', 21, NULL, 1, NULL);
-- Booking: of the event type booked. Where that was deleted: of the team that metadata still names; if it names none it was a person's own
INSERT INTO "Booking" (id, uid, "userId", "eventTypeId", "fromReschedule", status, metadata, truth) VALUES
(1, 'bk00613', 10, 34, NULL, 'accepted', '{}', 3), (2, 'bk01226', 16, 9, NULL, 'accepted', '{}', 1), (3, 'bk01839', 35, 53, NULL, 'accepted', '{}', NULL),
(4, 'bk02452', 14, 46, NULL, 'accepted', '{}', 7), (5, 'bk03065', 20, 25, NULL, 'accepted', '{}', 1), (6, 'bk03678', 28, 66, NULL, 'accepted', '{}', NULL),
(7, 'bk04291', 28, 21, NULL, 'accepted', '{}', 5), (8, 'bk04904', 6, 5, NULL, 'accepted', '{}', 5), (9, 'bk05517', 21, 70, NULL, 'accepted', '{}', NULL),
(10, 'bk06130', 19, 41, NULL, 'accepted', '{}', 6), (11, 'bk06743', 21, NULL, NULL, 'accepted', '{"teamId": 1}', 1), (12, 'bk07356', 21, 63, NULL, 'accepted', '{}', NULL),
(13, 'bk07969', 30, 15, NULL, 'accepted', '{}', 7), (14, 'bk08582', 30, 47, NULL, 'accepted', '{}', 4), (15, 'bk09195', 28, 66, 'bk03678', 'accepted', '{}', NULL),
(16, 'bk09808', 14, 38, NULL, 'accepted', '{}', 7), (17, 'bk10421', 27, 29, NULL, 'accepted', '{}', 5), (18, 'bk11034', 26, 62, NULL, 'accepted', '{}', NULL),
(19, 'bk11647', 10, 19, NULL, 'accepted', '{}', 3), (20, 'bk12260', 35, 18, NULL, 'accepted', '{}', 2), (21, 'bk12873', 31, 68, NULL, 'accepted', '{}', NULL),
(22, 'bk13486', 16, NULL, NULL, 'accepted', '{"teamId": 1}', 1), (23, 'bk14099', 30, 20, NULL, 'accepted', '{}', 4), (24, 'bk14712', 21, 70, NULL, 'accepted', '{}', NULL),
(25, 'bk15325', 5, 36, NULL, 'accepted', '{}', 5), (26, 'bk15938', 22, 4, NULL, 'accepted', '{}', 4), (27, 'bk16551', 6, 69, NULL, 'accepted', '{}', NULL),
(28, 'bk17164', 16, 25, NULL, 'accepted', '{}', 1), (29, 'bk17777', 15, 8, NULL, 'accepted', '{}', 8), (30, 'bk18390', 26, 62, NULL, 'accepted', '{}', NULL),
(31, 'bk19003', 34, 13, NULL, 'accepted', '{}', 5), (32, 'bk19616', 12, 24, NULL, 'accepted', '{}', 8), (33, 'bk20229', 12, NULL, NULL, 'accepted', '{}', NULL),
(34, 'bk20842', 24, 12, NULL, 'accepted', '{}', 4), (35, 'bk21455', 9, 11, NULL, 'accepted', '{}', 3), (36, 'bk22068', 9, 60, NULL, 'accepted', '{}', NULL),
(37, 'bk22681', 30, 47, 'bk08582', 'accepted', '{}', 4), (38, 'bk23294', 18, 10, NULL, 'accepted', '{}', 2), (39, 'bk23907', 21, 63, 'bk07356', 'accepted', '{}', NULL),
(40, 'bk24520', 6, 29, NULL, 'accepted', '{}', 5), (41, 'bk25133', 10, 19, 'bk11647', 'accepted', '{}', 3), (42, 'bk25746', 29, 58, NULL, 'accepted', '{}', NULL),
(43, 'bk26359', 30, 23, NULL, 'accepted', '{}', 7), (44, 'bk26972', 5, NULL, NULL, 'accepted', '{"teamId": 5}', 5),
(45, 'bk27585', 31, 68, 'bk12873', 'accepted', '{}', NULL), (46, 'bk28198', 14, 46, NULL, 'accepted', '{}', 7), (47, 'bk28811', 9, 12, 'bk20842', 'accepted', '{}', 4),
(48, 'bk29424', 38, 57, NULL, 'accepted', '{}', NULL), (49, 'bk30037', 10, 34, 'bk00613', 'accepted', '{}', 3), (50, 'bk30650', 19, 41, NULL, 'accepted', '{}', 6),
(51, 'bk31263', 27, 51, NULL, 'accepted', '{}', NULL), (52, 'bk31876', 27, 44, NULL, 'accepted', '{}', 5), (53, 'bk32489', 12, 43, NULL, 'accepted', '{}', 8),
(54, 'bk33102', 13, 65, NULL, 'accepted', '{}', NULL), (55, 'bk33715', 21, NULL, NULL, 'accepted', '{"teamId": 1}', 1), (56, 'bk34328', 33, 48, NULL, 'accepted', '{}', 1),
(57, 'bk34941', 17, 64, NULL, 'accepted', '{}', NULL), (58, 'bk35554', 15, 24, NULL, 'accepted', '{}', 8), (59, 'bk36167', 29, 45, NULL, 'accepted', '{}', 2),
(60, 'bk36780', 29, 58, NULL, 'accepted', '{}', NULL), (61, 'bk37393', 23, 24, 'bk35554', 'accepted', '{}', 8), (62, 'bk38006', 10, 19, NULL, 'accepted', '{}', 3),
(63, 'bk38619', 27, 51, 'bk31263', 'accepted', '{}', NULL), (64, 'bk39232', 29, 45, NULL, 'accepted', '{}', 2), (65, 'bk39845', 36, 27, NULL, 'accepted', '{}', 3),
(66, 'bk40458', 37, NULL, NULL, 'accepted', '{}', NULL), (67, 'bk41071', 33, 48, 'bk34328', 'accepted', '{}', 1), (68, 'bk41684', 10, 19, NULL, 'accepted', '{}', 3),
(69, 'bk42297', 37, 50, NULL, 'accepted', '{}', NULL), (70, 'bk42910', 3, 7, NULL, 'accepted', '{}', 7), (71, 'bk43523', 10, 19, 'bk11647', 'accepted', '{}', 3),
(72, 'bk44136', 26, 67, NULL, 'accepted', '{}', NULL), (73, 'bk44749', 10, 34, 'bk30037', 'accepted', '{}', 3), (74, 'bk45362', 33, 15, NULL, 'accepted', '{}', 7),
(75, 'bk45975', 3, 54, NULL, 'accepted', '{}', NULL), (76, 'bk46588', 25, 22, NULL, 'accepted', '{}', 6), (77, 'bk47201', 12, NULL, NULL, 'accepted', '{"teamId": 8}', 8),
(78, 'bk47814', 29, 58, NULL, 'accepted', '{}', NULL), (79, 'bk48427', 6, 7, 'bk42910', 'accepted', '{}', 7), (80, 'bk49040', 26, 32, NULL, 'accepted', '{}', 8),
(81, 'bk49653', 37, 50, 'bk42297', 'accepted', '{}', NULL), (82, 'bk50266', 6, 15, NULL, 'accepted', '{}', 7), (83, 'bk50879', 8, 35, NULL, 'accepted', '{}', 8),
(84, 'bk51492', 6, 69, NULL, 'accepted', '{}', NULL), (85, 'bk52105', 27, 44, 'bk31876', 'accepted', '{}', 5), (86, 'bk52718', 14, 46, NULL, 'accepted', '{}', 7),
(87, 'bk53331', 21, 70, 'bk14712', 'accepted', '{}', NULL), (88, 'bk53944', 35, NULL, NULL, 'accepted', '{"teamId": 2}', 2),
(89, 'bk54557', 22, 39, NULL, 'accepted', '{}', 4), (90, 'bk55170', 6, 69, NULL, 'accepted', '{}', NULL);
INSERT INTO "Attendee" (id, email, "bookingId", "timeZone", truth) VALUES
(1, 'g1@x', 1, 'UTC', 3), (2, 'g2@x', 2, 'UTC', 1), (3, 'g3@x', 3, 'UTC', NULL), (4, 'g4@x', 4, 'UTC', 7), (5, 'u36@c', 5, 'UTC', 1), (6, 'g6@x', 6, 'UTC', NULL),
(7, 'g7@x', 7, 'UTC', 5), (8, 'g8@x', 8, 'UTC', 5), (9, 'g9@x', 9, 'UTC', NULL), (10, 'u8@c', 10, 'UTC', 6), (11, 'g11@x', 11, 'UTC', 1), (12, 'g12@x', 12, 'UTC', NULL),
(13, 'g13@x', 13, 'UTC', 7), (14, 'g14@x', 14, 'UTC', 4), (15, 'u7@c', 15, 'UTC', NULL), (16, 'g16@x', 16, 'UTC', 7), (17, 'g17@x', 17, 'UTC', 5),
(18, 'g18@x', 18, 'UTC', NULL), (19, 'g19@x', 19, 'UTC', 3), (20, 'u37@c', 20, 'UTC', 2), (21, 'g21@x', 21, 'UTC', NULL), (22, 'g22@x', 22, 'UTC', 1),
(23, 'g23@x', 23, 'UTC', 4), (24, 'g24@x', 24, 'UTC', NULL), (25, 'u14@c', 25, 'UTC', 5), (26, 'g26@x', 26, 'UTC', 4), (27, 'g27@x', 27, 'UTC', NULL),
(28, 'g28@x', 28, 'UTC', 1), (29, 'g29@x', 29, 'UTC', 8), (30, 'u30@c', 30, 'UTC', NULL), (31, 'g31@x', 31, 'UTC', 5), (32, 'g32@x', 32, 'UTC', 8),
(33, 'g33@x', 33, 'UTC', NULL), (34, 'g34@x', 34, 'UTC', 4), (35, 'u24@c', 35, 'UTC', 3), (36, 'g36@x', 36, 'UTC', NULL), (37, 'g37@x', 37, 'UTC', 4),
(38, 'g38@x', 38, 'UTC', 2), (39, 'g39@x', 39, 'UTC', NULL), (40, 'u11@c', 40, 'UTC', 5), (41, 'g41@x', 41, 'UTC', 3), (42, 'g42@x', 42, 'UTC', NULL),
(43, 'g43@x', 43, 'UTC', 7), (44, 'g44@x', 44, 'UTC', 5), (45, 'u14@c', 45, 'UTC', NULL), (46, 'g46@x', 46, 'UTC', 7), (47, 'g47@x', 47, 'UTC', 4),
(48, 'g48@x', 48, 'UTC', NULL), (49, 'g49@x', 49, 'UTC', 3), (50, 'u36@c', 50, 'UTC', 6), (51, 'g51@x', 51, 'UTC', NULL), (52, 'g52@x', 52, 'UTC', 5),
(53, 'g53@x', 53, 'UTC', 8), (54, 'g54@x', 54, 'UTC', NULL), (55, 'u22@c', 55, 'UTC', 1), (56, 'g56@x', 56, 'UTC', 1), (57, 'g57@x', 57, 'UTC', NULL),
(58, 'g58@x', 58, 'UTC', 8), (59, 'g59@x', 59, 'UTC', 2), (60, 'u1@c', 60, 'UTC', NULL), (61, 'g61@x', 61, 'UTC', 8), (62, 'g62@x', 62, 'UTC', 3),
(63, 'g63@x', 63, 'UTC', NULL), (64, 'g64@x', 64, 'UTC', 2), (65, 'u26@c', 65, 'UTC', 3), (66, 'g66@x', 66, 'UTC', NULL), (67, 'g67@x', 67, 'UTC', 1),
(68, 'g68@x', 68, 'UTC', 3), (69, 'g69@x', 69, 'UTC', NULL), (70, 'u10@c', 70, 'UTC', 7), (71, 'g71@x', 71, 'UTC', 3), (72, 'g72@x', 72, 'UTC', NULL),
(73, 'g73@x', 73, 'UTC', 3), (74, 'g74@x', 74, 'UTC', 7), (75, 'u32@c', 75, 'UTC', NULL), (76, 'g76@x', 76, 'UTC', 6), (77, 'g77@x', 77, 'UTC', 8),
(78, 'g78@x', 78, 'UTC', NULL), (79, 'g79@x', 79, 'UTC', 7), (80, 'u22@c', 80, 'UTC', 8), (81, 'g81@x', 81, 'UTC', NULL), (82, 'g82@x', 82, 'UTC', 7),
(83, 'g83@x', 83, 'UTC', 8), (84, 'g84@x', 84, 'UTC', NULL), (85, 'u7@c', 85, 'UTC', 5), (86, 'g86@x', 86, 'UTC', 7), (87, 'g87@x', 87, 'UTC', NULL),
(88, 'g88@x', 88, 'UTC', 2), (89, 'g89@x', 89, 'UTC', 4), (90, 'u6@c', 90, 'UTC', NULL), (91, 'g91@x', 1, 'UTC', 3), (92, 'g92@x', 2, 'UTC', 1),
(93, 'g93@x', 3, 'UTC', NULL), (94, 'g94@x', 4, 'UTC', 7), (95, 'u23@c', 5, 'UTC', 1), (96, 'g96@x', 6, 'UTC', NULL), (97, 'g97@x', 7, 'UTC', 5),
(98, 'g98@x', 8, 'UTC', 5), (99, 'g99@x', 9, 'UTC', NULL), (100, 'u3@c', 10, 'UTC', 6);
-- BookingReference: of the booking; the credential with which it was put in a calendar is mostly the person's, or is gone
INSERT INTO "BookingReference" (id, type, uid, "bookingId", "credentialId", truth) VALUES
(1, 'google_calendar', 'r1', 56, 24, 1), (2, 'google_calendar', 'r2', 17, 48, 5), (3, 'google_calendar', 'r3', 16, 41, 7), (4, 'google_calendar', 'r4', 33, 32, NULL),
(5, 'google_calendar', 'r5', 12, NULL, NULL), (6, 'google_calendar', 'r6', 5, 18, 1), (7, 'google_calendar', 'r7', 38, 42, 2), (8, 'google_calendar', 'r8', 80, 15, 8),
(9, 'google_calendar', 'r9', 37, 30, 4), (10, 'google_calendar', 'r10', 58, NULL, 8), (11, 'google_calendar', 'r11', 84, 14, NULL),
(12, 'google_calendar', 'r12', 73, 19, 3), (13, 'google_calendar', 'r13', 37, 27, 4), (14, 'google_calendar', 'r14', 18, NULL, NULL),
(15, 'google_calendar', 'r15', 29, NULL, 8), (16, 'google_calendar', 'r16', 11, 18, 1), (17, 'google_calendar', 'r17', 55, 34, 1),
(18, 'google_calendar', 'r18', 60, NULL, NULL), (19, 'google_calendar', 'r19', 43, 21, 7), (20, 'google_calendar', 'r20', 71, NULL, 3),
(21, 'google_calendar', 'r21', 71, 19, 3), (22, 'google_calendar', 'r22', 9, 1, NULL), (23, 'google_calendar', 'r23', 26, 30, 4),
(24, 'google_calendar', 'r24', 40, 33, 5), (25, 'google_calendar', 'r25', 31, NULL, 5), (26, 'google_calendar', 'r26', 38, 42, 2),
(27, 'google_calendar', 'r27', 52, 33, 5), (28, 'google_calendar', 'r28', 77, 32, 8), (29, 'google_calendar', 'r29', 45, NULL, NULL),
(30, 'google_calendar', 'r30', 51, NULL, NULL), (31, 'google_calendar', 'r31', 30, NULL, NULL), (32, 'google_calendar', 'r32', 77, 39, 8),
(33, 'google_calendar', 'r33', 76, 4, 6), (34, 'google_calendar', 'r34', 43, 21, 7), (35, 'google_calendar', 'r35', 44, NULL, 5),
(36, 'google_calendar', 'r36', 26, 30, 4), (37, 'google_calendar', 'r37', 72, NULL, NULL), (38, 'google_calendar', 'r38', 7, 48, 5),
(39, 'google_calendar', 'r39', 75, NULL, NULL), (40, 'google_calendar', 'r40', 83, NULL, 8), (41, 'google_calendar', 'r41', 58, 39, 8),
(42, 'google_calendar', 'r42', 88, 45, 2), (43, 'google_calendar', 'r43', 47, 27, 4), (44, 'google_calendar', 'r44', 89, 30, 4),
(45, 'google_calendar', 'r45', 85, NULL, 5), (46, 'google_calendar', 'r46', 80, 39, 8), (47, 'google_calendar', 'r47', 8, 48, 5),
(48, 'google_calendar', 'r48', 51, NULL, NULL), (49, 'google_calendar', 'r49', 42, NULL, NULL), (50, 'google_calendar', 'r50', 64, NULL, 2),
(51, 'google_calendar', 'r51', 13, 20, 7), (52, 'google_calendar', 'r52', 36, 13, NULL), (53, 'google_calendar', 'r53', 40, 33, 5),
(54, 'google_calendar', 'r54', 18, NULL, NULL), (55, 'google_calendar', 'r55', 23, NULL, 4), (56, 'google_calendar', 'r56', 50, 7, 6),
(57, 'google_calendar', 'r57', 72, NULL, NULL), (58, 'google_calendar', 'r58', 20, 42, 2), (59, 'google_calendar', 'r59', 80, 39, 8),
(60, 'google_calendar', 'r60', 23, NULL, 4), (61, 'google_calendar', 'r61', 12, 16, NULL), (62, 'google_calendar', 'r62', 62, 19, 3),
(63, 'google_calendar', 'r63', 20, 45, 2), (64, 'google_calendar', 'r64', 47, 27, 4), (65, 'google_calendar', 'r65', 81, NULL, NULL),
(66, 'google_calendar', 'r66', 31, 33, 5), (67, 'google_calendar', 'r67', 83, 5, 8), (68, 'google_calendar', 'r68', 50, 7, 6),
(69, 'google_calendar', 'r69', 12, 37, NULL), (70, 'google_calendar', 'r70', 46, NULL, 7);
-- BookingInternalNote: of the booking
INSERT INTO "BookingInternalNote" (id, "bookingId", "createdById", text, truth) VALUES
(1, 53, 15, 'x', 8), (2, 38, 11, 'x', 2), (3, 85, 5, 'x', 5), (4, 11, 20, 'x', 1), (5, 67, 33, 'x', 1), (6, 70, 6, 'x', 7), (7, 68, 10, 'x', 3), (8, 52, 2, 'x', 5),
(9, 47, 22, 'x', 4), (10, 8, 34, 'x', 5), (11, 13, 36, 'x', 7), (12, 67, 20, 'x', 1), (13, 83, 12, 'x', 8), (14, 65, 9, 'x', 3), (15, 40, 5, 'x', 5), (16, 59, 17, 'x', 2),
(17, 44, 5, 'x', 5), (18, 68, 9, 'x', 3), (19, 29, 8, 'x', 8), (20, 85, 5, 'x', 5), (21, 19, 36, 'x', 3), (22, 77, 15, 'x', 8), (23, 26, 9, 'x', 4), (24, 10, 32, 'x', 6),
(25, 56, 20, 'x', 1), (26, 32, 4, 'x', 8), (27, 47, 9, 'x', 4), (28, 19, 36, 'x', 3), (29, 70, 18, 'x', 7), (30, 7, 27, 'x', 5);
INSERT INTO "Payment" (id, uid, "bookingId", "appId", amount, truth) VALUES
(1, 'pay1', 89, 'app2', 100, 4), (2, 'pay2', 74, 'app20', 200, 7), (3, 'pay3', 45, 'app20', 300, NULL), (4, 'pay4', 57, NULL, 400, NULL), (5, 'pay5', 67, 'app10', 500, 1),
(6, 'pay6', 25, 'app11', 600, 5), (7, 'pay7', 67, 'app8', 700, 1), (8, 'pay8', 62, NULL, 800, 3), (9, 'pay9', 63, 'app3', 900, NULL), (10, 'pay10', 31, 'app3', 1000, 5),
(11, 'pay11', 25, 'app18', 1100, 5), (12, 'pay12', 82, NULL, 1200, 7), (13, 'pay13', 38, 'app19', 1300, 2), (14, 'pay14', 57, 'app9', 1400, NULL),
(15, 'pay15', 23, 'app13', 1500, 4), (16, 'pay16', 3, NULL, 1600, NULL), (17, 'pay17', 52, 'app5', 1700, 5), (18, 'pay18', 11, 'app7', 1800, 1),
(19, 'pay19', 65, 'app6', 1900, 3), (20, 'pay20', 82, NULL, 2000, 7), (21, 'pay21', 10, 'app12', 2100, 6), (22, 'pay22', 52, 'app2', 2200, 5),
(23, 'pay23', 31, 'app13', 2300, 5), (24, 'pay24', 12, NULL, 2400, NULL), (25, 'pay25', 67, 'app2', 2500, 1), (26, 'pay26', 14, 'app4', 2600, 4),
(27, 'pay27', 89, 'app13', 2700, 4), (28, 'pay28', 71, NULL, 2800, 3), (29, 'pay29', 73, 'app2', 2900, 3), (30, 'pay30', 61, 'app16', 3000, 8),
(31, 'pay31', 77, 'app9', 3100, 8), (32, 'pay32', 74, NULL, 3200, 7), (33, 'pay33', 56, 'app12', 3300, 1), (34, 'pay34', 25, 'app12', 3400, 5),
(35, 'pay35', 30, 'app4', 3500, NULL), (36, 'pay36', 61, NULL, 3600, 8), (37, 'pay37', 66, 'app20', 3700, NULL), (38, 'pay38', 39, 'app16', 3800, NULL),
(39, 'pay39', 65, 'app1', 3900, 3), (40, 'pay40', 42, NULL, 4000, NULL);
-- Webhook: of the team, or of the event type it listens to, or the person's; without any it is the platform's
INSERT INTO "Webhook" (id, "userId", "teamId", "eventTypeId", "subscriberUrl", truth) VALUES
('wh1', NULL, 1, NULL, 'https://s/1', 1), ('wh2', NULL, 3, NULL, 'https://s/2', 3), ('wh3', NULL, NULL, 27, 'https://s/3', 3), ('wh4', NULL, NULL, 31, 'https://s/4', 7),
('wh5', 33, NULL, NULL, 'https://s/5', NULL), ('wh6', NULL, NULL, NULL, 'https://s/6', NULL), ('wh7', NULL, 3, NULL, 'https://s/7', 3),
('wh8', NULL, 4, NULL, 'https://s/8', 4), ('wh9', NULL, 3, NULL, 'https://s/9', 3), ('wh10', NULL, NULL, 12, 'https://s/10', 4),
('wh11', NULL, NULL, 68, 'https://s/11', NULL), ('wh12', 1, NULL, NULL, 'https://s/12', NULL), ('wh13', 20, NULL, NULL, 'https://s/13', NULL),
('wh14', NULL, 8, NULL, 'https://s/14', 8), ('wh15', NULL, 2, NULL, 'https://s/15', 2), ('wh16', NULL, 6, NULL, 'https://s/16', 6),
('wh17', NULL, NULL, 45, 'https://s/17', 2), ('wh18', NULL, NULL, 4, 'https://s/18', 4), ('wh19', 23, NULL, NULL, 'https://s/19', NULL),
('wh20', NULL, NULL, NULL, 'https://s/20', NULL), ('wh21', NULL, 8, NULL, 'https://s/21', 8), ('wh22', NULL, 1, NULL, 'https://s/22', 1),
('wh23', NULL, 1, NULL, 'https://s/23', 1), ('wh24', NULL, NULL, 21, 'https://s/24', 5), ('wh25', NULL, NULL, 62, 'https://s/25', NULL),
('wh26', 24, NULL, NULL, 'https://s/26', NULL), ('wh27', 23, NULL, NULL, 'https://s/27', NULL), ('wh28', NULL, 7, NULL, 'https://s/28', 7),
('wh29', NULL, 4, NULL, 'https://s/29', 4), ('wh30', NULL, 5, NULL, 'https://s/30', 5), ('wh31', NULL, NULL, 11, 'https://s/31', 3),
('wh32', NULL, NULL, 4, 'https://s/32', 4), ('wh33', 35, NULL, NULL, 'https://s/33', NULL), ('wh34', NULL, NULL, NULL, 'https://s/34', NULL),
('wh35', NULL, 4, NULL, 'https://s/35', 4), ('wh36', NULL, 7, NULL, 'https://s/36', 7), ('wh37', NULL, 8, NULL, 'https://s/37', 8),
('wh38', NULL, NULL, 23, 'https://s/38', 7), ('wh39', NULL, NULL, 8, 'https://s/39', 8), ('wh40', 38, NULL, NULL, 'https://s/40', NULL),
('wh41', 4, NULL, NULL, 'https://s/41', NULL), ('wh42', NULL, 2, NULL, 'https://s/42', 2), ('wh43', NULL, 5, NULL, 'https://s/43', 5),
('wh44', NULL, 7, NULL, 'https://s/44', 7), ('wh45', NULL, NULL, 22, 'https://s/45', 6), ('wh46', NULL, NULL, 21, 'https://s/46', 5),
('wh47', 33, NULL, NULL, 'https://s/47', NULL), ('wh48', NULL, NULL, NULL, 'https://s/48', NULL), ('wh49', NULL, 5, NULL, 'https://s/49', 5),
('wh50', NULL, 3, NULL, 'https://s/50', 3);
-- ApiKey: made by a person; with a team it is the team's, without it is good for the person only, though the person is in a team
INSERT INTO "ApiKey" (id, "userId", "teamId", "hashedKey", truth) VALUES
('ak1', 9, 3, 'h1', 3), ('ak2', 34, NULL, 'h2', NULL), ('ak3', 24, 4, 'h3', 4), ('ak4', 13, NULL, 'h4', NULL), ('ak5', 10, 3, 'h5', 3), ('ak6', 19, NULL, 'h6', NULL),
('ak7', 15, 6, 'h7', 6), ('ak8', 8, NULL, 'h8', NULL), ('ak9', 6, 7, 'h9', 7), ('ak10', 5, NULL, 'h10', NULL), ('ak11', 21, 1, 'h11', 1), ('ak12', 36, NULL, 'h12', NULL),
('ak13', 24, 4, 'h13', 4), ('ak14', 14, NULL, 'h14', NULL), ('ak15', 30, 7, 'h15', 7), ('ak16', 28, NULL, 'h16', NULL), ('ak17', 19, 6, 'h17', 6),
('ak18', 12, NULL, 'h18', NULL), ('ak19', 21, 1, 'h19', 1), ('ak20', 7, NULL, 'h20', NULL), ('ak21', 24, 6, 'h21', 6), ('ak22', 5, NULL, 'h22', NULL),
('ak23', 5, 5, 'h23', 5), ('ak24', 32, NULL, 'h24', NULL), ('ak25', 18, 7, 'h25', 7), ('ak26', 5, NULL, 'h26', NULL), ('ak27', 34, 5, 'h27', 5),
('ak28', 8, NULL, 'h28', NULL), ('ak29', 4, 8, 'h29', 8), ('ak30', 26, NULL, 'h30', NULL), ('ak31', 9, 4, 'h31', 4), ('ak32', 4, NULL, 'h32', NULL),
('ak33', 12, 6, 'h33', 6), ('ak34', 7, NULL, 'h34', NULL), ('ak35', 12, 8, 'h35', 8), ('ak36', 11, NULL, 'h36', NULL), ('ak37', 5, 5, 'h37', 5),
('ak38', 3, NULL, 'h38', NULL), ('ak39', 33, 1, 'h39', 1), ('ak40', 13, NULL, 'h40', NULL);
-- Workflow: a team's keeps the person who made it beside the team; with a person only it is that person's
INSERT INTO "Workflow" (id, name, "userId", "teamId", truth) VALUES
(1, 'w1', 24, 4, 4), (2, 'w2', NULL, 8, 8), (3, 'w3', 26, NULL, NULL), (4, 'w4', NULL, 8, 8), (5, 'w5', 9, 4, 4), (6, 'w6', 15, NULL, NULL), (7, 'w7', 34, 5, 5),
(8, 'w8', NULL, 3, 3), (9, 'w9', 37, NULL, NULL), (10, 'w10', NULL, 5, 5), (11, 'w11', 12, 6, 6), (12, 'w12', 11, NULL, NULL), (13, 'w13', 5, 5, 5),
(14, 'w14', NULL, 1, 1), (15, 'w15', 31, NULL, NULL), (16, 'w16', NULL, 3, 3), (17, 'w17', 16, 1, 1), (18, 'w18', 5, NULL, NULL), (19, 'w19', 9, 3, 3),
(20, 'w20', NULL, 8, 8), (21, 'w21', 15, NULL, NULL), (22, 'w22', NULL, 7, 7), (23, 'w23', 18, 7, 7), (24, 'w24', 34, NULL, NULL), (25, 'w25', 21, 1, 1),
(26, 'w26', NULL, 6, 6), (27, 'w27', 2, NULL, NULL), (28, 'w28', NULL, 3, 3), (29, 'w29', 6, 5, 5), (30, 'w30', 31, NULL, NULL), (31, 'w31', 20, 1, 1),
(32, 'w32', NULL, 6, 6), (33, 'w33', 13, NULL, NULL), (34, 'w34', NULL, 6, 6), (35, 'w35', 21, 1, 1), (36, 'w36', 37, NULL, NULL), (37, 'w37', 30, 4, 4),
(38, 'w38', NULL, 1, 1), (39, 'w39', 32, NULL, NULL), (40, 'w40', NULL, 6, 6);
INSERT INTO "WorkflowStep" (id, "workflowId", action, truth) VALUES
(1, 1, 'EMAIL_HOST', 4), (2, 2, 'EMAIL_HOST', 8), (3, 3, 'EMAIL_HOST', NULL), (4, 4, 'EMAIL_HOST', 8), (5, 5, 'EMAIL_HOST', 4), (6, 6, 'EMAIL_HOST', NULL),
(7, 7, 'EMAIL_HOST', 5), (8, 8, 'EMAIL_HOST', 3), (9, 9, 'EMAIL_HOST', NULL), (10, 10, 'EMAIL_HOST', 5), (11, 11, 'EMAIL_HOST', 6), (12, 12, 'EMAIL_HOST', NULL),
(13, 13, 'EMAIL_HOST', 5), (14, 14, 'EMAIL_HOST', 1), (15, 15, 'EMAIL_HOST', NULL), (16, 16, 'EMAIL_HOST', 3), (17, 17, 'EMAIL_HOST', 1), (18, 18, 'EMAIL_HOST', NULL),
(19, 19, 'EMAIL_HOST', 3), (20, 20, 'EMAIL_HOST', 8), (21, 21, 'EMAIL_HOST', NULL), (22, 22, 'EMAIL_HOST', 7), (23, 23, 'EMAIL_HOST', 7), (24, 24, 'EMAIL_HOST', NULL),
(25, 25, 'EMAIL_HOST', 1), (26, 26, 'EMAIL_HOST', 6), (27, 27, 'EMAIL_HOST', NULL), (28, 28, 'EMAIL_HOST', 3), (29, 29, 'EMAIL_HOST', 5), (30, 30, 'EMAIL_HOST', NULL),
(31, 31, 'EMAIL_HOST', 1), (32, 32, 'EMAIL_HOST', 6), (33, 33, 'EMAIL_HOST', NULL), (34, 34, 'EMAIL_HOST', 6), (35, 35, 'EMAIL_HOST', 1), (36, 36, 'EMAIL_HOST', NULL),
(37, 37, 'EMAIL_HOST', 4), (38, 38, 'EMAIL_HOST', 1), (39, 39, 'EMAIL_HOST', NULL), (40, 40, 'EMAIL_HOST', 6), (41, 1, 'EMAIL_HOST', 4), (42, 2, 'EMAIL_HOST', 8),
(43, 3, 'EMAIL_HOST', NULL), (44, 4, 'EMAIL_HOST', 8), (45, 5, 'EMAIL_HOST', 4), (46, 6, 'EMAIL_HOST', NULL), (47, 7, 'EMAIL_HOST', 5), (48, 8, 'EMAIL_HOST', 3),
(49, 9, 'EMAIL_HOST', NULL), (50, 10, 'EMAIL_HOST', 5), (51, 11, 'EMAIL_HOST', 6), (52, 12, 'EMAIL_HOST', NULL), (53, 13, 'EMAIL_HOST', 5), (54, 14, 'EMAIL_HOST', 1),
(55, 15, 'EMAIL_HOST', NULL), (56, 16, 'EMAIL_HOST', 3), (57, 17, 'EMAIL_HOST', 1), (58, 18, 'EMAIL_HOST', NULL), (59, 19, 'EMAIL_HOST', 3), (60, 20, 'EMAIL_HOST', 8);
-- WorkflowsOnEventTypes: switched on at the event type and goes with it; a few of team 1's workflows run on the event types of the teams under it, and a person's on a team's
INSERT INTO "WorkflowsOnEventTypes" (id, "workflowId", "eventTypeId", truth) VALUES
(1, 34, 6, 6), (2, 35, 17, 1), (3, 24, 51, NULL), (4, 9, 37, 2), (5, 21, 70, NULL), (6, 13, 13, 5), (7, 24, 58, NULL), (8, 33, 51, NULL), (9, 32, 6, 6), (10, 25, 38, 7),
(11, 15, 52, NULL), (12, 12, 66, NULL), (13, 13, 36, 5), (14, 15, 26, 2), (15, 14, 17, 1), (16, 24, 68, NULL), (17, 24, 52, NULL), (18, 36, 67, NULL), (19, 13, 13, 5),
(20, 17, 16, 8), (21, 37, 39, 4), (22, 1, 12, 4), (23, 15, 10, 2), (24, 36, 66, NULL), (25, 34, 14, 6), (26, 4, 8, 8), (27, 20, 32, 8), (28, 37, 20, 4),
(29, 27, 63, NULL), (30, 35, 23, 7), (31, 15, 45, 2), (32, 25, 1, 1), (33, 22, 7, 7), (34, 12, 68, NULL), (35, 37, 12, 4), (36, 39, 70, NULL), (37, 40, 33, 6),
(38, 7, 29, 5), (39, 2, 16, 8), (40, 31, 43, 8), (41, 29, 36, 5), (42, 16, 34, 3), (43, 23, 23, 7), (44, 21, 52, NULL), (45, 9, 50, NULL), (46, 3, 37, 2), (47, 10, 36, 5),
(48, 3, 50, NULL), (49, 9, 26, 2), (50, 35, 35, 8);
-- WorkflowReminder: sent about a booking and of the booking's team, also if the step is of the workflow of the team above or of a person; without a booking, the step's
INSERT INTO "WorkflowReminder" (id, "bookingUid", "workflowStepId", "referenceId", truth) VALUES
(1, 'bk33715', 35, 'ref1', 1), (2, 'bk34328', 14, 'ref2', 1), (3, 'bk54557', 1, 'ref3', 4), (4, 'bk38006', 48, 'ref4', 3), (5, 'bk44136', 33, 'ref5', NULL),
(6, 'bk49653', 49, 'ref6', NULL), (7, 'bk54557', 45, 'ref7', 4), (8, 'bk26359', 25, 'ref8', 7), (9, NULL, 26, 'ref9', 6), (10, 'bk14712', 18, 'ref10', NULL),
(11, 'bk06743', 54, 'ref11', 1), (12, 'bk06130', 51, 'ref12', 6), (13, 'bk39845', 56, 'ref13', 3), (14, 'bk26359', 22, 'ref14', 7), (15, 'bk26359', 23, 'ref15', 7),
(16, 'bk50879', 17, 'ref16', 8), (17, 'bk04291', 53, 'ref17', 5), (18, NULL, 40, 'ref18', 6), (19, 'bk09808', 23, 'ref19', 7), (20, 'bk36780', 30, 'ref20', NULL),
(21, 'bk48427', 23, 'ref21', 7), (22, 'bk29424', 24, 'ref22', NULL), (23, 'bk11034', 3, 'ref23', NULL), (24, 'bk48427', 38, 'ref24', 7), (25, 'bk45362', 22, 'ref25', 7),
(26, 'bk26972', 47, 'ref26', 5), (27, NULL, 37, 'ref27', 4), (28, 'bk23294', 3, 'ref28', 2), (29, 'bk23907', 18, 'ref29', NULL), (30, 'bk14712', 39, 'ref30', NULL),
(31, 'bk22068', 33, 'ref31', NULL), (32, 'bk45362', 25, 'ref32', 7), (33, 'bk43523', 48, 'ref33', 3), (34, 'bk49040', 44, 'ref34', 8), (35, 'bk14712', 18, 'ref35', NULL),
(36, NULL, 29, 'ref36', 5), (37, 'bk27585', 33, 'ref37', NULL), (38, 'bk40458', 18, 'ref38', NULL), (39, 'bk14712', 36, 'ref39', NULL), (40, 'bk09808', 17, 'ref40', 7),
(41, 'bk52718', 22, 'ref41', 7), (42, 'bk26359', 22, 'ref42', 7), (43, 'bk36780', 18, 'ref43', NULL), (44, 'bk38006', 8, 'ref44', 3), (45, NULL, 23, 'ref45', 7),
(46, 'bk12873', 43, 'ref46', NULL), (47, 'bk01226', 17, 'ref47', 1), (48, 'bk32489', 31, 'ref48', 8), (49, 'bk35554', 2, 'ref49', 8), (50, 'bk34941', 9, 'ref50', NULL),
(51, 'bk43523', 56, 'ref51', 3), (52, 'bk42910', 22, 'ref52', 7), (53, 'bk11647', 8, 'ref53', 3), (54, NULL, 27, 'ref54', NULL), (55, 'bk52105', 50, 'ref55', 5),
(56, 'bk48427', 57, 'ref56', 7), (57, 'bk18390', 33, 'ref57', NULL), (58, 'bk05517', 15, 'ref58', NULL), (59, 'bk13486', 35, 'ref59', 1), (60, 'bk31876', 29, 'ref60', 5);
-- App_RoutingForms_Form: of the team; without a team the person's
INSERT INTO "App_RoutingForms_Form" (id, name, "userId", "teamId", truth) VALUES
('form1', 'f1', 24, 4, 4), ('form2', 'f2', 3, 2, 2), ('form3', 'f3', 34, 5, 5), ('form4', 'f4', 30, NULL, NULL), ('form5', 'f5', 18, 2, 2), ('form6', 'f6', 6, 5, 5),
('form7', 'f7', 9, 3, 3), ('form8', 'f8', 12, NULL, NULL), ('form9', 'f9', 15, 6, 6), ('form10', 'f10', 4, 8, 8), ('form11', 'f11', 16, 1, 1),
('form12', 'f12', 14, NULL, NULL), ('form13', 'f13', 31, 6, 6), ('form14', 'f14', 12, 8, 8), ('form15', 'f15', 35, 2, 2), ('form16', 'f16', 16, NULL, NULL),
('form17', 'f17', 12, 8, 8), ('form18', 'f18', 6, 5, 5), ('form19', 'f19', 17, 2, 2), ('form20', 'f20', 37, NULL, NULL), ('form21', 'f21', 33, 1, 1),
('form22', 'f22', 21, 6, 6), ('form23', 'f23', 33, 7, 7), ('form24', 'f24', 36, NULL, NULL), ('form25', 'f25', 24, 6, 6), ('form26', 'f26', 34, 5, 5),
('form27', 'f27', 36, 3, 3), ('form28', 'f28', 26, NULL, NULL), ('form29', 'f29', 36, 7, 7), ('form30', 'f30', 32, 6, 6);
-- App_RoutingForms_FormResponse: of the form, even when it routed the visitor to another team's or a person's booking
INSERT INTO "App_RoutingForms_FormResponse" (id, "formId", "formFillerId", "routedToBookingUid", truth) VALUES
(1, 'form19', 'ff1', NULL, 2), (2, 'form17', 'ff2', 'bk19616', 8), (3, 'form18', 'ff3', NULL, 5), (4, 'form5', 'ff4', 'bk39232', 2), (5, 'form5', 'ff5', NULL, 2),
(6, 'form16', 'ff6', 'bk23907', NULL), (7, 'form18', 'ff7', NULL, 5), (8, 'form14', 'ff8', 'bk17777', 8), (9, 'form2', 'ff9', NULL, 2),
(10, 'form6', 'ff10', 'bk19003', 5), (11, 'form3', 'ff11', NULL, 5), (12, 'form26', 'ff12', 'bk22681', 5), (13, 'form23', 'ff13', NULL, 7),
(14, 'form8', 'ff14', 'bk27585', NULL), (15, 'form4', 'ff15', NULL, NULL), (16, 'form8', 'ff16', 'bk55170', NULL), (17, 'form4', 'ff17', NULL, NULL),
(18, 'form13', 'ff18', 'bk40458', 6), (19, 'form1', 'ff19', NULL, 4), (20, 'form5', 'ff20', 'bk23294', 2), (21, 'form3', 'ff21', NULL, 5),
(22, 'form1', 'ff22', 'bk20842', 4), (23, 'form9', 'ff23', NULL, 6), (24, 'form25', 'ff24', 'bk43523', 6), (25, 'form26', 'ff25', NULL, 5),
(26, 'form1', 'ff26', 'bk54557', 4), (27, 'form23', 'ff27', NULL, 7), (28, 'form1', 'ff28', 'bk20842', 4), (29, 'form13', 'ff29', NULL, 6),
(30, 'form10', 'ff30', 'bk19003', 8), (31, 'form2', 'ff31', NULL, 2), (32, 'form6', 'ff32', 'bk52105', 5), (33, 'form6', 'ff33', NULL, 5),
(34, 'form13', 'ff34', 'bk46588', 6), (35, 'form1', 'ff35', NULL, 4), (36, 'form26', 'ff36', 'bk41071', 5), (37, 'form2', 'ff37', NULL, 2),
(38, 'form30', 'ff38', 'bk46588', 6), (39, 'form19', 'ff39', NULL, 2), (40, 'form13', 'ff40', 'bk30650', 6), (41, 'form10', 'ff41', NULL, 8),
(42, 'form10', 'ff42', 'bk28198', 8), (43, 'form21', 'ff43', NULL, 1), (44, 'form4', 'ff44', 'bk36780', NULL), (45, 'form20', 'ff45', NULL, NULL),
(46, 'form12', 'ff46', 'bk44136', NULL), (47, 'form7', 'ff47', NULL, 3), (48, 'form27', 'ff48', 'bk30650', 3), (49, 'form29', 'ff49', NULL, 7),
(50, 'form6', 'ff50', 'bk10421', 5), (51, 'form12', 'ff51', NULL, NULL), (52, 'form25', 'ff52', 'bk06130', 6), (53, 'form23', 'ff53', NULL, 7),
(54, 'form13', 'ff54', 'bk48427', 6), (55, 'form16', 'ff55', NULL, NULL), (56, 'form8', 'ff56', 'bk31263', NULL), (57, 'form2', 'ff57', NULL, 2),
(58, 'form21', 'ff58', 'bk03065', 1), (59, 'form16', 'ff59', NULL, NULL), (60, 'form23', 'ff60', 'bk02452', 7);
-- VerificationToken: an invitation is the team's, a sign-up is nobody's
INSERT INTO "VerificationToken" (id, identifier, token, "teamId", truth) VALUES
(1, 'v1@', 'vt1', 3, 3), (2, 'v2@', 'vt2', 5, 5), (3, 'v3@', 'vt3', NULL, NULL), (4, 'v4@', 'vt4', 4, 4), (5, 'v5@', 'vt5', 3, 3), (6, 'v6@', 'vt6', NULL, NULL),
(7, 'v7@', 'vt7', 6, 6), (8, 'v8@', 'vt8', 7, 7), (9, 'v9@', 'vt9', NULL, NULL), (10, 'v10@', 'vt10', 7, 7), (11, 'v11@', 'vt11', 3, 3), (12, 'v12@', 'vt12', NULL, NULL),
(13, 'v13@', 'vt13', 3, 3), (14, 'v14@', 'vt14', 2, 2), (15, 'v15@', 'vt15', NULL, NULL), (16, 'v16@', 'vt16', 4, 4), (17, 'v17@', 'vt17', 8, 8),
(18, 'v18@', 'vt18', NULL, NULL), (19, 'v19@', 'vt19', 6, 6), (20, 'v20@', 'vt20', 8, 8), (21, 'v21@', 'vt21', NULL, NULL), (22, 'v22@', 'vt22', 8, 8),
(23, 'v23@', 'vt23', 4, 4), (24, 'v24@', 'vt24', NULL, NULL), (25, 'v25@', 'vt25', 2, 2), (26, 'v26@', 'vt26', 8, 8), (27, 'v27@', 'vt27', NULL, NULL),
(28, 'v28@', 'vt28', 5, 5), (29, 'v29@', 'vt29', 1, 1), (30, 'v30@', 'vt30', NULL, NULL);
