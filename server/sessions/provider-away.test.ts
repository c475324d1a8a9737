import { expect, it, onTestFinished } from 'vitest';
import { ORIGIN } from '../../contract/conformance/subject.ts';
import { startTestProvider, type TestProvider } from '../testing/oidc-provider.ts';
import { createOidcWay } from './oidc-way.ts';

const BACK = { code: 'made-up', state: 'of-this-start' };

type Fail = (provider: TestProvider) => Promise<void>;

const answering =
  (status: number): Fail =>
  async (provider) => {
    provider.fails = status;
  };

async function open() {
  const provider = await startTestProvider();
  onTestFinished(() => provider.stop());
  const { issuer, client } = provider;
  const config = { issuer, clientId: client.id, clientSecret: client.secret, scope: 'openid' };
  const way = createOidcWay({ ...config, claims: { niss: 'niss', name: 'name', email: null } }, ORIGIN);
  return { provider, way };
}

it.each<[string, Fail]>([
  ['answers 503', answering(503)],
  ['answers what nobody asked for', answering(404)],
  ['does not answer', (provider) => provider.stop()],
])('a provider that %s when it is first asked is told as away', async (_how, fail) => {
  const { provider, way } = await open();
  await fail(provider);
  await expect(way.begin(BACK.state)).rejects.toMatchObject({ of: 'provider' });
});

it.each<[string, Fail]>([
  ['is out of order', answering(502)],
  ['has gone', (provider) => provider.stop()],
])('a provider that %s when somebody comes back from it is told as away', async (_how, fail) => {
  const { provider, way } = await open();
  const { kept } = await way.begin(BACK.state);
  await fail(provider);
  await expect(way.confirm(BACK, kept)).rejects.toMatchObject({ of: 'provider' });
});
