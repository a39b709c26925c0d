import { randomUUID } from "node:crypto";
import { betterAuth } from "better-auth";
import { username as usernamePlugin } from "better-auth/plugins";
import pg from "pg";
import { LONGEST_PASSWORD } from "#kernel/password-policy.ts";
import { survive } from "#kernel/server/database.ts";
import { hashPassword, verifyPassword } from "#kernel/server/sign-in/hash-password.ts";

export const SCHEMA = "auth";
export const SESSION_SECONDS = 12 * 3600;

export type Auth = ReturnType<typeof createAuth>;

/** The library that keeps accounts and passwords. What a good password is, and which steps a sign-in has, is said outside it. */
export function createAuth(pool: pg.Pool, secret: string) {
  return betterAuth({
    database: pool,
    secret,
    baseURL: "http://127.0.0.1",
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      minPasswordLength: 1,
      maxPasswordLength: LONGEST_PASSWORD,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    plugins: [usernamePlugin({ minUsernameLength: 2, maxUsernameLength: 60, usernameValidator: () => true })],
    session: {
      expiresIn: SESSION_SECONDS,
      updateAge: 600,
      additionalFields: {
        membershipId: { type: "string", required: false, input: false },
        secondFactorAt: { type: "date", required: false, input: false },
        way: { type: "string", required: false, input: false },
      },
    },
    advanced: { database: { generateId: () => randomUUID() } },
  });
}

export function signInPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, options: `-c search_path=${SCHEMA}` });
  survive(pool);
  return pool;
}
