import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { createAppServer } from '../mocks/http/app-server.ts';
import { buildFolder } from '../serving/build-folder.ts';

export interface Floor {
  origin: string;
  path: string;
  close(): void;
}

const FILE = 'floor.html';

/**
 * The fastest that a page could be: the one that is open in the app, as plain HTML, with the same style sheets and fonts, without any script, from
 * the same kind of server, and kept by the app's own worker. It is taken from the running app each time, since a copy kept by hand would soon be
 * another page than the app's.
 */
export async function openFloor(page: Page): Promise<Floor> {
  const folder = mkdtempSync(join(tmpdir(), 'e-clic-floor-'));
  // A compressed form that is older than its file is not served.
  cpSync(buildFolder('production'), folder, { recursive: true, preserveTimestamps: true });
  const html = Buffer.from(await page.evaluate(serialise));
  // In all the forms in which the build may write a page.
  writeFileSync(join(folder, FILE), html);
  writeFileSync(join(folder, `${FILE}.br`), brotliCompressSync(html));
  writeFileSync(join(folder, `${FILE}.gz`), gzipSync(html));
  addToWorker(join(folder, 'sw.js'));
  const server = createAppServer(folder, undefined, { origin: null, names: [], reportsTo: null });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    path: `/${FILE}`,
    close() {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One more among the files that it keeps. */
function addToWorker(file: string): void {
  const worker = readFileSync(file, 'utf8');
  const withFloor = worker.replace('[{"revision":', `[{"revision":"floor","url":"${FILE}"},{"revision":`);
  if (withFloor === worker) throw new Error('The worker names no file');
  writeFileSync(file, withFloor);
}

/** Runs in the page. */
function serialise(): string {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  const needless = 'script, link[rel="modulepreload"], link[as="script"], noscript';
  for (const each of copy.querySelectorAll(needless)) each.remove();
  return `<!doctype html>${copy.outerHTML}`;
}
