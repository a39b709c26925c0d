import { expect, test } from "vitest";
import { subjectAddress } from "#domains/registry/web/subject-address.ts";

const ID = "0198c0de-0000-7000-8000-000000000001";

test.each([
  [`document:${ID}`, `/documents/${ID}`],
  [`project:${ID}`, `/projects/${ID}`],
  [`enterprise-book:${ID}`, undefined],
  ["document:../../x", undefined],
  ["document", undefined],
  [`toString:${ID}`, undefined],
  ["", undefined],
])("%s", (subject, address) => expect(subjectAddress(subject)).toBe(address));
