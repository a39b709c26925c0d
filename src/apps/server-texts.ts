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
  "server.metrics-allow": {
    zh: "METRICS_ALLOW 里的“{given}”不是地址或网段，例如 127.0.0.1, 10.0.0.0/8。",
    en: "“{given}” in METRICS_ALLOW is no address or network; an example is 127.0.0.1, 10.0.0.0/8.",
  },
  "server.log-level": {
    zh: "LOG_LEVEL 应为 {levels} 之一，现为“{given}”。",
    en: "LOG_LEVEL should be one of {levels}; it is “{given}”.",
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
  "backup.file": { zh: "备份文件“{path}”用不了：{reason}", en: "The backup file “{path}” cannot be used: {reason}" },
  "backup.nothing": { zh: "数据库还是空的，没有可备份的。", en: "The database is empty; there is nothing to back up." },
  "backup.one-file": { zh: "请给出一个备份文件。", en: "Name one backup file." },
  "backup.exists": { zh: "“{path}”已存在，不覆盖。", en: "“{path}” exists already and is not overwritten." },
  "backup.not-one": { zh: "“{path}”不是园枢的备份。", en: "“{path}” is no backup of Yuanshu." },
  "backup.not-sealed": {
    zh: "给了口令，而这个备份没有加密，谁都可能改过：应给加密的备份，或者不带口令再来一次。",
    en: "A passphrase was given and this backup is not sealed, so that anybody may have changed it: give a sealed one, or try again without a passphrase.",
  },
  "backup.sealed": {
    zh: "这份备份已加密，请用 --passphrase-file 或 YUANSHU_BACKUP_PASSPHRASE 给出口令。",
    en: "This backup is encrypted; give the passphrase with --passphrase-file or YUANSHU_BACKUP_PASSPHRASE.",
  },
  "backup.passphrase": { zh: "口令不对，或备份的开头已损坏。", en: "The passphrase is wrong, or the beginning of the backup is damaged." },
  "backup.short-passphrase": { zh: "口令至少 {least} 个字。", en: "The passphrase needs at least {least} characters." },
  "backup.damaged": { zh: "备份已损坏（{reason}），什么也没有恢复。", en: "The backup is damaged ({reason}); nothing was restored." },
  "backup.newer": { zh: "备份由更新的程序（{program}）所写。", en: "The backup was written by a newer program ({program})." },
  "backup.login": {
    zh: "登录名 {login} 看不到所有行，备份会不完整。请用 BACKUP_DATABASE_URL 给出有 BYPASSRLS 的登录（db/roles.sql）。",
    en: "The login {login} does not see every row, so that the backup would be incomplete. Name one with BYPASSRLS by BACKUP_DATABASE_URL (db/roles.sql).",
  },
  "backup.done": {
    zh: "已备份到 {path}：{tables} 张表 {rows} 行、{files} 个文件，{bytes} 字节。{sealed}",
    en: "Backed up to {path}: {tables} tables with {rows} rows, {files} files, {bytes} bytes. {sealed}",
  },
  "backup.is-sealed": { zh: "已加密，含会话密钥。", en: "Encrypted, session secret included." },
  "backup.is-sealed-only": {
    zh: "已加密；会话密钥由 SESSION_SECRET 给出，不在其中，请另行妥善保存。",
    en: "Encrypted; the session secret is given by SESSION_SECRET and is not in it: keep that apart.",
  },
  "backup.is-open": {
    zh: "未加密，不含会话密钥（数据文件夹里的 session-secret），请另行妥善保存。",
    en: "Not encrypted, without the session secret (session-secret in the data folder): keep that apart.",
  },
  "backup.missing-files": {
    zh: "有 {n} 个登记过的文件不在存储里：{first}",
    en: "{n} files that the tables name are not in the store: {first}",
  },
  "backup.whole": {
    zh: "备份完好：{createdAt} 所写，{tables} 张表 {rows} 行、{files} 个文件，校验和全部相符。",
    en: "The backup is whole: written {createdAt}, {tables} tables with {rows} rows, {files} files; every checksum holds.",
  },
  "restore.not-empty": {
    zh: "数据库里已有 {zones} 个园区，只能恢复到空库。请换一个数据文件夹（--data-dir）或空的数据库。",
    en: "The database holds {zones} zones; a backup is restored into an empty one only. Name another data folder (--data-dir) or an empty database.",
  },
  "restore.other-program": {
    zh: "备份所用的数据库结构（{file}）不是本程序的，请用同一版本或更新的程序恢复。",
    en: "This program does not know the schema of the backup ({file}); restore it with the same program or a newer one.",
  },
  "restore.differs": {
    zh: "恢复后的表 {table} 与备份不一致（应有 {expected} 行，现有 {found} 行），已全部撤回。",
    en: "The restored table {table} differs from the backup ({expected} rows expected, {found} found); everything was taken back.",
  },
  "restore.done": {
    zh: "已恢复 {createdAt} 的备份：{rows} 行、{files} 个文件，逐表校验一致；操作日志 {entries} 条校验{journal}。",
    en: "Restored the backup of {createdAt}: {rows} rows, {files} files, every table checked; the journal of {entries} entries {journal}.",
  },
  "restore.journal-holds": { zh: "通过", en: "verifies" },
  "restore.journal-broken": { zh: "未通过，请运行 audit verify", en: "does not verify; run audit verify" },
  "upgrade.remote": {
    zh: "DATABASE_URL 指定的数据库由其管理员升级；这条命令只升级自带的数据库。",
    en: "A database named by DATABASE_URL is upgraded by its own administrator; this command is for the embedded one.",
  },
  "upgrade.running": { zh: "数据库正在运行，请先停止服务。", en: "The database is running; stop the server first." },
  "upgrade.nothing": {
    zh: "数据库已是 PostgreSQL {major}，无需升级。",
    en: "The database is PostgreSQL {major} already; there is nothing to do.",
  },
  "upgrade.absent": { zh: "{folder} 里没有数据库。", en: "There is no database in {folder}." },
  "upgrade.done": {
    zh: "已从 PostgreSQL {from} 升级到 {to}：{rows} 行逐表校验一致，操作日志 {entries} 条校验{journal}。旧数据保存在 {kept}，确认无误后可删除。",
    en: "Upgraded from PostgreSQL {from} to {to}: {rows} rows, every table checked; the journal of {entries} entries {journal}. The old data is kept in {kept}; delete it once you are satisfied.",
  },
  "server.stopping": { zh: "正在停止……", en: "Stopping …" },
  "server.stopped": { zh: "已停止。", en: "Stopped." },
} as const satisfies Record<string, Text>;
