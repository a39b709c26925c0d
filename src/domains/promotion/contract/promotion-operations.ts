import { contractOperations } from "#domains/promotion/contract/contract-operations.ts";
import { diligenceOperations } from "#domains/promotion/contract/diligence-operations.ts";
import { dossierOperations } from "#domains/promotion/contract/dossier-operations.ts";
import { leadOperations } from "#domains/promotion/contract/lead-operations.ts";
import { pathOperations } from "#domains/promotion/contract/path-operations.ts";
import { poolOperations } from "#domains/promotion/contract/pool-operations.ts";
import { promiseOperations } from "#domains/promotion/contract/promise-operations.ts";
import { screeningOperations } from "#domains/promotion/contract/screening-operations.ts";
import { targetOperations } from "#domains/promotion/contract/target-operations.ts";
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
  ...screeningOperations,
  ...targetOperations,
  ...pathOperations,
});
