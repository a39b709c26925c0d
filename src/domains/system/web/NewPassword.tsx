import { accountTexts as texts } from "#domains/system/web/account-texts.ts";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";

export type NewPasswordValue = { readonly password: string; readonly again: string };
export const NO_PASSWORD: NewPasswordValue = { password: "", again: "" };

type NewPasswordProps = { readonly value: NewPasswordValue; readonly onChange: (value: NewPasswordValue) => void };

/** A new password, twice; what a good one is, the server says. */
export function NewPassword({ value, onChange }: NewPasswordProps) {
  const { say } = useWords();
  const shared = { type: "password", required: true, maxLength: 200, autoComplete: "new-password" } as const;
  const differs = value.again !== "" && value.again !== value.password;
  return (
    <>
      <Field
        {...shared}
        label={say(texts.newPassword)}
        value={value.password}
        onChange={(password) => onChange({ ...value, password })}
        hint={say(texts.newPasswordHint)}
      />
      <Field {...shared} label={say(texts.repeatPassword)} value={value.again} onChange={(again) => onChange({ ...value, again })} />
      {differs ? <p className="problems">{say(texts.repeatDiffers)}</p> : null}
    </>
  );
}
