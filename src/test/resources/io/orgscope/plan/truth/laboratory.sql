-- organizations labs.lab_no lab_no
-- Medical laboratories: natural keys, composite keys, samples that one lab takes and another analyses, no key for half of the references.
CREATE TABLE labs (lab_no char(4) PRIMARY KEY, name text, truth text);
CREATE TABLE practices (practice_no text PRIMARY KEY, lab_no char(4) NOT NULL REFERENCES labs, truth text);
CREATE TABLE doctors (licence text PRIMARY KEY, name text, truth text);
CREATE TABLE doctor_practices (licence text REFERENCES doctors, practice_no text REFERENCES practices, since date, truth text, PRIMARY KEY (licence, practice_no));
CREATE TABLE patients (practice_no text REFERENCES practices, patient_no int, name text, truth text, PRIMARY KEY (practice_no, patient_no));
CREATE TABLE analytes (code text PRIMARY KEY, unit text, truth text);
CREATE TABLE requisitions (req_no int PRIMARY KEY, practice_no text NOT NULL, patient_no int NOT NULL, ordered_by text NOT NULL REFERENCES doctors, truth text,
  FOREIGN KEY (practice_no, patient_no) REFERENCES patients);
CREATE TABLE samples (barcode text PRIMARY KEY, req_no int NOT NULL REFERENCES requisitions, truth text);
CREATE TABLE instruments (serial_no text PRIMARY KEY, lab_no char(4) NOT NULL REFERENCES labs, truth text);
CREATE TABLE readings (id serial PRIMARY KEY, serial_no text NOT NULL REFERENCES instruments, barcode text NOT NULL, analyte text NOT NULL REFERENCES analytes, value numeric, truth text);
CREATE TABLE dilutions (id serial PRIMARY KEY, instrument text NOT NULL REFERENCES instruments, sample_barcode text NOT NULL, truth text);
CREATE TABLE calibrations (id serial PRIMARY KEY, serial_no text NOT NULL REFERENCES instruments, technician text, truth text);
CREATE TABLE send_outs (barcode text NOT NULL REFERENCES samples, target_lab char(4) NOT NULL REFERENCES labs, courier text, truth text, PRIMARY KEY (barcode, target_lab));
CREATE TABLE send_out_results (barcode text NOT NULL, target_lab char(4) NOT NULL, analyte text NOT NULL REFERENCES analytes, truth text, PRIMARY KEY (barcode, target_lab, analyte),
  FOREIGN KEY (barcode, target_lab) REFERENCES send_outs);
CREATE TABLE reference_ranges (lab_no char(4) REFERENCES labs, analyte text NOT NULL REFERENCES analytes, low numeric, truth text, id serial PRIMARY KEY, UNIQUE (lab_no, analyte));
CREATE TABLE consents (id serial PRIMARY KEY, doctor text NOT NULL REFERENCES doctors, patient_no int NOT NULL, truth text);
CREATE TABLE prices (id serial PRIMARY KEY, analyte text NOT NULL REFERENCES analytes, labno char(4), truth text);
CREATE TABLE aliquots (id serial PRIMARY KEY, serial_no text NOT NULL REFERENCES instruments, taken_from_ref text NOT NULL, truth text);
CREATE TABLE complaints (id serial PRIMARY KEY, licence text NOT NULL REFERENCES doctors, req_no int, truth text);
INSERT INTO labs SELECT 'L00' || n, 'l' FROM generate_series(1, 3) n;
INSERT INTO practices SELECT 'P' || n, 'L00' || n % 3 + 1, 'L00' || n % 3 + 1 FROM generate_series(1, 9) n;
INSERT INTO doctors SELECT 'D' || n, 'd' FROM generate_series(1, 12) n;
INSERT INTO doctor_practices SELECT 'D' || n, 'P' || n % 9 + 1, NULL, 'L00' || (n % 9 + 1) % 3 + 1 FROM generate_series(1, 12) n;
INSERT INTO doctor_practices SELECT 'D' || n, 'P' || (n + 1) % 9 + 1, NULL, 'L00' || ((n + 1) % 9 + 1) % 3 + 1 FROM generate_series(1, 6) n;
INSERT INTO patients SELECT 'P' || n % 9 + 1, n, 'p', 'L00' || (n % 9 + 1) % 3 + 1 FROM generate_series(1, 36) n;
INSERT INTO analytes SELECT 'A' || n, 'mg' FROM generate_series(1, 6) n;
INSERT INTO requisitions SELECT n, 'P' || n % 9 + 1, n, 'D' || n % 12 + 1, 'L00' || (n % 9 + 1) % 3 + 1 FROM generate_series(1, 36) n;
INSERT INTO samples SELECT 'S' || n, n % 36 + 1, (SELECT truth FROM requisitions WHERE req_no = n % 36 + 1) FROM generate_series(1, 72) n;
INSERT INTO instruments SELECT 'I' || n, 'L00' || n % 3 + 1, 'L00' || n % 3 + 1 FROM generate_series(1, 6) n;
-- A reading is of the sample's lab; a sixth was read on another lab's instrument.
INSERT INTO readings SELECT n, 'I' || CASE WHEN n % 6 = 0 THEN 1 ELSE (SELECT min(substr(serial_no, 2))::int FROM instruments i WHERE i.truth = s.truth) END, s.barcode, 'A1', 1, s.truth
  FROM generate_series(1, 72) n JOIN samples s ON s.barcode = 'S' || n;
INSERT INTO dilutions SELECT n, 'I' || n % 6 + 1, 'S' || n, (SELECT truth FROM samples WHERE barcode = 'S' || n) FROM generate_series(1, 24) n;
INSERT INTO calibrations SELECT n, 'I' || n % 6 + 1, 't', 'L00' || (n % 6 + 1) % 3 + 1 FROM generate_series(1, 18) n;
-- What is sent out stays the sender's.
INSERT INTO send_outs SELECT 'S' || n, 'L00' || (n + 1) % 3 + 1, 'c', (SELECT truth FROM samples WHERE barcode = 'S' || n) FROM generate_series(1, 18) n;
INSERT INTO send_out_results SELECT barcode, target_lab, 'A2', truth FROM send_outs;
INSERT INTO reference_ranges SELECT 'L00' || n % 3 + 1, 'A' || n / 3 + 1, 1, 'L00' || n % 3 + 1 FROM generate_series(0, 8) n;
INSERT INTO consents SELECT n, 'D' || n % 12 + 1, n, 'L00' || (n % 9 + 1) % 3 + 1 FROM generate_series(1, 24) n;
INSERT INTO prices SELECT n, 'A' || n % 6 + 1, 'L00' || n % 3 + 1, 'L00' || n % 3 + 1 FROM generate_series(1, 18) n;
INSERT INTO complaints SELECT n, 'D' || n % 12 + 1, n, (SELECT truth FROM requisitions WHERE req_no = n) FROM generate_series(1, 12) n;
INSERT INTO aliquots SELECT n, 'I' || n % 6 + 1, 'S' || n, (SELECT truth FROM samples WHERE barcode = 'S' || n) FROM generate_series(1, 12) n;
