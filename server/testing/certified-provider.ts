import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';
import { closeServer, listenAnywhere } from '../../contract/conformance/local-server.ts';

const CLIENT = { id: 'eclic', secret: 'only-the-two-know-and-nobody-else' };
const ACCOUNT = 'somebody';

export interface CertifiedProvider {
  issuer: string;
  client: typeof CLIENT;
  /** Somebody follows the app's link and says yes. Returns the query with which they come back. */
  agree(authorizeUrl: string): Promise<URLSearchParams>;
  stop(): Promise<void>;
}

/** Starts a provider that others have written and had certified. It confirms one person with these claims. */
export async function startCertifiedProvider(
  returnUrl: string,
  claims: Record<string, unknown>,
): Promise<CertifiedProvider> {
  const server = createServer();
  const issuer = `http://127.0.0.1:${await listenAnywhere(server)}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [returnUrl],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['of-this-test'] },
    claims: { openid: ['sub', ...Object.keys(claims)] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/agree/${uid}` },
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId, ...claims }) }),
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({ clientId: CLIENT.id, accountId: ACCOUNT });
      grant.addOIDCScope('openid');
      await grant.save();
      oidc.entity('Grant', grant);
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) =>
    request.url?.startsWith('/agree/')
      ? provider.interactionFinished(request, response, { login: { accountId: ACCOUNT } })
      : answer(request, response),
  );
  return {
    issuer,
    client: CLIENT,
    agree: (authorizeUrl) => followTo(returnUrl, authorizeUrl),
    stop: () => closeServer(server),
  };
}

/** Follows redirects like a browser with cookies, until one leads to that address. */
async function followTo(goal: string, from: string): Promise<URLSearchParams> {
  const cookies = new Map<string, string>();
  let url = new URL(from);
  while (url.origin + url.pathname !== goal) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const { status, headers } = await fetch(url, { headers: { cookie }, redirect: 'manual' });
    for (const set of headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const next = headers.get('Location');
    if (next === null) throw new Error(`${url.pathname} answered ${status} and sent nobody on`);
    url = new URL(next, url);
  }
  return url.searchParams;
}
