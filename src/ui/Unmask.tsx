import { Button } from "antd";
import { createContext, type ReactNode, useContext, useState } from "react";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

/** Which reply is to be seen in full: the query that the page asked, and what it asked with. */
export type Unmasking = { readonly operation: string; readonly input: Readonly<Record<string, string>> };
type Ask = (unmasking: Unmasking & { readonly reason: string }) => Promise<unknown>;
const AskContext = createContext<Ask>(async () => undefined);

export function UnmaskProvider({ ask, children }: { readonly ask: Ask; readonly children: ReactNode }) {
  return <AskContext value={ask}>{children}</AskContext>;
}

type UnmaskProps = Unmasking & {
  /** What the page shows; without a masked value there is nothing to ask for. */
  readonly shown: readonly string[];
  /** First words of the keys of what is read again. */
  readonly touches: readonly string[];
};

/** Beside what is masked: asks why, and the page is read again with everything in it, for half an hour. */
export function Unmask({ operation, input, shown, touches }: UnmaskProps) {
  const { say } = useWords();
  const { permissions } = useViewer();
  const ask = useContext(AskContext);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const run = useCommand(
    () => ask({ operation, input, reason }),
    touches,
    () => setOpen(false),
  );
  if (!permissions.has("system.unmask") || !shown.some((text) => text.includes("**"))) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {say(uiTexts.unmask)}
      </Button>
      {open ? (
        <CommandForm
          open
          title={say(uiTexts.unmask)}
          submit={say(uiTexts.unmask)}
          busy={run.isPending}
          error={run.error}
          onSubmit={() => run.mutate(undefined)}
          onClose={() => setOpen(false)}
        >
          <p>{say(uiTexts.unmaskHint)}</p>
          <Field label={say(uiTexts.unmaskReason)} value={reason} onChange={setReason} required minLength={4} maxLength={200} autoFocus />
        </CommandForm>
      ) : null}
    </>
  );
}
