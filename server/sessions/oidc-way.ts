import * as oidc from 'openid-client';
import { parseNiss } from '../../domain/niss.ts';
import { asOutage, Outage } from '../outage.ts';
import type { OidcConfig } from './sign-in-settings.ts';
import type { Confirmed, ProviderWay } from './sign-in-ways.ts';

/** The page of the app to which the provider sends people back. */
const RETURN_PATH = '/entrar/cmd';
const ANSWERS_WITHIN_S = 10;

interface Kept {
  verifier: string;
  nonce: string;
}

type Claims = Record<string, unknown>;

/** Signs in by OpenID Connect. PKCE, the nonce and the state bind the code to this start of it; the state is bound to the browser. */
export function createOidcWay(config: OidcConfig, root: string): ProviderWay {
  const provider = discoverOnce(config);
  const returnUrl = root + RETURN_PATH;
  return {
    async begin(state) {
      const kept: Kept = { verifier: oidc.randomPKCECodeVerifier(), nonce: oidc.randomNonce() };
      const url = oidc.buildAuthorizationUrl(await provider(), {
        redirect_uri: returnUrl,
        scope: config.scope,
        state,
        nonce: kept.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(kept.verifier),
        code_challenge_method: 'S256',
      });
      return { authorizeUrl: url.href, kept: JSON.stringify(kept) };
    },
    async confirm({ code, state }, kept) {
      const { verifier, nonce } = JSON.parse(kept) as Kept;
      const asked = await provider();
      const { issuer } = asked.serverMetadata();
      // The app passes on code and state alone. `iss` needs no check: the state was made for the one provider that there is.
      const back = new URL(`${returnUrl}?${new URLSearchParams({ code, state, iss: issuer })}`);
      const checks = { pkceCodeVerifier: verifier, expectedNonce: nonce, expectedState: state };
      try {
        const claims = await readClaims(asked, await oidc.authorizationCodeGrant(asked, back, checks));
        return readConfirmed(claims, config.claims);
      } catch (error) {
        // Anything but a refusal is a fault, of which whoever runs the server has to hear.
        if (!(error instanceof oidc.ResponseBodyError && error.error === 'invalid_grant'))
          throw isOutOfOrder(error) ? new Outage('provider', error) : asOutage('provider', error);
        return null;
      }
    },
  };
}

/**
 * Asks the provider at the first sign-in and not at the start, so that a provider that is away keeps nobody from their session. Asks again if it did not
 * answer.
 */
function discoverOnce({ issuer, clientId, clientSecret }: OidcConfig): () => Promise<oidc.Configuration> {
  let found: Promise<oidc.Configuration> | null = null;
  const execute = [oidc.enableNonRepudiationChecks];
  if (issuer.startsWith('http:')) execute.push(oidc.allowInsecureRequests);
  return () => {
    found ??= oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      execute,
      timeout: ANSWERS_WITHIN_S,
    });
    return found.catch((error: unknown) => {
      found = null;
      throw new Outage('provider', error);
    });
  };
}

/** Whether the provider answered that it cannot do what it was asked for. The library gives the answer as the cause of its error. */
function isOutOfOrder(error: unknown): boolean {
  return error instanceof oidc.ClientError && error.cause instanceof Response && error.cause.status >= 500;
}

/** Some providers tell who somebody is in the token, others at their userinfo address. */
async function readClaims(
  asked: oidc.Configuration,
  tokens: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers,
): Promise<Claims> {
  const claims = tokens.claims();
  if (!claims) throw new Error('Without an identity token the grant would have failed');
  if (!asked.serverMetadata().userinfo_endpoint) return claims;
  return { ...claims, ...(await oidc.fetchUserInfo(asked, tokens.access_token, claims.sub)) };
}

function readConfirmed(claims: Claims, names: OidcConfig['claims']): Confirmed | null {
  const niss = parseNiss(readText(claims, names.niss));
  const name = readText(claims, names.name).trim();
  // No text of PostgreSQL can have the character U+0000.
  if (!niss.ok || name === '' || name.includes('\0')) return null;
  // An address that is not the citizen's would tell another person that there is news. Only `true` says that it is the citizen's.
  const isProven = claims.email_verified === true;
  const email = names.email !== null && isProven ? readText(claims, names.email) : '';
  return { niss: niss.value, name, email: email || null };
}

function readText(claims: Claims, name: string): string {
  const value = claims[name];
  return typeof value === 'string' ? value : '';
}
