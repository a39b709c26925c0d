// A process that uses the embedded database until it is told to go, or is killed by a test.
import { openDatabase } from "#kernel/server/embedded-database.ts";

const [dataDir = ""] = process.argv.slice(2);
const database = await openDatabase({ dataDir, disposable: true });
process.on("SIGTERM", () => {
  void database.close().then(() => process.exit(0));
});
process.send?.("here");
setInterval(() => {}, 1000);
