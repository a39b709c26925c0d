import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { ConfigProvider } from "antd";
import { useMemo } from "react";
import { partList } from "#apps/web/part-list.ts";
import { createAppRouter } from "#apps/web/router.tsx";
import { sentenceList } from "#apps/web/sentence-list.ts";
import { system } from "#domains/system/web/system-client.ts";
import { LanguageProvider } from "#ui/language.tsx";
import { OperationNamesProvider } from "#ui/operation-names.tsx";
import { PartsProvider } from "#ui/page-parts.tsx";
import { isRefusal, SentencesProvider } from "#ui/sentences.tsx";
import { theme } from "#ui/theme.ts";
import { UnmaskProvider } from "#ui/Unmask.tsx";

/** The nonce that the server wrote into the page: style elements without it are refused by the policy. */
const nonce = document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce;

const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, refetchOnWindowFocus: false, retry: (count, error) => !isRefusal(error) && count < 1 },
  },
});
const router = createAppRouter();
const loadOperationNames = async () => (await import("#apps/web/operation-names.ts")).operationNames;

export function App() {
  return (
    <LanguageProvider>
      <QueryClientProvider client={client}>
        <SentencesProvider sentences={sentenceList}>
          <OperationNamesProvider load={loadOperationNames}>
            <UnmaskProvider ask={system.unmask}>
              <PartsProvider parts={partList}>
                <Themed />
              </PartsProvider>
            </UnmaskProvider>
          </OperationNamesProvider>
        </SentencesProvider>
      </QueryClientProvider>
    </LanguageProvider>
  );
}

function Themed() {
  const config = useMemo(theme, []);
  return (
    <ConfigProvider theme={config} button={{ autoInsertSpace: false }} wave={{ disabled: true }} {...(nonce ? { csp: { nonce } } : {})}>
      <RouterProvider router={router} />
    </ConfigProvider>
  );
}
