-- organizations clubs.id club_id
-- Sports clubs, came over from MySQL without foreign keys: players change clubs and are lent, teams are shared, matches have two sides, the associations that organize are clubs too.
CREATE TABLE clubs (id int PRIMARY KEY, name varchar(80), association_id int, truth int);
CREATE TABLE persons (id int PRIMARY KEY, licence varchar(12), born date, main_club_id int, truth int);
CREATE TABLE club_people (id int PRIMARY KEY, person_id int, club_id int, role varchar(20), from_on date, to_on date, truth int);
CREATE TABLE seasons (year int PRIMARY KEY, label varchar(9), truth int);
CREATE TABLE competitions (id int PRIMARY KEY, organizer_id int, season_year int, truth int);
CREATE TABLE entries (competition_id int NOT NULL, team_id int NOT NULL, seeded int, truth int, PRIMARY KEY (competition_id, team_id));
CREATE TABLE venues (id int PRIMARY KEY, club_id int, name varchar(80), truth int);
CREATE TABLE teams (id int PRIMARY KEY, club_id int NOT NULL, partner_club_id int, season_year int, deleted smallint, truth int);
CREATE TABLE squads (team_id int NOT NULL, person_id int NOT NULL, shirt int, truth int, PRIMARY KEY (person_id, team_id));
CREATE TABLE registrations (id int PRIMARY KEY, person_id int, club_id int, lent_by_club_id int, season_year int, truth int);
CREATE TABLE transfers (id int PRIMARY KEY, person_id int, club_id int, new_club_id int, state varchar(10), truth int);
CREATE TABLE fixtures (id int PRIMARY KEY, competition_id int, home_team_id int, away_team_id int, venue_id int, replay_of int, truth int);
CREATE TABLE lineups (fixture_id int NOT NULL, team_id int NOT NULL, person_id int NOT NULL, truth int, PRIMARY KEY (fixture_id, person_id));
CREATE TABLE match_events (id int PRIMARY KEY, fixture_id int, person_id int, minute int, kind varchar(10), truth int);
CREATE TABLE fines (id int PRIMARY KEY, club_id int NOT NULL, fixture_id int, cents int, truth int);
CREATE TABLE trainings (id int PRIMARY KEY, team_id int, coach_id int, venue_id int, truth int);
CREATE TABLE attendances (training_id int NOT NULL, person_id int NOT NULL, excuse varchar(40), truth int, PRIMARY KEY (training_id, person_id));
CREATE TABLE medical_notes (id int PRIMARY KEY, person_id int, physio_id int, noted_on date, truth int);
CREATE TABLE kit_items (id int PRIMARY KEY, club_id int, lent_to_club_id int, barcode varchar(20), truth int);
CREATE TABLE kit_issues (id int PRIMARY KEY, person_id int, barcode varchar(20), issued_on date, truth int);
CREATE TABLE venue_bookings (id int PRIMARY KEY, venue_id int, team_id int, hour int, truth int);
CREATE TABLE fees (id int PRIMARY KEY, club_person_id int, payer_id int, cents int, truth int);
CREATE TABLE photos (id int PRIMARY KEY, of_type varchar(20), of_id int, path varchar(80), photographer_id int, truth int);
CREATE TABLE deleted_records (id int PRIMARY KEY, table_name varchar(40), pk int, snapshot text, deleted_by int, truth int);
-- 1 to 6 are clubs, 7 and 8 associations.
INSERT INTO clubs SELECT n, 'Club ' || n, CASE WHEN n < 7 THEN n % 2 + 7 END FROM generate_series(1, 8) n;
-- The main club is the one to which the association sends the post. It is never corrected.
INSERT INTO persons SELECT n, 'L' || n, date '1990-01-01' + n, (abs(hashint4((n)::int) % 6) + 1) FROM generate_series(1, 90) n;
INSERT INTO club_people SELECT n, n, (abs(hashint4((n)::int) % 6) + 1), 'player', date '2015-07-01', CASE WHEN n % 4 = 0 THEN date '2022-06-30' END, (abs(hashint4((n)::int) % 6) + 1) FROM generate_series(1, 90) n;
-- Every fourth has changed.
INSERT INTO club_people SELECT 90 + n / 4, n, (abs(hashint4((n)::int) % 6) + 1) % 6 + 1, 'player', date '2022-07-01', NULL, (abs(hashint4((n)::int) % 6) + 1) % 6 + 1 FROM generate_series(1, 40) n WHERE n % 4 = 0;
INSERT INTO seasons SELECT n, n || '/' || n % 100 + 1 FROM generate_series(2015, 2025) n;
INSERT INTO competitions SELECT n, CASE WHEN n % 6 = 0 THEN (abs(hashint4((n)::int) % 6) + 1) ELSE 7 + n % 2 END, 2015 + n % 10, CASE WHEN n % 6 = 0 THEN (abs(hashint4((n)::int) % 6) + 1) ELSE 7 + n % 2 END FROM generate_series(1, 24) n;
INSERT INTO teams SELECT n, (n - 1) % 6 + 1, CASE WHEN n % 7 = 0 THEN n % 6 + 1 END, 2015 + n % 10, (n % 17 = 0)::int, (n - 1) % 6 + 1 FROM generate_series(1, 40) n;
-- An entry is in the list of who organizes.
INSERT INTO entries SELECT DISTINCT ON (c.id, t) c.id, t, 1, c.truth FROM (SELECT (abs(hashint4((n+10)::int) % 24) + 1) AS c, (abs(hashint4((n+11)::int) % 40) + 1) AS t FROM generate_series(1, 70) n) x JOIN competitions c ON c.id = x.c;
-- Municipal halls have no club.
INSERT INTO venues SELECT n, CASE WHEN n % 3 > 0 THEN (abs(hashint4((n+20)::int) % 6) + 1) END, 'Hall', CASE WHEN n % 3 > 0 THEN (abs(hashint4((n+20)::int) % 6) + 1) END FROM generate_series(1, 24) n;
INSERT INTO squads SELECT t.id, p.person_id, p.person_id % 99, t.truth FROM teams t JOIN LATERAL (SELECT person_id FROM club_people c WHERE c.club_id = t.club_id OR c.club_id = t.partner_club_id ORDER BY hashint4(c.id + t.id * 100) LIMIT 3) p ON true ON CONFLICT DO NOTHING;
-- A registration is of the club for which one plays, lent or not.
INSERT INTO registrations SELECT c.id, c.person_id, c.club_id, CASE WHEN c.id % 9 = 0 THEN c.club_id % 6 + 1 END, 2020, c.truth FROM club_people c WHERE c.id % 5 > 0;
-- The club that wants the player files the transfer. club_id is the one he leaves.
INSERT INTO transfers SELECT b.id, b.person_id, a.club_id, b.club_id, 'done', b.club_id FROM club_people a JOIN club_people b USING (person_id) WHERE a.id <= 90 AND b.id > 90;
INSERT INTO transfers SELECT 200 + n, n, c.club_id, (c.club_id + 2) % 6 + 1, 'asked', (c.club_id + 2) % 6 + 1 FROM generate_series(41, 65) n JOIN club_people c ON c.id = n;
-- A match is the home club's, which makes the report.
INSERT INTO fixtures SELECT n, (abs(hashint4((n+30)::int) % 24) + 1), h.id, a.id, v.id, NULL, h.truth FROM generate_series(1, 60) n JOIN teams h ON h.id = (abs(hashint4((n+31)::int) % 40) + 1) JOIN LATERAL (SELECT id FROM teams a WHERE a.truth <> h.truth OR n % 10 = 0 AND a.id <> h.id ORDER BY hashint4(a.id + n * 50) LIMIT 1) a ON true
  LEFT JOIN LATERAL (SELECT id FROM venues v WHERE v.truth = h.truth OR v.truth IS NULL ORDER BY hashint4(v.id + n * 50) LIMIT 1) v ON n % 8 > 0;
INSERT INTO fixtures SELECT n, f.competition_id, f.away_team_id, f.home_team_id, NULL, f.id, t.truth FROM generate_series(61, 68) n JOIN fixtures f ON f.id = n - 55 JOIN teams t ON t.id = f.away_team_id;
INSERT INTO lineups SELECT f.id, t.id, s.person_id, t.truth FROM fixtures f JOIN teams t ON t.id IN (f.home_team_id, f.away_team_id) JOIN LATERAL (SELECT person_id FROM squads s WHERE s.team_id = t.id ORDER BY person_id LIMIT 1) s ON true WHERE f.id <= 50 ON CONFLICT DO NOTHING;
-- Events are lines of the report.
INSERT INTO match_events SELECT row_number() OVER (ORDER BY l.fixture_id, l.person_id), l.fixture_id, CASE WHEN l.person_id IN (7, 33) THEN 900 + l.person_id WHEN l.person_id % 5 > 0 THEN l.person_id END, 44, 'goal', f.truth FROM lineups l JOIN fixtures f ON f.id = l.fixture_id;
-- A fine is due to whoever organizes the competition. The club is the one that is fined.
INSERT INTO fines SELECT n, CASE WHEN n % 2 = 0 THEN h.truth ELSE a.truth END, f.id, 5000, c.truth FROM generate_series(1, 40) n JOIN fixtures f ON f.id = (abs(hashint4((n+40)::int) % 68) + 1) JOIN competitions c ON c.id = f.competition_id JOIN teams h ON h.id = f.home_team_id JOIN teams a ON a.id = f.away_team_id;
INSERT INTO trainings SELECT n, t.id, p.person_id, (abs(hashint4((n+50)::int) % 24) + 1), t.truth FROM generate_series(1, 50) n JOIN teams t ON t.id = (abs(hashint4((n+51)::int) % 40) + 1) JOIN LATERAL (SELECT person_id FROM club_people c WHERE c.club_id = t.club_id ORDER BY hashint4(c.id + n * 100) LIMIT 1) p ON true;
INSERT INTO attendances SELECT DISTINCT ON (t.id, s.person_id) t.id, s.person_id, NULL, t.truth FROM trainings t JOIN squads s ON s.team_id = t.team_id;
-- A medical note is of the club in which the player was on that day.
INSERT INTO medical_notes SELECT n, c.person_id, CASE WHEN n % 3 > 0 THEN (SELECT person_id FROM club_people o WHERE o.club_id = c.club_id ORDER BY hashint4(o.id + n * 100) LIMIT 1) END, c.from_on + n, c.truth FROM generate_series(1, 80) n JOIN club_people c ON c.id = CASE WHEN n % 3 = 0 THEN 90 + (abs(hashint4((n)::int) % 10) + 1) ELSE (abs(hashint4((n+60)::int) % 90) + 1) END;
INSERT INTO kit_items SELECT n, (abs(hashint4((n+70)::int) % 6) + 1), CASE WHEN n % 5 = 0 THEN (abs(hashint4((n+70)::int) % 6) + 1) % 6 + 1 END, 'KIT' || n, (abs(hashint4((n+70)::int) % 6) + 1) FROM generate_series(1, 50) n;
INSERT INTO kit_issues SELECT n, p.person_id, k.barcode, date '2024-01-01', k.truth FROM generate_series(1, 60) n JOIN kit_items k ON k.id = (abs(hashint4((n+71)::int) % 50) + 1) JOIN LATERAL (SELECT person_id FROM club_people c WHERE c.club_id = coalesce(k.lent_to_club_id, k.club_id) ORDER BY hashint4(c.id + n * 100) LIMIT 1) p ON true;
-- A booking is of the team's club. Mostly in a hall of its own or in a municipal one.
INSERT INTO venue_bookings SELECT n, v.id, t.id, 18, t.truth FROM generate_series(1, 60) n JOIN teams t ON t.id = (abs(hashint4((n+80)::int) % 40) + 1) JOIN LATERAL (SELECT id FROM venues v WHERE n % 6 = 0 OR v.truth = t.truth OR v.truth IS NULL ORDER BY hashint4(v.id + n * 50) LIMIT 1) v ON true;
INSERT INTO fees SELECT n, c.id, CASE WHEN n % 4 = 0 THEN (abs(hashint4((n+90)::int) % 90) + 1) ELSE c.person_id END, 12000, c.truth FROM generate_series(1, 80) n JOIN club_people c ON c.id = (abs(hashint4((n+91)::int) % 100) + 1);
INSERT INTO photos SELECT n, 'team', t.id, 'p' || n, (abs(hashint4((n+100)::int) % 90) + 1), t.truth FROM generate_series(1, 25) n JOIN teams t ON t.id = (abs(hashint4((n+101)::int) % 40) + 1);
INSERT INTO photos SELECT n + 25, 'fixture', f.id, 'p' || n, (abs(hashint4((n+100)::int) % 90) + 1), f.truth FROM generate_series(1, 25) n JOIN fixtures f ON f.id = (abs(hashint4((n+102)::int) % 68) + 1);
INSERT INTO photos SELECT n + 50, 'person', (abs(hashint4((n+103)::int) % 90) + 1), 'p' || n, NULL, NULL FROM generate_series(1, 20) n;
-- What has been deleted is kept with the number that it had.
INSERT INTO deleted_records SELECT n, 'teams', 100 + n, 'club_id=' || (abs(hashint4((n+110)::int) % 6) + 1), (abs(hashint4((n+111)::int) % 90) + 1), (abs(hashint4((n+110)::int) % 6) + 1) FROM generate_series(1, 24) n;
INSERT INTO deleted_records SELECT n + 24, 'persons', 200 + n, 'licence=L' || n, NULL, NULL FROM generate_series(1, 12) n;
