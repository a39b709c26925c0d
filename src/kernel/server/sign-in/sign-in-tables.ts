import { getMigrations } from "better-auth/db/migration";
import type pg from "pg";
import { createAuth, SCHEMA, signInPool } from "#kernel/server/sign-in/create-auth.ts";

/** Tables of the sign-in beside those of its library. They know no zone: an account is a person's, whatever zones he works in. */
const TABLES = `
create table if not exists sign_in_failure (
  id uuid primary key default gen_random_uuid(), account text not null, address text not null, at timestamptz not null default now());
alter table sign_in_failure add column if not exists kind text not null default 'password';
create index if not exists sign_in_failure_recent on sign_in_failure (at);
create table if not exists account_state (
  person_id text primary key references "user" (id) on delete cascade,
  published boolean not null default false, must_change boolean not null default false, password_set_at timestamptz,
  mail text, last_signed_in_at timestamptz, disabled_at timestamptz);
alter table account_state add column if not exists tokens_end_before timestamptz;
create table if not exists password_before (
  person_id text not null references "user" (id) on delete cascade, at timestamptz not null default now(), hash text not null,
  primary key (person_id, at));
create table if not exists second_factor (
  person_id text primary key references "user" (id) on delete cascade,
  seed text not null, begun_at timestamptz not null default now(), confirmed_at timestamptz, last_step bigint not null default 0);
create table if not exists recovery_code (
  person_id text not null references "user" (id) on delete cascade, code_hash text not null, used_at timestamptz,
  primary key (person_id, code_hash));
create table if not exists one_time_link (
  id uuid primary key, person_id text not null references "user" (id) on delete cascade, purpose text not null, token_hash text not null unique,
  created_at timestamptz not null default now(), created_by text not null, expires_at timestamptz not null, ended_at timestamptz);
create index if not exists one_time_link_person on one_time_link (person_id);
create table if not exists single_sign_on_link (
  issuer text not null, subject text not null, person_id text not null references "user" (id) on delete cascade,
  linked_at timestamptz not null default now(), primary key (issuer, subject), unique (issuer, person_id));
`;

/** Creates or updates the sign-in's own schema; run as the owner, beside the migrations. */
export async function migrateSignIn(ownerUrl: string): Promise<void> {
  const pool = signInPool(ownerUrl, 2);
  try {
    await pool.query("select pg_advisory_lock(hashtext('yuanshu sign-in'))");
    await pool.query(`create schema if not exists ${SCHEMA}`);
    await migrateLibrary(pool);
    await pool.query(TABLES);
    await pool.query(`grant usage on schema ${SCHEMA} to yuanshu_sign_in`);
    await pool.query(`grant select, insert, update, delete on all tables in schema ${SCHEMA} to yuanshu_sign_in`);
  } finally {
    await pool.end();
  }
}

async function migrateLibrary(pool: pg.Pool): Promise<void> {
  const { runMigrations } = await getMigrations(createAuth(pool, "migration-only-secret-that-signs-nothing").options);
  await runMigrations();
}
