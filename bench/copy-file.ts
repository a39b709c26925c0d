import type { Readable } from "node:stream";
import type pg from "pg";

type CopyConnection = {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  stream: { once(event: "drain", listener: () => void): void; writableNeedDrain: boolean };
};

/** A file into COPY … FROM STDIN as it is read: what any loader can do at best. */
export function copyTextFile(client: pg.Client, statement: string, file: Readable): Promise<void> {
  return new Promise((resolve, reject) => {
    const query = {
      submit: (connection: CopyConnection) => connection.query(statement),
      handleCopyInResponse: (connection: CopyConnection) => {
        file.on("data", (piece) => {
          connection.sendCopyFromChunk(piece as Buffer);
          if (connection.stream.writableNeedDrain) {
            file.pause();
            connection.stream.once("drain", () => file.resume());
          }
        });
        file.on("end", () => connection.endCopyFrom());
        file.on("error", reject);
      },
      handleError: reject,
      handleReadyForQuery: () => resolve(),
      handleCommandComplete: () => {},
      handleRowDescription: () => {},
      handleDataRow: () => {},
      handleEmptyQuery: () => {},
      handlePortalSuspended: () => {},
    };
    client.query(query as unknown as pg.Submittable);
  });
}
