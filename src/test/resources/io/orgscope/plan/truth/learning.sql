-- organizations institutions.id institution_id
-- A learning platform: courses copied from other institutions, question banks of everybody, learners of several, instructors, badges, guardians. Names in camel case.
CREATE TABLE institutions (id serial PRIMARY KEY, name text, "subDomain" text UNIQUE, truth int);
CREATE TABLE "Users" (id serial PRIMARY KEY, "userName" text UNIQUE, truth int);
CREATE TABLE "Enrolments" (id serial PRIMARY KEY, "userId" int NOT NULL REFERENCES "Users", "institutionId" int NOT NULL REFERENCES institutions, truth int, UNIQUE ("userId", "institutionId"));
CREATE TABLE "Departments" (id serial PRIMARY KEY, "institutionId" int NOT NULL REFERENCES institutions, "headId" int REFERENCES "Users", truth int);
CREATE TABLE "Courses" (id serial PRIMARY KEY, "departmentId" int NOT NULL REFERENCES "Departments", "copiedFromId" int REFERENCES "Courses", truth int);
CREATE TABLE "Sections" (id serial PRIMARY KEY, "courseId" int NOT NULL REFERENCES "Courses", "instructorId" int NOT NULL REFERENCES "Users", truth int);
CREATE TABLE "QuestionBanks" (id serial PRIMARY KEY, title text, truth int);
CREATE TABLE "Questions" (id serial PRIMARY KEY, "questionBankId" int NOT NULL REFERENCES "QuestionBanks", truth int);
CREATE TABLE "Quizzes" (id serial PRIMARY KEY, "sectionId" int NOT NULL REFERENCES "Sections", "questionBankId" int REFERENCES "QuestionBanks", truth int);
CREATE TABLE "QuizAttempts" (id serial PRIMARY KEY, "quizId" int NOT NULL REFERENCES "Quizzes", "learnerId" int NOT NULL REFERENCES "Users", truth int);
CREATE TABLE "AttemptAnswers" (id serial PRIMARY KEY, "attemptId" int NOT NULL REFERENCES "QuizAttempts" ON DELETE CASCADE, "questionId" int NOT NULL REFERENCES "Questions", truth int);
CREATE TABLE "Grades" (id serial PRIMARY KEY, "attemptId" int NOT NULL UNIQUE REFERENCES "QuizAttempts", "graderId" int REFERENCES "Users", truth int);
CREATE TABLE "Badges" (id serial PRIMARY KEY, "institutionId" int REFERENCES institutions, truth int);
CREATE TABLE "AwardedBadges" (id serial PRIMARY KEY, "badgeId" int NOT NULL REFERENCES "Badges", "userId" int NOT NULL REFERENCES "Users", truth int);
CREATE TABLE "Certificates" (id serial PRIMARY KEY, "userId" int NOT NULL REFERENCES "Users", "courseId" int REFERENCES "Courses", "issuedById" int REFERENCES "Users", truth int);
CREATE TABLE "Guardians" (id serial PRIMARY KEY, "guardianId" int NOT NULL REFERENCES "Users", "learnerId" int NOT NULL REFERENCES "Users", truth int);
CREATE TABLE "Announcements" (id serial PRIMARY KEY, "institutionId" int REFERENCES institutions, "courseId" int REFERENCES "Courses", "authorId" int NOT NULL REFERENCES "Users", truth int);
CREATE TABLE "Transcripts" (id serial PRIMARY KEY, "userId" int NOT NULL REFERENCES "Users", "sendingInstitutionId" int NOT NULL REFERENCES institutions,
  "receivingInstitutionId" int NOT NULL REFERENCES institutions, truth int);
CREATE TABLE "StudyGroups" (id serial PRIMARY KEY, "founderId" int NOT NULL REFERENCES "Users", truth int);
CREATE TABLE "StudyGroupPosts" (id serial PRIMARY KEY, "studyGroupId" int NOT NULL REFERENCES "StudyGroups", "userId" int NOT NULL REFERENCES "Users", truth int);
CREATE TABLE "LoginSessions" (id serial PRIMARY KEY, "userId" int NOT NULL REFERENCES "Users", truth int);
INSERT INTO institutions SELECT n, 'i', 'i' || n FROM generate_series(1, 3) n;
INSERT INTO "Users" SELECT n, 'u' || n FROM generate_series(1, 15) n;
INSERT INTO "Enrolments" ("userId", "institutionId", truth) SELECT n, n % 3 + 1, n % 3 + 1 FROM generate_series(1, 15) n;
INSERT INTO "Enrolments" ("userId", "institutionId", truth) SELECT n, (n + 1) % 3 + 1, (n + 1) % 3 + 1 FROM generate_series(10, 15) n;
INSERT INTO "Departments" SELECT n, n % 3 + 1, n, n % 3 + 1 FROM generate_series(1, 6) n;
INSERT INTO "Courses" SELECT n, n % 6 + 1, CASE WHEN n > 10 THEN n - 10 END, (n % 6 + 1) % 3 + 1 FROM generate_series(1, 18) n;
INSERT INTO "Sections" SELECT n, n % 18 + 1, (n * 4) % 15 + 1, (SELECT truth FROM "Courses" WHERE id = n % 18 + 1) FROM generate_series(1, 30) n;
INSERT INTO "QuestionBanks" SELECT n, 'q' FROM generate_series(1, 4) n;
INSERT INTO "Questions" SELECT n, n % 4 + 1 FROM generate_series(1, 20) n;
INSERT INTO "Quizzes" SELECT n, n, n % 4 + 1, (SELECT truth FROM "Sections" WHERE id = n) FROM generate_series(1, 30) n;
INSERT INTO "QuizAttempts" SELECT n, n % 30 + 1, n % 15 + 1, (SELECT truth FROM "Quizzes" WHERE id = n % 30 + 1) FROM generate_series(1, 90) n;
INSERT INTO "AttemptAnswers" SELECT n, n, n % 20 + 1, (SELECT truth FROM "QuizAttempts" WHERE id = n) FROM generate_series(1, 90) n;
INSERT INTO "Grades" SELECT n, n, (n * 2) % 15 + 1, (SELECT truth FROM "QuizAttempts" WHERE id = n) FROM generate_series(1, 90) n;
INSERT INTO "Badges" SELECT n, CASE WHEN n > 3 THEN n % 3 + 1 END, CASE WHEN n > 3 THEN n % 3 + 1 END FROM generate_series(1, 9) n;
-- A badge of everybody is awarded by an institution, which the row does not say.
INSERT INTO "AwardedBadges" SELECT n, n % 9 + 1, n % 15 + 1, CASE WHEN n % 9 + 1 > 3 THEN (n % 9 + 1) % 3 + 1 ELSE (n % 15 + 1) % 3 + 1 END FROM generate_series(1, 45) n;
INSERT INTO "Certificates" SELECT n, n % 15 + 1, CASE WHEN n % 2 = 0 THEN n % 18 + 1 END, 1, CASE WHEN n % 2 = 0 THEN ((n % 18 + 1) % 6 + 1) % 3 + 1 ELSE (n % 15 + 1) % 3 + 1 END FROM generate_series(1, 30) n;
INSERT INTO "Guardians" SELECT n, n % 15 + 1, (n + 4) % 15 + 1 FROM generate_series(1, 10) n;
INSERT INTO "Announcements" SELECT n, n % 3 + 1, NULL, n % 15 + 1, n % 3 + 1 FROM generate_series(1, 12) n;
INSERT INTO "Announcements" SELECT n + 12, NULL, n, n % 15 + 1, (n % 6 + 1) % 3 + 1 FROM generate_series(1, 12) n;
INSERT INTO "Transcripts" SELECT n, n % 15 + 1, n % 3 + 1, (n + 1) % 3 + 1, n % 3 + 1 FROM generate_series(1, 15) n;
INSERT INTO "StudyGroups" SELECT n, n, n % 3 + 1 FROM generate_series(1, 12) n;
INSERT INTO "StudyGroupPosts" SELECT n, n % 12 + 1, n % 15 + 1, (n % 12 + 1) % 3 + 1 FROM generate_series(1, 36) n;
INSERT INTO "LoginSessions" SELECT n, n FROM generate_series(1, 15) n;
