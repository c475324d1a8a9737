import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { createAppServer } from '../../mocks/http/app-server.ts';
import { buildFolder } from '../../src/lib/serving/build-if-stale.ts';
import { makeProfile, openBrowser } from '../open-browser.ts';

/** A page of the app, and what says that it is there. */
export interface FloorPage {
  path: string;
  field: string;
}

export interface Floor {
  origin: string;
  path: string;
  close(): void;
}

const FILE = 'floor.html';

/**
 * The fastest that a page could be: the same page as plain HTML, with the same style sheets and fonts, without any script, from the same kind
 * of server. It is taken from the running app each time, since a copy kept by hand would soon be another page than the app's.
 */
export async function openFloor(appOrigin: string, page: FloorPage): Promise<Floor> {
  const folder = mkdtempSync(join(tmpdir(), 'e-clic-floor-'));
  // A compressed form that is older than its file is not served.
  cpSync(buildFolder('production'), folder, { recursive: true, preserveTimestamps: true });
  const html = Buffer.from(await takeHtml(appOrigin, page));
  // In all the forms in which the build may write a page.
  writeFileSync(join(folder, FILE), html);
  writeFileSync(join(folder, `${FILE}.br`), brotliCompressSync(html));
  writeFileSync(join(folder, `${FILE}.gz`), gzipSync(html));
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

async function takeHtml(appOrigin: string, { path, field }: FloorPage): Promise<string> {
  const profile = makeProfile();
  const { context, page } = await openBrowser(profile, appOrigin, { cpuRate: 1 });
  await page.goto(path);
  await page.locator(field).waitFor();
  await page.waitForLoadState('networkidle');
  const html = await page.evaluate(serialise);
  await context.close();
  profile.remove();
  return html;
}

/** Runs in the page. */
function serialise(): ReturnType<Page['content']> {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  for (const each of copy.querySelectorAll('script, link[rel="modulepreload"], link[as="script"], noscript'))
    each.remove();
  return Promise.resolve(`<!doctype html>${copy.outerHTML}`);
}
