import { fitFileName } from '../domain/file-name.ts';
import type { Attachment } from './types.ts';

/** A file that somebody sent is kept, never shown as a page, and under a name that opens it as what it is: one that is older than the rule too. */
export function downloadHeaders({ name, type }: Pick<Attachment, 'name' | 'type'>): Record<string, string> {
  return {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeFileName(fitFileName(name, type))}`,
    'X-Content-Type-Options': 'nosniff',
  };
}

/** As RFC 8187 asks, which leaves fewer characters alone than URLs do. */
function encodeFileName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*!]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
