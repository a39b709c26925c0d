import type { Readable, Writable } from "node:stream";

const LOOK_MS = 2_500;
/** Looks in a row at which nothing had moved: one alone may fall on a process that was busy elsewhere. */
const STILL_LOOKS = 4;

export type Watched = {
  /** The next of an iterator that reads from the stream. @throws when the reading broke off, or nothing moves any more. */
  next<T>(iterator: AsyncIterator<T>): Promise<IteratorResult<T>>;
  end(): void;
};

/**
 * The library's reader of packed workbooks says nothing of some damages and waits for ever for what will not come, with the transaction and its
 * connection in its hands. So whoever waits for it also listens to what the unpacker says, and looks whether bytes still move.
 */
export function watchReader(stream: Readable): Watched {
  let moved = 0;
  let fail: (error: unknown) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => {});
  stream.on("error", fail);
  const pipe = stream.pipe.bind(stream);
  stream.pipe = <T extends NodeJS.WritableStream>(unpacker: T, options?: { end?: boolean }): T => {
    (unpacker as unknown as Writable).on("error", fail);
    const piped = pipe(unpacker, options);
    stream.on("data", () => {
      moved += 1;
    });
    return piped;
  };
  return {
    next: async (iterator) => {
      let [before, still] = [moved, 0];
      let timer: NodeJS.Timeout | undefined;
      const stalled = new Promise<never>((_, reject) => {
        timer = setInterval(() => {
          still = moved === before ? still + 1 : 0;
          before = moved;
          if (still >= STILL_LOOKS) reject(new Error("nothing moves"));
        }, LOOK_MS);
      });
      try {
        return await Promise.race([iterator.next(), failed, stalled]);
      } finally {
        clearInterval(timer);
      }
    },
    end: () => {
      stream.destroy();
    },
  };
}
