import { Button } from "antd";
import type { FormEvent, ReactNode } from "react";
import { Drawer } from "#ui/Drawer.tsx";
import { useWords } from "#ui/language.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import { uiTexts } from "#ui/ui-texts.ts";

type CommandFormProps = {
  readonly open: boolean;
  readonly title: string;
  readonly submit: string;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly wide?: boolean;
  readonly children: ReactNode;
};

/** Asks for what a command needs, beside the page; a refusal is said where it was asked. */
export function CommandForm({
  open,
  title,
  submit,
  danger = false,
  busy,
  error,
  onSubmit,
  onClose,
  wide = false,
  children,
}: CommandFormProps) {
  const { say } = useWords();
  const sentence = useErrorSentence();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSubmit();
  };
  return (
    <Drawer open={open} onClose={onClose} title={title} wide={wide}>
      <form className="fields" onSubmit={send}>
        {children}
        {error ? (
          <p className="problems" role="alert">
            {sentence(error)}
          </p>
        ) : null}
        <div className="actions">
          <Button type="primary" htmlType="submit" danger={danger} loading={busy}>
            {submit}
          </Button>
          <Button onClick={onClose}>{say(uiTexts.cancel)}</Button>
        </div>
      </form>
    </Drawer>
  );
}
