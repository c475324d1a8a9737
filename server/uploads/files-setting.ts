import * as v from 'valibot';
import { url } from '../url-setting.ts';

export const filesUrl = v.pipe(
  url('FILES_URL', ['http:', 'https:']),
  v.check((text) => {
    if (!URL.canParse(text)) return true;
    const { username, password, pathname } = new URL(text);
    return username !== '' && password !== '' && /^\/[^/]+\/?$/.test(pathname);
  }, 'FILES_URL must name key, secret and bucket: https://<key>:<secret>@<host>/<bucket>?region=<region>.'),
);
