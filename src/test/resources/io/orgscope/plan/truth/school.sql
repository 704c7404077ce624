-- organizations schools.code school_code
-- Text keys, keys of two columns, join tables, parents with children at several schools.
CREATE TABLE schools (code varchar(8) PRIMARY KEY, name text, truth text);
CREATE TABLE courses (school_code varchar(8) NOT NULL REFERENCES schools (code), number int, title text, truth text, PRIMARY KEY (school_code, number));
CREATE TABLE students (id serial PRIMARY KEY, school_code varchar(8) NOT NULL REFERENCES schools (code), truth text);
CREATE TABLE guardians (id serial PRIMARY KEY, name text, truth text);
CREATE TABLE guardian_schools (guardian_id int NOT NULL REFERENCES guardians, school_code varchar(8) NOT NULL REFERENCES schools (code), truth text,
  PRIMARY KEY (guardian_id, school_code));
CREATE TABLE student_guardians (student_id int NOT NULL REFERENCES students, guardian_id int NOT NULL REFERENCES guardians, truth text, PRIMARY KEY (student_id, guardian_id));
CREATE TABLE lessons (id serial PRIMARY KEY, course_school varchar(8) NOT NULL, course_number int NOT NULL, truth text,
  FOREIGN KEY (course_school, course_number) REFERENCES courses (school_code, number));
CREATE TABLE attendances (lesson_id int NOT NULL REFERENCES lessons, student_id int NOT NULL REFERENCES students, truth text, PRIMARY KEY (lesson_id, student_id));
CREATE TABLE excuses (id serial PRIMARY KEY, guardian_id int NOT NULL REFERENCES guardians, student_id int REFERENCES students, truth text);
CREATE TABLE donations (id serial PRIMARY KEY, guardian_id int NOT NULL REFERENCES guardians, truth text);
CREATE TABLE exams (id serial PRIMARY KEY, lesson_id int NOT NULL REFERENCES lessons, truth text);
CREATE TABLE exam_results (exam_id int NOT NULL REFERENCES exams ON DELETE CASCADE, student_id int NOT NULL REFERENCES students, truth text, PRIMARY KEY (exam_id, student_id));
CREATE TABLE holidays (id serial PRIMARY KEY, day date, truth text);
INSERT INTO schools SELECT 'S' || n, 's' FROM generate_series(1, 3) n;
INSERT INTO courses SELECT 'S' || (n % 3 + 1), n, 't', 'S' || (n % 3 + 1) FROM generate_series(1, 9) n;
INSERT INTO students SELECT n, 'S' || (n % 3 + 1), 'S' || (n % 3 + 1) FROM generate_series(1, 30) n;
INSERT INTO guardians SELECT n, 'g' FROM generate_series(1, 12) n;
INSERT INTO guardian_schools SELECT n, 'S' || (n % 3 + 1), 'S' || (n % 3 + 1) FROM generate_series(1, 12) n;
INSERT INTO guardian_schools SELECT n, 'S' || ((n + 1) % 3 + 1), 'S' || ((n + 1) % 3 + 1) FROM generate_series(9, 12) n;
INSERT INTO student_guardians SELECT n, (n - 1) % 12 + 1, 'S' || (n % 3 + 1) FROM generate_series(1, 30) n;
INSERT INTO lessons SELECT n, 'S' || ((n % 9 + 1) % 3 + 1), n % 9 + 1, 'S' || ((n % 9 + 1) % 3 + 1) FROM generate_series(1, 36) n;
-- Pupils of one school visit courses of another: the course's school keeps the list.
INSERT INTO attendances SELECT n % 36 + 1, n % 30 + 1, 'S' || (((n % 36 + 1) % 9 + 1) % 3 + 1) FROM generate_series(1, 60) n;
INSERT INTO excuses SELECT n, n % 12 + 1, CASE WHEN n % 3 > 0 THEN n % 30 + 1 END, 'S' || (CASE WHEN n % 3 > 0 THEN (n % 30 + 1) % 3 + 1 ELSE (n + 1) % 3 + 1 END)
  FROM generate_series(1, 30) n;
INSERT INTO donations SELECT n, n % 12 + 1, 'S' || ((n + 1) % 3 + 1) FROM generate_series(1, 30) n;
INSERT INTO exams SELECT n, n, 'S' || ((n % 9 + 1) % 3 + 1) FROM generate_series(1, 36) n;
INSERT INTO exam_results SELECT n % 36 + 1, (n * 7) % 30 + 1, 'S' || (((n % 36 + 1) % 9 + 1) % 3 + 1) FROM generate_series(1, 60) n;
INSERT INTO holidays SELECT n, '2026-01-01' FROM generate_series(1, 4) n;
