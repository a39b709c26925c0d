-- A one-thing package may be about a project: its children's results then belong to it.
alter table approval_package add column project_id uuid;
create index approval_package_project on approval_package (zone_id, project_id) where project_id is not null;

-- Past cases that were entered from another register: by which import, so that nobody takes the days of their steps for days of entry.
alter table approval_case add column imported_on date;
comment on column approval_case.imported_on is 'The day on which a past case was entered with its dated moves; null where the case ran here';
