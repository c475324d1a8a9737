import { createHash } from 'node:crypto';
import { DIGEST_LENGTH, type ListedFile, pathOfFileList } from '../shared/file-list.ts';
import { keepBuild } from '../src/app/device/worker/keep-build.ts';
import { type Clock, systemClock } from '../src/lib/clock.ts';

/** What a file holds, with `{id}` for the id of its build. `part` names the part of the build where it is not `app`. */
export type BuiltText = string | { part: string; says: string };

const TYPES: Record<string, string> = { html: 'text/html', js: 'text/javascript', json: 'application/json' };

/** A server that has one build after the other, and notes what is fetched from it. */
export function createBuildServer() {
  const served = new Map<string, Response>();
  const fetched: string[] = [];
  const missing = new Set<string>();

  async function fetch(asked: string | Request): Promise<Response> {
    const path = new URL(asked instanceof Request ? asked.url : asked, 'https://e-clic.test').pathname.slice(
      1,
    );
    const answer = missing.has(path) ? undefined : served.get(path);
    if (!answer) throw new TypeError(`${path} does not come`);
    fetched.push(path);
    return answer.clone();
  }

  return {
    fetch,
    missing,
    /** Leaves a device as it is once the worker of the build has been installed. `happen` is called before each answer. */
    installOn: (
      caches: CacheStorage,
      buildId: string,
      { clock = systemClock, happen }: { clock?: Clock; happen?: () => unknown } = {},
    ) =>
      keepBuild({
        buildId,
        caches,
        clock,
        async fetch(asked) {
          await happen?.();
          return fetch(asked);
        },
      }),
    /** Returns what was fetched since the last call. */
    takeFetched: () => fetched.splice(0).sort(),
    /** Deploys a build. `files` are named by their paths, in which `{id}` is the build's id too. */
    deploy(
      id: string,
      files: Readonly<Record<string, BuiltText>>,
      headers: Record<string, string> = {},
    ): void {
      const list: Record<string, ListedFile[]> = { app: [] };
      for (const [name, text] of Object.entries(files)) {
        const { part, says } = typeof text === 'string' ? { part: 'app', says: text } : text;
        const path = name.replace('{id}', id);
        const body = says.replaceAll('{id}', id);
        const digest = createHash('sha256').update(body).digest('base64url').slice(0, DIGEST_LENGTH);
        list[part] = [...(list[part] ?? []), [path, digest, body.length]];
        const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
        served.set(path, new Response(body, { headers: { ...headers, 'content-type': type } }));
      }
      served.set(pathOfFileList(id), Response.json(list));
    },
  };
}
