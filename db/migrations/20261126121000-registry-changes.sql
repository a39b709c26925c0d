-- One row for each transaction that changed what a screening reads of the register: who keeps a picture of the register in memory sees by it
-- that the picture is old. Rows are only added, so that nobody waits for anybody; one number counted up in place would make every import wait.
create table register_change (
  transaction_id xid8 primary key default pg_current_xact_id(),
  at timestamptz not null default now()
);
comment on table register_change is 'Transactions that changed enterprises, their qualifications or their ties';
grant select, insert on register_change to yuanshu_application;
