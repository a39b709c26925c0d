import type { z } from "zod";
import type { PackageView } from "#domains/approvals/contract/package-operations.ts";
import { APPROVALS, packages } from "#domains/approvals/web/approvals-client.ts";
import { isOffered } from "#domains/approvals/web/is-offered.ts";
import { packageTexts } from "#domains/approvals/web/package-texts.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";

export function PackageSubmit({ view }: { readonly view: z.infer<typeof PackageView> }) {
  const { say } = useWords();
  const sentence = useErrorSentence();
  const submit = useCommand(() => packages.submitPackage({ id: view.row.id, version: view.version }), APPROVALS);
  const ability = view.abilities["submit"];
  return (
    <>
      {isOffered(ability) ? (
        <AbilityButton type="primary" ability={ability} loading={submit.isPending} onClick={() => submit.mutate(undefined)}>
          {say(packageTexts.submit)}
        </AbilityButton>
      ) : null}
      <Drawer open={submit.isError} onClose={submit.reset} title={say(packageTexts.submit)} centred>
        <p className="problems" role="alert">
          {sentence(submit.error)}
        </p>
      </Drawer>
    </>
  );
}
