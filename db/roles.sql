-- For a PostgreSQL server of one's own, run once by an administrator. The owner migrates (DATABASE_OWNER_URL), the application
-- login owns nothing (DATABASE_URL). Change both passwords. One login for all works too: grant it all four groups.
create role yuanshu_application nologin;
create role yuanshu_sign_in nologin;
create role yuanshu_worker nologin;
create role yuanshu_anonymous nologin;

create role yuanshu_owner login password 'change-me';
create role yuanshu_app login password 'change-me';
grant yuanshu_application, yuanshu_anonymous, yuanshu_worker, yuanshu_sign_in to yuanshu_app;
create database yuanshu owner yuanshu_owner template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8';

-- Reads everything for `yuanshu backup` (BACKUP_DATABASE_URL), past row-level security, and can change nothing.
create role yuanshu_backup login password 'change-me' bypassrls;
grant pg_read_all_data to yuanshu_backup;
