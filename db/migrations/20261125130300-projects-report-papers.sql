-- An invoice or a supervisor's sheet comes with the report of a month: evidence like any other, that knows its report.
alter table project_evidence add column report_id uuid, add foreign key (zone_id, report_id) references project_report;
comment on column project_evidence.report_id is 'The report of a month that it came with; null for evidence of the project as such';
create index project_evidence_report on project_evidence (zone_id, report_id) where report_id is not null;
