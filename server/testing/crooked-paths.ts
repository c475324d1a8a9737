/**
 * Forty spellings of an address below `/balcao` or `/office`, as they are sent. To one reader each seems to lead to another part of the server, and to another
 * reader to that one. A proxy that lets only its own network in must not be deceived by any of them.
 */
const SPELLINGS: readonly ((path: string) => string)[] = [
  // These lead out of a part that everybody may enter, into the one beside it.
  (path) => `/api/..${path}`,
  (path) => `/api/v1/../..${path}`,
  (path) => `/api/./..${path}`,
  (path) => `/api/v1/limits/../../..${path}`,
  (path) => `/assets/..${path}`,
  (path) => `/demo/..${path}`,
  (path) => `/ajuda/..${path}`,
  (path) => `/health/..${path}`,
  (path) => `/api/x/..;/..${path}`,
  // The same, written so that only some readers see dots in it.
  (path) => `/api/%2e%2e${path}`,
  (path) => `/api/%2E%2E${path}`,
  (path) => `/api/.%2e${path}`,
  (path) => `/api/%2e.${path}`,
  (path) => `/api/%2e/%2e%2E${path}`,
  (path) => `/assets/%2e%2e${path}`,
  (path) => `/api/%252e%252e${path}`,
  (path) => `/api/%c0%ae%c0%ae${path}`,
  // Here some readers take a slash for a letter, and so count another depth.
  (path) => `/api/a%2fb/../..${path}`,
  (path) => `/api/a%2Fb/../..${path}`,
  (path) => `/api/a%2fb/%2e%2e/%2e%2e${path}`,
  (path) => `/api/a%2Fb/%2E%2E/.%2e${path}`,
  (path) => `/assets/a%2fb/../..${path}`,
  (path) => `/api/..%2f${path.slice(1)}`,
  (path) => `/api%2f..${path}`,
  (path) => `/api/%2e%2e%2f${path.slice(1)}`,
  (path) => `/api/a%252fb/../..${path}`,
  (path) => `/api/v1%2f..%2f..${path}`,
  // Here some readers turn a backslash into a slash.
  (path) => `/api/..\\${path.slice(1)}`,
  (path) => `/api\\..${path}`,
  (path) => `/api/..%5c${path.slice(1)}`,
  (path) => `/api/a%5cb/../..${path}`,
  (path) => `\\${path.slice(1)}`,
  (path) => `/api/a\\b/../..${path}`,
  // These have slashes and dots that stand for nothing.
  (path) => `/${path}`,
  (path) => `/.${path}`,
  (path) => `/x/..${path}`,
  (path) => `/api//..//..${path}`,
  // These have letters that nobody has to encode, and characters that some readers drop.
  (path) => `/%${path.charCodeAt(1).toString(16)}${path.slice(2)}`,
  (path) => `/api/.\t.${path}`,
  (path) => `/api/..${path}#/../../api`,
];

export function crookedPaths(path: string): string[] {
  return SPELLINGS.map((spell) => spell(path));
}
