-- organizations shelters.id shelter_id
-- Animal shelters: volunteers join several by a table without a unique key, animals move between shelters, adopters are of no shelter, vets visit.
CREATE TABLE shelters (id serial PRIMARY KEY, name text, truth int);
CREATE TABLE volunteers (id serial PRIMARY KEY, name text, truth int);
CREATE TABLE volunteer_shelters (id serial PRIMARY KEY, volunteer_id int NOT NULL REFERENCES volunteers, shelter_id int NOT NULL REFERENCES shelters, created_at timestamptz, truth int);
CREATE TABLE documents (id serial PRIMARY KEY, shelter_id int NOT NULL REFERENCES shelters, truth int);
CREATE TABLE volunteer_badges (id serial PRIMARY KEY, volunteer_id int NOT NULL REFERENCES volunteers, scan_document_id int NOT NULL REFERENCES documents, truth int);
CREATE TABLE kennels (id serial PRIMARY KEY, shelter_id int NOT NULL REFERENCES shelters, truth int);
CREATE TABLE animals (id serial PRIMARY KEY, kennel_id int NOT NULL REFERENCES kennels, mother_id int REFERENCES animals, truth int);
CREATE TABLE moves (id serial PRIMARY KEY, animal_id int NOT NULL REFERENCES animals, from_kennel_id int NOT NULL REFERENCES kennels, to_kennel_id int NOT NULL REFERENCES kennels, truth int);
CREATE TABLE shifts (id serial PRIMARY KEY, volunteer_id int NOT NULL REFERENCES volunteers, kennel_id int REFERENCES kennels, truth int);
CREATE TABLE adopters (id serial PRIMARY KEY, email text UNIQUE, truth int);
CREATE TABLE adoptions (id serial PRIMARY KEY, animal_id int NOT NULL REFERENCES animals, adopter_id int NOT NULL REFERENCES adopters, truth int);
CREATE TABLE adopter_notes (id serial PRIMARY KEY, adopter_id int NOT NULL REFERENCES adopters, volunteer_id int REFERENCES volunteers, truth int);
CREATE TABLE vets (id serial PRIMARY KEY, home_shelter_id int NOT NULL REFERENCES shelters, truth int);
CREATE TABLE visits (id serial PRIMARY KEY, vet_id int NOT NULL REFERENCES vets, animal_id int NOT NULL REFERENCES animals, truth int);
CREATE TABLE vet_rounds (id serial PRIMARY KEY, vet_id int NOT NULL REFERENCES vets, truth int);
CREATE TABLE donations (id serial PRIMARY KEY, donor_id int REFERENCES adopters, campaign_id int, truth int);
CREATE TABLE campaigns (id serial PRIMARY KEY, lead_shelter_id int NOT NULL REFERENCES shelters, supporting_shelter_id int REFERENCES shelters, truth int);
ALTER TABLE donations ADD FOREIGN KEY (campaign_id) REFERENCES campaigns;
INSERT INTO shelters SELECT n, 's' FROM generate_series(1, 3) n;
INSERT INTO volunteers SELECT n, 'v' FROM generate_series(1, 9) n;
INSERT INTO volunteer_shelters (volunteer_id, shelter_id, truth) SELECT n, n % 3 + 1, n % 3 + 1 FROM generate_series(1, 9) n;
INSERT INTO volunteer_shelters (volunteer_id, shelter_id, truth) SELECT n, (n + 1) % 3 + 1, (n + 1) % 3 + 1 FROM generate_series(7, 9) n;
INSERT INTO documents SELECT n, n % 3 + 1, n % 3 + 1 FROM generate_series(1, 18) n;
INSERT INTO volunteer_badges SELECT n, n, n + 1, n % 3 + 1 FROM generate_series(1, 9) n;
INSERT INTO kennels SELECT n, n % 3 + 1, n % 3 + 1 FROM generate_series(1, 9) n;
INSERT INTO animals SELECT n, n % 9 + 1, NULL, (n % 9 + 1) % 3 + 1 FROM generate_series(1, 36) n;
-- A move is the record of the shelter that gives the animal away; the animal is in the other one by now.
INSERT INTO moves SELECT n, n, (n + 1) % 9 + 1, n % 9 + 1, ((n + 1) % 9 + 1) % 3 + 1 FROM generate_series(1, 18) n;
INSERT INTO shifts SELECT n, n % 9 + 1, CASE WHEN n % 2 = 0 THEN n % 9 + 1 END, CASE WHEN n % 2 = 0 THEN (n % 9 + 1) % 3 + 1 ELSE (n % 9 + 1 + CASE WHEN n % 9 > 5 AND n > 18 THEN 1 ELSE 0 END) % 3 + 1 END FROM generate_series(1, 36) n;
INSERT INTO adopters SELECT n, 'a' || n FROM generate_series(1, 12) n;
INSERT INTO adoptions SELECT n, n, n % 12 + 1, (n % 9 + 1) % 3 + 1 FROM generate_series(1, 24) n;
INSERT INTO adopter_notes SELECT n, n, n % 9 + 1, n % 3 + 1 FROM generate_series(1, 12) n;
INSERT INTO vets SELECT n, n % 3 + 1, n % 3 + 1 FROM generate_series(1, 3) n;
INSERT INTO visits SELECT n, n % 3 + 1, n, (n % 9 + 1) % 3 + 1 FROM generate_series(1, 36) n;
INSERT INTO vet_rounds SELECT n, n % 3 + 1, (n + 1) % 3 + 1 FROM generate_series(1, 9) n;
INSERT INTO campaigns SELECT n, n % 3 + 1, (n + 1) % 3 + 1, n % 3 + 1 FROM generate_series(1, 6) n;
INSERT INTO donations SELECT n, n % 12 + 1, n % 6 + 1, (n % 6 + 1) % 3 + 1 FROM generate_series(1, 24) n;
