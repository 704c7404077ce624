-- organizations companies.id company_id
-- Users have a company of their own, and some work for others too; doers are named by what they do.
CREATE TABLE companies (id serial PRIMARY KEY, name text, truth int);
CREATE TABLE users (id serial PRIMARY KEY, company_id int NOT NULL REFERENCES companies, username text UNIQUE, truth int);
CREATE TABLE company_staff_members (user_id int NOT NULL REFERENCES users, company_id int NOT NULL REFERENCES companies, role text, truth int,
  PRIMARY KEY (user_id, company_id));
CREATE TABLE patients (id serial PRIMARY KEY, company_id int NOT NULL REFERENCES companies, truth int);
CREATE TABLE appointments (id serial PRIMARY KEY, patient_id int NOT NULL REFERENCES patients, doctor_id int NOT NULL REFERENCES users, truth int);
CREATE TABLE shifts (id serial PRIMARY KEY, user_id int NOT NULL REFERENCES users, truth int);
CREATE TABLE lab_orders (id serial PRIMARY KEY, appointment_id int REFERENCES appointments, patient_id int REFERENCES patients, ordered_by int NOT NULL REFERENCES users, truth int);
CREATE TABLE exports (id serial PRIMARY KEY, requester_id int NOT NULL REFERENCES users, truth int);
CREATE TABLE rooms (id serial PRIMARY KEY, company_id int REFERENCES companies, truth int);
CREATE TABLE room_bookings (id serial PRIMARY KEY, room_id int NOT NULL REFERENCES rooms ON DELETE CASCADE, user_id int NOT NULL REFERENCES users, truth int);
INSERT INTO companies SELECT n, 'c' FROM generate_series(1, 3) n;
INSERT INTO users SELECT n, n % 3 + 1, 'u' || n, n % 3 + 1 FROM generate_series(1, 12) n;
INSERT INTO company_staff_members SELECT n, n % 3 + 1, 'doctor', n % 3 + 1 FROM generate_series(1, 12) n;
INSERT INTO company_staff_members SELECT n, (n + 1) % 3 + 1, 'locum', (n + 1) % 3 + 1 FROM generate_series(7, 12) n;
INSERT INTO patients SELECT n, n % 3 + 1, n % 3 + 1 FROM generate_series(1, 30) n;
INSERT INTO appointments SELECT n, n % 30 + 1, (n * 7) % 12 + 1, (n % 30 + 1) % 3 + 1 FROM generate_series(1, 60) n;
INSERT INTO shifts SELECT n, n % 12 + 1, (n % 12 + 1 + CASE WHEN n % 12 + 1 > 6 AND n > 30 THEN 1 ELSE 0 END) % 3 + 1 FROM generate_series(1, 60) n;
INSERT INTO lab_orders SELECT n, CASE WHEN n % 2 = 0 THEN n END, CASE WHEN n % 2 = 1 THEN n % 30 + 1 END, n % 12 + 1, (n % 30 + 1) % 3 + 1
  FROM generate_series(1, 60) n;
INSERT INTO exports SELECT n, n % 12 + 1, n % 3 + 1 FROM generate_series(1, 40) n;
INSERT INTO rooms SELECT n, n % 3 + 1, n % 3 + 1 FROM generate_series(1, 6) n;
INSERT INTO room_bookings SELECT n, n % 6 + 1, (n * 5) % 12 + 1, (n % 6 + 1) % 3 + 1 FROM generate_series(1, 60) n;
