import { z } from "zod";
import { DossierSaid, DossierView } from "#domains/promotion/contract/dossier.ts";
import { defineOperations, FileReply } from "#kernel/contract.ts";

const Id = z.uuid();
const Version = z.number().int();

/** The tailored plan of a lead (一企一策): one person writes it, a second makes the fair-competition review. */
export const dossierOperations = defineOperations({
  openDossier: {
    kind: "query",
    path: "/api/promotion/leads/:id/dossier",
    permission: "promotion.read",
    summary: { zh: "打开一企一策专案", en: "Open the tailored plan of a lead" },
    input: z.object({ id: Id }),
    output: DossierView,
  },
  writeDossier: {
    kind: "command",
    path: "/api/promotion/leads/:id/dossier",
    permission: "promotion.diligence",
    idempotency: "key",
    summary: { zh: "起草或修改专案", en: "Write the tailored plan" },
    /** `version` of the draft that is changed; without it a new edition begins. */
    input: z.object({ id: Id, version: Version.optional(), said: DossierSaid }),
    output: DossierView,
  },
  submitDossier: {
    kind: "command",
    path: "/api/promotion/leads/:id/dossier/:dossierId/submit",
    permission: "promotion.diligence",
    idempotency: "natural",
    summary: { zh: "提交专案审查", en: "Submit the tailored plan" },
    input: z.object({ id: Id, dossierId: Id, version: Version }),
    output: DossierView,
  },
  reviewDossier: {
    kind: "command",
    path: "/api/promotion/leads/:id/dossier/:dossierId/review",
    permission: "promotion.diligence",
    idempotency: "natural",
    summary: { zh: "第二人作公平竞争审查", en: "Make the fair-competition review as a second person" },
    input: z.object({ id: Id, dossierId: Id, version: Version, approve: z.boolean(), review: z.string().trim().min(2).max(500) }),
    output: DossierView,
  },
  downloadDossier: {
    kind: "query",
    path: "/api/promotion/leads/:id/dossier/file",
    permission: "promotion.read",
    summary: { zh: "下载专案（Word 或 PDF）", en: "Download the tailored plan (Word or PDF)" },
    input: z.object({
      id: Id,
      format: z.enum(["docx", "pdf"]),
      /** The newest approved unless given, otherwise the newest. */
      edition: z.number().int().min(1).max(1000).optional(),
      language: z.enum(["zh", "en"]).optional(),
    }),
    output: FileReply,
    file: "export",
  },
});
