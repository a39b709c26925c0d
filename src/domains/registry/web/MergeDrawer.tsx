import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { TermTable } from "#domains/registry/web/DuplicatePair.tsx";
import { duplicateTexts } from "#domains/registry/web/duplicate-texts.ts";
import { MergeFields } from "#domains/registry/web/MergeFields.tsx";
import { registry, TOUCHED_BY_AN_ENTERPRISE } from "#domains/registry/web/registry-client.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useCommand } from "#ui/use-command.ts";

type MergeDrawerProps = { readonly oneId: string; readonly otherId: string; readonly onClose: () => void };

/** What a merge would do, field by field, before it is done; and the reason for it. */
export function MergeDrawer({ oneId, otherId, onClose }: MergeDrawerProps) {
  const { say, language } = useWords();
  const [keepId, keep] = useState(oneId);
  const [because, setBecause] = useState("");
  const mergeId = keepId === oneId ? otherId : oneId;
  // The edition that was looked at is the one that is merged: both are opened for their versions.
  const tried = useQuery({
    queryKey: ["enterprise", "merge", keepId, mergeId],
    queryFn: async () => {
      const [trial, kept, merged] = await Promise.all([
        registry.tryMerge({ keepId, mergeId }),
        registry.openEnterprise({ id: keepId }),
        registry.openEnterprise({ id: mergeId }),
      ]);
      return { trial, keepVersion: kept.version, mergeVersion: merged.version };
    },
    staleTime: 0,
  });
  const merge = useCommand(registry.mergeEnterprises, TOUCHED_BY_AN_ENTERPRISE, onClose);
  const problem = tried.data?.trial.problem;
  const submit = () => {
    if (!tried.data) return;
    const { keepVersion, mergeVersion } = tried.data;
    merge.mutate({ keepId, mergeId, keepVersion, mergeVersion, because });
  };
  return (
    <CommandForm
      open
      wide
      title={say(duplicateTexts.mergeTitle)}
      submit={say(duplicateTexts.merge)}
      busy={merge.isPending}
      error={merge.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Loaded query={tried} rows={6}>
        {({ trial }) => (
          <>
            <Choice
              stacked
              label={say(duplicateTexts.keep)}
              value={keepId}
              onChange={keep}
              options={[trial.keep, trial.merge]
                .map((row) => ({ value: row.id, label: `${row.name}（${row.identifier}）` }))
                .sort((row) => (row.value === oneId ? -1 : 1))}
            />
            {problem ? (
              <p className="notice notice-alert" role="alert">
                {problem[language]}
              </p>
            ) : null}
            <MergeFields trial={trial} />
            <TermTable terms={trial.terms} />
          </>
        )}
      </Loaded>
      <Field label={say(duplicateTexts.because)} value={because} onChange={setBecause} rows={3} required minLength={2} maxLength={500} />
    </CommandForm>
  );
}
