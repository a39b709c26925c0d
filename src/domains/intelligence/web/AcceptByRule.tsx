import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { intelligence } from "#domains/intelligence/web/intelligence-client.ts";
import { reviewTexts } from "#domains/intelligence/web/review-texts.ts";
import { Choice } from "#ui/Choice.tsx";
import { CommandForm } from "#ui/CommandForm.tsx";
import { useWords } from "#ui/language.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useCommand } from "#ui/use-command.ts";

/** Shows what a rule would accept before it does. */
export function AcceptByRule({ documentId, onClose }: { readonly documentId: string; readonly onClose: () => void }) {
  const { say, language } = useWords();
  const [chosen, setChosen] = useState("");
  const [everywhere, setEverywhere] = useState(false);
  const rules = useQuery({ queryKey: ["acceptance-rules"], queryFn: () => intelligence.listAcceptanceRules({}) });
  const rule = chosen || (rules.data?.items[0]?.name ?? "");
  const input = { rule, ...(everywhere ? {} : { documentId }) };
  const preview = useQuery({
    queryKey: ["accept-preview", input],
    queryFn: () => intelligence.acceptByRule({ ...input, dryRun: true }),
    enabled: rule !== "",
    staleTime: 0,
  });
  const accept = useCommand(
    () => intelligence.acceptByRule(input),
    ["document", "documents", "review-next", "cockpit", "conflicts"],
    onClose,
  );
  return (
    <CommandForm
      open
      title={say(reviewTexts.bulkTitle)}
      submit={say(reviewTexts.accept)}
      busy={accept.isPending}
      error={accept.error}
      onSubmit={() => accept.mutate(undefined)}
      onClose={onClose}
    >
      <Loaded query={rules} rows={2}>
        {({ items }) => (
          <>
            <Choice
              stacked
              label={say(reviewTexts.bulkRule)}
              value={rule}
              onChange={setChosen}
              options={items.map((item) => ({ value: item.name, label: item.title[language] }))}
            />
            <p>{items.find((item) => item.name === rule)?.description[language]}</p>
            <Choice
              stacked
              label={say(reviewTexts.bulkScope)}
              value={everywhere ? "all" : "here"}
              onChange={(scope) => setEverywhere(scope === "all")}
              options={[
                { value: "here", label: say(reviewTexts.bulkHere) },
                { value: "all", label: say(reviewTexts.bulkAll) },
              ]}
            />
            <p className="notice" role="status">
              {preview.data ? say(reviewTexts.bulkPreview, preview.data) : "…"} {say(reviewTexts.bulkNote)}
            </p>
          </>
        )}
      </Loaded>
    </CommandForm>
  );
}
