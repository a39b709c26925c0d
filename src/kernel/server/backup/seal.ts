import { createCipheriv, createDecipheriv, randomBytes, type ScryptOptions, scrypt } from "node:crypto";
import { promisify } from "node:util";
import { AppError } from "#kernel/app-error.ts";

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** What stands in clear at the head of a sealed backup. */
export type Seal = {
  readonly cipher: "aes-256-gcm";
  readonly salt: string;
  readonly prefix: string;
  readonly cost: number;
  readonly blockSize: number;
};

const CHUNK = 65_536;
const TAG = 16;
const COST = 2 ** 17;
const BLOCK_SIZE = 8;

export const newSeal = (): Seal => ({
  cipher: "aes-256-gcm",
  salt: randomBytes(16).toString("hex"),
  prefix: randomBytes(7).toString("hex"),
  cost: COST,
  blockSize: BLOCK_SIZE,
});

const keyOf = (seal: Seal, passphrase: string): Promise<Buffer> => {
  // What a forged head may make us spend is bounded.
  if (seal.cost > COST * 8 || seal.blockSize > 32) throw new AppError("backup.damaged", "invalid", { reason: "seal" });
  return derive(passphrase.normalize("NFC"), Buffer.from(seal.salt, "hex"), 32, {
    N: seal.cost,
    r: seal.blockSize,
    p: 1,
    maxmem: 256 * seal.cost * seal.blockSize,
  });
};

/** Prefix, number of the chunk, whether it is the last: a chunk that was moved, left out or put at the end opens as little as one that was changed. */
function nonceOf(seal: Seal, number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  Buffer.from(seal.prefix, "hex").copy(nonce);
  nonce.writeUInt32BE(number, 7);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
}

/** Encrypts a stream in chunks, each with its own tag: four bytes of length, then the chunk. */
export async function* sealed(seal: Seal, passphrase: string, clear: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const key = await keyOf(seal, passphrase);
  const close = (number: number, last: boolean, bytes: Uint8Array): Buffer => {
    const cipher = createCipheriv("aes-256-gcm", key, nonceOf(seal, number, last));
    const body = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, body]);
  };
  let number = 0;
  let waiting: Buffer = Buffer.alloc(0);
  for await (const piece of clear) {
    waiting = Buffer.concat([waiting, piece]);
    // One whole chunk is kept back: whether it is the last shows only at the end.
    while (waiting.length > CHUNK) {
      yield close(number, false, waiting.subarray(0, CHUNK));
      waiting = waiting.subarray(CHUNK);
      number += 1;
    }
  }
  yield close(number, true, waiting);
}

/** @throws AppError `backup.passphrase` when the first chunk does not open, `backup.damaged` when a later one does not or the end is missing. */
export async function* unsealed(seal: Seal, passphrase: string, closed: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const key = await keyOf(seal, passphrase);
  const open = (number: number, last: boolean, bytes: Uint8Array): Buffer => {
    const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(seal, number, last));
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
    return Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - TAG)), decipher.final()]);
  };
  let number = 0;
  let waiting: Buffer = Buffer.alloc(0);
  const next = (last: boolean): Buffer | undefined => {
    if (waiting.length < 4) return undefined;
    const length = waiting.readUInt32BE(0);
    if (length < TAG || length > CHUNK + TAG) throw new AppError("backup.damaged", "invalid", { reason: `chunk ${number}` });
    if (waiting.length < 4 + length || (!last && waiting.length === 4 + length)) return undefined;
    const body = waiting.subarray(4, 4 + length);
    waiting = waiting.subarray(4 + length);
    try {
      return open(number, last, body);
    } catch {
      if (number > 0) throw new AppError("backup.damaged", "invalid", { reason: `chunk ${number}` });
      throw new AppError("backup.passphrase", "invalid");
    } finally {
      number += 1;
    }
  };
  for await (const piece of closed) {
    waiting = Buffer.concat([waiting, piece]);
    for (let chunk = next(false); chunk !== undefined; chunk = next(false)) yield chunk;
  }
  const end = next(true);
  if (end === undefined || waiting.length > 0) throw new AppError("backup.damaged", "invalid", { reason: "end" });
  yield end;
}
