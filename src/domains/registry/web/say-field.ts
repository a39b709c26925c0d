import type { z } from "zod";
import { Controller, controllerWords, EnterpriseStatus, type ProfileField, statusWords } from "#domains/registry/contract/enterprise.ts";
import type { Profile } from "#domains/registry/contract/enterprise-operations.ts";
import { findDecimal } from "#kernel/decimal.ts";
import { money } from "#kernel/money.ts";
import { sayQuantity } from "#kernel/say-quantity.ts";
import { type Language, say } from "#kernel/texts.ts";

export type ProfileView = z.infer<typeof Profile>;

const AMOUNTS: ReadonlySet<ProfileField> = new Set(["capitalYuan", "revenueYuan"]);

/** A value as it is kept in a spreadsheet, in the words of the page: an amount in its scale, a state in its word. */
export function sayField(field: ProfileField, value: string, language: Language): string {
  const number = findDecimal(value);
  if (AMOUNTS.has(field) && number !== undefined) return sayQuantity(money(number), language);
  if (field === "revenueGrowthPct" && number !== undefined) return `${number}%`;
  const status = field === "status" ? EnterpriseStatus.safeParse(value).data : undefined;
  if (status !== undefined) return say(statusWords[status], language);
  const controller = field === "controller" ? Controller.safeParse(value).data : undefined;
  if (controller !== undefined) return say(controllerWords[controller], language);
  return value;
}

/** What the profile says of a field, as it would be written by hand; empty for nothing. */
export function rawField(profile: ProfileView, field: ProfileField): string {
  switch (field) {
    case "products":
      return profile.products.join("；");
    case "otherClasses":
      return profile.otherClasses.map(({ code }) => code).join("；");
    default:
      return String(profile[field] ?? "");
  }
}

const named = (code: string | null, name: string | null): string => [name, code].filter((part) => part !== null && part !== "").join(" ");

/** The same in the words of the page: codes with the names that they stand for. */
export function shownField(profile: ProfileView, field: ProfileField, language: Language): string {
  switch (field) {
    case "classCode":
      return named(profile.classCode, profile.className);
    case "regionCode":
      return named(profile.regionCode, profile.region);
    case "products":
      return profile.products.join("、");
    case "otherClasses":
      return profile.otherClasses.map(({ code, name }) => named(code, name)).join("、");
    default:
      return sayField(field, rawField(profile, field), language);
  }
}
