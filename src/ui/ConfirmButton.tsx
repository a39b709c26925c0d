import { Button, Popconfirm } from "antd";
import { useWords } from "#ui/language.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

type ConfirmButtonProps = { readonly text: string; readonly question: string; readonly busy: boolean; readonly onConfirm: () => void };

/** A small step that one may regret: asked once, where it was pressed. */
export function ConfirmButton({ text, question, busy, onConfirm }: ConfirmButtonProps) {
  const { say } = useWords();
  return (
    <Popconfirm
      title={question}
      okText={text}
      cancelText={say(uiTexts.cancel)}
      icon={null}
      onConfirm={onConfirm}
      // A modal dialog lies above everything else of the page; the question has to stand in it.
      getPopupContainer={(trigger) => trigger.closest("dialog") ?? document.body}
    >
      <Button size="small" loading={busy}>
        {text}
      </Button>
    </Popconfirm>
  );
}
