import { IS_ALL } from '../../ops/test/level.ts';
import {
  after,
  answeredHere,
  askedAgain,
  at,
  choose,
  cmdSimulator,
  codeAsked,
  complaintDetails,
  expectDialog,
  expectProblem,
  fill,
  follow,
  freshDraft,
  guestDraft,
  largePhoto,
  notJoined,
  offline,
  ofRequest,
  open,
  openDetails,
  photographed,
  press,
  proven,
  type Reach,
  received,
  requestThatIs,
  says,
  scanned,
  sending,
  shared,
  shows,
  statusFound,
  step,
  wrongFile,
  wrongly,
} from './reach.ts';
import type { WorldName } from './worlds.ts';

export const STATES = ['rest', 'errors', 'overlay', 'offline', 'waiting', 'empty', 'long'] as const;
type State = (typeof STATES)[number];

/** One route in one state. Where a route has a state in several ways, `how` tells them apart. */
export interface Place {
  route: string;
  state: State;
  reach: Reach;
  how?: string;
}

const SIGN_OUT = 'Terminar sessão';
const ERASE_ALL = 'Apagar tudo deste dispositivo';
const CODE = '/entrar/codigo';
const STATUS = '/estado';
const SHARE = '/partilhar';
const LIST = '/pedidos';
const OWN_PASSWORD = '/palavra-chave';
const REQUEST = '/pedidos/:id';
const SCAN = '/digitalizar/:id';
const RECEIPT = '/pedidos/:id/comprovativo';
const search = (words: string) => after(at(LIST), fill('Procurar nos meus pedidos', words));
const STEPS = ['descricao', 'tema', 'anexos', 'resumo'] as const;
const VERIFY = '/verificar';
const READABLE = [
  '/ajuda',
  '/glossario',
  VERIFY,
  '/acessibilidade',
  '/privacidade',
  '/contactos',
  '/definicoes',
];
/** Of the pages that lose the connection and change by nothing but the line under the header, the gate looks at a few. */
const READ_OFFLINE = IS_ALL ? READABLE : [VERIFY];
const WRITTEN_OFFLINE = IS_ALL ? STEPS : (['resumo'] as const);
const STATES_OF_REQUEST = [
  'Registado',
  'Em análise',
  'Encaminhado',
  'Aguarda a sua resposta',
  'Respondido',
  'Concluído',
  'Anulado',
];

function on(route: string, state: State, reach: Reach, how?: string): Place {
  return { route, state, reach, ...(how && { how }) };
}

const stepRoute = (name: string) => `/rascunhos/:id/${name}`;

const guest: Place[] = [
  on('/entrar', 'rest', at('/entrar')),
  on('/entrar', 'errors', wrongly(at('/entrar'), 'Entrar')),
  on('/entrar', 'offline', offline(at('/entrar'))),
  on(CODE, 'rest', codeAsked),
  on(CODE, 'errors', after(codeAsked, fill('Código de verificação', '1'), press('Confirmar'), expectProblem)),
  on(OWN_PASSWORD, 'rest', at(OWN_PASSWORD)),
  on(OWN_PASSWORD, 'errors', wrongly(at(OWN_PASSWORD), 'Pedir código')),
  on(
    OWN_PASSWORD,
    'overlay',
    after(at(OWN_PASSWORD), press('Já tenho um código'), shows('textbox', 'Nova palavra-chave')),
    'with a code',
  ),
  on(OWN_PASSWORD, 'offline', offline(at(OWN_PASSWORD))),
  on('/entrar/cmd', 'errors', at('/entrar/cmd?error=access_denied')),
  on('/demo/cmd', 'rest', cmdSimulator),
  ...READABLE.map((path) => on(path, 'rest', at(path))),
  ...READ_OFFLINE.map((path) => on(path, 'offline', offline(at(path)))),
  on(
    '/ajuda',
    'overlay',
    after(at('/ajuda'), fill('Procurar respostas', 'baixa'), says(/^\d+ respostas?$/), openDetails),
    'answers open',
  ),
  on(
    '/ajuda',
    'empty',
    after(at('/ajuda'), fill('Procurar respostas', 'xyzw'), says('Não encontrámos nenhuma resposta')),
    'nothing found',
  ),
  on(VERIFY, 'errors', wrongly(at(VERIFY), 'Verificar')),
  on(
    VERIFY,
    'errors',
    after(
      at(VERIFY),
      fill('Código ou endereço do comprovativo', 'EC-2026-0000123'),
      press('Verificar'),
      shows('heading', 'Não foi possível confirmar'),
    ),
    'not confirmed',
  ),
  on('/nada', 'rest', at('/nada')),
  on(STATUS, 'rest', at(STATUS)),
  on(STATUS, 'errors', wrongly(at(STATUS), 'Consultar')),
  on(STATUS, 'offline', offline(at(STATUS))),
  on(SHARE, 'empty', at(SHARE)),
  on('/rascunhos', 'rest', after(guestDraft, at('/rascunhos'))),
  on('/demonstracao', 'rest', at('/demonstracao')),
  on(
    '/demonstracao',
    'errors',
    after(at('/demonstracao'), press('Avançar o relógio'), says('Escreva um número inteiro')),
  ),
];

const sofia: Place[] = [on(LIST, 'empty', at(LIST), 'somebody new')];

const maria: Place[] = [
  on(LIST, 'rest', at(LIST)),
  on(LIST, 'rest', after(search('baixa'), shows('heading', /^\d+ pedidos?$/)), 'found'),
  on(LIST, 'empty', after(search('xyzw'), says('Nenhum pedido encontrado')), 'nothing found'),
  on(LIST, 'overlay', after(at(LIST), press('Filtros'), shows('checkbox', /por ler \(\d+\)$/)), 'filters'),
  on('/resumo', 'rest', at('/resumo')),
  on('/resumo', 'offline', offline(at('/resumo'))),
  on(LIST, 'overlay', after(at(LIST), press(SIGN_OUT), expectDialog), 'leaving'),
  on(LIST, 'offline', offline(at(LIST))),
  on(stepRoute('descricao'), 'empty', freshDraft),
  on(stepRoute('descricao'), 'errors', wrongly(freshDraft)),
  on(
    stepRoute('descricao'),
    'rest',
    after(freshDraft, choose('Apresentar reclamação'), openDetails),
    'complaint',
  ),
  on(stepRoute('pormenores'), 'rest', complaintDetails),
  on(
    stepRoute('descricao'),
    'rest',
    after(
      requestThatIs('Respondido'),
      press('Apresentar reclamação'),
      shows('textbox', 'Descrição da reclamação'),
    ),
    'about a request',
  ),
  on(stepRoute('descricao'), 'rest', after(freshDraft, askedAgain), 'asked already'),
  on(stepRoute('tema'), 'errors', wrongly(step('begunId', 'tema'))),
  on(stepRoute('tema'), 'empty', step('begunId', 'tema'), 'nothing chosen'),
  on(
    stepRoute('tema'),
    'overlay',
    after(step('begunId', 'tema'), fill('Procurar tema', 'baixa'), says(/^Encontrámos \d+ temas?$/)),
    'found',
  ),
  on(stepRoute('anexos'), 'errors', after(step('draftId', 'anexos'), wrongFile, expectProblem)),
  on(stepRoute('anexos'), 'empty', step('begunId', 'anexos')),
  on(stepRoute('anexos'), 'rest', after(step('begunId', 'anexos'), largePhoto), 'a large photo'),
  on(
    stepRoute('anexos'),
    'overlay',
    after(step('draftId', 'anexos'), press('Ver recibo.png'), expectDialog),
    'picture',
  ),
  on(SHARE, 'rest', shared),
  on(SHARE, 'errors', after(shared, press('Juntar'), notJoined)),
  on(SCAN, 'empty', ({ page, draftId }) => open(page, `/digitalizar/${draftId}`)),
  on(SCAN, 'rest', photographed('begunId'), 'a photo'),
  on(SCAN, 'rest', after(photographed('draftId'), scanned), 'sheets'),
  on(LIST, 'overlay', answeredHere, 'answered before writing, undoable'),
  ...STEPS.map((name) => on(stepRoute(name), 'rest', step('draftId', name))),
  ...WRITTEN_OFFLINE.map((name) => on(stepRoute(name), 'offline', offline(step('draftId', name)))),
  on(REQUEST, 'rest', received, 'received'),
  ...STATES_OF_REQUEST.map((state) => on(REQUEST, 'rest', requestThatIs(state), state)),
  on(
    REQUEST,
    'overlay',
    after(requestThatIs('Aguarda a sua resposta'), press('Responder'), shows('textbox', 'A sua resposta')),
    'reply open',
  ),
  on(
    REQUEST,
    'errors',
    after(
      requestThatIs('Aguarda a sua resposta'),
      press('Responder'),
      press('Enviar resposta'),
      expectProblem,
    ),
    'reply',
  ),
  on(
    REQUEST,
    'overlay',
    after(requestThatIs('Registado'), press('Anular pedido'), expectDialog),
    'withdrawing',
  ),
  on(
    REQUEST,
    'overlay',
    after(requestThatIs('Encaminhado'), press('Lembrar-me a…'), expectDialog),
    'reminding',
  ),
  on(
    REQUEST,
    'errors',
    after(
      requestThatIs('Registado'),
      press('Corrigir o que escrevi'),
      press('Enviar correção'),
      expectProblem,
    ),
    'correction',
  ),
  on(
    REQUEST,
    'overlay',
    after(requestThatIs('Respondido'), press('Avaliar a resposta'), shows('button', 'Enviar avaliação')),
    'rating',
  ),
  on(REQUEST, 'offline', offline(requestThatIs('Respondido'))),
  on(REQUEST, 'empty', at('/pedidos/3b241101-e2bb-4255-8caf-4136c566a962'), 'not here'),
  on(RECEIPT, 'rest', after(requestThatIs('Respondido'), follow('Ver comprovativo de entrega'))),
  on(VERIFY, 'rest', proven, 'proven'),
  on(
    STATUS,
    'rest',
    after(requestThatIs('Respondido'), follow('Ver comprovativo de entrega'), statusFound),
    'found',
  ),
  on('/por-enviar', 'empty', at('/por-enviar')),
  on(OWN_PASSWORD, 'rest', at(OWN_PASSWORD), 'signed in'),
  on(OWN_PASSWORD, 'errors', wrongly(at(OWN_PASSWORD), 'Alterar palavra-chave'), 'signed in'),
  on('/definicoes', 'rest', at('/definicoes'), 'signed in'),
  on(
    '/definicoes',
    'overlay',
    after(at('/definicoes'), press('Apagar nesse dispositivo Safari, iPhone'), expectDialog),
    'erasing from afar',
  ),
  on('/definicoes', 'overlay', after(at('/definicoes'), press(ERASE_ALL), expectDialog), 'erasing all'),
  // This place comes last: it leaves the pretend server slow.
  on(REQUEST, 'waiting', sending, 'on its way'),
];

const unsent: Place[] = [
  on(LIST, 'waiting', at(LIST)),
  on(REQUEST, 'waiting', ofRequest()),
  on('/por-enviar', 'waiting', at('/por-enviar')),
  on('/por-enviar', 'overlay', after(at('/por-enviar'), press(SIGN_OUT), expectDialog), 'leaving'),
  on('/definicoes', 'waiting', at('/definicoes')),
];

const long: Place[] = [
  on(LIST, 'long', at(LIST)),
  on('/resumo', 'long', at('/resumo')),
  ...STEPS.map((name) => on(stepRoute(name), 'long', step('draftId', name))),
  on(
    stepRoute('anexos'),
    'overlay',
    after(step('draftId', 'anexos'), press(/^Remover/), shows('button', 'Desfazer')),
    'removed, undoable',
  ),
  on(REQUEST, 'long', ofRequest()),
  on(RECEIPT, 'long', ofRequest('/comprovativo')),
  on('/demonstracao', 'long', at('/demonstracao')),
];

/** Every route in every state that it has, by the device it is reached on. */
export const PLACES: Record<WorldName, readonly Place[]> = { guest, sofia, maria, unsent, long };

export function namePlace({ route, state, how }: Place): string {
  return [route, state, ...(how ? [how] : [])].join(' · ');
}
