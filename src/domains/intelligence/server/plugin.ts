import { intelligenceOperations } from "#domains/intelligence/contract/intelligence-operations.ts";
import { intelligenceTexts } from "#domains/intelligence/contract/intelligence-texts.ts";
import { readingTexts } from "#domains/intelligence/contract/reading-texts.ts";
import { intelligenceGrants } from "#domains/intelligence/rules/intelligence-policy.ts";
import { figureRows } from "#domains/intelligence/server/documents/figure-rows.ts";
import { figureSource } from "#domains/intelligence/server/documents/figure-source.ts";
import { ingest, ingestAddress, ingestText } from "#domains/intelligence/server/documents/ingest.ts";
import { listDocuments, listStories } from "#domains/intelligence/server/documents/list-documents.ts";
import { listMentions } from "#domains/intelligence/server/documents/list-mentions.ts";
import { readDocuments } from "#domains/intelligence/server/documents/read-document-job.ts";
import { downloadOriginal, withdrawDocument } from "#domains/intelligence/server/documents/withdraw-document.ts";
import { extractCommand } from "#domains/intelligence/server/local-commands.ts";
import { presentIngest } from "#domains/intelligence/server/present-ingest.ts";
import { acceptByRule, listAcceptanceRules } from "#domains/intelligence/server/review/accept-by-rule.ts";
import { decide } from "#domains/intelligence/server/review/decide.ts";
import { nextForReview, openReview } from "#domains/intelligence/server/review/open-review.ts";
import { listConflicts, resolveConflict } from "#domains/intelligence/server/review/resolve-conflict.ts";
import { tellRegister } from "#domains/intelligence/server/review/tell-register.ts";
import { addFeed, listFeeds, pollFeed, removeFeed } from "#domains/intelligence/server/sources/feeds.ts";
import { fetchAddress, pollFeed as pollFeedJob } from "#domains/intelligence/server/sources/fetch-jobs.ts";
import { addLexiconEntry, listLexicon, removeLexiconEntry } from "#domains/intelligence/server/sources/lexicon.ts";
import { definePlugin } from "#kernel/server/plugin.ts";

export const intelligencePlugin = definePlugin({
  name: "intelligence",
  operations: intelligenceOperations,
  grants: intelligenceGrants,
  texts: { ...intelligenceTexts, ...readingTexts },
  handlers: {
    ingest,
    ingestText,
    ingestAddress,
    listDocuments,
    listMentions,
    openReview,
    downloadOriginal,
    withdrawDocument,
    nextForReview,
    decide,
    listAcceptanceRules,
    acceptByRule,
    listConflicts,
    resolveConflict,
    listStories,
    listFeeds,
    addFeed,
    pollFeed,
    removeFeed,
    listLexicon,
    addLexiconEntry,
    removeLexiconEntry,
    figureSource,
    figureRows,
  },
  jobs: { "intelligence.read": readDocuments, "intelligence.fetch": fetchAddress, "intelligence.poll-feed": pollFeedJob },
  subscribers: { "intelligence.tell-register": tellRegister },
  present: { ingest: presentIngest },
  localCommands: [extractCommand],
});
