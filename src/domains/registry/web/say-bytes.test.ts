import { expect, test } from "vitest";
import { sayBytes } from "#domains/registry/web/say-bytes.ts";

test.each([
  [0, "0 B"],
  [1023, "1023 B"],
  [1024, "1.0 KB"],
  [1_572_864, "1.5 MB"],
  [524_288_000, "500 MB"],
  [4_294_967_296, "4.0 GB"],
  [1_125_899_906_842_624, "1048576 GB"],
])("%i 字节写作 %s", (bytes, said) => expect(sayBytes(bytes)).toBe(said));
