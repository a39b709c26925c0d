import { contractOperations } from "#domains/promotion/contract/contract-operations.ts";
import { diligenceOperations } from "#domains/promotion/contract/diligence-operations.ts";
import { dossierOperations } from "#domains/promotion/contract/dossier-operations.ts";
import { leadOperations } from "#domains/promotion/contract/lead-operations.ts";
import { poolOperations } from "#domains/promotion/contract/pool-operations.ts";
import { promiseOperations } from "#domains/promotion/contract/promise-operations.ts";
import { watchOperations } from "#domains/promotion/contract/watch-operations.ts";
import { defineOperations } from "#kernel/contract.ts";

export const promotionOperations = defineOperations({
  ...leadOperations,
  ...poolOperations,
  ...contractOperations,
  ...promiseOperations,
  ...diligenceOperations,
  ...dossierOperations,
  ...watchOperations,
});
