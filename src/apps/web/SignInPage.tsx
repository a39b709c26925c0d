import { Button } from "antd";
import { type FormEvent, useId, useState } from "react";
import { OtherWays } from "#apps/web/OtherWays.tsx";
import { SignInFrame } from "#apps/web/SignInFrame.tsx";
import { shellTexts } from "#apps/web/shell-texts.ts";
import { useSessionChange } from "#apps/web/use-session.ts";
import type { SessionView } from "#domains/system/contract/system-operations.ts";
import { roleTexts } from "#domains/system/contract/system-texts.ts";
import { system } from "#domains/system/web/system-client.ts";
import { useWords } from "#ui/language.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";

export function SignInPage({ session }: { readonly session: SessionView }) {
  const { say } = useWords();
  const sentence = useErrorSentence();
  const id = useId();
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useSessionChange((input: { readonly username: string; readonly password: string }) => system.signIn(input));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ username, password });
  };
  return (
    <SignInFrame title={say(shellTexts.signIn)}>
      <form className="fields" onSubmit={submit}>
        <div className="field">
          <label htmlFor={`${id}-name`}>{say(shellTexts.username)}</label>
          <input
            id={`${id}-name`}
            className="input"
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            required
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-password`}>{say(shellTexts.password)}</label>
          <input
            id={`${id}-password`}
            className="input"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
        {signIn.error ? (
          <p className="problems" role="alert">
            {sentence(signIn.error)}
          </p>
        ) : null}
        <Button type="primary" htmlType="submit" loading={signIn.isPending} block>
          {say(shellTexts.signIn)}
        </Button>
      </form>
      <OtherWays ways={session.ways} username={username} />
      {session.demoAccounts.length > 0 ? (
        <section className="demo" aria-label={say(shellTexts.demo)}>
          <h2>{say(shellTexts.demo)}</h2>
          <p className="quiet">{say(shellTexts.demoHint)}</p>
          <ul>
            {session.demoAccounts.map((account) => (
              <li key={account.username}>
                <button
                  type="button"
                  className="demo-account"
                  disabled={signIn.isPending}
                  onClick={() => signIn.mutate({ username: account.username, password: account.password })}
                >
                  <strong>{say(roleTexts[account.role])}</strong>
                  <span>{account.username}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </SignInFrame>
  );
}
