import type { Context } from '../../context.ts';
import { countFigures } from '../../figures/count-figures.ts';
import { forgetOfficeUploads } from '../../office/office-uploads.ts';
import { addToken, revokeToken } from '../../office-api/tokens.ts';
import type { TestClocks } from '../test-clocks.ts';
import type { OfficeSubject } from './office-subject.ts';

const PROGRAM = 'gestao-documental';
const DAY_MS = 86_400_000;

/** What whoever runs the server does for it, at the database. */
export async function prepareOffice(
  context: Context,
  clocks: TestClocks,
): Promise<Pick<OfficeSubject, 'token' | 'revoke' | 'forgetUploads' | 'countFigures'>> {
  const token = await addToken(context, PROGRAM);
  if (token === null) throw new Error('The world has a token already');
  return {
    token,
    async revoke() {
      await revokeToken(context.db, PROGRAM);
    },
    async forgetUploads() {
      clocks.advance(DAY_MS);
      await forgetOfficeUploads(context);
    },
    countFigures: () => countFigures(context),
  };
}
