import { Button } from "antd";
import { useState } from "react";
import { duplicateTexts } from "#domains/registry/web/duplicate-texts.ts";
import { EnterprisePicker } from "#domains/registry/web/EnterprisePicker.tsx";
import { actTexts } from "#domains/registry/web/enterprise-texts.ts";
import { MergeDrawer } from "#domains/registry/web/MergeDrawer.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";

type MergeOtherProps = { readonly enterpriseId: string; readonly onClose: () => void };

/** A person who knows that two are one need not wait until they are found: the other is named, then both are compared. */
export function MergeOther({ enterpriseId, onClose }: MergeOtherProps) {
  const { say } = useWords();
  const [otherId, setOther] = useState("");
  const [compared, compare] = useState(false);
  if (compared) return <MergeDrawer oneId={enterpriseId} otherId={otherId} onClose={onClose} />;
  return (
    <Drawer open onClose={onClose} title={say(duplicateTexts.mergeTitle)}>
      <EnterprisePicker
        label={say(duplicateTexts.which)}
        hint={say(actTexts.otherHint)}
        value={otherId}
        onChange={setOther}
        without={enterpriseId}
      />
      <div className="actions">
        <Button type="primary" disabled={otherId === ""} onClick={() => compare(true)}>
          {say(duplicateTexts.next)}
        </Button>
      </div>
    </Drawer>
  );
}
