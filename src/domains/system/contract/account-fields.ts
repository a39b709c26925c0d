import { z } from "zod";
import { LONGEST_PASSWORD } from "#kernel/password-policy.ts";

export const Username = z.string().trim().min(2).max(60);
/** What a good one is, is said by kernel/password-policy.ts in a sentence of its own. */
export const Password = z.string().min(1).max(LONGEST_PASSWORD);
export const PersonName = z.string().trim().min(1).max(60);
export const MailAddress = z.email().max(200);
/** Of an authenticator app, or a recovery code. */
export const SecondFactorCode = z.string().trim().min(6).max(40);
export const Reason = z.string().trim().min(2).max(200);
