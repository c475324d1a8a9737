import type { Context } from '../../context.ts';
import { countFigures } from '../../figures/count-figures.ts';
import { forgetOfficeUploads } from '../../office/office-uploads.ts';
import { addToken, revokeToken } from '../../office-api/tokens.ts';
import { addService, leadTopic, putClerkInto } from '../../services/services.ts';
import type { TestClocks } from '../test-clocks.ts';
import type { OfficeSubject } from './office-subject.ts';

const PROGRAM = 'gestao-documental';
const DAY_MS = 86_400_000;

/** Prepares the office at the database, as whoever runs the server does. */
export async function prepareOffice(
  context: Context,
  clocks: TestClocks,
): Promise<Pick<OfficeSubject, 'token' | 'revoke' | 'setUpServices' | 'forgetUploads' | 'countFigures'>> {
  const token = await addToken(context, PROGRAM);
  if (token === null) throw new Error('The world has a token already');
  return {
    token,
    async revoke() {
      await revokeToken(context.db, PROGRAM);
    },
    setUpServices: () => setUpServices(context),
    async forgetUploads() {
      clocks.advance(DAY_MS);
      await forgetOfficeUploads(context);
    },
    countFigures: () => countFigures(context),
  };
}

const CLERKS = [
  { userName: 'ana', name: 'Ana Exemplo', service: 'geral' },
  { userName: 'eva', name: 'Eva Exemplo', service: 'geral' },
  { userName: 'rui', name: 'Rui Exemplo', service: 'familia' },
];

async function setUpServices(context: Context): Promise<{ general: string; family: string }> {
  const { db } = context;
  await addService(db, { id: 'geral', name: 'Atendimento geral' });
  await addService(db, { id: 'familia', name: 'Prestações familiares' });
  await leadTopic(db, 'family', 'familia');
  for (const { service, ...clerk } of CLERKS) {
    await db
      .insertInto('clerks')
      .values({ ...clerk, passwordHash: '', totpSealed: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await putClerkInto(db, service, clerk.userName);
  }
  const [general, family] = [
    await addToken(context, 'arquivo-geral', 'geral'),
    await addToken(context, 'arquivo-familia', 'familia'),
  ];
  if (general === null || family === null) throw new Error('The world has these tokens already');
  return { general, family };
}
