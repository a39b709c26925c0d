import { useQuery } from "@tanstack/react-query";
import { Button, Popconfirm } from "antd";
import { useState } from "react";
import { heldKindWords } from "#domains/projects/contract/handover-operations.ts";
import { HeldTable } from "#domains/projects/web/handover/HeldTable.tsx";
import "#domains/projects/web/handover/handover.css";
import { handoverTexts } from "#domains/projects/web/handover/handover-texts.ts";
import { handover } from "#domains/projects/web/projects-client.ts";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView, Section } from "#ui/Page.tsx";
import { SearchChoice } from "#ui/SearchChoice.tsx";
import { Empty, Loaded } from "#ui/StateViews.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";
import { useCommand } from "#ui/use-command.ts";
import { useViewer } from "#ui/viewer.tsx";

const LEAST_REASON = 2;

/** Who hands over, to whom, why; what moves is seen before it does. */
export function Page() {
  const { say, language } = useWords();
  const sentence = useErrorSentence();
  const { permissions } = useViewer();
  const [address, change] = useAddress();
  const [reason, setReason] = useState("");
  const [from, to] = [address["from"] ?? "", address["to"] ?? ""];
  const officials = useQuery({ queryKey: ["officials"], queryFn: () => handover.listHolders({}) });
  const preview = useQuery({
    queryKey: ["handover", from],
    queryFn: () => handover.handoverPreview({ personId: from }),
    enabled: from !== "",
  });
  const people = officials.data?.items ?? [];
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? "–";
  const items = from === "" ? [] : (preview.data?.items ?? []);
  const move = useCommand(
    (given: { readonly fromId: string; readonly toId: string }) =>
      handover.handOver({ ...given, reason: reason.trim(), expected: items.length }),
    ["handover", "officials", "project", "project-force", "supervision", "reports-due"],
    () => setReason(""),
  );
  const choose = (part: Readonly<Record<string, string>>) => {
    move.reset();
    change(part);
  };
  const options = (except: string) => [
    { value: "", label: say(handoverTexts.choose) },
    ...people
      .filter((person) => person.id !== except)
      .map((person) => ({
        value: person.id,
        label: say(person.department === null ? handoverTexts.person : handoverTexts.personIn, {
          name: person.name,
          department: person.department ?? "",
          held: person.held,
        }),
      })),
  ];
  const ready = items.length > 0 && to !== "" && to !== from && reason.trim().length >= LEAST_REASON;
  return (
    <PageView
      title={say(handoverTexts.title)}
      state={
        from !== "" && preview.data
          ? say(handoverTexts.stateOf, { name: preview.data.person.name, count: items.length })
          : say(handoverTexts.state)
      }
    >
      <div className="handover-form">
        <SearchChoice stacked label={say(handoverTexts.from)} value={from} onChange={(id) => choose({ from: id })} options={options(to)} />
        <SearchChoice stacked label={say(handoverTexts.to)} value={to} onChange={(id) => choose({ to: id })} options={options(from)} />
        <Field
          label={say(handoverTexts.reason)}
          value={reason}
          onChange={setReason}
          required
          minLength={LEAST_REASON}
          maxLength={300}
          hint={say(handoverTexts.reasonHint)}
        />
      </div>
      {move.error ? (
        <p className="notice notice-alert" role="alert">
          {sentence(move.error)}
        </p>
      ) : null}
      {move.data ? (
        <p className="notice" role="status">
          {say(handoverTexts.done, {
            count: move.data.moved,
            from: nameOf(move.variables?.fromId ?? ""),
            to: nameOf(move.variables?.toId ?? ""),
            kinds: move.data.byKind
              .filter(({ moved }) => moved > 0)
              .map(({ kind, moved }) => say(handoverTexts.kindCount, { kind: say(heldKindWords[kind]), count: moved }))
              .join(language === "zh" ? "、" : ", "),
          })}
        </p>
      ) : null}
      {from === "" ? (
        <Empty title={say(handoverTexts.before)} hint={say(handoverTexts.beforeHint)} />
      ) : (
        <Loaded query={preview}>
          {(view) =>
            view.items.length === 0 ? (
              <Empty title={say(handoverTexts.nothing, { name: view.person.name })} hint={say(handoverTexts.nothingHint)} />
            ) : (
              <Section
                title={say(handoverTexts.preview, { count: view.items.length })}
                aside={
                  ready ? (
                    <Popconfirm
                      title={say(handoverTexts.confirm, { count: view.items.length, from: view.person.name, to: nameOf(to) })}
                      okText={say(handoverTexts.handOver)}
                      cancelText={say(uiTexts.cancel)}
                      icon={null}
                      onConfirm={() => move.mutate({ fromId: from, toId: to })}
                    >
                      <Button type="primary" loading={move.isPending}>
                        {say(handoverTexts.handOver)}
                      </Button>
                    </Popconfirm>
                  ) : (
                    <span className="quiet">{say(handoverTexts.incomplete)}</span>
                  )
                }
              >
                <HeldTable items={view.items} links={permissions.has("projects.read")} />
              </Section>
            )
          }
        </Loaded>
      )}
    </PageView>
  );
}
