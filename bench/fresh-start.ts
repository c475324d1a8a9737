import { type OwnServer, startOwnServer } from '../e2e/reliability/own-server.ts';
import { makeProfile, type Opened, openBrowser } from './open-browser.ts';

const PORT = 4391;

export interface FreshStart extends Opened {
  server: OwnServer;
  /** Where the browser keeps everything, by which its processes are known. */
  folder: string;
}

/** For what changes both sides: a server and a browser that know nothing of each other yet. */
export async function withFreshStart<T>(run: (fresh: FreshStart) => Promise<T>): Promise<T> {
  const server = await startOwnServer(PORT);
  const profile = makeProfile();
  const opened = await openBrowser(profile, server.origin);
  try {
    return await run({ ...opened, server, folder: profile.folder });
  } finally {
    await opened.context.close();
    profile.remove();
    await server.close();
  }
}
