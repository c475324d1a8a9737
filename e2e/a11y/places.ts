import {
  after,
  at,
  cmdSimulator,
  codeAsked,
  expectDialog,
  expectProblem,
  fill,
  freshDraft,
  guestDraft,
  offline,
  ofRequest,
  openDetails,
  press,
  type Reach,
  received,
  requestThatIs,
  step,
  wrongFile,
  wrongly,
} from './reach.ts';
import type { WorldName } from './worlds.ts';

export const STATES = ['rest', 'errors', 'overlay', 'offline', 'waiting', 'empty', 'long'] as const;
export type State = (typeof STATES)[number];

/** One route in one state. Where a route has a state in several ways, `how` tells them apart. */
export interface Place {
  route: string;
  state: State;
  reach: Reach;
  how?: string;
}

const SIGN_OUT = 'Terminar sessão';
const CODE = '/entrar/codigo';
const LIST = '/pedidos';
const REQUEST = '/pedidos/:id';
const RECEIPT = '/pedidos/:id/comprovativo';
const STEPS = ['descricao', 'tema', 'anexos', 'resumo'] as const;
const READABLE = ['/ajuda', '/glossario', '/acessibilidade', '/privacidade', '/contactos', '/definicoes'];
const STATES_OF_REQUEST = ['Registado', 'Em análise', 'Aguarda a sua resposta', 'Respondido', 'Concluído'];

const stepRoute = (name: string) => `/rascunhos/:id/${name}`;

const guest: Place[] = [
  { route: '/entrar', state: 'rest', reach: at('/entrar') },
  { route: '/entrar', state: 'errors', reach: wrongly(at('/entrar'), 'Entrar') },
  { route: '/entrar', state: 'offline', reach: offline(at('/entrar')) },
  { route: CODE, state: 'rest', reach: codeAsked },
  {
    route: CODE,
    state: 'errors',
    reach: after(codeAsked, fill('Código de verificação', '1'), press('Confirmar'), expectProblem),
  },
  { route: '/entrar/cmd', state: 'errors', reach: at('/entrar/cmd?error=access_denied') },
  { route: '/demo/cmd', state: 'rest', reach: cmdSimulator },
  ...READABLE.flatMap((path): Place[] => [
    { route: path, state: 'rest', reach: at(path) },
    { route: path, state: 'offline', reach: offline(at(path)) },
  ]),
  {
    route: '/ajuda',
    state: 'overlay',
    how: 'answers open',
    reach: after(at('/ajuda'), fill('Procurar respostas', 'baixa'), openDetails),
  },
  {
    route: '/ajuda',
    state: 'empty',
    how: 'nothing found',
    reach: after(at('/ajuda'), fill('Procurar respostas', 'xyzw')),
  },
  { route: '/nada', state: 'rest', reach: at('/nada') },
  { route: '/rascunhos', state: 'rest', reach: after(guestDraft, at('/rascunhos')) },
  { route: '/demonstracao', state: 'rest', reach: at('/demonstracao') },
  { route: '/demonstracao', state: 'errors', reach: after(at('/demonstracao'), press('Avançar o relógio')) },
];

const maria: Place[] = [
  { route: LIST, state: 'rest', reach: at(LIST) },
  { route: LIST, state: 'overlay', how: 'leaving', reach: after(at(LIST), press(SIGN_OUT), expectDialog) },
  { route: LIST, state: 'offline', reach: offline(at(LIST)) },
  { route: stepRoute('descricao'), state: 'empty', reach: freshDraft },
  { route: stepRoute('descricao'), state: 'errors', reach: wrongly(freshDraft) },
  { route: stepRoute('tema'), state: 'errors', reach: wrongly(step('begunId', 'tema')) },
  { route: stepRoute('tema'), state: 'empty', how: 'nothing chosen', reach: step('begunId', 'tema') },
  {
    route: stepRoute('tema'),
    state: 'overlay',
    how: 'found',
    reach: after(step('begunId', 'tema'), fill('Procurar tema', 'baixa')),
  },
  {
    route: stepRoute('anexos'),
    state: 'errors',
    reach: after(step('draftId', 'anexos'), wrongFile, expectProblem),
  },
  { route: stepRoute('anexos'), state: 'empty', reach: step('begunId', 'anexos') },
  ...STEPS.flatMap((name): Place[] => [
    { route: stepRoute(name), state: 'rest', reach: step('draftId', name) },
    { route: stepRoute(name), state: 'offline', reach: offline(step('draftId', name)) },
  ]),
  { route: REQUEST, state: 'rest', how: 'received', reach: received },
  ...STATES_OF_REQUEST.map(
    (state): Place => ({ route: REQUEST, state: 'rest', how: state, reach: requestThatIs(state) }),
  ),
  {
    route: REQUEST,
    state: 'overlay',
    how: 'reply open',
    reach: after(requestThatIs('Aguarda a sua resposta'), press('Responder')),
  },
  {
    route: REQUEST,
    state: 'errors',
    how: 'reply',
    reach: after(
      requestThatIs('Aguarda a sua resposta'),
      press('Responder'),
      press('Enviar resposta'),
      expectProblem,
    ),
  },
  {
    route: REQUEST,
    state: 'overlay',
    how: 'withdrawing',
    reach: after(requestThatIs('Registado'), press('Anular pedido'), expectDialog),
  },
  {
    route: REQUEST,
    state: 'overlay',
    how: 'rating',
    reach: after(requestThatIs('Respondido'), press('Avaliar a resposta')),
  },
  { route: REQUEST, state: 'offline', reach: offline(requestThatIs('Respondido')) },
  {
    route: REQUEST,
    state: 'empty',
    how: 'not here',
    reach: at('/pedidos/3b241101-e2bb-4255-8caf-4136c566a962'),
  },
  {
    route: RECEIPT,
    state: 'rest',
    reach: after(requestThatIs('Respondido'), async ({ page }) =>
      page.getByRole('link', { name: 'Ver comprovativo de entrega' }).click(),
    ),
  },
  { route: '/por-enviar', state: 'empty', reach: at('/por-enviar') },
  { route: '/definicoes', state: 'rest', how: 'signed in', reach: at('/definicoes') },
];

const unsent: Place[] = [
  { route: LIST, state: 'waiting', reach: at(LIST) },
  { route: REQUEST, state: 'waiting', reach: ofRequest() },
  { route: '/por-enviar', state: 'waiting', reach: at('/por-enviar') },
  {
    route: '/por-enviar',
    state: 'overlay',
    how: 'leaving',
    reach: after(at('/por-enviar'), press(SIGN_OUT), expectDialog),
  },
  { route: '/definicoes', state: 'waiting', reach: at('/definicoes') },
];

const long: Place[] = [
  { route: LIST, state: 'long', reach: at(LIST) },
  ...STEPS.map((name): Place => ({ route: stepRoute(name), state: 'long', reach: step('draftId', name) })),
  {
    route: stepRoute('anexos'),
    state: 'overlay',
    how: 'removed, undoable',
    reach: after(step('draftId', 'anexos'), press(/^Remover/)),
  },
  { route: REQUEST, state: 'long', reach: ofRequest() },
  { route: RECEIPT, state: 'long', reach: ofRequest('/comprovativo') },
  { route: '/demonstracao', state: 'long', reach: at('/demonstracao') },
];

/** Every route in every state that it has, by the device it is reached on. */
export const PLACES: Record<WorldName, readonly Place[]> = { guest, maria, unsent, long };

export function namePlace({ route, state, how }: Place): string {
  return [route, state, ...(how ? [how] : [])].join(' · ');
}
