import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** The server puts a fresh nonce in place of this word in index.html, and the same into the Content-Security-Policy of the reply. */
const NONCE = "__CSP_NONCE__";

/** Compressed once at build, so that the server only hands it out. */
const compressed = (): Plugin => ({
  name: "compressed",
  apply: "build",
  writeBundle({ dir }) {
    const folder = join(dir ?? "dist/web", "assets");
    for (const name of readdirSync(folder)) {
      if (!/\.(js|css|svg)$/.test(name)) continue;
      const bytes = readFileSync(join(folder, name));
      if (bytes.length < 1_024) continue;
      writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes));
    }
  },
});

export default defineConfig({
  plugins: [react(), compressed()],
  publicDir: "src/apps/web/public",
  html: { cspNonce: NONCE },
  build: {
    outDir: "dist/web",
    emptyOutDir: true,
    target: "es2023",
    reportCompressedSize: false,
    // Data addresses would need their own line in the policy.
    assetsInlineLimit: 0,
  },
  server: { port: 5173, proxy: { "/api": process.env["API"] ?? "http://127.0.0.1:3000" } },
});
