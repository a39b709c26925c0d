-- What the running of the platform is watched by: whether the schema is the program's, and how long the journal is. Numbers only.
grant select on migration to yuanshu_application;
grant select on journal_head to yuanshu_worker;
create policy length_is_known on journal_head for select to yuanshu_worker using (true);
