import { existsSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { hostname } from 'node:os';

const TOUCHED_EVERY_MS = 10_000;
/** A process whose id says nothing here counts as ended when its mark has not been touched for so long. */
const ENDED_AFTER_MS = 60_000;

/**
 * Marks a folder as this process's until it ends. Returns a sentence about the process that uses it, if one does: two containers over one folder may have the
 * same process id, so an id is believed only where it was given.
 */
export function markAsOurs(file: string, place = placeOfIds()): string | null {
  const other = existsSync(file) ? findOther(file, place) : null;
  if (other !== null) return other;
  const mark = `${process.pid} ${place}`;
  writeFileSync(file, mark);
  const touching = () => utimes(file, new Date(), new Date()).catch(() => {});
  setInterval(touching, TOUCHED_EVERY_MS).unref();
  process.once('exit', () => {
    if (existsSync(file) && readFileSync(file, 'utf8') === mark) rmSync(file);
  });
  return null;
}

/** The id in the mark may date from before a crash: it may be nobody's by now, or ours. A version of before wrote the id alone. */
function findOther(file: string, place: string): string | null {
  const [, pid = '', there = place] = /^(\d+)(?: (.+))?$/.exec(readFileSync(file, 'utf8')) ?? [];
  if (there === place) return isOtherRunning(Number(pid)) ? `process ${pid}` : null;
  if (Date.now() - statSync(file).mtimeMs >= ENDED_AFTER_MS) return null;
  return `process ${pid} of another container or machine (${there}), or was less than a minute ago`;
}

function isOtherRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Containers may share a host's name, and Linux alone tells in which space an id was given. */
function placeOfIds(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}
