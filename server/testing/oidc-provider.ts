import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { listenAnywhere } from '../../contract/conformance/local-server.ts';

/** To make a key takes as long as a test: all providers of a test file sign with the same. */
const KEYS = generateKeyPair('RS256');
const STRANGERS_KEYS = generateKeyPair('RS256');
const CLIENT = { id: 'eclic', secret: 'only-the-two-know' };
/** Some providers' codes are whole sealed tokens. */
const CODE_LENGTH = 1600;

/** The parameters of the visit to the provider's page for which a code was given out. */
interface Asked {
  nonce: string;
  challenge: string;
  redirectUri: string;
}

export interface TestProvider {
  issuer: string;
  client: typeof CLIENT;
  /** The claims about the person whom the provider confirms from then on. */
  says: Record<string, unknown>;
  /** Claims that replace the true ones in the identity token. */
  lies: Record<string, unknown>;
  /** Whose key signs the identity token; both go by the name of the provider's. */
  signsWith: 'its key' | 'a stranger’s key';
  /** The status of every answer; null: the right one. */
  fails: number | null;
  /** Somebody says yes at the provider's page. Returns the code with which it sends them back. */
  agree(authorizeUrl: string): string;
  stop(): Promise<void>;
}

/** Starts a provider of OpenID Connect over real HTTP, which checks client, redirect and PKCE, and takes a code once. */
export async function startTestProvider(): Promise<TestProvider> {
  const { publicKey, privateKey } = await KEYS;
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256', use: 'sig' };
  const codes = new Map<string, Asked>();
  const tokens = new Set<string>();

  const doors: Record<string, (request: IncomingMessage) => Promise<[number, unknown]>> = {
    '/.well-known/openid-configuration': async () => [200, describeProvider(provider.issuer)],
    '/keys': async () => [200, { keys: [jwk] }],
    async '/token'(request) {
      const form = new URLSearchParams(await text(request));
      if (form.get('client_id') !== CLIENT.id || form.get('client_secret') !== CLIENT.secret)
        return [401, { error: 'invalid_client' }];
      const asked = codes.get(form.get('code') ?? '');
      codes.delete(form.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (asked?.challenge !== challenge || asked.redirectUri !== form.get('redirect_uri'))
        return [400, { error: 'invalid_grant' }];
      const token = randomUUID();
      tokens.add(token);
      return [200, { access_token: token, token_type: 'Bearer', id_token: await sign(asked.nonce) }];
    },
    async '/userinfo'(request) {
      if (!tokens.has(request.headers.authorization?.replace('Bearer ', '') ?? '')) return [401, {}];
      return [200, { sub: 'somebody', ...provider.says }];
    },
  };

  async function sign(nonce: string): Promise<string> {
    const key = provider.signsWith === 'its key' ? privateKey : (await STRANGERS_KEYS).privateKey;
    const iat = Math.floor(Date.now() / 1000);
    const truth = { iss: provider.issuer, sub: 'somebody', aud: CLIENT.id, nonce, iat, exp: iat + 60 };
    const header = { alg: 'RS256', kid: 'k' };
    return new SignJWT({ ...truth, ...provider.lies }).setProtectedHeader(header).sign(key);
  }

  const server = createServer(async (request, response: ServerResponse) => {
    const [status, body] = (await doors[request.url ?? '']?.(request)) ?? [404, {}];
    response
      .writeHead(provider.fails ?? status, { 'Content-Type': 'application/json' })
      .end(JSON.stringify(body));
  });

  const provider: TestProvider = {
    issuer: `http://127.0.0.1:${await listenAnywhere(server)}`,
    client: CLIENT,
    says: {},
    lies: {},
    signsWith: 'its key',
    fails: null,
    agree(authorizeUrl) {
      const { searchParams } = new URL(authorizeUrl);
      const read = (name: string) => searchParams.get(name) ?? '';
      const code = randomUUID().padEnd(CODE_LENGTH, 'x');
      codes.set(code, {
        nonce: read('nonce'),
        challenge: read('code_challenge'),
        redirectUri: read('redirect_uri'),
      });
      return code;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return provider;
}

function describeProvider(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  };
}
