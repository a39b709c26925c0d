-- Evidence is never taken away: that it does not hold any more is written beside it, once, with the reason.
create table project_evidence_withdrawal (
  zone_id uuid not null references zone,
  evidence_id uuid not null,
  withdrawn_on date not null,
  because text not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, evidence_id),
  foreign key (zone_id, evidence_id) references project_evidence
);
comment on table project_evidence_withdrawal is 'The result behind a piece of evidence was revoked: no gate looks at it any more';
call declare_zone_table('project_evidence_withdrawal', 'committee', 'select, insert');
