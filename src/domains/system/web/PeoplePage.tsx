import { Button } from "antd";
import { useState } from "react";
import type { PersonRow } from "#domains/system/contract/system-operations.ts";
import { roleTexts } from "#domains/system/contract/system-texts.ts";
import { AddPerson } from "#domains/system/web/AddPerson.tsx";
import { GrantRole } from "#domains/system/web/GrantRole.tsx";
import { peopleTexts } from "#domains/system/web/people-texts.ts";
import { RevokeRole } from "#domains/system/web/RevokeRole.tsx";
import { system } from "#domains/system/web/system-client.ts";
import { AbilityButton } from "#ui/AbilityButton.tsx";
import { type Column, DataTable } from "#ui/DataTable.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { SearchField } from "#ui/SearchField.tsx";
import { Loaded } from "#ui/StateViews.tsx";
import { useAddress } from "#ui/use-address.ts";
import { usePages } from "#ui/use-pages.ts";
import { useViewer } from "#ui/viewer.tsx";

type Asking =
  | { readonly kind: "add" }
  | { readonly kind: "grant"; readonly person: PersonRow }
  | { readonly kind: "revoke"; readonly person: PersonRow; readonly membership: PersonRow["memberships"][number] };

export function Page() {
  const { say } = useWords();
  const { permissions } = useViewer();
  const [address, change] = useAddress();
  const [asking, setAsking] = useState<Asking>();
  const q = address["q"] || undefined;
  const people = usePages(["people", q], (cursor) => system.listPeople({ q, cursor, limit: 100 }));
  const close = () => setAsking(undefined);
  const columns: readonly Column<PersonRow>[] = [
    { key: "name", title: say(peopleTexts.name), order: (row) => row.name, cell: (row) => row.name, width: "160px" },
    { key: "username", title: say(peopleTexts.username), order: (row) => row.username, cell: (row) => row.username, width: "160px" },
    {
      key: "roles",
      title: say(peopleTexts.roles),
      cell: (row) =>
        row.memberships.length === 0 ? (
          <span className="quiet">{say(peopleTexts.noRole)}</span>
        ) : (
          <ul>
            {row.memberships.map((membership) => (
              <li key={membership.id}>
                {[
                  say(roleTexts[membership.role]),
                  membership.department,
                  membership.enterprise,
                  membership.validTo ? say(peopleTexts.untilShort, { date: membership.validTo }) : null,
                ]
                  .filter(Boolean)
                  .join(" · ")}{" "}
                {row.abilities["revokeRole"]?.allowed ? (
                  <button type="button" className="text-button" onClick={() => setAsking({ kind: "revoke", person: row, membership })}>
                    {say(peopleTexts.revoke)}
                  </button>
                ) : null}
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: "actions",
      title: "",
      width: "120px",
      cell: (row) => (
        <AbilityButton size="small" ability={row.abilities["grantRole"]} onClick={() => setAsking({ kind: "grant", person: row })}>
          {say(peopleTexts.grant)}
        </AbilityButton>
      ),
    },
  ];
  return (
    <PageView
      title={say(peopleTexts.title)}
      state={people.data ? say(peopleTexts.state, { count: people.count }) : null}
      action={
        permissions.has("system.people") ? (
          <Button type="primary" onClick={() => setAsking({ kind: "add" })}>
            {say(peopleTexts.add)}
          </Button>
        ) : null
      }
      filters={<SearchField value={address["q"] ?? ""} onChange={(words) => change({ q: words })} />}
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
      {asking?.kind === "add" ? <AddPerson onClose={close} /> : null}
      {asking?.kind === "grant" ? <GrantRole person={asking.person} onClose={close} /> : null}
      {asking?.kind === "revoke" ? <RevokeRole person={asking.person} membership={asking.membership} onClose={close} /> : null}
    </PageView>
  );
}
