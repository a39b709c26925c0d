import type { z } from "zod";
import type { Environment } from "#apps/runtime.ts";
import type { Language, Text } from "#kernel/texts.ts";

/** A command for whoever holds the machine: it is about the installation and not about a zone, and runs on database and files themselves. */
export type MachineCommand<Input extends z.ZodObject = z.ZodObject> = {
  readonly words: string;
  readonly summary: Text;
  readonly input: Input;
  readonly takesFiles: boolean;
  readonly run: (input: z.output<Input>, surroundings: Surroundings) => Promise<MachineResult>;
};
export type Surroundings = {
  readonly files: readonly string[];
  readonly dataDir: string;
  readonly environment: Environment;
  readonly language: Language;
};
export type MachineResult = { readonly ok: boolean; readonly output: unknown; readonly printed: string };

export const defineMachineCommand = <Input extends z.ZodObject>(command: MachineCommand<Input>): MachineCommand =>
  command as unknown as MachineCommand;
