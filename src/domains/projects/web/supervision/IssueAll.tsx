import { useState } from "react";
import { type SupervisionView, supervisionKindWords } from "#domains/projects/contract/supervision-operations.ts";
import { supervision } from "#domains/projects/web/projects-client.ts";
import { supervisionTexts } from "#domains/projects/web/supervision/supervision-texts.ts";
import { CommandForm } from "#ui/CommandForm.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { useCommand } from "#ui/use-command.ts";

type IssueAllProps = { readonly items: readonly SupervisionView[]; readonly onClose: () => void };
type Done = Awaited<ReturnType<typeof supervision.issueAllSupervision>>;

/** Several letters in one command: what each will ask for, and afterwards which could not be issued and why. */
export function IssueAll({ items, onClose }: IssueAllProps) {
  const { say, language } = useWords();
  const [done, setDone] = useState<Done>();
  const take = useCommand(
    () => supervision.issueAllSupervision({ items: items.map(({ id, version }) => ({ supervisionId: id, version })) }),
    ["supervision", "project-colour"],
    setDone,
  );
  const title = say(supervisionTexts.issueAllTitle, { count: items.length });
  if (done) return <IssuedAll title={title} done={done} onClose={onClose} />;
  return (
    <CommandForm
      open
      wide
      title={title}
      submit={say(supervisionTexts.issueAll)}
      busy={take.isPending}
      error={take.error}
      onSubmit={() => take.mutate(undefined)}
      onClose={onClose}
    >
      <p className="notice">{say(supervisionTexts.issueAllHint)}</p>
      <ol className="drafts">
        {items.map((item) => (
          <li key={item.id}>
            <strong>{item.project.name}</strong> <span className="quiet">{say(supervisionKindWords[item.kind])}</span>
            <p className="said">{item.draft?.[language] ?? item.text}</p>
          </li>
        ))}
      </ol>
    </CommandForm>
  );
}

function IssuedAll({ title, done, onClose }: { readonly title: string; readonly done: Done; readonly onClose: () => void }) {
  const { say, language } = useWords();
  const { issued, refused } = done;
  const [first, last] = [issued[0]?.number ?? "", issued.at(-1)?.number ?? ""];
  const sentence =
    issued.length === 0
      ? say(supervisionTexts.issuedNone)
      : say(issued.length === 1 ? supervisionTexts.issuedOne : supervisionTexts.issuedAll, { count: issued.length, from: first, to: last });
  return (
    <Drawer open wide onClose={onClose} title={title}>
      <p className="notice" role="status">
        {sentence}
      </p>
      {refused.length === 0 ? null : (
        <section className="stack-small">
          <h3>{say(supervisionTexts.refusedTitle, { count: refused.length })}</h3>
          <ul className="drafts">
            {refused.map((one) => (
              <li key={one.supervisionId}>
                <strong>{one.project ?? "–"}</strong> {one.problem[language]}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Drawer>
  );
}
