import { useQueryClient } from "@tanstack/react-query";
import { accountTexts as texts } from "#domains/system/web/account-texts.ts";
import { EnrolSecondFactor } from "#domains/system/web/EnrolSecondFactor.tsx";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";

export function EnrolDrawer({ onClose }: { readonly onClose: () => void }) {
  const { say } = useWords();
  const client = useQueryClient();
  const done = () => {
    void client.invalidateQueries({ queryKey: ["my-account"] });
    onClose();
  };
  return (
    <Drawer open onClose={onClose} title={say(texts.enrolTitle)}>
      <EnrolSecondFactor onDone={done} />
    </Drawer>
  );
}
