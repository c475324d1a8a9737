import { expect, test, vi } from 'vitest';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { CLAIMS, createSigner, ISSUER } from '../../../testing/sign-receipt.ts';
import { VerifyPage } from './verify-page.tsx';

const signer = await createSigner();
const KEYS = { issuers: [ISSUER], keys: [signer.jwk] };

interface Brought {
  code?: string;
  keys?: typeof KEYS | null;
  /** What the service answers when it is asked anew; null if it cannot be asked. */
  today?: typeof KEYS | null;
}

async function open({ code = '', keys = KEYS, today = keys }: Brought = {}) {
  const onCodeTaken = vi.fn();
  const readKeys = async (anew: boolean) => (anew ? today : keys);
  const page = <VerifyPage readKeys={readKeys} code={code} onCodeTaken={onCodeTaken} />;
  return { ...(await renderFeature(page, { address: '/verificar' })), onCodeTaken };
}

const CODE = 'Código ou endereço do comprovativo';
const EMPTY = 'Escreva ou cole o código do comprovativo';
const PROVEN = 'Comprovativo verdadeiro';
const NOT_CONFIRMED = 'Não foi possível confirmar';

test('the receipt in a link is proven at once, says reference, date and what it stands for, and leaves the address', async () => {
  const { screen, onCodeTaken } = await open({ code: await signer.sign() });
  const heading = await screen.findByRole('heading', { level: 2, name: PROVEN });
  expect(onCodeTaken).toHaveBeenCalledOnce();
  await expect.poll(() => heading).toHaveFocus();
  for (const said of [
    CLAIMS.ref,
    'Entrega de um pedido ou reclamação',
    '29 de novembro de 2026 às 10:31',
    ISSUER,
    '1 ficheiro',
  ])
    expect(screen.getByText(said)).toBeVisible();
  expect(document.title).not.toContain(CLAIMS.ref);
});

test('a place on the page in the address, as the link to its main part sets it, is no code', async () => {
  const { screen, onCodeTaken } = await open({ code: 'conteudo' });
  expect(screen.getByRole('button', { name: 'Verificar' })).toBeVisible();
  expect(screen.queryByRole('heading', { level: 2 })).toBeNull();
  expect(onCodeTaken).not.toHaveBeenCalled();
});

test('a link that was cut short is said to be incomplete', async () => {
  const { screen } = await open({ code: (await signer.sign()).slice(0, -5) });
  await screen.findByRole('heading', { name: NOT_CONFIRMED });
  expect(screen.getByText('O código está incompleto ou foi alterado.')).toBeVisible();
});

test('a pasted address is proven, and the verdict is spoken', async () => {
  const { screen, user } = await open();
  await user.click(screen.getByLabelText(CODE));
  await user.paste(`https://eclic.example/verificar#${await signer.sign({ kind: 'answer' })}`);
  await user.click(screen.getByRole('button', { name: 'Verificar' }));
  await screen.findByRole('heading', { name: PROVEN });
  expect(screen.getByText('Mensagem da Segurança Social')).toBeVisible();
  await expect.poll(() => screen.getByRole('status')).toHaveTextContent(PROVEN);
});

test('a chosen PDF is looked into, and one without a receipt is said to have none', async () => {
  const { screen, user } = await open();
  const input = document.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
  await user.upload(input, new File(['%PDF-1.7'], 'nada.pdf', { type: 'application/pdf' }));
  await screen.findByRole('heading', { name: NOT_CONFIRMED });
  expect(screen.getByText(/Não encontrámos nenhum comprovativo assinado/)).toBeVisible();
  await user.upload(
    input,
    new File([`%PDF /Keywords (${await signer.sign()})`], 'a.pdf', { type: 'application/pdf' }),
  );
  await screen.findByRole('heading', { name: PROVEN });
  expect(screen.queryByRole('heading', { name: NOT_CONFIRMED })).toBeNull();
});

const flipped = (jws: string) => jws.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'));

test.each([
  ['altered', async () => flipped(await signer.sign()), /alterado/],
  ['signed by a stranger', async () => (await createSigner()).sign(), /uma chave que não é deste serviço/],
  [
    'of another service',
    () => signer.sign({ iss: 'https://other.example' }),
    /é de outro serviço|de outro serviço/,
  ],
])('a receipt that is %s is not confirmed, and why is said', async (_what, make, why) => {
  const { screen } = await open({ code: await make() });
  await screen.findByRole('heading', { name: NOT_CONFIRMED });
  expect(screen.getByText(why)).toBeVisible();
  expect(screen.queryByText(CLAIMS.ref)).toBeNull();
  await expect.poll(() => screen.getByRole('alert')).toHaveTextContent(NOT_CONFIRMED);
});

test('without keys, as offline on a new device, nothing is said against the receipt', async () => {
  const { screen } = await open({ code: await signer.sign(), keys: null });
  await screen.findByRole('heading', { name: NOT_CONFIRMED });
  expect(screen.getByText('Este dispositivo ainda não tem as chaves do serviço.')).toBeVisible();
});

test('offline, a receipt signed with a key newer than those on this device is not called a stranger’s', async () => {
  const { screen } = await open({ code: await (await createSigner()).sign(), today: null });
  const heading = await screen.findByRole('heading', { name: NOT_CONFIRMED });
  expect(screen.getByText('As chaves do serviço que este dispositivo tem podem ser antigas.')).toBeVisible();
  expect(heading.closest('section')?.querySelector('.lucide-triangle-alert')).not.toBeNull();
});

test('pressing Verificar with nothing written says so in a summary that leads to the field, and at the field', async () => {
  const { screen, user } = await open();
  await user.click(screen.getByRole('button', { name: 'Verificar' }));
  expect(await screen.findByRole('region', { name: 'Há um problema' })).toHaveFocus();
  expect(document.title).toBe('Erro: Verificar comprovativo – e-Clic');
  await user.click(screen.getByRole('link', { name: EMPTY }));
  expect(screen.getByLabelText(CODE)).toHaveFocus();
  expect(screen.getByLabelText(CODE)).toHaveAccessibleDescription(new RegExp(EMPTY));
});

test('a receipt brought after nothing was written takes the error with it', async () => {
  const jws = await signer.sign();
  const { screen, user } = await open();
  await user.click(screen.getByRole('button', { name: 'Verificar' }));
  await screen.findByRole('region', { name: 'Há um problema' });
  const input = document.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
  await user.upload(input, new File([`%PDF /Keywords (${jws})`], 'a.pdf', { type: 'application/pdf' }));
  await screen.findByRole('heading', { name: PROVEN });
  expect(screen.queryByRole('region', { name: 'Há um problema' })).toBeNull();
  expect(document.title).toBe('Verificar comprovativo – e-Clic');
});

test('below a verdict a heading says that another receipt can be checked', async () => {
  const { screen } = await open({ code: await signer.sign() });
  await screen.findByRole('heading', { level: 2, name: PROVEN });
  expect(screen.getByRole('heading', { level: 2, name: 'Verificar outro comprovativo' })).toBeVisible();
});

test('a file is compared with what was delivered', async () => {
  const { screen, user } = await open({ code: await signer.sign() });
  await screen.findByRole('heading', { level: 3, name: 'Comparar um ficheiro' });
  const input = document.querySelector<HTMLInputElement>('section input[type=file]') as HTMLInputElement;
  // The one file of the claims is empty.
  await user.upload(input, new File([], 'vazio.txt'));
  expect(await screen.findByText('Este ficheiro é o que foi entregue.', { selector: 'p' })).toBeVisible();
  await user.upload(input, new File(['x'], 'outro.txt'));
  expect(await screen.findByText('Este ficheiro não é o que foi entregue.', { selector: 'p' })).toBeVisible();
});
