import { useState } from "react";
import type { WebhookRow } from "#domains/exchange/contract/exchange-operations.ts";
import { ChooseKinds } from "#domains/exchange/web/ChooseKinds.tsx";
import { exchange } from "#domains/exchange/web/exchange-client.ts";
import { hookWords } from "#domains/exchange/web/exchange-words.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type EditWebhookProps = { readonly hook: WebhookRow | undefined; readonly onClose: () => void; readonly onKey: (key: string) => void };

/** Adds a webhook, whose key is shown afterwards, or changes one. */
export function EditWebhook({ hook, onClose, onKey }: EditWebhookProps) {
  const { say } = useWords();
  const [name, setName] = useState(hook?.name ?? "");
  const [address, setAddress] = useState(hook?.address ?? "");
  const [kinds, setKinds] = useState<readonly string[]>(hook?.kinds ?? []);
  const save = useCommand(
    async (): Promise<string | null> => {
      const given = { name, address, kinds: [...kinds] };
      if (hook === undefined) return (await exchange.createWebhook(given)).signingKey;
      await exchange.editWebhook({ webhookId: hook.id, version: hook.version, ...given });
      return null;
    },
    ["webhooks"],
    (key) => (key === null ? onClose() : onKey(key)),
  );
  return (
    <CommandForm
      open
      wide
      title={say(hook ? hookWords.editTitle : hookWords.add)}
      submit={say(hookWords.save)}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate(undefined)}
      onClose={onClose}
    >
      <Field label={say(hookWords.name)} value={name} onChange={setName} required minLength={2} maxLength={60} autoFocus />
      <Field
        label={say(hookWords.address)}
        value={address}
        onChange={setAddress}
        type="url"
        required
        maxLength={500}
        hint={say(hookWords.addressHint)}
      />
      <ChooseKinds chosen={kinds} onChange={setKinds} />
    </CommandForm>
  );
}
