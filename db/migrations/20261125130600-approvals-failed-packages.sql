-- A package of which nothing was granted is over and not done: 未办成.
alter table approval_package drop constraint approval_package_state_check;
alter table approval_package add constraint approval_package_state_check
  check (state in ('DRAFT', 'RUNNING', 'COMPENSATING', 'DONE', 'FAILED', 'WITHDRAWN'));
