import { AppError } from "#kernel/app-error.ts";
import { type MailPort, mailBySmtp } from "#kernel/server/mail.ts";
import { createSecretBox } from "#kernel/server/secret-box.ts";
import { SingleSignOn } from "#kernel/server/sign-in/single-sign-on.ts";

/** What the sign-in reaches beyond this installation, as far as the environment names it. */
export type Outside = {
  readonly mail: MailPort;
  /** The address that people use, without a slash at its end: links in letters begin with it, never with what a request claims. */
  readonly publicAddress: string | undefined;
  readonly singleSignOn: SingleSignOn | undefined;
};

type Environment = Readonly<Record<string, string | undefined>>;

export const NOTHING_OUTSIDE: Outside = { mail: mailBySmtp({}), publicAddress: undefined, singleSignOn: undefined };

/** `PUBLIC_URL`, `SMTP_URL` and `MAIL_FROM`, `OIDC_ISSUER`, `OIDC_CLIENT_ID`, `OIDC_CLIENT_SECRET`, `OIDC_ACCOUNT_CLAIM`, `OIDC_NAME`. */
export function readOutside(environment: Environment, secret: string): Outside {
  const publicAddress = readAddress(environment["PUBLIC_URL"]);
  const issuer = environment["OIDC_ISSUER"];
  const clientId = environment["OIDC_CLIENT_ID"];
  const clientSecret = environment["OIDC_CLIENT_SECRET"];
  if (issuer !== undefined && (!clientId || !clientSecret || publicAddress === undefined))
    throw new AppError("single-sign-on.incomplete", "invalid");
  return {
    mail: mailBySmtp(environment),
    publicAddress,
    singleSignOn:
      issuer && clientId && clientSecret && publicAddress
        ? new SingleSignOn(
            {
              issuer,
              clientId,
              clientSecret,
              accountClaim: environment["OIDC_ACCOUNT_CLAIM"] ?? "preferred_username",
              name: environment["OIDC_NAME"] ?? new URL(issuer).hostname,
              redirectAddress: `${publicAddress}/single-sign-on`,
            },
            createSecretBox(secret, "single sign-on"),
          )
        : undefined,
  };
}

function readAddress(given: string | undefined): string | undefined {
  if (!given) return undefined;
  const address = URL.parse(given);
  if (!address || !/^https?:$/.test(address.protocol)) throw new AppError("server.public-url", "invalid", { address: given });
  return given.replace(/\/+$/, "");
}
