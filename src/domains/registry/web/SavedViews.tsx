import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { registry } from "#domains/registry/web/registry-client.ts";
import { SaveView } from "#domains/registry/web/SaveView.tsx";
import { viewTexts } from "#domains/registry/web/search-texts.ts";
import { useEnterpriseFilter } from "#domains/registry/web/use-enterprise-search.ts";
import { Choice } from "#ui/Choice.tsx";
import { useWords } from "#ui/language.tsx";

/** One's own views and those that others share; choosing one puts it into the address. */
export function SavedViews() {
  const { say } = useWords();
  const { view, become } = useEnterpriseFilter();
  const [saving, setSaving] = useState(false);
  const views = useQuery({ queryKey: ["registry", "views"], queryFn: () => registry.listViews({}) });
  const items = views.data?.items ?? [];
  const choose = (id: string) => {
    const chosen = items.find((one) => one.id === id);
    if (chosen) become(chosen.filter, chosen.sort, chosen.id);
  };
  return (
    <>
      {items.length > 0 ? (
        <Choice
          label={say(viewTexts.views)}
          value={items.some((one) => one.id === view) ? view : ""}
          onChange={choose}
          options={[{ value: "", label: say(viewTexts.none) }, ...items.map((one) => ({ value: one.id, label: one.name }))]}
        />
      ) : null}
      <Button onClick={() => setSaving(true)}>{say(viewTexts.manage)}</Button>
      {saving ? <SaveView views={items} onClose={() => setSaving(false)} /> : null}
    </>
  );
}
