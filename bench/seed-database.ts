interface Amount {
  requests: number;
  messagesEach: number;
}

/**
 * Runs in the page: writes requests and messages straight into the signed-in citizen's database, as a finished first pull would have left
 * them. The words are such that each further letter of *prova* finds fewer.
 */
export async function seedDatabase({ requests, messagesEach }: Amount): Promise<void> {
  const STATES = 'registered inReview forwarded inReview answered closed answered inReview'.split(' ');
  const KINDS = 'information clarification documents complaint'.split(' ');
  const SUBJECTS = 'contributionPayment ibanChange refunds contributionStatus'.split(' ');
  const WORDS =
    'recebi uma nota de cobrança e não sei a que mês se refere já entreguei documentos gostava de saber em que ponto está o meu abono família setembro ainda resposta subsídio doença certificado contas declaração banco velhice reforma antecipada idosos segurança social morada iban alteração recibos verdes trabalhador trimestral'.split(
      ' ',
    );
  const MARKED = { pagar: 2, prazo: 3, processo: 5, provisório: 7, prova: 11 };
  const DAY_MS = 86_400_000;
  const BATCH = 500;
  const officeName = 'Centro de contacto e-Clic';
  let seed = 1;

  function text(length: number): string {
    const next = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return WORDS[seed % WORDS.length];
    };
    return Array.from({ length }, next).join(' ');
  }

  function requestAt(n: number) {
    const state = STATES[n % STATES.length] ?? '';
    const receivedAt = new Date(Date.now() - (n / 10) * DAY_MS - DAY_MS).toISOString();
    const marked = Object.entries(MARKED).filter(([, every]) => n % every === 0);
    const subjectId = SUBJECTS[n % SUBJECTS.length];
    const history = state === 'registered' ? [state] : ['registered', state];
    return {
      id: crypto.randomUUID(),
      reference: `EC-2025-${String(n + 1).padStart(7, '0')}`,
      revision: 1,
      kind: KINDS[n % KINDS.length],
      onBehalfOf: null,
      description: `${text(30)} ${marked.map(([word]) => word).join(' ')}`,
      complaint: null,
      topic: {
        status: 'known',
        version: '1',
        lifeEvent: { id: 'payments', label: 'Contribuições' },
        subject: { id: subjectId, label: `Assunto ${subjectId}` },
        reason: { id: 'other', label: 'Outro motivo' },
      },
      attachments: [],
      receivedAt,
      dueOn: new Date(Date.parse(receivedAt) + 14 * DAY_MS).toISOString().slice(0, 10),
      deadlinePaused: false,
      state,
      office: { name: officeName },
      history: history.map((each) => ({ state: each, at: receivedAt, officeName })),
      rating: null,
      readUpTo: null,
      lastMessageAt: null,
      askAgainUntil: null,
      updatedAt: receivedAt,
      group: state === 'answered' || state === 'closed' ? 'finished' : 'inProgress',
      unread: 0,
      justReceived: 0,
    };
  }

  const messageOf = (requestId: string, n: number) => ({
    id: crypto.randomUUID(),
    requestId,
    author: n % 2 === 0 ? 'office' : 'citizen',
    purpose: 'notice',
    officeName: null,
    body: text(30),
    attachments: [],
    sentAt: new Date(Date.now() - n * DAY_MS).toISOString(),
  });

  const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
  const name = names.find((each) => each.startsWith('eclic-citizen-') && !each.endsWith('guest'));
  if (!name) throw new Error('Nobody is signed in');
  const opening = indexedDB.open(name);
  await new Promise((resolve) => opening.addEventListener('success', resolve));

  async function write(run: (store: (name: string) => IDBObjectStore) => void): Promise<void> {
    const transaction = opening.result.transaction(['requests', 'messages', 'counters'], 'readwrite');
    run((store) => transaction.objectStore(store));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = () => reject(transaction.error);
    });
  }

  for (let start = 0; start < requests; start += BATCH)
    await write((store) => {
      for (let n = start; n < Math.min(start + BATCH, requests); n += 1) {
        const request = requestAt(n);
        store('requests').put(request);
        for (let m = 0; m < messagesEach; m += 1) store('messages').put(messageOf(request.id, m));
      }
    });
  await write((store) => {
    for (const group of ['needsYou', 'inProgress', 'finished']) {
      const range = IDBKeyRange.bound([group, ''], [group, '\uffff']);
      const counting = store('requests').index('[group+updatedAt]').count(range);
      counting.onsuccess = () => store('counters').put({ name: group, count: counting.result });
    }
  });
  opening.result.close();
}
