import type { z } from "zod";
import { PackageRow } from "#domains/approvals/contract/package-operations.ts";
import { packageStateWords } from "#domains/approvals/contract/package-texts.ts";
import { packages } from "#domains/approvals/web/approvals-client.ts";
import { PackageTable } from "#domains/approvals/web/PackageTable.tsx";
import { packageTexts } from "#domains/approvals/web/package-texts.ts";
import { Choice } from "#ui/Choice.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { uiTexts } from "#ui/ui-texts.ts";
import { useAddress } from "#ui/use-address.ts";
import { usePages } from "#ui/use-pages.ts";

type Row = z.infer<typeof PackageRow>;
const State = PackageRow.shape.state;

export function Page() {
  const { say } = useWords();
  const [address, change] = useAddress();
  const state = State.safeParse(address["state"]).data;
  const list = usePages(["approvals", "packages", state], (cursor) => packages.listPackages({ state, cursor, limit: 50 }));
  const count = (wanted: Row["state"]) => list.data?.filter((row) => row.state === wanted).length ?? 0;
  return (
    <PageView
      title={say(packageTexts.title)}
      state={
        list.data ? say(packageTexts.state, { count: list.count, running: count("RUNNING"), compensating: count("COMPENSATING") }) : null
      }
      filters={
        <Choice
          label={say(packageTexts.filter)}
          value={state ?? ""}
          onChange={(value) => change({ state: value })}
          options={[
            { value: "", label: say(uiTexts.all) },
            ...State.options.map((value) => ({ value, label: say(packageStateWords[value]) })),
          ]}
        />
      }
    >
      <Loaded query={list} rows={8}>
        {(rows) => <PackageTable rows={rows} total={list.total} more={list.more} />}
      </Loaded>
    </PageView>
  );
}
