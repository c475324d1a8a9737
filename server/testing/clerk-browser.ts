import { ORIGIN } from '../../contract/conformance/subject.ts';
import type { App } from '../app.ts';

export interface ClerkPage {
  /** The address to which redirects have led, with its query. */
  address: string;
  status: number;
  headers: Headers;
  text: string;
}

export interface ClerkBrowser {
  /** The cookies as they were set, by their names. */
  readonly jar: Map<string, string>;
  get(path: string): Promise<ClerkPage>;
  /** `from`: the headers by which a browser tells where the form stood. */
  post(
    path: string,
    fields: Record<string, string | File>,
    from?: Record<string, string>,
  ): Promise<ClerkPage>;
}

/** Opens a browser without script, at the office. It keeps cookies, and follows a post to the page that it leads to. */
export function openClerkBrowser(site: App, remoteAddress = '192.0.2.1'): ClerkBrowser {
  const jar = new Map<string, string>();
  async function send(path: string, init: RequestInit): Promise<ClerkPage> {
    const headers = new Headers(init.headers);
    headers.set('Cookie', [...jar.values()].map((set) => set.split(';')[0]).join('; '));
    const request = new Request(ORIGIN + path, { ...init, headers });
    const answer = await site(request, { incoming: { socket: { remoteAddress } } });
    for (const set of answer.headers.getSetCookie()) {
      const [name = ''] = set.split('=');
      if (/Max-Age=0/.test(set)) jar.delete(name);
      else jar.set(name, set);
    }
    const location = answer.headers.get('Location');
    if (location !== null) return send(location, { method: 'GET' });
    return { address: path, status: answer.status, headers: answer.headers, text: await answer.text() };
  }
  return {
    jar,
    get: (path) => send(path, { method: 'GET' }),
    post(path, fields, from = { Origin: ORIGIN }) {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      return send(path, { method: 'POST', body, headers: from });
    },
  };
}

/** Returns the hidden fields of the form with that act, once the clerk has had time to read the page. */
export function hiddenFields(page: ClerkPage, action: string): Record<string, string> {
  const fields = hiddenWhere(page, (form) => form.includes(`name="accao" value="${action}"`));
  return { ...fields, ...('mostrada' in fields && { mostrada: '0' }) };
}

/** Returns the hidden fields of the first form that is posted to that path. */
export function fieldsOf(page: ClerkPage, path: string): Record<string, string> {
  return hiddenWhere(page, (form) => form.startsWith(`<form method="post" action="${path}"`));
}

function hiddenWhere({ text }: ClerkPage, isSought: (form: string) => boolean): Record<string, string> {
  const form = (text.match(/<form.*?<\/form>/gs) ?? []).find(isSought) ?? '';
  const inputs = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"\/>/g)];
  return Object.fromEntries(
    inputs.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]),
  );
}

/** Returns the id of the first file of a draft that the page offers to send. */
export function keptFileOf({ text }: ClerkPage): string {
  return /name="guardados" value="([^"]+)"/.exec(text)?.[1] ?? '';
}

/** Returns the references to which a page leads, in their order. */
export function referencesOf({ text }: ClerkPage): string[] {
  return text.match(/EC-\d{4}-\d{7}(?=<\/a>)/g) ?? [];
}

/** Presses *Desfazer* on the page that says that an act of the clerk was done. */
export function pressUndo(clerk: ClerkBrowser, page: ClerkPage, path: string): Promise<ClerkPage> {
  return clerk.post(`${path}/desfazer`, fieldsOf(page, `${path}/desfazer`));
}

/** Keeps a draft by the button, as in a browser without the script. */
export async function keepDraft(
  clerk: ClerkBrowser,
  path: string,
  action: string,
  fields: Record<string, string | File>,
): Promise<ClerkPage> {
  return clerk.post(`${path}/rascunho`, { ...hiddenFields(await clerk.get(path), action), ...fields });
}
