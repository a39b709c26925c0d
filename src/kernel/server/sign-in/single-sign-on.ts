import * as client from "openid-client";
import { AppError } from "#kernel/app-error.ts";
import type { SecretBox } from "#kernel/server/secret-box.ts";

export type SingleSignOnSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim that names the account, such as `preferred_username`. */
  readonly accountClaim: string;
  /** What the button says. */
  readonly name: string;
  readonly redirectAddress: string;
};
export type Vouched = { readonly issuer: string; readonly subject: string; readonly username: string };
type Flow = { readonly state: string; readonly nonce: string; readonly verifier: string; readonly until: number };

const FLOW_MINUTES = 10;
const WAIT_SECONDS = 10;
const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];

/**
 * OpenID Connect by authorization code with PKCE, state and nonce. What belongs to one attempt travels sealed with the browser that began it:
 * another browser cannot finish it, and nothing lies here in the meantime.
 */
export class SingleSignOn {
  readonly settings: SingleSignOnSettings;
  readonly #box: SecretBox;
  #configuration: Promise<client.Configuration> | undefined;

  constructor(settings: SingleSignOnSettings, box: SecretBox) {
    this.settings = settings;
    this.#box = box;
  }

  /** @throws AppError `single-sign-on.unreachable`. */
  async begin(): Promise<{ readonly address: string; readonly flow: string }> {
    const configuration = await this.#discover();
    const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()];
    const flow: Flow = { state, nonce, verifier, until: Date.now() + FLOW_MINUTES * 60_000 };
    const address = client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.settings.redirectAddress,
      scope: "openid profile",
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    });
    return { address: address.href, flow: this.#box.seal(JSON.stringify(flow)) };
  }

  /** @param answer what the provider sent back behind the question mark. @throws AppError `single-sign-on.refused`. */
  async finish(flow: string, answer: string): Promise<Vouched> {
    const opened = this.#box.open(flow);
    const expected = opened === undefined ? undefined : (JSON.parse(opened) as Flow);
    if (!expected || expected.until < Date.now()) throw new AppError("single-sign-on.stale", "invalid");
    const configuration = await this.#discover();
    const address = new URL(this.settings.redirectAddress);
    address.search = answer;
    const tokens = await client
      .authorizationCodeGrant(configuration, address, {
        pkceCodeVerifier: expected.verifier,
        expectedState: expected.state,
        expectedNonce: expected.nonce,
        idTokenExpected: true,
      })
      .catch(() => {
        throw new AppError("single-sign-on.refused", "unauthenticated");
      });
    const claims = tokens.claims();
    const named = claims?.[this.settings.accountClaim] ?? (await this.#asked(configuration, tokens, claims?.sub));
    if (!claims || typeof named !== "string" || named === "")
      throw new AppError("single-sign-on.no-claim", "forbidden", { claim: this.settings.accountClaim });
    return { issuer: claims.iss, subject: claims.sub, username: named };
  }

  /** Many providers keep the profile out of the token and tell it at an address of its own. */
  async #asked(configuration: client.Configuration, tokens: { access_token: string }, subject: string | undefined): Promise<unknown> {
    if (subject === undefined || configuration.serverMetadata().userinfo_endpoint === undefined) return undefined;
    const told = await client.fetchUserInfo(configuration, tokens.access_token, subject).catch(() => undefined);
    return told?.[this.settings.accountClaim];
  }

  /** Asked once, and again after a failure: a provider that is away at the start may come. */
  #discover(): Promise<client.Configuration> {
    this.#configuration ??= this.#ask().catch(() => {
      this.#configuration = undefined;
      throw new AppError("single-sign-on.unreachable", "unavailable");
    });
    return this.#configuration;
  }

  /** The secret goes as the standard has it, in the header, unless the provider takes it in the body only. */
  async #ask(): Promise<client.Configuration> {
    const { clientId, clientSecret } = this.settings;
    const issuer = new URL(this.settings.issuer);
    const local = issuer.protocol === "http:" && LOOPBACK.includes(issuer.hostname);
    const found = await client.discovery(issuer, clientId, clientSecret, undefined, {
      timeout: WAIT_SECONDS,
      ...(local ? { execute: [client.allowInsecureRequests] } : {}),
    });
    const metadata = found.serverMetadata();
    const inHeader = metadata.token_endpoint_auth_methods_supported?.includes("client_secret_basic") ?? true;
    const configuration = new client.Configuration(
      metadata,
      clientId,
      clientSecret,
      inHeader ? client.ClientSecretBasic(clientSecret) : client.ClientSecretPost(clientSecret),
    );
    configuration.timeout = WAIT_SECONDS;
    if (local) client.allowInsecureRequests(configuration);
    return configuration;
  }
}
