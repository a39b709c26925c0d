import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { StatedCompletionView } from "#domains/projects/contract/stated-completion.ts";
import { ChooseReading } from "#domains/projects/web/completions/ChooseReading.tsx";
import { completionTexts } from "#domains/projects/web/completions/completion-texts.ts";
import { StatedCompletion } from "#domains/projects/web/completions/StatedCompletion.tsx";
import { completions } from "#domains/projects/web/projects-client.ts";
import { useWords } from "#ui/language.tsx";
import { Section } from "#ui/Page.tsx";

const MOST = 50;

/** What documents state ambiguously, both readings side by side; nothing where none does. With `open` only what waits for a person. */
export function StatedCompletions({ open = false }: { readonly open?: boolean }) {
  const { say } = useWords();
  const [choosing, setChoosing] = useState<StatedCompletionView>();
  const state = open ? ("NEEDS_REVIEW" as const) : undefined;
  const found = useQuery({
    queryKey: ["stated-completions", state],
    queryFn: () => completions.listStatedCompletions({ limit: MOST, ...(state === undefined ? {} : { state }) }),
  });
  const items = (found.data?.items ?? []).filter((item) => item.state !== "WITHDRAWN");
  if (items.length === 0) return null;
  return (
    <Section title={say(completionTexts.title)}>
      <p className="section-body quiet">{say(completionTexts.hint)}</p>
      {items.map((item) => (
        <StatedCompletion key={item.id} item={item} onChoose={() => setChoosing(item)} />
      ))}
      {choosing ? <ChooseReading item={choosing} onClose={() => setChoosing(undefined)} /> : null}
    </Section>
  );
}
