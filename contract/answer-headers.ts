/** Returns headers with which a browser saves a sent file, and never shows it as a page. */
export function downloadHeaders(name: string): Record<string, string> {
  return {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeFileName(name)}`,
    'X-Content-Type-Options': 'nosniff',
  };
}

/** Encodes as RFC 8187 asks, which leaves fewer characters alone than URLs do. A lone surrogate could not be encoded at all. */
function encodeFileName(name: string): string {
  const wellFormed = new TextDecoder().decode(new TextEncoder().encode(name));
  return encodeURIComponent(wellFormed).replace(
    /['()*!]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The `Cache-Control` of the public keys. They change once in years, and a device that meets a new key asks again. */
export const KEPT_FOR_A_DAY = 'public, max-age=86400';
