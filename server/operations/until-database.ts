import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { askDatabase, type DatabaseState } from '../db/ask-database.ts';
import { JOB_CONNECTIONS } from '../jobs/job-database.ts';
import type { Log } from '../log.ts';

const LOOK_AGAIN_MS = 2000;
/** Connections beside the pool: those of the jobs, and one that asks whether the database is there. */
const OTHERS = JOB_CONNECTIONS + 1;

interface Asking {
  ask?: (url: string) => Promise<DatabaseState>;
  pause?: () => Promise<unknown>;
}

/** Waits for a database that comes up together with the process, and logs what it waits for. Returns a sentence when waiting would not help. */
export async function untilDatabase(
  database: Config['database'],
  log: Pick<Log, 'error'>,
  { ask = askDatabase, pause = () => wait(LOOK_AGAIN_MS) }: Asking = {},
): Promise<string | null> {
  if (database.kind === 'embedded') return null;
  for (let said = ''; ; await pause()) {
    const found = await ask(database.url);
    if (found.status === 'there') return judgeRoom(database.connectionsMax, found.connectionsMax);
    if (found.status === 'unusable') return found.sentence;
    if (said !== found.sentence) log.error(`${found.sentence} It is asked again until it does.`);
    said = found.sentence;
  }
}

/** Judges the number of connections at the start: otherwise it would be found out on the day on which most people come. */
function judgeRoom(wanted: number, given: number): string | null {
  if (wanted + OTHERS <= given) return null;
  return `DATABASE_CONNECTIONS=${wanted} and ${OTHERS} beside are more than the ${given} that the database has for us: take fewer, or give it more max_connections.`;
}

/** Tells whether the database answers a new connection. The embedded database always counts as there: where it hangs, only another process helps. */
export async function isThereBeside(database: Config['database']): Promise<boolean> {
  return database.kind === 'embedded' || (await askDatabase(database.url)).status === 'there';
}
