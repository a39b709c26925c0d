import { Button } from "antd";
import { APPROVALS, promises } from "#domains/approvals/web/approvals-client.ts";
import { deskTexts } from "#domains/approvals/web/desk-texts.ts";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";

/** The steps that rules take by themselves run daily; here they are run now, and what they did is said. */
export function RunClocks() {
  const { say } = useWords();
  const sentence = useErrorSentence();
  const run = useCommand(() => promises.runClocks({}), APPROVALS);
  return (
    <>
      <Button loading={run.isPending} onClick={() => run.mutate(undefined)}>
        {say(deskTexts.runClocks)}
      </Button>
      <Drawer open={run.isSuccess || run.isError} onClose={run.reset} title={say(deskTexts.runClocks)} centred>
        {run.error ? <p className="problems">{sentence(run.error)}</p> : null}
        {run.data ? <p>{say(deskTexts.ranClocks, run.data)}</p> : null}
      </Drawer>
    </>
  );
}
