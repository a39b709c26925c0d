import { ArtefactKind, type ReportCard } from "#domains/economy/contract/report-card.ts";
import { makeArtefact } from "#domains/economy/server/artefacts/make-artefact.ts";
import type { Artefact } from "#domains/economy/server/published-card-store.ts";
import { keepFile } from "#kernel/server/files.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

const MOST_BYTES = 20 * 1_048_576;

/** Every format in both languages, made at publication, so that what was handed out then can be handed out for ever. */
export async function keepArtefacts({ tx, store }: OperationContext, card: ReportCard): Promise<readonly Artefact[]> {
  const artefacts: Artefact[] = [];
  for (const language of ["zh", "en"] as const) {
    for (const format of ArtefactKind.options) {
      const { name, mime, bytes } = await makeArtefact(card, format, language);
      const kept = await keepFile(tx, store, bytes, { maxBytes: MOST_BYTES });
      artefacts.push({ format, language, name, mime, hash: kept.hash, size: kept.size });
    }
  }
  return artefacts;
}
