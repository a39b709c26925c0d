import { fileTypeFromBuffer } from "file-type";

const LOOKED_AT_BYTES = 4096;

/** MIME type by the bytes: a signature where there is one, otherwise what kind of text it is. */
export async function sniffType(bytes: Uint8Array): Promise<string> {
  const signed = await fileTypeFromBuffer(bytes).catch(() => undefined);
  // An XML declaration says little: what follows it decides below.
  if (signed && signed.mime !== "application/xml") return signed.mime;
  const head = bytes.subarray(0, LOOKED_AT_BYTES);
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!wide && head.includes(0)) return "application/octet-stream";
  const text = new TextDecoder(wide && head[0] === 0xfe ? "utf-16be" : wide ? "utf-16le" : "latin1").decode(head).trimStart();
  if (/^(From |MIME-Version:|Message-ID:|Received:|Content-Type:|Date:|Subject:|Return-Path:|X-[\w-]+:)/i.test(text))
    return "message/rfc822";
  if (/<(!doctype html|html|head|body|meta|div|p|table|article)[\s>]/i.test(text)) return "text/html";
  if (text.startsWith("<?xml") || signed) return "application/xml";
  if (/^[[{]\s*["{[\]}]/.test(text)) return "application/json";
  return "text/plain";
}
