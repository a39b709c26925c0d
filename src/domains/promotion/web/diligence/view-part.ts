import type { DiligenceView } from "#domains/promotion/contract/diligence.ts";

export type ViewPart = { readonly view: DiligenceView };
export type ViewForm = { readonly view: DiligenceView; readonly onClose: () => void };
