import { enableCompileCache } from "node:module";
import { join } from "node:path";

// What was compiled once is read again at the next start. A folder that cannot be written leaves nothing there, and nothing else changes.
enableCompileCache(join(import.meta.dirname, "../../../node_modules/.cache/yuanshu"));
await import("#apps/cli/run.ts");
