-- Due diligence of a lead's party, the tailored plan of a lead, and the watch over residents. What was known is appended, never repainted:
-- a corrected statement is a further revision, a lifted event keeps its day, a returned paper is followed by another edition.
create table diligence_statement (
  zone_id uuid not null references zone,
  party_key text not null,
  year integer not null check (year between 1990 and 2100),
  revision integer not null,
  party_name text not null,
  industry text not null default '',
  items jsonb not null,
  source text not null,
  recorded_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, party_key, year, revision)
);
comment on table diligence_statement is 'Annual statements as filed, in yuan; the last revision of a year counts. The party is named by its key as in promotion_lead.party_key';
create index diligence_statement_industry on diligence_statement (zone_id, industry, year);
call declare_zone_table('diligence_statement', 'committee', 'select, insert');

create table diligence_event (
  zone_id uuid not null references zone,
  id uuid not null,
  party_key text not null,
  party_name text not null,
  kind text not null check (kind in ('dishonest-debtor', 'tax-arrears', 'litigation', 'environmental-penalty')),
  happened_on date not null,
  subject text not null,
  source text not null,
  lifted_on date,
  lifted_because text,
  lifted_by text,
  lifted_by_name text,
  recorded_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  version integer not null default 1,
  primary key (zone_id, id),
  check ((lifted_on is null) = (lifted_by is null)),
  check (lifted_on >= happened_on)
);
create index diligence_event_of on diligence_event (zone_id, party_key, happened_on);
call declare_zone_table('diligence_event', 'committee', 'select, insert, update');

create table diligence_holding (
  zone_id uuid not null references zone,
  id uuid not null,
  holder_key text not null,
  holder_name text not null,
  held_key text not null,
  held_name text not null,
  share_pct numeric(7, 4) check (share_pct > 0 and share_pct <= 100),
  evidence text,
  from_on date,
  to_on date,
  source text not null,
  recorded_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  version integer not null default 1,
  primary key (zone_id, id),
  check (holder_key <> held_key),
  check (to_on >= from_on)
);
comment on column diligence_holding.evidence is 'What shows that the holder controls; the share alone shows a holding';
create index diligence_holding_held on diligence_holding (zone_id, held_key);
call declare_zone_table('diligence_holding', 'committee', 'select, insert, update');

create table diligence_parent_claim (
  zone_id uuid not null references zone,
  id uuid not null,
  lead_id uuid not null,
  parent_key text not null,
  parent_name text not null,
  claimed_on date not null,
  source text not null,
  recorded_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, id),
  unique (zone_id, lead_id, parent_key),
  foreign key (zone_id, lead_id) references promotion_lead
);
comment on table diligence_parent_claim is 'What the party says of whom it belongs to; whether holdings bear it out is computed';
call declare_zone_table('diligence_parent_claim', 'committee', 'select, insert');

create table diligence_denial (
  zone_id uuid not null references zone,
  id uuid not null,
  parent_key text not null,
  parent_name text not null,
  party_key text not null,
  party_name text not null,
  denied_on date not null,
  evidence text not null,
  recorded_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, id)
);
comment on table diligence_denial is 'Public statements of an alleged parent that an enterprise does not belong to it';
create index diligence_denial_of on diligence_denial (zone_id, party_key);
call declare_zone_table('diligence_denial', 'committee', 'select, insert');

create table diligence_rule (
  zone_id uuid not null references zone,
  version integer not null,
  effective_on date not null,
  content jsonb not null,
  reason text not null,
  changed_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, version)
);
comment on table diligence_rule is 'Red lines and thresholds of early warning as the zone set them; the platform''s own stand before the first';
call declare_zone_table('diligence_rule', 'committee', 'select, insert');

create table diligence_memo (
  zone_id uuid not null references zone,
  id uuid not null,
  lead_id uuid not null,
  edition integer not null,
  state text not null default 'DRAFT' check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'RETURNED')),
  recommendation text not null check (recommendation in ('proceed', 'conditional', 'stop')),
  summary text not null,
  conditions jsonb not null default '[]',
  findings jsonb,
  written_on date not null,
  written_by text not null,
  written_by_name text not null,
  submitted_on date,
  reviewed_on date,
  reviewed_by text,
  reviewed_by_name text,
  review text,
  evidence_id uuid,
  recorded_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (zone_id, id),
  unique (zone_id, lead_id, edition),
  foreign key (zone_id, lead_id) references promotion_lead,
  foreign key (zone_id, evidence_id) references promotion_evidence,
  check ((state = 'DRAFT') = (submitted_on is null)),
  check ((state in ('APPROVED', 'RETURNED')) = (reviewed_by is not null)),
  -- handbook §1: no self-approval.
  check (reviewed_by is distinct from written_by)
);
comment on column diligence_memo.findings is 'Red lines, distress and parentage as they stood on the day of submission: what the reviewer looked at';
create unique index diligence_memo_open on diligence_memo (zone_id, lead_id) where state in ('DRAFT', 'SUBMITTED');
call declare_zone_table('diligence_memo', 'committee', 'select, insert, update');

create table contract_clause (
  zone_id uuid not null references zone,
  contract_id uuid not null,
  ordinal integer not null,
  clause text not null,
  words text not null,
  memo_id uuid not null,
  recorded_on date not null,
  primary key (zone_id, contract_id, ordinal),
  unique (zone_id, contract_id, clause),
  foreign key (zone_id, contract_id) references promotion_contract,
  foreign key (zone_id, memo_id) references diligence_memo
);
comment on table contract_clause is 'Conditions of the approved risk memo, in the contract that follows it';
call declare_zone_table('contract_clause', 'committee', 'select, insert');

create table dossier (
  zone_id uuid not null references zone,
  id uuid not null,
  lead_id uuid not null,
  edition integer not null,
  state text not null default 'DRAFT' check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'RETURNED')),
  content jsonb not null,
  facts jsonb,
  written_on date not null,
  written_by text not null,
  written_by_name text not null,
  submitted_on date,
  reviewed_on date,
  reviewed_by text,
  reviewed_by_name text,
  review text,
  evidence_id uuid,
  recorded_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (zone_id, id),
  unique (zone_id, lead_id, edition),
  foreign key (zone_id, lead_id) references promotion_lead,
  foreign key (zone_id, evidence_id) references promotion_evidence,
  check ((state = 'DRAFT') = (submitted_on is null)),
  check ((state in ('APPROVED', 'RETURNED')) = (reviewed_by is not null)),
  check (reviewed_by is distinct from written_by)
);
comment on table dossier is 'Tailored plan of a lead, edition by edition; its fair-competition review is made by a second person';
comment on column dossier.facts is 'Lead, chain and risks as they stood on the day of submission. Contacts are never among them';
create unique index dossier_open on dossier (zone_id, lead_id) where state in ('DRAFT', 'SUBMITTED');
call declare_zone_table('dossier', 'committee', 'select, insert, update');

create table resident_watch (
  zone_id uuid not null references zone,
  id uuid not null,
  enterprise_id uuid not null,
  kind text not null check (kind in ('permit', 'sign')),
  sign text,
  subject text not null,
  -- The last day of a permit, or the day of a sign.
  on_day date not null,
  renewal_asked_on date,
  closed_on date,
  closed_because text,
  source text not null,
  recorded_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  version integer not null default 1,
  primary key (zone_id, id),
  check ((kind = 'sign') = (sign is not null)),
  check (kind = 'permit' or renewal_asked_on is null)
);
create index resident_watch_of on resident_watch (zone_id, enterprise_id);
call declare_zone_table('resident_watch', 'committee', 'select, insert, update');

create table resident_warning (
  zone_id uuid not null references zone,
  id uuid not null,
  enterprise_id uuid not null,
  enterprise_name text not null,
  kind text not null check (kind in ('permit', 'distress', 'relocation')),
  level text not null check (level in ('attention', 'warning', 'urgent')),
  subject text not null default '',
  content jsonb not null,
  raised_on date not null,
  seen_on date not null,
  ended_on date,
  primary key (zone_id, id)
);
comment on table resident_warning is 'Raised and ended by the daily look at residents. A warning whose level changes ends and another is raised';
create unique index resident_warning_open on resident_warning (zone_id, enterprise_id, kind, subject) where ended_on is null;
call declare_zone_table('resident_warning', 'committee', 'select, insert, update');
