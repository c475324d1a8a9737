/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { Env } from '../caller.ts';
import { keepNoticeWish, type NoticeWish, readNoticeWish } from '../clerks/clerk-notices.ts';
import { findClerkSession } from '../clerks/clerk-sessions.ts';
import type { Context } from '../context.ts';
import { isAddress } from '../mail/mask-address.ts';
import { goTo, html } from './answers.tsx';
import { readSecret } from './clerk-cookie.ts';
import { EndedPage } from './ended-page.tsx';
import { NOTICES_PATH, NoticeForm, NoticePage } from './notice-page.tsx';
import { requireClerk } from './require-clerk.ts';
import { readFields, SMALL_FORM } from './small-form.tsx';
import { isOthers } from './writer-field.tsx';

const NOTHING: NoticeWish = { email: '', wantsNew: false, wantsOverdue: false };

export function noticeRoutes(routes: Hono<Env>, context: Context): void {
  const hasMail = context.sendMail !== null;

  routes.get('/avisos', async (call) => {
    const clerk = await requireClerk(context, call);
    const wish = (await readNoticeWish(context, clerk.userName)) ?? NOTHING;
    return html(<NoticePage {...{ clerk, wish, hasMail }} isDone={call.req.query('feito') !== undefined} />);
  });

  routes.post('/avisos', SMALL_FORM, async (call) => {
    const fields = await readFields(call.req.raw, 'endereco', 'novos', 'prazo', 'quem');
    const { endereco, novos, prazo, quem: writer } = fields;
    const wish = { email: endereco.trim(), wantsNew: novos !== '', wantsOverdue: prazo !== '' };
    const session = await findClerkSession(context, readSecret(context, call));
    if (session.status !== 'signedIn' || isOthers(writer, session.clerk))
      return html(<EndedPage form={<NoticeForm {...{ writer, wish }} problems={[]} />} />, 401);
    const { clerk } = session;
    if ((wish.wantsNew || wish.wantsOverdue) && !isAddress(wish.email)) {
      const sentence = 'Escreva um endereço de correio eletrónico, como ana@exemplo.pt';
      const problems = [{ fieldId: 'endereco', sentence }];
      return html(<NoticePage {...{ clerk, wish, hasMail, problems }} />, 422);
    }
    await keepNoticeWish(context, clerk.userName, wish);
    return goTo(`${NOTICES_PATH}?feito`);
  });
}
