import { Button } from "antd";
import { useState } from "react";
import { PeopleShown } from "#domains/system/contract/person-row.ts";
import type { PersonRow } from "#domains/system/contract/system-operations.ts";
import { roleTexts } from "#domains/system/contract/system-texts.ts";
import { HeldRoles } from "#domains/system/web/HeldRoles.tsx";
import { PersonChips } from "#domains/system/web/PersonChips.tsx";
import { type Asking, PersonCommand } from "#domains/system/web/PersonCommand.tsx";
import { peopleTexts } from "#domains/system/web/people-texts.ts";
import { system } from "#domains/system/web/system-client.ts";
import { Role, SIGNED_IN_ROLES } from "#kernel/role.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { Choice } from "#ui/Choice.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { usePages } from "#ui/use-pages.ts";
import { useTimes } from "#ui/use-times.ts";
import { useViewer } from "#ui/viewer.tsx";
import "#domains/system/web/account.css";

export function Page() {
  const { say } = useWords();
  const { moment } = useTimes();
  const { permissions } = useViewer();
  const [address, change] = useAddress();
  const [asking, setAsking] = useState<Asking>();
  const q = address["q"] || undefined;
  const role = Role.safeParse(address["role"]).data;
  const show = PeopleShown.safeParse(address["show"]).data ?? "present";
  const people = usePages(["people", q, role, show], (cursor) => system.listPeople({ q, role, show, cursor, limit: 100 }));
  const columns: readonly Column<PersonRow>[] = [
    { key: "name", title: say(peopleTexts.name), order: (row) => row.name, cell: (row) => row.name, width: "150px" },
    { key: "username", title: say(peopleTexts.username), order: (row) => row.username, cell: (row) => row.username, width: "140px" },
    {
      key: "roles",
      title: say(peopleTexts.roles),
      cell: (row) => <HeldRoles person={row} onRevoke={(membership) => setAsking({ kind: "revoke", person: row, membership })} />,
    },
    { key: "account", title: say(peopleTexts.account), cell: (row) => <PersonChips person={row} />, width: "180px" },
    {
      key: "seen",
      title: say(peopleTexts.lastSignedIn),
      short: true,
      wideOnly: true,
      order: (row) => row.account.lastSignedInAt,
      cell: (row) => (row.account.lastSignedInAt === null ? say(peopleTexts.never) : moment(row.account.lastSignedInAt)),
    },
    {
      key: "actions",
      title: "",
      width: "190px",
      cell: (row) => (
        <span className="actions">
          <AbilityButton size="small" ability={row.abilities["grantRole"]} onClick={() => setAsking({ kind: "grant", person: row })}>
            {say(peopleTexts.grant)}
          </AbilityButton>
          {permissions.has("system.people") ? (
            <Button size="small" onClick={() => setAsking({ kind: "show", person: row })}>
              {say(peopleTexts.manage)}
            </Button>
          ) : null}
        </span>
      ),
    },
  ];
  return (
    <PageView
      title={say(peopleTexts.title)}
      state={people.data ? say(peopleTexts.state, { count: people.count }) : null}
      action={
        permissions.has("system.people") ? (
          <>
            <Button onClick={() => setAsking({ kind: "add" })}>{say(peopleTexts.add)}</Button>
            <Button type="primary" onClick={() => setAsking({ kind: "invite" })}>
              {say(peopleTexts.invite)}
            </Button>
          </>
        ) : null
      }
      filters={
        <>
          <SearchField value={address["q"] ?? ""} onChange={(words) => change({ q: words })} />
          <Choice
            label={say(peopleTexts.role)}
            value={role ?? ""}
            onChange={(chosen) => change({ role: chosen })}
            options={[
              { value: "", label: say(peopleTexts.anyRole) },
              ...SIGNED_IN_ROLES.map((value) => ({ value, label: say(roleTexts[value]) })),
            ]}
          />
          <Choice
            label={say(peopleTexts.show)}
            value={show}
            onChange={(chosen) => change({ show: chosen === "present" ? "" : chosen })}
            options={PeopleShown.options.map((value) => ({ value, label: say(peopleTexts[value]) }))}
          />
        </>
      }
    >
      <Loaded query={people}>
        {(rows) => (
          <DataTable
            caption={say(peopleTexts.title)}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.id}
            total={people.total}
            more={people.more}
          />
        )}
      </Loaded>
      {asking ? <PersonCommand asking={asking} onAsk={setAsking} onClose={() => setAsking(undefined)} /> : null}
    </PageView>
  );
}
