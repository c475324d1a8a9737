/** A file that somebody sent is kept, never shown as a page. */
export function downloadHeaders(name: string): Record<string, string> {
  return {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeFileName(name)}`,
    'X-Content-Type-Options': 'nosniff',
  };
}

/** As RFC 8187 asks, which leaves fewer characters alone than URLs do. A lone surrogate could not be encoded at all. */
function encodeFileName(name: string): string {
  const wellFormed = new TextDecoder().decode(new TextEncoder().encode(name));
  return encodeURIComponent(wellFormed).replace(
    /['()*!]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
