import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { accountTexts as texts } from "#domains/system/web/account-texts.ts";
import { takeFlow } from "#domains/system/web/single-sign-on-flow.ts";
import { system } from "#domains/system/web/system-client.ts";
import { AppLink } from "#ui/AppLink.tsx";
import { useWords } from "#ui/language.tsx";
import { Page as PageView } from "#ui/Page.tsx";
import { Loading } from "#ui/StateViews.tsx";
import { useErrorSentence } from "#ui/sentences.tsx";
import "#domains/system/web/account.css";

/** Where the provider of single sign-on sends the browser back to. */
export function Page() {
  const { say } = useWords();
  const sentence = useErrorSentence();
  const client = useQueryClient();
  const navigate = useNavigate();
  const finish = useQuery({
    queryKey: ["single-sign-on"],
    queryFn: () => system.finishSingleSignOn({ flow: takeFlow(), answer: window.location.search.slice(1) }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  useEffect(() => {
    if (!finish.data) return;
    client.setQueryData(["session"], finish.data);
    void navigate({ to: "/", replace: true });
  }, [finish.data, client, navigate]);
  return (
    <PageView title={say(texts.singleSignOnGoing)}>
      {finish.error ? (
        <div className="account-card">
          <p className="problems" role="alert">
            {sentence(finish.error)}
          </p>
          <div className="actions">
            <AppLink to="/" className="button-link">
              {say(texts.backToSignIn)}
            </AppLink>
          </div>
        </div>
      ) : (
        <Loading rows={2} />
      )}
    </PageView>
  );
}
