import { backupCommand, checkBackupCommand, restoreCommand } from "#apps/cli/machine/backup-commands.ts";
import type { MachineCommand } from "#apps/cli/machine/machine-command.ts";
import { upgradeCommand } from "#apps/cli/machine/upgrade-command.ts";

export const machineCommands: readonly MachineCommand[] = [backupCommand, checkBackupCommand, restoreCommand, upgradeCommand];
