import { createHash } from "node:crypto";
import { v5 } from "uuid";
import type { IdentifierKind } from "#domains/registry/contract/enterprise.ts";
import { nameKey } from "#domains/registry/rules/enterprise-name.ts";

const REGISTER = "6f0d7c9e-3a53-5b0e-9b57-2b1f6a1c4754";

/** The id is computed from the identifier, so that one enterprise is one row on whichever node it lies and whoever imports it. */
export const enterpriseId = (kind: IdentifierKind, identifier: string): string => v5(`${kind}:${identifier}`, REGISTER);

/** Of an enterprise that is known by name only: the same name gets the same number until its code is known. */
export const provisionalIdentifier = (name: string): string =>
  `P-${createHash("sha256").update(nameKey(name)).digest("hex").slice(0, 16).toUpperCase()}`;

export const candidateId = (one: string, other: string): string => v5([one, other].sort().join(":"), REGISTER);
