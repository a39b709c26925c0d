-- Contracts of promotion, the funds that arrived under them, and what was promised at signing against what came of it.
create table promotion_contract (
  zone_id uuid not null references zone,
  id uuid not null,
  lead_id uuid not null,
  kind text not null check (kind in ('formal', 'framework', 'intent', 'entry-operator', 'entry-institute', 'entry-foreign')),
  number text not null,
  title text not null,
  party_name text not null,
  signed_on date not null,
  amount_yuan numeric(20, 2) check (amount_yuan > 0),
  amount_phrase text not null default '',
  investor_classes text[] not null default '{}',
  industry text not null default '',
  leading_industry boolean not null default false,
  fair text not null default '',
  conditions text not null default '',
  file_hash text,
  file_name text,
  state text not null default 'SIGNED' check (state in ('SIGNED', 'ENDED')),
  ended_on date,
  ended_reason text,
  recorded_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  version integer not null default 1,
  primary key (zone_id, id),
  unique (zone_id, number),
  foreign key (zone_id, lead_id) references promotion_lead,
  foreign key (zone_id, file_hash) references file,
  check (kind not in ('formal', 'framework', 'intent') or amount_yuan is not null),
  check ((state = 'ENDED') = (ended_on is not null))
);
comment on column promotion_contract.amount_phrase is 'The amount class in the words of the paper, such as 10亿元以上: may be inclusive or not';
create index promotion_contract_of on promotion_contract (zone_id, lead_id);
create index promotion_contract_signed on promotion_contract (zone_id, signed_on);
call declare_zone_table('promotion_contract', 'committee', 'select, insert, update');

create table promotion_funds (
  zone_id uuid not null references zone,
  id uuid not null,
  contract_id uuid not null,
  arrived_on date not null,
  amount_yuan numeric(20, 2) not null check (amount_yuan > 0),
  proof text not null check (proof in ('bank-slip', 'capital-verification', 'equipment-list', 'commerce-figure')),
  proof_number text not null,
  note text not null default '',
  file_hash text,
  file_name text,
  state text not null default 'ENTERED' check (state in ('ENTERED', 'CONFIRMED', 'REFUSED')),
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
  unique (zone_id, contract_id, proof, proof_number),
  foreign key (zone_id, contract_id) references promotion_contract,
  foreign key (zone_id, file_hash) references file,
  check ((state = 'ENTERED') = (decided_by is null)),
  check (decided_by is distinct from by)
);
comment on table promotion_funds is 'Counted once a second person has confirmed the proof';
create index promotion_funds_arrived on promotion_funds (zone_id, arrived_on);
call declare_zone_table('promotion_funds', 'committee', 'select, insert, update');

create table promotion_promise (
  zone_id uuid not null references zone,
  lead_id uuid not null,
  revision integer not null,
  contract_id uuid,
  promised_on date not null,
  investment jsonb not null,
  start_on date,
  produce_on date,
  full_year integer,
  output_yuan numeric(20, 2) check (output_yuan >= 0),
  tax_yuan numeric(20, 2) check (tax_yuan >= 0),
  jobs integer check (jobs >= 0),
  land_mu numeric(12, 3) check (land_mu >= 0),
  tax_per_mu_yuan numeric(20, 2) check (tax_per_mu_yuan >= 0),
  reason text not null default '',
  recorded_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, lead_id, revision),
  foreign key (zone_id, lead_id) references promotion_lead,
  foreign key (zone_id, contract_id) references promotion_contract
);
comment on table promotion_promise is 'One record of promises a lead; a supplementary agreement appends a revision with its reason';
comment on column promotion_promise.full_year is 'The year from which output, tax, jobs and land yield are promised';
call declare_zone_table('promotion_promise', 'committee', 'select, insert');

create table promotion_actual (
  zone_id uuid not null references zone,
  lead_id uuid not null,
  ordinal integer not null,
  metric text not null check (metric in ('investment', 'start', 'produce', 'output', 'tax', 'jobs', 'land', 'tax-per-mu')),
  year integer,
  amount numeric,
  reached_on date,
  origin text not null check (origin in ('projects', 'hand')),
  note text not null default '',
  recorded_on date not null,
  recorded_at timestamptz not null default now(),
  by text not null,
  by_name text not null,
  primary key (zone_id, lead_id, ordinal),
  foreign key (zone_id, lead_id) references promotion_lead,
  check (num_nonnulls(amount, reached_on) <= 1)
);
comment on table promotion_actual is 'What came of the promises, as it became known; of one measure and year the last counts, and null takes it back';
call declare_zone_table('promotion_actual', 'committee', 'select, insert');
