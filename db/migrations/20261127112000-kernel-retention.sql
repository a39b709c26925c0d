-- Stored replies may hold what is personal, and nobody repeats a command after a month: the platform's own retention job may delete them.
drop policy own_keys on idempotency_key;
create policy own_keys on idempotency_key as restrictive using (
  actor_id = current_setting('app.actor', true) or current_setting('app.actor', true) = 'platform');
grant delete on idempotency_key to yuanshu_application;
