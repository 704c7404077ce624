-- organizations accounts.id account_id
-- A helpdesk: agents answer for several accounts, an inbox is handed from one account to another, channels hang behind a polymorphic pair; hardly a foreign key is declared.
CREATE TABLE accounts (id bigint PRIMARY KEY, name varchar NOT NULL, locale int DEFAULT 0, status int DEFAULT 0, truth bigint);
CREATE TABLE users (id bigint PRIMARY KEY, email varchar UNIQUE NOT NULL, display_name varchar, type varchar, truth bigint);
CREATE TABLE account_users (id bigint PRIMARY KEY, account_id bigint NOT NULL, user_id bigint NOT NULL, role int DEFAULT 0, inviter_id bigint, active_at timestamp, truth bigint, UNIQUE (account_id, user_id));
CREATE TABLE installation_configs (id bigint PRIMARY KEY, name varchar UNIQUE NOT NULL, serialized_value jsonb, truth bigint);
CREATE TABLE platform_apps (id bigint PRIMARY KEY, name varchar NOT NULL, truth bigint);
CREATE TABLE agent_bots (id bigint PRIMARY KEY, name varchar, outgoing_url varchar, account_id bigint REFERENCES accounts, truth bigint);
CREATE TABLE access_tokens (id bigint PRIMARY KEY, owner_type varchar, owner_id bigint, token varchar UNIQUE, truth bigint);
CREATE TABLE channel_web_widgets (id bigint PRIMARY KEY, website_url varchar, website_token varchar UNIQUE, truth bigint);
CREATE TABLE channel_email (id bigint PRIMARY KEY, email varchar UNIQUE, forward_to_email varchar, truth bigint);
CREATE TABLE inboxes (id bigint PRIMARY KEY, channel_id bigint NOT NULL, channel_type varchar NOT NULL, account_id bigint NOT NULL, name varchar, truth bigint);
CREATE TABLE inbox_members (id bigint PRIMARY KEY, user_id bigint NOT NULL, inbox_id bigint NOT NULL, truth bigint, UNIQUE (inbox_id, user_id));
CREATE TABLE agent_bot_inboxes (id bigint PRIMARY KEY, inbox_id bigint NOT NULL, agent_bot_id bigint NOT NULL, status int, truth bigint);
CREATE TABLE companies (id bigint PRIMARY KEY, account_id bigint NOT NULL, name varchar, domain varchar, customer_account_id bigint, truth bigint);
CREATE TABLE contacts (id bigint PRIMARY KEY, account_id bigint NOT NULL REFERENCES accounts ON DELETE CASCADE, company_id bigint, email varchar, identifier varchar, truth bigint);
CREATE TABLE contact_inboxes (id bigint PRIMARY KEY, contact_id bigint NOT NULL, inbox_id bigint NOT NULL, source_id varchar, truth bigint, UNIQUE (inbox_id, source_id));
CREATE TABLE teams (id bigint PRIMARY KEY, account_id bigint NOT NULL REFERENCES accounts, name varchar, truth bigint);
CREATE TABLE team_members (id bigint PRIMARY KEY, team_id bigint NOT NULL REFERENCES teams, user_id bigint NOT NULL REFERENCES users, truth bigint);
CREATE TABLE conversations (id bigint PRIMARY KEY, inbox_id bigint NOT NULL, contact_inbox_id bigint, assignee_id bigint, team_id bigint REFERENCES teams, status int, display_id int, truth bigint);
CREATE TABLE messages (id bigint PRIMARY KEY, conversation_id bigint NOT NULL, inbox_id bigint NOT NULL, content text, sender_type varchar, sender_id bigint, truth bigint);
CREATE TABLE attachments (id bigint PRIMARY KEY, message_id bigint NOT NULL, file_type int, external_url varchar, truth bigint);
CREATE TABLE tags (id int PRIMARY KEY, name varchar UNIQUE, taggings_count int DEFAULT 0, truth bigint);
CREATE TABLE taggings (id int PRIMARY KEY, tag_id int REFERENCES tags, taggable_type varchar, taggable_id bigint, context varchar, truth bigint);
CREATE TABLE canned_responses (id bigint PRIMARY KEY, account_id bigint, short_code varchar, content text, truth bigint);
CREATE TABLE custom_filters (id bigint PRIMARY KEY, name varchar, user_id bigint NOT NULL, query jsonb NOT NULL, truth bigint);
CREATE TABLE notifications (id bigint PRIMARY KEY, user_id bigint NOT NULL, primary_actor_type varchar NOT NULL, primary_actor_id bigint NOT NULL, read_at timestamp, truth bigint);
CREATE TABLE audits (id bigint PRIMARY KEY, auditable_type varchar, auditable_id bigint, associated_type varchar, associated_id bigint, user_id bigint, action varchar, truth bigint);
INSERT INTO accounts (id, name, locale, status, truth) VALUES
(1, 'Acct 1', 3, 0, NULL), (2, 'Acct 2', 3, 0, NULL), (3, 'Acct 3', 3, 0, NULL), (4, 'Acct 4', 1, 0, NULL), (5, 'Acct 5', 1, 0, NULL), (6, 'Acct 6', 3, 0, NULL);
-- users: an agent signs in once and may work for several accounts
INSERT INTO users (id, email, display_name, type, truth) VALUES
(1, 'agent1@x.io', 'A1', NULL, NULL), (2, 'agent2@x.io', 'A2', NULL, NULL), (3, 'agent3@x.io', 'A3', NULL, NULL), (4, 'agent4@x.io', 'A4', NULL, NULL),
(5, 'agent5@x.io', 'A5', NULL, NULL), (6, 'agent6@x.io', 'A6', NULL, NULL), (7, 'agent7@x.io', 'A7', NULL, NULL), (8, 'agent8@x.io', 'A8', NULL, NULL),
(9, 'agent9@x.io', 'A9', NULL, NULL), (10, 'agent10@x.io', 'A10', NULL, NULL), (11, 'agent11@x.io', 'A11', NULL, NULL), (12, 'agent12@x.io', 'A12', NULL, NULL),
(13, 'agent13@x.io', 'A13', NULL, NULL), (14, 'agent14@x.io', 'A14', NULL, NULL), (15, 'agent15@x.io', 'A15', NULL, NULL), (16, 'agent16@x.io', 'A16', NULL, NULL),
(17, 'agent17@x.io', 'A17', NULL, NULL), (18, 'agent18@x.io', 'A18', NULL, NULL), (19, 'agent19@x.io', 'A19', NULL, NULL), (20, 'agent20@x.io', 'A20', NULL, NULL),
(21, 'agent21@x.io', 'A21', NULL, NULL), (22, 'agent22@x.io', 'A22', NULL, NULL), (23, 'agent23@x.io', 'A23', NULL, NULL), (24, 'agent24@x.io', 'A24', NULL, NULL),
(25, 'agent25@x.io', 'A25', NULL, NULL), (26, 'agent26@x.io', 'A26', NULL, NULL), (27, 'agent27@x.io', 'A27', NULL, NULL), (28, 'agent28@x.io', 'A28', NULL, NULL),
(29, 'agent29@x.io', 'A29', NULL, NULL), (30, 'agent30@x.io', 'A30', 'SuperAdmin', NULL);
INSERT INTO account_users (id, account_id, user_id, role, inviter_id, truth) VALUES
(1, 1, 4, 0, NULL, 1), (2, 1, 8, 1, NULL, 1), (3, 1, 12, 1, 8, 1), (4, 1, 21, 1, 22, 1), (5, 1, 22, 1, 4, 1), (6, 1, 23, 0, 4, 1), (7, 1, 25, 1, 25, 1),
(8, 1, 29, 1, 21, 1), (9, 2, 3, 1, 20, 2), (10, 2, 7, 1, 23, 2), (11, 2, 20, 0, 27, 2), (12, 2, 23, 0, 23, 2), (13, 2, 24, 1, 24, 2), (14, 2, 27, 0, 7, 2),
(15, 2, 28, 0, 23, 2), (16, 3, 6, 0, 26, 3), (17, 3, 26, 0, 28, 3), (18, 3, 28, 0, 30, 3), (19, 3, 30, 0, 26, 3), (20, 4, 5, 0, 5, 4), (21, 4, 14, 1, NULL, 4),
(22, 4, 15, 1, 5, 4), (23, 4, 25, 0, 14, 4), (24, 4, 26, 0, 15, 4), (25, 4, 29, 1, 26, 4), (26, 4, 30, 1, NULL, 4), (27, 5, 2, 0, NULL, 5), (28, 5, 9, 0, 20, 5),
(29, 5, 13, 0, NULL, 5), (30, 5, 18, 0, NULL, 5), (31, 5, 20, 0, NULL, 5), (32, 5, 21, 0, 24, 5), (33, 5, 24, 1, 24, 5), (34, 5, 27, 0, 2, 5), (35, 5, 28, 1, 24, 5),
(36, 5, 29, 1, 29, 5), (37, 6, 1, 1, 11, 6), (38, 6, 10, 0, 30, 6), (39, 6, 11, 0, 16, 6), (40, 6, 16, 0, 22, 6), (41, 6, 17, 1, 1, 6), (42, 6, 19, 0, 11, 6),
(43, 6, 22, 0, 30, 6), (44, 6, 30, 1, 11, 6);
INSERT INTO installation_configs (id, name, serialized_value, truth) VALUES
(1, 'CONF_1', '{"value": 1}', NULL), (2, 'CONF_2', '{"value": 2}', NULL), (3, 'CONF_3', '{"value": 3}', NULL), (4, 'CONF_4', '{"value": 4}', NULL),
(5, 'CONF_5', '{"value": 5}', NULL), (6, 'CONF_6', '{"value": 6}', NULL), (7, 'CONF_7', '{"value": 7}', NULL), (8, 'CONF_8', '{"value": 8}', NULL),
(9, 'CONF_9', '{"value": 9}', NULL), (10, 'CONF_10', '{"value": 10}', NULL), (11, 'CONF_11', '{"value": 11}', NULL), (12, 'CONF_12', '{"value": 12}', NULL),
(13, 'CONF_13', '{"value": 13}', NULL), (14, 'CONF_14', '{"value": 14}', NULL), (15, 'CONF_15', '{"value": 15}', NULL), (16, 'CONF_16', '{"value": 16}', NULL),
(17, 'CONF_17', '{"value": 17}', NULL), (18, 'CONF_18', '{"value": 18}', NULL), (19, 'CONF_19', '{"value": 19}', NULL), (20, 'CONF_20', '{"value": 20}', NULL);
INSERT INTO platform_apps (id, name, truth) VALUES
(1, 'app 1', NULL), (2, 'app 2', NULL), (3, 'app 3', NULL), (4, 'app 4', NULL);
-- agent_bots: bots without account ship with the installation, every account may use them
INSERT INTO agent_bots (id, name, outgoing_url, account_id, truth) VALUES
(1, 'bot1', 'https://b/1', 5, 5), (2, 'bot2', 'https://b/2', 1, 1), (3, 'bot3', 'https://b/3', 1, 1), (4, 'bot4', 'https://b/4', NULL, NULL),
(5, 'bot5', 'https://b/5', 4, 4), (6, 'bot6', 'https://b/6', 3, 3), (7, 'bot7', 'https://b/7', 6, 6), (8, 'bot8', 'https://b/8', NULL, NULL),
(9, 'bot9', 'https://b/9', 3, 3), (10, 'bot10', 'https://b/10', 1, 1), (11, 'bot11', 'https://b/11', 1, 1), (12, 'bot12', 'https://b/12', NULL, NULL),
(13, 'bot13', 'https://b/13', 5, 5), (14, 'bot14', 'https://b/14', 6, 6), (15, 'bot15', 'https://b/15', 1, 1), (16, 'bot16', 'https://b/16', NULL, NULL),
(17, 'bot17', 'https://b/17', 4, 4), (18, 'bot18', 'https://b/18', 1, 1), (19, 'bot19', 'https://b/19', 6, 6), (20, 'bot20', 'https://b/20', NULL, NULL);
-- access_tokens: a token of a user is the user's, good for all accounts; one of a platform app is the installation's; one of a bot goes with the bot
INSERT INTO access_tokens (id, owner_type, owner_id, token, truth) VALUES
(1, 'User', 1, 'tkUser1', NULL), (2, 'User', 2, 'tkUser2', NULL), (3, 'User', 3, 'tkUser3', NULL), (4, 'User', 4, 'tkUser4', NULL), (5, 'User', 5, 'tkUser5', NULL),
(6, 'User', 6, 'tkUser6', NULL), (7, 'User', 7, 'tkUser7', NULL), (8, 'User', 8, 'tkUser8', NULL), (9, 'User', 9, 'tkUser9', NULL), (10, 'User', 10, 'tkUser10', NULL),
(11, 'User', 11, 'tkUser11', NULL), (12, 'User', 12, 'tkUser12', NULL), (13, 'User', 13, 'tkUser13', NULL), (14, 'User', 14, 'tkUser14', NULL),
(15, 'User', 15, 'tkUser15', NULL), (16, 'User', 16, 'tkUser16', NULL), (17, 'User', 17, 'tkUser17', NULL), (18, 'User', 18, 'tkUser18', NULL),
(19, 'User', 19, 'tkUser19', NULL), (20, 'User', 20, 'tkUser20', NULL), (21, 'User', 21, 'tkUser21', NULL), (22, 'User', 22, 'tkUser22', NULL),
(23, 'User', 23, 'tkUser23', NULL), (24, 'User', 24, 'tkUser24', NULL), (25, 'User', 25, 'tkUser25', NULL), (26, 'User', 26, 'tkUser26', NULL),
(27, 'User', 27, 'tkUser27', NULL), (28, 'User', 28, 'tkUser28', NULL), (29, 'User', 29, 'tkUser29', NULL), (30, 'User', 30, 'tkUser30', NULL),
(31, 'AgentBot', 1, 'tkAgentBot1', 5), (32, 'AgentBot', 2, 'tkAgentBot2', 1), (33, 'AgentBot', 3, 'tkAgentBot3', 1), (34, 'AgentBot', 4, 'tkAgentBot4', NULL),
(35, 'AgentBot', 5, 'tkAgentBot5', 4), (36, 'AgentBot', 6, 'tkAgentBot6', 3), (37, 'AgentBot', 7, 'tkAgentBot7', 6), (38, 'AgentBot', 8, 'tkAgentBot8', NULL),
(39, 'AgentBot', 9, 'tkAgentBot9', 3), (40, 'AgentBot', 10, 'tkAgentBot10', 1), (41, 'AgentBot', 11, 'tkAgentBot11', 1), (42, 'AgentBot', 12, 'tkAgentBot12', NULL),
(43, 'AgentBot', 13, 'tkAgentBot13', 5), (44, 'AgentBot', 14, 'tkAgentBot14', 6), (45, 'AgentBot', 15, 'tkAgentBot15', 1), (46, 'AgentBot', 16, 'tkAgentBot16', NULL),
(47, 'AgentBot', 17, 'tkAgentBot17', 4), (48, 'AgentBot', 18, 'tkAgentBot18', 1), (49, 'AgentBot', 19, 'tkAgentBot19', 6), (50, 'AgentBot', 20, 'tkAgentBot20', NULL),
(51, 'PlatformApp', 1, 'tkPlatformApp1', NULL), (52, 'PlatformApp', 2, 'tkPlatformApp2', NULL), (53, 'PlatformApp', 3, 'tkPlatformApp3', NULL),
(54, 'PlatformApp', 4, 'tkPlatformApp4', NULL);
-- channel_web_widgets: a channel is of the account of the inbox that it serves
INSERT INTO channel_web_widgets (id, website_url, website_token, truth) VALUES
(1, 'https://w1', 'wt1', 3), (2, 'https://w3', 'wt3', 3), (3, 'https://w5', 'wt5', 1), (4, 'https://w7', 'wt7', 5), (5, 'https://w9', 'wt9', 6),
(6, 'https://w11', 'wt11', 6), (7, 'https://w13', 'wt13', 6), (8, 'https://w15', 'wt15', 3), (9, 'https://w17', 'wt17', 1), (10, 'https://w19', 'wt19', 4),
(11, 'https://w21', 'wt21', 4), (12, 'https://w23', 'wt23', 4), (13, 'https://w25', 'wt25', 1), (14, 'https://w27', 'wt27', 6), (15, 'https://w29', 'wt29', 4),
(16, 'https://w31', 'wt31', 1), (17, 'https://w33', 'wt33', 1), (18, 'https://w35', 'wt35', 1);
-- channel_email: a channel is of the account of the inbox that it serves
INSERT INTO channel_email (id, email, forward_to_email, truth) VALUES
(1, 'in2@mail', 'f2@mail', 3), (2, 'in4@mail', 'f4@mail', 1), (3, 'in6@mail', 'f6@mail', 4), (4, 'in8@mail', 'f8@mail', 4), (5, 'in10@mail', 'f10@mail', 1),
(6, 'in12@mail', 'f12@mail', 6), (7, 'in14@mail', 'f14@mail', 2), (8, 'in16@mail', 'f16@mail', 3), (9, 'in18@mail', 'f18@mail', 6), (10, 'in20@mail', 'f20@mail', 2),
(11, 'in22@mail', 'f22@mail', 1), (12, 'in24@mail', 'f24@mail', 5), (13, 'in26@mail', 'f26@mail', 5), (14, 'in28@mail', 'f28@mail', 4), (15, 'in30@mail', 'f30@mail', 5),
(16, 'in32@mail', 'f32@mail', 5), (17, 'in34@mail', 'f34@mail', 1), (18, 'in36@mail', 'f36@mail', 6);
-- inboxes: 3, 8 and 20 were handed over from one account to another when a brand was sold
INSERT INTO inboxes (id, channel_id, channel_type, account_id, name, truth) VALUES
(1, 1, 'Channel::WebWidget', 3, 'inbox 1', 3), (2, 1, 'Channel::Email', 3, 'inbox 2', 3), (3, 2, 'Channel::WebWidget', 3, 'inbox 3', 3),
(4, 2, 'Channel::Email', 1, 'inbox 4', 1), (5, 3, 'Channel::WebWidget', 1, 'inbox 5', 1), (6, 3, 'Channel::Email', 4, 'inbox 6', 4),
(7, 4, 'Channel::WebWidget', 5, 'inbox 7', 5), (8, 4, 'Channel::Email', 4, 'inbox 8', 4), (9, 5, 'Channel::WebWidget', 6, 'inbox 9', 6),
(10, 5, 'Channel::Email', 1, 'inbox 10', 1), (11, 6, 'Channel::WebWidget', 6, 'inbox 11', 6), (12, 6, 'Channel::Email', 6, 'inbox 12', 6),
(13, 7, 'Channel::WebWidget', 6, 'inbox 13', 6), (14, 7, 'Channel::Email', 2, 'inbox 14', 2), (15, 8, 'Channel::WebWidget', 3, 'inbox 15', 3),
(16, 8, 'Channel::Email', 3, 'inbox 16', 3), (17, 9, 'Channel::WebWidget', 1, 'inbox 17', 1), (18, 9, 'Channel::Email', 6, 'inbox 18', 6),
(19, 10, 'Channel::WebWidget', 4, 'inbox 19', 4), (20, 10, 'Channel::Email', 2, 'inbox 20', 2), (21, 11, 'Channel::WebWidget', 4, 'inbox 21', 4),
(22, 11, 'Channel::Email', 1, 'inbox 22', 1), (23, 12, 'Channel::WebWidget', 4, 'inbox 23', 4), (24, 12, 'Channel::Email', 5, 'inbox 24', 5),
(25, 13, 'Channel::WebWidget', 1, 'inbox 25', 1), (26, 13, 'Channel::Email', 5, 'inbox 26', 5), (27, 14, 'Channel::WebWidget', 6, 'inbox 27', 6),
(28, 14, 'Channel::Email', 4, 'inbox 28', 4), (29, 15, 'Channel::WebWidget', 4, 'inbox 29', 4), (30, 15, 'Channel::Email', 5, 'inbox 30', 5),
(31, 16, 'Channel::WebWidget', 1, 'inbox 31', 1), (32, 16, 'Channel::Email', 5, 'inbox 32', 5), (33, 17, 'Channel::WebWidget', 1, 'inbox 33', 1),
(34, 17, 'Channel::Email', 1, 'inbox 34', 1), (35, 18, 'Channel::WebWidget', 1, 'inbox 35', 1), (36, 18, 'Channel::Email', 6, 'inbox 36', 6);
INSERT INTO inbox_members (id, user_id, inbox_id, truth) VALUES
(1, 6, 1, 3), (2, 26, 1, 3), (3, 30, 2, 3), (4, 28, 2, 3), (5, 28, 3, 3), (6, 26, 3, 3), (7, 29, 4, 1), (8, 21, 4, 1), (9, 29, 5, 1), (10, 25, 5, 1), (11, 26, 6, 4),
(12, 5, 6, 4), (13, 28, 7, 5), (14, 29, 7, 5), (15, 5, 8, 4), (16, 15, 8, 4), (17, 10, 9, 6), (18, 16, 9, 6), (19, 4, 10, 1), (20, 8, 10, 1), (21, 10, 11, 6),
(22, 16, 11, 6), (23, 30, 12, 6), (24, 11, 12, 6), (25, 1, 13, 6), (26, 11, 13, 6), (27, 20, 14, 2), (28, 7, 14, 2), (29, 26, 15, 3), (30, 28, 15, 3), (31, 26, 16, 3),
(32, 30, 16, 3), (33, 29, 17, 1), (34, 21, 17, 1), (35, 16, 18, 6), (36, 11, 18, 6), (37, 25, 19, 4), (38, 29, 19, 4), (39, 20, 20, 2), (40, 7, 20, 2), (41, 29, 21, 4),
(42, 25, 21, 4), (43, 21, 22, 1), (44, 8, 22, 1), (45, 25, 23, 4), (46, 14, 23, 4), (47, 29, 24, 5), (48, 21, 24, 5), (49, 21, 25, 1), (50, 8, 25, 1), (51, 13, 26, 5),
(52, 27, 26, 5), (53, 19, 27, 6), (54, 22, 27, 6), (55, 30, 28, 4), (56, 5, 28, 4), (57, 29, 29, 4), (58, 5, 29, 4), (59, 20, 30, 5), (60, 13, 30, 5), (61, 8, 31, 1),
(62, 21, 31, 1), (63, 27, 32, 5), (64, 20, 32, 5), (65, 21, 33, 1), (66, 25, 33, 1), (67, 25, 34, 1), (68, 21, 34, 1), (69, 29, 35, 1), (70, 23, 35, 1), (71, 19, 36, 6),
(72, 30, 36, 6);
INSERT INTO agent_bot_inboxes (id, inbox_id, agent_bot_id, status, truth) VALUES
(1, 1, 20, 1, 3), (2, 3, 8, 0, 3), (3, 4, 2, 1, 1), (4, 6, 20, 0, 4), (5, 7, 16, 1, 5), (6, 9, 16, 1, 6), (7, 10, 20, 0, 1), (8, 12, 8, 1, 6), (9, 13, 20, 0, 6),
(10, 15, 4, 1, 3), (11, 16, 6, 0, 3), (12, 18, 4, 0, 6), (13, 19, 12, 0, 4), (14, 21, 17, 1, 4), (15, 22, 3, 0, 1), (16, 24, 4, 1, 5), (17, 25, 10, 0, 1),
(18, 27, 4, 1, 6), (19, 28, 16, 0, 4), (20, 30, 4, 0, 5), (21, 31, 10, 1, 1), (22, 33, 16, 0, 1), (23, 34, 12, 0, 1), (24, 36, 7, 1, 6);
-- companies: the address book of an account; some of the customers have an account here themselves
INSERT INTO companies (id, account_id, name, domain, customer_account_id, truth) VALUES
(1, 6, 'Co 1', 'co1.com', NULL, 6), (2, 4, 'Co 2', 'co2.com', NULL, 4), (3, 2, 'Co 3', 'co3.com', NULL, 2), (4, 4, 'Co 4', 'co4.com', NULL, 4),
(5, 4, 'Co 5', 'co5.com', 5, 4), (6, 2, 'Co 6', 'co6.com', NULL, 2), (7, 6, 'Co 7', 'co7.com', NULL, 6), (8, 1, 'Co 8', 'co8.com', NULL, 1),
(9, 4, 'Co 9', 'co9.com', NULL, 4), (10, 5, 'Co 10', 'co10.com', 6, 5), (11, 5, 'Co 11', 'co11.com', NULL, 5), (12, 6, 'Co 12', 'co12.com', NULL, 6),
(13, 5, 'Co 13', 'co13.com', NULL, 5), (14, 3, 'Co 14', 'co14.com', NULL, 3), (15, 4, 'Co 15', 'co15.com', 5, 4), (16, 3, 'Co 16', 'co16.com', NULL, 3),
(17, 6, 'Co 17', 'co17.com', NULL, 6), (18, 2, 'Co 18', 'co18.com', NULL, 2), (19, 1, 'Co 19', 'co19.com', NULL, 1), (20, 6, 'Co 20', 'co20.com', 1, 6),
(21, 6, 'Co 21', 'co21.com', NULL, 6), (22, 6, 'Co 22', 'co22.com', NULL, 6), (23, 1, 'Co 23', 'co23.com', NULL, 1), (24, 2, 'Co 24', 'co24.com', NULL, 2),
(25, 2, 'Co 25', 'co25.com', 3, 2), (26, 4, 'Co 26', 'co26.com', NULL, 4), (27, 1, 'Co 27', 'co27.com', NULL, 1), (28, 3, 'Co 28', 'co28.com', NULL, 3),
(29, 5, 'Co 29', 'co29.com', NULL, 5), (30, 3, 'Co 30', 'co30.com', 4, 3);
INSERT INTO contacts (id, account_id, company_id, email, identifier, truth) VALUES
(1, 1, 8, 'c1@y', NULL, 1), (2, 2, 3, 'c2@y', NULL, 2), (3, 3, 28, 'c3@y', 'ext3', 3), (4, 4, NULL, 'c4@y', NULL, 4), (5, 5, NULL, 'c5@y', NULL, 5),
(6, 6, 1, 'c6@y', 'ext6', 6), (7, 1, 8, 'c7@y', NULL, 1), (8, 2, 3, 'c8@y', NULL, 2), (9, 3, 28, 'c9@y', 'ext9', 3), (10, 4, NULL, 'c10@y', NULL, 4),
(11, 5, NULL, 'c11@y', NULL, 5), (12, 6, 20, 'c12@y', 'ext12', 6), (13, 1, NULL, 'c13@y', NULL, 1), (14, 2, NULL, 'c14@y', NULL, 2), (15, 3, NULL, 'c15@y', 'ext15', 3),
(16, 4, 9, 'c16@y', NULL, 4), (17, 5, NULL, 'c17@y', NULL, 5), (18, 6, NULL, 'c18@y', 'ext18', 6), (19, 2, 25, 'c19@y', NULL, 2), (20, 3, NULL, 'c20@y', NULL, 3),
(21, 5, NULL, 'c21@y', 'ext21', 5), (22, 5, NULL, 'c22@y', NULL, 5), (23, 5, 29, 'c23@y', NULL, 5), (24, 5, 11, 'c24@y', 'ext24', 5), (25, 5, NULL, 'c25@y', NULL, 5),
(26, 5, 29, 'c26@y', NULL, 5), (27, 5, 10, 'c27@y', 'ext27', 5), (28, 5, 10, 'c28@y', NULL, 5), (29, 5, NULL, 'c29@y', NULL, 5), (30, 5, NULL, 'c30@y', 'ext30', 5),
(31, 5, 10, 'c31@y', NULL, 5), (32, 6, 20, 'c32@y', NULL, 6), (33, 4, 9, 'c33@y', 'ext33', 4), (34, 3, 30, 'c34@y', NULL, 3), (35, 2, 24, 'c35@y', NULL, 2),
(36, 5, 11, 'c36@y', 'ext36', 5), (37, 4, NULL, 'c37@y', NULL, 4), (38, 3, 14, 'c38@y', NULL, 3), (39, 1, 19, 'c39@y', 'ext39', 1), (40, 1, NULL, 'c40@y', NULL, 1),
(41, 3, NULL, 'c41@y', NULL, 3), (42, 2, NULL, 'c42@y', 'ext42', 2), (43, 1, 8, 'c43@y', NULL, 1), (44, 5, NULL, 'c44@y', NULL, 5), (45, 6, 20, 'c45@y', 'ext45', 6),
(46, 4, 26, 'c46@y', NULL, 4), (47, 4, NULL, 'c47@y', NULL, 4), (48, 5, 11, 'c48@y', 'ext48', 5), (49, 6, NULL, 'c49@y', NULL, 6), (50, 2, NULL, 'c50@y', NULL, 2),
(51, 5, NULL, 'c51@y', 'ext51', 5), (52, 2, 18, 'c52@y', NULL, 2), (53, 2, 18, 'c53@y', NULL, 2), (54, 2, 6, 'c54@y', 'ext54', 2), (55, 1, 19, 'c55@y', NULL, 1),
(56, 2, NULL, 'c56@y', NULL, 2), (57, 3, 30, 'c57@y', 'ext57', 3), (58, 4, NULL, 'c58@y', NULL, 4), (59, 6, 17, 'c59@y', NULL, 6), (60, 6, NULL, 'c60@y', 'ext60', 6),
(61, 1, 23, 'c61@y', NULL, 1), (62, 3, 28, 'c62@y', NULL, 3), (63, 5, NULL, 'c63@y', 'ext63', 5), (64, 2, NULL, 'c64@y', NULL, 2), (65, 4, 2, 'c65@y', NULL, 4),
(66, 5, NULL, 'c66@y', 'ext66', 5), (67, 5, 11, 'c67@y', NULL, 5), (68, 2, 6, 'c68@y', NULL, 2), (69, 2, NULL, 'c69@y', 'ext69', 2), (70, 6, 1, 'c70@y', NULL, 6),
(71, 2, NULL, 'c71@y', NULL, 2), (72, 4, 2, 'c72@y', 'ext72', 4), (73, 3, 30, 'c73@y', NULL, 3), (74, 5, 11, 'c74@y', NULL, 5), (75, 5, 10, 'c75@y', 'ext75', 5),
(76, 2, 24, 'c76@y', NULL, 2), (77, 3, NULL, 'c77@y', NULL, 3), (78, 4, NULL, 'c78@y', 'ext78', 4), (79, 5, 10, 'c79@y', NULL, 5), (80, 3, NULL, 'c80@y', NULL, 3);
-- contact_inboxes: of the contact; in the inboxes that were handed over the contacts from before the sale stayed with the seller
INSERT INTO contact_inboxes (id, contact_id, inbox_id, source_id, truth) VALUES
(1, 80, 1, 's948653595592', 3), (2, 77, 1, 's446417125072', 3), (3, 73, 2, 's208733714710', 3), (4, 62, 2, 's1080547692960', 3), (5, 56, 3, 's840975304317', 2),
(6, 34, 3, 's1001927891024', 3), (7, 7, 4, 's819241109796', 1), (8, 13, 4, 's1029996043274', 1), (9, 55, 5, 's984119665057', 1), (10, 43, 5, 's592189410065', 1),
(11, 46, 6, 's475741801251', 4), (12, 16, 6, 's225080963077', 4), (13, 79, 7, 's78103196152', 5), (14, 28, 7, 's516691821666', 5), (15, 9, 8, 's975003079652', 3),
(16, 46, 8, 's704334174020', 4), (17, 6, 9, 's297349636242', 6), (18, 45, 9, 's237674108314', 6), (19, 55, 10, 's200014803962', 1), (20, 7, 10, 's564314009578', 1),
(21, 60, 11, 's234686742295', 6), (22, 12, 11, 's437063344031', 6), (23, 6, 12, 's674802793036', 6), (24, 12, 12, 's260871137622', 6), (25, 45, 13, 's439992111319', 6),
(26, 70, 13, 's833440366279', 6), (27, 50, 14, 's415100040400', 2), (28, 2, 14, 's283890677155', 2), (29, 34, 15, 's993321532191', 3), (30, 38, 15, 's595067966648', 3),
(31, 62, 16, 's1062642285270', 3), (32, 62, 16, 's930152385035', 3), (33, 7, 17, 's488071547706', 1), (34, 7, 17, 's655194751012', 1), (35, 6, 18, 's1023861890734', 6),
(36, 18, 18, 's517053514075', 6), (37, 16, 19, 's544840964201', 4), (38, 65, 19, 's655459991027', 4), (39, 1, 20, 's1036932143126', 1), (40, 76, 20, 's311044554677', 2),
(41, 65, 21, 's658841831605', 4), (42, 37, 21, 's581390719059', 4), (43, 40, 22, 's719335049703', 1), (44, 40, 22, 's1020315197830', 1), (45, 37, 23, 's788829124430', 4),
(46, 37, 23, 's13000270338', 4), (47, 25, 24, 's45465699013', 5), (48, 67, 24, 's447349136667', 5), (49, 55, 25, 's983774248325', 1), (50, 43, 25, 's437005892001', 1),
(51, 11, 26, 's1089125308444', 5), (52, 79, 26, 's351948764364', 5), (53, 12, 27, 's995563075284', 6), (54, 32, 27, 's792118738511', 6), (55, 58, 28, 's1070524562173', 4),
(56, 33, 28, 's571425787699', 4), (57, 10, 29, 's893083778342', 4), (58, 58, 29, 's1074361865017', 4), (59, 25, 30, 's775686655556', 5), (60, 21, 30, 's683116265324', 5),
(61, 55, 31, 's130806186911', 1), (62, 39, 31, 's59533096319', 1), (63, 29, 32, 's169771895521', 5), (64, 21, 32, 's486891674913', 5), (65, 13, 33, 's458135104510', 1),
(66, 61, 33, 's290344303151', 1), (67, 55, 34, 's856261945507', 1), (68, 13, 34, 's321919116051', 1), (69, 13, 35, 's529304944973', 1), (70, 7, 35, 's981412690652', 1),
(71, 45, 36, 's557419361894', 6), (72, 49, 36, 's297532808118', 6);
INSERT INTO teams (id, account_id, name, truth) VALUES
(1, 1, 't1', 1), (2, 2, 't2', 2), (3, 3, 't3', 3), (4, 4, 't4', 4), (5, 5, 't5', 5), (6, 6, 't6', 6), (7, 1, 't7', 1), (8, 2, 't8', 2), (9, 3, 't9', 3), (10, 4, 't10', 4),
(11, 5, 't11', 5), (12, 6, 't12', 6), (13, 1, 't13', 1), (14, 2, 't14', 2), (15, 3, 't15', 3), (16, 4, 't16', 4), (17, 5, 't17', 5), (18, 6, 't18', 6), (19, 1, 't19', 1),
(20, 2, 't20', 2);
INSERT INTO team_members (id, team_id, user_id, truth) VALUES
(1, 1, 21, 1), (2, 1, 23, 1), (3, 2, 20, 2), (4, 2, 7, 2), (5, 3, 26, 3), (6, 3, 6, 3), (7, 4, 26, 4), (8, 4, 29, 4), (9, 5, 18, 5), (10, 5, 2, 5), (11, 6, 1, 6),
(12, 6, 30, 6), (13, 7, 22, 1), (14, 7, 12, 1), (15, 8, 23, 2), (16, 8, 3, 2), (17, 9, 6, 3), (18, 9, 30, 3), (19, 10, 14, 4), (20, 10, 26, 4), (21, 11, 20, 5),
(22, 11, 9, 5), (23, 12, 10, 6), (24, 12, 19, 6), (25, 13, 12, 1), (26, 13, 22, 1), (27, 14, 7, 2), (28, 14, 27, 2), (29, 15, 28, 3), (30, 15, 26, 3), (31, 16, 25, 4),
(32, 16, 15, 4), (33, 17, 18, 5), (34, 17, 21, 5), (35, 18, 19, 6), (36, 18, 16, 6), (37, 19, 12, 1), (38, 19, 25, 1), (39, 20, 28, 2), (40, 20, 3, 2);
-- conversations: what was said before an inbox was handed over stays with the account that led it (the contact's), not with the present holder of the inbox
INSERT INTO conversations (id, inbox_id, contact_inbox_id, assignee_id, team_id, status, display_id, truth) VALUES
(1, 1, 1, NULL, NULL, 2, 430, 3), (2, 1, 2, NULL, 9, 2, 133, 3), (3, 2, 3, 26, 15, 2, 167, 3), (4, 2, 4, 26, NULL, 1, 298, 3), (5, 3, 5, 20, 2, 1, 289, 2),
(6, 3, 6, 30, 3, 0, 159, 3), (7, 4, 7, 8, NULL, 1, 372, 1), (8, 4, 8, NULL, 7, 0, 184, 1), (9, 5, 9, 23, 1, 1, 364, 1), (10, 5, 10, 22, NULL, 1, 235, 1),
(11, 6, 11, 25, NULL, 2, 459, 4), (12, 6, 12, 5, 10, 0, 187, 4), (13, 7, 13, 29, 5, 2, 289, 5), (14, 7, 14, 24, NULL, 2, 289, 5), (15, 8, 15, 6, NULL, 1, 416, 3),
(16, 8, 16, 26, 4, 2, 152, 4), (17, 9, 17, NULL, NULL, 1, 33, 6), (18, 9, 18, 17, NULL, 0, 172, 6), (19, 10, 19, 8, NULL, 0, 14, 1), (20, 10, 20, 12, 19, 0, 365, 1),
(21, 11, 21, 19, NULL, 1, 180, 6), (22, 11, 22, 19, NULL, 1, 250, 6), (23, 12, 23, 10, NULL, 0, 211, 6), (24, 12, 24, NULL, NULL, 1, 437, 6),
(25, 13, 25, 22, NULL, 1, 491, 6), (26, 13, 26, 1, NULL, 2, 6, 6), (27, 14, 27, NULL, NULL, 1, 469, 2), (28, 14, 28, 27, 20, 2, 86, 2), (29, 15, 29, 30, NULL, 1, 141, 3),
(30, 15, 30, NULL, 9, 2, 59, 3), (31, 16, 31, 26, NULL, 0, 468, 3), (32, 16, 32, 30, 9, 0, 161, 3), (33, 17, 33, 12, 7, 2, 368, 1), (34, 17, 34, 21, NULL, 1, 207, 1),
(35, 18, 35, 17, NULL, 2, 246, 6), (36, 18, 36, NULL, NULL, 1, 469, 6), (37, 19, 37, NULL, NULL, 0, 248, 4), (38, 19, 38, NULL, 4, 0, 411, 4),
(39, 20, 39, NULL, NULL, 2, 397, 1), (40, 20, 40, 3, NULL, 0, 457, 2), (41, 21, 41, 25, NULL, 1, 408, 4), (42, 21, 42, 25, NULL, 0, 213, 4),
(43, 22, 43, 23, 7, 2, 380, 1), (44, 22, 44, NULL, 1, 0, 293, 1), (45, 23, 45, NULL, 4, 0, 43, 4), (46, 23, 46, 26, NULL, 0, 456, 4), (47, 24, 47, 27, 17, 2, 279, 5),
(48, 24, 48, NULL, 5, 1, 99, 5), (49, 25, 49, NULL, 19, 0, 20, 1), (50, 25, 50, 29, 13, 1, 160, 1), (51, 26, 51, 28, 11, 2, 367, 5), (52, 26, 52, 9, NULL, 0, 342, 5),
(53, 27, 53, 30, NULL, 0, 335, 6), (54, 27, 54, 22, NULL, 1, 122, 6), (55, 28, 55, 5, NULL, 0, 439, 4), (56, 28, 56, NULL, NULL, 0, 462, 4),
(57, 29, 57, 15, NULL, 2, 384, 4), (58, 29, 58, 15, NULL, 2, 342, 4), (59, 30, 59, 18, 17, 0, 169, 5), (60, 30, 60, 20, NULL, 2, 328, 5), (61, 31, 61, 25, 7, 2, 49, 1),
(62, 31, 62, 12, 19, 0, 429, 1), (63, 32, 63, 9, 5, 0, 64, 5), (64, 32, 64, 9, 11, 2, 72, 5), (65, 33, 65, 12, NULL, 1, 248, 1), (66, 33, 66, 25, NULL, 2, 206, 1),
(67, 34, 67, 23, NULL, 0, 339, 1), (68, 34, 68, NULL, NULL, 1, 170, 1), (69, 35, 69, 22, NULL, 0, 286, 1), (70, 35, 70, 23, NULL, 0, 314, 1),
(71, 36, 71, NULL, 18, 1, 281, 6), (72, 36, 72, 11, NULL, 0, 478, 6), (73, 1, NULL, 26, NULL, 0, 322, 3), (74, 1, NULL, 6, 9, 2, 214, 3), (75, 2, NULL, 28, 9, 1, 238, 3),
(76, 2, NULL, NULL, NULL, 2, 70, 3), (77, 3, 5, 24, NULL, 2, 33, 2), (78, 3, NULL, 28, 15, 1, 308, 3), (79, 4, NULL, 4, 13, 0, 389, 1), (80, 4, NULL, 12, 1, 1, 17, 1),
(81, 5, NULL, 12, 19, 2, 304, 1), (82, 5, NULL, 4, 19, 1, 17, 1), (83, 6, NULL, 25, 10, 0, 173, 4), (84, 6, NULL, 15, 10, 0, 329, 4), (85, 7, NULL, NULL, NULL, 0, 207, 5),
(86, 7, NULL, NULL, NULL, 1, 177, 5), (87, 8, 15, 30, NULL, 1, 456, 3), (88, 8, NULL, NULL, NULL, 2, 210, 4), (89, 9, NULL, NULL, 6, 2, 170, 6),
(90, 9, NULL, 22, NULL, 0, 165, 6);
-- messages: of the conversation, also where the inbox is in other hands by now
INSERT INTO messages (id, conversation_id, inbox_id, content, sender_type, sender_id, truth) VALUES
(1, 1, 1, 'm', 'AgentBot', 12, 3), (2, 2, 1, 'm', 'User', 30, 3), (3, 3, 2, 'm', 'User', 28, 3), (4, 4, 2, 'm', 'User', 28, 3), (5, 5, 3, 'm', 'AgentBot', 4, 2),
(6, 6, 3, 'm', 'Contact', 57, 3), (7, 7, 4, 'm', 'Contact', 55, 1), (8, 8, 4, 'm', NULL, NULL, 1), (9, 9, 5, 'm', 'Contact', 7, 1), (10, 10, 5, 'm', 'User', 21, 1),
(11, 11, 6, 'm', 'User', 29, 4), (12, 12, 6, 'm', 'Contact', 33, 4), (13, 13, 7, 'm', 'AgentBot', 12, 5), (14, 14, 7, 'm', 'AgentBot', 16, 5),
(15, 15, 8, 'm', 'User', 26, 3), (16, 16, 8, 'm', 'Contact', 47, 4), (17, 17, 9, 'm', 'User', 10, 6), (18, 18, 9, 'm', 'Contact', 18, 6),
(19, 19, 10, 'm', 'Contact', 61, 1), (20, 20, 10, 'm', 'Contact', 39, 1), (21, 21, 11, 'm', 'User', 1, 6), (22, 22, 11, 'm', 'Contact', 12, 6),
(23, 23, 12, 'm', 'Contact', 60, 6), (24, 24, 12, 'm', 'User', 22, 6), (25, 25, 13, 'm', 'Contact', 32, 6), (26, 26, 13, 'm', 'Contact', 6, 6),
(27, 27, 14, 'm', 'Contact', 56, 2), (28, 28, 14, 'm', 'Contact', 76, 2), (29, 29, 15, 'm', 'Contact', 57, 3), (30, 30, 15, 'm', 'AgentBot', 8, 3),
(31, 31, 16, 'm', 'Contact', 80, 3), (32, 32, 16, 'm', 'AgentBot', 8, 3), (33, 33, 17, 'm', 'Contact', 43, 1), (34, 34, 17, 'm', 'AgentBot', 4, 1),
(35, 35, 18, 'm', 'Contact', 70, 6), (36, 36, 18, 'm', 'Contact', 32, 6), (37, 37, 19, 'm', 'Contact', 4, 4), (38, 38, 19, 'm', 'User', 15, 4),
(39, 39, 20, 'm', 'User', 23, 1), (40, 40, 20, 'm', NULL, NULL, 2), (41, 41, 21, 'm', 'Contact', 47, 4), (42, 42, 21, 'm', 'User', 14, 4),
(43, 43, 22, 'm', 'Contact', 61, 1), (44, 44, 22, 'm', 'Contact', 13, 1), (45, 45, 23, 'm', 'Contact', 37, 4), (46, 46, 23, 'm', 'Contact', 33, 4),
(47, 47, 24, 'm', 'Contact', 79, 5), (48, 48, 24, 'm', 'Contact', 74, 5), (49, 49, 25, 'm', 'Contact', 40, 1), (50, 50, 25, 'm', 'Contact', 7, 1),
(51, 51, 26, 'm', 'User', 18, 5), (52, 52, 26, 'm', NULL, NULL, 5), (53, 53, 27, 'm', 'AgentBot', 8, 6), (54, 54, 27, 'm', 'User', 17, 6),
(55, 55, 28, 'm', 'Contact', 78, 4), (56, 56, 28, 'm', 'Contact', 10, 4), (57, 57, 29, 'm', 'Contact', 65, 4), (58, 58, 29, 'm', 'Contact', 4, 4),
(59, 59, 30, 'm', 'Contact', 63, 5), (60, 60, 30, 'm', 'Contact', 26, 5), (61, 55, 28, 'm', 'User', 5, 4), (62, 22, 11, 'm', 'Contact', 32, 6),
(63, 32, 16, 'm', 'Contact', 80, 3), (64, 71, 36, 'm', 'Contact', 18, 6), (65, 5, 3, 'm', 'User', 28, 2), (66, 75, 2, 'm', 'Contact', 57, 3),
(67, 8, 4, 'm', 'Contact', 43, 1), (68, 42, 21, 'm', 'User', 30, 4), (69, 5, 3, 'm', 'User', 24, 2), (70, 82, 5, 'm', 'User', 12, 1), (71, 77, 3, 'm', 'User', 7, 2),
(72, 15, 8, 'm', 'User', 26, 3), (73, 86, 7, 'm', 'Contact', 26, 5), (74, 31, 16, 'm', 'Contact', 62, 3), (75, 29, 15, 'm', 'AgentBot', 20, 3),
(76, 64, 32, 'm', 'Contact', 24, 5), (77, 77, 3, 'm', NULL, NULL, 2), (78, 7, 4, 'm', 'User', 12, 1), (79, 42, 21, 'm', 'Contact', 4, 4),
(80, 78, 3, 'm', 'Contact', 41, 3), (81, 65, 33, 'm', 'Contact', 40, 1), (82, 4, 2, 'm', 'Contact', 15, 3), (83, 73, 1, 'm', 'User', 26, 3),
(84, 80, 4, 'm', 'Contact', 40, 1), (85, 55, 28, 'm', 'Contact', 46, 4), (86, 80, 4, 'm', 'User', 22, 1), (87, 76, 2, 'm', 'Contact', 77, 3),
(88, 66, 33, 'm', 'Contact', 40, 1), (89, 32, 16, 'm', 'Contact', 80, 3), (90, 85, 7, 'm', 'User', 27, 5), (91, 8, 4, 'm', 'Contact', 61, 1),
(92, 47, 24, 'm', 'User', 2, 5), (93, 17, 9, 'm', 'Contact', 18, 6), (94, 19, 10, 'm', 'User', 4, 1), (95, 1, 1, 'm', 'Contact', 62, 3),
(96, 19, 10, 'm', 'Contact', 40, 1), (97, 61, 31, 'm', 'Contact', 7, 1), (98, 5, 3, 'm', 'User', 27, 2), (99, 79, 4, 'm', 'Contact', 40, 1),
(100, 16, 8, 'm', 'User', 14, 4);
INSERT INTO attachments (id, message_id, file_type, external_url, truth) VALUES
(1, 54, 3, 'https://f/1', 6), (2, 12, 1, 'https://f/2', 4), (3, 47, 2, 'https://f/3', 5), (4, 44, 4, 'https://f/4', 1), (5, 28, 0, 'https://f/5', 2),
(6, 21, 3, 'https://f/6', 6), (7, 75, 0, 'https://f/7', 3), (8, 95, 2, 'https://f/8', 3), (9, 73, 4, 'https://f/9', 5), (10, 23, 3, 'https://f/10', 6),
(11, 51, 1, 'https://f/11', 5), (12, 49, 3, 'https://f/12', 1), (13, 7, 1, 'https://f/13', 1), (14, 54, 2, 'https://f/14', 6), (15, 32, 1, 'https://f/15', 3),
(16, 71, 1, 'https://f/16', 2), (17, 62, 1, 'https://f/17', 6), (18, 52, 1, 'https://f/18', 5), (19, 77, 3, 'https://f/19', 2), (20, 98, 2, 'https://f/20', 2),
(21, 61, 3, 'https://f/21', 4), (22, 63, 1, 'https://f/22', 3), (23, 63, 1, 'https://f/23', 3), (24, 70, 3, 'https://f/24', 1), (25, 54, 0, 'https://f/25', 6),
(26, 7, 2, 'https://f/26', 1), (27, 47, 2, 'https://f/27', 5), (28, 80, 0, 'https://f/28', 3), (29, 67, 1, 'https://f/29', 1), (30, 95, 2, 'https://f/30', 3),
(31, 66, 3, 'https://f/31', 3), (32, 73, 1, 'https://f/32', 5), (33, 35, 0, 'https://f/33', 6), (34, 47, 0, 'https://f/34', 5), (35, 20, 2, 'https://f/35', 1),
(36, 18, 1, 'https://f/36', 6), (37, 93, 0, 'https://f/37', 6), (38, 3, 2, 'https://f/38', 3), (39, 50, 3, 'https://f/39', 1), (40, 11, 3, 'https://f/40', 4),
(41, 42, 2, 'https://f/41', 4), (42, 99, 4, 'https://f/42', 1), (43, 86, 0, 'https://f/43', 1), (44, 39, 3, 'https://f/44', 1), (45, 78, 1, 'https://f/45', 1),
(46, 63, 0, 'https://f/46', 3), (47, 25, 1, 'https://f/47', 6), (48, 66, 4, 'https://f/48', 3), (49, 17, 0, 'https://f/49', 6), (50, 27, 2, 'https://f/50', 2);
INSERT INTO tags (id, name, taggings_count, truth) VALUES
(1, 'tag1', 6, NULL), (2, 'tag2', 6, NULL), (3, 'tag3', 7, NULL), (4, 'tag4', 8, NULL), (5, 'tag5', 2, NULL), (6, 'tag6', 8, NULL), (7, 'tag7', 8, NULL),
(8, 'tag8', 4, NULL), (9, 'tag9', 5, NULL), (10, 'tag10', 7, NULL), (11, 'tag11', 6, NULL), (12, 'tag12', 2, NULL), (13, 'tag13', 3, NULL), (14, 'tag14', 4, NULL),
(15, 'tag15', 8, NULL), (16, 'tag16', 7, NULL), (17, 'tag17', 6, NULL), (18, 'tag18', 2, NULL), (19, 'tag19', 6, NULL), (20, 'tag20', 8, NULL);
INSERT INTO taggings (id, tag_id, taggable_type, taggable_id, context, truth) VALUES
(1, 4, 'Contact', 29, 'labels', 5), (2, 20, 'Conversation', 45, 'labels', 4), (3, 1, 'Conversation', 6, 'labels', 3), (4, 19, 'Contact', 62, 'labels', 3),
(5, 3, 'Conversation', 39, 'labels', 1), (6, 18, 'Contact', 28, 'labels', 5), (7, 12, 'Contact', 16, 'labels', 4), (8, 9, 'Conversation', 81, 'labels', 1),
(9, 4, 'Conversation', 55, 'labels', 4), (10, 16, 'Conversation', 8, 'labels', 1), (11, 10, 'Conversation', 43, 'labels', 1), (12, 8, 'Conversation', 36, 'labels', 6),
(13, 7, 'Conversation', 52, 'labels', 5), (14, 12, 'Conversation', 22, 'labels', 6), (15, 17, 'Contact', 31, 'labels', 5), (16, 14, 'Conversation', 44, 'labels', 1),
(17, 19, 'Contact', 62, 'labels', 3), (18, 10, 'Conversation', 71, 'labels', 6), (19, 13, 'Contact', 3, 'labels', 3), (20, 13, 'Conversation', 9, 'labels', 1),
(21, 16, 'Conversation', 49, 'labels', 1), (22, 16, 'Contact', 39, 'labels', 1), (23, 3, 'Contact', 33, 'labels', 4), (24, 11, 'Conversation', 45, 'labels', 4),
(25, 10, 'Contact', 73, 'labels', 3), (26, 6, 'Conversation', 86, 'labels', 5), (27, 20, 'Contact', 50, 'labels', 2), (28, 1, 'Conversation', 47, 'labels', 5),
(29, 3, 'Conversation', 28, 'labels', 2), (30, 18, 'Contact', 80, 'labels', 3), (31, 3, 'Conversation', 54, 'labels', 6), (32, 15, 'Conversation', 60, 'labels', 5),
(33, 2, 'Conversation', 50, 'labels', 1), (34, 9, 'Contact', 65, 'labels', 4), (35, 16, 'Conversation', 47, 'labels', 5), (36, 20, 'Contact', 20, 'labels', 3),
(37, 9, 'Conversation', 30, 'labels', 3), (38, 17, 'Contact', 31, 'labels', 5), (39, 13, 'Conversation', 70, 'labels', 1), (40, 16, 'Conversation', 71, 'labels', 6),
(41, 3, 'Contact', 71, 'labels', 2), (42, 11, 'Contact', 72, 'labels', 4), (43, 1, 'Conversation', 14, 'labels', 5), (44, 13, 'Conversation', 27, 'labels', 2),
(45, 6, 'Contact', 25, 'labels', 5), (46, 16, 'Conversation', 80, 'labels', 1), (47, 12, 'Contact', 38, 'labels', 3), (48, 18, 'Conversation', 47, 'labels', 5),
(49, 8, 'Conversation', 83, 'labels', 4), (50, 17, 'Conversation', 23, 'labels', 6), (51, 3, 'Contact', 9, 'labels', 3), (52, 4, 'Contact', 40, 'labels', 1),
(53, 16, 'Contact', 66, 'labels', 5), (54, 14, 'Conversation', 80, 'labels', 1), (55, 12, 'Contact', 7, 'labels', 1), (56, 13, 'Conversation', 65, 'labels', 1),
(57, 9, 'Conversation', 82, 'labels', 1), (58, 11, 'Conversation', 88, 'labels', 4), (59, 19, 'Conversation', 27, 'labels', 2), (60, 14, 'Contact', 73, 'labels', 3);
-- canned_responses: those without account are shipped with the product
INSERT INTO canned_responses (id, account_id, short_code, content, truth) VALUES
(1, 6, 'sc1', 'hi', 6), (2, 6, 'sc2', 'hi', 6), (3, 2, 'sc3', 'hi', 2), (4, 5, 'sc4', 'hi', 5), (5, 6, 'sc5', 'hi', 6), (6, NULL, 'sc6', 'hi', NULL),
(7, 3, 'sc7', 'hi', 3), (8, 2, 'sc8', 'hi', 2), (9, 2, 'sc9', 'hi', 2), (10, 2, 'sc10', 'hi', 2), (11, 4, 'sc11', 'hi', 4), (12, NULL, 'sc12', 'hi', NULL),
(13, 5, 'sc13', 'hi', 5), (14, 6, 'sc14', 'hi', 6), (15, 3, 'sc15', 'hi', 3), (16, 2, 'sc16', 'hi', 2), (17, 6, 'sc17', 'hi', 6), (18, NULL, 'sc18', 'hi', NULL),
(19, 2, 'sc19', 'hi', 2), (20, 1, 'sc20', 'hi', 1), (21, 4, 'sc21', 'hi', 4), (22, 5, 'sc22', 'hi', 5), (23, 6, 'sc23', 'hi', 6), (24, NULL, 'sc24', 'hi', NULL),
(25, 2, 'sc25', 'hi', 2), (26, 3, 'sc26', 'hi', 3), (27, 6, 'sc27', 'hi', 6), (28, 3, 'sc28', 'hi', 3), (29, 4, 'sc29', 'hi', 4), (30, NULL, 'sc30', 'hi', NULL);
-- custom_filters: a filter is saved in the account where the agent stood; only the inbox in its query tells
INSERT INTO custom_filters (id, name, user_id, query, truth) VALUES
(1, 'f1', 25, '{"inbox_id": 17}', 1), (2, 'f2', 12, '{"inbox_id": 25}', 1), (3, 'f3', 12, '{"inbox_id": 4}', 1), (4, 'f4', 30, '{"inbox_id": 8}', 4),
(5, 'f5', 26, '{"inbox_id": 3}', 3), (6, 'f6', 15, '{"inbox_id": 19}', 4), (7, 'f7', 8, '{"inbox_id": 35}', 1), (8, 'f8', 21, '{"inbox_id": 26}', 5),
(9, 'f9', 30, '{"inbox_id": 2}', 3), (10, 'f10', 19, '{"inbox_id": 11}', 6), (11, 'f11', 22, '{"inbox_id": 5}', 1), (12, 'f12', 30, '{"inbox_id": 29}', 4),
(13, 'f13', 14, '{"inbox_id": 19}', 4), (14, 'f14', 29, '{"inbox_id": 26}', 5), (15, 'f15', 11, '{"inbox_id": 27}', 6), (16, 'f16', 21, '{"inbox_id": 25}', 1),
(17, 'f17', 22, '{"inbox_id": 35}', 1), (18, 'f18', 29, '{"inbox_id": 10}', 1), (19, 'f19', 10, '{"inbox_id": 12}', 6), (20, 'f20', 17, '{"inbox_id": 36}', 6),
(21, 'f21', 24, '{"inbox_id": 32}', 5), (22, 'f22', 14, '{"inbox_id": 8}', 4), (23, 'f23', 5, '{"inbox_id": 21}', 4), (24, 'f24', 11, '{"inbox_id": 18}', 6),
(25, 'f25', 22, '{"inbox_id": 18}', 6), (26, 'f26', 19, '{"inbox_id": 18}', 6), (27, 'f27', 6, '{"inbox_id": 15}', 3), (28, 'f28', 21, '{"inbox_id": 31}', 1),
(29, 'f29', 28, '{"inbox_id": 24}', 5), (30, 'f30', 4, '{"inbox_id": 17}', 1), (31, 'f31', 8, '{"inbox_id": 10}', 1), (32, 'f32', 28, '{"inbox_id": 1}', 3),
(33, 'f33', 5, '{"inbox_id": 6}', 4), (34, 'f34', 19, '{"inbox_id": 12}', 6), (35, 'f35', 12, '{"inbox_id": 31}', 1), (36, 'f36', 22, '{"inbox_id": 13}', 6),
(37, 'f37', 4, '{"inbox_id": 31}', 1), (38, 'f38', 19, '{"inbox_id": 27}', 6), (39, 'f39', 22, '{"inbox_id": 36}', 6), (40, 'f40', 1, '{"inbox_id": 36}', 6);
-- notifications: of the account of that which is notified about
INSERT INTO notifications (id, user_id, primary_actor_type, primary_actor_id, truth) VALUES
(1, 22, 'Conversation', 79, 1), (2, 30, 'Conversation', 38, 4), (3, 26, 'Conversation', 57, 4), (4, 1, 'Message', 93, 6), (5, 26, 'Conversation', 4, 3),
(6, 6, 'Conversation', 87, 3), (7, 28, 'Conversation', 4, 3), (8, 2, 'Conversation', 60, 5), (9, 23, 'Message', 9, 1), (10, 22, 'Conversation', 68, 1),
(11, 30, 'Message', 95, 3), (12, 8, 'Conversation', 69, 1), (13, 22, 'Message', 62, 6), (14, 17, 'Message', 53, 6), (15, 6, 'Message', 80, 3),
(16, 21, 'Conversation', 19, 1), (17, 28, 'Conversation', 48, 5), (18, 27, 'Conversation', 47, 5), (19, 10, 'Conversation', 36, 6), (20, 26, 'Message', 42, 4),
(21, 21, 'Conversation', 43, 1), (22, 3, 'Message', 28, 2), (23, 22, 'Message', 70, 1), (24, 19, 'Conversation', 23, 6), (25, 23, 'Conversation', 19, 1),
(26, 5, 'Conversation', 56, 4), (27, 4, 'Conversation', 65, 1), (28, 26, 'Conversation', 42, 4), (29, 7, 'Message', 98, 2), (30, 19, 'Conversation', 23, 6),
(31, 6, 'Conversation', 76, 3), (32, 25, 'Conversation', 42, 4), (33, 30, 'Conversation', 29, 3), (34, 17, 'Conversation', 23, 6), (35, 23, 'Conversation', 50, 1),
(36, 15, 'Message', 100, 4), (37, 26, 'Conversation', 2, 3), (38, 25, 'Message', 85, 4), (39, 21, 'Message', 8, 1), (40, 25, 'Conversation', 45, 4),
(41, 25, 'Message', 81, 1), (42, 6, 'Conversation', 73, 3), (43, 30, 'Conversation', 89, 6), (44, 24, 'Conversation', 60, 5), (45, 7, 'Message', 65, 2),
(46, 4, 'Conversation', 70, 1), (47, 24, 'Conversation', 5, 2), (48, 15, 'Conversation', 58, 4), (49, 3, 'Conversation', 77, 2), (50, 29, 'Message', 20, 1),
(51, 23, 'Conversation', 33, 1), (52, 25, 'Conversation', 61, 1), (53, 30, 'Conversation', 17, 6), (54, 11, 'Conversation', 24, 6), (55, 28, 'Message', 14, 5),
(56, 8, 'Conversation', 34, 1), (57, 27, 'Conversation', 5, 2), (58, 23, 'Conversation', 67, 1), (59, 4, 'Conversation', 69, 1), (60, 30, 'Message', 26, 6),
(61, 14, 'Conversation', 83, 4), (62, 30, 'Conversation', 72, 6), (63, 26, 'Message', 63, 3), (64, 2, 'Conversation', 64, 5), (65, 3, 'Message', 71, 2),
(66, 23, 'Message', 20, 1), (67, 4, 'Conversation', 43, 1), (68, 28, 'Message', 29, 3), (69, 22, 'Conversation', 24, 6), (70, 26, 'Conversation', 88, 4);
-- audits: of the associated account; a change of a person's own sign-in has none
INSERT INTO audits (id, auditable_type, auditable_id, associated_type, associated_id, user_id, action, truth) VALUES
(1, 'Team', 16, 'Account', 4, 5, 'create', 4), (2, 'Inbox', 14, 'Account', 2, 24, 'create', 2), (3, 'AccountUser', 21, 'Account', 4, 29, 'create', 4),
(4, 'Inbox', 36, 'Account', 6, 22, 'create', 6), (5, 'Team', 1, 'Account', 1, 23, 'create', 1), (6, 'AccountUser', 21, 'Account', 4, 30, 'create', 4),
(7, 'User', 21, NULL, NULL, 21, 'update', NULL), (8, 'Team', 20, 'Account', 2, 7, 'create', 2), (9, 'AccountUser', 14, 'Account', 2, 20, 'create', 2),
(10, 'Inbox', 11, 'Account', 6, 30, 'create', 6), (11, 'Inbox', 9, 'Account', 6, 17, 'create', 6), (12, 'Inbox', 17, 'Account', 1, 23, 'create', 1),
(13, 'AccountUser', 40, 'Account', 6, 19, 'create', 6), (14, 'User', 10, NULL, NULL, 10, 'update', NULL), (15, 'Inbox', 1, 'Account', 3, 6, 'create', 3),
(16, 'AccountUser', 14, 'Account', 2, 27, 'create', 2), (17, 'AccountUser', 24, 'Account', 4, 30, 'create', 4), (18, 'Team', 14, 'Account', 2, 23, 'create', 2),
(19, 'Inbox', 5, 'Account', 1, 22, 'create', 1), (20, 'Team', 12, 'Account', 6, 22, 'create', 6), (21, 'User', 9, NULL, NULL, 9, 'update', NULL),
(22, 'Team', 5, 'Account', 5, 28, 'create', 5), (23, 'Inbox', 7, 'Account', 5, 21, 'create', 5), (24, 'AccountUser', 27, 'Account', 5, 18, 'create', 5),
(25, 'Team', 19, 'Account', 1, 8, 'create', 1), (26, 'Team', 4, 'Account', 4, 30, 'create', 4), (27, 'Team', 3, 'Account', 3, 30, 'create', 3),
(28, 'User', 8, NULL, NULL, 8, 'update', NULL), (29, 'Team', 13, 'Account', 1, 21, 'create', 1), (30, 'AccountUser', 27, 'Account', 5, 29, 'create', 5),
(31, 'Inbox', 29, 'Account', 4, 29, 'create', 4), (32, 'Inbox', 24, 'Account', 5, 24, 'create', 5), (33, 'Team', 10, 'Account', 4, 26, 'create', 4),
(34, 'Team', 9, 'Account', 3, 28, 'create', 3), (35, 'User', 22, NULL, NULL, 22, 'update', NULL), (36, 'AccountUser', 1, 'Account', 1, 21, 'create', 1),
(37, 'Inbox', 27, 'Account', 6, 19, 'create', 6), (38, 'Inbox', 17, 'Account', 1, 25, 'create', 1), (39, 'Team', 9, 'Account', 3, 28, 'create', 3),
(40, 'Inbox', 7, 'Account', 5, 28, 'create', 5), (41, 'AccountUser', 7, 'Account', 1, 29, 'create', 1), (42, 'User', 29, NULL, NULL, 29, 'update', NULL),
(43, 'Inbox', 6, 'Account', 4, 30, 'create', 4), (44, 'Team', 1, 'Account', 1, 23, 'create', 1), (45, 'Inbox', 23, 'Account', 4, 5, 'create', 4),
(46, 'AccountUser', 41, 'Account', 6, 11, 'create', 6), (47, 'Team', 3, 'Account', 3, 28, 'create', 3), (48, 'Inbox', 30, 'Account', 5, 28, 'create', 5),
(49, 'User', 11, NULL, NULL, 11, 'update', NULL), (50, 'Team', 20, 'Account', 2, 3, 'create', 2), (51, 'Inbox', 2, 'Account', 3, 30, 'create', 3),
(52, 'Team', 8, 'Account', 2, 27, 'create', 2), (53, 'AccountUser', 8, 'Account', 1, 4, 'create', 1), (54, 'Inbox', 30, 'Account', 5, 30, 'create', 5),
(55, 'Team', 7, 'Account', 1, 21, 'create', 1), (56, 'User', 16, NULL, NULL, 16, 'update', NULL), (57, 'Team', 5, 'Account', 5, 28, 'create', 5),
(58, 'Team', 4, 'Account', 4, 29, 'create', 4), (59, 'Inbox', 1, 'Account', 3, 26, 'create', 3), (60, 'AccountUser', 40, 'Account', 6, 17, 'create', 6),
(61, 'AccountUser', 31, 'Account', 5, 9, 'create', 5), (62, 'Team', 15, 'Account', 3, 26, 'create', 3), (63, 'User', 1, NULL, NULL, 1, 'update', NULL),
(64, 'Team', 12, 'Account', 6, 1, 'create', 6), (65, 'Inbox', 23, 'Account', 4, 25, 'create', 4), (66, 'AccountUser', 36, 'Account', 5, 28, 'create', 5),
(67, 'Inbox', 7, 'Account', 5, 20, 'create', 5), (68, 'AccountUser', 37, 'Account', 6, 10, 'create', 6), (69, 'Inbox', 16, 'Account', 3, 26, 'create', 3),
(70, 'User', 22, NULL, NULL, 22, 'update', NULL);
