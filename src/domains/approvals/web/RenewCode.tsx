import { Button } from "antd";
import { AccessCode } from "#domains/approvals/web/AccessCode.tsx";
import { APPROVALS } from "#domains/approvals/web/approvals-client.ts";
import { applyTexts } from "#domains/approvals/web/portal-texts.ts";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";

type RenewCodeProps = { readonly number: string; readonly renew: () => Promise<{ readonly accessCode: string | null }> };

/** The receipt was lost: another code, shown once, and the old one opens nothing any more. */
export function RenewCode({ number, renew }: RenewCodeProps) {
  const { say } = useWords();
  const sentence = useErrorSentence();
  const given = useCommand(renew, APPROVALS);
  return (
    <>
      <Button type="link" size="small" loading={given.isPending} onClick={() => given.mutate(undefined)}>
        {say(applyTexts.renewCode)}
      </Button>
      <Drawer open={given.isSuccess || given.isError} onClose={() => given.reset()} title={say(applyTexts.renewCode)} centred>
        {given.error ? (
          <p className="problems" role="alert">
            {sentence(given.error)}
          </p>
        ) : null}
        {given.data ? <AccessCode number={number} code={given.data.accessCode} renewed /> : null}
      </Drawer>
    </>
  );
}
