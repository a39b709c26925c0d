-- What domains to the right say an enterprise is, so that it is found by it: places of the chain graph, with every place above. They keep it
-- themselves (server/labels.ts); the register only looks it up.
create table enterprise_label (
  zone_id uuid not null references zone,
  kind text not null check (kind in ('chain')),
  value text not null,
  enterprise_id uuid not null,
  name_zh text not null,
  name_en text not null,
  parent text,
  until_on date,
  primary key (zone_id, kind, value, enterprise_id)
);
create index enterprise_label_enterprise on enterprise_label (zone_id, kind, enterprise_id);
call declare_zone_table('enterprise_label', 'committee', 'select, insert, delete');
