import { describe, expect, it } from 'vitest';
import { checkArchitecture, MAX_LINES } from './architecture-rules.ts';
import { readSources } from './read-sources.ts';

const isTest = (path: string) => path.endsWith('.test.ts');

describe('the architecture', () => {
  it('is kept by every file', () => {
    expect(
      checkArchitecture(
        readSources([
          'build',
          'contract',
          'domain',
          'serving',
          'shared',
          'src',
          'testing',
          'mocks',
          'server',
        ]),
      ),
    ).toEqual([]);
  });

  it.each([
    [
      'a feature that calls the network',
      { 'src/features/request-list/list.tsx': "import { readSession } from '../../api/session-calls.ts';" },
      'src/features/request-list/list.tsx imports src/api/session-calls.ts: features may not import api',
    ],
    [
      'a feature that takes something from another',
      { 'src/features/receipt/page.tsx': "import { Card } from '../request-list/card.tsx';" },
      'src/features/receipt/page.tsx imports src/features/request-list/card.tsx: features never import each other',
    ],
    [
      'a part that knows a feature',
      { 'src/parts/use-download.tsx': "import { Receipt } from '../features/receipt/receipt-page.tsx';" },
      'src/parts/use-download.tsx imports src/features/receipt/receipt-page.tsx: parts may not import features',
    ],
    [
      'a pretend server that knows the app’s database',
      { 'mocks/handlers/drafts.ts': "import type { DraftRow } from '../../src/db/core/schema.ts';" },
      'mocks/handlers/drafts.ts imports src/db/core/schema.ts: mocks may not import db',
    ],
    [
      'an app that names the pretend server',
      { 'src/app/boot/start.tsx': "const { server } = await import('../../../mocks/server.ts');" },
      'src/app/boot/start.tsx imports mocks/server.ts: app may not import mocks',
    ],
    [
      'a server that knows the pretend one',
      { 'server/routes/drafts.ts': "import { findDraft } from '../../mocks/account-drafts.ts';" },
      'server/routes/drafts.ts imports mocks/account-drafts.ts: server may not import mocks',
    ],
    [
      'a server that knows the app',
      { 'server/app.ts': "import { createApiClient } from '../src/api/client.ts';" },
      'server/app.ts imports src/api/client.ts: server may not import api',
    ],
    [
      'a rule that needs something of the app',
      { 'domain/niss.ts': "import { markWords } from '../src/lib/mark-words.ts';" },
      'domain/niss.ts imports src/lib/mark-words.ts: domain may not import lib',
    ],
    [
      'a suite for any server that needs something of the app',
      { 'contract/conformance/uploads-suite.ts': "import { TAB_ID } from '../../src/lib/tab-id.ts';" },
      'contract/conformance/uploads-suite.ts imports src/lib/tab-id.ts: conformance may not import lib',
    ],
    [
      'a pretend server that knows the real one',
      { 'mocks/server.ts': "import { createApp } from '../server/app.ts';" },
      'mocks/server.ts imports server/app.ts: mocks may not import server',
    ],
    [
      'a rule that renders',
      { 'domain/niss.ts': "import { useState } from 'react';" },
      'domain/niss.ts uses react, which domain must do without',
    ],
    [
      'a postman who draws',
      { 'src/sync/push.ts': "import { useTranslation } from 'react-i18next';" },
      'src/sync/push.ts uses react-i18next, which sync must do without',
    ],
    [
      'a look that knows of requests',
      { 'src/ui/tag.tsx': "import type { RequestState } from '../../contract/types.ts';" },
      'src/ui/tag.tsx imports contract/types.ts: ui may not import contract',
    ],
    [
      'a lower room that knows a higher one',
      { 'src/db/drafts/drafts.ts': "import { listWaiting } from '../outbox/outbox.ts';" },
      'src/db/drafts/drafts.ts imports src/db/outbox/outbox.ts: in db, drafts stands below outbox',
    ],
    [
      'a page that knows how the app is started',
      { 'src/app/routes/index.tsx': "import { createAppRouter } from '../boot/router.ts';" },
      'src/app/routes/index.tsx imports src/app/boot/router.ts: in app, routes stands below boot',
    ],
    [
      'a file that stands in no room',
      { 'src/db/helpers.ts': "import type { DraftRow } from './core/schema.ts';" },
      'src/db/helpers.ts stands in no room of db: core, files, drafts, outbox, requests, search, copies, storage',
    ],
    [
      'a file longer than the fence',
      { 'src/lib/long.ts': 'export {};\n'.repeat(MAX_LINES + 1) },
      'src/lib/long.ts has 201 lines; 200 are the fence',
    ],
    [
      'two files of one name in a room',
      {
        'src/features/topic-picker/topic-search.tsx': 'export {};',
        'domain/topics/topic-search.ts': 'export {};',
        'src/db/search/topic-search.ts': 'export {};',
        'src/db/core/topic-search.ts': 'export {};',
        'src/app/routes/ajuda.tsx': 'export {};',
        'src/app/routes/entrar/ajuda.tsx': 'export {};',
      },
      'src/db/core/topic-search.ts and src/db/search/topic-search.ts bear one name',
    ],
    [
      'a cycle',
      {
        'src/lib/a.ts': "import { b } from './b.ts';",
        'src/lib/b.ts': "export { c } from './c.ts';",
        'src/lib/c.ts': "import type { A } from './a.ts';",
      },
      'A cycle: src/lib/a.ts → src/lib/b.ts → src/lib/c.ts → src/lib/a.ts',
    ],
  ])('is broken by %s', (_name, planted, complaint) => {
    expect(checkArchitecture(planted as Record<string, string>)).toEqual([complaint]);
  });

  it('lets signing in and the demo panel talk to the server, tests use what is for testing, and main choose a server', () => {
    const sources = {
      'src/features/session/use-sign-in.ts': "import { useApi } from '../../api/api-context.ts';",
      'src/features/demo/use-demo.ts': "import { resetDemo } from '../../api/demo-calls.ts';",
      'src/features/session/sign-in.test.tsx': "import { renderApp } from '../../testing/render-app.tsx';",
      'src/main.tsx': "const { createBrowserServer } = await import('../mocks/browser.ts');",
      'testing/render-app.tsx': "import { createMockServer } from '../../mocks/server.ts';",
      'server/conformance/contract.test.ts':
        "import { describeContract } from '../../contract/conformance/contract-suite.ts';",
    };
    expect(checkArchitecture(sources)).toEqual([]);
  });

  it('has decisions that wait for nothing, and ask no clock and no chance', () => {
    const asks = /\bawait\b|\basync\b|\bPromise\b|Date\.now|new Date\(\)|Math\.random|\bcrypto\b/;
    const decisions = Object.entries(readSources(['domain/decide'])).filter(([path]) => !isTest(path));
    expect(decisions.filter(([, source]) => asks.test(source)).map(([path]) => path)).toEqual([]);
  });
});
