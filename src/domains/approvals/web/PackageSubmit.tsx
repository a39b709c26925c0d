import type { z } from "zod";
import type { PackageView } from "#domains/approvals/contract/package-operations.ts";
import { APPROVALS, packages } from "#domains/approvals/web/approvals-client.ts";
import { isOffered } from "#domains/approvals/web/is-offered.ts";
import { packageTexts } from "#domains/approvals/web/package-texts.ts";
import { RenewCode } from "#domains/approvals/web/RenewCode.tsx";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { ConfirmButton } from "#ui/ConfirmButton.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";

/** A draft is handed in, or given up. */
export function PackageSubmit({ view }: { readonly view: z.infer<typeof PackageView> }) {
  const { say } = useWords();
  const sentence = useErrorSentence();
  const at = { id: view.row.id, version: view.version };
  const submit = useCommand(() => packages.submitPackage(at), APPROVALS);
  const withdraw = useCommand(() => packages.withdrawPackage(at), APPROVALS);
  const ability = view.abilities["submit"];
  const failed = submit.isError ? submit : withdraw.isError ? withdraw : undefined;
  return (
    <>
      {view.abilities["renewCode"]?.allowed ? <RenewCode number={view.row.number} renew={() => packages.renewPackageCode(at)} /> : null}
      {isOffered(ability) ? (
        <AbilityButton type="primary" ability={ability} loading={submit.isPending} onClick={() => submit.mutate(undefined)}>
          {say(packageTexts.submit)}
        </AbilityButton>
      ) : null}
      {view.abilities["withdraw"]?.allowed ? (
        <ConfirmButton
          text={say(packageTexts.withdraw)}
          question={say(packageTexts.withdrawHint)}
          busy={withdraw.isPending}
          onConfirm={() => withdraw.mutate(undefined)}
        />
      ) : null}
      <Drawer open={failed !== undefined} onClose={() => failed?.reset()} title={say(packageTexts.submit)} centred>
        <p className="problems" role="alert">
          {sentence(failed?.error)}
        </p>
      </Drawer>
    </>
  );
}
