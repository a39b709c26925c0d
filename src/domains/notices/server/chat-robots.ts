import { createHmac } from "node:crypto";
import type { RobotKind } from "#domains/notices/contract/notice-operations.ts";

export type Robot = { readonly kind: RobotKind; readonly address: string; readonly secret: string | null };
export type RobotMessage = { readonly address: string; readonly body: string };

/** A text as each kind of robot takes it, with the signature that it asks for where it has a secret. `now` in milliseconds. */
export function robotMessage({ kind, address, secret }: Robot, text: string, now: number): RobotMessage {
  switch (kind) {
    case "wecom":
      return { address, body: JSON.stringify({ msgtype: "text", text: { content: text } }) };
    case "dingtalk": {
      const body = JSON.stringify({ msgtype: "text", text: { content: text } });
      if (secret === null) return { address, body };
      // 加签: HMAC-SHA256 under the secret over "<milliseconds>\n<secret>", in the address.
      const signed = new URL(address);
      signed.searchParams.set("timestamp", String(now));
      signed.searchParams.set("sign", createHmac("sha256", secret).update(`${now}\n${secret}`).digest("base64"));
      return { address: signed.href, body };
    }
    case "feishu": {
      const content = { msg_type: "text", content: { text } };
      if (secret === null) return { address, body: JSON.stringify(content) };
      // 签名校验: "<seconds>\n<secret>" is itself the key, over nothing.
      const timestamp = String(Math.floor(now / 1000));
      const sign = createHmac("sha256", `${timestamp}\n${secret}`).update("").digest("base64");
      return { address, body: JSON.stringify({ timestamp, sign, ...content }) };
    }
  }
}

/** Robots answer 200 to what they refuse; whether it was taken stands in the answer. */
export function robotTook(kind: RobotKind, status: number, text: string): boolean {
  if (status !== 200) return false;
  try {
    const said = JSON.parse(text) as { errcode?: unknown; code?: unknown; StatusCode?: unknown };
    return kind === "feishu" ? said.code === 0 || said.StatusCode === 0 : said.errcode === 0;
  } catch {
    return false;
  }
}
