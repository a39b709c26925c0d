import { chainParts } from "#domains/chain/web/parts.ts";
import { intelligenceParts } from "#domains/intelligence/web/parts.ts";
import { projectParts } from "#domains/projects/web/parts.ts";
import { promotionParts } from "#domains/promotion/web/parts.ts";
import type { PartEntry } from "#ui/page-parts.tsx";

/** What every domain adds to pages of domains to its left; a new domain adds its list here. */
export const partList: readonly PartEntry[] = [...chainParts, ...intelligenceParts, ...promotionParts, ...projectParts];
