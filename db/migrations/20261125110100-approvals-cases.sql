-- Cases. What happened is appended (steps, pieces, opinions); the case row carries its state, which is the fold of its steps and is written
-- with them. Rows carry the enterprise that owns them, so that its own account sees them and no other does.
create table approval_package (
  zone_id uuid not null references zone,
  id uuid not null,
  number text not null,
  code text not null,
  definition_version integer not null,
  enterprise_id uuid,
  enterprise_name text not null,
  uscc text,
  title text not null,
  contact_name text not null default '',
  contact_phone text not null default '',
  form jsonb not null default '{}',
  access_hash text not null,
  state text not null default 'DRAFT' check (state in ('DRAFT', 'RUNNING', 'COMPENSATING', 'DONE', 'WITHDRAWN')),
  applicant_id text not null,
  submitted_on date,
  finished_on date,
  version integer not null default 1,
  primary key (zone_id, id),
  unique (zone_id, number),
  foreign key (zone_id, code, definition_version) references approval_package_definition
);
create index approval_package_state on approval_package (zone_id, state);
call declare_zone_table('approval_package', 'own', 'select, insert, update');

create table approval_case (
  zone_id uuid not null references zone,
  id uuid not null,
  number text not null,
  matter_code text not null,
  matter_version integer not null,
  department_id uuid,
  enterprise_id uuid,
  enterprise_name text not null,
  uscc text,
  project_id uuid,
  package_id uuid,
  title text not null,
  contact_name text not null default '',
  contact_phone text not null default '',
  form jsonb not null default '{}',
  access_hash text not null,
  state text not null default 'DRAFT' check (state in
    ('DRAFT', 'SUBMITTED', 'SUPPLEMENT', 'ACCEPTED', 'REVIEWING', 'SUSPENDED', 'DECIDED', 'DELIVERED', 'WITHDRAWN', 'TERMINATED')),
  decision text check (decision in ('granted', 'refused')),
  applicant_id text not null,
  holder_id uuid,
  accepted_by text,
  submitted_on date,
  accepted_on date,
  decided_on date,
  delivered_on date,
  ended_on date,
  legal_due_on date,
  promised_due_on date,
  due_provisional boolean not null default false,
  drafted_on date not null,
  changed_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (zone_id, id),
  unique (zone_id, number),
  foreign key (zone_id, matter_code, matter_version) references approval_matter,
  foreign key (zone_id, department_id) references department,
  foreign key (zone_id, holder_id) references person,
  foreign key (zone_id, package_id) references approval_package,
  check ((decision is null) = (decided_on is null))
);
comment on column approval_case.access_hash is 'Digest of the code that opens the public status page; the code itself is shown once';
comment on column approval_case.applicant_id is 'Who filed it; decides nothing about it (no self-approval)';
comment on column approval_case.legal_due_on is 'As last reckoned, for the desk to sort and filter by; the clock itself is read from the steps and pauses';
create index approval_case_open on approval_case (zone_id, promised_due_on) where state in ('SUBMITTED', 'SUPPLEMENT', 'ACCEPTED', 'REVIEWING', 'SUSPENDED', 'DECIDED');
create index approval_case_state on approval_case (zone_id, state);
create index approval_case_project on approval_case (zone_id, project_id) where project_id is not null;
create index approval_case_matter on approval_case (zone_id, matter_code, accepted_on);
create index approval_case_enterprise on approval_case (zone_id, enterprise_id) where enterprise_id is not null;
create index approval_case_package on approval_case (zone_id, package_id) where package_id is not null;
call declare_zone_table('approval_case', 'own', 'select, insert, update');

create table approval_step (
  zone_id uuid not null references zone,
  case_id uuid not null,
  ordinal integer not null,
  enterprise_id uuid,
  move text not null,
  from_state text,
  to_state text not null,
  happened_on date not null,
  note text,
  automatic text,
  detail jsonb not null default '{}',
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, case_id, ordinal),
  foreign key (zone_id, case_id) references approval_case
);
comment on column approval_step.automatic is 'The rule by which the platform took the step by itself; null where a person did';
call declare_zone_table('approval_step', 'own', 'select, insert');

create table approval_piece (
  zone_id uuid not null references zone,
  id uuid not null,
  case_id uuid,
  package_id uuid,
  enterprise_id uuid,
  material_key text not null,
  how text not null check (how in ('provided', 'commitment', 'deferred', 'reused')),
  file_hash text,
  file_name text,
  reused_number text,
  note text not null default '',
  provided_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, id),
  foreign key (zone_id, case_id) references approval_case,
  foreign key (zone_id, package_id) references approval_package,
  foreign key (zone_id, file_hash) references file,
  check ((case_id is null) <> (package_id is null))
);
comment on table approval_piece is 'Each time a material was provided, promised, deferred or reused; the newest of a material counts';
create index approval_piece_of on approval_piece (zone_id, case_id, material_key);
create index approval_piece_of_package on approval_piece (zone_id, package_id) where package_id is not null;
call declare_zone_table('approval_piece', 'own', 'select, insert');

create table approval_pause (
  zone_id uuid not null references zone,
  id uuid not null,
  case_id uuid not null,
  enterprise_id uuid,
  reason text not null,
  from_day date not null,
  to_day date,
  notice text not null,
  by text not null,
  primary key (zone_id, id),
  foreign key (zone_id, case_id) references approval_case,
  check (to_day is null or to_day >= from_day)
);
create index approval_pause_of on approval_pause (zone_id, case_id);
call declare_zone_table('approval_pause', 'own', 'select, insert, update');

create table approval_extension (
  zone_id uuid not null references zone,
  case_id uuid not null,
  length integer not null,
  granted_on date not null,
  reason text not null,
  source text not null,
  enterprise_id uuid,
  by text not null,
  by_name text not null,
  primary key (zone_id, case_id),
  foreign key (zone_id, case_id) references approval_case
);
comment on table approval_extension is 'Once for each case: the key holds it';
call declare_zone_table('approval_extension', 'own', 'select, insert');

create table approval_supplement (
  zone_id uuid not null references zone,
  case_id uuid not null,
  enterprise_id uuid,
  noticed_on date not null,
  items text[] not null,
  due_on date,
  answered_on date,
  answer text,
  by text not null,
  primary key (zone_id, case_id),
  foreign key (zone_id, case_id) references approval_case
);
comment on table approval_supplement is 'Once and complete: the key holds it';
call declare_zone_table('approval_supplement', 'own', 'select, insert, update');

create table approval_review (
  zone_id uuid not null references zone,
  case_id uuid not null,
  node text not null,
  enterprise_id uuid,
  department_id uuid,
  department_name text not null,
  state text not null default 'waiting' check (state in ('waiting', 'open', 'agreed', 'objected', 'silent')),
  opened_on date,
  due_on date,
  due_provisional boolean not null default false,
  closed_on date,
  opinion text,
  by text,
  by_name text,
  primary key (zone_id, case_id, node),
  foreign key (zone_id, case_id) references approval_case,
  foreign key (zone_id, department_id) references department
);
create index approval_review_open on approval_review (zone_id, due_on) where state = 'open';
call declare_zone_table('approval_review', 'own', 'select, insert, update');

create table approval_commitment (
  zone_id uuid not null references zone,
  id uuid not null,
  case_id uuid not null,
  enterprise_id uuid,
  material_key text not null,
  text text not null,
  promised_on date not null,
  verify_by date not null,
  verify_provisional boolean not null default false,
  state text not null default 'PENDING' check (state in ('PENDING', 'VERIFIED', 'FALSE', 'CORRECTED', 'REVOKED')),
  finding text,
  found_on date,
  correct_by date,
  found_by text,
  version integer not null default 1,
  primary key (zone_id, id),
  foreign key (zone_id, case_id) references approval_case
);
create index approval_commitment_of on approval_commitment (zone_id, case_id);
create index approval_commitment_due on approval_commitment (zone_id, verify_by) where state in ('PENDING', 'FALSE');
call declare_zone_table('approval_commitment', 'own', 'select, insert, update');

create table approval_deferral (
  zone_id uuid not null references zone,
  id uuid not null,
  case_id uuid not null,
  enterprise_id uuid,
  material_key text not null,
  promised_on date not null,
  due_on date not null,
  due_provisional boolean not null default false,
  state text not null default 'OPEN' check (state in ('OPEN', 'SUPPLIED', 'LAPSED')),
  supplied_on date,
  primary key (zone_id, id),
  foreign key (zone_id, case_id) references approval_case
);
create index approval_deferral_of on approval_deferral (zone_id, case_id);
create index approval_deferral_due on approval_deferral (zone_id, due_on) where state = 'OPEN';
call declare_zone_table('approval_deferral', 'own', 'select, insert, update');

create table approval_exclusion (
  zone_id uuid not null references zone,
  id uuid not null,
  enterprise_id uuid,
  enterprise_name text not null,
  uscc text,
  commitment_id uuid not null,
  since date not null,
  because text not null,
  repaired_on date,
  repair text,
  repaired_by text,
  primary key (zone_id, id),
  foreign key (zone_id, commitment_id) references approval_commitment
);
comment on table approval_exclusion is 'Who promised falsely may not promise again until its credit is repaired';
call declare_zone_table('approval_exclusion', 'own', 'select, insert, update');

create table approval_assist (
  zone_id uuid not null references zone,
  id uuid not null,
  case_id uuid not null,
  enterprise_id uuid,
  helper_id uuid not null,
  helper_name text not null,
  authorisation text not null,
  from_day date not null,
  to_day date,
  primary key (zone_id, id),
  foreign key (zone_id, case_id) references approval_case,
  foreign key (zone_id, helper_id) references person
);
create index approval_assist_of on approval_assist (zone_id, case_id);
call declare_zone_table('approval_assist', 'own', 'select, insert, update');

create table approval_assist_log (
  zone_id uuid not null references zone,
  id uuid not null,
  assist_id uuid not null,
  enterprise_id uuid,
  text text not null,
  happened_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, id),
  foreign key (zone_id, assist_id) references approval_assist
);
call declare_zone_table('approval_assist_log', 'own', 'select, insert');

create table approval_result (
  zone_id uuid not null references zone,
  case_id uuid not null,
  enterprise_id uuid,
  matter_code text not null,
  number text not null,
  name_zh text not null,
  name_en text not null,
  dated_on date not null,
  valid_until date,
  file_hash text,
  file_name text,
  delivered_on date,
  delivered_how text,
  revoked_on date,
  revoked_because text,
  primary key (zone_id, case_id),
  foreign key (zone_id, case_id) references approval_case,
  foreign key (zone_id, file_hash) references file
);
create index approval_result_number on approval_result (zone_id, number);
call declare_zone_table('approval_result', 'own', 'select, insert, update');

create table approval_compensation (
  zone_id uuid not null references zone,
  id uuid not null,
  package_id uuid not null,
  enterprise_id uuid,
  failed_matter text not null,
  matter_code text not null,
  text_zh text not null,
  text_en text not null,
  opened_on date not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'DONE')),
  done_on date,
  note text,
  by text,
  version integer not null default 1,
  primary key (zone_id, id),
  foreign key (zone_id, package_id) references approval_package
);
create index approval_compensation_of on approval_compensation (zone_id, package_id);
call declare_zone_table('approval_compensation', 'own', 'select, insert, update');

-- What number and code open: a copy written with every step, never the working tables. Nobody reads the table but through the door below.
create table approval_status (
  zone_id uuid not null references zone,
  number text not null,
  ordinal integer not null,
  access_hash text not null,
  content jsonb not null,
  recorded_at timestamptz not null default now(),
  primary key (zone_id, number, ordinal)
);
call declare_zone_table('approval_status', 'record', 'insert');
create function find_case_status(asked_number text, asked_hash text) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select content from approval_status
  where zone_id = nullif(current_setting('app.zone', true), '')::uuid and number = asked_number and access_hash = asked_hash
  order by ordinal desc limit 1
$$;
revoke execute on function find_case_status from public;
grant execute on function find_case_status to yuanshu_anonymous, yuanshu_application;
