import type { LeadView } from "#domains/promotion/contract/lead-view.ts";

export type Lead = LeadView;
export type LeadPart = { readonly lead: Lead };
export type LeadForm = { readonly lead: Lead; readonly onClose: () => void };
export type NextMove = LeadView["next"][number];
