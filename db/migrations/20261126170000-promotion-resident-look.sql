create table resident_look (
  zone_id uuid not null references zone,
  id uuid not null,
  looked_on date not null,
  looked integer not null check (looked >= 0),
  raised integer not null check (raised >= 0),
  ended integer not null check (ended >= 0),
  primary key (zone_id, id)
);
comment on table resident_look is 'Each look at all residents: that nothing was found says nothing unless somebody looked';
create index resident_look_by_day on resident_look (zone_id, looked_on);
call declare_zone_table('resident_look', 'committee', 'select, insert');
