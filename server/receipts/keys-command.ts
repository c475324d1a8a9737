import { giveUp } from '../../serving/listen.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Context } from '../context.ts';
import { PROGRAM } from '../how-to-call.ts';
import { atTerminal } from '../open-at-terminal.ts';
import { createKeyring } from './keyring.ts';
import { listReceiptKeys } from './receipt-keys.ts';

const USAGE = `${PROGRAM} keys list    by which receipts are and were signed
${PROGRAM} keys rotate  signs with a new one from now on`;
const NO_KEY = 'There is no key yet: the server makes one at its first start.';

/** Runs `npm run server -- keys list` and `keys rotate`. */
export async function runKeys([action]: string[]): Promise<void> {
  if (action !== 'list' && action !== 'rotate') giveUp(USAGE);
  const done = await atTerminal(action === 'list' ? describeKeys : rotateKey);
  console.log(done.ok ? done.value : giveUp(done.error));
}

/** Lists the newest key first. */
async function describeKeys({ db }: Context): Promise<Result<string, string>> {
  const lines = (await listReceiptKeys(db)).map(
    ({ kid, issuer, madeAt }) => `${kid}  ${issuer}  made ${new Date(madeAt).toISOString()}`,
  );
  return ok(lines.length === 0 ? NO_KEY : lines.join('\n'));
}

async function rotateKey({ db, seal, clocks, origin }: Context): Promise<Result<string, string>> {
  const issuers = new Set((await listReceiptKeys(db)).map((key) => key.issuer));
  const issuer = chooseIssuer([...issuers], origin);
  if (!issuer.ok) return issuer;
  const keyring = createKeyring({ db, seal, now: clocks.now, issuer: issuer.value });
  const kid = await keyring.rotate();
  return ok(
    `Receipts are signed by ${kid} from now on; a server that is running hears of it within a minute. Make a backup: what this key signs, nobody can check without it.`,
  );
}

/** Chooses in whose name another key signs, by what the database says: the settings of a command may be those of another server. */
function chooseIssuer(issuers: readonly string[], origin: string | null): Result<string, string> {
  const [only, ...others] = issuers;
  if (only === undefined) return err(NO_KEY);
  const named = issuers.join(' and ');
  if (origin === null)
    return others.length === 0
      ? ok(only)
      : err(`Receipts were signed for ${named}: say by ORIGIN for which there is to be another key.`);
  return issuers.includes(origin)
    ? ok(origin)
    : err(`Receipts were signed for ${named}, and ORIGIN is ${origin}. Nothing was changed.`);
}
