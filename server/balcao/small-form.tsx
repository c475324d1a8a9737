/** @jsxImportSource hono/jsx */
import { bodyLimit } from 'hono/body-limit';
import { html, RefusedPage } from './answers.tsx';

/** Takes 64 KiB, more than a few fields need. */
export const SMALL_FORM = bodyLimit({ maxSize: 64 * 1024, onError: () => html(<RefusedPage />, 413) });

/** A field that is left out is empty. Throws a refusal if the body is no form. */
export async function readFields<Name extends string>(
  request: Request,
  ...names: Name[]
): Promise<Record<Name, string>> {
  const form = await request.formData().catch(() => null);
  if (!form) throw html(<RefusedPage />, 400);
  const fields = names.map((name) => [name, textOf(form, name)]);
  return Object.fromEntries(fields);
}

export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
