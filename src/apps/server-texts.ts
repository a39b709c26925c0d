import type { Text } from "#kernel/texts.ts";

/** What the server and the command line say of themselves. */
export const serverTexts = {
  "server.folder": {
    zh: "数据文件夹 {folder} 建不了（{reason}）。请用 DATA_DIR 指定可写的文件夹。",
    en: "The data folder {folder} cannot be made ({reason}). Name a writable one with DATA_DIR.",
  },
  "server.port-taken": {
    zh: "端口 {port} 已被占用。请停掉占用它的程序，或用 PORT 另选端口，例如 PORT=3100 npm start。",
    en: "Port {port} is taken. Stop what uses it or choose another with PORT, for example PORT=3100 npm start.",
  },
  "server.port-refused": {
    zh: "无权使用端口 {port}。请用 PORT 选择 1024 以上的端口。",
    en: "Port {port} may not be used. Choose one above 1024 with PORT.",
  },
  "server.port-wrong": {
    zh: "PORT 应为 0 至 65535 的整数，现为“{port}”。",
    en: "PORT should be a whole number from 0 to 65535; it is “{port}”.",
  },
  "server.no-web": { zh: "前端尚未构建，请先运行 npm run build。", en: "The web has not been built; run npm run build first." },
  "server.watch-zone": {
    zh: "监看文件夹归哪个园区？请用 YUANSHU_WATCH_ZONE 指明（可选：{zones}）。",
    en: "Which zone is the watched folder for? Say so with YUANSHU_WATCH_ZONE (one of: {zones}).",
  },
  "server.ready": { zh: "园枢已启动：{address}", en: "Yuanshu is running at {address}" },
  "server.demo": { zh: "示范账号（口令均为 {password}）：{accounts}", en: "Demo accounts (password {password}): {accounts}" },
  "server.sample-loading": { zh: "示范数据载入中：{done}/{total} {message}", en: "Loading the sample: {done}/{total} {message}" },
  "server.sample-loaded": { zh: "示范数据已就绪。", en: "The sample is ready." },
  "server.stopping": { zh: "正在停止……", en: "Stopping …" },
  "server.stopped": { zh: "已停止。", en: "Stopped." },
} as const satisfies Record<string, Text>;
