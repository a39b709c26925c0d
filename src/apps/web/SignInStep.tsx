import { Button } from "antd";
import { type FormEvent, lazy, Suspense, useState } from "react";
import { SignInFrame } from "#apps/web/SignInFrame.tsx";
import { useSessionChange } from "#apps/web/use-session.ts";
import type { SessionView } from "#domains/system/contract/system-operations.ts";
import { roleTexts } from "#domains/system/contract/system-texts.ts";
import { accountTexts as texts } from "#domains/system/web/account-texts.ts";
import { NewPassword, NO_PASSWORD } from "#domains/system/web/NewPassword.tsx";
import { system } from "#domains/system/web/system-client.ts";
import { Field } from "#ui/Field.tsx";
import { useWords } from "#ui/language.tsx";
import { Loading } from "#ui/StateViews.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";

type Pending = NonNullable<SessionView["pending"]>;
type StepProps = { readonly pending: Pending };

// It brings the drawing of QR codes, which nobody else needs at the door.
const EnrolSecondFactor = lazy(async () => ({
  default: (await import("#domains/system/web/EnrolSecondFactor.tsx")).EnrolSecondFactor,
}));

/** What is still to be done before a sign-in holds. */
export function SignInStep({ pending }: StepProps) {
  if (pending.step === "second-factor") return <SecondFactorStep pending={pending} />;
  return pending.step === "change-password" ? <ChangePasswordStep pending={pending} /> : <EnrolStep pending={pending} />;
}

function SecondFactorStep({ pending }: StepProps) {
  const { say } = useWords();
  const [code, setCode] = useState("");
  const pass = useSessionChange(() => system.passSecondFactor({ code }));
  return (
    <SignInFrame title={say(texts.secondStep)}>
      <p>{say(texts.secondStepHint, { name: pending.name })}</p>
      <StepForm busy={pass.isPending} error={pass.error} onSubmit={() => pass.mutate(undefined)}>
        <Field
          label={say(texts.code)}
          value={code}
          onChange={setCode}
          required
          minLength={6}
          maxLength={40}
          autoComplete="one-time-code"
          autoFocus
        />
      </StepForm>
      <OtherAccount />
    </SignInFrame>
  );
}

function ChangePasswordStep({ pending }: StepProps) {
  const { say } = useWords();
  const [currentPassword, setCurrent] = useState("");
  const [given, setGiven] = useState(NO_PASSWORD);
  const change = useSessionChange(() => system.changePassword({ currentPassword, newPassword: given.password }));
  const submit = () => {
    if (given.password === given.again) change.mutate(undefined);
  };
  return (
    <SignInFrame title={say(texts.mustChange)}>
      <p>{say(texts.mustChangeHint, { name: pending.name })}</p>
      <StepForm busy={change.isPending} error={change.error} onSubmit={submit}>
        <Field
          label={say(texts.temporaryPassword)}
          type="password"
          value={currentPassword}
          onChange={setCurrent}
          required
          maxLength={200}
          autoComplete="current-password"
        />
        <NewPassword value={given} onChange={setGiven} />
      </StepForm>
      <OtherAccount />
    </SignInFrame>
  );
}

function EnrolStep({ pending }: StepProps) {
  const { say } = useWords();
  const enter = useSessionChange((session: SessionView) => Promise.resolve(session));
  const role = pending.because ? say(roleTexts[pending.because]) : "";
  return (
    <SignInFrame title={say(texts.enrolTitle)}>
      <p>{say(texts.enrolBecause, { name: pending.name, role })}</p>
      <Suspense fallback={<Loading rows={4} />}>
        <EnrolSecondFactor onDone={(session) => enter.mutate(session)} />
      </Suspense>
      <OtherAccount />
    </SignInFrame>
  );
}

type StepFormProps = {
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSubmit: () => void;
  readonly children: React.ReactNode;
};

function StepForm({ busy, error, onSubmit, children }: StepFormProps) {
  const { say } = useWords();
  const sentence = useErrorSentence();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSubmit();
  };
  return (
    <form className="fields" onSubmit={send}>
      {children}
      {error ? (
        <p className="problems" role="alert">
          {sentence(error)}
        </p>
      ) : null}
      <Button type="primary" htmlType="submit" loading={busy} block>
        {say(texts.goOn)}
      </Button>
    </form>
  );
}

function OtherAccount() {
  const { say } = useWords();
  const leave = useSessionChange(async () => {
    await system.giveUp({});
    return system.session({});
  });
  return (
    <div className="actions">
      <button type="button" className="text-button" onClick={() => leave.mutate(undefined)}>
        {say(texts.otherAccount)}
      </button>
    </div>
  );
}
