-- For a PostgreSQL server of one's own, run once by an administrator when the owner login may not create roles.
-- Afterwards: DATABASE_URL is a login in yuanshu_application and yuanshu_anonymous, DATABASE_OWNER_URL the one that owns the database.
create role yuanshu_application nologin;
create role yuanshu_sign_in nologin;
create role yuanshu_worker nologin;
create role yuanshu_anonymous nologin;
