-- Leads of investment promotion. What happened is appended (steps, interactions, ownership); the row carries what is said of the lead, and
-- its stage and status, which are the fold of its steps and are written with them.
create table promotion_lead (
  zone_id uuid not null references zone,
  id uuid not null,
  code text not null,
  project_name text not null,
  name_key text not null,
  nature text not null default 'investment' check (nature in ('investment', 'entry')),
  party_kind text not null check (party_kind in ('enterprise', 'foreign', 'provisional')),
  party_name text not null,
  party_identifier text,
  party_country text not null default '',
  party_key text not null,
  enterprise_id uuid,
  investor_classes text[] not null default '{}',
  chain_node text,
  industry text not null default '',
  leading_industry boolean not null default false,
  channel text not null,
  origin text not null default '',
  amount_yuan numeric(20, 2) check (amount_yuan > 0),
  summary text not null default '',
  contact_name text not null default '',
  contact_phone text not null default '',
  department_id uuid,
  owner_id uuid,
  owned_since date,
  pool text not null default 'common',
  stage text not null default 'TARGETED'
    check (stage in ('TARGETED', 'CONTACTED', 'NEGOTIATING', 'PROPOSAL', 'DILIGENCE', 'DECISION', 'SIGNED', 'LANDED')),
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'PARKED', 'LOST', 'REJECTED', 'JOINED')),
  stage_since date not null,
  status_since date not null,
  lost_reason text,
  answered_on date,
  judged_on date,
  worthwhile boolean,
  judgement text not null default '',
  told_on date,
  touched_on date,
  joined_to uuid,
  -- Why it stands beside another lead of the same party and name; null for the one that holds the key.
  distinct_reason text,
  -- What falls due next, kept for lists; computed anew with every change and every day.
  due_on date,
  due_kind text,
  due_provisional boolean not null default false,
  project_id uuid,
  project_code text,
  project_stage jsonb,
  project_told_at timestamptz,
  project_problem jsonb,
  registered_on date not null,
  registered_by text not null,
  changed_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (zone_id, id),
  unique (zone_id, code),
  foreign key (zone_id, department_id) references department,
  foreign key (zone_id, owner_id) references person,
  foreign key (zone_id, joined_to) references promotion_lead,
  check ((status = 'JOINED') = (joined_to is not null)),
  check ((status = 'LOST') = (lost_reason is not null)),
  check ((owner_id is null) = (owned_since is null))
);
comment on column promotion_lead.party_key is 'What two spellings of one party have in common: the code where there is one, otherwise the name';
comment on column promotion_lead.name_key is 'Name without spaces, brackets, width and the words 项目, 基地 and the like';
comment on column promotion_lead.version is 'Optimistic lock';
-- One project, one lead: whoever registers it in the same moment finds the other.
create unique index promotion_lead_once on promotion_lead (zone_id, party_key, name_key)
  where distinct_reason is null and status <> 'JOINED';
create index promotion_lead_name on promotion_lead (zone_id, name_key);
create index promotion_lead_standing on promotion_lead (zone_id, status, stage);
create index promotion_lead_owner on promotion_lead (zone_id, owner_id);
create index promotion_lead_due on promotion_lead (zone_id, due_on) where status = 'ACTIVE';
call declare_zone_table('promotion_lead', 'committee', 'select, insert, update');

create table promotion_lead_step (
  zone_id uuid not null references zone,
  lead_id uuid not null,
  ordinal integer not null,
  move text not null,
  from_stage text,
  to_stage text not null,
  from_status text,
  to_status text not null,
  happened_on date not null,
  reason text,
  automatic boolean not null default false,
  recorded_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, lead_id, ordinal),
  foreign key (zone_id, lead_id) references promotion_lead
);
comment on column promotion_lead_step.automatic is 'Done by the daily job under the rules in force, by nobody in person';
call declare_zone_table('promotion_lead_step', 'committee', 'select, insert');

create table promotion_interaction (
  zone_id uuid not null references zone,
  id uuid not null,
  lead_id uuid not null,
  kind text not null,
  held_on date not null,
  place text not null default '',
  ours text not null default '',
  theirs text not null default '',
  learnt text not null default '',
  next_step text not null default '',
  next_on date,
  recorded_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, id),
  foreign key (zone_id, lead_id) references promotion_lead
);
comment on column promotion_interaction.theirs is 'Names of people of the other side: shown to those who work on leads only';
create index promotion_interaction_of on promotion_interaction (zone_id, lead_id, held_on);
call declare_zone_table('promotion_interaction', 'committee', 'select, insert');

create table promotion_evidence (
  zone_id uuid not null references zone,
  id uuid not null,
  lead_id uuid not null,
  kind text not null,
  number text not null default '',
  dated_on date not null,
  note text not null default '',
  file_hash text,
  file_name text,
  origin text not null default 'hand',
  recorded_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  confirmed_on date,
  confirmed_by text,
  confirmed_by_name text,
  confirmation text,
  version integer not null default 1,
  primary key (zone_id, id),
  foreign key (zone_id, lead_id) references promotion_lead,
  foreign key (zone_id, file_hash) references file,
  check ((confirmed_on is null) = (confirmed_by is null)),
  -- handbook §1: no self-approval.
  check (confirmed_by is distinct from by)
);
create index promotion_evidence_of on promotion_evidence (zone_id, lead_id);
call declare_zone_table('promotion_evidence', 'committee', 'select, insert, update');

create table promotion_claim (
  zone_id uuid not null references zone,
  id uuid not null,
  lead_id uuid not null,
  kind text not null check (kind in ('first-talk', 'team', 'fair')),
  team text not null,
  department_id uuid,
  talked_on date not null,
  note text not null default '',
  state text not null check (state in ('VALID', 'DISPUTED', 'REFUSED', 'LAPSED')),
  against_id uuid,
  protected_until date,
  recorded_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  decided_on date,
  decided_by text,
  decided_by_name text,
  decision text,
  version integer not null default 1,
  primary key (zone_id, id),
  foreign key (zone_id, lead_id) references promotion_lead,
  foreign key (zone_id, department_id) references department,
  foreign key (zone_id, against_id) references promotion_claim
);
-- Of one lead one first talk stands at a time.
create unique index promotion_claim_first on promotion_claim (zone_id, lead_id) where kind = 'first-talk' and state = 'VALID';
create index promotion_claim_open on promotion_claim (zone_id) where state = 'DISPUTED';
call declare_zone_table('promotion_claim', 'committee', 'select, insert, update');

create table promotion_ownership (
  zone_id uuid not null references zone,
  lead_id uuid not null,
  ordinal integer not null,
  change text not null check (change in ('REGISTERED', 'PICKED', 'ASSIGNED', 'RELEASED', 'RECYCLED', 'AWARDED')),
  from_id uuid,
  to_id uuid,
  pool text not null,
  happened_on date not null,
  reason text not null default '',
  automatic boolean not null default false,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, lead_id, ordinal),
  foreign key (zone_id, lead_id) references promotion_lead
);
comment on table promotion_ownership is 'Who had the lead, from when, and how it changed hands; to_id null is the pool';
create index promotion_ownership_picks on promotion_ownership (zone_id, to_id, happened_on) where change = 'PICKED';
call declare_zone_table('promotion_ownership', 'committee', 'select, insert');

create table promotion_distinct (
  zone_id uuid not null references zone,
  one_id uuid not null,
  other_id uuid not null,
  reason text not null,
  decided_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, one_id, other_id),
  foreign key (zone_id, one_id) references promotion_lead,
  foreign key (zone_id, other_id) references promotion_lead,
  check (one_id < other_id)
);
comment on table promotion_distinct is 'Two leads that look like one and were looked at: they are not';
call declare_zone_table('promotion_distinct', 'committee', 'select, insert');

create table promotion_rule (
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
comment on table promotion_rule is 'Clocks and pools as the zone set them; the platform''s own stand before the first';
call declare_zone_table('promotion_rule', 'committee', 'select, insert');
