import { Button } from "antd";
import type { WebhookRow } from "#domains/exchange/contract/exchange-operations.ts";
import { exchange } from "#domains/exchange/web/exchange-client.ts";
import { hookWords } from "#domains/exchange/web/exchange-words.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { ConfirmButton } from "#ui/ConfirmButton.tsx";
import { useWords } from "#ui/language.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { useCommand } from "#ui/use-command.ts";

type WebhookActionsProps = { readonly hook: WebhookRow; readonly onEdit: () => void; readonly onKey: (key: string) => void };
const TOUCHES = ["webhooks", "deliveries"];

export function WebhookActions({ hook, onEdit, onKey }: WebhookActionsProps) {
  const { say } = useWords();
  const sentence = useErrorSentence();
  const { id: webhookId, version, abilities } = hook;
  const turn = useCommand((on: boolean) => exchange.switchWebhook({ webhookId, version, on }), TOUCHES);
  const test = useCommand(() => exchange.testWebhook({ webhookId }), TOUCHES);
  const renew = useCommand(
    () => exchange.renewWebhookKey({ webhookId, version }),
    TOUCHES,
    ({ signingKey }) => {
      if (signingKey !== null) onKey(signingKey);
    },
  );
  const error = turn.error ?? test.error ?? renew.error;
  const on = hook.state === "ON";
  return (
    <>
      <span className="actions">
        <AbilityButton size="small" ability={abilities["test"]} loading={test.isPending} onClick={() => test.mutate(undefined)}>
          {say(hookWords.test)}
        </AbilityButton>
        <AbilityButton
          size="small"
          ability={abilities[on ? "switchOff" : "switchOn"]}
          loading={turn.isPending}
          onClick={() => turn.mutate(!on)}
        >
          {say(on ? hookWords.switchOff : hookWords.switchOn)}
        </AbilityButton>
        <Button size="small" onClick={onEdit}>
          {say(hookWords.edit)}
        </Button>
        <ConfirmButton
          text={say(hookWords.renew)}
          question={say(hookWords.renewAsk)}
          busy={renew.isPending}
          onConfirm={() => renew.mutate(undefined)}
        />
      </span>
      {error ? (
        <p className="problems" role="alert">
          {sentence(error)}
        </p>
      ) : null}
    </>
  );
}
