import { giveUp } from '../../serving/listen.ts';
import type { Context } from '../context.ts';
import { PROGRAM } from '../how-to-call.ts';
import { atTerminal } from '../open-at-terminal.ts';
import { listReceiptKeys } from './receipt-keys.ts';

const USAGE = `${PROGRAM} keys list    by which receipts are and were signed
${PROGRAM} keys rotate  signs with a new one from now on`;

/** Runs `npm run server -- keys list` and `keys rotate`. */
export async function runKeys([action]: string[]): Promise<void> {
  if (action !== 'list' && action !== 'rotate') giveUp(USAGE);
  console.log(await atTerminal(action === 'list' ? describeKeys : rotateKey));
}

/** Lists the newest key first. */
async function describeKeys({ db }: Pick<Context, 'db'>): Promise<string> {
  const keys = await listReceiptKeys(db);
  return keys
    .map(({ kid, issuer, madeAt }) => `${kid}  ${issuer}  made ${new Date(madeAt).toISOString()}`)
    .join('\n');
}

async function rotateKey({ keyring }: Pick<Context, 'keyring'>): Promise<string> {
  const kid = await keyring.rotate();
  return `Receipts are signed by ${kid} from now on; a server that is running hears of it within a minute. Make a backup: what this key signs, nobody can check without it.`;
}
