-- What a person is told of. Made from events and days by the platform, read and marked by its person alone; the key keeps one thing from being told twice.
create table notice (
  zone_id uuid not null references zone,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('assigned', 'supervision', 'due-soon', 'overdue', 'decided', 'returned', 'answered', 'interface')),
  title text not null,
  title_en text not null default '',
  about text not null default '',
  link text not null,
  due_on date,
  dedup text not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (zone_id, id),
  unique (zone_id, person_id, dedup),
  foreign key (zone_id, person_id) references person
);
create index notice_unread on notice (zone_id, person_id) where read_at is null;
create index notice_recent on notice (zone_id, person_id, id desc);
call declare_zone_table('notice', 'shared', 'select, insert, update');
create policy own_notices on notice as restrictive to yuanshu_application
  using (person_id::text = current_setting('app.actor', true) or current_setting('app.actor', true) = 'platform');

-- How a person wants to be told: an address that is kept sealed, and which kinds by which channel.
create table notice_setting (
  zone_id uuid not null references zone,
  person_id uuid not null,
  mail_sealed text,
  quiet boolean not null default true,
  digest boolean not null default false,
  choices jsonb not null default '{}',
  changed_at timestamptz not null,
  primary key (zone_id, person_id),
  foreign key (zone_id, person_id) references person
);
comment on column notice_setting.choices is 'By channel (mail, or the id of a robot) the kinds that go there';
call declare_zone_table('notice_setting', 'shared', 'select, insert, update');
create policy own_settings on notice_setting as restrictive to yuanshu_application
  using (person_id::text = current_setting('app.actor', true) or current_setting('app.actor', true) = 'platform');

-- Robots of work chats. Address and secret open a group to whoever has them: both are kept sealed.
create table notice_robot (
  zone_id uuid not null references zone,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('wecom', 'dingtalk', 'feishu')),
  address_sealed text not null,
  secret_sealed text,
  created_at timestamptz not null,
  created_by text not null,
  removed_at timestamptz,
  primary key (zone_id, id)
);
call declare_zone_table('notice_robot', 'committee', 'select, insert, update');
