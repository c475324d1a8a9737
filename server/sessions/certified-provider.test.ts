import { expect, it } from 'vitest';
import { ORIGIN, openBrowser } from '../../contract/conformance/subject.ts';
import { createApp } from '../app.ts';
import { startCertifiedProvider } from '../testing/certified-provider.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { createOidcWay } from './oidc-way.ts';

const CLAIMS = {
  'http://interop.gov.pt/MDC/Cidadao/NISS': '12345678902',
  'http://interop.gov.pt/MDC/Cidadao/NomeCompleto': 'Rita Modelo',
  email: 'rita@exemplo.pt',
  email_verified: true,
};
const [niss, name, email] = Object.keys(CLAIMS) as [string, string, string];

it('somebody signs in by a provider that is certified for OpenID Connect, and is who it says, at the second time too', async () => {
  const provider = await startCertifiedProvider(`${ORIGIN}/entrar/cmd`, CLAIMS);
  const context = createTestContext(await openTestDatabase(), createTestClocks());
  const { issuer, client } = provider;
  const config = { issuer, clientId: client.id, clientSecret: client.secret, scope: 'openid' };
  const way = createOidcWay({ ...config, claims: { niss, name, email } }, ORIGIN);
  const server = createApp({ ...context, ways: { password: null, provider: way } });

  for (const lastSignIn of [null, { way: 'cmd' }]) {
    const browser = openBrowser({ server, advance() {}, stop: async () => {} });
    const left = await browser.send<{ authorizeUrl: string; state: string }>('POST', '/session/cmd');
    const back = await provider.agree(left.body.authorizeUrl);
    expect(back.get('state')).toBe(left.body.state);
    const json = { code: back.get('code'), state: back.get('state'), shared: false };
    const { body } = await browser.send('POST', '/session/cmd/return', { json });
    expect(body).toMatchObject({
      status: 'signedIn',
      citizen: { name: 'Rita Modelo', maskedNiss: '••••••••902' },
      contact: { channel: 'email', masked: 'r•••@exemplo.pt' },
      lastSignIn: lastSignIn && expect.objectContaining(lastSignIn),
    });
  }
  await provider.stop();
  await context.db.destroy();
});
