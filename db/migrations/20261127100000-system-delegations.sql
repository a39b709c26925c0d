-- A role that its holder has lent to a colleague for some days: it opens nothing once the days, or the holder's own role, are over.
alter table membership add column delegated_from uuid;
alter table membership add column granted_because text;
alter table membership add constraint membership_delegated_from foreign key (zone_id, delegated_from) references membership;
alter table membership add constraint membership_delegation_ends check (delegated_from is null or valid_to is not null);
comment on column membership.delegated_from is 'The membership of whoever lent this role; null for a role of one''s own';
create index membership_delegated on membership (zone_id, delegated_from) where delegated_from is not null;
-- Who acts for an enterprise acts for one that is named. Rows of before stay as they are; every new one is held to it.
alter table membership add constraint membership_enterprise_named check (role <> 'enterprise' or enterprise_id is not null) not valid;
