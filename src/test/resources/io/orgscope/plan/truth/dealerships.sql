-- organizations mandant.mandkz mandkz
-- Altes System einer Autohausgruppe: zusammengesetzte Schluessel, Kuerzel, wenige Fremdschluessel; Kunden gelten konzernweit, Fahrzeuge wandern zwischen den Haeusern, Teile werden umgelagert, intern wird verrechnet.
CREATE TABLE mandant (mandkz char(3) PRIMARY KEY, bez varchar(40), konzkz char(3), truth char(3));
CREATE TABLE benutzer (bennr int PRIMARY KEY, kuerzel char(6) UNIQUE, stammhaus char(3), truth char(3));
CREATE TABLE ben_mand (bennr int NOT NULL, mandkz char(3) NOT NULL, von date, bis date, truth char(3), PRIMARY KEY (bennr, mandkz, von));
CREATE TABLE kunde (kdnr int PRIMARY KEY, name varchar(60), anlmand char(3) REFERENCES mandant, truth char(3));
CREATE TABLE kdkonto (mandkz char(3) NOT NULL REFERENCES mandant, kdnr int NOT NULL REFERENCES kunde, limit_eur numeric(9,2), truth char(3), PRIMARY KEY (kdnr, mandkz));
CREATE TABLE hersteller (herkz char(2) PRIMARY KEY, bez varchar(30), truth char(3));
CREATE TABLE teil (teilnr varchar(12) PRIMARY KEY, herkz char(2) NOT NULL REFERENCES hersteller, bez varchar(40), truth char(3));
CREATE TABLE lagerplatz (mandkz char(3) NOT NULL REFERENCES mandant, platz varchar(8) NOT NULL, truth char(3), PRIMARY KEY (mandkz, platz));
CREATE TABLE teillager (mandkz char(3) NOT NULL, platz varchar(8) NOT NULL, teilnr varchar(12) NOT NULL REFERENCES teil, bestand int, truth char(3), PRIMARY KEY (mandkz, platz, teilnr), FOREIGN KEY (mandkz, platz) REFERENCES lagerplatz);
CREATE TABLE umlag (umnr int PRIMARY KEY, vonmand char(3) NOT NULL REFERENCES mandant, nachmand char(3) NOT NULL REFERENCES mandant, teilnr varchar(12) NOT NULL REFERENCES teil, menge int, truth char(3));
CREATE TABLE fahrzeug (fin char(17) PRIMARY KEY, mandkz char(3) REFERENCES mandant, vormand char(3) REFERENCES mandant, kdnr int REFERENCES kunde, modell varchar(20), truth char(3));
CREATE TABLE auftrag (mandkz char(3) NOT NULL REFERENCES mandant, aufnr int NOT NULL, fin char(17) REFERENCES fahrzeug, kdnr int REFERENCES kunde, annehmer int REFERENCES benutzer, truth char(3), PRIMARY KEY (mandkz, aufnr));
CREATE TABLE aufpos (mandkz char(3) NOT NULL, aufnr int NOT NULL, pos smallint NOT NULL, teilnr varchar(12), lagmand char(3), truth char(3), PRIMARY KEY (mandkz, aufnr, pos), FOREIGN KEY (mandkz, aufnr) REFERENCES auftrag);
CREATE TABLE stempel (stnr int PRIMARY KEY, bennr int NOT NULL, aufnr int, zeit timestamp, truth char(3));
CREATE TABLE rechnung (renr varchar(12) PRIMARY KEY, mandkz char(3), kdnr int REFERENCES kunde, sachb int REFERENCES benutzer, betrag numeric(10,2), truth char(3));
CREATE TABLE repos (renr varchar(12) NOT NULL REFERENCES rechnung, pos smallint NOT NULL, text varchar(40), truth char(3), PRIMARY KEY (renr, pos));
CREATE TABLE mahnung (mnr int PRIMARY KEY, renr varchar(12) NOT NULL, stufe smallint, truth char(3));
CREATE TABLE probefahrt (pfnr int PRIMARY KEY, fin char(17) NOT NULL REFERENCES fahrzeug, kdnr int REFERENCES kunde, verkaeufer int NOT NULL REFERENCES benutzer, mandkz char(3), truth char(3));
CREATE TABLE aenderung (lfd int PRIMARY KEY, tabelle varchar(20), schluessel varchar(40), bennr int, alt text, truth char(3));
CREATE TABLE parameter (parkz varchar(10) NOT NULL, mandkz char(3), wert varchar(40), truth char(3), UNIQUE (parkz, mandkz));
INSERT INTO mandant SELECT 'M0' || n, 'Haus ' || n, CASE WHEN n > 1 THEN 'M01' END FROM generate_series(1, 5) n;
-- Benutzer gehoeren keinem Haus. Das Stammhaus zahlt nur das Gehalt, die Personalabteilung sitzt im Konzern.
INSERT INTO benutzer SELECT n, 'BEN' || n, 'M0' || (abs(hashint4((n)::int) % 5) + 1) FROM generate_series(1, 30) n;
INSERT INTO ben_mand SELECT n, 'M0' || (abs(hashint4((n)::int) % 5) + 1), date '2015-01-01', CASE WHEN n % 6 = 0 THEN date '2020-12-31' END, 'M0' || (abs(hashint4((n)::int) % 5) + 1) FROM generate_series(1, 30) n;
INSERT INTO ben_mand SELECT n, 'M0' || (abs(hashint4((n)::int) % 5) + 1) % 5 + 1, date '2021-01-01', NULL, 'M0' || (abs(hashint4((n)::int) % 5) + 1) % 5 + 1 FROM generate_series(1, 30) n WHERE n % 6 = 0 OR n % 7 = 0;
-- Der Kundenstamm ist konzernweit. anlmand sagt nur, wo er zuerst angelegt worden ist.
INSERT INTO kunde SELECT n, 'Kunde ' || n, 'M0' || (abs(hashint4((n+10)::int) % 5) + 1) FROM generate_series(1, 70) n;
INSERT INTO kdkonto SELECT DISTINCT 'M0' || CASE WHEN n % 3 > 0 THEN (abs(hashint4((n+10)::int) % 5) + 1) ELSE (abs(hashint4((n+11)::int) % 5) + 1) END, n, 5000, 'M0' || CASE WHEN n % 3 > 0 THEN (abs(hashint4((n+10)::int) % 5) + 1) ELSE (abs(hashint4((n+11)::int) % 5) + 1) END FROM generate_series(1, 70) n;
INSERT INTO hersteller VALUES ('VW', 'VW'), ('OP', 'Opel'), ('BM', 'BMW');
INSERT INTO teil SELECT 'T-' || n, (ARRAY['VW', 'OP', 'BM'])[n % 3 + 1], 'Teil' FROM generate_series(1, 50) n;
INSERT INTO lagerplatz SELECT 'M0' || m, 'R' || p, 'M0' || m FROM generate_series(1, 5) m, generate_series(1, 5) p;
INSERT INTO teillager SELECT l.mandkz, l.platz, 'T-' || (k * 17 + substr(l.platz, 2)::int * 5 + substr(l.mandkz, 3)::int) % 50 + 1, 3, l.truth FROM lagerplatz l, generate_series(1, 3) k;
-- Eine Umlagerung ist der Beleg des abgebenden Hauses.
INSERT INTO umlag SELECT n, 'M0' || (abs(hashint4((n+20)::int) % 5) + 1), 'M0' || ((abs(hashint4((n+20)::int) % 5) + 1) + (abs(hashint4((n+21)::int) % 4) + 1) - 1) % 5 + 1, 'T-' || (abs(hashint4((n+22)::int) % 50) + 1), 1, 'M0' || (abs(hashint4((n+20)::int) % 5) + 1) FROM generate_series(1, 40) n;
-- Ein Fahrzeug im Bestand ist des Hauses, in dem es steht. Kundenfahrzeuge sind keines Hauses, mandkz ist dann leer.
INSERT INTO fahrzeug SELECT 'WVWZZZ1JZ' || lpad(n::text, 8, '0'), CASE WHEN n % 2 = 0 THEN 'M0' || (abs(hashint4((n+30)::int) % 5) + 1) END, CASE WHEN n % 6 = 0 THEN 'M0' || (abs(hashint4((n+30)::int) % 5) + 1) % 5 + 1 END, CASE WHEN n % 2 = 1 THEN (abs(hashint4((n+31)::int) % 70) + 1) END, 'Golf', CASE WHEN n % 2 = 0 THEN 'M0' || (abs(hashint4((n+30)::int) % 5) + 1) END FROM generate_series(1, 60) n;
-- Auftraege werden je Haus gezaehlt.
INSERT INTO auftrag SELECT m, row_number() OVER (PARTITION BY m ORDER BY n), f.fin, f.kdnr, (SELECT bennr FROM ben_mand b WHERE b.mandkz = m ORDER BY md5(bennr || '-' || n) LIMIT 1), m
  FROM (SELECT n, 'M0' || (abs(hashint4((n+40)::int) % 5) + 1) AS m FROM generate_series(1, 70) n) x JOIN fahrzeug f ON f.fin = 'WVWZZZ1JZ' || lpad(((abs(hashint4((n+41)::int) % 60) + 1))::text, 8, '0');
-- lagmand ist das Haus, aus dessen Lager das Teil kommt.
INSERT INTO aufpos SELECT a.mandkz, a.aufnr, k, CASE WHEN k = 1 THEN 'T-' || (abs(hashint4((a.aufnr+50)::int) % 50) + 1) END, CASE WHEN k = 1 THEN CASE WHEN a.aufnr % 5 = 0 THEN 'M01' ELSE a.mandkz END END, a.mandkz FROM auftrag a, generate_series(1, 2) k WHERE a.aufnr % 3 > 0 OR k = 1;
-- Gestempelt wird auf die Auftragsnummer, und zwar in dem Haus, in dem der Benutzer an dem Tag angemeldet ist (ben_mand von/bis).
INSERT INTO stempel SELECT n, b.bennr, CASE WHEN n % 5 > 0 THEN (SELECT aufnr FROM auftrag a WHERE a.mandkz = b.mandkz ORDER BY md5(aufnr || '-' || n) LIMIT 1) END, CASE WHEN b.von < date '2020-01-01' THEN timestamp '2019-01-01' ELSE timestamp '2022-01-01' END + n * interval '1 day', b.mandkz
  FROM generate_series(1, 80) n JOIN LATERAL (SELECT * FROM ben_mand b WHERE b.bennr = (abs(hashint4((n+60)::int) % 30) + 1) ORDER BY md5(b.mandkz || n) LIMIT 1) b ON true;
-- Die Nummer beginnt mit dem Haus, das die Rechnung stellt. mandkz ist bei interner Verrechnung das belastete Haus, sonst leer oder das eigene.
INSERT INTO rechnung SELECT m || '-' || n, CASE n % 4 WHEN 0 THEN 'M0' || substr(m, 3)::int % 5 + 1 WHEN 1 THEN m END, CASE WHEN n % 4 > 0 THEN (abs(hashint4((n+70)::int) % 70) + 1) END, (SELECT bennr FROM ben_mand b WHERE b.mandkz = m ORDER BY md5(bennr || '-' || n) LIMIT 1), 100, m FROM (SELECT n, 'M0' || (abs(hashint4((n+71)::int) % 5) + 1) AS m FROM generate_series(1, 60) n) x;
INSERT INTO repos SELECT renr, k, 'Pos', truth FROM rechnung, generate_series(1, 2) k WHERE k = 1 OR betrag > 0 AND kdnr % 2 = 0;
INSERT INTO mahnung SELECT row_number() OVER (ORDER BY renr), renr, 1, truth FROM rechnung WHERE kdnr % 2 = 1;
-- Eine Probefahrt ist des Hauses, das verkauft (mandkz). Das Auto kommt auch aus einem anderen Haus.
INSERT INTO probefahrt SELECT n, f.fin, (abs(hashint4((n+80)::int) % 70) + 1), (SELECT bennr FROM ben_mand b WHERE b.mandkz = m ORDER BY md5(bennr || '-' || n) LIMIT 1), m, m FROM (SELECT n, 'M0' || (abs(hashint4((n+81)::int) % 5) + 1) AS m FROM generate_series(1, 45) n) x
  JOIN LATERAL (SELECT fin FROM fahrzeug f WHERE f.mandkz IS NOT NULL AND (n % 5 = 0 OR f.mandkz = m) ORDER BY md5(f.fin || n) LIMIT 1) f ON true;
INSERT INTO aenderung SELECT row_number() OVER (ORDER BY mandkz, aufnr), 'auftrag', mandkz || '/' || aufnr, annehmer, 'x', truth FROM auftrag WHERE aufnr % 2 = 0;
INSERT INTO aenderung SELECT 100 + n, 'kunde', ((abs(hashint4((n+90)::int) % 70) + 1))::text, (abs(hashint4((n+91)::int) % 30) + 1), 'x', NULL FROM generate_series(1, 25) n;
INSERT INTO parameter SELECT 'P' || n, NULL, 'w' FROM generate_series(1, 10) n;
INSERT INTO parameter SELECT 'P' || n, 'M0' || m, 'w', 'M0' || m FROM generate_series(1, 10) n, generate_series(1, 5) m WHERE (n + m) % 3 = 0;
