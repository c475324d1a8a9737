import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const CONFIGURATIONS = {
  'the end-to-end tests': () => import('../../e2e/playwright.config.ts'),
  knip: () => import('../../knip.config.ts'),
};

const { started, isBrowser } = vi.hoisted(() => ({
  started: [] as string[],
  isBrowser: (path: unknown) => /chrom|firefox|webkit|MiniBrowser|Xvfb/i.test(String(path)),
}));

vi.mock('node:child_process', async (original) => {
  const real = await original<typeof import('node:child_process')>();
  const refused = Object.keys(real).map((name) => {
    const refuse = (program: unknown) => {
      started.push(`${name} ${program}`);
      throw new Error(`${program} must not be started`);
    };
    return [name, refuse] as const;
  });
  return { ...real, ...Object.fromEntries(refused) };
});

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  return { ...real, existsSync: (path: string) => !isBrowser(path) && real.existsSync(path) };
});

beforeEach(() => {
  vi.stubEnv('PATH', '');
  vi.stubEnv('CHROMIUM_PATH', undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
  started.length = 0;
});

test.each(Object.entries(CONFIGURATIONS))(
  'on a machine without a browser the settings of %s are read, and start and install nothing',
  async (_of, load) => {
    await expect(load()).resolves.toHaveProperty('default');
    expect(started).toEqual([]);
  },
);
