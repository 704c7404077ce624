-- organizations Organization.id organizationId
-- Recruitment in Prisma naming with text cuids: agencies and employers are both organizations; a candidate is shared, an application is of the employer, what the agency notes is the agency's.
CREATE TABLE "Organization" (id text PRIMARY KEY, name text NOT NULL, kind text NOT NULL, "parentId" text REFERENCES "Organization"(id), truth text);
CREATE TABLE "User" (id text PRIMARY KEY, email text UNIQUE NOT NULL, "defaultOrganizationId" text REFERENCES "Organization"(id) ON DELETE SET NULL, "avatarUrl" text, truth text);
CREATE TABLE "Member" (id text PRIMARY KEY, "userId" text NOT NULL REFERENCES "User"(id), "organizationId" text NOT NULL REFERENCES "Organization"(id), role text, truth text, UNIQUE ("userId", "organizationId"));
CREATE TABLE "Account" (id text PRIMARY KEY, "userId" text NOT NULL REFERENCES "User"(id) ON DELETE CASCADE, provider text, truth text);
CREATE TABLE "Session" (id text PRIMARY KEY, "userId" text NOT NULL REFERENCES "User"(id) ON DELETE CASCADE, "activeOrganizationId" text, expires timestamp, truth text);
CREATE TABLE "Skill" (slug text PRIMARY KEY, label text, truth text);
CREATE TABLE "Candidate" (id text PRIMARY KEY, "fullName" text, "sourcedById" text REFERENCES "Organization"(id), truth text);
CREATE TABLE "_CandidateToSkill" ("A" text NOT NULL REFERENCES "Candidate"(id), "B" text NOT NULL REFERENCES "Skill"(slug), truth text, PRIMARY KEY ("A", "B"));
CREATE TABLE "Department" (id text PRIMARY KEY, "organizationId" text NOT NULL REFERENCES "Organization"(id), "parentId" text REFERENCES "Department"(id), truth text);
CREATE TABLE "JobPosting" (id text PRIMARY KEY, "departmentId" text NOT NULL REFERENCES "Department"(id), "agencyId" text REFERENCES "Organization"(id), "hiringManagerId" text REFERENCES "User"(id), title text, "deletedAt" timestamp, truth text);
CREATE TABLE "PipelineStage" (id text PRIMARY KEY, "organizationId" text REFERENCES "Organization"(id), name text, "order" int, truth text);
CREATE TABLE "Application" (id text PRIMARY KEY, "jobPostingId" text NOT NULL REFERENCES "JobPosting"(id), "candidateId" text NOT NULL REFERENCES "Candidate"(id), "stageId" text REFERENCES "PipelineStage"(id), "submittedById" text REFERENCES "Member"(id), truth text);
CREATE TABLE "Interview" (id text PRIMARY KEY, "applicationId" text NOT NULL REFERENCES "Application"(id) ON DELETE CASCADE, "interviewerId" text REFERENCES "User"(id), at timestamp, truth text);
CREATE TABLE "Scorecard" (id text PRIMARY KEY, "interviewId" text NOT NULL REFERENCES "Interview"(id), "authorId" text NOT NULL REFERENCES "Member"(id), score int, truth text);
CREATE TABLE "CandidateNote" (id text PRIMARY KEY, "candidateId" text NOT NULL REFERENCES "Candidate"(id), "memberId" text NOT NULL REFERENCES "Member"(id), "applicationId" text REFERENCES "Application"(id), body text, truth text);
CREATE TABLE "Offer" (id text PRIMARY KEY, "applicationId" text NOT NULL UNIQUE REFERENCES "Application"(id), "salaryCents" int, truth text);
CREATE TABLE "PlacementFee" (id text PRIMARY KEY, "offerId" text NOT NULL REFERENCES "Offer"(id), "organizationId" text NOT NULL REFERENCES "Organization"(id), cents int, truth text);
CREATE TABLE "TalentPool" (id text PRIMARY KEY, "organizationId" text NOT NULL REFERENCES "Organization"(id), name text, "memberIds" text[], truth text);
CREATE TABLE "TalentPoolEntry" ("poolId" text NOT NULL REFERENCES "TalentPool"(id), "candidateId" text NOT NULL REFERENCES "Candidate"(id), "addedById" text REFERENCES "User"(id), truth text, PRIMARY KEY ("candidateId", "poolId"));
CREATE TABLE "PoolShare" (id text PRIMARY KEY, "poolId" text NOT NULL REFERENCES "TalentPool"(id), "organizationId" text NOT NULL REFERENCES "Organization"(id), "canEdit" boolean, truth text);
CREATE TABLE "Resume" (id text PRIMARY KEY, "candidateId" text NOT NULL REFERENCES "Candidate"(id), "storageKey" text UNIQUE, truth text);
CREATE TABLE "EmailThread" (id text PRIMARY KEY, "ownerId" text NOT NULL REFERENCES "Member"(id), "candidateId" text REFERENCES "Candidate"(id), truth text);
CREATE TABLE "EmailMessage" (id text PRIMARY KEY, "threadId" text NOT NULL REFERENCES "EmailThread"(id), "inReplyTo" text REFERENCES "EmailMessage"(id), truth text);
CREATE TABLE "AuditLog" (id text PRIMARY KEY, "entityType" text NOT NULL, "entityId" text NOT NULL, "actorId" text REFERENCES "User"(id), diff jsonb, truth text);
-- org1 to org4 are employers, org5 to org7 are agencies.
INSERT INTO "Organization" SELECT 'org' || n, 'O' || n, CASE WHEN n > 4 THEN 'AGENCY' ELSE 'EMPLOYER' END, CASE WHEN n = 7 THEN 'org6' WHEN n = 4 THEN 'org3' END FROM generate_series(1, 7) n;
INSERT INTO "User" SELECT 'usr' || n, 'u' || n || '@r.test', CASE WHEN n % 5 > 0 THEN 'org' || (abs(hashint4((n)::int) % 7) + 1) END, 'https://cdn/' || n FROM generate_series(1, 40) n;
INSERT INTO "Member" SELECT 'mem' || n, 'usr' || n, 'org' || (abs(hashint4((n)::int) % 7) + 1), 'USER', 'org' || (abs(hashint4((n)::int) % 7) + 1) FROM generate_series(1, 40) n;
INSERT INTO "Member" SELECT 'mem' || n + 40, 'usr' || n * 3, 'org' || (abs(hashint4((n*3)::int) % 7) + 1) % 7 + 1, 'USER', 'org' || (abs(hashint4((n*3)::int) % 7) + 1) % 7 + 1 FROM generate_series(1, 12) n;
INSERT INTO "Account" SELECT 'acc' || n, 'usr' || n, 'google' FROM generate_series(1, 40) n;
-- A session is the user's. Which organization is open in it says nothing.
INSERT INTO "Session" SELECT 'ses' || n, 'usr' || (abs(hashint4((n+60)::int) % 40) + 1), CASE WHEN n % 4 > 0 THEN (SELECT "organizationId" FROM "Member" WHERE "userId" = 'usr' || (abs(hashint4((n+60)::int) % 40) + 1) LIMIT 1) END, now() FROM generate_series(1, 50) n;
INSERT INTO "Skill" SELECT 'skill-' || n, 'S' FROM generate_series(1, 20) n;
-- Candidates have their own login and apply everywhere. The one who brought them in has no claim.
INSERT INTO "Candidate" SELECT 'cand' || n, 'N' || n, CASE WHEN n % 3 = 0 THEN 'org' || (abs(hashint4((n+70)::int) % 3) + 1) + 4 END FROM generate_series(1, 60) n;
INSERT INTO "_CandidateToSkill" SELECT DISTINCT 'cand' || (abs(hashint4((n+80)::int) % 60) + 1), 'skill-' || (abs(hashint4((n+99)::int) % 20) + 1) FROM generate_series(1, 90) n;
INSERT INTO "Department" SELECT 'dep' || n, 'org' || (n - 1) % 4 + 1, CASE WHEN n > 8 THEN 'dep' || n - 8 END, 'org' || (n - 1) % 4 + 1 FROM generate_series(1, 24) n;
-- A posting is the employer's, an agency may run it.
INSERT INTO "JobPosting" SELECT 'job' || n, d.id, CASE WHEN n % 2 = 0 THEN 'org' || (abs(hashint4((n+90)::int) % 3) + 1) + 4 END, (SELECT "userId" FROM "Member" m WHERE m.truth = d.truth ORDER BY md5(m.id || n) LIMIT 1), 'Job', CASE WHEN n % 9 = 0 THEN now() END, d.truth FROM generate_series(1, 40) n JOIN "Department" d ON d.id = 'dep' || (abs(hashint4((n+170)::int) % 24) + 1);
INSERT INTO "PipelineStage" SELECT 'stg' || n, CASE WHEN n > 5 THEN 'org' || (abs(hashint4((n+180)::int) % 4) + 1) END, 'Stage', n, CASE WHEN n > 5 THEN 'org' || (abs(hashint4((n+180)::int) % 4) + 1) END FROM generate_series(1, 25) n;
-- An application is the employer's. It is handed in by the candidate himself (nobody), by a recruiter of the employer or by one of the agency.
INSERT INTO "Application" SELECT 'app' || n, j.id, 'cand' || (abs(hashint4((n+270)::int) % 60) + 1), s.id, CASE n % 4 WHEN 0 THEN (SELECT m.id FROM "Member" m WHERE m.truth = coalesce(j."agencyId", j.truth) ORDER BY md5(m.id || n) LIMIT 1) WHEN 1 THEN (SELECT m.id FROM "Member" m WHERE m.truth = j.truth ORDER BY md5(m.id || n) LIMIT 1) END, j.truth
  FROM generate_series(1, 80) n JOIN "JobPosting" j ON j.id = 'job' || (abs(hashint4((n+280)::int) % 40) + 1) JOIN LATERAL (SELECT id FROM "PipelineStage" s WHERE s.truth = j.truth OR s.truth IS NULL ORDER BY md5(s.id || n) LIMIT 1) s ON true;
INSERT INTO "Interview" SELECT 'int' || n, a.id, CASE WHEN n % 7 > 0 THEN (SELECT "userId" FROM "Member" m WHERE m.truth = a.truth ORDER BY md5(m.id || n) LIMIT 1) END, now(), a.truth FROM generate_series(1, 60) n JOIN "Application" a ON a.id = 'app' || (abs(hashint4((n+370)::int) % 80) + 1);
-- A scorecard is of the employer of the interview, some are filled in by the agency's recruiter.
INSERT INTO "Scorecard" SELECT 'sc' || n, i.id, (SELECT m.id FROM "Member" m WHERE m.truth = CASE WHEN n % 5 = 0 THEN 'org' || (abs(hashint4((n)::int) % 3) + 1) + 4 ELSE i.truth END ORDER BY md5(m.id || n) LIMIT 1), 3, i.truth FROM generate_series(1, 50) n JOIN "Interview" i ON i.id = 'int' || (abs(hashint4((n+470)::int) % 60) + 1);
-- A note is confidential to the organization of the member who wrote it, whoever's application it is on.
INSERT INTO "CandidateNote" SELECT 'note' || n, a."candidateId", m.id, CASE WHEN n % 3 > 0 THEN a.id END, 'x', m.truth FROM generate_series(1, 60) n JOIN "Application" a ON a.id = 'app' || (abs(hashint4((n+570)::int) % 80) + 1) JOIN LATERAL (SELECT id, truth FROM "Member" m WHERE m.truth = CASE WHEN n % 3 = 0 THEN 'org' || (abs(hashint4((n)::int) % 3) + 1) + 4 ELSE a.truth END ORDER BY md5(m.id || n) LIMIT 1) m ON true;
INSERT INTO "CandidateNote" SELECT 'note' || n, a."candidateId", m.id, a.id, 'x', m.truth FROM generate_series(61, 72) n JOIN "Application" a ON a.id = 'app' || (abs(hashint4((n+570)::int) % 80) + 1) JOIN LATERAL (SELECT id, truth FROM "Member" m WHERE m.truth = 'org' || (abs(hashint4((n)::int) % 3) + 1) + 4 ORDER BY md5(m.id || n) LIMIT 1) m ON true;
INSERT INTO "Offer" SELECT 'off' || n, 'app' || n, 5000000, a.truth FROM generate_series(1, 40) n JOIN "Application" a ON a.id = 'app' || n;
-- The fee is the claim of the agency that earned it. It is entered in the organization that owes: organizationId is the debtor.
INSERT INTO "PlacementFee" SELECT 'fee' || o.id, o.id, o.truth, 900000, j."agencyId" FROM "Offer" o JOIN "Application" a ON a.id = o."applicationId" JOIN "JobPosting" j ON j.id = a."jobPostingId" WHERE j."agencyId" IS NOT NULL;
INSERT INTO "TalentPool" SELECT 'pool' || n, 'org' || (n - 1) % 7 + 1, 'P', ARRAY(SELECT id FROM "Member" m WHERE m.truth = 'org' || (n - 1) % 7 + 1 ORDER BY id LIMIT 3), 'org' || (n - 1) % 7 + 1 FROM generate_series(1, 21) n;
INSERT INTO "TalentPoolEntry" SELECT p.id, 'cand' || k, (SELECT "userId" FROM "Member" m WHERE m.truth = p.truth ORDER BY md5(m.id || k) LIMIT 1), p.truth FROM (SELECT DISTINCT (abs(hashint4((n+670)::int) % 21) + 1) AS p, (abs(hashint4((n+680)::int) % 60) + 1) AS k FROM generate_series(1, 80) n) x JOIN "TalentPool" p ON p.id = 'pool' || x.p;
-- A share is kept by the owner of the pool, organizationId is with whom it is shared.
INSERT INTO "PoolShare" SELECT 'shr' || p.id, p.id, 'org' || (substr(p.truth, 4)::int + (abs(hashint4((substr(p.id, 5)::int+77)::int) % 6) + 1) - 1) % 7 + 1, false, p.truth FROM "TalentPool" p;
INSERT INTO "Resume" SELECT 'res' || n, 'cand' || (abs(hashint4((n+770)::int) % 60) + 1), 'r/' || n FROM generate_series(1, 60) n;
INSERT INTO "EmailThread" SELECT 'thr' || n, m.id, CASE WHEN n % 6 > 0 THEN 'cand' || (abs(hashint4((n+870)::int) % 60) + 1) END, m.truth FROM generate_series(1, 45) n JOIN "Member" m ON m.id = 'mem' || (abs(hashint4((n+880)::int) % 52) + 1);
INSERT INTO "EmailMessage" SELECT 'msg' || n, t.id, CASE WHEN n > 45 THEN 'msg' || n - 45 END, t.truth FROM generate_series(1, 80) n JOIN "EmailThread" t ON t.id = 'thr' || (n - 1) % 45 + 1;
INSERT INTO "AuditLog" SELECT 'log' || n, 'Application', a.id, 'usr' || (abs(hashint4((n+970)::int) % 40) + 1), '{}', a.truth FROM generate_series(1, 35) n JOIN "Application" a ON a.id = 'app' || (abs(hashint4((n+980)::int) % 80) + 1);
INSERT INTO "AuditLog" SELECT 'log' || n, 'TalentPool', p.id, 'usr' || (abs(hashint4((n+970)::int) % 40) + 1), '{}', p.truth FROM generate_series(36, 60) n JOIN "TalentPool" p ON p.id = 'pool' || (abs(hashint4((n+980)::int) % 21) + 1);
INSERT INTO "AuditLog" SELECT 'log' || n, 'Candidate', 'cand' || (abs(hashint4((n+990)::int) % 60) + 1), NULL, '{}', NULL FROM generate_series(61, 75) n;
