import { openDossier, reviewDossier, submitDossier, writeDossier } from "#domains/promotion/server/dossier/dossier.ts";
import { downloadDossier } from "#domains/promotion/server/dossier/download-dossier.ts";
import type { DossierHandlers } from "#domains/promotion/server/handler-shapes.ts";

export const dossierHandlers: DossierHandlers = { openDossier, writeDossier, submitDossier, reviewDossier, downloadDossier };
